"""Scenarios: somebody asks what if, the answer is worked out in a thread, and can be asked for until it is there."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from starlette.responses import Response

from bordercast.publishing import figures, release, screen
from bordercast.vocabulary import BordercastError, Closure, Scenario, fingerprint
from bordercast.web.asked import AsOf, AtDesk, Day, Id, whole
from bordercast.web.deciding import Intent
from bordercast.web.desk import Desk
from bordercast.web.payload import Payload, json_payload, respond
from bordercast.web.problems import Refused

JOBS = 64  # answers kept; the oldest are let go
DAYS = 60  # beyond two months nothing here means anything
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False, strict=True)]
Direction = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}>[A-Z]{2,12}$")]

router = APIRouter()


class Close(BaseModel):
    """A corridor is shut from a day (the day after ``as_of`` when none is given), until a day, included."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    where: Direction
    start: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None
    leak: Share = 0.02
    rerouted: Share = 0.7


class AskedScenario(BaseModel):
    """One scenario: its changes, in the words of docs/reference/scenario.md."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = None
    close: Annotated[list[Close], Field(max_length=20)] = []


class Ask(BaseModel):
    """One scenario set against things as they stand, or two against each other too."""

    model_config = ConfigDict(extra="forbid")

    as_of: Day | None = None
    days: Annotated[int, Field(ge=1, le=DAYS), BeforeValidator(whole)] = 14
    scenarios: Annotated[list[AskedScenario], Field(min_length=1, max_length=2)]


@dataclass(slots=True, kw_only=True)
class Job:
    """A question being worked out: ``state`` is ``waiting``, ``working``, ``done`` or ``failed``.

    ``done`` of ``total`` steps are behind it; ``result`` is there when it is done, ``problem`` when it failed.
    """

    id: str
    state: str
    step: str
    done: int
    total: int
    result: screen.ScenarioAnswer | None = None
    problem: str | None = None


class Jobs:
    """The questions asked, by id: the same question of the same day and store is worked out once."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    def find(self, job_id: str) -> Job | None:
        """Return a question by its id, or None when it was never asked or has been let go."""
        return self._jobs.get(job_id)

    async def ask(self, desk: Desk, ask: Ask) -> Job:
        """Begin to work a question out, unless it has been."""
        mark, days = await desk.state()
        day = ask.as_of or (days[-1] if days else None)
        job_id = fingerprint("scenario", day, mark, ask.model_dump_json())
        job = self._jobs.get(job_id)
        if job is None or job.state == "failed":
            job = Job(id=job_id, state="waiting", step="The estimate", done=0, total=3)
            self._jobs[job_id] = job
            while len(self._jobs) > JOBS:
                self._jobs.popitem(last=False)
            task = asyncio.get_running_loop().create_task(self._work(desk, ask, job))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return job

    @staticmethod
    async def _work(desk: Desk, ask: Ask, job: Job) -> None:
        job.state = "working"
        try:
            board = await desk.board(ask.as_of)
            job.done, job.step = 1, "The projections"
            wanted = scenarios_of(ask, board.situation.as_of)

            def project() -> screen.ScenarioAnswer:
                situation = desk.source.situation(board.situation.as_of, wanted, ask.days)
                job.done, job.step = 2, "The figures"
                out = release(situation, small_counts=board.desk[0].small_counts)
                return screen.scenario_answer(out, figures(out))

            job.result = await desk.do(project)
            job.done, job.step, job.state = 3, "", "done"
        except (BordercastError, Refused) as problem:
            job.state, job.problem = "failed", str(problem)
        except Exception:
            job.state, job.problem = (
                "failed",
                "Something broke in Bordercast; the server's own output has the rest.",
            )
            raise


@router.get("/api/scenarios", response_model=screen.ScenarioAnswer, operation_id="scenarios")
@router.get("/scenarios.json", response_model=screen.ScenarioAnswer, operation_id="scenarios_page")
async def scenarios(desk: AtDesk, request: Request, as_of: AsOf = None) -> Response:
    """What if the busiest corridor closed the next day, set against things as they stand."""
    board = await desk.board(as_of)

    def make() -> Payload:
        return json_payload(screen.scenario_answer(*board.desk))

    return respond(request, await desk.kept(board, "scenarios", make))


@router.post("/api/scenarios", status_code=202, response_model=Job, operation_id="ask")
async def ask(desk: AtDesk, request: Request, asked: Ask, intent: Intent) -> Response:
    """Ask what if; the answer is at /api/scenarios/ID when it is worked out."""
    _ = intent
    jobs: Jobs = request.app.state.jobs
    job = await jobs.ask(desk, asked)
    response = respond(
        request, json_payload(job), {"Location": f"/api/scenarios/{job.id}", "Cache-Control": "no-store"}
    )
    response.status_code = 202
    return response


@router.get("/api/scenarios/{scenario}", response_model=Job, operation_id="scenario")
@router.get("/scenarios/{scenario}.json", response_model=Job, operation_id="scenario_page")
async def scenario(request: Request, scenario: Id) -> Response:
    """How far a question is, and its answer when it is worked out."""
    jobs: Jobs = request.app.state.jobs
    job = jobs.find(scenario)
    if job is None:
        raise Refused(
            404,
            f"Nobody has asked {scenario}",
            "Answers are kept while the server runs, the latest 64.",
            "Ask again: POST /api/scenarios.",
        )
    return respond(request, json_payload(job))


def scenarios_of(ask: Ask, as_of: date) -> tuple[Scenario, ...]:
    """Return what is asked as scenarios: the one place that knows both forms."""
    return tuple(
        Scenario(
            name=asked.name or f"scenario {'AB'[i]}",
            closures=tuple(
                Closure(
                    origin=close.where.partition(">")[0],
                    destination=close.where.partition(">")[2],
                    start=close.start or as_of + timedelta(days=1),
                    until=close.until,
                    leak=close.leak,
                    rerouted=close.rerouted,
                )
                for close in asked.close
            ),
        )
        for i, asked in enumerate(ask.scenarios)
    )
