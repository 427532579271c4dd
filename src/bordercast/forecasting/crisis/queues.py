"""What each door can pass in a day, and who queues at it today: read from claims where there are any, else assumed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.crisis.doors import Door, Ways
from bordercast.forecasting.crisis.facts import QueueFact
from bordercast.forecasting.crisis.question import Question

Array = NDArray[np.float64]
Counts = NDArray[np.int64]

BUSY_DAYS = 14  # the busiest of these days is what a crossing is known to pass
FULL_DOUBT = 0.15  # sd of log throughput where a queue stood: what it passed then is what it can; judgement
QUEUE_MEMORY_DAYS = 4.0  # a queue nobody has spoken of for so long has shrunk to a third; judgement
LEAST_THROUGHPUT = (
    100.0  # persons a day an official crossing can pass though hardly anybody goes there; judgement
)


def capacity(question: Question, ways: Ways, facts: Sequence[QueueFact]) -> Array:
    """Return persons a day each door can pass, shape ``(draw, door)``.

    Where a queue was measured, what the leg passed on that day (or passes today, if more) times the door's share: a queue
    says that the door was full. Elsewhere the assumed headroom times the busiest of the last days.
    """
    estimate, shares = question.estimate, ways.shares
    able = np.empty(shares.shape)
    for i, door in enumerate(ways.doors):
        flow = estimate.draws[:, door.leg]
        days = [estimate.days.index(f.day) for f in facts if f.stands_at(door) and f.day in estimate.days]
        if days:
            luck = question.luck(f"throughput of {door.id}").standard_normal(question.draws)
            able[:, i] = flow[:, [*days, -1]].max(axis=1) * shares[:, i] * np.exp(FULL_DOUBT * luck)
        else:
            able[:, i] = (
                flow[:, -BUSY_DAYS:].max(axis=1) * shares[:, i] * question.assumed("headroom", door.id)
            )
    return np.maximum(able, LEAST_THROUGHPUT)


def queues_today(question: Question, ways: Ways, facts: Sequence[QueueFact], able: Array) -> Counts:
    """Return the persons in the queue of each door today, shape ``(draw, door)``.

    In each draw one of the measures of the latest day on which a queue was measured is believed, and shrinks with age.
    """
    queue = np.zeros(able.shape)
    for i, door in enumerate(ways.doors):
        here = [fact for fact in facts if fact.stands_at(door)]
        if here:
            latest = [fact for fact in here if fact.day == here[-1].day]
            age = (question.estimate.as_of - here[-1].day).days
            queue[:, i] = _believed(question, door, latest, able[:, i]) * np.exp(-age / QUEUE_MEMORY_DAYS)
    return queue.astype(np.int64)


def _believed(question: Question, door: Door, facts: Sequence[QueueFact], able: Array) -> Array:
    """Return persons, shape ``(draw,)``: in each draw one measure, somewhere within what its words allow."""
    luck = question.luck(f"queue at {door.id}")
    which = luck.integers(0, len(facts), question.draws)
    within = luck.random(question.draws)
    per_vehicle = question.assumed("persons_per_vehicle")
    persons = {
        "vehicle": per_vehicle,
        "km": question.assumed("vehicles_per_km") * per_vehicle,
        "hour": able / 24,
        "day": able,
        "person": np.ones(question.draws),
    }
    sizes = np.stack([(fact.low + (fact.high - fact.low) * within) * persons[fact.unit] for fact in facts])
    believed: Array = sizes[which, np.arange(question.draws)]
    return believed
