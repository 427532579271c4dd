"""What was counted where and when, on a day axis, so that a day can be asked what was known by then."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import Case, CaseSeries, ClosureKind

Array = NDArray[np.float64]
Days = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Counts:
    """The reports of one place: ``persons`` present, as counted for each of ``days`` (since the crisis began, rising).

    ``corrected`` marks reports that count in a new way: what stood before was scaled. ``shut`` are spans ``[start, end)``
    of days on which the place was closed; an end is known only once it has come.
    """

    place: str
    days: Days
    persons: Array
    corrected: NDArray[np.bool_]
    shut: tuple[tuple[int, int], ...] = ()

    def last(self, day: Days) -> Days:
        """Return the index of the last report for each day asked; -1 before the first."""
        return np.searchsorted(self.days, day, side="right") - 1

    @cached_property
    def first_people(self) -> int:
        """The index of the first report of anybody; the number of reports when there is none.

        Series begin with a row of zero for places that open later: it says that nobody had been counted, not that
        somebody had looked. Where people are counted a zero is a figure like any other.
        """
        found = np.flatnonzero(self.persons > 0)
        return int(found[0]) if found.size else int(self.days.size)

    def opening(self, day: Days) -> NDArray[np.bool_]:
        """Return whether the place is known on each day but nobody has been counted there."""
        at = self.last(day)
        return (at >= 0) & (at < self.first_people)


@dataclass(frozen=True, kw_only=True, eq=False)
class Crisis:
    """All places of one crisis; ``length`` days from day 0."""

    name: str
    length: int
    places: tuple[Counts, ...]

    @property
    def names(self) -> frozenset[str]:
        """The places, by which two records of one crisis are told to be the same."""
        return frozenset(place.place for place in self.places)


def crisis_of(case: Case) -> Crisis:
    """Return the counts of a case. Capacities are left out: they are made from the series themselves.

    A place whose figure is the sum of several files is counted whenever one of them is, with the latest of each.
    """
    return Crisis(
        name=case.name,
        length=case.days,
        places=tuple(_counts(series, case) for series in case.series if any(series.files)),
    )


def _counts(series: CaseSeries, case: Case) -> Counts:
    parts = [_part(file, case) for file in series.files if file]
    days = np.unique(np.concatenate([d for d, _ in parts]))
    persons = np.zeros(days.size)
    for own, values in parts:
        at = np.searchsorted(own, days, side="right") - 1
        persons += np.where(at >= 0, values[at], 0.0)
    corrections = [(day - case.start).days for day in series.corrections]
    return Counts(
        place=series.name,
        days=days,
        persons=persons,
        corrected=np.isin(days, corrections),
        shut=tuple(
            (c.start, c.end if c.end >= 0 else case.days + 1)
            for c in case.closures
            if series.name in (c.first, c.second)
            and c.kind in (ClosureKind.CAMP, ClosureKind.IDPCAMP, ClosureKind.LOCATION)
            and c.end != c.start
        ),
    )


def _part(file: tuple[tuple[date, int], ...], case: Case) -> tuple[Days, Array]:
    """One file's days and values; of two rows for one day the later row holds."""
    rows = {(day - case.start).days: float(value) for day, value in file}
    days = np.array(sorted(rows), dtype=np.int64)
    return days, np.array([rows[int(d)] for d in days])
