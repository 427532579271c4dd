"""What was counted, and what happened day by day: data_layout.csv and its series, conflicts.csv, food and flood tables."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from bordercast.reading.flee.rows import Findings, Row, closest, rows
from bordercast.vocabulary import CasePlace, CaseSeries, CaseTable, PlaceType

Points = tuple[tuple[date, int], ...]


def read_period(folder: Path, found: Findings) -> tuple[date, int]:
    """Return the first day and how many days there are; 1970-01-01 and 0 where the file does not say."""
    path = next(
        (folder / n for n in ("sim_period.csv", "conflict_period.csv") if (folder / n).is_file()), None
    )
    start, days = date(1970, 1, 1), 0
    if path is None:
        found.grave(
            "sim_period.csv",
            "The file is missing.",
            "Write the lines 'StartDate,2012-02-29' and 'Length,300'.",
        )
        return start, days
    seen = set()
    for row in rows(path, found):
        key = row.cell(0).lower().lstrip("#")
        if key == "startdate":
            seen.add(key)
            start = _date(row, row.cell(1), found) or start
        elif key == "length":
            seen.add(key)
            days = found.whole(row, row.cell(1), "Length", least=1) or 0
    for key, example in (("startdate", "StartDate,2012-02-29"), ("length", "Length,300")):
        if key not in seen:
            found.grave(
                path.name,
                f"The line {example.split(',')[0]} is missing.",
                f"Write, for instance, '{example}'.",
            )
    return start, days


def _date(row: Row, text: str, found: Findings) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        found.grave(row, f"{text!r} is no date.", "Write it as 2012-02-29.")
        return None


def read_series(
    folder: Path, places: tuple[CasePlace, ...], start: date, days: int, found: Findings
) -> tuple[CaseSeries | None, tuple[CaseSeries, ...]]:
    """Return the series of the total, if there is one, and those of the places, in the order of data_layout.csv."""
    layout = folder / "data_layout.csv"
    if not layout.is_file():
        found.grave(
            "data_layout.csv",
            "The file is missing.",
            "Write 'total,refugees.csv' and one line for each camp.",
        )
        return None, ()
    names = [place.name for place in places]
    series: dict[str, CaseSeries] = {}
    total: CaseSeries | None = None
    for position, row in enumerate(r for r in rows(layout, found) if not r.comment):
        name = row.cell(0)
        if len(row.cells) < 2:
            found.grave(
                row, "The line names no file.", "Write the name and the file, such as 'Abala,nig-abala.csv'."
            )
            continue
        files = tuple(_points(folder, row, file, found) for file in row.cells[1:] if file)
        one = CaseSeries(name=name, files=tuple(f for f in files if f))
        if not one.files:
            found.grave(
                row,
                f"The series of {name!r} has no figures.",
                "Write lines such as '2012-02-29,1500' into its file.",
            )
            continue
        _within(row, one, start, days, found)
        if position == 0:
            total = one
            if name != "total":
                found.slight(
                    row,
                    f"The first line is {name!r}; Flee takes it for the total, whatever it is.",
                    "Write 'total,refugees.csv' first.",
                )
        elif name in series:
            found.grave(row, f"{name!r} has two lines.", "Put all its files on one line.")
        else:
            if name not in names:
                found.grave(
                    row, f"{name!r} is no place, but its people count as arrivals.", closest(name, names)
                )
            series[name] = one
    for place in places:
        if place.type in {PlaceType.CAMP, PlaceType.IDPCAMP} and place.name not in series:
            found.grave(
                layout.name, f"The camp {place.name!r} has no series.", f"Add a line '{place.name},FILE.csv'."
            )
    return total, tuple(series.values())


def _points(folder: Path, layout_row: Row, file: str, found: Findings) -> Points:
    path = folder / file
    if not path.is_file():
        near = closest(file, sorted(p.name for p in folder.glob("*.csv")))
        found.grave(layout_row, f"There is no file {file!r} in {folder.name}.", near)
        return ()
    points: list[tuple[date, int]] = []
    for i, row in enumerate(rows(path, found)):
        heading = i == 0 and row.cell(0) in {"", "Date", "DateTime"}
        if heading or row.comment or not row.cell(1):
            continue
        day = _date(row, row.cell(0), found)
        persons = found.whole(row, row.cell(1), "The number of people", least=0)
        if day is None or persons is None:
            continue
        if points and day < points[-1][0]:
            found.slight(
                row,
                f"{day} comes after {points[-1][0]}.",
                "Order the lines by date; Flee reads them as they stand.",
            )
        elif points and day == points[-1][0] and persons != points[-1][1]:
            found.slight(
                row, f"{day} has two figures, {points[-1][1]} and {persons}.", "Keep one; Flee uses the last."
            )
        points.append((day, persons))
    return tuple(points)


def _within(row: Row, series: CaseSeries, start: date, days: int, found: Findings) -> None:
    dates = [day for file in series.files for day, _ in file]
    if days and (max(dates) < start or min(dates) > start + timedelta(days=days)):
        found.grave(
            row,
            f"The figures of {series.name!r} are of {min(dates)} to {max(dates)}; the run is of {start} to {start + timedelta(days=days - 1)}.",
            "Correct the dates, or StartDate and Length.",
        )


def read_corrections(
    path: Path, series: tuple[CaseSeries, ...], start: date, found: Findings
) -> tuple[CaseSeries, ...]:
    """Return the series with the dates of registration_corrections.csv, in the order they stand there."""
    dates: dict[str, list[date]] = {}
    by_name = {one.name: one for one in series}
    for row in rows(path, found):
        if row.comment or len(row.cells) < 2:
            continue
        name, day = row.cell(0), _date(row, row.cell(1), found)
        if name not in by_name:
            found.grave(row, f"{name!r} has no series.", closest(name, by_name))
        elif day is not None and not any(day == d for file in by_name[name].files for d, _ in file):
            if day >= start:
                near = min((d for file in by_name[name].files for d, _ in file), key=lambda d: abs(d - day))
                found.grave(
                    row,
                    f"The series of {name!r} has no figure of {day}.",
                    f"Write a date it has; the nearest is {near}.",
                )
        elif day is not None:
            dates.setdefault(name, []).append(day)
    return tuple(
        CaseSeries(name=one.name, files=one.files, corrections=tuple(dates.get(one.name, ())))
        for one in series
    )


def read_table(
    path: Path, names: Iterable[str], days: int, found: Findings, *, what: str, least: float, most: float
) -> CaseTable:
    """Return a table of one row a day and one column a name; rows are taken in order, as Flee takes them."""
    table = list(rows(path, found))
    if not table:
        found.grave(path.name, "The file is empty.", "Write a header '#Day,place,...' and one line a day.")
        return CaseTable(names=(), days=(), values=np.zeros((0, 0)))
    header, body = table[0], table[1:]
    columns = _columns(header, list(names), what, found)
    width = max(i for i, cell in enumerate(header.cells) if cell) + 1
    values = np.zeros((len(body), len(columns)))
    for t, row in enumerate(body):
        if len(row.cells) < width or any(row.cells[width:]):
            found.grave(
                row,
                f"The line has {len(row.cells)} cells, the header {width}.",
                "Write one cell for each column.",
            )
        for j, column in enumerate(columns.values()):
            values[t, j] = _value(row, header, column, found, what=what, least=least, most=most)
    numbered = _days(body, found)
    if len(body) < days:
        found.grave(
            path.name,
            f"There are {len(body)} rows of days; the run has {days}.",
            "Add a row for each day; the last one is held.",
        )
    return CaseTable(names=tuple(columns), days=numbered, values=values)


def _columns(header: Row, names: list[str], what: str, found: Findings) -> dict[str, int]:
    columns: dict[str, int] = {}
    for i, name in enumerate(header.cells[1:], start=1):
        if not name:
            continue
        if name in columns:
            found.grave(header, f"The column {name!r} stands twice.", "Delete one of the two.")
        elif name not in names:
            found.grave(
                header, f"The column {name!r} names no {what}; Flee ignores it.", closest(name, names)
            )
        else:
            columns[name] = i
    return columns


def _value(
    row: Row, header: Row, column: int, found: Findings, *, what: str, least: float, most: float
) -> float:
    text = row.cell(column)
    try:
        value = float(text)
    except ValueError:
        if column < len(row.cells):
            found.grave(row, f"{header.cell(column)!r} has the value {text!r}.", "Write a number; 0 is none.")
        return 0.0
    if not least <= value <= most:
        found.grave(
            row,
            f"{header.cell(column)!r} has the value {value:g}; it is taken as the nearest allowed.",
            f"Write a number from {least:g} to {most:g}.",
        )
        return min(max(value, least), most) if value == value else 0.0  # noqa: PLR0124 - nan
    return value


def _days(body: list[Row], found: Findings) -> tuple[int, ...]:
    days: list[int] = []
    for t, row in enumerate(body):
        try:
            day = int(float(row.cell(0)))
        except ValueError:
            day = t
        if day != t and days == list(range(t)) and row.file == "conflicts.csv":
            found.slight(
                row,
                f"The day is {row.cell(0)}, in the place of day {t}.",
                "Number the rows 0, 1, 2, ...; Flee goes by their order.",
            )
        days.append(day)
    return tuple(days)
