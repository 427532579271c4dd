"""Looking one name up."""

import pytest

from bordercast import atlas
from bordercast.atlas.city import rows


def test_enough_cities():
    """At least 30,000 cities are packed."""
    assert len(rows()) >= 30_000


def test_namesakes_best_first():
    """The country comes before the US state, the capital before its namesakes."""
    assert [place.id for place in atlas.find("Georgia")][:2] == ["GEO", "USA-GA"]
    assert [place.iso3 for place in atlas.find("Paris")][:2] == ["FRA", "USA"]


def test_near_prefers_a_country():
    """`near` brings the candidates of one country to the front."""
    assert atlas.find("Georgia", near="USA")[0].id == "USA-GA"
    assert atlas.find("Paris", near="USA")[0].iso3 == "USA"


def test_unknown_name_is_empty():
    """A name nobody bears gives nothing, and so does nothing."""
    assert atlas.find("Qwertyville") == ()
    assert atlas.find("") == ()


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("Oral", "KAZ"), ("Uralsk", "KAZ"), ("Уральск", "KAZ"), ("Khankendi", "AZE"), ("Goris", "ARM"), ("Lachin", "AZE"),
     ("Kornidzor", "ARM"), ("Kyakhta", "RUS"), ("Altanbulag", "MNG"), ("Medyka", "POL"), ("Przemysl", "POL"),
     ("Przemyśl", "POL"), ("Kiev", "UKR"), ("Нижний Новгород", "RUS"), ("Верхнем Ларсе", "RUS"), ("U.S.", "USA")],
)  # fmt: skip
def test_names_of_the_examples(name, iso3):
    """Towns the size cut-off or the stop list would lose are found under their country."""
    assert any(iso3 in (place.iso3, *place.also) for place in atlas.find(name))


def test_place_by_id():
    """Every kind of id leads back to its place, and a wrong one raises."""
    for place_id in ("KAZ", "EU", "KAZ-27", "city:608668", "crossing:verkhny-lars", "water:black-sea"):
        assert atlas.place(place_id).id == place_id
    with pytest.raises(atlas.UnknownPlace, match=r"atlas\.find"):
        atlas.place("city:0")
