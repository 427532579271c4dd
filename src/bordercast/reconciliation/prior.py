"""What we would believe about daily flows before any claim: a Gaussian process on the log of persons per day.

model-sources 2.1. ``eta[leg, day] = level + trigger step + weekday + common walk of the origin + own walk + nugget``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray

from bordercast import atlas
from bordercast.reconciliation.crisis import Crisis
from bordercast.reconciliation.network import Network
from bordercast.vocabulary import ELSEWHERE, Corridor

Array = NDArray[np.float64]

# Gravity, persons a day before the trigger. Judgement, deliberately weak: the sds below let a leg be 20 times off.
LEVEL = 5.7  # 300 a day between countries of 50 and 10 million people 1,000 km apart, without a common border
LEVEL_ORIGIN, LEVEL_DESTINATION, LEVEL_DISTANCE, LEVEL_BORDER = 0.4, 0.4, -0.8, 1.5
LEVEL_ONWARD = -0.7  # fewer move on than arrive
LEVEL_SD = 1.2  # model-sources 2.1, leg without a published baseline
# All the countries that no report names take fewer people than one that is named, or they would be news. Judgement;
# with the width of a named leg a single loose total ("600,000 to 700,000 have left") could triple the outflow.
ELSEWHERE_LEVEL, ELSEWHERE_SD = -0.7, 0.8
COMMON_LEVEL_SD = 0.8  # all legs of an origin together: what one leg shows tells about the others

STEP, STEP_COMMON_SD, STEP_SD = 1.2, 0.5, 0.4  # model-sources 2.1: a trigger multiplies flows by 3.3
LATER_STEP, LATER_STEP_SD = 0.0, 0.5  # a later event (a ceasefire, a second decree) may push either way

WALK = 0.085  # model-sources 2.1 and 6: sd of the daily innovation, fitted to daily border counts
PHI = 0.3  # autocorrelation of daily log changes
NUGGET = 0.5  # day-to-day scatter in units of the walk
WEEKDAY_SD = 0.10  # Monday effect -.13 to -.2 in daily border counts


@dataclass(frozen=True, slots=False, kw_only=True, eq=False)
class Prior:
    """Mean and covariance of ``eta``, flattened with time last: index ``leg * days + day``."""

    mean: Array
    fixed: Array
    walk: Array
    kin: Array

    def covariance(self, pace: float) -> Array:
        """Return the covariance when flows wander ``exp(pace)`` times as fast as usual."""
        size = (WALK * np.exp(pace)) ** 2
        whole: Array = self.fixed + size * self._wander
        return whole

    @cached_property
    def _wander(self) -> Array:
        legs = len(self.kin)
        return _kron(np.eye(legs) + self.kin, self.walk)


def prior_of(network: Network, crisis: Crisis) -> Prior:
    """Return the prior of all legs and days of a network."""
    legs, days = network.legs, network.days
    count = len(days)
    kin = np.array([[float((a.origin, a.onward) == (b.origin, b.onward)) for b in legs] for a in legs])
    ones = np.ones((count, count))
    weekday = np.array([[float(a.weekday() == b.weekday()) for b in days] for a in days]) - 1 / 7
    own = np.eye(len(legs))
    spread = np.array([ELSEWHERE_SD if leg.destination == ELSEWHERE else LEVEL_SD for leg in legs])
    fixed = _kron(np.diag(spread**2) + COMMON_LEVEL_SD**2 * kin, ones)
    fixed += _kron(kin, WEEKDAY_SD**2 * weekday)
    mean = np.repeat(_levels(legs)[:, None], count, axis=1)
    entered = {leg.destination: leg.origin for leg in legs if not leg.onward}
    for nth, trigger in enumerate(crisis.triggers):
        after = np.array([float(day >= trigger.day) for day in days])
        if not after.any() or (nth > 0 and after.all()):
            continue
        felt = np.array(
            [
                float(trigger.country in (None, leg.origin, entered.get(leg.origin) if leg.onward else None))
                for leg in legs
            ]
        )
        step, common, alone = (
            (STEP, STEP_COMMON_SD, STEP_SD) if nth == 0 else (LATER_STEP, 0.0, LATER_STEP_SD)
        )
        mean += step * felt[:, None] * after
        both = np.outer(felt, felt) * (common**2 * kin + alone**2 * own)
        fixed += _kron(both, np.outer(after, after))
    return Prior(mean=mean.ravel(), fixed=fixed, walk=walk_kernel(count), kin=kin)


def walk_kernel(count: int) -> Array:
    """Return the covariance of a unit walk over ``count`` days: AR(1) steps summed, and white scatter."""
    steps = PHI ** np.abs(np.subtract.outer(np.arange(count), np.arange(count)))
    steps = np.tril(steps)  # an innovation today moves the change tomorrow by PHI of it, and so on
    path = np.cumsum(steps, axis=0)
    kernel: Array = path @ path.T + NUGGET**2 * np.eye(count)
    return kernel


def _kron(one: Array, other: Array) -> Array:
    return np.asarray(np.kron(one, other), dtype=np.float64)


def _levels(legs: Sequence[Corridor]) -> Array:
    named = {leg: _gravity(leg) for leg in legs if leg.destination != ELSEWHERE}
    levels = []
    for leg in legs:
        if leg in named:
            levels.append(named[leg])
        else:  # countries nobody names: somewhat less than one leg of the middle size
            kin = [
                v for other, v in named.items() if (other.origin, other.onward) == (leg.origin, leg.onward)
            ]
            levels.append(float(np.mean(kin)) + ELSEWHERE_LEVEL if kin else LEVEL + LEVEL_ONWARD * leg.onward)
    return np.array(levels)


def _gravity(leg: Corridor) -> float:
    origin, destination = atlas.country(leg.origin), atlas.country(leg.destination)
    distance = max(atlas.distance_km(origin.place, destination.place), 50.0)
    return (
        LEVEL
        + LEVEL_ORIGIN * log(max(origin.population, 1e4) / 5e7)
        + LEVEL_DESTINATION * log(max(destination.population, 1e4) / 1e7)
        + LEVEL_DISTANCE * log(distance / 1000)
        + LEVEL_BORDER * (leg.destination in origin.neighbours)
        + LEVEL_ONWARD * leg.onward
    )
