"""A made-up crisis of any size, told in claims of every kind that informs a flow; its truth is known.

Three legs of four leave the home country, the others are onward movement out of its largest hosts. Figures count days,
weeks, averages and everything since the trigger; persons, vehicles and households; one leg, a few, a group, or all;
stocks, shares, changes, "mainly", exact series of one authority; in all words, of all classes of source.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import floor, log10

import numpy as np
from numpy.typing import NDArray

from bordercast import atlas
from bordercast.reconciliation import ReconciliationOptions
from bordercast.vocabulary import (
    Attribution,
    Basis,
    Claim,
    Hedge,
    Interval,
    Kind,
    Measure,
    Modality,
    Quantity,
    Report,
    SourceType,
    Where,
)

Array = NDArray[np.float64]

HOME = "RUS"
AS_OF = date(2022, 10, 30)
TRIGGER_AGO = 100  # days before the last one, at most
HOSTS = 5
# Share of each kind of figure; as in evals/simulate.py, with what only claims can say added.
KINDS = {
    "cumulative": 0.22,
    "series": 0.05,
    "week": 0.20,
    "average": 0.15,
    "day": 0.06,
    "anywhere": 0.06,
    "group": 0.04,
    "several": 0.04,
    "mainly": 0.02,
    "vehicles": 0.04,
    "households": 0.02,
    "stock": 0.03,
    "change": 0.04,
    "share": 0.03,
}
HEDGES = {
    Hedge.EXACT: 0.20,
    Hedge.APPROX: 0.35,
    Hedge.MORE_THAN: 0.25,
    Hedge.NEARLY: 0.08,
    Hedge.AT_LEAST: 0.06,
    Hedge.UP_TO: 0.06,
}
# noise and bias (sd of the log) of the made-up sources, a little looser than the engine's classes
SOURCES = {
    SourceType.OFFICIAL: (0.06, 0.06),
    SourceType.MEDIA: (0.13, 0.12),
    SourceType.WITNESS: (0.3, 0.3),
}
WRONG = 0.02  # share of figures that are off by a factor of ten


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was published, the settings it needs, and the true flows of each leg, by ``(origin, destination)``."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    options: ReconciliationOptions
    truth: dict[tuple[str, str], Array]


def told(legs: int, days: int, claims: int, *, seed: int = 1) -> Told:
    """Return a crisis of so many legs and days, and so many claims of flows told of it."""
    return _Teller(legs, days, seed).tell(claims)


class _Teller:
    def __init__(self, legs: int, days: int, seed: int) -> None:
        self.chance = np.random.default_rng(seed)
        self.days = tuple(AS_OF - timedelta(days=days - 1 - i) for i in range(days))
        self.begun = max(days - 1 - TRIGGER_AGO, min(5, days - 1))  # index of the trigger's day
        others = sorted(
            (c for c in atlas.countries() if c.iso3 != HOME), key=lambda c: (-c.population, c.iso3)
        )
        entries = [c.iso3 for c in others[: max(legs - legs // 4, 1)]]
        onward = [c.iso3 for c in others[len(entries) :]]
        self.hosts = entries[:HOSTS]
        self.legs = [(HOME, e) for e in entries]
        self.legs += [(self.hosts[i % HOSTS], onward[i]) for i in range(legs - len(entries))]
        step = 1.2 * (np.arange(days) >= self.begun)
        level = np.log(self.chance.uniform(100, 4000, len(self.legs)))[:, None]
        walk = np.cumsum(0.12 * self.chance.standard_normal((len(self.legs), days)), axis=1)
        common = np.cumsum(0.08 * self.chance.standard_normal(days))
        # the walk returns: a year of it would leave legs a thousand times apart
        walk -= np.linspace(0, 1, days) * walk[:, -1:] * 0.7
        self.flows = np.exp(level + step + walk + common - np.linspace(0, 1, days) * common[-1] * 0.7)
        for i, (origin, _) in enumerate(self.legs):
            if origin != HOME:
                self.flows[i] *= 0.05
        kinds = list(SOURCES)
        weights = (0.4, 0.4, 0.2)
        self.sources = [
            (f"source{n}", kind, float(SOURCES[kind][0] * self.chance.standard_normal()))
            for n in range(max(12, claims_for_sources(len(self.legs))))
            for kind in (kinds[int(self.chance.choice(3, p=weights))],)
        ]
        self.reports: list[Report] = []
        self.claims: list[Claim] = []

    def tell(self, claims: int) -> Told:
        self._trigger()
        names = list(KINDS)
        kinds = self.chance.choice(len(names), claims, p=np.array(list(KINDS.values())))
        for kind in kinds:
            self._figure(names[int(kind)])
        return Told(
            reports=tuple(self.reports),
            claims=tuple(self.claims),
            options=ReconciliationOptions(baseline_days=self.begun),
            truth=dict(zip(self.legs, self.flows, strict=True)),
        )

    def _trigger(self) -> None:
        day = self.days[self.begun]
        self._say(
            kind=Kind.TRIGGER,
            term="mobilisation",
            quantity=None,
            measure=Measure.UNSPECIFIED,
            to=(),
            start=day,
            end=day,
            source=("government", SourceType.OFFICIAL, 0.0),
            at=_where(HOME),
        )

    def _figure(self, kind: str) -> None:
        chance, last = self.chance, len(self.days) - 1
        leg = int(chance.integers(len(self.legs)))
        end = int(chance.integers(min(self.begun + 1, last), last + 1))
        if kind in ("week", "average", "day", "change"):
            end = int(chance.integers(min(14, last), last + 1))
        start = {
            "week": max(end - 6, 0),
            "average": max(end - 2, 0),
            "day": end,
            "change": max(end - 6, 0),
        }.get(kind, self.begun)
        whole = [i for i, (origin, _) in enumerate(self.legs) if origin == HOME]
        members = [leg]
        to: tuple[Where, ...] = (_where(self.legs[leg][1]),)
        if kind == "anywhere":
            members, to = whole, ()
        elif kind == "group":
            code = ("EU", "CIS", "MIDDLE_EAST")[int(chance.integers(3))]
            inside = set(atlas.group(code).members)
            members = [i for i in whole if self.legs[i][1] in inside]
            to = (Where(iso3=None, name=atlas.group(code).name),)
        elif kind in ("several", "mainly"):
            members = sorted(int(i) for i in chance.choice(whole, min(3, len(whole)), replace=False))
            to = tuple(_where(self.legs[i][1]) for i in members)
        elif kind == "series":
            leg = int(chance.integers(min(6, len(self.legs))))
            members, to = [leg], (_where(self.legs[leg][1]),)
        elif kind in ("stock", "share"):
            leg = int(chance.choice(whole if kind == "share" else whole[:HOSTS]))
            members, to = [leg], (_where(self.legs[leg][1]),)
        if not members:
            return
        name, source, bias = self.sources[int(chance.integers(len(self.sources)))]
        if kind == "series":
            name, source, bias = f"authority{leg}", SourceType.OFFICIAL, 0.02
        noise = 0.01 if kind == "series" else SOURCES[source][1]
        daily = self.flows[members].sum(axis=0)
        persons = float(daily[start : end + 1].sum())
        persons /= (end - start + 1) if kind in ("average", "day", "change") else 1
        reading = persons * np.exp(bias + noise * float(chance.standard_t(4)))
        if kind != "series" and chance.random() < WRONG:
            reading *= 10.0 if chance.random() < 0.5 else 0.1
        onward = self.legs[members[0]][0] != HOME
        measure = {
            "week": Measure.PERIOD,
            "average": Measure.DAILY_RATE,
            "day": Measure.DAILY,
            "change": Measure.CHANGE,
            "share": Measure.SHARE,
            "stock": Measure.POINT,
        }.get(kind, Measure.CUMULATIVE)
        status, unit, per, hedge = None, "person", None, None
        if kind == "average":
            per = "day"
        if kind == "vehicles":
            unit, reading = "vehicle", reading / 2.3
        elif kind == "households":
            unit, reading = "household", reading / 3.8
        elif kind == "series":
            hedge = Hedge.EXACT
        elif kind == "stock":
            gone = sum(
                float(self.flows[i][self.begun : end + 1].sum())
                for i, (origin, _) in enumerate(self.legs)
                if origin == self.legs[leg][1]
            )
            reading = max(reading - gone, 1.0)
        elif kind == "change":
            before = float(daily[max(start - 7, 0) : start].mean()) if start else persons
            ratio = reading / max(before, 1e-9)
            status, unit = ("increased" if ratio > 1 else "decreased"), "percent"
            reading = max(abs(ratio - 1) * 100, 2.0)
            reading = min(reading, 95.0) if status == "decreased" else reading
        elif kind == "share":
            unit = "percent"
            reading = 100 * reading / float(self.flows[whole].sum(axis=0)[start : end + 1].sum())
            reading = min(reading, 99.0)
        self._say(
            kind=Kind.STOCK if kind == "stock" else Kind.ONWARD if onward else Kind.FLOW,
            term="displaced" if kind == "stock" else "arrived",
            quantity=self._worded(reading, unit=unit, per=per, hedge=hedge),
            measure=measure,
            to=to,
            start=self.days[start],
            end=self.days[end],
            source=(name, source, bias),
            at=to[0] if kind == "stock" else None,
            origin=self.legs[members[0]][0],
            status=status,
            text="mainly to {0}" if kind == "mainly" else "to {0}",
        )

    def _worded(self, reading: float, *, unit: str, per: str | None, hedge: Hedge | None) -> Quantity:
        if hedge is None:
            hedge = list(HEDGES)[int(self.chance.choice(len(HEDGES), p=np.array(list(HEDGES.values()))))]
        value = float(round(max(reading, 1.0)))
        if hedge is not Hedge.EXACT:
            digits = 2 if self.chance.random() < 0.75 else 1
            grain = 10.0 ** max(floor(log10(value)) + 1 - digits, 0)
            turn = {Hedge.MORE_THAN: floor, Hedge.AT_LEAST: floor}.get(hedge, round)
            value = float(max(turn(value / grain), 1) * grain)
        return Quantity(
            value=value,
            low=None if hedge is Hedge.UP_TO else value,
            high=None if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST) else value,
            hedge=hedge,
            unit=unit,
            per=per,
        )

    def _say(  # noqa: PLR0913 - the fields of a claim
        self,
        *,
        kind: Kind,
        term: str,
        quantity: Quantity | None,
        measure: Measure,
        to: Sequence[Where],
        start: date,
        end: date,
        source: tuple[str, SourceType, float],
        at: Where | None = None,
        origin: str = HOME,
        status: str | None = None,
        text: str = "",
    ) -> None:
        told_on = end + timedelta(days=1) if end < AS_OF else end
        sentence = f"Report {len(self.reports)}: {text.format(*(w.name for w in to)) if to else text}"
        name, source_type, _ = source
        report = Report.of(
            text=sentence,
            publisher=name,
            published=datetime.combine(told_on, time(hour=23), tzinfo=UTC),
        )
        self.reports.append(report)
        self.claims.append(
            Claim.of(
                report_id=report.id,
                kind=kind,
                term=term,
                quantity=quantity,
                measure=measure,
                population=None,
                origin=_where(origin),
                destinations=tuple(to),
                via=(),
                at=at,
                interval=Interval(start=start, end=end, basis=Basis.EXPLICIT),
                attribution=Attribution(organisation=name, source_type=source_type),
                modality=Modality.ASSERTED,
                status=status,
                evidence=(report.span(0, len(report.text)),),
            )
        )


def claims_for_sources(legs: int) -> int:
    """Return how many sources speak of so many legs."""
    return 2 * legs


def _where(code: str) -> Where:
    return Where(iso3=code, name=atlas.country(code).name)
