"""Flee's score: the averaged relative difference (ARD) between simulated and counted camps."""

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import CaseRun


def ard(run: CaseRun) -> NDArray[np.float64]:
    """Return (member,) the mean over days of the sum of differences over camps, divided by all who were counted."""
    return _ard(run.in_camps.astype(np.float64), run.counted)


def rescaled(run: CaseRun) -> NDArray[np.float64]:
    """Return (member,) the same after each day's simulated camps are scaled to the sum of those counted."""
    simulated = run.in_camps.astype(np.float64)
    total = simulated.sum(axis=2, keepdims=True)
    scale = run.counted.sum(axis=1)[None, :, None] / np.maximum(total, 1.0)
    return _ard(simulated * scale, run.counted)


def _ard(simulated: NDArray[np.float64], counted: NDArray[np.int64]) -> NDArray[np.float64]:
    difference = np.abs(simulated - counted).sum(axis=2)
    return (difference / np.maximum(1.0, counted.sum(axis=1))).mean(axis=1)
