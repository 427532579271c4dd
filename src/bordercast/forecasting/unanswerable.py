"""Which changes of a scenario an estimate has no place for."""

from bordercast import atlas
from bordercast.forecasting.crisis.doors import doors_of, matching
from bordercast.forecasting.crisis.hosts import hosts_of
from bordercast.vocabulary import Beds, Change, FlowEstimate, InvalidSetting, Scenario, Trigger


def unanswerable(estimate: FlowEstimate, scenario: Scenario) -> tuple[tuple[int, str], ...]:
    """Return the index in ``scenario.every_change`` of each change that cannot be asked of this estimate, and why."""
    found = []
    for number, change in enumerate(scenario.every_change):
        try:
            require(estimate, change)
        except InvalidSetting as problem:
            found.append((number, str(problem)))
    return tuple(found)


def require(estimate: FlowEstimate, change: Change) -> None:
    """Raise InvalidSetting, naming the places there are, when a change names one the estimate does not have."""
    if isinstance(change, Beds):
        hosts = hosts_of(estimate)
        if (atlas.place(change.where).iso3 or change.where) not in hosts:
            raise InvalidSetting(
                f"The scenario changes shelter in {change.where}, where nobody arrives in the estimate. "
                f"Choose one of these countries, or a region of one: {', '.join(hosts)}."
            )
    elif isinstance(change, Trigger):
        origins = sorted({leg.origin for leg in estimate.legs})
        if change.where not in origins:
            raise InvalidSetting(
                f"The scenario has a trigger in {change.where}, which nobody leaves in the estimate. "
                f"Choose one of: {', '.join(origins)}."
            )
    else:
        matching(change.where, doors_of(estimate.legs), estimate)
