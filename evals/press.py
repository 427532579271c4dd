"""The press generator: a daily series in, sparse, hedged, late, copied and contradictory press figures out.

Every figure is made by the same steps: choose what to count (a running total, a day, a week, an average, an order of
magnitude), add up the series over those days, multiply by the source's own bias and by noise, sometimes spoil it,
round and hedge it, print it a day or two later, sometimes print it again elsewhere. What happened to each claim is kept
beside it (``Telling.gross``, ``Telling.copies``), so that evaluations can ask whether it was noticed.

``Habits`` holds every rate. ``PLAIN`` follows the habits the model assumes; ``OTHERWISE`` deliberately does not: other
rounding, loose hedges, dates off, averages over other days, heavier noise, sources believed to be of another class.
The model is told neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from math import exp, floor, log10

import numpy as np
from series import Series

from bordercast.vocabulary import (
    Attribution,
    Basis,
    Claim,
    Corridor,
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

FACTUAL_HOUR = (
    18  # reports come out in the evening; the hour tells the model how much of the day a total holds
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a press corps reports; all shares and rates are probabilities a day or a figure."""

    corridor_rate: float = 0.33  # a figure for a corridor on a day
    onward_rate: float = 0.25
    total_rate: float = 0.60  # a figure for everybody out of the country
    delays: tuple[float, ...] = (0.0, 0.6, 0.4)  # printed on the last day counted, one, two days later
    counts: tuple[float, ...] = (
        0.50,
        0.20,
        0.12,
        0.12,
        0.06,
    )  # total, day, week, average, order of magnitude
    average_days: tuple[int, ...] = (3,)
    # exact, approx, more than, nearly, at least, up to, range
    hedges: tuple[float, ...] = (0.16, 0.29, 0.32, 0.05, 0.06, 0.05, 0.07)
    digits: tuple[float, ...] = (0.25, 0.60, 0.15)  # one, two, three digits kept
    fives: float = 0.0  # share rounded to fives ("15,000", "2,500") instead of to digits
    loose_more: float = 0.0  # share of "more than" that is said of anything down to 60 % of the reading
    off_by_a_day: float = 0.0  # share whose last day is one off
    off_by_a_week: float = 0.0  # share whose days lie a week early
    sources: tuple[int, int, int] = (4, 5, 3)  # official, media, loose
    misplaced: int = 0  # how many of the sources are believed to be of another class
    noise: float = 1.0  # times the class's own
    gross: float = 0.04  # share spoilt by a factor, see GROSS
    gross_factors: tuple[float, ...] = (10.0, 0.1, 7.0, 2.3, 1 / 2.3)
    copies: float = 0.05  # share printed again by another outlet, as if it were its own
    edited: float = 0.0  # share of those copies that round the figure anew and hedge it


PLAIN = Habits()
DENSE = replace(PLAIN, corridor_rate=0.75, onward_rate=0.6, total_rate=0.9)
VERY_SPARSE = replace(PLAIN, corridor_rate=0.15, onward_rate=0.12, total_rate=0.3)
OTHERWISE = replace(
    PLAIN,
    digits=(0.45, 0.25, 0.30),
    fives=0.3,
    loose_more=0.3,
    off_by_a_day=0.25,
    average_days=(2, 3, 4, 5),
    misplaced=4,
    noise=1.3,
)

_CLASS = {  # sd of a source's constant bias and of its noise from figure to figure (log), and what it is called
    "official": (0.05, 0.04, SourceType.OFFICIAL),
    "media": (0.12, 0.10, SourceType.MEDIA),
    "loose": (0.30, 0.25, SourceType.UNNAMED),
}
_NAMES = {  # invented, and without a word in common: the model takes voices that share one for the same
    "official": ("Alder border service", "Birch ministry", "Cedar statistics", "Elm registry", "Fir police"),
    "media": ("Cormorant", "Dunlin", "Egret", "Fulmar", "Gannet", "Heron", "Ibis", "Jackdaw"),
    "loose": ("Basalt", "Gneiss", "Marble", "Quartz", "Schist"),
}
_HEDGES = (Hedge.EXACT, Hedge.APPROX, Hedge.MORE_THAN, Hedge.NEARLY, Hedge.AT_LEAST, Hedge.UP_TO, Hedge.RANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks: the class it truly belongs to, the one it is believed to belong to, and its constant bias."""

    name: str
    truly: str
    believed: str
    bias: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telling:
    """All that was printed, in the order of printing, and what is really wrong with it.

    ``gross`` gives, by claim id, the factor by which a spoilt figure was multiplied; ``errors`` by how much what was then
    rounded and hedged differed from the truth, for whatever reason; ``copies`` the id of the claim each copy was made of.
    """

    series: Series
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    gross: dict[str, float] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)
    errors: dict[str, float] = field(default_factory=dict)
    truths: dict[str, float] = field(default_factory=dict)  # what should have been said, by claim id


def press(series: Series, habits: Habits, chance: np.random.Generator) -> Telling:
    """Return what a press corps with such habits prints of a series."""
    desk = _Desk(series, habits, chance)
    if series.trigger is not None:
        desk.trigger()
    for day, corridor, status in series.borders:
        desk.border(day, corridor, status)
    legs = sorted(series.flows)
    entries = [c for c in legs if not c.onward]
    for day in range(series.days):
        for corridor in legs:
            rate = habits.onward_rate if corridor.onward else habits.corridor_rate
            if chance.random() < rate:
                desk.figure([corridor], day)
        if chance.random() < habits.total_rate:
            desk.figure(entries, day)
    return desk.telling()


class _Desk:
    """Writes reports and claims, and keeps book of what it did to them."""

    def __init__(self, series: Series, habits: Habits, chance: np.random.Generator) -> None:
        self.series, self.habits, self.chance = series, habits, chance
        self.sources = _sources(habits, chance)
        self.reports: list[Report] = []
        self.claims: list[Claim] = []
        self.gross: dict[str, float] = {}
        self.copies: dict[str, str] = {}
        self.errors: dict[str, float] = {}
        self.truths: dict[str, float] = {}

    def telling(self) -> Telling:
        return Telling(
            series=self.series,
            reports=tuple(self.reports),
            claims=tuple(self.claims),
            sources=self.sources,
            gross=self.gross,
            copies=self.copies,
            errors=self.errors,
            truths=self.truths,
        )

    def trigger(self) -> None:
        country = next(iter(self.series.flows)).origin
        day = self.series.trigger
        assert day is not None
        report = self._report("Fighting broke out.", "national radio", day)
        self.claims.append(
            _claim(
                report,
                kind=Kind.TRIGGER,
                term="fighting",
                measure=Measure.UNSPECIFIED,
                at=Where(iso3=country, name=country),
                interval=Interval(start=day, end=day, basis=Basis.EXPLICIT),
            )
        )

    def border(self, day: int, corridor: Corridor, status: str) -> None:
        """Print that a border shut or opened, on the day itself."""
        when = self.series.day(day)
        report = self._report(f"The border to {corridor.destination} is {status}.", "national radio", when)
        self.claims.append(
            _claim(
                report,
                kind=Kind.BORDER_STATUS,
                term="border",
                measure=Measure.UNSPECIFIED,
                at=Where(iso3=corridor.origin, name=corridor.origin),
                destinations=(Where(iso3=corridor.destination, name=corridor.destination),),
                interval=Interval(start=when, end=when, basis=Basis.EXPLICIT),
                attribution=Attribution(organisation="national radio", source_type=SourceType.OFFICIAL),
                status=status,
            )
        )

    def figure(self, corridors: Sequence[Corridor], day: int) -> None:
        """Print one figure over some corridors whose last day is ``day``; perhaps print it again elsewhere."""
        habits, chance = self.habits, self.chance
        source = self.sources[int(chance.integers(len(self.sources)))]
        counted = ("total", "day", "week", "average", "order")[_pick(chance, habits.counts)]
        first, measure = self._window(counted, day)
        summed = float(sum(self.series.flows[c][first : day + 1].sum() for c in corridors))
        truth = summed / (day - first + 1) if measure is Measure.DAILY_RATE else summed
        _, noise, _ = _CLASS[source.truly]
        reading = truth * exp(source.bias + habits.noise * noise * float(chance.standard_t(4)))
        factor = 1.0
        if chance.random() < habits.gross:
            factor = float(chance.choice(habits.gross_factors))
        if reading * factor < 1 or truth < 1:
            return  # nobody writes of nobody
        quantity = self._said(reading * factor, order=counted == "order")
        claim = self._print(
            corridors, quantity, self._dates(first, day, measure), measure=measure, day=day, source=source
        )
        self.errors[claim.id], self.truths[claim.id] = reading * factor / truth, truth
        if factor != 1.0:
            self.gross[claim.id] = factor
        if chance.random() < habits.copies:
            self._copy(claim, corridors, day)

    def _window(self, counted: str, day: int) -> tuple[int, Measure]:
        since = max((self.series.trigger - self.series.first).days, 0) if self.series.trigger else 0
        match counted:
            case "day":
                return day, Measure.DAILY
            case "week":
                return max(day - 6, 0), Measure.PERIOD
            case "average":
                days = int(self.chance.choice(self.habits.average_days))
                return max(day - days + 1, 0), Measure.DAILY_RATE
        return min(since, day), Measure.CUMULATIVE

    def _dates(self, first: int, day: int, measure: Measure) -> Interval:
        start, end = self.series.day(first), self.series.day(day)
        if self.chance.random() < self.habits.off_by_a_day:
            shift = timedelta(days=int(self.chance.choice([-1, 1])))
            end += shift
            start = min(start, end) if measure is Measure.CUMULATIVE else start + shift
        if self.chance.random() < self.habits.off_by_a_week:
            end -= timedelta(days=7)
            start = min(start, end) if measure is Measure.CUMULATIVE else start - timedelta(days=7)
        if measure is Measure.DAILY_RATE:
            return Interval(start=None, end=end, basis=Basis.PUBLICATION)  # "about 2,000 a day"
        return Interval(start=start, end=end, basis=Basis.EXPLICIT)

    def _said(self, reading: float, *, order: bool = False) -> Quantity:
        if order:
            low = 10.0 ** floor(log10(reading))
            return _quantity(None, Hedge.VAGUE, low=low, high=10 * low)
        hedge = _HEDGES[_pick(self.chance, self.habits.hedges)]
        return hedged(reading, hedge, self.habits, self.chance)

    def _print(  # noqa: PLR0913 - the parts of one sentence
        self,
        corridors: Sequence[Corridor],
        quantity: Quantity,
        when: Interval,
        *,
        measure: Measure,
        day: int,
        source: Source,
        per: str | None = None,
    ) -> Claim:
        delay = _pick(self.chance, self.habits.delays)
        published = max(self.series.day(day), when.end or date.min) + timedelta(days=delay)
        origin = corridors[0].origin
        everywhere = len(corridors) > 1
        ends = "abroad" if everywhere else f"to {corridors[0].destination}"
        report = self._report(
            f"{quantity.hedge}: {quantity.middle:,.0f} people left {origin} {ends}, {measure}, {source.name} said.",
            source.name,
            published,
        )
        claim = _claim(
            report,
            kind=Kind.ONWARD if corridors[0].onward else Kind.FLOW,
            term="crossed_border",
            quantity=replace(quantity, per=per),
            measure=measure,
            origin=Where(iso3=origin, name=origin),
            destinations=()
            if everywhere
            else (Where(iso3=corridors[0].destination, name=corridors[0].destination),),
            interval=when,
            attribution=Attribution(organisation=source.name, source_type=_CLASS[source.believed][2]),
        )
        self.claims.append(claim)
        return claim

    def _copy(self, claim: Claim, corridors: Sequence[Corridor], day: int) -> None:
        """Print a claim again under another outlet's name, to the letter or (edited) rounded and hedged anew."""
        others = [s for s in self.sources if s.truly == "media" and s.name != claim.attribution.organisation]
        other = others[int(self.chance.integers(len(others)))]
        quantity = claim.quantity
        assert quantity is not None
        assert claim.interval is not None
        if quantity.value is not None and self.chance.random() < self.habits.edited:
            quantity = self._said(quantity.value)
        again = self._print(corridors, quantity, claim.interval, measure=claim.measure, day=day, source=other)
        self.copies[again.id] = claim.id
        self.errors[again.id], self.truths[again.id] = self.errors[claim.id], self.truths[claim.id]
        if claim.id in self.gross:
            self.gross[again.id] = self.gross[claim.id]

    def _report(self, text: str, publisher: str, day: date) -> Report:
        report = Report.of(
            text=text,
            title=f"Made-up report {len(self.reports)}",
            publisher=publisher,
            published=datetime.combine(day, time(FACTUAL_HOUR), tzinfo=UTC),
            source=f"press/{len(self.reports)}",
        )
        self.reports.append(report)
        return report


def hedged(reading: float, hedge: Hedge, habits: Habits, chance: np.random.Generator) -> Quantity:
    """Return how a reading is printed under a hedge."""
    if hedge is Hedge.EXACT:
        return _quantity(float(max(round(reading), 1)), hedge)
    if hedge is Hedge.AT_LEAST:
        return _quantity(_rounded(reading * exp(-chance.exponential(0.25)), 2, floor), hedge)
    if hedge is Hedge.UP_TO:
        return _quantity(_rounded(reading * exp(chance.exponential(0.25)), 2, lambda x: -floor(-x)), hedge)
    if hedge is Hedge.RANGE:
        low = _rounded(reading * exp(-chance.uniform(0.02, 0.25)), 2, floor)
        high = _rounded(reading * exp(chance.uniform(0.02, 0.25)), 2, lambda x: -floor(-x))
        return _quantity(None, hedge, low=low, high=max(high, low))
    how = {Hedge.MORE_THAN: floor, Hedge.NEARLY: lambda x: -floor(-x)}.get(hedge, round)
    if hedge is Hedge.MORE_THAN and chance.random() < habits.loose_more:
        reading *= chance.uniform(0.6, 1.0)
    if chance.random() < habits.fives:
        step = 10.0 ** floor(log10(max(reading, 1))) / 2
        return _quantity(max(how(reading / step), 1) * step, hedge)
    return _quantity(_rounded(reading, 1 + _pick(chance, habits.digits), how), hedge)


def _rounded(reading: float, digits: int, how: "object") -> float:
    step = max(10.0 ** (floor(log10(max(reading, 1))) + 1 - digits), 1.0)
    return float(max(how(reading / step), 1) * step)  # type: ignore[operator]


def _sources(habits: Habits, chance: np.random.Generator) -> tuple[Source, ...]:
    made = [
        (name, kind)
        for kind, many in zip(_CLASS, habits.sources, strict=True)
        for name in _NAMES[kind][:many]
    ]
    wrong = set(chance.choice(len(made), habits.misplaced, replace=False).tolist())
    kinds = list(_CLASS)
    return tuple(
        Source(
            name=name,
            truly=kind,
            believed=kinds[(kinds.index(kind) + int(chance.integers(1, 3))) % 3] if i in wrong else kind,
            bias=habits.noise * _CLASS[kind][0] * float(chance.standard_normal()),
        )
        for i, (name, kind) in enumerate(made)
    )


def _quantity(
    value: float | None, hedge: Hedge, low: float | None = None, high: float | None = None
) -> Quantity:
    if value is not None:
        low = None if hedge in (Hedge.UP_TO, Hedge.LESS_THAN) else value
        high = None if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST) else value
    return Quantity(value=value, low=low, high=high, hedge=hedge, unit="person")


def _claim(report: Report, **said: object) -> Claim:
    content: dict[str, object] = {
        "report_id": report.id,
        "term": "arrived",
        "quantity": None,
        "population": None,
        "origin": None,
        "destinations": (),
        "via": (),
        "at": None,
        "attribution": Attribution(),
        "modality": Modality.ASSERTED,
        "status": None,
        "evidence": (report.span(0, len(report.text)),),
    }
    return Claim.of(**(content | said))


def _pick(chance: np.random.Generator, weights: Sequence[float]) -> int:
    share = np.cumsum(weights)
    return int(np.searchsorted(share / share[-1], chance.random(), side="right"))
