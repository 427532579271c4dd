"""Killed, wounded, missing."""

import re

from bordercast.extraction.drafts import Line
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Part, country_of
from bordercast.vocabulary import Claim, Hedge, Kind, Measure

IN_CARE = re.compile(r"in (?:hospitals?|treatment)|being treated|patients|в больниц\w+|госпитализ\w+")
BESIDE = 20.0  # weighted characters: "were killed" right after the noun
NEAR = 75.0


def casualties(line: Line, used: set[int]) -> list[Claim]:
    """Return a claim for each figure of casualties; a figure taken is added to ``used``."""
    found: list[Claim] = []
    for figure in line.sentence.figures:
        if figure.start in used or not figure.counted or figure.unit not in ("person", None):
            continue
        where = (figure.start, figure.until)
        best: tuple[float, str] | None = None
        for pattern, term in line.language.casualties:
            for m in pattern.finditer(line.mask):
                distance = line.sentence.distance(m.span(), where) * (1.0 if m.start() >= figure.end else 1.4)
                if best is None or distance < best[0]:
                    best = (distance, term)
        if best is None or best[0] > NEAR:
            continue
        if _moved_nearer(line, where, best[0]):
            continue
        used.add(figure.start)
        places = [p for p in line.sentence.places if line.parts[p.start] in (Part.AT, Part.NONE) and p.iso3]
        owners = [p for p in line.sentence.places if line.parts[p.start] is Part.OWNER and p.iso3]
        home = line.setting.source or (owners[0].iso3 if owners else line.setting.place)
        at = places[0].where if places else (country_of(home) if home else None)
        found.append(
            line.claim(
                Kind.CASUALTY,
                best[1],
                where,
                quantity=figure.quantity("person"),
                measure=_measure(line, figure, best[1]),
                population=line.setting.population,
                at=at,
                when=line.when(where),
            )
        )
    return found


def _measure(line: Line, figure: Figure, term: str) -> Measure:
    """Return a toll as a running total; those in treatment are so many at a moment, vague words say nothing."""
    if figure.hedge is Hedge.VAGUE:
        return Measure.UNSPECIFIED
    return Measure.POINT if term == "wounded" and IN_CARE.search(line.mask) else Measure.CUMULATIVE


def _moved_nearer(line: Line, where: tuple[int, int], distance: float) -> bool:
    """Whether a word of movement is nearer to the figure than the word of harm."""
    cues = [
        motion.pattern
        for motion in line.language.motions
        if motion.term in ("displaced", "fled", "crossed_border", "arrived", "evacuated", "relocated")
    ]
    cues += [pattern for pattern, term in line.language.stays if term in ("homeless", "displaced")]
    return any(
        line.sentence.distance(m.span(), where) < distance
        for cue in cues
        for m in cue.finditer(line.mask)
        if not (where[0] <= m.start() < where[1] and distance < BESIDE)  # "230 displaced people were killed"
    )
