"""In which order the unknowns are eliminated, so that a large problem never forms a large matrix.

Rows about the legs of one *leaf* are eliminated leaf by leaf. What binds leaves together is the *border*: the common
walk of a kin too large to be one leaf, what rows share (biases, persons per vehicle), and rows about several leaves. A
small problem is one leaf without a border. The order changes the cost and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.system import System

Array = NDArray[np.float64]
Whole = NDArray[np.intp]

# Measured 2026-11 on one thread: up to about so many rows one dense factor is quicker than many small ones.
MOST_ROWS_OF_A_LEAF = 500


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Touch:
    """Which rows (``places``) weigh one leg: row ``places[above[0]]`` by sum ``above[1]``, less the same for ``below``."""

    places: Whole
    above: tuple[Whole, Whole]
    below: tuple[Whole, Whole]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kin:
    """Which rows weigh any leg of a kin: ``into[i]`` are the places among them of the rows of the leg ``legs[i]``."""

    kin: int
    legs: tuple[int, ...]
    places: Whole
    into: tuple[Whole, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Weighted log flows of a leaf: how many, which weigh each leg, and which each kin inside the leaf."""

    count: int
    legs: tuple[Touch, ...]
    kins: tuple[Kin, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leaf:
    """Some legs, the rows about them alone, and which columns of the border they meet.

    ``ratios`` are the places of rows with two sums; ``parts`` weigh these sums, numbered ``part_sums``, one by one.
    ``loading`` are the columns of the loadings that occur, ``shared`` their columns in the border; ``kin`` is the kin
    whose common walk stands in the border from column ``walk`` on (-1: inside). ``probes`` weigh the nodes ``nodes``,
    which come from the node sets ``node_sets``.
    """

    legs: Whole
    rows: Whole
    weigh: Rows
    plain: Whole
    ratios: Whole
    parts: Rows
    part_sums: Whole
    shared: Whole
    loading: Whole
    kin: int
    walk: int
    probes: Rows
    nodes: Whole
    node_sets: tuple[tuple[int, Whole], ...]  # (node set, places of its legs here)

    def columns(self, days: int) -> Whole:
        """Columns of the border's unknowns that this leaf meets."""
        walk = np.arange(self.walk, self.walk + days if self.kin >= 0 else self.walk)
        return np.concatenate([walk, self.shared]).astype(np.intp)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NodeSet:
    """Weighted log flows that rows of the border are made of: those of a set of legs, a day or a sum each.

    ``sums`` are the border's sums over this set; ``basis`` ``(node, day)`` their weights, or None for a node a day.
    """

    start: int
    size: int
    sums: Whole
    basis: Array | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """The leaves, the rows of the border, its nodes and unknowns."""

    leaves: tuple[Leaf, ...]
    border: Whole
    nodes: tuple[NodeSet, ...]
    walks: tuple[tuple[int, int], ...]  # (kin, first column)
    shared: int  # first column of what rows share
    unknowns: int

    @property
    def node_count(self) -> int:
        """How many nodes there are."""
        return sum(n.size for n in self.nodes)


def plan_of(system: System, kin: Whole, *, leaf_rows: int = MOST_ROWS_OF_A_LEAF) -> Plan:
    """Return the order for a system over legs of these kins; ``leaf_rows`` is how many rows a leaf may have."""
    legs_of = _legs_of_rows(system)
    count, days, shared = len(kin), system.days.shape[1], system.loadings.shape[1]
    if len(legs_of) <= leaf_rows:
        groups, split = [np.arange(count)], set[int]()
    else:
        groups, split = _groups(legs_of, kin, leaf_rows)
    leaf_of = np.empty(count, dtype=np.intp)
    for i, group in enumerate(groups):
        leaf_of[group] = i
    home = np.array([_only(leaf_of[list(legs)]) for legs in legs_of], dtype=np.intp)
    border = np.flatnonzero(home < 0)
    nodes = _nodes(system, border, days)
    walks = tuple((k, i * days) for i, k in enumerate(sorted(split)))
    whole = len(groups) == 1
    first = len(walks) * days
    leaves = tuple(
        _leaf(system, kin, group, np.flatnonzero(home == i), dict(walks), None if whole else first, nodes)
        for i, group in enumerate(groups)
    )
    return Plan(
        leaves=leaves,
        border=border,
        nodes=tuple(n for n, _ in nodes),
        walks=walks,
        shared=first,
        unknowns=0 if whole else first + shared,
    )


def _legs_of_rows(system: System) -> list[frozenset[int]]:
    members = [frozenset(np.flatnonzero(m).tolist()) for m in system.members]
    of_sum: dict[int, frozenset[int]] = {-1: frozenset()}
    for one, which in enumerate(system.counted):
        of_sum.update(dict.fromkeys(which.tolist(), members[one]))
    return [of_sum[a] | of_sum[b] for a, b in zip(system.above.tolist(), system.below.tolist(), strict=True)]


def _groups(legs_of: Sequence[frozenset[int]], kin: Whole, leaf_rows: int) -> tuple[list[Whole], set[int]]:
    """Legs of each leaf, and the kins whose legs are leaves of their own."""
    groups: list[Whole] = []
    split: set[int] = set()
    for k in range(int(kin.max()) + 1):
        legs = np.flatnonzero(kin == k)
        inside = sum(bool(row) and all(kin[i] == k for i in row) for row in legs_of)
        if len(legs) > 1 and inside > leaf_rows:
            split.add(k)
            groups += [np.array([leg]) for leg in legs]
        else:
            groups.append(legs)
    return groups, split


def _only(leaves: Whole) -> int:
    """The one leaf a row is about, or -1; a row about no leg goes to the first."""
    if leaves.size == 0:
        return 0
    return int(leaves[0]) if (leaves == leaves[0]).all() else -1


def _nodes(system: System, border: Whole, days: int) -> list[tuple[NodeSet, Whole]]:
    """The node sets of the border's rows, each with the legs it weighs."""
    wanted = {int(q) for q in (*system.above[border], *system.below[border]) if q >= 0}
    made, start = [], 0
    for one, which in enumerate(system.counted):
        sums = np.array([q for q in which.tolist() if q in wanted], dtype=np.intp)
        if not sums.size:
            continue
        daily = len(sums) > days
        size = days if daily else len(sums)
        node = NodeSet(start=start, size=size, sums=sums, basis=None if daily else system.days[sums])
        made.append((node, np.flatnonzero(system.members[one])))
        start += size
    return made


def _leaf(  # noqa: PLR0913, PLR0917 - the parts of one leaf
    system: System,
    kin: Whole,
    legs: Whole,
    rows: Whole,
    walks: dict[int, int],
    shared: int | None,
    nodes: Sequence[tuple[NodeSet, Whole]],
) -> Leaf:
    outside = int(kin[legs[0]]) if int(kin[legs[0]]) in walks else -1
    kins = np.full(len(legs), -1) if outside >= 0 else kin[legs]
    loading = np.flatnonzero(np.any(system.loadings[rows] != 0, axis=0))
    above, below = system.above[rows], system.below[rows]
    ratios = np.flatnonzero(below >= 0)
    part_sums = np.concatenate([above[ratios], below[ratios]])
    node_sets = tuple(
        (i, np.flatnonzero(np.isin(legs, group)))
        for i, (_, group) in enumerate(nodes)
        if np.isin(legs, group).any()
    )
    return Leaf(
        legs=legs,
        rows=rows,
        weigh=_rows(system, legs, kins, above, below),
        plain=np.flatnonzero(below < 0),
        ratios=ratios,
        parts=_rows(system, legs, kins, part_sums, np.full(len(part_sums), -1)),
        part_sums=part_sums,
        shared=np.array([], dtype=np.intp) if shared is None else shared + loading,
        loading=loading,
        kin=outside,
        walk=walks.get(outside, 0),
        probes=_probes(len(legs), kins, nodes, node_sets),
        nodes=_joined(
            [np.arange(nodes[i][0].start, nodes[i][0].start + nodes[i][0].size) for i, _ in node_sets]
        ),
        node_sets=node_sets,
    )


def _rows(system: System, legs: Whole, kins: Whole, above: Whole, below: Whole) -> Rows:
    touches = []
    for leg in legs:
        counts = np.append(system.counts(int(leg)), False)  # sum -1, no sum, counts nothing
        up, down = np.flatnonzero(counts[above]), np.flatnonzero(counts[below])
        places = np.union1d(up, down)
        touches.append(
            Touch(
                places=places,
                above=(np.searchsorted(places, up), above[up]),
                below=(np.searchsorted(places, down), below[down]),
            )
        )
    return Rows(count=len(above), legs=tuple(touches), kins=_kins(kins, [t.places for t in touches]))


def _probes(
    legs: int, kins: Whole, nodes: Sequence[tuple[NodeSet, Whole]], node_sets: Sequence[tuple[int, Whole]]
) -> Rows:
    found: list[list[Whole]] = [[] for _ in range(legs)]
    at = 0
    for i, places in node_sets:
        size = nodes[i][0].size
        for place in places:
            found[int(place)].append(np.arange(at, at + size))
        at += size
    nothing = (_joined([]), _joined([]))
    touches = tuple(Touch(places=_joined(one), above=nothing, below=nothing) for one in found)
    return Rows(count=at, legs=touches, kins=_kins(kins, [t.places for t in touches]))


def _kins(kins: Whole, places: Sequence[Whole]) -> tuple[Kin, ...]:
    made = []
    for k in sorted({int(k) for k in kins} - {-1}):
        legs = tuple(int(i) for i in np.flatnonzero(kins == k))
        rows = np.unique(_joined([places[i] for i in legs]))
        made.append(
            Kin(kin=k, legs=legs, places=rows, into=tuple(np.searchsorted(rows, places[i]) for i in legs))
        )
    return tuple(made)


def _joined(pieces: Sequence[Whole]) -> Whole:
    return np.concatenate([np.array([], dtype=np.intp), *pieces]).astype(np.intp)
