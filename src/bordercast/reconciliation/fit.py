"""The Gaussian nearest to what prior and claims say together: variational moment matching in claim space.

model-sources 3.1. A claim counts a *sum* of flows, so the link is log-sum-exp; the mean of that link under the
Gaussian is corrected for its variance, which is what a plain Laplace fit omits.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular

from bordercast.reconciliation.likelihood import log_likelihood
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]

ROUNDS = 80
CLOSE = 0.02  # largest change of a log predictor, in its own sd, at which the fit has settled
CLOSE_GRIP = 0.05  # the same for the log of a claim's grip, where the claim matters
CALM = 0.3  # below this change the fit is near: no more need to brake hard
# Swept on both example crises for the fewest rounds (2026-11): averaging the variances halves them.
BRAKE_FAR, BRAKE_NEAR = 0.15, 0.3  # least damping of a step
BRAKE, RELEASE = 0.6, 1.3  # what the damping becomes when a step turns back, and when it does not
FARTHEST = 3.0  # log units: where the likelihood is not concave, a claim asks for no more change than this
GRIP_POWER = 0.8  # model-sources 3.1: how far, on the log scale, a grip moves to its new value
SPREAD_SHARE = 0.5  # share of the new variance in the link's correction
ANNEAL = (
    1.0,
    0.5,
    0.25,
    0.12,
    0.06,
)  # noise added in the first rounds of a cold start, so that far claims pull
STRIDE = 1.5  # model-sources 3.1: largest change of a log flow in one round
HIGHEST = 25.0  # log of more people than live: keeps early rounds finite

# Nodes of the integral over a claim's predictor: even steps over +-4 sd, weighted by the normal density.
NODES = np.linspace(-4.0, 4.0, 33)
NODE_WEIGHTS = np.exp(-0.5 * NODES**2) / np.exp(-0.5 * NODES**2).sum()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """A settled fit.

    ``shift`` ``(N,)`` is the posterior mean of ``eta`` less the prior mean, ``bias`` that of the unit biases.
    ``pull`` and ``grip`` ``(n,)`` are each claim's expected slope and curvature; ``predictor`` and ``spread``
    the posterior mean and variance of what it counts, on the log scale. ``reach`` is ``W K`` transposed,
    ``between`` ``(n, n)`` the prior covariance of predictors; ``factor`` the Cholesky factor of
    ``I + sqrt(grip) between sqrt(grip)``. ``evidence`` is the lower bound on the log probability of the claims.
    """

    shift: Array
    bias: Array
    pull: Array
    grip: Array
    slopes: Array
    reach: Array
    between: Array
    factor: Array
    predictor: Array
    spread: Array
    sigma: Array
    evidence: float
    settled: bool


def fit(
    mean: Array, covariance: Array, system: System, *, trust: float = 0.0, start: Fit | None = None
) -> Fit:
    """Return the fit, from scratch or (quicker) from a neighbouring one."""
    final = system.sigma(trust)
    count, biases = system.loadings.shape
    shift = start.shift if start else np.zeros_like(mean)
    bias = start.bias if start else np.zeros(biases)
    grip = start.grip if start else np.full(count, 1.0)
    variance = np.diag(covariance).copy()
    spread_eta = _spread_of(start, variance) if start else variance.copy()
    damp, last, state = 1.0, None, None
    settled = False
    for turn in range(ROUNDS):
        warming = not start and turn < len(ANNEAL)
        sigma = np.sqrt(final**2 + ANNEAL[turn] ** 2) if warming else final
        state = _linearise(mean + shift, spread_eta, covariance, system, grip)
        slopes, reach, between, factor, root, predictor, spread, new_spread = state
        spread_eta += SPREAD_SHARE * (np.clip(new_spread, 0.0, variance) - spread_eta)
        predictor = predictor + system.loadings @ bias
        value, pull, new_grip = _expect(predictor, spread, system, sigma)
        new_grip = np.clip(new_grip, np.abs(pull) / FARTHEST + 1e-8, 4.0 / sigma**2)
        power = GRIP_POWER * damp
        grip_next = np.exp((1 - power) * np.log(grip) + power * np.log(new_grip))
        held = slopes @ shift + system.loadings @ bias
        # the step uses the curvature the factor was made with
        h = root * _solve(factor, root * (between @ pull - held))
        step = reach @ (pull - h) - shift
        step_bias = system.loadings.T @ (pull - h) - bias
        stride = min(1.0, STRIDE / max(float(np.abs(step).max(initial=0.0)), 1e-12)) * damp
        flipped = last is not None and float(step @ last) < 0
        moved = slopes @ step + system.loadings @ step_bias
        far = float(np.max(np.abs(moved) / np.sqrt(spread + 1e-12), initial=0.0))
        drift = float(
            np.max(np.abs(np.log(new_grip / grip)) * np.minimum(1.0, spread * new_grip), initial=0.0)
        )
        settled = not warming and far < CLOSE and drift < CLOSE_GRIP
        shift, bias, last = shift + stride * step, bias + stride * step_bias, step
        if settled:
            break
        grip = grip_next
        least = BRAKE_NEAR if far < CALM else BRAKE_FAR
        damp = max(BRAKE * damp, least) if flipped else min(RELEASE * damp, 1.0)
    slopes, reach, between, factor, root, predictor, spread, _ = _linearise(
        mean + shift, spread_eta, covariance, system, grip
    )
    predictor = predictor + system.loadings @ bias
    value, pull, _ = _expect(predictor, spread, system, final)
    return Fit(
        shift=shift,
        bias=bias,
        pull=pull,
        grip=grip,
        slopes=slopes,
        reach=reach,
        between=between,
        factor=factor,
        predictor=predictor,
        spread=spread,
        sigma=final,
        evidence=_evidence(
            value, pull, grip, between=between, factor=factor, held=slopes @ shift + system.loadings @ bias
        ),
        settled=settled,
    )


def _linearise(
    eta: Array, spread_eta: Array, covariance: Array, system: System, grip: Array
) -> tuple[Array, Array, Array, Array, Array, Array, Array, Array]:
    """Return slopes, reach, between, factor, root, predictor, its variance, and the variance of ``eta``."""
    flows = np.exp(np.minimum(eta + 0.5 * spread_eta, HIGHEST))
    sums = system.sums @ flows + system.constants
    sums = np.maximum(sums, 1e-9)
    parts = system.sums * (flows / sums[:, None])  # each day's share of its sum: the slope of the log
    slopes = system.combine @ parts
    reach = covariance @ slopes.T
    between = slopes @ reach + system.loadings @ system.loadings.T
    root = np.sqrt(grip)
    factor = cholesky(np.eye(len(grip)) + root[:, None] * between * root, lower=True, check_finite=False)
    known = solve_triangular(factor, root[:, None] * reach.T, lower=True, check_finite=False)
    after = np.diag(covariance) - np.einsum("ij,ij->j", known, known)
    told = solve_triangular(factor, root[:, None] * between, lower=True, check_finite=False)
    spread = np.maximum(np.diag(between) - np.einsum("ij,ij->j", told, told), 1e-10)
    # E log q = log E q - Var(log q) / 2 (lognormal matching), one term for each sum
    crossed = parts @ reach
    own = np.einsum("ij,ij->i", parts @ covariance, parts)
    seen = solve_triangular(factor, root[:, None] * crossed.T, lower=True, check_finite=False)
    wobble = np.maximum(own - np.einsum("ij,ij->j", seen, seen), 0.0)
    predictor = system.combine @ (np.log(sums) - 0.5 * wobble)
    return slopes, reach, between, factor, root, predictor, spread, after


def _expect(predictor: Array, spread: Array, system: System, sigma: Array) -> tuple[Array, Array, Array]:
    """Return the mean log likelihood, its mean slope, and (Stein) its mean curvature with the sign turned."""
    sd = np.sqrt(spread)
    value, slope = log_likelihood(predictor[:, None] + sd[:, None] * NODES, system.windows, sigma)
    return (
        value @ NODE_WEIGHTS,
        slope @ NODE_WEIGHTS,
        -(slope * NODES) @ NODE_WEIGHTS / sd,
    )


def _solve(factor: Array, right: Array) -> Array:
    middle = solve_triangular(factor, right, lower=True, check_finite=False)
    solved: Array = solve_triangular(factor, middle, lower=True, trans="T", check_finite=False)
    return solved


def _spread_of(start: Fit, variance: Array) -> Array:
    known = solve_triangular(
        start.factor, np.sqrt(start.grip)[:, None] * start.reach.T, lower=True, check_finite=False
    )
    spread: Array = np.clip(variance - np.einsum("ij,ij->j", known, known), 0.0, variance)
    return spread


def _evidence(  # noqa: PLR0913 - the terms of one bound
    value: Array, pull: Array, grip: Array, *, between: Array, factor: Array, held: Array
) -> float:
    """Return the evidence lower bound; at the optimum the squared length of the shift is ``held @ pull``."""
    root = np.sqrt(grip)
    h = root * _solve(factor, root * (between @ pull - held))
    force = pull - h
    inverse = solve_triangular(factor, np.eye(len(grip)), lower=True, check_finite=False)
    trace = float(np.sum(inverse * inverse))
    length = float(force @ between @ force)
    return float(value.sum() - 0.5 * (length - len(grip) + trace) - np.log(np.diag(factor)).sum())
