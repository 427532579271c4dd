"""Cities, compiled from GeoNames; a row becomes a `Place` only when somebody asks for it."""

from functools import cache, lru_cache

from bordercast.atlas.packed import read_packed
from bordercast.atlas.place import Level, Place


@lru_cache(maxsize=20_000)
def city_at(row: int) -> Place:
    """The city in this row of the packed table; rows are sorted by population, largest first."""
    number, name, iso3, lat, lon, population, _ = rows()[row].split("\t")
    return Place(
        id=f"city:{number}",
        name=name,
        level=Level.CITY,
        iso3=iso3,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
    )


@cache
def rows() -> list[str]:
    """The unparsed rows: GeoNames number, name, iso3, lat, lon, population, dispute."""
    return read_packed("cities.txt.z").split("\n")


def row_of(city_id: str) -> int | None:
    """Where the city with this id stands in the table."""
    return _numbers().get(city_id.removeprefix("city:"))


def dispute_of(city_id: str) -> str:
    """The id of the dispute this city lies in, or an empty string."""
    row = row_of(city_id)
    return "" if row is None else rows()[row].rsplit("\t", 1)[1]


@cache
def _numbers() -> dict[str, int]:
    return {line.split("\t", 1)[0]: number for number, line in enumerate(rows())}
