"""Flows carried forward as if no border changed: each draw's own course goes on, ebbs slowly, and doubt grows.

The course of a log flow is thought to be a walk whose steps go on for a while (surges rise and ebb), under daily scatter and
a week's rhythm. Given the last weeks of a draw that is a plain Gaussian regression: some weights of its days are
the forecast's middle, and what they leave open is its noise. How fast a leg walks, and how much legs walk
together, is read off the draws themselves.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import Corridor, FlowEstimate

Array = NDArray[np.float64]

# The walk: a day's step, of which a share goes on the next day; slow steps, smaller, that go on for ten days; scatter
# and a week's rhythm. In units of a day's step. Chosen for the score seven days ahead of made-up crises of seeds 0 to 2
# (evals/crises.py, 2026-11); re-run it after a change.
QUICK_MEMORY = 0.3
SLOW, SLOW_MEMORY = 0.1, 0.9
SCATTER = 2.0
WEEK = 0.5
LEVEL = 15.0  # the level is free
WINDOW = 35  # days of the past that are looked at
SLOWEST, FASTEST = 0.06, 0.13  # bounds of a day's step (log); without them one leap would be thought to go on
LEAP = (
    4.0  # times the middle day's squared step: larger ones are leaps (a trigger, a closure) and count no more
)

EBB, EBB_SD = (
    -0.025,
    0.025,
)  # drift a day and its sd per origin and draw: surges ebb by a sixth a week, or not at all
LEAST = 1e-6  # persons a day, below which a log says nothing
HIGHEST = 18.4  # log of 100 million persons a day


def carried_forward(estimate: FlowEstimate, *, days: int, chance: np.random.Generator) -> Array:
    """Return persons per day ``(draw, leg, day)`` for the ``days`` after ``as_of``, as things stand."""
    past = np.log(np.maximum(estimate.draws[:, :, -WINDOW:], LEAST))
    draws, legs, known = past.shape
    course = _course(known, days)
    middle = past.mean(axis=2, keepdims=True)
    around = past - middle
    steps = _steps(around, course)
    noise = chance.standard_normal((draws, legs, days)) @ course.open.T
    noise = np.einsum("ij,njt->nit", np.linalg.cholesky(steps), noise)
    groups = sorted({_group(leg) for leg in estimate.legs})
    member = [groups.index(_group(leg)) for leg in estimate.legs]
    ebb = EBB + EBB_SD * chance.standard_normal((draws, len(groups), 1))
    ahead = middle + around @ course.weights.T + noise + ebb[:, member] * np.arange(1, days + 1)
    flows: Array = np.exp(np.minimum(ahead, HIGHEST))
    return flows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Course:
    """What the past says of the days ahead, for a walk of unit step.

    ``weights`` ``(ahead, past)``; ``open`` a square root ``(ahead, ahead)`` of the covariance that stays open; ``root``
    a square root ``(past, past)`` of the covariance of the past.
    """

    weights: Array
    open: Array
    root: Array


def _course(known: int, days: int) -> _Course:
    gap = np.abs(np.subtract.outer(np.arange(known + days), np.arange(known + days)))
    kernel = LEVEL**2 + SCATTER**2 * (gap == 0) + WEEK**2 * ((gap % 7 == 0) - 1 / 7)
    for share, memory in ((1.0, QUICK_MEMORY), (SLOW, SLOW_MEMORY)):
        path = share * np.cumsum(np.tril(memory**gap), axis=0)
        kernel += path @ path.T
    then, now, between = kernel[known:, known:], kernel[:known, :known], kernel[known:, :known]
    weights = np.linalg.solve(now, between.T).T
    return _Course(
        weights=weights,
        open=np.linalg.cholesky(then - weights @ between.T + 1e-9 * np.eye(days)),
        root=np.linalg.cholesky(now),
    )


def _steps(around: Array, course: _Course) -> Array:
    """The covariance ``(leg, leg)`` of a day's steps: what draws did from day to day, leaps held down, within bounds."""
    draws, legs, known = around.shape
    flat = around.reshape(draws * legs, known)
    news = np.linalg.solve(course.root, flat.T).T.reshape(draws, legs, known)[:, :, 1:]
    if known < 2:
        return SLOWEST * FASTEST * np.eye(legs)
    size = np.square(news).mean(axis=0)
    usual = LEAP * np.median(size, axis=1, keepdims=True)
    news *= np.sqrt(np.minimum(1.0, usual / np.maximum(size, 1e-12)))
    together = np.einsum("nit,njt->ij", news, news) / (draws * (known - 1))
    sd = np.sqrt(np.maximum(np.diag(together), 1e-12))
    held = np.clip(sd, SLOWEST, FASTEST) / sd
    steps: Array = together * np.outer(held, held) + 1e-9 * np.eye(legs)
    return steps


def _group(leg: Corridor) -> tuple[str, bool]:
    return leg.origin, leg.onward
