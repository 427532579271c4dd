"""Simple forecasts to be measured against, each with an honest spread: the errors it made before.

Baselines are made as strong as they can honestly be. Their errors are taken on the log scale, for places that run
and places yet to open apart, from all places of the crisis up to the day of the forecast; until there are many of
them, the errors the same baseline made in past crises stand in.
"""

from collections.abc import Sequence

import numpy as np

from bordercast.forecasting.backtest.counts import Array, Crisis
from bordercast.forecasting.backtest.moments import moments_of
from bordercast.forecasting.backtest.targets import Targets
from bordercast.forecasting.backtest.weighted import quantiles
from bordercast.vocabulary import BASELINES

PAST = (
    40.0  # errors of this crisis that those of past crises count for: 5 to 60 tried, best for the baselines
)
DRIFT_WINDOW = (
    1  # column of the slopes: three weeks; 14, 30 and 60 days were within some 3 per cent of each other
)


def locations(crisis: Crisis, targets: Targets) -> Array:
    """Return each baseline's middle for each target in log(1 + persons): persistence, drift, shares held.

    Persistence is the last report. Drift goes on at the growth of the last three weeks, in persons a day, since that
    report. Shares held gives each place its present share of a total that grows at the growth of all places.
    """
    result = np.zeros((len(targets), 3))
    running = ~targets.opening
    if running.any():
        rows = targets.where(running)
        known = moments_of(crisis, rows.place, rows.day)
        ahead = rows.day + rows.horizon - known.last_day
        drift = known.persons * (1 + known.growth[:, DRIFT_WINDOW] * ahead)
        shares = known.persons * (1 + known.crisis_growth * rows.horizon)
        result[running] = np.log1p(np.maximum(np.stack([known.persons, drift, shares], axis=1), 0))
    return result


def baseline_draws(
    crisis: Crisis, targets: Targets, own: Targets, past: Sequence[tuple[Crisis, Targets]]
) -> dict[str, Array]:
    """Return each baseline's forecasts as draws of log(1 + persons), (target, draw); the ensemble pools the others."""
    middles = locations(crisis, targets)
    errors = np.log1p(own.came)[:, None] - locations(crisis, own)
    before = [(then, np.log1p(then.came)[:, None] - locations(c, then)) for c, then in past]
    draws = np.zeros((3, len(targets), quantiles(np.zeros(1), np.ones((1, 1))).shape[1]))
    for horizon in np.unique(targets.horizon):
        for opening in (False, True):
            rows = np.flatnonzero((targets.horizon == horizon) & (targets.opening == opening))
            mine = (own.horizon == horizon) & (own.opening == opening)
            theirs = [e[(t.horizon == horizon) & (t.opening == opening)] for t, e in before]
            theirs = [e for e in theirs if len(e)]
            if rows.size and (theirs or mine.any()):
                known = (own.known[mine][None, :] <= targets.day[rows][:, None]).astype(float)
                weights = np.concatenate([known, np.tile(_weights(theirs), (rows.size, 1))], axis=1)
                pool = np.concatenate([errors[mine], *theirs])
                for b in range(3):
                    spread = quantiles(pool[:, b], weights)
                    draws[b, rows] = middles[rows, b, None] + np.nan_to_num(spread)
    draws = np.maximum(draws, 0)
    everyone = np.sort(np.concatenate(list(draws), axis=1), axis=1)
    return dict(zip(BASELINES, [*draws, everyone], strict=True))


def _weights(theirs: Sequence[Array]) -> Array:
    """Weights of past errors: together ``PAST``, a crisis by the root of how many it has, so that none drowns the rest."""
    if not theirs:
        return np.zeros(0)
    raw = np.concatenate([np.full(len(e), 1 / np.sqrt(len(e))) for e in theirs])
    weights: Array = PAST * raw / raw.sum()
    return weights
