"""Crises drawn from the model itself: hyper-parameters, flows, biases and figures, all from their priors.

Every figure is made by the very process its likelihood describes, so that a sound fit must be calibrated exactly: what
these crises test is the arithmetic. Whether the model describes real reporters is what ``crises.py`` asks.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.crisis import Crisis, Trigger
from bordercast.reconciliation.hyper import CLASSES, MEAN, SD, Hyper
from bordercast.reconciliation.likelihood import SLIP, SLIP_NOISE, log_likelihood
from bordercast.reconciliation.network import Network
from bordercast.reconciliation.observations import Observation, Sum
from bordercast.reconciliation.prior import Prior, prior_of, walk_size
from bordercast.reconciliation.system import System, system_of
from bordercast.reconciliation.voices import Voice
from bordercast.reconciliation.windows import DIGITS, ONE_SIDED, at_most, windows_of
from bordercast.vocabulary import ELSEWHERE, Corridor, Hedge, Quantity

Array = NDArray[np.float64]

FIRST = date(2022, 9, 21)
ENTRIES = ("KAZ", "GEO", "FIN", "MNG", "EST", "LVA", "NOR", "AZE", "CHN", "ARM", "TUR", "SRB", "POL", "LTU")
ONWARD = ("UZB", "KGZ", "TUR")
AHEAD = 7  # days after the last figure

# What figures count (model-sources 4), and how they are worded.
COUNTS = {
    "cumulative": 0.26,
    "week": 0.23,
    "average": 0.16,
    "day": 0.06,
    "total": 0.10,
    "vehicles": 0.05,
    "stock": 0.04,
    "ratio": 0.04,
    "share": 0.03,
    "pair": 0.03,
}
HEDGES = {
    "exact": 0.15,
    "about": 0.30,
    "more": 0.27,
    "nearly": 0.05,
    "at_least": 0.06,
    "up_to": 0.05,
    "range": 0.07,
    "order": 0.05,
}
SPEAK = (0.4, 0.4, 0.2)  # official, attributed, loose
SOURCES = 12
RANGE_WIDTH = 0.3  # log width of "between a and b"
VEHICLE_DOUBT = 0.25


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """A crisis and what was said of it: ``eta`` ``(leg, day)`` is the truth, the last ``AHEAD`` days untold."""

    network: Network
    prior: Prior
    observations: list[Observation]
    system: System
    hyper: Hyper
    eta: Array


def simulated(
    chance: np.random.Generator, *, legs: int = 8, onward: int = 2, days: int = 45, claims: int = 120
) -> World:
    """Return a crisis with so many entry and onward legs, days with figures, and figures."""
    network = _network(legs, onward, days + AHEAD)
    crisis = Crisis(
        triggers=(Trigger(day=FIRST + timedelta(days=2), country="RUS"),),
        earliest=FIRST,
        as_of=network.days[-1],
    )
    prior = prior_of(network, crisis)
    limits = [_limit(network, day) for day in range(days - 1, 0, -7)] if onward else []
    while (
        True
    ):  # the soft limits on onward movement are part of the prior: a crisis is kept as often as they allow
        hyper = Hyper.of(MEAN + SD * chance.standard_normal(len(MEAN)))
        eta = drawn(prior, hyper, chance)
        if not limits or chance.random() < np.exp(_log_chance(limits, eta, hyper)):
            break
    biases = np.exp(hyper.bias) * chance.standard_normal(SOURCES)
    voices = chance.choice(3, SOURCES, p=SPEAK)
    per_vehicle = -VEHICLE_DOUBT * chance.standard_normal()
    told = [_figure(eta, network, hyper, biases, voices, per_vehicle, chance, days) for _ in range(claims)]
    observations = [o for o in told if o is not None] + limits
    return World(
        network=network,
        prior=prior,
        observations=observations,
        system=system_of(observations, len(network.legs)),
        hyper=hyper,
        eta=eta,
    )


def drawn(prior: Prior, hyper: Hyper, chance: np.random.Generator) -> Array:
    """Return log flows ``(leg, day)`` from the prior."""
    half = np.linalg.cholesky(prior.walk)
    legs, shapes, days = prior.own.shape
    own = np.einsum("lr,lrt->lt", chance.standard_normal((legs, shapes)), prior.own)
    own += np.sqrt(walk_size(hyper.own_pace)) * chance.standard_normal((legs, days)) @ half.T
    kins, shapes, _ = prior.common.shape
    common = np.einsum("kr,krt->kt", chance.standard_normal((kins, shapes)), prior.common)
    common += np.sqrt(walk_size(hyper.common_pace)) * chance.standard_normal((kins, days)) @ half.T
    return prior.mean + own + common[prior.kin]


def _network(legs: int, onward: int, days: int) -> Network:
    entries = [Corridor(origin="RUS", destination=d) for d in (*ENTRIES[: legs - 1], ELSEWHERE)]
    on = [Corridor(origin="KAZ", destination=d, onward=True) for d in ONWARD[:onward]]
    return Network(
        legs=tuple(sorted([*entries, *on])),
        totals=(),
        days=tuple(FIRST + timedelta(days=i) for i in range(days)),
        shown=0,
    )


def _limit(network: Network, day: int) -> Observation:
    return Observation(
        claim_id="",
        above=Sum(legs=network.legs_onward_from("KAZ"), days=_span(network, 0, day)),
        below=Sum(legs=network.legs_into("KAZ"), days=_span(network, 0, day)),
        windows=at_most(1.0),
        extra=0.2,
    )


def _log_chance(limits: list[Observation], eta: Array, hyper: Hyper) -> float:
    system = system_of(limits, len(eta))
    said = system.rows(np.log(system.sums(np.exp(eta))))
    value, _, _ = log_likelihood(said[:, None], system.windows, system.sigma(hyper))
    return float(value.sum())


def _span(network: Network, start: int, end: int) -> Array:
    weights = np.zeros(len(network.days))
    weights[start : end + 1] = 1.0
    return weights


def _figure(  # noqa: PLR0913, PLR0917
    eta: Array,
    network: Network,
    hyper: Hyper,
    biases: Array,
    voices: NDArray[np.int64],
    per_vehicle: float,
    chance: np.random.Generator,
    days: int,
) -> Observation | None:
    source = int(chance.integers(SOURCES))
    voice: Voice = CLASSES[int(voices[source])]
    what = str(chance.choice(list(COUNTS), p=np.array(list(COUNTS.values())) / sum(COUNTS.values())))
    above, below, constant = _counted(what, network, chance, days)
    biased = what not in ("ratio", "share")
    with_vehicles = what == "vehicles"
    flows = np.exp(eta)
    log_count = np.log(flows[list(above.legs)].sum(axis=0) @ above.days)
    if below is not None:
        log_count -= np.log(flows[list(below.legs)].sum(axis=0) @ below.days + constant)
    log_count += biased * voice.value.bias * biases[source] + with_vehicles * per_vehicle
    extra = 0.05 if below is not None else 0.0
    noise = np.hypot(voice.value.noise * np.exp(hyper.trust[CLASSES.index(voice)]), extra)
    if chance.random() < SLIP:
        noise = np.hypot(noise, SLIP_NOISE)
    reading = float(log_count + noise * chance.standard_t(4))
    windows = worded(reading, chance) if below is None else np.array([[reading - 5e-4, reading + 5e-4, 1.0]])
    return Observation(
        claim_id=f"claim {chance.integers(1 << 62)}",
        above=above,
        below=below,
        constant=constant,
        windows=windows,
        voice=voice,
        extra=extra,
        bias=(f"source {source}", voice.value.bias) if biased else None,
        loadings=(("persons per vehicle", VEHICLE_DOUBT),) if with_vehicles else (),
    )


def _counted(
    what: str, network: Network, chance: np.random.Generator, days: int
) -> tuple[Sum, Sum | None, float]:
    """The sum a figure counts, what divides it, and the persons added to that."""
    leg, end = int(chance.integers(len(network.legs))), int(chance.integers(3, days))
    whole = tuple(i for i, c in enumerate(network.legs) if not c.onward)
    since = _span(network, 2, end)
    week = _span(network, max(end - 6, 0), end)
    if what == "ratio":
        end = max(end, 7)
        after = _span(network, end - 6, end) / 7
        before = _span(network, max(end - 13, 0), end - 7)
        return Sum(legs=(leg,), days=after), Sum(legs=(leg,), days=before / before.sum()), 0.0
    if what == "share":
        some = int(chance.choice(whole))
        return Sum(legs=(some,), days=since), Sum(legs=whole, days=since), 0.0
    if what == "stock":
        into, out = network.legs_into("KAZ"), network.legs_onward_from("KAZ")
        if not out:
            return Sum(legs=into, days=since), None, 0.0
        present = float(np.exp(8.0 + chance.standard_normal()))  # persons; independent of the truth
        return Sum(legs=into, days=since), Sum(legs=out, days=since), present
    legs = whole if what == "total" else (leg,)
    if what == "pair":
        legs = tuple(sorted(int(i) for i in chance.choice(whole, 2, replace=False)))
    day = _span(network, end, end)
    average = _span(network, max(end - 2, 0), end)
    weights = {"week": week, "day": day, "average": average / average.sum()}.get(what, since)
    return Sum(legs=legs, days=weights), None, 0.0


def worded(reading: float, chance: np.random.Generator) -> Array:
    """Return the windows of the words in which a reading (log) is printed."""
    hedge = str(chance.choice(list(HEDGES), p=np.array(list(HEDGES.values()))))
    value = float(np.exp(np.clip(reading, -20.0, 40.0)))
    if hedge == "exact":
        return np.array([[reading - 5e-4, reading + 5e-4, 1.0]])
    if hedge in ("at_least", "up_to"):
        away = float(chance.choice(ONE_SIDED)) * float(chance.random())
        sign = 1.0 if hedge == "at_least" else -1.0
        centre = reading - sign * away
        ends = [sorted((centre, centre + sign * w)) for w in ONE_SIDED]
        return np.array([[*e, 0.25 / w] for e, w in zip(ends, ONE_SIDED, strict=True)])
    if hedge in ("range", "order"):
        width = RANGE_WIDTH if hedge == "range" else log10(10) * np.log(10)
        start = floor(reading / width) * width
        return np.array([[start, start + width, 1.0]])
    digits = int(chance.choice(list(DIGITS), p=list(DIGITS.values())))
    step = max(10.0 ** (floor(log10(max(value, 1.0))) + 1 - digits), 1.0)
    if hedge == "about":
        shown, word = max(round(value / step), 0) * step, Hedge.APPROX
    elif hedge == "more":
        shown, word = max(floor(value / step), 0) * step, Hedge.MORE_THAN
    else:
        shown, word = max(ceil(value / step), 1) * step, Hedge.NEARLY
    low = None if word is Hedge.NEARLY else shown
    high = None if word is Hedge.MORE_THAN else shown
    return windows_of(Quantity(value=shown, low=low, high=high, hedge=word, unit="person"))
