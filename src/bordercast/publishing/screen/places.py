"""Where things lie: the ends of corridors at their capitals, crossings and towns, for drawing them."""

from dataclasses import dataclass

from bordercast import atlas
from bordercast.publishing.figures import Figures
from bordercast.publishing.words import place_name
from bordercast.vocabulary import Where

ROUND = 1  # decimals of a town's coordinates: a town, never a building


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map: a country (at its capital), a crossing or a town. Degrees, WGS 84."""

    code: str
    name: str
    kind: str
    lat: float
    lon: float


def spots(numbers: Figures) -> tuple[Spot, ...]:
    """Return the ends of every corridor that is a country, in the order of their codes."""
    codes = {code for c in numbers.corridors for code in (c.corridor.origin, c.corridor.destination)}
    return tuple(spot for code in sorted(codes) if (spot := _country(code)) is not None)


def crossing_spot(border: str) -> Spot | None:
    """Return where the crossing of a name lies, or None when no official crossing is called so."""
    found = next((c for c in atlas.crossings() if border in (c.name, c.id, *c.variants)), None)
    if found is None:
        return None
    return Spot(code=found.id, name=found.name, kind="crossing", lat=found.lat, lon=found.lon)


def town_spot(place: Where | None) -> Spot | None:
    """Return where a town or country lies, to a tenth of a degree, or None when the atlas does not know it."""
    if place is None:
        return None
    found = next((p for p in atlas.find(place.name, near=place.iso3) if place.iso3 in (None, p.iso3)), None)
    if found is None or found.lat is None or found.lon is None:
        return None
    return Spot(
        code=place.iso3 or "",
        name=place.name,
        kind=found.level.value,
        lat=round(found.lat, ROUND),
        lon=round(found.lon, ROUND),
    )


def place_spot(place_id: str) -> Spot | None:
    """Return where a country or region lies by its id, to a tenth of a degree, or None when the atlas has no such id."""
    try:
        found = atlas.place(place_id)
    except atlas.UnknownPlace:
        return None
    return Spot(
        code=place_id,
        name=found.name,
        kind=found.level.value,
        lat=round(found.lat, ROUND),
        lon=round(found.lon, ROUND),
    )


def country_named(code: str) -> Where:
    """Return a country as a claim names it; UnknownPlace when the atlas has none of that code."""
    return Where(iso3=code, name=atlas.country(code).name)


def _country(code: str) -> Spot | None:
    try:
        country = atlas.country(code)
    except atlas.UnknownPlace:
        return None
    return Spot(code=code, name=place_name(code), kind="country", lat=country.lat, lon=country.lon)
