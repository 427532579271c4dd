"""The prior's covariances at one setting of the hyper-parameters, applied and never written out whole."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.factors import half_of
from bordercast.reconciliation.hyper import Hyper
from bordercast.reconciliation.prior import Prior, walk_size

Array = NDArray[np.float64]

JITTER = 1e-9  # of a kernel's mean variance: a kernel's own factor exists


@dataclass(frozen=True, kw_only=True, eq=False)
class Kernels:
    """Covariances of log flows: each leg's own part, and what the legs of a kin share."""

    prior: Prior
    hyper: Hyper

    @cached_property
    def own_size(self) -> float:
        """The variance of a day's innovation of a leg's walk."""
        return walk_size(self.hyper.own_pace)

    @cached_property
    def common_size(self) -> float:
        """The variance of a day's innovation of a kin's walk."""
        return walk_size(self.hyper.common_pace)

    @cached_property
    def variance(self) -> Array:
        """The prior variance ``(leg, day)`` of log flows."""
        return self.prior.spread(self.hyper.own_pace, self.hyper.common_pace)

    @cached_property
    def halves(self) -> tuple[Array, ...]:
        """A factor ``(day, day)`` of what each kin shares."""
        made = []
        for kin in range(len(self.prior.common)):
            kernel = self.prior.common_kernel(kin, self.hyper.common_pace)
            kernel[np.diag_indices_from(kernel)] += JITTER * float(np.mean(np.diag(kernel)))
            made.append(half_of(kernel))
        return tuple(made)

    def own(self, leg: int) -> Array:
        """Return the covariance ``(day, day)`` of a leg's own part."""
        return self.prior.own_kernel(leg, self.hyper.own_pace)

    def through_own(self, leg: int, weights: Array) -> Array:
        """Return the covariance ``(n, day)`` of weighted days ``(n, day)`` with a leg's own part."""
        shapes = self.prior.own[leg]
        reach: Array = self.own_size * (weights @ self.prior.walk) + (weights @ shapes.T) @ shapes
        return reach

    def through_common(self, kin: int, weights: Array) -> Array:
        """Return the same with what a kin shares."""
        shapes = self.prior.common[kin]
        reach: Array = self.common_size * (weights @ self.prior.walk) + (weights @ shapes.T) @ shapes
        return reach

    def apply(self, field: Array) -> Array:
        """Return ``K`` times a field ``(..., leg, day)``."""
        prior = self.prior
        moved = self.own_size * (field @ prior.walk)
        for leg, shapes in enumerate(prior.own):
            moved[..., leg, :] += (field[..., leg, :] @ shapes.T) @ shapes
        for k in range(len(prior.common)):
            legs = np.flatnonzero(prior.kin == k)
            moved[..., legs, :] += self.through_common(k, field[..., legs, :].sum(axis=-2))[..., None, :]
        return moved
