"""Queues, throughput, waiting times and shelter: counts add up, and known truths come back."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bordercast.forecasting import forecast
from bordercast.vocabulary import (
    Assumptions,
    Beds,
    Between,
    Corridor,
    FlowEstimate,
    Scenario,
    Throughput,
    Trigger,
    When,
)

from .claims import queue_claim, shelter_claim
from .crises import AS_IT_STANDS, AS_OF, ESTIMATE, closures, crossing, day, leg, shut, under

exactly = Between.exactly
LARS = "crossing:verkhny-lars"


def homes_only(draws=60, size=9000.0):
    """People leave Russia for two countries at a constant rate, and nobody has moved on."""
    legs = tuple(Corridor(origin="RUS", destination=d) for d in ("GEO", "KAZ"))
    known = 6
    return FlowEstimate(
        as_of=AS_OF,
        legs=legs,
        totals=(),
        days=tuple(AS_OF - timedelta(days=known - 1 - i) for i in range(known)),
        draws=np.full((draws, 2, known), size),
        informed=(1.0, 1.0),
        method="test",
    )


HOMES = homes_only()
HOMES_STAND = forecast(HOMES)


def set_out(projection):
    """People who had set out by the evening of each day: crossed, in a queue, or waiting."""
    crossed = np.cumsum(projection.draws.sum(axis=1), axis=1)
    return crossed + sum(c.queue for c in projection.crossings) + projection.waiting


def on_homes(*changes, claims=(), **assumed):
    assumptions = Assumptions(**{name: exactly(value) for name, value in assumed.items()})
    scenario = Scenario(name="what if", changes=changes, assumptions=assumptions)
    return forecast(HOMES, scenario, claims=claims)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        closures.filter(lambda c: c.where in ("RUS>GEO", "RUS>KAZ")), max_size=2, unique_by=lambda c: c.where
    ),
    st.floats(0, 2),
)
def test_everybody_who_set_out_is_somewhere(shut_ways, factor):
    """Whatever is shut or slowed, as many have set out as things stand: each has crossed, queues, or waits. Exactly."""
    slow = Throughput(where=LARS, when=When.since(day(7)), factor=exactly(factor))
    after = on_homes(*shut_ways, slow)
    assert (set_out(after) == set_out(HOMES_STAND)).all()


def test_people_present_are_those_who_came_less_those_who_moved_on():
    """From one evening to the next a host gains its arrivals and loses its onward movement, to the person."""
    after = under(shut("RUS>KAZ", start=8), shut("KAZ>UZB", start=7))
    kazakhstan = after.hosts.index("KAZ")
    came = leg(after, "RUS>KAZ")
    left = leg(after, "KAZ>UZB") + leg(after, "KAZ>KGZ")
    assert (np.diff(after.present[:, kazakhstan], axis=1) == (came - left)[:, 1:]).all()


def test_waiting_time_is_the_time_the_last_in_the_queue_really_waits():
    """Little's law with a known throughput: the wait shown is when those in the queue of an evening have all passed."""
    able = 3000.0
    only = Throughput(where=LARS, when=When.since(day(5)), persons_per_day=exactly(able))
    path = crossing(on_homes(only, patience_days=50.0), "Verkhny Lars", "GEO")
    passed = np.cumsum(path.passed, axis=1)
    checked = 0
    for evening in range(6):
        due = passed[:, evening] + path.queue[:, evening]
        days = path.wait_hours[:, evening] / 24
        for draw in np.flatnonzero((days > 0.5) & (days < 13 - evening)):
            later = np.interp(due[draw], passed[draw], np.arange(14)) - evening
            assert later == pytest.approx(days[draw], abs=0.05)
            checked += 1
    assert checked > 20
    np.testing.assert_allclose(path.queue, path.wait_hours / 24 * able)


def test_a_queue_grows_by_what_does_not_pass():
    """With people who bear any wait, the queue grows each day that more come than pass, and no more pass than can."""
    shortage = Throughput(where="RUS>GEO", when=When.since(day(5)), persons_per_day=exactly(4000.0))
    after = on_homes(shortage, patience_days=1000.0)
    queued = sum(c.queue for c in after.crossings if c.destination == "GEO")
    assert (np.diff(queued, axis=1).mean(axis=0) > 0).all()
    assert (leg(after, "RUS>GEO") <= 4000 + len(after.crossings)).all()


def test_impatient_people_do_not_queue_for_long():
    """The less people bear, the shorter the queue and the more take another way."""
    slow = Throughput(where="RUS>GEO", when=When.since(day(5)), persons_per_day=exactly(4000.0))
    patient, hasty = on_homes(slow, patience_days=8.0), on_homes(slow, patience_days=0.5)
    queues = [sum(c.queue[:, -1].mean() for c in p.crossings) for p in (patient, hasty)]
    assert queues[0] > 2 * queues[1]
    assert leg(hasty, "RUS>KAZ").sum() > leg(patient, "RUS>KAZ").sum() > leg(HOMES_STAND, "RUS>KAZ").sum()


def test_a_crossing_that_lets_nobody_pass_passes_nobody():
    """A throughput of nought stops a crossing, and nothing divides by it."""
    none = Throughput(where=LARS, when=When.since(day(5)), factor=exactly(0.0))
    path = crossing(on_homes(none), "Verkhny Lars", "GEO")
    assert not path.passed.any()
    assert np.isfinite(path.wait_hours).all()


def test_vehicles_are_people_by_an_explicit_number():
    """A thousand vehicles a day with two people each are two thousand people a day."""
    vehicles = Throughput(where=LARS, when=When.since(day(5)), vehicles_per_day=exactly(1000.0))
    path = crossing(on_homes(vehicles, persons_per_vehicle=2.0), "Verkhny Lars", "GEO")
    assert (path.throughput == 2000).all()


def test_a_measured_queue_stands_at_the_crossing():
    """3,000 vehicles counted today with two people each are 6,000 people before the first day's arrivals."""
    claim = queue_claim("Verkhny Lars", 3000, "vehicle", AS_OF)
    path = crossing(on_homes(claims=[claim], persons_per_vehicle=2.0), "Verkhny Lars", "GEO")
    assert path.claims == (claim.id,)
    assert (path.queue[:, 0] + path.passed[:, 0] >= 6000).all()
    assert np.median(path.queue[:, 0]) == pytest.approx(6000, rel=0.4)
    # and it says that the crossing was full: what it passed is what it can pass, within its doubt
    assert np.median(path.throughput[:, 0] / path.passed[:, 0]) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("unit", "figure", "shown"),
    [("km", 2000, False), ("vehicle", 4, False), ("hour", 48, True), ("km", 15, True), ("person", 900, True)],
)
def test_only_a_queue_that_can_be_one_is_believed(unit, figure, shown):
    """Distances of thousands of kilometres and four cars are no queue at a crossing."""
    claim = queue_claim("Verkhny Lars", figure, unit, AS_OF)
    path = crossing(on_homes(claims=[claim]), "Verkhny Lars", "GEO")
    assert bool(path.claims) is shown


def test_an_old_queue_has_gone():
    """A queue of three weeks ago says nothing of today."""
    claim = queue_claim("Verkhny Lars", 3000, "vehicle", AS_OF - timedelta(days=21))
    assert not crossing(on_homes(claims=[claim]), "Verkhny Lars", "GEO").claims


def test_beds_fill_and_then_people_find_none():
    """When everybody needs one of 20,000 beds and nobody leaves, they are full when 20,000 have arrived."""
    beds = Beds(where="KAZ", when=When.since(day(5)), beds=exactly(20000.0))
    after = on_homes(beds, need_shelter=1.0, stay_days=1e9)
    (site,) = after.shelters
    came = np.cumsum(leg(after, "RUS>KAZ"), axis=1)
    assert (site.beds == 20000).all()
    assert (site.occupied == np.minimum(came, 20000)).all()
    assert (site.days_until_full == (came >= 20000).argmax(axis=1) + 1).all()
    assert (np.cumsum(site.without, axis=1) == np.maximum(came - 20000, 0)).all()


def test_more_beds_leave_fewer_without():
    """Adding beds never leaves more people without one, in any draw on any day."""
    claim = shelter_claim("Kazakhstan", "KAZ", AS_OF, beds=5000)
    few = on_homes(claims=[claim], need_shelter=0.4, stay_days=20.0)
    more = on_homes(
        Beds(where="KAZ", when=When.since(day(6)), beds=exactly(4000.0)),
        claims=[claim],
        need_shelter=0.4,
        stay_days=20.0,
    )
    one, other = (next(s for s in p.shelters if s.id == "KAZ") for p in (few, more))
    assert one.claims == other.claims == (claim.id,)
    assert (np.cumsum(other.without, axis=1) <= np.cumsum(one.without, axis=1)).all()
    assert (other.days_until_full >= one.days_until_full).all()
    assert (one.beds == 5000).all()


def test_beds_taken_away_leave_nobody_in_them():
    """After beds are gone, no more people are in them than there are."""
    claim = shelter_claim("Kazakhstan", "KAZ", AS_OF, beds=5000)
    fewer = Beds(where="KAZ", when=When.since(day(8)), beds=exactly(-4500.0))
    site = next(s for s in on_homes(fewer, claims=[claim], need_shelter=0.5).shelters if s.id == "KAZ")
    assert (site.occupied[:, 3:] <= 500).all()
    assert (site.beds[:, 3:] == 500).all()


def test_a_full_shelter_tells_how_many_beds_there_are():
    """Where somebody says that it is full today, the beds are those taken: about the share of arrivals who need one."""
    claim = shelter_claim("Kazakhstan", "KAZ", AS_OF)
    site = next(
        s for s in on_homes(claims=[claim], need_shelter=0.2, stay_days=1e9).shelters if s.id == "KAZ"
    )
    assert np.median(site.beds) == pytest.approx(0.2 * 6 * 9000, rel=0.1)


def test_shelter_nobody_speaks_of_is_not_made_up():
    """Without a claim or a change there is no site."""
    assert AS_IT_STANDS.shelters == HOMES_STAND.shelters == ()


def test_a_trigger_multiplies_departures_and_fades():
    """Twice as many set out on the first day; three half-lives later the excess is an eighth."""
    twice = Trigger(where="RUS", when=When.since(day(6)), factor=exactly(2.0), half_life_days=exactly(2.0))
    more, stands = (np.diff(set_out(p), axis=1, prepend=0.0) for p in (on_homes(twice), HOMES_STAND))
    ratio = more.sum(axis=0) / stands.sum(axis=0)
    assert ratio[0] == pytest.approx(1)
    assert ratio[1] == pytest.approx(2, rel=0.02)
    assert ratio[7] == pytest.approx(1.125, rel=0.02)


def test_as_things_stand_the_flows_carry_on():
    """Without a change, what passes is what was carried forward, where no crossing is full."""
    from bordercast.forecasting.drift import carried_forward
    from bordercast.vocabulary import Chance

    flows = carried_forward(ESTIMATE, days=14, chance=Chance().named("forecasting"))
    for number in range(len(ESTIMATE.legs)):
        ratio = np.median(AS_IT_STANDS.draws[:, number].sum(axis=1)) / np.median(flows[:, number].sum(axis=1))
        assert ratio == pytest.approx(1, abs=0.1)
