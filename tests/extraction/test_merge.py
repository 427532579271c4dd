"""One report says a thing once."""

from datetime import UTC, datetime

from bordercast.extraction import extract
from bordercast.vocabulary import Report


def test_headline_and_body_are_one_claim():
    """A rounded or vague headline figure joins the body's and adds its span."""
    title = "Nearly 3,000 Flee Sudan For Chad"
    text = f"{title}\n\n2,906 people fled Sudan for Chad on Monday."
    report = Report.of(text=text, title=title, published=datetime(2031, 5, 14, 12, tzinfo=UTC))
    (claim,) = extract([report])
    assert claim.quantity.value == 2906
    assert len(claim.evidence) == 2
