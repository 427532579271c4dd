"""The elimination of a small problem: the rows all at once, in one dense factor.

Names, here and in ``split``: ``root`` is ``sqrt(d)``, ``half`` a Cholesky factor; ``reach`` is ``W K``, and ``known`` is
``half^-1 sqrt(d) W K``: what the rows know of log flows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.factors import half_of, inverse_of, log_det, through
from bordercast.reconciliation.kernels import Kernels
from bordercast.reconciliation.plan import Plan, Touch
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Share:
    """What some rows weigh of one leg, or of a kin's legs together.

    ``rows`` are those that weigh it, ``weights`` ``(n, day)`` how, ``reach`` their covariance with it; ``legs`` is
    whose log flows have it in them.
    """

    legs: list[int]
    rows: Rows
    weights: Array
    reach: Array


class Whole:
    """``A = I + sqrt(d) (W K W' + L L') sqrt(d)`` of all rows, factored."""

    def __init__(  # noqa: PLR0913 - the parts of one linear system
        self,
        plan: Plan,
        kernels: Kernels,
        system: System,
        *,
        flows: Array,
        sums: Array,
        grip: Array,
        loads: Array,
    ) -> None:
        self._plan, self._kernels, self._system, self._loads = plan, kernels, system, loads
        self._flows, self._sums = flows, sums
        self._root = np.sqrt(grip)
        self._shares = list(self._shared(plan.touches))
        self._between = np.zeros((len(grip),) * 2)
        for share in self._shares:
            self._between[share.rows[:, None], share.rows] += share.reach @ share.weights.T
        whole = self._between + loads @ loads.T
        whole *= np.outer(self._root, self._root)
        whole[np.diag_indices_from(whole)] += 1.0
        self._half = half_of(whole)
        self._inverse = through(self._half, np.eye(len(grip)))

    def solve(self, asked: Array) -> Array:
        """Return the forces ``(n, k)`` that make rows move by ``asked``."""
        forces: Array = self._root[:, None] * (
            self._inverse.T @ (self._inverse @ (self._root[:, None] * asked))
        )
        return forces

    def spreads(self) -> tuple[Array, Array, Array]:
        """Return the diagonal of ``A``'s inverse, and variances of the log flows and of the logs of the sums."""
        system, heard = self._system, self._inverse * self._root
        known = np.zeros((len(heard), *self._flows.shape))
        for share in self._shares:
            told = heard[:, share.rows] @ share.reach
            for leg in share.legs:
                known[:, leg] += told
        flows = self._kernels.variance - np.square(known).sum(axis=0)
        sums = np.zeros(len(self._sums))
        sums[system.above] = np.diag(self._between) - np.square(heard @ self._between).sum(axis=0)
        if self._plan.parts.size:
            sums[self._plan.parts] = self._part_spreads(known)
        return np.square(self._inverse).sum(axis=0), flows, sums

    def log_det(self) -> float:
        """Return half the log determinant of ``A``."""
        return log_det(self._half)

    def known(self) -> tuple[float, float, float]:
        """Return how much the rows determine of unit walks, own and common, and of sources' biases."""
        prior, found = self._kernels.prior, [0.0, 0.0]
        precision = self._root[:, None] * inverse_of(self._half) * self._root
        for i, share in enumerate(self._shares):
            inner = precision[share.rows[:, None], share.rows] @ share.weights
            found[i >= len(self._flows)] += float(np.sum((inner @ prior.walk) * share.weights))
        heard = self._inverse @ (self._root[:, None] * self._loads[:, self._system.biases])
        return found[0], found[1], float(np.square(heard).sum())

    def _shared(self, touches: Sequence[Touch]) -> Iterator[_Share]:
        """What rows weigh of each leg, in order, and then of each kin."""
        kernels, kin = self._kernels, self._kernels.prior.kin
        made = []
        for leg, touch in enumerate(touches):
            weights = touch.weights(self._system, self._sums) * self._flows[leg]
            reach = kernels.through_own(leg, weights)
            made.append(_Share(legs=[leg], rows=touch.places, weights=weights, reach=reach))
        yield from made
        for k in range(len(kernels.prior.common)):
            of_kin = [made[leg] for leg in np.flatnonzero(kin == k)]
            rows = np.unique(np.concatenate([one.rows for one in of_kin]))
            weights = np.zeros((len(rows), self._flows.shape[1]))
            for one in of_kin:
                weights[np.searchsorted(rows, one.rows)] += one.weights
            reach = kernels.through_common(k, weights)
            yield _Share(legs=[one.legs[0] for one in of_kin], rows=rows, weights=weights, reach=reach)

    def _part_spreads(self, known: Array) -> Array:
        """Variances of the logs of the sums of rows with two."""
        prior = np.zeros(len(self._plan.parts))
        told = np.zeros((len(known), len(prior)))
        for i, share in enumerate(self._shared(self._plan.part_touches)):
            prior[share.rows] += np.einsum("ij,ij->i", share.weights, share.reach)
            if i < len(self._flows):
                told[:, share.rows] += known[:, i] @ share.weights.T
        variance: Array = prior - np.square(told).sum(axis=0)
        return variance
