"""The ground under the flow map: land, borders and lines that are not agreed, for one region of the world.

The packaged file holds Natural Earth at 1:50 million as arcs (see ``data/NOTICE.md``). A view is an equal-area
azimuthal projection around the region's middle, so that areas near the pole are not blown up.
"""

import gzip
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bordercast.publishing.geometry import Point, clipped_line, clipped_ring, thinned

_FAR = math.radians(100)  # beyond this from the middle the projection tears; nothing there is in a region
_THIN = 1.1  # pixels along both axes; judged by eye at 980 px: finer cannot be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A window on the world: the middle in degrees, pixels in a radian-like unit, and the size in pixels."""

    lat: float
    lon: float
    scale: float
    dx: float
    dy: float
    width: float
    height: float

    def at(self, lat: float, lon: float) -> Point:
        """Return the pixel of a place (Lambert azimuthal equal-area; Snyder 1987, equations 24-2 to 24-4)."""
        x, y = _equal_area(lat, lon, self.lat, self.lon)
        return self.width / 2 + self.dx + x * self.scale, self.height / 2 + self.dy - y * self.scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """SVG path data: land of each country in view, agreed borders, lines not agreed, and coasts."""

    land: tuple[tuple[str, str], ...]
    borders: str
    dashed: str
    coast: str


def view_of(places: Iterable[Point], width: float, height: float, margin: float) -> View:
    """Return the view that holds places given as (lat, lon), with a margin in pixels."""
    places = list(places) or [(20.0, 0.0)]
    lat, lon = _middle(places)
    flat = [_equal_area(a, b, lat, lon) for a, b in places]
    left, right = min(x for x, _ in flat), max(x for x, _ in flat)
    low, high = min(y for _, y in flat), max(y for _, y in flat)
    least = 0.12  # radians: never closer than about 760 km, so that the region can be recognised
    scale = min(
        (width - 2 * margin) / max(right - left, least), (height - 2 * margin) / max(high - low, least)
    )
    return View(
        lat=lat,
        lon=lon,
        scale=scale,
        dx=-(left + right) / 2 * scale,
        dy=(low + high) / 2 * scale,
        width=width,
        height=height,
    )


def ground(view: View) -> Ground:
    """Return what lies in a view, thinned to what its pixels can show and cut at its frame."""
    arcs, countries, dashed = _packed()
    drawn = {
        number: thinned([view.at(lat, lon) for lon, lat in arc], _THIN)
        for number, arc in enumerate(arcs)
        if _near(arc, view)
    }
    owners: dict[int, list[str]] = {}
    land = []
    for code, rings in countries.items():
        shapes = []
        for ring in rings:
            for i in ring:
                owners.setdefault(i if i >= 0 else ~i, []).append(code)
            if any((i if i >= 0 else ~i) not in drawn for i in ring):
                continue
            points: list[Point] = []
            for i in ring:
                arc = drawn[i] if i >= 0 else drawn[~i][::-1]
                points += arc[1:] if points else arc
            cut = clipped_ring(points, view.width, view.height)
            if len(cut) > 2:
                shapes.append(path(cut) + "Z")
        if shapes:
            land.append((code, "".join(shapes)))
    lines: dict[str, list[str]] = {"borders": [], "dashed": [], "coast": []}
    for number, arc in drawn.items():
        sort = (
            "dashed" if number in dashed else "borders" if len(set(owners.get(number, ()))) > 1 else "coast"
        )
        if sort == "coast" and len(owners.get(number, ())) > 1:
            continue  # a seam inside one country, such as a territory filed with it
        lines[sort] += [path(piece) for piece in clipped_line(arc, view.width, view.height)]
    return Ground(land=tuple(land), **{name: "".join(pieces) for name, pieces in lines.items()})


def path(points: list[Point]) -> str:
    """Return points as SVG path data, to a tenth of a pixel, relative after the first."""
    out, px, py = "", 0, 0
    for i, (x, y) in enumerate(points):
        tx, ty = round(x * 10), round(y * 10)
        dx, dy = tx - px, ty - py
        if i and not dx and not dy:
            continue
        out += f"{'l' if i else 'M'}{_tenth(dx)}{'' if dy < 0 else ' '}{_tenth(dy)}"
        px, py = tx, ty
    return out


def _tenth(number: int) -> str:
    return f"{number / 10:g}"


def _near(arc: list[Point], view: View) -> bool:
    """Whether an arc stays on the near side of the world."""
    lat0, lon0 = math.radians(view.lat), math.radians(view.lon)
    for lon, lat in (arc[0], arc[len(arc) // 2], arc[-1]):
        a, b = math.radians(lat), math.radians(lon)
        cosine = math.sin(lat0) * math.sin(a) + math.cos(lat0) * math.cos(a) * math.cos(b - lon0)
        if math.acos(max(-1.0, min(1.0, cosine))) > _FAR:
            return False
    return True


def _equal_area(lat: float, lon: float, lat0: float, lon0: float) -> Point:
    a, b = math.radians(lat), math.radians(lon - lon0)
    a0 = math.radians(lat0)
    k = 1 + math.sin(a0) * math.sin(a) + math.cos(a0) * math.cos(a) * math.cos(b)
    k = math.sqrt(2 / max(k, 1e-6))
    x = k * math.cos(a) * math.sin(b)
    y = k * (math.cos(a0) * math.sin(a) - math.sin(a0) * math.cos(a) * math.cos(b))
    return x, y


def _middle(places: list[Point]) -> Point:
    """Return the middle of places on the sphere."""
    x = y = z = 0.0
    for lat, lon in places:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


@cache
def _packed() -> tuple[list[list[Point]], dict[str, list[list[int]]], frozenset[int]]:
    packed = json.loads(
        gzip.decompress((resources.files("bordercast.publishing") / "data/basemap.json.gz").read_bytes())
    )
    arcs = []
    for flat in packed["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in zip(flat[::2], flat[1::2], strict=True):
            x, y = x + dx, y + dy
            arc.append((x / packed["grid"], y / packed["grid"]))
        arcs.append(arc)
    return arcs, packed["countries"], frozenset(packed["dashed"])
