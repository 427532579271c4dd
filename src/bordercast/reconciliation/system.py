"""The rows of the fit as arrays: sums of daily flows, how they combine, windows and noise."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.observations import Observation
from bordercast.reconciliation.windows import FAR, MOST

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class System:
    """``n`` rows over ``N = legs * days`` unknowns.

    ``sums`` has shape ``(quantity, N)``, ``constants`` ``(quantity,)``; ``combine`` ``(n, quantity)`` holds +1
    for what is counted and -1 for what divides it. ``loadings`` ``(n, bias)`` are sds of unit-normal biases;
    ``windows`` ``(n, MOST, 3)``; ``noise`` is the class's sd, ``extra`` what the wording adds.
    """

    sums: Array
    constants: Array
    combine: Array
    loadings: Array
    windows: Array
    noise: Array
    extra: Array

    def sigma(self, trust: float) -> Array:
        """Return the sd of the reporters' noise when all are ``exp(trust)`` times as loose as their class."""
        sigma: Array = np.sqrt((self.noise * np.exp(trust)) ** 2 + self.extra**2)
        return sigma


def system_of(observations: Sequence[Observation]) -> System:
    """Return the arrays of the rows, in their order."""
    names = sorted({name for o in observations for name, _ in o.loadings})
    column = {name: i for i, name in enumerate(names)}
    sums: list[Array] = []
    constants: list[float] = []
    combine: list[tuple[int, int, float]] = []
    loadings = np.zeros((len(observations), len(names)))
    windows = np.zeros((len(observations), MOST, 3))
    windows[:, :, 0], windows[:, :, 1] = -FAR, FAR
    for i, observation in enumerate(observations):
        combine.append((i, len(sums), 1.0))
        sums.append(observation.above.ravel())
        constants.append(0.0)
        if observation.below is not None:
            combine.append((i, len(sums), -1.0))
            sums.append(observation.below.ravel())
            constants.append(observation.constant)
        for name, sd in observation.loadings:
            loadings[i, column[name]] += sd
        windows[i, : len(observation.windows)] = observation.windows
    matrix = np.zeros((len(observations), len(sums)))
    for row, quantity, sign in combine:
        matrix[row, quantity] = sign
    return System(
        sums=np.array(sums),
        constants=np.array(constants),
        combine=matrix,
        loadings=loadings,
        windows=windows,
        noise=np.array([o.noise for o in observations]),
        extra=np.array([o.extra for o in observations]),
    )
