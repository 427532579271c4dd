"""The numbers the forecast of places was taught, and how. Run ``evals/backtest.py --tune`` after changing the model."""

from dataclasses import dataclass, field

import numpy as np

from bordercast.forecasting.backtest.counts import Array


@dataclass(frozen=True, kw_only=True, eq=False)
class Learned:
    """How errors are made comparable, and which count.

    ``own`` is the worth of one error of the same crisis and ``past`` that of all errors of past crises together, of
    which a crisis has a share that falls with the power ``evenness`` of its number of rows. ``anyone`` is what an
    error counts however far it is. ``reach`` is how far apart two situations may be, one number a coordinate.
    """

    reach: Array
    own: float
    past: float = 60.0
    evenness: float
    anyone: float
    growth: Array = field(default_factory=lambda: np.zeros(4))
    fading: float = 0.0
    fading_with_age: float = 0.0
    trust_in_growth: float = 0.0
    scale: Array = field(default_factory=lambda: np.zeros(5))
    usual_size: float = 8.0


RUNNING = Learned(
    reach=np.array([2.51, 1.43, 1.47, 1.26, 1.41, 1.56, 0.0842, 4.11, 4.95, 0.411, 5.58]),
    own=0.0159,
    evenness=0.152,
    anyone=7.1e-6,
    growth=np.array([0.288, 0.333, 0.290, -0.010]),
    fading=-3.033,
    fading_with_age=0.828,
    trust_in_growth=1.018,
    scale=np.array([1.147, 0.291, 0.104, -0.051, -0.232]),
)
OPENING = Learned(
    reach=np.array([0.7, 0.4, 1.5, 0.7, 0.5, 0.5]), own=3.0, past=120.0, evenness=0.5, anyone=1e-4
)
