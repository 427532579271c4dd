"""Our forecast of a place: what became of places that stood as it stands, in this crisis and in past ones.

A report ahead is the last one, moved by growth that fades, plus an error. The errors of all reports known by the day
are made comparable (divided by a scale that grows with the days since the last report and with how restless the place
has been), and those made in like circumstances count most. The forecast is that weighted sample, scaled back: no
shape is assumed, and steps of registration, long silences and calm places bring their own errors along. It is made
three times, trusting growth not at all, by half and wholly, and the three are pooled.

Places where nobody has been counted are forecast from places in that state: of those the way to which was shut, and of
those it was not. How long they had waited and how many others had opened was tried and taught nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from bordercast.forecasting.backtest import learned
from bordercast.forecasting.backtest.counts import Array, Crisis
from bordercast.forecasting.backtest.moments import moments_of
from bordercast.forecasting.backtest.targets import Targets
from bordercast.forecasting.backtest.weighted import DRAWS, quantiles

ROWS_AT_ONCE = 500  # bounds memory: a block of rows times the pool
HIGHEST = 18.4  # log of 100 million persons
FARTHEST = (
    220.0  # days since the last report beyond which nothing more is learned; the longest silence of the past
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Situations:
    """Where each target stood: ``middle`` and ``scale`` of its forecast (log scale), and its ``coordinates``."""

    middle: Array
    scale: Array
    coordinates: Array


Look = Callable[[Crisis, Targets], Situations]
Lessons = Sequence[tuple[Crisis, Targets]]


def analog_draws(crisis: Crisis, targets: Targets, own: Targets, past: Lessons) -> Array:
    """Return forecasts as draws of log(1 + persons), (target, draw).

    ``own`` are rows of the same crisis; a row counts only for forecasts made on or after the day it was known.
    """
    draws = np.zeros((len(targets), DRAWS))
    beliefs = [partial(running, trust=trust) for trust in learned.BELIEFS]
    kinds: list[tuple[bool, list[Look], learned.Worth]] = [
        (False, list(beliefs), learned.RUNNING),
        (True, [yet_to_open], learned.OPENING),
    ]
    for opening, looks, worth in kinds:
        rows = np.flatnonzero(targets.opening == opening)
        if rows.size:
            asked = targets.where(rows)
            lessons = [(c, t.where(t.opening == opening)) for c, t in ((crisis, own), *past)]
            each = [_forecast(crisis, asked, lessons, look, worth) for look in looks]
            pooled = np.sort(np.concatenate(each, axis=1), axis=1)
            draws[rows] = pooled[:, len(looks) // 2 :: len(looks)]
    return np.clip(draws, 0, HIGHEST)


def _forecast(crisis: Crisis, targets: Targets, lessons: Lessons, look: Look, worth: learned.Worth) -> Array:
    """The weighted errors of the lessons at each target, scaled back. The first lesson is the crisis itself."""
    now, then = look(crisis, targets), [look(c, t) for c, t in lessons]
    errors = np.concatenate(
        [(np.log1p(t.came) - s.middle) / s.scale for (_, t), s in zip(lessons, then, strict=True)]
    )
    there = np.concatenate([s.coordinates for s in then]) / worth.reach
    here = now.coordinates / worth.reach
    counts = np.concatenate([np.full(len(lessons[0][1]), worth.own), _past_counts(lessons[1:], worth)])
    # what past crises teach is known from the start
    known = np.concatenate([lessons[0][1].known, np.full(errors.size - len(lessons[0][1]), -(10**6))])
    draws = np.empty((len(targets), DRAWS))
    for start in range(0, len(targets), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        near = np.exp(-_half_squares(here[rows], there)) + worth.anyone
        weights = near * counts * (known[None, :] <= targets.day[rows][:, None])
        drawn = np.nan_to_num(quantiles(errors, weights))
        draws[rows] = now.middle[rows, None] + now.scale[rows, None] * drawn
    return draws


def running(crisis: Crisis, targets: Targets, *, trust: float) -> Situations:
    """Return where running places stood, trusting growth so far to go on by the share ``trust``."""
    known = moments_of(crisis, targets.place, targets.day)
    ahead = np.clip(targets.day + targets.horizon - known.last_day, 1, FARTHEST)
    log_ahead, gap = np.log(ahead), np.log(np.clip(known.gap, 1, 60))
    age, size = np.log(np.clip(known.age, 3, 365)), np.clip(np.log1p(known.persons), 3, 12)
    restless, of_crisis = (np.log(np.clip(x, 1e-3, 0.5)) for x in (known.restless, known.crisis_restless))
    pull = _along(learned.GROWTH, np.clip(np.column_stack([known.growth, known.crisis_growth]), -0.03, 0.3))
    fading = np.exp(learned.FADING[0] + learned.FADING[1] * (age - 4.5))
    grown = pull * (1 - np.exp(-fading * ahead)) / fading
    step = np.sign(grown) * np.log1p(np.abs(grown))
    log_scale = _along(learned.SCALE, np.column_stack([log_ahead, restless, of_crisis, age, size, gap]))
    return Situations(
        middle=np.log1p(known.persons) + trust * step,
        scale=np.exp(log_scale),
        coordinates=np.column_stack([known.still, log_ahead, log_scale]),
    )


def yet_to_open(crisis: Crisis, targets: Targets) -> Situations:
    """Return where places stood at which nobody had been counted: whether the way there was shut on the day."""
    shut = np.zeros(len(targets))
    for i, (place, day) in enumerate(zip(targets.place, targets.day, strict=True)):
        shut[i] = any(start <= day < end for start, end in crisis.places[place].shut)
    return Situations(
        middle=np.zeros(len(targets)),
        scale=np.ones(len(targets)),
        coordinates=np.column_stack([shut, np.log(targets.horizon)]),
    )


def _past_counts(lessons: Lessons, worth: learned.Worth) -> Array:
    """What each error of past crises counts for; together ``worth.past``."""
    raw = np.concatenate(
        [np.zeros(0), *(np.full(len(t), max(len(t), 1) ** -worth.evenness) for _, t in lessons)]
    )
    counts: Array = worth.past * raw / max(raw.sum(), 1e-12)
    return counts


def _along(weights: Array, columns: Array) -> Array:
    """The weighted sum of each row, whatever other rows there are; see `_half_squares`."""
    total: Array = (columns * weights).sum(axis=1)
    return total


def _half_squares(here: Array, there: Array) -> Array:
    """Half the squared distance between every row here and there.

    Summed coordinate by coordinate: a matrix product rounds otherwise when later rows are added, and a forecast may not
    change by a bit when the future does.
    """
    half = np.zeros((len(here), len(there)))
    for mine, theirs in zip(here.T, there.T, strict=True):
        half += (mine[:, None] - theirs[None, :]) ** 2 / 2
    return half
