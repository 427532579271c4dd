"""Cholesky factors and what is made of them, without the checks that cost more than small factors do."""

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular
from scipy.linalg.lapack import dpotri

Array = NDArray[np.float64]


def half_of(matrix: Array) -> Array:
    """Return the lower factor of a symmetric matrix, which is overwritten."""
    if not matrix.size:
        return np.zeros_like(matrix)
    half: Array = cholesky(matrix, lower=True, overwrite_a=True, check_finite=False)
    return half


def through(half: Array, right: Array) -> Array:
    """Return ``half^-1 right``."""
    if not right.size:
        return np.zeros_like(right)
    solved: Array = solve_triangular(half, right, lower=True, check_finite=False)
    return solved


def inverse_of(half: Array) -> Array:
    """Return the inverse of ``half half'``, symmetric to the last bit."""
    if not half.size:
        return np.zeros_like(half)
    lower, _ = dpotri(half, lower=1)
    inverse: Array = np.tril(lower) + np.tril(lower, -1).T
    return inverse


def log_det(half: Array) -> float:
    """Return half the log determinant of ``half half'``."""
    return float(np.log(np.diag(half)).sum())
