"""A simulated case as tables: Flee's out.csv, every place on every day, and the score of each camp."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from bordercast.vocabulary import CaseRun

LEVELS = (0.1, 0.9)  # the 80 per cent interval shown everywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class CampScore:
    """How a camp fares: simulated and counted people on the last day, and the mean absolute difference over all days."""

    camp: str
    simulated: float
    low: int
    high: int
    counted: int
    difference: float
    """Mean over days and members of the absolute difference, in persons."""
    covered: float
    """Share of days on which the 80 per cent interval of the members holds what was counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDay:
    """People in a place on the evening of a day, over the members of a run."""

    day: int
    date: date
    place: str
    country: str
    camp: bool
    mean: float
    low: int
    high: int


def write_out(run: CaseRun, path: Path, *, member: int = 0) -> Path:
    """Write the columns of Flee's out.csv for one member and return the path.

    Flee prints the date of the day after the figures; with mended rules it is that of the figures.
    """
    shift = 1 if run.rules == "flee" else 0
    simulated = run.in_camps[member]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_header(run))
        for t in range(simulated.shape[0]):
            errors = np.abs(simulated[t] - run.counted[t])
            cells: list[object] = [t, run.start + timedelta(days=t + shift)]
            for here, counted in zip(simulated[t].tolist(), run.counted[t].tolist(), strict=True):
                cells += [here, counted, round(abs(here / counted - 1), 4) if counted > 0 else 0.0]
            reference = int(run.reference[t])
            totals: list[object] = [0] * 6
            if reference > 0:
                totals = [
                    float(errors.sum()) / reference, int(run.counted[t].sum()), int(run.total[member, t] + run.left[member, t]),
                    reference, int(simulated[t].sum()), int(run.debt[t]),
                ]  # fmt: skip
            if run.idp_totals:
                totals.append(int(run.present[member, t, list(run.idp_camps)].sum()))
            writer.writerow(cells + totals)
    return path


def _header(run: CaseRun) -> list[str]:
    camps = [f"{run.places[i]} {what}" for i in run.camps for what in ("sim", "data", "error")]
    totals = [
        "Total error", "refugees in camps (UNHCR)", "total refugees (simulation)", "raw UNHCR refugee count",
        "refugees in camps (simulation)", "refugee_debt",
    ]  # fmt: skip
    return ["Day", "Date", *camps, *totals, *(["total IDPs"] if run.idp_totals else [])]


def place_days(run: CaseRun) -> tuple[PlaceDay, ...]:
    """Return a row for every day and place, not only for camps, with the mean and the 80 per cent interval."""
    mean, (low, high) = run.present.mean(axis=0), _interval(run.present)
    camps = set(run.camps)
    return tuple(
        PlaceDay(
            day=t,
            date=run.start + timedelta(days=t),
            place=place,
            country=run.countries[i],
            camp=i in camps,
            mean=round(float(mean[t, i]), 1),
            low=int(low[t, i]),
            high=int(high[t, i]),
        )
        for t in range(run.present.shape[1])
        for i, place in enumerate(run.places)
    )


def places_table(run: CaseRun) -> pa.Table:
    """Return `place_days` as an Arrow table."""
    rows = place_days(run)
    return pa.table({name: [getattr(row, name) for row in rows] for name in PlaceDay.__dataclass_fields__})


def write_places(run: CaseRun, path: Path) -> Path:
    """Write `place_days` as CSV and return the path."""
    names = list(PlaceDay.__dataclass_fields__)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([getattr(row, name) for name in names] for row in place_days(run))
    return path


def camp_scores(run: CaseRun) -> tuple[CampScore, ...]:
    """Return the score of each camp, in the order of the folder."""
    camps = run.in_camps
    low, high = _interval(camps)
    covered = ((low <= run.counted) & (run.counted <= high)).mean(axis=0)
    difference = np.abs(camps - run.counted).mean(axis=(0, 1))
    return tuple(
        CampScore(
            camp=run.places[i],
            simulated=round(float(camps[:, -1, column].mean()), 1),
            low=int(low[-1, column]),
            high=int(high[-1, column]),
            counted=int(run.counted[-1, column]),
            difference=round(float(difference[column]), 1),
            covered=round(float(covered[column]), 3),
        )
        for column, i in enumerate(run.camps)
    )


def _interval(people: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    low, high = np.quantile(people, LEVELS, axis=0)
    return np.floor(low).astype(np.int64), np.ceil(high).astype(np.int64)
