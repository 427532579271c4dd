"""Exact draws of whole numbers, each from its own key, compiled.

A key is 64 bits and is the whole state of chance of one draw: the same key and arguments give the same number,
whatever else was drawn before, after or not at all. ``World.keys`` makes them from (seed, member, day, rule, place);
``keyed`` makes one key from another and a number. Small means are drawn by inversion and large ones by a rejection
whose first proposal is close to a quantile, so that draws of one key with nearly equal arguments are nearly equal:
that is how two scenarios share their noise.

Sources: splitmix64 (Steele, Lea and Flood 2014); BTRS (Hormann 1993) for the binomial; PTRS (Hormann 1993) for the
Poisson. All are exact up to the rounding of floating point.
"""

import math

import numpy as np

from bordercast.forecasting.movement.compiled import compiled

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX_A = np.uint64(0xBF58476D1CE4E5B9)
_MIX_B = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_TO_UNIT = 2.0**-53
_BY_INVERSION = 10.0  # below this mean the rejection's envelope does not hold (Hormann 1993, section 2)


@compiled
def mixed(key: np.uint64) -> np.uint64:
    """Return splitmix64's finaliser of a key: every bit of the result depends on every bit of the key."""
    key = (key ^ (key >> _S30)) * _MIX_A
    key = (key ^ (key >> _S27)) * _MIX_B
    return key ^ (key >> _S31)


@compiled
def keyed(key: np.uint64, part: int) -> np.uint64:
    """Return the key of a part of what ``key`` is for."""
    return mixed(key ^ mixed(np.uint64(part) * _GOLDEN + _MIX_A))


@compiled
def unit(key: np.uint64, step: int) -> float:
    """Return the ``step``-th uniform number of a key, in the open interval (0, 1)."""
    bits = mixed(key + np.uint64(step + 1) * _GOLDEN)
    return (float(bits >> _S11) + 0.5) * _TO_UNIT


@compiled
def binomial(n: int, p: float, key: np.uint64) -> int:
    """Return how many of ``n`` people do what each does with probability ``p``."""
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return n
    if p > 0.5:
        return n - _binomial_low(n, 1.0 - p, key)
    return _binomial_low(n, p, key)


@compiled
def _binomial_low(n: int, p: float, key: np.uint64) -> int:
    return _binomial_inverted(n, p, key) if n * p < _BY_INVERSION else _binomial_btrs(n, p, key)


@compiled
def _binomial_inverted(n: int, p: float, key: np.uint64) -> int:
    odds = p / (1.0 - p)
    mass = math.exp(n * math.log1p(-p))
    left = unit(key, 0)
    k = 0
    while left > mass and k < n:
        left -= mass
        k += 1
        mass *= odds * (n - k + 1) / k
    return k


@compiled
def _binomial_btrs(n: int, p: float, key: np.uint64) -> int:
    spread = math.sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * p
    centre = n * p + 0.5
    quick = 0.92 - 4.2 / b
    step = 0
    while True:
        u = unit(key, step) - 0.5
        v = unit(key, step + 1)
        step += 2
        us = 0.5 - abs(u)
        k = math.floor((2.0 * a / us + b) * u + centre)
        if us >= 0.07 and v <= quick:
            return k
        if k < 0 or k > n:
            continue
        mode = math.floor((n + 1) * p)
        alpha = (2.83 + 5.1 / b) * spread
        v = math.log(v * alpha / (a / (us * us) + b))
        if v <= (
            math.lgamma(mode + 1.0) + math.lgamma(n - mode + 1.0) - math.lgamma(k + 1.0) - math.lgamma(n - k + 1.0)
            + (k - mode) * math.log(p / (1.0 - p))
        ):  # fmt: skip
            return k


@compiled
def poisson(mean: float, key: np.uint64) -> int:
    """Return a Poisson number."""
    if mean <= 0.0:
        return 0
    return _poisson_inverted(mean, key) if mean < _BY_INVERSION else _poisson_ptrs(mean, key)


@compiled
def _poisson_inverted(mean: float, key: np.uint64) -> int:
    mass = math.exp(-mean)
    left = unit(key, 0)
    k = 0
    while left > mass > 0.0:
        left -= mass
        k += 1
        mass *= mean / k
    return k


@compiled
def _poisson_ptrs(mean: float, key: np.uint64) -> int:
    b = 0.931 + 2.53 * math.sqrt(mean)
    a = -0.059 + 0.02483 * b
    inverse = 1.1239 + 1.1328 / (b - 3.4)
    quick = 0.9277 - 3.6224 / (b - 2.0)
    step = 0
    while True:
        u = unit(key, step) - 0.5
        v = unit(key, step + 1)
        step += 2
        us = 0.5 - abs(u)
        k = math.floor((2.0 * a / us + b) * u + mean + 0.43)
        if us >= 0.07 and v <= quick:
            return k
        if k < 0 or (us < 0.013 and v > us):
            continue
        if math.log(v) + math.log(inverse) - math.log(a / (us * us) + b) <= k * math.log(
            mean
        ) - mean - math.lgamma(k + 1.0):
            return k


@compiled
def hypergeometric(good: int, bad: int, taken: int, key: np.uint64) -> int:
    """Return how many of ``taken`` people, taken at random from ``good + bad``, are good.

    By inversion from the mode outwards; the time grows with the standard deviation.
    """
    total = good + bad
    if taken >= total:
        return good
    low, high = max(0, taken - bad), min(good, taken)
    if low >= high:
        return low
    mode = min(max(int((taken + 1.0) * (good + 1.0) / (total + 2.0)), low), high)
    mass = math.exp(
        _log_choose(good, mode) + _log_choose(bad, taken - mode) - _log_choose(total, taken)
    )  # fmt: skip
    left = unit(key, 0) - mass
    up, down, above, below = mode, mode, mass, mass
    while left > 0.0 and (up < high or down > low):
        if up < high:
            above *= (good - up) * 1.0 * (taken - up) / ((up + 1.0) * (bad - taken + up + 1.0))
            up += 1
            left -= above
            if left <= 0.0:
                return up
        if down > low:
            below *= down * 1.0 * (bad - taken + down) / ((good - down + 1.0) * (taken - down + 1.0))
            down -= 1
            left -= below
            if left <= 0.0:
                return down
    return mode


@compiled
def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1.0) - math.lgamma(k + 1.0) - math.lgamma(n - k + 1.0)
