"""Two projections side by side as rows for programs: a, b, the difference, and how likely b is the larger."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bordercast.publishing.figures import scenario_figures
from bordercast.publishing.pressure import waiting
from bordercast.publishing.quantiles import Spread
from bordercast.vocabulary import Projection


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """One corridor (persons over all days) or pressure (at the end of the last day) in scenarios ``a`` and ``b``.

    ``difference`` is b less a, draw by draw; ``chance_above`` the share of draws in which it is above zero. ``unit`` is
    person, hour or chance.
    """

    a: str
    b: str
    as_of: date
    until: date
    measure: str
    origin: str
    destination: str
    place: str
    unit: str
    in_a: Spread
    in_b: Spread
    difference: Spread
    chance_above: float


def comparison_rows(one: Projection, other: Projection) -> Iterator[ComparisonRow]:
    """Yield a row for every corridor, for people waiting anywhere, and for every pressure worth saying."""
    figures = scenario_figures(one, other)
    for line in figures.lines:
        yield ComparisonRow(
            a=figures.stands,
            b=figures.name,
            as_of=other.as_of,
            until=other.days[-1],
            measure="onward" if line.corridor.onward else "flow",
            origin=line.corridor.origin,
            destination=line.corridor.destination,
            place="",
            unit="person",
            in_a=line.stands,
            in_b=line.scenario,
            difference=line.difference,
            chance_above=line.chance_above,
        )
    for pressure in (waiting(one, other), *figures.pressures):
        yield ComparisonRow(
            a=figures.stands,
            b=figures.name,
            as_of=other.as_of,
            until=other.days[-1],
            measure=pressure.measure,
            origin=pressure.origin,
            destination=pressure.destination,
            place=pressure.place,
            unit=pressure.unit,
            in_a=pressure.stands,
            in_b=pressure.scenario,
            difference=pressure.difference,
            chance_above=pressure.chance_above,
        )
