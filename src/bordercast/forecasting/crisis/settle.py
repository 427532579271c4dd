"""What each draw settles about a scenario: whether and when each change comes, how much, and so what holds on each day.

The luck of a change is named for what it does and where, and for nothing else: the same change in two scenarios comes in
the same draws on the same day, and one that is likelier comes in those draws and more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.crisis.doors import Ways, matching
from bordercast.forecasting.crisis.question import Question
from bordercast.vocabulary import (
    Beds,
    Between,
    Change,
    DayBetween,
    FlowEstimate,
    Reopening,
    Restriction,
    Throughput,
    Trigger,
)

Array = NDArray[np.float64]
NEVER = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Settled:
    """What holds on each day; arrays have shape ``(draw, door, day)`` unless said.

    ``stop``: share of those who come that is stopped; ``rerouted``: of those, who look for another door; ``closed``: shut for
    everybody, so that nobody chooses it as a second way; ``opened``: what was said to stand there no longer does.
    ``factor``, ``fixed``: throughput times so much, or so many persons a day (NaN: as it was). ``beds`` (by place):
    beds added, ``(draw, day)``. ``surge`` (by country): departures times so much, ``(draw, day)``.
    ``onset``: ``(draw, change)``, -1 never.
    """

    stop: Array
    rerouted: Array
    closed: NDArray[np.bool_]
    opened: NDArray[np.bool_]
    factor: Array
    fixed: Array
    beds: dict[str, Array]
    surge: dict[str, Array]
    onset: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Course:
    """One change in every draw: ``begin`` and ``end`` (day index; end excluded), ``NEVER`` where it does not come."""

    change: Change
    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    luck: np.random.Generator

    def holds(self, days: int) -> NDArray[np.bool_]:
        """Whether it holds, shape ``(draw, day)``."""
        day = np.arange(days)
        held: NDArray[np.bool_] = (day >= self.begin[:, None]) & (day < self.end[:, None])
        return held

    def drawn(self, figure: Between) -> Array:
        """Return a figure in every draw, shape ``(draw,)``; asked in the same order, the same luck."""
        return figure.low + (figure.high - figure.low) * self.luck.random(self.begin.size)


def settle(question: Question, ways: Ways) -> Settled:
    """Return what holds on each day in each draw. Raises InvalidSetting for a place the estimate does not have."""
    estimate, days = question.estimate, len(question.days)
    shape = (question.draws, len(ways.doors), days)
    courses = _courses(question)
    kinds = {type(course.change) for course in courses}
    settled = Settled(
        stop=_full(0.0, shape, Restriction in kinds),
        rerouted=_full(0.0, shape, Restriction in kinds),
        closed=np.zeros(shape, dtype=bool),
        opened=np.zeros(shape, dtype=bool),
        factor=_full(1.0, shape, Throughput in kinds),
        fixed=_full(np.nan, shape, Throughput in kinds),
        beds={},
        surge={},
        onset=_onset(courses, question.draws, days),
    )
    at = [_places(course.change, ways, estimate) for course in courses]
    openings = [(c, at[i]) for i, c in enumerate(courses) if isinstance(c.change, Reopening)]
    for course, places in openings:
        settled.opened[:, places] |= course.holds(days)[:, None]
    for course, places in zip(courses, at, strict=True):
        match course.change:
            case Restriction():
                _restrict(settled, course, course.change, places, openings)
            case Throughput():
                _pass_so_many(settled, course, course.change, places, question, ways)
            case Beds():
                added = course.holds(days) * np.round(course.drawn(course.change.beds))[:, None]
                settled.beds[course.change.where] = settled.beds.get(course.change.where, 0) + added
            case Trigger():
                _surge(settled, course, course.change)
            case Reopening():
                pass
    return settled


def _full(value: float, shape: tuple[int, ...], needed: bool) -> Array:
    """Return an array of one value; where nothing will be written into it, one that takes no room."""
    return np.full(shape, value) if needed else np.broadcast_to(np.array(value), shape)


def _places(change: Change, ways: Ways, estimate: FlowEstimate) -> list[int]:
    return (
        [] if isinstance(change, Beds | Trigger) else matching(change.where, ways.doors, estimate)
    )  # shelter and departures have no door


def _courses(question: Question) -> list[_Course]:
    draws, first = question.draws, question.days[0]
    courses = []
    seen: dict[tuple[str, str], int] = {}
    for change in question.scenario.every_change:
        kind = (type(change).__name__, change.where)
        seen[kind] = seen.get(kind, 0) + 1
        luck = question.luck(f"scenario {kind[0]} {kind[1]} {seen[kind]}")
        comes = luck.random(draws) < change.when.probability
        begin = _day_drawn(change.when.start, luck.random(draws), first)
        until = change.when.until
        last = luck.random(draws)
        end = (
            np.full(draws, NEVER, dtype=np.int64)
            if until is None
            else _day_drawn(until, last, first) + 1
        )  # fmt: skip
        courses.append(_Course(change=change, begin=np.where(comes, begin, NEVER), end=end, luck=luck))
    return courses


def _day_drawn(day: DayBetween, luck: Array, first: date) -> NDArray[np.int64]:
    width = (day.latest - day.earliest).days + 1
    drawn: NDArray[np.int64] = (day.earliest - first).days + np.floor(luck * width).astype(np.int64)
    return drawn


def _onset(courses: Sequence[_Course], draws: int, days: int) -> NDArray[np.int64]:
    onset = np.full((draws, len(courses)), -1, dtype=np.int64)
    for i, course in enumerate(courses):
        holds = course.holds(days)
        onset[:, i] = np.where(holds.any(axis=1), holds.argmax(axis=1), -1)
    return onset


def _restrict(
    settled: Settled,
    course: _Course,
    change: Restriction,
    places: list[int],
    openings: Sequence[tuple[_Course, list[int]]],
) -> None:
    """Let the strongest restriction of each door and day stand, unless the door was opened after it began."""
    holds = np.repeat(course.holds(settled.stop.shape[2])[:, None], len(places), axis=1)
    for opening, opened in openings:
        later = (opening.begin >= course.begin)[:, None, None]
        both = np.isin(places, opened)[None, :, None]
        holds &= ~(both & later & opening.holds(settled.stop.shape[2])[:, None])
    share, leak, rerouted = (course.drawn(x) for x in (change.share, change.leak, change.rerouted))
    stop = holds * (share * (1 - leak))[:, None, None]
    stronger = stop > settled.stop[:, places]
    settled.rerouted[:, places] = np.where(
        stronger, rerouted[:, None, None], settled.rerouted[:, places]
    )  # fmt: skip
    settled.stop[:, places] = np.maximum(stop, settled.stop[:, places])
    if change.is_closure:
        # a closure with a leak of 1 lets everybody pass: it shuts nothing
        settled.closed[:, places] |= holds & (leak < 1)[:, None, None]


def _pass_so_many(  # noqa: PLR0913, PLR0917 - a change, where it is, and what its units need
    settled: Settled, course: _Course, change: Throughput, places: list[int], question: Question, ways: Ways
) -> None:
    holds = course.holds(settled.stop.shape[2])[:, None]
    if change.factor is not None:
        drawn = course.drawn(change.factor)[:, None, None]
        settled.factor[:, places] *= np.where(holds, drawn, 1.0)
        return
    if change.vehicles_per_day is not None:
        many = course.drawn(change.vehicles_per_day) * question.assumed("persons_per_vehicle")
    else:
        assert change.persons_per_day is not None
        many = course.drawn(change.persons_per_day)
    part = np.ones((question.draws, len(places)))
    if not change.where.startswith("crossing:"):
        part = ways.shares[:, places] / ways.shares[:, places].sum(axis=1, keepdims=True)
    settled.fixed[:, places] = np.where(holds, (many[:, None] * part)[:, :, None], settled.fixed[:, places])


def _surge(settled: Settled, course: _Course, change: Trigger) -> None:
    days = settled.stop.shape[2]
    factor, half = course.drawn(change.factor), course.drawn(change.half_life_days)
    age = np.arange(days) - np.minimum(course.begin, NEVER)[:, None]
    excess = np.where(
        course.holds(days), (factor - 1)[:, None] * 0.5 ** (np.maximum(age, 0) / half[:, None]), 0.0
    )
    settled.surge[change.where] = settled.surge.get(change.where, 1.0) * (1 + excess)  # fmt: skip
