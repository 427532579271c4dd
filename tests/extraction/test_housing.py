"""Homes destroyed and damaged."""

from extraction_reader import counts


def test_homes():
    """Homes are counted as dwellings, by what happened to them."""
    text = "The river burst its banks at Gao in Mali, wrecking 1,350 homes and damaging 900 houses."
    assert counts(text) == [
        ("stock", "housing_destroyed", 1350, "dwelling"),
        ("stock", "housing_damaged", 900, "dwelling"),
    ]
