"""What is asked, and the luck and the assumptions it brings: everything the parts of a network are made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import BorderTimeline, Chance, Claim, FlowEstimate, Scenario


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """A scenario asked of an estimate for some days, with what claims and borders say."""

    estimate: FlowEstimate
    scenario: Scenario
    claims: Sequence[Claim]
    borders: Sequence[BorderTimeline]
    days: tuple[date, ...]
    chance: Chance

    @property
    def draws(self) -> int:
        """How many draws the estimate has."""
        return int(self.estimate.draws.shape[0])

    def assumed(self, name: str, of: str = "") -> NDArray[np.float64]:
        """Return an assumption in every draw, shape ``(draw,)``; another scenario's figure has the same luck.

        ``of`` names a thing that has the assumption to itself, such as the headroom of one door.
        """
        figure = getattr(self.scenario.assumptions, name)
        luck = self.luck(f"assume {name} {of}").random(self.draws)
        drawn: NDArray[np.float64] = figure.low + (figure.high - figure.low) * luck
        return drawn

    def luck(self, name: str) -> np.random.Generator:
        """Return the stream of chance of a name."""
        return self.chance.named(name)
