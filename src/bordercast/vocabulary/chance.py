"""Randomness with a name, so that adding one source of chance leaves the others untouched."""

import hashlib
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """A seed from which every named stream is derived; two scenarios with one seed share their noise."""

    seed: int = 0

    def named(self, name: str) -> np.random.Generator:
        """Return a generator that depends on the seed and the name alone."""
        digest = hashlib.blake2b(f"{self.seed}:{name}".encode(), digest_size=16).digest()
        return np.random.Generator(np.random.PCG64(int.from_bytes(digest, "big")))
