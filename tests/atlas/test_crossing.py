"""The hand-kept table of border crossings."""

from bordercast import atlas


def test_enough_crossings_over_real_borders():
    """At least 150 crossings join two land neighbours; only ferries and flights join others."""
    over_land = [one for one in atlas.crossings() if one.mode not in (atlas.Mode.FERRY, atlas.Mode.AIR)]
    assert len(over_land) >= 150
    for one in over_land:
        assert one.b in atlas.neighbours(one.a), one.name


def test_ids_are_unique_and_countries_known():
    """No id is used twice, and both sides of a crossing are different countries."""
    ids = [one.id for one in atlas.crossings()]
    assert len(ids) == len(set(ids))
    for one in atlas.crossings():
        assert atlas.country(one.a) != atlas.country(one.b)


def test_either_side_may_come_first():
    """The crossings of a border are the same whichever country is asked for first."""
    assert atlas.crossings("RUS", "GEO") == atlas.crossings("GEO", "RUS")
    assert "Verkhny Lars" in {one.name for one in atlas.crossings("RUS", "GEO")}
    assert set(atlas.crossings("RUS", "GEO")) < set(atlas.crossings("GEO"))


def test_corridors_of_both_examples_are_covered():
    """Each border of the two worked examples has crossings."""
    for a, b in [("RUS", "GEO"), ("RUS", "KAZ"), ("RUS", "FIN"), ("RUS", "MNG"), ("RUS", "NOR"), ("RUS", "EST"),
                 ("KAZ", "UZB"), ("KAZ", "KGZ"), ("ARM", "AZE"), ("GEO", "ARM")]:  # fmt: skip
        assert atlas.crossings(a, b), (a, b)


def test_crossing_is_a_place_with_both_countries():
    """A crossing found by name tells both of its countries."""
    (lars, *_) = atlas.find("Upper Lars")
    assert (lars.level, lars.iso3, lars.also) == (atlas.Level.CROSSING, "RUS", ("GEO",))
