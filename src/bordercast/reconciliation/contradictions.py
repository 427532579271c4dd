"""Claims the rest of the evidence does not expect (cavity prediction, model-sources 2.5)."""

from collections.abc import Sequence
from math import erf, exp, sqrt

import numpy as np

from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.observations import Observation
from bordercast.vocabulary import Contradiction

NOISE_FACTOR = 1.1  # model-sources 2.5: t4 noise against a normal
EIGHTY = 1.2816  # 10 and 90 % points of the normal
MOST_OPPONENTS = 3
OPPOSES = 0.1  # of the strongest opponent's pull; judgement


def contradictions_of(
    observations: Sequence[Observation], fit: Fit, *, below: float
) -> tuple[Contradiction, ...]:
    """Return the claims less likely than ``below`` given all others, the most surprising first."""
    found = []
    for i, observation in enumerate(observations):
        if not observation.claim_id:
            continue
        spread, pull, grip = float(fit.spread[i]), float(fit.pull[i]), float(fit.grip[i])
        without = 1 / max(1 / spread - grip, 1e-3 / spread)
        centre = float(fit.predictor[i]) - without * pull
        sd = sqrt(without + (NOISE_FACTOR * float(fit.sigma[i])) ** 2)
        low, high = float(observation.windows[:, 0].min()), float(observation.windows[:, 1].max())
        surprise = min(1.0, 2 * min(_normal((centre - low) / sd), _normal((high - centre) / sd)))
        if surprise < below:
            found.append(
                Contradiction(
                    claim_id=observation.claim_id,
                    expected=_expected(observation, centre, sd),
                    surprise=surprise,
                    opponents=_opponents(observations, fit, i),
                )
            )
    return tuple(sorted(found, key=lambda c: (c.surprise, c.claim_id)))


def _expected(observation: Observation, centre: float, sd: float) -> tuple[float, float, float]:
    """The 10, 50 and 90 % points in the claim's own unit."""
    points = [min(centre + z * sd, 60.0) for z in (-EIGHTY, 0.0, EIGHTY)]
    if observation.percent:
        rises = sorted(observation.percent * (exp(p) - 1) * 100 for p in points)
        return rises[0], rises[1], rises[2]
    low, middle, high = (exp(p + observation.shift) for p in points)
    return low, middle, high


def _opponents(observations: Sequence[Observation], fit: Fit, i: int) -> tuple[str, ...]:
    # a claim opposes when its pull moves claim i's predictor the other way
    moved = fit.between[i] * fit.pull * np.sign(fit.pull[i])
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
