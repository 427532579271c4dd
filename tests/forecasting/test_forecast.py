from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bordercast.forecasting import forecast
from bordercast.forecasting.closures import RELEASE, with_closures
from bordercast.vocabulary import Chance, Closure, Corridor, FlowEstimate, InvalidSetting, Scenario

AS_OF = date(2022, 10, 4)
ENTRY = tuple(Corridor(origin="RUS", destination=d) for d in ("FIN", "GEO", "KAZ", "OTHER"))
ONWARD = tuple(Corridor(origin="KAZ", destination=d, onward=True) for d in ("KGZ", "UZB"))
LEGS = tuple(sorted(ENTRY + ONWARD))
TOTALS = (Corridor(origin="RUS", destination="ANY", members=("FIN", "GEO", "KAZ", "OTHER")),)


def estimate(draws=50, known=10):
    chance = np.random.default_rng(3)
    levels = np.log([500, 1500, 5000, 8000, 9000, 300])[None, :, None]
    flows = np.exp(levels + 0.2 * chance.standard_normal((draws, len(LEGS), known)))
    return FlowEstimate(
        as_of=AS_OF,
        legs=LEGS,
        totals=TOTALS,
        days=tuple(AS_OF - timedelta(days=known - 1 - i) for i in range(known)),
        draws=flows,
        informed=(1.0,) * len(LEGS),
        method="test",
    )


ESTIMATE = estimate()
AS_IT_STANDS = forecast(ESTIMATE)


def closed(origin="RUS", destination="GEO", start=6, until=None, **shares):
    return Closure(
        origin=origin,
        destination=destination,
        start=date(2022, 10, start),
        until=date(2022, 10, until) if until else None,
        **shares,
    )


def under(*closures, **settings_):
    return forecast(ESTIMATE, Scenario(name="what if", closures=closures), **settings_)


closures = st.builds(
    lambda leg, start, length, leak, rerouted: Closure(
        origin=leg.origin,
        destination=leg.destination,
        start=AS_OF + timedelta(days=start),
        until=None if length is None else AS_OF + timedelta(days=start + length),
        leak=leak,
        rerouted=rerouted,
    ),
    st.sampled_from(LEGS),
    st.integers(-3, 14),
    st.one_of(st.none(), st.integers(0, 8)),
    st.floats(0, 1),
    st.floats(0, 1),
)


def leg(projection, corridor):
    return projection.draws[:, projection.legs.index(corridor)]


@settings(max_examples=60, deadline=None)
@given(st.lists(closures.filter(lambda c: c.origin == "RUS"), max_size=4))
def test_every_person_is_somewhere(shut):
    """Out of Russia, what would have flowed equals what passed plus what newly waits, on every day and draw."""
    under_closure = under(*shut)
    entries = [LEGS.index(c) for c in ENTRY]
    asked = AS_IT_STANDS.draws[:, entries].sum(axis=1)
    passed = under_closure.draws[:, entries].sum(axis=1)
    newly = np.diff(under_closure.waiting, axis=1, prepend=0.0)
    np.testing.assert_allclose(passed + newly, asked, rtol=1e-9, atol=1e-6)
    assert (under_closure.waiting >= -1e-9).all()


@settings(max_examples=40, deadline=None)
@given(closures)
def test_closing_never_raises_the_closed_leg(shut):
    """While a leg is closed no more people pass it than if nothing had changed."""
    under_closure = under(shut)
    corridor = next(c for c in LEGS if (c.origin, c.destination) == (shut.origin, shut.destination))
    while_shut = [d >= shut.start and (shut.until is None or d <= shut.until) for d in under_closure.days]
    assert (
        leg(under_closure, corridor)[:, while_shut] <= leg(AS_IT_STANDS, corridor)[:, while_shut] + 1e-9
    ).all()


@settings(max_examples=30, deadline=None)
@given(closures, st.floats(0, 1), st.floats(0, 1))
def test_more_leak_lets_more_people_pass(shut, one, other):
    """The flow on a closed leg does not fall, and waiting does not rise, when its leak grows."""
    low, high = sorted((one, other))
    tight, loose = (
        under(
            Closure(
                origin=shut.origin,
                destination=shut.destination,
                start=shut.start,
                until=None,
                leak=leak,
                rerouted=shut.rerouted,
            )
        )
        for leak in (low, high)
    )
    corridor = next(c for c in LEGS if (c.origin, c.destination) == (shut.origin, shut.destination))
    assert (leg(tight, corridor) <= leg(loose, corridor) + 1e-9).all()
    assert (tight.waiting >= loose.waiting - 1e-6).all()


def test_no_closure_is_the_baseline():
    """A scenario without closures, or with one beyond the horizon, is the forecast as things stand."""
    late = under(closed(start=30))
    assert late.draws.tobytes() == AS_IT_STANDS.draws.tobytes()
    assert not late.waiting.any()


def test_same_seed_same_bytes():
    """The seed decides the noise, and scenarios share it."""
    assert under(closed()).draws.tobytes() == under(closed()).draws.tobytes()
    other = forecast(ESTIMATE, chance=Chance(seed=1))
    assert other.draws.tobytes() != AS_IT_STANDS.draws.tobytes()
    away = leg(under(closed()), Corridor(origin="RUS", destination="GEO"))
    assert (
        away[:, 0].tobytes() == leg(AS_IT_STANDS, Corridor(origin="RUS", destination="GEO"))[:, 0].tobytes()
    )


def test_people_take_the_open_roads_they_flow_on():
    """Those stopped at Georgia go to Kazakhstan more than to Finland, where fewer flow already."""
    after = under(closed(rerouted=1.0, leak=0.0))
    gained = {c.destination: (leg(after, c) - leg(AS_IT_STANDS, c))[:, 2].mean() for c in ENTRY}
    assert gained["KAZ"] > gained["FIN"] > 0
    assert not after.waiting.any()


def test_a_closed_entry_lowers_onward_movement_later():
    """When Kazakhstan is closed, fewer move on out of it after some days, and none of them is lost twice."""
    after = under(closed(destination="KAZ", start=5))
    onward = Corridor(origin="KAZ", destination="UZB", onward=True)
    ratio = leg(after, onward) / leg(AS_IT_STANDS, onward)
    assert ratio[:, 0] == pytest.approx(1)
    assert (ratio[:, 5] < 0.7).all()


def test_waiting_empties_when_the_border_opens_again():
    """After a closure ends, those waiting pass bit by bit."""
    after = under(closed(start=5, until=8, rerouted=0.0, leak=0.0))
    days = list(after.days)
    peak = days.index(date(2022, 10, 8))
    np.testing.assert_allclose(after.waiting[:, peak + 1], (1 - RELEASE) * after.waiting[:, peak])


def test_a_closure_before_as_of_holds_from_the_first_day():
    """A leg shut last week is shut on the first day of the forecast."""
    after = under(closed(start=1))
    shut = Corridor(origin="RUS", destination="GEO")
    assert (leg(after, shut)[:, 0] < 0.05 * leg(AS_IT_STANDS, shut)[:, 0]).all()


def test_closing_a_total_closes_its_legs():
    """Closing RUS>ANY leaves a leak and everybody waiting."""
    after = under(closed(destination="ANY", leak=0.0))
    entries = [LEGS.index(c) for c in ENTRY]
    assert not after.draws[:, entries, 1:].any()


def test_unknown_corridors_and_horizons_are_refused():
    """The error names the corridors that exist."""
    with pytest.raises(InvalidSetting, match="RUS>KAZ"):
        under(closed(destination="CHN"))
    with pytest.raises(InvalidSetting, match="at least 1"):
        forecast(ESTIMATE, days=0)


def test_doubt_grows_and_medians_ebb_mildly():
    """Intervals widen with the horizon; the median falls by less than a third in two weeks."""
    flows = leg(forecast(estimate(draws=4000)), Corridor(origin="RUS", destination="KAZ"))
    width = [np.log(np.quantile(flows[:, d], 0.9) / np.quantile(flows[:, d], 0.1)) for d in (0, 6, 13)]
    assert width[0] < width[1] < width[2]
    assert 0.66 < np.median(flows[:, 13]) / np.median(flows[:, 0]) < 1.0


def test_flows_of_nobody_stay_finite():
    """Legs without anybody on them can be closed without dividing by zero."""
    nobody = np.zeros((3, len(LEGS), 4))
    days = [AS_OF + timedelta(days=i + 1) for i in range(4)]
    passed, waiting = with_closures(nobody, LEGS, days, [closed(start=5)])
    assert np.isfinite(passed).all()
    assert not waiting.any()


@pytest.mark.parametrize("known", [1, 2, 5])
def test_a_short_past_is_enough(known):
    """One known day is enough to look ahead from."""
    assert np.isfinite(forecast(estimate(known=known)).draws).all()
