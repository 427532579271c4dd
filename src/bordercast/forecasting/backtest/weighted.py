"""Forecasts as weighted samples: many rows that share their values and differ in how much each value counts."""

import numpy as np

from bordercast.forecasting.backtest.counts import Array

DRAWS = 200  # evenly spaced quantiles that stand for a forecast; judgement: the outermost is 1 in 400
LEVELS: Array = (np.arange(DRAWS) + 0.5) / DRAWS


def quantiles(values: Array, weights: Array) -> Array:
    """Return the quantiles of ``values`` (value,) at ``LEVELS`` under each row of ``weights`` (row, value).

    Between two values the quantile moves in a straight line, from the middle of one's weight to that of the next.
    Rows whose weights are all zero are not a forecast: NaN.
    """
    order = np.argsort(values, kind="stable")
    ordered, weighed = values[order], weights[:, order]
    upto = np.cumsum(weighed, axis=1)
    total = upto[:, -1:]
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = (upto - weighed / 2) / total
    result = np.full((len(weights), DRAWS), np.nan)
    for row in np.flatnonzero(total[:, 0] > 0):
        heavy = weighed[row] > 0
        result[row] = np.interp(LEVELS, middle[row, heavy], ordered[heavy])
    return result
