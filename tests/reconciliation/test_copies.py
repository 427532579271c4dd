from datetime import date

import numpy as np
import pytest

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.reconciliation.copies import alike
from bordercast.vocabulary import Attribution, Decision, Hedge, Measure, Report, SourceType
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, quantity

FEW = ReconciliationOptions(draws=20)
DAYS = (TRIGGER_DAY, date(2022, 9, 27))


def ledger_of(world):
    return reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)[1]


def signature(changed=0):
    return "".join(f"{i + (1000 if i < changed else 0):08x}" for i in range(64))


def test_minhash_counts_equal_slots():
    """The likeness of two reports is the share of equal signature slots."""
    one, other = (Report.of(text="x", shingles=signature(n)) for n in (0, 16))
    assert alike(one, other) == 0.75
    assert alike(one, Report.of(text="y")) == 0


def test_an_unusual_figure_is_one_source(world):
    """The same non-round figure from two outlets within three days is one witness, the earlier."""
    first = world.said(quantity(78742), days=DAYS, published=date(2022, 9, 27), voice="A")
    second = world.said(quantity(78742), days=DAYS, published=date(2022, 9, 28), voice="B")
    entry = ledger_of(world).entry(second.id)
    assert (entry.decision, entry.into, entry.reason) == (Decision.FOLDED, first.id, "same_rare_figure")


def test_a_round_figure_from_two_sources_is_two_witnesses(world):
    """Two ministries may both say 100,000."""
    world.said(quantity(100000, Hedge.APPROX), days=DAYS, voice="Migration Committee")
    second = world.said(quantity(100000, Hedge.APPROX), days=DAYS, voice="Yandex")
    assert ledger_of(world).entry(second.id).decision is Decision.USED


def test_one_voice_in_two_alphabets(world):
    """The same official, transliterated otherwise or in Cyrillic, is the same voice."""
    names = ["Aslan Atalykov", "Colonel Aslan Atalyqov", "Аслан Аталыков"]
    claims = [
        world.said(
            quantity(40000, Hedge.APPROX),
            days=DAYS,
            attribution=Attribution(speaker=name, source_type=SourceType.OFFICIAL),
        )
        for name in names
    ]
    decisions = [ledger_of(world).entry(c.id).decision for c in claims]
    assert sorted(decisions) == [Decision.FOLDED, Decision.FOLDED, Decision.USED]


def test_a_near_duplicate_report_is_a_copy(world):
    """A wire story edited a little at another outlet folds even when its figure is round."""
    one = world.report(date(2022, 9, 27), shingles=signature())
    two = world.report(date(2022, 9, 28), shingles=signature(12))
    first = world.said(quantity(50000, Hedge.APPROX), days=DAYS, report=one, published=date(2022, 9, 27))
    second = world.said(quantity(50000, Hedge.MORE_THAN), days=DAYS, report=two, published=date(2022, 9, 27))
    entry = ledger_of(world).entry(second.id)
    assert (entry.reason, entry.into) == ("copied_report", first.id)


def test_households_fold_into_the_people_of_the_same_sentence(world):
    """'430 families (2,600 people)' counts once, as people."""
    report = world.report(AS_OF)
    people = world.said(quantity(2600), report=report, voice="A")
    families = world.said(quantity(430, unit="household"), report=report, voice="A")
    entry = ledger_of(world).entry(families.id)
    assert (entry.reason, entry.into) == ("same_event_other_unit", people.id)


def test_a_correction_replaces(world):
    """A report that says it corrects sets the corrected figure aside and points to the new one."""
    old = world.said(
        quantity(253), published=date(2022, 10, 1), report=world.report(date(2022, 10, 1), publisher="X")
    )
    fixed = world.report(date(2022, 10, 2), publisher="X", title="CORRECTED: arrivals")
    new = world.said(quantity(3253), published=date(2022, 10, 1), report=fixed)
    ledger = ledger_of(world)
    assert (ledger.entry(old.id).reason, ledger.entry(old.id).into) == ("corrected_later", new.id)
    assert ledger.entry(new.id).decision is Decision.USED


def test_an_earlier_total_of_the_day_folds_into_the_last(world):
    """Officials who count 13,550 in the morning and 28,120 at night say one thing about that day."""
    day = date(2022, 9, 26)
    morning = world.said(quantity(13550), published=day, voice="Government")
    night = world.said(quantity(28120), published=day, voice="Government")
    entry = ledger_of(world).entry(morning.id)
    assert (entry.reason, entry.into) == ("earlier_that_day", night.id)


@pytest.mark.parametrize("measure", [Measure.DAILY, Measure.PERIOD])
def test_edited_copies_do_not_narrow_the_estimate(world, measure):
    """Ten edited copies of a wire story leave the width of the answer alone."""
    world.trigger()
    one = world.report(date(2022, 9, 27), shingles=signature())
    world.said(
        quantity(50000, Hedge.APPROX), days=DAYS, report=one, published=date(2022, 9, 27), measure=measure
    )
    alone, _ = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    for n in range(10):
        copy = world.report(date(2022, 9, 28), shingles=signature(n))
        world.said(
            quantity(50000, [Hedge.EXACT, Hedge.NEARLY][n % 2]),
            days=DAYS,
            report=copy,
            published=date(2022, 9, 27),
            measure=measure,
        )
    crowd, _ = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    np.testing.assert_array_equal(alone.draws, crowd.draws)


def test_a_rounded_copy_is_folded(world):
    """A paper's "more than 78,000" for the days of a ministry's 78,742 is that figure told again, and its later 78,900 is not."""
    first = world.said(quantity(78742), days=DAYS, published=date(2022, 9, 27), voice="Ministry")
    papers = [
        world.said(
            quantity(value, hedge),
            days=DAYS,
            published=date(2022, 9, 28),
            attribution=Attribution(chain=(f"Paper {value}",), source_type=SourceType.MEDIA),
        )
        for value, hedge in (
            (78000, Hedge.MORE_THAN),
            (80000, Hedge.NEARLY),
            (79000, Hedge.APPROX),
            (60000, Hedge.APPROX),
        )
    ]
    ledger = ledger_of(world)
    assert [ledger.entry(c.id).reason for c in papers[:3]] == ["rounded_copy"] * 3
    assert {ledger.entry(c.id).into for c in papers[:3]} == {first.id}
    assert ledger.entry(papers[3].id).decision is Decision.USED


def test_a_ministry_that_rounds_the_same_figure_is_a_second_witness(world):
    """Who counts for himself is not a copy, even when his figure fits."""
    world.said(quantity(78742), days=DAYS, published=date(2022, 9, 27), voice="Migration Committee")
    second = world.said(
        quantity(79000, Hedge.APPROX), days=DAYS, published=date(2022, 9, 28), voice="Statistics Bureau"
    )
    assert ledger_of(world).entry(second.id).decision is Decision.USED


def test_a_count_of_one_corridor_told_without_it_is_no_total(world):
    """A loose "100,490 have left" a day before "100,490 came to Armenia" is that count: it does not fill the rest of the world."""
    world.trigger()
    loose = world.said(quantity(100490), to=(), days=DAYS, published=date(2022, 9, 27), voice="Observer")
    named = world.said(quantity(100490), days=DAYS, published=date(2022, 9, 28), voice="Government")
    entry = ledger_of(world).entry(loose.id)
    assert (entry.reason, entry.into) == ("same_rare_figure", named.id)


def test_a_bound_that_one_corridor_meets_opens_no_other(world):
    """Some "1,560 were evacuated", no word where to, beside 100,490 who came to one country: nobody went elsewhere."""
    world.trigger()
    world.said(quantity(100490), days=DAYS, published=date(2022, 9, 28), voice="Government")
    world.said(quantity(1560), to=(), term="evacuated", days=DAYS, published=date(2022, 9, 28), voice="Buses")
    estimate, _ = reconcile(world.reports, world.claims, as_of=AS_OF, options=FEW)
    assert [str(leg) for leg in estimate.legs] == ["RUS>KAZ"]


def _official(organisation: str | None) -> Attribution:
    return Attribution(organisation=organisation, source_type=SourceType.OFFICIAL)


@pytest.mark.parametrize("quoted", [None, "the ministry", "Border officials", "МВД Казахстана"])
@pytest.mark.parametrize("hedge", [Hedge.APPROX, Hedge.MORE_THAN])
def test_an_authoritys_own_count_quoted_elsewhere_is_one_witness(world, quoted, hedge):
    """Officials, unnamed or named otherwise, give the same figure for the same days: passed on, perhaps edited."""
    first = world.said(
        quantity(98000, Hedge.APPROX), days=DAYS, published=date(2022, 9, 27),
        attribution=_official("Interior Ministry of Kazakhstan"),
    )  # fmt: skip
    second = world.said(
        quantity(98000, hedge), days=DAYS, published=date(2022, 9, 28), attribution=_official(quoted)
    )
    entry = ledger_of(world).entry(second.id)
    assert (entry.decision, entry.into) == (Decision.FOLDED, first.id)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"days": (date(2022, 9, 22), date(2022, 9, 27))}, "other days"),
        ({"attribution": _official("Yandex Statistics Bureau")}, "another authority by name"),
        ({"attribution": Attribution(role="a driver", source_type=SourceType.WITNESS)}, "another kind of voice"),
        ({"published": date(2022, 10, 3)}, "a week later"),
        ({"figure": quantity(97000, Hedge.APPROX)}, "another figure"),
    ],
)  # fmt: skip
def test_who_cannot_be_shown_to_pass_on_is_a_witness(world, changes, why):
    """Other days, another authority, another kind of voice, much later or another figure: counted for itself."""
    world.said(
        quantity(98000, Hedge.APPROX), days=DAYS, published=date(2022, 9, 27),
        attribution=_official("Interior Ministry of Kazakhstan"),
    )  # fmt: skip
    content = {"days": DAYS, "published": date(2022, 9, 28), "attribution": _official("officials")} | changes
    figure = content.pop("figure", quantity(98000, Hedge.APPROX))
    second = world.said(figure, **content)
    assert ledger_of(world).entry(second.id).decision is Decision.USED, why
