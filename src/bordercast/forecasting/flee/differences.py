"""Where Flee does not do what its manual says: ``--rules flee`` does what it does, ``--rules mended`` what it says.

Each field is one difference, true where it is mended. docs/reference/flee.md lists them for readers, one row a field;
a test holds the two lists together, and each field has a test of its own.
"""

from dataclasses import dataclass, fields
from enum import StrEnum


class Rules(StrEnum):
    """Whose behaviour a run follows."""

    FLEE = "flee"
    MENDED = "mended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What is mended; all false is Flee."""

    redirect: bool
    """forced_redirection sends everybody along the link until its end is full, and enters it once."""
    close_links: bool
    """A closure of type link closes the link, both ways."""
    sinks: bool
    """camps_are_sinks is read under its own name."""
    awareness: bool
    """awareness_level 0 chooses by road length alone, and -1 by nothing."""
    admit: bool
    """A full camp admits nobody: who arrives is put back where they came from."""
    empty_is_full: bool
    """A written capacity of 0 is a full camp, not one without limit."""
    keep_capacity: bool
    """Capacities are not lowered by those who are there on the first day and counted as present as well."""
    place_once: bool
    """Without insert_day0 the people of the first day are placed once, not the total and every camp."""
    follow_intensity: bool
    """A change of a conflict's intensity takes effect."""
    fresh_weights: bool
    """Where people leave from follows the decay of conflicts of the same day, not of the day before."""
    add_series: bool
    """Figures are taken by date, and several files of a camp are added day by day."""
    floods: bool
    """Flood-driven spawning is read from either section name, the highest level is allowed, no forecast changes nothing."""
    coordinates: bool
    """Distances for stay_close_to_home take latitude for latitude."""
    date_of_day: bool
    """The date of a row of out.csv is that of its figures."""

    @classmethod
    def of(cls, rules: Rules) -> "Differences":
        """Return the differences of these rules."""
        return cls(**{field.name: rules is Rules.MENDED for field in fields(cls)})
