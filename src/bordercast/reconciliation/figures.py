"""The figures a store's reports state, as numbers that a forecast made before can be held against."""

from collections.abc import Iterable
from datetime import date
from functools import partial

import numpy as np

from bordercast.reconciliation.network import Network
from bordercast.reconciliation.observations import Observation
from bordercast.reconciliation.windows import FAR
from bordercast.vocabulary import ReportedFigure

READINGS = 5  # points of a window that stand for it, evenly on the log scale
WIDEST = 3.0  # log; a window wider than a factor of twenty is a bound, not a figure


def figures_from(
    observations: Iterable[Observation], network: Network, published: dict[str, date]
) -> tuple[ReportedFigure, ...]:
    """Return the figures among the rows of a fit: persons on legs and days. Bounds, shares, changes and stocks are none."""
    make = partial(_figure, network=network, published=published)
    return tuple(f for f in map(make, observations) if f is not None)


def _figure(row: Observation, network: Network, published: dict[str, date]) -> ReportedFigure | None:
    if row.sense != "figure" or row.below is not None or row.claim_id not in published:
        return None
    low, high, weight = row.windows.T
    if (np.abs(row.windows[:, :2]) >= FAR / 2).any() or high.max() - low.min() > WIDEST:
        return None
    days = np.flatnonzero(row.above.days)
    if not row.above:
        return None
    points = (np.arange(READINGS) + 0.5) / READINGS
    values = np.exp(low[:, None] + (high - low)[:, None] * points)
    mass = np.repeat(weight * (high - low), READINGS)
    return ReportedFigure(
        claim_id=row.claim_id,
        published=published[row.claim_id],
        legs=tuple(network.legs[i] for i in row.above.legs),
        days=tuple(network.days[i] for i in days),
        weights=tuple(float(w) for w in row.above.days[days]),
        readings=tuple((float(v), float(m / mass.sum())) for v, m in zip(values.ravel(), mass, strict=True)),
    )
