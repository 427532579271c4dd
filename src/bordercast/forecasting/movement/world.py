"""People as counts, rules that move them, and the days that pass."""

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.movement.arrays import Counts, Keys
from bordercast.forecasting.movement.compiled import compiled
from bordercast.forecasting.movement.draws import keyed
from bordercast.vocabulary import InvalidNoun


@dataclass(slots=True, kw_only=True)
class World:
    """The people of every member on one day. Arrays are plain numpy, to be read and written.

    ``pools`` are named arrays of counts whose first axis is the member; what the other axes mean is the rules' own.
    Every person is in exactly one cell of one pool. ``entered`` and ``gone`` (shape ``(member,)``) count those who
    came into the world and left it since ``day`` was 0; ``begun`` those who were there from the start.
    """

    seed: int
    day: int
    pools: dict[str, Counts]
    begun: Counts
    entered: Counts
    gone: Counts
    names: NDArray[np.int64] = field(repr=False)
    """(member,) The number under which a member draws its luck; a copy of a member takes a new one."""

    @classmethod
    def start(cls, pools: Mapping[str, Counts], *, seed: int, day: int = 0) -> Self:
        """Return a world holding copies of these pools."""
        held = {name: np.array(pool, np.int64) for name, pool in pools.items()}
        members = {pool.shape[0] for pool in held.values()}
        if len(members) != 1:
            raise InvalidNoun(
                f"Pools of {sorted(members)} members cannot be one world. The first axis is the member. Give all the same."
            )
        zero = np.zeros(members.pop(), np.int64)
        world = cls(
            seed=seed, day=day, pools=held, begun=zero, entered=zero.copy(), gone=zero.copy(), names=np.arange(zero.size)
        )  # fmt: skip
        world.begun = world.people()
        return world

    @property
    def members(self) -> int:
        """How many members there are."""
        return self.names.size

    def people(self) -> Counts:
        """Return how many people are in the world, per member."""
        total = np.zeros(self.members, np.int64)
        for pool in self.pools.values():
            total += pool.reshape(pool.shape[0], -1).sum(axis=1)
        return total

    def keys(self, rule: str, *shape: int) -> Keys:
        """Return a key for each (member, *shape), made of the seed, member, day, the rule's name and the cell.

        A rule asks for its own name, so that adding one leaves the luck of the others untouched. A rule that draws
        twice in a day uses two names, such as ``"queue"`` and ``"queue/class"``.
        """
        return _keys(np.uint64(_root(self.seed, rule)), self.day, self.names, math.prod(shape)).reshape(
            self.members, *shape
        )

    def resample(self, chosen: NDArray[np.int64]) -> None:
        """Let member ``i`` go on as a copy of member ``chosen[i]``, with its own luck from here on."""
        for name, pool in self.pools.items():
            self.pools[name] = pool[chosen]
        self.begun, self.entered, self.gone = self.begun[chosen], self.entered[chosen], self.gone[chosen]

    def check(self, after: str) -> None:
        """Raise if anybody was lost, made, or counted below zero."""
        missing = self.begun + self.entered - self.gone - self.people()
        if missing.any() or any((pool < 0).any() for pool in self.pools.values()):
            raise InvalidNoun(
                f"After the rule {after!r} of day {self.day}, {missing.tolist()[:5]} people were missing (per member), or a count "
                "was below zero. People are moved, not made. A rule takes from one cell what it gives another, "
                "and tells `entered` and `gone`."
            )


class Rule(Protocol):
    """Something that happens every day: a small object with a name, changing the world it is given."""

    @property
    def name(self) -> str:
        """The name, from which the rule's luck comes."""
        ...

    def __call__(self, world: World) -> None:
        """Move people of the world's day."""
        ...


def step(world: World, rules: Iterable[Rule]) -> None:
    """Let one day pass: apply the rules in order, check after each that nobody was lost, and turn the page."""
    for rule in rules:
        rule(world)
        world.check(rule.name)
    world.day += 1


def _root(seed: int, rule: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{seed}:{rule}".encode(), digest_size=8).digest(), "big")


@compiled
def _keys(root: np.uint64, day: int, names: NDArray[np.int64], cells: int) -> Keys:
    out = np.empty(names.size * cells, np.uint64)
    today = keyed(root, day)
    for i in range(names.size):
        member = keyed(today, names[i])
        for j in range(cells):
            out[i * cells + j] = keyed(member, j)
    return out
