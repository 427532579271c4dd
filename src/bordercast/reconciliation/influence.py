"""Which claims moved a number, and by how much: the fit without one claim, in closed form.

A claim's site adds precision ``d`` and slope ``g`` to its predictor, whose posterior variance is ``v``. Without the site,
a quantity whose posterior covariance with the predictor is ``c`` moves by ``-c g / (1 - d v)``; for a claim of several
rows by ``-c (I - d V)^-1 g``. With ``r`` the prior covariance, ``c = (K + 1/d)^-1 r / d``: one solve a number.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.observations import Observation
from bordercast.vocabulary import Corridor, FlowEstimate, Influence

Array = NDArray[np.float64]

AT_A_TIME = 32  # numbers looked at together, so that a large problem fits
WORTH_SAYING = 0.01  # change of a number below which a claim's move is left out; judgement
MOST_ALL_DAYS, MOST_A_DAY = 15, 6  # claims listed for a number
MOST_NUMBERS = (
    1200  # beyond, days before the last fortnight have no list of their own: it would outgrow the ledger
)
FARTHEST = 5.0  # log units: a number that hangs on one claim alone
_NONE: Mapping[str, FlowEstimate] = MappingProxyType({})
LEAST_LEFT = 0.02  # of a predictor's precision: with less, a claim stands alone and its cavity is the prior


def influences_of(
    observations: Sequence[Observation],
    fit: Fit,
    estimate: FlowEstimate,
    *,
    shown: int,
    refits: Mapping[str, FlowEstimate] = _NONE,
) -> tuple[Influence, ...]:
    """Return how far each claim moves each corridor's number of all days and of each day; ``shown`` days come before.

    ``refits`` are estimates made without some claims, where there are any: the closed form is for a single bell.
    """
    claims = _rows_of(observations)
    names, remedies = list(claims), _remedies(fit, claims)
    found: list[Influence] = []
    flows = np.median(estimate.draws, axis=0)
    numbers = list(_numbers(estimate))
    for block in (numbers[i : i + AT_A_TIME] for i in range(0, len(numbers), AT_A_TIME)):
        moved = _moves(
            fit, claims, remedies, np.stack([_field(estimate, flows, c, d, shown) for c, d in block])
        )
        for (corridor, day), closed in zip(block, moved, strict=True):
            persons = _median(estimate, corridor, day)
            moves = dict(zip(names, closed.tolist(), strict=True))
            for claim, refit in refits.items():
                moves[claim] = float(np.log(_median(refit, corridor, day) / persons))
            telling = [claim for claim, move in moves.items() if abs(move) >= WORTH_SAYING]
            ranked = sorted(telling, key=lambda claim: (-abs(moves[claim]), claim))
            found += [
                Influence(
                    claim_id=claim,
                    corridor=str(corridor),
                    day=day,
                    persons=persons,
                    without=persons * float(np.exp(moves[claim])),
                )
                for claim in ranked[: MOST_ALL_DAYS if day is None else MOST_A_DAY]
            ]
    return tuple(found)


def _remedies(fit: Fit, claims: Mapping[str, list[int]]) -> Array:
    """For each row, what its claim's going would do to it; zero for rows of no claim."""
    remedies = np.zeros(len(fit.grip))
    for rows in claims.values():
        remedies[rows] = _without(fit, rows)
    return remedies


def _moves(fit: Fit, claims: Mapping[str, list[int]], remedies: Array, fields: Array) -> Array:
    """How far each claim's going moves each weighted sum of log flows ``(k, leg, day)``, shape ``(k, claim)``."""
    by_row = -_covariances(fit, fields) * remedies
    moves = np.zeros((len(fields), len(claims)))
    for i, rows in enumerate(claims.values()):
        moves[:, i] = by_row[:, rows].sum(axis=1)
    return np.clip(moves, -FARTHEST, FARTHEST)


def _median(estimate: FlowEstimate, corridor: Corridor, day: date | None) -> float:
    draws = estimate.of(corridor)
    return float(np.median(draws.sum(axis=1) if day is None else draws[:, estimate.days.index(day)]))


def _rows_of(observations: Sequence[Observation]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for i, observation in enumerate(observations):
        if observation.claim_id:
            rows.setdefault(observation.claim_id, []).append(i)
    return rows


def _without(fit: Fit, rows: list[int]) -> Array:
    """``(I - d V)^-1 g`` of one claim's rows: what its going would do to their predictors."""
    pull, grip = fit.pull[rows], fit.grip[rows]
    if len(rows) == 1:
        left: Array = pull / max(1 - float(grip[0] * fit.spread[rows[0]]), LEAST_LEFT)
        return left
    between = np.array(list(fit.between(rows)))
    spread = (fit.blocks.solve(between.T)[rows] / fit.grip[rows, None]).T
    own = np.eye(len(rows)) - grip[:, None] * spread
    sizes, axes = np.linalg.eig(own)
    kept = np.where(np.abs(sizes) < LEAST_LEFT, LEAST_LEFT, sizes)
    return np.real(axes @ (np.linalg.solve(axes, pull.astype(complex)) / kept))


def _covariances(fit: Fit, fields: Array) -> Array:
    """Posterior covariances ``(k, n)`` of weighted sums of log flows ``(k, leg, day)`` with all rows' predictors."""
    prior = fit.told_of(fit.blocks.kernels.apply(fields))
    covariance: Array = fit.blocks.solve(prior.T).T / fit.grip
    return covariance


def _numbers(estimate: FlowEstimate) -> Iterator[tuple[Corridor, date | None]]:
    days = estimate.days
    if len(estimate.corridors) * len(days) > MOST_NUMBERS:
        days = days[-14:]
    if len(estimate.corridors) * len(days) > MOST_NUMBERS:
        days = days[-1:]
    for corridor in estimate.corridors:
        yield corridor, None
        for day in days:
            yield corridor, day


def _field(estimate: FlowEstimate, flows: Array, corridor: Corridor, day: date | None, shown: int) -> Array:
    """The slope of a number's logarithm in every log flow: each flow's share of the number."""
    members = [
        i
        for i, leg in enumerate(estimate.legs)
        if leg == corridor
        or (
            corridor.members
            and (leg.origin, leg.onward) == (corridor.origin, corridor.onward)
            and leg.destination in corridor.members
        )
    ]
    days = slice(None) if day is None else slice(estimate.days.index(day), estimate.days.index(day) + 1)
    field = np.zeros((flows.shape[0], shown + flows.shape[1]))
    part = field[:, shown:]
    part[members, days] = flows[members, days]
    field /= max(float(field.sum()), 1e-12)
    return field
