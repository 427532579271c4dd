"""Our forecast of a place: what became of places that stood as it stands, in this crisis and in past ones.

A report ahead is the last one, moved by growth that fades, plus an error. The errors of all reports known by the day
are made comparable (divided by a scale that grows with the days since the last report and with how restless the place
has been), and those made in like circumstances count most. The forecast is that weighted sample, scaled back: no
shape is assumed, and steps of registration, long silences and calm places bring their own errors along.

Places where nobody has been counted are forecast in the same way from places that were in that state.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bordercast.forecasting.backtest.counts import Array, Crisis
from bordercast.forecasting.backtest.learned import OPENING, RUNNING, Learned
from bordercast.forecasting.backtest.moments import moments_of
from bordercast.forecasting.backtest.targets import Targets
from bordercast.forecasting.backtest.weighted import DRAWS, quantiles

ROWS_AT_ONCE = 500  # bounds memory: a block of rows times the pool
HIGHEST = 18.4  # log of 100 million persons


@dataclass(frozen=True, kw_only=True, eq=False)
class Situations:
    """Where each target stood: ``middle`` and ``scale`` of its forecast (log scale), and its ``coordinates``.

    Coordinates are divided by how far apart two situations may be and still teach each other something.
    """

    middle: Array
    scale: Array
    coordinates: Array


def analog_draws(
    crisis: Crisis, targets: Targets, learn_from: Targets, past: Sequence[tuple[Crisis, Targets]]
) -> Array:
    """Return forecasts as draws of log(1 + persons), (target, draw).

    ``learn_from`` are rows of the same crisis; a row counts only for forecasts made on or after the day it was known.
    """
    draws = np.zeros((len(targets), DRAWS))
    for opening, learned, look in ((False, RUNNING, running), (True, OPENING, yet_to_open)):
        rows = np.flatnonzero(targets.opening == opening)
        if not rows.size:
            continue
        own = learn_from.where(learn_from.opening == opening)
        others = [(c, t.where(t.opening == opening)) for c, t in past if (t.opening == opening).any()]
        pool = [(own, look(crisis, own)), *((t, look(c, t)) for c, t in others)]
        draws[rows] = _forecast(targets.where(rows), look(crisis, targets.where(rows)), pool, learned)
    return np.clip(draws, 0, HIGHEST)


def _forecast(
    targets: Targets, now: Situations, pool: list[tuple[Targets, Situations]], learned: Learned
) -> Array:
    """The weighted errors of the pool at each target, scaled back. The first of the pool is the crisis itself."""
    errors = np.concatenate([(np.log1p(t.came) - s.middle) / s.scale for t, s in pool])
    there = np.concatenate([s.coordinates for _, s in pool])
    worth = np.concatenate([np.full(len(pool[0][0]), learned.own), _past_worth(pool[1:], learned)])
    # what past crises teach is known from the start
    known = np.concatenate(
        [pool[0][0].known, np.full(len(errors) - len(pool[0][0]), -np.iinfo(np.int64).max)]
    )
    order = np.argsort(errors, kind="stable")
    errors, there, worth, known = errors[order], there[order], worth[order], known[order]
    draws = np.empty((len(targets), DRAWS))
    for start in range(0, len(targets), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        near = np.exp(-_half_squares(now.coordinates[rows], there)) + learned.anyone
        weights = near * worth * (known[None, :] <= targets.day[rows][:, None])
        drawn = np.nan_to_num(quantiles(errors, weights))
        draws[rows] = now.middle[rows, None] + now.scale[rows, None] * drawn
    return draws


def running(crisis: Crisis, targets: Targets) -> Situations:
    """Return where running places stood."""
    known = moments_of(crisis, targets.place, targets.day)
    ahead = np.clip(targets.day + targets.horizon - known.last_day, 1, 220).astype(float)
    age, size = np.log(np.clip(known.age, 3, 365)), np.clip(np.log1p(known.persons), 3, 12)
    restless, crisis_restless = (
        np.log(np.clip(x, 1e-3, 0.5)) for x in (known.restless, known.crisis_restless)
    )
    pull = np.clip(np.column_stack([known.growth, known.crisis_growth]), -0.03, 0.3) @ RUNNING.growth
    fading = np.exp(RUNNING.fading + RUNNING.fading_with_age * (age - 4.5))
    grown = pull * (1 - np.exp(-fading * ahead)) / fading
    step = np.where(grown > 0, np.log1p(np.maximum(grown, 0)), -np.log1p(np.maximum(-grown, 0)))
    log_ahead = np.log(ahead)
    log_scale = np.column_stack([log_ahead, restless, crisis_restless, age, size]) @ RUNNING.scale
    coordinates = np.column_stack([
        log_ahead, np.log(targets.horizon), restless, crisis_restless, age, size, known.still,
        np.log(np.clip(known.reports, 1, 40)), np.log(np.clip(known.gap, 1, 60)), step, log_scale,
    ])  # fmt: skip
    return Situations(
        middle=np.log1p(known.persons) + RUNNING.trust_in_growth * step,
        scale=np.exp(log_scale),
        coordinates=coordinates / RUNNING.reach,
    )


def yet_to_open(crisis: Crisis, targets: Targets) -> Situations:
    """Return where places stood at which nobody had been counted: how long known, and what the others were doing."""
    first = np.array([counts.days[0] for counts in crisis.places])
    at = np.stack([counts.last(targets.day) for counts in crisis.places], axis=1)
    opened = at >= np.array([counts.first_people for counts in crisis.places])
    sizes = np.stack(
        [np.log1p(c.persons[np.maximum(at[:, i], 0)]) for i, c in enumerate(crisis.places)], axis=1
    )
    count = opened.sum(axis=1)
    usual = np.where(count > 0, (sizes * opened).sum(axis=1) / np.maximum(count, 1), OPENING.usual_size)
    shut, reopened = (np.zeros(len(targets)) for _ in range(2))
    for i, (place, day) in enumerate(zip(targets.place, targets.day, strict=True)):
        spans = crisis.places[place].shut
        shut[i] = any(start <= day < end for start, end in spans)
        reopened[i] = any(0 < end <= day for _, end in spans)
    waited = np.log1p(targets.day - first[targets.place])
    share = count / len(crisis.places)
    coordinates = np.column_stack([waited, share, usual, np.log(targets.horizon), shut, reopened])
    return Situations(
        middle=np.zeros(len(targets)), scale=np.ones(len(targets)), coordinates=coordinates / OPENING.reach
    )


def _past_worth(pool: Sequence[tuple[Targets, Situations]], learned: Learned) -> Array:
    if not pool:
        return np.zeros(0)
    raw = np.concatenate([np.full(len(t), 1 / len(t) ** learned.evenness) for t, _ in pool])
    worth: Array = learned.past * raw / raw.sum()
    return worth


def _half_squares(here: Array, there: Array) -> Array:
    """Half the squared distance between every row here and there."""
    squares = (here**2).sum(axis=1)[:, None] + (there**2).sum(axis=1)[None, :] - 2 * here @ there.T
    half: Array = np.maximum(squares, 0) / 2
    return half
