"""Small multiples: one panel a corridor, its days, its interval, the claims that inform it, and what happened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bordercast.publishing.figures import CorridorFigures, Figures, claim_words
from bordercast.publishing.gate import PublicClaim, Release
from bordercast.publishing.quantiles import Spread
from bordercast.publishing.words import between, day_words, modelled, place_code, status_words, two_figures
from bordercast.vocabulary import ANYWHERE, BorderTimeline, Hedge, Measure

_WIDTH, _HEIGHT = 360.0, 216.0  # shown one to one on a phone
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 8.0, 30.0, 24.0
_Scale = Callable[[float], float]
_Place = Callable[[date], float]

_ARROWS = {Hedge.MORE_THAN: "up", Hedge.AT_LEAST: "up", Hedge.UP_TO: "down", Hedge.LESS_THAN: "down"}
_REACH = 2.5  # a claim up to so many times the model widens the scale; beyond, it is cut (judgement)
_PANELS = 9  # more than nine panels are a table's work


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMark:
    """A claim spread over its days: a box for a range, a line for a figure, an arrow for an open end."""

    x1: float
    x2: float
    low: float
    high: float
    y: float
    arrow: str
    anchor: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something that happened, at its day."""

    x: float
    letter: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One corridor's days in pixels."""

    anchor: str
    name: str
    onward: bool
    mostly_prior: bool
    width: float
    height: float
    bands: tuple[tuple[str, str], ...]
    ahead_bands: tuple[tuple[str, str], ...]
    median: str
    ahead: str
    now: float
    base: float
    top: float
    left: float
    right: float
    ticks: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str], ...]
    claims: tuple[ClaimMark, ...]
    flags: tuple[Flag, ...]
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axes:
    """Where a day and a number of persons lie in a panel."""

    first: date
    days: int
    ceiling: float

    def x(self, day: date) -> float:
        """Return the pixel of a day."""
        step = (_WIDTH - _LEFT - _RIGHT) / max(1, self.days - 1)
        return round(_LEFT + (day - self.first).days * step, 1)

    def y(self, persons: float) -> float:
        """Return the pixel of a number of persons a day, at the top when it lies beyond the scale."""
        share = min(1.0, max(0.0, persons / self.ceiling))
        return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A trigger or a change of what is said of a border: its day, a letter, words, and whom it concerns.

    ``scope`` is empty for everybody, else a country, a corridor's code or a crossing's name.
    """

    day: date
    letter: str
    words: str
    scope: str

    def concerns(self, figure: CorridorFigures) -> bool:
        """Whether a corridor's timeline shows it."""
        return self.scope in ("", figure.corridor.origin, figure.code)


def timelines(release: Release, numbers: Figures) -> tuple[Panel, ...]:
    """Return a panel for the main corridors: totals, then legs by the size of their last week."""
    if release.estimate is None:
        return ()
    days = release.estimate.days
    ahead = numbers.forecast.days if numbers.forecast else ()
    flags = happened(release, numbers)
    return tuple(_panel(c, days, ahead, flags) for c in numbers.corridors[:_PANELS])


def _panel(
    figure: CorridorFigures,
    days: tuple[date, ...],
    ahead: tuple[date, ...],
    flags: list[Happening],
) -> Panel:
    all_days = days + ahead
    modelled_top = max([s.high80 for s in figure.daily + figure.ahead] + [s.median for s in figure.daily])
    spread_out = [said for claim in figure.claims if (said := rate(claim, figure, days)) is not None]
    ceiling = _ceiling(
        [modelled_top, *(said.middle for said in spread_out if said.middle <= _REACH * modelled_top)]
    )

    axes = _Axes(first=all_days[0], days=len(all_days), ceiling=ceiling)
    x, y = axes.x, axes.y
    past = list(zip(map(x, days), figure.daily, strict=True))
    future = [past[-1], *zip(map(x, ahead), figure.ahead, strict=True)] if ahead else []
    peak = max(range(len(days)), key=lambda i: figure.daily[i].median)
    last = figure.last_day
    return Panel(
        anchor=figure.anchor,
        name=figure.name,
        onward=figure.corridor.onward,
        mostly_prior=figure.mostly_prior,
        width=_WIDTH,
        height=_HEIGHT,
        bands=_bands(past, y),
        ahead_bands=_bands(future, y)[:2],
        median=_line([(at, y(s.median)) for at, s in past]),
        ahead=_line([(at, y(s.median)) for at, s in future]),
        now=x(days[-1]),
        base=_HEIGHT - _BOTTOM,
        top=_TOP,
        left=_LEFT,
        right=_WIDTH - _RIGHT,
        ticks=tuple((y(v), _short(v)) for v in (0, ceiling / 2, ceiling)),
        days=_day_ticks(all_days, x),
        claims=tuple(
            mark for claim in figure.claims if (mark := _claim(claim, figure, days, axes)) is not None
        ),
        flags=tuple(
            Flag(x=x(flag.day), letter=flag.letter, spoken=flag.words)
            for flag in flags
            if all_days[0] <= flag.day <= all_days[-1] and flag.concerns(figure)
        ),
        spoken=(
            f"{figure.name}. On {day_words(days[-1])} {modelled(last.median)} people, 80 per cent interval "
            f"{between(last.low80, last.high80)}. Highest on {day_words(days[peak])}: "
            f"{modelled(figure.daily[peak].median)}."
        ),
    )


def _bands(points: list[tuple[float, Spread]], y: _Scale) -> tuple[tuple[str, str], ...]:
    """Return the outlines of the 95, 80 and 50 % bands."""
    if not points:
        return ()
    return (
        ("95", _band([(at, y(s.low95), y(s.high95)) for at, s in points])),
        ("80", _band([(at, y(s.low80), y(s.high80)) for at, s in points])),
        ("50", _band([(at, y(s.low50), y(s.high50)) for at, s in points])),
    )


def _band(points: list[tuple[float, float, float]]) -> str:
    there = [(at, high) for at, _, high in points]
    back = [(at, low) for at, low, _ in reversed(points)]
    return _line(there + back) + "Z"


def _line(points: list[tuple[float, float]]) -> str:
    return "".join(f"{'L' if i else 'M'}{x:g} {y:g}" for i, (x, y) in enumerate(points))


def _claim(
    claim: PublicClaim, figure: CorridorFigures, days: tuple[date, ...], axes: _Axes
) -> ClaimMark | None:
    """Return the claim as persons a day over its days, when it speaks of just this corridor in persons."""
    said = rate(claim, figure, days)
    if said is None:
        return None
    arrow = arrow_of(claim)
    left, right = axes.x(max(said.start, days[0])), axes.x(min(said.end, days[-1]))
    beyond = " Beyond this panel's scale." if said.middle > axes.ceiling else ""
    return ClaimMark(
        x1=left - 3 if left == right else left,
        x2=right + 3 if left == right else right,
        low=axes.y(said.middle if arrow else said.low),
        high=axes.y(said.middle if arrow else said.high),
        y=axes.y(said.middle),
        arrow=arrow,
        anchor=f"claim-{claim.id}",
        spoken=f"{claim_words(claim)}; {claim.voice}. About {two_figures(said.middle):,} a day.{beyond}",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What a claim says, as persons a day between two days, both included."""

    start: date
    end: date
    middle: float
    low: float
    high: float


def rate(claim: PublicClaim, figure: CorridorFigures, days: tuple[date, ...]) -> Rate | None:
    """Return a claim spread over its days; None when it does not speak of just this corridor in persons."""
    said, interval = claim.quantity, claim.interval
    if said is None or said.unit != "person" or interval is None or not _speaks_of(claim, figure):
        return None
    start, end = interval.start or interval.end, interval.end or interval.start
    if start is None or end is None or end < days[0] or start > days[-1]:
        return None
    if claim.measure in (Measure.SHARE, Measure.CHANGE, Measure.CAPACITY):
        return None
    daily = claim.measure in (Measure.DAILY_RATE, Measure.DAILY) or said.per == "day"
    count = 1.0 if daily else (end - start).days + 1.0
    low = said.middle if said.low is None else said.low
    high = said.middle if said.high is None else said.high
    return Rate(start=start, end=end, middle=said.middle / count, low=low / count, high=high / count)


def _speaks_of(claim: PublicClaim, figure: CorridorFigures) -> bool:
    if claim.origin is None or place_code(claim.origin) != figure.corridor.origin:
        return False
    codes = {place_code(d) for d in claim.destinations}
    return codes == {figure.corridor.destination} or (not codes and figure.corridor.destination == ANYWHERE)


def arrow_of(claim: PublicClaim) -> str:
    """Return ``up`` for "more than", ``down`` for "up to", nothing for a figure closed on both sides."""
    return _ARROWS.get(claim.quantity.hedge, "") if claim.quantity else ""


def happened(release: Release, numbers: Figures) -> list[Happening]:
    """Return the flags of the timelines: one a day and kind of trigger, then each change said of a border."""
    return [*_triggers(numbers), *_borders(release)]


def _triggers(numbers: Figures) -> list[Happening]:
    seen: dict[tuple[date, str], Happening] = {}
    for claim in numbers.triggers:
        day = claim.interval.start if claim.interval else None
        if day and claim.modality.factual:
            where = claim.at.name if claim.at else ""
            words = f"{day_words(day)}: {claim.term.replace('_', ' ')}, {where}".rstrip(", ")
            seen.setdefault((day, claim.term), Happening(day=day, letter="!", words=words, scope=""))
    return list(seen.values())


def _borders(release: Release) -> list[Happening]:
    flags = []
    for line in release.borders:
        for day, status, fact, words in _changes(line):
            letter = {"open": "O", "restricted": "R", "closed": "C"}.get(status, "?")
            flags.append(Happening(day=day, letter=letter if fact else "?", words=words, scope=line.border))
    return flags


def _changes(line: BorderTimeline) -> list[tuple[date, str, bool, str]]:
    """Return the first of each run of like statements: day, status, whether a fact, words."""
    found: list[tuple[date, str, bool, str]] = []
    before = ""
    for event in line.events:
        words = status_words(event.status, event.modality)
        if words != before:
            fact = event.modality.factual and event.status != "undecided"
            found.append(
                (
                    event.day,
                    event.status,
                    fact,
                    f"{day_words(event.day)}: border {line.border} {words}, {event.voice}",
                )
            )
        before = words
    return found


def _day_ticks(days: tuple[date, ...], x: _Place) -> tuple[tuple[float, str], ...]:
    every = max(1, round(len(days) / 4))
    return tuple((x(day), day_words(day)) for day in days[::every] if x(day) < _WIDTH - _RIGHT - 14)


def _ceiling(values: list[float]) -> float:
    """Return a round number just above the highest."""
    top = max([*values, 1.0]) * 1.08
    size = 10 ** (len(str(int(top))) - 1)
    return next(float(size * step) for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if size * step >= top)


def _short(persons: float) -> str:
    if persons >= 1000:
        return f"{persons / 1000:g}k"
    return f"{persons:g}"
