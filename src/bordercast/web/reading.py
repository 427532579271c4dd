"""What can be read: each view of a situation as JSON, under ``/api`` and as the ``.json`` twin of its page."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from bordercast import __version__
from bordercast.publishing import Figures, Release, screen
from bordercast.publishing.screen.claims import MOST, Order
from bordercast.store import VintageLine
from bordercast.web.asked import AsOf, AtDesk, ClaimsWanted, Corridor, Id
from bordercast.web.desk import Board, Desk
from bordercast.web.payload import Payload, json_payload, respond
from bordercast.web.problems import Refused

View = Callable[..., Awaitable[Response]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of the server: ``mark`` changes when the store grows; reload what you show when it does.

    ``days`` are those reports were published on; ``working`` those being worked out now.
    """

    version: str
    mark: str
    days: tuple[date, ...]
    working: tuple[date, ...]
    read_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The first view: the eight answers, every corridor, and where the ends of corridors lie."""

    answers: screen.Answers
    corridors: tuple[screen.CorridorLine, ...]
    places: tuple[screen.Spot, ...]
    notes: screen.Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Borders:
    """Every border somebody spoke of."""

    as_of: date
    borders: tuple[screen.Border, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelters:
    """Every place shelter was told of, and what is projected of shelter as things stand."""

    as_of: date
    places: tuple[screen.Shelter, ...]
    outlook: tuple[screen.ShelterOutlook, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradictions:
    """Claims that the rest of the evidence does not expect, the most surprising first."""

    as_of: date
    contradictions: tuple[screen.Disputed, ...]


router = APIRouter()


async def send(
    desk: Desk, request: Request, as_of: date | None, key: str, make: Callable[[Board], object]
) -> Response:
    """Return a view of a day that is the same for everybody who asks."""
    board = await desk.board(as_of)
    return respond(request, await desk.kept(board, key, lambda: json_payload(make(board))))


def get(path: str, model: object) -> Callable[[View], View]:
    """Register a view under ``/api`` and, as the ``.json`` twin of its page, without it."""

    def register(view: View) -> View:
        name, words = view.__name__, (view.__doc__ or "").rstrip(".")
        router.get(f"/api{path}", response_model=model, summary=words, operation_id=name)(view)
        twin = f"{words} (twin of the page)"
        router.get(f"{path}.json", response_model=model, summary=twin, operation_id=f"{name}_page")(view)
        return view

    return register


@router.get("/api/status", response_model=Status, operation_id="status")
async def status(desk: AtDesk, request: Request) -> Response:
    """The state of the store and the server."""
    mark, days = await desk.state()
    now = Status(version=__version__, mark=mark, days=days, working=desk.working, read_only=desk.read_only)
    return respond(request, json_payload(now))


@get("/situation", Overview)
async def situation(desk: AtDesk, request: Request, as_of: AsOf = None) -> Response:
    """The answer first: eight answers and every corridor."""
    return await send(desk, request, as_of, "situation", lambda board: _overview(*board.desk))


@router.get("/embed/situation.json", response_model=Overview, operation_id="embed_situation")
async def embed_situation(desk: AtDesk, request: Request, as_of: AsOf = None) -> Response:
    """The first view as it may be taken away, for the embedded map."""
    return await send(desk, request, as_of, "embed situation", lambda board: _overview(*board.public))


@router.get("/embed/borders.json", response_model=Borders, operation_id="embed_borders")
async def embed_borders(desk: AtDesk, request: Request, as_of: AsOf = None) -> Response:
    """Every border as it may be taken away, for the embedded map."""

    def make(board: Board) -> Borders:
        return Borders(as_of=board.situation.as_of, borders=screen.borders(board.public[0]))

    return await send(desk, request, as_of, "embed borders", make)


@get("/estimates", tuple[VintageLine, ...])
async def estimates(desk: AtDesk, request: Request) -> Response:
    """Every estimate that is kept, newest day first: each can be asked for as it was made."""
    return respond(request, json_payload(await desk.do(desk.source.vintages)))


@get("/estimates/{vintage}", Overview)
async def estimate(desk: AtDesk, request: Request, vintage: Id) -> Response:
    """One estimate as it was made, whatever has come in since: the address to cite."""
    board = await desk.estimate(vintage)

    def make() -> Payload:
        return json_payload(_overview(*board.desk))

    return respond(request, await desk.kept(board, "situation", make))


@get("/corridors", tuple[screen.CorridorLine, ...])
async def corridors(desk: AtDesk, request: Request, as_of: AsOf = None) -> Response:
    """Every corridor with its figures."""
    return await send(desk, request, as_of, "corridors", lambda board: screen.corridor_lines(board.desk[1]))


@get("/corridors/{corridor}", screen.CorridorDetail)
async def corridor(desk: AtDesk, request: Request, corridor: Corridor, as_of: AsOf = None) -> Response:
    """One corridor whole."""
    return await send(
        desk,
        request,
        as_of,
        f"corridor {corridor}",
        lambda board: _found(screen.corridor_detail(*board.desk, corridor), "corridor", corridor),
    )


@get("/flows", screen.Flows)
async def flows(
    desk: AtDesk,
    request: Request,
    as_of: AsOf = None,
    levels: Annotated[Literal["median", "80", "all"], Query(description="Which quantiles")] = "80",
    measure: Annotated[
        Literal["daily", "both"], Query(description="Daily numbers alone, or running totals too")
    ] = "both",
    corridor: Annotated[list[Corridor], Query(description="Only these corridors", max_length=100)] = [],  # noqa: B006 - FastAPI reads the default and never changes it
) -> Response:
    """Daily and running flows in columns."""
    board = await desk.board(as_of)

    def make() -> Payload:
        return json_payload(
            screen.flow_series(*board.desk, levels=levels, running=measure == "both", corridors=corridor)
        )

    if corridor:  # what strangers can vary without end is not kept
        return respond(request, await desk.do(make))
    return respond(request, await desk.kept(board, f"flows {levels} {measure}", make))


@get("/claims", screen.ClaimPage)
async def claims(
    desk: AtDesk,
    request: Request,
    wanted: ClaimsWanted,
    as_of: AsOf = None,
    order: Order = Order.WEIGHT,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 100,
) -> Response:
    """Claims, searched and a page at a time."""
    board = await desk.board(as_of)
    release, _ = board.desk

    def make() -> Payload:
        return json_payload(screen.claim_page(release, wanted, order=order, offset=offset, limit=limit))

    return respond(request, await desk.do(lambda: board.found((wanted, order, offset, limit), make)))


@get("/claims/{claim}", screen.ClaimDetail)
async def claim(desk: AtDesk, request: Request, claim: Id, as_of: AsOf = None) -> Response:
    """One claim: sentence, chain, copies, fate."""
    board = await desk.board(as_of)
    detail = _found(screen.claim_detail(board.desk[0], claim), "claim", claim)
    return respond(request, json_payload(detail))


@get("/reports/{report}", screen.ReportText)
async def report(desk: AtDesk, request: Request, report: Id, as_of: AsOf = None) -> Response:
    """One report with its spans."""
    board = await desk.board(as_of)
    found = await desk.do(
        lambda: json_payload(
            _found(screen.report_text(board.situation, board.desk[0], report), "report", report)
        )
    )
    return respond(request, found)


@get("/borders", Borders)
async def borders(desk: AtDesk, request: Request, as_of: AsOf = None) -> Response:
    """Who said what of which border."""

    def make(board: Board) -> Borders:
        return Borders(as_of=board.situation.as_of, borders=screen.borders(board.desk[0]))

    return await send(desk, request, as_of, "borders", make)


@get("/shelter", Shelters)
async def shelter(desk: AtDesk, request: Request, as_of: AsOf = None) -> Response:
    """Where shelter is told of."""

    def make(board: Board) -> Shelters:
        release, numbers = board.desk
        return Shelters(
            as_of=release.as_of, places=screen.shelter(numbers), outlook=screen.shelter_outlooks(release)
        )

    return await send(desk, request, as_of, "shelter", make)


@get("/contradictions", Contradictions)
async def contradictions(desk: AtDesk, request: Request, as_of: AsOf = None) -> Response:
    """Where sources disagree, side by side."""

    def make(board: Board) -> Contradictions:
        return Contradictions(as_of=board.situation.as_of, contradictions=screen.disputed(*board.desk))

    return await send(desk, request, as_of, "contradictions", make)


@get("/changes", screen.Changes | None)
async def changes(desk: AtDesk, request: Request, as_of: AsOf = None) -> Response:
    """What the reports of the last day changed; null on the first."""
    board = await desk.board(as_of)
    before = await desk.before(board)

    def make() -> Payload:
        return json_payload(screen.changes(before.desk, board.desk) if before else None)

    return respond(request, await desk.kept(board, "changes", make))


def _overview(release: Release, numbers: Figures) -> Overview:
    return Overview(
        answers=screen.answers(release, numbers),
        corridors=screen.corridor_lines(numbers),
        places=screen.spots(numbers),
        notes=screen.NOTES,
    )


def _found(noun: object, kind: str, name: str) -> object:
    if noun is None:
        raise Refused(
            404,
            f"There is no {kind} {name}",
            "The situation of that day does not have it.",
            f"See /api/{kind}s for those there are, or ask for another ?as_of=.",
        )
    return noun
