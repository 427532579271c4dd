"""Draws of daily flows from the fit: a prior draw moved by what the claims ask of it (Matheron's rule).

Where a claim sums legs that are wide apart, a straight (Gaussian) draw does not keep the sum: its logarithm bends.
Each draw is therefore moved again towards the sums it really makes, with the fit's own factor (the chord of
model-sources 3.3), as far as that helps it.

Windows are flat and noise has long tails, so what claims say is no bell. Last, each draw takes some steps of a walk that
would keep the Gaussian as it is (preconditioned Crank-Nicolson: towards the mean, and on by another draw's deviation),
and takes them as often as the claims themselves, not their bells, ask (Metropolis). Few steps suffice: the draws start
close to where the walk would end.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.hyper import Hyper
from bordercast.reconciliation.likelihood import log_value
from bordercast.reconciliation.prior import Prior, walk_size

Array = NDArray[np.float64]

HIGHEST = 18.4  # log of 100 million persons a day
LOWEST = -30.0  # log of nobody
BENDS = 4  # more change nothing (tried 15)
STEPS, STEP = 8, 0.7  # of the walk; a step's share of a deviation
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Straight:
    """Deviations of Gaussian draws from their mean."""

    eta: Array
    bias: Array


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
    straight = _Straight(eta=eta - prior.mean - fit.shift, bias=after - fit.bias)
    drawn = _Drawn(
        eta=eta.copy(),
        bias=after.copy(),
        prior_eta=before,
        prior_bias=bias,
        goal=goal,
        cost=_cost(eta, after, goal, fit),
    )
    _bend(drawn, fit)
    _walk(drawn, straight, prior.mean + fit.shift, fit, chance)
    return np.clip(drawn.eta, LOWEST, HIGHEST)


def _walk(drawn: _Drawn, straight: _Straight, centre: Array, fit: Fit, chance: np.random.Generator) -> None:
    """Let each draw walk under what the claims say, by steps that the Gaussian would take without complaint."""
    count = len(drawn.eta)
    if count < 2:
        return
    told = fit.told_of(straight.eta) + straight.bias @ fit.blocks.loads.T
    away = fit.told_of(drawn.eta - centre) + (drawn.bias - fit.bias) @ fit.blocks.loads.T
    now = _odds(drawn.eta, drawn.bias, away, fit)
    keep, go = np.sqrt(1 - STEP**2), STEP
    for _ in range(STEPS):
        other = (np.arange(count) + int(chance.integers(1, count))) % count
        sign = np.where(chance.random(count) < 0.5, -1.0, 1.0)
        eta = centre + keep * (drawn.eta - centre) + (go * sign)[:, None, None] * straight.eta[other]
        bias = fit.bias + keep * (drawn.bias - fit.bias) + (go * sign)[:, None] * straight.bias[other]
        tried_away = keep * away + (go * sign)[:, None] * told[other]
        tried = _odds(eta, bias, tried_away, fit)
        took = np.log(chance.random(count)) < tried - now
        drawn.eta[took], drawn.bias[took] = eta[took], bias[took]
        away[took], now[took] = tried_away[took], tried[took]


def _odds(eta: Array, bias: Array, away: Array, fit: Fit) -> Array:
    """Log of what the claims say over what their bells say, for draws whose rows are ``away`` from the fit's."""
    system = fit.blocks.system
    said = log_value(_count(eta, bias, fit).T, system.windows, fit.sigma).sum(axis=0)
    odds: Array = said + 0.5 * np.square(fit.pull / fit.grip - away) @ fit.grip
    return odds


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
