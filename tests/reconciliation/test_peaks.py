"""The height of a wave is told when the wave is over: it bounds the days, and is none of them."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.vocabulary import Basis, Corridor, Hedge, Interval, Measure, Report
from tests.reconciliation.conftest import AS_OF, World, quantity

YESTERDAY = AS_OF - timedelta(days=1)


def said(world, text):
    """A rate in the words given, on the day the report came out."""
    report = Report.of(text=text, published=datetime(2022, 10, 4, 18, tzinfo=UTC), publisher="Gazette")
    world.reports.append(report)
    world.said(
        quantity(30_000, Hedge.UP_TO, per="day"),
        report=report,
        measure=Measure.DAILY_RATE,
        interval=Interval(start=AS_OF, end=AS_OF, basis=Basis.PUBLICATION),
    )


@pytest.mark.parametrize(
    "text", ["At the peak up to 30,000 a day came.", "На пике прибывало до 30 тысяч в день."]
)
def test_a_peak_that_is_over_does_not_raise_the_last_day(text):
    """What an official counted yesterday stands, though the report recalls that far more came at the height."""
    world = World()
    world.trigger()
    world.said(quantity(98_000, Hedge.APPROX), published=date(2022, 9, 27))
    world.said(quantity(7_100, Hedge.APPROX), measure=Measure.DAILY, days=(YESTERDAY, YESTERDAY))
    said(world, text)
    options = ReconciliationOptions(draws=800)
    estimate, _ = reconcile(world.reports, world.claims, as_of=AS_OF, options=options)
    flows = estimate.of(Corridor(origin="RUS", destination="KAZ"))
    assert np.median(flows[:, estimate.days.index(YESTERDAY)]) == pytest.approx(7_100, rel=0.15)
    assert np.median(flows[:, estimate.days.index(AS_OF)]) < 10_000
