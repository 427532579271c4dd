"""How far forecasts were from what came: proper scores of draws and quantiles, numpy alone.

Gneiting and Raftery (2007) for the CRPS, Bracher et al. (2021) for the weighted interval score, Bosse et al. (2023)
for scoring the logarithm: on the log scale a score is about relative error, so that small places count too.
Lower is better. A forecast is a row of draws; what came is a number a row.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

WIS_LEVELS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)  # Bracher et al. 2021, section 2.2
COVERAGE_LEVELS = (0.5, 0.8, 0.95)


def crps(draws: Array, came: Array) -> Array:
    """Return the continuous ranked probability score of each row of ``draws`` (row, draw), shape ``(row,)``.

    The draws are taken as the whole forecast: ``E|X - y| - E|X - X'| / 2`` over all pairs. In the unit of the draws.
    """
    ordered = np.sort(draws, axis=1)
    count = ordered.shape[1]
    spread = ordered @ (2.0 * np.arange(1, count + 1) - count - 1) / count**2
    distance = np.abs(ordered - came[:, None]).mean(axis=1)
    score: Array = distance - spread
    return score


def crps_of_quantiles(quantiles: Array, levels: Array, came: Array) -> Array:
    """Return the CRPS of forecasts given as quantiles (row, level): twice the pinball loss, summed over the levels.

    Each level stands for the probabilities nearer to it than to its neighbours, so levels need not be even.
    """
    edges = np.concatenate([[0.0], (levels[1:] + levels[:-1]) / 2, [1.0]])
    miss = came[:, None] - quantiles
    pinball = np.maximum(levels * miss, (levels - 1) * miss)
    score: Array = 2 * pinball @ np.diff(edges)
    return score


def interval_score(low: Array, high: Array, came: Array, level: float) -> Array:
    """Return the score of central intervals that should hold with probability ``level``: width plus misses."""
    penalty = 2 / (1 - level)
    score: Array = (high - low) + penalty * np.maximum(low - came, 0) + penalty * np.maximum(came - high, 0)
    return score


def wis(draws: Array, came: Array, levels: tuple[float, ...] = WIS_LEVELS) -> Array:
    """Return the weighted interval score of each row: the median's error and the interval scores, Bracher's weights."""
    middle = np.median(draws, axis=1)
    total = 0.5 * np.abs(came - middle)
    for level in levels:
        low, high = interval(draws, level)
        total = total + (1 - level) / 2 * interval_score(low, high, came, level)
    return total / (len(levels) + 0.5)


def interval(draws: Array, level: float) -> tuple[Array, Array]:
    """Return the ends of each row's central interval, which should hold with probability ``level``."""
    low, high = np.quantile(draws, [(1 - level) / 2, (1 + level) / 2], axis=1)
    return low, high


def covered(draws: Array, came: Array, level: float) -> NDArray[np.bool_]:
    """Return whether what came lies in each row's central interval, ends included."""
    low, high = interval(draws, level)
    inside: NDArray[np.bool_] = (low <= came) & (came <= high)
    return inside


def pit(draws: Array, came: Array) -> Array:
    """Return the probability integral transform of each row: flat between 0 and 1 when forecasts are honest.

    Draws equal to what came count half, so that a forecast that puts weight on one number is not called biased.
    """
    below = (draws < came[:, None]).mean(axis=1)
    equal = (draws == came[:, None]).mean(axis=1)
    value: Array = below + equal / 2
    return value


def over_window(score: Array, weights: Array) -> Array:
    """Return the mean of scores (row, reading) over the readings a figure's words allow, with their weights.

    "More than 200,000" is no number but a window; the mean of a proper score over a window's readings is proper for
    the window.
    """
    mean: Array = (score * weights).sum(axis=1) / weights.sum(axis=1)
    return mean


def ard(middles: Array, came: Array) -> float:
    """Return Flee's averaged relative difference of ``(day, place)``: per day ``sum|forecast - came| / sum came``.

    Days on which nobody was there divide by one person, as in Flee. 0 is exact, 2 is everyone in the wrong place.
    """
    per_day = np.abs(middles - came).sum(axis=1) / np.maximum(came.sum(axis=1), 1.0)
    return float(per_day.mean())
