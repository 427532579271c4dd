"""Known truth: flows drawn from the prior, told as press figures, must be found again."""

from datetime import date, timedelta
from math import floor, log10

import numpy as np

from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.reconciliation.crisis import Crisis, Trigger
from bordercast.reconciliation.network import Network
from bordercast.reconciliation.prior import prior_of
from bordercast.vocabulary import Corridor, Hedge, Kind, Measure
from tests.reconciliation.conftest import AS_OF, TRIGGER_DAY, World, quantity

FIRST = TRIGGER_DAY - timedelta(days=2)
DAYS = tuple(FIRST + timedelta(days=i) for i in range((AS_OF - FIRST).days + 1))
LEGS = tuple(
    sorted(
        [
            *(Corridor(origin="RUS", destination=d) for d in ("KAZ", "GEO", "FIN", "MNG")),
            Corridor(origin="KAZ", destination="UZB", onward=True),
        ]
    )
)


def simulated(rng):
    """Flows ``(leg, day)`` from the prior, with pace drawn from its own."""
    network = Network(legs=LEGS, totals=(), days=DAYS, shown=0)
    crisis = Crisis(triggers=(Trigger(day=TRIGGER_DAY, country="RUS"),), earliest=FIRST, as_of=AS_OF)
    prior = prior_of(network, crisis)
    while True:
        covariance = prior.covariance(rng.normal(0.4, 0.5))
        flows = np.exp(rng.multivariate_normal(prior.mean, covariance)).reshape(len(LEGS), len(DAYS))
        into = flows[LEGS.index(Corridor(origin="RUS", destination="KAZ"))]
        out = flows[LEGS.index(Corridor(origin="KAZ", destination="UZB", onward=True))]
        if out.sum() < into.sum() and flows.sum(axis=1).min() > 200:  # the model knows that too
            return flows


def hedged(reading, rng):
    """A reading as reporters print it: exact, rounded, or rounded down with 'more than'."""
    how = rng.choice(["exact", "approx", "more"], p=[0.3, 0.4, 0.3])
    if how == "exact":
        return quantity(float(round(reading)))
    digits = rng.choice([1, 2, 3], p=[0.25, 0.60, 0.15])
    step = max(10.0 ** (floor(log10(max(reading, 1))) + 1 - digits), 1.0)
    if how == "approx":
        return quantity(float(max(round(reading / step), 1) * step), Hedge.APPROX)
    return quantity(float(max(floor(reading / step), 1) * step), Hedge.MORE_THAN)


def told(flows, rng, claims=22):
    """A world in which some officials tell parts of the truth."""
    world = World()
    world.trigger()
    told_as = {Measure.CUMULATIVE: 0.4, Measure.DAILY: 0.4, Measure.PERIOD: 0.2}
    biases = {n: 0.05 * rng.standard_normal() for n in range(6)}
    for _ in range(claims):
        voice, leg = int(rng.integers(6)), int(rng.integers(len(LEGS)))
        end = int(rng.integers(3, len(DAYS) - 1))
        measure = list(told_as)[rng.choice(3, p=list(told_as.values()))]
        start = {Measure.CUMULATIVE: 2, Measure.DAILY: end, Measure.PERIOD: max(end - 6, 0)}[measure]
        whole = rng.random() < 0.1
        legs = [i for i, c in enumerate(LEGS) if not c.onward] if whole else [leg]
        reading = flows[legs, start : end + 1].sum() * np.exp(biases[voice] + 0.04 * rng.standard_t(4))
        corridor = LEGS[leg]
        world.said(
            hedged(reading, rng),
            measure=measure,
            kind=Kind.ONWARD if corridor.onward and not whole else Kind.FLOW,
            origin="RUS" if whole else corridor.origin,
            to=tuple(LEGS[i].destination for i in legs),
            published=DAYS[end] + timedelta(days=1),
            days=(DAYS[start], DAYS[end]),
            voice=f"office{voice}",
        )
    return world


def test_intervals_cover_the_truth_as_often_as_they_say():
    """Over forty simulated crises the 80 % intervals hold about 80 % of daily flows, totals and the last day."""
    rng = np.random.default_rng(20220921)
    inside = {"day": [], "today": [], "total": [], "all": []}
    places = {"day": [], "total": []}
    for _ in range(40):
        flows = simulated(rng)
        world = told(flows, rng)
        estimate, _ = reconcile(
            world.reports, world.claims, as_of=AS_OF, options=ReconciliationOptions(draws=300)
        )
        shown = [DAYS.index(d) for d in estimate.days]
        for i, leg in enumerate(LEGS):
            if leg not in estimate.legs:
                continue
            draws, truth = estimate.of(leg), flows[i, shown]
            low, high = np.quantile(draws, [0.1, 0.9], axis=0)
            middle = len(shown) // 2
            inside["day"].append(low[middle] <= truth[middle] <= high[middle])
            inside["today"].append(low[-1] <= truth[-1] <= high[-1])
            places["day"].append(np.mean(draws[:, middle] < truth[middle]))
            low, high = np.quantile(draws.sum(axis=1), [0.1, 0.9])
            inside["total"].append(low <= truth.sum() <= high)
            places["total"].append(np.mean(draws.sum(axis=1) < truth.sum()))
        entries = [leg for leg in estimate.legs if not leg.onward]
        summed = sum(estimate.of(leg).sum(axis=1) for leg in entries)
        truth = sum(flows[LEGS.index(leg), shown].sum() for leg in entries)
        inside["all"].append(np.quantile(summed, 0.1) <= truth <= np.quantile(summed, 0.9))
    covered = {k: float(np.mean(v)) for k, v in inside.items()}
    print(covered, {k: float(np.mean(v)) for k, v in places.items()})
    for part in ("day", "today", "total"):
        assert 0.70 < covered[part] < 0.95, covered
    assert 0.60 < covered["all"] <= 1.0, covered
    assert abs(np.mean(places["total"]) - 0.5) < 0.1, places


def test_a_known_day_is_found_exactly_where_it_was_told(world):
    """One clear official figure for one day puts that day's median within two per cent of it."""
    day = date(2022, 9, 24)
    world.trigger()
    world.said(quantity(8572), to=("FIN",), measure=Measure.DAILY, days=(day, day))
    estimate, _ = reconcile(world.reports, world.claims, as_of=AS_OF)
    flow = estimate.of(Corridor(origin="RUS", destination="FIN"))[:, estimate.days.index(day)]
    assert abs(np.median(flow) / 8572 - 1) < 0.02
