"""A case simulated under Flee's rules, on counts: all members, all places, day by day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

import numpy as np

from bordercast.forecasting.flee.arriving import Displaced, place_people
from bordercast.forecasting.flee.attraction import Attraction, attraction_of
from bordercast.forecasting.flee.calendar import Calendar, calendar_of
from bordercast.forecasting.flee.differences import Differences, Rules
from bordercast.forecasting.flee.groups import group_of, groups_of
from bordercast.forecasting.flee.moving import Desk, Law, Today, desk_for, move
from bordercast.forecasting.flee.roads import Floats, Network, network_of
from bordercast.forecasting.flee.series import daily_stock, inflow
from bordercast.forecasting.movement import Counts, Rule, World, binomials, step
from bordercast.vocabulary import Case, CaseClosure, CaseRun, CaseSettings, ClosureKind, InvalidSetting

METHOD = "bordercast counts under Flee's rules 1"
TRAVEL = 8  # bins of recent travel, which is below 2; with 8, 16 and 64 the ARD of Mali 2012 and Burundi 2015 was the same to 0.001
DAY_BINS = 50  # bins of km done today
SLICES = 24  # most slices of a day; Flee's order of persons and 10 to 40 slices gave the same camps within seed noise
FINE_TRAVEL, FINE_KM, FINE_SLICES = 128, 1.0, 1000
MOST_CELLS = 4_000_000  # of the desk's queue (48 MB); above it the bins of km done today are made wider


def simulate(  # noqa: PLR0913 - one for each thing a run may differ in
    case: Case,
    *,
    members: int = 10,
    seed: int = 0,
    rules: Rules = Rules.FLEE,
    fine: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> CaseRun:
    """Return what becomes of everybody in a case, as ``members`` independent runs (seeds, in Flee's words).

    ``fine`` is as for `Simulation.start`. ``progress`` is called with (days done, days) after each day. The same case, seed and rules give the same counts;
    member ``i`` is the same whatever ``members`` is.

    Raises
    ------
    InvalidSetting
        If the case has no day to run, or asks for more known routes than fit in memory.

    """
    simulation = Simulation.start(case, members=members, seed=seed, rules=rules, fine=fine)
    days, places = case.days, len(case.places)
    present = np.zeros((members, days, places), np.int64)
    travelling, arrived, left = (np.zeros((members, days), np.int64) for _ in range(3))
    for t in range(days):
        simulation.step()
        present[:, t] = simulation.present()
        travelling[:, t] = simulation.travelling()
        arrived[:, t] = simulation.displaced.arrived
        left[:, t] = simulation.world.gone
        if progress:
            progress(t + 1, days)
    return simulation.told(seed, present, travelling, arrived, left)


@dataclass(slots=True)
class Simulation:
    """A run that can be stopped after any day, looked into, changed, and gone on with.

    Everything may be read and written between two steps: ``world.pools["place"]`` (member, node, class; node ``i`` of the
    first ones is place ``i``) and ``world.pools["link"]`` (member, stage, class), ``displaced.inflow`` (1 or member, day),
    ``displaced.population`` (1 or member, place), ``drawn`` (1 or member, place) a factor on the score of places,
    ``restless`` (1 or member, place) a factor on the chance to leave, ``capacity`` (1 or member, place).
    ``world.resample`` copies members.
    """

    case: Case
    differences: Differences
    rules: Rules
    calendar: Calendar
    network: Network
    attraction: Attraction
    law: Law
    desk: Desk
    world: World
    displaced: Displaced
    open: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    capacity: Floats
    growth: Floats
    drawn: Floats
    restless: Floats
    eras: Counts
    """(day,) a number that changes whenever what holds on a day does."""
    _today: Today | None = field(default=None, repr=False)
    _weighed: tuple[bytes, ...] = field(default=(), repr=False)

    @classmethod
    def start(
        cls, case: Case, *, members: int, seed: int = 0, rules: Rules = Rules.FLEE, fine: bool = False
    ) -> Self:
        """Return a simulation on the morning of its first day, with those who are there from the start.

        ``fine`` counts recent travel and km done today more finely and cuts days into more slices, for many times the work.
        """
        if case.days < 1 or members < 1:
            raise InvalidSetting(
                f"A run of {case.days} days and {members} members simulates nothing. It was asked for. Give at least 1 of each."
            )
        differences = Differences.of(rules)
        settings = case.settings
        calendar = calendar_of(case, differences)
        groups, shares = groups_of(case)
        awareness = settings.awareness_level
        network = network_of(
            case, awareness=max(awareness, 1), markers=calendar.markers, doubled=not differences.redirect
        )
        attraction = attraction_of(
            case,
            calendar,
            network,
            groups,
            differences,
            awareness if differences.awareness else max(awareness, 1),
        )
        law = _law(settings, len(groups), network, fine=fine, refuse=differences.admit)
        classes = len(groups) * (2 if law.on_foot else 1) * law.bins
        nodes, stages = len(network.roads.node_place), 2 * network.roads.stages
        pools = {
            "place": np.zeros((members, nodes, classes), np.int64),
            "link": np.zeros((members, stages, classes), np.int64),
        }
        people = np.array(
            [
                [
                    float((0 if calendar.camp[0, i] else p.size or 0) // settings.hasten)
                    for i, p in enumerate(case.places)
                ]
            ]
        )
        displaced = Displaced(
            case=case,
            calendar=calendar,
            attraction=attraction,
            shares=shares,
            inflow=inflow(case, mended=differences.place_once)[0][None],
            population=people,
            step=classes // len(groups),
            arrived=np.zeros(members, np.int64),
            floods=_floods(settings, differences),
        )
        made = cls(
            case=case,
            differences=differences,
            rules=rules,
            calendar=calendar,
            network=network,
            attraction=attraction,
            law=law,
            desk=desk_for(network.roads, law, classes),
            world=World.start(pools, seed=seed),
            displaced=displaced,
            open=np.ones(len(network.link_row), bool),
            capacity=_capacity(case, differences),
            growth=np.array([place.number("capacity_per_day") for place in case.places]),
            drawn=np.ones((1, len(case.places))),
            restless=np.ones((1, len(case.places))),
            eras=_eras(case, calendar, attraction),
        )
        made._settle(shares)
        return made

    def step(self) -> None:
        """Let one day pass."""
        step(self.world, self.day_rules())

    def day_rules(self) -> tuple[Rule, ...]:
        """Return the rules of a day, in order."""
        settings, t = self.case.settings, self.world.day
        rules: list[Rule] = [self.displaced]
        if self.calendar.closed[t] or self.calendar.opened[t]:
            rules.append(Closing(self))
        rules.append(Moving(self))
        if settings.camps_are_sicks or (self.differences.sinks and settings.camps_are_sinks):
            rules.append(Sinks(self))
        return tuple(rules)

    def present(self) -> Counts:
        """Return (member, place) persons in each place."""
        by_node: Counts = self.world.pools["place"].sum(axis=2)
        places = len(self.case.places)
        if by_node.shape[1] == places:
            return by_node
        held = np.zeros((self.world.members, places), np.int64)
        for node, place in enumerate(self.network.roads.node_place):
            held[:, place] += by_node[:, node]
        return held

    def travelling(self) -> Counts:
        """Return (member,) persons on roads."""
        return np.asarray(self.world.pools["link"].sum(axis=(1, 2)))

    def told(self, seed: int, present: Counts, travelling: Counts, arrived: Counts, left: Counts) -> CaseRun:
        """Return the run as a noun, with what was counted beside it."""
        case, mended = self.case, self.differences.add_series
        reported = self.calendar.reported
        series = {one.name: one for one in case.series}
        counted = np.zeros((case.days, len(reported)), np.int64)
        for column, place in enumerate(reported):
            one = series.get(case.places[place].name)
            if one is not None:
                counted[:, column] = daily_stock(
                    one, case.start, case.days, hasten=case.settings.hasten, mended=mended
                )
        if case.settings.empty_camps_on_day0:
            counted -= counted[0]
        driven = bool(case.settings.conflict_driven_spawning or self.displaced.floods)
        _, reference, debt = inflow(case, mended=mended)
        return CaseRun(
            case=case.name,
            rules=self.rules.value,
            method=METHOD,
            seed=seed,
            start=case.start,
            places=tuple(place.name for place in case.places),
            countries=tuple(place.country for place in case.places),
            camps=reported,
            idp_camps=self.calendar.idp_reported,
            present=present,
            travelling=travelling,
            arrived=arrived,
            left=left,
            counted=counted,
            reference=reference * (not driven),
            debt=debt * (not driven),
            idp_totals=case.settings.idp_totals,
            defects=case.defects,
        )

    def _settle(self, shares: Floats) -> None:
        """Place those who are there from the start: in camps by the first count, and the people of agents.csv."""
        case, settings = self.case, self.case.settings
        first = np.zeros(len(case.places), np.int64)
        if not settings.empty_camps_on_day0:
            series = {one.name: one for one in case.series}
            for place in self.calendar.reported:
                one = series.get(case.places[place].name)
                if settings.insert_day0 and one is not None:
                    mended = self.differences.add_series
                    first[place] += daily_stock(one, case.start, 1, hasten=settings.hasten, mended=mended)[0]
                first[place] += int(case.places[place].number("initial_idps"))
        coming = np.broadcast_to(np.maximum(first, 0), (self.world.members, len(first)))
        place_people(self.world, coming, shares, self.displaced.step, "first day/group")
        index = {place.name: i for i, place in enumerate(case.places)}
        groups = {group: i for i, group in enumerate(self.attraction.groups)}
        for name, attributes in case.agents:
            cell = groups.get(group_of(case, attributes), 0) * self.displaced.step
            self.world.pools["place"][:, index[name], cell] += 1
            self.world.entered += 1
        self.world.begun, self.world.entered = self.world.people(), np.zeros_like(self.world.entered)

    def today(self, t: int) -> Today:
        """Return what holds on day ``t``, kept from the day before where nothing has changed."""
        calendar, settings = self.calendar, self.case.settings
        marks = (
            self.eras[t].tobytes(), self.open.tobytes(), self.drawn.tobytes(), self.restless.tobytes(), self.capacity.tobytes(),
        )  # fmt: skip
        tallies = self._tallies() if self._tallied() else None
        settled = tallies is None and not settings.take_from_population
        if self._today is not None and settled and marks == self._weighed:
            return self._today
        self._weighed = marks
        route_hop, node_hop = self.network.open_hops(self.open, int(calendar.epoch[t]))
        weight = self.attraction.weights(t, self.displaced.population, tallies, self.drawn)
        if settings.fixed_routes:
            weight = fixed_weights(weight, route_hop, self.network)
        leave = self.attraction.leaving(t, self.displaced.population) * self.restless[:, None]
        self._today = Today(
            leave=np.minimum(leave, 1.0),
            weight=weight,
            room_counts=not settings.fixed_routes and self.attraction.awareness > 0,
            capacity=self._limits(),
            town=calendar.town[t],
            camp=calendar.camp[t],
            route_hop=route_hop if self._moves() else np.full_like(route_hop, -1),
            node_hop=node_hop,
            forced=self._forced(t, route_hop),
        )
        return self._today

    def _limits(self) -> Floats:
        """Return (1 or member, place) how many people fit, -1 for any number."""
        limit = self.capacity * self.case.settings.capacity_scaling
        return np.where(limit >= 1, limit, 0.0 if self.differences.empty_is_full else -1.0) * (
            self.capacity >= 0
        ) - (self.capacity < 0)

    def _moves(self) -> bool:
        """Whether anybody can find a way: with awareness 0 Flee looks for a place that has a number for a name."""
        return self.differences.awareness or self.case.settings.awareness_level != 0

    def _forced(self, t: int, route_hop: Counts) -> Counts:
        """Return (place,) the known route that all take who leave a place, or -1."""
        forced = np.full(len(self.case.places), -1)
        if not self.differences.redirect:
            return forced
        lifted = {
            (c.first, c.second)
            for c in self.case.closures
            if c.kind is ClosureKind.REDIRECTION and c.start <= t and not c.start <= c.end <= t
        }
        for route in np.flatnonzero((self.network.route_links >= 0).sum(axis=1) == 1):
            link = self.network.route_links[route, 0]
            row = self.case.routes[self.network.link_row[link]]
            start, end = (self.case.places[i].name for i in self.network.link_ends[link])
            towards = row.ends if row.redirection == 1 else row.ends[::-1]
            if (
                row.redirection
                and (start, end) == towards
                and (start, end) not in lifted
                and route_hop[route] >= 0
            ):
                forced[self.network.link_ends[link, 0]] = route
        return forced

    def _tallied(self) -> bool:
        s = self.case.settings
        return (
            s.match_camp_ethnicity
            or s.match_town_ethnicity
            or s.match_conflict_ethnicity
            or s.match_camp_religion
        )

    def _tallies(self) -> Floats:
        at = self.world.pools["place"]
        by_group = at.reshape(at.shape[0], at.shape[1], len(self.attraction.groups), -1).sum(axis=3)
        held = np.zeros((at.shape[0], len(self.case.places), by_group.shape[2]))
        for node, place in enumerate(self.network.roads.node_place):
            held[:, place] += by_group[:, node]
        return held.transpose(0, 2, 1)


@dataclass(slots=True)
class Closing:
    """Closes and opens links; people on a link that closes walk on and are put back at its start."""

    simulation: Simulation
    name: str = "closing"

    def __call__(self, world: World) -> None:
        """Apply the closures of the day in the order of their file."""
        simulation, t = self.simulation, world.day
        before = simulation.open.copy()
        for closure in simulation.case.closures:
            if closure in simulation.calendar.closed[t]:
                self._set(closure, is_open=False)
            if closure in simulation.calendar.opened[t]:
                self._set(closure, is_open=True)
        shut = before & ~simulation.open
        if shut.any():
            roads, on = simulation.network.roads, world.pools["link"]
            stuck = np.flatnonzero(shut[roads.hop_link[roads.stage_hop[: roads.stages]]])
            on[:, stuck + roads.stages] += on[:, stuck]
            on[:, stuck] = 0

    def _set(self, closure: CaseClosure, *, is_open: bool) -> None:
        simulation = self.simulation
        ends = simulation.network.link_ends
        names = np.array([place.name for place in simulation.case.places], object)
        countries = np.array([place.country for place in simulation.case.places], object)
        if closure.kind is ClosureKind.LOCATION:
            meant = (names[ends] == closure.first).any(axis=1)
        elif closure.kind is ClosureKind.COUNTRY:
            pair = countries[ends]
            meant = ((pair == (closure.first, closure.second)).all(axis=1)) | (
                (pair == (closure.second, closure.first)).all(axis=1)
            )
        else:
            pair = names[ends]
            meant = (pair == (closure.second, closure.first)).all(axis=1)
            if simulation.differences.close_links:
                meant |= (pair == (closure.first, closure.second)).all(axis=1)
            elif len(closure.first) > 1:
                return  # Flee compares the names of places by object, and finds none
        simulation.open[meant] = is_open


@dataclass(slots=True)
class Moving:
    """Lets everybody decide and travel."""

    simulation: Simulation
    name: str = "moving"

    def __call__(self, world: World) -> None:
        """Change the counts of places and links."""
        simulation = self.simulation
        if simulation.growth.any():
            grown = simulation.capacity + simulation.growth
            simulation.capacity = np.where(simulation.capacity >= 0, grown, simulation.capacity)
        move(
            world.pools["place"], world.pools["link"], world.keys(self.name), simulation.network.roads, simulation.law,
            simulation.today(world.day), simulation.desk,
        )  # fmt: skip


@dataclass(slots=True)
class Sinks:
    """Lets people in camps leave the simulation, each with the camp's deactivation_probability."""

    simulation: Simulation
    name: str = "sinks"

    def __call__(self, world: World) -> None:
        """Take people out."""
        at = world.pools["place"]
        case, roads = self.simulation.case, self.simulation.network.roads
        chance = (
            np.array([p.number("deactivation_probability") for p in case.places])
            * self.simulation.calendar.camp[world.day]
        )
        going = binomials(at, chance[roads.node_place][:, None], world.keys(self.name, *at.shape[1:]))
        at -= going
        world.gone += going.sum(axis=(1, 2))


def fixed_weights(weight: Floats, route_hop: Counts, network: Network) -> Floats:
    """Return the weights where only the best route to each end is known, as with ``fixed_routes``."""
    kept = np.zeros_like(weight)
    for place in range(len(network.roads.root)):
        first, last = network.roads.first[place], network.roads.first[place + 1]
        for end in np.unique(network.roads.route_final[first:last]):
            routes = first + np.flatnonzero(
                (network.roads.route_final[first:last] == end) & (route_hop[first:last] >= 0)
            )
            if len(routes):
                best = routes[weight[0, 0, routes].argmax()]
                kept[..., best] = weight[..., best]
    return kept


def _law(settings: CaseSettings, groups: int, network: Network, *, fine: bool, refuse: bool) -> Law:
    """Return what does not change, with bins of km done today: wider ones where a fast day or many classes need them."""
    bins = (FINE_TRAVEL if fine else TRAVEL) if settings.avoid_short_stints else 1
    fastest = float(max(network.roads.link_speed.max(initial=1.0), network.roads.walk_speed))
    cells = len(network.roads.node_place) * groups * bins * (2 if settings.start_on_foot else 1)
    width = max(FINE_KM if fine else fastest / DAY_BINS, fastest / max(8, MOST_CELLS // cells))
    return Law(
        speed=settings.max_move_speed,
        bin_km=width,
        km_bins=int(fastest / width) + 2,
        bins=bins,
        power=settings.weight_power,
        buffer=settings.capacity_buffer,
        prune=settings.pruning_threshold,
        restless=settings.avoid_short_stints,
        on_foot=settings.start_on_foot,
        groups=groups,
        slices=FINE_SLICES if fine else SLICES,
        refuse=refuse,
    )


def _eras(case: Case, calendar: Calendar, attraction: Attraction) -> Counts:
    """Return (day,) a number that changes whenever what holds on a day, whoever is where, does."""
    changed = np.zeros(case.days, bool)
    changed[:2] = True  # hunger counts from the second day
    for table in (
        calendar.leave,
        calendar.town,
        calendar.camp,
        calendar.conflict,
        calendar.decay,
        attraction.food,
        attraction.flood,
    ):
        changed[1:] |= (table[1:] != table[:-1]).any(axis=1)
    changed[1:] |= calendar.epoch[1:] != calendar.epoch[:-1]
    for closure in case.closures:
        for day in (closure.start, closure.end):
            if 0 <= day < case.days:
                changed[day] = True
    if case.settings.flood_forecaster:
        changed[:] = True
    return np.cumsum(changed)


def _floods(settings: CaseSettings, differences: Differences) -> str | None:
    read = settings.flood_section == "flood_driven_spawn_mode" or differences.floods
    return settings.flood_driven_spawning if settings.flood_zone_spawning_only and read else None


def _capacity(case: Case, differences: Differences) -> Floats:
    """Return (1, place) the capacity of camps in people on the first day, before scaling; -1 where there is no limit."""
    settings = case.settings
    capacity = np.full((1, len(case.places)), -1.0)
    data_driven = not (settings.conflict_driven_spawning or _floods(settings, differences))
    series = {one.name: one for one in case.series}
    for i, place in enumerate(case.places):
        if "camp" not in place.type.value or place.size is None:
            continue
        held = float(place.size // settings.hasten)
        one = series.get(place.name)
        if (
            held > 0
            and data_driven
            and settings.insert_day0
            and one is not None
            and not differences.keep_capacity
        ):
            held -= daily_stock(one, case.start, 1, hasten=settings.hasten)[0]
        capacity[0, i] = held
    return capacity
