"""The elimination of a large problem: leg by leg, and then the border that binds the legs.

Given the common walk ``f`` of its kin and what rows share, ``s``, a leg knows only its own rows: a small factor a leg.
What all of them say of ``f``, ``s`` and the nodes is gathered (``_gather``), the rows of the border are eliminated in
``Border``, and what that means for a leg is a covariance over the days of ``f`` and of the leg's own flows (``_View``).
Every step of a leg costs ``rows * days^2``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.border import Border, Told
from bordercast.reconciliation.factors import half_of, log_det, through
from bordercast.reconciliation.kernels import Kernels
from bordercast.reconciliation.plan import Leaf, Plan
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Cut:
    """A leg with its rows eliminated; ``inverse`` is that of the rows' factor ``half``.

    ``known``, ``heard`` and ``shared`` are ``inverse sqrt(d)`` times ``W K``, ``W`` and ``L``: what the rows know of the
    leg's own flows, of the common walk and of what rows share.
    """

    leaf: Leaf
    kin: int
    kernel: Array
    weights: Array
    reach: Array
    root: Array
    inverse: Array
    log_det: float
    known: Array
    heard: Array
    shared: Array
    basis: Array  # weights of the leg's single nodes, (node, day)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _View:
    """The border's covariance ``M`` as a leg sees it: over the common walk, what rows share, and its own days."""

    walk: Array
    walk_shared: Array
    walk_days: Array
    shared: Array
    shared_days: Array
    days: Array


class Split:
    """All rows eliminated, leaf by leaf and then the border."""

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
        self._flows, self._sums, self._grip = flows, sums, grip
        self._cuts = [self._cut(leaf) for leaf in plan.leaves]
        self._border = Border(
            plan, kernels, system, self._gathered(), sums=sums, grip=grip[plan.border], loads=loads
        )
        self._seen: tuple[Array, Array, Array, float] | None = None

    def solve(self, asked: Array) -> Array:
        """Return the forces ``(n, k)`` that make rows move by ``asked``."""
        force, wide = np.empty_like(asked), asked.shape[1]
        border = self._border
        walks = np.zeros((len(self._kernels.prior.common), self._flows.shape[1], wide))
        shared, nodes = np.zeros((self._loads.shape[1], wide)), np.zeros((self._plan.node_count, wide))
        asked_z = [c.inverse @ (c.root[:, None] * asked[c.leaf.rows]) for c in self._cuts]
        for cut, z in zip(self._cuts, asked_z, strict=True):
            walks[cut.kin] += cut.heard.T @ z
            shared[cut.leaf.columns] += cut.shared.T @ z
            self._to_nodes(cut, cut.known.T @ z, nodes)
        walks, shared, on = border.solve(walks, shared, nodes, asked[self._plan.border])
        force[self._plan.border] = on
        pulled = border.parts.back(on)
        for cut, z in zip(self._cuts, asked_z, strict=True):
            left = z - cut.heard @ walks[cut.kin] - cut.shared @ shared[cut.leaf.columns]
            if cut.leaf.daily or cut.leaf.nodes.size:
                left -= cut.known @ self._from_nodes(cut, pulled)
            force[cut.leaf.rows] = cut.root[:, None] * (cut.inverse.T @ left)
        return force

    def spreads(self) -> tuple[Array, Array, Array]:
        """Return the diagonal of ``A``'s inverse, and variances of the log flows and of the logs of the sums."""
        kept, flows, sums, _ = self._all_seen()
        return kept, flows, sums

    def log_det(self) -> float:
        """Return half the log determinant of ``A``."""
        return sum(cut.log_det for cut in self._cuts) + self._border.log_det

    def known(self) -> tuple[float, float, float]:
        """Return how much the rows determine of unit walks, own and common, and of sources' biases."""
        *_, own = self._all_seen()
        return own, self._border.known_walks(), self._border.known_biases()

    # One leg

    def _cut(self, leaf: Leaf) -> _Cut:
        system, flow = self._system, self._flows[leaf.leg]
        weights = system.days[leaf.above] / self._sums[leaf.above, None]
        ratio = leaf.below >= 0
        weights[ratio] -= system.days[leaf.below[ratio]] / self._sums[leaf.below[ratio], None]
        weights *= flow
        kernel = self._kernels.own(leaf.leg)
        reach = weights @ kernel
        root = np.sqrt(self._grip[leaf.rows])
        whole = root[:, None] * (reach @ weights.T) * root
        whole[np.diag_indices_from(whole)] += 1.0
        half = half_of(whole)
        inverse = through(half, np.eye(len(root)))
        rooted = inverse * root
        return _Cut(
            leaf=leaf,
            kin=int(self._kernels.prior.kin[leaf.leg]),
            kernel=kernel,
            weights=weights,
            reach=reach,
            root=root,
            inverse=inverse,
            log_det=log_det(half),
            known=rooted @ reach,
            heard=rooted @ weights,
            shared=rooted @ self._loads[leaf.rows[:, None], leaf.columns],
            basis=system.days[leaf.sums] * flow,
        )

    def _gathered(self) -> Told:
        """What all leaves say of the common walks, of what rows share, and of the nodes."""
        days, shared, count = self._flows.shape[1], self._loads.shape[1], self._plan.node_count
        kins = len(self._kernels.prior.common)
        told = Told(
            walks=np.zeros((kins, days, days)),
            walks_shared=np.zeros((kins, days, shared)),
            shared=np.zeros((shared, shared)),
            nodes=np.zeros((count, count)),
            nodes_walks=np.zeros((kins, count, days)),
            nodes_shared=np.zeros((count, shared)),
        )
        for cut in self._cuts:
            columns = cut.leaf.columns
            told.walks[cut.kin] += cut.heard.T @ cut.heard
            told.walks_shared[cut.kin][:, columns] += cut.heard.T @ cut.shared
            told.shared[columns[:, None], columns] += cut.shared.T @ cut.shared
            if not (cut.leaf.daily or cut.leaf.nodes.size):
                continue
            follows = np.eye(days) - cut.known.T @ cut.heard  # a leg's flows, per unit of the common walk
            self._to_nodes(cut, follows, told.nodes_walks[cut.kin])
            told.nodes_shared[:, columns] += self._to_nodes(
                cut, -cut.known.T @ cut.shared, np.zeros((count, len(columns)))
            )
            left = cut.kernel - cut.known.T @ cut.known
            self._pair(cut, left, told.nodes)
        return told

    def _to_nodes(self, cut: _Cut, days: Array, nodes: Array) -> Array:
        """Add what is said of a leg's log flows ``(day, k)`` to its nodes ``(node, k)``."""
        if cut.leaf.daily:
            flows = self._flows[cut.leaf.leg][:, None] * days
            for start in cut.leaf.daily:
                nodes[start : start + len(flows)] += flows
        if cut.leaf.nodes.size:
            nodes[cut.leaf.nodes] += cut.basis @ days
        return nodes

    def _from_nodes(self, cut: _Cut, nodes: Array) -> Array:
        """Return what is said of nodes ``(node, k)`` as said of a leg's log flows ``(day, k)``."""
        days, flow = np.zeros((self._flows.shape[1], nodes.shape[1])), self._flows[cut.leaf.leg][:, None]
        for start in cut.leaf.daily:
            days += nodes[start : start + len(days)]
        days *= flow
        if cut.leaf.nodes.size:
            days += cut.basis.T @ nodes[cut.leaf.nodes]
        return days

    def _pair(self, cut: _Cut, left: Array, nodes: Array) -> None:
        """Add a leg's covariance ``(day, day)`` to that of its nodes."""
        flow, size, single = self._flows[cut.leaf.leg], len(left), cut.leaf.nodes
        if cut.leaf.daily:
            daily = flow[:, None] * left * flow
            for one in cut.leaf.daily:
                for other in cut.leaf.daily:
                    nodes[one : one + size, other : other + size] += daily
        if single.size:
            part = cut.basis @ left
            nodes[single[:, None], single] += part @ cut.basis.T
            part *= flow
            for one in cut.leaf.daily:
                nodes[single, one : one + size] += part
                nodes[one : one + size, single] += part.T

    # What the border adds

    def _all_seen(self) -> tuple[Array, Array, Array, float]:
        if self._seen is None:
            kept, flows = np.zeros(len(self._grip)), np.empty_like(self._flows)
            sums, own = np.zeros(len(self._sums)), 0.0
            for cut in self._cuts:
                own += self._see(cut, kept, flows, sums)
            border = self._border
            kept[self._plan.border] = np.diag(border.precision) / self._grip[self._plan.border]
            border.spreads(sums)
            self._seen = kept, flows, sums, own
        return self._seen

    def _view(self, cut: _Cut) -> _View:
        joint, columns = self._border.joint(), cut.leaf.columns
        return _View(
            walk=joint.walks[cut.kin],
            walk_shared=joint.walks_shared[cut.kin][:, columns],
            walk_days=self._from_nodes(cut, joint.walks_nodes[cut.kin].T).T,
            shared=joint.shared[columns[:, None], columns],
            shared_days=self._from_nodes(cut, joint.shared_nodes[columns].T).T,
            days=self._between_days(cut, joint.nodes),
        )

    def _between_days(self, cut: _Cut, nodes: Array) -> Array:
        """Return a covariance of nodes as one of a leg's days ``(day, day)``."""
        flow, single = self._flows[cut.leaf.leg], cut.leaf.nodes
        size = len(flow)
        days = np.zeros((size, size))
        for one in cut.leaf.daily:
            for other in cut.leaf.daily:
                days += nodes[one : one + size, other : other + size]
        days *= flow[:, None]
        days *= flow
        if single.size:
            part = nodes[single[:, None], single] @ cut.basis * 0.5
            for one in cut.leaf.daily:
                part += nodes[single, one : one + size] * flow
            both = cut.basis.T @ part
            days += both + both.T
        return days

    def _see(self, cut: _Cut, kept: Array, flows: Array, sums: Array) -> float:
        """Fill in a leg's shares of the variances; return how much the rows determine of its own unit walk."""
        view, leaf, kernel = self._view(cut), cut.leaf, cut.kernel
        # the rows' covariance with f, s and the leg's days, as the border has it
        walk = cut.heard @ view.walk + cut.shared @ view.walk_shared.T + cut.known @ view.walk_days.T
        shared = cut.heard @ view.walk_shared + cut.shared @ view.shared + cut.known @ view.shared_days.T
        days = cut.heard @ view.walk_days + cut.shared @ view.shared_days + cut.known @ view.days
        rows = walk @ cut.heard.T + shared @ cut.shared.T + days @ cut.known.T

        def spread(weights: Array, reach: Array) -> Array:
            known = cut.known @ weights.T
            less = 2 * (walk @ weights.T + days @ reach.T) - rows @ known + known
            border = weights @ view.walk + 2 * reach @ view.walk_days.T
            variance: Array = np.einsum("ij,ij->i", weights, reach + border)
            variance += np.einsum("ij,ij->i", reach @ view.days, reach)
            variance -= np.einsum("ij,ij->j", known, less)
            return variance

        kept[leaf.rows] = np.einsum("ij,ij->j", cut.inverse, cut.inverse - rows @ cut.inverse)
        less = 2 * (walk + days @ kernel) - rows @ cut.known + cut.known
        flows[leaf.leg] = np.diag(kernel) + np.diag(view.walk) - np.einsum("ij,ij->j", cut.known, less)
        flows[leaf.leg] += np.einsum("ij,ij->j", 2 * view.walk_days.T + view.days @ kernel, kernel)
        # the log of a row's sum is the row less what it shares with others
        loads = self._loads[leaf.rows[:, None], leaf.columns]
        bare = (1.0 - kept[leaf.rows]) / self._grip[leaf.rows] + np.einsum(
            "ij,ij->i", loads @ view.shared - 2 * (cut.inverse.T @ shared) / cut.root[:, None], loads
        )
        sums[leaf.above] = bare
        ratio = np.flatnonzero(leaf.below >= 0)
        if ratio.size:
            for one in (leaf.above[ratio], leaf.below[ratio]):
                weights = self._system.days[one] / self._sums[one, None] * self._flows[leaf.leg]
                sums[one] = spread(weights, weights @ kernel)
        walked = cut.heard @ self._kernels.prior.walk
        own = np.sum((walked - rows @ walked + 2 * days @ self._kernels.prior.walk) * cut.heard)
        return float(own - np.sum(view.days * self._kernels.prior.walk))
