"""A source is as loose as its figures show, whatever its class."""

from datetime import timedelta

import numpy as np

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.vocabulary import Attribution, Measure, SourceType
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, World, quantity

FEW = ReconciliationOptions(draws=100)
NAMES = ("Alder registry", "Birch statistics", "Cedar police", "Wild rumours")


def told(scatter: float):
    """Four officials count the same steady thousand a day; the figures of the last scatter by so much (log)."""
    chance = np.random.default_rng(3)
    world = World()
    world.trigger()
    for nth in range(1, 12):
        day = TRIGGER_DAY + timedelta(days=nth)
        for name in NAMES:
            noise = scatter if name == NAMES[-1] else 0.04
            value = round(1000 * float(np.exp(noise * chance.choice([-1, 1]) * chance.uniform(0.5, 1.5))))
            world.said(
                quantity(float(value)), measure=Measure.DAILY, days=(day, day), published=day + timedelta(days=1),
                attribution=Attribution(organisation=name, source_type=SourceType.OFFICIAL),
            )  # fmt: skip
    return world, reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)


def _weights(world, ledger, name):
    ids = {c.id for c in world.claims if c.attribution.organisation == name}
    return [e for e in ledger.entries if e.subject in ids and e.reason == "used"]


def test_a_loose_official_is_read_as_loose():
    """His figures scatter eight times as much as those of the others: the ledger says so, and they stay contradictions of none."""
    world, (estimate, ledger) = told(0.35)
    assert all("scatter about" in e.words for e in _weights(world, ledger, NAMES[-1]))
    assert not any("scatter about" in e.words for e in _weights(world, ledger, NAMES[0]))
    middle = np.median(estimate.draws[:, 0, -4])
    assert abs(np.log(middle / 1000)) < 0.1


def test_like_officials_are_left_as_they_are():
    """Where all scatter alike nobody is said to be loose."""
    _, (_, ledger) = told(0.04)
    assert not any("scatter about" in e.words for e in ledger.entries)
