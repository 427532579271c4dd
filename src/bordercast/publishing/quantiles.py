"""Quantiles of draws: made in this room and nowhere else (forecast-hub long form)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import ANYWHERE, ELSEWHERE, Corridor, Draws, FlowEstimate, Projection

LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)  # the 50, 80 and 95 % intervals and the median
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantileRow:
    """One quantile of one corridor on one day, in persons."""

    as_of: date
    origin: str
    destination: str
    day: date
    measure: str
    output_type: str
    output_type_id: float
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectionRow:
    """One quantile of one corridor or place on one day to come, under a scenario; ``unit`` is person, hour or day.

    ``value`` is None for days until full beyond the last day.
    """

    scenario: str
    as_of: date
    origin: str
    destination: str
    day: date
    measure: str
    output_type: str
    output_type_id: float
    value: float | None
    place: str = ""
    unit: str = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The seven quantiles of one quantity."""

    low95: float
    low80: float
    low50: float
    median: float
    high50: float
    high80: float
    high95: float


def spread(draws: NDArray[np.float64]) -> Spread:
    """Return the seven quantiles of draws of shape ``(draw,)``."""
    return spreads(draws[:, None])[0]


def spreads(draws: Draws) -> tuple[Spread, ...]:
    """Return the seven quantiles of each day, from draws of shape ``(draw, day)``."""
    table = _quantiles(draws)
    return tuple(
        Spread(low95=a, low80=b, low50=c, median=d, high50=e, high80=f, high95=g)
        for a, b, c, d, e, f, g in table.T.tolist()
    )


def quantile_rows(estimate: FlowEstimate) -> Iterator[QuantileRow]:
    """Yield the quantiles of every leg and total: each day, each week up to a day, and the total since the first day.

    Then, for each country that people came into, the stock: all who came in since the first day, less all who moved on.
    """
    for corridor in estimate.corridors:
        for measure, first, draws in _measures(corridor, estimate.of(corridor)):
            yield from _rows(estimate, corridor.origin, corridor.destination, measure, first, draws)
    for country, draws in _stocks(estimate):
        yield from _rows(estimate, ANYWHERE, country, "stock", 0, draws)


def _rows(  # noqa: PLR0913, PLR0917 - the columns of a row
    estimate: FlowEstimate, origin: str, destination: str, measure: str, first: int, draws: Draws
) -> Iterator[QuantileRow]:
    for day, values in zip(estimate.days[first:], _quantiles(draws).T.tolist(), strict=True):
        for level, value in zip(LEVELS, values, strict=True):
            yield QuantileRow(
                as_of=estimate.as_of,
                origin=origin,
                destination=destination,
                day=day,
                measure=measure,
                output_type="quantile",
                output_type_id=level,
                value=value,
            )


def _stocks(estimate: FlowEstimate) -> Iterator[tuple[str, Draws]]:
    """Yield each country entered, and the persons who came in and have not moved on, shape ``(draw, day)``."""
    entered = {leg.destination for leg in estimate.legs if not leg.onward and leg.destination != ELSEWHERE}
    for country in sorted(entered):
        came = [i for i, leg in enumerate(estimate.legs) if leg.destination == country]
        left = [i for i, leg in enumerate(estimate.legs) if leg.origin == country and leg.onward]
        net = estimate.draws[:, came].sum(axis=1) - estimate.draws[:, left].sum(axis=1)
        yield country, np.maximum(np.cumsum(net, axis=1), 0.0)


def projection_rows(projection: Projection) -> Iterator[ProjectionRow]:
    """Yield the quantiles of every leg and total after ``as_of``; running totals count from the first day to come."""
    for corridor in projection.legs + projection.totals:
        daily = projection.of(corridor)
        for measure, first, draws in _measures(corridor, daily):
            for day, values in zip(projection.days[first:], _quantiles(draws).T.tolist(), strict=True):
                for level, value in zip(LEVELS, values, strict=True):
                    yield ProjectionRow(
                        scenario=projection.scenario.name,
                        as_of=projection.as_of,
                        origin=corridor.origin,
                        destination=corridor.destination,
                        day=day,
                        measure=measure,
                        output_type="quantile",
                        output_type_id=level,
                        value=value,
                    )


def _measures(corridor: Corridor, daily: Draws) -> Iterator[tuple[str, int, Draws]]:
    """Yield each measure, the index of its first day, and its draws."""
    name = "onward" if corridor.onward else "flow"
    running = np.cumsum(daily, axis=1)
    yield name, 0, daily
    yield f"cumulative_{name}", 0, running
    if daily.shape[1] >= WEEK:
        before = np.concatenate([np.zeros((len(daily), 1)), running[:, :-WEEK]], axis=1)
        yield f"weekly_{name}", WEEK - 1, np.maximum(running[:, WEEK - 1 :] - before, 0.0)


def _quantiles(draws: Draws) -> Draws:
    """Return quantiles of shape ``(level, day)``, rounded to a tenth of a person, never decreasing in level."""
    if draws.shape[1] == 0:
        return np.empty((len(LEVELS), 0))
    table: Draws = np.round(np.quantile(draws, LEVELS, axis=0), 1)
    return np.maximum.accumulate(table, axis=0)
