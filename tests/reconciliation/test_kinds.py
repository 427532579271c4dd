"""Every kind of figure is one predictor and one likelihood: said exactly and alone, it is found again."""

from datetime import date, timedelta

import numpy as np
import pytest

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.reconciliation.queues import with_throughputs
from bordercast.reconciliation.statements import statements_known
from bordercast.vocabulary import Corridor, Decision, Hedge, Kind, Measure, Where
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, World, quantity

FEW = ReconciliationOptions(draws=300)
RUS_KAZ = Corridor(origin="RUS", destination="KAZ")
RUS_GEO = Corridor(origin="RUS", destination="GEO")
RUS_NOR = Corridor(origin="RUS", destination="NOR")
BACK = Corridor(origin="KAZ", destination="RUS", onward=True)
WEEK = (date(2022, 9, 26), date(2022, 10, 2))
TOLD = date(2022, 10, 3)
DAY = (date(2022, 9, 30),) * 2


def known(world: World):
    estimate, ledger = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    assert estimate is not None
    return estimate, ledger


def middle(estimate, corridor: Corridor, days: tuple[date, date]) -> float:
    first, last = (estimate.days.index(d) for d in days)
    return float(np.median(estimate.of(corridor)[:, first : last + 1].sum(axis=1)))


@pytest.fixture
def told(world: World) -> World:
    """Fifty thousand entered Kazakhstan in a week, by an exact official count."""
    world.trigger()
    world.said(quantity(50210), measure=Measure.PERIOD, days=WEEK, published=TOLD)
    return world


# what is said of the week or a day beside the count of 50,210, and what must come out of it
SUMS = {
    "cumulative": (Measure.CUMULATIVE, (TRIGGER_DAY, WEEK[1]), 70310, None, (TRIGGER_DAY, WEEK[1]), 70310),
    "a day": (Measure.DAILY, DAY, 9120, None, DAY, 9120),
    "a mean a day": (Measure.DAILY_RATE, WEEK, 7173, None, WEEK, 50211),
    "an hour": (Measure.DAILY, DAY, 380, "hour", DAY, 9120),
    "a period": (Measure.PERIOD, WEEK, 50210, None, WEEK, 50210),
    "an increment": (Measure.INCREMENT, DAY, 9120, None, DAY, 9120),
}


@pytest.mark.parametrize("kind", SUMS)
def test_a_sum_is_found_again(told, kind):
    """Running totals, days, means, hours, periods and increments: the days they count sum up to the figure."""
    measure, days, value, per, asked, wanted = SUMS[kind]
    told.said(quantity(value, per=per), measure=measure, days=days, published=TOLD)
    estimate, _ = known(told)
    # an hour stands for a day, and an increment for days with blurred edges: both with much doubt
    doubtful = per is not None or measure is Measure.INCREMENT
    assert middle(estimate, RUS_KAZ, asked) == pytest.approx(wanted, rel=0.3 if doubtful else 0.08)
    assert middle(estimate, RUS_KAZ, WEEK) == pytest.approx(50210, rel=0.1)


@pytest.mark.parametrize(("unit", "persons"), [("vehicle", 2.3), ("household", 3.8)])
def test_groups_count_persons_with_doubt(world, unit, persons):
    """Vehicles and households are so many persons each, and the doubt about that number is in the answer."""
    world.trigger()
    world.said(quantity(10204, unit=unit), measure=Measure.PERIOD, days=WEEK, published=TOLD)
    estimate, _ = known(world)
    assert middle(estimate, RUS_KAZ, WEEK) == pytest.approx(10204 * persons, rel=0.15)
    first, last = (estimate.days.index(d) for d in WEEK)
    assert np.log(estimate.of(RUS_KAZ)[:, first : last + 1].sum(axis=1)).std() > 0.18


def test_a_share_divides_what_is_known_of_the_whole(told):
    """Forty per cent of those who left went to Georgia: two thirds of the sixty per cent who went to Kazakhstan."""
    told.said(quantity(40, unit="percent"), measure=Measure.SHARE, days=WEEK, to=("GEO",), published=TOLD)
    told.said(quantity(83683), measure=Measure.PERIOD, days=WEEK, to=(), published=TOLD)
    estimate, _ = known(told)
    assert middle(estimate, RUS_GEO, WEEK) == pytest.approx(0.4 * 83683, rel=0.15)


@pytest.mark.parametrize(("status", "times"), [("increased", 1.5), ("decreased", 0.5)])
def test_a_change_is_a_ratio_of_two_stretches(told, status, times):
    """Fifty per cent more, or fewer, than the days before."""
    after = (date(2022, 10, 3), date(2022, 10, 3))
    told.said(
        quantity(50, unit="percent"), measure=Measure.CHANGE, status=status, days=after, published=AS_OF
    )
    told.said(quantity(7012), measure=Measure.DAILY, days=(WEEK[1], WEEK[1]), published=TOLD)
    estimate, _ = known(told)
    assert middle(estimate, RUS_KAZ, after) == pytest.approx(7012 * times, rel=0.45)


def test_a_surge_without_a_number_is_a_rise(told):
    """Dramatically increased: more than before, and nobody says by how much."""
    after = (date(2022, 10, 3), date(2022, 10, 3))
    plain, _ = known(told)
    told.said(None, measure=Measure.CHANGE, status="increased", days=after, published=AS_OF)
    risen, _ = known(told)
    assert middle(risen, RUS_KAZ, after) > middle(plain, RUS_KAZ, after)


def test_net_is_what_went_less_what_came_back(told):
    """A net outflow over days on which arrivals are counted tells how many came back."""
    told.said(
        quantity(26070), kind=Kind.RETURN, origin="KAZ", to=("RUS",), measure=Measure.PERIOD,
        days=(TRIGGER_DAY, WEEK[1]), published=TOLD,
    )  # fmt: skip
    net = told.said(quantity(30130), term="net", measure=Measure.PERIOD, days=WEEK, published=TOLD)
    estimate, ledger = known(told)
    assert ledger.entry(net.id).reason == "used"
    went, back = middle(estimate, RUS_KAZ, WEEK), middle(estimate, BACK, WEEK)
    assert went - back == pytest.approx(30130, rel=0.1)
    assert went == pytest.approx(50210, rel=0.1)


def test_net_where_nobody_came_back_is_a_bound(world):
    """Without a word of returns a net outflow says that at least so many left."""
    world.trigger()
    net = world.said(quantity(30130), term="net", measure=Measure.PERIOD, days=WEEK, published=TOLD)
    estimate, ledger = known(world)
    assert ledger.entry(net.id).reason == "bound"
    first, last = (estimate.days.index(d) for d in WEEK)
    low = np.quantile(estimate.of(RUS_KAZ)[:, first : last + 1].sum(axis=1), 0.1)
    assert low > 0.85 * 30130


def _moved_on(world: World, value: float) -> None:
    world.said(
        quantity(value), kind=Kind.ONWARD, origin="KAZ", to=("UZB",), measure=Measure.CUMULATIVE,
        days=(TRIGGER_DAY, WEEK[1]), published=TOLD,
    )  # fmt: skip


def test_a_stock_is_arrivals_less_departures(told):
    """Displaced people present, and those who moved on, make up those who came."""
    _moved_on(told, 20140)
    told.said(
        quantity(41230), kind=Kind.STOCK, term="displaced", measure=Measure.POINT, at=Where(iso3="KAZ", name="KAZ"),
        days=(WEEK[1], WEEK[1]), published=TOLD,
    )  # fmt: skip
    estimate, _ = known(told)
    assert middle(estimate, RUS_KAZ, (TRIGGER_DAY, WEEK[1])) == pytest.approx(61370, rel=0.25)


@pytest.mark.parametrize("measure", [Measure.CHANGE, Measure.INCREMENT])
def test_a_stock_that_grew_is_arrivals_less_departures_of_those_days(told, measure):
    """Thirty thousand more than a week ago, fifty thousand came: twenty thousand moved on."""
    onward = Corridor(origin="KAZ", destination="UZB", onward=True)
    _moved_on(told, 31000)
    grown = told.said(
        quantity(30110), kind=Kind.STOCK, term="present", measure=measure, status="increased",
        at=Where(iso3="KAZ", name="KAZ"), days=WEEK, published=TOLD,
    )  # fmt: skip
    estimate, ledger = known(told)
    assert ledger.entry(grown.id).decision is Decision.USED
    assert middle(estimate, onward, WEEK) == pytest.approx(20100, rel=0.25)


def test_a_stock_that_shrank_needs_departures(told):
    """Fewer people than before are departures less arrivals; where nobody speaks of departures it is set aside."""
    fewer = told.said(
        quantity(5010), kind=Kind.STOCK, term="present", measure=Measure.CHANGE, status="decreased",
        at=Where(iso3="KAZ", name="KAZ"), days=WEEK, published=TOLD,
    )  # fmt: skip
    _, ledger = known(told)
    assert ledger.entry(fewer.id).reason == "stock_without_departures"
    told.said(
        quantity(30000), kind=Kind.ONWARD, origin="KAZ", to=("UZB",), measure=Measure.CUMULATIVE,
        days=(TRIGGER_DAY, TRIGGER_DAY + timedelta(days=5)), published=TOLD,
    )  # fmt: skip
    estimate, ledger = known(told)
    assert ledger.entry(fewer.id).decision is Decision.USED
    onward = Corridor(origin="KAZ", destination="UZB", onward=True)
    assert middle(estimate, onward, WEEK) == pytest.approx(55220, rel=0.2)


def queue(world: World, length: tuple[float, str], wait: tuple[float, str] | None, crossing: str, to: str):
    """A report of a queue: its length, and perhaps the wait in it."""
    report = world.report(TOLD)
    common = {
        "kind": Kind.QUEUE, "term": "queue", "measure": Measure.POINT, "via": (Where(iso3=None, name=crossing),),
        "days": (TOLD, TOLD), "to": (to,), "published": TOLD, "report": report,
    }  # fmt: skip
    told = world.said(quantity(length[0], unit=length[1]), **common)
    waited = (
        world.said(quantity(wait[0], Hedge.APPROX, unit=wait[1]), **{**common, "term": "waiting_time"})
        if wait
        else None
    )
    return told, waited


def test_a_queue_and_its_wait_tell_what_a_crossing_passes(world):
    """200 vehicles who wait ten hours at the only crossing: 480 a day, with two or three people in each."""
    world.trigger()
    told, waited = queue(world, (200, "vehicle"), (10, "hour"), "Storskog", "NOR")
    estimate, ledger = known(world)
    assert ledger.entry(told.id).reason == "used"
    assert ledger.entry(waited.id).reason == "shown_queue"
    days = (estimate.days[-3], estimate.days[-2])
    assert middle(estimate, RUS_NOR, days) / 2 == pytest.approx(480 * 2.3, rel=0.35)
    spread = np.log(estimate.of(RUS_NOR)[:, -3:].mean(axis=1)).std()
    assert spread > 0.4  # a glimpse, not a count


def test_what_one_crossing_of_several_passes_is_a_bound(world):
    """Another road over the same border may carry as many again."""
    world.trigger()
    told, _ = queue(world, (2000, "vehicle"), (10, "hour"), "Verkhny Lars", "GEO")
    _, ledger = known(world)
    assert ledger.entry(told.id).reason == "bound"


@pytest.mark.parametrize("wait", [None, (20, "percent")])
def test_a_queue_without_its_wait_says_nothing_of_a_flow(told, wait):
    """A length alone is shown with its crossing, and moves nothing."""
    length, _ = queue(told, (2000, "vehicle"), wait, "Verkhny Lars", "GEO")
    _, ledger = known(told)
    assert ledger.entry(length.id).reason == "shown_queue"


def test_a_crossing_unknown_or_elsewhere_makes_no_flow(told):
    """A queue at a place the atlas does not know, or at a border of other countries, stays a queue."""
    queue(told, (2000, "vehicle"), (10, "hour"), "Nowhere Bridge", "GEO")
    statements = statements_known(told.reports, told.claims, (), as_of=AS_OF)
    assert with_throughputs(statements, "RUS") == statements


def test_onward_is_held_below_entries(told):
    """What moved on from a country is not more than what came, unless somebody counts it."""
    told.said(
        quantity(500000, Hedge.UP_TO), kind=Kind.ONWARD, origin="KAZ", to=("UZB",), measure=Measure.CUMULATIVE,
        days=(TRIGGER_DAY, WEEK[1]), published=TOLD,
    )  # fmt: skip
    estimate, _ = known(told)
    onward = Corridor(origin="KAZ", destination="UZB", onward=True)
    entered = middle(estimate, RUS_KAZ, (TRIGGER_DAY, WEEK[1]))
    assert middle(estimate, onward, (TRIGGER_DAY, WEEK[1])) < entered
