"""The tables: rows of what may leave, with the column names of HDX HAPI where it has one.

Each table says its columns once, with their type and meaning; CSV, Parquet and the data package all read it there.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pyarrow as pa
import pyarrow.parquet as pq

from bordercast import atlas
from bordercast.publishing.change_words import where_words
from bordercast.publishing.figures import (
    MOSTLY_PRIOR,
    CorridorFigures,
    border_name,
    claim_words,
    disagreements,
    figures,
    informed,
)
from bordercast.publishing.gate import Release
from bordercast.publishing.pressure import pressure_rows
from bordercast.publishing.quantiles import projection_rows, quantile_rows
from bordercast.publishing.words import place_code, place_name, status_words

Cell = str | float | int | bool | date | None
Type = Literal["string", "number", "integer", "boolean", "date"]

_ARROW = {
    "string": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, its Frictionless type, what it holds."""

    name: str
    type: Type
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: the stem of its file, what it holds, its columns, and its rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(release: Release) -> tuple[Table, ...]:
    """Return every table of what may leave, in the order of the data package."""
    return tuple(
        Table(name=name, title=title, columns=columns, rows=tuple(rows(release)))
        for name, title, columns, rows in _TABLES
    )


def table(release: Release, name: str) -> Table:
    """Return one table by its name; KeyError when there is none."""
    for found, title, columns, rows in _TABLES:
        if found == name:
            return Table(name=name, title=title, columns=columns, rows=tuple(rows(release)))
    raise KeyError(name)


def csv_bytes(table: Table) -> bytes:
    """Return a table as CSV: UTF-8, RFC 4180 (CRLF), ISO dates, empty for missing."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode()


def parquet_bytes(table: Table) -> bytes:
    """Return a table as Parquet, with the types its columns name."""
    schema = pa.schema([(column.name, _ARROW[column.type]) for column in table.columns])
    columns: Sequence[Sequence[Cell]] = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [pa.array(cells, type=field.type) for cells, field in zip(columns, schema, strict=True)]
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink, compression="zstd")
    return sink.getvalue()


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case date():
            return cell.isoformat()
        case float():
            return f"{cell:.1f}".removesuffix(".0") if abs(cell) >= 10 else f"{cell:.6g}"
        case _:
            return str(cell)


def _codes(codes: Sequence[str]) -> str:
    return ";".join(codes)


def _flow_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    estimate = release.estimate
    if estimate is None:
        return
    prior = {(c.origin, c.destination): informed(estimate, c) < MOSTLY_PRIOR for c in estimate.corridors}
    for row in quantile_rows(estimate):
        small = release.suppressed(row.value)
        yield (
            release.name,
            row.as_of,
            row.origin,
            place_name(row.origin),
            row.destination,
            place_name(row.destination),
            "all",
            estimate.days[0] if row.measure.startswith("cumulative") else row.day,
            row.day,
            row.measure,
            row.output_type,
            row.output_type_id,
            None if small else row.value,
            small,
            prior[row.origin, row.destination],
            estimate.method,
        )


def _projection_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    for projection in release.projections:
        for row in projection_rows(projection):
            small = row.value is not None and release.suppressed(row.value)
            yield (
                release.name,
                row.scenario,
                row.as_of,
                row.origin,
                place_name(row.origin),
                row.destination,
                place_name(row.destination),
                "all",
                projection.days[0] if row.measure.startswith("cumulative") else row.day,
                row.day,
                row.measure,
                row.output_type,
                row.output_type_id,
                None if small else row.value,
                small,
                projection.method,
            )


def _pressure_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    for projection in release.projections:
        for row in pressure_rows(projection):
            small = row.unit == "person" and row.value is not None and release.suppressed(row.value)
            yield (
                release.name,
                row.scenario,
                row.as_of,
                row.origin or None,
                row.destination or None,
                row.place or None,
                where_words(row.place) if row.place else None,
                row.day,
                row.measure,
                row.unit,
                row.output_type,
                row.output_type_id,
                None if small else row.value,
                small,
                projection.method,
            )


def _claim_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    for claim in release.claims:
        said, voice, interval = claim.quantity, claim.attribution, claim.interval
        yield (
            claim.id,
            claim.report_id,
            claim.kind.value,
            claim.term,
            claim.modality.value,
            claim.status,
            claim_words(claim),
            claim.entry.decision.value,
            claim.entry.reason,
            claim.entry.words,
            claim.entry.weight,
            claim.entry.into,
            _codes(claim.entry.corridors),
            claim.origin.iso3 if claim.origin else None,
            claim.origin.name if claim.origin else None,
            _codes([place_code(d) for d in claim.destinations]),
            _codes([d.name for d in claim.destinations]),
            _codes([v.name for v in claim.via]),
            claim.at.iso3 if claim.at else None,
            claim.at.name if claim.at else None,
            claim.population,
            claim.measure.value,
            said.value if said else None,
            said.low if said else None,
            said.high if said else None,
            said.hedge.value if said else None,
            said.unit if said else None,
            said.per if said else None,
            any("counts" in reason for reason in claim.withheld),
            interval.start if interval else None,
            interval.end if interval else None,
            interval.basis.value if interval else None,
            voice.speaker,
            voice.role,
            voice.organisation,
            voice.source_type.value,
            _codes(voice.chain),
            claim.quote,
            claim.start,
            claim.end,
            claim.title,
            claim.publisher,
            claim.published,
            claim.language,
            claim.source,
            _codes(claim.withheld),
        )


def _ledger_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    for entry in release.ledger.entries:
        yield (
            entry.subject,
            entry.decision.value,
            entry.reason,
            entry.words,
            entry.weight,
            entry.into,
            _codes(entry.corridors),
        )


def _contradiction_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    for dispute in disagreements(release):
        expected = (dispute.low, dispute.median, dispute.high)
        small = dispute.unit == "person" and release.suppressed(dispute.high)
        yield (
            dispute.claim.id,
            dispute.said,
            dispute.claim.voice,
            dispute.unit,
            *((None, None, None) if small else expected),
            small,
            dispute.surprise,
            _codes([opponent.id for opponent in dispute.opponents]),
        )


def _border_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    for line in release.borders:
        standing = line.standing
        for event in line.events:
            yield (
                line.border,
                border_name(line.border),
                event.day,
                event.status,
                event.modality.value,
                status_words(event.status, event.modality),
                event is standing,
                event.voice,
                event.population,
                event.claim_id,
            )


def _shelter_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    for claim in figures(release).shelters:
        said = claim.quantity
        yield (
            claim.id,
            claim.interval.start if claim.interval else None,
            claim.interval.end if claim.interval else None,
            claim.at.iso3 if claim.at else None,
            claim.at.name if claim.at else None,
            claim.term,
            claim.status,
            claim.modality.value,
            said.value if said else None,
            said.low if said else None,
            said.high if said else None,
            said.hedge.value if said else None,
            said.unit if said else None,
            any("counts" in reason for reason in claim.withheld),
            claim.voice,
            claim.publisher,
            claim.published,
        )


def _located(release: Release) -> list[CorridorFigures]:
    """Return the legs whose two ends are countries of the atlas."""
    return [
        c
        for c in figures(release).corridors
        if not c.is_total and _country(c.corridor.origin) and _country(c.corridor.destination)
    ]


def _country(code: str) -> atlas.Country | None:
    try:
        return atlas.country(code)
    except atlas.UnknownPlace:
        return None


def _location_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    codes = {code for c in _located(release) for code in (c.corridor.origin, c.corridor.destination)}
    for code in sorted(codes):
        country = atlas.country(code)
        yield code, country.name, country.lat, country.lon


def _od_rows(release: Release) -> Iterator[tuple[Cell, ...]]:
    estimate = release.estimate
    for corridor in _located(release):
        for day, persons in zip(estimate.days if estimate else (), corridor.daily, strict=True):
            if not release.suppressed(persons.median):
                yield corridor.corridor.origin, corridor.corridor.destination, round(persons.median), day


def _columns(*columns: tuple[str, Type, str]) -> tuple[Column, ...]:
    return tuple(Column(name=name, type=kind, description=words) for name, kind, words in columns)


_ESTIMATE = (
    ("origin_location_code", "string", "Where people left: ISO 3166-1 alpha-3"),
    ("origin_location_name", "string", "Its English name"),
    ("asylum_location_code", "string", "Where they arrived: ISO 3166-1 alpha-3, a group such as EU, ANY (all) or OTHER"),
    ("asylum_location_name", "string", "Its English name; people may move on, so this is not always a country of asylum"),
    ("population_group", "string", "all: the estimate does not divide people"),
    ("reference_period_start", "date", "First day counted (included)"),
    ("reference_period_end", "date", "Last day counted (included)"),
    (
        "measure",
        "string",
        "flow or onward: persons that day; cumulative_flow or cumulative_onward: since the first day. Onward is never part of a flow",
    ),
    ("output_type", "string", "quantile (forecast-hub long form)"),
    ("output_type_id", "number", "The level of the quantile: 0.025, 0.1, 0.25, 0.5, 0.75, 0.9 or 0.975"),
    ("value", "number", "Persons; empty when suppressed"),
    ("suppressed", "boolean", "true when the value is under 10 and withheld"),
)  # fmt: skip

_FLOWS = _columns(
    ("crisis", "string", "The situation's name"),
    ("as_of", "date", "Known as of the end of this day"),
    *_ESTIMATE,  # type: ignore[arg-type]
    (
        "mostly_prior",
        "boolean",
        "true when the claims say less about the corridor than the model's prior does",
    ),
    ("method", "string", "The method and its version"),
)

_PROJECTIONS = _columns(
    ("crisis", "string", "The situation's name"),
    ("scenario", "string", "The scenario; the first is the forecast as things stand"),
    ("as_of", "date", "Known as of the end of this day"),
    *_ESTIMATE,  # type: ignore[arg-type]
    ("method", "string", "The method and its version"),
)

_PRESSURE = _columns(
    ("crisis", "string", "The situation's name"),
    ("scenario", "string", "The scenario; the first is the forecast as things stand"),
    ("as_of", "date", "Known as of the end of this day"),
    ("origin_location_code", "string", "Where people come from, at a crossing: ISO 3166-1 alpha-3"),
    ("asylum_location_code", "string", "The country they go to or are in; empty for people waiting anywhere"),
    ("place_id", "string", "An official crossing, a first-level region or a country, by its id in the atlas"),
    ("place_name", "string", "Its English name"),
    ("date", "date", "The day; for days_until_full the first day to come"),
    (
        "measure",
        "string",
        "waiting, present, crossing_flow, queue, wait, beds, sheltered, without_bed, days_until_full",
    ),
    ("unit", "string", "person, hour or day"),
    ("output_type", "string", "quantile (forecast-hub long form)"),
    (
        "output_type_id",
        "number",
        "The level of the quantile: 0.025, 0.1, 0.25, 0.5, 0.75, 0.9 or 0.975",
    ),
    ("value", "number", "Empty when suppressed, and for days until full beyond the last day"),
    ("suppressed", "boolean", "true when a count of people under 10 was withheld"),
    ("method", "string", "The method and its version"),
)

_CLAIMS = _columns(
    ("claim_id", "string", "Made from the claim's content"),
    ("report_id", "string", "The report that says it"),
    ("kind", "string", "What it is about; see docs/reference/claims.md"),
    ("term", "string", "The verb or the thing, in the field's words"),
    ("modality", "string", "How it is said: asserted, reported, rumoured, denied ..."),
    ("status", "string", "Open, closed, increased ... where the kind has one"),
    ("words", "string", "The claim in one line"),
    ("decision", "string", "What became of it: used, shown, folded, set_aside, rejected"),
    ("reason", "string", "Why, as a code"),
    ("decision_words", "string", "Why, as a sentence"),
    ("weight", "number", "The information the estimate took: 1 is one clear official figure"),
    ("folded_into", "string", "The claim that carries a folded one"),
    ("informs", "string", "Corridors it informs, divided by semicolons"),
    ("origin_location_code", "string", "Where people left, as claimed"),
    ("origin_location_name", "string", "Its name"),
    ("asylum_location_codes", "string", "Every destination named, undivided, divided by semicolons"),
    ("asylum_location_names", "string", "Their names"),
    ("via", "string", "Official crossings and transit countries"),
    ("at_location_code", "string", "Where a stock, queue, shelter, border or event is"),
    ("at_location_name", "string", "Its name"),
    ("population_group", "string", "Of whom it speaks, in the report's words"),
    ("measure", "string", "Over which time the figure counts"),
    ("value", "number", "The figure as said; empty when none or suppressed"),
    ("value_low", "number", "The least the words allow"),
    ("value_high", "number", "The most the words allow"),
    ("hedge", "string", "The word beside the number"),
    ("unit", "string", "person, household, vehicle ..."),
    ("per", "string", "day, hour, week, month"),
    ("suppressed", "boolean", "true when a count of people under 10 was withheld, with its sentence"),
    ("reference_period_start", "date", "First day the figure counts (included)"),
    ("reference_period_end", "date", "Last day (included)"),
    ("interval_basis", "string", "How the dates were resolved"),
    ("speaker", "string", "Officials and spokespersons only; private persons are never named"),
    ("role", "string", "The speaker's role"),
    ("organisation", "string", "The speaker's organisation"),
    ("source_type", "string", "official, international, media, witness ..."),
    ("chain", "string", "Who told whom, outermost first, divided by semicolons"),
    ("quote", "string", "The sentence that says it, up to 300 characters"),
    ("quote_start", "integer", "First code point of the quote in the report's text"),
    ("quote_end", "integer", "One past its last"),
    ("report_title", "string", "The report's title"),
    ("publisher", "string", "Who published it"),
    ("published", "date", "When"),
    ("language", "string", "ISO 639-1"),
    ("source", "string", "The report's web address, or the name of its file"),
    ("withheld", "string", "What the publication gate left out of this row"),
)

_TABLES: tuple[tuple[str, str, tuple[Column, ...], Callable[[Release], Iterator[tuple[Cell, ...]]]], ...] = (
    ("flows", "Persons who crossed, by corridor and day, as quantiles", _FLOWS, _flow_rows),
    ("claims", "Who said what: every claim, with its sentence and what became of it", _CLAIMS, _claim_rows),
    (
        "ledger",
        "What became of every claim and every unreadable input",
        _columns(
            ("subject", "string", "A claim id, or the name of an input that could not be read"),
            ("decision", "string", "used, shown, folded, set_aside, rejected, unreadable"),
            ("reason", "string", "Why, as a code"),
            ("words", "string", "Why, as a sentence"),
            ("weight", "number", "The information the estimate took"),
            ("into", "string", "The claim that carries a folded one"),
            ("corridors", "string", "Corridors it informs, divided by semicolons"),
        ),
        _ledger_rows,
    ),
    (
        "contradictions",
        "Claims that the rest of the evidence does not expect",
        _columns(
            ("claim_id", "string", "The claim"),
            ("words", "string", "What it says"),
            ("voice", "string", "Who says it"),
            ("unit", "string", "The unit of the three figures that follow"),
            ("expected_low", "number", "10 % quantile of what the others imply"),
            ("expected_median", "number", "50 % quantile"),
            ("expected_high", "number", "90 % quantile"),
            ("suppressed", "boolean", "true when the figures are under 10 and withheld"),
            ("surprise", "number", "Two-sided probability of a claim at least as far off"),
            ("opponents", "string", "Claims that pull hardest the other way, divided by semicolons"),
        ),
        _contradiction_rows,
    ),
    (
        "borders",
        "Who said what about which border, and how",
        _columns(
            ("border", "string", "RUS (all its borders), RUS>FIN, or the name of an official crossing"),
            ("border_name", "string", "The same in words"),
            ("day", "date", "The day of the statement"),
            ("status", "string", "open, restricted, closed or undecided, as said"),
            ("modality", "string", "How it was said; only asserted, reported and estimated state a fact"),
            ("said", "string", "Status and modality in words: never read a status without this"),
            ("standing", "boolean", "true for the latest statement of fact"),
            ("voice", "string", "Who said it"),
            ("population_group", "string", "To whom it applies"),
            ("claim_id", "string", "The claim behind it"),
        ),
        _border_rows,
    ),
    (
        "shelter",
        "Places to stay: capacity, pressure, improvised sites",
        _columns(
            ("claim_id", "string", "The claim"),
            ("reference_period_start", "date", "First day it speaks of"),
            ("reference_period_end", "date", "Last day it speaks of"),
            ("location_code", "string", "Country"),
            ("location_name", "string", "Town, region or country; never an address"),
            ("site", "string", "The kind of site"),
            ("status", "string", "improvised, under_pressure, full, open, housed, capacity"),
            ("modality", "string", "How it is said"),
            ("value", "number", "The figure as said"),
            ("value_low", "number", "The least the words allow"),
            ("value_high", "number", "The most the words allow"),
            ("hedge", "string", "The word beside the number"),
            ("unit", "string", "person, household, seat ..."),
            ("suppressed", "boolean", "true when a count of people under 10 was withheld"),
            ("voice", "string", "Who says it"),
            ("publisher", "string", "Who published it"),
            ("published", "date", "When"),
        ),
        _shelter_rows,
    ),
    (
        "projections",
        "Persons expected to cross, by scenario, corridor and day, as quantiles",
        _PROJECTIONS,
        _projection_rows,
    ),
    (
        "pressure",
        "Queues, waiting times, people waiting and shelter, by scenario, place and day, as quantiles",
        _PRESSURE,
        _pressure_rows,
    ),
    (
        "flowmap_locations",
        "Ends of corridors, at the capital (flowmap.blue form)",
        _columns(
            ("id", "string", "ISO 3166-1 alpha-3"),
            ("name", "string", "English name"),
            ("lat", "number", "Degrees north, WGS 84: the capital, not a crossing"),
            ("lon", "number", "Degrees east"),
        ),
        _location_rows,
    ),
    (
        "flowmap_flows",
        "Median persons by corridor and day (flowmap.blue form)",
        _columns(
            ("origin", "string", "Location id"),
            ("dest", "string", "Location id"),
            ("count", "integer", "Median persons that day; rows under 10 are left out"),
            ("time", "date", "The day"),
        ),
        _od_rows,
    ),
)
