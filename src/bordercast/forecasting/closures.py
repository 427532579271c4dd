"""What closing legs does: people stopped take other roads, or wait, and those behind them move on less.

Every person is somewhere: on each day, for each country people leave from, what would have flowed equals what
passed plus what took another road plus what newly waits. Nobody is lost and nobody is made.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bordercast import atlas
from bordercast.vocabulary import Closure, Corridor

Array = NDArray[np.float64]

RELEASE = 0.25  # share of those waiting who go each day once the way is open again; judgement
ONWARD_LAG_DAYS = 3  # people stay some days before they move on; judgement
ONWARD_MEMORY = 0.5  # share of onward movement that hangs on fresh arrivals; the rest are already there
REACH_KM = 2000.0  # distance at which another road out is half as likely to be taken; judgement, weak
BORDER_PULL = 1.5  # a land neighbour of the origin against a country reached by air or through others


def with_closures(
    flows: Array, legs: Sequence[Corridor], days: Sequence[date], closures: Sequence[Closure]
) -> tuple[Array, Array]:
    """Return flows ``(draw, leg, day)`` and people waiting ``(draw, day)`` when legs are closed.

    Entry legs are closed first; what no longer enters a country then lowers its onward legs after a lag, and
    onward legs are closed last, on those lowered flows.
    """
    passed = flows.copy()
    waiting = np.zeros((flows.shape[0], flows.shape[2]))
    for onward in (False, True):
        if onward:
            passed = _with_fewer_arrivals(flows, passed, legs)
        for origin in sorted({leg.origin for leg in legs if leg.onward is onward}):
            mine = [i for i, leg in enumerate(legs) if leg.origin == origin and leg.onward is onward]
            if any(_closes(c, legs[i]) for c in closures for i in mine):
                moved, held = _from_one_country(passed[:, mine], [legs[i] for i in mine], days, closures)
                passed[:, mine] = moved
                waiting += held
    return passed, waiting


def _from_one_country(
    flows: Array, legs: Sequence[Corridor], days: Sequence[date], closures: Sequence[Closure]
) -> tuple[Array, Array]:
    """Return the flows and people waiting of one country's legs, day by day."""
    draws, count, horizon = flows.shape
    near = _nearness(legs)
    passed = np.empty_like(flows)
    waiting = np.zeros((draws, count))
    held = np.empty((draws, horizon))
    for day in range(horizon):
        leak, rerouted = _on_day(legs, days[day], closures)
        wish = flows[:, :, day]
        stopped = wish * (1 - leak)
        freed = np.where(leak == 1, RELEASE * waiting, 0.0)
        waiting = waiting - freed
        seeking = stopped * rerouted
        # by what flows there now, weakly by distance from the door they found shut
        pull = wish[:, None, :] * np.where(leak == 1, 1.0, 0.0) * near
        total = pull.sum(axis=2, keepdims=True)
        share = np.divide(pull, total, out=np.zeros_like(pull), where=total > 0)
        found = np.einsum("ds,dst->dt", seeking, share)
        stuck = stopped - seeking * (total[:, :, 0] > 0)
        passed[:, :, day] = (wish - stopped) + found + freed
        waiting = waiting + stuck
        held[:, day] = waiting.sum(axis=1)
    return passed, held


def _on_day(legs: Sequence[Corridor], day: date, closures: Sequence[Closure]) -> tuple[Array, Array]:
    """The share of each leg that passes on a day (1: open) and of those stopped who look for another road."""
    leak, rerouted = np.ones(len(legs)), np.zeros(len(legs))
    for closure in closures:
        if closure.start <= day and (closure.until is None or day <= closure.until):
            for i, leg in enumerate(legs):
                if _closes(closure, leg) and closure.leak < leak[i]:
                    leak[i], rerouted[i] = closure.leak, closure.rerouted
    return leak, rerouted


def _with_fewer_arrivals(asked: Array, entered: Array, legs: Sequence[Corridor]) -> Array:
    """Lower (or raise) onward legs by what entries became, some days before."""
    result = entered.copy()
    horizon = asked.shape[2]
    for country in sorted({leg.origin for leg in legs if leg.onward}):
        into = [i for i, leg in enumerate(legs) if leg.destination == country and not leg.onward]
        out = [i for i, leg in enumerate(legs) if leg.origin == country and leg.onward]
        if not into:
            continue
        before, now = asked[:, into].sum(axis=1), entered[:, into].sum(axis=1)
        kept = np.divide(now, before, out=np.ones_like(now), where=before > 0)
        late = np.ones_like(kept)
        if horizon > ONWARD_LAG_DAYS:
            late[:, ONWARD_LAG_DAYS:] = kept[:, : horizon - ONWARD_LAG_DAYS]
        result[:, out] *= ((1 - ONWARD_MEMORY) + ONWARD_MEMORY * late)[:, None, :]
    return result


def _closes(closure: Closure, leg: Corridor) -> bool:
    return (closure.origin, closure.destination) == (leg.origin, leg.destination)


def _nearness(legs: Sequence[Corridor]) -> Array:
    """How ready people stopped at one leg are to take another, shape ``(stopped, taken)``; 1 on average at home."""
    ready = np.ones((len(legs), len(legs)))
    for i, shut in enumerate(legs):
        for j, other in enumerate(legs):
            ready[i, j] = _readiness(shut, other)
    return ready


def _readiness(shut: Corridor, other: Corridor) -> float:
    if {shut.destination, other.destination, other.origin} - _codes():
        return 0.5  # somewhere nobody names: far, on average
    distance = atlas.distance_km(
        atlas.country(shut.destination).place, atlas.country(other.destination).place
    )
    beside = other.destination in atlas.country(other.origin).neighbours
    return (BORDER_PULL if beside else 1.0) / (1 + distance / REACH_KM)


@cache
def _codes() -> frozenset[str]:
    return frozenset(c.iso3 for c in atlas.countries())
