"""Closures: who passes, who is rerouted, who waits, and what all scenarios share."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bordercast.forecasting import forecast
from bordercast.forecasting.crisis.rules import RELEASE
from bordercast.vocabulary import (
    Between,
    Chance,
    Closure,
    InvalidSetting,
    Reopening,
    Restriction,
    Scenario,
    When,
)

from .crises import AS_IT_STANDS, AS_OF, ENTRY, ESTIMATE, LEGS, closures, day, estimate, leg, shut, under


@settings(max_examples=25, deadline=None)
@given(closures)
def test_closing_never_raises_the_closed_leg(change):
    """While a leg is closed no more people pass it than if nothing had changed, in any draw on any day."""
    after = under(change)
    onset, until = after.onset[:, 0], change.when.until
    for draw in range(ESTIMATE.draws.shape[0]):
        shut_days = [
            onset[draw] >= 0 and i >= onset[draw] and (until is None or d <= until.latest)
            for i, d in enumerate(after.days)
        ]
        flow, before = leg(after, change.where)[draw], leg(AS_IT_STANDS, change.where)[draw]
        assert (flow[shut_days] <= before[shut_days]).all()


@settings(max_examples=15, deadline=None)
@given(closures)
def test_what_does_not_happen_changes_nothing(change):
    """Draws in which a change never comes, and days before it comes, are those of the forecast as things stand."""
    after = under(change)
    for draw, onset in enumerate(after.onset[:, 0]):
        same = slice(None) if onset < 0 else slice(0, onset)
        assert (after.draws[draw][:, same] == AS_IT_STANDS.draws[draw][:, same]).all()
        assert (after.waiting[draw, same] == AS_IT_STANDS.waiting[draw, same]).all()


@settings(max_examples=10, deadline=None)
@given(st.lists(closures, min_size=1, max_size=3, unique_by=lambda c: c.where))
def test_no_closure_makes_people(changes):
    """The order of changes does not matter, and everybody who passes had set out: out of Russia no more cross in all."""
    after = under(*changes)
    assert after.draws.tobytes() == under(*reversed(changes)).draws.tobytes()
    entries = [LEGS.index(c) for c in ENTRY]
    here = after.draws[:, entries].sum(axis=(1, 2)) + sum(
        c.queue[:, -1] for c in after.crossings if c.origin == "RUS"
    )
    stands = AS_IT_STANDS.draws[:, entries].sum(axis=(1, 2)) + sum(
        c.queue[:, -1] for c in AS_IT_STANDS.crossings if c.origin == "RUS"
    )
    assert (here <= stands + AS_IT_STANDS.waiting[:, -1]).all()


def test_no_closure_is_the_forecast_as_things_stand():
    """A scenario without changes, or with one beyond the horizon, is the forecast as things stand."""
    late = under(shut(start=30))
    assert late.draws.tobytes() == AS_IT_STANDS.draws.tobytes() == under().draws.tobytes()
    assert (late.onset == -1).all()


def test_same_seed_same_bytes():
    """The seed decides the noise, and scenarios share it."""
    assert under(shut()).draws.tobytes() == under(shut()).draws.tobytes()
    assert forecast(ESTIMATE, chance=Chance(seed=1)).draws.tobytes() != AS_IT_STANDS.draws.tobytes()
    assert (leg(under(shut()), "RUS>GEO")[:, 0] == leg(AS_IT_STANDS, "RUS>GEO")[:, 0]).all()


def test_scenarios_differ_only_where_they_must():
    """Closing an onward leg out of Kazakhstan leaves every flow out of Russia as it was, to the person."""
    after = under(shut("KAZ>UZB"))
    for corridor in ENTRY:
        assert (leg(after, str(corridor)) == leg(AS_IT_STANDS, str(corridor))).all()
    assert leg(after, "KAZ>UZB")[:, 2:].sum() < 0.1 * leg(AS_IT_STANDS, "KAZ>UZB")[:, 2:].sum()


def test_people_take_the_open_roads_they_flow_on():
    """Those stopped at Georgia go to Kazakhstan more than to countries few flow to already."""
    after = under(shut(rerouted=1.0, leak=0.0))
    gained = {c.destination: (leg(after, str(c)) - leg(AS_IT_STANDS, str(c))).mean() for c in ENTRY}
    assert gained["KAZ"] > gained["FIN"] > gained["OTHER"] > 0
    assert gained["GEO"] < 0


def test_a_closed_entry_lowers_onward_movement_later():
    """When Kazakhstan is closed, fewer are there and so fewer move on, more so from day to day."""
    after = under(shut("RUS>KAZ", start=5))
    ratio = leg(after, "KAZ>UZB").sum(axis=0) / leg(AS_IT_STANDS, "KAZ>UZB").sum(axis=0)
    assert ratio[0] == pytest.approx(1)
    assert 1 > ratio[3] > ratio[7] > ratio[13]
    kazakhstan = after.hosts.index("KAZ")
    assert (after.present[:, kazakhstan, -1] < AS_IT_STANDS.present[:, kazakhstan, -1]).all()


def test_waiting_empties_when_the_border_opens_again():
    """After a closure ends, about a quarter of those waiting try again each day."""
    after = under(shut(start=5, until=8, rerouted=0.0, leak=0.0))
    newly = after.waiting - AS_IT_STANDS.waiting
    peak = list(after.days).index(day(8))
    left = newly[:, peak + 1].sum() / newly[:, peak].sum()
    assert left == pytest.approx(1 - RELEASE, abs=0.08)
    assert after.waiting[:, -1].sum() < 0.5 * after.waiting[:, peak].sum()


def test_a_closure_before_as_of_holds_from_the_first_day():
    """A leg shut last week is shut on the first day of the forecast."""
    after = under(shut(start=1))
    assert (leg(after, "RUS>GEO")[:, 0] < 0.1 * leg(AS_IT_STANDS, "RUS>GEO")[:, 0]).all()
    assert (after.onset == 0).all()


@pytest.mark.parametrize("where", ["RUS>ANY", "ANY>GEO", "RUS<>GEO"])
def test_a_place_can_be_many_legs(where):
    """A total, every way into a country, and both directions of a pair close each of their legs."""
    after = under(shut(where, leak=0.0))
    assert not leg(after, "RUS>GEO")[:, 1:].any()
    assert bool(leg(after, "RUS>KAZ")[:, 1:].any()) is (where != "RUS>ANY")


def test_the_short_form_is_the_same_change():
    """A Closure says what a Restriction for everybody says."""
    short = Closure(origin="RUS", destination="GEO", start=day(6), leak=0.1, rerouted=0.5)
    after = forecast(ESTIMATE, Scenario(name="short", closures=(short,)))
    assert after.draws.tobytes() == under(shut(leak=0.1, rerouted=0.5)).draws.tobytes()


def test_a_class_of_people_is_stopped_and_others_pass():
    """Restricting four fifths of the travellers with a leak of a tenth lets 0.2 + 0.8 x 0.1 pass."""
    change = Restriction(
        where="RUS>GEO",
        when=When.since(day(5)),
        population="men of draft age",
        share=Between.exactly(0.8),
        leak=Between.exactly(0.1),
        rerouted=Between.exactly(0.0),
    )
    passed = leg(under(change), "RUS>GEO").sum() / leg(AS_IT_STANDS, "RUS>GEO").sum()
    assert passed == pytest.approx(0.28, abs=0.02)


def test_a_reopening_ends_what_began_earlier_only():
    """A border closed on the 5th and opened on the 9th passes people again; one that closes after stays closed."""
    opened = under(shut(start=5), Reopening(where="RUS>GEO", when=When.since(day(9))))
    assert (leg(opened, "RUS>GEO")[:, 4] > 0.5 * leg(AS_IT_STANDS, "RUS>GEO")[:, 4]).all()
    closed = under(Reopening(where="RUS>GEO", when=When.since(day(5))), shut(start=9))
    assert leg(closed, "RUS>GEO")[:, 4:].sum() < 0.1 * leg(AS_IT_STANDS, "RUS>GEO")[:, 4:].sum()


def test_unknown_places_and_horizons_are_refused():
    """The error names the corridors that exist."""
    for where in ("RUS>CHN", "crossing:medyka", "GEO>RUS", "nowhere"):
        with pytest.raises(InvalidSetting, match="RUS>KAZ"):
            under(shut(where))
    with pytest.raises(InvalidSetting, match="at least 1"):
        forecast(ESTIMATE, days=0)


def test_doubt_grows_and_medians_ebb_mildly():
    """Intervals widen with the horizon; the median falls by less than a third in two weeks."""
    flows = leg(forecast(estimate(draws=1500)), "RUS>KAZ")
    width = [np.log(np.quantile(flows[:, d], 0.9) / np.quantile(flows[:, d], 0.1)) for d in (0, 6, 13)]
    assert width[0] < width[1] < width[2]
    assert 0.66 < np.median(flows[:, 13]) / np.median(flows[:, 0]) < 1.0


def test_flows_of_nobody_stay_finite():
    """Legs without anybody on them can be closed."""
    nobody = estimate(draws=3, sizes=(1e-12,) * 6)
    after = forecast(nobody, Scenario(name="shut", changes=(shut(),)))
    assert not after.draws.any()
    assert np.isfinite(after.crossings[0].wait_hours).all()


@pytest.mark.parametrize("known", [1, 2, 5])
def test_a_short_past_is_enough(known):
    """One known day is enough to look ahead from, and a year of days too."""
    after = forecast(estimate(draws=5, known=known), days=30)
    assert np.isfinite(after.draws).all()
    assert after.days[-1] == AS_OF + timedelta(days=30)
