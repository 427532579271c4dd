from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.vocabulary import (
    Attribution,
    Basis,
    Chance,
    Corridor,
    Decision,
    Hedge,
    Interval,
    InvalidSetting,
    Kind,
    Measure,
    Modality,
    Ruling,
    SourceType,
    Unreadable,
    Verdict,
    Where,
)
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, World, place, quantity

FEW = ReconciliationOptions(draws=200)


def same(one, other):
    (estimate, ledger), (again, book) = one, other
    assert ledger == book
    assert (estimate is None) == (again is None)
    if estimate is not None:
        assert (estimate.legs, estimate.totals, estimate.days) == (again.legs, again.totals, again.days)
        assert estimate.draws.tobytes() == again.draws.tobytes()
        assert (estimate.informed, estimate.method) == (again.informed, again.method)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
def test_order_does_not_matter(exodus, chance):
    """Reports and claims in any order give the same bytes."""
    reports, claims = exodus.reports[:], exodus.claims[:]
    chance.shuffle(reports)
    chance.shuffle(claims)
    same(
        reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW),
        reconcile(reports, claims, as_of=AS_OF, options=FEW),
    )


def test_same_seed_same_bytes_and_another_seed_other_draws(exodus):
    """The seed decides the draws and nothing else does."""
    first = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW, chance=Chance(seed=7))
    again = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW, chance=Chance(seed=7))
    other, _ = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW, chance=Chance(seed=8))
    same(first, again)
    assert other.draws.tobytes() != first[0].draws.tobytes()


def test_the_future_cannot_change_the_past(exodus):
    """Claims published after as_of change no byte and have no ledger entry."""
    day = date(2022, 9, 28)
    before = reconcile(exodus.reports, exodus.claims, as_of=day, options=FEW)
    exodus.said(quantity(900000), published=date(2022, 10, 1))
    exodus.trigger(day=date(2022, 10, 2))
    after = reconcile(exodus.reports, exodus.claims, as_of=day, options=FEW)
    same(before, after)


def test_no_claim_is_lost(exodus):
    """Each claim known by then has exactly one ledger entry, and so has each unreadable input."""
    lost = Unreadable(source="broken.pdf", found="A torn file.", remedy="Send it again.")
    _, ledger = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, unreadable=[lost], options=FEW)
    subjects = [e.subject for e in ledger.entries]
    assert sorted(subjects) == sorted({c.id for c in exodus.claims} | {"broken.pdf"})
    assert subjects == sorted(subjects)
    assert ledger.entry("broken.pdf").decision is Decision.UNREADABLE
    assert all(e.words and e.reason for e in ledger.entries)


def test_a_copied_story_is_not_a_second_witness(exodus):
    """Fifty outlets that copy one figure leave the estimate as it was, byte for byte."""
    before, _ = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    original = exodus.claims[1]
    copies = [
        exodus.said(
            original.quantity,
            published=date(2022, 9, 28),
            days=(TRIGGER_DAY, date(2022, 9, 27)),
            voice=original.attribution.organisation,
        )
        for _ in range(50)
    ]
    after, ledger = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    assert before.draws.tobytes() == after.draws.tobytes()
    assert {ledger.entry(c.id).decision for c in copies} == {Decision.FOLDED}
    assert {ledger.entry(c.id).into for c in copies} == {original.id}


def test_one_figure_over_several_destinations_is_divided_here(exodus):
    """The undivided claim is used once and informs each of its legs; their flows stay within its sum's order."""
    estimate, ledger = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    cars = next(c for c in exodus.claims if c.quantity and c.quantity.unit == "vehicle")
    entry = ledger.entry(cars.id)
    assert entry.decision is Decision.USED
    assert set(entry.corridors) == {"RUS>GEO", "RUS>FIN", "RUS>KAZ", "RUS>MNG"}
    assert estimate.named("RUS", "MNG") in estimate.legs


def test_onward_movement_is_never_added_to_the_outflow(exodus):
    """No total out of Russia has an onward leg among its parts, and the onward leg is marked as one."""
    exodus.said(quantity(300000, Hedge.MORE_THAN), to=())
    estimate, _ = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    onward = estimate.named("KAZ", "OTHER")
    assert onward.onward
    total = estimate.named("RUS", "ANY")
    entries = [leg for leg in estimate.legs if leg.origin == "RUS"]
    assert not total.onward
    assert set(total.members) == {leg.destination for leg in entries}
    np.testing.assert_allclose(estimate.of(total), sum(estimate.of(leg) for leg in entries))


def test_onward_stays_within_entries(exodus):
    """Those who moved on from Kazakhstan are, but for a soft margin, no more than those who entered it."""
    exodus.claims = [c for c in exodus.claims if c.kind is not Kind.ONWARD]
    exodus.said(quantity(900000, Hedge.APPROX), kind=Kind.ONWARD, origin="KAZ", to=())
    estimate, ledger = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    into = np.median(estimate.of(estimate.named("RUS", "KAZ")).sum(axis=1))
    out = np.median(estimate.of(estimate.named("KAZ", "OTHER")).sum(axis=1))
    assert out < 3 * into
    assert ledger.contradictions


def test_a_group_has_legs_to_its_land_neighbours(exodus):
    """A figure for the European Union makes legs to its members that border Russia, and a total over them."""
    estimate, _ = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    union = estimate.named("RUS", "EU")
    assert set(union.members) == {"FIN", "EST", "LVA", "LTU", "POL"}
    week = estimate.of(union)[
        :, [estimate.days.index(date(2022, 9, 19) + timedelta(days=i)) for i in range(7)]
    ]
    assert 55_000 < np.median(week.sum(axis=1)) < 75_000


def test_mainly_gives_the_named_countries_more_than_half(world):
    """'40,000 left, mainly to Uzbekistan and Kyrgyzstan' makes three onward legs, the named two above half."""
    world.trigger()
    world.said(quantity(200000, Hedge.APPROX))
    report = world.report(AS_OF)
    text = "Around 40,000 had left for other countries, mainly Uzbekistan and Kyrgyzstan."
    report = type(report).of(text=text, published=report.published)
    world.reports.append(report)
    claim = world.said(
        quantity(40000, Hedge.APPROX),
        report=report,
        kind=Kind.ONWARD,
        origin="KAZ",
        destinations=(Where(iso3="UZB", name="Uzbekistan"), Where(iso3="KGZ", name="Kyrgyzstan")),
        measure=Measure.UNSPECIFIED,
    )
    estimate, ledger = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    parts = {leg.destination: np.median(estimate.of(leg).sum(axis=1)) for leg in estimate.legs if leg.onward}
    assert set(parts) == {"UZB", "KGZ", "OTHER"}
    assert parts["UZB"] + parts["KGZ"] > parts["OTHER"]
    total = np.median(estimate.of(estimate.named("KAZ", "ANY")).sum(axis=1))
    assert 30_000 < total < 55_000
    assert "KAZ>ANY" in ledger.entry(claim.id).corridors


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"modality": Modality.PLANNED}, "planned"),
        ({"modality": Modality.PROJECTED}, "projected"),
        ({"modality": Modality.RUMOURED}, "rumoured"),
        ({"modality": Modality.DENIED}, "denied"),
        ({"modality": Modality.NEGATED}, "negated"),
        ({"modality": Modality.REQUESTED}, "requested"),
        ({"to": ("RUS",)}, "internal"),
        ({"days": (date(2022, 2, 24), AS_OF)}, "starts_long_before"),
        ({"term": "asylum_application"}, "applications"),
        ({"figure": quantity(30, unit="percent")}, "no_comparison"),
        ({"figure": quantity(9700000, unit="trip")}, "trips"),
        ({"figure": quantity(5e9)}, "impossible"),
        ({"origin_none": True, "kind": Kind.ONWARD}, "no_origin"),
    ],
)
def test_what_cannot_inform_is_set_aside_with_its_reason(exodus, changes, reason):
    """Each unfit claim is set aside under its own reason and changes nothing."""
    before, _ = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    changes = dict(changes)
    figure = changes.pop("figure", quantity(123457))
    if changes.pop("origin_none", False):
        changes["origin"] = "RUS"
        claim = exodus.said(figure, **changes)
        exodus.claims[-1] = claim = claim.but(origin=None)
    else:
        claim = exodus.said(figure, **changes)
    after, ledger = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    assert ledger.entry(claim.id).reason == reason
    assert ledger.entry(claim.id).decision is Decision.SET_ASIDE
    assert before.draws.tobytes() == after.draws.tobytes()


def verdict(claim, ruling, correction=None, day=5):
    return Verdict.of(
        claim_id=claim.id,
        ruling=ruling,
        analyst="an analyst",
        decided=__import__("datetime").datetime(2022, 10, day),
        reason="It was checked.",
        correction=correction,
    )


def test_verdicts_are_final_and_the_latest_wins(exodus):
    """A rejection takes a claim out, a later acceptance puts it back, a correction speaks in its place."""
    claim = exodus.claims[2]
    rejected = verdict(claim, Ruling.REJECTED)
    _, ledger = reconcile(exodus.reports, exodus.claims, [rejected], as_of=AS_OF, options=FEW)
    assert ledger.entry(claim.id).decision is Decision.REJECTED
    accepted = verdict(claim, Ruling.ACCEPTED, day=6)
    _, ledger = reconcile(exodus.reports, exodus.claims, [accepted, rejected], as_of=AS_OF, options=FEW)
    assert ledger.entry(claim.id).decision is Decision.USED
    correction = claim.but(quantity=quantity(400000))
    fixed = verdict(claim, Ruling.CORRECTED, correction, day=7)
    estimate, ledger = reconcile(exodus.reports, exodus.claims, [fixed], as_of=AS_OF, options=FEW)
    assert ledger.entry(claim.id).decision is Decision.USED
    assert correction.id not in {e.subject for e in ledger.entries}
    assert np.median(estimate.of(estimate.named("RUS", "KAZ")).sum(axis=1)) > 300_000


def test_a_figure_for_men_or_one_crossing_bounds_from_below(world):
    """More people than the men counted may have come, hardly fewer."""
    world.trigger()
    claim = world.said(quantity(261000, Hedge.EXACT), population="men")
    estimate, ledger = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    total = estimate.of(Corridor(origin="RUS", destination="KAZ")).sum(axis=1)
    assert ledger.entry(claim.id).reason == "bound"
    assert np.quantile(total, 0.1) > 200_000
    assert np.quantile(total, 0.9) > 400_000


def test_a_gross_error_is_reported_and_hardly_moves_the_estimate(exodus):
    """A total ten times too high is named as a contradiction, with those against it, and moves little."""
    before, _ = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    slip = exodus.said(quantity(2_000_000, Hedge.APPROX), published=date(2022, 10, 3))
    after, ledger = reconcile(exodus.reports, exodus.claims, as_of=AS_OF, options=FEW)
    found = {c.claim_id: c for c in ledger.contradictions}
    assert slip.id in found
    low, middle, high = found[slip.id].expected
    assert low < middle < high < 1_000_000
    assert found[slip.id].opponents
    kaz = Corridor(origin="RUS", destination="KAZ")
    medians = [np.median(e.of(kaz).sum(axis=1)) for e in (before, after)]
    assert abs(np.log(medians[1] / medians[0])) < 0.15


def test_nothing_to_go_on_gives_none():
    """Without a claim that says how large a flow is there is no estimate, and the ledger still stands."""
    world = World()
    assert reconcile([], [], as_of=AS_OF)[0] is None
    world.trigger()
    surge = world.said(None, measure=Measure.CHANGE, status="increased")
    estimate, ledger = reconcile(world.reports, world.claims, as_of=AS_OF)
    assert estimate is None
    assert ledger.entry(surge.id).reason == "nothing_to_scale"


def test_after_long_silence_there_is_no_estimate(exodus):
    """A year after the last claim nothing is known of the last sixty days, and we say so."""
    estimate, ledger = reconcile(exodus.reports, exodus.claims, as_of=date(2023, 11, 1), options=FEW)
    assert estimate is None
    assert len(ledger.entries) == len(exodus.claims)


@pytest.mark.parametrize(
    "figure",
    [
        quantity(0),
        quantity(12),
        quantity(140_000_000, Hedge.AT_LEAST),
        quantity(50, Hedge.UP_TO),
        quantity(None, Hedge.VAGUE, low=20, high=100),
        quantity(None, Hedge.RANGE, low=0, high=10),
        quantity(50_000, Hedge.LESS_THAN),
    ],
)
def test_one_claim_gives_a_wide_finite_answer(world, figure):
    """A single odd claim gives finite draws that stay wide where it says little."""
    world.said(figure)
    estimate, ledger = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    assert np.isfinite(estimate.draws).all()
    assert (estimate.draws >= 0).all()
    low, high = np.quantile(estimate.draws[:, 0, -1], [0.1, 0.9])
    assert high > 1.5 * low
    assert ledger.entries[0].decision is Decision.USED


@pytest.mark.parametrize(
    "figure", [quantity(1), quantity(4), quantity(5, Hedge.UP_TO), quantity(3, Hedge.MORE_THAN)]
)
def test_an_incident_is_not_a_corridors_flow(world, figure):
    """Four people caught at a fence say nothing of how many cross: set aside, with that reason."""
    world.said(figure)
    estimate, ledger = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    assert estimate is None
    assert (ledger.entries[0].decision, ledger.entries[0].reason) == (Decision.SET_ASIDE, "incident")


figures = st.builds(
    quantity,
    st.one_of(st.integers(0, 10**10).map(float), st.floats(0, 1e12)),
    st.sampled_from(
        [
            Hedge.EXACT,
            Hedge.APPROX,
            Hedge.MORE_THAN,
            Hedge.AT_LEAST,
            Hedge.NEARLY,
            Hedge.UP_TO,
            Hedge.LESS_THAN,
        ]
    ),
    st.sampled_from(["person", "vehicle", "household", "percent", "km", "crossing", "trip"]),
)


@settings(max_examples=25, deadline=None)
@given(
    said=st.lists(
        st.tuples(
            figures,
            st.sampled_from(list(Kind)),
            st.sampled_from(list(Measure)),
            st.sampled_from([(), ("KAZ",), ("KAZ", "GEO"), ("EU",), ("RUS",)]),
            st.one_of(st.integers(-80, 5), st.just(-400)),
            st.integers(0, 20),
            st.sampled_from([None, "increased", "decreased"]),
            st.sampled_from(
                ["arrived", "net", "registered", "displaced", "present", "queue", "waiting_time"]
            ),
            st.sampled_from(list(SourceType)),
        ),
        max_size=6,
    ),
    trigger=st.booleans(),
)
def test_any_claims_at_all_give_an_answer_or_none(said, trigger):
    """Whatever is claimed, by whomever, of whenever, there is one entry a claim and never a NaN."""
    world = World()
    if trigger:
        world.trigger()
    for figure, kind, measure, to, ends, length, status, term, source in said:
        end = AS_OF + timedelta(days=ends)
        world.said(
            figure,
            kind=kind,
            measure=measure,
            to=to,
            origin="KAZ" if kind is Kind.ONWARD else "RUS",
            at=place("KAZ") if kind is Kind.STOCK else None,
            days=(end - timedelta(days=length), end),
            status=status,
            term=term,
            via=(Where(iso3=None, name="Storskog"),) if kind is Kind.QUEUE else (),
            attribution=Attribution(organisation="somebody", source_type=source),
        )
    estimate, ledger = reconcile(
        world.reports, world.claims, as_of=AS_OF, options=ReconciliationOptions(draws=20)
    )
    assert len(ledger.entries) == len({c.id for c in world.claims})
    if estimate is not None:
        assert np.isfinite(estimate.draws).all()
        assert estimate.days[-1] == AS_OF
        assert all(0 <= share <= 1 for share in estimate.informed)
    for contradiction in ledger.contradictions:
        assert np.isfinite(contradiction.expected).all()


def test_a_wrong_setting_raises():
    """Settings that cannot work are refused with what to do."""
    with pytest.raises(InvalidSetting, match="draws"):
        ReconciliationOptions(draws=0)


def test_an_undated_figure_bounds_its_day_from_above(world):
    """A figure without day or start leaves the last day's flow at or below it, and the sum since the start at or above."""
    claim = world.said(quantity(240))
    claim = claim.but(
        measure=Measure.UNSPECIFIED, interval=Interval(start=AS_OF, end=AS_OF, basis=Basis.PUBLICATION)
    )
    estimate, _ = reconcile(world.reports, [claim], as_of=AS_OF, options=FEW)
    draws = estimate.draws[:, 0, :]
    assert np.quantile(draws[:, -1], 0.9) < 240 * 1.5
    assert np.quantile(draws.sum(axis=1), 0.1) > 240 / 1.5
