"""Where nobody names: how many people that can be depends on who has named what."""

from datetime import timedelta

import numpy as np
import pytest

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.vocabulary import ELSEWHERE, Hedge
from tests.reconciliation.conftest import AS_OF, World, quantity


def elsewhere_share(others):
    """The median share of the outflow that goes where nobody names, after a total that names no country.

    Ten reports tell of Kazakhstan; each code of ``others`` is told of once.
    """
    world = World()
    world.trigger()
    for n in range(10):
        day = AS_OF - timedelta(days=10 - n)
        world.said(quantity(40_000 + 6_000 * n, Hedge.APPROX), published=day)
    for code in others:
        world.said(quantity(1_000, Hedge.APPROX), to=(code,), published=AS_OF)
    world.said(quantity(60_000, Hedge.MORE_THAN), to=(), published=AS_OF)
    options = ReconciliationOptions(draws=800)
    estimate, _ = reconcile(world.reports, world.claims, as_of=AS_OF, options=options)
    gone = {c.destination: estimate.of(c).sum(axis=1) for c in estimate.legs}
    return float(np.median(gone[ELSEWHERE] / sum(gone.values())))


def test_ten_reports_of_one_neighbour_leave_little_for_elsewhere():
    """A total that names no country is no sign that anybody went to another."""
    assert elsewhere_share(()) < 0.1


def test_countries_told_of_once_say_that_there_are_more():
    """The chance of somewhere new is that of the mentions that were the only one of their kind."""
    assert elsewhere_share(("MNG", "FIN", "NOR")) > 1.5 * elsewhere_share(())


@pytest.mark.parametrize("count", [1, 3])
def test_a_total_far_above_what_is_named_is_believed(count):
    """Evidence for elsewhere outweighs that nobody names it."""
    world = World()
    world.trigger()
    for n in range(10):
        world.said(quantity(40_000 + 6_000 * n, Hedge.APPROX), published=AS_OF - timedelta(days=10 - n))
    for _ in range(count):
        world.said(quantity(300_000, Hedge.APPROX), to=(), published=AS_OF)
    estimate, _ = reconcile(
        world.reports, world.claims, as_of=AS_OF, options=ReconciliationOptions(draws=800)
    )
    total = estimate.of(estimate.named("RUS", "ANY")).sum(axis=1)
    assert np.quantile(total, 0.9) > 250_000
