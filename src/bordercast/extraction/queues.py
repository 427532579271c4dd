"""Queues and waiting times at a crossing."""

from bordercast import atlas
from bordercast.extraction.drafts import Line
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Named, Part, country_of
from bordercast.vocabulary import Claim, Kind, Measure, Modality, Where

NEAR = 130.0  # weighted characters between the word and its figure
DELAY = 25  # characters before hours in which "took" stands
GOES_ON = 200  # characters after a queue was named
LENGTHS = frozenset({"vehicle", "km"})
UNITS = frozenset({"vehicle", "km", "hour", "day", "person"})


def queues(line: Line, used: set[int]) -> list[Claim]:
    """Return claims about queues; a figure taken is added to ``used``."""
    words = [m.span() for m in line.language.queue.finditer(line.mask)]
    if line.sentence.question or not (
        words or _goes_on(line) or any(_delayed(line, f) for f in line.sentence.figures)
    ):
        return []
    if line.language.queue_noun.search(line.mask):
        line.setting.queue_until = line.sentence.end + GOES_ON
    found: list[Claim] = []
    for figure in line.sentence.figures:
        where = (figure.start, figure.until)
        if figure.start in used or not figure.counted or figure.unit not in UNITS:
            continue
        near = min((line.sentence.distance(w, where) for w in words), default=0.0)
        if figure.unit in ("hour", "day") and near > NEAR / 2 and _delayed(line, figure):
            near = 0.0
        if figure.unit in LENGTHS and (found or not words) and not figure.per:
            near = 0.0  # more measures of the same queue
        if near > NEAR or (figure.unit in ("person", "day") and near > NEAR / 2) or figure.per:
            continue
        if figure.unit == "person" and not _at_border(line):
            continue  # people wait in hangars and on lawns too
        found.append(_queue(line, figure))
        used.add(figure.start)
    if not found and words:
        found += _unmeasured(line)
    return found


def _delayed(line: Line, figure: Figure) -> bool:
    """Whether hours or days are what a way over a border took: "the trip to Masnaa took ten hours"."""
    if figure.unit not in ("hour", "day") or not figure.counted or not _at_border(line):
        return False
    return line.language.delay.search(line.mask, max(0, figure.start - DELAY), figure.start) is not None


def _goes_on(line: Line) -> bool:
    """Whether a sentence only measures the queue spoken of before it: "3,000 vehicles at noon; 15 kilometres"."""
    if line.sentence.start > line.setting.queue_until or not any(
        f.unit in LENGTHS for f in line.sentence.figures
    ):
        return False
    return not any(motion.pattern.search(line.mask) for motion in line.language.motions if not motion.weak)


def _at_border(line: Line) -> bool:
    """Whether the sentence names a border or a crossing."""
    crossings = any(p.place.level is atlas.Level.CROSSING for p in line.sentence.places)
    return crossings or line.language.border.search(line.mask) is not None


def _unmeasured(line: Line) -> list[Claim]:
    """Return a queue whose length nobody gave, or that there is none, when it is at a border or on the way to one."""
    language, mask = line.language, line.mask
    queue = language.queue_noun.search(mask)
    placed = _crossing(line)
    if queue is None or not (
        _at_border(line)
        or (line.setting.border and line.setting.last and line.setting.last.kind is Kind.QUEUE)
    ):
        return []
    crossing, at = placed
    origin, destinations = _sides(line, crossing)
    return [
        line.claim(
            Kind.QUEUE,
            "queue",
            queue.span(),
            measure=Measure.POINT,
            origin=origin,
            destinations=destinations,
            via=(crossing.where,) if crossing else (),
            at=at,
            when=line.when(queue.span()),
            modality=Modality.NEGATED if language.no_queue.search(mask) else None,
        )
    ]


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
    """Return the crossing where the queue stands, and that place: named here, or the last one the report named."""
    crossings = [p for p in line.sentence.places if p.place.level is atlas.Level.CROSSING]
    if crossings:
        return crossings[0], crossings[0].where
    here = (Part.AT, Part.VIA, Part.DESTINATION, Part.BORDER_WITH, Part.NONE)
    near = [p for p in line.sentence.places if line.parts[p.start] in here]
    small = [p for p in near if p.place.level in (atlas.Level.CITY, atlas.Level.REGION)]
    if small:
        return None, small[0].where
    setting = line.setting
    if setting.crossing is not None:
        return setting.crossing, setting.crossing.where
    last = setting.last.at if setting.last is not None and setting.last.kind is Kind.QUEUE else None
    host = country_of(setting.host) if setting.host else None
    return None, near[0].where if near else (last or setting.border or host)


def _sides(line: Line, crossing: Named | None) -> tuple[Where | None, tuple[Where, ...]]:
    source = line.setting.source
    if crossing is not None:
        pair = [c for c in (crossing.place.iso3, *crossing.place.also) if c]
        if source in pair and len(pair) == 2:
            other = pair[1 - pair.index(source)]
            return country_of(source), (country_of(other),)
        return None, ()  # which way the queue faces is not said
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
