"""How likely a figure is, given the log of what it counts: windows blurred by Student-t(4) noise (model-sources 2.3)."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Half = NDArray[np.float32]

SLIP = (
    0.03  # share of figures that are simply wrong: another unit, another meaning, a missing zero. Judgement;
)
# model-sources 6 simulates 4-8 %. With it one exact figure for a freak day cannot outvote a run of totals.
SURE_SLIP = 0.001  # the same for a figure that an analyst looked at and vouches for; judgement
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


def log_likelihood(
    predictor: Array, windows: Array, noise: Array, slip: Array | float = SLIP
) -> tuple[Array, Array, Array]:
    """Return the log likelihood, its slope in the predictor, and its slope in the noise.

    ``predictor`` has shape ``(claim, node)``, ``windows`` ``(claim, window, 3)``: low, high, weight; ``noise``
    and ``slip``, the share of such figures that are simply wrong, ``(claim,)``.
    """
    slip = np.broadcast_to(slip, noise.shape)[:, None]
    plain, plain_slope, plain_wider = _mass(predictor, windows, noise)
    blurred = np.hypot(noise, SLIP_NOISE)
    wrong, wrong_slope, wrong_wider = _mass(predictor, windows, blurred)
    mass = (1 - slip) * plain + slip * wrong + FLOOR
    slope = ((1 - slip) * plain_slope + slip * wrong_slope) / mass
    wider = ((1 - slip) * plain_wider + slip * wrong_wider * (noise / blurred)[:, None]) / mass
    return np.log(mass), slope, wider


def log_value(predictor: Array, windows: Array, noise: Array, slip: Array) -> Array:
    """Return the log likelihood alone, of the same shapes, but for ``noise``, which is ``(claim, node)`` too.

    Half the digits, at a fifth of the price: it is for draws, which ask how much more likely one is than another.
    """
    near, scale = predictor.astype(np.float32), noise.astype(np.float32)
    mass = np.full_like(near, FLOOR)
    for window in range(windows.shape[1]):
        at = np.flatnonzero(windows[:, window, 2])
        low, high, weight = (windows[at, window, k, None].astype(np.float32) for k in range(3))
        low, high, wrong = low - near[at], high - near[at], slip[at, None].astype(np.float32)
        blurred = np.sqrt(scale[at] * scale[at] + np.float32(SLIP_NOISE**2))
        mass[at] += (1 - wrong) * weight * _between(low, high, scale[at])
        mass[at] += wrong * weight * _between(low, high, blurred)
    value: Array = np.log(np.maximum(mass, FLOOR)).astype(np.float64)
    return value


def _between(low: Half, high: Half, scale: Half) -> Half:
    """Return the mass of scaled Student-t(4) noise between two ends."""
    between: Half = np.float32(0.25) * (_rise(high, scale) - _rise(low, scale))
    return between


def _rise(end: Half, scale: Half) -> Half:
    """As ``t4_cdf``, less a half and times four."""
    r: Half = (end / np.sqrt(np.float32(4) * scale * scale + end * end)).astype(np.float32, copy=False)
    rise: Half = r * (np.float32(3) - r * r)
    return rise


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
