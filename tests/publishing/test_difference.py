"""What changed between two days names the claims that changed it."""

import io
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest
from rich.console import Console

from bordercast.publishing import difference, difference_text, explain, explanation_text
from bordercast.vocabulary import Decision, Influence, InvalidSetting, Question, Reading


@pytest.fixture
def told(situation):
    """The situation with influences, a pair of readings and a question in its ledger."""
    used = [e.subject for e in situation.ledger.entries if e.decision is Decision.USED]
    influences = (
        Influence(claim_id=used[0], corridor="RUS>KAZ", day=None, persons=200000.0, without=150000.0),
        Influence(claim_id=used[0], corridor="RUS>KAZ", day=situation.as_of, persons=9000.0, without=12000.0),
    )
    readings = tuple(
        Reading(corridor="RUS>KAZ", weight=w, expected=(m - 1e3, m, m + 1e3), right=(a,), wrong=(b,))
        for w, m, a, b in ((0.6, 4e4, used[0], used[1]), (0.4, 6.4e4, used[1], used[0]))
    )
    question = Question(
        corridor="RUS>GEO",
        start=situation.as_of,
        end=situation.as_of,
        about="RUS>ANY",
        about_day=None,
        narrows=0.25,
    )
    ledger = replace(situation.ledger, influences=influences, readings=readings, questions=(question,))
    return replace(situation, ledger=ledger)


@pytest.fixture
def before(told):
    """The same a week earlier, when the first used claim was not yet known."""
    gone = told.ledger.influences[0].claim_id
    day = told.as_of - timedelta(days=7)
    estimate = replace(
        told.estimate,
        as_of=day,
        days=told.estimate.days[:-7],
        draws=0.5 * told.estimate.draws[:, :, :-7],
    )
    ledger = replace(
        told.ledger,
        entries=tuple(e for e in told.ledger.entries if e.subject != gone),
        influences=(),
    )
    claims = tuple(c for c in told.claims if c.id != gone)
    return replace(told, as_of=day, estimate=estimate, ledger=ledger, claims=claims)


def printed(renderable):
    console = Console(file=io.StringIO(), width=100)
    console.print(renderable)
    return console.file.getvalue()


def test_the_same_days_are_told_twice_and_the_cause_is_named(before, told):
    """Both totals are over the days both have; the claim that came is the cause, with its sentence."""
    found = {(d.origin, d.destination): d for d in difference(before, told)}
    kaz = found["RUS", "KAZ"]
    assert kaz.until == before.as_of
    assert kaz.before.median == pytest.approx(kaz.after.median / 2, rel=0.01)
    assert kaz.total.median > kaz.after.median
    (cause,) = kaz.causes
    assert (cause.became, cause.persons, cause.without) == ("new", 200000.0, 150000.0)
    assert cause.quote in told.report(told.claim(cause.claim_id).report_id).text
    assert found["RUS", "GEO"].causes == ()


def test_a_claim_that_is_used_no_longer_is_a_cause(before, told):
    """Backwards in knowledge: what was used then and is rejected now is named as dropped, with the reason."""
    claim = told.ledger.influences[0].claim_id
    rejected = replace(
        told.ledger.entry(claim), decision=Decision.REJECTED, words="Ann rejected it: misread."
    )
    ledger = replace(
        told.ledger,
        entries=tuple(rejected if e.subject == claim else e for e in told.ledger.entries),
        influences=(),
    )
    later = replace(told, ledger=ledger)
    earlier = replace(before, ledger=told.ledger, claims=told.claims)
    (cause,) = next(d for d in difference(earlier, later) if d.destination == "KAZ").causes
    assert cause.became == "dropped"
    assert "misread" in cause.reason


def test_days_in_order(before, told):
    """A difference cannot run backwards."""
    with pytest.raises(InvalidSetting, match="Swap --from and --to"):
        difference(told, before)


def test_a_difference_is_told_in_words_and_json(before, told):
    """The text shows both numbers and the sentence; the rows become JSON."""
    found = difference(before, told)
    text = printed(difference_text(found, before.as_of, told.as_of))
    assert "200,000 with it, 150,000 without" in " ".join(text.split())
    assert all(msgspec.json.encode(d) for d in found)


def test_nothing_to_compare(situation):
    """Two days without an estimate say so."""
    empty = replace(situation, estimate=None)
    assert difference(empty, empty) == ()
    assert "Neither day" in printed(difference_text((), empty.as_of, empty.as_of))


def test_an_explanation_tells_moves_readings_and_questions(told):
    """What moved the number, the two readings and the next question stand in the explanation and in its text."""
    found = explain(told, "RUS", "KAZ", told.as_of)
    assert [(m.day, m.without) for m in found.moved] == [(told.as_of, 12000.0), (None, 150000.0)]
    assert len(found.readings) == 2
    text = " ".join(printed(explanation_text(found)).split())
    assert "without it 150,000 (lower by 25 %)" in text
    assert "Reading, 60 %: 40,000" in text
    asked = explain(told, "RUS", "GEO", told.as_of)
    assert "How many crossed from Russia to Georgia on 4 Oct?" in " ".join(
        printed(explanation_text(asked)).split()
    )
