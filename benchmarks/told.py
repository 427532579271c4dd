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
LENGTHS = {"week": 7, "average": 3, "day": 1, "change": 7}  # days; the others count since the trigger
MEASURES = {
    "week": Measure.PERIOD,
    "average": Measure.DAILY_RATE,
    "day": Measure.DAILY,
    "change": Measure.CHANGE,
    "share": Measure.SHARE,
    "stock": Measure.POINT,
}
UNITS = {"vehicles": "vehicle", "households": "household", "change": "percent", "share": "percent"}
GROUP_SIZE = {"vehicles": 2.3, "households": 3.8}
GROUPS = ("EU", "CIS", "MIDDLE_EAST")
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
        self.home = list(range(len(entries)))
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
        self.sources = []
        for n in range(max(12, 2 * len(self.legs))):
            kind = list(SOURCES)[int(self.chance.choice(3, p=(0.4, 0.4, 0.2)))]
            self.sources.append((f"source{n}", kind, float(SOURCES[kind][0] * self.chance.standard_normal())))
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
        leg = self._leg(kind)
        start, end = self._span(kind)
        members, to = self._counted(kind, leg)
        if not members:
            return
        name, source, bias = self.sources[int(self.chance.integers(len(self.sources)))]
        noise = SOURCES[source][1]
        if kind == "series":
            name, source, bias, noise = f"authority{leg}", SourceType.OFFICIAL, 0.02, 0.01
        off = np.exp(bias + noise * float(self.chance.standard_t(4)))
        if kind != "series" and self.chance.random() < WRONG:
            off *= 10.0 if self.chance.random() < 0.5 else 0.1
        figure, status = self._reading(kind, members, start, end, off)
        hedge = Hedge.EXACT if kind == "series" else None
        onward = self.legs[members[0]][0] != HOME
        self._say(
            kind=Kind.STOCK if kind == "stock" else Kind.ONWARD if onward else Kind.FLOW,
            term="displaced" if kind == "stock" else "arrived",
            quantity=self._worded(
                figure,
                unit=UNITS.get(kind, "person"),
                per="day" if kind == "average" else None,
                hedge=hedge,
            ),
            measure=MEASURES.get(kind, Measure.CUMULATIVE),
            to=to,
            start=self.days[start],
            end=self.days[end],
            source=(name, source, bias),
            at=to[0] if kind == "stock" else None,
            origin=self.legs[members[0]][0],
            status=status,
            text="mainly to {0}" if kind == "mainly" else "to {0}",
        )

    def _leg(self, kind: str) -> int:
        """The leg a figure is about: authorities count the first, stocks are told of hosts."""
        most = {"series": 6, "stock": HOSTS, "share": len(self.home)}.get(kind, len(self.legs))
        return int(self.chance.integers(min(most, len(self.legs))))

    def _span(self, kind: str) -> tuple[int, int]:
        """First and last day (indices) of a figure: since the trigger, or so many days."""
        last = len(self.days) - 1
        length = LENGTHS.get(kind)
        if length is None:
            return self.begun, int(self.chance.integers(min(self.begun + 1, last), last + 1))
        end = int(self.chance.integers(min(2 * length, last), last + 1))
        return max(end - length + 1, 0), end

    def _counted(self, kind: str, leg: int) -> tuple[list[int], tuple[Where, ...]]:
        """The legs a figure counts, and the destinations it names."""
        if kind == "anywhere":
            return self.home, ()
        if kind == "group":
            group = atlas.group(GROUPS[int(self.chance.integers(len(GROUPS)))])
            inside = set(group.members)
            members = [i for i in self.home if self.legs[i][1] in inside]
            return members, (Where(iso3=None, name=group.name),)
        if kind in ("several", "mainly"):
            some = self.chance.choice(self.home, min(3, len(self.home)), replace=False)
            members = sorted(int(i) for i in some)
            return members, tuple(_where(self.legs[i][1]) for i in members)
        return [leg], (_where(self.legs[leg][1]),)

    def _reading(
        self, kind: str, members: list[int], start: int, end: int, off: float
    ) -> tuple[float, str | None]:
        """The figure a source reads, in its own unit, and for a change the way it went."""
        daily = self.flows[members].sum(axis=0)
        persons = off * float(daily[start : end + 1].sum())
        if kind in ("average", "day"):
            return persons / (end - start + 1), None
        if kind == "stock":
            out = [i for i, (origin, _) in enumerate(self.legs) if origin == self.legs[members[0]][1]]
            return max(persons - float(self.flows[out, start : end + 1].sum()), 1.0), None
        if kind == "share":
            return min(100 * persons / float(self.flows[self.home, start : end + 1].sum()), 99.0), None
        if kind == "change":
            before = float(daily[max(start - 7, 0) : start].mean())
            ratio = persons / (end - start + 1) / before
            status = "increased" if ratio > 1 else "decreased"
            return float(np.clip(abs(ratio - 1) * 100, 2.0, 1e4 if ratio > 1 else 95.0)), status
        return persons / GROUP_SIZE.get(kind, 1.0), None

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


def _where(code: str) -> Where:
    return Where(iso3=code, name=atlas.country(code).name)
