"""What can be said of a place on a day from its reports until then: level, slopes, restlessness, age, staleness.

Everything of a place is worked out once for each of its reports, from that report and earlier ones; a day looks up
the last report. So nothing here can see past the day asked about.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.backtest.counts import Array, Counts, Crisis, Days

SLOPE_WINDOWS = (7, 21, 60)  # days over which growth is measured; judgement, weights between them are learned
MEMORY = 0.8  # weight of a report against the next one when restlessness is measured; judgement
USUAL_RESTLESSNESS = 0.02  # log change over the root of a day, before a crisis has shown its own; judgement
USUAL_STILL = 0.3  # share of reports that repeat the last figure, likewise
USUAL_GAP = 30.0  # days between reports of a place that has one
SHRINK = 2.0  # reports that what is usual counts for
COLUMNS = 12
STILL = 0.002  # log change below which a figure counts as repeated


@dataclass(frozen=True, kw_only=True, eq=False)
class Moments:
    """Columns, one row for each (place, day) asked; growth per day is a share of the last figure.

    ``restless`` and ``crisis_restless`` are absolute log changes over the root of the days between; ``still`` the
    share of reports that repeat the last; ``crisis_growth`` the growth of all places, weighted by people.
    """

    last_day: Days
    persons: Array
    age: Array
    reports: Array
    growth: Array  # (row, window)
    crisis_growth: Array
    restless: Array
    crisis_restless: Array
    still: Array
    gap: Array


def moments_of(crisis: Crisis, place: Days, day: Days) -> Moments:
    """Return what was known of each place on each day; only for places where people had been counted by then."""
    days, at_day = np.unique(day, return_inverse=True)
    tables = [_of_reports(counts) for counts in crisis.places]
    # (place, day, column): zero where nobody had been counted yet
    seen = np.stack(
        [_looked_up(counts, table, days) for counts, table in zip(crisis.places, tables, strict=True)]
    )
    own = seen[place, at_day]
    people, slope, moved, weight, repeated = (seen[:, :, i].sum(axis=0) for i in (1, 10, 7, 8, 9))
    crisis_restless = (moved + USUAL_RESTLESSNESS * SHRINK) / (weight + SHRINK)
    crisis_still = (repeated + USUAL_STILL) / (weight + 1)
    crisis_growth = slope / np.maximum(people, 1)
    return Moments(
        last_day=own[:, 0].astype(np.int64),
        persons=own[:, 1],
        age=day - own[:, 2],
        reports=own[:, 3],
        growth=own[:, 4:7],
        crisis_growth=crisis_growth[at_day],
        restless=(own[:, 7] + SHRINK * crisis_restless[at_day]) / (own[:, 8] + SHRINK),
        crisis_restless=crisis_restless[at_day],
        still=(own[:, 9] + SHRINK * crisis_still[at_day]) / (own[:, 8] + SHRINK),
        gap=own[:, 11],
    )


def _looked_up(counts: Counts, table: Array, days: Days) -> Array:
    found = np.zeros((days.size, COLUMNS))
    at = counts.last(days) - counts.first_people
    found[at >= 0] = table[at[at >= 0]]
    return found


@lru_cache(maxsize=512)  # every forecaster asks for the same places again
def _of_reports(counts: Counts) -> Array:
    """One row for each report since people were first counted; row i reads reports up to i and no further."""
    first = counts.first_people
    days, persons = counts.days[first:].astype(float), counts.persons[first:]
    corrected = counts.corrected[first:]
    rows = np.zeros((days.size, COLUMNS))
    if not days.size:
        return rows
    change = np.abs(np.diff(np.log1p(persons)))
    between = np.maximum(np.diff(days), 1)
    moved = weight = repeated = 0.0
    for i in range(days.size):
        if i:
            moved = MEMORY * moved + change[i - 1] / np.sqrt(between[i - 1])
            weight = MEMORY * weight + 1
            repeated = MEMORY * repeated + (change[i - 1] < STILL)
        slopes = _slopes(days[: i + 1], _restated(persons[: i + 1], corrected[: i + 1]))
        gap = float(np.median(between[max(i - 6, 0) : i])) if i else USUAL_GAP
        rows[i] = (
            days[i], persons[i], days[0], i + 1, *slopes, moved, weight, repeated, slopes[1] * persons[i], gap
        )  # fmt: skip
    return rows


def _restated(persons: Array, corrected: NDArray[np.bool_]) -> Array:
    """Figures before a correction scaled to the new way of counting, so that the step is not read as growth."""
    scale = np.ones(persons.size)
    for i in np.flatnonzero(corrected[1:]) + 1:
        if persons[i - 1] > 0:
            scale[:i] *= persons[i] / persons[i - 1]
    return persons * scale


def _slopes(days: Array, persons: Array) -> tuple[float, ...]:
    if days.size < 2:
        return (0.0,) * len(SLOPE_WINDOWS)
    result = []
    for window in SLOPE_WINDOWS:
        since = min(int(np.searchsorted(days, days[-1] - window)), days.size - 2)
        rise = (persons[-1] - persons[since]) / (days[-1] - days[since])
        result.append(rise / max(persons[-1], 1.0))
    return tuple(result)
