"""Flows, onward movement, returns and stocks."""

import pytest
from extraction_reader import claims, counts, legs


@pytest.mark.parametrize(
    ("text", "kind", "term", "origin", "goals"),
    [
        ("4,000 people crossed from Sudan into Chad on Monday.", "flow", "crossed_border", "SDN", ["TCD"]),
        ("4,000 people fled Sudan.", "flow", "fled", "SDN", []),
        ("Chad received 4,000 people from Sudan.", "flow", "arrived", "SDN", ["TCD"]),
        ("4,000 Sudanese asked for asylum in Chad.", "flow", "asylum_application", "SDN", ["TCD"]),
        ("4,000 Sudanese returned from Chad to Sudan.", "return", "returned", "TCD", ["SDN"]),
        (
            "Of the Sudanese in Chad 4,000 have already left for other countries, mainly Libya.",
            "onward",
            "left_country",
            "TCD",
            ["LBY"],
        ),
        ("Chad deported 4,000 Sudanese.", "flow", "deported", "TCD", ["SDN"]),
        ("4,000 people were displaced from El Fasher.", "flow", "displaced", "SDN", ["SDN"]),
        ("4,000 people have been evacuated from Kherson.", "flow", "evacuated", "UKR", ["UKR"]),
    ],
)
def test_movements(text, kind, term, origin, goals):
    """The verb makes the kind and term, the prepositions the legs."""
    (claim,) = [c for c in claims(text) if c.quantity]
    assert (claim.kind.value, claim.term, *legs(claim)) == (kind, term, origin, goals)
    assert claim.quantity.value == 4000


@pytest.mark.parametrize(
    ("text", "term", "country"),
    [
        ("4,000 people remain displaced in Sudan.", "displaced", "SDN"),
        ("4,000 IDPs live in camps around El Fasher.", "in_camp", "SDN"),
        ("4,000 people are stranded at Renk in South Sudan.", "trapped", "SSD"),
        ("The quake left 4,000 people homeless in Syria.", "homeless", "SYR"),
        ("Chad hosts 4,000 Sudanese.", "present", "TCD"),
    ],
)
def test_stocks(text, term, country):
    """People who are somewhere are a stock, by how they are there."""
    (claim,) = [c for c in claims(text) if c.quantity]
    assert (claim.kind.value, claim.term, claim.at.iso3) == ("stock", term, country)


@pytest.mark.parametrize(
    "text",
    [
        "The town of 30,000 near the border of Chad is almost empty.",
        "Tickets from Khartoum cost 4,000 pounds.",
        "The last 850 French soldiers left Mali for Niger.",
        "Pitmen moved 33,000 tonnes of ore across the border of Chad.",
        "In the 61st minute the captain left the field for Chad.",
        "Did 4,000 people flee Sudan?",
    ],
)
def test_no_numbers_are_made_up(text):
    """Populations, prices, soldiers, goods, minutes and questions move nobody."""
    assert counts(text) == []


def test_russian_word_order():
    """The object before its verb is still what was left."""
    (claim,) = [c for c in claims("Судан покинули 4 тыс. человек.", language="ru") if c.quantity]
    assert (claim.term, legs(claim)) == ("left_country", ("SDN", []))
