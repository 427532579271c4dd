"""Where the rounds of a fit set out: from nothing, from figures spread over their days, or from a fit made before."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.hyper import Hyper
from bordercast.reconciliation.prior import Prior
from bordercast.reconciliation.system import System

if TYPE_CHECKING:
    from bordercast.reconciliation.fit import Fit

Array = NDArray[np.float64]
Rows = NDArray[np.intp]

SWEEPS = 20  # of spreading figures over their days; judgement
MOST_MISSING = 3.0  # log units a figure may ask for in one sweep
LITTLE = 1e-3  # evidence about a day, in figures of one day, below which it stays at the prior
NEIGHBOURS = (
    (2.0, 1.0),
    (10.0, 0.1),
    (60.0, 0.003),
)  # days (sd) and weights with which a day's evidence counts near by


@dataclass(slots=True, kw_only=True, eq=False)
class State:
    """Where the rounds stand."""

    values: Array  # hyper-parameters
    shift: Array
    bias: Array
    grip: Array
    flow_spread: Array
    sum_spread: Array
    spread: Array
    fresh: NDArray[np.bool_]  # rows not heard before
    slope: Array | None = None  # of the round before, and the step then made
    ahead: Array | None = None
    bent: Array | None = None  # curvature that the steps so far have shown


def cold(prior: Prior, system: System, hyper: Hyper, *, shift: Array | None = None) -> State:
    """Return a start that knows nothing but the prior, or where log flows roughly are."""
    return State(
        values=hyper.values,
        shift=np.zeros_like(prior.mean) if shift is None else shift,
        bias=np.zeros(system.loadings.shape[1]),
        grip=np.ones(len(system.noise)),
        flow_spread=prior.spread(hyper.own_pace, hyper.common_pace),
        sum_spread=np.zeros(len(system.days)),
        spread=np.ones(len(system.noise)),
        fresh=np.ones(len(system.noise), dtype=np.bool_),
    )


def warm(start: "Fit", hyper: Hyper) -> State:
    """Return a start where another fit of the same rows ended."""
    return State(
        values=hyper.values,
        shift=start.shift,
        bias=start.bias,
        grip=start.grip,
        flow_spread=start.flow_spread,
        sum_spread=start.sum_spread,
        spread=start.spread,
        fresh=np.zeros(len(start.grip), dtype=np.bool_),
    )


def joined(start: "Fit", rows: Rows, system: System) -> State:
    """Return a start where a fit of some ``rows`` of the same sums ended; the others have not been heard yet."""
    grip, spread = np.ones(len(system.noise)), np.ones(len(system.noise))
    grip[rows], spread[rows] = start.grip, start.spread
    fresh = np.ones(len(system.noise), dtype=np.bool_)
    fresh[rows] = False
    return State(
        values=start.hyper.values,
        shift=start.shift,
        bias=start.bias,
        grip=grip,
        flow_spread=start.flow_spread,
        sum_spread=start.sum_spread,
        spread=spread,
        fresh=fresh,
    )


def grown(start: "Fit", known: Rows, system: System) -> State:
    """Return a start where a fit ended before some rows came or went.

    ``known`` ``(n,)`` are the places of the rows in the fit before (-1: new), over the same legs and days.
    """
    fresh = known < 0
    force = np.where(fresh, 0.0, start.force[known])
    return State(
        values=start.hyper.values,
        shift=start.shift,
        bias=system.loads(start.hyper).T @ force,
        grip=np.where(fresh, 1.0, start.grip[known]),
        flow_spread=start.flow_spread,
        sum_spread=np.zeros(len(system.days)),
        spread=np.where(fresh, 1.0, start.spread[known]),
        fresh=fresh,
    )


def nearby(prior: Prior, system: System) -> Array:
    """Return log flows ``(leg, day)``, less the prior mean, that nearly make the figures: each spread over what it counts.

    Each sweep moves the days of a figure by what is missing to its words, shared with days near by.
    """
    days = np.arange(prior.mean.shape[1])
    apart = np.subtract.outer(days, days)
    near = np.sum([w * np.exp(-0.5 * np.square(apart / sd)) for sd, w in NEIGHBOURS], axis=0)
    plain = (system.below < 0).astype(float)
    possible = system.windows[:, :, 2] > 0
    low = np.where(possible, system.windows[:, :, 0], np.inf).min(axis=1)
    high = np.where(possible, system.windows[:, :, 1], -np.inf).max(axis=1)
    shift = np.zeros_like(prior.mean)
    for _ in range(SWEEPS):
        flows = np.exp(prior.mean + shift)
        sums = system.sums(flows)
        said = system.rows(np.log(sums))
        missing = np.clip(low - said, 0.0, MOST_MISSING) - np.clip(said - high, 0.0, MOST_MISSING)
        # a figure is as much evidence about a day as it is made of that day
        evidence = system.field(plain, flows, sums) @ near
        shift += (system.field(plain * missing, flows, sums) @ near) / (evidence + LITTLE)
    return shift
