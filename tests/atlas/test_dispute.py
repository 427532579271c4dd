"""Disputed territories follow the one documented table."""

import pytest

from bordercast import atlas
from bordercast.atlas.city import rows
from bordercast.atlas.packed import read_table


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("Crimea", "UKR"), ("Sevastopol", "UKR"), ("Simferopol", "UKR"), ("Kerch", "UKR"), ("Donetsk", "UKR"),
     ("Luhansk", "UKR"), ("Western Sahara", "ESH"), ("Laayoune", "ESH"), ("Golan Heights", "SYR"), ("Kosovo", "XKX"),
     ("Pristina", "XKX"), ("Gaza", "PSE"), ("West Bank", "PSE"), ("Ramallah", "PSE"), ("Nagorno-Karabakh", "AZE"),
     ("Artsakh", "AZE"), ("Stepanakert", "AZE"), ("Shushi", "AZE"), ("Abkhazia", "GEO"), ("Sukhumi", "GEO"),
     ("South Ossetia", "GEO"), ("Tskhinvali", "GEO"), ("Transnistria", "MDA"), ("Tiraspol", "MDA"),
     ("Northern Cyprus", "CYP"), ("Somaliland", "SOM"), ("Hargeisa", "SOM")],
)  # fmt: skip
def test_filed_under(name, iso3):
    """Each disputed place is filed under the table's country and carries a note that says why."""
    best = atlas.find(name)[0]
    assert best.iso3 == iso3
    assert atlas.dispute_note(best)


def test_taiwan_has_its_own_code_and_a_note():
    """Taiwan is filed under TWN."""
    (taiwan, *_) = atlas.find("Taiwan")
    assert taiwan.id == "TWN"
    assert atlas.dispute_note(taiwan)


def test_kashmir_is_not_decided():
    """Kashmir alone has candidates in India and in Pakistan, each with a note."""
    found = atlas.find("Kashmir")
    assert {place.iso3 for place in found} >= {"IND", "PAK"}
    assert all(atlas.dispute_note(place) for place in found[:2])


def test_no_note_where_nobody_disputes():
    """An undisputed place has no note."""
    assert atlas.dispute_note(atlas.find("Paris")[0]) is None
    assert atlas.dispute_note(atlas.country("FRA").place) is None


def test_no_city_escapes_its_dispute():
    """Every city row marked with a dispute is filed under that dispute's country."""
    iso3 = {row["id"]: row["iso3"] for row in read_table("disputes.csv")}
    for line in rows():
        number, name, country, *_, dispute = line.split("\t")
        if dispute and iso3[dispute]:
            assert country == iso3[dispute], (number, name)


def test_every_note_has_a_place():
    """Each id named in the table exists."""
    for row in read_table("disputes.csv"):
        for place_id in row["places"].split("|"):
            assert atlas.place(place_id)
