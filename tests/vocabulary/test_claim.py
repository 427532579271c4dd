"""Claims keep their invariants and their ids."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordercast.vocabulary import (
    Attribution,
    Claim,
    Hedge,
    InvalidNoun,
    Kind,
    Measure,
    Modality,
    Quantity,
    Report,
    Span,
    Where,
)


def a_claim(**said):
    fields = {
        "report_id": "r",
        "kind": Kind.FLOW,
        "term": "arrived",
        "quantity": Quantity(value=98000.0, low=98000.0, high=98000.0, hedge=Hedge.EXACT, unit="person"),
        "measure": Measure.CUMULATIVE,
        "population": None,
        "origin": Where(iso3="RUS", name="Russia"),
        "destinations": (Where(iso3="KAZ", name="Kazakhstan"),),
        "via": (),
        "at": None,
        "interval": None,
        "attribution": Attribution(),
        "modality": Modality.ASSERTED,
        "status": None,
        "evidence": (Span(start=0, end=3, quote="abc"),),
    }
    return Claim.of(**(fields | said))


def test_the_id_depends_on_what_is_said_and_on_nothing_else():
    """Two equal claims have one id, and any other word gives another."""
    assert a_claim().id == a_claim().id
    assert a_claim(term="fled").id != a_claim().id
    assert a_claim().but(term="fled").id == a_claim(term="fled").id


def test_a_claim_survives_json():
    """A claim comes back from JSON as it was, so the store can hold it whole."""
    claim = a_claim()
    assert msgspec.json.decode(msgspec.json.encode(claim), type=Claim) == claim


@pytest.mark.parametrize("status", ["open", "closed"])
def test_no_decision_cannot_be_open_or_closed(status):
    """Promise 6: the noun itself refuses to read "no decision" as a status."""
    with pytest.raises(InvalidNoun, match="no decision"):
        a_claim(kind=Kind.BORDER_STATUS, quantity=None, modality=Modality.UNDECIDED, status=status)


def test_a_claim_without_evidence_is_refused():
    """A claim must quote something."""
    with pytest.raises(InvalidNoun, match="quotes nothing"):
        a_claim(evidence=())


@given(st.text(max_size=40), st.integers(0, 50), st.integers(0, 50))
def test_spans_are_what_stands_there(text, start, end):
    """A span built from a report quotes it exactly, or is refused."""
    report = Report.of(text=text)
    try:
        span = report.span(start, end)
    except InvalidNoun:
        assert start >= end or end > len(text)
    else:
        assert text[span.start : span.end] == span.quote


@given(st.lists(st.floats(0, 1e12) | st.none(), min_size=3, max_size=3))
def test_quantities_keep_their_order(bounds):
    """A quantity has low <= value <= high, or is refused with a message."""
    low, value, high = bounds
    try:
        quantity = Quantity(low=low, value=value, high=high, hedge=Hedge.EXACT, unit="person")
    except InvalidNoun:
        return
    known = [x for x in (quantity.low, quantity.value, quantity.high) if x is not None]
    assert known == sorted(known)
    assert quantity.middle >= 0
