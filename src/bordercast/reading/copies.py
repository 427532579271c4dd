"""A signature by which near-copies of a report find each other."""

import re

from rensa import RMinHash

SLOTS = 64  # 64 slots give a Jaccard estimate with a standard error of 0.06 at most
WORDS = 3  # a changed word breaks three shingles; short wire copies of 40 words still overlap
SEED = 20220921


def shingles(text: str) -> str:
    """Return the MinHash signature of the text's three-word shingles: 64 slots of 8 hex characters."""
    words = re.findall(r"\w+", text.lower())
    grams = [" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))]
    sketch = RMinHash(num_perm=SLOTS, seed=SEED)
    sketch.update(grams)
    return "".join(f"{slot:08x}" for slot in sketch.digest())
