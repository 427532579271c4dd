"""Claims the rest of the evidence does not expect (cavity prediction, model-sources 2.5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import erf, exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.observations import Observation
from bordercast.vocabulary import Contradiction

Array = NDArray[np.float64]

NOISE_FACTOR = 1.1  # model-sources 2.5: t4 noise against a normal
# How many times beyond its words the rest (ALONE) and everything together (FAR_OFF) must lie, for a claim less likely than
# the setting `contradiction_below`. Chosen on 40 made-up crises with 8 % of figures spoilt (evals/robust.py, 2026-11, seeds
# 100-103 and 200-203): precision .92; without ALONE .89.
FAR_OFF, ALONE = 1.25, 1.6
EIGHTY = 1.2816  # 10 and 90 % points of the normal
MOST_OPPONENTS = 3
OPPOSES = 0.1  # of the strongest opponent's pull; judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A row the others do not expect: how far (log) beyond its words lies all together (``gap``), and the rest (``alone``)."""

    row: int
    gap: float
    alone: float
    found: Contradiction


def doubts_of(observations: Sequence[Observation], fit: Fit, *, below: float) -> tuple[Doubt, ...]:
    """Return the rows less likely than ``below`` given all others, the most surprising of each claim, in that order."""
    doubts = [doubt_of(observations, fit, i) for i, o in enumerate(observations) if o.claim_id]
    first: dict[str, Doubt] = {}
    for doubt in sorted(doubts, key=lambda d: (d.found.surprise, d.found.claim_id, d.row)):
        if doubt.found.surprise < below:
            first.setdefault(doubt.found.claim_id, doubt)
    listed = list(first.values())
    between = fit.between([d.row for d in listed])
    return tuple(
        replace(d, found=replace(d.found, opponents=opponents_of(observations, fit, d.row, mine)))
        for d, mine in zip(listed, between, strict=True)
    )


def doubt_of(observations: Sequence[Observation], fit: Fit, i: int) -> Doubt:
    """Return how unlikely one row is given all others (its cavity), without opponents."""
    observation = observations[i]
    centre, without = (float(of[i]) for of in cavity(fit))
    sd = sqrt(without + (NOISE_FACTOR * float(fit.sigma[i])) ** 2)
    low, high = float(observation.windows[:, 0].min()), float(observation.windows[:, 1].max())
    found = Contradiction(
        claim_id=observation.claim_id,
        expected=_expected(observation, centre, sd),
        surprise=min(1.0, 2 * min(_normal((centre - low) / sd), _normal((high - centre) / sd))),
        opponents=(),
    )
    gap, alone = (max(low - middle, middle - high) for middle in (float(fit.predictor[i]), centre))
    return Doubt(row=i, gap=gap, alone=alone, found=found)


def cavity(fit: Fit) -> tuple[Array, Array]:
    """Return mean and variance ``(n,)`` of what each row counts, given all rows but itself."""
    spread = 1 / np.maximum(1 / fit.spread - fit.grip, 1e-3 / fit.spread)
    return fit.predictor - spread * fit.pull, spread


def contradictions_of(
    doubts: Sequence[Doubt], *, below: float, rivals: Sequence[Doubt] = ()
) -> tuple[Contradiction, ...]:
    """Return the doubts worth a reader's time: figures far off, and ``rivals`` that two readings choose between."""
    apart = {d.found.claim_id: d.found for d in rivals}
    far = {
        d.found.claim_id: d.found
        for d in doubts
        if d.found.surprise < below and d.gap > log(FAR_OFF) and d.alone > log(ALONE)
    }
    return tuple(sorted({**far, **apart}.values(), key=lambda c: (c.surprise, c.claim_id)))


def _expected(observation: Observation, centre: float, sd: float) -> tuple[float, float, float]:
    """The 10, 50 and 90 % points in the claim's own unit."""
    points = [min(centre + z * sd, 60.0) for z in (-EIGHTY, 0.0, EIGHTY)]
    if observation.percent:
        rises = sorted(observation.percent * (exp(p) - 1) * 100 for p in points)
        return rises[0], rises[1], rises[2]
    low, middle, high = (exp(p + observation.shift) for p in points)
    return low, middle, high


def opponents_of(
    observations: Sequence[Observation], fit: Fit, i: int, between: NDArray[np.float64]
) -> tuple[str, ...]:
    """Return the claims that pull a row's predictor the other way hardest; ``between`` is its prior covariance with all."""
    # a claim opposes when its pull moves claim i's predictor the other way
    moved = between * fit.pull * np.sign(fit.pull[i])
    against = [
        (float(moved[j]), o.claim_id)
        for j, o in enumerate(observations)
        if j != i and o.claim_id and o.claim_id != observations[i].claim_id and moved[j] < 0
    ]
    against.sort()
    strongest = against[0][0] if against else 0.0
    return tuple(name for pull, name in against[:MOST_OPPONENTS] if pull <= OPPOSES * strongest)


def _normal(z: float) -> float:
    return 0.5 * (1 + erf(z / sqrt(2)))
