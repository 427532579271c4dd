"""The next best question: which figure, were an official to give it, would narrow the estimate most.

For two log-normal quantities, seeing one with noise removes ``c^2 / (v + s^2)`` from the other's variance. Variances and
covariances come from the draws, so sums over legs and days are treated as what they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.voices import Voice
from bordercast.vocabulary import ANYWHERE, ELSEWHERE, Corridor, FlowEstimate, Question

Array = NDArray[np.float64]

MOST = 6
WORTH_ASKING = 0.05  # share of the sd below which a question is not worth a call; judgement
A_CORRIDOR = 2  # questions about one corridor, at most: the others differ little from the best
NEARLY_NOBODY = 1.0  # persons; keeps logs finite


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """Log persons of each draw on a corridor from one day to another (indices, both included)."""

    corridor: Corridor
    first: int
    last: int
    draws: Array


def questions_of(estimate: FlowEstimate) -> tuple[Question, ...]:
    """Return the best questions about the largest number out of a country, over all days and on the last day."""
    about = _about(estimate)
    if about is None:
        return ()
    last = len(estimate.days) - 1
    asked = list(_askable(estimate))
    found: list[Question] = []
    for target in (_figure(estimate, about, 0, last), _figure(estimate, about, last, last)):
        ranked = sorted(
            ((_narrowing(target, figure), figure) for figure in asked),
            key=lambda pair: (-pair[0], str(pair[1].corridor), pair[1].first),
        )
        taken: list[Corridor] = []
        for narrows, figure in ranked:
            if narrows < WORTH_ASKING or len(taken) == MOST // 2:
                break
            if taken.count(figure.corridor) == A_CORRIDOR:
                continue
            taken.append(figure.corridor)
            found.append(
                Question(
                    corridor=str(figure.corridor),
                    start=estimate.days[figure.first],
                    end=estimate.days[figure.last],
                    about=str(about),
                    about_day=estimate.days[last] if target.first == last and last > 0 else None,
                    narrows=narrows,
                )
            )
        if last == 0:
            break
    return tuple(found)


def _about(estimate: FlowEstimate) -> Corridor | None:
    """The entry corridor or total with most people: what everybody asks for first."""
    entries = [c for c in estimate.corridors if not c.onward and c.destination != ELSEWHERE]
    return max(entries, key=lambda c: (float(np.median(estimate.of(c).sum(axis=1))), str(c)), default=None)


def _askable(estimate: FlowEstimate) -> Iterator[_Figure]:
    """Figures somebody could count: a country's or a group's arrivals so far, of the last week, of the last day."""
    last = len(estimate.days) - 1
    for corridor in estimate.corridors:
        if corridor.destination in (ANYWHERE, ELSEWHERE):
            continue  # nobody stands at all borders at once
        for first in sorted({0, max(last - 6, 0), last}):
            yield _figure(estimate, corridor, first, last)


def _figure(estimate: FlowEstimate, corridor: Corridor, first: int, last: int) -> _Figure:
    persons = estimate.of(corridor)[:, first : last + 1].sum(axis=1)
    return _Figure(
        corridor=corridor, first=first, last=last, draws=np.log(np.maximum(persons, NEARLY_NOBODY))
    )


def _narrowing(target: _Figure, figure: _Figure) -> float:
    """The share of the target's sd that an official count of the figure would remove."""
    trust = Voice.OFFICIAL.value
    noise = trust.bias**2 + trust.noise**2
    both = np.cov(target.draws, figure.draws)
    if not both[0, 0] > 0:
        return 0.0
    kept = 1 - both[0, 1] ** 2 / (both[0, 0] * (both[1, 1] + noise))
    return float(1 - np.sqrt(max(kept, 0.0)))
