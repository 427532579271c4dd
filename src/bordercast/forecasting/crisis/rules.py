"""The rules of a day, in order: set out, be stopped, queue, choose again, pass, arrive, leave the shelter.

The pools, with axes after the member: ``heading``, ``turned``, ``queue``, ``waiting`` (door), ``arriving`` (door), ``host``
(host), ``sheltered`` (site). ``heading``, ``turned`` and ``arriving`` are empty at the end of a day.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.crisis.network import Network
from bordercast.forecasting.movement import World, binomials, multinomials, poissons, uniforms

Array = NDArray[np.float64]
Counts = NDArray[np.int64]

RELEASE = 0.25  # share of those waiting who try again each day once the way is open; judgement
REROUTED = 0.7  # of those whom a queue turns away, who look for another way; as for a closure, judgement


@dataclass(slots=True, eq=False)
class SetOut:
    """People leave home, or the country they had come to, for the door they would take as things stand."""

    net: Network
    name: str = "set out"

    def __call__(self, world: World) -> None:
        """Move from nowhere (home) and from hosts and shelters to ``heading``."""
        net, day = self.net, world.day
        heading = world.pools["heading"]
        leaving = poissons(net.intensity[:, :, day], world.keys(self.name, len(net.doors)))
        heading += leaving
        world.entered += leaving.sum(axis=1)
        for host in range(len(net.hosts)):
            doors = net.onward_from(host)
            if doors.size:
                sites = np.flatnonzero(net.shelter.host == host)
                self._onward(world, world.pools["host"][:, host], doors, net.hosts[host])
                for site in sites:
                    self._onward(world, world.pools["sheltered"][:, site], doors, net.shelter.sites[site])

    def _onward(self, world: World, people: Counts, doors: NDArray[np.int64], where: str) -> None:
        chances = self.net.hazard[:, doors, world.day]
        stay = np.maximum(0.0, 1.0 - chances.sum(axis=1, keepdims=True))
        keys = world.keys(f"{self.name} from {where}")
        going = multinomials(people, np.concatenate([chances, stay], axis=1), keys)[:, :-1]
        people -= going.sum(axis=1)
        world.pools["heading"][:, doors] += going


@dataclass(slots=True, eq=False)
class TryAgain:
    """Of those waiting at a door where nothing stands any more, some set out again."""

    net: Network
    name: str = "try again"

    def __call__(self, world: World) -> None:
        """Move from ``waiting`` to ``heading``."""
        open_ = self.net.settled.stop[:, :, world.day] <= 0
        waiting = world.pools["waiting"]
        again = binomials(waiting, RELEASE * open_, world.keys(self.name, waiting.shape[1]))
        waiting -= again
        world.pools["heading"] += again


@dataclass(slots=True, eq=False)
class Stop:
    """What stands at a door stops its share of those who come, and of those in its queue when it grows stricter."""

    net: Network
    name: str = "stop"

    def __call__(self, world: World) -> None:
        """Move from ``heading`` and ``queue`` to ``turned``."""
        stop = self.net.settled.stop[:, :, world.day]
        heading, queue, turned = (world.pools[p] for p in ("heading", "queue", "turned"))
        stopped = binomials(heading, stop, world.keys(self.name, stop.shape[1]))
        heading -= stopped
        before = self.net.settled.stop[:, :, world.day - 1] if world.day else np.zeros_like(stop)
        stricter = np.clip((stop - before) / np.maximum(1 - before, 1e-9), 0.0, 1.0)
        left = binomials(queue, stricter, world.keys(f"{self.name}/queue", stop.shape[1]))
        queue -= left
        turned += stopped + left


@dataclass(slots=True, eq=False)
class Join:
    """Those who come join the queue while it is no longer than people bear; the longer it is, the more turn away.

    As people come one after another, each joins with probability ``exp(-(wait - today's wait) / patience)``, or surely
    if the wait is no longer than today's. Solved exactly in the mean, rounded at random; more people or a longer queue
    never make the queue of the evening shorter.
    """

    net: Network
    to: str
    name: str

    def __call__(self, world: World) -> None:
        """Move from ``heading`` to ``queue`` and to the pool ``to``."""
        heading, queue = world.pools["heading"], world.pools["queue"]
        mean = self._joining(world, queue.astype(float), heading.astype(float))
        luck = uniforms(world.keys(self.name, heading.shape[1]))
        joining = np.clip(np.floor(mean + luck).astype(np.int64), 0, heading)
        queue += joining
        world.pools[self.to] += heading - joining
        heading[:] = 0

    def _joining(self, world: World, queue: Array, coming: Array) -> Array:
        able = self.net.throughput[:, :, world.day]
        borne = (1 + self.net.wait) * able
        freely = np.clip(borne - queue, 0.0, coming)
        scale = np.maximum(self.net.patience * able, 1e-9)
        over = np.minimum((np.maximum(queue, borne) - borne) / scale, 700.0)
        unsure: Array = scale * np.log1p((coming - freely) / scale * np.exp(-over))
        return freely + unsure


@dataclass(slots=True, eq=False)
class ChooseAgain:
    """Of those stopped or turned away, some look for another door out of the same country; the others wait.

    They choose by how much each door draws, how near it is to the one they found shut, how many would be let through
    and how long its queue is. A door that is closed for everybody is nobody's second choice.
    """

    net: Network
    name: str = "choose again"

    def __call__(self, world: World) -> None:
        """Move from ``turned`` to ``heading`` and ``waiting``."""
        net, day = self.net, world.day
        turned, waiting, heading = (world.pools[p] for p in ("turned", "waiting", "heading"))
        stop = net.settled.stop[:, :, day]
        willing = np.where(stop > 0, net.settled.rerouted[:, :, day], REROUTED)
        seeking = binomials(turned, willing, world.keys(self.name, turned.shape[1]))
        waiting += turned - seeking
        turned[:] = 0
        doors = np.flatnonzero(seeking.any(axis=0))
        if not doors.size:
            return
        pull = self._pull(world)
        keys = world.keys(f"{self.name}/door", seeking.shape[1])
        for door in doors:
            ready = net.attraction.readiness[door]
            options = np.flatnonzero(ready)
            if not options.size:
                waiting[:, door] += seeking[:, door]
                continue
            found = multinomials(seeking[:, door], pull[:, options] * ready[options], keys[:, door])
            heading[:, options] += found
            waiting[:, door] += seeking[:, door] - found.sum(axis=1)

    def _pull(self, world: World) -> Array:
        net, day = self.net, world.day
        settled = net.settled
        legs = net.ways.legs
        drawn = net.attraction.on(net.flows[:, :, day])[:, legs] * net.ways.shares
        able = np.maximum(net.throughput[:, :, day], 1e-9)
        longer = np.maximum(world.pools["queue"] / able - 1 - net.wait, 0.0)
        open_ = (1 - settled.stop[:, :, day]) * ~settled.closed[:, :, day]
        opened = np.where(settled.opened[:, :, day], net.attraction.opening[:, legs], 1.0)
        pull: Array = drawn * open_ * opened * np.exp(-longer / np.maximum(net.patience, 0.1))
        return pull


@dataclass(slots=True, eq=False)
class StopAgain:
    """Who chose a second door and is stopped there too waits at it."""

    net: Network
    name: str = "stop again"

    def __call__(self, world: World) -> None:
        """Move from ``heading`` to ``waiting``."""
        heading = world.pools["heading"]
        stop = self.net.settled.stop[:, :, world.day]
        stopped = binomials(heading, stop, world.keys(self.name, stop.shape[1]))
        heading -= stopped
        world.pools["waiting"] += stopped


@dataclass(slots=True, eq=False)
class Pass:
    """As many pass as the crossing can take in a day."""

    net: Network
    name: str = "pass"
    passed: list[Counts] = field(default_factory=list)
    """People who passed each door, one array ``(draw, door)`` a day."""

    def __call__(self, world: World) -> None:
        """Move from ``queue`` to ``arriving``."""
        able = self.net.throughput[:, :, world.day]
        whole = np.floor(able + uniforms(world.keys(self.name, able.shape[1]))).astype(np.int64)
        queue = world.pools["queue"]
        going = np.minimum(queue, whole)
        queue -= going
        world.pools["arriving"] += going
        self.passed.append(going)


@dataclass(slots=True, eq=False)
class Arrive:
    """Those who arrive stay with others or on their own, or in a shelter while there are beds."""

    net: Network
    name: str = "arrive"
    without: list[Counts] = field(default_factory=list)
    """People who needed a bed and found none, one array ``(draw, site)`` a day."""

    def __call__(self, world: World) -> None:
        """Move from ``arriving`` to ``host`` and ``sheltered``, or out of the picture."""
        net = self.net
        arriving, sheltered, host = (world.pools[p] for p in ("arriving", "sheltered", "host"))
        needing = binomials(arriving, net.shelter.need[:, None], world.keys(self.name, arriving.shape[1]))
        missing = np.zeros_like(sheltered)
        room = np.maximum(net.shelter.beds[:, :, world.day].astype(np.int64) - sheltered, 0)
        for site in range(len(net.shelter.sites)):
            doors = net.shelter.of_door == site
            wanted = needing[:, doors].sum(axis=1)
            given = np.minimum(wanted, room[:, site])
            missing[:, site] = wanted - given
            sheltered[:, site] += given
            host[:, net.shelter.host[site]] -= given  # taken back from those who are added below
        into = net.host_into()
        for h in range(len(net.hosts)):
            host[:, h] += arriving[:, into == h].sum(axis=1)
        world.gone += arriving[:, into < 0].sum(axis=1)
        arriving[:] = 0
        self.without.append(missing)


@dataclass(slots=True, eq=False)
class LeaveShelter:
    """Some find another roof; and when beds are taken away, those who have none leave."""

    net: Network
    name: str = "leave shelter"

    def __call__(self, world: World) -> None:
        """Move from ``sheltered`` to ``host``."""
        net, sheltered = self.net, world.pools["sheltered"]
        if not net.shelter.sites:
            return
        leaving = binomials(sheltered, net.shelter.leave[:, None], world.keys(self.name, sheltered.shape[1]))
        leaving += np.maximum(sheltered - leaving - net.shelter.beds[:, :, world.day].astype(np.int64), 0)
        sheltered -= leaving
        for site, host in enumerate(net.shelter.host):
            world.pools["host"][:, host] += leaving[:, site]
