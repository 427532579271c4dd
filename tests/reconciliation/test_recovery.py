"""Known truth: flows drawn from the prior, told as press figures, must be found again."""

from collections import defaultdict
from datetime import date, timedelta
from math import floor, log10

import numpy as np

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.reconciliation.crisis import Crisis, Trigger
from bordercast.reconciliation.draws import prior_draws
from bordercast.reconciliation.hyper import MEAN, SD, Hyper
from bordercast.reconciliation.likelihood import SLIP, SLIP_NOISE
from bordercast.reconciliation.network import Network
from bordercast.reconciliation.periods import EDGE_DOUBT
from bordercast.reconciliation.prior import prior_of
from bordercast.reconciliation.voices import Voice
from bordercast.vocabulary import Corridor, Hedge, Measure
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, World, quantity

FIRST = TRIGGER_DAY - timedelta(days=2)
DAYS = tuple(FIRST + timedelta(days=i) for i in range((AS_OF - FIRST).days + 1))
LEGS = tuple(sorted(Corridor(origin="RUS", destination=d) for d in ("KAZ", "GEO", "FIN", "MNG")))
RUNS = 40
PRIOR_SLACK = (
    0.03  # shares; figures are read through routes, periods and copies that the simulation does not know
)


def simulated(rng):
    """Hyper-parameters and flows ``(leg, day)``, both drawn from their priors, with nothing thrown away."""
    network = Network(legs=LEGS, totals=(), days=DAYS, shown=0)
    crisis = Crisis(triggers=(Trigger(day=TRIGGER_DAY, country="RUS"),), earliest=FIRST, as_of=AS_OF)
    prior = prior_of(network, crisis)
    hyper = Hyper.of(MEAN + SD * rng.standard_normal(len(MEAN)))
    return hyper, np.exp(prior_draws(prior, hyper, 1, rng)[0])


def hedged(reading, rng, *, total):
    """A reading as reporters print it: exact, rounded, or rounded down with 'more than'.

    Totals are never exact here: exact ones of one authority are read as increments, which share their errors.
    """
    how = rng.choice(["exact", "approx", "more"], p=[0.0, 0.6, 0.4] if total else [0.3, 0.4, 0.3])
    if how == "exact":
        return quantity(float(round(reading)))
    digits = rng.choice([1, 2, 3], p=[0.25, 0.60, 0.15])
    step = max(10.0 ** (floor(log10(max(reading, 1))) + 1 - digits), 1.0)
    if how == "approx":
        return quantity(float(max(round(reading / step), 1) * step), Hedge.APPROX)
    return quantity(float(max(floor(reading / step), 1) * step), Hedge.MORE_THAN)


def told(flows, hyper, rng, claims=22):
    """A world in which some officials tell parts of the truth, with the errors the model expects of them."""
    world = World()
    world.trigger()
    told_as = {Measure.CUMULATIVE: 0.4, Measure.DAILY: 0.4, Measure.PERIOD: 0.2}
    official = Voice.OFFICIAL.value
    biases = official.bias * np.exp(hyper.bias) * rng.standard_normal(6)
    for _ in range(claims):
        voice, leg = int(rng.integers(6)), int(rng.integers(len(LEGS)))
        end = int(rng.integers(3, len(DAYS) - 1))
        measure = list(told_as)[rng.choice(3, p=list(told_as.values()))]
        start = {Measure.CUMULATIVE: 2, Measure.DAILY: end, Measure.PERIOD: max(end - 6, 0)}[measure]
        legs = list(range(len(LEGS))) if rng.random() < 0.1 else [leg]
        edge = 0.0 if measure is Measure.DAILY else EDGE_DOUBT / (end - start + 1)
        noise = np.hypot(official.noise * np.exp(hyper.trust[0]), edge)
        if rng.random() < SLIP:
            noise = np.hypot(noise, SLIP_NOISE)
        reading = flows[legs, start : end + 1].sum() * np.exp(biases[voice] + noise * rng.standard_t(4))
        if reading < 10:
            continue  # an incident, which the room sets aside
        world.said(
            hedged(reading, rng, total=measure is Measure.CUMULATIVE),
            measure=measure,
            to=tuple(LEGS[i].destination for i in legs),
            published=DAYS[end] + timedelta(days=1),
            days=(DAYS[start], DAYS[end]),
            voice=f"office{voice}",
        )
    return world


def test_intervals_cover_the_truth_as_often_as_they_say():
    """Over simulated crises the 80 % intervals hold 80 % of daily flows, totals and the last day, within chance."""
    rng = np.random.default_rng(20220921)
    inside, places = defaultdict(list), defaultdict(list)
    for _ in range(RUNS):
        hyper, flows = simulated(rng)
        world = told(flows, hyper, rng)
        estimate, _ = reconcile(
            world.reports, world.claims, as_of=AS_OF, options=ReconciliationOptions(draws=300)
        )
        shown = [DAYS.index(d) for d in estimate.days]
        found = defaultdict(list)
        summed, truth = 0.0, 0.0
        for leg in estimate.legs:
            if leg not in LEGS:
                continue
            draws, flow = estimate.of(leg), flows[LEGS.index(leg), shown]
            middle = len(shown) // 2
            found["day"].append(np.mean(draws[:, middle] < flow[middle]))
            found["today"].append(np.mean(draws[:, -1] < flow[-1]))
            found["total"].append(np.mean(draws.sum(axis=1) < flow.sum()))
            summed, truth = summed + draws.sum(axis=1), truth + flow.sum()
        found["all"].append(np.mean(summed < truth))
        for part, ranks in found.items():
            inside[part].append(np.mean(np.abs(np.array(ranks) - 0.5) < 0.4))
            places[part].append(np.mean(ranks))
    for part in ("day", "today", "total", "all"):
        # legs of one run go together, so chance is judged from run to run
        chance = 3.0 * np.std(inside[part]) / np.sqrt(RUNS)
        assert abs(np.mean(inside[part]) - 0.8) < chance + PRIOR_SLACK, (part, np.mean(inside[part]), chance)
        chance = 3.0 * np.std(places[part]) / np.sqrt(RUNS)
        assert abs(np.mean(places[part]) - 0.5) < chance + PRIOR_SLACK, (part, np.mean(places[part]), chance)


def test_a_known_day_is_found_exactly_where_it_was_told(world):
    """One clear official figure for one day puts that day's median within two per cent of it."""
    day = date(2022, 9, 24)
    world.trigger()
    world.said(quantity(8572), to=("FIN",), measure=Measure.DAILY, days=(day, day))
    estimate, _ = reconcile(world.reports, world.claims, as_of=AS_OF)
    flow = estimate.of(Corridor(origin="RUS", destination="FIN"))[:, estimate.days.index(day)]
    assert abs(np.median(flow) / 8572 - 1) < 0.02
