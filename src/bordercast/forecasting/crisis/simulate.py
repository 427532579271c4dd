"""Run the days: the network and the rules of a day in, a projection out."""

import numpy as np
from numpy.typing import NDArray

from bordercast import atlas
from bordercast.forecasting.crisis.build import network_of
from bordercast.forecasting.crisis.doors import matching
from bordercast.forecasting.crisis.facts import shelter_facts
from bordercast.forecasting.crisis.network import Network
from bordercast.forecasting.crisis.question import Question
from bordercast.forecasting.crisis.rules import (
    Arrive,
    ChooseAgain,
    Join,
    LeaveShelter,
    Pass,
    SetOut,
    Stop,
    StopAgain,
    TryAgain,
)
from bordercast.forecasting.movement import Rule, World, step
from bordercast.vocabulary import CrossingPath, Projection, Reopening, Restriction, ShelterPath

Array = NDArray[np.float64]
Counts = NDArray[np.int64]

METHOD = "bordercast doors 2"


def simulate(question: Question) -> Projection:
    """Return the projection that answers a question; the first of its days is the day after ``as_of``."""
    estimate = question.estimate
    net = network_of(question)
    world = World.start(_pools(net), seed=question.chance.seed)
    passing, arriving = Pass(net), Arrive(net)
    rules: list[Rule] = [
        SetOut(net), TryAgain(net), Stop(net), Join(net, to="turned", name="join"),
        ChooseAgain(net), StopAgain(net), Join(net, to="waiting", name="join again"),
        passing, arriving, LeaveShelter(net),
    ]  # fmt: skip
    evenings: list[dict[str, Counts]] = []
    for _ in question.days:
        step(world, rules)
        evenings.append({name: world.pools[name].copy() for name in _KEPT})
    over = {name: np.stack([evening[name] for evening in evenings], axis=-1) for name in _KEPT}
    passed = np.stack(passing.passed, axis=-1)
    return Projection(
        scenario=question.scenario,
        as_of=estimate.as_of,
        legs=estimate.legs,
        totals=estimate.totals,
        days=question.days,
        draws=_by_leg(passed, net, len(estimate.legs)),
        # who found no seat on other ways stands in no queue that anybody sees
        waiting=(over["waiting"].sum(axis=1) + over["queue"][:, net.ways.other].sum(axis=1)).astype(float),
        method=METHOD,
        crossings=_crossings(net, passed, over["queue"]),
        shelters=_shelters(net, over["sheltered"], np.stack(arriving.without, axis=-1)),
        hosts=net.hosts,
        present=_present(net, over),
        onset=net.settled.onset,
        notes=_notes(net, question),
    )


_KEPT = ("queue", "waiting", "host", "sheltered")


def _pools(net: Network) -> dict[str, Counts]:
    draws, doors = net.queue.shape
    empty = np.zeros((draws, doors), np.int64)
    host = net.present.copy()
    for site, at in enumerate(net.shelter.host):
        host[:, at] -= net.shelter.inside[:, site]
    return {
        "heading": empty, "turned": empty, "arriving": empty, "waiting": empty,
        "queue": net.queue, "host": host, "sheltered": net.shelter.inside,
    }  # fmt: skip


def _by_leg(passed: Counts, net: Network, legs: int) -> Array:
    flows = np.zeros((passed.shape[0], legs, passed.shape[2]))
    for i, door in enumerate(net.doors):
        flows[:, door.leg] += passed[:, i]
    return flows


def _present(net: Network, over: dict[str, Counts]) -> Array:
    """People in each host in the evening: staying, sheltered, and still there in a queue or waiting to move on."""
    present = over["host"].astype(float)
    for site, host in enumerate(net.shelter.host):
        present[:, host] += over["sheltered"][:, site]
    for host in range(len(net.hosts)):
        doors = net.onward_from(host)
        present[:, host] += (over["queue"][:, doors] + over["waiting"][:, doors]).sum(axis=1)
    return present


def _crossings(net: Network, passed: Counts, queue: Counts) -> tuple[CrossingPath, ...]:
    return tuple(
        CrossingPath(
            id=door.crossing.id,
            name=door.crossing.name,
            origin=door.corridor.origin,
            destination=door.corridor.destination,
            passed=passed[:, i].astype(float),
            queue=queue[:, i].astype(float),
            wait_hours=24 * queue[:, i] / np.maximum(net.throughput[:, i], 1.0),
            throughput=net.throughput[:, i],
            claims=net.claims.get(door.id, ()),
        )
        for i, door in enumerate(net.doors)
        if door.crossing is not None
    )


def _shelters(net: Network, inside: Counts, without: Counts) -> tuple[ShelterPath, ...]:
    paths = []
    for site, place in enumerate(net.shelter.sites):
        beds = net.shelter.beds[:, site]
        full = (inside[:, site] >= beds) & (beds > 0)
        paths.append(
            ShelterPath(
                id=place,
                name=atlas.place(place).name,
                country=net.hosts[net.shelter.host[site]],
                beds=beds,
                occupied=inside[:, site].astype(float),
                without=without[:, site].astype(float),
                days_until_full=np.where(full.any(axis=1), full.argmax(axis=1) + 1.0, np.inf),
                claims=net.claims.get(place, ()),
            )
        )
    return tuple(paths)


def _notes(net: Network, question: Question) -> tuple[str, ...]:
    """What had to be assumed, in sentences."""
    said = [door.crossing.name for door in net.doors if door.crossing and net.claims.get(door.id)]
    notes = [
        f"Throughput and queue of {', '.join(dict.fromkeys(said))} are read from claims; those of every other crossing are assumed."
        if said
        else "Throughput and queue of every crossing are assumed: no claim measures a queue at one."
    ]
    counted = {
        fact.place for fact in shelter_facts(question.claims, question.estimate.as_of) if fact.counts_beds
    }
    for place in net.shelter.sites:
        name = atlas.place(place).name
        if not net.claims.get(place):
            notes.append(f"Beds in {name} are those of the scenario; no claim says what is there already.")
        elif place not in counted:
            notes.append(
                f"Nobody has said how many beds there are in {name}: read from its being said full or under pressure, "
                "and from an assumed share of arrivals who need one."
            )
    shut = {change.where for change in question.scenario.every_change if isinstance(change, Restriction)}
    for change in question.scenario.every_change:
        if isinstance(change, Reopening) and change.where not in shut:
            doors = matching(change.where, net.doors, question.estimate)
            if (net.attraction.opening[:, [net.doors[i].leg for i in doors]] == 1).all():
                notes.append(f"Nobody says that {change.where} is shut, so opening it changes nothing.")
    return tuple(notes)
