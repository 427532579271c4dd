"""Scenarios: somebody asks what if, the answer is worked out in a thread, and can be asked for until it is there."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from starlette.responses import Response

from bordercast.publishing import figures, release, screen
from bordercast.reading import scenario_of
from bordercast.vocabulary import BordercastError, InvalidSetting, Scenario, Situation, fingerprint
from bordercast.web.asked import SAYS_SOMETHING, AsOf, AtDesk, Day, Id, whole
from bordercast.web.deciding import Intent
from bordercast.web.desk import Desk
from bordercast.web.payload import Payload, json_payload, respond
from bordercast.web.problems import Refused

JOBS = 64  # answers kept; the oldest are let go
ANSWERS = 12  # of them whole, to be taken away as tables
DAYS = 60  # beyond two months nothing here means anything
Number = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False, strict=True)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False, strict=True)]
Figure = Number | Annotated[list[Number], Field(min_length=2, max_length=2)]
When = Day | Annotated[list[Day], Field(min_length=2, max_length=2)]
Words = Annotated[str, StringConstraints(pattern=SAYS_SOMETHING, max_length=200), AfterValidator(str.strip)]
Few: Any = Field(default=[], max_length=20)

router = APIRouter()


class Change(BaseModel):
    """A place, from when to when, and how likely; a figure or a day may be two, between which it lies."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    where: Annotated[
        Words, Field(description="RUS>GEO, RUS<>GEO, RUS>ANY, or the name of a crossing, region or country")
    ]
    start: Annotated[When | None, Field(alias="from", description="Default: the day after as_of")] = None
    until: When | None = None
    probability: Share | None = None


class Close(Change):
    """A way is shut for everybody but ``leak``; of those stopped ``rerouted`` take another way, the rest wait."""

    leak: Figure | None = None
    rerouted: Figure | None = None


class Restrict(Close):
    """A way is shut for a class of people, who are ``share`` of those who travel there."""

    population: Words
    share: Figure


class Slow(Change):
    """A crossing passes ``factor`` times what it passes as things stand."""

    factor: Figure


class Throughput(Change):
    """A crossing passes so many a day; one of the two."""

    persons_per_day: Figure | None = None
    vehicles_per_day: Figure | None = None


class Shelter(Change):
    """Beds are added in a region or country; below 0 they are taken away."""

    beds: Figure


class Trigger(Change):
    """Departures from a country are ``factor`` times as many; the excess halves every ``half_life_days``."""

    factor: Figure
    half_life_days: Figure | None = None


class Assume(BaseModel):
    """What is assumed where no claim says."""

    model_config = ConfigDict(extra="forbid")

    persons_per_vehicle: Figure | None = None
    vehicles_per_km: Figure | None = None
    headroom: Figure | None = None
    patience_days: Figure | None = None
    need_shelter: Figure | None = None
    stay_days: Figure | None = None


class AskedScenario(BaseModel):
    """One scenario, in the words of docs/reference/scenario.md."""

    model_config = ConfigDict(extra="forbid")

    name: Words | None = None
    note: Words | None = None
    close: Annotated[list[Close], Few]
    restrict: Annotated[list[Restrict], Few]
    reopen: Annotated[list[Change], Few]
    slow: Annotated[list[Slow], Few]
    throughput: Annotated[list[Throughput], Few]
    shelter: Annotated[list[Shelter], Few]
    trigger: Annotated[list[Trigger], Few]
    assume: Assume | None = None


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
        self._answers: OrderedDict[str, Situation] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    def find(self, job_id: str) -> Job | None:
        """Return a question by its id, or None when it was never asked or has been let go."""
        return self._jobs.get(job_id)

    def answer(self, job_id: str) -> Situation | None:
        """Return what answered a question, to be taken away: its projections, without the estimate they start from."""
        return self._answers.get(job_id)

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

    async def _work(self, desk: Desk, ask: Ask, job: Job) -> None:
        job.state = "working"
        try:
            board = await desk.board(ask.as_of)
            job.done, job.step = 1, "The projections"
            wanted = scenarios_of(ask, board.situation.as_of)

            def project() -> screen.ScenarioAnswer:
                situation = desk.source.situation(board.situation.as_of, wanted, ask.days)
                job.done, job.step = 2, "The figures"
                self._keep(job.id, situation)
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

    def _keep(self, job_id: str, situation: Situation) -> None:
        self._answers[job_id] = replace(
            situation, estimate=None
        )  # its draws are the bulk, and lie in the store
        while len(self._answers) > ANSWERS:
            self._answers.popitem(last=False)


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
    """Return what is asked as scenarios; raises InvalidSetting with everything that cannot be read."""
    made = []
    for asked, letter in zip(ask.scenarios, "AB", strict=False):
        content = asked.model_dump(by_alias=True, exclude_none=True, exclude_unset=True)
        name = content.pop("name", f"scenario {letter}")
        found = scenario_of(content, source=name, name=name, as_of=as_of)
        if found.defects:
            raise InvalidSetting(" ".join(f"{defect.found} {defect.remedy}" for defect in found.defects))
        made.append(found.scenario)
    if len({scenario.name for scenario in made}) < len(made):
        made[1] = replace(made[1], name=f"{made[1].name} (2)")
    return tuple(made)
