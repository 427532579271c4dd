"""Every place that is not a city, by id."""

from functools import cache

from bordercast.atlas.city import city_at, row_of
from bordercast.atlas.country import countries, groups
from bordercast.atlas.crossing import all_crossings
from bordercast.atlas.packed import read_table, words
from bordercast.atlas.place import Level, Place
from bordercast.atlas.unknown import UnknownPlace


def place(place_id: str) -> Place:
    """The place with this id, whatever its level.

    Raises
    ------
    UnknownPlace
        If there is no such id.

    """
    found = place_by_id().get(place_id)
    if found is None and place_id.startswith("city:") and (row := row_of(place_id)) is not None:
        found = city_at(row)
    if found is None:
        raise UnknownPlace(
            place_id, looked_in="the ids of the atlas", advice="Use atlas.find(name) to look up ids by name."
        )
    return found


@cache
def place_by_id() -> dict[str, Place]:
    """Countries, groups, regions, waters and crossings by id."""
    found = {one.iso3: one.place for one in countries()}
    found |= {one.code: one.place for one in groups()}
    found |= {one.id: one.place for one in all_crossings().values()}
    for row in read_table("regions.csv"):
        found[row["id"]] = Place(
            id=row["id"],
            name=row["name"],
            level=Level.WATER if row["id"].startswith("water:") else Level.REGION,
            iso3=row["iso3"] or None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            also=words(row["also"]),
        )
    return found
