"""Is it right? Scores against gold, compared with the floors; exit status 1 when a floor is broken.

Floors rise on their own when a score rises (``--raise``) and fall only with ``--lower``. They hold for a corpus:
its hash stands beside them, and another corpus needs new floors.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from claims import rows, score
from excerpts import excerpt_scores
from gold import Case, Tally, example_cases, seed_cases, sentence_cases
from traps import trap_scores

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.005  # a score may sit this far below its floor: one claim in two hundred


def main() -> int:
    """Print every score; return the exit status."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--raise", action="store_true", dest="higher", help="write higher scores as the new floors"
    )
    options.add_argument(
        "--lower", action="store_true", help="write all scores as the new floors, lower ones too"
    )
    options.add_argument(
        "--errors",
        metavar="SPLIT",
        choices=("dev",),
        help="print every error of a split (heldout is not for looking at)",
    )
    options.add_argument(
        "--json",
        metavar="FILE",
        type=Path,
        help="write every claim, found or not, for `bordercast evals compare`",
    )
    asked = options.parse_args()
    cases = [*example_cases(), *sentence_cases()]
    if asked.json:
        lines = (json.dumps(row, ensure_ascii=False) for row in rows(cases))
        asked.json.write_text("\n".join(lines) + "\n", "utf-8")
        print(f"Wrote {asked.json}.")
        return 0
    scores, fields = our_scores(cases, show_errors=asked.errors)
    scores |= {
        f"seed/{name}": getattr(score([case])["all"], name)
        for case in seed_cases()
        for name in ("precision", "recall")
    }
    scores |= excerpt_scores()
    scores |= trap_scores()
    _print(scores, fields)
    held = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"corpus": "", "floors": {}}
    corpus = corpus_hash(cases)
    if asked.lower or asked.higher:
        floors = held["floors"] if held["corpus"] == corpus else {}
        new = {k: round(v if asked.lower else max(v, floors.get(k, 0.0)), 4) for k, v in scores.items()}
        FLOORS.write_text(
            json.dumps({"corpus": corpus, "floors": floors | new}, indent=1, sort_keys=True) + "\n", "utf-8"
        )
        print(f"Wrote {FLOORS.name}.")
        return 0
    if held["corpus"] != corpus:
        print(
            "The gold has changed since the floors were written: run again with --lower and say so in the changelog."
        )
        return 1
    broken = {
        k: (scores[k], floor)
        for k, floor in held["floors"].items()
        if k in scores and scores[k] < floor - SLACK
    }
    for name, (got, floor) in broken.items():
        print(f"BROKEN {name}: {got:.3f}, floor {floor:.3f}")
    return 1 if broken else 0


def our_scores(
    cases: list[Case], *, show_errors: str | None = None
) -> tuple[dict[str, float], dict[str, Tally]]:
    """Return precision, recall and F1 a source and split, and field accuracy over everything of a split."""
    scores: dict[str, float] = {}
    tallies: dict[str, Tally] = {}
    for split in ("dev", "heldout"):
        for source in sorted({c.source for c in cases}):
            chosen = [c for c in cases if c.source == source and c.split == split]
            lines: list[str] = []
            tally = score(chosen, errors=lines)["all"]
            if show_errors == split:
                print("\n".join(lines))
            scores |= {
                f"{source}/{split}/precision": tally.precision,
                f"{source}/{split}/recall": tally.recall,
                f"{source}/{split}/f1": tally.f1,
            }
        whole = score([c for c in cases if c.split == split])
        tallies[split] = whole["all"]
        scores |= {f"fields/{split}/{name}": right / n for name, (right, n) in whole["all"].fields.items()}
        scores |= {
            f"kinds/{split}/{kind}/f1": t.f1 for kind, t in whole.items() if kind != "all" and t.gold >= 5
        }
    return scores, tallies


def corpus_hash(cases: list[Case]) -> str:
    """Return a hash of every gold text and claim."""
    digest = hashlib.sha256()
    for case in sorted(cases, key=lambda c: (c.source, c.report.id)):
        digest.update(case.report.text.encode())
        digest.update(json.dumps(case.gold, sort_keys=True, ensure_ascii=False).encode())
    return digest.hexdigest()[:16]


def _print(scores: dict[str, float], tallies: dict[str, Tally]) -> None:
    width = max(map(len, scores))
    for name, value in scores.items():
        print(f"{name:{width}}  {value:.3f}")
    for split, tally in tallies.items():
        print(f"{split}: {tally.right} right of {tally.found} extracted and {tally.gold} in the gold")


if __name__ == "__main__":
    sys.exit(main())
