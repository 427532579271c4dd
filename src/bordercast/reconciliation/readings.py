"""Claims that can be read in two ways are read in two ways: each with its weight, never as the middle that nobody said.

A single Gaussian cannot hold "40,000 or 64,000". Where some claims are unlikely given some others, and those unlikely
given the first, both sides are believed in turn: the fit is made without one side, then without the other. A reading's
weight is the evidence of the claims it believes times the probability it leaves to those it takes for wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.contradictions import Doubt, doubt_of
from bordercast.reconciliation.ensemble import MOST_ROWS, Ensemble, ensemble_of
from bordercast.reconciliation.fit import NODE_WEIGHTS, NODES, Fit, fit
from bordercast.reconciliation.likelihood import log_likelihood
from bordercast.reconciliation.observations import Observation
from bordercast.reconciliation.prior import Prior
from bordercast.reconciliation.system import System
from bordercast.reconciliation.voices import Voice
from bordercast.reconciliation.windows import FAR
from bordercast.vocabulary import FlowEstimate, Reading

Array = NDArray[np.float64]

RIVAL_BELOW = (
    0.05  # surprise at which a claim can be one side of a quarrel; judgement: each side vouches for the other
)
KIN = 0.5  # prior correlation of what two claims count, from which they speak of the same thing; judgement
APART = 2.0  # sds of the two readings between them, below which they are one; judgement
FORKED = 0.25  # log units between the totals of some leg: closer (a quarrel about one day), one number with its interval
#  and a contradiction say enough; judgement
# Share of FORKED and APART that the closed form must promise before two fits are made. In the quarrels of both
# examples and of seven made-up crises the fits gave at most 1.3 times what it said near the limits, and 2.8 times far above them.
PROMISE = 0.33
PLAUSIBLE = 0.1  # least weight of a reading that is shown; with less, one side is simply wrong


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fork:
    """Two sides, as rows, and how much speaks for believing the first; ``without`` are the fits that believe each.

    ``without[0]`` is made without the second side, ``without[1]`` without the first.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    weight: float
    without: tuple[Fit, Fit]

    @property
    def sides(self) -> tuple[tuple[tuple[int, ...], float], tuple[tuple[int, ...], float]]:
        """The rows each reading takes for wrong, and its weight."""
        return (self.second, self.weight), (self.first, 1 - self.weight)


def fork_of(
    prior: Prior, system: System, best: Fit, doubts: Sequence[Doubt], observations: Sequence[Observation]
) -> Fork | None:
    """Return the two sides of the quarrel between the most surprising claims; None when one reading will do.

    What an analyst vouches for is never one side of two. Of a problem with very many rows one reading is given: two
    would halve the draws of everything for the sake of one corridor.
    """
    if len(system.noise) > MOST_ROWS:
        return None
    rows = [
        d.row
        for d in doubts
        if d.found.surprise < RIVAL_BELOW and observations[d.row].voice is not Voice.CERTAIN
    ]
    tried: set[frozenset[frozenset[int]]] = set()
    between = np.array([all_rows[rows] for all_rows in best.between(rows)])
    for row in rows:
        for_it, against = _sides(best, row, rows, between)
        quarrel = frozenset(
            (frozenset(for_it), frozenset(against))
        )  # the other side's row tells of the same one
        if not against or quarrel in tried:
            continue
        tried.add(quarrel)
        if not _promising(prior, best, row, (against, for_it)):
            continue
        plan = best.blocks.plan
        without = [
            fit(prior, _muted(system, wrong), plan, best.hyper, start=best) for wrong in (against, for_it)
        ]
        apart = abs(float(without[0].predictor[row] - without[1].predictor[row]))
        if _totals_apart(prior, without) < FORKED or apart < APART * np.sqrt(
            float(without[0].spread[row] + without[1].spread[row])
        ):
            continue
        odds = [
            found.evidence + _left(found, system, wrong)
            for found, wrong in zip(without, (against, for_it), strict=True)
        ]
        weight = float(1 / (1 + np.exp(np.clip(odds[1] - odds[0], -50, 50))))
        if PLAUSIBLE <= weight <= 1 - PLAUSIBLE:
            return Fork(first=for_it, second=against, weight=weight, without=(without[0], without[1]))
    return None


def _promising(prior: Prior, best: Fit, row: int, sides: Sequence[Sequence[int]]) -> bool:
    """Whether the two readings may lie far enough apart, to first order, to be worth two fits."""
    (one, mine), (two, other) = (best.without(wrong) for wrong in sides)
    apart = abs(float(mine[row] - other[row]))
    middle = prior.mean + best.shift + 0.5 * best.flow_spread
    return _apart(middle + one, middle + two) > PROMISE * FORKED and apart > PROMISE * APART * np.sqrt(
        2 * float(best.spread[row])
    )


def _totals_apart(prior: Prior, fits: Sequence[Fit]) -> float:
    """How far apart (log) two fits put the total of the leg on which they differ most."""
    one, two = (prior.mean + f.shift + 0.5 * f.flow_spread for f in fits)
    return _apart(one, two)


def _apart(one: Array, two: Array) -> float:
    return float(
        np.max(np.abs(np.logaddexp.reduce(one, axis=1) - np.logaddexp.reduce(two, axis=1)), initial=0.0)
    )


def read_both(  # noqa: PLR0913 - the problem, the quarrel, and the settings of the draws
    fork: Fork,
    prior: Prior,
    system: System,
    best: Fit,
    *,
    draws: int,
    chance: np.random.Generator,
    shown: int,
) -> tuple[Ensemble, tuple[Array, Array]]:
    """Return an ensemble with draws of both readings in proportion to their weights, and the flows of each."""
    made: list[Ensemble] = []
    left = draws
    for (wrong, weight), found in zip(fork.sides, fork.without, strict=True):
        share = round(draws * weight) if not made else left
        left -= share
        made.append(
            ensemble_of(prior, _muted(system, wrong), draws=share, chance=chance, shown=shown, best=found)
        )
    one, two = made
    both = replace(
        one,
        flows=np.concatenate([one.flows, two.flows]),
        before=np.concatenate([one.before, two.before]),
        best=best,
    )
    return both, (one.flows, two.flows)


def readings_of(
    fork: Fork, flows: tuple[Array, Array], observations: Sequence[Observation], estimate: FlowEstimate
) -> tuple[Reading, Reading]:
    """Return both readings for people, at the corridor where they differ most."""
    whole = [replace(estimate, draws=one) for one in flows]
    middles = [{c: float(np.median(one.of(c).sum(axis=1))) for c in estimate.corridors} for one in whole]
    corridor = max(estimate.corridors, key=lambda c: (abs(np.log(middles[0][c] / middles[1][c])), str(c)))
    names = [tuple(sorted({observations[i].claim_id for i in side})) for side in (fork.first, fork.second)]
    made = []
    for one, weight, (right, wrong) in zip(
        whole, (fork.weight, 1 - fork.weight), (names, names[::-1]), strict=True
    ):
        low, middle, high = np.quantile(one.of(corridor).sum(axis=1), [0.1, 0.5, 0.9]).tolist()
        made.append(
            Reading(
                corridor=str(corridor), weight=weight, expected=(low, middle, high), right=right, wrong=wrong
            )
        )
    return made[0], made[1]


def rivals_of(fork: Fork, observations: Sequence[Observation], doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Return the claims of the less likely side as the other side sees them: the middle is nobody's view.

    The other side stands among their opponents, and both readings beside them.
    """
    opponents = {d.row: d.found.opponents for d in doubts}
    wrong, found = (fork.second, fork.without[0]) if fork.weight >= 0.5 else (fork.first, fork.without[1])
    return tuple(
        replace(seen, found=replace(seen.found, opponents=opponents[row]))
        for row in wrong
        for seen in (doubt_of(observations, found, row),)
    )


def _sides(
    best: Fit, row: int, rows: Sequence[int], between: Array
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The doubtful rows that pull a row's predictor its way, and those that pull it the other way.

    ``between`` are the prior covariances of the ``rows``.
    """
    at = rows.index(row)
    with_it, against = [row], list[int]()
    for i, other in enumerate(rows):
        if other == row:
            continue
        shared = float(between[at, i]) / np.sqrt(float(between[at, at]) * max(float(between[i, i]), 1e-12))
        if abs(shared) < KIN:
            continue
        same = shared * float(best.pull[row]) * float(best.pull[other]) > 0
        (with_it if same else against).append(other)
    return tuple(with_it), tuple(against)


def _muted(system: System, rows: Sequence[int]) -> System:
    """The system with rows that say nothing."""
    windows = system.windows.copy()
    windows[list(rows)] = (-FAR, FAR, 0.0)
    windows[list(rows), 0, 2] = 1.0
    return replace(system, windows=windows)


def _left(found: Fit, system: System, rows: Sequence[int]) -> float:
    """The log probability that a fit made without them leaves to some rows."""
    at = list(rows)
    nodes = found.predictor[at, None] + np.sqrt(found.spread[at])[:, None] * NODES
    value, *_ = log_likelihood(nodes, system.windows[at], found.sigma[at])
    return float(np.log(np.exp(value) @ NODE_WEIGHTS).sum())
