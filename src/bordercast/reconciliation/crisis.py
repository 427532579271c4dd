"""When it began: the trigger days, and how far back claims may speak."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bordercast.reconciliation.options import ReconciliationOptions
from bordercast.reconciliation.statements import Standing, Statement
from bordercast.vocabulary import Basis, Kind

TRIGGER_REACH_DAYS = 120  # judgement: an older trigger explains no daily flow of today, and days cost time
MOST_TRIGGERS = 3  # judgement: more steps than this cannot be told apart by press figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A day from which people left, and the country it happened in (None: not said)."""

    day: date
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A day on which a border is said to have shut, opened or been restricted: what crosses it may leap."""

    day: date
    ends: frozenset[str]
    status: str  # closed, restricted or open, from that day


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """The triggers, oldest first, the first day a claim may speak of, and the breaks at borders."""

    triggers: tuple[Trigger, ...]
    earliest: date
    as_of: date
    breaks: tuple[Break, ...] = ()

    @property
    def start(self) -> date | None:
        """The day of the first trigger, or None when nobody names one."""
        return self.triggers[0].day if self.triggers else None


def crisis_of(statements: Iterable[Statement], *, as_of: date, options: ReconciliationOptions) -> Crisis:
    """Return what the trigger claims say, each event dated by the day most of its claims give."""
    days: dict[tuple[str, str], Counter[date]] = {}
    for statement in statements:
        claim, interval = statement.claim, statement.claim.interval
        if (
            claim.kind is not Kind.TRIGGER
            or not claim.modality.factual
            or statement.standing in (Standing.REJECTED, Standing.DUPLICATE)
            or interval is None
            or interval.start is None
            or interval.basis in (Basis.HISTORICAL, Basis.FUTURE)
            or not as_of - timedelta(days=TRIGGER_REACH_DAYS) <= interval.start <= as_of
        ):
            continue
        # a date written or known from the atlas counts for more than the day the report happened to come out
        sure = 1 if interval.basis is Basis.PUBLICATION else 3
        place = claim.at or claim.origin
        key = ((place.iso3 or "") if place else "", claim.term)
        days.setdefault(key, Counter())[interval.start] += sure
    dated = sorted(
        (-sum(c.values()), min(c, key=lambda d: (-c[d], d)), country) for (country, _), c in days.items()
    )
    triggers = tuple(
        Trigger(day=day, country=country or None)
        for day, country in sorted((day, country) for _, day, country in dated[:MOST_TRIGGERS])
    )
    if triggers:
        earliest = triggers[0].day - timedelta(days=options.baseline_days)
    else:
        earliest = as_of - timedelta(days=options.reach_days)
    return Crisis(triggers=triggers, earliest=earliest, as_of=as_of)
