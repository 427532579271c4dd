"""Which readings could have made a reporter write this figure: intervals on the log scale, with weights.

model-sources 2.3; rounding grids after Heitjan and Rubin, hedges after Ferson et al. and Williams and Power (2013).
"""

from math import floor, log10

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import Hedge, Quantity

DIGITS = {1: 0.25, 2: 0.60, 3: 0.15}  # model-sources 2.3: how many digits reporters keep when they round
FIVES = 0.2  # share of figures such as 15,000, 20,000 or 2,500 that stand in steps of half the leading digit; judgement
ONE_SIDED = (0.1523, 0.3263, 0.5295, 0.9018)  # quantiles .125 .375 .625 .875 of Gamma(2, scale .25)
EXACT_HALF_WIDTH = 5e-4  # a count is a count; the reporter's noise is added elsewhere
FAR = 60.0  # log of a number nobody counts to: stands for "no bound"
MOST = 4  # windows a phrase can have

Windows = NDArray[np.float64]  # shape (window, 3): low, high (log), weight


def windows_of(quantity: Quantity) -> Windows:  # noqa: PLR0911 - one hedge a line
    """Return the intervals a quantity's words allow, on the scale of the logarithm of its own unit."""
    value, hedge = quantity.value, quantity.hedge
    if value is None:
        return _between(quantity.low, quantity.high)
    if value < 1:
        return np.array([[-FAR, 0.0, 1.0]])  # "nobody": less than one
    centre = np.log(value)
    if hedge is Hedge.AT_LEAST:
        return np.array([[centre, centre + w, 0.25 / w] for w in ONE_SIDED])
    if hedge in (Hedge.UP_TO, Hedge.LESS_THAN):
        return np.array([[centre - w, centre, 0.25 / w] for w in ONE_SIDED])
    if hedge in (Hedge.RANGE, Hedge.VAGUE):
        return _between(quantity.low, quantity.high)
    below, above = {
        Hedge.MORE_THAN: (0.0, 1.0),
        Hedge.NEARLY: (1.0, 0.0),
    }.get(hedge, (0.5, 0.5))
    if hedge is Hedge.EXACT and significant_digits(value) > max(DIGITS):
        return np.array([[centre - EXACT_HALF_WIDTH, centre + EXACT_HALF_WIDTH, 1.0]])
    return _rounded(value, below, above)


def at_least(value: float) -> Windows:
    """Return the window of a figure that counts only a part: the whole is that much or any more."""
    return np.array([[np.log(max(value, 1e-3)), FAR, 1.0]])


def at_most(value: float) -> Windows:
    """Return the window of a bound from above."""
    return np.array([[-FAR, np.log(max(value, 1e-3)), 1.0]])


def significant_digits(value: float) -> int:
    """Return how many digits stand before the trailing zeros: 260,000 has 2."""
    digits = f"{value:.10g}".replace(".", "").lstrip("0")
    if "e" in digits:
        digits = digits.split("e")[0]
    return max(1, len(digits.rstrip("0")))


def _rounded(value: float, below: float, above: float) -> Windows:
    shown = significant_digits(value)
    kept = {k: p for k, p in DIGITS.items() if k >= shown} or {shown: 1.0}
    whole = sum(kept.values())
    rows = []
    steps = [(max(10.0 ** (floor(log10(value)) + 1 - k), 1.0), p / whole) for k, p in kept.items()]
    half = 10.0 ** floor(log10(value)) / 2
    if half >= 1 and value % half == 0:
        steps = [*((step, (1 - FIVES) * p) for step, p in steps), (half, FIVES)]
    for step, p in steps:
        low, high = max(value - below * step, 0.25 * value), value + above * step
        rows.append([np.log(low), np.log(high), p])
    return np.array(rows)


def _between(low: float | None, high: float | None) -> Windows:
    bottom = np.log(low) if low else -FAR
    top = np.log(high) if high else (FAR if high is None else 0.0)
    if top - bottom < 2 * EXACT_HALF_WIDTH:
        bottom, top = bottom - EXACT_HALF_WIDTH, top + EXACT_HALF_WIDTH
    return np.array([[bottom, top, 1.0]])
