"""Take it away: tables, a workbook, pictures and the feed, all made from what the gate lets out."""

import re
from dataclasses import replace
from typing import Literal

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from bordercast import publishing
from bordercast.publishing import Figures, Release, Table, screen
from bordercast.web.asked import AsOf, AtDesk, ClaimsWanted, Id
from bordercast.web.asking import Jobs
from bordercast.web.payload import Payload, payload, respond
from bordercast.web.problems import Refused

MOST_SHEET_ROWS = 200_000  # a workbook of more takes minutes to make and longer to open
FEED_DAYS = 14

TableName = Literal[
    "corridors", "flows", "claims", "ledger", "contradictions", "borders", "shelter", "projections", "flowmap_locations", "flowmap_flows"
]  # fmt: skip
PictureName = Literal["map", "timeline", TableName]
TableForm = Literal["csv", "xlsx", "json", "parquet"]
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "svg": "image/svg+xml",
    "md": "text/markdown; charset=utf-8",
}
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_TEXT = {"schema": {"type": "string"}}
_ROWS = {
    "schema": {
        "type": "object",
        "required": ["about", "columns", "rows"],
        "properties": {
            "about": {"type": "object"},
            "columns": {"type": "array", "items": {"type": "object"}},
            "rows": {"type": "array", "items": {"type": "array"}},
        },
    }
}

_EVERYTHING = screen.Wanted()

router = APIRouter()


@router.get(
    "/api/export/situation.{form}",
    operation_id="export_situation",
    response_class=Response,
    responses={200: {"content": {_MEDIA["xlsx"]: _BINARY, _MEDIA["md"]: _TEXT}}},
)
async def export_situation(
    desk: AtDesk, request: Request, form: Literal["xlsx", "md"], as_of: AsOf = None
) -> Response:
    """The whole situation: a workbook of every table (projections and quantiles of flows apart), or the report."""
    board = await desk.board(as_of)

    def make() -> Payload:
        out, numbers = board.public
        if form == "md":
            body = publishing.sitrep_bytes(out)
        else:
            names = ("claims", "ledger", "contradictions", "borders", "shelter")
            made = (publishing.corridor_table(out, numbers), *(publishing.table(out, name) for name in names))
            body = publishing.xlsx_bytes(out, tuple(publishing.stamped(each, out) for each in made))
        return payload(body, _MEDIA[form], file=_file(out, "situation", form))

    return respond(request, await desk.kept(board, f"export situation {form}", make))


@router.get(
    "/api/export/{picture}.svg",
    operation_id="export_picture",
    response_class=Response,
    responses={200: {"content": {_MEDIA["svg"]: _TEXT}}},
)
async def export_picture(
    desk: AtDesk, request: Request, picture: PictureName, wanted: ClaimsWanted, as_of: AsOf = None
) -> Response:
    """The flow map, the timelines or the first rows of a table as a picture, its source, day and method written below.

    What a table is narrowed by narrows its picture; the map and the timelines show every corridor.
    """
    board = await desk.board(as_of)

    def make() -> Payload:
        out, numbers = board.public
        body = _picture(out, numbers, picture, wanted)
        if body is None:
            raise Refused(
                404,
                f"There is no {picture} as of {out.as_of}",
                "No claim informs a flow between two countries by then.",
                "Ask for a later day.",
            )
        return payload(body, _MEDIA["svg"], file=_file(out, picture, "svg"))

    if wanted != _EVERYTHING:
        return respond(request, await desk.do(make))
    return respond(request, await desk.kept(board, f"export {picture}", make))


@router.get(
    "/api/export/{view}.{form}",
    operation_id="export_table",
    response_class=Response,
    responses={
        200: {
            "content": {
                _MEDIA["csv"]: _TEXT,
                _MEDIA["xlsx"]: _BINARY,
                _MEDIA["json"]: _ROWS,
                _MEDIA["parquet"]: _BINARY,
            }
        }
    },
)
async def export_table(
    desk: AtDesk,
    request: Request,
    view: TableName,
    form: TableForm,
    wanted: ClaimsWanted,
    as_of: AsOf = None,
) -> Response:
    """One table, each row with its source, day, vintage and method.

    ``corridor`` leaves one corridor in corridors, flows, projections and claims; the rest narrows claims alone.
    """
    board = await desk.board(as_of)

    def make() -> Payload:
        out, numbers = board.public
        made = publishing.stamped(_table(out, numbers, view, wanted), out)
        return payload(_bytes(made, out, form), _MEDIA[form], file=_file(out, view, form))

    if wanted != _EVERYTHING:
        return respond(request, await desk.do(make))
    return respond(request, await desk.kept(board, f"export {view} {form}", make))


@router.get(
    "/api/scenarios/{scenario}/projections.{form}",
    operation_id="export_scenario",
    response_class=Response,
    responses={200: {"content": {_MEDIA["csv"]: _TEXT, _MEDIA["xlsx"]: _BINARY}}},
)
async def export_scenario(
    desk: AtDesk, request: Request, scenario: Id, form: Literal["csv", "xlsx"]
) -> Response:
    """The projections of a question that was asked and answered, as a table."""
    jobs: Jobs = request.app.state.jobs
    answer = jobs.answer(scenario)
    if answer is None:
        raise Refused(
            404,
            f"There is no answer {scenario} to take away",
            "It was not asked, is not worked out yet, or is one of too many since.",
            "Ask again: POST /api/scenarios.",
        )

    def make() -> Payload:
        out = publishing.release(answer)
        made = publishing.stamped(publishing.table(out, "projections"), out)
        return payload(_bytes(made, out, form), _MEDIA[form], file=_file(out, "scenario", form))

    return respond(request, await desk.do(make))


@router.get("/feed.atom", include_in_schema=False)
@router.get(
    "/api/feed.atom",
    operation_id="feed",
    response_class=Response,
    responses={200: {"content": {"application/atom+xml": _TEXT}}},
)
async def feed(desk: AtDesk, request: Request) -> Response:
    """What changed on each of the last fourteen days, as an Atom feed."""
    changed = await desk.changed(FEED_DAYS)
    board = await desk.board()
    address = str(request.base_url).rstrip("/")
    body = publishing.atom_bytes(board.public[0].name, address, changed)
    return respond(request, payload(body, "application/atom+xml"))


def _table(out: Release, numbers: Figures, view: str, wanted: screen.Wanted) -> Table:
    """Return a table, narrowed to what is wanted; a Refused says when it cannot be."""
    if view == "claims":
        made = publishing.table(screen.narrowed(out, wanted), view)
        return replace(made, title=f"{made.title} (only {wanted.words})") if wanted.words else made
    made = publishing.corridor_table(out, numbers) if view == "corridors" else publishing.table(out, view)
    _only_corridor(view, wanted)
    return made if wanted.corridor is None else _along(made, wanted.corridor)


def _picture(out: Release, numbers: Figures, name: str, wanted: screen.Wanted) -> bytes | None:
    if name not in {"map", "timeline"}:
        return publishing.table_svg(out, _table(out, numbers, name, wanted))
    if wanted != _EVERYTHING:
        raise Refused(
            404,
            f"The picture {name} shows every corridor",
            f"It cannot be narrowed to {wanted.words}.",
            "Leave that out, or ask for the picture of a table.",
        )
    return publishing.map_svg(out, numbers) if name == "map" else publishing.timeline_svg(out, numbers)


def _only_corridor(view: str, wanted: screen.Wanted) -> None:
    if replace(wanted, corridor=None) != _EVERYTHING:
        raise Refused(
            404,
            f"The table {view} is not of claims",
            f"It cannot be narrowed to {replace(wanted, corridor=None).words}.",
            "Leave that out, or ask for the table of claims.",
        )


def _along(table: Table, corridor: str) -> Table:
    """Return a table with the rows of one corridor, where it has corridors."""
    names = [column.name for column in table.columns]
    ends = [names.index(name) for name in ("origin_location_code", "asylum_location_code") if name in names]
    if len(ends) != 2:
        raise Refused(
            404,
            f"The table {table.name} is not by corridor",
            "It has no two codes to choose by.",
            "Leave ?corridor= out, or ask for flows, corridors or projections.",
        )
    wanted = tuple(corridor.split("-"))
    rows = tuple(row for row in table.rows if (row[ends[0]], row[ends[1]]) == wanted)
    return replace(table, rows=rows)


def _bytes(table: Table, out: Release, form: str) -> bytes:
    match form:
        case "csv":
            return publishing.csv_bytes(table)
        case "parquet":
            return publishing.parquet_bytes(table)
        case "json":
            return msgspec.json.encode({
                "about": {"name": out.name, "as_of": out.as_of, "cite": screen.citation(out), "title": table.title},
                "columns": table.columns,
                "rows": table.rows,
            })  # fmt: skip
        case _:
            if len(table.rows) > MOST_SHEET_ROWS:
                raise Refused(
                    422,
                    f"The table {table.name} has {len(table.rows):,} rows",
                    f"A workbook holds up to {MOST_SHEET_ROWS:,} here.",
                    "Take it as .csv or .parquet, or name one ?corridor=.",
                )
            return publishing.xlsx_bytes(out, (table,))


def _file(out: Release, view: str, form: str) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", out.name.lower()).strip("-") or "situation"
    return f"{stem}-{view.replace('_', '-')}-{out.as_of}.{form}"
