"""Daily and running flows of every corridor, in columns: small enough to send, exact enough to draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from bordercast.publishing.figures import CorridorFigures, Figures
from bordercast.publishing.gate import Release
from bordercast.publishing.quantiles import Spread
from bordercast.publishing.screen.answers import corridor_id

DIGITS = (
    3  # significant figures: finer than a pixel of a chart, and a third of the bytes; tables hold the rest
)

Level = str
LEVELS: dict[str, tuple[Level, ...]] = {
    "median": ("median",),
    "80": ("low80", "median", "high80"),
    "all": ("low95", "low80", "low50", "median", "high50", "high80", "high95"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CorridorSeries:
    """One corridor: for each level one number a day. ``ahead`` goes on after ``as_of``, as things stand.

    ``cumulative`` is empty when only daily numbers were asked for.
    Persons to three significant figures; None where a count under ten is withheld.
    """

    id: str
    name: str
    daily: dict[Level, tuple[int | None, ...]]
    cumulative: dict[Level, tuple[int | None, ...]]
    ahead: dict[Level, tuple[int | None, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """Columns of days: ``days`` up to ``as_of``, ``ahead`` those after it, and the corridors asked for."""

    as_of: date
    levels: tuple[Level, ...]
    days: tuple[date, ...]
    ahead: tuple[date, ...]
    corridors: tuple[CorridorSeries, ...]


def flow_series(
    release: Release,
    numbers: Figures,
    *,
    levels: str = "80",
    running: bool = True,
    corridors: Sequence[str] = (),
) -> Flows:
    """Return the columns of some corridors (all when none is named); ``levels`` is ``median``, ``80`` or ``all``.

    ``running`` adds the totals since the first day.
    """
    wanted = set(corridors)
    names = LEVELS[levels]
    return Flows(
        as_of=release.as_of,
        levels=names,
        days=release.estimate.days if release.estimate else (),
        ahead=numbers.forecast.days if numbers.forecast else (),
        corridors=tuple(
            series(release, figure, names, running=running)
            for figure in numbers.corridors
            if not wanted or corridor_id(figure) in wanted
        ),
    )


def series(
    release: Release, figure: CorridorFigures, levels: tuple[Level, ...], *, running: bool = True
) -> CorridorSeries:
    """Return one corridor in columns."""
    return CorridorSeries(
        id=corridor_id(figure),
        name=figure.name,
        daily=columns(release, figure.daily, levels),
        cumulative=columns(release, figure.running, levels) if running else {},
        ahead=columns(release, figure.ahead, levels),
    )


def columns(
    release: Release, spreads: Iterable[Spread], levels: tuple[Level, ...]
) -> dict[Level, tuple[int | None, ...]]:
    """Return a list of numbers for each level, withheld where the gate says so."""
    rows = tuple(spreads)
    return {
        level: tuple(
            None if value != value or release.suppressed(value) else _rounded(value)  # noqa: PLR0124 - NaN: unknown
            for value in (getattr(row, level) for row in rows)
        )
        for level in levels
    }


def _rounded(persons: float) -> int:
    if persons < 10**DIGITS:
        return round(persons)
    return int(round(persons, DIGITS - 1 - floor(log10(persons))))
