"""What we would believe about daily flows before any claim: a Gaussian process on the log of persons per day.

model-sources 2.1. ``eta[leg, day] = level + trigger step + weekday + common walk of the origin + own walk + nugget``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import polygamma

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
# All the countries that no report names take fewer people than those that are named, or they would be news: judgement.
MOST_ELSEWHERE = 1 / 3
COMMON_LEVEL_SD = 0.8  # all legs of an origin together: what one leg shows tells about the others

STEP, STEP_COMMON_SD, STEP_SD = 1.2, 0.5, 0.4  # model-sources 2.1: a trigger multiplies flows by 3.3
LATER_STEP, LATER_STEP_SD = 0.0, 0.5  # a later event (a ceasefire, a second decree) may push either way

# What a border's new standing does to the log flow of a leg (mean, sd). Judgement: a closure may stop it all or little, a
# restriction of some travellers takes a quarter, give or take, and brings nobody. Re-run evals/crises.py after a change.
LEAPS = {"closed": (-1.5, 1.5), "restricted": (-0.3, 0.5), "open": (1.0, 1.5)}

WALK = 0.085  # model-sources 2.1 and 6: sd of the daily innovation, fitted to daily border counts
PHI = 0.3  # autocorrelation of daily log changes
# Chosen for the lowest score on made-up crises of even seeds (evals/crises.py, 2026-11).
SLOW, SLOW_PHI = 0.2, 0.9  # a second, smaller kind of change that goes on for ten days: surges rise and ebb
NUGGET = 1.5  # day-to-day scatter in units of the walk
# On the day of a trigger steps are (1 + EARLY) times as large, a week later less; judgement.
EARLY, EARLY_DAYS = 1.0, 7.0
WEEKDAY_SD = 0.10  # Monday effect -.13 to -.2 in daily border counts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prior:
    """Mean and covariance of ``eta``, kept as the few pieces they are made of.

    ``mean`` has shape ``(leg, day)``. ``own`` ``(leg, r, day)`` are the shapes of which each leg has an independent
    unit-normal share (its level, its steps); ``common`` ``(kin, r, day)`` those that all legs of a kin share (level,
    step, weekdays). ``walk`` ``(day, day)`` is the covariance of a unit walk, of which each leg and each kin has one.
    ``kin`` ``(leg,)`` numbers the legs that leave one country in one sense.
    """

    mean: Array
    own: Array
    common: Array
    walk: Array
    kin: NDArray[np.intp]

    def own_kernel(self, leg: int, pace: float) -> Array:
        """Return the covariance ``(day, day)`` of what a leg has for itself, at ``exp(pace)`` times the usual walk."""
        kernel: Array = self.own[leg].T @ self.own[leg] + walk_size(pace) * self.walk
        return kernel

    def common_kernel(self, kin: int, pace: float) -> Array:
        """Return the covariance ``(day, day)`` of what a kin's legs share."""
        kernel: Array = self.common[kin].T @ self.common[kin] + walk_size(pace) * self.walk
        return kernel

    def spread(self, own_pace: float, common_pace: float) -> Array:
        """Return the prior variance ``(leg, day)`` of a log flow."""
        fixed = np.square(self.own).sum(axis=1) + np.square(self.common).sum(axis=1)[self.kin]
        walks = walk_size(own_pace) + walk_size(common_pace)
        variance: Array = fixed + walks * np.diag(self.walk)
        return variance


def walk_size(pace: float) -> float:
    """Return the variance of a day's innovation when flows wander ``exp(pace)`` times as fast as usual."""
    return float((WALK * np.exp(pace)) ** 2)


def prior_of(network: Network, crisis: Crisis) -> Prior:
    """Return the prior of all legs and days of a network."""
    legs, days = network.legs, network.days
    kins = sorted({(leg.origin, leg.onward) for leg in legs})
    kin = np.array([kins.index((leg.origin, leg.onward)) for leg in legs], dtype=np.intp)
    flat = np.ones(len(days))
    levels = _levels(network)
    own = [[sd * flat] for _, sd in levels]
    weekday = np.array([[float(day.weekday() == name) for day in days] for name in range(7)]) - 1 / 7
    common = [[COMMON_LEVEL_SD * flat, *(WEEKDAY_SD * weekday)] for _ in kins]
    mean = np.repeat(np.array([[level] for level, _ in levels]).reshape(-1, 1), len(days), axis=1)
    entered = {leg.destination: leg.origin for leg in legs if not leg.onward}
    for nth, trigger in enumerate(crisis.triggers):
        after = np.array([float(day >= trigger.day) for day in days])
        if not after.any() or (nth > 0 and after.all()):
            continue
        step, shared, alone = (
            (STEP, STEP_COMMON_SD, STEP_SD) if nth == 0 else (LATER_STEP, 0.0, LATER_STEP_SD)
        )
        for i, leg in enumerate(legs):
            felt = trigger.country in (None, leg.origin, entered.get(leg.origin) if leg.onward else None)
            mean[i] += step * felt * after
            own[i].append(alone * felt * after)
        for k, (origin, onward) in enumerate(kins):
            felt = trigger.country in (None, origin, entered.get(origin) if onward else None)
            common[k].append(shared * felt * after)
    for one in crisis.breaks:
        after = np.array([float(day >= one.day) for day in days])
        for i, leg in enumerate(legs):
            felt = one.ends <= {leg.origin, leg.destination} and not after.all()
            leap, doubt = LEAPS[one.status]
            mean[i] += leap * felt * after
            own[i].append(doubt * felt * after)
    return Prior(
        mean=mean,
        own=np.array(own),
        common=np.array(common),
        walk=walk_kernel(len(days), [(t.day - days[0]).days for t in crisis.triggers]),
        kin=kin,
    )


def walk_kernel(count: int, triggers: Sequence[int] = ()) -> Array:
    """Return the covariance of a unit walk over ``count`` days: quick and slow steps summed, and white scatter.

    Steps are larger in the days after each of ``triggers`` (their places among the days).
    """
    size = np.ones(count)
    for place in triggers:
        since = np.arange(count) - place
        size = np.maximum(size, np.where(since >= 0, 1 + EARLY * np.exp(-since / EARLY_DAYS), 1.0))
    kernel: Array = NUGGET**2 * np.eye(count)
    for share, phi in ((1.0, PHI), (SLOW, SLOW_PHI)):
        gap = np.abs(np.subtract.outer(np.arange(count), np.arange(count)))
        # an innovation moves the next change by phi of it
        path = share * np.cumsum(np.tril(phi**gap), axis=0) * size
        kernel += path @ path.T
    return kernel


def _levels(network: Network) -> list[tuple[float, float]]:
    """Return mean and sd of each leg's level."""
    named = {leg: _gravity(leg) for leg in network.legs if leg.destination != ELSEWHERE}
    return [
        (named[leg], LEVEL_SD) if leg in named else _elsewhere(leg, named, network) for leg in network.legs
    ]


def _elsewhere(leg: Corridor, named: Mapping[Corridor, float], network: Network) -> tuple[float, float]:
    """Return mean and sd of the level of the countries nobody names: a share of what the named ones take.

    The chance that the next mention is of somewhere new is about the share of mentions that were the only one of
    their kind (Good 1953). So the share has the Beta distribution that so many of either kind, and half a mention
    more of each, give; here are mean and sd of its log odds. Forty reports that name one neighbour, and none that
    names another, say that few go elsewhere; but how few is uncertain, and a figure that asks for more is believed.
    """
    kin = [v for other, v in named.items() if (other.origin, other.onward) == (leg.origin, leg.onward)]
    if not kin:
        return LEVEL + LEVEL_ONWARD * leg.onward, LEVEL_SD
    most = log(MOST_ELSEWHERE / (1 - MOST_ELSEWHERE))
    single, more = network.mentions.get((leg.origin, leg.onward), (0, 0))
    if single + more == 0:
        return float(np.logaddexp.reduce(kin)) + most, LEVEL_SD
    odds = log((single + 0.5) / (more + 0.5))
    doubt = sqrt(polygamma(1, single + 0.5) + polygamma(1, more + 0.5))
    return float(np.logaddexp.reduce(kin)) + min(odds, most), min(doubt, LEVEL_SD)


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
