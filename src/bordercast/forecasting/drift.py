"""Flows carried forward as if no border changed: the recent level, a slow ebb, and growing doubt."""

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import Corridor, FlowEstimate

Array = NDArray[np.float64]

RECENT_DAYS = 3  # days that make the level the forecast starts from
RECENT_WEIGHT = (
    0.5  # each day back counts half as much; judgement, model-sources 6: recent rates beat longer means
)

EBB = (
    -0.015
)  # mean daily drift of a log flow: surges ebb. model-sources 6, tuned on one crisis: hold it lightly
EBB_SD = 0.015  # of that drift, per draw; it holds for the whole horizon, so doubt grows with it
STEP_SD = (
    0.12  # sd of a day's innovation of each leg: daily border counts wander by .10 to .21 (model-sources 2.1)
)
COMMON_SD = 0.09  # sd of the part all legs out of one country share (cross-corridor correlation .2 to .8)
FASTEST = 0.35  # no leg is thought to wander faster than this a day, however wild its past
HIGHEST = 18.4  # log of 100 million persons a day


def carried_forward(estimate: FlowEstimate, *, days: int, chance: np.random.Generator) -> Array:
    """Return persons per day ``(draw, leg, day)`` for the ``days`` after ``as_of``, as things stand.

    Each draw goes on from its own recent level. How far it wanders follows how much the draws themselves
    wandered, between ``STEP_SD`` and ``FASTEST``. Weekdays are ignored: two weeks are too short to matter.
    """
    past = np.log(np.maximum(estimate.draws, 1e-9))
    draws, legs, known = past.shape
    recent = min(RECENT_DAYS, known)
    weights = RECENT_WEIGHT ** np.arange(recent)[::-1]
    level = past[:, :, known - recent :] @ (weights / weights.sum())
    pace = _pace(past)
    common = chance.standard_normal((draws, len(_groups(estimate.legs)), days))
    own = chance.standard_normal((draws, legs, days))
    ebb = EBB + EBB_SD * chance.standard_normal((draws, len(_groups(estimate.legs)), 1))
    member = [_groups(estimate.legs).index(_group(leg)) for leg in estimate.legs]
    wander = COMMON_SD / STEP_SD * common[:, member] + own
    path = np.cumsum(pace[None, :, None] * wander, axis=2) + ebb[:, member] * np.arange(1, days + 1)
    flows: Array = np.exp(np.minimum(level[:, :, None] + path, HIGHEST))
    return flows


def _pace(past: Array) -> Array:
    """The sd of a leg's daily innovation: what its draws did from day to day, within bounds."""
    if past.shape[2] < 4:
        return np.full(past.shape[1], STEP_SD)
    middle = np.median(past, axis=0)
    seen = np.sqrt(np.mean(np.diff(middle, axis=1) ** 2, axis=1))
    pace: Array = np.clip(0.5 * seen + 0.5 * STEP_SD, STEP_SD, FASTEST)
    return pace


def _groups(legs: tuple[Corridor, ...]) -> list[tuple[str, bool]]:
    return sorted({_group(leg) for leg in legs})


def _group(leg: Corridor) -> tuple[str, bool]:
    return leg.origin, leg.onward
