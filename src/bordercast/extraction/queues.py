"""Queues and waiting times at a crossing."""

from bordercast import atlas
from bordercast.extraction.drafts import Line
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Named, Part, country_of
from bordercast.vocabulary import Claim, Kind, Measure, Where

NEAR = 130.0  # weighted characters between the word and its figure
UNITS = frozenset({"vehicle", "km", "hour", "day", "person"})


def queues(line: Line, used: set[int]) -> list[Claim]:
    """Return claims about queues; a figure taken is added to ``used``."""
    words = [m.span() for m in line.language.queue.finditer(line.mask)]
    if not words:
        return []
    found: list[Claim] = []
    for figure in line.sentence.figures:
        where = (figure.start, figure.until)
        if figure.start in used or not figure.counted or figure.unit not in UNITS:
            continue
        near = min(line.sentence.distance(w, where) for w in words)
        if near > NEAR or (figure.unit in ("person", "day") and near > NEAR / 3) or figure.per:
            continue
        found.append(_queue(line, figure))
        used.add(figure.start)
    return found


def _queue(line: Line, figure: Figure) -> Claim:
    where = (figure.start, figure.until)
    crossing, at = _crossing(line)
    origin, destinations = _sides(line, crossing)
    return line.claim(
        Kind.QUEUE,
        "waiting_time" if figure.unit in ("hour", "day") else "queue",
        where,
        quantity=figure.quantity(),
        measure=Measure.POINT,
        origin=origin,
        destinations=destinations,
        via=(crossing.where,) if crossing else (),
        at=at,
        when=line.when(where),
    )


def _crossing(line: Line) -> tuple[Named | None, Where | None]:
    crossings = [p for p in line.sentence.places if p.place.level is atlas.Level.CROSSING]
    if crossings:
        return crossings[0], crossings[0].where
    near = [
        p
        for p in line.sentence.places
        if line.parts[p.start] in (Part.AT, Part.VIA, Part.DESTINATION, Part.BORDER_WITH, Part.NONE)
    ]
    if near:
        return None, near[0].where
    last = line.setting.last
    if last is not None and last.kind is Kind.QUEUE and last.at:
        return None, last.at
    if line.setting.border:
        return None, line.setting.border
    return None, country_of(line.setting.host) if line.setting.host else None


def _sides(line: Line, crossing: Named | None) -> tuple[Where | None, tuple[Where, ...]]:
    source = line.setting.source
    if crossing is not None:
        pair = [c for c in (crossing.place.iso3, *crossing.place.also) if c]
        if source in pair and len(pair) == 2:
            other = pair[1 - pair.index(source)]
            return country_of(source), (country_of(other),)
    goals = [
        p.country
        for p in line.sentence.places
        if line.parts[p.start] in (Part.DESTINATION, Part.BORDER_WITH) and p.iso3 and p.iso3 != source
    ]
    origin = country_of(source) if source and (goals or line.setting.host) else None
    if goals:
        return origin, tuple(dict.fromkeys(goals))
    return origin, (
        country_of(line.setting.host),
    ) if line.setting.host and line.setting.host != source else ()
