"""A large situation of known shape: a hundred corridors, a year of days, ten thousand claims from two thousand reports.

``python benchmarks/large_situation.py --port 8330`` shows it as a page; ``web.py`` beside this file measures the server on it.
"""

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np

from bordercast import atlas
from bordercast.forecasting import forecast
from bordercast.pipeline import busiest_closes
from bordercast.store import VintageLine
from bordercast.vocabulary import (
    ANYWHERE,
    Attribution,
    Basis,
    BorderEvent,
    BorderTimeline,
    Chance,
    Claim,
    Contradiction,
    Corridor,
    Decision,
    FlowEstimate,
    Hedge,
    Interval,
    Kind,
    Ledger,
    LedgerEntry,
    Measure,
    Modality,
    Quantity,
    Report,
    Scenario,
    Situation,
    SourceType,
    Verdict,
    Where,
)

LAST = date(2023, 9, 20)
A_REPORT = 5  # claims in a report


def build(
    *, corridors: int = 100, days: int = 365, claims: int = 10_000, draws: int = 1_000, seed: int = 0
) -> Situation:
    """Return the situation; the same sizes and seed give the same one."""
    chance = Chance(seed=seed).named("large situation")
    countries = [c for c in atlas.countries() if c.iso3 != "RUS"][: corridors - 1]
    outward = countries[: len(countries) * 3 // 4]
    legs = [Corridor(origin="RUS", destination=c.iso3) for c in outward]
    legs += [
        Corridor(origin=outward[i % 9].iso3, destination=c.iso3, onward=True)
        for i, c in enumerate(countries[len(outward) :])
    ]
    total = Corridor(origin="RUS", destination=ANYWHERE, members=tuple(c.iso3 for c in outward))
    dates = tuple(LAST - timedelta(days=days - 1 - i) for i in range(days))
    size = chance.lognormal(6.0, 1.6, len(legs))[:, None]
    season = 0.6 + 0.4 * np.sin(np.arange(days) / 9.0)[None, :]
    walk = np.exp(np.cumsum(chance.normal(0.0, 0.04, (len(legs), days)), axis=1))
    noise = np.exp(
        chance.normal(0.0, 0.35, (draws, len(legs), 1)) + chance.normal(0.0, 0.1, (1, len(legs), days))
    )
    estimate = FlowEstimate(
        as_of=LAST,
        legs=tuple(legs),
        totals=(total,),
        days=dates,
        draws=size * season * walk * noise,
        informed=tuple(float(x) for x in chance.uniform(0.1, 0.99, len(legs))),
        method="large situation",
    )
    reports, said, entries = _claims(chance, legs, dates, claims)
    ledger = Ledger(
        entries=tuple(sorted(entries, key=lambda e: e.subject)),
        contradictions=tuple(
            Contradiction(
                claim_id=c.id,
                expected=(900.0, 1200.0, 1500.0),
                surprise=0.001 * (i + 1),
                opponents=(said[i + 1].id,),
            )
            for i, c in enumerate(said[:20])
        ),
    )
    scenarios = (Scenario(), *busiest_closes(estimate))
    return Situation(
        name="large situation",
        as_of=LAST,
        reports=tuple(reports),
        claims=tuple(said),
        ledger=ledger,
        estimate=estimate,
        borders=_borders(legs, said, dates),
        projections=tuple(forecast(estimate, s, days=14, chance=Chance(seed=seed)) for s in scenarios),
        vintage="0123456789abcdef",
    )


def _claims(
    chance: np.random.Generator, legs: Sequence[Corridor], dates: Sequence[date], count: int
) -> tuple[list[Report], list[Claim], list[LedgerEntry]]:
    reports: list[Report] = []
    claims: list[Claim] = []
    entries: list[LedgerEntry] = []
    for i in range(-(-count // A_REPORT)):
        day = dates[int(chance.integers(len(dates)))]
        about = [
            (legs[int(chance.integers(len(legs)))], int(chance.integers(20, 90_000))) for _ in range(A_REPORT)
        ]
        sentences = [
            f"Some {figure:,} people crossed from {leg.origin} to {leg.destination} that day, the border service said."
            for leg, figure in about
        ]
        report = Report.of(
            text="\n\n".join(
                [f"Dispatch {i} of {day}.", *sentences, "The road is long and the queue is longer. " * 20]
            ),
            title=f"Dispatch {i}",
            publisher=f"Gazette {i % 83}",
            published=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
            source=f"dispatch-{i}.txt",
        )
        reports.append(report)
        for (leg, figure), sentence in zip(about, sentences, strict=True):
            if len(claims) == count:
                break
            claim = _claim(report, sentence, leg, figure, day)
            decision = (Decision.USED, Decision.USED, Decision.FOLDED, Decision.SET_ASIDE)[len(claims) % 4]
            into = claims[-1].id if decision is Decision.FOLDED else None
            claims.append(claim)
            entries.append(
                LedgerEntry(
                    subject=claim.id,
                    decision=decision,
                    reason="large_situation",
                    words="Made for measuring.",
                    weight=0.7 if decision is Decision.USED else 0.0,
                    into=into,
                    corridors=(str(leg),) if decision is Decision.USED else (),
                )
            )
    return reports, claims, entries


def _claim(report: Report, sentence: str, leg: Corridor, figure: int, day: date) -> Claim:
    start = report.text.index(sentence)
    return Claim.of(
        report_id=report.id,
        kind=Kind.ONWARD if leg.onward else Kind.FLOW,
        term="crossed_border",
        quantity=Quantity(
            value=float(figure), low=figure * 0.9, high=figure * 1.1, hedge=Hedge.APPROX, unit="person"
        ),
        measure=Measure.DAILY,
        population=None,
        origin=_where(leg.origin),
        destinations=(_where(leg.destination),),
        via=(),
        at=None,
        interval=Interval(start=day, end=day, basis=Basis.EXPLICIT),
        attribution=Attribution(
            organisation=f"border service of {leg.destination}",
            source_type=SourceType.OFFICIAL,
            chain=(report.publisher or "",),
        ),
        modality=Modality.ASSERTED,
        status=None,
        evidence=(report.span(start, start + len(sentence)),),
    )


def _where(code: str) -> Where:
    return Where(iso3=code, name=atlas.country(code).name)


def _borders(
    legs: Sequence[Corridor], claims: Sequence[Claim], dates: Sequence[date]
) -> tuple[BorderTimeline, ...]:
    states = ("open", "restricted", "closed", "undecided")
    return tuple(
        BorderTimeline(
            border=str(leg),
            events=tuple(
                BorderEvent(
                    day=dates[
                        (i * 37 + k * 50) % len(dates)
                        if k == 0
                        else min(len(dates) - 1, (i * 37) % 60 + k * 50)
                    ],
                    status=states[(i + k) % 4],
                    modality=Modality.UNDECIDED if states[(i + k) % 4] == "undecided" else Modality.REPORTED,
                    voice="border service",
                    claim_id=claims[(i * 7 + k) % len(claims)].id,
                    population=None,
                )
                for k in range(4)
            ),
        )
        for i, leg in enumerate(legs[:40])
    )


class FixedSource:
    """One situation that never grows, for whoever wants to look at it."""

    def __init__(self, situation: Situation) -> None:
        self.now = situation
        self.taken: list[Verdict] = []

    def mark(self) -> str:
        """Return how many verdicts there are."""
        return f"fixed-{len(self.taken)}"

    def days(self) -> tuple[date, ...]:
        """Return the one day, and the one before."""
        return (self.now.as_of,)

    def situation(
        self, as_of: date, scenarios: Sequence[Scenario] = (), days: int | None = None
    ) -> Situation:
        """Return the situation, projected anew when scenarios are asked."""
        from dataclasses import replace  # noqa: PLC0415

        if not scenarios or self.now.estimate is None:
            return self.now
        projections = tuple(
            forecast(self.now.estimate, s, days=days or 14, chance=Chance()) for s in (Scenario(), *scenarios)
        )
        return replace(self.now, as_of=as_of, projections=projections)

    def vintages(self) -> tuple[VintageLine, ...]:
        """Return the one estimate."""
        return (VintageLine(id=self.now.vintage, as_of=self.now.as_of, method="large situation"),)

    def recall(self, vintage_id: str) -> Situation | None:
        """Return the one situation by its id."""
        return self.now if vintage_id == self.now.vintage else None

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim."""
        return next((c for c in self.now.claims if c.id == claim_id), None)

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return every verdict."""
        return tuple(self.taken)

    def add_verdict(self, verdict: Verdict) -> None:
        """Keep a verdict; the estimate stays."""
        self.taken.append(verdict)


def main() -> None:
    """Show the large situation as a page."""
    import uvicorn  # noqa: PLC0415

    from bordercast.web import Access, application  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8330)
    parser.add_argument("--draws", type=int, default=1000)
    asked = parser.parse_args()
    app = application(FixedSource(build(draws=asked.draws)), Access())
    print(f"http://127.0.0.1:{asked.port}/", flush=True)
    uvicorn.run(app, host="127.0.0.1", port=asked.port, log_level="warning", server_header=False)


if __name__ == "__main__":
    main()
