"""Counts are a draw from the same law as moving each person on their own."""

import numpy as np
import pytest
from scipy import stats

from bordercast.forecasting.flee import simulate

from .cases import CaseClosure, CaseRoute, CaseSettings, ClosureKind, PlaceType, case, place, series
from .person_by_person import PersonByPerson

RUNS, MEMBERS = 250, 2_000
ENOUGH = 1e-4  # of the least of many p-values on fixed seeds: below, the law is another


def bordered(capacity=1000, scale=1, leave=0.05):
    """Towns one must go on from, a border that closes under people and opens again, a camp that may fill."""
    return case(
        [
            place("home", PlaceType.CONFLICT, size=1000),
            place("north", PlaceType.TOWN),
            place("south", PlaceType.TOWN),
            place("gate", PlaceType.FORWARD, "Away"),
            place("near", PlaceType.CAMP, "Away", capacity),
            place("far", PlaceType.CAMP, "Beyond", 10_000),
        ],
        [
            ("home", "north", 60.0), ("home", "south", 140.0), ("north", "gate", 90.0), ("south", "gate", 230.0),
            ("gate", "near", 50.0), ("near", "far", 110.0), ("south", "far", 260.0), ("north", "south", 40.0),
        ],
        days=9,
        closures=[CaseClosure(kind=ClosureKind.COUNTRY, first="Home", second="Away", start=3, end=6)],
        counts=[series("far", *(scale * x for x in (0, 30, 40, 40, 45, 45, 50, 50, 50)))],
        settings=CaseSettings(
            max_move_speed=200.0, avoid_short_stints=True, default_movechance=0.5, camp_movechance=leave, softening=20.0,
            distance_power=0.75, conflict_weight=0.25, camp_weight=2.0, insert_day0=False,
        ),
    )  # fmt: skip


def aware():
    """Routes over two places and a marker, a first leg on foot, links with speeds and days of walking of their own."""
    return case(
        [
            place("home", PlaceType.CONFLICT, size=1000),
            place("cross", PlaceType.MARKER),
            place("town", PlaceType.TOWN),
            place("hill", PlaceType.TOWN),
            place("camp", PlaceType.CAMP, "Away", 20),
            place("coast", PlaceType.CAMP, "Away", 200),
        ],
        [
            ("home", "cross", 80.0), ("cross", "town", 70.0), CaseRoute(ends=("cross", "hill"), km=120.0, walk_probability=0.4),
            CaseRoute(ends=("town", "camp"), km=130.0, speed=90.0), ("hill", "coast", 150.0), ("town", "hill", 60.0),
        ],
        days=9,
        counts=[series("coast", 0, 30, 45, 50, 50, 50, 50, 50, 50)],
        settings=CaseSettings(
            max_move_speed=180.0, max_walk_speed=50.0, start_on_foot=True, avoid_short_stints=True, awareness_level=2,
            default_movechance=0.4, camp_movechance=0.03, weight_power=1.5, weight_softening=0.1, insert_day0=False,
        ),
    )  # fmt: skip


def same(one, other):
    """The p-value of two samples of counts being of one law: chi-square over bins of the pooled sample."""
    edges = np.unique(np.quantile(np.r_[one, other], np.linspace(0, 1, 9)))
    if len(edges) < 3:  # nearly everywhere one number: is it as often another?
        edges = np.array([edges[0], edges[0] + 1, max(one.max(), other.max()) + 1])
    edges[-1] += 1
    table = np.array([np.histogram(one, edges)[0], np.histogram(other, edges)[0]])
    table = table[:, table.sum(axis=0) > 0]
    return stats.chi2_contingency(table).pvalue if table.shape[1] > 1 else 1.0


def one_by_one(made, runs):
    """Evenings of so many runs in which persons are moved one by one."""
    coming = np.diff([v for _, v in made.series[0].files[0]], prepend=0).tolist()
    return [PersonByPerson(made, coming, seed).run() for seed in range(runs)]


@pytest.mark.parametrize("build", [bordered, aware])
def test_counts_follow_the_law_of_persons(build):
    """Every place on every evening has the same distribution, whoever is moved: persons one by one, or counts."""
    made = build()
    run = simulate(made, members=MEMBERS, seed=5, fine=True)
    runs = one_by_one(made, RUNS)
    values = {}
    for t in range(made.days):
        for i, name in enumerate(run.places):
            values[t, name] = same(np.array([r[t][name] for r in runs]), run.present[:, t, i])
    least = min(values, key=values.get)
    assert values[least] > ENOUGH, least
    assert np.mean([v < 0.05 for v in values.values()]) < 0.2


def test_a_camp_that_fills_holds_as_many_as_when_persons_come_one_by_one():
    """Slices of a day stand for the order of persons: mean people in every place agree within 2 % of the camp."""
    made = bordered(capacity=150, scale=10, leave=0.001)
    run = simulate(made, members=200, seed=5)
    runs = one_by_one(made, 25)
    counts = run.present.mean(axis=0)
    persons = np.array([[[r[t][name] for name in run.places] for t in range(made.days)] for r in runs]).mean(
        axis=0
    )
    assert counts[-1, run.places.index("near")] > 140
    assert np.abs(counts - persons).max() < 3.0


def test_the_coarse_bins_of_everyday_use_move_nothing_that_matters():
    """With 8 bins of recent travel and 50 of the day's km the mean of every place stays within a person in fifty."""
    made = bordered()
    coarse, fine = (
        simulate(made, members=MEMBERS, seed=5, fine=f).present.mean(axis=0) for f in (False, True)
    )
    assert np.abs(coarse - fine).max() < 1.0
