"""Draws of daily flows from the fit: a prior draw moved by what the claims ask of it (Matheron's rule).

Where a claim sums legs that are wide apart, a straight (Gaussian) draw does not keep the sum: its logarithm bends.
Each draw is therefore re-solved against the sums it really makes: first all of them with the fit's own factor (the
chord of model-sources 3.3), then the few that still miss with slopes of their own (randomised maximum likelihood).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_solve, cholesky, solve_triangular

from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]

HIGHEST = 18.4  # log of 100 million persons a day
LOWEST = -30.0  # log of nobody
BENDS = 4  # rounds with the fit's factor; more change nothing (tried 15)
SOLVES = 6  # rounds with a draw's own slopes
STUBBORN = 2.0  # a draw that misses the claims by more than this times the median is solved on its own
MOST_STUBBORN = 0.3  # share of draws solved on their own, so that time stays bounded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Drawn:
    """Draws being bent: ``eta`` and ``bias``, where they started in the prior, and what claims ask of each."""

    eta: Array
    bias: Array
    prior_eta: Array
    prior_bias: Array
    goal: Array
    cost: Array


def prior_draws(covariance: Array, noise: Array) -> Array:
    """Return draws ``(draw, N)`` around zero from unit noise of that shape."""
    jitter = 1e-9 * float(np.mean(np.diag(covariance)))
    factor = cholesky(covariance + jitter * np.eye(len(covariance)), lower=True, check_finite=False)
    draws: Array = noise @ factor.T
    return draws


def posterior_draws(  # noqa: PLR0913 - the parts of one equation
    mean: Array,
    covariance: Array,
    fit: Fit,
    system: System,
    *,
    wander: Array,
    noise_bias: Array,
    noise_claim: Array,
) -> Array:
    """Return log flows ``(draw, N)``; ``wander`` are prior draws, the noises are unit normal."""
    root = np.sqrt(fit.grip)
    said = wander @ fit.slopes.T + noise_bias @ system.loadings.T
    asked = root * _solve(fit.factor, (said * root - noise_claim).T).T
    eta = mean + fit.shift + wander - asked @ fit.reach.T
    bias = noise_bias + fit.bias - asked @ system.loadings
    goal = fit.predictor + fit.pull / fit.grip + noise_claim / root
    drawn = _Drawn(
        eta=eta,
        bias=bias,
        prior_eta=mean + wander,
        prior_bias=noise_bias,
        goal=goal,
        cost=_cost(eta, bias, goal, fit.grip, system),
    )
    _bend(drawn, fit, system)
    _solve_stubborn(drawn, covariance, fit.grip, system)
    return np.clip(drawn.eta, LOWEST, HIGHEST)


def _bend(drawn: _Drawn, fit: Fit, system: System) -> None:
    """Move all draws towards their goals with the fit's factor, each only as far as that helps it."""
    root = np.sqrt(fit.grip)
    for _ in range(BENDS):
        slack = drawn.goal - _count(drawn.eta, drawn.bias, system)
        slack += (drawn.eta - drawn.prior_eta) @ fit.slopes.T
        slack += (drawn.bias - drawn.prior_bias) @ system.loadings.T
        force = root * _solve(fit.factor, root[:, None] * slack.T).T
        _try(
            drawn,
            np.arange(len(drawn.eta)),
            drawn.prior_eta + force @ fit.reach.T,
            drawn.prior_bias + force @ system.loadings,
            grip=fit.grip,
            system=system,
        )


def _solve_stubborn(drawn: _Drawn, covariance: Array, grip: Array, system: System) -> None:
    """Solve the draws that miss most one by one, with the slopes where each of them stands."""
    bound = STUBBORN * float(np.median(drawn.cost)) + 1.0
    worst = np.argsort(-drawn.cost, kind="stable")[: int(MOST_STUBBORN * len(drawn.cost)) + 1]
    for one in worst:
        for _ in range(SOLVES):
            if drawn.cost[one] <= bound:
                break
            before = float(drawn.cost[one])
            flows = np.exp(np.clip(drawn.eta[one], LOWEST, HIGHEST))
            sums = np.maximum(system.sums @ flows + system.constants, 1e-9)
            slopes = system.combine @ (system.sums * (flows / sums[:, None]))
            reach = covariance @ slopes.T
            between = slopes @ reach + system.loadings @ system.loadings.T + np.diag(1 / grip)
            slack = drawn.goal[one] - _count(drawn.eta[one : one + 1], drawn.bias[one : one + 1], system)[0]
            slack += slopes @ (drawn.eta[one] - drawn.prior_eta[one])
            slack += system.loadings @ (drawn.bias[one] - drawn.prior_bias[one])
            force = cho_solve((cholesky(between, lower=True, check_finite=False), True), slack)
            _try(
                drawn,
                np.array([one]),
                (drawn.prior_eta[one] + reach @ force)[None],
                (drawn.prior_bias[one] + force @ system.loadings)[None],
                grip=grip,
                system=system,
            )
            if float(drawn.cost[one]) > 0.99 * before:
                break


def _try(  # noqa: PLR0913
    drawn: _Drawn, which: NDArray[np.intp], eta: Array, bias: Array, *, grip: Array, system: System
) -> None:
    """Move draws towards a proposal: all the way, half, or less, whichever first comes nearer to the goal."""
    waiting = np.arange(len(which))
    for part in (1.0, 0.5, 0.25, 0.1):
        at = which[waiting]
        tried = drawn.eta[at] + part * (eta[waiting] - drawn.eta[at])
        tried_bias = drawn.bias[at] + part * (bias[waiting] - drawn.bias[at])
        cost = _cost(tried, tried_bias, drawn.goal[at], grip, system)
        better = cost < drawn.cost[at]
        drawn.eta[at[better]], drawn.bias[at[better]] = tried[better], tried_bias[better]
        drawn.cost[at[better]] = cost[better]
        waiting = waiting[~better]
        if not waiting.size:
            break


def _count(eta: Array, bias: Array, system: System) -> Array:
    """What each draw makes the claims say, on the log scale."""
    flows = np.exp(np.clip(eta, LOWEST, HIGHEST))
    sums = np.maximum(flows @ system.sums.T + system.constants, 1e-9)
    said: Array = np.log(sums) @ system.combine.T + bias @ system.loadings.T
    return said


def _cost(eta: Array, bias: Array, goal: Array, grip: Array, system: System) -> Array:
    cost: Array = np.square(goal - _count(eta, bias, system)) @ grip
    return cost


def _solve(factor: Array, right: Array) -> Array:
    middle = solve_triangular(factor, right, lower=True, check_finite=False)
    solved: Array = solve_triangular(factor, middle, lower=True, trans="T", check_finite=False)
    return solved
