"""Who comes into the simulation, where, and of which group: the people of the first day and the displaced of each day."""

from dataclasses import dataclass

import numpy as np

from bordercast.forecasting.flee.attraction import Attraction
from bordercast.forecasting.flee.calendar import Calendar
from bordercast.forecasting.flee.roads import Floats
from bordercast.forecasting.movement import Counts, World, multinomials, poissons
from bordercast.vocabulary import Case


@dataclass(slots=True)
class Displaced:
    """Places the displaced of the day in the places they flee from."""

    case: Case
    calendar: Calendar
    attraction: Attraction
    shares: Floats
    """(place, group)"""
    inflow: Counts
    """(1 or member, day) people to place when the counts say how many."""
    population: Floats
    """(1 or member, place) inhabitants, less those taken."""
    step: int
    """Classes of a group."""
    arrived: Counts
    """(member,) people placed today."""
    floods: str | None = None
    """How floods displace people, if they do."""
    name: str = "displaced"

    def __call__(self, world: World) -> None:
        """Place people at the roots of places, in the first class of their group."""
        coming = self._coming(world, world.day)
        if self.case.settings.take_from_population:
            self.population = np.maximum(self.population - coming, 0.0)
        place_people(world, coming, self.shares, self.step, f"{self.name}/group")
        self.arrived = coming.sum(axis=1)

    def _coming(self, world: World, t: int) -> Counts:
        """Return (member, place) how many are displaced today."""
        settings = self.case.settings
        places = self.population.shape[1]
        if settings.conflict_driven_spawning:
            rate = np.where(self.calendar.conflict[t] > 0, self.calendar.conflict[t], 0.0) * (
                settings.displaced_per_conflict_day or 0.0
            )
            return self._at_rate(world, settings.conflict_driven_spawning, rate[None])
        if self.floods:
            level = self.attraction.flood[t]
            per_level = np.asarray(settings.displaced_per_flood_day)
            rate = np.where(level > 0, per_level[np.clip(level, 0, len(per_level) - 1)], 0.0)
            return self._at_rate(world, self.floods, rate[None])
        weights = self.population * self.calendar.source[t]
        if settings.starvation_driven_spawning:
            allowed = (
                (self.calendar.conflict[t] > 0)
                if settings.conflict_zone_spawning_only
                else np.ones(places, bool)
            )
            weights = weights + np.where(allowed, self.population * self.attraction.food[t], 0.0)
        return multinomials(self.inflow[:, t], weights, world.keys(self.name))

    def _at_rate(self, world: World, mode: str, rate: Floats) -> Counts:
        if mode == "poisson":
            return poissons(rate, world.keys(self.name, rate.shape[1]))
        people = np.trunc(rate * self.population if mode == "pop_ratio" else rate).astype(np.int64)
        return np.broadcast_to(people, (world.members, people.shape[1]))


def place_people(world: World, coming: Counts, shares: Floats, step: int, luck: str) -> None:
    """Add people (member, place) to the roots of their places, divided among groups by ``shares`` (place, group)."""
    places = coming.shape[1]
    at = world.pools["place"]
    if shares.shape[1] == 1:
        at[:, :places, 0] += coming
    else:
        at[:, :places, : shares.shape[1] * step : step] += multinomials(
            coming, shares, world.keys(luck, places)
        )
    world.entered += coming.sum(axis=1)
