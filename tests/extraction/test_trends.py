"""Changes, shares, and movements that did not happen."""

import pytest
from extraction_reader import claims


@pytest.mark.parametrize(
    ("text", "measure", "status"),
    [
        ("The number of Sudanese entering Chad has sharply increased.", "change", "increased"),
        ("The flow of people from Sudan into Chad has fallen.", "change", "decreased"),
    ],
)
def test_a_change_without_a_number(text, measure, status):
    """A trend has a status and no quantity."""
    (claim,) = [c for c in claims(text) if c.kind.value == "flow"]
    assert (claim.quantity, claim.measure.value, claim.status) == (None, measure, status)


def test_a_share_of_arrivals():
    """A per cent of those who moved is a share of the movement."""
    (claim,) = claims("In Chad, 60 per cent of Sudanese arriving are children.")
    assert (claim.quantity.unit, claim.measure.value) == ("percent", "share")


def test_nobody_crossed():
    """That nobody has crossed is a movement that the text negates."""
    (claim,) = claims("So far nobody has crossed from Sudan into Chad.")
    assert (claim.quantity, claim.modality.value) == (None, "negated")
