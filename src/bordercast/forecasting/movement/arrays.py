"""The draws for whole arrays: shapes broadcast, one key per element, and the last axis is that of the options."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bordercast.forecasting.movement import draws
from bordercast.forecasting.movement.compiled import compiled

Counts = NDArray[np.int64]
Keys = NDArray[np.uint64]


def binomials(n: ArrayLike, p: ArrayLike, keys: Keys) -> Counts:
    """Return how many of ``n`` go, each with probability ``p``; all three broadcast. ``p`` is cut to [0, 1]."""
    n_, p_, k_ = np.broadcast_arrays(np.asarray(n, np.int64), np.asarray(p, np.float64), keys)
    return _binomials(n_.ravel(), p_.ravel(), k_.ravel()).reshape(n_.shape)


def poissons(mean: ArrayLike, keys: Keys) -> Counts:
    """Return Poisson numbers; ``mean`` and ``keys`` broadcast. A mean of zero or less gives zero."""
    m_, k_ = np.broadcast_arrays(np.asarray(mean, np.float64), keys)
    return _poissons(m_.ravel(), k_.ravel()).reshape(m_.shape)


def multinomials(n: ArrayLike, weights: ArrayLike, keys: Keys) -> Counts:
    """Return how many of ``n`` (shape ``S``) take each option, shape ``S + (option,)``; the options sum to ``n``.

    ``weights`` (shape broadcasting to ``S + (option,)``) need not sum to one; an option of weight zero gets nobody.
    Where all weights are zero nobody goes, and the options sum to zero. Each option draws from its own part of the
    key, so that closing one leaves the luck of the others.
    """
    w_ = np.asarray(weights, np.float64)
    shape = np.broadcast_shapes(np.shape(n), np.shape(keys), w_.shape[:-1])
    n_ = np.broadcast_to(np.asarray(n, np.int64), shape).ravel()
    k_ = np.broadcast_to(keys, shape).ravel()
    w_ = np.ascontiguousarray(np.broadcast_to(w_, (*shape, w_.shape[-1]))).reshape(-1, w_.shape[-1])
    return _multinomials(n_, w_, k_).reshape(*shape, w_.shape[-1])


def taken(crowd: ArrayLike, how_many: ArrayLike, keys: Keys) -> Counts:
    """Return who is taken when ``how_many`` (shape ``S``) of a mixed crowd (shape ``S + (class,)``) pass at random.

    Sums to ``how_many``, or to all there are if fewer. This is what a crossing with a daily throughput does to a
    queue whose order is not known: nobody is more likely to pass than another.
    """
    c_ = np.asarray(crowd, np.int64)
    shape = np.broadcast_shapes(c_.shape[:-1], np.shape(how_many), np.shape(keys))
    c_ = np.ascontiguousarray(np.broadcast_to(c_, (*shape, c_.shape[-1]))).reshape(-1, c_.shape[-1])
    h_ = np.broadcast_to(np.asarray(how_many, np.int64), shape).ravel()
    return _taken(c_, h_, np.broadcast_to(keys, shape).ravel()).reshape(*shape, c_.shape[-1])


def uniforms(keys: Keys) -> NDArray[np.float64]:
    """Return one uniform number in (0, 1) per key."""
    return _uniforms(keys.ravel()).reshape(keys.shape)


def normals(keys: Keys) -> NDArray[np.float64]:
    """Return one standard normal number per key."""
    return _normals(keys.ravel()).reshape(keys.shape)


@compiled
def _binomials(n: Counts, p: NDArray[np.float64], keys: Keys) -> Counts:
    out = np.empty(n.size, np.int64)
    for i in range(n.size):
        out[i] = draws.binomial(n[i], p[i], keys[i])
    return out


@compiled
def _poissons(mean: NDArray[np.float64], keys: Keys) -> Counts:
    out = np.empty(mean.size, np.int64)
    for i in range(mean.size):
        out[i] = draws.poisson(mean[i], keys[i])
    return out


@compiled
def _multinomials(n: Counts, weights: NDArray[np.float64], keys: Keys) -> Counts:
    options = weights.shape[1]
    out = np.zeros((n.size, options), np.int64)
    for i in range(n.size):
        rest, left = weights[i].sum(), n[i]
        if not rest > 0.0:
            continue
        last = options - 1
        while weights[i, last] <= 0.0:
            last -= 1
        for j in range(last):
            if left <= 0:
                break
            weight = weights[i, j]
            if weight > 0.0:
                out[i, j] = draws.binomial(left, weight / rest, draws.keyed(keys[i], j))
                left -= out[i, j]
                rest -= weight
        out[i, last] += left
    return out


@compiled
def _taken(crowd: Counts, how_many: Counts, keys: Keys) -> Counts:
    out = np.zeros_like(crowd)
    for i in range(how_many.size):
        left, rest = max(0, how_many[i]), crowd[i].sum()
        for j in range(crowd.shape[1]):
            rest -= crowd[i, j]
            out[i, j] = draws.hypergeometric(crowd[i, j], rest, left, draws.keyed(keys[i], j))
            left -= out[i, j]
    return out


@compiled
def _uniforms(keys: Keys) -> NDArray[np.float64]:
    out = np.empty(keys.size, np.float64)
    for i in range(keys.size):
        out[i] = draws.unit(keys[i], 0)
    return out


@compiled
def _normals(keys: Keys) -> NDArray[np.float64]:
    out = np.empty(keys.size, np.float64)
    for i in range(keys.size):
        radius = math.sqrt(-2.0 * math.log(draws.unit(keys[i], 0)))
        out[i] = radius * math.cos(2.0 * math.pi * draws.unit(keys[i], 1))
    return out
