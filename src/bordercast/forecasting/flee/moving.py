"""One day of Flee's law on counts, compiled: who leaves, by which route, how far they get, and who goes on the same day.

People of one class at one node have one law, so a binomial says how many leave and a multinomial which routes they
take. Those who arrive with kilometres to spare decide again; they are taken in the order of kilometres done, so that
each (node, class, km) is met once a day. Where a camp is filling, the day's arrivals are cut at random into slices that
act one after another, because each slice sees the camp as the ones before have left it.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.flee.roads import Floats, Ints, Roads
from bordercast.forecasting.movement import Counts, Keys, compiled
from bordercast.forecasting.movement.draws import binomial, keyed, unit

# A slice is made so large that no camp's room should change by more. With 0.12 the ARD of Burundi 2015, where crowds are
# let go at once, is 0.519 as with 24 equal slices; slices that ignore how a camp fills gave 0.507.
ROOM_STEP = 0.12


class Law(NamedTuple):
    """What does not change from day to day."""

    speed: float  # max_move_speed, the unit of recent travel
    bin_km: float  # width of the bins of km done today
    km_bins: int
    bins: int  # of recent travel, which is below 2 (its fixed point at the longest day); 1 where no rule asks for it
    power: float  # weight_power
    buffer: float  # share of a capacity at which it begins to be felt
    prune: float  # drop routes below the best by this factor; at most 1 is off
    restless: bool  # avoid_short_stints
    on_foot: bool  # the first link is walked
    groups: int
    slices: int  # most slices of a day
    refuse: bool  # a full camp lets nobody in


class Today(NamedTuple):
    """What holds on one day; first axes of size 1 hold for all members."""

    leave: Floats  # (1 or member, 1 or group, place) chance to leave
    weight: Floats  # (1 or member, group, route) attraction, to be multiplied by room
    room_counts: bool  # whether attraction is multiplied by room
    capacity: Floats  # (1 or member, place) people; below 0 is no limit
    town: NDArray[np.bool_]  # (place,)
    camp: NDArray[np.bool_]  # (place,)
    route_hop: Ints  # (route,)
    node_hop: Ints  # (node,)
    forced: Ints  # (place,) known route all take, or -1


class Desk(NamedTuple):
    """Room for one member's day, used again for every member."""

    at: Counts  # (node, class) at the end of the day
    on: Counts  # (stage, class) the same
    present: Counts  # (place,)
    room: Floats  # (place,) capacity factor
    before: Counts  # (place,) present before a slice
    version: Ints  # (1,) changes when any room does
    chances: Floats  # (group, route)
    seen: Ints  # (group, place) version for which chances hold
    queue: Counts  # (km bin, node, class) flat
    chain: NDArray[np.int32]  # the same: next cell of the same km bin
    head: Ints  # (km bin,)
    due: Counts  # (arrival, 3) hop, class, persons still to arrive today
    due_km: Floats  # (arrival, 2) km done today, speed
    pending: Counts  # (arrival, 3) the same, of those arriving now
    pending_km: Floats
    taking: Counts  # (route,) persons who take each known route of one place


def desk_for(roads: Roads, law: Law, classes: int) -> Desk:
    """Return an empty desk for this network and so many classes."""
    nodes, places, routes = len(roads.node_place), len(roads.root), len(roads.route_final)
    cells = law.km_bins * nodes * classes
    lines = 4 * roads.stages * classes + 1
    return Desk(
        at=np.zeros((nodes, classes), np.int64),
        on=np.zeros((2 * roads.stages, classes), np.int64),
        present=np.zeros(places, np.int64),
        room=np.ones(places),
        before=np.zeros(places, np.int64),
        version=np.zeros(1, np.int64),
        chances=np.zeros((law.groups, max(routes, 1))),
        seen=np.full((law.groups, places), -1),
        queue=np.zeros(cells, np.int64),
        chain=np.full(cells, -1, np.int32),
        head=np.full(law.km_bins, -1),
        due=np.zeros((lines, 3), np.int64),
        due_km=np.zeros((lines, 2)),
        pending=np.zeros((lines + 2 * routes + 2, 3), np.int64),
        pending_km=np.zeros((lines + 2 * routes + 2, 2)),
        taking=np.zeros(max(routes, 1), np.int64),
    )


@compiled
def move(at: Counts, on: Counts, keys: Keys, roads: Roads, law: Law, today: Today, desk: Desk) -> None:
    """Let everybody decide and travel: ``at`` (member, node, class) and ``on`` (member, stage, class) change in place."""
    for member in range(at.shape[0]):
        leave = today.leave[min(member, today.leave.shape[0] - 1)]
        weight = today.weight[min(member, today.weight.shape[0] - 1)]
        capacity = today.capacity[min(member, today.capacity.shape[0] - 1)]
        desk.at[:] = 0
        desk.on[:] = 0
        desk.present[:] = 0
        for node in range(at.shape[1]):
            desk.present[roads.node_place[node]] += at[member, node].sum()
        for place in range(len(capacity)):  # as in the middle of the morning's departures
            desk.room[place] = _factor(
                desk.present[place] * (1.0 - leave[0, place] / 2.0), capacity[place], law.buffer
            )
        desk.seen[:] = -1
        desk.version[0] = 0
        _decide(at[member], on[member], leave, weight, keyed(keys[member], 0), roads, law, today, desk)
        for place in range(len(capacity)):
            desk.room[place] = _factor(desk.present[place], capacity[place], law.buffer)
        desk.version[0] += 1
        lines = _advance(on[member], keyed(keys[member], 1), roads, law, desk)
        left, share = 1.0, _first_slice(lines, capacity, law, desk)
        piece = 0
        while left > 0.0:
            desk.before[:] = desk.present
            share = min(share, left)
            arriving = _next_slice(lines, share / left, keyed(keys[member], 2 + 2 * piece), desk)
            _arrive(
                arriving, leave, weight, capacity, keyed(keys[member], 3 + 2 * piece), roads, law, today, desk
            )
            left = left - share if left - share > 1e-9 else 0.0
            piece += 1
            share = _next_share(share, capacity, law, desk)
        at[member] = desk.at
        on[member] = desk.on


@compiled
def _factor(present: float, capacity: float, buffer: float) -> float:
    """Return Flee's capacity factor: 1 where there is room, 0 where it is full, linear between."""
    if capacity < 0.0:
        return 1.0
    if capacity == 0.0:
        return 0.0
    if present <= buffer * capacity:
        return 1.0
    if present >= capacity:
        return 0.0
    return 1.0 - (present - buffer * capacity) / (capacity * (1.0 - buffer))


@compiled
def _rest(cells: Counts, row: int, which: int, moved: float, many: int, bins: int, key: np.uint64) -> None:
    """Put people of a class where the day ends for them; ``moved`` is the day's km in bins of recent travel.

    Recent travel becomes the mean of what it was and what was moved, rounded up or down at random, without bias.
    """
    if bins == 1:
        cells[row, which] += many
        return
    base = which // bins * bins
    exact = (which - base + moved) / 2.0
    low = int(exact)
    if exact == low:
        cells[row, base + min(low, bins - 1)] += many
        return
    up = binomial(many, exact - low, key)
    cells[row, base + min(low, bins - 1)] += many - up
    cells[row, base + min(low + 1, bins - 1)] += up


@compiled
def _weigh(
    chances: Floats, weight: Floats, room: Floats, first: int, last: int, forced: int, route_hop: Ints, route_final: Ints,
    law: Law, room_counts: bool,
) -> None:  # fmt: skip
    """Set the summed chances of the routes known at a place; all zero weights mean equal ones, as in Flee."""
    best = total = summed = 0.0
    usable = 0
    only = forced >= 0 and route_hop[forced] >= 0 and room[route_final[forced]] > 1e-6
    for route in range(first, last):
        value = -1.0
        if route_hop[route] >= 0 and (not only or route == forced):
            value = weight[route]
            if room_counts:
                free = room[route_final[route]]
                if free < 1.0:
                    value *= free**law.power
            best = max(best, value)
        chances[route] = value
    for route in range(first, last):
        if law.prune >= 1.001 and chances[route] < best / law.prune:
            chances[route] = -1.0
        if chances[route] >= 0.0:
            usable += 1
            total += chances[route]
    for route in range(first, last):
        if chances[route] >= 0.0:
            summed += chances[route] / total if total > 0.0 else 1.0 / usable
        chances[route] = summed
    for route in range(last - 1, first - 1, -1):  # rounding must not leave a person without a route
        if usable == 0 or chances[route] < summed:
            break
        chances[route] = 1.0


@compiled
def _split(chances: Floats, first: int, last: int, going: int, taking: Counts, key: np.uint64) -> None:
    """Divide people among the known routes of a place: ``taking[route - first]``."""
    options = last - first
    for option in range(options):
        taking[option] = 0
    if going * 4 <= options or going == 1:  # one by one, by bisection
        for person in range(going):
            luck = unit(key, person)
            low, high = first, last - 1
            while low < high:
                middle = (low + high) // 2
                if chances[middle] > luck:
                    high = middle
                else:
                    low = middle + 1
            taking[low - first] += 1
        return
    left, below = going, 0.0
    for route in range(first, last):
        share = chances[route] - below
        if share > 0.0:
            rest = 1.0 - below
            below = chances[route]
            many = binomial(left, share / rest, keyed(key, route - first)) if rest > share else left
            taking[route - first] = many
            left -= many
            if left == 0:
                return


@compiled
def _decide(
    at: Counts,
    on: Counts,
    leave: Floats,
    weight: Floats,
    key: np.uint64,
    roads: Roads,
    law: Law,
    today: Today,
    desk: Desk,
) -> None:
    """The first decision of the day, of everybody who is in a place: who leaves enters a link, the others rest."""
    final_of, place_of, room, present = roads.node_final, roads.node_place, desk.room, desk.present
    hop_stage, hops, end, taking, firsts = roads.hop_stage, today.route_hop, desk.at, desk.taking, roads.first
    route_final, camp = roads.route_final, today.camp
    classes = at.shape[1]
    step = classes // law.groups
    for node in range(at.shape[0]):
        place, final = place_of[node], final_of[node]
        first, last = firsts[place], firsts[place + 1]
        here = keyed(key, node)
        for which in range(classes):
            many = at[node, which]
            if many == 0:
                continue
            mine = keyed(here, which)
            group = which // step
            if final >= 0:  # on the way: goes on, or gives up the route
                hop = today.node_hop[node]
                if hop >= 0 and not (camp[final] and room[final] < 0.5):
                    on[hop_stage[hop], which] += many
                    present[place] -= many
                    continue
                going = 0
            else:
                going = binomial(many, leave[min(group, leave.shape[0] - 1), place], keyed(mine, 0))
            if going > 0:
                if desk.seen[group, place] < 0:
                    _weigh(
                        desk.chances[group], weight[group], room, first, last, today.forced[place], hops, route_final, law,
                        today.room_counts,
                    )  # fmt: skip
                    desk.seen[group, place] = 0
                if first < last and desk.chances[group, last - 1] > 0.0:
                    _split(desk.chances[group], first, last, going, taking, keyed(mine, 1))
                    for option in range(last - first):
                        if taking[option] > 0:
                            final_camp = route_final[first + option]
                            if not (camp[final_camp] and room[final_camp] < 0.5):
                                on[hop_stage[hops[first + option]], which] += taking[option]
                                present[place] -= taking[option]
                                many -= taking[option]
            if many > 0:
                _rest(end, roads.root[place], which, 0.0, many, law.bins, keyed(mine, 2))


@compiled
def _advance(on: Counts, key: np.uint64, roads: Roads, law: Law, desk: Desk) -> int:
    """Let everybody on a link travel one day; list who arrives and return how many lines the list has."""
    due, due_km, end = desk.due, desk.due_km, desk.on
    per_km = law.bins / 2.0 / law.speed
    width = law.bins
    lines = 0
    for stage in range(on.shape[0]):
        hop = roads.stage_hop[stage]
        link = roads.hop_link[hop]
        for which in range(on.shape[1]):
            many = on[stage, which]
            if many == 0:
                continue
            mine = keyed(keyed(key, stage), which)
            walking = law.on_foot and which // width % 2 == 0
            slow = many if walking else binomial(many, roads.link_walk[link], keyed(mine, 0))
            walked = which + width if walking else which
            for pace in range(2):
                people = slow if pace else many - slow
                if people == 0:
                    continue
                speed = roads.walk_speed if pace else roads.link_speed[link]
                after = roads.stage_slow[stage] if pace else roads.stage_fast[stage]
                km = roads.link_km[link] - roads.stage_km[stage]
                if after >= 0:
                    _rest(end, after, which, speed * per_km, people, law.bins, keyed(mine, 1 + pace))
                elif stage >= roads.stages:
                    back = roads.hop_back[hop]
                    desk.present[roads.node_place[back]] += people
                    _rest(desk.at, back, walked, km * per_km, people, law.bins, keyed(mine, 1 + pace))
                else:
                    due[lines, 0], due[lines, 1], due[lines, 2] = hop, walked, people
                    due_km[lines, 0], due_km[lines, 1] = km, speed
                    lines += 1
    return lines


@compiled
def _first_slice(lines: int, capacity: Floats, law: Law, desk: Desk) -> float:
    """Return the share of the day's arrivals that acts first: all where no camp can be filling today."""
    coming = desk.due[:lines, 2].sum()
    for place in range(len(capacity)):
        limit = capacity[place]
        if limit > 0.0 and law.buffer * limit - coming < desk.present[place] < limit:
            return 1.0 / law.slices if coming > ROOM_STEP * (1.0 - law.buffer) * limit else 1.0
    return 1.0


@compiled
def _next_share(share: float, capacity: Floats, law: Law, desk: Desk) -> float:
    """Return how large the next slice may be, if it brings people to camps as the last one did."""
    most = 2.0 * share
    for place in range(len(capacity)):
        limit, came = capacity[place], desk.present[place] - desk.before[place]
        if limit > 0.0 and came != 0 and desk.present[place] < limit:
            band = (1.0 - law.buffer) * limit
            allowed = max(0.0, law.buffer * limit - desk.present[place]) + ROOM_STEP * band
            most = min(most, share * allowed / abs(came))
    return max(most, 1.0 / law.slices)


@compiled
def _next_slice(lines: int, share: float, key: np.uint64, desk: Desk) -> int:
    """List a random share of those still to arrive today as arriving now; return how many lines there are."""
    arriving = 0
    for line in range(lines):
        left = desk.due[line, 2]
        many = binomial(left, share, keyed(key, line))
        if many > 0:
            desk.due[line, 2] = left - many
            desk.pending[arriving, 0], desk.pending[arriving, 1] = desk.due[line, 0], desk.due[line, 1]
            desk.pending[arriving, 2] = many
            desk.pending_km[arriving] = desk.due_km[line]
            arriving += 1
    return arriving


@compiled
def _arrive(
    arriving: int, leave: Floats, weight: Floats, capacity: Floats, key: np.uint64, roads: Roads, law: Law, today: Today, desk: Desk
) -> None:  # fmt: skip
    """Let those listed arrive; who has km to spare decides again, and again where they arrive, in the order of km done."""
    pending, pending_km, queue, chain, head = desk.pending, desk.pending_km, desk.queue, desk.chain, desk.head
    present, room, version, seen, end_at, end_on = (
        desk.present,
        desk.room,
        desk.version,
        desk.seen,
        desk.at,
        desk.on,
    )
    hop_node, hop_start, hop_back, hop_link, hop_stage = (
        roads.hop_node, roads.hop_start, roads.hop_back, roads.hop_link, roads.hop_stage,
    )  # fmt: skip
    place_of, final_of, route_final, taking = (
        roads.node_place,
        roads.node_final,
        roads.route_final,
        desk.taking,
    )
    hops, node_hops, camp, town, firsts = today.route_hop, today.node_hop, today.camp, today.town, roads.first
    nodes, classes = end_at.shape
    step = classes // law.groups
    per_km = law.bins / 2.0 / law.speed
    square = 0
    while True:
        while arriving > 0:
            arriving -= 1
            hop, which, many = pending[arriving, 0], pending[arriving, 1], pending[arriving, 2]
            km, speed = pending_km[arriving, 0], pending_km[arriving, 1]
            node = hop_node[hop]
            place = place_of[node]
            limit = capacity[place]
            if law.refuse and camp[place] and limit >= 0.0:
                turned = max(0, many - max(0, int(limit) - present[place]))
                if turned > 0:
                    many -= turned
                    present[hop_start[hop]] += turned
                    room[hop_start[hop]] = _factor(
                        present[hop_start[hop]], capacity[hop_start[hop]], law.buffer
                    )
                    _rest(
                        end_at,
                        hop_back[hop],
                        which,
                        km * per_km,
                        turned,
                        law.bins,
                        keyed(keyed(key, hop), which),
                    )
            if many == 0:
                continue
            present[place] += many
            if limit >= 0.0:
                free = _factor(present[place], limit, law.buffer)
                version[0] += 1 if free != room[place] else 0
                room[place] = free
            cell = (min(int(km / law.bin_km + 0.5), law.km_bins - 1) * nodes + node) * classes + which
            if km >= speed:
                _rest(end_at, node, which, km * per_km, many, law.bins, keyed(key, -1 - cell))
                continue
            if queue[cell] == 0:
                chain[cell] = head[cell // (nodes * classes)]
                head[cell // (nodes * classes)] = cell
            queue[cell] += many
        while square < law.km_bins and head[square] < 0:
            square += 1
        if square == law.km_bins:
            return
        cell = head[square]
        head[square] = chain[cell]
        many = queue[cell]
        queue[cell] = 0
        node, which = cell // classes % nodes, cell % classes
        place, final, group = place_of[node], final_of[node], which // step
        km = square * law.bin_km
        mine = keyed(key, cell)
        first, last = firsts[place], firsts[place + 1]
        options = 0
        if final >= 0:
            if node_hops[node] >= 0 and not (camp[final] and room[final] < 0.5):
                options, taking[0] = 1, many
        else:
            going = many
            if not (law.restless and town[place] and which % law.bins + km * per_km < law.bins / 2.0):
                going = binomial(many, leave[min(group, leave.shape[0] - 1), place], keyed(mine, 0))
            if going > 0:
                if seen[group, place] != version[0]:
                    _weigh(
                        desk.chances[group], weight[group], room, first, last, today.forced[place], hops, route_final, law,
                        today.room_counts,
                    )  # fmt: skip
                    seen[group, place] = version[0]
                if first < last and desk.chances[group, last - 1] > 0.0:
                    options = last - first
                    _split(desk.chances[group], first, last, going, taking, keyed(mine, 1))
        for option in range(options):
            leaving = taking[option]
            if leaving == 0 or (
                final < 0 and camp[route_final[first + option]] and room[route_final[first + option]] < 0.5
            ):
                continue
            hop = node_hops[node] if final >= 0 else hops[first + option]
            link, stage = hop_link[hop], hop_stage[hop]
            many -= leaving
            present[place] -= leaving
            slow = binomial(leaving, roads.link_walk[link], keyed(mine, 3 + 3 * option))
            for pace in range(2):
                people = slow if pace else leaving - slow
                if people == 0:
                    continue
                speed = roads.walk_speed if pace else roads.link_speed[link]
                after = roads.stage_slow[stage] if pace else roads.stage_fast[stage]
                if after >= 0:
                    _rest(
                        end_on,
                        after,
                        which,
                        (km + speed) * per_km,
                        people,
                        law.bins,
                        keyed(mine, 4 + pace + 3 * option),
                    )
                else:
                    pending[arriving, 0], pending[arriving, 1], pending[arriving, 2] = hop, which, people
                    # a link ever so short still takes more than half a bin, so that everybody gets on to the next
                    pending_km[arriving, 0] = km + max(roads.link_km[link], 0.51 * law.bin_km)
                    pending_km[arriving, 1] = speed
                    arriving += 1
        if capacity[place] >= 0.0:
            free = _factor(present[place], capacity[place], law.buffer)
            version[0] += 1 if free != room[place] else 0
            room[place] = free
        if many > 0:
            _rest(end_at, roads.root[place], which, km * per_km, many, law.bins, keyed(mine, 2))
