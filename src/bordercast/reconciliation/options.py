"""The settings of this room, each with its origin; ``docs/model.md`` says what each does to the numbers."""

from dataclasses import dataclass

from bordercast.vocabulary import InvalidSetting


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciliationOptions:
    """What a person may set; the other constants stand beside the code that uses them.

    ``draws`` posterior draws; ``lead_days`` shown before the first trigger; ``baseline_days`` before it that
    claims may still speak of (for "than the week before"); ``reach_days`` before ``as_of`` without a trigger;
    ``persons_per_vehicle`` and ``persons_per_household`` with the sd of their logarithm;
    ``contradiction_below`` the surprise from which a claim is reported.
    """

    draws: int = 1000
    lead_days: int = 3
    baseline_days: int = 14
    reach_days: int = 60
    persons_per_vehicle: float = 2.3  # model-sources 2.2; UNHCR border monitoring counts 2-3 persons a car
    vehicle_doubt: float = 0.25  # model-sources 2.2
    persons_per_household: float = 3.8  # judgement: UN household size 2019, 2.5-5 in countries of origin
    household_doubt: float = 0.25
    contradiction_below: float = 0.05  # swept together with contradictions.FAR_OFF

    def __post_init__(self) -> None:
        for name in ("draws", "reach_days", "persons_per_vehicle", "persons_per_household"):
            if not getattr(self, name) > 0:
                raise InvalidSetting(
                    f"The reconciliation setting {name} is {getattr(self, name)}. It must be above zero. "
                    "Leave it out to use the default."
                )
        for name in ("lead_days", "baseline_days", "vehicle_doubt", "household_doubt", "contradiction_below"):
            if getattr(self, name) < 0:
                raise InvalidSetting(
                    f"The reconciliation setting {name} is {getattr(self, name)}. It cannot be negative. "
                    "Leave it out to use the default."
                )
