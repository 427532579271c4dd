"""What the ledger says beside the fate of claims: influence, two readings, distrust, what to ask next."""

from datetime import date, timedelta

import numpy as np
import pytest

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.vocabulary import Attribution, Corridor, Decision, Hedge, Measure, SourceType
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, World, quantity

MANY = ReconciliationOptions(draws=800)
KAZ = Corridor(origin="RUS", destination="KAZ")


def solved(world, **settings):
    return reconcile(world.reports, world.claims, as_of=AS_OF, options=MANY, **settings)


def median(estimate, corridor, day=None):
    draws = estimate.of(corridor)
    return float(np.median(draws.sum(axis=1) if day is None else draws[:, estimate.days.index(day)]))


def test_influence_is_what_a_fit_without_the_claim_says(exodus):
    """The closed form agrees with leaving each claim out and fitting again: all within a posterior sd, most within a third.

    It leaves out that a day without its figure is also wider, which raises the sum, and that reporters are judged anew.
    """
    estimate, ledger = solved(exodus)
    sd = float(np.std(np.log(estimate.of(KAZ).sum(axis=1))))
    moved = [i for i in ledger.influences if i.corridor == "RUS>KAZ" and i.day is None]
    assert len(moved) >= 3
    apart = []
    for influence in moved:
        others = [c for c in exodus.claims if c.id != influence.claim_id]
        refit, _ = reconcile(exodus.reports, others, as_of=AS_OF, options=MANY)
        told = np.log(influence.without / influence.persons)
        apart.append(abs(told - np.log(median(refit, KAZ) / median(estimate, KAZ))))
    assert max(apart) < sd
    assert np.median(apart) < sd / 3


def test_influences_tell_the_number_and_are_ordered(exodus):
    """Each influence carries the median it moves; the strongest comes first; every one is of a used claim."""
    estimate, ledger = solved(exodus)
    used = {e.subject for e in ledger.entries if e.decision is Decision.USED}
    numbers = {}
    for influence in ledger.influences:
        assert influence.claim_id in used
        corridor = estimate.named(*influence.corridor.split(">"))
        assert influence.persons == pytest.approx(median(estimate, corridor, influence.day))
        numbers.setdefault((influence.corridor, influence.day), []).append(
            abs(np.log(influence.without / influence.persons))
        )
    for sizes in numbers.values():
        assert sizes == sorted(sizes, reverse=True)


@pytest.fixture
def quarrel(world):
    """Two officials, two counts of the same people: 40,000 or 64,000."""
    world.trigger()
    world.said(quantity(40000, Hedge.APPROX), voice="Interior of A")
    world.said(quantity(64234), voice="Migration of B")
    return world


def test_two_plausible_readings_are_told_as_two(quarrel):
    """The draws stand at both figures and hardly between; the readings' weights sum to one, and each is a claim's own."""
    estimate, ledger = solved(quarrel)
    one, two = sorted(ledger.readings, key=lambda r: r.expected[1])
    assert one.weight + two.weight == pytest.approx(1)
    assert min(one.weight, two.weight) > 0.1
    assert one.right == two.wrong == (quarrel.claims[1].id,)
    assert 36000 < one.expected[1] < 46000
    assert 60000 < two.expected[1] < 72000
    total = estimate.of(KAZ).sum(axis=1)
    assert np.mean((total > 48000) & (total < 57000)) < 0.15
    assert {c.claim_id for c in ledger.contradictions} == {c.id for c in quarrel.claims[1:]}


def test_without_the_other_a_rival_is_right(quarrel):
    """The influence of a rival is the other reading, not an extrapolation beyond both."""
    _, ledger = solved(quarrel)
    middles = sorted(r.expected[1] for r in ledger.readings)
    for influence in ledger.influences:
        if influence.day is None and influence.corridor == "RUS>KAZ":
            assert min(abs(influence.without / m - 1) for m in middles) < 0.05


def test_one_wrong_figure_against_many_is_not_a_second_reading(exodus):
    """A figure ten times off, which nobody else supports, is a contradiction and no reading."""
    wrong = exodus.said(
        quantity(980000, Hedge.APPROX), published=date(2022, 9, 28), days=(TRIGGER_DAY, date(2022, 9, 27))
    )
    _, ledger = solved(exodus)
    assert ledger.readings == ()
    assert wrong.id in {c.claim_id for c in ledger.contradictions}


def test_a_source_that_triples_everything_is_read_for_its_changes():
    """Three figures of one source, all three times too high, hardly move the totals, and the ledger says why."""

    def told(lying):
        world = World()
        world.trigger()
        for day in range(2, 13):
            end = TRIGGER_DAY + timedelta(days=day)
            for n, factor in ((0, 1), (1, 1), (2, 3 if lying else 1)):
                if (day + n) % 3 == 0:
                    world.said(
                        quantity(4000.0 * (day + 1) * factor, Hedge.APPROX),
                        published=end + timedelta(days=1),
                        days=(TRIGGER_DAY, end),
                        voice=("Alder Count", "Birch Register", "Cedar Bureau")[n],
                    )
        return solved(world)

    (honest, _), (spoilt, ledger) = told(lying=False), told(lying=True)
    sd = np.std(np.log(honest.of(KAZ).sum(axis=1)))
    assert abs(np.log(median(spoilt, KAZ) / median(honest, KAZ))) < max(sd, 0.1)
    assert any("off by a like factor" in e.words for e in ledger.entries)


def test_the_next_question_asks_for_what_nobody_counted():
    """With one corridor counted and another only guessed at, the best question is about the other."""
    world = World()
    world.trigger()
    for day in range(1, 13):
        end = TRIGGER_DAY + timedelta(days=day)
        world.said(
            quantity(3000.0 * (day + 1) + 11),
            days=(TRIGGER_DAY, end),
            published=end + timedelta(days=1),
            voice="Guard",
        )
    world.said(
        quantity(None, Hedge.VAGUE, low=10000, high=100000),
        to=("GEO",),
        attribution=Attribution(chain=("a paper",), source_type=SourceType.MEDIA),
    )
    _, ledger = solved(world)
    best = ledger.questions[0]
    assert best.corridor == "RUS>GEO"
    assert best.about == "RUS>ANY"
    assert 0.3 < best.narrows <= 1


def test_questions_need_no_claim_that_is_there(exodus):
    """Every question is worth asking, names a corridor of the estimate, and asks about days up to as_of."""
    estimate, ledger = solved(exodus)
    assert ledger.questions
    for question in ledger.questions:
        assert 0.05 <= question.narrows <= 1
        assert estimate.named(*question.corridor.split(">"))
        assert estimate.days[0] <= question.start <= question.end == AS_OF


def test_an_earlier_hour_is_folded_and_another_count_is_not(world):
    """On day fourteen a total cannot have grown by half since the morning: 40,000 and 64,000 both stand."""
    world.trigger()
    morning = world.said(quantity(60100), voice="Interior of A")
    other = world.said(quantity(40000, Hedge.APPROX), voice="Migration of B")
    world.said(quantity(64234), voice="Border of C")
    _, ledger = solved(world)
    assert ledger.entry(morning.id).reason == "earlier_that_day"
    assert ledger.entry(other.id).decision is Decision.USED
    assert Measure.CUMULATIVE is morning.measure
