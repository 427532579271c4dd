"""First-level regions of a country, and the one a place lies in."""

from functools import cache

from bordercast.atlas.country import country
from bordercast.atlas.dispute import dispute_note
from bordercast.atlas.distance import distance_km
from bordercast.atlas.place import Level, Place
from bordercast.atlas.register import place_by_id

_SAME_PLACE_KM = 1.0
_DISPUTED_KM = 60.0  # a place this near to the seat of a disputed region lies in it; farther ones in another


def regions(iso3: str) -> tuple[Place, ...]:
    """The first-level regions of a country whose seat is known, by id; empty for a country that has none."""
    return _regions().get(iso3, ())


def region_of(place: Place, iso3: str | None = None) -> Place | None:
    """The region a place lies in, taken as the one with the nearest seat; None for a country without regions.

    Near a border between two regions this can be the neighbour. ``iso3`` chooses the side of a crossing.
    """
    if place.level is Level.REGION:
        return place
    near = [(distance_km(place, region), region.id, region) for region in regions(iso3 or place.iso3 or "")]
    fit = [one for one in near if one[0] <= _DISPUTED_KM or dispute_note(one[2]) is None]
    return min(fit, default=(0.0, "", None))[2]


@cache
def _regions() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for one in place_by_id().values():
        if one.level is Level.REGION and one.iso3:
            found.setdefault(one.iso3, []).append(one)
    return {
        iso3: tuple(sorted(_located(iso3, places), key=lambda one: one.id)) for iso3, places in found.items()
    }


def _located(iso3: str, places: list[Place]) -> list[Place]:
    """Those with a seat of their own; of the many that carry the capital's position, the one named for it."""
    capital = country(iso3)
    elsewhere = [p for p in places if distance_km(p, capital.place) > _SAME_PLACE_KM]
    here = [p for p in places if p not in elsewhere]
    named = [p for p in here if p.name in (capital.capital, f"{capital.capital} City")]
    return elsewhere + (named or (here if len(here) == 1 else []))
