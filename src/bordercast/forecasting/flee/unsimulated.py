"""What a case asks for that the rules in force do not do, said as defects."""

from bordercast.forecasting.flee.differences import Differences, Rules
from bordercast.vocabulary import Case, Defect

SETTINGS = "simsetting.yml"


def unsimulated(case: Case, rules: Rules) -> tuple[Defect, ...]:
    """Return a defect for every setting or file of the case that has no effect, or another than its name says."""
    settings, differences = case.settings, Differences.of(rules)
    asked: list[tuple[bool, bool, str, str, str]] = [
        (
            settings.awareness_level == 0 and not differences.awareness,
            True,
            SETTINGS,
            "With awareness_level 0 nobody ever moves in Flee.",
            "Write 1 or more, or use --rules mended, where 0 chooses by distance alone.",
        ),
        (
            settings.awareness_level < 0 and not differences.awareness,
            False,
            SETTINGS,
            "A negative awareness_level acts as 1 in Flee.",
            "Write 1, or use --rules mended, where -1 chooses evenly.",
        ),
        (
            settings.camps_are_sinks and not differences.sinks,
            False,
            SETTINGS,
            "camps_are_sinks has no effect in Flee, which reads it under a misspelt name.",
            "Use --rules mended to have camps take people out.",
        ),
        (
            bool(settings.flood_driven_spawning)
            and settings.flood_section != "flood_driven_spawn_mode"
            and not differences.floods,
            True,
            SETTINGS,
            "flood_driven_spawning has no effect in Flee, which reads the section flood_driven_spawn_mode.",
            "Rename the section, or use --rules mended.",
        ),
        (
            bool(settings.two_system_decision_making),
            False,
            SETTINGS,
            "two_system_decision_making cannot be switched on in Flee, and is not simulated.",
            "Nothing needs doing; people decide as without it.",
        ),
        (
            bool(settings.harvest_months),
            True,
            SETTINGS,
            "harvest_months is not simulated: people keep moving in those months.",
            "Delete it, or read the result with this in mind.",
        ),
        (
            bool(settings.flood_link_weights),
            False,
            SETTINGS,
            "flood_link_weights has no effect in Flee.",
            "Nothing needs doing; links are not flooded.",
        ),
        (
            settings.fixed_routes and bool(case.major_routes),
            True,
            "major_routes.csv",
            "Major routes are not simulated: people know the routes within awareness_level.",
            "Raise awareness_level so that it reaches the ends of the major routes.",
        ),
        (
            settings.flood_rules and case.flood is None,
            True,
            "flood_level.csv",
            "Flood rules are set and the file is missing.",
            "Write a header '#Day,place,...' and one line a day.",
        ),
        (
            (
                settings.flee_when_starving
                or settings.avoid_food_deprived_locations
                or settings.starvation_driven_spawning
            )
            and case.food is None,
            True,
            "region_attributes_IPC.csv",
            "Food rules are set and the file is missing.",
            "Write a header '#Day,region,...' and rows from day 0 to the last.",
        ),
    ]
    return tuple(
        Defect(file=file, line=None, found=found, remedy=remedy, grave=grave)
        for applies, grave, file, found, remedy in asked
        if applies
    )
