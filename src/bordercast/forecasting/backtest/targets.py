"""What is forecast: one row for each place, day of the forecast and horizon, with what came and when that was known."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.backtest.counts import Array, Crisis, Days
from bordercast.vocabulary import Truth

EVERY_DAYS = 7  # a forecast a week where truth is a line between reports: neighbouring days repeat each other


@dataclass(frozen=True, kw_only=True, eq=False)
class Targets:
    """Rows to forecast. ``day`` is when the forecast is made, ``came`` what was there ``horizon`` days later.

    ``known`` is the day on which what came was known: only after it may anybody learn from the row.
    ``last`` is the index of the place's last report by ``day``; ``opening`` whether nobody was counted there by then.
    """

    place: Days
    day: Days
    horizon: Days
    came: Array
    known: Days
    last: Days
    opening: NDArray[np.bool_]

    def __len__(self) -> int:
        return int(self.place.size)

    def where(self, rows: NDArray[np.bool_] | Days) -> "Targets":
        """Return the rows chosen."""
        return Targets(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})


def targets_of(crisis: Crisis, horizons: tuple[int, ...], truth: Truth) -> Targets:
    """Return every row that can be scored: the place was known on the day, and something is known of the day ahead.

    ``reported``: each report is forecast from exactly ``horizon`` days before it. ``between``: once a week, against
    the straight line between the reports on either side, in whole persons as Flee draws it.
    """
    make = _reported if truth is Truth.REPORTED else _between
    parts = [make(crisis, i, horizon) for i in range(len(crisis.places)) for horizon in horizons]
    return Targets(**{f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Targets)})


def _reported(crisis: Crisis, place: int, horizon: int) -> Targets:
    counts = crisis.places[place]
    within = counts.days < crisis.length
    return _rows(
        crisis, place, horizon, counts.days[within] - horizon, counts.persons[within], counts.days[within]
    )


def _between(crisis: Crisis, place: int, horizon: int) -> Targets:
    counts = crisis.places[place]
    last = min(int(counts.days[-1]), crisis.length - 1)
    day = np.arange(0, max(last - horizon + 1, 0), EVERY_DAYS, dtype=np.int64)
    came = np.floor(np.interp(day + horizon, counts.days, counts.persons))
    known = counts.days[np.searchsorted(counts.days, day + horizon)] if day.size else day
    return _rows(crisis, place, horizon, day, came, known)


def _rows(  # noqa: PLR0913, PLR0917 - one argument a column
    crisis: Crisis, place: int, horizon: int, day: Days, came: Array, known: Days
) -> Targets:
    counts = crisis.places[place]
    last = counts.last(day)
    kept = (day >= 0) & (last >= 0)
    rows = Targets(
        place=np.full(day.size, place),
        day=day,
        horizon=np.full(day.size, horizon),
        came=came,
        known=known,
        last=last,
        opening=counts.opening(day),
    )
    return rows.where(kept)
