"""In which order the unknowns are eliminated, so that a large problem never forms a large matrix.

A small problem is solved whole. In a large one the rows about one leg alone are eliminated leg by leg, each leg a *leaf*;
what binds leaves is the *border*: the common walks of the kins, what rows share (biases, persons per vehicle), and the
rows about several legs. Those are made of *nodes*: weighted log flows of a set of legs, one for each sum that counts the
set or, where there are more sums than days, one for each day. The order changes the cost and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.system import System

Array = NDArray[np.float64]
Whole = NDArray[np.intp]

# Measured 2026-11 on one thread: up to about so many rows one dense factor is quicker than many small ones.
MOST_ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Touch:
    """Which of some rows (``places``) weigh one leg, and by which sums.

    Row ``places[above[0]]`` weighs it as sum ``above[1]`` does, less the same for ``below``.
    """

    places: Whole
    above: tuple[Whole, Whole]
    below: tuple[Whole, Whole]

    def weights(self, system: System, sums: Array) -> Array:
        """Return the leg's weights ``(place, day)`` in the logs of the rows' sums, a person's share each."""
        weights = np.zeros((len(self.places), system.days.shape[1]))
        (up, above), (down, below) = self.above, self.below
        weights[up] = system.days[above] / sums[above, None]
        weights[down] -= system.days[below] / sums[below, None]
        return weights


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leaf:
    """One leg and the rows about it alone.

    ``above`` and ``below`` ``(row,)`` are the sums of its ``rows`` (-1: none), ``parts`` those sums one by one.
    ``columns`` are the columns of the loadings that occur. ``daily`` are the first nodes of the sets with a node a day
    that count the leg, ``nodes`` the other nodes that do, and ``sums`` their sums.
    """

    leg: int
    rows: Whole
    above: Whole
    below: Whole
    parts: Whole
    columns: Whole
    daily: tuple[int, ...]
    nodes: Whole
    sums: Whole


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Daily:
    """A set of legs with a node a day, from ``start`` on: the places in the border of the rows that sum over it.

    ``rows`` are those places, ``sums`` the sums, ``signs`` whether a sum stands above or below.
    """

    start: int
    rows: Whole
    sums: Whole
    signs: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knots:
    """Nodes of one sum each: the nodes, their sums, their rows' places in the border, and the signs."""

    nodes: Whole
    rows: Whole
    sums: Whole
    signs: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """The leaves, the rows of the border with their nodes, and which of these rows feel the walk of each kin.

    Without leaves the problem is solved whole: ``touches`` say for each leg which rows weigh it, ``part_touches`` the
    same for the sums ``parts`` of the rows with two, one by one.
    """

    leaves: tuple[Leaf, ...] = ()
    border: Whole
    daily: tuple[Daily, ...] = ()
    knots: Knots
    node_count: int = 0
    felt: tuple[Whole, ...] = ()
    touches: tuple[Touch, ...] = ()
    parts: Whole
    part_touches: tuple[Touch, ...] = ()


_NONE = np.array([], dtype=np.intp)


def plan_of(system: System, kin: Whole, *, at_once: int = MOST_ROWS_AT_ONCE) -> Plan:
    """Return the order for a system over legs of these kins; up to ``at_once`` rows are solved whole."""
    if len(system.above) <= at_once:
        return _whole(system, len(kin))
    sets = [np.flatnonzero(m) for m in system.members]
    of_sum = np.empty(len(system.days), dtype=np.intp)
    for one, which in enumerate(system.counted):
        of_sum[which] = one
    alone = np.array([legs[0] if len(legs) == 1 else -1 for legs in sets], dtype=np.intp)
    above, below = system.above, system.below
    home = alone[of_sum[above]]
    home[(below >= 0) & (alone[of_sum[below]] != home)] = -1
    border = np.flatnonzero(home < 0)
    daily, knots, count = _nodes(system, border)
    of_knot = of_sum[knots.sums]
    return Plan(
        leaves=tuple(
            _leaf(system, leg, np.flatnonzero(home == leg), daily, knots, of_knot) for leg in range(len(kin))
        ),
        border=border,
        daily=tuple(one for _, one in daily),
        knots=knots,
        node_count=count,
        felt=tuple(_felt(system, border, of_sum, kin == k) for k in range(int(kin.max()) + 1)),
        parts=_NONE,
    )


def _whole(system: System, legs: int) -> Plan:
    ratios = np.flatnonzero(system.below >= 0)
    parts = np.concatenate([system.above[ratios], system.below[ratios]])
    counts = [np.append(system.counts(leg), False) for leg in range(legs)]  # sum -1, no sum, counts nothing
    return Plan(
        border=_NONE,
        knots=Knots(nodes=_NONE, rows=_NONE, sums=_NONE, signs=np.array([])),
        touches=tuple(_touch(one, system.above, system.below) for one in counts),
        parts=parts,
        part_touches=tuple(_touch(one, parts, np.full(len(parts), -1)) for one in counts),
    )


def _touch(counts: NDArray[np.bool_], above: Whole, below: Whole) -> Touch:
    up, down = np.flatnonzero(counts[above]), np.flatnonzero(counts[below])
    places = np.union1d(up, down)
    return Touch(
        places=places,
        above=(np.searchsorted(places, up), above[up]),
        below=(np.searchsorted(places, down), below[down]),
    )


def _nodes(system: System, border: Whole) -> tuple[list[tuple[int, Daily]], Knots, int]:
    """The sets with a node a day (and which sets they are), the other nodes, and how many there are."""
    days = system.days.shape[1]
    place = np.full(len(system.days), -1)
    sign = np.zeros(len(system.days))
    ratio = np.flatnonzero(system.below[border] >= 0)
    place[system.above[border]], sign[system.above[border]] = np.arange(len(border)), 1.0
    place[system.below[border[ratio]]], sign[system.below[border[ratio]]] = ratio, -1.0
    daily, loose, start = [], [], 0
    for one, which in enumerate(system.counted):
        sums = which[place[which] >= 0]
        if len(sums) > days:
            daily.append((one, Daily(start=start, rows=place[sums], sums=sums, signs=sign[sums])))
            start += days
        else:
            loose.append(sums)
    sums = np.concatenate([_NONE, *loose])
    knots = Knots(nodes=start + np.arange(len(sums)), rows=place[sums], sums=sums, signs=sign[sums])
    return daily, knots, start + len(sums)


def _leaf(  # noqa: PLR0913, PLR0917 - what a leaf is made of
    system: System,
    leg: int,
    rows: Whole,
    daily: Sequence[tuple[int, Daily]],
    knots: Knots,
    of_knot: Whole,
) -> Leaf:
    above, below = system.above[rows], system.below[rows]
    mine = np.flatnonzero(system.members[of_knot, leg])
    return Leaf(
        leg=leg,
        rows=rows,
        above=above,
        below=below,
        parts=np.concatenate([above, below[below >= 0]]),
        columns=np.flatnonzero(np.any(system.loadings[rows] != 0, axis=0)),
        daily=tuple(one.start for which, one in daily if system.members[which, leg]),
        nodes=knots.nodes[mine],
        sums=knots.sums[mine],
    )


def _felt(system: System, border: Whole, of_sum: Whole, legs: NDArray[np.bool_]) -> Whole:
    """The places in the border of the rows that count any of some legs."""
    counts = np.asarray(system.members[:, legs].any(axis=1))
    above, below = system.above[border], system.below[border]
    return np.flatnonzero(counts[of_sum[above]] | ((below >= 0) & counts[of_sum[below]]))
