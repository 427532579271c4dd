"""A scenario folder of Flee, read whole, with every defect that Flee passes by in silence."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from bordercast.reading.flee import counts, network, people
from bordercast.reading.flee.rows import Findings
from bordercast.reading.flee.settings import read_settings
from bordercast.vocabulary import Case, CaseSettings, CaseTable, InvalidSetting, PlaceType


def read_case(folder: Path, *, settings: Path | None = None, days: int | None = None) -> Case:
    """Return what a folder says, its defects in ``defects``; it reads as far as it can.

    The folder holds ``input_csv`` and ``source_data``, or the same files flat. Settings are ``settings``, or a
    ``simsetting.yml`` in the folder, or Flee's defaults. ``days`` replaces the Length of sim_period.csv.

    Raises
    ------
    InvalidSetting
        If there is no such folder, or nothing in it to run: no places, no first day, or no length.

    """
    if not folder.is_dir():
        raise InvalidSetting(
            f"{folder} is no folder. A scenario folder of Flee was asked for. Give its path."
        )
    inputs = folder / "input_csv" if (folder / "input_csv").is_dir() else folder
    sources = folder / "source_data" if (folder / "source_data").is_dir() else inputs
    found = Findings()
    if not (inputs / "locations.csv").is_file():
        raise InvalidSetting(
            f"There is no locations.csv in {inputs}. Every scenario of Flee has one. "
            "Give the folder that holds input_csv and source_data, or the files themselves."
        )
    chosen = _settings(folder, inputs, settings, found)
    start, length = counts.read_period(inputs, found)
    length = days or length
    if length < 1 or start.year == 1970:
        _refuse(found, "The run has no first day or no length.")
    places = network.read_places(inputs / "locations.csv", found)
    if not places:
        _refuse(found, "There are no places.")
    names = {place.name for place in places}
    routes = network.read_routes(_needed(inputs, "routes.csv", found), names, found)
    network.check_connected(places, routes, "routes.csv", found)
    total, series = counts.read_series(sources, places, start, length, found)
    if (inputs / "registration_corrections.csv").is_file():
        series = counts.read_corrections(inputs / "registration_corrections.csv", series, start, found)
    case = Case(
        name=folder.resolve().name,
        start=start,
        days=length,
        places=places,
        routes=routes,
        closures=network.read_closures(_needed(inputs, "closures.csv", found), places, length, found),
        conflicts=_table(inputs, "conflicts.csv", names, length, found, what="place", most=1.0, needed=True),
        total=total,
        series=series,
        changes=network.read_changes(inputs / "location_changes.csv", names, length, found)
        if (inputs / "location_changes.csv").is_file()
        else (),
        major_routes=network.read_major_routes(inputs / "major_routes.csv", routes, found)
        if (inputs / "major_routes.csv").is_file()
        else (),
        demographics=people.read_demographics(inputs, names, found),
        agents=people.read_agents(inputs / "agents.csv", names, found)
        if chosen.read_from_agents_csv_file and (inputs / "agents.csv").is_file()
        else (),
        food=_optional(
            inputs,
            "region_attributes_IPC.csv",
            {p.region for p in places},
            length,
            found,
            what="region",
            most=100.0,
        ),
        flood=_optional(inputs, "flood_level.csv", names, length, found, what="place", most=1000.0),
        settings=chosen,
    )
    _no_zone_on_day0(case, found)
    return replace(case, defects=tuple(found.defects))


def _settings(folder: Path, inputs: Path, settings: Path | None, found: Findings) -> CaseSettings:
    if settings is not None and not settings.is_file():
        raise InvalidSetting(
            f"{settings} is no file. It was given as the settings. Give the path of a simsetting.yml."
        )
    path = settings or next(
        (d / "simsetting.yml" for d in (folder, inputs) if (d / "simsetting.yml").is_file()), None
    )
    return read_settings(path, found) if path else CaseSettings()


def _needed(folder: Path, name: str, found: Findings) -> Path:
    """Return the path of a file, which is noted and read as empty where it is missing."""
    path = folder / name
    if not path.is_file():
        found.grave(name, "The file is missing.", "Write it; it may hold only its header.")
        return Path("/dev/null")
    return path


def _table(
    folder: Path,
    name: str,
    names: set[str],
    days: int,
    found: Findings,
    *,
    what: str,
    most: float,
    needed: bool,
) -> CaseTable:
    if not (folder / name).is_file():
        if needed:
            found.grave(name, "The file is missing.", "Write a header '#Day,place,...' and one line a day.")
        return CaseTable(names=(), days=(), values=np.zeros((0, 0)))
    return counts.read_table(folder / name, sorted(names), days, found, what=what, least=0.0, most=most)


def _optional(
    folder: Path, name: str, names: set[str], days: int, found: Findings, *, what: str, most: float
) -> CaseTable | None:
    if not (folder / name).is_file():
        return None
    rows_needed = days if what == "place" else 1
    table = _table(folder, name, names, rows_needed, found, what=what, most=most, needed=False)
    if what == "region" and table.days and not (table.days[0] <= 0 and table.days[-1] >= days - 1):
        found.grave(
            name,
            f"The rows are of the days {table.days[0]} to {table.days[-1]}.",
            f"Give rows for the days 0 to {days - 1}; the nearest row is held.",
        )
    return table


def _no_zone_on_day0(case: Case, found: Findings) -> None:
    """Note a first day on which nobody can be placed: Flee stops there without a word."""
    settings = case.settings
    if settings.conflict_driven_spawning or settings.flood_driven_spawning:
        return
    first = dict(
        zip(
            case.conflicts.names, case.conflicts.values[0] if len(case.conflicts.values) else (), strict=False
        )
    )
    zones = [
        place
        for place in case.places
        if first.get(place.name, 0.0) > 0 or (place.type is PlaceType.CONFLICT and place.conflict_day == 0)
    ]
    if not zones:
        found.grave(
            "conflicts.csv",
            "No place is a conflict zone on day 0, so nobody can leave from anywhere.",
            "Give a place an intensity above 0 in the first row.",
        )
    elif not any(zone.size for zone in zones):
        found.grave(
            "locations.csv",
            f"No conflict zone of day 0 has a population ({zones[0].name!r}, ...).",
            "Write how many people live there.",
        )


def _refuse(found: Findings, what: str) -> None:
    listed = " ".join(str(defect) for defect in found.defects if defect.grave)
    raise InvalidSetting(f"{what} {listed} Mend this first.")
