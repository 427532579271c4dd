"""Tables for Excel: a sheet that says what this is, a dictionary, and one flat sheet a table.

No merged cells, one header row, ISO codes: what a pivot table or Power BI wants. Every row carries its day, its
vintage and its method. A cell that begins like a formula stays text.
"""

import io
from datetime import UTC, date, datetime

from bordercast.publishing.gate import Release
from bordercast.publishing.notes import BOUNDARIES, DISCLAIMER, METHODS, TERMS
from bordercast.publishing.screen.answers import citation
from bordercast.publishing.tables import Cell, Column, Table

_WIDEST = 60  # letters; longer cells wrap
_MOST_ROWS = 1_048_000  # what a sheet holds, less the header
_SAMPLE = 200  # rows looked at for the width of a column


def stamped(table: Table, release: Release) -> Table:
    """Return a table each of whose rows says its source, day, vintage and method."""
    method = release.estimate.method if release.estimate else ""
    stamp: tuple[tuple[Column, Cell], ...] = (
        (_column("source", "string", "What made this table"), "Bordercast"),
        (_column("as_of", "date", "Known as of the end of this day"), release.as_of),
        (
            _column("vintage", "string", "The estimate this belongs to: it can be asked for again"),
            release.vintage,
        ),
        (_column("method", "string", "The method and its version"), method),
    )
    there = {column.name for column in table.columns}
    new = [(column, cell) for column, cell in stamp if column.name not in there]
    return Table(
        name=table.name,
        title=table.title,
        columns=(*table.columns, *(column for column, _ in new)),
        rows=tuple((*row, *(cell for _, cell in new)) for row in table.rows),
    )


def xlsx_bytes(release: Release, tables: tuple[Table, ...]) -> bytes:
    """Return tables as one workbook; the same tables give the same bytes."""
    import xlsxwriter  # noqa: PLC0415 - 60 ms, and only here

    sink = io.BytesIO()
    book = xlsxwriter.Workbook(
        sink,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    as_of = release.as_of
    book.set_properties({
        "title": f"{release.name}, as of {as_of}",
        "comments": citation(release),
        "created": datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC).replace(tzinfo=None),
    })  # fmt: skip
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    _readme(book.add_worksheet("README"), release, tables, bold, wrap)
    _dictionary(book.add_worksheet("Dictionary"), tables, bold, wrap)
    for table in tables:
        _sheet(book.add_worksheet(table.name[:31]), table, bold)
    book.close()
    return sink.getvalue()


def _readme(sheet: object, release: Release, tables: tuple[Table, ...], bold: object, wrap: object) -> None:
    method = release.estimate.method if release.estimate else "no estimate"
    rows = [
        ("What", f"{release.name}: who said what, how many crossed where, and how sure"),
        ("Source", f"Bordercast, from {len(release.sources)} published reports"),
        ("As of", release.as_of.isoformat()),
        ("Method", method),
        ("Vintage", release.vintage or "not kept"),
        ("Cite as", citation(release)),
        ("Not for", DISCLAIMER),
        *(("Words", line) for line in TERMS),
        *(("How", line) for line in METHODS),
        ("Boundaries", BOUNDARIES),
        ("Withheld", "; ".join(f"{reason}: {count}" for reason, count in release.withheld) or "nothing"),
        *((f"Sheet {table.name[:31]}", f"{table.title}. {len(table.rows)} rows") for table in tables),
        *(("Published by", name) for name in sorted({s.publisher for s in release.sources if s.publisher})),
    ]
    sheet.set_column(0, 0, 22)  # type: ignore[attr-defined]
    sheet.set_column(1, 1, 110)  # type: ignore[attr-defined]
    for i, (what, words) in enumerate(rows):
        sheet.write_string(i, 0, what, bold)  # type: ignore[attr-defined]
        sheet.write_string(i, 1, words, wrap)  # type: ignore[attr-defined]


def _dictionary(sheet: object, tables: tuple[Table, ...], bold: object, wrap: object) -> None:
    sheet.write_row(0, 0, ["table", "column", "type", "meaning"], bold)  # type: ignore[attr-defined]
    sheet.set_column(0, 1, 26)  # type: ignore[attr-defined]
    sheet.set_column(3, 3, 100)  # type: ignore[attr-defined]
    sheet.freeze_panes(1, 0)  # type: ignore[attr-defined]
    lines = [(t.name, c.name, c.type, c.description) for t in tables for c in t.columns]
    for i, line in enumerate(lines, start=1):
        for j, words in enumerate(line):
            sheet.write_string(i, j, words, wrap)  # type: ignore[attr-defined]


def _sheet(sheet: object, table: Table, bold: object) -> None:
    sheet.freeze_panes(1, 0)  # type: ignore[attr-defined]
    sheet.autofilter(0, 0, min(len(table.rows), _MOST_ROWS), len(table.columns) - 1)  # type: ignore[attr-defined]
    for j, column in enumerate(table.columns):
        sheet.write_string(0, j, column.name, bold)  # type: ignore[attr-defined]
        longest = max((len(str(row[j])) for row in table.rows[:_SAMPLE] if row[j] is not None), default=0)
        sheet.set_column(j, j, min(_WIDEST, max(len(column.name) + 3, longest + 1)))  # type: ignore[attr-defined]
    for i, row in enumerate(table.rows[:_MOST_ROWS], start=1):
        for j, cell in enumerate(row):
            _write(sheet, i, j, cell)


def _write(sheet: object, i: int, j: int, cell: Cell) -> None:
    match cell:
        case None:
            pass
        case bool():
            sheet.write_boolean(i, j, cell)  # type: ignore[attr-defined]
        case int() | float():
            sheet.write_number(i, j, cell)  # type: ignore[attr-defined]
        case date():
            sheet.write_datetime(i, j, cell)  # type: ignore[attr-defined]
        case str():
            sheet.write_string(i, j, cell)  # type: ignore[attr-defined]


def _column(name: str, kind: str, words: str) -> Column:
    return Column(name=name, type=kind, description=words)  # type: ignore[arg-type]
