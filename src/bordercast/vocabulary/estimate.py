"""How many people moved along each corridor on each day, as draws."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary.errors import InvalidNoun

ANYWHERE = "ANY"  # destination of a total over all legs out of a country
ELSEWHERE = "OTHER"  # destination of the leg for countries nobody named

Draws = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Corridor:
    """``origin > destination`` by country code; onward when the people had arrived in ``origin`` from elsewhere.

    ``members`` is empty for a leg, and lists the summed destinations for a total such as RUS > EU or RUS > ANY.
    """

    origin: str
    destination: str
    onward: bool = False
    members: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return ``RUS>KAZ``."""
        return f"{self.origin}>{self.destination}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FlowEstimate:
    """Persons per day on every leg, known as of a day.

    ``draws`` has shape ``(draw, leg, day)``, time last, legs in the order of ``legs`` and days in the order of
    ``days`` (the last is ``as_of``). ``totals`` are sums over legs. ``informed[leg]`` is the share of the prior
    variance of the leg's total that the claims removed: near 0 the row is mostly prior and must say so.
    """

    as_of: date
    legs: tuple[Corridor, ...]
    totals: tuple[Corridor, ...]
    days: tuple[date, ...]
    draws: Draws
    informed: tuple[float, ...]
    method: str

    def __post_init__(self) -> None:
        if self.draws.shape[1:] != (len(self.legs), len(self.days)):
            raise InvalidNoun(
                f"Draws of shape {self.draws.shape} do not fit {len(self.legs)} legs x {len(self.days)} days. "
                "The shape is (draw, leg, day)."
            )
        pairs = [(c.origin, c.destination) for c in self.corridors]
        if len(set(pairs)) != len(pairs):
            raise InvalidNoun(
                "An estimate names a corridor twice: people who leave a country have either lived there or moved on "
                "through it. Check which claims are onward."
            )
        if not np.isfinite(self.draws).all() or (self.draws < 0).any():
            raise InvalidNoun("Draws must be finite and not negative: persons per day. Check the fit.")

    @property
    def corridors(self) -> tuple[Corridor, ...]:
        """Legs, then totals."""
        return self.legs + self.totals

    def of(self, corridor: Corridor) -> Draws:
        """Return persons per day on a leg or total, shape ``(draw, day)``; KeyError for an unknown corridor."""
        if corridor in self.legs:
            return self.draws[:, self.legs.index(corridor), :]
        if corridor not in self.totals:
            raise KeyError(str(corridor))
        parts = [
            i
            for i, leg in enumerate(self.legs)
            if leg.origin == corridor.origin
            and leg.onward == corridor.onward
            and leg.destination in corridor.members
        ]
        total: Draws = self.draws[:, parts, :].sum(axis=1)
        return total

    def named(self, origin: str, destination: str) -> Corridor:
        """Return the corridor of two codes; KeyError when the estimate has none."""
        for corridor in self.corridors:
            if (corridor.origin, corridor.destination) == (origin, destination):
                return corridor
        raise KeyError(f"{origin}>{destination}")
