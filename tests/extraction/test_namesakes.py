"""Words that only look like a place, and towns that say which one they are; each with a sentence close to it."""

import pytest

from bordercast.extraction.extract import LANGUAGES
from bordercast.extraction.places import name_places


def countries(text, language="en"):
    """The name of each place in a text, and the country it lies in."""
    return {named.surface: named.iso3 for named in name_places(text, LANGUAGES[language])}


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Chad Ellison, a volunteer, counted 300 families.", "Chad", None),
        ("Chad Foreign Minister Issa said 300 families came.", "Chad", "TCD"),
        ("Director Jordan Pike said 300 people had come.", "Jordan", None),
        ("Jordan King Abdullah said 300 people had come.", "Jordan", "JOR"),
        ("Israel Defense Forces told 300 people to leave.", "Israel", "ISR"),
        ("Robert Ireland said 300 people had come.", "Ireland", None),
        ("The Vienna Convention protects 300 people.", "Vienna", None),
        ("Talks in Vienna were about 300 people.", "Vienna", "AUT"),
        ("The Oslo accords moved nobody.", "Oslo", None),
        ("The Bangkok Post counted 300 people.", "Bangkok Post", None),
        ("Turkey sandwiches fed 300 people.", "Turkey", None),
        ("Turkey fed 300 people.", "Turkey", "TUR"),
        ("The Amur River rose and 300 people left.", "Amur", None),
        ("Families on Warsaw Street took in 300 people.", "Warsaw", None),
        ("Families in Warsaw took in 300 people.", "Warsaw", "POL"),
        ("Shelters opened in Athens, Georgia, for 300 people.", "Athens", "USA"),
        ("Shelters opened in Athens, Georgia, for 300 people.", "Georgia", "USA"),
        ("Shelters opened in Athens, Greece, for 300 people.", "Athens", "GRC"),
        ("About 300 people left Lima, Ohio. Lima is smoky.", "Lima", "USA"),
        ("People from Syria, Lebanon and Jordan, 300 in all.", "Lebanon", "LBN"),
        ("Floods displaced 300 people around Hyderabad, Pakistan.", "Hyderabad", "PAK"),
        ("Minsk let 300 people reach the Polish border.", "Minsk", "BLR"),
        ("Flooding in the Niger Delta displaced 300 people.", "Niger Delta", "NGA"),
        ("Georgia and Florida ordered 300 people out.", "Georgia", "USA"),
    ],
)
def test_english(text, word, country):
    """The form decides, not the name."""
    assert countries(text).get(word) == country


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Чад от пожара накрыл село.", "Чад", None),
        ("Чад принял 300 человек.", "Чад", "TCD"),
        ("Река Нигер вышла из берегов.", "Нигер", None),
        ("Нигер принял 300 человек.", "Нигер", "NER"),
        ("По Варшавскому шоссе ушли 300 человек.", "Варшавскому", None),
        ("Сюда бежали 300 человек из Того.", "Того", "TGO"),
        ("Кроме того, пришли 300 человек.", "того", None),
        ("Мария Куба рассказала о 300 людях.", "Куба", None),
    ],
)
def test_russian(text, word, country):
    """The same, with its homographs."""
    assert countries(text, "ru").get(word) == country
