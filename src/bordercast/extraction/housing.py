"""Homes destroyed and damaged."""

from bordercast.extraction.drafts import Line
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Part, country_of
from bordercast.vocabulary import Claim, Kind, Measure, Where

REACH = 60  # characters after a figure in which the homes may be named
NEAR = 70.0  # weighted characters between the homes and what happened to them


def housing(line: Line, used: set[int]) -> list[Claim]:
    """Return a claim for each count of homes destroyed or damaged; a figure taken is added to ``used``."""
    found: list[Claim] = []
    for figure in line.sentence.figures:
        if figure.start in used or not figure.counted or figure.unit not in ("dwelling", "household", None):
            continue
        term = _term(line, figure)
        homes = figure.unit == "dwelling" or (found and figure.unit is None)
        if figure.unit is None and not found:
            continue
        if term is None or not (
            homes
            or line.language.dwelling.search(
                line.mask, figure.start, min(len(line.mask), figure.until + REACH)
            )
        ):
            continue
        used.add(figure.start)
        where = (figure.start, figure.until)
        unit = figure.unit or (found[-1].quantity.unit if found and found[-1].quantity else "dwelling")
        found.append(
            line.claim(
                Kind.STOCK,
                term,
                where,
                quantity=figure.quantity(unit),
                measure=Measure.POINT,
                at=place_of(line, where),
                when=line.when(where),
            )
        )
    return found


def place_of(line: Line, where: tuple[int, int]) -> Where | None:
    """Return where something happened: the nearest place of the sentence that is no people, else the report's."""
    places = [
        p
        for p in line.sentence.places
        if line.parts[p.start] is not Part.PEOPLE and p.iso3 and not line.speaks(p)
    ]
    if places:
        small = [p for p in places if line.parts[p.start] is Part.AT] or places
        return min(small, key=lambda p: line.sentence.distance((p.start, p.end), where)).where
    home = line.setting.source or line.setting.place or line.setting.host
    return country_of(home) if home else None


def _term(line: Line, figure: Figure) -> str | None:
    where = (figure.start, figure.until)
    best: tuple[float, str] | None = None
    for pattern, term in line.language.housing:
        for m in pattern.finditer(line.mask):
            distance = line.sentence.distance(m.span(), where)
            if distance <= NEAR and (best is None or distance < best[0]):
                best = (distance, term)
    return best[1] if best else None
