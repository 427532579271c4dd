"""Countries, groups and their borders."""

import pytest

from bordercast import atlas
from bordercast.atlas.packed import read_table


def test_every_country_is_there():
    """The atlas holds the 249 entries of ISO 3166-1 and Kosovo."""
    codes = {country.iso3 for country in atlas.countries()}
    assert len(codes) == 250
    assert {"RUS", "KAZ", "XKX", "PSE", "ESH", "TWN", "SSD"} <= codes


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("form", ["name", "adjective", "demonym"])
def test_every_country_can_be_spoken_of(lang, form):
    """Each country has a name, an adjective and a demonym in English and Russian."""
    have = {row["place"] for row in read_table("names.csv") if (row["lang"], row["form"]) == (lang, form)}
    assert {country.iso3 for country in atlas.countries()} - have == set()


def test_names_in_more_languages():
    """CLDR names in six further languages are kept for later work."""
    langs = {row["lang"] for row in read_table("names.csv") if row["place"] == "KAZ"}
    assert {"uk", "fr", "es", "ar", "tr", "fa"} <= langs


def test_neighbours_are_mutual_and_known():
    """If A borders B then B borders A, and both are countries of the atlas."""
    for country in atlas.countries():
        for other in country.neighbours:
            assert country.iso3 in atlas.neighbours(other)


@pytest.mark.parametrize(
    ("a", "b"),
    [("RUS", "GEO"), ("RUS", "FIN"), ("RUS", "KAZ"), ("RUS", "MNG"), ("ARM", "AZE"), ("SDN", "TCD"), ("PSE", "EGY"),
     ("SDN", "SSD"), ("XKX", "SRB"), ("ESP", "MAR")],
)  # fmt: skip
def test_land_borders(a, b):
    """The borders of the examples and of the busiest corridors are land borders."""
    assert b in atlas.neighbours(a)


def test_islands_have_no_neighbours():
    """An island state borders nobody by land."""
    assert atlas.neighbours("MDG") == ()


def test_group_members():
    """The European Union has 27 members, all countries of the atlas, and Georgia is none of them."""
    union = atlas.group("EU")
    assert len(union.members) == 27
    assert "GEO" not in union.members
    assert "EU" in atlas.country("FIN").groups
    for group in atlas.groups():
        for member in group.members:
            assert group.code in atlas.country(member).groups


def test_unknown_code_says_what_to_do():
    """A wrong code raises one clear error of the atlas."""
    with pytest.raises(atlas.UnknownPlace, match=r"Found 'XYZ'.*atlas\.find"):
        atlas.country("XYZ")
    with pytest.raises(LookupError, match="Known groups: EU"):
        atlas.group("XYZ")


def test_distance():
    """Moscow and Tbilisi are about 1,650 km apart, and a place is at no distance from itself."""
    moscow, tbilisi = atlas.country("RUS").place, atlas.country("GEO").place
    assert atlas.distance_km(moscow, tbilisi) == pytest.approx(1650, abs=20)
    assert atlas.distance_km(moscow, moscow) == 0


def test_countries_are_located_and_peopled():
    """Every inhabited country has a capital with coordinates and a population."""
    empty = {"ATA", "BVT", "HMD", "IOT", "ATF", "SGS", "UMI"}
    for country in atlas.countries():
        assert (country.lat, country.lon) != (0.0, 0.0)
        assert country.population > 0 or country.iso3 in empty
