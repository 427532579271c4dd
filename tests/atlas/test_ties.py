"""Languages, rights of entry and regions."""

import pytest

from bordercast import atlas


def test_languages_are_shared_or_not():
    """Most Kazakhs speak Russian, few Finns do, and everybody speaks like themselves."""
    assert atlas.common_language("RUS", "KAZ") > 0.5 > atlas.common_language("RUS", "FIN")
    assert atlas.common_language("MDA", "ROU") == atlas.common_language("ROU", "MDA") > 0.5
    assert atlas.common_language("RUS", "nowhere") == 0


def test_free_movement_has_a_sense():
    """Ukrainians enter Poland without a visa by EU law; the table says nothing of Poles in Ukraine."""
    assert atlas.free_movement("UKR", "POL")
    assert not atlas.free_movement("POL", "UKR")
    assert atlas.free_movement("RUS", "KAZ")
    assert atlas.free_movement("KAZ", "RUS")
    assert not atlas.free_movement("RUS", "FIN")
    with pytest.raises(atlas.UnknownPlace):
        atlas.free_movement("RUS", "XXX")


def test_every_agreement_names_countries_and_its_source():
    """Each cell of the table resolves to countries, and each row says where it is written."""
    from bordercast.atlas.packed import read_table
    from bordercast.atlas.ties import _members

    for row in read_table("free_movement.csv"):
        assert row["source"]
        assert row["sense"] in ("mutual", "one-way")
        for code in _members(row["from"]) | _members(row["to"]):
            assert atlas.country(code)


def test_a_place_lies_in_a_region():
    """Oral is the seat of West Kazakhstan; a crossing lies in the region on the side asked for."""
    oral = next(p for p in atlas.find("Oral") if p.iso3 == "KAZ")
    assert atlas.region_of(oral).id == "KAZ-27"
    lars = atlas.place("crossing:verkhny-lars")
    assert atlas.region_of(lars, "GEO").id != "GEO-X-SOUTH-OSSETIA"
    assert atlas.region_of(lars, "RUS").iso3 == "RUS"
    assert atlas.region_of(atlas.country("VAT").place) is None
    assert "KAZ-27" in {region.id for region in atlas.regions("KAZ")}
