"""Which days a figure counts, and how much doubt reading them adds."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bordercast.reconciliation.crisis import Crisis
from bordercast.reconciliation.statements import Statement
from bordercast.vocabulary import Basis, Kind, Measure

# Judgement, to be re-estimated from hand-labelled claims (sd on the log scale added to the reporter's noise).
SAID_DURING_THE_DAY = 0.6  # share of a day's flow that a running total told on that very day contains
TOLD_AFTER_HOURS = (
    1.0  # a report comes out so long after the count it quotes; its hour, when known, replaces .6
)
LEAST_OF_THE_DAY = 0.15
EDGE_DOUBT = 0.3  # of one day's flow: midnight, noon or the hour of the briefing
SINCE_ASSUMED_DOUBT = 0.25  # "40,000 have left": since the trigger, we suppose
RUNNING_TOTAL_DOUBT = 0.05  # "the total has reached": hardly anything but since the beginning
NO_START_DOUBT = 0.5  # the same without a trigger to count from
RATE_DAYS = 3  # model-sources 2.2: "N a day" speaks of the last three days
NO_START_DAYS = 7  # judgement: news counts back a week

_CLOCK = r"(?:\d{1,2}|six|seven|eight|nine|ten|noon|midnight)\b"
_A_DAY = re.compile(
    rf"(24|twenty-four)[- ]hours?|24 h\b|\b(past|last) day\b|from {_CLOCK}.{{0,40}}\bto {_CLOCK}"
    r"|за (минувшие |последние |прошедшие )?сутки|24 часа",
    re.IGNORECASE,
)


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
    grew = claim.measure in (Measure.CHANGE, Measure.INCREMENT)
    if claim.kind is Kind.STOCK and not grew and crisis.start is None:
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
    if statement.claim.kind is Kind.STOCK and measure in (Measure.CHANGE, Measure.INCREMENT):
        first = start or end - timedelta(days=NO_START_DAYS - 1)
        unsure = SINCE_ASSUMED_DOUBT if start is None else EDGE_DOUBT / ((end - first).days + 1)
        return Period(start=first, end=end, last=_told_by(statement, end), doubt=unsure)
    if statement.claim.kind is Kind.STOCK:
        return Period(
            start=min(crisis.start or end, end),
            end=end,
            last=_told_by(statement, end),
        )
    two_dates = start is not None and (end - start).days == 1
    if two_dates and measure is Measure.PERIOD and _A_DAY.search(statement.claim.evidence[0].quote):
        measure = Measure.DAILY  # "in 24 hours", from ten to ten: a day's worth over two dates
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
    return _summed(statement, measure, start=start, end=end, crisis=crisis)


def _summed(
    statement: Statement, measure: Measure, *, start: date | None, end: date, crisis: Crisis
) -> Period:
    """The days a sum counts: since its start, since the trigger, or the last week."""
    doubt = 0.0
    if measure is Measure.CUMULATIVE and start == end and crisis.start is not None and crisis.start < end:
        start = None  # "has reached 13,350 by 26 September": the day is the reading's, not the count's
    if start is None and measure is Measure.INCREMENT:
        start, doubt = end, SINCE_ASSUMED_DOUBT
    elif start is None:
        start, doubt = _since(crisis, end)
        if measure is Measure.CUMULATIVE and doubt < NO_START_DOUBT:
            doubt = RUNNING_TOTAL_DOUBT
    days = (end - start).days + 1
    last = _told_by(statement, end)
    return Period(start=start, end=end, last=last, doubt=(doubt**2 + (EDGE_DOUBT / days) ** 2) ** 0.5)


def _since(crisis: Crisis, end: date) -> tuple[date, float]:
    if crisis.start is not None and crisis.start <= end:
        return crisis.start, SINCE_ASSUMED_DOUBT
    return end - timedelta(days=NO_START_DAYS - 1), NO_START_DOUBT


def _told_by(statement: Statement, end: date) -> float:
    """The share of the last day that a figure can contain: by the hour it was published, where that is known."""
    moment = statement.report.published if statement.report else None
    if moment is None or moment.date() != end:
        return 1.0
    hour = moment.hour + moment.minute / 60
    if hour == 0:  # midnight sharp stands for "no hour given"
        return SAID_DURING_THE_DAY
    return min(max((hour - TOLD_AFTER_HOURS) / 24, LEAST_OF_THE_DAY), 1.0)
