"""What follows from a ledger, to rows and back: influences, readings and questions, in the ledger's own order."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from bordercast.store import tables
from bordercast.vocabulary import Influence, Ledger, Question, Reading

Noun = TypeVar("Noun", Influence, Question)


def rows_of(vintage_id: str, ledger: Ledger) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    """Yield each of the three tables with its rows for one vintage."""
    readings = [
        {
            "corridor": reading.corridor,
            "weight": reading.weight,
            **dict(zip(("expected_10", "expected_50", "expected_90"), reading.expected, strict=True)),
            "right": ",".join(reading.right),
            "wrong": ",".join(reading.wrong),
        }
        for reading in ledger.readings
    ]
    for table, rows in (
        (tables.influences, [_flat(influence) for influence in ledger.influences]),
        (tables.readings, readings),
        (tables.questions, [_flat(question) for question in ledger.questions]),
    ):
        yield table, [{"vintage_id": vintage_id, "place": i, **row} for i, row in enumerate(rows)]


def influences(link: Connection, vintage_id: str) -> tuple[Influence, ...]:
    """Return the influences of a vintage."""
    return _nouns(link, vintage_id, tables.influences, Influence)


def questions(link: Connection, vintage_id: str) -> tuple[Question, ...]:
    """Return the questions of a vintage."""
    return _nouns(link, vintage_id, tables.questions, Question)


def readings(link: Connection, vintage_id: str) -> tuple[Reading, ...]:
    """Return the readings of a vintage."""
    return tuple(
        Reading(
            corridor=row["corridor"],
            weight=row["weight"],
            expected=(row["expected_10"], row["expected_50"], row["expected_90"]),
            right=tuple(code for code in row["right"].split(",") if code),
            wrong=tuple(code for code in row["wrong"].split(",") if code),
        )
        for row in _rows(link, vintage_id, tables.readings)
    )


def _nouns(link: Connection, vintage_id: str, table: Table, noun: type[Noun]) -> tuple[Noun, ...]:
    names = [f.name for f in fields(noun)]
    return tuple(noun(**{name: row[name] for name in names}) for row in _rows(link, vintage_id, table))


def _rows(link: Connection, vintage_id: str, table: Table) -> Sequence[Any]:
    query = select(table).where(table.c.vintage_id == vintage_id).order_by(table.c.place)
    return link.execute(query).mappings().all()


def _flat(noun: Influence | Question) -> dict[str, Any]:
    return {f.name: getattr(noun, f.name) for f in fields(noun)}
