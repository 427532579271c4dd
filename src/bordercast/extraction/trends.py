"""Changes and shares: "up 30 per cent", "has dramatically increased", "nobody has crossed"."""

import re

from msgspec.structs import replace

from bordercast.extraction.drafts import Line
from bordercast.extraction.housing import place_of
from bordercast.extraction.legs import legs
from bordercast.extraction.moving import NEAR, Hit, hits
from bordercast.extraction.numbers import Figure
from bordercast.extraction.population import nationality, population
from bordercast.vocabulary import Claim, Hedge, Kind, Measure, Modality, Quantity

OF_WHOLE = 14  # characters after "60 per cent" in which "of those arriving" names the whole
CHANGE_NEAR = 90.0  # weighted characters between a percentage and "rose"
SUBJECT = re.compile(
    r"(?:number|flow|stream|influx|arrivals|departures|traffic|crossings|outflow|число|количество|поток\w*|въезд\w*|выезд\w*)"
)
MOVING = frozenset({"flow", "stream", "influx", "crossings", "outflow", "поток", "потоки", "потока"})
# "12 per cent more than a day earlier"
COMPARED = (
    (re.compile(r"\s(?:more|higher|up|больше|выше|більше)(?!\w)"), "increased"),
    (re.compile(r"\s(?:fewer|less|lower|down|меньше|ниже|менше)(?!\w)"), "decreased"),
)
NOBODY_NEAR = 60.0


# a share of goods that cross is no share of people
GOODS = re.compile(
    r"\s(?:of|всего|от)\s(?:[\w§'’]+\s){0,4}?(?:imports?|exports?|trade|goods|food|grain|gas|oil|traffic|revenue|товар\w*|импорт\w*|экспорт\w*)(?!\w)"
)


def share(line: Line, figure: Figure) -> Claim | None:
    """Return "60 per cent of arrivals leave again" as a share, "up 30 per cent" as a change."""
    where = (figure.start, figure.until)
    near = [h for h in hits(line, where) if h.distance <= NEAR]
    if not near:
        return None
    goods = any(not f.counted for f in line.sentence.figures)  # a share of tonnes or money
    if goods or GOODS.match(line.mask, figure.until):
        return None
    whole = [h for h in near if figure.until <= h.span[0] <= figure.until + OF_WHOLE]
    later = [h for h in near if whole and h.span[0] > whole[0].span[1]]
    hit = later[0] if later else near[0]  # "60 per cent of those arriving leave again" leave
    status = next(
        (
            label
            for pattern, label in line.language.surge
            for m in pattern.finditer(line.mask)
            if line.sentence.distance(m.span(), where) < CHANGE_NEAR
        ),
        None,
    )
    more = next((label for word, label in COMPARED if word.match(line.mask, figure.until)), None)
    status = more or status
    return _claim(
        line,
        figure,
        hit,
        where,
        quantity=figure.quantity(),
        measure=Measure.CHANGE if status else Measure.SHARE,
        status=status,
    )


def trend(line: Line) -> Claim | None:
    """Return "the number of Russians entering has dramatically increased": a change without a number."""
    subject = SUBJECT.search(line.mask)
    if subject is None or line.sentence.question:
        return None
    for pattern, status in line.language.surge:
        for m in pattern.finditer(line.mask):
            moving = [h for h in hits(line, m.span()) if h.distance < NEAR / 2]
            if not moving and subject[0] in MOVING:
                moving = [
                    Hit(
                        span=subject.span(),
                        kind=Kind.FLOW,
                        term="crossed_border",
                        object_is=None,
                        distance=0.0,
                    )
                ]
            if not moving or line.sentence.distance(subject.span(), m.span()) > NEAR:
                continue
            claim = _claim(
                line, _anchor(m.span()), moving[0], m.span(), measure=Measure.CHANGE, status=status
            )
            if claim and claim.origin and (claim.destinations or moving[0].term == "left_country"):
                return claim
    return None


def nobody(line: Line) -> Claim | None:
    """Return "so far nobody has crossed": a movement that did not happen."""
    found = line.language.nobody.search(line.mask)
    if found is None or line.sentence.question:
        return None
    near = [
        h for h in hits(line, found.span()) if h.distance < NOBODY_NEAR and h.term != "asylum_application"
    ]
    if not near:
        return None
    hit = near[0]
    if "," in line.mask[min(found.end(), hit.span[1]) : max(found.start(), hit.span[0])]:
        return None
    return _claim(
        line, _anchor(found.span()), hit, hit.span, measure=Measure.UNSPECIFIED, modality=Modality.NEGATED
    )


def _claim(  # noqa: PLR0913 - what the three kinds of change differ in
    line: Line,
    figure: Figure,
    hit: Hit,
    where: tuple[int, int],
    *,
    measure: Measure,
    quantity: Quantity | None = None,
    status: str | None = None,
    modality: Modality | None = None,
) -> Claim | None:
    people = nationality(line, figure)
    found = legs(line, figure, hit, people)
    if (
        found.kind is Kind.FLOW
        and found.origin is None
        and not found.destinations
        and hit.object_is == "origin"
    ):
        found = replace(found, origin=place_of(line, where))
    if found.kind is Kind.STOCK or (found.origin is None and not found.destinations):
        return None
    return line.claim(
        found.kind,
        hit.term,
        where,
        quantity=quantity,
        measure=measure,
        population=population(line, figure, people),
        origin=found.origin,
        destinations=found.destinations,
        via=found.via,
        at=found.at,
        when=line.when(where),
        modality=modality,
        status=status,
    )


def _anchor(span: tuple[int, int]) -> Figure:
    """Return a stand-in for a figure at the place of a word."""
    return Figure(
        start=span[0],
        end=span[1],
        until=span[1],
        value=None,
        low=None,
        high=None,
        hedge=Hedge.EXACT,
        unit=None,
        per=None,
        noun="",
        counted=True,
    )
