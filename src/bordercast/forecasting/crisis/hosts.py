"""Who is in each country that people came into, and how likely they are to move on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.crisis.doors import Ways
from bordercast.vocabulary import Draws, FlowEstimate

Array = NDArray[np.float64]

LEAST_DAYS = 7.0  # days of today's onward movement that are there at the least; judgement
FASTEST = 0.9  # no more than this share of those present moves on in a day


def hosts_of(estimate: FlowEstimate) -> tuple[str, ...]:
    """Return the countries people came into, and those they move on from, by code; never the countries they left."""
    homes = {leg.origin for leg in estimate.legs if not leg.onward}
    into = {leg.destination for leg in estimate.legs} - homes
    return tuple(sorted(into | {leg.origin for leg in estimate.legs if leg.onward}))


def present_today(estimate: FlowEstimate, hosts: Sequence[str]) -> Array:
    """Return the people who came into each host since the first day and have not moved on, shape ``(draw, host)``.

    At the least a week's onward movement of today: where the estimate says that more moved on than came, some came
    before it begins.
    """
    present, least = np.zeros((2, estimate.draws.shape[0], len(hosts)))
    for i, leg in enumerate(estimate.legs):
        total = estimate.draws[:, i].sum(axis=1)
        if leg.destination in hosts:
            present[:, hosts.index(leg.destination)] += total
        if leg.onward:
            present[:, hosts.index(leg.origin)] -= total
            least[:, hosts.index(leg.origin)] += LEAST_DAYS * estimate.draws[:, i, -1]
    return np.maximum(present, least)


def hazards(estimate: FlowEstimate, flows: Draws, ways: Ways, present: Array) -> Array:
    """Return the chance a day that somebody present moves on by each door, shape ``(draw, door, day)``.

    It is such that, as things stand, the onward movement carried forward is what is expected; at most a half in all.
    """
    hazard = np.zeros((flows.shape[0], len(ways.doors), flows.shape[2]))
    carried = ways.carried(flows)
    for host, code in enumerate(hosts_of(estimate)):
        into = [i for i, leg in enumerate(estimate.legs) if leg.destination == code]
        out = [i for i, leg in enumerate(estimate.legs) if leg.onward and leg.origin == code]
        mine = [i for i, door in enumerate(ways.doors) if door.leg in out]
        there = present[:, host].copy()
        for day in range(flows.shape[2] if mine else 0):
            leaving = flows[:, out, day].sum(axis=1)
            rate = leaving / np.maximum(there, 2 * leaving + 1.0)
            there = there * (1 - rate) + flows[:, into, day].sum(axis=1)
            part = np.divide(rate, leaving, out=np.zeros_like(rate), where=leaving > 0)
            hazard[:, mine, day] = part[:, None] * carried[:, mine, day]
    return hazard


def at_most_all(hazard: Array, ways: Ways) -> Array:
    """Return the chances scaled down where they sum to more than nine in ten in a host."""
    result = hazard.copy()
    for code in {door.corridor.origin for door in ways.doors if door.corridor.onward}:
        mine = [i for i, d in enumerate(ways.doors) if d.corridor.onward and d.corridor.origin == code]
        total = hazard[:, mine].sum(axis=1, keepdims=True)
        result[:, mine] *= np.minimum(1.0, FASTEST / np.maximum(total, 1e-12))
    return result
