"""Triggers and appeals."""

import pytest
from extraction_reader import claims


@pytest.mark.parametrize(
    ("text", "term", "country"),
    [
        ("Sudan's president announced a general mobilisation on Monday.", "mobilisation", "SDN"),
        ("An earthquake struck Syria on 6 May.", "earthquake", "SYR"),
        ("The ceasefire in Sudan took effect on Monday.", "ceasefire", "SDN"),
    ],
)
def test_triggers(text, term, country):
    """Events that were announced, began or struck, where they are."""
    (claim,) = [c for c in claims(text) if c.kind.value == "trigger"]
    assert (claim.term, claim.at.iso3) == (term, country)


def test_background_is_no_trigger():
    """An event only mentioned is not one."""
    assert not [
        c
        for c in claims("People from Sudan speak of the war and of the mobilisation.")
        if c.kind.value == "trigger"
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The mayor of Goma urged residents to leave the city.", "flee"),
        ("The police of Chad called on drivers not to travel to the border.", "stay"),
        ("UNHCR called on Chad to keep its border open.", "open_border"),
        ("The former president of Chad called on Sudan to end the war.", "end_war"),
    ],
)
def test_appeals(text, term):
    """What somebody calls on others to do."""
    assert [c.term for c in claims(text) if c.kind.value == "appeal"] == [term]
