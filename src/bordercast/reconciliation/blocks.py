"""The Gaussian posterior of log flows given rows that are straight lines for the moment: one elimination, any size.

With slopes ``W``, prior covariance ``K``, loadings ``L`` and a precision ``d`` of each row, everything the fit asks for
comes from ``A = I + sqrt(d) (W K W' + L L') sqrt(d)``: all at once in a small problem (``whole``), leg by leg in a large one
(``split`` and ``border``), where ``A`` is never formed.
"""

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.kernels import Kernels
from bordercast.reconciliation.plan import Plan
from bordercast.reconciliation.split import Split
from bordercast.reconciliation.system import System
from bordercast.reconciliation.whole import Whole

Array = NDArray[np.float64]

LEAST_SPREAD = 1e-10  # of a row, so that its sd can divide


class Blocks:
    """The eliminated system at one point; ``flows``, ``sums`` and ``grip`` (the rows' precisions) define it."""

    def __init__(  # noqa: PLR0913 - the parts of one linear system
        self, plan: Plan, kernels: Kernels, system: System, *, flows: Array, sums: Array, grip: Array
    ) -> None:
        self.plan, self.kernels, self.system = plan, kernels, system
        self.flows, self.sums, self.grip = flows, sums, grip
        self.loads = system.loads(kernels.hyper)
        engine = Split if plan.leaves else Whole
        self._engine = engine(plan, kernels, system, flows=flows, sums=sums, grip=grip, loads=self.loads)

    def solve(self, asked: Array) -> Array:
        """Return the forces ``(n,)`` or ``(n, k)`` that make rows move by ``asked``, each held with its ``grip``."""
        if asked.ndim > 1:
            return self._engine.solve(asked)
        return self._engine.solve(asked[:, None])[:, 0]

    def moved(self, force: Array) -> Array:
        """Return how far forces ``(..., n)`` move log flows ``(..., leg, day)`` from the prior mean."""
        return self.kernels.apply(self.system.field(force, self.flows, self.sums))

    def bias(self, force: Array) -> Array:
        """Return the posterior mean of the unit unknowns that rows share."""
        return self.loads.T @ force

    def spreads(self) -> tuple[Array, Array, Array]:
        """Return variances: of the rows ``(n,)``, of the log flows ``(leg, day)``, of the logs of the sums ``(q,)``."""
        kept, flows, sums = self._engine.spreads()
        rows = np.maximum((1.0 - kept) / self.grip, LEAST_SPREAD)
        return rows, np.clip(flows, 0.0, self.kernels.variance), np.maximum(sums, 0.0)

    def log_det(self) -> float:
        """Return half the log determinant of ``A``."""
        return self._engine.log_det()

    def scores(self, force: Array) -> tuple[float, float, float]:
        """Return how much of the own walks, the common walks and the sources' biases is in forces ``(n,)``, in sizes squared.

        Less ``known``, these are the slopes of the evidence in the logs of their sizes: those of the expected log prior
        of the latent parts (with the Gaussian held still, as at its optimum).
        """
        prior, kernels = self.kernels.prior, self.kernels
        field = self.system.field(force, self.flows, self.sums)
        together = np.array([field[prior.kin == k].sum(axis=0) for k in range(len(prior.common))])
        own = kernels.own_size * float(np.sum((field @ prior.walk) * field))
        common = kernels.common_size * float(np.sum((together @ prior.walk) * together))
        return own, common, float(np.square(self.bias(force)[self.system.biases]).sum())

    def known(self) -> tuple[float, float, float]:
        """Return how many directions of the own walks, the common walks and the sources' biases the rows determine."""
        own, common, bias = self._engine.known()
        return self.kernels.own_size * own, self.kernels.common_size * common, bias
