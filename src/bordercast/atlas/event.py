"""Dated triggers that reports refer to without a date ("since the mobilisation")."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from bordercast.atlas.packed import read_table, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One dated trigger of an exodus.

    ``date`` is its first day and ``end`` its last (inclusive), None when it lasted one day or has no
    agreed end. ``names`` are lower-case phrases in English and Russian that reports use for it.
    """

    id: str
    date: dt.date
    end: dt.date | None
    country: str
    term: str
    names: tuple[str, ...]


@cache
def events() -> tuple[Event, ...]:
    """All known events, oldest first."""
    return tuple(
        sorted(
            (
                Event(
                    id=row["id"],
                    date=dt.date.fromisoformat(row["date"]),
                    end=dt.date.fromisoformat(row["end"]) if row["end"] else None,
                    country=row["country"],
                    term=row["term"],
                    names=words(row["names"]),
                )
                for row in read_table("events.csv")
            ),
            key=lambda event: (event.date, event.id),
        )
    )
