"""What if: the scenario somebody asks about, and the projection that answers it."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from bordercast.vocabulary.errors import InvalidNoun
from bordercast.vocabulary.estimate import Corridor, Draws


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """``close CORRIDOR from DATE``: the leg is shut from ``start`` to ``until`` (included; None = the horizon).

    ``leak`` is the share that still gets through. ``rerouted`` is the share of the people stopped who take
    another corridor out of the same country; the rest wait.
    """

    origin: str
    destination: str
    start: date
    until: date | None = None
    leak: float = 0.02
    rerouted: float = 0.7

    def __post_init__(self) -> None:
        if not (0 <= self.leak <= 1 and 0 <= self.rerouted <= 1):
            raise InvalidNoun(
                f"A closure of {self.origin}>{self.destination} has leak {self.leak} and rerouted {self.rerouted}. "
                "Both are shares between 0 and 1."
            )
        if self.until is not None and self.until < self.start:
            raise InvalidNoun(
                f"A closure of {self.origin}>{self.destination} ends on {self.until}, before it starts on {self.start}. "
                "Swap or correct the dates."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A named set of closures; with none it is the forecast as things stand."""

    name: str = "as things stand"
    closures: tuple[Closure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projection:
    """Persons per day after ``as_of`` under a scenario.

    ``draws`` has shape ``(draw, leg, day)``, like the estimate it starts from; draw i of two projections of one
    estimate shares its noise, so their difference is the scenario. ``waiting`` has shape ``(draw, day)``: people
    stopped by a closure who took no other corridor, summed over the days so far.
    """

    scenario: Scenario
    as_of: date
    legs: tuple[Corridor, ...]
    totals: tuple[Corridor, ...]
    days: tuple[date, ...]
    draws: Draws
    waiting: Draws
    method: str

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
