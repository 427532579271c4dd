"""Figures a forecast can be held against: numbers about flows, each said once, with the readings their words allow."""

from datetime import date, timedelta

import pytest

from bordercast.reconciliation import reported_figures
from bordercast.vocabulary import Hedge, Measure
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, World, quantity


def figures(world: World, as_of: date = AS_OF):
    return {f.claim_id: f for f in reported_figures(world.reports, world.claims, as_of=as_of)}


def test_a_count_since_the_trigger_sums_its_days() -> None:
    world = World()
    claim = world.said(quantity(98_123.0))
    (figure,) = figures(world).values()
    assert figure.claim_id == claim.id
    assert figure.published == AS_OF
    assert (figure.days[0], figure.days[-1]) == (TRIGGER_DAY, AS_OF)
    assert [str(leg) for leg in figure.legs] == ["RUS>KAZ"]
    assert sum(weight for _, weight in figure.readings) == pytest.approx(1)
    assert all(value == pytest.approx(98_123, rel=1e-3) for value, _ in figure.readings)


def test_more_than_is_a_window_above() -> None:
    world = World()
    world.said(quantity(200_000.0, Hedge.MORE_THAN))
    (figure,) = figures(world).values()
    values = [value for value, _ in figure.readings]
    assert min(values) > 200_000
    assert 250_000 < max(values) < 400_000


def test_a_figure_a_day_weighs_each_of_its_days_by_its_share() -> None:
    world = World()
    world.said(quantity(3_000.0, per="day"), measure=Measure.DAILY, days=(AS_OF, AS_OF))
    (figure,) = figures(world).values()
    assert figure.days[-1] == AS_OF
    assert len(figure.days) == 3  # "a day" is read as the mean of the last three
    assert sum(figure.weights) == pytest.approx(1)


def test_nothing_published_after_the_day_is_a_figure() -> None:
    world = World()
    world.said(quantity(98_000.0), published=AS_OF + timedelta(days=1))
    early = world.said(quantity(20_000.0), published=AS_OF - timedelta(days=3))
    assert set(figures(world)) == {early.id}


def test_a_bound_from_below_is_no_figure() -> None:
    """People registered are some of those who came: the figure bounds them, and cannot be foretold."""
    world = World()
    whole = world.said(quantity(98_000.0))
    part = world.said(quantity(31_000.0), term="registered")
    found = figures(world)
    assert whole.id in found
    assert part.id not in found
