"""Which legs draw people, fitted to the estimate and shrunk to it.

``log attraction = b . (distance, land border, free movement, language, people there, what stands at the border) + rest``,
one line for each country of origin, fitted to the level of its legs with a prior on ``b`` (judgement) and a doubt in
each leg that grows where the estimate is mostly prior. A leg that claims inform keeps its own size; one they do not is
drawn to the line. It is used only where the present flow cannot say: by those who must choose again, and by a border that opens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bordercast import atlas
from bordercast.forecasting.crisis.doors import Door, Ways, country_codes
from bordercast.forecasting.crisis.question import Question
from bordercast.vocabulary import BorderTimeline, Corridor, Draws

Array = NDArray[np.float64]

# Mean and sd of the prior of each weight. Distance and border: the gravity prior of the estimate (docs/model.md); the
# others are judgement. To change one is to change who goes where when a way is shut: re-run evals of the what-if.
WEIGHTS = {
    "log distance": (-0.8, 0.4),
    "land border": (1.5, 0.7),
    "free movement": (0.7, 0.7),
    "common language": (0.7, 0.7),
    "log people": (0.4, 0.2),
    "restricted": (-1.0, 0.7),
    "closed": (-3.0, 1.0),
}
OWN_DOUBT = 0.6  # sd of what the line cannot say about a leg
PRIOR_DOUBT = 1.2  # sd of a leg the claims do not inform (docs/model.md, level)
REACH_KM = 2000.0  # distance at which another way out is half as likely to be taken; judgement, weak
SAME_COUNTRY = 3.0  # those stopped look first for another crossing into the same country; judgement
RECENT_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Attraction:
    """``line`` and ``own`` (shape ``(leg,)``): the line's log persons a day, and how far a leg keeps its own size.

    ``opening`` has shape ``(draw, leg)``: how many times more would go if what is said to stand there did not, at
    least 1. ``readiness`` has shape ``(stopped door, taken door)``. ``weights`` are the fitted ones, by name.
    """

    line: Array
    own: Array
    opening: Draws
    readiness: Array
    weights: dict[str, float]

    def on(self, flows: Draws) -> Draws:
        """Return how much each leg draws on a day, shape ``(draw, leg)``, from the flows of that day."""
        drawn: Draws = np.exp(self.line + self.own * (np.log(np.maximum(flows, 1e-9)) - self.line))
        return drawn


def attraction_of(question: Question, ways: Ways) -> Attraction:
    """Return the attraction of every leg, from the level of the estimate's last days and what stands at the borders."""
    estimate = question.estimate
    level = np.log(np.maximum(np.median(estimate.draws[:, :, -RECENT_DAYS:].mean(axis=2), axis=0), 1e-3))
    noise = np.hypot(OWN_DOUBT, PRIOR_DOUBT * (1 - np.array(estimate.informed)))
    features = np.array([_features(leg, question.borders) for leg in estimate.legs])
    mean, covariance = _fit(features, level, noise, [(leg.origin, leg.onward) for leg in estimate.legs])
    line = _line(features @ mean, level, noise, estimate.legs)
    own = OWN_DOUBT**2 / (OWN_DOUBT**2 + (PRIOR_DOUBT * (1 - np.array(estimate.informed))) ** 2)
    luck = question.luck("what stands at the borders").standard_normal((question.draws, len(mean)))
    drawn = mean + luck @ np.linalg.cholesky(covariance).T
    standing = features * [name in ("restricted", "closed") for name in WEIGHTS]
    return Attraction(
        line=line,
        own=own,
        opening=np.exp(np.clip(-drawn @ standing.T, 0.0, 5.0)),
        readiness=_readiness(ways.doors),
        weights=dict(zip(WEIGHTS, mean.tolist(), strict=True)),
    )


def _fit(features: Array, level: Array, noise: Array, groups: list[tuple[str, bool]]) -> tuple[Array, Array]:
    """The Gaussian posterior of the weights, each origin with a constant of its own (flat)."""
    prior = np.array(list(WEIGHTS.values()))
    precision = np.diag(prior[:, 1] ** -2.0)
    pull = precision @ prior[:, 0]
    for group in sorted(set(groups)):
        mine = [i for i, g in enumerate(groups) if g == group]
        weight = noise[mine] ** -2.0
        centred = features[mine] - weight @ features[mine] / weight.sum()
        against = level[mine] - weight @ level[mine] / weight.sum()
        precision = precision + centred.T @ (weight[:, None] * centred)
        pull = pull + centred.T @ (weight * against)
    covariance = np.linalg.inv(precision)
    return covariance @ pull, (covariance + covariance.T) / 2


def _line(slope: Array, level: Array, noise: Array, legs: Sequence[Corridor]) -> Array:
    line = slope.copy()
    for group in {(leg.origin, leg.onward) for leg in legs}:
        mine = [i for i, leg in enumerate(legs) if (leg.origin, leg.onward) == group]
        weight = noise[mine] ** -2.0
        line[mine] += weight @ (level[mine] - slope[mine]) / weight.sum()
    return line


def _features(leg: Corridor, borders: Sequence[BorderTimeline]) -> list[float]:
    if not {leg.origin, leg.destination} <= country_codes():
        return [
            np.log(3000.0),
            0.0,
            0.0,
            0.0,
            np.log(10e6),
            0.0,
            0.0,
        ]  # countries nobody names: far, middling
    here, there = atlas.country(leg.origin), atlas.country(leg.destination)
    status = _standing(leg, borders)
    return [
        float(np.log(max(50.0, atlas.distance_km(here.place, there.place)))),
        float(leg.destination in here.neighbours),
        float(atlas.free_movement(leg.origin, leg.destination)),
        atlas.common_language(leg.origin, leg.destination),
        float(np.log(max(1e4, there.population))),
        float(status == "restricted"),
        float(status == "closed"),
    ]


def _standing(leg: Corridor, borders: Sequence[BorderTimeline]) -> str | None:
    """The latest statement of fact about a direction, or about all borders of the country it leads into."""
    known = {line.border: line.standing for line in borders}
    events = [e for e in (known.get(str(leg)), known.get(leg.destination)) if e is not None]
    return max(events, key=lambda e: e.day).status if events else None


def _readiness(doors: Sequence[Door]) -> Array:
    """How ready people stopped at one door are to take another out of the same country; 0 for any other."""
    ready = np.zeros((len(doors), len(doors)))
    for i, shut in enumerate(doors):
        for j, other in enumerate(doors):
            if i == j or (shut.corridor.origin, shut.corridor.onward) != (
                other.corridor.origin,
                other.corridor.onward,
            ):
                continue
            near = 1.0 / (1.0 + _apart(shut, other) / REACH_KM)
            ready[i, j] = near * (SAME_COUNTRY if shut.leg == other.leg else 1.0)
    return ready


def _apart(a: Door, b: Door) -> float:
    """Kilometres between two doors; a door without a crossing is at the capital it leads to, or far."""
    places = [
        door.crossing.place
        if door.crossing
        else atlas.country(door.corridor.destination).place
        if door.corridor.destination in country_codes()
        else None
        for door in (a, b)
    ]
    first, second = places
    return REACH_KM if first is None or second is None else atlas.distance_km(first, second)
