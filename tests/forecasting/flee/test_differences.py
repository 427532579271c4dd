"""What Flee does and what its manual says, side by side: one test for each difference."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from bordercast.forecasting.flee import Rules, Simulation, simulate, unsimulated
from bordercast.forecasting.flee.differences import Differences
from bordercast.publishing.case_run import write_out

from .cases import CaseClosure, CaseRoute, CaseSettings, ClosureKind, PlaceType, case, line, place, series

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "flee.md"


def both(made, **asked):
    """The run under Flee's rules, and under the mended ones."""
    return tuple(simulate(made, members=50, seed=2, rules=rules, **asked) for rules in Rules)


def test_the_page_lists_every_difference():
    """One row for each field, named as in the code."""
    told = PAGE.read_text("utf-8")
    for field in fields(Differences):
        assert f"| `{field.name}` |" in told, field.name


def test_redirect():
    """Forced redirection does nothing in Flee but give the link double weight; mended, everybody takes it."""
    made = case(
        [
            place("home", PlaceType.CONFLICT, size=100),
            place("a", PlaceType.CAMP, "Away"),
            place("b", PlaceType.CAMP, "Away"),
        ],
        [CaseRoute(ends=("home", "a"), km=50.0, redirection=1), ("home", "b", 50.0)],
        counts=[series("a", 0, 3000)],
        settings=CaseSettings(camp_movechance=0.0),
    )
    flee, mended = both(made)
    assert flee.present[:, -1, 1].mean() == pytest.approx(2000, rel=0.02)
    assert mended.present[:, -1].mean(axis=0).tolist() == [0, 3000, 0]


def test_redirect_ends_where_it_is_removed_and_where_the_end_is_full():
    """A closure of type remove_forced_redirection lifts it; a full camp is passed by."""
    places = [
        place("home", PlaceType.CONFLICT, size=100),
        place("a", PlaceType.CAMP, "Away", 1000),
        place("b", PlaceType.CAMP, "Away"),
    ]
    routes = [CaseRoute(ends=("a", "home"), km=50.0, redirection=2), ("home", "b", 50.0)]
    still = CaseSettings(camp_movechance=0.0)
    lifted = CaseClosure(kind=ClosureKind.REDIRECTION, first="home", second="a", start=0, end=0)
    removed = CaseClosure(kind=ClosureKind.REDIRECTION, first="home", second="a", start=0, end=-1)
    made = {
        c: case(places, routes, counts=[series("a", 0, 400)], settings=still, closures=[c])
        for c in (lifted, removed)
    }
    assert simulate(made[lifted], rules=Rules.MENDED).present[:, -1, 1].tolist() == [400] * 10
    assert simulate(made[removed], rules=Rules.MENDED).present[:, -1, 2].min() > 100
    full = case(places, routes, counts=[series("a", 0, 1000, 3000)], settings=still)
    assert simulate(full, rules=Rules.MENDED).present[:, -1, 2].min() > 1000


def test_close_links():
    """A closed link stays open in Flee, unless places have names of one letter; mended, nobody passes."""
    shut = CaseClosure(kind=ClosureKind.LINK, first="town", second="camp", start=0)
    flee, mended = both(line(closures=[shut]))
    assert flee.present[:, -1, 2].min() > 500
    assert mended.present[:, -1, 2].max() == 0
    short = case(
        [place("A", PlaceType.CONFLICT, size=100), place("B", PlaceType.CAMP, "Away")],
        [("A", "B", 50.0)],
        counts=[series("B", 0, 100)],
        closures=[CaseClosure(kind=ClosureKind.LINK, first="B", second="A", start=0)],
    )
    assert simulate(short).present[:, -1, 1].max() == 0


def test_sinks():
    """camps_are_sinks is not read by Flee; under the key that it reads, camps_are_sicks, both sink."""
    made = line(settings=CaseSettings(camps_are_sinks=True))
    made = case(
        [
            *made.places[:2],
            place("camp", PlaceType.CAMP, "Away", attributes=(("deactivation_probability", "0.5"),)),
        ],
        [("home", "town", 150.0), ("town", "camp", 150.0)],
        counts=made.series,
        settings=made.settings,
    )
    flee, mended = both(made)
    assert not flee.left.any()
    assert (mended.left[:, -1] > 700).all()
    assert (mended.total + mended.left == mended.arrived.cumsum(axis=1)).all()


def test_awareness():
    """With 0 nobody moves in Flee; mended, distance alone counts, and with -1 nothing."""
    places = [
        place("home", PlaceType.CONFLICT, size=100), place("near", PlaceType.CAMP, "Away"), place("far", PlaceType.CAMP, "Away"),
    ]  # fmt: skip
    routes = [("home", "near", 90.0), ("home", "far", 290.0)]
    for level, near in ((0, 0.75), (-1, 0.5)):
        settings = CaseSettings(awareness_level=level, camp_weight=7.0, camp_movechance=0.0)
        made = case(places, routes, counts=[series("near", 0, 4000)], settings=settings)
        flee, mended = both(made)
        assert mended.present[:, -1, 1].mean() / 4000 == pytest.approx(near, abs=0.02)
        assert flee.present[:, -1, 0].mean() == (4000 if level == 0 else 0)
        assert bool(unsimulated(made, Rules.FLEE))
        assert not unsimulated(made, Rules.MENDED)


def test_admit():
    """People who chose a camp while there was room all enter in Flee; mended, the rest are put back."""
    made = line(size=300)
    flee, mended = both(made)
    assert flee.present[:, :, 2].max() > 300
    assert mended.present[:, :, 2].max() == 300


def test_empty_is_full():
    """A capacity of 0 is no limit in Flee; mended, nobody goes there."""
    flee, mended = both(line(size=0))
    assert flee.present[:, -1, 2].min() > 500
    assert mended.present[:, -1, 2].max() == 0


def test_keep_capacity():
    """Flee takes the people of the first day from the capacity and counts them as present as well."""
    made = line(size=1000, stocks=(400, 2000))
    limits = [Simulation.start(made, members=1, rules=rules).capacity[0, 2] for rules in Rules]
    assert limits == [600, 1000]


def test_place_once():
    """Without insert_day0 Flee places the total and every camp on the first day."""
    made = case(
        [place("home", PlaceType.CONFLICT, size=100), place("camp", PlaceType.CAMP, "Away")],
        [("home", "camp", 50.0)],
        counts=[series("camp", 70, 70)],
        settings=CaseSettings(insert_day0=False),
    )
    from dataclasses import replace

    made = replace(made, total=series("total", 100, 100))
    flee, mended = both(made)
    assert (flee.total[0, 0], mended.total[0, 0]) == (170, 70)


def test_follow_intensity():
    """Flee keeps the intensity a conflict began with."""
    made = line(days=4, intensity=[0.2, 0.2, 0.9, 0.9])
    simulations = [Simulation.start(made, members=1, rules=rules) for rules in Rules]
    assert [s.calendar.conflict[3, 0] for s in simulations] == [0.2, 0.9]


def test_fresh_weights():
    """In Flee the decay of conflicts reaches the places people leave from a day late."""
    settings = CaseSettings(conflict_spawn_decay=(1.0, 0.5), conflict_spawn_decay_interval=2)
    sources = [
        Simulation.start(line(days=5, settings=settings), members=1, rules=rules).calendar.source[:, 0]
        for rules in Rules
    ]
    assert sources[0].tolist() == [1.0, 1.0, 1.0, 0.5, 0.5]
    assert sources[1].tolist() == [1.0, 1.0, 0.5, 0.5, 0.5]


def test_add_series():
    """Flee adds the files of a camp by a step rule; mended, day by day."""
    from bordercast.forecasting.flee.series import daily_stock

    from .cases import START, CaseSeries

    day = [START.fromordinal(START.toordinal() + i) for i in range(9)]
    one = CaseSeries(name="x", files=(((day[0], 100), (day[8], 900)), ((day[0], 10), (day[4], 50))))
    assert daily_stock(one, START, 9).tolist()[::4] == [110, 950, 950]
    assert daily_stock(one, START, 9, mended=True).tolist()[::4] == [110, 550, 950]


def test_floods():
    """Flee reads flood-driven spawning under one of the two names its pages give."""
    from bordercast.vocabulary import CaseTable

    flood = CaseTable(names=("home",), days=tuple(range(10)), values=np.full((10, 1), 1.0))
    runs = {}
    for section in ("flood_driven_spawning", "flood_driven_spawn_mode"):
        settings = CaseSettings(
            flood_driven_spawning="pop_ratio", flood_section=section, flood_zone_spawning_only=True, conflict_zone_spawning_only=False,
            take_from_population=True, flood_rules=True,
        )  # fmt: skip
        runs[section] = [r.arrived[0, 0] for r in both(line(settings=settings, flood=flood, stocks=(0, 0)))]
    assert runs == {"flood_driven_spawning": [0, 1000], "flood_driven_spawn_mode": [1000, 1000]}


def test_coordinates():
    """Flee takes latitude for longitude when it measures how near a place is."""
    places = [
        place("home", PlaceType.CONFLICT, size=100, lat=60.0, lon=0.0),
        place("east", PlaceType.CAMP, "Away", lat=60.0, lon=8.0),
        place("north", PlaceType.CAMP, "Away", lat=68.0, lon=0.0),
    ]
    settings = CaseSettings(stay_close_to_home=True, home_distance_power=2.0, camp_movechance=0.0)
    made = case(
        places,
        [("home", "east", 90.0), ("home", "north", 90.0)],
        counts=[series("east", 0, 4000)],
        settings=settings,
    )
    flee, mended = (run.present[:, -1, 1].mean() / 4000 for run in both(made))
    assert flee < 0.55
    assert mended > 0.75


def test_date_of_day(tmp_path):
    """Flee prints the date of the day after."""
    dates = [
        write_out(run, tmp_path / "out.csv").read_text().splitlines()[1].split(",")[1]
        for run in both(line(days=2))
    ]
    assert dates == ["2020-01-02", "2020-01-01"]
