"""What if: each scenario set against things as they stand, corridor by corridor and day by day."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from bordercast.publishing.figures import Figures, ScenarioFigures
from bordercast.publishing.gate import Release
from bordercast.publishing.notes import DISCLAIMER
from bordercast.publishing.quantiles import Spread, spreads
from bordercast.publishing.screen.series import LEVELS, Level, columns
from bordercast.vocabulary import Projection


@dataclass(frozen=True, slots=True, kw_only=True)
class CorridorOutlook:
    """One corridor over all days to come: as things stand, under the scenario, and the difference, in persons.

    The draws share their noise, so ``difference`` is the scenario alone. ``daily_*`` have one number a day.
    """

    id: str
    name: str
    onward: bool
    stands: Spread
    scenario: Spread
    difference: Spread
    daily_stands: dict[Level, tuple[int | None, ...]]
    daily_scenario: dict[Level, tuple[int | None, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioResult:
    """One scenario: what is asked, in words, and what follows. ``waiting`` took no other way, day by day."""

    name: str
    as_of: date
    days: tuple[date, ...]
    asked: tuple[str, ...]
    corridors: tuple[CorridorOutlook, ...]
    waiting_end: Spread
    waiting: dict[Level, tuple[int | None, ...]]
    method: str
    note: str


def scenario_results(release: Release, numbers: Figures) -> tuple[ScenarioResult, ...]:
    """Return each scenario of what may leave, set against things as they stand (the first projection)."""
    if not release.projections:
        return ()
    stands, *others = release.projections
    return tuple(
        _result(release, stands, other, figures)
        for other, figures in zip(others, numbers.scenarios, strict=True)
    )


def _result(
    release: Release, stands: Projection, other: Projection, figures: ScenarioFigures
) -> ScenarioResult:
    levels = LEVELS["all"]
    return ScenarioResult(
        name=figures.name,
        as_of=other.as_of,
        days=other.days,
        asked=figures.closures,
        corridors=tuple(
            CorridorOutlook(
                id=str(line.corridor).replace(">", "-"),
                name=line.name,
                onward=line.corridor.onward,
                stands=line.stands,
                scenario=line.scenario,
                difference=line.difference,
                daily_stands=columns(release, spreads(stands.of(line.corridor)), levels),
                daily_scenario=columns(release, spreads(other.of(line.corridor)), levels),
            )
            for line in figures.lines
        ),
        waiting_end=figures.waiting,
        waiting=columns(release, spreads(np.asarray(other.waiting)), levels),
        method=other.method,
        note=DISCLAIMER,
    )
