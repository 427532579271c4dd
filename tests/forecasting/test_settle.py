"""What each draw settles: how likely, on which day, how much; and what two scenarios share."""

from datetime import timedelta

import numpy as np
import pytest
from scipy import stats

from bordercast.forecasting import unanswerable
from bordercast.forecasting.crisis.attraction import attraction_of
from bordercast.forecasting.crisis.doors import ways_of
from bordercast.forecasting.crisis.question import Question
from bordercast.forecasting.crisis.settle import settle
from bordercast.vocabulary import (
    Beds,
    Between,
    BorderEvent,
    BorderTimeline,
    Chance,
    Corridor,
    DayBetween,
    FlowEstimate,
    Modality,
    Reopening,
    Restriction,
    Scenario,
    Throughput,
    Trigger,
    When,
)

from .crises import AS_OF, ESTIMATE, day, estimate, shut, under

MANY = estimate(draws=4000, known=2)
DAYS = tuple(AS_OF + timedelta(days=i + 1) for i in range(14))


def question(*changes, of=MANY, borders=()):
    scenario = Scenario(name="asked", changes=changes)
    return Question(estimate=of, scenario=scenario, claims=(), borders=borders, days=DAYS, chance=Chance())


def settled(*changes):
    asked = question(*changes)
    return settle(asked, ways_of(asked))


def test_a_change_comes_as_often_as_it_is_likely():
    """A closure that is 30 per cent likely comes in 30 per cent of the draws, and a likelier one in those and more."""
    seldom = settled(shut(probability=0.3)).onset[:, 0] >= 0
    often = settled(shut(probability=0.6)).onset[:, 0] >= 0
    assert seldom.mean() == pytest.approx(0.3, abs=3 * np.sqrt(0.3 * 0.7 / seldom.size))
    assert often.mean() == pytest.approx(0.6, abs=3 * np.sqrt(0.6 * 0.4 / often.size))
    assert often[seldom].all()


def test_a_day_between_two_days_is_each_of_them_alike():
    """Between 5 and 12 October each of the eight days is as likely, the first and the last included."""
    onset = settled(shut(start=5, latest=12)).onset[:, 0]
    assert set(onset) == set(range(8))
    assert stats.chisquare(np.bincount(onset)).pvalue > 0.001


def test_a_change_ends_between_its_days():
    """Until is included: a closure from the 6th until some day between the 8th and the 10th holds 3 to 5 days."""
    until = DayBetween(earliest=day(8), latest=day(10))
    change = Restriction(
        where="RUS>GEO", when=When(start=DayBetween(earliest=day(6), latest=day(6)), until=until)
    )
    stop = settled(change).stop
    held = (stop.max(axis=1) > 0).sum(axis=1)
    assert set(held) == {3, 4, 5}
    assert stats.chisquare(np.bincount(held)[3:]).pvalue > 0.001


def test_a_figure_between_two_lies_evenly():
    """A leak between 0.1 and 0.5 is uniform over the draws."""
    change = Restriction(where="RUS>GEO", when=When.since(day(5)), leak=Between(low=0.1, high=0.5))
    leak = 1 - settled(change).stop.max(axis=1)[:, 0]
    assert stats.kstest((leak - 0.1) / 0.4, "uniform").pvalue > 0.001


def test_the_luck_of_a_change_is_its_own():
    """Adding another change leaves the days and figures of the first as they were; so does its order."""
    first = shut(start=5, latest=12, probability=0.5)
    other = Throughput(
        where="crossing:verkhny-lars", when=When.since(day(6)), factor=Between(low=0.2, high=0.8)
    )
    alone, both, turned = settled(first), settled(first, other), settled(other, first)
    assert (alone.onset[:, 0] == both.onset[:, 0]).all()
    assert (both.onset[:, 0] == turned.onset[:, 1]).all()
    assert (both.factor == turned.factor).all()
    assert (alone.stop == both.stop).all()


def test_throughput_of_a_direction_is_shared_among_its_doors():
    """6,000 people a day over a border are 6,000 over all its ways together, and a factor holds for each."""
    asked = question(
        Throughput(where="RUS>GEO", when=When.since(day(5)), persons_per_day=Between.exactly(6000.0))
    )
    ways = ways_of(asked)
    fixed = settle(asked, ways).fixed
    mine = [i for i, door in enumerate(ways.doors) if str(door.corridor) == "RUS>GEO"]
    np.testing.assert_allclose(fixed[:, mine].sum(axis=1), 6000)
    assert np.isnan(fixed[:, [i for i in range(len(ways.doors)) if i not in mine]]).all()
    half = settled(Throughput(where="RUS>GEO", when=When.since(day(5)), factor=Between.exactly(0.5))).factor
    assert (half[:, mine] == 0.5).all()


def test_a_trigger_halves_as_it_says():
    """Threefold departures with a half-life of two days are twofold after two days."""
    trigger = Trigger(
        where="RUS",
        when=When.since(day(6)),
        factor=Between.exactly(3.0),
        half_life_days=Between.exactly(2.0),
    )
    surge = settled(trigger).surge["RUS"][0]
    np.testing.assert_allclose(surge[:4], [1, 3, 1 + 2**0.5, 2])


def test_what_an_estimate_has_no_place_for_is_named():
    """Each change that cannot be asked is named by its number, with the places there are."""
    asked = Scenario(
        name="asked",
        changes=(
            shut(),
            shut("RUS>CHN"),
            Beds(where="FRA", when=When.since(day(5)), beds=Between.exactly(10.0)),
            Trigger(where="GEO", when=When.since(day(5)), factor=Between.exactly(2.0)),
        ),
    )
    assert [number for number, _ in unanswerable(ESTIMATE, asked)] == [1, 2, 3]
    assert all("Choose one" in words for _, words in unanswerable(ESTIMATE, asked))


def borders(status, border="RUS>FIN"):
    event = BorderEvent(
        day=AS_OF, status=status, modality=Modality.ASSERTED, voice="v", claim_id="c", population=None
    )
    return (BorderTimeline(border=border, events=(event,)),)


def test_opening_a_border_said_to_be_shut_draws_people_and_one_that_is_open_does_not():
    """More go to Finland when a closed border opens, out of the same number who leave; nothing changes else, and it says so."""
    from bordercast.forecasting import forecast

    opening = Scenario(name="opens", changes=(Reopening(where="RUS>FIN", when=When.since(day(5))),))
    finland = [str(leg) for leg in ESTIMATE.legs].index("RUS>FIN")
    home = [i for i, leg in enumerate(ESTIMATE.legs) if not leg.onward]
    shut_now = borders("closed")
    stands, opened = (
        forecast(ESTIMATE, scenario, borders=shut_now) for scenario in (Scenario(name="stands"), opening)
    )
    assert opened.draws[:, finland].sum() > 1.05 * stands.draws[:, finland].sum()
    assert opened.draws[:, home].sum() == pytest.approx(stands.draws[:, home].sum(), rel=0.02)
    unchanged = under(*opening.changes)
    assert unchanged.draws.tobytes() == under().draws.tobytes()
    assert any("changes nothing" in note for note in unchanged.notes)


def test_attraction_recovers_the_weights_that_made_the_flows():
    """Flows made by known weights of distance and language, over many legs, give these weights back."""
    from bordercast.forecasting.crisis.attraction import WEIGHTS, _features

    ends = ("GEO", "KAZ", "FIN", "MNG", "EST", "LVA", "LTU", "POL", "NOR", "UZB", "KGZ", "TUR", "ARM", "AZE")
    ends += ("SRB", "TJK", "CHN", "ISR", "ARE", "THA", "DEU", "FRA", "ITA", "MDA", "CYP", "MNE", "IND", "VNM")
    legs = tuple(Corridor(origin="RUS", destination=end) for end in sorted(ends))
    truth = {"log distance": -1.6, "common language": 2.5, "land border": 0.5, "log people": 0.1}
    weights = np.array([truth.get(name, 0.0) for name in WEIGHTS])
    level = np.array([_features(leg, ()) for leg in legs]) @ weights + 18
    flows = np.exp(level + 0.05 * np.random.default_rng(5).standard_normal(level.size))
    made = FlowEstimate(
        as_of=AS_OF,
        legs=legs,
        totals=(),
        days=(AS_OF,),
        draws=np.repeat(flows[None, :, None], 20, axis=0),
        informed=(1.0,) * len(legs),
        method="test",
    )
    asked = question(of=made)
    found = attraction_of(asked, ways_of(asked)).weights
    for name, prior in WEIGHTS.items():
        if name in truth:
            assert abs(found[name] - truth[name]) < 0.6 * abs(prior[0] - truth[name]) + 0.1, name


def test_a_leg_that_claims_do_not_inform_is_drawn_to_the_line():
    """Attraction keeps the size of an informed leg, and moves one that is mostly prior towards what its features say."""
    from dataclasses import replace

    vague = replace(MANY, informed=tuple(0.0 if str(leg) == "RUS>FIN" else 1.0 for leg in MANY.legs))
    finland = [str(leg) for leg in MANY.legs].index("RUS>FIN")
    for of, kept in ((MANY, True), (vague, False)):
        asked = question(of=of)
        attraction = attraction_of(asked, ways_of(asked))
        flows = of.draws[:, :, -1]
        assert np.allclose(attraction.on(flows)[:, finland], flows[:, finland]) is kept
