"""The four-field score on excerpts that displacement monitors worked from, and on corridor sentences.

The excerpts carry no licence to redistribute; they are read from the shared folder beside the project when it is
there, and skipped with a plain word when it is not.
"""

import json
import sys
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bordercast.extraction import extract
from bordercast.vocabulary import Claim, Kind, Report

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
EXCERPTS = ("idetect_dev", "idmc_labelled_dev")
CORRIDOR = "corridor_dev"
# Our terms in the words of the Internal Displacement Monitoring Centre.
TERMS = {
    "displaced": "Displaced",
    "evacuated": "Evacuated",
    "fled": "Forced to Flee",
    "sheltered": "Sheltered",
    "housing_destroyed": "Destroyed Housing",
    "housing_damaged": "Partially Destroyed Housing",
    "in_camp": "In Relief Camp",
    "relocated": "Relocated",
    "homeless": "Homeless",
    "returned": "Returns",
}
OTHER = "Multiple/Other"  # their word for what none of the others says: trapped, in need of help, killed
UNITS = {"person": "People", "household": "Households", "dwelling": "Households"}
Row = dict[str, Any]


@dataclass(slots=True)
class Score:
    """Counts of excerpts read right, field by field."""

    rows: int = 0
    right: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def count(self, name: str, *, right: bool) -> None:
        """Add one comparison."""
        self.right[name] = self.right.get(name, 0) + right

    def __str__(self) -> str:
        """Shares in per cent."""
        shares = (f"{name} {100 * n / self.rows:.1f} %" for name, n in self.right.items())
        return f"{self.rows} excerpts: " + ", ".join(shares) if self.rows else "no excerpts"


def excerpts(name: str, folder: Path = SHARED) -> Score | None:
    """Return the four-field score of one file of labelled excerpts, or None when it is not there."""
    rows = _rows(folder / f"{name}.jsonl")
    if rows is None:
        return None
    score = Score()
    for row in rows:
        claims = list(extract([_report(row["id"], row["text"], None)]))
        score.rows += 1
        best = _best(claims, row)
        said = _fields(best) if best else {}
        got = {
            "quantity": best is not None and _same(best, row["quantity"], row["quantity"]),
            "term": said.get("term") == row["term"],
            "unit": said.get("unit") == row["unit"],
            "country": said.get("country") == (row["country"] or None),
        }
        for name_of, right in got.items():
            score.count(name_of, right=right)
        score.count("q+t+u", right=got["quantity"] and got["term"] and got["unit"])
        score.count("all four", right=all(got.values()))
        if not all(got.values()):
            missed = [n for n, right in got.items() if not right]
            score.wrong.append(
                f"{row['id']} {missed} {said} | {row['quantity']} {row['term']} {row['unit']} {row['country']}"
            )
    return score


def corridor(folder: Path = SHARED) -> Score | None:
    """Return the score of the corridor sentences: figure, from, to, modality and hedge; None when not there."""
    rows = _rows(folder / f"{CORRIDOR}.jsonl")
    if rows is None:
        return None
    score = Score()
    for row in rows:
        claims = list(extract([_report(row["id"], row["text"], date.fromisoformat(row["dct"]))]))
        for wanted in row["claims"]:
            if "low" not in wanted or wanted["type"] not in {kind.value for kind in Kind}:
                continue
            score.rows += 1
            best = next((c for c in claims if _same(c, wanted["low"], wanted["high"])), None)
            for name, right in _directions(best, wanted).items():
                score.count(name, right=right)
                if not right:
                    score.wrong.append(f"{row['id']} {name}")
        if not row["claims"] and claims:
            score.wrong.append(f"{row['id']} made up {len(claims)}")
    return score


def _directions(claim: Claim | None, wanted: Row) -> dict[str, bool]:
    goals = wanted.get("to")
    listed = set(goals) if isinstance(goals, list) else {goals} - {None}
    hedge = wanted.get("hedge")
    return {
        "quantity": claim is not None,
        "from": claim is not None and (claim.origin.iso3 if claim.origin else None) == wanted.get("from"),
        "to": claim is not None and {d.iso3 for d in claim.destinations} == listed,
        "modality": claim is not None
        and claim.modality.value == wanted.get("modality", claim.modality.value),
        "hedge": claim is not None
        and (hedge is None or (claim.quantity is not None and claim.quantity.hedge.value == hedge)),
    }


def _best(claims: list[Claim], row: Row) -> Claim | None:
    """Return the first claim whose figure is right, else the first with a figure."""
    counted = [c for c in claims if c.quantity is not None]
    return next(
        (c for c in counted if _same(c, row["quantity"], row["quantity"])), counted[0] if counted else None
    )


def _same(claim: Claim, low: float, high: float) -> bool:
    if claim.quantity is None:
        return False
    q = claim.quantity
    return (
        q.value == low
        or (q.low in (low, None) and q.high == high)
        or (q.value is None and low in (q.low, q.high))
    )


def _fields(claim: Claim) -> dict[str, str | None]:
    legs = (claim.origin, *claim.destinations)
    places = (
        claim.at,
        *(reversed(legs) if claim.kind is Kind.RETURN else legs),
    )  # a return counts where it ends
    term = "sheltered" if claim.kind is Kind.SHELTER and claim.status == "housed" else claim.term
    assert claim.quantity is not None
    return {
        "term": TERMS.get(term, OTHER),
        "unit": UNITS.get(claim.quantity.unit, claim.quantity.unit),
        "country": next((p.iso3 for p in places if p and p.iso3), None),
    }


def _report(source: str, text: str, published: date | None) -> Report:
    when = datetime.fromisoformat(f"{published}T12:00:00+00:00") if published else None
    russian = any("а" <= letter <= "я" for letter in text.lower())
    return Report.of(text=text, published=when, source=source, language="ru" if russian else "en")


def _rows(path: Path) -> list[Row] | None:
    if not path.exists():
        return None
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def excerpt_scores() -> dict[str, float]:
    """Return the shares right, by file and field; says so and leaves out a file that is not there."""
    out: dict[str, float] = {}
    for name in (*EXCERPTS, CORRIDOR):
        score = corridor() if name == CORRIDOR else excerpts(name)
        if score is None:
            print(f"{name}: skipped, its file is not in the shared folder")
            continue
        out |= {f"{name}/{field}": n / score.rows for field, n in sorted(score.right.items())}
    return out


def main() -> None:
    """Print the scores, and with ``--errors`` the excerpts read wrongly, by id."""
    scores = {name: excerpts(name) for name in EXCERPTS} | {CORRIDOR: corridor()}
    for name, score in scores.items():
        if score is None:
            print(f"{name}: skipped, {SHARED / name}.jsonl is not here")
            continue
        print(f"{name}: {score}")
        if "--errors" in sys.argv:
            print("\n".join(score.wrong))


if __name__ == "__main__":
    main()
