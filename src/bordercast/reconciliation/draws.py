"""Draws of daily flows from the fit: a prior draw moved by what the claims ask of it (Matheron's rule).

Where a claim sums legs that are wide apart, a straight (Gaussian) draw does not keep the sum: its logarithm bends.
Each draw is therefore moved again towards the sums it really makes, with the fit's own factor (the chord of
model-sources 3.3), as far as that helps it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.hyper import Hyper
from bordercast.reconciliation.prior import Prior, walk_size

Array = NDArray[np.float64]

HIGHEST = 18.4  # log of 100 million persons a day
LOWEST = -30.0  # log of nobody
BENDS = 4  # more change nothing (tried 15)
PARTS = (1.0, 0.5, 0.25, 0.1)  # of a move, whichever first helps


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Drawn:
    """Draws being bent: log flows and shared unknowns, where they started in the prior, and what claims ask."""

    eta: Array
    bias: Array
    prior_eta: Array
    prior_bias: Array
    goal: Array
    cost: Array


def prior_draws(prior: Prior, hyper: Hyper, count: int, chance: np.random.Generator) -> Array:
    """Return log flows ``(draw, leg, day)`` as believed before any claim."""
    half = np.linalg.cholesky(prior.walk)
    legs, shapes, days = prior.own.shape
    drawn: Array = np.einsum(
        "nlr,lrt->nlt", chance.standard_normal((count, legs, shapes)), prior.own, optimize=True
    )
    drawn += np.sqrt(walk_size(hyper.own_pace)) * (chance.standard_normal((count, legs, days)) @ half.T)
    kins, shapes, _ = prior.common.shape
    common = np.einsum(
        "nkr,krt->nkt", chance.standard_normal((count, kins, shapes)), prior.common, optimize=True
    )
    common += np.sqrt(walk_size(hyper.common_pace)) * (chance.standard_normal((count, kins, days)) @ half.T)
    drawn += common[:, prior.kin]
    drawn += prior.mean
    return drawn


def posterior_draws(prior: Prior, fit: Fit, before: Array, chance: np.random.Generator) -> Array:
    """Return log flows ``(draw, leg, day)`` after the claims, one for each prior draw ``before``."""
    blocks, root = fit.blocks, np.sqrt(fit.grip)
    bias = chance.standard_normal((len(before), blocks.loads.shape[1]))
    scatter = chance.standard_normal((len(before), len(root))) / root
    said = fit.told_of(before - prior.mean) + bias @ blocks.loads.T
    asked = blocks.solve((said + scatter).T).T
    eta = before + fit.shift - blocks.moved(asked)
    after = bias + fit.bias - asked @ blocks.loads
    goal = fit.predictor + fit.pull / fit.grip + scatter
    drawn = _Drawn(
        eta=eta,
        bias=after,
        prior_eta=before,
        prior_bias=bias,
        goal=goal,
        cost=_cost(eta, after, goal, fit),
    )
    _bend(drawn, fit)
    return np.clip(drawn.eta, LOWEST, HIGHEST)


def _bend(drawn: _Drawn, fit: Fit) -> None:
    """Move all draws towards their goals with the fit's factor, each only as far as that helps it."""
    blocks = fit.blocks
    for _ in range(BENDS):
        slack = drawn.goal - _count(drawn.eta, drawn.bias, fit)
        slack += fit.told_of(drawn.eta - drawn.prior_eta)
        slack += (drawn.bias - drawn.prior_bias) @ blocks.loads.T
        force = blocks.solve(slack.T).T
        eta, bias = drawn.prior_eta + blocks.moved(force), drawn.prior_bias + force @ blocks.loads
        waiting = np.arange(len(eta))
        for part in PARTS:
            tried = drawn.eta[waiting] + part * (eta[waiting] - drawn.eta[waiting])
            tried_bias = drawn.bias[waiting] + part * (bias[waiting] - drawn.bias[waiting])
            cost = _cost(tried, tried_bias, drawn.goal[waiting], fit)
            better = cost < drawn.cost[waiting]
            at = waiting[better]
            drawn.eta[at], drawn.bias[at], drawn.cost[at] = tried[better], tried_bias[better], cost[better]
            waiting = waiting[~better]
            if not waiting.size:
                break


def _count(eta: Array, bias: Array, fit: Fit) -> Array:
    """What each draw makes the claims say, on the log scale."""
    system = fit.blocks.system
    said: Array = system.rows(np.log(system.sums(np.exp(np.clip(eta, LOWEST, HIGHEST)))))
    said += bias @ fit.blocks.loads.T
    return said


def _cost(eta: Array, bias: Array, goal: Array, fit: Fit) -> Array:
    cost: Array = np.square(goal - _count(eta, bias, fit)) @ fit.grip
    return cost
