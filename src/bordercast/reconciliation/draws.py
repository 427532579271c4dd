"""Draws of daily flows from the fit: a prior draw moved by what the claims ask of it (Matheron's rule)."""

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular

from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]

HIGHEST = 18.4  # log of 100 million persons a day
LOWEST = -30.0  # log of nobody


def prior_draws(covariance: Array, noise: Array) -> Array:
    """Return draws ``(draw, N)`` around zero from unit noise of that shape."""
    jitter = 1e-9 * float(np.mean(np.diag(covariance)))
    factor = cholesky(covariance + jitter * np.eye(len(covariance)), lower=True, check_finite=False)
    draws: Array = noise @ factor.T
    return draws


def posterior_draws(
    mean: Array, wander: Array, fit: Fit, system: System, noise_bias: Array, noise_claim: Array
) -> Array:
    """Return log flows ``(draw, N)``; ``wander`` are prior draws, the noises are unit normal."""
    root = np.sqrt(fit.grip)
    # what each prior draw would have made the claims say
    said = wander @ fit.slopes.T + noise_bias @ system.loadings.T
    right = (said * root + noise_claim).T
    middle = solve_triangular(fit.factor, right, lower=True, check_finite=False)
    h = root[:, None] * solve_triangular(fit.factor, middle, lower=True, trans="T", check_finite=False)
    return np.clip(mean + fit.shift + wander - (fit.reach @ h).T, LOWEST, HIGHEST)
