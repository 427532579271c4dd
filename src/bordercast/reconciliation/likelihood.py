"""How likely a figure is, given the log of what it counts: windows blurred by Student-t(4) noise (model-sources 2.3)."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SLIP = (
    0.03  # share of figures that are simply wrong: another unit, another meaning, a missing zero. Judgement;
)
# model-sources 6 simulates 4-8 %. With it one exact figure for a freak day cannot outvote a run of totals.
SLIP_NOISE = 1.0  # such figures are off by a factor of three or so
FLOOR = 1e-12  # a claim no reading can explain costs a constant and pulls at nothing


def t4_cdf(z: Array) -> Array:
    """Return the distribution function of Student's t with four degrees of freedom, in closed form."""
    r = z / np.sqrt(4 + z * z)
    whole: Array = 0.5 + 0.25 * r * (3 - r * r)
    return whole


def t4_density(z: Array) -> Array:
    """Return the density of Student's t with four degrees of freedom."""
    base = 1 + 0.25 * z * z
    density: Array = 0.375 / (base * base * np.sqrt(base))
    return density


def log_likelihood(predictor: Array, windows: Array, noise: Array) -> tuple[Array, Array, Array]:
    """Return the log likelihood, its slope in the predictor, and its slope in the noise.

    ``predictor`` has shape ``(claim, node)``, ``windows`` ``(claim, window, 3)``: low, high, weight; ``noise``
    ``(claim,)``.
    """
    plain, plain_slope, plain_wider = _mass(predictor, windows, noise)
    blurred = np.hypot(noise, SLIP_NOISE)
    wrong, wrong_slope, wrong_wider = _mass(predictor, windows, blurred)
    mass = (1 - SLIP) * plain + SLIP * wrong + FLOOR
    slope = ((1 - SLIP) * plain_slope + SLIP * wrong_slope) / mass
    wider = ((1 - SLIP) * plain_wider + SLIP * wrong_wider * (noise / blurred)[:, None]) / mass
    return np.log(mass), slope, wider


def log_value(predictor: Array, windows: Array, noise: Array) -> Array:
    """Return the log likelihood alone, of the same shapes."""
    blurred = np.hypot(noise, SLIP_NOISE)
    mass = np.full_like(predictor, FLOOR)
    for window in range(windows.shape[1]):
        at = np.flatnonzero(windows[:, window, 2])
        low, high = windows[at, window, 0, None] - predictor[at], windows[at, window, 1, None] - predictor[at]
        for share, scale in ((1 - SLIP, noise), (SLIP, blurred)):
            weight = share * windows[at, window, 2, None]
            mass[at] += weight * (t4_cdf(high / scale[at, None]) - t4_cdf(low / scale[at, None]))
    value: Array = np.log(mass)
    return value


def _mass(predictor: Array, windows: Array, noise: Array) -> tuple[Array, Array, Array]:
    """Return the probability of the windows and its slopes in predictor and noise, of shape ``(claim, node)``."""
    mass, slope, wider = np.zeros_like(predictor), np.zeros_like(predictor), np.zeros_like(predictor)
    for window in range(windows.shape[1]):
        at = np.flatnonzero(windows[:, window, 2])
        if not at.size:
            continue
        scale, weight = noise[at, None], windows[at, window, 2, None]
        low = (windows[at, window, 0, None] - predictor[at]) / scale
        high = (windows[at, window, 1, None] - predictor[at]) / scale
        at_low, at_high = t4_density(low), t4_density(high)
        mass[at] += weight * (t4_cdf(high) - t4_cdf(low))
        slope[at] += weight / scale * (at_low - at_high)
        wider[at] += weight / scale * (low * at_low - high * at_high)
    return mass, slope, wider
