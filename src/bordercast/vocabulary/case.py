"""A displacement case: a network of places, what happened there, and what was counted, as a folder states it."""

from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary.errors import InvalidNoun


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """Something wrong in a file: where, what was found, and what to do. A grave one stops a run unless it is lenient."""

    file: str
    line: int | None
    found: str
    remedy: str
    grave: bool = True

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.found} {self.remedy}"


class PlaceType(StrEnum):
    """What a place is to the rules; found in the type's text in this order, case ignored."""

    IDPCAMP = "idpcamp"
    CAMP = "camp"
    CONFLICT = "conflict"
    FORWARD = "forward"
    MARKER = "marker"
    FLOOD = "flood_zone"
    TOWN = "town"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePlace:
    """A place of the network. ``size`` is its population, or the capacity of a camp; None where none was given."""

    name: str
    type: PlaceType
    region: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    size: int | None = None
    conflict_day: int | None = None
    attributes: tuple[tuple[str, str], ...] = ()

    def number(self, attribute: str, default: float = 0.0) -> float:
        """Return an attribute as a number, or the default where it is missing or empty."""
        text = dict(self.attributes).get(attribute, "").strip()
        return float(text) if text else default


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRoute:
    """A road between two places, both ways. ``redirection``: 0 none, 1 from the first to the second, 2 the reverse."""

    ends: tuple[str, str]
    km: float
    redirection: int = 0
    speed: float | None = None
    walk_probability: float = 0.0


class ClosureKind(StrEnum):
    """What a row of closures closes."""

    COUNTRY = "country"
    LOCATION = "location"
    LINK = "link"
    CAMP = "camp"
    IDPCAMP = "idpcamp"
    REDIRECTION = "remove_forced_redirection"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosure:
    """A closure from day ``start`` (included) to day ``end`` (excluded); an end below zero never comes."""

    kind: ClosureKind
    first: str
    second: str = ""
    start: int
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSeries:
    """People counted in one place: one tuple of (day, persons) for each file that was given, in file order.

    ``corrections`` are the days from which a new way of counting holds: what was counted before is scaled to it.
    """

    name: str
    files: tuple[tuple[tuple[date, int], ...], ...]
    corrections: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTable:
    """Values by day (rows, as ``days``) and name (columns): conflict intensity, flood level, or food need."""

    names: tuple[str, ...]
    days: tuple[int, ...]
    values: NDArray[np.float64] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demographic:
    """How an attribute is distributed: the weight of each value, by default and for single places."""

    attribute: str
    values: tuple[str, ...]
    weights: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSettings:
    """The settings of Flee's rules, under the names of its settings file, with its defaults."""

    take_from_population: bool = False
    insert_day0: bool = True
    empty_camps_on_day0: bool = False
    conflict_zone_spawning_only: bool = True
    flood_zone_spawning_only: bool = False
    sum_from_camps: bool = True
    conflict_spawn_decay: tuple[float, ...] | None = None
    conflict_spawn_decay_interval: int = 30
    average_social_connectivity: float = 3.0
    camps_are_sinks: bool = False
    camps_are_sicks: bool = False
    read_from_agents_csv_file: bool = False
    starvation_driven_spawning: bool = False
    conflict_driven_spawning: str | None = None
    displaced_per_conflict_day: float | None = None
    flood_driven_spawning: str | None = None
    displaced_per_flood_day: tuple[float, ...] = (0.0, 0.1, 0.2, 0.5, 0.9)
    flood_section: str = ""
    max_move_speed: float = 360.0
    max_walk_speed: float = 35.0
    max_crossing_speed: float = 20.0
    foreign_weight: float = 1.0
    camp_weight: float = 1.0
    conflict_weight: float = 1.0 / 3.16227766017
    conflict_movechance: float = 1.0
    camp_movechance: float = 0.001
    idpcamp_movechance: float = 0.1
    default_movechance: float = 0.3
    awareness_level: int = 1
    capacity_buffer: float = 0.9
    capacity_scaling: float = 1.0
    avoid_short_stints: bool = False
    start_on_foot: bool = False
    use_v1_rules: bool = False
    softening: float = 10.0
    weight_softening: float = 0.0
    weight_power: float = 1.0
    distance_power: float = 1.0
    stay_close_to_home: bool = False
    home_distance_power: float = 0.5
    use_pop_for_loc_weight: bool = False
    pop_power_for_loc_weight: float = 0.1
    movechance_pop_base: float = 10_000.0
    movechance_pop_scale_factor: float = 0.0
    pruning_threshold: float = 1.0
    fixed_routes: bool = False
    two_system_decision_making: float = 0.0
    use_economic_pull: bool = False
    harvest_months: tuple[int, ...] = ()
    flee_when_starving: bool = False
    avoid_food_deprived_locations: bool = False
    children_avoid_hazards: bool = False
    women_avoid_hazards: bool = False
    elderly_avoid_hazards: bool = False
    boys_take_risk: bool = False
    match_camp_religion: bool = False
    match_camp_ethnicity: bool = False
    match_town_ethnicity: bool = False
    match_conflict_ethnicity: bool = False
    avg_religion_fraction: float = 0.25
    flood_rules: bool = False
    max_flood_level: int = -1
    flood_movechances: tuple[float, ...] = ()
    flood_loc_weights: tuple[float, ...] = ()
    flood_link_weights: tuple[float, ...] = ()
    flood_forecaster: bool = False
    flood_forecaster_timescale: int = 0
    flood_forecaster_weights: tuple[float, ...] = ()
    flood_forecaster_end_time: int = 0
    flood_awareness_weights: tuple[float, ...] = ()
    hasten: int = 1
    default_conflict_intensity: float = 1.0
    idp_totals: bool = False

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the names of all settings."""
        return tuple(f.name for f in fields(cls))


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything a folder says, in its own words and units; days count from ``start``, which is day 0."""

    name: str
    start: date
    days: int
    places: tuple[CasePlace, ...]
    routes: tuple[CaseRoute, ...]
    closures: tuple[CaseClosure, ...] = ()
    conflicts: CaseTable
    total: CaseSeries | None = None
    series: tuple[CaseSeries, ...] = ()
    changes: tuple[tuple[str, PlaceType, int], ...] = ()
    major_routes: tuple[tuple[str, ...], ...] = ()
    demographics: tuple[Demographic, ...] = ()
    agents: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    food: CaseTable | None = None
    flood: CaseTable | None = None
    settings: CaseSettings = CaseSettings()
    defects: tuple[Defect, ...] = ()

    def __post_init__(self) -> None:
        known = {place.name for place in self.places}
        if len(known) != len(self.places):
            raise InvalidNoun(
                f"The case {self.name!r} has two places of one name. Names tell places apart. Rename one."
            )
        strangers = {end for route in self.routes for end in route.ends} - known
        if strangers:
            raise InvalidNoun(
                f"Routes of the case {self.name!r} lead to {sorted(strangers)}, which are no places. Every end is a place. Add them or drop the routes."
            )

    @property
    def until(self) -> date:
        """The last day, included."""
        return self.start + timedelta(days=self.days - 1)

    @property
    def home(self) -> str:
        """The home country: that of the first place."""
        return self.places[0].country


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRun:
    """What became of everybody, as members; day ``i`` is the evening of ``start + i`` days. Every place, not only camps.

    Shapes: ``present`` (member, day, place) persons in a place; ``travelling`` (member, day) persons on roads;
    ``arrived`` (member, day) persons who came into the simulation that day; ``left`` (member, day) persons whom sinks
    had taken out by then; ``counted`` (day, camp) what the series say; ``reference`` and ``debt`` (day,) Flee's
    "raw UNHCR refugee count" and "refugee_debt".
    """

    case: str
    rules: str
    method: str
    seed: int
    start: date
    places: tuple[str, ...]
    countries: tuple[str, ...]
    camps: tuple[int, ...]
    idp_camps: tuple[int, ...]
    present: NDArray[np.int64] = field(repr=False)
    travelling: NDArray[np.int64] = field(repr=False)
    arrived: NDArray[np.int64] = field(repr=False)
    left: NDArray[np.int64] = field(repr=False)
    counted: NDArray[np.int64] = field(repr=False)
    reference: NDArray[np.int64] = field(repr=False)
    debt: NDArray[np.int64] = field(repr=False)
    idp_totals: bool = False
    defects: tuple[Defect, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the run."""
        return tuple(self.start + timedelta(days=i) for i in range(self.present.shape[1]))

    @property
    def in_camps(self) -> NDArray[np.int64]:
        """(member, day, camp) persons in the camps, in the order of ``camps``."""
        return self.present[:, :, list(self.camps)]

    @property
    def total(self) -> NDArray[np.int64]:
        """(member, day) persons in the simulation."""
        return self.present.sum(axis=2) + self.travelling
