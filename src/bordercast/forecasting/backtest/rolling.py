"""The order: what can be scored, every forecaster on the same rows, falling back where ours has not earned trust."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.backtest import scores
from bordercast.forecasting.backtest.analogs import analog_draws
from bordercast.forecasting.backtest.baselines import baseline_draws
from bordercast.forecasting.backtest.counts import Array, Crisis, Days, crisis_of
from bordercast.forecasting.backtest.past import learned_from
from bordercast.forecasting.backtest.targets import Targets, targets_of
from bordercast.vocabulary import OURS, BackTest, Case, InvalidSetting, Part, Score, Truth

METHOD = "bordercast analogs 1"
HORIZONS = (3, 7, 14, 30)
FALL_BACK_AFTER = 20  # known errors before we judge ourselves; judgement
WORSE_BY = 1.0  # our mean score over persistence's above which persistence is used instead

Progress = Callable[[str, int, int], None]


def backtest_case(
    case: Case, *, horizons: tuple[int, ...] = HORIZONS, progress: Progress | None = None
) -> BackTest:
    """Return the scores of forecasts of every counted place, made on each day from what was reported by that day.

    Raises
    ------
    InvalidSetting
        If a horizon is below one day, or no place has a report that can be forecast.

    """
    return backtest_crisis(crisis_of(case), start=case.start, horizons=horizons, progress=progress)


def backtest_crisis(
    crisis: Crisis,
    *,
    start: date,
    horizons: tuple[int, ...] = HORIZONS,
    past: Sequence[Crisis] | None = None,
    progress: Progress | None = None,
) -> BackTest:
    """Return the back-test of counts; ``past`` replaces the packaged crises that forecasts learn from."""
    _check(crisis, horizons)
    kept, left_out = learned_from(crisis) if past is None else (tuple(past), ())
    lessons = [(c, targets_of(c, horizons, Truth.REPORTED)) for c in kept]
    own = targets_of(crisis, horizons, Truth.REPORTED)
    if not len(own):
        raise InvalidSetting(
            f"No report of {crisis.name} lies {min(horizons)} days or more after an earlier one of the same place. "
            "There is nothing to score. Give a longer series or shorter horizons."
        )
    steps = len(Truth) + 1
    found: list[Score] = []
    forecasts = _forecasts(crisis, own, own, lessons)
    _tell(progress, 1, steps)
    distrust = fall_back_days(own, forecasts)
    for done, truth in enumerate(Truth):
        targets = own if truth is Truth.REPORTED else targets_of(crisis, horizons, truth)
        draws = forecasts if truth is Truth.REPORTED else _forecasts(crisis, targets, own, lessons)
        draws[OURS] = np.where(
            distrust(targets.day)[:, None] & ~targets.opening[:, None], draws["persistence"], draws[OURS]
        )
        found += _scores(targets, draws, truth)
        _tell(progress, done + 2, steps)
    return BackTest(
        subject=crisis.name,
        start=start,
        until=start + timedelta(days=crisis.length - 1),
        scores=tuple(found),
        notes=_notes(own, distrust(own.day), left_out),
        method=METHOD,
    )


def fall_back_days(own: Targets, forecasts: dict[str, Array]) -> Callable[[Days], NDArray[np.bool_]]:
    """Return the rule that tells, for each day, whether persistence has done better than we have so far.

    Only errors known by the day count.
    """
    came = np.log1p(own.came)
    gain = scores.crps(forecasts[OURS], came) - WORSE_BY * scores.crps(forecasts["persistence"], came)
    rows = np.flatnonzero(~own.opening)
    order = rows[np.argsort(own.known[rows], kind="stable")]
    known, total = own.known[order], np.cumsum(gain[order])

    def distrust(day: Days) -> NDArray[np.bool_]:
        count = np.searchsorted(known, day, side="right")
        worse = (count >= FALL_BACK_AFTER) & (np.concatenate([[0.0], total])[count] > 0)
        return np.asarray(worse, dtype=bool)

    return distrust


def _check(crisis: Crisis, horizons: tuple[int, ...]) -> None:
    if not horizons or min(horizons) < 1:
        raise InvalidSetting(
            f"Horizons of {', '.join(map(str, horizons)) or 'no'} days were asked for. Each is one day or more. Write, for instance, 3,7,14."
        )
    if not crisis.places:
        raise InvalidSetting(
            f"{crisis.name} counts nobody anywhere: there are no series. A back-test scores counts. List them in data_layout.csv."
        )


def _forecasts(
    crisis: Crisis, targets: Targets, own: Targets, lessons: list[tuple[Crisis, Targets]]
) -> dict[str, Array]:
    return {
        OURS: analog_draws(crisis, targets, own, lessons),
        **baseline_draws(crisis, targets, own, lessons),
    }


def _scores(targets: Targets, draws: dict[str, Array], truth: Truth) -> list[Score]:
    parts = {
        Part.ALL: np.ones(len(targets), bool),
        Part.RUNNING: ~targets.opening,
        Part.OPENING: targets.opening,
    }
    found = []
    for horizon in np.unique(targets.horizon):
        for part, inside in parts.items():
            rows = inside & (targets.horizon == horizon)
            if rows.any():
                found += [
                    _score(name, int(horizon), truth, part, targets.where(rows), x[rows])
                    for name, x in draws.items()
                ]
    return found


def _score(  # noqa: PLR0913, PLR0917 - what a score is of
    name: str, horizon: int, truth: Truth, part: Part, targets: Targets, logs: Array
) -> Score:
    persons, came, came_log = np.expm1(logs), targets.came, np.log1p(targets.came)
    cover = [float(scores.covered(logs, came_log, level).mean()) for level in scores.COVERAGE_LEVELS]
    return Score(
        forecaster=name,
        horizon=horizon,
        truth=truth,
        part=part,
        count=len(targets),
        crps=float(scores.crps(persons, came).mean()),
        wis=float(scores.wis(persons, came).mean()),
        crps_log=float(scores.crps(logs, came_log).mean()),
        wis_log=float(scores.wis(logs, came_log).mean()),
        cover50=cover[0],
        cover80=cover[1],
        cover95=cover[2],
        ard=_ard(targets, np.median(persons, axis=1))
        if truth is Truth.BETWEEN and part is Part.ALL
        else None,
    )


def _ard(targets: Targets, middles: Array) -> float:
    days, at = np.unique(targets.day, return_inverse=True)
    table = np.zeros((2, days.size, int(targets.place.max()) + 1))
    table[0, at, targets.place], table[1, at, targets.place] = middles, targets.came
    return scores.ard(table[0], table[1])


def _notes(own: Targets, distrusted: NDArray[np.bool_], left_out: tuple[str, ...]) -> tuple[str, ...]:
    notes = []
    if left_out:
        notes.append(
            f"Past crises that name a place of this one were not learned from: {', '.join(left_out)}."
        )
    running = ~own.opening
    fell = float(distrusted[running].mean()) if running.any() else 0.0
    if fell > 0:
        notes.append(
            f"On {fell:.0%} of the forecasts ours fell back to persistence, which had done better by then."
        )
    return tuple(notes)


def _tell(progress: Progress | None, done: int, steps: int) -> None:
    if progress:
        progress("Forecasting each day anew", done, steps)
