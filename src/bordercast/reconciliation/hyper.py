"""What is not known beforehand about the crisis and its reporters: how fast flows wander, how loose figures are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.voices import Voice

Array = NDArray[np.float64]

CLASSES = (Voice.OFFICIAL, Voice.ATTRIBUTED, Voice.LOOSE)  # what an analyst vouches for is as sure as it says

# Prior of each, on the log scale: own walk, common walk, noise of the three classes, bias of sources. The walks are
# what fits of made-up crises of even seeds found (evals/crises.py): legs out of one country mostly move together. The rest is
# judgement: our classes are thought optimistic. `make calibration` after a change.
MEAN = np.array([-0.4, 0.2, 0.2, 0.2, 0.2, 0.0])
SD = np.array([0.7, 0.7, 0.4, 0.4, 0.4, 0.4])


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyper:
    """Factors on the log scale: of the legs' and the kins' walks, of each class's noise, of sources' biases."""

    own_pace: float
    common_pace: float
    trust: tuple[float, ...]
    bias: float

    @classmethod
    def of(cls, values: Array) -> "Hyper":
        """Return the factors from a vector in the order of ``MEAN``."""
        own, common, *trust, bias = (float(v) for v in values)
        return cls(own_pace=own, common_pace=common, trust=tuple(trust), bias=bias)

    @property
    def values(self) -> Array:
        """The vector of the factors, in the order of ``MEAN``."""
        return np.array([self.own_pace, self.common_pace, *self.trust, self.bias])


def log_prior(values: Array) -> float:
    """Return the log density of a vector of factors, but for its constant."""
    return float(-0.5 * np.square((values - MEAN) / SD).sum())
