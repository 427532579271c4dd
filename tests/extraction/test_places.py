"""Which place a name means, and what part it plays."""

import pytest
from extraction_reader import report

from bordercast.extraction.english import LANGUAGE as ENGLISH
from bordercast.extraction.places import name_places, parts
from bordercast.extraction.russian import LANGUAGE as RUSSIAN
from bordercast.extraction.sentence import annotate


def played(text, language=ENGLISH):
    """(country, part) of each place of a sentence."""
    sentence = annotate(
        text, start=0, paragraph=0, places=name_places(text, language), published=report(text).published_on, language=language, countries=frozenset(),
        open_quote=False, headline=False,
    )  # fmt: skip
    found = parts(sentence, language)
    return [(p.iso3, found[p.start].value) for p in sentence.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fled from Sudan to Chad", [("SDN", "origin"), ("TCD", "destination")]),
        ("They left Burundi via Rwanda", [("BDI", "origin"), ("RWA", "via")]),
        ("Chad's border guards", [("TCD", "owner")]),
        ("the border with Chad", [("TCD", "border_with")]),
        ("98 Sudanese people", [("SDN", "people")]),
        ("citizens of Sudan", [("SDN", "people")]),
        ("Poland took in 300 people", [("POL", "host")]),
        (
            "crossed into Kenya, Uganda and Rwanda",
            [("KEN", "destination"), ("UGA", "destination"), ("RWA", "destination")],
        ),
    ],
)
def test_parts(text, expected):
    """Prepositions, possessives and verbs give each place its part; lists share the part of their head."""
    assert played(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Они выехали в Грузию", [("GEO", "destination")]),
        ("Они находятся в Грузии", [("GEO", "at")]),
        ("беженцы с Украины", [("UKR", "origin")]),
        ("граждане России", [("RUS", "people")]),
    ],
)
def test_russian_cases(text, expected):
    """The case after «в» tells going from being; «с» with the genitive is from."""
    assert played(text, RUSSIAN) == expected


def test_a_state_and_a_country_of_one_name():
    """Georgia beside Atlanta and Savannah is the American state."""
    text = "Georgia declared an emergency as people left Savannah and Atlanta."
    assert {p.iso3 for p in name_places(text, ENGLISH)} == {"USA"}
