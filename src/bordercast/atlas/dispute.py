"""Disputed territories: the one small table that says which country we file a place under, and why."""

from functools import cache

from bordercast.atlas.city import dispute_of
from bordercast.atlas.packed import read_table, words
from bordercast.atlas.place import Level, Place


def dispute_note(place: Place) -> str | None:
    """Why this place is filed under its country, or None where nobody disputes it."""
    for dispute_id, ids, note in _disputes():
        if place.id in ids:
            return note
        if place.level is Level.CITY and dispute_id == dispute_of(place.id):
            return note
    return None


@cache
def _disputes() -> tuple[tuple[str, frozenset[str], str], ...]:
    return tuple(
        (row["id"], frozenset(words(row["places"])), row["note"]) for row in read_table("disputes.csv")
    )
