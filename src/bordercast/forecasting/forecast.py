"""The one verb of the room: an estimate and a scenario in, a projection out."""

from collections.abc import Sequence
from datetime import timedelta

from bordercast.forecasting.crisis.question import Question
from bordercast.forecasting.unanswerable import require
from bordercast.vocabulary import (
    BorderTimeline,
    Chance,
    Claim,
    FlowEstimate,
    InvalidSetting,
    Projection,
    Scenario,
)

_AS_THINGS_STAND = Scenario()
_LUCK = Chance()


def forecast(  # noqa: PLR0913 - what is known and what is asked
    estimate: FlowEstimate,
    scenario: Scenario = _AS_THINGS_STAND,
    *,
    claims: Sequence[Claim] = (),
    borders: Sequence[BorderTimeline] = (),
    days: int = 14,
    chance: Chance = _LUCK,
) -> Projection:
    """Return where people would move, wait and stay on the ``days`` after ``estimate.as_of``, under a scenario.

    Draw i of two projections of one estimate, seed and horizon shares its noise, so that their difference is
    the scenario alone. ``claims`` tell of queues and shelter, ``borders`` of what stands there; without them both are
    assumed. A change that began before ``as_of`` holds from the first day.

    Raises
    ------
    InvalidSetting
        If ``days`` is below one, or the scenario changes a place that the estimate does not have.

    """
    if days < 1:
        raise InvalidSetting(
            f"A forecast of {days} days looks nowhere. It was asked for. Give at least 1 day."
        )
    for change in scenario.every_change:
        require(estimate, change)
    from bordercast.forecasting.crisis.simulate import simulate  # noqa: PLC0415 - brings in a compiler, half a second

    ahead = tuple(estimate.as_of + timedelta(days=i) for i in range(1, days + 1))
    return simulate(
        Question(
            estimate=estimate, scenario=scenario, claims=claims, borders=borders, days=ahead, chance=chance
        )
    )
