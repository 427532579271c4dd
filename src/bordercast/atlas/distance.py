"""Distances over the globe."""

from math import asin, cos, radians, sin, sqrt

from bordercast.atlas.place import Place

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth (IUGG 1980)."""


def distance_km(a: Place, b: Place) -> float:
    """The great-circle distance between two places, in kilometres (haversine)."""
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))
