"""One row a corridor: what most people want in Excel."""

from collections.abc import Iterator

from bordercast.publishing.figures import Figures, ground_words
from bordercast.publishing.gate import Release
from bordercast.publishing.quantiles import Spread
from bordercast.publishing.tables import Cell, Column, Table
from bordercast.publishing.words import place_name

_SPANS = (
    ("last_day", "on the last day"),
    ("last_7_days", "in the last seven days"),
    ("since_first_day", "since the first day"),
)
_PARTS = (
    ("median", "the median"),
    ("low80", "the lower end of the 80 % interval"),
    ("high80", "its upper end"),
)


def corridor_table(release: Release, numbers: Figures) -> Table:
    """Return every corridor with its medians and 80 % intervals; counts under ten are left empty where withheld."""
    return Table(
        name="corridors",
        title="Persons who crossed, one row a corridor",
        columns=tuple(_columns()),
        rows=tuple(_rows(release, numbers)),
    )


def _columns() -> Iterator[Column]:
    texts = (
        ("origin_location_code", "Where people left: ISO 3166-1 alpha-3"),
        ("origin_location_name", "Its English name"),
        (
            "asylum_location_code",
            "Where they arrived: ISO 3166-1 alpha-3, a group such as EU, ANY (all) or OTHER",
        ),
        ("asylum_location_name", "Its English name"),
        ("measure", "flow or onward; onward is never part of a flow"),
    )
    for name, words in texts:
        yield Column(name=name, type="string", description=words)
    yield Column(
        name="sum_of_others",
        type="boolean",
        description="true for a total over other rows: never add it to them",
    )
    yield Column(name="first_day", type="date", description="First day counted (included)")
    yield Column(name="last_day", type="date", description="Last day counted (included)")
    for span, when in _SPANS:
        for part, words in _PARTS:
            yield Column(name=f"{span}_{part}", type="number", description=f"Persons {when}: {words}")
    yield Column(
        name="informed", type="number", description="Share of the prior's variance that the claims removed"
    )
    yield Column(
        name="mostly_prior",
        type="boolean",
        description="true for a guess: the claims say less than the prior",
    )
    yield Column(name="claims", type="integer", description="Claims it rests on")
    yield Column(name="voices", type="integer", description="Independent voices among them")
    yield Column(name="ground", type="string", description="The same in words")


def _rows(release: Release, numbers: Figures) -> Iterator[tuple[Cell, ...]]:
    for figure in numbers.corridors:
        corridor = figure.corridor
        yield (
            corridor.origin,
            place_name(corridor.origin),
            corridor.destination,
            place_name(corridor.destination),
            "onward" if corridor.onward else "flow",
            figure.is_total,
            numbers.first_day,
            numbers.last_day,
            *_cells(release, figure.last_day),
            *_cells(release, figure.week),
            *_cells(release, figure.total),
            round(figure.informed, 3),
            figure.mostly_prior,
            len(figure.claims),
            len(figure.voices),
            ground_words(figure),
        )


def _cells(release: Release, spread: Spread) -> tuple[Cell, ...]:
    values = (spread.median, spread.low80, spread.high80)
    return tuple(None if release.suppressed(value) else value for value in values)
