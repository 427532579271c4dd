"""Quantiles of draws: made in this room and nowhere else (forecast-hub long form)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import Corridor, Draws, FlowEstimate, Projection

LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)  # the 50, 80 and 95 % intervals and the median


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
    """Yield the quantiles of every leg and total: each day, and the running total since the first day."""
    for corridor in estimate.corridors:
        daily = estimate.of(corridor)
        for measure, draws in _measures(corridor, daily):
            for day, values in zip(estimate.days, _quantiles(draws).T.tolist(), strict=True):
                for level, value in zip(LEVELS, values, strict=True):
                    yield QuantileRow(
                        as_of=estimate.as_of,
                        origin=corridor.origin,
                        destination=corridor.destination,
                        day=day,
                        measure=measure,
                        output_type="quantile",
                        output_type_id=level,
                        value=value,
                    )


def projection_rows(projection: Projection) -> Iterator[ProjectionRow]:
    """Yield the quantiles of every leg and total after ``as_of``; running totals count from the first day to come."""
    for corridor in projection.legs + projection.totals:
        daily = projection.of(corridor)
        for measure, draws in _measures(corridor, daily):
            for day, values in zip(projection.days, _quantiles(draws).T.tolist(), strict=True):
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


def _measures(corridor: Corridor, daily: Draws) -> tuple[tuple[str, Draws], ...]:
    name = "onward" if corridor.onward else "flow"
    return ((name, daily), (f"cumulative_{name}", np.cumsum(daily, axis=1)))


def _quantiles(draws: Draws) -> Draws:
    """Return quantiles of shape ``(level, day)``, rounded to a tenth of a person, never decreasing in level."""
    if draws.shape[1] == 0:
        return np.empty((len(LEVELS), 0))
    table: Draws = np.round(np.quantile(draws, LEVELS, axis=0), 1)
    return np.maximum.accumulate(table, axis=0)
