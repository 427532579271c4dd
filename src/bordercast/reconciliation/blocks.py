"""The Gaussian posterior of log flows given rows that are straight lines for the moment: one elimination, any size.

With slopes ``W``, prior covariance ``K``, loadings ``L`` and a precision ``d`` of each row, everything the fit asks for
comes from ``A = I + sqrt(d) (W K W' + L L') sqrt(d)``. ``A`` is never formed when the plan has a border: each leaf's
rows are eliminated with the leaf's own walks (``_Cut``), then the border's unknowns ``y`` and nodes (``_Border``).
Names in the code: ``root`` is ``sqrt(d)``, ``half`` a Cholesky factor, ``_z`` something divided by it.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular
from scipy.linalg.lapack import dpotri

from bordercast.reconciliation.hyper import Hyper
from bordercast.reconciliation.plan import Leaf, NodeSet, Plan, Rows
from bordercast.reconciliation.prior import Prior, walk_size
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]
Whole = NDArray[np.intp]

LEAST_SPREAD = 1e-10  # of a row, so that its sd can divide
JITTER = 1e-9  # of a kernel's mean variance: a kernel's own factor exists


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kernels:
    """The prior's covariances at one setting of the hyper-parameters."""

    prior: Prior
    hyper: Hyper
    own_size: float
    common_size: float
    variance: Array
    halves: dict[int, Array]  # of the common kernels that stand in the border

    def own(self, leg: int, slopes: Array) -> tuple[Array, Array]:
        """Return ``slopes @ K`` ``(n, day)`` for a leg's own part, and ``slopes @ walk`` for the unit walk."""
        walked = slopes @ self.prior.walk
        shapes = self.prior.own[leg]
        return self.own_size * walked + (slopes @ shapes.T) @ shapes, walked

    def common(self, kin: int, slopes: Array) -> tuple[Array, Array]:
        """Return the same for what a kin shares."""
        walked = slopes @ self.prior.walk
        shapes = self.prior.common[kin]
        return self.common_size * walked + (slopes @ shapes.T) @ shapes, walked

    def apply(self, field: Array) -> Array:
        """Return ``K`` times a field ``(..., leg, day)``."""
        prior = self.prior
        moved = self.own_size * (field @ prior.walk)
        moved += np.swapaxes(_shaped(np.swapaxes(field, -2, 0), prior.own), 0, -2)
        for k in range(len(prior.common)):
            legs = np.flatnonzero(prior.kin == k)
            moved[..., legs, :] += self.common(k, field[..., legs, :].sum(axis=-2))[0][..., None, :]
        return moved


def _shaped(fields: Array, shapes: Array) -> Array:
    """Fields ``(leg, ..., day)`` through each leg's shapes ``(leg, r, day)`` and back."""
    out = np.empty_like(fields)
    for leg, own in enumerate(shapes):
        out[leg] = (fields[leg] @ own.T) @ own
    return out


def kernels_of(prior: Prior, plan: Plan, hyper: Hyper) -> Kernels:
    """Return the kernels for these hyper-parameters."""
    halves = {}
    for kin, _ in plan.walks:
        kernel = prior.common_kernel(kin, hyper.common_pace)
        kernel[np.diag_indices_from(kernel)] += JITTER * float(np.mean(np.diag(kernel)))
        halves[kin] = _half(kernel)
    return Kernels(
        prior=prior,
        hyper=hyper,
        own_size=walk_size(hyper.own_pace),
        common_size=walk_size(hyper.common_pace),
        variance=prior.spread(hyper.own_pace, hyper.common_pace),
        halves=halves,
    )


@dataclass(slots=True, kw_only=True, eq=False)
class _Weighed:
    """Rows of weighted log flows, and what they become through the leaf's own prior.

    ``legs`` and ``kins`` hold ``(k, day)`` weights of the rows that touch a leg or a kin; the others are the same times
    ``K`` (``_reach``) and times the unit walk (``_walk``).
    """

    rows: Rows
    legs: list[Array]
    kins: list[Array]
    legs_reach: list[Array]
    kins_reach: list[Array]
    legs_walk: list[Array]
    kins_walk: list[Array]

    def met(self, other: "_Weighed") -> Array:
        """Return the prior covariance ``(n, k)`` of these rows with others of the same leaf."""
        met = np.zeros((self.rows.count, other.rows.count))
        for mine, theirs, one, two in zip(
            self.rows.legs, other.rows.legs, self.legs_reach, other.legs, strict=True
        ):
            _add(met, mine.places, theirs.places, one @ two.T)
        for my_kin, their_kin, one, two in zip(
            self.rows.kins, other.rows.kins, self.kins_reach, other.kins, strict=True
        ):
            _add(met, my_kin.places, their_kin.places, one @ two.T)
        return met

    def variance(self) -> Array:
        """Return the prior variance ``(n,)`` of these rows."""
        variance = np.zeros(self.rows.count)
        for touch, one, two in zip(self.rows.legs, self.legs, self.legs_reach, strict=True):
            variance[touch.places] += np.einsum("it,it->i", one, two)
        for kin, one, two in zip(self.rows.kins, self.kins, self.kins_reach, strict=True):
            variance[kin.places] += np.einsum("it,it->i", one, two)
        return variance


@dataclass(slots=True, kw_only=True, eq=False)
class _Cut:
    """A leaf with its rows eliminated."""

    leaf: Leaf
    columns: Whole  # of the border's unknowns
    weighed: _Weighed
    between: Array  # the rows' prior covariance by the leaf's own prior
    loads: Array
    root: Array
    half: Array
    inverse: Array  # of ``half``
    probes: _Weighed
    met: Array  # rows with probes
    y_z: Array  # (n, columns)
    probes_z: Array  # (n, nodes)


@dataclass(slots=True, kw_only=True, eq=False)
class _Parts:
    """Rows of the border as weights on nodes, set by set: a row has weights on one set or two."""

    sets: tuple[NodeSet, ...]
    weights: list[Array]
    count: int

    def times(self, nodes: Array) -> Array:
        """Return ``parts @ nodes`` for ``(node, k)``."""
        made = np.zeros((self.count, nodes.shape[1]))
        for one, weights in zip(self.sets, self.weights, strict=True):
            made[one.rows] += weights @ nodes[one.columns]
        return made

    def back(self, rows: Array) -> Array:
        """Return ``parts' @ rows`` for ``(row, k)``."""
        made = np.zeros((sum(one.size for one in self.sets), rows.shape[1]))
        for one, weights in zip(self.sets, self.weights, strict=True):
            made[one.columns] = weights.T @ rows[one.rows]
        return made


@dataclass(slots=True, kw_only=True, eq=False)
class _Border:
    """Border unknowns ``y`` given the leaves (``inverse``: their covariance), nodes, and rows about several leaves."""

    inverse: Array
    nodes: Array  # (node, node): covariance given y
    nodes_y: Array  # (node, y)
    parts: _Parts
    loads: Array  # (row, y)
    rows_y: Array  # (row, y): parts @ nodes_y + loads
    precision: Array  # (row, row): sqrt(d) inverse(A) sqrt(d) of the rows
    log_det: float
    joint: Array | None = None  # ``Q``: what the border adds to covariances, over y and nodes


class Blocks:
    """The eliminated system at one point; ``flows``, ``sums`` and ``grip`` (the rows' precisions) define it."""

    def __init__(  # noqa: PLR0913 - the parts of one linear system
        self, plan: Plan, kernels: Kernels, system: System, *, flows: Array, sums: Array, grip: Array
    ) -> None:
        self.plan, self.kernels, self.system = plan, kernels, system
        self.flows, self.sums, self.grip = flows, sums, grip
        self.loads = system.loads(kernels.hyper)
        self._cuts = [self._cut(leaf) for leaf in plan.leaves]
        self._border = self._bind() if plan.unknowns else None

    # What the fit asks for

    def solve(self, asked: Array) -> Array:
        """Return the forces ``(n,)`` or ``(n, k)`` that make rows move by ``asked``, each held with its ``grip``."""
        wide = asked if asked.ndim > 1 else asked[:, None]
        force = np.empty_like(wide)
        asked_z = [c.inverse @ (c.root[:, None] * wide[c.leaf.rows]) for c in self._cuts]
        border, y, pulled = self._border, None, None
        if border is not None:
            y = np.zeros((self.plan.unknowns, wide.shape[1]))
            nodes = np.zeros((self.plan.node_count, wide.shape[1]))
            for cut, z in zip(self._cuts, asked_z, strict=True):
                y[cut.columns] += cut.y_z.T @ z
                nodes[cut.leaf.nodes] += cut.probes_z.T @ z
            y = border.inverse @ y
            if self.plan.border.size:
                left = wide[self.plan.border] - border.parts.times(nodes) - border.rows_y @ y
                on = border.precision @ left
                force[self.plan.border] = on
                y += border.inverse @ (border.rows_y.T @ on)
                pulled = border.parts.back(on)
        for cut, z in zip(self._cuts, asked_z, strict=True):
            left = z
            if y is not None:
                left = left - cut.y_z @ y[cut.columns]
            if pulled is not None:
                left = left - cut.probes_z @ pulled[cut.leaf.nodes]
            force[cut.leaf.rows] = cut.root[:, None] * (cut.inverse.T @ left)
        return force if asked.ndim > 1 else force[:, 0]

    def moved(self, force: Array) -> Array:
        """Return how far forces ``(..., n)`` move log flows ``(..., leg, day)`` from the prior mean."""
        return self.kernels.apply(self.system.field(force, self.flows, self.sums))

    def spreads(self) -> tuple[Array, Array, Array]:
        """Return variances: of the rows ``(n,)``, of the log flows ``(leg, day)``, of the logs of the sums ``(q,)``."""
        kept, flows, sums = np.zeros(len(self.grip)), np.empty_like(self.flows), np.zeros(len(self.sums))
        for cut in self._cuts:
            self._spreads_of(cut, kept, flows, sums)
        border = self._border
        if border is not None and self.plan.border.size:
            kept[self.plan.border] = np.diag(border.precision) / self.grip[self.plan.border]
            self._border_sum_spread(sums)
        rows = np.maximum((1.0 - kept) / self.grip, LEAST_SPREAD)
        return rows, np.clip(flows, 0.0, self.kernels.variance), np.maximum(sums, 0.0)

    def log_det(self) -> float:
        """Return half the log determinant of ``A``."""
        whole = sum(float(np.log(np.diag(c.half)).sum()) for c in self._cuts)
        return whole + (self._border.log_det if self._border is not None else 0.0)

    def scores(self, force: Array) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
        """Return the slopes of the evidence in the log of the own walk, the common walk and the sources' bias.

        ``force`` are the rows' forces at the fit. Slopes are those of the expected log prior of the latent parts
        (with the Gaussian held still, as at its optimum). The second triple says how many directions of each the
        rows determine.
        """
        field = self.system.field(force, self.flows, self.sums)
        walk, prior = self.kernels.prior.walk, self.kernels.prior
        together = np.array([field[prior.kin == k].sum(axis=0) for k in range(len(prior.common))])
        own_known, common_known = 0.0, 0.0
        for cut in self._cuts:
            precision = (cut.root[:, None] * (cut.inverse.T @ cut.inverse)) * cut.root
            own, common = _walked(cut.weighed, precision)
            own_known, common_known = own_known + own, common_known + common
            if self._border is not None:
                own_less, common_less = self._known_through_border(cut)
                own_known, common_known = own_known - own_less, common_known - common_less
        if self._border is not None:
            common_known += self._known_walks()
        means, bias_known = self.bias(force)[self.system.biases], self._known_biases()
        own_size, common_size = self.kernels.own_size, self.kernels.common_size
        own = own_size * (float(np.sum((field @ walk) * field)) - own_known)
        common = common_size * (float(np.sum((together @ walk) * together)) - common_known)
        bias = float(np.square(means).sum()) - bias_known
        return (own, common, bias), (own_size * own_known, common_size * common_known, bias_known)

    def bias(self, force: Array) -> Array:
        """Return the posterior mean of the unit unknowns that rows share."""
        return self.loads.T @ force

    # One leaf

    def _cut(self, leaf: Leaf) -> _Cut:
        weighed = self._through(leaf, leaf.weigh, self._weights(leaf, leaf.weigh))
        probes = self._through(leaf, leaf.probes, self._probe_weights(leaf))
        loads = self.loads[np.ix_(leaf.rows, leaf.loading)]
        between = weighed.met(weighed)
        whole = between if self.plan.unknowns else between + loads @ loads.T
        root = np.sqrt(self.grip[leaf.rows])
        half = _half(np.eye(len(root)) + root[:, None] * whole * root)
        inverse = _inverse(half)
        if leaf.kin >= 0:
            loads = np.hstack([_spread_out(weighed, 0) @ self.kernels.halves[leaf.kin], loads])
        met = weighed.met(probes)
        bound = bool(self.plan.unknowns)
        return _Cut(
            leaf=leaf,
            columns=leaf.columns(self.flows.shape[1]) if bound else leaf.shared,
            weighed=weighed,
            between=between,
            loads=loads,
            root=root,
            half=half,
            inverse=inverse,
            probes=probes,
            met=met,
            y_z=inverse @ (root[:, None] * loads) if bound else np.zeros((len(root), 0)),
            probes_z=inverse @ (root[:, None] * met),
        )

    def _weights(self, leaf: Leaf, rows: Rows) -> list[Array]:
        """Each leg's share of each row's sums: the slopes of their logarithms."""
        made = []
        for leg, touch in zip(leaf.legs, rows.legs, strict=True):
            weights = np.zeros((len(touch.places), self.flows.shape[1]))
            (up, above), (down, below) = touch.above, touch.below
            weights[up] = self.system.days[above] / self.sums[above, None]
            weights[down] -= self.system.days[below] / self.sums[below, None]
            made.append(weights * self.flows[leg])
        return made

    def _probe_weights(self, leaf: Leaf) -> list[Array]:
        pieces: list[list[Array]] = [[np.zeros((0, self.flows.shape[1]))] for _ in leaf.legs]
        for node, places in leaf.node_sets:
            basis = self.plan.nodes[node].basis
            for i in places:
                flow = self.flows[leaf.legs[i]]
                pieces[i].append(np.diag(flow) if basis is None else basis * flow)
        return [np.vstack(one) for one in pieces]

    def _through(self, leaf: Leaf, rows: Rows, legs: list[Array]) -> _Weighed:
        kins = []
        for kin in rows.kins:
            together = np.zeros((len(kin.places), self.flows.shape[1]))
            for i, into in zip(kin.legs, kin.into, strict=True):
                together[into] += legs[i]
            kins.append(together)
        of_legs = [self.kernels.own(int(leg), one) for leg, one in zip(leaf.legs, legs, strict=True)]
        of_kins = [self.kernels.common(kin.kin, one) for kin, one in zip(rows.kins, kins, strict=True)]
        return _Weighed(
            rows=rows,
            legs=legs,
            kins=kins,
            legs_reach=[reach for reach, _ in of_legs],
            kins_reach=[reach for reach, _ in of_kins],
            legs_walk=[walk for _, walk in of_legs],
            kins_walk=[walk for _, walk in of_kins],
        )

    def _spreads_of(self, cut: _Cut, kept: Array, flows: Array, sums: Array) -> None:
        """Fill in a leaf's shares of ``spreads``; ``kept`` is the diagonal of the inverse of ``A``."""
        leaf, days = cut.leaf, self.flows.shape[1]
        known_flows = self._known_flows(cut)
        known_rows = cut.inverse @ (cut.root[:, None] * cut.between)
        plain = np.diag(cut.between) - np.square(known_rows).sum(axis=0)
        rows = np.square(cut.inverse).sum(axis=0)
        told = [self._prior_variance(cut, int(leg)) for leg in leaf.legs]
        flow = np.concatenate(told) - np.square(known_flows).sum(axis=0)
        parts = part = None
        if leaf.ratios.size:
            parts = self._through(leaf, leaf.parts, self._weights(leaf, leaf.parts))
            known_parts = cut.inverse @ (cut.root[:, None] * cut.weighed.met(parts))
            part = parts.variance() - np.square(known_parts).sum(axis=0)
        if self._border is not None:
            joint = self._joint_of(cut)
            rows = rows - _quadratic(joint, cut.inverse.T @ np.hstack([cut.y_z, cut.probes_z]))
            met = [
                self._meeting(cut, known_rows, cut.weighed, cut.met),
                self._meeting_flows(cut, known_flows),
            ]
            if parts is not None:
                met.append(self._meeting(cut, known_parts, parts, parts.met(cut.probes)))
            # these only correct the links' means by their variance: half the digits do, in half the time
            more = _quadratic(joint.astype(np.float32), np.vstack(met, dtype=np.float32, casting="same_kind"))
            pieces = np.split(more, np.cumsum([len(m) for m in met])[:-1])
            plain, flow = plain + pieces[0], flow + pieces[1]
            if part is not None:
                part = part + pieces[2]
        kept[leaf.rows] = rows
        flows[leaf.legs] = flow.reshape(len(leaf.legs), days)
        sums[self.system.above[leaf.rows[leaf.plain]]] = plain[leaf.plain]
        if part is not None:
            sums[leaf.part_sums] = part

    def _known_flows(self, cut: _Cut) -> Array:
        """``inverse(half) sqrt(d) W K`` of a leaf, ``(n, leg * day)``."""
        days = self.flows.shape[1]
        known = np.empty((len(cut.root), len(cut.leaf.legs), days))
        for i, (touch, reach) in enumerate(zip(cut.weighed.rows.legs, cut.weighed.legs_reach, strict=True)):
            known[:, i] = cut.inverse[:, touch.places] @ (cut.root[touch.places, None] * reach)
        for kin, reach in zip(cut.weighed.rows.kins, cut.weighed.kins_reach, strict=True):
            shared = cut.inverse[:, kin.places] @ (cut.root[kin.places, None] * reach)
            known[:, kin.legs] += shared[:, None]
        return known.reshape(len(cut.root), -1)

    def _meeting(self, cut: _Cut, known: Array, weighed: _Weighed, met: Array) -> Array:
        """How rows of a leaf move with the border's unknowns and nodes, biases of their own left out."""
        met_y = -known.T @ cut.y_z
        if cut.leaf.kin >= 0:
            met_y[:, : self.flows.shape[1]] += _spread_out(weighed, 0) @ self.kernels.halves[cut.leaf.kin]
        return np.hstack([met_y, met - known.T @ cut.probes_z])

    def _meeting_flows(self, cut: _Cut, known: Array) -> Array:
        """The same for the log flows of a leaf, ``(leg * day, columns + nodes)``."""
        days, first = self.flows.shape[1], len(cut.columns)
        met = -known.T @ np.hstack([cut.y_z, cut.probes_z])
        by_leg = met.reshape(len(cut.leaf.legs), days, -1)
        if cut.leaf.kin >= 0:
            by_leg[0, :, :days] += self.kernels.halves[cut.leaf.kin]
        for i, (touch, reach) in enumerate(zip(cut.probes.rows.legs, cut.probes.legs_reach, strict=True)):
            by_leg[i][:, first + touch.places] += reach.T
        for kin, reach in zip(cut.probes.rows.kins, cut.probes.kins_reach, strict=True):
            for i in kin.legs:
                by_leg[i][:, first + kin.places] += reach.T
        return met

    def _prior_variance(self, cut: _Cut, leg: int) -> Array:
        variance: Array = self.kernels.variance[leg]
        if cut.leaf.kin >= 0:
            half = self.kernels.halves[cut.leaf.kin]
            variance = variance - np.square(half).sum(axis=1)
        return variance

    def _joint_of(self, cut: _Cut) -> Array:
        which = np.concatenate([cut.columns, self.plan.unknowns + cut.leaf.nodes])
        joint: Array = self._joint()[np.ix_(which, which)]
        return joint

    # The border

    def _bind(self) -> _Border:
        plan, size = self.plan, self.plan.node_count
        precision = np.eye(plan.unknowns)
        nodes, nodes_y = np.zeros((size, size)), np.zeros((size, plan.unknowns))
        for cut in self._cuts:
            precision[np.ix_(cut.columns, cut.columns)] += cut.y_z.T @ cut.y_z
            at = cut.leaf.nodes
            if not at.size:
                continue
            nodes[np.ix_(at, at)] += cut.probes.met(cut.probes) - cut.probes_z.T @ cut.probes_z
            direct = -cut.probes_z.T @ cut.y_z
            if cut.leaf.kin >= 0:
                direct[:, : self.flows.shape[1]] += cut.probes.legs[0] @ self.kernels.halves[cut.leaf.kin]
            nodes_y[np.ix_(at, cut.columns)] += direct
        half = _half(precision)
        half_inverse = _inverse(half)
        inverse = half_inverse.T @ half_inverse
        parts = self._border_parts()
        loads = np.zeros((len(plan.border), plan.unknowns))
        loads[:, plan.shared :] = self.loads[plan.border]
        rows_y = parts.times(nodes_y) + loads
        root = np.sqrt(self.grip[plan.border])
        through = rows_y @ half_inverse.T
        between = through @ through.T
        between += parts.times(parts.times(nodes).T)
        rows_half = _half(np.eye(len(root)) + root[:, None] * between * root)
        return _Border(
            inverse=inverse,
            nodes=nodes,
            nodes_y=nodes_y,
            parts=parts,
            loads=loads,
            rows_y=rows_y,
            precision=root[:, None] * _square_inverse(rows_half) * root,
            log_det=float(np.log(np.diag(half)).sum() + np.log(np.diag(rows_half)).sum()),
        )

    def _border_parts(self) -> _Parts:
        made = []
        for node in self.plan.nodes:
            rows, sums, signs = node.parts
            scale = signs / self.sums[node.sums[sums]]
            weights = np.zeros((len(node.rows), node.size))
            if node.basis is None:
                np.add.at(weights, rows, scale[:, None] * self.system.days[node.sums[sums]])
            else:
                np.add.at(weights, (rows, sums), scale)
            made.append(weights)
        return _Parts(sets=self.plan.nodes, weights=made, count=len(self.plan.border))

    def _joint(self) -> Array:
        """What the border adds to covariances: ``Q`` over its unknowns and nodes, made when first asked for."""
        border = self._border
        assert border is not None
        if border.joint is None:
            size = self.plan.unknowns
            joint = np.zeros((size + self.plan.node_count,) * 2)
            joint[:size, :size] = border.inverse
            if self.plan.border.size:
                seen = border.rows_y @ border.inverse
                through = border.precision @ seen
                joint[:size, :size] -= seen.T @ through
                cross = border.parts.back(through)
                joint[size:, :size] = -cross
                joint[:size, size:] = -cross.T
                joint[size:, size:] = -border.parts.back(border.parts.back(border.precision).T)
            border.joint = joint
        return border.joint

    def _border_sum_spread(self, spread: Array) -> None:
        border = self._border
        assert border is not None
        shared = border.inverse @ border.nodes_y.T
        seen = border.parts.times(border.nodes) + border.rows_y @ shared  # rows with nodes
        precision = border.precision.astype(np.float32)
        for node in self.plan.nodes:
            at = node.columns
            parts = np.eye(node.size) if node.basis is not None else self.system.days[node.sums]
            parts = parts / self.sums[node.sums][:, None]
            own = parts @ (border.nodes[at, at] + border.nodes_y[at] @ shared[:, at])
            met = (parts @ seen[:, at].T).astype(np.float32)
            spread[node.sums] = np.einsum("ij,ij->i", own, parts) - _quadratic(precision, met)

    def _known_through_border(self, cut: _Cut) -> tuple[float, float]:
        """How much less the rows know of unit walks, because the border's unknowns are not known either."""
        back = cut.root[:, None] * (cut.inverse.T @ np.hstack([cut.y_z, cut.probes_z]))
        # a slope's step is a share of itself: half the digits do
        joint, walk = self._joint_of(cut).astype(np.float32), self.kernels.prior.walk.astype(np.float32)
        own, common, first = 0.0, 0.0, len(cut.columns)
        for touch, node, rows, nodes in zip(
            cut.weighed.rows.legs, cut.probes.rows.legs, cut.weighed.legs, cut.probes.legs, strict=True
        ):
            pulled = (-back[touch.places].T @ rows).astype(np.float32)
            pulled[first + node.places] += nodes.astype(np.float32)
            own += float(np.sum((joint @ pulled) * (pulled @ walk)))
        for kin, node_kin, rows, nodes in zip(
            cut.weighed.rows.kins, cut.probes.rows.kins, cut.weighed.kins, cut.probes.kins, strict=True
        ):
            pulled = (-back[kin.places].T @ rows).astype(np.float32)
            pulled[first + node_kin.places] += nodes.astype(np.float32)
            common += float(np.sum((joint @ pulled) * (pulled @ walk)))
        return own, common

    def _known_walks(self) -> float:
        """How much of the kins' unit walks in the border the rows determine, in directions over ``common_size``."""
        assert self._border is not None
        total = 0.0
        days = self.flows.shape[1]
        for kin, first in self.plan.walks:
            half = self.kernels.halves[kin]
            walked = solve_triangular(half, self.kernels.prior.walk, lower=True, check_finite=False)
            unit = solve_triangular(half, walked.T, lower=True, check_finite=False)
            at = slice(first, first + days)
            total += float(np.sum(unit * (np.eye(days) - self._joint()[at, at])))
        return total

    def _known_biases(self) -> float:
        """How many sources' biases the rows determine."""
        biases = self.system.biases
        if self._border is None:
            cut = self._cuts[0]
            return float(np.square(cut.inverse @ (cut.root[:, None] * self.loads[:, biases])).sum())
        at = self.plan.shared + np.flatnonzero(biases)
        return float((1.0 - np.diag(self._joint())[at]).sum())


def _walked(weighed: _Weighed, precision: Array) -> tuple[float, float]:
    """The traces of a precision of rows with their covariances from unit walks, own and common."""
    own = common = 0.0
    for touch, one, two in zip(weighed.rows.legs, weighed.legs, weighed.legs_walk, strict=True):
        own += float(np.sum(precision[touch.places[:, None], touch.places] * (one @ two.T)))
    for kin, one, two in zip(weighed.rows.kins, weighed.kins, weighed.kins_walk, strict=True):
        common += float(np.sum(precision[kin.places[:, None], kin.places] * (one @ two.T)))
    return own, common


def _spread_out(weighed: _Weighed, leg: int) -> Array:
    """One leg's weights for all rows ``(n, day)``, zero where they do not touch it."""
    whole = np.zeros((weighed.rows.count, weighed.legs[leg].shape[1]))
    whole[weighed.rows.legs[leg].places] = weighed.legs[leg]
    return whole


def _add(matrix: Array, rows: Whole, columns: Whole, block: Array) -> None:
    """Add a block at those rows and columns."""
    if block.shape == matrix.shape:
        matrix += block
    else:
        matrix[rows[:, None], columns] += block  # np.ix_ does the same, and its checks cost more than the sum


def _half(matrix: Array) -> Array:
    if not matrix.size:
        return np.zeros_like(matrix)
    half: Array = cholesky(matrix, lower=True, overwrite_a=True, check_finite=False)
    return half


def _inverse(half: Array) -> Array:
    if not half.size:
        return np.zeros_like(half)
    inverse: Array = solve_triangular(
        half, np.eye(len(half)), lower=True, overwrite_b=True, check_finite=False
    )
    return inverse


def _quadratic(joint: NDArray[Any], met: NDArray[Any]) -> Array:
    """``diag(met joint met')``."""
    diagonal: Array = np.einsum("ij,ij->i", met @ joint, met).astype(np.float64)
    return diagonal


def _square_inverse(half: Array) -> Array:
    """The inverse of ``half half'``."""
    if not half.size:
        return np.zeros_like(half)
    lower, _ = dpotri(half, lower=1)
    inverse: Array = np.tril(lower) + np.tril(lower, -1).T
    return inverse
