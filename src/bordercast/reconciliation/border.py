"""What binds the legs of a large problem: common walks ``f``, what rows share ``s``, and the rows about several legs.

Leaves tell what their rows say of ``f`` and ``s`` and of the nodes that the border's rows are made of (``Told``). The walks
are eliminated kin by kin, then ``s``, and last the rows. ``Joint`` is what all of it amounts to: the covariance of ``f``,
``s`` and the nodes that a leaf's own covariances must be corrected by. With ``R`` rows this costs ``R^3``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.factors import half_of, inverse_of, log_det, through
from bordercast.reconciliation.kernels import Kernels
from bordercast.reconciliation.plan import Plan
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """What leaves say: precisions of ``f`` ``(kin, day, day)`` and ``s``; nodes' covariance, and slopes in ``f``, ``s``."""

    walks: Array
    walks_shared: Array
    shared: Array
    nodes: Array
    nodes_walks: Array  # (kin, node, day)
    nodes_shared: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Joint:
    """Covariances of the walks ``(kin, day, ...)``, of what rows share, and of nodes (less what leaves say of them)."""

    walks: Array
    walks_shared: Array
    walks_nodes: Array
    shared: Array
    shared_nodes: Array
    nodes: Array


class Parts:
    """The border's rows as weights on nodes; ``above_only`` leaves out the sums that divide."""

    def __init__(self, plan: Plan, system: System, sums: Array, *, above_only: bool = False) -> None:
        self._count, self._nodes, self._days = len(plan.border), plan.node_count, system.days.shape[1]
        self._daily = []
        for one in plan.daily:
            kept = one.signs > 0 if above_only else np.ones(len(one.signs), dtype=np.bool_)
            rows = np.unique(one.rows[kept])
            weights = np.zeros((len(rows), self._days))
            scale = one.signs[kept] / sums[one.sums[kept]]
            np.add.at(
                weights, np.searchsorted(rows, one.rows[kept]), scale[:, None] * system.days[one.sums[kept]]
            )
            self._daily.append((one.start, rows, weights))
        knots = plan.knots
        self._single = []
        for sign in (1.0,) if above_only else (1.0, -1.0):  # a row has one sum of each sign at most
            at = knots.signs == sign
            self._single.append((knots.rows[at], knots.nodes[at], sign / sums[knots.sums[at]]))

    def times(self, nodes: Array) -> Array:
        """Return ``parts @ nodes`` for ``(node, k)``."""
        made = np.zeros((self._count, nodes.shape[1]))
        for start, rows, weights in self._daily:
            made[rows] += weights @ nodes[start : start + self._days]
        for rows, at, scale in self._single:
            made[rows] += scale[:, None] * nodes[at]
        return made

    def some(self, wanted: Rows, nodes: Array) -> Array:
        """Return ``(parts @ nodes)[wanted]``."""
        if 2 * len(wanted) > self._count:
            whole: Array = self.times(nodes)[wanted]
            return whole
        place = np.full(self._count, -1)
        place[wanted] = np.arange(len(wanted))
        made = np.zeros((len(wanted), nodes.shape[1]))
        for start, rows, weights in self._daily:
            mine = place[rows] >= 0
            made[place[rows[mine]]] += weights[mine] @ nodes[start : start + self._days]
        for rows, at, scale in self._single:
            mine = place[rows] >= 0
            made[place[rows[mine]]] += scale[mine, None] * nodes[at[mine]]
        return made

    def back(self, rows: Array) -> Array:
        """Return ``parts' @ rows`` for ``(row, k)``."""
        made = np.zeros((self._nodes, rows.shape[1]))
        for start, which, weights in self._daily:
            made[start : start + self._days] = weights.T @ rows[which]
        for which, at, scale in self._single:
            made[at] += scale[:, None] * rows[which]
        return made


class Border:
    """The border's unknowns and rows, eliminated."""

    def __init__(  # noqa: PLR0913 - the parts of one linear system
        self,
        plan: Plan,
        kernels: Kernels,
        system: System,
        told: Told,
        *,
        sums: Array,
        grip: Array,
        loads: Array,
    ) -> None:
        self._plan, self._kernels, self._system = plan, kernels, system
        self._sums, self._grip, self._told = sums, grip, told
        self.parts = Parts(plan, system, sums)
        self._loads = loads[plan.border]
        self._eliminate_unknowns()
        self._eliminate_rows()
        self._joint: Joint | None = None

    def solve(self, walks: Array, shared: Array, nodes: Array, asked: Array) -> tuple[Array, Array, Array]:
        """Return means of ``f`` and ``s`` and the forces on the border's rows.

        ``walks``, ``shared`` are what the leaves' rows say of ``f``, ``s`` (in precisions), ``nodes`` of the nodes;
        ``asked`` is what the border's rows are to move by.
        """
        s = self._shared @ (shared - sum(h.T @ i for h, i in zip(self._leans, walks, strict=True)))
        f = np.array([t @ i for t, i in zip(self._walks, walks, strict=True)])
        left = asked - self.parts.times(nodes) - self._rows_shared @ s
        for felt, seen, info in zip(self._plan.felt, self._rows_walks, walks, strict=True):
            left[felt] -= seen @ info
        on = self.precision @ left
        s += self._shared @ (self._rows_shared.T @ on)
        for k, (felt, seen) in enumerate(zip(self._plan.felt, self._rows_walks, strict=True)):
            f[k] += seen.T @ on[felt] - self._leans[k] @ s
        return f, s, on

    def joint(self) -> Joint:
        """Return what the border adds to leaves' covariances, made when first asked for."""
        if self._joint is None:
            self._joint = self._join()
        return self._joint

    def spreads(self, sums: Array) -> None:
        """Fill in the variances of the logs of the border's sums."""
        if not self._plan.border.size:
            return
        system, rows = self._system, self._plan.border
        joint, diagonal = self.joint(), np.diag(self.precision)
        spread = (1.0 - diagonal / self._grip) / self._grip
        # a row less what it shares: its covariance with s is P C / d, so no more is needed
        bare = spread - 2 * np.einsum("ij,ij->i", self._loads, self._told_shared) / self._grip
        bare += np.einsum("ij,ij->i", self._loads @ joint.shared, self._loads)
        sums[system.above[rows]] = bare
        ratios = np.flatnonzero(system.below[rows] >= 0)
        if ratios.size:
            above, with_row = self._above_spread(ratios)
            sums[system.above[rows[ratios]]] = above
            sums[system.below[rows[ratios]]] = bare[ratios] + above - 2 * with_row

    def known_walks(self) -> float:
        """Return how much of the kins' unit walks the rows determine."""
        total, walk = 0.0, self._kernels.prior.walk
        for half, joint in zip(self._kernels.halves, self.joint().walks, strict=True):
            unit = through(half, through(half, walk).T)
            left = through(half, through(half, joint).T)
            total += float(np.trace(unit) - np.sum(unit * left))
        return total

    def known_biases(self) -> float:
        """Return how many sources' biases the rows determine."""
        return float((1.0 - np.diag(self.joint().shared)[self._system.biases]).sum())

    def _eliminate_unknowns(self) -> None:
        """Walks kin by kin, then what rows share: their covariances given the leaves."""
        told, days = self._told, self._system.days.shape[1]
        self._walks, self._leans, self.log_det = [], [], 0.0
        precision = np.eye(len(told.shared)) + told.shared
        for half, said, said_shared in zip(self._kernels.halves, told.walks, told.walks_shared, strict=True):
            factor = half_of(np.eye(days) + half.T @ said @ half)
            part = through(factor, half.T)
            walk = part.T @ part
            lean = walk @ said_shared  # f moves by so much, the other way, per unit of s
            precision -= said_shared.T @ lean
            self._walks.append(walk)
            self._leans.append(lean)
            self.log_det += log_det(factor)
        factor = half_of(precision)
        self._shared = inverse_of(factor)
        self.log_det += log_det(factor)

    def _eliminate_rows(self) -> None:
        told, plan = self._told, self._plan
        rows = self.parts.times(told.nodes_shared) + self._loads
        between = self.parts.times(self.parts.times(told.nodes).T)
        self._rows_walks = []
        for felt, walk, lean, slopes in zip(
            plan.felt, self._walks, self._leans, told.nodes_walks, strict=True
        ):
            met = self.parts.some(felt, slopes)
            seen = met @ walk
            between[felt[:, None], felt] += seen @ met.T
            rows[felt] -= met @ lean
            self._rows_walks.append(seen)
        self._rows_shared = rows
        self._seen_shared = rows @ self._shared
        between += self._seen_shared @ rows.T
        root = np.sqrt(self._grip)
        between *= root[:, None]
        between *= root
        between[np.diag_indices_from(between)] += 1.0
        half = half_of(between)
        self.log_det += log_det(half)
        self.precision = inverse_of(half)
        self.precision *= root[:, None]
        self.precision *= root
        self._told_shared = self.precision @ self._seen_shared

    def _join(self) -> Joint:
        kins, days = len(self._walks), self._system.days.shape[1]
        told_shared = self._told_shared
        less = self._seen_shared.T @ told_shared
        walks = np.empty((kins, days, days))
        walks_shared = np.empty((kins, days, len(less)))
        walks_nodes = np.empty((kins, days, self._plan.node_count))
        for k, (felt, seen, walk, lean) in enumerate(
            zip(self._plan.felt, self._rows_walks, self._walks, self._leans, strict=True)
        ):
            # rows with f: ``seen`` where they feel the walk, less what s does to both
            told = self.precision[:, felt] @ seen - told_shared @ lean.T
            walks[k] = walk + lean @ self._shared @ lean.T
            walks[k] -= seen.T @ told[felt] - lean @ (self._seen_shared.T @ told)
            walks_shared[k] = lean @ (less - self._shared) - seen.T @ told_shared[felt]
            walks_nodes[k] = -self.parts.back(told).T
        return Joint(
            walks=walks,
            walks_shared=walks_shared,
            walks_nodes=walks_nodes,
            shared=self._shared - less,
            shared_nodes=-self.parts.back(told_shared).T,
            nodes=-self.parts.back(self.parts.back(self.precision).T),
        )

    def _above_spread(self, ratios: Rows) -> tuple[Array, Array]:
        """Variances of the logs of the sums above in some rows, and their covariances with these, what they share left out."""
        told, parts = self._told, Parts(self._plan, self._system, self._sums, above_only=True)
        own = parts.some(ratios, told.nodes)
        met = self.parts.times(own.T)  # rows with sums
        spread = np.diag(parts.some(ratios, own.T)).copy()
        shared = parts.some(ratios, told.nodes_shared)
        for felt, walk, lean, seen, slopes in zip(
            self._plan.felt, self._walks, self._leans, self._rows_walks, told.nodes_walks, strict=True
        ):
            mine = parts.some(ratios, slopes)
            spread += np.einsum("ij,ij->i", mine @ walk, mine)
            met[felt] += seen @ mine.T
            shared -= mine @ lean
        spread += np.einsum("ij,ij->i", shared @ self._shared, shared)
        met += self._seen_shared @ shared.T
        told_rows = self.precision @ met
        spread -= np.einsum("ij,ij->j", met, told_rows)
        with_row = told_rows[ratios, np.arange(len(ratios))] / self._grip[ratios]
        with_shared = shared @ self._shared - met.T @ self._told_shared
        return spread, with_row - np.einsum("ij,ij->i", with_shared, self._loads[ratios])
