"""Verdicts: an analyst accepts, rejects or corrects a claim, or takes a verdict back. Every one is another row."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from starlette.responses import Response

from bordercast.publishing import screen
from bordercast.vocabulary import Correction, Hedge, Judgement, Kind, Measure, Modality, Quantity, Ruling
from bordercast.web.asked import SAYS_SOMETHING, AtDesk, Day, Id
from bordercast.web.desk import Desk
from bordercast.web.payload import json_payload, respond
from bordercast.web.problems import Refused

Words = Annotated[str, StringConstraints(pattern=SAYS_SOMETHING, max_length=2000), AfterValidator(str.strip)]
Name = Annotated[str, StringConstraints(pattern=SAYS_SOMETHING, max_length=120), AfterValidator(str.strip)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Count = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False, strict=True)]
Intent = Annotated[
    str, Header(alias="X-Bordercast", description="Any word: a page of another site cannot send it")
]

router = APIRouter()


class Figure(BaseModel):
    """The figure as it should have been read; with neither ``low`` nor ``high`` they are those its hedge allows."""

    model_config = ConfigDict(extra="forbid", strict=False)

    value: Count | None = None
    low: Count | None = None
    high: Count | None = None
    hedge: Hedge = Hedge.EXACT
    unit: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}$")] = "person"
    per: Literal["hour", "day", "week", "month"] | None = None


class Corrected(BaseModel):
    """What the claim should have said; what is left out stays as it was read."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind | None = None
    term: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")] | None = None
    measure: Measure | None = None
    modality: Modality | None = None
    quantity: Figure | None = None
    origin: Code | None = None
    destinations: Annotated[list[Code], Field(min_length=1, max_length=20)] | None = None
    at: Code | None = None
    start: Day | None = None
    end: Day | None = None
    status: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")] | None = None


class Decided(BaseModel):
    """A verdict to be taken down."""

    model_config = ConfigDict(extra="forbid")

    claim_id: Id
    ruling: Literal["accepted", "rejected", "corrected", "duplicate"]
    analyst: Name
    reason: Words
    correction: Corrected | None = None
    duplicate_of: Id | None = None


class TakenBack(BaseModel):
    """Why a verdict is taken back, and by whom."""

    model_config = ConfigDict(extra="forbid")

    analyst: Name
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """Every verdict, the newest first."""

    verdicts: tuple[screen.VerdictLine, ...]


@router.get("/api/verdicts", response_model=Verdicts, operation_id="verdicts")
@router.get("/review.json", response_model=Verdicts, operation_id="verdicts_page")
async def verdicts(desk: AtDesk, request: Request) -> Response:
    """Every verdict, the newest first."""
    board = await desk.board()
    rows = await desk.do(desk.source.verdicts)
    found = Verdicts(verdicts=screen.verdict_lines(board.desk[0], rows))
    return respond(request, json_payload(found))


@router.post("/api/verdicts", status_code=201, response_model=screen.VerdictLine, operation_id="decide")
async def decide(desk: AtDesk, request: Request, decided: Decided, intent: Intent) -> Response:
    """Take down a verdict; the estimate is made anew from the next request on."""
    _ = intent
    claim = await desk.do(lambda: desk.source.claim(decided.claim_id))
    if claim is None:
        raise _no("claim", decided.claim_id)
    judgement = Judgement(
        claim_id=claim.id,
        ruling=Ruling(decided.ruling),
        analyst=decided.analyst,
        reason=decided.reason,
        correction=_correction(decided.correction) if decided.correction else None,
        duplicate_of=decided.duplicate_of,
    )
    return await _take_down(desk, request, judgement)


@router.post(
    "/api/verdicts/{verdict}/withdrawal",
    status_code=201,
    response_model=screen.VerdictLine,
    operation_id="take_back",
)
async def take_back(
    desk: AtDesk, request: Request, verdict: Id, taken: TakenBack, intent: Intent
) -> Response:
    """Take a verdict back: what held before it holds again. A withdrawal can be taken back too."""
    _ = intent
    rows = await desk.do(desk.source.verdicts)
    found = next((row for row in rows if row.id == verdict), None)
    if found is None:
        raise _no("verdict", verdict)
    back = Judgement(
        claim_id=found.claim_id,
        ruling=Ruling.WITHDRAWN,
        analyst=taken.analyst,
        reason=taken.reason,
        withdraws=found.id,
    )
    return await _take_down(desk, request, back)


async def _take_down(desk: Desk, request: Request, judgement: Judgement) -> Response:
    if desk.read_only:
        raise Refused(
            403,
            "No verdicts are taken here",
            "The server was started with --read-only.",
            "Start it without, where verdicts are to be taken.",
        )
    board = await desk.board()
    verdict = await desk.do(lambda: desk.source.rule(judgement))
    desk.forget()
    rows = await desk.do(desk.source.verdicts)
    line = next(row for row in screen.verdict_lines(board.desk[0], rows) if row.id == verdict.id)
    response = respond(request, json_payload(line), {"Cache-Control": "no-store"})
    response.status_code = 201
    return response


def _correction(said: Corrected) -> Correction:
    return Correction(
        kind=said.kind,
        term=said.term,
        measure=said.measure,
        modality=said.modality,
        quantity=_figure(said.quantity) if said.quantity else None,
        origin=screen.country_named(said.origin) if said.origin else None,
        destinations=tuple(map(screen.country_named, said.destinations)) if said.destinations else None,
        at=screen.country_named(said.at) if said.at else None,
        start=said.start,
        end=said.end,
        status=said.status,
    )


def _figure(said: Figure) -> Quantity:
    if said.value is not None and said.low is None and said.high is None:
        return Quantity.of(said.value, hedge=said.hedge, unit=said.unit, per=said.per)
    return Quantity(**said.model_dump())


def _no(kind: str, name: str) -> Refused:
    return Refused(
        404,
        f"There is no {kind} {name}",
        "The store does not hold it.",
        f"See /api/{kind}s for those there are.",
    )
