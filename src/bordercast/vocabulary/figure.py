"""A figure that was reported, free of its sentence: what a forecast made earlier can be held against."""

from dataclasses import dataclass
from datetime import date

from bordercast.vocabulary.errors import InvalidNoun
from bordercast.vocabulary.estimate import Corridor


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFigure:
    """Persons who moved on ``legs``, summed over ``days`` with ``weights`` (a part of a day; a daily mean weighs 1/n).

    ``readings`` are the numbers the words allow, each with its weight: "more than 200,000" is a window, not a number.
    """

    claim_id: str
    published: date
    legs: tuple[Corridor, ...]
    days: tuple[date, ...]
    weights: tuple[float, ...]
    readings: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        if not (self.legs and self.days and self.readings) or len(self.days) != len(self.weights):
            raise InvalidNoun(
                f"The figure of claim {self.claim_id} lacks legs, days or readings, or its days have other weights. "
                "A figure is of somebody, some time and some number. Leave it out."
            )
