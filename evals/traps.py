"""Place names that mislead, and expressions of time, one short text each: what the rules make of them.

``gold/places.tsv`` marks one word or name of a text with ‹ ›: ``means`` is the country it lies in (``A|B`` when either
will do, ``-`` for no place), ``never`` the countries that no claim of the text may carry. ``gold/dates.tsv`` marks an
expression of time: ``start`` and ``end`` are its first and last day against the day of publication, both included,
``-`` when it cannot be resolved. Both were written before the rules were tried on them, half of each held out.

    python evals/traps.py --errors dev     every row of the dev half that is not right
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bordercast.extraction import extract
from bordercast.extraction.extract import LANGUAGES
from bordercast.extraction.places import name_places
from bordercast.extraction.sentence import Sentence, annotate
from bordercast.vocabulary import Claim, Report

GOLD = Path(__file__).parent / "gold"
SPLITS = ("dev", "heldout")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row: ``read`` by the reading itself, ``told`` by the claims made from it."""

    row: Row
    read: str  # right, silent, wrong
    told: str
    found: str


def places(split: str) -> list[Outcome]:
    """Return what the rules make of the place traps of a split.

    ``read`` is right when the marked name is taken for the country meant (or for no place), silent when it is taken
    for none though one is meant, wrong when for another. ``told`` is wrong when a claim carries a country it must not,
    right when one carries the country meant or none is meant, else silent.
    """
    return [_place(row) for row in _rows("places.tsv", split)]


def dates(split: str) -> list[Outcome]:
    """Return what the rules make of the expressions of time of a split.

    ``read`` is right when a time that overlaps the marked words has exactly those days, silent when none overlaps them.
    ``told`` asks the same of the intervals of the claims.
    """
    return [_date(row) for row in _rows("dates.tsv", split)]


def trap_scores() -> dict[str, float]:
    """Return the shares of rows read right, by split; ``sure`` is the share that is not read as a wrong country."""
    out: dict[str, float] = {}
    for split in SPLITS:
        named, timed = places(split), dates(split)
        resolvable = [o for o in timed if o.row["start"] != "-"]
        out |= {
            f"places/{split}/right": _share(named, "read", "right"),
            f"places/{split}/sure": 1 - sum("wrong" in (o.read, o.told) for o in named) / len(named),
            f"dates/{split}/right": _share(resolvable, "read", "right"),
            f"dates/{split}/told": _share(resolvable, "told", "right"),
        }
    return out


def _share(outcomes: list[Outcome], what: str, wanted: str) -> float:
    return sum(getattr(o, what) == wanted for o in outcomes) / len(outcomes)


def _place(row: Row) -> Outcome:
    text, start, end = _marked(row["text"])
    meant = frozenset(row["means"].split("|"))
    readings = [
        n for n in name_places(text, LANGUAGES[row["language"]]) if n.start < end and start < n.end and n.iso3
    ]
    codes = {n.iso3 or "-" for n in readings} or {"-"}
    read = "right" if codes <= meant else ("silent" if codes == {"-"} else "wrong")
    told = {w.iso3 for c in _claims(row, text, date(2024, 1, 1)) for w in _wheres(c)}
    if told & frozenset(row["never"].split()):
        said = "wrong"
    else:
        said = "right" if told & meant or "-" in meant else "silent"
    return Outcome(row, read, said, f"{sorted(codes)} {sorted(filter(None, told))}")


def _date(row: Row) -> Outcome:
    text, start, end = _marked(row["text"])
    published = date.fromisoformat(row["published"])
    wanted = (row["start"], row["end"])
    sentence = _sentence(text, published, row["language"])
    here = [(str(t.first), str(t.last)) for t in sentence.times if t.start < end and start < t.end]
    said = [
        (str(c.interval.start), str(c.interval.end))
        for c in _claims(row, text, published)
        if c.interval and c.interval.basis.value != "publication"
    ]
    return Outcome(row, _days(here, wanted), _days(said, wanted), f"{here} {said}")


def _days(found: list[tuple[str, str]], wanted: tuple[str, str]) -> str:
    if wanted[0] == "-":
        return "wrong" if found else "right"
    return "right" if wanted in found else ("wrong" if found else "silent")


def _sentence(text: str, published: date, code: str) -> Sentence:
    language = LANGUAGES[code]
    named = name_places(text, language)
    return annotate(
        text,
        start=0,
        paragraph=0,
        places=named,
        published=published,
        language=language,
        countries=frozenset(n.iso3 for n in named if n.iso3),
        open_quote=False,
        headline=False,
    )


def _claims(row: Row, text: str, published: date) -> list[Claim]:
    moment = datetime(published.year, published.month, published.day, 18, tzinfo=UTC)
    return list(extract([Report.of(text=text, published=moment, language=row["language"])]))


def _wheres(claim: Claim) -> list:
    return [w for w in (claim.origin, *claim.destinations, *claim.via, claim.at) if w is not None]


def _marked(text: str) -> tuple[str, int, int]:
    """Return the text without its marks, and where the marked words stand in it."""
    start, end = text.index("‹"), text.index("›") - 1
    return text.replace("‹", "").replace("›", ""), start, end


def _rows(name: str, split: str) -> Iterator[Row]:
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["split"] == split:
                yield row


def main() -> None:
    """Print counts for both halves, and with ``--errors dev`` the rows of that half that are not right."""
    for split in SPLITS:
        for name, outcomes in (("places", places(split)), ("dates", dates(split))):
            for what in ("read", "told"):
                counts = {
                    k: sum(getattr(o, what) == k for o in outcomes) for k in ("right", "silent", "wrong")
                }
                print(f"{name:6} {split:8} {what}: {counts} of {len(outcomes)}")
            if sys.argv[1:] == ["--errors", "dev"] and split == "dev":
                for o in outcomes:
                    if (o.read, o.told) != ("right", "right"):
                        print(
                            f"  {o.read:6} {o.told:6} {o.found} | wanted {[*o.row.values()][2:-1]} | {o.row['text']}"
                        )


if __name__ == "__main__":
    main()
