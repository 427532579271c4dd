"""The fit at several settings of the hyper-parameters, weighed by how well each explains the claims.

How fast flows wander and how loose reporters are is learned, not known. Fits around the best setting carry that doubt
into the draws (the idea of INLA's outer grid; model-sources 3.2).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.draws import posterior_draws, prior_draws
from bordercast.reconciliation.fit import Fit, fit
from bordercast.reconciliation.hyper import MEAN, SD, Hyper, log_prior
from bordercast.reconciliation.plan import Plan, plan_of
from bordercast.reconciliation.prior import Prior
from bordercast.reconciliation.starts import grown
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]

NUDGE = 0.3  # prior sds by which a hyper-parameter is moved to see how the slope bends
# Where the second way in begins, from the prior mean: hardly any walk, loose reporters. It only finds each leg's level.
STIFF = np.array([-3.0, -3.0, 1.3, 1.3, 1.3, 0.0])
STIFF_ROUNDS = 10
ANOTHER = 0.5  # by how much the evidence must be better for the second way to count
NEAR = 5  # rounds of a fit that starts near: what is left, the draws' walk repairs
PLACED = np.array([0, 1, 5])  # hyper-parameters that the fits around the best one stand for: both paces, bias
MOST_ROWS = 1500  # with more, hyper-parameters are known so well that fits around the best one add nothing
BLOCK = 4_000_000  # log flows drawn at a time: 32 MB an array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ensemble:
    """Flow draws ``(draw, leg, day)``, log totals of legs over the shown days before the claims, and the best fit."""

    flows: Array
    before: Array
    best: Fit


def learned(prior: Prior, system: System, *, start: Fit | None = None) -> Fit:
    """Return the fit at the best hyper-parameters, from scratch or from that of a much like system of as many rows."""
    plan = plan_of(system, prior.kin)
    if start is not None:
        return fit(prior, system, plan, start.hyper, learn=True, start=start)
    best = fit(prior, system, plan, Hyper.of(MEAN), learn=True)
    if len(system.noise) > MOST_ROWS:
        return best
    # figures that fight have more than one corner: a second way in, from nearly even flows and loose reporters
    even = fit(prior, system, plan, Hyper.of(MEAN + STIFF), rounds=STIFF_ROUNDS)
    other = fit(prior, system, plan, best.hyper, start=even, rounds=STIFF_ROUNDS)
    if other.evidence < best.evidence + ANOTHER:
        return best
    return fit(prior, system, plan, best.hyper, learn=True, start=other)


def relearned(prior: Prior, system: System, before: Fit, known: NDArray[np.intp]) -> Fit:
    """Return the fit after claims came or went, from the one before: the same answer as ``learned``, in a few rounds.

    ``known`` ``(n,)`` are the rows' places in the fit before (-1: new). Legs and days are the same. Where figures fight, a
    fit made anew may find another corner: this one stays in its own.
    """
    return fit(
        prior,
        system,
        plan_of(system, prior.kin),
        before.hyper,
        learn=True,
        start=grown(before, known, system),
    )


def ensemble_of(  # noqa: PLR0913 - the problem, and the settings of the draws
    prior: Prior,
    system: System,
    *,
    draws: int,
    chance: np.random.Generator,
    shown: int = 0,
    best: Fit | None = None,
) -> Ensemble:
    """Return draws from the mixture over the hyper-parameters around ``best`` (or the learned ones), from ``shown`` on."""
    best = best or learned(prior, system)
    nodes, doubt = _nodes(prior, system, best, chance)
    shares = _share_out(np.array([score for _, score in nodes]), draws)
    legs, days = prior.mean.shape
    flows, before = np.empty((draws, legs, days - shown)), np.empty((draws, legs))
    made = 0
    for (node, _), share in zip(nodes, shares, strict=True):
        for count in _blocks(share, legs * days):
            rows = slice(made, made + count)
            drawn = prior_draws(prior, node.hyper, count, chance)
            before[rows] = np.logaddexp.reduce(drawn[:, :, shown:], axis=2)
            flows[rows] = np.exp(posterior_draws(prior, node, drawn, chance, doubt=doubt)[:, :, shown:])
            made += count
    return Ensemble(flows=flows, before=before, best=best)


def _nodes(
    prior: Prior, system: System, best: Fit, chance: np.random.Generator
) -> tuple[list[tuple[Fit, float]], Array | None]:
    """Fits around the best one with their log weights, and the doubt about the classes' noise around each.

    The fits stand on a randomly turned cross over paces and bias that has the mean and the covariance of these
    hyper-parameters' Gaussian approximation; noise stands where it is then most likely. Its posterior is no bell (a
    class whose figures agree may be as exact as one likes), so it is left to the draws' walk.
    """
    if len(system.noise) > MOST_ROWS:
        return [(best, 0.0)], None
    plan, rest = best.blocks.plan, np.setdiff1d(np.arange(len(MEAN)), PLACED)
    spread = _spread_of_hyper(prior, system, plan, best)
    whole = spread @ spread.T
    placed = whole[np.ix_(PLACED, PLACED)]
    follow = np.linalg.solve(placed, whole[PLACED]).T
    doubt = np.linalg.cholesky(whole[np.ix_(rest, rest)] - follow[rest] @ whole[np.ix_(PLACED, rest)])
    turned, _ = np.linalg.qr(chance.standard_normal(placed.shape))
    arms = np.linalg.cholesky(placed) @ turned * np.sqrt(len(PLACED))
    nodes = []
    for arm in (*arms.T, *-arms.T):
        values = best.hyper.values + follow @ arm
        node = fit(prior, system, plan, Hyper.of(values), start=best, rounds=NEAR)
        nodes.append((node, node.evidence + log_prior(values)))
    return nodes, doubt


def _spread_of_hyper(prior: Prior, system: System, plan: Plan, best: Fit) -> Array:
    """A square root of the hyper-parameters' posterior covariance, from how the slope bends."""
    bent = np.empty((len(MEAN), len(MEAN)))
    for j, step in enumerate(NUDGE * SD):
        values = best.hyper.values.copy()
        values[j] += step
        bent[j] = (
            best.slope - fit(prior, system, plan, Hyper.of(values), start=best, rounds=NEAR).slope
        ) / step
    # in prior sds: no direction is wider than the prior, none much narrower than the claims could make it
    scaled = SD[:, None] * (bent + bent.T) / 2 * SD
    sharp, axes = np.linalg.eigh(scaled)
    root: Array = SD[:, None] * (axes / np.sqrt(np.maximum(sharp, 1.0)))
    return root


def _blocks(count: int, size: int) -> list[int]:
    most = max(BLOCK // size, 1)
    return [min(most, count - done) for done in range(0, count, most)]


def _share_out(scores: Array, draws: int) -> list[int]:
    """Whole numbers of draws in proportion to the weights (largest remainders)."""
    weights = np.exp(scores - scores.max())
    exact = draws * weights / weights.sum()
    shares = np.floor(exact).astype(int)
    rest = sorted(range(len(shares)), key=lambda i: (-(exact[i] - shares[i]), i))
    for i in rest[: draws - int(shares.sum())]:
        shares[i] += 1
    return [int(s) for s in shares]
