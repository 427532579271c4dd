"""Places, routes, major routes and what changes about them: locations.csv, routes.csv and their companions."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bordercast.reading.flee.rows import Findings, Row, closest, rows
from bordercast.vocabulary import CaseClosure, CasePlace, CaseRoute, ClosureKind, PlaceType

COLUMNS = (
    "name",
    "region",
    "country",
    "latitude",
    "longitude",
    "location_type",
    "conflict_date",
    "population",
)
PLACE_ATTRIBUTES = (
    "conflict_intensity", "initial_idps", "capacity_per_day", "farmer_fraction", "deactivation_probability",
    "trade_volume", "hdi",
)  # fmt: skip


def place_type(text: str) -> PlaceType:
    """Return the type a text names, as Flee finds it: by what it contains, case ignored."""
    low = text.lower()
    if "camp" in low:
        return PlaceType.IDPCAMP if "idp" in low else PlaceType.CAMP
    for kind in (PlaceType.CONFLICT, PlaceType.FORWARD, PlaceType.MARKER, PlaceType.FLOOD):
        if kind.value in low:
            return kind
    return PlaceType.TOWN if "default" in low or "town" in low else PlaceType.UNKNOWN


def read_places(path: Path, found: Findings) -> tuple[CasePlace, ...]:
    """Return the places of locations.csv, each name once."""
    columns: tuple[str, ...] = COLUMNS
    places: dict[str, CasePlace] = {}
    first_line: dict[str, int] = {}
    for row in rows(path, found):
        if row.comment or row.cell(0).lower() == "name":
            if not row.comment:
                found.grave(
                    row, "The header does not begin with '#', so Flee reads it as a place.", "Write '#name'."
                )
            columns = COLUMNS + row.cells[len(COLUMNS) :]
            continue
        name = row.cell(0)
        if not name:
            found.grave(
                row,
                "The first cell is empty; a place needs a name.",
                "Give the place a name or delete the line.",
            )
        elif name in places:
            found.grave(
                row,
                f"The place {name!r} stands also in line {first_line[name]}.",
                "Delete one of the two, or rename it.",
            )
        else:
            first_line[name] = row.line
            places[name] = _place(row, columns, found)
    if not places:
        found.grave(path.name, "There are no places.", "Write one line for each place.")
    return tuple(places.values())


def _place(row: Row, columns: tuple[str, ...], found: Findings) -> CasePlace:
    if len(row.cells) < len(COLUMNS):
        found.grave(
            row,
            f"The line has {len(row.cells)} cells.",
            f"Write all of: {', '.join(COLUMNS)}; a cell may be empty.",
        )
    name, kind = row.cell(0), place_type(row.cell(5))
    if kind is PlaceType.UNKNOWN:
        found.grave(
            row,
            f"{name!r} has the type {row.cell(5)!r}, which is none; everybody would leave it every day.",
            "Write town, conflict_zone, camp, idpcamp, forwarding_hub, marker or flood_zone.",
        )
    return CasePlace(
        name=name,
        type=kind,
        region=row.cell(1),
        country=row.cell(2) or "unknown",
        lat=_degrees(row, 3, 90.0, found),
        lon=_degrees(row, 4, 180.0, found),
        size=_size(row, kind, found),
        conflict_day=_conflict_day(row, kind, found),
        attributes=_attributes(row, columns, found),
    )


def _degrees(row: Row, column: int, most: float, found: Findings) -> float | None:
    if not row.cell(column):
        return None
    value = found.number(row, row.cell(column), f"The {COLUMNS[column]} of {row.cell(0)!r}")
    if value is not None and abs(value) > most:
        found.slight(
            row,
            f"The {COLUMNS[column]} of {row.cell(0)!r} is {value:g}.",
            f"Write degrees between -{most:g} and {most:g}.",
        )
    return value


def _size(row: Row, kind: PlaceType, found: Findings) -> int | None:
    camp = kind in {PlaceType.CAMP, PlaceType.IDPCAMP}
    if not row.cell(7):
        if camp:
            found.slight(
                row,
                f"The camp {row.cell(0)!r} has no capacity, so it never fills.",
                "Write its capacity in people.",
            )
        elif kind is PlaceType.CONFLICT:
            found.slight(
                row,
                f"The conflict zone {row.cell(0)!r} has no population, so nobody leaves from it.",
                "Write its population.",
            )
        return None
    size = found.whole(
        row, row.cell(7), f"The {'capacity' if camp else 'population'} of {row.cell(0)!r}", least=0
    )
    if camp and size == 0:
        found.grave(
            row,
            f"The camp {row.cell(0)!r} has the capacity 0: Flee's manual says it is full, Flee lets everybody in.",
            "Leave the cell empty for a camp without limit, or write how many it holds.",
        )
    return size


def _conflict_day(row: Row, kind: PlaceType, found: Findings) -> int | None:
    if kind is not PlaceType.CONFLICT:
        return None
    if not row.cell(6):
        found.grave(
            row,
            f"The conflict zone {row.cell(0)!r} has no conflict_date.",
            "Write the day it becomes one; 0 is the first day.",
        )
        return 0
    return found.whole(row, row.cell(6), f"The conflict_date of {row.cell(0)!r}")


def _attributes(row: Row, columns: tuple[str, ...], found: Findings) -> tuple[tuple[str, str], ...]:
    pairs = []
    for i in range(len(COLUMNS), len(row.cells)):
        if i >= len(columns) or not columns[i]:
            if row.cell(i):
                found.grave(
                    row,
                    f"Cell {i + 1} ({row.cell(i)!r}) has no name in the header.",
                    "Name the column in the header line.",
                )
            continue
        if (
            columns[i] in PLACE_ATTRIBUTES
            and row.cell(i)
            and found.number(row, row.cell(i), f"The {columns[i]} of {row.cell(0)!r}") is None
        ):
            continue
        pairs.append((columns[i], row.cell(i)))
    return tuple(pairs)


def read_routes(path: Path, names: set[str], found: Findings) -> tuple[CaseRoute, ...]:
    """Return the routes of routes.csv whose ends are places and whose length is positive."""
    columns: tuple[str, ...] = ("name1", "name2", "distance", "forced_redirection")
    routes: list[CaseRoute] = []
    lines: dict[frozenset[str], int] = {}
    for row in rows(path, found):
        if row.comment or row.cell(0).lower() == "name1":
            if not row.comment:
                found.grave(
                    row, "The header does not begin with '#', so Flee reads it as a route.", "Write '#name1'."
                )
            columns = columns[:4] + row.cells[4:]
            continue
        route = _route(row, columns, names, found)
        if route is None:
            continue
        pair = frozenset(route.ends)
        if pair in lines:
            found.slight(
                row,
                f"The route {' - '.join(route.ends)} stands also in line {lines[pair]}; its end has double weight.",
                "Delete one of the two.",
            )
        lines.setdefault(pair, row.line)
        routes.append(route)
    if not routes:
        found.grave(path.name, "There are no routes, so nobody can move.", "Write one line for each road.")
    return tuple(routes)


def _route(row: Row, columns: tuple[str, ...], names: set[str], found: Findings) -> CaseRoute | None:
    ends = (row.cell(0), row.cell(1))
    if any(unknown_place(row, end, names, found) for end in ends):
        return None
    if ends[0] == ends[1]:
        found.grave(row, f"The route leads from {ends[0]!r} to itself.", "Correct one of the ends.")
        return None
    km = found.number(row, row.cell(2), f"The distance of {' - '.join(ends)}")
    if km is not None and km <= 0:
        found.grave(
            row, f"The distance of {' - '.join(ends)} is {km:g} km.", "Write the length of the road, above 0."
        )
        km = 1.0 if km == 0 else None
    if km is None:
        return None
    extra = {columns[i]: row.cell(i) for i in range(4, min(len(columns), len(row.cells))) if row.cell(i)}
    speed, walk = extra.get("max_move_speed"), extra.get("walk_probability")
    fast = found.number(row, speed, "max_move_speed") if speed else None
    if fast is not None and fast <= 0:
        found.grave(
            row, f"max_move_speed is {fast:g}; people would never arrive.", "Write km a day, above 0."
        )
        fast = None
    return CaseRoute(
        ends=ends,
        km=km,
        redirection=_redirection(row, found),
        speed=fast,
        walk_probability=_chance(row, walk, found),
    )


def _chance(row: Row, text: str | None, found: Findings) -> float:
    chance = found.number(row, text, "walk_probability") if text else 0.0
    if chance is not None and not 0 <= chance <= 1:
        found.grave(row, f"walk_probability is {chance:g}.", "Write a probability between 0 and 1.")
        return min(max(chance, 0.0), 1.0)
    return chance or 0.0


def _redirection(row: Row, found: Findings) -> int:
    flag = row.cell(3)
    if flag in {"", "0", "2"}:
        return int(flag or 0)
    if flag == "1":
        found.slight(
            row,
            "forced_redirection is 1: Flee enters the route twice and redirects nobody.",
            "Use --rules mended to have people redirected.",
        )
        return 1
    found.grave(
        row,
        f"forced_redirection is {flag!r}.",
        "Write 0 (none), 1 (towards the second place) or 2 (towards the first).",
    )
    return 0


def unknown_place(row: Row, name: str, names: Iterable[str], found: Findings) -> bool:
    """Note and say whether a name is that of no place."""
    if name in names:
        return False
    found.grave(
        row,
        f"{name!r} is no place of locations.csv." if name else "A place is missing.",
        closest(name, names),
    )
    return True


def read_closures(
    path: Path, places: tuple[CasePlace, ...], days: int, found: Findings
) -> tuple[CaseClosure, ...]:
    """Return the closures that name a kind, places or countries that exist, and days."""
    closures: list[tuple[Row, CaseClosure]] = []
    for row in rows(path, found):
        if row.comment or row.cell(0).lower() == "closure_type":
            if not row.comment:
                found.grave(
                    row,
                    "The header does not begin with '#', so Flee reads it as a closure.",
                    "Write '#closure_type'.",
                )
            continue
        closure = _closure(row, places, found)
        if closure is None:
            continue
        _dates(row, closure, days, found)
        for other_row, other in closures:
            if _same(closure, other) and _overlap(closure, other):
                found.grave(
                    row,
                    f"This closure overlaps that of line {other_row.line}; the first reopening ends both.",
                    "Join the two lines into one.",
                )
        closures.append((row, closure))
    return tuple(closure for _, closure in closures)


def _closure(row: Row, places: tuple[CasePlace, ...], found: Findings) -> CaseClosure | None:
    try:
        kind = ClosureKind(row.cell(0))
    except ValueError:
        found.grave(
            row,
            f"{row.cell(0)!r} is no type of closure; Flee ignores the line.",
            closest(row.cell(0), [k.value for k in ClosureKind]),
        )
        return None
    names = {place.name for place in places}
    if kind is ClosureKind.COUNTRY:
        countries = {place.country: None for place in places}
        strangers = [c for c in row.cells[1:3] if c not in countries]
        for country in strangers:
            found.grave(
                row,
                f"{country!r} is no country of locations.csv; Flee closes nothing.",
                closest(country, countries),
            )
        unknown = bool(strangers)
    else:
        needed = 2 if kind in {ClosureKind.LINK, ClosureKind.REDIRECTION} else 1
        unknown = any([unknown_place(row, row.cell(1 + i), names, found) for i in range(needed)])
    start, end = found.whole(row, row.cell(3), "closure_start"), found.whole(row, row.cell(4), "closure_end")
    if unknown or start is None or end is None:
        return None
    if kind is ClosureKind.LINK:
        found.slight(
            row,
            "Flee does not close single links whose names are longer than one letter.",
            "Use --rules mended to have it closed.",
        )
    return CaseClosure(kind=kind, first=row.cell(1), second=row.cell(2), start=start, end=end)


def _dates(row: Row, closure: CaseClosure, days: int, found: Findings) -> None:
    if closure.kind is ClosureKind.REDIRECTION:
        return
    if 0 <= closure.end <= closure.start and (closure.start, closure.end) != (0, 0):
        found.grave(
            row,
            f"The closure ends on day {closure.end}, before it begins on day {closure.start}.",
            "Write an end after the start, or -1 for never.",
        )
    elif closure.start >= days or closure.start < 0:
        found.grave(
            row,
            f"The closure begins on day {closure.start}; the run has the days 0 to {days - 1}.",
            "Write a day of the run, or delete the line.",
        )
    elif closure.end > days:
        found.slight(
            row,
            f"The closure ends on day {closure.end}, after the run.",
            "Nothing needs doing; it stays closed.",
        )


def _same(a: CaseClosure, b: CaseClosure) -> bool:
    if a.kind is not b.kind or a.kind is ClosureKind.REDIRECTION:
        return False
    if a.kind in {ClosureKind.COUNTRY, ClosureKind.LINK}:
        return {a.first, a.second} == {b.first, b.second}
    return a.first == b.first


def _overlap(a: CaseClosure, b: CaseClosure) -> bool:
    end_a, end_b = (c.end if c.end > c.start else 10**9 for c in (a, b))
    return a.start < end_b and b.start < end_a


def read_changes(
    path: Path, names: set[str], days: int, found: Findings
) -> tuple[tuple[str, PlaceType, int], ...]:
    """Return (place, new type, day) of location_changes.csv."""
    changes = []
    for row in rows(path, found):
        if row.comment or row.cell(0).lower() == "name":
            continue
        kind, day = place_type(row.cell(1)), found.whole(row, row.cell(2), "The day")
        if kind is PlaceType.UNKNOWN:
            found.grave(
                row,
                f"{row.cell(1)!r} is no type of place.",
                "Write town, conflict_zone, camp, idpcamp, forwarding_hub or marker.",
            )
        elif not unknown_place(row, row.cell(0), names, found) and day is not None:
            if not 0 <= day < days:
                found.grave(
                    row,
                    f"The change is on day {day}; the run has the days 0 to {days - 1}.",
                    "Write a day of the run.",
                )
            changes.append((row.cell(0), kind, day))
    return tuple(changes)


def read_major_routes(
    path: Path, routes: tuple[CaseRoute, ...], found: Findings
) -> tuple[tuple[str, ...], ...]:
    """Return the chains of places of major_routes.csv in which each is joined to the next."""
    joined = {frozenset(route.ends) for route in routes}
    chains = []
    for row in rows(path, found):
        chain = tuple(cell for cell in row.cells if cell)
        if row.comment or len(chain) < 2:
            continue
        gaps = [pair for pair in zip(chain, chain[1:], strict=False) if frozenset(pair) not in joined]
        for a, b in gaps:
            found.grave(
                row, f"No route joins {a!r} and {b!r}.", "Correct the names or add the route to routes.csv."
            )
        if not gaps:
            chains.append(chain)
    return tuple(chains)


def check_connected(
    places: tuple[CasePlace, ...], routes: tuple[CaseRoute, ...], file: str, found: Findings
) -> None:
    """Note the places that cannot be reached from the largest connected part of the network."""
    part = {place.name: place.name for place in places}

    def root(name: str) -> str:
        while part[name] != name:
            part[name] = part[part[name]]
            name = part[name]
        return name

    for route in routes:
        part[root(route.ends[0])] = root(route.ends[1])
    sizes = Counter(root(place.name) for place in places)
    if len(sizes) < 2 or not routes:
        return
    largest = max(sizes, key=lambda name: sizes[name])
    for place in places:
        if root(place.name) != largest:
            found.grave(
                file,
                f"No route joins {place.name!r} ({place.type.value}) to the rest of the network.",
                "Add a route to it in routes.csv, or delete the place.",
            )
