"""The order of the room: carry flows forward, then apply the scenario to the same draws."""

from datetime import timedelta

from bordercast.forecasting.closures import with_closures
from bordercast.forecasting.drift import carried_forward
from bordercast.vocabulary import (
    Chance,
    Closure,
    Corridor,
    FlowEstimate,
    InvalidSetting,
    Projection,
    Scenario,
)

METHOD = "bordercast drift and closures 1"

_AS_THINGS_STAND = Scenario()
_LUCK = Chance()


def forecast(
    estimate: FlowEstimate,
    scenario: Scenario = _AS_THINGS_STAND,
    *,
    days: int = 14,
    chance: Chance = _LUCK,
) -> Projection:
    """Return persons per day on every leg for the ``days`` after ``estimate.as_of``, under a scenario.

    Draw i of two projections of one estimate, seed and horizon shares its noise, so that their difference is
    the scenario alone. A closure that began before ``as_of`` holds from the first forecast day. A closure of a
    total (``RUS>EU``) closes each of its legs.

    Raises
    ------
    InvalidSetting
        If ``days`` is below one, or a closure names a corridor the estimate does not have.

    """
    if days < 1:
        raise InvalidSetting(
            f"A forecast of {days} days looks nowhere. It was asked for. Give at least 1 day."
        )
    ahead = tuple(estimate.as_of + timedelta(days=i) for i in range(1, days + 1))
    closures = [part for closure in scenario.closures for part in _parts(closure, estimate)]
    flows = carried_forward(estimate, days=days, chance=chance.named("forecasting"))
    passed, waiting = with_closures(flows, estimate.legs, ahead, closures)
    return Projection(
        scenario=scenario,
        as_of=estimate.as_of,
        legs=estimate.legs,
        totals=estimate.totals,
        days=ahead,
        draws=passed,
        waiting=waiting,
        method=METHOD,
    )


def _parts(closure: Closure, estimate: FlowEstimate) -> list[Closure]:
    """The closures of single legs that one closure means."""
    meant = [
        c for c in estimate.corridors if (c.origin, c.destination) == (closure.origin, closure.destination)
    ]
    if not meant:
        known = ", ".join(sorted({str(c) for c in estimate.corridors}))
        raise InvalidSetting(
            f"The scenario closes {closure.origin}>{closure.destination}, which the estimate of "
            f"{estimate.as_of} does not have. Choose one of: {known}."
        )
    ends = sorted({end for corridor in meant for end in _ends(corridor)})
    return [
        Closure(
            origin=closure.origin,
            destination=end,
            start=closure.start,
            until=closure.until,
            leak=closure.leak,
            rerouted=closure.rerouted,
        )
        for end in ends
    ]


def _ends(corridor: Corridor) -> tuple[str, ...]:
    return corridor.members or (corridor.destination,)
