"""Which days a figure counts, and how much doubt reading them adds."""

from dataclasses import dataclass
from datetime import date, timedelta

from bordercast.reconciliation.crisis import Crisis
from bordercast.reconciliation.statements import Statement
from bordercast.vocabulary import Basis, Kind, Measure

# Judgement, to be re-estimated from hand-labelled claims (sd on the log scale added to the reporter's noise).
SAID_DURING_THE_DAY = 0.6  # share of a day's flow that a running total told on that very day contains
EDGE_DOUBT = 0.3  # of one day's flow: midnight, noon or the hour of the briefing
SINCE_ASSUMED_DOUBT = 0.25  # "40,000 have left": since the trigger, we suppose
NO_START_DOUBT = 0.5  # the same without a trigger to count from
RATE_DAYS = 3  # NOWCAST 2.2: "N a day" speaks of the last three days
NO_START_DAYS = 7  # judgement: news counts back a week


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days ``start`` to ``end``, both included; ``last`` is the share of the last day that counts.

    ``rate`` says that the figure is the mean of the days, not their sum. ``before`` is the first day of the
    equally long stretch compared with, for a change. ``doubt`` is an sd on the log scale.
    """

    start: date
    end: date
    last: float = 1.0
    rate: bool = False
    before: date | None = None
    doubt: float = 0.0

    @property
    def days(self) -> int:
        """How many days it touches."""
        return (self.end - self.start).days + 1


def period_of(statement: Statement, crisis: Crisis) -> Period | str:
    """Return the days a figure counts, or the reason code why nobody can tell."""
    claim, interval, published = statement.claim, statement.claim.interval, statement.published
    end = (interval.end if interval else None) or published
    if end is None:
        return "undated"
    end = min(day for day in (end, published, crisis.as_of) if day is not None)
    if claim.kind is Kind.STOCK and crisis.start is None:
        return "stock_without_start"
    start = interval.start if interval else None
    if start is not None and start > end:
        return "future"
    basis = interval.basis if interval else Basis.PUBLICATION
    told = basis is Basis.PUBLICATION or start is None
    period = _by_measure(statement, start=None if told else start, end=end, crisis=crisis)
    first = period.before or period.start
    if first < crisis.earliest or period.start < crisis.earliest:
        # a comparison may lose its oldest days, a sum may not
        if claim.measure is not Measure.CHANGE or period.start <= crisis.earliest:
            return "starts_long_before"
        period = Period(
            start=period.start, end=period.end, rate=True, before=crisis.earliest, doubt=period.doubt
        )
    return period


def _by_measure(statement: Statement, *, start: date | None, end: date, crisis: Crisis) -> Period:
    measure = statement.claim.measure
    quantity = statement.claim.quantity
    if statement.claim.kind is Kind.STOCK:
        return Period(
            start=min(crisis.start or end, end),
            end=end,
            last=SAID_DURING_THE_DAY if end == statement.published else 1,
        )
    if quantity is not None and quantity.per is not None:
        measure = Measure.DAILY_RATE
    if measure is Measure.DAILY_RATE:
        first = start if start is not None and start < end else end - timedelta(days=RATE_DAYS - 1)
        return Period(start=first, end=end, rate=True, doubt=0.0 if first == start else 0.1)
    if measure is Measure.DAILY:
        first = start or end - timedelta(days=1)  # a day not named: the day of the report or the one before
        return Period(start=first, end=end, rate=True, doubt=0.05 if start is None else 0.0)
    if measure is Measure.CHANGE:
        first = start if start is not None and start < end else end - timedelta(days=RATE_DAYS - 1)
        days = min((end - first).days + 1, 7)
        return Period(start=first, end=end, rate=True, before=first - timedelta(days=days), doubt=0.1)
    doubt = 0.0
    if start is None:
        if measure is Measure.INCREMENT:
            start, doubt = end, SINCE_ASSUMED_DOUBT
        else:
            start, doubt = _since(crisis, end)
    days = (end - start).days + 1
    last = SAID_DURING_THE_DAY if end == statement.published else 1.0
    return Period(start=start, end=end, last=last, doubt=(doubt**2 + (EDGE_DOUBT / days) ** 2) ** 0.5)


def _since(crisis: Crisis, end: date) -> tuple[date, float]:
    if crisis.start is not None and crisis.start <= end:
        return crisis.start, SINCE_ASSUMED_DOUBT
    return end - timedelta(days=NO_START_DAYS - 1), NO_START_DOUBT
