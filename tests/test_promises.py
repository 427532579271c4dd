"""The nine promises of the house, each a property."""

import random
import re
from datetime import date

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bordercast.extraction import extract
from bordercast.forecasting import forecast
from bordercast.pipeline import assess, gather
from bordercast.publishing import publish
from bordercast.reconciliation import border_timelines, reconcile
from bordercast.store import Store
from bordercast.vocabulary import Chance, Closure, Decision, Kind, Modality, Scenario

from .promises import CRISIS, report

AS_OF = date(2023, 10, 7)
VOCABULARY = (
    "the ministry said that more than 4,200 people families cars crossed entered left fled returned from to via Tanzania Zambia Malawi Russia "
    'since on 3 October yesterday border closed no decision rumours deny closure queue 12 km hours hotel full killed wounded “ ” " . , — \n\n; '
    "около 98 тыс. россиян въехали в Казахстан границу закрыли сообщили ведомстве"
)
WORDS = st.sampled_from(re.split(" ", VOCABULARY))


def reconciled(reports, *, as_of=AS_OF, seed=0):
    claims = tuple(extract(reports))
    return claims, *reconcile(reports, claims, as_of=as_of, chance=Chance(seed=seed))


@given(st.lists(WORDS, max_size=60).map(" ".join), st.sampled_from(["en", "ru"]))
@settings(max_examples=150, deadline=None)
def test_1_a_claim_quotes_its_report_exactly(text, language):
    """Whatever the text, every span of every claim stands in it to the letter."""
    from bordercast.vocabulary import Report

    read = Report.of(text=text, language=language, published=CRISIS[0].published)
    for claim in extract([read]):
        assert claim.quotes(read)


def test_2_no_claim_is_lost():
    """Each claim has exactly one ledger entry, with a reason in words."""
    claims, _, ledger = reconciled(CRISIS)
    assert sorted(e.subject for e in ledger.entries) == sorted(c.id for c in claims)
    assert all(e.reason and e.words for e in ledger.entries)


def test_3_the_order_of_input_does_not_matter():
    """Shuffled reports give the same claims, the same ledger and the same draws, bit for bit."""
    _, estimate, ledger = reconciled(CRISIS)
    shuffled = list(CRISIS)
    random.Random(5).shuffle(shuffled)
    _, again, same = reconciled(shuffled)
    assert same == ledger
    assert (again.draws == estimate.draws).all()


def test_4_the_future_cannot_change_the_past():
    """What was published after a day changes nothing in the vintage of that day."""
    early = [r for r in CRISIS if r.published_on <= date(2023, 10, 5)]
    _, before, ledger = reconciled(early, as_of=date(2023, 10, 5))
    _, after, same = reconciled(CRISIS, as_of=date(2023, 10, 5))
    assert (after.draws == before.draws).all()
    assert same == ledger


def test_5_a_copied_story_is_not_a_second_witness():
    """The same story at three outlets leaves the estimate as it was; the copies are folded into the first."""
    copies = [
        report(CRISIS[1].text.replace("said that", "said on Tuesday that"), day=3, publisher=f"Copy {i}")
        for i in range(3)
    ]
    _, alone, _ = reconciled(CRISIS)
    claims, crowded, ledger = reconciled([*CRISIS, *copies])
    leg = alone.named("MWI", "TZA")
    spread = [np.log(e.of(leg).sum(axis=1)).std() for e in (alone, crowded)]
    assert spread[1] == pytest.approx(spread[0], rel=0.15)
    extra = {c.id for c in claims if c.report_id in {r.id for r in copies}}
    folded = [e for e in ledger.entries if e.subject in extra and e.decision is Decision.FOLDED]
    assert len(folded) == len(extra) == 3


def test_6_no_decision_is_never_closed():
    """The words "no decision on closing" make no border open or closed, in the claim or on the timeline."""
    claims = tuple(extract(CRISIS))
    said = [c for c in claims if c.kind is Kind.BORDER_STATUS]
    assert said
    assert {(c.modality, c.status) for c in said} == {(Modality.UNDECIDED, "undecided")}
    assert all(line.standing is None for line in border_timelines(CRISIS, claims, as_of=AS_OF))


def test_7_one_figure_over_several_places_stays_one_claim():
    """11,000 to Tanzania and Mozambique is one claim with two destinations, and informs both legs as a sum."""
    claims, estimate, ledger = reconciled(CRISIS)
    (claim,) = [c for c in claims if c.quantity and c.quantity.value == 11_000]
    assert {d.iso3 for d in claim.destinations} == {"TZA", "MOZ"}
    assert ledger.entry(claim.id).decision is Decision.USED
    both = estimate.of(estimate.named("MWI", "TZA")) + estimate.of(estimate.named("MWI", "MOZ"))
    assert np.median(both.sum(axis=1)) > 8_000


def test_8_onward_movement_is_never_added_to_the_outflow():
    """People who moved on from Zambia stand on their own leg; no total out of Malawi counts it."""
    claims, estimate, _ = reconciled(CRISIS)
    (claim,) = [c for c in claims if c.kind is Kind.ONWARD]
    assert claim.origin.iso3 == "ZMB"
    total = estimate.named("MWI", "ANY")
    legs = [leg for leg in estimate.legs if leg.origin == "MWI" and not leg.onward]
    assert any(leg.onward and leg.origin == "ZMB" for leg in estimate.legs)
    assert np.allclose(estimate.of(total), sum(estimate.of(leg) for leg in legs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_9_same_input_same_bytes(tmp_path, jobs):
    """Two runs, with one worker or two, publish the same bytes."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for i in range(40):  # more than one shard
        base = CRISIS[i % len(CRISIS)]
        (folder / f"{i:02}.md").write_text(
            f"---\npublisher: Outlet {i}\npublished: {base.published.isoformat()}\nlanguage: en\n---\n{base.text}\n",
            "utf-8",
        )

    def once(name, workers):
        with Store(tmp_path / f"{name}.db") as store:
            gather(store, [folder], jobs=workers)
            situation = assess(store, as_of=AS_OF)
        from dataclasses import replace

        files = publish(replace(situation, name="crisis"), tmp_path / name)
        return {f.name: f.read_bytes() for f in files}

    first, second = once("a", 1), once("b", jobs)
    assert first.keys() == second.keys()
    assert [n for n in first if first[n] != second[n]] == []


def test_a_scenario_shares_its_noise_with_the_baseline():
    """Before a closure begins, every draw of the scenario equals the baseline's: the difference is the scenario."""
    _, estimate, _ = reconciled(CRISIS)
    closure = Closure(origin="MWI", destination="TZA", start=date(2023, 10, 11))
    base = forecast(estimate, Scenario(), chance=Chance())
    shut = forecast(estimate, Scenario(name="shut", closures=(closure,)), chance=Chance())
    before = [i for i, day in enumerate(base.days) if day < closure.start]
    assert (base.draws[:, :, before] == shut.draws[:, :, before]).all()
    assert msgspec.json.encode(base.days) == msgspec.json.encode(shut.days)
