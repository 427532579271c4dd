"""Beds, who is in them today, and who may use them: what claims and the scenario say, else unknown."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast import atlas
from bordercast.forecasting.crisis.doors import Ways
from bordercast.forecasting.crisis.facts import ShelterFact
from bordercast.forecasting.crisis.question import Question
from bordercast.forecasting.crisis.settle import Settled
from bordercast.vocabulary import Beds

Array = NDArray[np.float64]
Counts = NDArray[np.int64]

FULL_DOUBT = (
    0.3  # log beds are within so much of those taken, where somebody only said that it is full; judgement
)
PRESSED_ROOM = 0.25  # beds free, at most, as a share of those taken, where it is under pressure; judgement


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shelter:
    """Sites (regions or countries, by id) that claims or the scenario speak of.

    ``host`` is the index of each site's country, ``of_door`` the site open to those who arrive by each door (-1: none).
    ``beds`` has shape ``(draw, site, day)``; ``inside`` people today, ``(draw, site)``;
    ``need`` the share of arrivals who need a bed and ``leave`` the chance a day to leave one, ``(draw,)``.
    """

    sites: tuple[str, ...]
    host: NDArray[np.int64]
    of_door: NDArray[np.int64]
    beds: Array
    inside: Counts
    need: Array
    leave: Array


def shelter_of(
    question: Question, ways: Ways, settled: Settled, hosts: Sequence[str], facts: Sequence[ShelterFact]
) -> Shelter:
    """Return the shelter of a run."""
    asked = {change.where for change in question.scenario.changes if isinstance(change, Beds)}
    country = {place: atlas.place(place).iso3 or place for place in asked}
    country |= {fact.place: fact.country for fact in facts if fact.country in hosts}
    sites = tuple(sorted(country))
    of_door = np.array([_site(door.region, door.corridor.destination, sites) for door in ways.doors])
    arrivals = ways.carried(question.estimate.draws)
    beds, inside = np.zeros((2, question.draws, len(sites)))
    for site, place in enumerate(sites):
        here = [fact for fact in facts if fact.place == place]
        beds[:, site], inside[:, site] = _today(
            question, here, arrivals[:, of_door == site].sum(axis=1), place
        )
    return Shelter(
        sites=sites,
        host=np.array([hosts.index(country[place]) for place in sites], dtype=np.int64),
        of_door=of_door.astype(np.int64),
        beds=_with_changes(beds, sites, settled, len(question.days)),
        inside=inside.astype(np.int64),
        need=question.assumed("need_shelter"),
        leave=-np.expm1(-1 / question.assumed("stay_days")),
    )


def _site(region: str | None, country: str, sites: Sequence[str]) -> int:
    for place in (region, country):
        if place in sites:
            return sites.index(place)
    return -1


def _today(
    question: Question, facts: Sequence[ShelterFact], arrivals: Array, place: str
) -> tuple[Array, Array]:
    """Return beds and people in them today, each ``(draw,)``; none of either where no claim speaks of shelter.

    Of the arrivals of the estimate (shape ``(draw, day)``), who needed a bed and has not left is in one. Where somebody
    only said that it is full, the beds are those taken then.
    """
    if not facts:
        return np.zeros(question.draws), np.zeros(question.draws)
    need, stay = question.assumed("need_shelter"), question.assumed("stay_days")
    taken, inside = np.zeros(arrivals.shape), np.zeros(question.draws)
    for day in range(arrivals.shape[1]):
        inside = inside * np.exp(-1 / stay) + need * arrivals[:, day]
        taken[:, day] = inside
    luck = question.luck(f"shelter in {place}").random(question.draws)
    counted = [fact for fact in facts if fact.counts_beds]
    if counted:
        beds = counted[-1].low + (counted[-1].high - counted[-1].low) * luck
    else:
        known = question.estimate.days
        then = taken[:, known.index(facts[-1].day) if facts[-1].day in known else -1]
        full = np.exp(FULL_DOUBT * (2 * luck - 1))
        beds = then * (full if facts[-1].is_full else 1 + PRESSED_ROOM * luck)
    return np.floor(beds), np.floor(np.minimum(taken[:, -1], beds))


def _with_changes(beds: Array, sites: Sequence[str], settled: Settled, days: int) -> Array:
    """Return beds on each day, ``(draw, site, day)``, with those added or taken away."""
    result = np.repeat(beds[:, :, None], days, axis=2)
    for place, added in settled.beds.items():
        here = sites.index(place)
        result[:, here] = np.maximum(result[:, here] + added, 0.0)
    return result
