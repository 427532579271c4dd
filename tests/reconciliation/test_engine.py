"""The arithmetic of the fit: whatever the order of elimination, one answer; slopes that are slopes; nothing but numbers."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.reconciliation import fit as fitting
from bordercast.reconciliation.blocks import Blocks
from bordercast.reconciliation.crisis import Crisis, Trigger
from bordercast.reconciliation.draws import posterior_draws, prior_draws
from bordercast.reconciliation.ensemble import learned, relearned
from bordercast.reconciliation.fit import fit
from bordercast.reconciliation.hyper import MEAN, SD, Hyper, log_prior
from bordercast.reconciliation.kernels import Kernels
from bordercast.reconciliation.network import Network
from bordercast.reconciliation.observations import Observation, Sum
from bordercast.reconciliation.plan import plan_of
from bordercast.reconciliation.prior import prior_of
from bordercast.reconciliation.starts import nearby
from bordercast.reconciliation.system import system_of
from bordercast.reconciliation.voices import Voice
from bordercast.vocabulary import Corridor, Hedge, Kind, Measure, SourceType
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, World, quantity

DAYS = tuple(TRIGGER_DAY + timedelta(days=i - 2) for i in range(12))
ENDS = ("KAZ", "GEO", "FIN", "MNG")
LEGS = tuple(
    sorted(
        [
            *(Corridor(origin="RUS", destination=d) for d in ENDS),
            Corridor(origin="KAZ", destination="UZB", onward=True),
            Corridor(origin="KAZ", destination="KGZ", onward=True),
        ]
    )
)
FEW = ReconciliationOptions(draws=60)


@pytest.fixture
def problem():
    """Some forty rows of every shape over six legs of two kins, and their prior."""
    chance = np.random.default_rng(4)
    network = Network(legs=LEGS, totals=(), days=DAYS, shown=0)
    crisis = Crisis(triggers=(Trigger(day=TRIGGER_DAY, country="RUS"),), earliest=DAYS[0], as_of=DAYS[-1])
    prior = prior_of(network, crisis)
    flows = np.exp(prior_draws(prior, Hyper.of(MEAN), 1, chance)[0])
    whole = tuple(i for i, leg in enumerate(LEGS) if not leg.onward)
    rows = []
    for n in range(42):
        above = Sum(legs=whole if n % 5 == 0 else (n % 6,), days=np.arange(12) <= 3 + n % 8)
        below = None
        if n % 7 == 3:  # "than the days before", or a share of all
            below = Sum(legs=(n % 6,), days=np.arange(12) <= 2) if n % 2 else Sum(legs=whole, days=above.days)
        said = np.log(flows[list(above.legs)].sum(axis=0) @ above.days)
        if below is not None:
            said -= np.log(flows[list(below.legs)].sum(axis=0) @ below.days + 50.0 * (n % 2))
        said += 0.1 * chance.standard_t(4)
        rows.append(
            Observation(
                claim_id=str(n),
                above=above,
                below=below,
                constant=50.0 * (n % 2) if below is not None else 0.0,
                windows=np.array([[said - 0.1, said + 0.1, 0.7], [said - 0.4, said + 0.4, 0.3]]),
                voice=(Voice.OFFICIAL, Voice.ATTRIBUTED, Voice.LOOSE, Voice.CERTAIN)[n % 4],
                extra=0.05,
                bias=(f"source {n % 5}", 0.1),
                loadings=(("persons per vehicle", -0.25),) if n % 6 == 1 else (),
            )
        )
    return prior, system_of(rows, len(LEGS))


@pytest.mark.parametrize("at_once", [1, 12])
def test_the_order_of_elimination_changes_nothing(problem, at_once, monkeypatch):
    """Leaf by leaf with a border, or all at once, by ways of their own: both end at one answer, as closely as asked."""
    for name, value in (("CLOSE", 1e-6), ("CLOSE_GRIP", 1e-6), ("SLACK", 1.0), ("ALL_BUT_FEW", 1.0)):
        monkeypatch.setattr(fitting, name, value)
    prior, system = problem
    whole = plan_of(system, prior.kin)
    split = plan_of(system, prior.kin, at_once=at_once)
    assert not whole.leaves
    assert len(split.leaves) > 1
    assert split.border.size
    one, other = (fit(prior, system, plan, Hyper.of(MEAN), rounds=400) for plan in (whole, split))
    assert one.settled
    assert other.settled
    for name in ("shift", "spread", "flow_spread", "sum_spread", "bias", "force", "slope"):
        np.testing.assert_allclose(getattr(other, name), getattr(one, name), rtol=2e-4, atol=2e-5)
    assert other.evidence == pytest.approx(one.evidence, abs=1e-3)


def test_a_daily_node_is_as_good_as_one_for_each_sum(problem):
    """Where more sums than days count a set of legs, its nodes are the days; covariances stay the same."""
    prior, system = problem
    hyper, grip = Hyper.of(MEAN), np.full(len(system.noise), 2.0)
    flows = np.exp(prior.mean)
    sums = system.sums(flows)
    plans = [plan_of(system, prior.kin, at_once=rows) for rows in (1000, 1)]
    made = [
        Blocks(plan, Kernels(prior=prior, hyper=hyper), system, flows=flows, sums=sums, grip=grip)
        for plan in plans
    ]
    asked = np.linspace(-1, 1, len(grip))
    np.testing.assert_allclose(made[1].solve(asked), made[0].solve(asked), rtol=1e-6, atol=1e-9)
    assert made[1].log_det() == pytest.approx(made[0].log_det())


def test_the_elimination_is_that_of_the_dense_matrices(problem):
    """Against textbook algebra with every matrix written out: forces, row variances and the determinant."""
    prior, system = problem
    hyper, grip = Hyper.of(MEAN), np.linspace(0.5, 40.0, len(system.noise))
    flows = np.exp(prior.mean)
    sums = system.sums(flows)
    plan = plan_of(system, prior.kin, at_once=1)
    kernels = Kernels(prior=prior, hyper=hyper)
    blocks = Blocks(plan, kernels, system, flows=flows, sums=sums, grip=grip)
    count = prior.mean.size
    units = np.eye(count).reshape(count, *prior.mean.shape)
    slopes = system.felt(units, flows, sums).T
    covariance = kernels.apply(units).reshape(count, count)
    loads = system.loads(hyper)
    between = slopes @ covariance @ slopes.T + loads @ loads.T
    whole = np.linalg.inv(between + np.diag(1 / grip))
    asked = np.linspace(-1, 1, len(grip))
    np.testing.assert_allclose(blocks.solve(asked), whole @ asked, rtol=1e-6, atol=1e-9)
    rows, spread, _ = blocks.spreads()
    np.testing.assert_allclose(rows, np.diag(between - between @ whole @ between), rtol=1e-5)
    after = covariance - covariance @ slopes.T @ whole @ slopes @ covariance
    np.testing.assert_allclose(spread.ravel(), np.diag(after), rtol=1e-3, atol=1e-5)
    sign, log_det = np.linalg.slogdet(np.eye(len(grip)) + np.sqrt(grip)[:, None] * between * np.sqrt(grip))
    assert sign == 1
    assert blocks.log_det() == pytest.approx(log_det / 2)


def test_the_slope_of_the_evidence_is_a_slope(problem):
    """Moving a hyper-parameter changes the evidence as its slope says, but for the links' share of variance."""
    prior, system = problem
    plan = plan_of(system, prior.kin)
    middle = fit(prior, system, plan, Hyper.of(MEAN))
    for j in range(len(MEAN)):
        step = np.zeros(len(MEAN))
        step[j] = 0.1
        up, down = (fit(prior, system, plan, Hyper.of(MEAN + s), start=middle) for s in (step, -step))
        rise = up.evidence + log_prior(MEAN + step) - down.evidence - log_prior(MEAN - step)
        assert rise / 0.2 == pytest.approx(middle.slope[j], rel=0.15, abs=0.5)


def test_the_best_hyper_parameters_lie_where_the_slope_ends(problem):
    """Learned settings have no slope left, in prior sds, and explain the rows better than the prior's mean."""
    prior, system = problem
    best = learned(prior, system)
    assert np.abs(best.slope * SD).max() < 2.0
    plain = fit(prior, system, plan_of(system, prior.kin), Hyper.of(MEAN))
    assert best.evidence + log_prior(best.hyper.values) > plain.evidence + log_prior(MEAN)


@pytest.mark.parametrize("new", [0, 21, 41])
def test_a_fit_goes_on_from_the_one_before_a_claim(problem, new):
    """One claim more: a few rounds from the fit before end where a fit made anew ends, within a tenth of a sd."""
    prior, system = problem
    rows = np.arange(len(system.noise))
    before = learned(prior, system.only(np.delete(rows, new)))
    known = np.where(rows == new, -1, rows - (rows > new))
    again, anew = relearned(prior, system, before, known), learned(prior, system)
    assert again.rounds < anew.rounds
    assert np.abs((again.shift - anew.shift) / np.sqrt(anew.flow_spread)).max() < 0.1
    np.testing.assert_allclose(again.flow_spread, anew.flow_spread, rtol=0.1)
    assert again.evidence == pytest.approx(anew.evidence, abs=0.5)


def test_figures_spread_over_their_days_nearly_make_themselves(problem):
    """Where a large fit sets out, what the figures count is close to what they say."""
    prior, system = problem
    flows = np.exp(prior.mean + nearby(prior, system))
    said = system.rows(np.log(system.sums(flows)))
    low = np.where(system.windows[:, :, 2] > 0, system.windows[:, :, 0], np.inf).min(axis=1)
    high = np.where(system.windows[:, :, 2] > 0, system.windows[:, :, 1], -np.inf).max(axis=1)
    missing = np.maximum(low - said, 0) + np.maximum(said - high, 0)
    assert np.median(missing[system.below < 0]) < 0.1


def test_draws_have_the_fits_mean_and_spread(problem):
    """Where windows are narrow and legs are told one by one, the walk leaves the Gaussian nearly as it was."""
    prior, system = problem
    best = learned(prior, system)
    chance = np.random.default_rng(1)
    drawn = posterior_draws(prior, best, prior_draws(prior, best.hyper, 1500, chance), chance)
    sd = np.sqrt(best.flow_spread)
    away = (drawn.mean(axis=0) - prior.mean - best.shift) / sd
    assert np.abs(away).mean() < 0.15
    assert 0.85 < np.median(drawn.std(axis=0) / sd) < 1.2


def finite(estimate):
    assert np.isfinite(estimate.draws).all()
    assert (estimate.draws >= 0).all()


@settings(max_examples=8, deadline=None)
@given(
    said=st.lists(
        st.tuples(
            st.sampled_from([0.0, 1.0, 12.0, 3e4, 1e9, 1e15]), st.sampled_from(list(Hedge)), st.booleans()
        ),
        min_size=1,
        max_size=5,
    )
)
def test_zero_and_astronomical_figures_give_numbers(said):
    """Nobody, or more than live: an answer or a reason, never NaN; a wrong figure cannot make flows infinite."""
    world = World()
    world.trigger()
    for value, hedge, total in said:
        bounds = {"low": value, "high": value * 2 + 1} if hedge in (Hedge.RANGE, Hedge.VAGUE) else {}
        world.said(quantity(value, hedge, **bounds), to=() if total else ("KAZ",))
    estimate, ledger = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    assert len(ledger.entries) == len({c.id for c in world.claims})
    if estimate is not None:
        finite(estimate)


@pytest.mark.parametrize("hedge", [Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.UP_TO, Hedge.LESS_THAN])
def test_only_bounds_give_a_wide_answer(world, hedge):
    """With nothing but bounds the interval spans more than a factor of two on the side that is open."""
    world.trigger()
    for _ in range(3):
        world.said(quantity(20000, hedge), term="registered")
    estimate, _ = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    finite(estimate)
    low, high = np.quantile(estimate.draws.sum(axis=(1, 2)), [0.1, 0.9])
    assert high > 2 * low


def test_an_impossible_set_is_answered_and_flagged(world):
    """Ten times as many moved on as ever came: finite flows, and somebody is contradicted."""
    world.trigger()
    world.said(quantity(20000, Hedge.APPROX))
    world.said(quantity(21000, Hedge.APPROX))
    world.said(quantity(200000, Hedge.APPROX), kind=Kind.ONWARD, origin="KAZ", to=("UZB",))
    estimate, ledger = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    finite(estimate)
    assert ledger.contradictions


def test_a_leg_seen_once_and_a_long_silence_are_wide(world):
    """One figure and then months without any: finite, and wider with every week."""
    world.trigger()
    world.said(quantity(30000, Hedge.APPROX), published=AS_OF, days=(AS_OF, AS_OF), measure=Measure.DAILY)
    later = AS_OF + timedelta(days=90)
    estimate, _ = reconcile(world.reports, world.claims, as_of=later, options=FEW)
    finite(estimate)
    spread = np.log(estimate.draws[:, 0]).std(axis=0)
    days = list(estimate.days)
    assert spread[-1] > spread[days.index(AS_OF + timedelta(days=10))] > spread[days.index(AS_OF)]


def test_four_hundred_silent_days_without_a_trigger(world):
    """What was said more than a year ago says nothing about these days: set aside with its reason, or a wide answer."""
    old = AS_OF - timedelta(days=400)
    claim = world.said(quantity(30000, Hedge.APPROX), published=old, days=(old - timedelta(days=7), old))
    estimate, ledger = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    assert ledger.entry(claim.id).reason == "starts_long_before" or estimate is not None
    if estimate is not None:
        finite(estimate)


@pytest.mark.parametrize("source", list(SourceType))
def test_every_class_of_source_has_a_trust(world, source):
    """Whoever speaks, a figure is read; the looser the class, the wider the answer."""
    world.trigger()
    claim = world.said(quantity(31700))
    claim = claim.but(attribution=claim.attribution.__class__(organisation="somebody", source_type=source))
    estimate, _ = reconcile(world.reports, [claim], as_of=date(2022, 10, 4), options=FEW)
    finite(estimate)
