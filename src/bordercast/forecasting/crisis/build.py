"""From a question to the network that the rules read."""

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.crisis.attraction import Attraction, attraction_of
from bordercast.forecasting.crisis.doors import Ways, ways_of
from bordercast.forecasting.crisis.facts import queue_facts, shelter_facts
from bordercast.forecasting.crisis.hosts import at_most_all, hazards, hosts_of, present_today
from bordercast.forecasting.crisis.network import Network
from bordercast.forecasting.crisis.question import Question
from bordercast.forecasting.crisis.queues import capacity, queues_today
from bordercast.forecasting.crisis.settle import Settled, settle
from bordercast.forecasting.crisis.shelter import Shelter, shelter_of
from bordercast.forecasting.drift import carried_forward

Array = NDArray[np.float64]

OTHER_WAYS_PATIENCE = 1e-6  # days: nobody queues at an airport for long; who finds no seat looks elsewhere


def network_of(question: Question) -> Network:
    """Return everything the rules read; the scenario names only places that the estimate has."""
    estimate, days = question.estimate, len(question.days)
    ways = ways_of(question)
    settled = settle(question, ways)
    attraction = attraction_of(question, ways)
    flows = carried_forward(estimate, days=days, chance=question.luck("forecasting"))
    hosts = hosts_of(estimate)
    present = present_today(estimate, hosts)
    surges = _surges(question, settled, ways)
    wishes = _with_openings(ways.carried(flows), ways, settled, attraction) * surges
    hazard = _with_openings(hazards(estimate, flows, ways, present), ways, settled, attraction) * surges
    queue_claims = queue_facts(question.claims, estimate.as_of)
    shelter_claims = shelter_facts(question.claims, estimate.as_of)
    able = capacity(question, ways, queue_claims)
    queue = queues_today(question, ways, queue_claims, able)
    shelter = shelter_of(question, ways, settled, hosts, shelter_claims)
    # what a crossing passed while it was shut says little of what it can pass once it is open
    could = able[:, :, None] * _opening(ways, settled, attraction)
    throughput = np.where(np.isnan(settled.fixed), could, settled.fixed) * settled.factor
    behind: dict[str, list[str]] = {}
    for door in ways.doors:
        behind[door.id] = [fact.claim for fact in queue_claims if fact.stands_at(door)]
    for fact in shelter_claims:
        behind.setdefault(fact.place, []).append(fact.claim)
    return Network(
        ways=ways,
        settled=settled,
        attraction=attraction,
        flows=flows,
        intensity=np.where(ways.onward[None, :, None], 0.0, wishes),
        hazard=at_most_all(hazard, ways),
        throughput=np.maximum(throughput, 0.0),
        queue=queue,
        wait=np.where(ways.other, 0.0, queue / able),
        patience=np.where(ways.other, OTHER_WAYS_PATIENCE, question.assumed("patience_days")[:, None]),
        hosts=hosts,
        present=np.maximum(np.floor(present), _inside(shelter, len(hosts))).astype(np.int64),
        shelter=shelter,
        claims={key: tuple(dict.fromkeys(ids)) for key, ids in behind.items()},
    )


def _with_openings(wishes: Array, ways: Ways, settled: Settled, attraction: Attraction) -> Array:
    """Turn people to the doors that open: more of those who leave the country anyway go there, fewer elsewhere."""
    if not settled.opened.any():
        return wishes
    times = _opening(ways, settled, attraction)
    result = wishes.copy()
    groups = [(door.corridor.origin, door.corridor.onward) for door in ways.doors]
    for group in set(groups):
        mine = [i for i, other in enumerate(groups) if other == group]
        if settled.opened[:, mine].any():
            drawn = wishes[:, mine] * times[:, mine]
            total = drawn.sum(axis=1, keepdims=True)
            before = wishes[:, mine].sum(axis=1, keepdims=True)
            result[:, mine] = drawn * np.divide(before, total, out=np.ones_like(total), where=total > 0)
    return result


def _opening(ways: Ways, settled: Settled, attraction: Attraction) -> Array:
    """How many times as many each door draws, once it is opened; broadcasts to ``(draw, door, day)``."""
    if not settled.opened.any():
        return np.ones((1, 1, 1))
    return np.where(settled.opened, attraction.opening[:, ways.legs][:, :, None], 1.0)


def _surges(question: Question, settled: Settled, ways: Ways) -> Array:
    """How many times as many set out for each door; broadcasts to ``(draw, door, day)``."""
    if not settled.surge:
        return np.ones((1, 1, 1))
    surges = np.ones((question.draws, len(ways.doors), len(question.days)))
    for i, door in enumerate(ways.doors):
        if door.corridor.origin in settled.surge:
            surges[:, i] = settled.surge[door.corridor.origin]
    return surges


def _inside(shelter: Shelter, hosts: int) -> Array:
    """People in the shelters of each host today: they are among those present, whatever the estimate says."""
    inside = np.zeros((shelter.inside.shape[0], hosts))
    for site, host in enumerate(shelter.host):
        inside[:, host] += shelter.inside[:, site]
    return inside
