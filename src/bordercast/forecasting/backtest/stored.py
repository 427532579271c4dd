"""Forecasts of a crisis known from reports alone, held against the figures that were reported afterwards."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.special import ndtri

from bordercast.forecasting.backtest import scores
from bordercast.forecasting.backtest.counts import Array
from bordercast.forecasting.backtest.weighted import LEVELS, quantiles
from bordercast.vocabulary import (
    BASELINES,
    ELSEWHERE,
    OURS,
    BackTest,
    Corridor,
    FlowEstimate,
    Part,
    Projection,
    ReportedFigure,
    Score,
    Truth,
)

LEVEL_DAYS = 3  # days whose mean is the present flow, as in the forecast itself
TREND_DAYS = 7  # days whose slope is the drift
STEEPEST = 0.2  # log a day; steeper trends of a week do not last. Judgement, in the baselines' favour
FIRST_SD = 0.5  # log; the spread of a baseline before it has made errors. Judgement
FIRST_WORTH = 10.0  # errors that this first spread counts for

Ahead = Callable[["Made", Corridor], Array]  # persons on each day ahead, (day,)


@dataclass(frozen=True, kw_only=True, eq=False)
class Made:
    """What was forecast on a day: the estimate as of then, and the projection as things stood."""

    estimate: FlowEstimate
    projection: Projection


@dataclass(frozen=True, kw_only=True, eq=False)
class _Row:
    """One figure, forecast on one day by everybody: draws of log(1 + persons) by forecaster."""

    horizon: int
    part: Part
    figure: ReportedFigure
    made: date
    draws: dict[str, Array]


def backtest_forecasts(
    made: Sequence[Made],
    figures: Iterable[ReportedFigure],
    *,
    subject: str,
    horizons: tuple[int, ...],
    method: str,
) -> BackTest | None:
    """Return the scores of forecasts made on each day against figures published later; None without any such figure.

    A figure counts if it was published after the forecast and its last day lies after it. It is put to the first
    horizon that reaches its last day: horizon 7 holds figures 4 to 7 days ahead where 3 and 7 were asked for. Its
    readings are scored each with its weight. Figures about legs nobody had named by the day cannot be forecast.
    """
    pairs = [
        (then, figure, horizon)
        for then in sorted(made, key=lambda m: m.estimate.as_of)
        for figure in sorted(figures, key=lambda f: f.claim_id)
        if figure.published > then.estimate.as_of
        and (horizon := _horizon((figure.days[-1] - then.estimate.as_of).days, horizons))
    ]
    known = [p for p in pairs if _legs(p[0].estimate, p[1]) and p[1].days[0] >= p[0].estimate.days[0]]
    rows = _forecast(known)
    if not rows:
        return None
    unnamed = len(pairs) - len(known)
    said, days = len({r.figure.claim_id for r in rows}), len({r.made for r in rows})
    notes = [f"{said} figures, forecast from {days} days; a horizon holds figures up to so many days ahead."]
    if unnamed:
        notes.append(
            f"{unnamed} forecasts could not be made: nobody had named the corridor, or the days began before the estimate."
        )
    return BackTest(
        subject=subject,
        start=min(r.made for r in rows),
        until=max(r.made for r in rows),
        scores=tuple(_scores(rows)),
        notes=tuple(notes),
        method=method,
    )


def _horizon(days: int, horizons: tuple[int, ...]) -> int:
    return min((h for h in horizons if days <= h), default=0) if days > 0 else 0


def _legs(estimate: FlowEstimate, figure: ReportedFigure) -> tuple[Corridor, ...]:
    """The legs of the estimate a figure counts: its own, or all of a total; none when one had not been named yet."""
    if any(leg.destination == ELSEWHERE for leg in figure.legs):
        groups = {(leg.origin, leg.onward) for leg in figure.legs}
        return tuple(leg for leg in estimate.legs if (leg.origin, leg.onward) in groups)
    return figure.legs if set(figure.legs) <= set(estimate.legs) else ()


def _forecast(pairs: Sequence[tuple[Made, ReportedFigure, int]]) -> list[_Row]:
    """Everybody's forecast of each figure; baselines spread by the errors they made on figures known by the day."""
    singles: dict[str, Ahead] = dict(zip(BASELINES, (_persistence, _drift, _shares_held), strict=False))
    middles = {
        name: np.array([np.log1p(_baseline(then, figure, ahead)) for then, figure, _ in pairs])
        for name, ahead in singles.items()
    }
    came = np.array([sum(np.log1p(v) * w for v, w in figure.readings) for _, figure, _ in pairs])
    known = np.array([figure.published.toordinal() for _, figure, _ in pairs])
    horizon = np.array([h for _, _, h in pairs])
    rows = []
    for i, (then, figure, ahead) in enumerate(pairs):
        mine = (horizon == ahead) & (known <= then.estimate.as_of.toordinal())
        draws = {OURS: np.log1p(_ours(then, figure))}
        for name, middle in middles.items():
            draws[name] = np.maximum(middle[i] + _spread((came - middle)[mine]), 0)
        draws[BASELINES[-1]] = np.sort(np.concatenate([draws[name] for name in singles]))
        part = Part.NEW if figure.days[0] > then.estimate.as_of else Part.SINCE
        rows.append(_Row(horizon=ahead, part=part, figure=figure, made=then.estimate.as_of, draws=draws))
    return rows


def _spread(errors: Array) -> Array:
    first: Array = FIRST_SD * ndtri(LEVELS)
    weights = np.concatenate([np.full(LEVELS.size, FIRST_WORTH / LEVELS.size), np.ones(errors.size)])
    spread: Array = quantiles(np.concatenate([first, errors]), weights[None, :])[0]
    return spread


def _ours(then: Made, figure: ReportedFigure) -> Array:
    """Draws of the figure: what the estimate has of its days, and what the projection has, draw by draw."""
    total = np.zeros(len(then.estimate.draws))
    for leg in _legs(then.estimate, figure):
        past, ahead = then.estimate.of(leg), then.projection.of(leg)
        for day, weight in zip(figure.days, figure.weights, strict=True):
            after = (day - then.estimate.as_of).days
            total += weight * (
                ahead[:, after - 1] if after > 0 else past[:, (day - then.estimate.days[0]).days]
            )
    return total


def _baseline(then: Made, figure: ReportedFigure, ahead: Ahead) -> float:
    """A baseline's middle: the estimate's medians for days gone by, its own way ahead for the others."""
    total = 0.0
    for leg in _legs(then.estimate, figure):
        past, forward = np.median(then.estimate.of(leg), axis=0), ahead(then, leg)
        for day, weight in zip(figure.days, figure.weights, strict=True):
            after = (day - then.estimate.as_of).days
            total += weight * float(
                forward[after - 1] if after > 0 else past[(day - then.estimate.days[0]).days]
            )
    return total


def _persistence(then: Made, leg: Corridor) -> Array:
    level = float(np.median(then.estimate.of(leg), axis=0)[-LEVEL_DAYS:].mean())
    return np.full(len(then.projection.days), level)


def _drift(then: Made, leg: Corridor) -> Array:
    return _going_on(then, leg, _slope(then.estimate.of(leg)))


def _shares_held(then: Made, leg: Corridor) -> Array:
    """The leg's present share of all that leaves its country the same way, which drifts as a whole."""
    whole = sum(
        (then.estimate.of(x) for x in then.estimate.legs if (x.origin, x.onward) == (leg.origin, leg.onward)),
        np.zeros_like(then.estimate.of(leg)),
    )
    return _going_on(then, leg, _slope(whole))


def _going_on(then: Made, leg: Corridor, slope: float) -> Array:
    """The present flow, which is that of the middle of its days, going on at a slope (log a day)."""
    since = np.arange(1, len(then.projection.days) + 1) + (LEVEL_DAYS - 1) / 2
    grown: Array = _persistence(then, leg) * np.exp(slope * since)
    return grown


def _slope(draws: Array) -> float:
    path = np.log1p(np.median(draws, axis=0))[-TREND_DAYS:]
    if path.size < 3:
        return 0.0
    day = np.arange(path.size) - (path.size - 1) / 2
    return float(np.clip((day * path).sum() / (day**2).sum(), -STEEPEST, STEEPEST))


def _scores(rows: Sequence[_Row]) -> list[Score]:
    found = []
    for part in (Part.ALL, Part.NEW, Part.SINCE):
        for horizon in sorted({r.horizon for r in rows}):
            chosen = [r for r in rows if r.horizon == horizon and part in (Part.ALL, r.part)]
            if chosen:
                found += [_score(name, horizon, part, chosen) for name in (OURS, *BASELINES)]
    return found


def _score(name: str, horizon: int, part: Part, rows: Sequence[_Row]) -> Score:
    each = np.array([_of_figure(r.draws[name], r.figure) for r in rows])
    crps, wis, crps_log, wis_log, cover50, cover80, cover95 = map(float, each.mean(axis=0))
    return Score(
        forecaster=name,
        horizon=horizon,
        truth=Truth.REPORTED,
        part=part,
        count=len(rows),
        crps=crps,
        wis=wis,
        crps_log=crps_log,
        wis_log=wis_log,
        cover50=cover50,
        cover80=cover80,
        cover95=cover95,
    )


def _of_figure(logs: Array, figure: ReportedFigure) -> Array:
    """All scores of one forecast, each the mean over the figure's readings."""
    values, weights = np.array(figure.readings).T
    came = np.log1p(values)
    drawn = np.tile(logs, (came.size, 1))
    each = [
        scores.crps(np.expm1(drawn), values),
        scores.wis(np.expm1(drawn), values),
        scores.crps(drawn, came),
        scores.wis(drawn, came),
        *(scores.covered(drawn, came, level).astype(float) for level in scores.COVERAGE_LEVELS),
    ]
    result: Array = np.array([scores.over_window(x[None, :], weights[None, :])[0] for x in each])
    return result
