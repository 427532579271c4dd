from datetime import date

import pytest

from bordercast.reconciliation import border_timelines
from bordercast.vocabulary import Basis, Interval, Kind, Measure, Modality
from tests.reconciliation.conftest import AS_OF, place


def status(world, said, *, modality=Modality.ASSERTED, day=date(2022, 9, 26), **fields):
    defaults = {"at": place("RUS"), "to": (), "days": (day, day), "published": day, "term": "border"}
    return world.said(
        None,
        kind=Kind.BORDER_STATUS,
        measure=Measure.UNSPECIFIED,
        status=said,
        modality=modality,
        **{**defaults, **fields},
    )


@pytest.mark.parametrize(
    ("said", "modality"),
    [
        ("undecided", Modality.UNDECIDED),
        ("closed", Modality.RUMOURED),
        ("closed", Modality.DENIED),
        ("closed", Modality.PLANNED),
    ],
)
def test_no_decision_is_never_closed(world, said, modality):
    """'No decision', a rumour, a denial or a plan leaves nothing standing."""
    status(world, said, modality=modality)
    (timeline,) = border_timelines(world.reports, world.claims, as_of=AS_OF)
    assert timeline.border == "RUS"
    assert timeline.standing is None


def test_borders_are_told_apart(world):
    """A whole country, one border and one crossing have timelines of their own."""
    status(world, "open")
    status(world, "restricted", at=place("FIN"), day=date(2022, 9, 30))
    status(world, "closed", term="crossing", via=(place("GEO").__class__(iso3="GEO", name="Verkhny Lars"),))
    names = [t.border for t in border_timelines(world.reports, world.claims, as_of=AS_OF)]
    assert names == ["RUS", "RUS>FIN", "Verkhny Lars"]


def test_copies_fold_and_days_are_in_order(world):
    """The same voice saying the same within three days is one event; events run oldest first."""
    status(world, "open", day=date(2022, 9, 28), voice="Kremlin")
    status(world, "open", day=date(2022, 9, 27), voice="Kremlin")
    status(world, "restricted", day=date(2022, 9, 25), voice="Governor")
    (timeline,) = border_timelines(world.reports, reversed(world.claims), as_of=AS_OF)
    assert [(e.day.day, e.status) for e in timeline.events] == [(25, "restricted"), (27, "open")]


def test_what_comes_into_force_later_does_not_stand_yet(world):
    """A restriction said to hold from a day after as_of is a plan."""
    later = date(2022, 10, 20)
    status(world, "restricted", day=AS_OF, interval=Interval(start=later, end=None, basis=Basis.EXPLICIT))
    (timeline,) = border_timelines(world.reports, world.claims, as_of=AS_OF)
    assert timeline.standing is None


def test_the_future_is_not_on_the_timeline(world):
    """A statement published after as_of is not known."""
    status(world, "closed", day=date(2022, 10, 6))
    assert border_timelines(world.reports, world.claims, as_of=AS_OF) == ()
