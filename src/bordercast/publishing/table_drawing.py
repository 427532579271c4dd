"""Any table as a picture to take away: one SVG with its title, its telling columns, its first rows, and whence they come."""

import re
import textwrap
from dataclasses import dataclass
from datetime import date

from bordercast.publishing.drawing import WIDE, caption, drawn
from bordercast.publishing.gate import Release
from bordercast.publishing.tables import Cell, Column, Table
from bordercast.publishing.words import two_figures

_MOST_ROWS = 24  # fill a page; the rest is for a spreadsheet
_MOST_LINES, _MOST_NAME_LINES = 2, 4  # of a cell; of a column's name, which says what a figure is
_WIDEST, _NARROWEST = 46, 9  # letters in a line of a cell
_LETTER, _LINE, _GAP = 6.9, 15.0, 14.0  # pixels, at 12 px sans: by eye
_CAPITAL, _BEYOND_LATIN = 1.3, 0x24F  # letters as wide as so many small ones; where others begin
_HEADING = 86  # letters of the title, at 17 px
_PADDING = 10.0  # pixels in a row beside its lines
_NUMBERS = ("number", "integer")

# What a reader needs first of the tables with more columns than a page holds; others show from their first on.
_TELLING = {
    "corridors": ("origin_location_name", "asylum_location_name", "measure", "last_7_days_median", "last_7_days_low80",
                  "last_7_days_high80", "since_first_day_median", "since_first_day_low80", "since_first_day_high80",
                  "mostly_prior", "ground"),
    "flows": ("reference_period_start", "origin_location_name", "asylum_location_name", "measure", "output_type_id", "value",
              "mostly_prior"),
    "projections": ("scenario", "reference_period_start", "origin_location_name", "asylum_location_name", "output_type_id",
                    "value"),
    "claims": ("words", "modality", "decision", "weight", "speaker", "organisation", "publisher", "published", "quote"),
    "contradictions": ("words", "voice", "unit", "expected_low", "expected_median", "expected_high", "surprise"),
    "borders": ("border_name", "day", "said", "standing", "voice", "population_group"),
    "shelter": ("location_name", "site", "status", "modality", "hedge", "value", "unit", "voice", "publisher", "published"),
}  # fmt: skip
_HEAVIEST = {"claims": "weight"}  # tables in the order of their ids, whose first rows would be any rows
_MODELLED = re.compile(r"(_median|_low80|_high80)$|^contradictions\.expected_|^(flows|projections)\.value$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row in pixels: its upper edge, its height, and each cell's x, anchor, and lines with the width they are squeezed to."""

    y: float
    height: float
    cells: tuple[tuple[float, str, tuple[tuple[str, float | None], ...]], ...]


def table_svg(release: Release, table: Table) -> bytes:
    """Return the first rows of a table as SVG, with how many more there are, source, day and method below."""
    columns, rows = _excerpt(table)
    words = [[_words(table, column, row[at]) for at, column in columns] for row in rows]
    names = [column.name.replace("_", " ") for _, column in columns]
    widths = _widths([names, *words])
    names, words = names[: len(widths)], [row[: len(widths)] for row in words]
    lines = _lines([names, *words], widths, [column.type in _NUMBERS for _, column in columns])
    height = lines[-1].y + lines[-1].height
    title = f"{release.name}: {table.title[:1].lower()}{table.title[1:]}"
    return drawn(
        "table.svg.j2",
        release,
        title=title,
        heading=textwrap.shorten(title, _HEADING, placeholder=" …"),
        head=lines[0],
        lines=lines[1:],
        wide=WIDE,
        height=height,
        caption=caption(release, _how_much(table, len(rows), len(widths))),
    )


def _excerpt(table: Table) -> tuple[list[tuple[int, Column]], tuple[tuple[Cell, ...], ...]]:
    """Return the telling columns with their places, and the first rows, the heaviest first where order says nothing."""
    places = {column.name: at for at, column in enumerate(table.columns)}
    telling = [name for name in _TELLING.get(table.name, tuple(places)) if name in places]
    heaviest = places.get(_HEAVIEST.get(table.name, ""))
    rows = table.rows
    if heaviest is not None:
        rows = tuple(sorted(rows, key=lambda row: -float(str(row[heaviest] or 0))))
    return [(places[name], table.columns[places[name]]) for name in telling], rows[:_MOST_ROWS]


def _how_much(table: Table, rows: int, columns: int) -> str:
    if not table.rows:
        return "There are no rows as of this day."
    heaviest = ", the heaviest first" if table.name in _HEAVIEST else ""
    more = len(table.rows) - rows
    words = (
        f"The first {rows} of {len(table.rows):,} rows{heaviest}; {more:,} more"
        if more
        else f"All rows: {rows}{heaviest}"
    )
    return f"{words}. {columns} of {len(table.columns)} columns. The whole table is there as CSV and as a workbook."


def _words(table: Table, column: Column, cell: Cell) -> str:
    """Return a cell as a reader sees it: modelled figures to two figures, days in ISO form, yes and no."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int() | float():
            return _figure(cell, modelled=bool(_MODELLED.search(f"{table.name}.{column.name}")))
        case date():
            return cell.isoformat()
        case str():
            return " ".join(cell.split())


def _figure(figure: float, *, modelled: bool) -> str:
    if modelled:
        return f"{two_figures(figure):,}"
    whole = isinstance(figure, int) or abs(figure) >= 100
    return f"{figure:,.0f}" if whole else f"{figure:.3g}"


def _widths(rows: list[list[str]]) -> list[int]:
    """Return how many letters each column's lines hold, so that all fit; columns that cannot fit are left out."""
    widths = [_wanted(names[0], names[1:]) for names in zip(*rows, strict=True)]
    while _pixels(widths) > WIDE:
        widest = max(widths)
        if widest > _NARROWEST:
            widths[widths.index(widest)] -= 1
        else:
            widths.pop()
    return widths


def _wanted(name: str, cells: tuple[str, ...]) -> int:
    longest = max((len(cell) for cell in cells), default=0)
    word = max(len(part) for part in name.split())
    return min(_WIDEST, max(_NARROWEST, word, longest))


def _pixels(widths: list[int]) -> float:
    return sum(width * _LETTER + _GAP for width in widths)


def _lines(rows: list[list[str]], widths: list[int], numeric: list[bool]) -> list[_Line]:
    """Return the rows in pixels, the names of the columns first; figures stand at the right of their column."""
    lefts = [_pixels(widths[:i]) for i in range(len(widths))]
    y, lines = 0.0, []
    for nth, row in enumerate(rows):
        cells = []
        most = _MOST_LINES if nth else _MOST_NAME_LINES
        for cell, left, width, at_right in zip(row, lefts, widths, numeric, strict=False):
            wrapped = textwrap.wrap(cell, width, max_lines=most, placeholder="…")
            x = left + width * _LETTER if at_right else left
            cells.append(
                (
                    round(x, 1),
                    "end" if at_right else "start",
                    tuple((part, _squeezed(part, width)) for part in wrapped),
                )
            )
        height = max([1, *(len(wrapped) for _, _, wrapped in cells)]) * _LINE + _PADDING
        lines.append(_Line(y=y, height=height, cells=tuple(cells)))
        y += height
    return lines


def _squeezed(words: str, width: int) -> float | None:
    """Return the pixels to squeeze a line into, so that capitals and wide scripts do not run into the next cell."""
    breadth = sum(
        _CAPITAL if letter.isupper() or (letter.isalpha() and ord(letter) > _BEYOND_LATIN) else 1.0
        for letter in words
    )
    return round(width * _LETTER, 1) if breadth > width else None
