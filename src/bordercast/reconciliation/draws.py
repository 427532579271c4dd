"""Draws of daily flows from the fit: a prior draw moved by what the claims ask of it (Matheron's rule).

Where a claim sums legs that are wide apart, a straight (Gaussian) draw does not keep the sum: its logarithm bends.
Each draw is therefore moved again towards the sums it really makes, with the fit's own factor (the chord of
model-sources 3.3), as far as that helps it.

Windows are flat and noise has long tails, so what claims say is no bell. Last, each draw takes some steps of a walk that
would keep the Gaussian as it is (preconditioned Crank-Nicolson: towards the mean, and on by another draw's deviation),
and takes them as often as the claims themselves, not their bells, ask (Metropolis). Few steps suffice: the draws start
close to where the walk would end.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.hyper import CLASSES, MEAN, SD, Hyper
from bordercast.reconciliation.likelihood import log_value
from bordercast.reconciliation.prior import Prior, walk_size

Array = NDArray[np.float64]

HIGHEST = 18.4  # log of 100 million persons a day
LOWEST = -30.0  # log of nobody
BENDS = 4  # more change nothing (tried 15)
LEAST_STEPS, MOST_STEPS = 12, 60  # of the walk
STEP_ROWS = 2400  # steps times rows, within these bounds: where claims are few a step costs little, and is needed more
STEP = 0.7  # a first step's share of a deviation
HASTE, TAKEN = 1.0, 0.35  # how fast steps change, and the share of draws that should take one
SHORTEST, LONGEST = 0.1, 0.9
STRIDE = 2.0  # of a noise factor, in its sd around the fit
PARTS = (1.0, 0.5, 0.25, 0.1)  # of a move, whichever first helps


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Drawn:
    """Draws being bent: log flows and shared unknowns, where they started in the prior, and what claims ask."""

    eta: Array
    bias: Array
    prior_eta: Array
    prior_bias: Array
    goal: Array
    cost: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Straight:
    """Deviations of Gaussian draws from their mean."""

    eta: Array
    bias: Array


def prior_draws(prior: Prior, hyper: Hyper, count: int, chance: np.random.Generator) -> Array:
    """Return log flows ``(draw, leg, day)`` as believed before any claim."""
    half = np.linalg.cholesky(prior.walk)
    legs, shapes, days = prior.own.shape
    drawn: Array = np.einsum(
        "nlr,lrt->nlt", chance.standard_normal((count, legs, shapes)), prior.own, optimize=True
    )
    drawn += np.sqrt(walk_size(hyper.own_pace)) * (chance.standard_normal((count, legs, days)) @ half.T)
    kins, shapes, _ = prior.common.shape
    common = np.einsum(
        "nkr,krt->nkt", chance.standard_normal((count, kins, shapes)), prior.common, optimize=True
    )
    common += np.sqrt(walk_size(hyper.common_pace)) * (chance.standard_normal((count, kins, days)) @ half.T)
    drawn += common[:, prior.kin]
    drawn += prior.mean
    return drawn


def posterior_draws(
    prior: Prior, fit: Fit, before: Array, chance: np.random.Generator, *, doubt: Array | None = None
) -> Array:
    """Return log flows ``(draw, leg, day)`` after the claims, one for each prior draw ``before``.

    ``doubt`` ``(3, 3)`` is a square root of the covariance of the classes' noise factors around the fit's; with it each
    draw has factors of its own, and they walk too.
    """
    blocks, root = fit.blocks, np.sqrt(fit.grip)
    bias = chance.standard_normal((len(before), blocks.loads.shape[1]))
    scatter = chance.standard_normal((len(before), len(root))) / root
    said = fit.told_of(before - prior.mean) + bias @ blocks.loads.T
    asked = blocks.solve((said + scatter).T).T
    eta = before + fit.shift - blocks.moved(asked)
    after = bias + fit.bias - asked @ blocks.loads
    goal = fit.predictor + fit.pull / fit.grip + scatter
    straight = _Straight(eta=eta - prior.mean - fit.shift, bias=after - fit.bias)
    drawn = _Drawn(
        eta=eta.copy(),
        bias=after.copy(),
        prior_eta=before,
        prior_bias=bias,
        goal=goal,
        cost=_cost(eta, after, goal, fit),
    )
    _bend(drawn, fit)
    if len(before) > 1:
        _walk(drawn, straight, prior.mean + fit.shift, fit, chance, doubt)
    return np.clip(drawn.eta, LOWEST, HIGHEST)


def _walk(  # noqa: PLR0913, PLR0917 - where the draws stand, where they come from, and how loose reporters may be
    drawn: _Drawn,
    straight: _Straight,
    centre: Array,
    fit: Fit,
    chance: np.random.Generator,
    doubt: Array | None,
) -> None:
    """Let each draw walk under what the claims say, by steps that the Gaussian would take without complaint.

    The step is made shorter while few draws take it. Between two steps the noise factors take one of their own: given
    what a draw makes the claims say, each class's factor has its own verdict.
    """
    count, loads = len(drawn.eta), fit.blocks.loads
    told = fit.told_of(straight.eta) + straight.bias @ loads.T
    away = fit.told_of(drawn.eta - centre) + (drawn.bias - fit.bias) @ loads.T
    noise = _Noise(fit, count, chance, doubt)
    made = _count(drawn.eta, drawn.bias, fit).T
    said = noise.say(made)
    now, bells, step = said.sum(axis=0), _bells(away, fit), STEP
    for _ in range(min(max(STEP_ROWS // max(len(away[0]), 1), LEAST_STEPS), MOST_STEPS)):
        keep = np.sqrt(1 - step**2)
        other = (np.arange(count) + int(chance.integers(1, count))) % count
        go = np.where(chance.random(count) < 0.5, -step, step)[:, None]
        eta = centre + keep * (drawn.eta - centre) + go[:, :, None] * straight.eta[other]
        bias = fit.bias + keep * (drawn.bias - fit.bias) + go * straight.bias[other]
        tried_away = keep * away + go * told[other]
        tried_made = _count(eta, bias, fit).T
        tried_said, tried_bells = noise.say(tried_made), _bells(tried_away, fit)
        tried = tried_said.sum(axis=0)
        took = np.log(chance.random(count)) < tried - tried_bells - now + bells
        drawn.eta[took], drawn.bias[took], away[took] = eta[took], bias[took], tried_away[took]
        made[:, took], said[:, took] = tried_made[:, took], tried_said[:, took]
        bells[took] = tried_bells[took]
        step = float(np.clip(step * np.exp(HASTE * (took.mean() - TAKEN)), SHORTEST, LONGEST))
        said = noise.walk(made, said, chance)
        now = said.sum(axis=0)


class _Noise:
    """The factors of the classes' noise, a set a draw (one for all without ``doubt``)."""

    def __init__(self, fit: Fit, count: int, chance: np.random.Generator, doubt: Array | None) -> None:
        self.system, self.trust = fit.blocks.system, np.array(fit.hyper.trust)[:, None]
        self.stride = None
        if doubt is not None:
            classes = slice(1 + 1, 2 + len(CLASSES))
            self.mean, self.sd = MEAN[classes, None], SD[classes, None]
            self.stride = STRIDE * np.sqrt(np.square(doubt).sum(axis=1))[:, None]
            self.trust = self.trust + doubt @ chance.standard_normal((len(CLASSES), count))
            self.classes = np.arange(len(CLASSES))[:, None] == self.system.voice
        self.sigma = self._sigma(self.trust)

    def say(self, made: Array) -> Array:
        """Return the log likelihood ``(claim, draw)`` of the claims, given the logs of what they count."""
        return log_value(made, self.system.windows, self.sigma, self.system.slip)

    def walk(self, made: Array, said: Array, chance: np.random.Generator) -> Array:
        """Try other factors; return the log likelihood with those that are kept."""
        if self.stride is None:
            return said
        tried = self.trust + self.stride * chance.standard_normal(self.trust.shape)
        sigma = self._sigma(tried)
        otherwise = log_value(made, self.system.windows, sigma, self.system.slip)
        gain = self.classes @ (otherwise - said) + self._believed(tried) - self._believed(self.trust)
        took = np.log(chance.random(self.trust.shape)) < gain
        self.trust = np.where(took, tried, self.trust)
        rows = np.vstack([took, np.zeros((1, took.shape[1]), dtype=np.bool_)])[self.system.voice]
        self.sigma = np.where(rows, sigma, self.sigma)
        kept: Array = np.where(rows, otherwise, said)
        return kept

    def _believed(self, trust: Array) -> Array:
        log_density: Array = -0.5 * np.square((trust - self.mean) / self.sd)
        return log_density

    def _sigma(self, trust: Array) -> Array:
        loose = np.vstack([np.exp(trust), np.ones((1, trust.shape[1]))])[self.system.voice]
        sigma: Array = np.hypot(self.system.noise[:, None] * loose, self.system.extra[:, None])
        return sigma


def _bells(away: Array, fit: Fit) -> Array:
    """Log of what the claims' bells say, for draws whose rows are ``away`` from the fit's."""
    bells: Array = -0.5 * np.square(fit.pull / fit.grip - away) @ fit.grip
    return bells


def _bend(drawn: _Drawn, fit: Fit) -> None:
    """Move all draws towards their goals with the fit's factor, each only as far as that helps it."""
    blocks = fit.blocks
    for _ in range(BENDS):
        slack = drawn.goal - _count(drawn.eta, drawn.bias, fit)
        slack += fit.told_of(drawn.eta - drawn.prior_eta)
        slack += (drawn.bias - drawn.prior_bias) @ blocks.loads.T
        force = blocks.solve(slack.T).T
        eta, bias = drawn.prior_eta + blocks.moved(force), drawn.prior_bias + force @ blocks.loads
        waiting = np.arange(len(eta))
        for part in PARTS:
            tried = drawn.eta[waiting] + part * (eta[waiting] - drawn.eta[waiting])
            tried_bias = drawn.bias[waiting] + part * (bias[waiting] - drawn.bias[waiting])
            cost = _cost(tried, tried_bias, drawn.goal[waiting], fit)
            better = cost < drawn.cost[waiting]
            at = waiting[better]
            drawn.eta[at], drawn.bias[at], drawn.cost[at] = tried[better], tried_bias[better], cost[better]
            waiting = waiting[~better]
            if not waiting.size:
                break


def _count(eta: Array, bias: Array, fit: Fit) -> Array:
    """What each draw makes the claims say, on the log scale, to half the digits of the log flows."""
    system = fit.blocks.system
    flows = np.exp(np.clip(eta, LOWEST, HIGHEST, dtype=np.float32, casting="same_kind"))
    said: Array = system.rows(np.log(system.sums(flows)))
    said += bias @ fit.blocks.loads.T
    return said


def _cost(eta: Array, bias: Array, goal: Array, fit: Fit) -> Array:
    cost: Array = np.square(goal - _count(eta, bias, fit)) @ fit.grip
    return cost
