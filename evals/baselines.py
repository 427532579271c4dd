"""Five simple ways to read a daily flow off press figures, and a spread for them that only an oracle could know.

Each is what a careful person does with a spreadsheet. They answer with one number; to be scored like a distribution
each gets, separately for every kind of question, the log-normal spread that makes its own score best on the very data it is
scored on. That is generous: nobody has that spread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import erf, exp, log1p, pi, sqrt

import numpy as np

from bordercast.vocabulary import Claim, Corridor, Hedge, Kind, Measure, Report

RECENT_DAYS = 3  # how far a rate may lie from the day asked for
SHORT_WINDOW = 8  # days of a window that still counts as a rate
SPREADS = np.geomspace(0.02, 4.0, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as a spreadsheet holds it: first and last day counted (indices), persons in all, and who."""

    start: int
    end: int
    persons: float
    official: bool
    printed: int

    @property
    def days(self) -> int:
        """How many days it counts."""
        return self.end - self.start + 1

    @property
    def rate(self) -> float:
        """Persons a day."""
        return self.persons / self.days


def figures_of(
    claims: Sequence[Claim],
    reports: dict[str, Report],
    corridor: Corridor,
    *,
    first: int,
    as_of: int,
) -> list[Figure]:
    """Return the figures for one corridor printed by ``as_of``, oldest first; days count from ordinal ``first``.

    A running total without a start counts from day 0.
    """
    found = []
    for claim in claims:
        published, quantity, when = reports[claim.report_id].published_on, claim.quantity, claim.interval
        if quantity is None or quantity.unit != "person" or when is None or published is None:
            continue
        if published.toordinal() - first > as_of:
            continue
        if claim.kind is not (Kind.ONWARD if corridor.onward else Kind.FLOW) or len(claim.destinations) != 1:
            continue
        if claim.origin is None or (claim.origin.iso3, claim.destinations[0].iso3) != (
            corridor.origin,
            corridor.destination,
        ):
            continue
        end = (when.end or published).toordinal() - first
        start = (
            when.start.toordinal() - first
            if when.start
            else end - 2
            if claim.measure is Measure.DAILY_RATE
            else 0
        )
        end = max(min(end, as_of), 0)  # a date one day off may lie before the first day
        start = max(min(start, end), 0)
        persons = quantity.middle * {Hedge.MORE_THAN: 1.02, Hedge.NEARLY: 0.98}.get(quantity.hedge, 1.0)
        if claim.measure is Measure.DAILY_RATE:
            persons *= end - start + 1
        found.append(
            Figure(
                start=start,
                end=end,
                persons=persons,
                official=claim.attribution.source_type == "official",
                printed=published.toordinal() - first,
            )
        )
    return sorted(found, key=lambda f: (f.printed, f.end, f.start, f.persons))


def latest(figures: Sequence[Figure], day: int) -> float | None:
    """Return the rate of the latest figure whose days hold the day, else of the latest one."""
    holding = [f for f in figures if f.start <= day <= f.end] or list(figures)
    return max(holding, key=lambda f: (f.end, f.printed)).rate if holding else None


def interpolated(figures: Sequence[Figure], day: int) -> float | None:
    """Return the day's step of a rising line through the running totals, outliers screened."""
    totals = _screened([f for f in figures if f.days > SHORT_WINDOW or f.start == 0])
    if not totals:
        return None
    at = np.array([-1, *[f.end for f in totals]], dtype=float)
    running = _rising(np.array([0.0, *[f.persons for f in totals]]))
    if day > at[-1]:
        back = max(at[-1] - 7.0, -1.0)
        if back == at[-1]:
            return None
        return float((running[-1] - np.interp(back, at, running)) / (at[-1] - back))
    return float(np.interp(day, at, running) - np.interp(day - 1, at, running))


def official(figures: Sequence[Figure], day: int) -> float | None:
    """Return the same from officials alone, or from everybody where they said nothing."""
    return interpolated([f for f in figures if f.official], day) or interpolated(figures, day)


def median(figures: Sequence[Figure], day: int) -> float | None:
    """Return the median rate of all figures whose days hold the day (the nearest few when none does)."""
    rates = [f.rate for f in figures if f.start <= day <= f.end]
    if not rates:
        nearest = sorted(figures, key=lambda f: min(abs(day - f.end), abs(day - f.start)))[:3]
        rates = [f.rate for f in nearest]
    return float(np.median(rates)) if rates else None


def recent(figures: Sequence[Figure], day: int) -> float | None:
    """Return the median rate of short windows within three days of the day, else the median of all sources."""
    short = [f for f in figures if f.days <= SHORT_WINDOW]
    near = [f.rate for f in short if f.start - RECENT_DAYS <= day <= f.end + RECENT_DAYS]
    if not near:
        last = sorted(short, key=lambda f: min(abs(day - f.end), abs(day - f.start)))[:2]
        near = [f.rate for f in last]
    return float(np.median(near)) if near else median(figures, day)


BASELINES: dict[str, Callable[[Sequence[Figure], int], float | None]] = {
    "latest figure": latest,
    "interpolated totals": interpolated,
    "median of sources": median,
    "officials interpolated": official,
    "recent rates": recent,
}


def oracle_crps(guesses: Sequence[float], truths: Sequence[float]) -> float:
    """Return the mean log-scale CRPS of point guesses under the one log-normal spread that makes it least."""
    error = np.array([log1p(t) - log1p(g) for g, t in zip(guesses, truths, strict=True)])
    return min(float(np.mean([_normal_crps(e, s) for e in error])) for s in SPREADS)


def crps(draws: np.ndarray, truth: float) -> float:
    """Return the CRPS of draws against a truth, both on the scale of log(1 + persons)."""
    x = np.sort(np.log1p(draws))
    n = len(x)
    spread = float(np.sum((2 * np.arange(1, n + 1) - n - 1) * x)) / (n * (n - 1))
    return float(np.mean(np.abs(x - log1p(truth)))) - spread


def _normal_crps(error: float, sd: float) -> float:
    z = error / sd
    return sd * (z * erf(z / sqrt(2)) + 2 * exp(-0.5 * z * z) / sqrt(2 * pi) - 1 / sqrt(pi))


def _screened(figures: Sequence[Figure]) -> list[Figure]:
    """Return totals by last day, one a day (their median), without those three times off what rising totals allow."""
    by_end: dict[int, list[Figure]] = {}
    for figure in figures:
        by_end.setdefault(figure.end, []).append(figure)
    line = [sorted(group, key=lambda f: f.persons)[len(group) // 2] for _, group in sorted(by_end.items())]
    kept = []
    for i, figure in enumerate(line):
        before = [f.persons for f in line[max(i - 3, 0) : i]]
        after = [f.persons for f in line[i + 1 : i + 4]]
        too_low = bool(before) and figure.persons < float(np.median(before)) / 3
        too_high = bool(after) and figure.persons > 3 * float(np.median(after))
        if not too_low and not too_high:
            kept.append(figure)
    return kept


def _rising(values: np.ndarray) -> np.ndarray:
    """Return the nearest never-falling sequence (pool adjacent violators)."""
    blocks: list[list[float]] = []
    for value in values:
        blocks.append([float(value), 1.0])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, n), (b, m) = blocks[-2], blocks.pop()
            blocks[-1] = [(a * n + b * m) / (n + m), n + m]
    return np.concatenate([np.full(int(n), v) for v, n in blocks])
