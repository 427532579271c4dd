"""How strongly places draw people, and how likely they are to leave: scores, weights of routes, hunger and floods."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.flee.calendar import Calendar
from bordercast.forecasting.flee.differences import Differences
from bordercast.forecasting.flee.groups import Group, squared
from bordercast.forecasting.flee.roads import Floats, Network
from bordercast.vocabulary import Case, CaseTable

EARTH_KM = 6373.0  # Flee's radius of the earth


@dataclass(frozen=True, slots=True)
class Attraction:
    """What a case says about places, ready to be weighed on a day."""

    case: Case
    calendar: Calendar
    network: Network
    groups: tuple[Group, ...]
    foreign: NDArray[np.bool_]
    steady: Floats
    """(place,) what no day changes: the foreign weight, and economic pull."""
    food: Floats
    """(day, place) share in critical food need, 0 where unknown."""
    flood: NDArray[np.int64]
    """(day, place) flood level, 0 where none."""
    home: Floats
    """(route,) factor for staying close, 1 where the setting is off."""
    awareness: int
    calm_is_calm: bool
    """Whether a forecast without a flood leaves chances as they are; in Flee it makes them 0."""

    def scores(self, t: int) -> Floats:
        """Return (place,) scores of day ``t``, before anything that depends on the person."""
        settings, calendar = self.case.settings, self.calendar
        score = self.steady * np.where(calendar.camp[t], settings.camp_weight, 1.0)
        troubled = calendar.conflict[t] > 0
        score[troubled] *= settings.conflict_weight ** (calendar.decay[t] * calendar.conflict[t])[troubled]
        if settings.avoid_food_deprived_locations and t > 0:
            score = score * np.where(self.foreign, 1.0, 1.0 - self.food[t] ** 2)
        return score

    def weights(self, t: int, population: Floats, tallies: Floats | None, drawn: Floats) -> Floats:
        """Return (1 or member, group, route) weights of known routes, before the room that is left where they end.

        ``population`` (1 or member, place); ``tallies`` (member, group, place) people of each group in each place, when a
        rule asks for them; ``drawn`` (1 or member, place) a factor on scores, 1 for Flee.
        """
        settings, network = self.case.settings, self.network
        final = network.roads.route_final
        far = settings.softening + network.route_km
        if self.awareness == -1:
            return np.ones((1, len(self.groups), len(final)))
        score = np.ones(len(self.steady)) if self.awareness == 0 else self.scores(t)
        per_group = np.stack([squared(group, score) for group in self.groups])[None]
        if self.awareness != 0:
            per_group = per_group * self._by_person(t, population, tallies) * drawn[:, None, :]
        attraction = (
            settings.weight_softening + per_group[:, :, final] * self.home
        ) / far**settings.distance_power
        return np.ascontiguousarray(attraction**settings.weight_power)

    def _by_person(self, t: int, population: Floats, tallies: Floats | None) -> Floats:
        """Return (1 or member, group, place) the factors that follow floods, groups and population."""
        settings, calendar = self.case.settings, self.calendar
        factor = np.ones((1, 1, len(self.steady)))
        if settings.flood_rules and settings.flood_loc_weights:
            factor = factor * np.where(
                self.flood[t] > 0, _entry(settings.flood_loc_weights, self.flood[t]), 1.0
            )
        camp = calendar.camp[t]
        troubled = ~camp & (calendar.conflict[t] > 0)
        if tallies is not None:
            people = np.where(population < 1.0, 1e8, population)[:, None, :]
            same = self._alike(tallies, "ethnicity") / people * 10.0
            matched = (camp & settings.match_camp_ethnicity) | (troubled & settings.match_conflict_ethnicity)
            matched |= ~camp & ~troubled & settings.match_town_ethnicity
            factor = np.where(matched, factor * same, factor)
            if settings.match_camp_religion:
                kin = self._alike(tallies, "religion") / people / settings.avg_religion_fraction
                factor = np.where(camp, factor * kin, factor)
        if settings.use_pop_for_loc_weight:
            size = np.maximum(1.0, population)[:, None, :] ** settings.pop_power_for_loc_weight
            factor = np.where(camp, factor, factor * size)
        return factor

    def _alike(self, tallies: Floats, trait: str) -> Floats:
        """Return (member, group, place) people in each place who share a group's trait."""
        traits = [getattr(group, trait) for group in self.groups]
        same = np.array([[a == b for b in traits] for a in traits], float)
        return np.einsum("gh,mhp->mgp", same, tallies)

    def leaving(self, t: int, population: Floats) -> Floats:
        """Return (1 or member, 1 or group, place) the chance to leave on day ``t``."""
        settings = self.case.settings
        chance = self.calendar.leave[t][None, None]
        if settings.movechance_pop_scale_factor and settings.take_from_population:
            start = np.maximum([float((p.size or 0) // settings.hasten) for p in self.case.places], 1.0)
            chance = np.minimum(
                chance
                * (np.maximum(population, 1.0)[:, None] / start) ** settings.movechance_pop_scale_factor,
                1.0,
            )
        if settings.flee_when_starving:
            chance = self.food[t] + (1.0 - self.food[t]) * chance
        if settings.flood_rules and settings.flood_movechances:
            chance = np.where(self.flood[t] > 0, _entry(settings.flood_movechances, self.flood[t]), chance)
        if settings.flood_forecaster:
            chance = chance * self._forecast(t)
        return np.ascontiguousarray(np.clip(chance, 0.0, 1.0))

    def _forecast(self, t: int) -> Floats:
        """Return (1, group, place) what knowing of coming floods does: the mean weight of the days ahead, by awareness."""
        settings = self.case.settings
        ahead, until = settings.flood_forecaster_timescale, settings.flood_forecaster_end_time
        if ahead <= 1 or t > until or not settings.flood_loc_weights:
            return np.ones((1, 1, 1))
        total = np.zeros(len(self.steady))
        for step in range(1, ahead + 1):
            day = min(t + step, until, len(self.flood) - 1)
            importance = _entry(settings.flood_forecaster_weights or (1.0,), np.array([day]))[0]
            total += np.where(
                self.flood[day] > 0, _entry(settings.flood_loc_weights, self.flood[day]) * importance, 0.0
            )
            if day == until:
                break
        aware = _entry(
            settings.flood_awareness_weights or (1.0,), np.array([g.flood_awareness for g in self.groups])
        )
        factor = aware[None, :, None] * (total / ahead)[None, None, :]
        return np.where(total > 0, factor, 1.0) if self.calm_is_calm else factor


def attraction_of(
    case: Case,
    calendar: Calendar,
    network: Network,
    groups: tuple[Group, ...],
    differences: Differences,
    awareness: int,
) -> Attraction:
    """Return the attraction of a case under the rules."""
    settings = case.settings
    foreign = np.array([place.country != case.home for place in case.places])
    steady = np.where(foreign, settings.foreign_weight, 1.0)
    if settings.use_economic_pull:
        pull = np.array([1.0 + p.number("trade_volume") + p.number("hdi") ** 2 for p in case.places])
        steady = np.where(foreign, steady * pull, steady)
    regions = [place.region for place in case.places]
    names = [place.name for place in case.places]
    return Attraction(
        case=case,
        calendar=calendar,
        network=network,
        groups=groups,
        foreign=foreign,
        steady=steady,
        food=_linear(case.food, regions, case.days) / 100.0,
        flood=_levels(case.flood, names, case.days),
        home=_closeness(case, network, differences),
        awareness=awareness,
        calm_is_calm=differences.floods,
    )


def _entry(values: tuple[float, ...], level: NDArray[np.int64]) -> Floats:
    """Return the entries of a list at whole levels, the last for levels beyond it."""
    return np.asarray(values, np.float64)[np.clip(level, 0, len(values) - 1)]


def _linear(table: CaseTable | None, names: list[str], days: int) -> Floats:
    if table is None or not table.days:
        return np.zeros((days, len(names)))
    by_name = {
        name: np.interp(np.arange(days), table.days, table.values[:, i]) for i, name in enumerate(table.names)
    }
    return np.column_stack([by_name.get(name, np.zeros(days)) for name in names])


def _levels(table: CaseTable | None, names: list[str], days: int) -> NDArray[np.int64]:
    levels = np.zeros((days, len(names)), np.int64)
    if table is not None and len(table.values):
        for i, name in enumerate(table.names):
            there = table.values[:days, i].astype(np.int64)
            levels[: len(there), names.index(name)] = there
            levels[len(there) :, names.index(name)] = there[-1]
    return levels


def _closeness(case: Case, network: Network, differences: Differences) -> Floats:
    """Return (route,) how much nearness, as the crow flies, adds to a route's end."""
    if not case.settings.stay_close_to_home:
        return np.ones(len(network.route_km))
    lat = np.radians([place.lat or 0.0 for place in case.places])
    lon = np.radians([place.lon or 0.0 for place in case.places])
    if not differences.coordinates:
        lat, lon = lon, lat
    start = network.link_ends[network.route_links[:, 0], 0]
    end = network.roads.route_final
    chord = np.sin((lat[end] - lat[start]) / 2) ** 2
    chord += np.cos(lat[start]) * np.cos(lat[end]) * np.sin((lon[end] - lon[start]) / 2) ** 2
    km = EARTH_KM * 2 * np.arctan2(np.sqrt(chord), np.sqrt(1 - chord))
    return 1.0 / np.maximum(1.0, km) ** case.settings.home_distance_power
