"""The answer to what if: where people would move, wait and stay in the days to come, as draws."""

from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary.errors import InvalidNoun
from bordercast.vocabulary.estimate import Corridor, Draws
from bordercast.vocabulary.scenario import Scenario


def _none() -> Draws:
    return np.empty((0, 0))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CrossingPath:
    """One official crossing in one direction. Every array has shape ``(draw, day)``.

    ``passed`` persons a day; ``queue`` persons waiting there at the end of the day; ``wait_hours`` how long the last
    of them would wait; ``throughput`` persons the crossing could pass that day. ``claims`` are the ids of the claims
    that throughput and queue were read from; empty when both are assumed.
    """

    id: str
    name: str
    origin: str
    destination: str
    passed: Draws
    queue: Draws
    wait_hours: Draws
    throughput: Draws
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ShelterPath:
    """Shelter in a country or first-level region. Arrays have shape ``(draw, day)``, at the end of the day.

    ``occupied`` never exceeds ``beds``; ``without`` are people who needed a bed that day and found none.
    ``days_until_full`` has shape ``(draw,)``: the first evening on which no bed would be free, counted from 1, and
    infinity where that is beyond the horizon. ``claims`` are empty when all that is known of it is the scenario's.
    """

    id: str
    name: str
    country: str
    beds: Draws
    occupied: Draws
    without: Draws
    days_until_full: NDArray[np.float64]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projection:
    """Persons per day after ``as_of`` under a scenario.

    ``draws`` has shape ``(draw, leg, day)``, like the estimate it starts from; draw i of two projections of one
    estimate shares its noise, so their difference is the scenario. ``waiting`` has shape ``(draw, day)``: people
    stopped, or turned away by a queue, who took no other way, at the end of the day. People in the queue of a
    crossing are not among them. ``present`` has shape ``(draw, host, day)``: people who came into each of ``hosts`` and
    have not moved on. ``onset`` has shape ``(draw, change)`` in the order of ``scenario.every_change``: the
    index in ``days`` of the first day the change holds, and -1 where it never does. ``notes`` say what had to be assumed.
    """

    scenario: Scenario
    as_of: date
    legs: tuple[Corridor, ...]
    totals: tuple[Corridor, ...]
    days: tuple[date, ...]
    draws: Draws
    waiting: Draws
    method: str
    crossings: tuple[CrossingPath, ...] = ()
    shelters: tuple[ShelterPath, ...] = ()
    hosts: tuple[str, ...] = ()
    present: Draws = field(default_factory=_none)
    onset: NDArray[np.int64] = field(default_factory=lambda: np.empty((0, 0), dtype=np.int64))
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.draws.shape[1:] != (len(self.legs), len(self.days)):
            raise InvalidNoun(
                f"Draws of shape {self.draws.shape} do not fit {len(self.legs)} legs x {len(self.days)} days. "
                "The shape is (draw, leg, day)."
            )
        if not np.isfinite(self.draws).all() or (self.draws < 0).any():
            raise InvalidNoun("Draws must be finite and not negative: persons per day. Check the projection.")

    def of(self, corridor: Corridor) -> Draws:
        """Return persons per day on a leg or total, shape ``(draw, day)``."""
        parts = [
            i
            for i, leg in enumerate(self.legs)
            if leg.origin == corridor.origin
            and leg.onward == corridor.onward
            and leg.destination in (corridor.members or (corridor.destination,))
        ]
        total: Draws = self.draws[:, parts, :].sum(axis=1)
        return total
