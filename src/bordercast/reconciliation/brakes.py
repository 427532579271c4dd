"""How far a round of the fit goes: less where steps turn back, and never further than a stride."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STRIDE = 1.5  # model-sources 3.1: largest change of a log flow in one round
CALM = 0.3  # change of a predictor, in its own sd, below which the fit is near: no more need to brake hard
# Swept on both example crises for the fewest rounds (2026-11): averaging the variances halves them.
BRAKE_FAR, BRAKE_NEAR = 0.15, 0.3  # least damping of a step
BRAKE, RELEASE = 0.6, 1.3  # what the damping becomes when a step turns back, and when it does not


class Brakes(Protocol):
    """Damping of the rows' grips (``rows``), and of steps, from what the steps so far did."""

    rows: float | Array

    def strides(self, step: Array, step_bias: Array) -> tuple[Array, Array]:
        """Return the part of a step of log flows ``(leg, day)`` and of shared unknowns that is taken."""

    def turn(self, step: Array, ahead: Array, far: float) -> None:
        """Learn from a step, the change ``ahead`` of the rows' log grips and how far predictors moved."""


class OneBrake:
    """One damping for all: of a small problem, where everything hangs together."""

    def __init__(self) -> None:
        self.rows: float | Array = 1.0
        self._damp = 1.0
        self._last: Array | None = None

    def strides(self, step: Array, step_bias: Array) -> tuple[Array, Array]:
        """Return so much of the whole step that no log flow moves further than a stride."""
        stride = min(1.0, STRIDE / max(float(np.abs(step).max(initial=0.0)), 1e-12)) * self._damp
        return stride * step, stride * step_bias

    def turn(self, step: Array, ahead: Array, far: float) -> None:
        """Brake when the whole step turns back."""
        del ahead
        flipped = self._last is not None and float(np.vdot(step, self._last)) < 0
        self._damp = float(_next(np.array(self._damp), np.array(flipped), far))
        self.rows, self._last = self._damp, step


class ManyBrakes:
    """A damping for each leg and each row: in a large problem some leg is always about to turn back."""

    def __init__(self, legs: int, rows: int) -> None:
        self.rows: float | Array = np.ones(rows)
        self._legs = np.ones(legs)
        self._last: tuple[Array, Array] | None = None

    def strides(self, step: Array, step_bias: Array) -> tuple[Array, Array]:
        """Return the step of each leg damped, and no day further than a stride."""
        return np.clip(step, -STRIDE, STRIDE) * self._legs[:, None], float(np.median(self._legs)) * step_bias

    def turn(self, step: Array, ahead: Array, far: float) -> None:
        """Brake the legs and the rows that turn back."""
        if self._last is not None:
            self._legs = _next(self._legs, np.einsum("lt,lt->l", step, self._last[0]) < 0, far)
            self.rows = _next(np.asarray(self.rows), ahead * self._last[1] < 0, far)
        self._last = step, ahead


def _next(damp: Array, turned: NDArray[np.bool_], far: float) -> Array:
    least = BRAKE_NEAR if far < CALM else BRAKE_FAR
    return np.where(turned, np.maximum(BRAKE * damp, least), np.minimum(RELEASE * damp, 1.0))
