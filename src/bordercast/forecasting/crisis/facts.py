"""What claims say about queues, crossings and shelter, in the form the movement can use, each with its claim."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from bordercast import atlas
from bordercast.vocabulary import BorderTimeline, Claim, Kind, Modality

if TYPE_CHECKING:
    from bordercast.forecasting.crisis.doors import Door

RECENT_DAYS = 14  # a queue or a full shelter older than this says little about today; judgement
LONGEST_KM = 60.0  # no queue of vehicles at a border is longer; a longer one is a distance of something else
SHORTEST = {
    "vehicle": 20.0,
    "person": 50.0,
    "km": 0.3,
    "hour": 1.0,
    "day": 0.1,
}  # below: no queue to speak of
_BEDS, _FULL, _PRESSED = "beds", "full", "pressed"
_SAYS = {"capacity": _BEDS, "full": _FULL, "improvised": _FULL, "under_pressure": _PRESSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFact:
    """A queue somebody measured: ``unit`` vehicle, person, km, hour or day, between ``low`` and ``high``."""

    crossing: str
    origin: str | None
    day: date
    unit: str
    low: float
    high: float
    claim: str

    def stands_at(self, door: "Door") -> bool:
        """Whether it is the queue of a door; a queue whose direction nobody said is of those who leave home."""
        if door.crossing is None or door.crossing.id != self.crossing:
            return False
        return door.corridor.origin == self.origin if self.origin else not door.corridor.onward


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelterFact:
    """Shelter in a region or country: ``says`` beds (between ``low`` and ``high``), full, or pressed."""

    place: str
    country: str
    day: date
    says: str
    low: float
    high: float
    claim: str

    @property
    def counts_beds(self) -> bool:
        """Whether it gives a number of beds."""
        return self.says == _BEDS

    @property
    def is_full(self) -> bool:
        """Whether it says that no bed was free."""
        return self.says == _FULL


def queue_facts(claims: Iterable[Claim], as_of: date) -> tuple[QueueFact, ...]:
    """Return the queues measured at a crossing of the atlas within the last days, latest last."""
    found = []
    for claim in claims:
        day, quantity = _day(claim), claim.quantity
        if claim.kind is not Kind.QUEUE or not claim.modality.factual or quantity is None or day is None:
            continue
        crossing = _crossing(claim)
        low = quantity.low if quantity.low is not None else quantity.middle
        high = quantity.high if quantity.high is not None else max(low, quantity.middle)
        if crossing is None or not 0 <= (as_of - day).days <= RECENT_DAYS or quantity.unit not in SHORTEST:
            continue
        if high < SHORTEST[quantity.unit] or (quantity.unit == "km" and high > LONGEST_KM):
            continue
        origin = claim.origin.iso3 if claim.origin else None
        found.append(
            QueueFact(
                crossing=crossing,
                origin=origin,
                day=day,
                unit=quantity.unit,
                low=low,
                high=high,
                claim=claim.id,
            )
        )
    return tuple(sorted(found, key=lambda fact: (fact.day, fact.claim)))


def shelter_facts(claims: Iterable[Claim], as_of: date) -> tuple[ShelterFact, ...]:
    """Return what is said about shelter in a region or country within the last days, latest last."""
    found = []
    for claim in claims:
        day, place = _day(claim), claim.at
        says = _SAYS.get(claim.status or "")
        if claim.kind is not Kind.SHELTER or not claim.modality.factual or day is None or says is None:
            continue
        if place is None or place.iso3 is None or not 0 <= (as_of - day).days <= RECENT_DAYS:
            continue
        low = high = 0.0
        if says == _BEDS:
            if claim.quantity is None or claim.quantity.unit != "person":
                continue
            low = claim.quantity.low if claim.quantity.low is not None else claim.quantity.middle
            high = claim.quantity.high if claim.quantity.high is not None else max(low, claim.quantity.middle)
        where = _site(place.name, place.iso3)
        found.append(
            ShelterFact(
                place=where, country=place.iso3, day=day, says=says, low=low, high=high, claim=claim.id
            )
        )
    return tuple(sorted(found, key=lambda fact: (fact.day, fact.claim)))


def mentions(claims: Iterable[Claim]) -> Counter[str]:
    """Return how many claims about movement, queues or shelter name each crossing or region, by id."""
    count: Counter[str] = Counter()
    for claim in claims:
        if claim.kind not in (Kind.FLOW, Kind.ONWARD, Kind.QUEUE, Kind.SHELTER) or claim.modality in (
            Modality.DENIED,
            Modality.NEGATED,
        ):
            continue
        crossing = _crossing(claim)
        if crossing is not None:
            count[crossing] += 1
        elif claim.at is not None and claim.at.iso3:
            count[_site(claim.at.name, claim.at.iso3)] += 1
    return count


def said_closed(borders: Iterable[BorderTimeline]) -> frozenset[str]:
    """Return the ids of crossings whose latest statement of fact is that they are closed."""
    return frozenset(
        _crossing_names()[line.border.casefold()]
        for line in borders
        if line.border.casefold() in _crossing_names() and line.standing and line.standing.status == "closed"
    )


def _crossing(claim: Claim) -> str | None:
    for place in (*claim.via, *((claim.at,) if claim.at else ())):
        found = _crossing_names().get(place.name.casefold())
        if found is not None:
            return found
    return None


@cache
def _crossing_names() -> dict[str, str]:
    return {
        name.casefold(): crossing.id
        for crossing in reversed(atlas.crossings())
        for name in (*crossing.variants, crossing.name)
    }


@cache
def _site(name: str, iso3: str) -> str:
    """The first-level region a place lies in, or the country when it is one or has no region."""
    for place in atlas.find(name, near=iso3):
        if place.iso3 == iso3 and place.level in (atlas.Level.CITY, atlas.Level.REGION):
            region = atlas.region_of(place)
            return region.id if region else iso3
        if place.id == iso3:
            return iso3
    return iso3


def _day(claim: Claim) -> date | None:
    return (claim.interval.end or claim.interval.start) if claim.interval else None
