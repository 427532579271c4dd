"""The counts of past crises, packaged: what a new crisis learns from before it has a past of its own."""

import csv
from functools import cache
from importlib import resources

import numpy as np

from bordercast.forecasting.backtest.counts import Counts, Crisis


@cache
def past_crises() -> tuple[Crisis, ...]:
    """Return the crises of ``data/past_counts.csv``."""
    text = resources.files(__package__).joinpath("data", "past_counts.csv").read_text("utf-8")
    rows: dict[str, dict[str, list[tuple[str, int, str]]]] = {}
    for row in csv.DictReader(text.splitlines()):
        places = rows.setdefault(row["crisis"], {})
        places.setdefault(row["place"], []).append((row["what"], int(row["day"]), row["value"]))
    return tuple(_crisis(name, places) for name, places in rows.items())


def learned_from(crisis: Crisis) -> tuple[tuple[Crisis, ...], tuple[str, ...]]:
    """Return the past crises a back-test of ``crisis`` may learn from, and the names of those left out.

    One that shares a place's name with it is left out: it may be the same crisis, and would hold the answer.
    """
    kept = tuple(past for past in past_crises() if not past.names & crisis.names)
    return kept, tuple(past.name for past in past_crises() if past.names & crisis.names)


def _crisis(name: str, places: dict[str, list[tuple[str, int, str]]]) -> Crisis:
    return Crisis(
        name=name,
        length=places[""][0][1],
        places=tuple(_counts(place, rows) for place, rows in places.items() if place),
    )


def _counts(place: str, rows: list[tuple[str, int, str]]) -> Counts:
    reports = [(day, int(value), what == "corrected") for what, day, value in rows if what != "shut"]
    return Counts(
        place=place,
        days=np.array([day for day, _, _ in reports], dtype=np.int64),
        persons=np.array([float(persons) for _, persons, _ in reports]),
        corrected=np.array([corrected for _, _, corrected in reports], dtype=bool),
        shut=tuple((day, int(end)) for what, day, end in rows if what == "shut"),
    )
