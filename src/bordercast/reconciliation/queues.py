"""A queue and the wait in it tell what a crossing passes: 2,000 cars who wait ten hours are 4,800 cars a day.

This is Little's law. A length alone, or a wait alone, says nothing of a flow and stays with its crossing. The two must stand
in one report, at one crossing and on one day. Where the crossing is one of several of its border, what it passes
is a bound from below, as any figure of one crossing is.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bordercast import atlas
from bordercast.reconciliation.statements import Standing, Statement
from bordercast.reconciliation.voices import plain
from bordercast.vocabulary import Claim, Hedge, Kind, Measure, Quantity, Where

THROUGHPUT = "throughput"  # the term of a flow that was read off a queue
THROUGHPUT_DOUBT = (
    0.5  # sd on the log scale: both numbers are glimpses, and queues are seldom steady; judgement
)
HOURS = {"hour": 1.0, "day": 24.0}
LENGTHS = ("person", "vehicle")  # kilometres would need one more guess
SHORTEST_WAIT = 1.0  # hours; below, the crossing was not full, and any number of people may pass a day
DAY_HOURS = 24.0


@dataclass(frozen=True, slots=True)
class _Place:
    report: str
    crossing: str
    day: date


def with_throughputs(statements: Iterable[Statement], home: str | None) -> tuple[Statement, ...]:
    """Return the statements, the length of each queue whose wait is known said as a flow: so many a day.

    It keeps the id of the claim that gives the length. The claim that gives the wait stays as it is, and is shown. A
    queue whose direction nobody said is of those who leave ``home``.
    """
    listed = tuple(statements)
    lengths: dict[_Place, Statement] = {}
    waits: dict[_Place, list[float]] = defaultdict(list)
    for statement in listed:
        place, quantity = _place(statement), statement.claim.quantity
        if place is None or quantity is None:
            continue
        if quantity.unit in HOURS:
            waits[place].append(quantity.middle * HOURS[quantity.unit])
        elif quantity.unit in LENGTHS:
            before = lengths.get(place)
            # a report that counts cars and people means the same queue; the longest is the whole of it
            if before is None or _longer(statement, before):
                lengths[place] = statement
    flows = {
        lengths[place].claim.id: _as_flow(lengths[place], max(hours), home)
        for place, hours in waits.items()
        if place in lengths and max(hours) >= SHORTEST_WAIT
    }
    return tuple(flows.get(s.claim.id, s) for s in listed)


def _place(statement: Statement) -> _Place | None:
    claim = statement.claim
    day = (claim.interval.end if claim.interval else None) or statement.published
    named = _crossing(claim)
    if (
        claim.kind is not Kind.QUEUE
        or not claim.modality.factual
        or claim.measure is Measure.CHANGE
        or statement.standing is Standing.REJECTED
        or day is None
        or named is None
    ):
        return None
    return _Place(report=claim.report_id, crossing=named.id, day=day)


def _crossing(claim: Claim) -> atlas.Crossing | None:
    wanted = {plain(place.name) for place in (*claim.via, *((claim.at,) if claim.at else ()))}
    return next((c for c in atlas.crossings() if wanted & {plain(c.name), *map(plain, c.variants)}), None)


def _longer(one: Statement, other: Statement) -> bool:
    first, second = one.claim.quantity, other.claim.quantity
    assert first is not None
    assert second is not None
    return (first.unit == "vehicle", first.middle, one.claim.id) > (
        second.unit == "vehicle",
        second.middle,
        other.claim.id,
    )


def _as_flow(statement: Statement, hours: float, home: str | None) -> Statement:
    claim, crossing = statement.claim, _crossing(statement.claim)
    assert claim.quantity is not None
    assert crossing is not None
    start = claim.origin.iso3 if claim.origin else home
    if start not in (crossing.a, crossing.b):
        return statement
    end = crossing.b if start == crossing.a else crossing.a
    passed = claim.quantity.middle * DAY_HOURS / hours
    flow = replace(
        claim,
        kind=Kind.FLOW,
        term=THROUGHPUT,
        quantity=Quantity(
            value=passed, low=passed, high=passed, hedge=Hedge.APPROX, unit=claim.quantity.unit, per="day"
        ),
        measure=Measure.DAILY_RATE,
        origin=Where(iso3=start, name=start),
        destinations=(Where(iso3=end, name=end),),
        via=(Where(iso3=None, name=crossing.name),),
        at=None,
    )
    return replace(statement, claim=flow)
