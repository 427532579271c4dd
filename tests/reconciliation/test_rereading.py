"""A verdict survives rules that read its sentence otherwise."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordercast import pipeline
from bordercast.reconciliation import follow
from bordercast.store import Store
from bordercast.vocabulary import (
    Correction,
    Decision,
    InvalidNoun,
    Judgement,
    Modality,
    Quantity,
    Report,
    Ruling,
    Span,
    Verdict,
    Where,
)

SAID = (
    "More than 98,000 people have entered Kazakhstan from Russia since 21 September, the interior minister said. "
    "Some 53,000 people crossed from Russia into Georgia over the past week, the interior minister of Georgia said."
)
NOW = datetime(2022, 9, 29, tzinfo=UTC)
REPORT = Report.of(text=SAID, publisher="Gazette", published=datetime(2022, 9, 28, 18, tzinfo=UTC))


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "crisis.db") as opened:
        opened.add_reports([REPORT])
        pipeline.extract_unread(opened)
        yield opened


def claims(store):
    return {c.quantity.value: c for c in store.claims(pipeline.extraction_method()) if c.quantity}


def newer_rules(monkeypatch, change):
    """From now on the rules find, in place of each claim, what ``change`` makes of it."""
    extract = pipeline._extract_group

    def changed(group):
        return [tuple(new for old in found for new in change(old)) for found in extract(group)]

    monkeypatch.setattr(pipeline, "_extract_group", changed)
    monkeypatch.setattr(pipeline, "extraction_method", lambda: "rules-newer")


def ruled(store, ruling, value=98_000, **said):
    judgement = Judgement(
        claim_id=claims(store)[value].id, ruling=ruling, analyst="A. Analyst", reason="Seen.", **said
    )
    return pipeline.rule(store, [judgement], at=NOW)[0]


def otherwise(old):
    """The same figure in the same sentence, of which newer rules say a few other things."""
    shorter = Span(start=old.evidence[0].start, end=old.evidence[0].end - 4, quote=old.evidence[0].quote[:-4])
    return [
        old.but(
            destinations=(Where(iso3="UZB", name="Uzbekistan"),),
            modality=Modality.REPORTED,
            evidence=(shorter,),
        )
    ]


def entry(store, value):
    situation = pipeline.assess(store)
    claim = next(c for c in situation.claims if c.quantity and c.quantity.value == value)
    return claim, situation.ledger.entry(claim.id)


def test_a_rejection_goes_over_to_the_claim_that_newer_rules_find_there(store, monkeypatch):
    """The old id is gone, and the claim is still rejected, with the analyst's words."""
    before = ruled(store, Ruling.REJECTED)
    newer_rules(monkeypatch, otherwise)
    claim, fate = entry(store, 98_000)
    assert claim.id != before.claim_id
    assert fate.decision is Decision.REJECTED
    assert "Seen." in fate.words
    assert entry(store, 53_000)[1].decision is not Decision.REJECTED


def test_what_was_accepted_is_what_counts_and_not_the_new_reading(store, monkeypatch):
    """An analyst vouched for Kazakhstan: rules that now read Uzbekistan do not inherit the vouching for that."""
    ruled(store, Ruling.ACCEPTED)
    newer_rules(
        monkeypatch, lambda old: otherwise(old) if old.quantity and old.quantity.value == 98_000 else [old]
    )
    _, fate = entry(store, 98_000)
    assert fate.decision is Decision.USED
    assert fate.corridors == ("RUS>KAZ",)
    assert "accepted" in fate.words


def test_a_correction_holds_over_the_new_reading_and_over_rules_that_now_agree(store, monkeypatch):
    """It replaces whatever newer rules say there, and stands when they say the same as it does."""
    ruled(store, Ruling.CORRECTED, correction=Correction(value=89_000))
    newer_rules(
        monkeypatch,
        lambda old: [old.but(quantity=Quantity.of(89_000)) if old.quantity.value == 98_000 else old],
    )
    claim, fate = entry(store, 89_000)
    assert "corrected" in fate.words
    assert pipeline.verdicts_now(store)[0].claim_id == claim.id


def test_a_verdict_is_not_carried_to_another_figure_of_the_sentence(store, monkeypatch):
    """Rules that now read 9,800 read something nobody ruled on: the verdict stays with what it was given for."""
    before = ruled(store, Ruling.REJECTED)
    newer_rules(
        monkeypatch,
        lambda old: [old.but(quantity=Quantity.of(9_800)) if old.quantity.value == 98_000 else old],
    )
    assert entry(store, 9_800)[1].decision is not Decision.REJECTED
    assert [v.claim_id for v in pipeline.verdicts_now(store)] == [before.claim_id]


def test_a_withdrawal_takes_back_a_verdict_given_under_older_rules(store, monkeypatch):
    """The history goes over whole: undo works on what the older id was ruled."""
    before = ruled(store, Ruling.REJECTED)
    newer_rules(monkeypatch, otherwise)
    claim, _ = entry(store, 98_000)
    back = Judgement(
        claim_id=claim.id, ruling=Ruling.WITHDRAWN, analyst="B", reason="It is right.", withdraws=before.id
    )
    pipeline.rule(store, [back], at=NOW + timedelta(hours=1))
    assert entry(store, 98_000)[1].decision is Decision.USED
    assert len(store.verdicts()) == 2


def test_a_duplicate_is_folded_into_the_claim_that_says_it_first(store, monkeypatch):
    """It informs nothing of its own, under older rules and newer ones, and can be undone."""
    first = claims(store)[98_000]
    verdict = ruled(store, Ruling.DUPLICATE, 53_000, duplicate_of=first.id)
    _, fate = entry(store, 53_000)
    assert (fate.decision, fate.reason, fate.into) == (Decision.FOLDED, "duplicate_by_analyst", first.id)
    newer_rules(monkeypatch, otherwise)
    assert entry(store, 53_000)[1].into == entry(store, 98_000)[0].id
    ruled(store, Ruling.WITHDRAWN, 53_000, withdraws=verdict.id)
    assert entry(store, 53_000)[1].decision is Decision.USED


def test_a_chain_of_duplicates_ends_at_its_first_and_a_ring_loses_nothing(store):
    """A duplicate of a duplicate is refused at the door; a ring made elsewhere folds neither claim away."""
    one, two = claims(store)[98_000], claims(store)[53_000]
    ruled(store, Ruling.DUPLICATE, 53_000, duplicate_of=one.id)
    with pytest.raises(InvalidNoun, match="itself a duplicate"):
        ruled(store, Ruling.DUPLICATE, 98_000, duplicate_of=two.id)
    ring = Verdict.of(
        claim_id=one.id,
        ruling=Ruling.DUPLICATE,
        analyst="B",
        decided=NOW,
        reason="Again.",
        duplicate_of=two.id,
    )
    store.add_verdict(ring)
    assert {e.decision for e in pipeline.assess(store).ledger.entries} == {Decision.USED}


def test_the_same_judgement_again_adds_no_row(store):
    """A file of verdicts may be given twice; another reason is another verdict."""
    first = ruled(store, Ruling.REJECTED)
    assert ruled(store, Ruling.REJECTED) == first
    assert len(store.verdicts()) == 1
    ruled(store, Ruling.WITHDRAWN, withdraws=first.id)
    ruled(store, Ruling.WITHDRAWN, withdraws=first.id)
    assert len(store.verdicts()) == 2
    ruled(store, Ruling.REJECTED)
    assert len(store.verdicts()) == 2, "what was taken back in the same moment is the same row"


def test_a_judgement_that_cannot_be_takes_the_others_with_it(store):
    """All or nothing: the second of two is about nothing, and the first is not taken down either."""
    good = Judgement(claim_id=claims(store)[98_000].id, ruling=Ruling.REJECTED, analyst="A", reason="No.")
    with pytest.raises(InvalidNoun, match="holds no claim"):
        pipeline.rule(store, [good, replace(good, claim_id="0" * 16)], at=NOW)
    with pytest.raises(InvalidNoun, match="holds no verdict"):
        ruled(store, Ruling.WITHDRAWN, withdraws="f" * 16)
    assert store.verdicts() == ()


@given(order=st.permutations(range(3)), gone=st.booleans())
def test_verdicts_on_claims_that_are_there_stay_as_they_are(order, gone):
    """Following never loses a verdict, and the order of claims does not matter."""
    said = tuple(pipeline.extraction.extract([REPORT]))
    verdicts = tuple(
        Verdict.of(claim_id=c.id, ruling=Ruling.ACCEPTED, analyst="A", decided=NOW, reason="Yes.")
        for c in said
    )
    now = () if gone else tuple(sorted(said, key=lambda c: order[int(c.id, 16) % 3]))
    assert follow(verdicts, {c.id: c for c in said}, now) == verdicts


def test_the_likest_claim_is_chosen_where_two_give_the_figure():
    """Two claims of one sentence with one figure: the one that says most of the same."""
    (old, *_) = pipeline.extraction.extract([REPORT])
    like, unlike = (
        old.but(modality=Modality.REPORTED),
        old.but(term="fled", origin=None, modality=Modality.DENIED),
    )
    verdict = Verdict.of(claim_id=old.id, ruling=Ruling.REJECTED, analyst="A", decided=NOW, reason="No.")
    for shelf in ([like, unlike], [unlike, like]):
        assert follow([verdict], {old.id: old}, shelf)[0].claim_id == like.id
    assert date(2022, 9, 28) == REPORT.published_on
