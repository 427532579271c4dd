"""The ways along a leg: its official crossings, and one for all other ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bordercast import atlas
from bordercast.forecasting.crisis.facts import mentions, said_closed
from bordercast.forecasting.crisis.question import Question
from bordercast.vocabulary import Corridor, Draws, FlowEstimate, InvalidSetting

MENTION = 3.0  # weight of a claim that names a crossing, against 1 for a crossing nobody names; judgement
MOST_MENTIONS = 5  # a crossing that everybody writes about is not the only one that people use
SHUT = 0.02  # share left to a crossing that is said to be closed: the leak of a closure


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One way along a leg: ``crossing`` is None for ways that are no crossing of the atlas (air, through others).

    ``leg`` is the index of the leg in the estimate. ``region`` is the first-level region of the destination it leads
    into, by id; None where that cannot be said.
    """

    leg: int
    corridor: Corridor
    crossing: atlas.Crossing | None
    region: str | None

    @property
    def id(self) -> str:
        """A name for its luck: the direction and the crossing."""
        return f"{self.corridor} {self.crossing.id if self.crossing else 'other ways'}"


def doors_of(legs: Sequence[Corridor]) -> tuple[Door, ...]:
    """Return the doors of every leg, legs in order; each leg has at least one."""
    doors = []
    for number, leg in enumerate(legs):
        known = {leg.origin, leg.destination} <= country_codes()
        for crossing in atlas.crossings(leg.origin, leg.destination) if known else ():
            region = atlas.region_of(crossing.place, leg.destination)
            doors.append(
                Door(leg=number, corridor=leg, crossing=crossing, region=region.id if region else None)
            )
        doors.append(Door(leg=number, corridor=leg, crossing=None, region=None))
    return tuple(doors)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ways:
    """The doors of all legs and, shape ``(draw, door)``, the share of its leg that each carries."""

    doors: tuple[Door, ...]
    shares: Draws

    @property
    def legs(self) -> list[int]:
        """The leg of each door."""
        return [door.leg for door in self.doors]

    @property
    def other(self) -> NDArray[np.bool_]:
        """Whether each door stands for the ways that have no crossing."""
        return np.array([door.crossing is None for door in self.doors])

    @property
    def onward(self) -> NDArray[np.bool_]:
        """Whether each door is one by which people move on from where they had come to."""
        return np.array([door.corridor.onward for door in self.doors])

    def carried(self, flows: Draws) -> Draws:
        """Return what the doors carry of flows on legs: shape ``(draw, leg, day)`` to ``(draw, door, day)``."""
        carried: Draws = flows[:, self.legs] * self.shares[:, :, None]
        return carried


def ways_of(question: Question) -> Ways:
    """Return the doors of the estimate's legs and what share each carries: a guess with wide doubt.

    A Dirichlet draw per leg: a crossing (or its region) that claims name weighs more, one said to be closed hardly
    weighs. Claims about single crossings are not fitted here; the estimate is of whole legs.
    """
    doors = doors_of(question.estimate.legs)
    named, shut = mentions(question.claims), said_closed(question.borders)
    shares = np.empty((question.draws, len(doors)))
    for leg in sorted({door.leg for door in doors}):
        mine = [i for i, door in enumerate(doors) if door.leg == leg]
        weights = np.array([1.0 + MENTION * _mentions(doors[i], named) for i in mine])
        luck = question.luck(f"doors of {doors[mine[0]].corridor}")
        parts = luck.gamma(weights, size=(question.draws, len(mine)))
        parts *= [SHUT if _name(doors[i]) in shut else 1.0 for i in mine]
        parts = np.maximum(parts, 1e-12)
        shares[:, mine] = parts / parts.sum(axis=1, keepdims=True)
    return Ways(doors=doors, shares=shares)


def matching(where: str, doors: Sequence[Door], estimate: FlowEstimate) -> list[int]:
    """Return the indices of the doors that a place of a scenario means.

    Raises InvalidSetting, naming those there are, when it means none.
    """
    if where.startswith("crossing:"):
        found = [i for i, door in enumerate(doors) if door.crossing and door.crossing.id == where]
    else:
        pairs = _pairs(where, estimate)
        found = [
            i for i, door in enumerate(doors) if (door.corridor.origin, door.corridor.destination) in pairs
        ]
    if not found:
        known = ", ".join(sorted({str(c) for c in estimate.corridors}))
        raise InvalidSetting(
            f"The scenario changes {where}, which the estimate of {estimate.as_of} does not have. Choose one of: {known}; "
            "or an official crossing of one of these."
        )
    return found


def _pairs(where: str, estimate: FlowEstimate) -> set[tuple[str, str]]:
    a, both, b = where.partition("<>")
    if both:
        return _pairs(f"{a}>{b}", estimate) | _pairs(f"{b}>{a}", estimate)
    origin, _, destination = where.partition(">")
    ends = {destination}
    for total in estimate.totals:
        if (total.origin, total.destination) == (origin, destination):
            ends |= set(total.members)
    return {
        (leg.origin, leg.destination)
        for leg in estimate.legs
        if origin in (leg.origin, "ANY") and (destination == "ANY" or leg.destination in ends)
    }


def _mentions(door: Door, count: Mapping[str, int]) -> int:
    named = count.get(door.crossing.id, 0) if door.crossing else 0
    near = count.get(door.region, 0) if door.region else 0
    return min(MOST_MENTIONS, named + min(1, near))


def _name(door: Door) -> str:
    return door.crossing.id if door.crossing else ""


@cache
def country_codes() -> frozenset[str]:
    """Return the codes of all countries of the atlas; ANY, OTHER and groups are none."""
    return frozenset(one.iso3 for one in atlas.countries())
