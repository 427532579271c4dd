"""Everything the rules of a run read and none of them changes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.crisis.attraction import Attraction
from bordercast.forecasting.crisis.doors import Door, Ways
from bordercast.forecasting.crisis.settle import Settled
from bordercast.forecasting.crisis.shelter import Shelter
from bordercast.vocabulary import Draws

Array = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Network:
    """One run. The ``door`` axis is that of ``ways.doors``, the ``host`` axis that of ``hosts``.

    ``flows`` are those of the legs as things stand, ``(draw, leg, day)``. ``intensity`` persons a day that set out from
    home for each door, ``hazard`` the chance a day that somebody present in a host moves on by each: ``(draw, door,
    day)``. ``throughput`` persons a day, ``(draw, door, day)``. ``queue`` persons in the queue of today, ``wait`` the wait of
    today in days, ``patience`` in days: ``(draw, door)``. ``present`` people in each host today, ``(draw, host)``.
    ``claims`` are the ids behind a door (by its id) or a shelter (by its place).
    """

    ways: Ways
    settled: Settled
    attraction: Attraction
    flows: Draws
    intensity: Array
    hazard: Array
    throughput: Array
    queue: Counts
    wait: Array
    patience: Array
    hosts: tuple[str, ...]
    present: Counts
    shelter: Shelter
    claims: Mapping[str, tuple[str, ...]]

    @property
    def doors(self) -> tuple[Door, ...]:
        """The doors of all legs."""
        return self.ways.doors

    def onward_from(self, host: int) -> NDArray[np.int64]:
        """Doors by which people present in a host move on."""
        code = self.hosts[host]
        return np.array(
            [i for i, d in enumerate(self.doors) if d.corridor.onward and d.corridor.origin == code],
            dtype=np.int64,
        )

    def host_into(self) -> NDArray[np.int64]:
        """The host each door leads to; -1 where it leads out of the picture, such as back home."""
        index = {code: i for i, code in enumerate(self.hosts)}
        return np.array([index.get(door.corridor.destination, -1) for door in self.doors], dtype=np.int64)
