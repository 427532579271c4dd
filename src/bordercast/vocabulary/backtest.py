"""How good forecasts made before the fact would have been: what a back-test answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bordercast.vocabulary.errors import InvalidNoun

OURS = "bordercast"  # the name of our own forecaster among the scores
BASELINES = ("persistence", "drift", "shares held", "ensemble")


class Truth(StrEnum):
    """What a forecast is held against.

    ``reported``: the figures themselves, on the days they were reported for. ``between``: every week, with a straight
    line between two reports; nobody saw those numbers, and the line is drawn from what came later.
    """

    REPORTED = "reported"
    BETWEEN = "between"


class Part(StrEnum):
    """Which forecasts a score is over.

    ``running``: places where people had been counted by the day of the forecast. ``opening``: places known but empty
    until then. For a store, ``new`` are figures about days after the forecast alone, ``since`` totals that began before.
    """

    ALL = "all"
    RUNNING = "running"
    OPENING = "opening"
    NEW = "new"
    SINCE = "since"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one forecaster did ``horizon`` days ahead; lower is better but for the coverages, which are shares.

    ``crps`` and ``wis`` are in persons, ``crps_log`` and ``wis_log`` of ``log(1 + persons)``: about relative error.
    ``ard`` is Flee's averaged relative difference of the medians, None where days do not show every place.
    """

    forecaster: str
    horizon: int
    truth: Truth
    part: Part
    count: int
    crps: float
    wis: float
    crps_log: float
    wis_log: float
    cover50: float
    cover80: float
    cover95: float
    ard: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackTest:
    """The scores of forecasts made on each day from ``start`` to ``until`` from what was known on that day.

    Every forecaster is scored on the same targets. ``notes`` say in plain words what was left out, where the forecast
    fell back to persistence, and what a reader must know.
    """

    subject: str
    start: date
    until: date
    scores: tuple[Score, ...]
    notes: tuple[str, ...] = ()
    method: str

    def __post_init__(self) -> None:
        if self.until < self.start:
            raise InvalidNoun(
                f"The back-test of {self.subject} ends on {self.until}, before it starts on {self.start}. Swap the dates."
            )

    @property
    def horizons(self) -> tuple[int, ...]:
        """The horizons that have a score, in days."""
        return tuple(sorted({s.horizon for s in self.scores}))

    def of(
        self, forecaster: str, horizon: int, *, truth: Truth = Truth.REPORTED, part: Part = Part.ALL
    ) -> Score | None:
        """Return one score; None where there was nothing to score."""
        for score in self.scores:
            if (score.forecaster, score.horizon, score.truth, score.part) == (
                forecaster,
                horizon,
                truth,
                part,
            ):
                return score
        return None

    def best_baseline(
        self, horizon: int, *, truth: Truth = Truth.REPORTED, part: Part = Part.ALL
    ) -> Score | None:
        """Return the baseline with the lowest log-scale CRPS; None where there was nothing to score."""
        found = [self.of(name, horizon, truth=truth, part=part) for name in BASELINES]
        return min((s for s in found if s is not None), key=lambda s: s.crps_log, default=None)

    def skill(self, horizon: int, *, truth: Truth = Truth.REPORTED, part: Part = Part.ALL) -> float | None:
        """Return by which share our log-scale CRPS is below the best baseline's; negative when it is above."""
        ours, best = (
            self.of(OURS, horizon, truth=truth, part=part),
            self.best_baseline(horizon, truth=truth, part=part),
        )
        if ours is None or best is None or best.crps_log == 0:
            return None
        return 1 - ours.crps_log / best.crps_log
