"""Daily series to tell press figures of: made-up ones of realistic shapes, and real ones whose source is stated.

The made-up ones are **synthetic**: the shapes are common knowledge about exoduses (surge and ebb, a closure, a
weekly rhythm, a second blow, a slow build), the numbers are invented. They are not drawn from the model's prior: no
Gaussian walk of logs, no gravity, no common step. Real countries are named only because the atlas must know them.
"""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import Corridor

Flows = NDArray[np.float64]
SHARED = Path(__file__).parents[2] / "shared" / "data"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Series:
    """Persons per day on each corridor, shape ``(day,)``; day 0 is ``first``; ``trigger`` may be None.

    ``made`` says where the numbers come from, in words for the table of results.
    """

    name: str
    made: str
    first: date
    trigger: date | None
    flows: dict[Corridor, Flows]

    @property
    def days(self) -> int:
        """How many days it has."""
        return len(next(iter(self.flows.values())))

    def day(self, index: int) -> date:
        """Return the date of a day's index."""
        return self.first + timedelta(days=index)


def synthetic(seed: int, days: int = 75) -> list[Series]:
    """Return one series of each shape; sizes, speeds and noise depend on the seed."""
    shapes = (surge_and_ebb, closure, weekday, second_blow, slow_build)
    return [shape(np.random.default_rng([seed, nth]), days) for nth, shape in enumerate(shapes)]


def surge_and_ebb(chance: np.random.Generator, days: int) -> Series:
    """Return a surge within days of an outbreak that ebbs over weeks: five entries and one onward leg."""
    peak, half = chance.uniform(2, 9), chance.uniform(9, 25)
    time = np.arange(days)
    shape = np.where(time <= peak, 0.2 + 0.8 * time / peak, np.exp(-(time - peak) * np.log(2) / half)) + 0.04
    flows = _shared_out(
        "UKR", ("POL", "ROU", "MDA", "HUN", "SVK"), shape * 10 ** chance.uniform(4, 5.2), chance
    )
    flows[Corridor(origin="MDA", destination="ROU", onward=True)] = _onward(
        flows[Corridor(origin="UKR", destination="MDA")], 0.45, 3, chance
    )
    return _series("surge and ebb", flows, lead=0)


def closure(chance: np.random.Generator, days: int) -> Series:
    """Return a surge in which the largest door shuts for two weeks: some wait, some take the others."""
    time = np.arange(days)
    shape = np.minimum(1.0, 0.15 + time / 6) * np.exp(-time / chance.uniform(35, 90))
    flows = _shared_out("SDN", ("TCD", "EGY", "SSD", "ETH"), shape * 10 ** chance.uniform(3.6, 4.6), chance)
    largest = max(flows, key=lambda c: (flows[c].sum(), str(c)))
    shut, opens = int(chance.integers(20, 30)), int(chance.integers(34, 44))
    held = 0.97 * flows[largest][shut:opens].copy()
    flows[largest][shut:opens] -= held
    flows[largest][opens : opens + 5] += 0.3 * held.sum() / 5
    others = [c for c in flows if c != largest]
    for corridor, share in zip(others, chance.dirichlet(np.ones(len(others))), strict=True):
        flows[corridor][shut + 1 : opens + 1] += 0.5 * share * held
    return _series("closure", flows, lead=0)


def weekday(chance: np.random.Generator, days: int) -> Series:
    """Return a steady departure with a strong week: few cross on one day, many on another."""
    time = np.arange(days)
    week = np.exp(chance.normal(0, 0.2, 7))[time % 7]
    shape = (0.6 + 0.4 * np.sin(time / chance.uniform(8, 14))) * week
    flows = _shared_out("VEN", ("COL", "BRA", "ECU"), shape * 10 ** chance.uniform(3.2, 4.2), chance)
    flows[Corridor(origin="COL", destination="ECU", onward=True)] = _onward(
        flows[Corridor(origin="VEN", destination="COL")], 0.5, 6, chance
    )
    # someone is both entered from the first country and from a host: keep one name for each pair of countries
    flows.pop(Corridor(origin="VEN", destination="ECU"))
    return _series("weekly rhythm", flows, lead=0)


def second_blow(chance: np.random.Generator, days: int) -> Series:
    """Return two surges; the second, halfway, is of another size and speed and is not announced."""
    time = np.arange(days)
    again = days * chance.uniform(0.4, 0.55)
    shape = np.exp(-time / chance.uniform(6, 14)) + 0.05
    shape = shape + (time > again) * chance.uniform(0.3, 1.6) * np.exp(
        -(time - again) / chance.uniform(6, 14)
    )
    flows = _shared_out("BDI", ("TZA", "RWA", "COD", "UGA"), shape * 10 ** chance.uniform(3.4, 4.4), chance)
    return _series("second blow", flows, lead=0)


def slow_build(chance: np.random.Generator, days: int) -> Series:
    """Return a logistic rise over weeks without any trigger, then a plateau."""
    time = np.arange(days)
    shape = 0.05 + 1 / (1 + np.exp(-(time - days * chance.uniform(0.3, 0.5)) / chance.uniform(4, 9)))
    flows = _shared_out("MMR", ("THA", "BGD", "IND"), shape * 10 ** chance.uniform(3, 4), chance)
    return _series("slow build", flows, lead=0, trigger=False)


def _shared_out(
    origin: str, ends: tuple[str, ...], whole: Flows, chance: np.random.Generator
) -> dict[Corridor, Flows]:
    """Divide a whole by shares that drift; add gamma noise, and days on which a post hardly works.

    Noise of a tenth makes daily changes of .14: measured border counts changed by .10 to .21 (model-sources 2.1).
    """
    shares = chance.dirichlet(np.full(len(ends), 1.5))
    drift = chance.normal(0, 0.015, len(ends))
    flows = {}
    for end, share, slope in zip(ends, shares, drift, strict=True):
        flow = max(share, 0.01) * whole * np.exp(slope * np.arange(len(whole)))
        flow *= chance.gamma(100, 1 / 100, len(whole)) * np.where(chance.random(len(whole)) < 0.02, 0.4, 1.0)
        flows[Corridor(origin=origin, destination=end)] = flow
    return flows


def _onward(entered: Flows, share: float, after: int, chance: np.random.Generator) -> Flows:
    """Return a share of those who entered, some days later (geometric), with noise."""
    kernel = (1 / after) * (1 - 1 / after) ** np.arange(4 * after)
    moved = share * np.convolve(entered, kernel)[: len(entered)]
    return np.maximum(moved * chance.gamma(60, 1 / 60, len(entered)), 1.0)


def _series(name: str, flows: dict[Corridor, Flows], *, lead: int, trigger: bool = True) -> Series:
    first = date(2031, 3, 3)
    return Series(
        name=name,
        made="synthetic",
        first=first,
        trigger=first + timedelta(days=lead) if trigger else None,
        flows={c: np.round(flows[c]) for c in sorted(flows)},
    )


def karabakh() -> Series | None:
    """Return daily arrivals in Armenia, 24 September to 3 October 2023, from the government's running totals.

    The last exact total of each day, carried to the day's end in proportion to the hour it was told (facts of
    the shared folder; None where that is absent).
    """
    source = SHARED / "nagorno_karabakh2023_facts.csv"
    if not source.exists():
        return None
    best: dict[date, float] = {}
    with source.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if (
                row["measure"] == "cumulative arrivals"
                and row["unit"] == "person"
                and row["hedge"] == "exact"
                and row["destination"] == "ARM"
            ):
                day = date.fromisoformat(row["period_end"])
                best[day] = max(best.get(day, 0.0), float(row["value"]))
    days = sorted(best)
    span = [days[0] + timedelta(days=i) for i in range((days[-1] - days[0]).days + 1)]
    running = np.maximum.accumulate(
        np.interp([d.toordinal() for d in span], [d.toordinal() for d in days], [best[d] for d in days])
    )
    corridor = Corridor(origin="AZE", destination="ARM")
    return Series(
        name="Nagorno-Karabakh 2023",
        made="Armenian government running totals",
        first=span[0],
        trigger=span[0],
        flows={corridor: np.diff(running, prepend=0.0)},
    )


def registrations(case: str, origin: str, camps: dict[str, str], *, days: int = 90) -> Series | None:
    """Return arrivals a day from UNHCR registration counts of a Flee case, by country of the camp.

    ``camps`` gives the country of each file of counts. Between two counts the increase is spread evenly, and a fall
    counts as no arrival: days inside one gap are therefore equal, which no real day is. None where absent.
    """
    folder = SHARED / "flee" / case / "source_data"
    if not folder.is_dir():
        return None
    counts: dict[str, list[tuple[int, float]]] = {}
    for name in camps:
        with (folder / f"{name}.csv").open(encoding="utf-8") as file:
            rows = [r for r in csv.reader(file) if r and not r[0].startswith("#")]
        counts[name] = sorted((date.fromisoformat(r[0]).toordinal(), float(r[1])) for r in rows)
    first = min(rows[0][0] for rows in counts.values())
    span = np.arange(first, first + days + 1)
    flows: dict[Corridor, Flows] = {}
    for name, rows in counts.items():
        running = np.maximum.accumulate([n for _, n in rows])
        daily = np.diff(np.interp(span, [d for d, _ in rows], running))
        corridor = Corridor(origin=origin, destination=camps[name])
        flows[corridor] = flows.get(corridor, np.zeros(days)) + daily
    return Series(
        name=case,
        made="UNHCR registrations (Flee), spread between counts",
        first=date.fromordinal(first),
        trigger=date.fromordinal(first),
        flows={c: flows[c] for c in sorted(flows) if flows[c].sum() > 500},
    )
