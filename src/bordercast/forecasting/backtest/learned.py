"""The numbers the forecast of places was taught, and how they were found.

Each was moved alone over the eight crises of ``data/past_counts.csv``, every crisis forecast without itself among the
past, and kept where it lowered the log-scale CRPS in most crises rather than on average: a few leaps of registration
dominate every average. The landscape is flat: no step tried changed the mean score by more than 1 per cent. After a
change run ``evals/backtest.py``, which also verifies on crises that had no say.
"""

from dataclasses import dataclass

import numpy as np

from bordercast.forecasting.backtest.counts import Array


@dataclass(frozen=True, kw_only=True, eq=False)
class Worth:
    """Which past errors count how much.

    ``own`` is the worth of one error of the same crisis and ``past`` that of all errors of past crises together, of
    which a crisis has a share that falls with the power ``evenness`` of its number of rows. ``anyone`` is what an
    error counts however far it is. ``reach`` is how far apart two situations may be, one number a coordinate.
    """

    reach: Array
    own: float = 1.0
    past: float = 150.0
    evenness: float = 0.3
    anyone: float = 1e-3


LESSONS = (3, 7, 14, 30)  # horizons whose errors teach, whatever horizons are asked for

# growth goes on by these shares of what the last weeks showed; the forecast pools the three beliefs evenly. No one
# belief was best everywhere: none was better in six crises of eight, full trust by far in South Sudan
BELIEFS = (0.0, 0.5, 1.0)
GROWTH: Array = np.array([0.25, 0.40, 0.25, 0.10])  # of 7, 21 and 60 days, and of the whole crisis
FADING = (-2.9, 1.1)  # log of how fast growth fades a day, and by how much faster for a place e times older
# powers of: days ahead of the last report, restlessness of the place and of the crisis, age, size, days between reports
SCALE: Array = np.array([0.75, 0.55, 0.15, -0.10, -0.26, -0.05])

# share of repeated figures, log days ahead of the last report, log scale
RUNNING = Worth(reach=np.array([0.2, 0.7, 2.7]))
# shut (0 or 1), log horizon
OPENING = Worth(reach=np.array([0.3, 0.7]), own=3.0, past=120.0, evenness=0.5, anyone=1e-3)
