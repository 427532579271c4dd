"""Flee's law moved one person at a time, written from its description alone, to compare the counts with.

Slow and plain on purpose: no arrays, no classes of people, no slices. It knows nothing of the package but the nouns.
"""

import random
from dataclasses import dataclass, field

from bordercast.vocabulary import Case, ClosureKind, PlaceType


@dataclass
class Place:
    name: str
    type: PlaceType
    leave: float
    score: float
    capacity: float
    links: list = field(default_factory=list)
    people: int = 0


@dataclass
class Link:
    start: Place
    end: Place
    km: float
    speed: float
    walk: float
    closed: bool = False


@dataclass
class Person:
    at: Place | Link
    km: float = 0.0
    moved: float = 0.0
    recent: float = 0.0
    places: int = 1
    route: list = field(default_factory=list)


class PersonByPerson:
    """A run of a case in which people start in the first place, ``coming`` of them each day."""

    def __init__(self, case: Case, coming: list[int], seed: int):
        self.case, self.coming, self.luck = case, coming, random.Random(seed)
        s = case.settings
        chances = {
            PlaceType.CAMP: s.camp_movechance,
            PlaceType.TOWN: s.default_movechance,
            PlaceType.CONFLICT: s.conflict_movechance,
        }
        self.places = {
            p.name: Place(
                p.name,
                p.type,
                chances.get(p.type, 1.0),
                (s.foreign_weight if p.country != case.home else 1.0)
                * (s.camp_weight if p.type is PlaceType.CAMP else 1.0)
                * (s.conflict_weight if p.type is PlaceType.CONFLICT else 1.0),
                (p.size or 0) * s.capacity_scaling if p.type is PlaceType.CAMP else -1.0,
            )
            for p in case.places
        }
        for route in case.routes:
            a, b = (self.places[end] for end in route.ends)
            for start, end in ((a, b), (b, a)):
                start.links.append(
                    Link(start, end, route.km, route.speed or s.max_move_speed, route.walk_probability)
                )
        self.shelf: list[Link] = []
        self.people: list[Person] = []

    def run(self) -> list[dict[str, int]]:
        """Return people in every place on the evening of every day."""
        evenings = []
        for day in range(self.case.days):
            for _ in range(self.coming[day]):
                first = self.places[self.case.places[0].name]
                first.people += 1
                self.people.append(Person(first))
            self.close(day)
            for person in self.people:
                self.decide(person, forced=False)
            for person in self.people:
                self.travel(person)
            for person in self.people:
                person.recent = (person.recent + person.moved / self.case.settings.max_move_speed) / 2
                person.moved = 0.0
            evenings.append({name: place.people for name, place in self.places.items()})
        return evenings

    def close(self, day: int) -> None:
        for closure in self.case.closures:
            assert closure.kind is ClosureKind.COUNTRY
            pair = {closure.first, closure.second}
            country = {p.name: p.country for p in self.case.places}
            if day == closure.start:
                for place in self.places.values():
                    for link in [
                        k for k in place.links if {country[k.start.name], country[k.end.name]} == pair
                    ]:
                        place.links.remove(link)
                        link.closed = True
                        self.shelf.append(Link(link.start, link.end, link.km, link.speed, link.walk))
            if day == closure.end:
                for link in self.shelf:
                    link.start.links.append(link)
                self.shelf = []

    def room(self, place: Place) -> float:
        buffer = self.case.settings.capacity_buffer
        if place.capacity < 1 or place.people <= buffer * place.capacity:
            return 1.0
        return max(0.0, 1 - (place.people - buffer * place.capacity) / (place.capacity * (1 - buffer)))

    def routes(self, link: Link, before: float, visited: list, step: int) -> list:
        s = self.case.settings
        found = []
        if link.end.type is PlaceType.MARKER:
            step -= 1
        else:
            weight = (s.weight_softening + link.end.score) / (
                s.softening + link.km + before
            ) ** s.distance_power
            found.append(((weight * self.room(link.end)) ** s.weight_power, [*visited, link.end.name][1:]))
        if s.awareness_level > step:
            for onward in link.end.links:
                if onward.end.name not in visited:
                    found += self.routes(onward, before + link.km, [*visited, link.end.name], step + 1)
        return found

    def decide(self, person: Person, *, forced: bool) -> None:
        place = person.at
        if isinstance(place, Link):
            return
        chance = 1.0 if (forced and place.type is PlaceType.TOWN) or person.route else place.leave
        if self.luck.random() >= chance:
            return
        if not person.route:
            known = [r for link in place.links for r in self.routes(link, 0.0, [place.name], 1)]
            if not known:
                return
            weights = [w for w, _ in known]
            if sum(weights) <= 0:
                weights = [1.0] * len(known)
            person.route = list(self.luck.choices(known, weights=weights)[0][1])
        link = next((k for k in place.links if k.end.name == person.route[0]), None)
        final = self.places[person.route[-1]]
        if link is None or (final.type is PlaceType.CAMP and self.room(final) < 0.5):
            person.route = []
            return
        person.route.pop(0)
        place.people -= 1
        person.at, person.km = link, 0.0

    def travel(self, person: Person) -> None:
        link, s = person.at, self.case.settings
        if isinstance(link, Place):
            return
        speed = link.speed
        if (person.places == 1 and s.start_on_foot) or self.luck.random() < link.walk:
            speed = s.max_walk_speed
        person.km += speed
        person.moved += speed
        if person.km <= link.km:
            return
        person.places += 1
        person.moved -= person.km - link.km
        person.at = link.start if link.closed else link.end
        person.at.people += 1
        if not link.closed and person.moved < speed:
            forced = s.avoid_short_stints and (person.recent + person.moved / s.max_move_speed) / 2 < 0.5
            self.decide(person, forced=forced)
            self.travel(person)
