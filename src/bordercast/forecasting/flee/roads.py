"""The network as arrays: directed links, what can be known of a route, and how far along a link one can be.

A **node** is a place and the rest of a route still to be followed there; most people have none, and are at the place's
root node. A **hop** is a link and the node it leads to. A **stage** is a hop and a number of kilometres done on it.
Because people cover whole days, few kilometre marks are possible, and all are listed: positions are exact. The second
half of the stages is for those whose link was closed under them: they walk on and are put back at its start.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import Case, CaseRoute, InvalidSetting

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST_ROUTES = 300_000  # known routes beyond which a run would need many gigabytes; judgement
MOST_STAGES = 400  # kilometre marks on one link with mixed speeds; beyond, marks are merged to the nearest


class Roads(NamedTuple):
    """Arrays for the compiled loops; indices are -1 where there is none."""

    node_place: Ints  # (node,)
    node_final: Ints  # (node,) last place of the route held, -1 at root nodes
    root: Ints  # (place,) node without a route
    hop_link: Ints  # (hop,)
    hop_start: Ints  # (hop,) place
    hop_node: Ints  # (hop,) where it leads
    hop_back: Ints  # (hop,) where people are put who are not let through
    hop_stage: Ints  # (hop,) stage of those who have just entered
    stage_hop: Ints  # (stage,)
    stage_km: Floats  # (stage,) km done
    stage_fast: Ints  # (stage,) stage a day later, -1 on arrival
    stage_slow: Ints  # (stage,) the same on foot
    stages: int  # of people on open links; the closed ones follow
    link_km: Floats  # (link,)
    link_speed: Floats  # (link,) km a day
    link_walk: Floats  # (link,) probability of a day on foot
    first: Ints  # (place + 1,) known routes of a place are [first[place], first[place + 1])
    route_final: Ints  # (route,)
    walk_speed: float


@dataclass(frozen=True, slots=True)
class Network:
    """Roads, and what is needed to say which of them are open on a day."""

    roads: Roads
    link_ends: Ints  # (link, 2)
    link_row: Ints  # (link,) row of routes it comes from
    route_links: Ints  # (route, step) links of each known route, -1 after the last
    route_km: Floats  # (route,)
    route_hops: Ints  # (route, parallel) hops by which it begins, in order of preference, -1 after the last
    route_known: NDArray[np.bool_]  # (epoch, route) whether it is known while these places are markers
    node_hops: Ints  # (node, parallel)

    def open_hops(self, links: NDArray[np.bool_], epoch: int) -> tuple[Ints, Ints]:
        """Return the hop by which each known route, and each node's route, goes on today; -1 where it cannot."""
        padded = np.append(links, True)
        passable = padded[self.route_links].all(axis=1) & self.route_known[epoch]
        return np.where(passable, self._first_open(self.route_hops, links), -1), self._first_open(
            self.node_hops, links
        )

    def _first_open(self, hops: Ints, links: NDArray[np.bool_]) -> Ints:
        if not len(links) or not len(hops):
            return np.full(len(hops), -1)
        usable = (hops >= 0) & links[self.roads.hop_link[hops]]
        chosen = hops[np.arange(len(hops)), usable.argmax(axis=1)]
        return np.where(usable.any(axis=1), chosen, -1)


def network_of(case: Case, *, awareness: int, markers: Sequence[frozenset[int]], doubled: bool) -> Network:
    """Return the network of a case; ``markers`` are the sets of places that are markers at some time, one an epoch.

    ``doubled`` enters a row with forced redirection 1 twice, as Flee does.
    """
    settings = case.settings
    index = {place.name: i for i, place in enumerate(case.places)}
    ends, rows = _directed(case.routes, index, doubled=doubled)
    km = np.array([case.routes[row].km for row in rows])
    speeds = np.array([case.routes[row].speed or settings.max_move_speed for row in rows])
    walks = np.array([case.routes[row].walk_probability for row in rows])
    leaving: list[list[int]] = [[] for _ in case.places]
    for link, (start, _) in enumerate(ends):
        leaving[start].append(link)
    routes = _routes(ends, leaving, awareness, markers)
    nodes, hops, node_hops, route_hops = _nodes(len(case.places), ends, leaving, routes)
    on_foot = np.full(len(ends), settings.start_on_foot)
    marks = [
        _marks(
            float(km[link]),
            float(speeds[link]),
            settings.max_walk_speed,
            mixed=bool(walks[link] > 0 or on_foot[link]),
        )
        for link in range(len(ends))
    ]
    stage = _stages(hops, marks)
    roads = Roads(
        node_place=_ints(place for place, _ in nodes),
        node_final=_ints(tail[-1] if tail else -1 for _, tail in nodes),
        root=np.arange(len(case.places)),
        hop_link=_ints(link for link, _, _ in hops),
        hop_start=_ints(ends[link][0] for link, _, _ in hops),
        hop_node=_ints(node for _, node, _ in hops),
        hop_back=_ints(back for _, _, back in hops),
        hop_stage=stage[0],
        stage_hop=stage[1],
        stage_km=stage[2],
        stage_fast=stage[3],
        stage_slow=stage[4],
        stages=len(stage[1]) // 2,
        link_km=km,
        link_speed=speeds,
        link_walk=walks,
        first=np.searchsorted(_ints(r.start for r in routes), np.arange(len(case.places) + 1)),
        route_final=_ints(ends[r.links[-1]][1] for r in routes),
        walk_speed=settings.max_walk_speed,
    )
    depth = max((len(r.links) for r in routes), default=1)
    return Network(
        roads=roads,
        link_ends=np.array(ends, np.int64).reshape(-1, 2),
        link_row=np.array(rows, np.int64),
        route_links=np.array([r.links + (-1,) * (depth - len(r.links)) for r in routes], np.int64).reshape(
            -1, depth
        ),
        route_km=np.array([km[list(r.links)].sum() for r in routes]),
        route_hops=_padded(route_hops),
        route_known=np.array(
            [[epoch in r.epochs for r in routes] for epoch in range(len(markers))], bool
        ).reshape(len(markers), len(routes)),
        node_hops=_padded(node_hops),
    )


def _directed(
    routes: Iterable[CaseRoute], index: dict[str, int], *, doubled: bool
) -> tuple[list[tuple[int, int]], list[int]]:
    """Return (start, end) of every directed link in Flee's order, and its row."""
    ends: list[tuple[int, int]] = []
    rows: list[int] = []
    for row, route in enumerate(routes):
        a, b = (index[end] for end in route.ends)
        for _ in range(2 if doubled and route.redirection == 1 else 1):
            pair = (b, a) if route.redirection == 2 else (a, b)
            ends += [pair, pair[::-1]]
            rows += [row, row]
    return ends, rows


@dataclass(slots=True)
class _Route:
    start: int
    links: tuple[int, ...]
    epochs: set[int]


def _routes(  # noqa: C901 - one search with its two helpers inside
    ends: list[tuple[int, int]], leaving: list[list[int]], awareness: int, markers: Sequence[frozenset[int]]
) -> list[_Route]:
    """Return every route that can be known from each place, ordered by place; ends are no markers, loops left out."""
    found: dict[tuple[int, ...], _Route] = {}
    order: dict[int, list[tuple[int, ...]]] = {place: [] for place in range(len(leaving))}

    def add(start: int, links: tuple[int, ...], epoch: int) -> None:
        if links not in found:
            if len(found) >= MOST_ROUTES:
                raise InvalidSetting(
                    f"awareness_level {awareness} makes more than {MOST_ROUTES:,} routes on this network. "
                    "It is set in the settings file. Write a lower awareness_level."
                )
            found[links] = _Route(start, links, set())
            order[start].append(links)
        found[links].epochs.add(epoch)

    def walk(start: int, links: tuple[int, ...], visited: frozenset[int], step: int, epoch: int) -> None:
        here = ends[links[-1]][1]
        if here in markers[epoch]:
            step -= 1
        else:
            add(start, links, epoch)
        if awareness > step:
            for link in leaving[here]:
                if ends[link][1] not in visited:
                    walk(start, (*links, link), visited | {here}, step + 1, epoch)

    for epoch in range(len(markers)):
        for start in range(len(leaving)):
            for link in leaving[start]:
                walk(start, (link,), frozenset({start}), 1, epoch)
    return [found[links] for start in range(len(leaving)) for links in order[start]]


def _nodes(
    places: int, ends: list[tuple[int, int]], leaving: list[list[int]], routes: list[_Route]
) -> tuple[list[tuple[int, tuple[int, ...]]], list[tuple[int, int, int]], list[list[int]], list[list[int]]]:
    """Return nodes, hops (link, node it leads to, node one is put back at), hops of each node and of each route."""
    nodes: list[tuple[int, tuple[int, ...]]] = [(place, ()) for place in range(places)]
    number = {node: i for i, node in enumerate(nodes)}
    hops: list[tuple[int, int, int]] = []
    hop_number: dict[tuple[int, tuple[int, ...]], int] = {}
    between: dict[tuple[int, int], list[int]] = {}
    for start in range(places):
        for link in leaving[start]:
            between.setdefault(ends[link], []).append(link)

    def node(place: int, tail: tuple[int, ...]) -> int:
        if (place, tail) not in number:
            number[place, tail] = len(nodes)
            nodes.append((place, tail))
        return number[place, tail]

    def hops_to(place: int, tail: tuple[int, ...]) -> list[int]:
        chosen = []
        for link in between.get((place, tail[0]), ()):  # hops are numbered as they are met
            if (link, tail[1:]) not in hop_number:
                hop_number[link, tail[1:]] = len(hops)
                hops.append((link, node(tail[0], tail[1:]), node(place, tail[1:])))
            chosen.append(hop_number[link, tail[1:]])
        return chosen

    route_hops = [hops_to(r.start, tuple(ends[link][1] for link in r.links)) for r in routes]
    node_hops: list[list[int]] = []
    while len(node_hops) < len(nodes):  # a hop may add nodes, which are looked at in their turn
        place, tail = nodes[len(node_hops)]
        node_hops.append(hops_to(place, tail) if tail else [])
    return nodes, hops, node_hops, route_hops


def _marks(km: float, speed: float, walk: float, *, mixed: bool) -> list[tuple[float, int, int]]:
    """Return (km done, mark after a fast day, mark after a slow day) of a link, -1 for arrival; arrival is past its end."""
    marks: dict[float, int] = {0.0: 0}
    pending = [0.0]

    def after(done: float, by: float) -> int:
        at = done + by
        if at > km:
            return -1
        if at not in marks and len(marks) >= MOST_STAGES:
            further = [mark for mark in marks if mark > done]
            if not further:
                return -1
            at = min(further, key=lambda mark: abs(mark - at))
        if at not in marks:
            marks[at] = len(marks)
            pending.append(at)
        return marks[at]

    # the list grows while it is walked: every new mark is looked at in its turn
    return [(done, after(done, speed), after(done, walk) if mixed else -1) for done in pending]


def _stages(
    hops: list[tuple[int, int, int]], marks: list[list[tuple[float, int, int]]]
) -> tuple[Ints, Ints, Floats, Ints, Ints]:
    starts: list[int] = []
    hop_of: list[int] = []
    done: list[float] = []
    fast: list[int] = []
    slow: list[int] = []
    for hop, (link, _, _) in enumerate(hops):
        base = len(hop_of)
        starts.append(base)
        hop_of += [hop] * len(marks[link])
        done += [km for km, _, _ in marks[link]]
        fast += [quick + base if quick >= 0 else -1 for _, quick, _ in marks[link]]
        slow += [walked + base if walked >= 0 else -1 for _, _, walked in marks[link]]
    half = len(hop_of)
    shifted = [[x + half if x >= 0 else -1 for x in column] for column in (fast, slow)]
    return (
        np.array(starts, np.int64), np.array(hop_of * 2, np.int64), np.array(done * 2), np.array(fast + shifted[0], np.int64),
        np.array(slow + shifted[1], np.int64),
    )  # fmt: skip


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), np.int64)


def _padded(rows: list[list[int]]) -> Ints:
    width = max((len(row) for row in rows), default=0) or 1
    return np.array([row + [-1] * (width - len(row)) for row in rows], np.int64).reshape(-1, width)
