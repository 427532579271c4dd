"""The fit under several paces of flows and several degrees of trust, weighed by how well each explains the claims.

How fast flows wander and how loose reporters are is not known beforehand. Instead of one best guess a small
grid is fitted, and draws are shared out by the evidence (the idea of INLA's outer grid; model-sources 3.2).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.draws import posterior_draws, prior_draws
from bordercast.reconciliation.fit import Fit, fit
from bordercast.reconciliation.prior import Prior
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]

PACES = (-0.5, 0.1, 0.7, 1.3, 1.9, 2.5)  # log of walk over its usual size: .05 to 1.0 a day
STIFF = (-3.0, 1.5)  # pace and trust of the first fit, which only finds each leg's level: nearly even flows,
#  loose reporters. Without it one exact figure for a freak day can hold the fit in a poor corner.
PACE_MEAN, PACE_SD = (
    0.4,
    0.7,
)  # judgement: sudden exoduses move faster than the year-long series model-sources used
TRUSTS = (-0.3, 0.2, 0.7, 1.2)  # log of reporters' noise over their class's
TRUST_MEAN, TRUST_SD = 0.2, 0.4  # model-sources 2.2 (sd .4); the mean says that our classes are optimistic
HOPELESS = 8.0  # log odds at which no faster pace is tried
FAINT = 0.02  # nodes with less of the weight are left out


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ensemble:
    """Log-flow draws ``(draw, N)`` after and before the claims, and the best-weighted fit with its settings."""

    after: Array
    before: Array
    best: Fit
    pace: float
    trust: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Node:
    pace: float
    trust: float
    fit: Fit
    score: float


def ensemble_of(prior: Prior, system: System, *, draws: int, chance: np.random.Generator) -> Ensemble:
    """Return draws from the mixture over the grid."""
    nodes = _weighed(prior, system)
    shares = _share_out(np.array([n.score for n in nodes]), draws)
    noise = chance.standard_normal((draws, prior.mean.size))
    noise_bias = chance.standard_normal((draws, system.loadings.shape[1]))
    noise_claim = chance.standard_normal((draws, len(system.noise)))
    after, before = np.empty_like(noise), np.empty_like(noise)
    made = 0
    for node, share in zip(nodes, shares, strict=True):
        if share == 0:
            continue
        rows = slice(made, made + share)
        covariance = prior.covariance(node.pace)
        wander = prior_draws(covariance, noise[rows])
        before[rows] = prior.mean + wander
        after[rows] = posterior_draws(
            prior.mean,
            covariance,
            node.fit,
            system,
            wander=wander,
            noise_bias=noise_bias[rows],
            noise_claim=noise_claim[rows],
        )
        made += share
    best = max(nodes, key=lambda n: n.score)
    return Ensemble(after=after, before=before, best=best.fit, pace=best.pace, trust=best.trust)


def _weighed(prior: Prior, system: System) -> list[_Node]:
    """All nodes that may matter: first along the pace, then, where that is plausible, along the trust."""
    middle = TRUSTS[2]
    nodes: list[_Node] = []
    last: Fit | None = fit(prior.mean, prior.covariance(STIFF[0]), system, trust=STIFF[1])
    for pace in PACES:
        node = _node(prior, system, pace, middle, last)
        last = node.fit
        nodes.append(node)
        if node.score < max(n.score for n in nodes) - HOPELESS:
            break
    # the way back may find a better corner than the way out: figures that fight have more than one
    for i in range(len(nodes) - 2, -1, -1):
        back = _node(prior, system, nodes[i].pace, middle, nodes[i + 1].fit)
        if back.score > nodes[i].score:
            nodes[i] = back
    best = max(n.score for n in nodes)
    plausible = [n for n in nodes if n.score > best + np.log(FAINT)]
    for along in plausible:
        nodes += [_node(prior, system, along.pace, trust, along.fit) for trust in TRUSTS if trust != middle]
    return sorted(nodes, key=lambda n: (n.pace, n.trust))


def _node(prior: Prior, system: System, pace: float, trust: float, start: Fit | None) -> _Node:
    found = fit(prior.mean, prior.covariance(pace), system, trust=trust, start=start)
    believed = -0.5 * ((pace - PACE_MEAN) / PACE_SD) ** 2 - 0.5 * ((trust - TRUST_MEAN) / TRUST_SD) ** 2
    score = found.evidence + believed if np.isfinite(found.evidence) else -1e9
    return _Node(pace=pace, trust=trust, fit=found, score=score)


def _share_out(scores: Array, draws: int) -> list[int]:
    """Whole numbers of draws in proportion to the weights (largest remainders), faint nodes left out."""
    weights = np.exp(scores - scores.max())
    weights[weights < FAINT * weights.max()] = 0.0
    exact = draws * weights / weights.sum()
    shares = np.floor(exact).astype(int)
    rest = sorted(range(len(shares)), key=lambda i: (-(exact[i] - shares[i]), i))
    for i in rest[: draws - int(shares.sum())]:
        shares[i] += 1
    return [int(s) for s in shares]
