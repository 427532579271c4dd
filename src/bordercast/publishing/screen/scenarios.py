"""What if: each scenario set against things as they stand, corridor by corridor and day by day."""

from dataclasses import dataclass
from datetime import date

from bordercast.publishing.figures import Figures, ScenarioFigures, ScenarioLine, against, scenario_figures
from bordercast.publishing.gate import Release
from bordercast.publishing.notes import DISCLAIMER
from bordercast.publishing.pressure import PressureLine
from bordercast.publishing.quantiles import Spread, spreads
from bordercast.publishing.screen.series import LEVELS, Level, columns
from bordercast.publishing.screen.shelter import ShelterOutlook, shelter_outlook
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
    chance_above: float
    daily_stands: dict[Level, tuple[int | None, ...]]
    daily_scenario: dict[Level, tuple[int | None, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioResult:
    """One scenario: what is asked, in words, and what follows. ``waiting`` took no other way, day by day.

    ``pressures`` are queues, waits and shelter at the end of the last day; ``notes`` what had to be assumed.
    """

    name: str
    as_of: date
    days: tuple[date, ...]
    asked: tuple[str, ...]
    corridors: tuple[CorridorOutlook, ...]
    waiting_end: Spread
    waiting: dict[Level, tuple[int | None, ...]]
    pressures: tuple[PressureLine, ...]
    shelters: tuple[ShelterOutlook, ...]
    notes: tuple[str, ...]
    method: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioAnswer:
    """Each scenario against things as they stand; with two, ``between`` is the second less the first.

    ``between`` is read as the others: ``stands`` is the first scenario, ``scenario`` the second.
    """

    results: tuple[ScenarioResult, ...]
    between: tuple[CorridorOutlook, ...]
    pressures_between: tuple[PressureLine, ...]


def scenario_answer(release: Release, numbers: Figures) -> ScenarioAnswer:
    """Return each scenario of what may leave, set against things as they stand (the first projection)."""
    stands, others = release.projections[:1], release.projections[1:]
    return ScenarioAnswer(
        results=tuple(
            _result(release, stands[0], other, figures)
            for other, figures in zip(others, numbers.scenarios, strict=True)
        ),
        between=_outlooks(release, *others, against(*others)) if len(others) == 2 else (),
        pressures_between=scenario_figures(*others).pressures if len(others) == 2 else (),
    )


def _result(
    release: Release, stands: Projection, other: Projection, figures: ScenarioFigures
) -> ScenarioResult:
    return ScenarioResult(
        name=figures.name,
        as_of=other.as_of,
        days=other.days,
        asked=figures.closures,
        corridors=_outlooks(release, stands, other, figures.lines),
        waiting_end=figures.waiting,
        waiting=columns(release, spreads(other.waiting), LEVELS["all"]),
        pressures=figures.pressures,
        shelters=tuple(shelter_outlook(release, other, site) for site in other.shelters),
        notes=figures.notes,
        method=other.method,
        note=DISCLAIMER,
    )


def _outlooks(
    release: Release, one: Projection, other: Projection, lines: tuple[ScenarioLine, ...]
) -> tuple[CorridorOutlook, ...]:
    levels = LEVELS["all"]
    return tuple(
        CorridorOutlook(
            id=str(line.corridor).replace(">", "-"),
            name=line.name,
            onward=line.corridor.onward,
            stands=line.stands,
            scenario=line.scenario,
            difference=line.difference,
            chance_above=line.chance_above,
            daily_stands=columns(release, spreads(one.of(line.corridor)), levels),
            daily_scenario=columns(release, spreads(other.of(line.corridor)), levels),
        )
        for line in lines
    )
