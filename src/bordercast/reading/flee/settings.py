"""The settings file of Flee (simsetting.yml): every key it knows, where it stands, and what may be written there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bordercast.reading.flee.rows import Findings, Row, closest
from bordercast.vocabulary import CaseSettings

SPAWN = (
    "take_from_population", "insert_day0", "empty_camps_on_day0", "conflict_zone_spawning_only", "flood_zone_spawning_only",
    "sum_from_camps", "conflict_spawn_decay", "conflict_spawn_decay_interval", "average_social_connectivity", "camps_are_sinks",
    "camps_are_sicks", "read_from_agents_csv_file", "starvation_driven_spawning",
)  # fmt: skip
MOVE = (
    "max_move_speed", "max_walk_speed", "max_crossing_speed", "foreign_weight", "camp_weight", "conflict_weight",
    "conflict_movechance", "camp_movechance", "idpcamp_movechance", "default_movechance", "awareness_level", "capacity_buffer",
    "capacity_scaling", "avoid_short_stints", "start_on_foot", "use_v1_rules", "softening", "weight_softening", "weight_power",
    "distance_power", "stay_close_to_home", "home_distance_power", "use_pop_for_loc_weight", "pop_power_for_loc_weight",
    "movechance_pop_base", "movechance_pop_scale_factor", "pruning_threshold", "fixed_routes", "two_system_decision_making",
    "use_economic_pull", "harvest_months", "flee_when_starving", "avoid_food_deprived_locations", "avg_religion_fraction",
)  # fmt: skip
PERSONAL = {
    "ChildrenAvoidHazards": "children_avoid_hazards",
    "WomenAvoidHazards": "women_avoid_hazards",
    "ElderlyAvoidHazards": "elderly_avoid_hazards",
    "BoysTakeRisk": "boys_take_risk",
    "MatchCampReligion": "match_camp_religion",
    "MatchCampEthnicity": "match_camp_ethnicity",
    "MatchTownEthnicity": "match_town_ethnicity",
    "MatchConflictEthnicity": "match_conflict_ethnicity",
}
FLOOD = (
    "max_flood_level", "flood_movechances", "flood_loc_weights", "flood_link_weights", "flood_forecaster",
    "flood_forecaster_timescale", "flood_forecaster_weights", "flood_forecaster_end_time", "flood_awareness_weights",
)  # fmt: skip
LOGS = ("agent", "link", "camp", "conflict", "init", "idp_totals", "granularity", "flood")

# Where each setting stands: section path -> {key: field}. A field "" is known to Flee and has no effect on movement.
WHERE: dict[tuple[str, ...], dict[str, str]] = {
    (): {
        "default_conflict_intensity": "default_conflict_intensity",
        **dict.fromkeys(
            ("number_of_steps", "conflict_input_file", "flood_level_input_file", "multiscale", "coupling"), ""
        ),
    },
    ("log_levels",): {**dict.fromkeys(LOGS, ""), "idp_totals": "idp_totals"},
    ("spawn_rules",): {key: key for key in SPAWN},
    ("spawn_rules", "conflict_driven_spawning"): {
        "spawn_mode": "conflict_driven_spawning",
        "displaced_per_conflict_day": "displaced_per_conflict_day",
    },
    ("spawn_rules", "flood_driven_spawning"): {
        "spawn_mode": "flood_driven_spawning",
        "displaced_per_flood_day": "displaced_per_flood_day",
    },
    ("spawn_rules", "flood_driven_spawn_mode"): {
        "spawn_mode": "flood_driven_spawning",
        "displaced_per_flood_day": "displaced_per_flood_day",
    },
    ("move_rules",): {**{key: key for key in MOVE}, **PERSONAL},
    ("move_rules", "flood_rules"): {key: key for key in FLOOD},
    ("optimisations",): {"hasten": "hasten"},
}
CHANCES = (
    "conflict_movechance",
    "camp_movechance",
    "idpcamp_movechance",
    "default_movechance",
    "capacity_buffer",
    "flood_movechances",
)
POSITIVE = (
    "max_move_speed", "max_walk_speed", "hasten", "conflict_spawn_decay_interval", "movechance_pop_base", "avg_religion_fraction",
)  # fmt: skip
NOT_NEGATIVE = (
    "foreign_weight", "camp_weight", "conflict_weight", "capacity_scaling", "softening", "weight_softening",
    "displaced_per_conflict_day", "displaced_per_flood_day", "flood_loc_weights", "conflict_spawn_decay",
)  # fmt: skip
MODES = ("constant", "pop_ratio", "poisson")


@dataclass(frozen=True, slots=True)
class _Entry:
    path: tuple[str, ...]
    key: str
    node: yaml.Node
    line: int


def read_settings(path: Path, found: Findings) -> CaseSettings:
    """Return the settings of a file; what it does not say has Flee's default."""
    try:
        root = yaml.compose(path.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        mark = getattr(problem, "problem_mark", None)
        row = Row(path.name, mark.line + 1 if mark else 1, ())
        found.grave(
            row,
            f"This is no YAML: {getattr(problem, 'problem', problem)}.",
            "Mend the line; indent with spaces.",
        )
        return CaseSettings()
    values: dict[str, object] = {}
    for entry in _entries(path.name, root, (), found):
        row = Row(path.name, entry.line, ())
        field = WHERE[entry.path][entry.key]
        if field:
            value = _value(row, entry, field, found)
            if value is not None:
                values[field] = value
        if entry.path[-1:] and entry.path[-1].startswith("flood_driven"):
            values["flood_section"] = entry.path[-1]
    return _together(path.name, values, found)


def _entries(file: str, node: yaml.Node | None, path: tuple[str, ...], found: Findings) -> Iterator[_Entry]:
    """Yield every known key that holds a value; note the others."""
    if node is None or (isinstance(node, yaml.ScalarNode) and node.value in {"", "null", "~"}):
        return
    if not isinstance(node, yaml.MappingNode):
        found.grave(
            Row(file, node.start_mark.line + 1, ()),
            f"{path[-1] if path else 'The file'} holds no keys.",
            "Write 'key: value' lines, indented.",
        )
        return
    seen: set[str] = set()
    for key_node, value in node.value:
        key, row = str(key_node.value), Row(file, key_node.start_mark.line + 1, ())
        inner = (*path, key)
        if key in seen:
            found.grave(row, f"{key!r} stands twice.", "Delete one of the two; the last one counts.")
        seen.add(key)
        if inner in WHERE:
            yield from _opened(inner, key, row.line, value)
            yield from _entries(file, value, inner, found)
        elif key in WHERE[path]:
            yield _Entry(path, key, value, row.line)
        else:
            known = [*WHERE[path], *(p[-1] for p in WHERE if p[:-1] == path and p)]
            elsewhere = [p[-1] for p, keys in WHERE.items() if key in keys and p]
            hint = f"Write it under {elsewhere[0]!r}." if elsewhere else closest(key, known)
            found.grave(
                row, f"{key!r} is no setting of {path[-1] if path else 'the file'}; Flee ignores it.", hint
            )


def _opened(inner: tuple[str, ...], key: str, line: int, value: yaml.Node) -> Iterator[_Entry]:
    """Yield what the mere presence of a section switches on."""
    default = {
        "conflict_driven_spawning": "constant",
        "flood_driven_spawning": "pop_ratio",
        "flood_driven_spawn_mode": "pop_ratio",
    }
    mark = value.start_mark
    if key in default:
        yield _Entry(
            inner, "spawn_mode", yaml.ScalarNode("tag:yaml.org,2002:str", default[key], mark, mark), line
        )


def _value(row: Row, entry: _Entry, field: str, found: Findings) -> object:
    wanted = CaseSettings.__annotations__[field]
    given = _plain(entry.node)
    text = f"{entry.key} is {given!r}"
    if wanted is bool:
        return _truth(row, text, entry, given, found)
    if wanted is int or wanted is float:
        return _number(row, text, given, field, found, whole=wanted is int)
    if "tuple" in str(wanted):
        if given is None:
            return None
        many = given if isinstance(given, list) else list(given.values()) if isinstance(given, dict) else None
        if many is None or not all(isinstance(x, int | float) and not isinstance(x, bool) for x in many):
            found.grave(row, f"{text}, no list of numbers.", f"Write it as {entry.key}: [1.0, 0.5].")
            return None
        return tuple(
            _number(row, f"{entry.key} holds {x!r}", x, field, found, whole=field == "harvest_months") or 0
            for x in many
        )
    if "float" in str(wanted):
        return _number(row, text, given, field, found, whole=False)
    mode = str(given).lower()
    if mode not in MODES:
        found.grave(row, f"{text}.", f"Write one of: {', '.join(MODES)}.")
        return None
    return mode


def _plain(node: yaml.Node) -> object:
    return yaml.SafeLoader("").construct_object(node, deep=True)  # type: ignore[no-untyped-call]


def _truth(row: Row, text: str, entry: _Entry, given: object, found: Findings) -> bool | None:
    if isinstance(given, bool):
        return given
    if isinstance(given, int | float) and given in {0, 1}:
        return bool(given)
    word = str(given).strip().lower()
    if word in {"true", "false", "yes", "no", "on", "off"}:
        meant = word in {"true", "yes", "on"}
        found.grave(
            row,
            f"{text}, in quotes; Flee takes any text for true.",
            f"Write {entry.key}: {meant} without quotes.",
        )
        return meant
    found.grave(row, f"{text}, neither true nor false.", f"Write {entry.key}: true or {entry.key}: false.")
    return None


def _number(row: Row, text: str, given: object, field: str, found: Findings, *, whole: bool) -> float | None:
    if isinstance(given, bool) and field == "two_system_decision_making":
        return float(given)
    try:
        value = (
            float(given)
            if isinstance(given, int | float | str) and not isinstance(given, bool)
            else float("nan")
        )
    except ValueError:
        value = float("nan")
    if value != value or abs(value) == float("inf"):  # noqa: PLR0124 - nan
        found.grave(row, f"{text}, no number.", "Write a number without quotes or units.")
        return None
    if whole and value != int(value):
        found.grave(row, f"{text}, no whole number; Flee cuts it to {int(value)}.", "Write a whole number.")
    low, high = (
        (0.0, 1.0)
        if field in CHANCES
        else (0.0, None)
        if field in (*POSITIVE, *NOT_NEGATIVE)
        else (None, None)
    )
    if field in POSITIVE and value <= 0:
        found.grave(row, f"{text}.", "Write a number above 0.")
        return None
    if (low is not None and value < low) or (high is not None and value > high):
        found.grave(
            row,
            f"{text}.",
            "Write a probability between 0 and 1." if high else "Write a number of at least 0.",
        )
        value = max(low or 0.0, value) if high is None else min(max(0.0, value), high)
    return int(value) if whole else value


def _together(file: str, values: dict[str, object], found: Findings) -> CaseSettings:
    """Return the settings after checks that need more than one of them."""
    if values.get("conflict_driven_spawning") and "displaced_per_conflict_day" not in values:
        values["displaced_per_conflict_day"] = (
            0.01 if values["conflict_driven_spawning"] == "pop_ratio" else 500.0
        )
    if (
        values.get("flood_driven_spawning") in {"constant", "poisson"}
        and "displaced_per_flood_day" not in values
    ):
        values["displaced_per_flood_day"] = (0.0, 100.0, 200.0, 300.0, 500.0)
    if any(str(key).startswith("flood_") and key in FLOOD for key in values):
        values["flood_rules"] = True
    settings = CaseSettings(**values)  # type: ignore[arg-type]
    if settings.conflict_zone_spawning_only and settings.flood_zone_spawning_only:
        found.grave(
            file,
            "Both conflict_zone_spawning_only (on by default) and flood_zone_spawning_only are on.",
            "Write conflict_zone_spawning_only: false.",
        )
    if (
        settings.flood_driven_spawning
        and settings.flood_zone_spawning_only
        and not settings.take_from_population
    ):
        found.grave(
            file,
            "Flood-driven spawning without take_from_population: Flee refuses to run.",
            "Write take_from_population: true.",
        )
    return settings
