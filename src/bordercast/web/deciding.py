"""Verdicts: an analyst accepts, rejects or corrects a claim, or takes a verdict back. Every one is another row."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from starlette.responses import Response

from bordercast.publishing import screen
from bordercast.vocabulary import (
    Basis,
    Claim,
    Hedge,
    Interval,
    InvalidNoun,
    Kind,
    Measure,
    Modality,
    Quantity,
    Ruling,
    Verdict,
    Where,
)
from bordercast.web.asked import SAYS_SOMETHING, AtDesk, Day, Id
from bordercast.web.desk import Desk
from bordercast.web.payload import json_payload, respond
from bordercast.web.problems import Refused

Words = Annotated[str, StringConstraints(pattern=SAYS_SOMETHING, max_length=2000), AfterValidator(str.strip)]
Name = Annotated[str, StringConstraints(pattern=SAYS_SOMETHING, max_length=120), AfterValidator(str.strip)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Persons = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False, strict=True)]
Intent = Annotated[
    str, Header(alias="X-Bordercast", description="Any word: a page of another site cannot send it")
]

router = APIRouter()


class Figure(BaseModel):
    """The figure as it should have been read; ``low`` and ``high`` None are unbounded."""

    model_config = ConfigDict(extra="forbid", strict=False)

    value: Persons | None = None
    low: Persons | None = None
    high: Persons | None = None
    hedge: Hedge = Hedge.EXACT
    unit: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}$")] = "person"
    per: Literal["hour", "day", "week", "month"] | None = None


class Correction(BaseModel):
    """What the claim should have said; what is left out stays as it was read."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind | None = None
    measure: Measure | None = None
    modality: Modality | None = None
    quantity: Figure | None = None
    origin: Code | None = None
    destinations: Annotated[list[Code], Field(min_length=1, max_length=20)] | None = None
    start: Day | None = None
    end: Day | None = None


class Decided(BaseModel):
    """A verdict to be taken down."""

    model_config = ConfigDict(extra="forbid")

    claim_id: Id
    ruling: Literal["accepted", "rejected", "corrected"]
    analyst: Name
    reason: Words
    correction: Correction | None = None


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
    ruling = Ruling(decided.ruling)
    if (ruling is Ruling.CORRECTED) != (decided.correction is not None):
        raise Refused(
            422,
            "The ruling and the correction do not fit",
            f"A verdict {ruling} came {'without' if decided.correction is None else 'with'} a correction.",
            "Send a correction with the ruling corrected, and with no other.",
        )
    verdict = Verdict.of(
        claim_id=claim.id,
        ruling=ruling,
        analyst=decided.analyst,
        decided=datetime.now(UTC),
        reason=decided.reason,
        correction=corrected(claim, decided.correction) if decided.correction else None,
    )
    return await _take_down(desk, request, verdict)


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
    back = Verdict.of(
        claim_id=found.claim_id,
        ruling=Ruling.WITHDRAWN,
        analyst=taken.analyst,
        decided=datetime.now(UTC),
        reason=taken.reason,
        withdraws=found.id,
    )
    return await _take_down(desk, request, back)


def corrected(claim: Claim, correction: Correction) -> Claim:
    """Return a claim with what an analyst corrected; it quotes the same words."""
    said: dict[str, object] = {}
    for name in ("kind", "measure", "modality"):
        value = getattr(correction, name)
        if value is not None:
            said[name] = value
    if correction.quantity is not None:
        said["quantity"] = Quantity(**correction.quantity.model_dump())
    if correction.origin is not None:
        said["origin"] = _where(correction.origin)
    if correction.destinations is not None:
        said["destinations"] = tuple(map(_where, correction.destinations))
    if correction.start is not None or correction.end is not None:
        before = claim.interval
        said["interval"] = Interval(
            start=correction.start or (before.start if before else None),
            end=correction.end or (before.end if before else None),
            basis=Basis.EXPLICIT,
        )
    if not said:
        raise InvalidNoun(
            f"The correction of claim {claim.id} changes nothing. Send what it should have said."
        )
    return claim.but(**said)


async def _take_down(desk: Desk, request: Request, verdict: Verdict) -> Response:
    if desk.read_only:
        raise Refused(
            403,
            "No verdicts are taken here",
            "The server was started with --read-only.",
            "Start it without, where verdicts are to be taken.",
        )
    board = await desk.board()
    await desk.do(lambda: desk.source.add_verdict(verdict))
    desk.forget()
    rows = await desk.do(desk.source.verdicts)
    line = next(row for row in screen.verdict_lines(board.desk[0], rows) if row.id == verdict.id)
    response = respond(request, json_payload(line), {"Cache-Control": "no-store"})
    response.status_code = 201
    return response


def _where(code: str) -> Where:
    return screen.country_named(code)


def _no(kind: str, name: str) -> Refused:
    return Refused(
        404,
        f"There is no {kind} {name}",
        "The store does not hold it.",
        f"See /api/{kind}s for those there are.",
    )
