"""The Gaussian nearest to what prior and claims say together: variational moment matching in claim space.

model-sources 3.1. A claim counts a *sum* of flows, so the link is log-sum-exp; the mean of that link under the
Gaussian is corrected for its variance, which is what a plain Laplace fit omits. The hyper-parameters are learned on
the way, by the slope of the evidence bound with the Gaussian held still (model-sources 3.2).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.blocks import Blocks
from bordercast.reconciliation.brakes import Brakes, ManyBrakes, OneBrake
from bordercast.reconciliation.hyper import CLASSES, MEAN, SD, Hyper
from bordercast.reconciliation.kernels import Kernels
from bordercast.reconciliation.likelihood import log_likelihood
from bordercast.reconciliation.plan import Plan, plan_of
from bordercast.reconciliation.prior import Prior
from bordercast.reconciliation.starts import State, cold, joined, nearby, warm
from bordercast.reconciliation.system import System

Array = NDArray[np.float64]

ROUNDS = 80
CLOSE = 0.02  # largest change of a log predictor, in its own sd, at which the fit has settled
CLOSE_GRIP = 0.05  # the same for the log of a claim's grip, where the claim matters
CLOSE_HYPER = 0.1  # the same for a hyper-parameter, in its prior sd
FARTHEST = 3.0  # log units: where the likelihood is not concave, a claim asks for no more change than this
GRIP_POWER = 0.8  # model-sources 3.1: how far, on the log scale, a grip moves to its new value
SPREAD_SHARE = 0.5  # share of the new variance in the link's correction
ANNEAL = (
    1.0,
    0.5,
    0.25,
    0.12,
    0.06,
)  # noise added in the first rounds of a cold start, so that far claims pull
BORDER_PAUSE = 3  # rounds from one renewal of the variances to the next, in a problem with a border
AT_A_TIME = 32  # rows whose covariances are made together, so that a large problem fits
# Of a large problem some rows never rest: it has settled when all but so few have, and not quite so closely.
ALL_BUT_FEW, SLACK = 0.995, 2.5
WILD = 0.5  # largest variance that the links are corrected by while a large problem is far from its figures
HIGHEST = 25.0  # log of more people than live: keeps early rounds finite
LEARN_STRIDE = 0.5  # largest change of a hyper-parameter in one round
LEARNABLE = 3.0  # change of a predictor, in its own sd, below which the hyper-parameters start to move
MEMORY, MEMORY_LARGE = (
    0.9,
    0.7,
)  # of the curvature shown by earlier steps; a large problem learns in each round
FULL = 1.5  # information on a log scale from a direction that claims determine: 2 at most, less for a part

# Nodes of the integral over a claim's predictor: even steps over +-4 sd, weighted by the normal density.
NODES = np.linspace(-4.0, 4.0, 33)
NODE_WEIGHTS = np.exp(-0.5 * NODES**2) / np.exp(-0.5 * NODES**2).sum()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """A settled fit.

    ``shift`` ``(leg, day)`` is the posterior mean of ``eta`` less the prior mean, ``flow_spread`` its variance.
    ``pull`` and ``grip`` ``(n,)`` are each claim's expected slope and curvature; ``predictor`` and ``spread`` the
    posterior mean and variance of what it counts, on the log scale; ``force`` what it adds to the mean, through the
    prior covariance. ``evidence`` is the lower bound on the log probability of the claims, ``slope`` its slope in the
    hyper-parameters (with their prior).
    """

    hyper: Hyper
    shift: Array
    flow_spread: Array
    sum_spread: Array
    bias: Array
    pull: Array
    grip: Array
    force: Array
    predictor: Array
    spread: Array
    sigma: Array
    blocks: Blocks
    evidence: float
    slope: Array
    settled: bool
    rounds: int

    def between(self, rows: Sequence[int]) -> Iterator[Array]:
        """Yield the prior covariances ``(n,)`` of each row's predictor with all rows'."""
        for start in range(0, len(rows), AT_A_TIME):
            some = list(rows[start : start + AT_A_TIME])
            units = np.zeros((len(some), len(self.grip)))
            units[np.arange(len(some)), some] = 1.0
            yield from self.told_of(self.blocks.moved(units)) + self.blocks.loads[some] @ self.blocks.loads.T

    def without(self, rows: Sequence[int]) -> tuple[Array, Array]:
        """Return how log flows ``(leg, day)`` and predictors ``(n,)`` would move, to first order, if rows said nothing."""
        at = list(rows)
        units = np.zeros((len(self.grip), len(at)))
        units[at, np.arange(len(at))] = 1.0
        force = (self.blocks.solve(units) / self.grip[at]).T
        fields = self.blocks.moved(force)
        told = self.told_of(fields) + self.blocks.bias(force.T).T @ self.blocks.loads.T
        own = np.eye(len(at)) - self.grip[at, None] * told[:, at]
        gone, *_ = np.linalg.lstsq(own, self.pull[at], rcond=1e-8)
        return -np.tensordot(gone, fields, axes=1), -gone @ told

    def told_of(self, field: Array) -> Array:
        """Return how each row's predictor moves, to first order, when log flows move by ``field`` ``(leg, day)``."""
        return self.blocks.system.felt(field, self.blocks.flows, self.blocks.sums)


def fit(  # noqa: PLR0913 - the parts of one problem
    prior: Prior,
    system: System,
    plan: Plan,
    hyper: Hyper,
    *,
    learn: bool = False,
    start: Fit | State | None = None,
    rounds: int = ROUNDS,
) -> Fit:
    """Return the fit, from scratch or (quicker) from a neighbouring one, after so many rounds at most.

    With ``learn`` the hyper-parameters move to where evidence and their prior are highest; ``hyper`` is where they
    start, unless a start of another kind says (``grown``: after a claim has come or gone).
    """
    large = bool(plan.leaves)
    if isinstance(start, Fit):
        state = warm(start, hyper)
    else:
        state = start or _begin(prior, system, plan, hyper, learn=learn)
    # in a large problem variances cost three times what means do, and need not be new in each round
    pause = BORDER_PAUSE if large else 1
    brakes: Brakes = ManyBrakes(len(prior.mean), len(system.noise)) if large else OneBrake()
    share, slack, memory = (ALL_BUT_FEW, SLACK, MEMORY_LARGE) if large else (1.0, 1.0, MEMORY)
    kernels = Kernels(prior=prior, hyper=Hyper.of(state.values))
    known: tuple[float, float, float] | None = None
    lost, settled, turn = large and bool(state.fresh.all()), False, 0
    for turn in range(rounds):
        warming = turn < len(ANNEAL) and bool(state.fresh.any())
        hyper = Hyper.of(state.values)
        sigma = system.sigma(hyper)
        sigma = np.hypot(sigma, ANNEAL[turn] * state.fresh) if warming else sigma
        full = turn % pause == 0 or turn == 1
        blocks, predictor = _linearise(
            prior, system, plan, kernels, state, full=full, most=WILD if lost else np.inf
        )
        spread = state.spread
        _, pull, new_grip, looser = _expect(predictor, spread, system, sigma)
        new_grip = np.clip(new_grip, np.abs(pull) / FARTHEST + 1e-8, 4.0 / sigma**2)
        held = system.felt(state.shift, blocks.flows, blocks.sums) + blocks.loads @ state.bias
        # the step uses the curvature the blocks were made with
        force = blocks.solve(held + pull / state.grip)
        step = blocks.moved(force) - state.shift
        step_bias = blocks.bias(force) - state.bias
        moved = system.felt(step, blocks.flows, blocks.sums) + blocks.loads @ step_bias
        ahead = np.log(new_grip / state.grip)
        far = _most(np.abs(moved) / np.sqrt(spread + 1e-12), share)
        drift = _most(np.abs(ahead) * np.minimum(1.0, spread * new_grip), share)
        taken, taken_bias = brakes.strides(step, step_bias)
        state.shift, state.bias = state.shift + taken, state.bias + taken_bias
        change, lost = 0.0, lost and far > LEARNABLE
        if learn and (full or large) and not warming and far < LEARNABLE:
            known = blocks.known() if full or known is None else known
            slopes = _slopes(blocks, known, force, looser, system, hyper)
            change = _learn(state, *slopes, memory=memory)
            kernels = Kernels(prior=prior, hyper=Hyper.of(state.values))
        del blocks  # of a large problem, two at a time would not fit
        calm = far < CLOSE * slack and drift < CLOSE_GRIP * slack and (not learn or change < CLOSE_HYPER)
        settled = full and not warming and calm
        if settled:
            break
        state.grip = np.exp(np.log(state.grip) + GRIP_POWER * brakes.rows * ahead)
        brakes.turn(step, ahead, far)
    return _finish(prior, system, plan, state, settled=settled, rounds=turn + 1)


def _begin(prior: Prior, system: System, plan: Plan, hyper: Hyper, *, learn: bool) -> State:
    """Where a cold fit begins: a large problem where the rows about one leg alone would end."""
    if not plan.leaves:
        return cold(prior, system, hyper)
    if not plan.border.size or len(plan.border) == len(system.noise):
        return cold(prior, system, hyper, shift=nearby(prior, system))
    inner = np.setdiff1d(np.arange(len(system.noise)), plan.border)
    part = system.only(inner)
    return joined(fit(prior, part, plan_of(part, prior.kin, at_once=0), hyper, learn=learn), inner, system)


def _most(values: Array, share: float) -> float:
    """The value that so large a share of them do not exceed."""
    return float(np.quantile(values, share)) if values.size else 0.0


def _learn(state: State, slope: Array, sharp: Array, *, memory: float) -> float:
    """Move the hyper-parameters up the slope; return the largest step in prior sds.

    ``sharp`` is the curvature with the Gaussian held still; where the steps so far have shown more, that counts.
    """
    if state.slope is not None and state.ahead is not None and state.bent is not None:
        shown = (state.slope - slope) / np.where(np.abs(state.ahead) > 1e-6, state.ahead, np.inf)
        state.bent = np.maximum(shown, memory * state.bent)
        sharp = np.maximum(sharp, state.bent)
    else:
        state.bent = np.zeros_like(slope)
    ahead = np.clip(slope / sharp, -LEARN_STRIDE, LEARN_STRIDE)
    state.values, state.slope, state.ahead = state.values + ahead, slope, ahead
    return float(np.max(np.abs(ahead) / SD))


def _linearise(  # noqa: PLR0913
    prior: Prior,
    system: System,
    plan: Plan,
    kernels: Kernels,
    state: State,
    *,
    full: bool,
    most: float = np.inf,
) -> tuple[Blocks, Array]:
    """Return the blocks at the state, and the mean of the rows' predictors; if ``full``, variances are made new. Links are corrected by no variance above ``most``."""
    flows = np.exp(np.minimum(prior.mean + state.shift + 0.5 * np.minimum(state.flow_spread, most), HIGHEST))
    sums = system.sums(flows)
    blocks = Blocks(plan, kernels, system, flows=flows, sums=sums, grip=state.grip)
    if full:
        state.spread, flow_spread, state.sum_spread = blocks.spreads()
        state.flow_spread = state.flow_spread + SPREAD_SHARE * (flow_spread - state.flow_spread)
    # E log q = log E q - Var(log q) / 2 (lognormal matching), one term for each sum
    return blocks, system.rows(
        np.log(sums) - 0.5 * np.minimum(state.sum_spread, most)
    ) + blocks.loads @ state.bias


def _expect(
    predictor: Array, spread: Array, system: System, sigma: Array
) -> tuple[Array, Array, Array, Array]:
    """Return means: of the log likelihood, its slope, (Stein) its curvature with the sign turned, its slope in noise.

    The first three are means under the Gaussian. The last is a mean under Gaussian and claim together, the claim's own
    bell (its part of the Gaussian) divided out, as expectation propagation does: the Gaussian's mean alone, which the
    bound asks for, takes the noise of a class whose figures agree for larger than it is (``evals/calibration.py``).
    """
    sd = np.sqrt(spread)
    value, slope, wider = log_likelihood(
        predictor[:, None] + sd[:, None] * NODES, system.windows, sigma, system.slip
    )
    pull, grip = slope @ NODE_WEIGHTS, -(slope * NODES) @ NODE_WEIGHTS / sd
    firm = np.clip(grip * spread, 0.0, 1.0)[:, None]
    odds = value - (pull * sd)[:, None] * NODES + 0.5 * firm * NODES**2
    tilted = np.exp(odds - odds.max(axis=1, keepdims=True)) * NODE_WEIGHTS
    return value @ NODE_WEIGHTS, pull, grip, (wider * tilted).sum(axis=1) / tilted.sum(axis=1)


def _slopes(  # noqa: PLR0913, PLR0917
    blocks: Blocks,
    known: tuple[float, float, float],
    force: Array,
    looser: Array,
    system: System,
    hyper: Hyper,
) -> tuple[Array, Array]:
    """Return slope and curvature (sign turned) of evidence and prior in each hyper-parameter."""
    own_known, common_known, bias_known = known
    own, common, bias = (a - b for a, b in zip(blocks.scores(force), known, strict=True))
    sigma = system.sigma(hyper)
    of_row = looser * (sigma**2 - system.extra**2) / sigma
    trust, trust_known = np.zeros(len(CLASSES)), np.zeros(len(CLASSES))
    for k in range(len(CLASSES)):
        mine = of_row[system.voice == k]
        trust[k], trust_known[k] = mine.sum(), np.square(mine).sum()
    slope = np.array([own, common, *trust, bias]) - (hyper.values - MEAN) / SD**2
    sharp = np.array([FULL * own_known, FULL * common_known, *trust_known, FULL * bias_known]) + 1 / SD**2
    return slope, sharp


def _finish(  # noqa: PLR0913
    prior: Prior, system: System, plan: Plan, state: State, *, settled: bool, rounds: int
) -> Fit:
    hyper = Hyper.of(state.values)
    blocks, predictor = _linearise(prior, system, plan, Kernels(prior=prior, hyper=hyper), state, full=True)
    spread, sigma = state.spread, system.sigma(hyper)
    value, pull, _, looser = _expect(predictor, spread, system, sigma)
    held = system.felt(state.shift, blocks.flows, blocks.sums) + blocks.loads @ state.bias
    force = blocks.solve(held + pull / state.grip)
    length = float(force @ (system.felt(blocks.moved(force), blocks.flows, blocks.sums))) + float(
        np.square(blocks.bias(force)).sum()
    )
    kept = float((state.grip * spread).sum())  # n less the trace of A's inverse
    slope, _ = _slopes(blocks, blocks.known(), force, looser, system, hyper)
    return Fit(
        hyper=hyper,
        shift=state.shift,
        flow_spread=state.flow_spread,
        sum_spread=state.sum_spread,
        bias=state.bias,
        pull=pull,
        grip=state.grip,
        force=force,
        predictor=predictor,
        spread=spread,
        sigma=sigma,
        blocks=blocks,
        evidence=float(value.sum()) - 0.5 * (length - kept) - blocks.log_det(),
        slope=slope,
        settled=settled,
        rounds=rounds,
    )
