"""A border said to shut lets the flow leap, and says nothing of how far."""

from datetime import date, timedelta

import numpy as np

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.reconciliation.breaks import breaks_of
from bordercast.reconciliation.statements import statements_known
from bordercast.vocabulary import Corridor, Kind, Measure, Modality
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, place, quantity

SHUT = date(2022, 9, 29)
KAZ = Corridor(origin="RUS", destination="KAZ")


def border(world, status, day=SHUT, at="KAZ", to=("RUS",), **fields):
    return world.said(
        None,
        kind=Kind.BORDER_STATUS,
        term="border",
        status=status,
        at=place(at),
        to=to,
        measure=Measure.UNSPECIFIED,
        published=day,
        days=(day, day),
        **fields,
    )


def breaks(world):
    statements = statements_known(world.reports, world.claims, (), as_of=AS_OF)
    return breaks_of(statements, earliest=TRIGGER_DAY - timedelta(days=14), as_of=AS_OF)


def test_only_a_change_that_is_a_fact_breaks(world):
    """That a border is open, may shut, or will not shut breaks nothing; that it shut, and opened again, does."""
    border(world, "open", day=date(2022, 9, 25))
    border(world, "closed", day=date(2022, 9, 26), modality=Modality.RUMOURED)
    border(world, "undecided", day=date(2022, 9, 27), modality=Modality.UNDECIDED)
    assert breaks(world) == ()
    border(world, "closed")
    border(world, "open", day=date(2022, 10, 2))
    assert [(b.day, b.ends) for b in breaks(world)] == [
        (SHUT, frozenset({"RUS", "KAZ"})),
        (date(2022, 10, 2), frozenset({"RUS", "KAZ"})),
    ]


def flows(world):
    estimate, ledger = reconcile(
        world.reports, world.claims, as_of=AS_OF, options=ReconciliationOptions(draws=400)
    )
    return estimate, ledger


def test_a_flow_that_ends_with_its_border_ends_that_day(world):
    """With the closure known, the days before it stay high and the days after low; without it they are blurred."""
    world.trigger()
    for day in range(1, 8):
        end = TRIGGER_DAY + timedelta(days=day)
        world.said(
            quantity(5000.0 + 7 * day), measure=Measure.DAILY, days=(end, end), published=end, voice="Guard"
        )
    last = AS_OF - timedelta(days=1)
    world.said(quantity(60), measure=Measure.DAILY, days=(last, last), published=AS_OF, voice="Guard")
    blurred, _ = flows(world)
    border(world, "closed")
    sharp, _ = flows(world)
    eve = sharp.days.index(SHUT + timedelta(days=1))
    day_after = {
        name: float(np.median(e.of(KAZ)[:, eve])) for name, e in (("blurred", blurred), ("sharp", sharp))
    }
    assert day_after["sharp"] < day_after["blurred"] / 1.5


def test_a_border_statement_alone_moves_no_total_much(exodus):
    """Room to leap is no claim: the total of the corridor stays within its own interval."""
    before, _ = flows(exodus)
    claim = border(exodus, "restricted")
    after, ledger = flows(exodus)
    low, high = np.quantile(before.of(KAZ).sum(axis=1), [0.1, 0.9])
    assert low <= np.median(after.of(KAZ).sum(axis=1)) <= high
    assert ledger.entry(claim.id).reason == "shown_border_status"
