"""Real statements of two crises as claims, and a score against what officials said later.

``python evals/facts.py`` replays Russia 2022 and Nagorno-Karabakh 2023 day by day from the shared facts (figures with
source and date; skipped with a plain message where they are absent). A question is an exact figure that an official voice
gave *after* the day the answer was made: persons over the very days it counts. Past: its last day lies three days
or more before; today: about then; ahead: four to ten days later. No figure that is asked for was known to the model.
"""

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
from baselines import BASELINES, crps, figures_of
from crises import Answer, report
from series import SHARED

from bordercast import atlas
from bordercast.forecasting import forecast
from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.vocabulary import (
    Attribution,
    Basis,
    Chance,
    Claim,
    Corridor,
    Hedge,
    Interval,
    Kind,
    Measure,
    Modality,
    Quantity,
    Report,
    Scenario,
    SourceType,
    Where,
)

CRISES = {
    "russia2022": ("RUS", date(2022, 9, 24), date(2022, 10, 4)),
    "nagorno_karabakh2023": ("AZE", date(2023, 9, 25), date(2023, 10, 2)),
}
TRIGGERS = {"russia2022": date(2022, 9, 21), "nagorno_karabakh2023": date(2023, 9, 24)}
MOVES = ("cumulative arrivals", "arrivals", "departures", "onward departures", "registrations")
OPTIONS = ReconciliationOptions(draws=400)
_HEDGES = {"at_most": Hedge.UP_TO, "order_of_magnitude": Hedge.VAGUE}
_HOUR = re.compile(r"as of (\d{1,2})(?::(\d\d))?")
_UNNAMED = re.compile(r"\bsource\b|traveller|refugee|press tally|media", re.IGNORECASE)
_PART = re.compile(
    r"^(men|women|children|disab|with disabilit|of which|by buses)|\bonly\b|without visas", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The statements of one crisis as reports and claims, and which claims are exact official counts."""

    name: str
    origin: str
    reports: dict[str, Report]
    claims: tuple[Claim, ...]
    counts: frozenset[str]


def main() -> int:
    """Replay both crises and print the scores."""
    answers: list[Answer] = []
    for name in CRISES:
        facts = facts_of(name)
        if facts is None:
            print(f"The facts of {name} are not here: put the shared data beside the project to run this.")
            continue
        found = list(replay(facts))
        report(name, found)
        answers += found
    if answers:
        report("both", answers)
    return 0


def facts_of(name: str) -> Facts | None:
    """Return the statements of a crisis; None where the shared facts are absent."""
    source = SHARED / f"{name}_facts.csv"
    if not source.exists():
        return None
    origin = CRISES[name][0]
    reports: dict[str, Report] = {}
    claims: list[Claim] = []
    counts = set()
    with source.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    trigger = _report(f"It began on {TRIGGERS[name]}.", "wire", TRIGGERS[name], None)
    reports[trigger.id] = trigger
    claims.append(_trigger(trigger, origin, TRIGGERS[name]))
    for nth, row in enumerate(rows):
        made = _claim(row, nth, origin)
        if made is None:
            continue
        said, claim = made
        reports[said.id] = said
        claims.append(claim)
        if (
            claim.quantity is not None
            and claim.quantity.hedge in (Hedge.EXACT, Hedge.APPROX)
            and claim.quantity.unit == "person"
            and claim.kind is Kind.FLOW
            and claim.attribution.source_type is SourceType.OFFICIAL
            and len(claim.destinations) == 1
            and claim.population is None
            and claim.term == "arrived"
        ):
            counts.add(claim.id)
    return Facts(name=name, origin=origin, reports=reports, claims=tuple(claims), counts=frozenset(counts))


def replay(facts: Facts) -> Iterator[Answer]:
    """Yield the answers of every day of the replay."""
    _, first, last = CRISES[facts.name]
    for offset in range((last - first).days + 1):
        as_of = first + timedelta(days=offset)
        estimate, _ = reconcile(facts.reports.values(), facts.claims, as_of=as_of, options=OPTIONS)
        if estimate is None:
            continue
        ahead = forecast(estimate, Scenario(), days=14, chance=Chance())
        days = {d: i for i, d in enumerate((*estimate.days, *ahead.days))}
        zero = estimate.days[0]
        for claim in facts.claims:
            if claim.id not in facts.counts or facts.reports[claim.report_id].published_on <= as_of:
                continue
            assert claim.interval is not None
            assert claim.interval.start is not None
            assert claim.interval.end is not None
            assert claim.quantity is not None
            corridor = Corridor(origin=facts.origin, destination=claim.destinations[0].iso3 or "")
            start, end = claim.interval.start, claim.interval.end
            gap = (end - as_of).days
            question = "past" if gap <= -3 else "today" if gap <= 1 else "+7" if 4 <= gap <= 10 else None
            if question is None or corridor not in estimate.legs or start not in days or end not in days:
                continue
            figures = figures_of(
                facts.claims, facts.reports, corridor, first=zero.toordinal(), as_of=(as_of - zero).days
            )
            if not figures:
                continue
            known = np.concatenate([estimate.of(corridor), ahead.of(corridor)], axis=1)
            weights = np.ones(days[end] - days[start] + 1)
            weights[-1] = _share_of_last_day(facts.reports[claim.report_id], end)
            sample = known[:, days[start] : days[end] + 1] @ weights
            truth = float(claim.quantity.middle)
            yield Answer(
                question=question,
                truth=truth,
                median=float(np.median(sample)),
                crps=crps(sample, truth),
                place=float(np.mean(sample < truth)),
                guesses={
                    name: sum(
                        w * max(rule(figures, d) or 0.0, 0.0)
                        for w, d in zip(weights, range(days[start], days[end] + 1), strict=True)
                    )
                    for name, rule in BASELINES.items()
                },
            )


def _share_of_last_day(said: Report, end: date) -> float:
    """How much of the last day a count can hold, by the hour it was told."""
    moment = said.published
    if moment is None or moment.date() != end or moment.hour == 0:
        return 1.0
    return min(max((moment.hour - 1) / 24, 0.15), 1.0)


def _claim(row: dict[str, str], nth: int, home: str) -> tuple[Report, Claim] | None:
    value, measure = row["value"], row["measure"]
    if measure not in MOVES or row["unit"] not in ("person", "vehicle", "crossing") or not value:
        return None
    if not row["period_start"] or not row["period_end"]:
        return None
    origin = row["origin"] or home
    ends = [e for e in row["destination"].split(";") if e]
    if not _country(origin) or (ends and not all(_country(e) or e == "EU" for e in ends)):
        return None
    quantity = _quantity(value, row["hedge"], row["unit"])
    start, end = date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"])
    said = _report(f"Statement {nth}.", row["outlet"], date.fromisoformat(row["date_reported"]), row["note"])
    how = Measure.CUMULATIVE if "cumulative" in measure or measure == "registrations" else Measure.PERIOD
    if start == end and measure in ("arrivals", "departures", "onward departures"):
        how = Measure.DAILY
    if measure in ("departures", "onward departures") and origin == home:
        how = Measure.CUMULATIVE if (end - start).days > 1 else how
    back = ends == [home]
    kind = Kind.FLOW if origin == home else Kind.RETURN if back else Kind.ONWARD
    speaker = row["source_organisation"]
    return said, Claim.of(
        report_id=said.id,
        kind=kind,
        term="registered" if measure == "registrations" else "arrived",
        quantity=quantity,
        measure=how,
        population="men" if _PART.search(row["note"]) else None,
        origin=Where(iso3=origin, name=origin),
        destinations=tuple(_place(e) for e in ends),
        via=(),
        at=None,
        interval=Interval(start=start, end=end, basis=Basis.EXPLICIT),
        attribution=Attribution(
            organisation=speaker,
            source_type=SourceType.UNNAMED if _UNNAMED.search(speaker) else SourceType.OFFICIAL,
        ),
        modality=Modality.ASSERTED,
        status=None,
        evidence=(said.span(0, len(said.text)),),
    )


def _trigger(said: Report, origin: str, day: date) -> Claim:
    return Claim.of(
        report_id=said.id,
        kind=Kind.TRIGGER,
        term="event",
        quantity=None,
        measure=Measure.UNSPECIFIED,
        population=None,
        origin=None,
        destinations=(),
        via=(),
        at=Where(iso3=origin, name=origin),
        interval=Interval(start=day, end=day, basis=Basis.EXPLICIT),
        attribution=Attribution(),
        modality=Modality.ASSERTED,
        status=None,
        evidence=(said.span(0, len(said.text)),),
    )


def _quantity(value: str, hedge: str, unit: str) -> Quantity:
    kind = _HEDGES.get(hedge) or Hedge(hedge)
    low, _, high = value.partition("-")
    if high:
        return Quantity(value=None, low=float(low), high=float(high), hedge=Hedge.RANGE, unit=unit)
    number = float(value)
    return Quantity(
        value=number,
        low=None if kind in (Hedge.UP_TO, Hedge.LESS_THAN) else number,
        high=None if kind in (Hedge.MORE_THAN, Hedge.AT_LEAST) else number,
        hedge=kind,
        unit=unit,
    )


def _report(text: str, outlet: str, day: date, note: str | None) -> Report:
    told = _HOUR.search(note or "")
    hour = (
        int(told[1])
        if told
        else {"midday": 12, "noon": 12, "morning": 9, "afternoon": 16, "evening": 20}.get(
            next((w for w in ("midday", "noon", "morning", "afternoon", "evening") if w in (note or "")), ""),
            18,
        )
    )
    # the count is an hour older than the report that tells it; the model takes that hour off again
    moment = datetime.combine(day, time(min(hour + 1, 23)), tzinfo=UTC)
    return Report.of(text=text, publisher=outlet, published=moment)


def _place(code: str) -> Where:
    return Where(iso3=None, name="European Union") if code == "EU" else Where(iso3=code, name=code)


def _country(code: str) -> bool:
    return any(c.iso3 == code for c in atlas.countries())


if __name__ == "__main__":
    sys.exit(main())
