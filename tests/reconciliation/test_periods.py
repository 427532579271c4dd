from datetime import UTC, date, datetime, timedelta

import numpy as np

from bordercast.reconciliation import reconcile
from bordercast.vocabulary import Corridor, Decision, Hedge, Measure, Report, Where
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, World, quantity

KAZ = Corridor(origin="RUS", destination="KAZ")


def test_a_running_total_read_on_one_day_counts_since_the_trigger(world):
    """'Has reached 140,000 by 4 October' is not 140,000 in a day."""
    world.trigger()
    world.said(quantity(140000, Hedge.APPROX), days=(AS_OF, AS_OF))
    estimate, _ = reconcile(world.reports, world.claims, as_of=AS_OF)
    assert np.median(estimate.of(KAZ)[:, -1]) < 40_000
    assert 110_000 < np.median(estimate.of(KAZ).sum(axis=1)) < 180_000


def test_totals_of_one_authority_tell_what_each_day_added(world):
    """When an official total hardly grows any more, the last days are known to be almost empty."""
    world.trigger()
    for day, total in (
        (24, 28120),
        (25, 53629),
        (26, 76407),
        (27, 98625),
        (28, 100417),
        (29, 100490),
        (30, 100625),
    ):
        world.said(quantity(total), published=date(2022, 9, day), voice="Government")
    estimate, ledger = reconcile(world.reports, world.claims, as_of=date(2022, 9, 30))
    flow = np.quantile(estimate.of(KAZ), [0.1, 0.5, 0.9], axis=0)
    days = list(estimate.days)
    assert 15_000 < flow[1][days.index(date(2022, 9, 26))] < 32_000
    assert flow[2][days.index(date(2022, 9, 30))] < 1_500
    assert 90_000 < np.median(estimate.of(KAZ).sum(axis=1)) < 112_000
    assert all(e.decision is Decision.USED for e in ledger.entries if e.corridors)


def test_a_morning_total_holds_less_of_its_day_than_an_evening_one():
    """The same total told at nine in the morning means a busier day than when told at eleven at night."""
    day, last = TRIGGER_DAY + timedelta(days=1), {}
    for hour in (9, 23):
        world = World()
        world.trigger()
        report = Report.of(text="x" * 30, published=datetime(day.year, day.month, day.day, hour, tzinfo=UTC))
        world.reports.append(report)
        world.said(quantity(2000), measure=Measure.DAILY, days=(TRIGGER_DAY,) * 2, published=day)
        world.said(quantity(3500), report=report, published=day, days=(TRIGGER_DAY, day))
        estimate, _ = reconcile(world.reports, world.claims, as_of=day)
        last[hour] = np.median(estimate.of(KAZ)[:, -1])
    assert last[9] > 1.15 * last[23]


def test_the_only_crossing_of_a_border_is_the_whole_border(world):
    """Storskog is all of Russia's border with Norway; Vaalimaa is only a part of Finland's."""
    claims = {
        name: world.said(
            quantity(5000.0 + n),
            to=(to,),
            via=(Where(iso3=to, name=name),),
            measure=Measure.DAILY,
            days=(AS_OF, AS_OF),
        )
        for n, (name, to) in enumerate({"Storskog": "NOR", "Vaalimaa": "FIN"}.items())
    }
    _, ledger = reconcile(world.reports, world.claims, as_of=AS_OF)
    assert ledger.entry(claims["Storskog"].id).reason == "used"
    assert ledger.entry(claims["Vaalimaa"].id).reason == "bound"
