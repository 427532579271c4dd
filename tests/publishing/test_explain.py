"""Every number can be explained, and the explanation names sentences that exist."""

import io
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from rich.console import Console

from bordercast.publishing import explain, explanation_text
from bordercast.vocabulary import Decision, InvalidSetting


def test_every_corridor_and_day_can_be_explained(situation):
    """Legs, totals and onward legs, on every day of the estimate and the forecast, give an ordered interval."""
    days = situation.estimate.days + situation.projections[0].days
    for corridor in situation.estimate.corridors:
        for day in days:
            found = explain(situation, corridor.origin, corridor.destination, day)
            assert found.low80 <= found.median <= found.high80
            assert found.cumulative_low80 <= found.cumulative_median <= found.cumulative_high80
            assert found.forecast is (day > situation.as_of)


def test_evidence_quotes_its_report(situation):
    """Each quote stands in its report where it says."""
    found = explain(situation, "RUS", "ANY", situation.as_of)
    assert found.used
    for evidence in found.used + found.folded + found.set_aside:
        report = situation.report(situation.claim(evidence.claim_id).report_id)
        assert report.text[evidence.start : evidence.end] == evidence.quote


def test_a_copy_is_folded_into_what_carries_it(situation):
    """The copy stands under the used claim, and is listed as folded, not as used."""
    found = explain(situation, "RUS", "KAZ", situation.as_of)
    (copied,) = [e for e in found.used if e.folded]
    (copy,) = found.folded
    assert copy.decision is Decision.FOLDED
    assert copied.folded[0].claim_id == copy.claim_id
    assert copied.folded[0].publisher == "Evening Lamp"


def test_a_forecast_said_by_somebody_is_set_aside_with_its_reason(situation):
    """A projected figure is shown with the reason it does not count."""
    found = explain(situation, "RUS", "ANY", situation.as_of)
    assert any("forecast is no observation" in e.reason for e in found.set_aside)


def test_claims_that_cover_the_day_come_first(situation):
    """Claims about the day stand before claims about other days."""
    covers = [e.covers for e in explain(situation, "RUS", "GEO", date(2022, 9, 28)).used]
    assert covers == sorted(covers, reverse=True)


def test_contradictions_are_told(situation):
    """A disputed figure says what the others imply, and who stands against it."""
    (dispute,) = explain(situation, "RUS", "GEO", situation.as_of).contradictions
    assert dispute.expected_low < dispute.expected_median < dispute.expected_high
    assert dispute.opponents


def test_mostly_prior_says_so(situation):
    """A leg without claims says that its number is mostly prior."""
    found = explain(situation, "RUS", "LVA", situation.as_of)
    assert found.mostly_prior
    assert not [e for e in found.used if "RUS>LVA" in e.words]
    assert "Mostly prior" in _printed(found)


def test_it_can_be_encoded_and_printed(situation):
    """An explanation travels as JSON, and prints within 100 columns without colour."""
    found = explain(situation, "RUS", "KAZ", date(2022, 9, 26))
    assert msgspec.json.decode(msgspec.json.encode(found))["destination"] == "KAZ"
    printed = _printed(found)
    assert "RUS>KAZ more than 200,000 persons, 21 Sep to 4 Oct" in printed
    assert all(len(line) <= 100 for line in printed.splitlines())
    assert "\x1b" not in printed


@pytest.mark.parametrize(
    ("origin", "destination", "day"),
    [("RUS", "FRA", date(2022, 10, 4)), ("RUS", "KAZ", date(2021, 1, 1)), ("RUS", "KAZ", date(2022, 12, 1))],
)
def test_a_number_that_is_not_there_is_refused(situation, origin, destination, day):
    """An unknown corridor or day is an error that says what there is."""
    with pytest.raises(InvalidSetting, match="There is no"):
        explain(situation, origin, destination, day)


def test_no_estimate_is_refused(situation):
    """Without an estimate there is nothing to explain, and the message says what to do."""
    bare = replace(situation, estimate=None, projections=())
    with pytest.raises(InvalidSetting, match="Read more reports"):
        explain(bare, "RUS", "KAZ", situation.as_of)


def _printed(found):
    console = Console(width=100, no_color=True, file=io.StringIO())
    console.print(explanation_text(found))
    return console.file.getvalue()
