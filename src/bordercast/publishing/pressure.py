"""Queues, waiting times, people waiting and shelter of projections: rows for programs, and lines set side by side.

Of the crossings only those are shown that a claim measures, a scenario changes, or where people would queue: what a
projection says of any other is a guess about shares.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.publishing.quantiles import LEVELS, ProjectionRow, Spread, spread
from bordercast.publishing.words import UNDER, modelled, place_name, share_words, signed
from bordercast.vocabulary import CrossingPath, Draws, Projection, ShelterPath

MANY_QUEUE = 100.0  # persons in a queue, in the middle draw, from which a crossing is shown; judgement
SHOWN = 12  # lines a scenario
MEASURES = {
    "queue": "people in the queue",
    "wait": "hours the last of them would wait",
    "sheltered": "people in shelters",
    "without_bed": "people who found no bed, all days together",
    "full": "chance that every bed is taken on some day",
}
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class PressureLine:
    """One pressure at the end of the last day, as things stand and in a scenario; ``unit`` is person, hour or chance.

    ``chance_above`` is the share of draws in which the scenario's is larger. ``claims`` are ids of what it was read from.
    """

    measure: str
    place: str
    origin: str
    destination: str
    name: str
    unit: str
    stands: Spread
    scenario: Spread
    difference: Spread
    chance_above: float
    claims: tuple[str, ...]


def pressure_rows(projection: Projection) -> Iterator[ProjectionRow]:
    """Yield the quantiles of every pressure of a projection; days until full on the day after ``as_of``."""
    yield from _rows(projection, "waiting", "", "", "", projection.waiting, "person")
    for i, host in enumerate(projection.hosts):
        yield from _rows(projection, "present", "", host, "", projection.present[:, i], "person")
    for path in projection.crossings:
        if _shown(path, projection):
            ends = (path.origin, path.destination, path.id)
            yield from _rows(projection, "crossing_flow", *ends, path.passed, "person")
            yield from _rows(projection, "queue", *ends, path.queue, "person")
            yield from _rows(projection, "wait", *ends, path.wait_hours, "hour")
    for site in projection.shelters:
        at = ("", site.country, site.id)
        yield from _rows(projection, "beds", *at, site.beds, "person")
        yield from _rows(projection, "sheltered", *at, site.occupied, "person")
        yield from _rows(projection, "without_bed", *at, site.without, "person")
        yield from _rows(projection, "days_until_full", *at, site.days_until_full[:, None], "day")


def pressures(stands: Projection, other: Projection) -> tuple[PressureLine, ...]:
    """Return the pressures of two projections side by side, those that differ most first within each measure."""
    lines = []
    crossings = {(p.id, p.origin): p for p in stands.crossings}
    for path in other.crossings:
        base = crossings.get((path.id, path.origin))
        if base is None or not (_shown(path, other) or _shown(base, stands)):
            continue
        name = f"{path.name}, into {place_name(path.destination)}"
        lines.append(_line("queue", path, name, "person", base.queue, path.queue))
        lines.append(_line("wait", path, name, "hour", base.wait_hours, path.wait_hours))
    shelters = {site.id: site for site in stands.shelters}
    for site in other.shelters:
        before = shelters.get(site.id, site)
        lines.append(_line("sheltered", site, site.name, "person", before.occupied, site.occupied))
        lines.append(
            _line(
                "without_bed",
                site,
                site.name,
                "person",
                *(np.cumsum(s.without, axis=1) for s in (before, site)),
            )
        )
        full = [np.isfinite(s.days_until_full).astype(float)[:, None] for s in (before, site)]
        lines.append(_line("full", site, site.name, "chance", *full))
    order = {m: i for i, m in enumerate(("queue", "wait", "sheltered", "without_bed", "full"))}
    lines.sort(key=lambda x: (order[x.measure], -abs(x.difference.median), -x.scenario.high80, x.place))
    return tuple(x for m in order for x in [x for x in lines if x.measure == m][:SHOWN])  # fmt: skip


def waiting(stands: Projection, other: Projection) -> PressureLine:
    """Return people waiting anywhere at the end of the last day, side by side."""
    base, changed = stands.waiting[:, -1], other.waiting[:, -1]
    return PressureLine(
        measure="waiting",
        place="",
        origin="",
        destination="",
        name="Anywhere",
        unit="person",
        stands=spread(base),
        scenario=spread(changed),
        difference=spread(changed - base),
        chance_above=float((changed > base).mean()),
        claims=(),
    )


def _shown(path: CrossingPath, projection: Projection) -> bool:
    changed = any(change.where == path.id for change in projection.scenario.every_change)
    # where throughput is assumed, each crossing is full in some draw: only what rather fills than not is told
    crowded = path.queue.size > 0 and np.median(path.queue.max(axis=1)) >= MANY_QUEUE
    return bool(path.claims) or changed or bool(crowded)


def _line(  # noqa: PLR0913, PLR0917 - two things and how to call them
    measure: str, at: CrossingPath | ShelterPath, name: str, unit: str, stands: Draws, other: Draws
) -> PressureLine:
    base, changed = stands[:, -1], other[:, -1]
    if unit == "chance":
        base, changed = np.full_like(base, base.mean()), np.full_like(changed, changed.mean())
    return PressureLine(
        measure=measure,
        place=at.id,
        origin=at.origin if isinstance(at, CrossingPath) else "",
        destination=at.destination if isinstance(at, CrossingPath) else at.country,
        name=name,
        unit=unit,
        stands=spread(base),
        scenario=spread(changed),
        difference=spread(changed - base),
        chance_above=float((changed > base).mean()),
        claims=at.claims,
    )


def _rows(  # noqa: PLR0913, PLR0917 - the columns of a row
    projection: Projection, measure: str, origin: str, destination: str, place: str, draws: Draws, unit: str
) -> Iterator[ProjectionRow]:
    table = np.quantile(draws, LEVELS, axis=0, method="inverted_cdf" if unit == "day" else "linear")
    days = projection.days[: draws.shape[1]]
    for day, values in zip(days, table.T.tolist(), strict=True):
        for level, value in zip(LEVELS, values, strict=True):
            yield ProjectionRow(
                scenario=projection.scenario.name,
                as_of=projection.as_of,
                origin=origin,
                destination=destination,
                day=day,
                measure=measure,
                output_type="quantile",
                output_type_id=level,
                value=round(value, 1) if np.isfinite(value) else None,
                place=place,
                unit=unit,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class PressureWords:
    """The cells of a line: a middle and an 80 per cent interval (empty for a chance) of each, and how often more."""

    what: str
    stands: tuple[str, str]
    scenario: tuple[str, str]
    difference: tuple[str, str]
    more: str


def pressure_words(line: PressureLine) -> PressureWords:
    """Return a line in words: people to two figures, waits in whole hours, chances in per cent."""
    if line.unit == "chance":
        stands, scenario = (share_words(x.median) for x in (line.stands, line.scenario))
        return PressureWords(
            what=MEASURES[line.measure],
            stands=(stands, ""),
            scenario=(scenario, ""),
            difference=("", ""),
            more="",
        )
    hours = line.unit == "hour"
    size = _hours if hours else modelled
    change = _hours_more if hours else signed
    low, high = change(line.difference.low80), change(line.difference.high80)
    return PressureWords(
        what=MEASURES[line.measure],
        stands=(size(line.stands.median), _range(size(line.stands.low80), size(line.stands.high80))),
        scenario=(size(line.scenario.median), _range(size(line.scenario.low80), size(line.scenario.high80))),
        difference=(change(line.difference.median), _range(low, high)),
        more=share_words(line.chance_above),
    )  # fmt: skip


def _hours(hours: float) -> str:
    return f"{round(hours):,} h" if hours >= 1 else "under 1 h"


def _hours_more(hours: float) -> str:
    return f"{'+' if hours > 0 else '−'}{round(abs(hours)):,} h" if abs(hours) >= 1 else "no change"


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"


def worth_saying(line: PressureLine) -> bool:
    """Whether a line has people in it, or a wait of an hour, in one draw of ten."""
    least = {"person": float(UNDER), "hour": 1.0, "chance": 0.005}[line.unit]
    return max(line.stands.high80, line.scenario.high80) >= least
