"""Where people sleep."""

import pytest
from extraction_reader import claims


@pytest.mark.parametrize(
    ("text", "term", "status", "value"),
    [
        (
            "557 people were given a place to stay by the government of Armenia.",
            "accommodation",
            "housed",
            557,
        ),
        ("Hotels in Goris are full.", "hotel", "full", None),
        (
            "A school in Goris was opened for the night so that families could sleep there.",
            "school",
            "improvised",
            None,
        ),
        ("Accommodation in Goris is under strain.", "accommodation", "under_pressure", None),
    ],
)
def test_shelter(text, term, status, value):
    """Places given, full and strained, and roofs that are usually something else."""
    (claim,) = [c for c in claims(text) if c.kind.value == "shelter"]
    assert (claim.term, claim.status, claim.at.iso3) == (term, status, "ARM")
    assert (claim.quantity.value if claim.quantity else None) == value


def test_registered_is_not_housed():
    """Of two figures in a sentence only the one that was lodged is shelter."""
    text = "1,060 people are registered in Armenia; 557 were given a place to stay."
    found = {(c.kind.value, c.quantity.value) for c in claims(text) if c.quantity}
    assert found == {("flow", 1060), ("shelter", 557)}
