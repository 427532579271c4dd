"""Nobody is lost, a closed road is empty, a seed is a seed, and every documented rule does something."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bordercast.forecasting.flee import Rules, Simulation, ard, rescaled, simulate
from bordercast.vocabulary import CaseTable, Demographic, InvalidSetting

from .cases import CaseClosure, CaseRoute, CaseSettings, ClosureKind, PlaceType, case, line, place, series

KINDS = [PlaceType.TOWN, PlaceType.CAMP, PlaceType.FORWARD, PlaceType.MARKER, PlaceType.IDPCAMP]


@st.composite
def networks(draw):
    """A random case: up to seven places, random roads, stocks, limits, speeds, and switches."""
    many = draw(st.integers(2, 7))
    places = [place("p0", PlaceType.CONFLICT, size=500)]
    places += [
        place(
            f"p{i}",
            draw(st.sampled_from(KINDS)),
            draw(st.sampled_from(["Home", "Away"])),
            draw(st.none() | st.integers(0, 400)),
        )
        for i in range(1, many)
    ]
    pairs = draw(
        st.lists(st.tuples(st.integers(0, many - 1), st.integers(0, many - 1)), min_size=1, max_size=10)
    )
    routes = [
        CaseRoute(
            ends=(f"p{a}", f"p{b}"),
            km=draw(st.floats(0.3, 700)),
            redirection=draw(st.sampled_from([0, 0, 1, 2])),
            speed=draw(st.none() | st.floats(20, 500)),
            walk_probability=draw(st.sampled_from([0.0, 0.0, 0.5])),
        )
        for a, b in pairs
        if a != b
    ] or [CaseRoute(ends=("p0", "p1"), km=10.0)]
    return case(
        places,
        routes,
        days=6,
        counts=[series("p1", *draw(st.lists(st.integers(0, 3000), min_size=6, max_size=6)))],
        settings=CaseSettings(
            avoid_short_stints=draw(st.booleans()),
            start_on_foot=draw(st.booleans()),
            awareness_level=draw(st.integers(-1, 3)),
            pruning_threshold=draw(st.sampled_from([1.0, 2.0])),
            fixed_routes=draw(st.booleans()),
            take_from_population=draw(st.booleans()),
            insert_day0=draw(st.booleans()),
            default_movechance=draw(st.floats(0, 1)),
        ),
    )


@settings(max_examples=40, deadline=None)
@given(made=networks(), rules=st.sampled_from(list(Rules)), seed=st.integers(0, 2**31))
def test_people_are_conserved_and_a_closed_road_carries_nobody(made, rules, seed):
    """All who came are somewhere; while a border is shut nobody new is on it, so closing never raises its flow."""
    free = simulate(made, members=3, seed=seed, rules=rules)
    assert (free.present >= 0).all()
    begun = free.total[:, 0] - free.arrived[:, 0]
    assert (free.total + free.left == begun[:, None] + free.arrived.cumsum(axis=1)).all()
    shut = replace(
        made, closures=(CaseClosure(kind=ClosureKind.COUNTRY, first="Home", second="Away", start=0),)
    )
    simulation = Simulation.start(shut, members=3, seed=seed, rules=rules)
    roads = simulation.network.roads
    ends = simulation.network.link_ends[roads.hop_link[roads.stage_hop[: roads.stages]]]
    abroad = np.array([p.country == "Away" for p in made.places])
    across = abroad[ends[:, 0]] != abroad[ends[:, 1]]
    for _ in range(made.days):
        simulation.step()
        assert not simulation.world.pools["link"][:, : roads.stages][:, across].any()


def test_a_seed_is_a_seed_and_a_member_is_the_same_in_any_crowd():
    """Same input, same seed, same counts, with few members or many."""
    few, many, other = (simulate(line(), members=m, seed=s) for m, s in ((2, 7), (9, 7), (2, 8)))
    assert (few.present == many.present[:2]).all()
    assert (few.present != other.present).any()


def test_scenarios_share_their_noise():
    """Until the border closes, two runs are the same in every place."""
    late = CaseClosure(kind=ClosureKind.COUNTRY, first="Home", second="Away", start=5)
    stocks = tuple(range(0, 10_000, 1000))
    free, shut = (simulate(line(stocks=stocks, closures=c), seed=3) for c in ((), (late,)))
    assert (free.present[:, :5] == shut.present[:, :5]).all()
    assert (shut.present[:, 9, 2] < free.present[:, 9, 2]).all()


def test_a_simulation_can_be_stopped_changed_and_gone_on_with():
    """Members can have their own inflow, draw and limits, and be copied over others."""
    simulation = Simulation.start(line(stocks=tuple(range(0, 10_000, 1000))), members=3)
    simulation.displaced.inflow = np.repeat(simulation.displaced.inflow, 3, axis=0) * np.array(
        [[1], [2], [0]]
    )
    simulation.drawn = np.ones((3, 3))
    simulation.drawn[1, 2] = 50.0
    for _ in range(4):
        simulation.step()
    people = simulation.present().sum(axis=1) + simulation.travelling()
    assert people.tolist() == [3000, 6000, 0]
    simulation.world.resample(np.array([1, 1, 1]))
    simulation.world.pools["place"][0, 0, 0] += 7
    simulation.world.entered[0] += 7
    simulation.step()
    assert simulation.present()[0].sum() != simulation.present()[1].sum()


def test_nothing_to_simulate_is_refused():
    with pytest.raises(InvalidSetting, match="0 members"):
        simulate(line(), members=0)


def test_too_many_routes_are_refused_before_memory_is_gone():
    """A dense network and a high awareness level make more routes than there is room for."""
    places = [place("p0", PlaceType.CONFLICT, size=9)] + [
        place(f"p{i}", PlaceType.TOWN) for i in range(1, 16)
    ]
    routes = [(f"p{i}", f"p{j}", 10.0) for i in range(16) for j in range(i)]
    with pytest.raises(InvalidSetting, match="lower awareness_level"):
        Simulation.start(case(places, routes, settings=CaseSettings(awareness_level=6)), members=1)


def test_conflict_driven_spawning_places_people_without_counts():
    """Constant, by population, and Poisson; the columns that come from counts are 0, as in Flee."""
    for mode, rate, mean in (("constant", 200.0, 200), ("pop_ratio", 0.01, 100), ("poisson", 200.0, 200)):
        run = simulate(
            line(
                settings=CaseSettings(conflict_driven_spawning=mode, displaced_per_conflict_day=rate),
                stocks=(5,),
            ),
            members=200,
        )
        assert run.arrived.mean() == pytest.approx(mean, rel=0.02)
        assert not run.reference.any()
        assert (run.arrived.std() > 0) == (mode == "poisson")


def test_inhabitants_are_taken_when_asked():
    """take_from_population lowers the weight of a place as people leave it, member by member."""
    made = case(
        [
            place("a", PlaceType.CONFLICT, size=1000),
            place("b", PlaceType.CONFLICT, size=3000),
            place("c", PlaceType.CAMP, "Away"),
        ],
        [("a", "c", 50.0), ("b", "c", 50.0)],
        counts=[series("c", *range(0, 4000, 400))],
        settings=CaseSettings(take_from_population=True),
    )
    simulation = Simulation.start(made, members=4)
    for _ in range(10):
        simulation.step()
    assert (simulation.displaced.population[:, :2].sum(axis=1) == 400).all()


def test_people_who_shun_danger_go_elsewhere_than_boys_who_do_not():
    """Age and gender change the weight of a conflict zone among the ways to go."""
    age = Demographic(attribute="age", values=("10", "40"), weights=(("Default", (1.0, 1.0)),))
    gender = Demographic(attribute="gender", values=("female", "male"), weights=(("Default", (1.0, 1.0)),))
    made = case(
        [
            place("home", PlaceType.CONFLICT, size=10),
            place("war", PlaceType.CONFLICT),
            place("camp", PlaceType.CAMP, "Away"),
        ],
        [("home", "war", 500.0), ("home", "camp", 500.0)],
        days=2,
        counts=[series("camp", 0, 40_000)],
        settings=CaseSettings(conflict_weight=0.25),
        demographics=(age, gender),
    )
    stock = {}
    for name in ("none", "children_avoid_hazards", "women_avoid_hazards", "boys_take_risk"):
        chosen = made if name == "none" else replace(made, settings=replace(made.settings, **{name: True}))
        simulation = Simulation.start(chosen, members=5)
        simulation.step()
        simulation.step()
        roads = simulation.network.roads
        to_war = roads.hop_node[roads.stage_hop] == 1
        stock[name] = simulation.world.pools["link"][:, to_war].sum() / 5 / 40_000
    assert stock["none"] == pytest.approx(0.2, abs=0.01)
    assert stock["children_avoid_hazards"] == pytest.approx((0.2 + 1 / 17) / 2, abs=0.01)
    assert stock["women_avoid_hazards"] == pytest.approx((0.2 + 1 / 17) / 2, abs=0.01)
    assert stock["boys_take_risk"] == pytest.approx(0.2 * 0.75 + 0.5 * 0.25, abs=0.01)


def test_hunger_and_floods_move_people():
    """flee_when_starving raises the chance to leave; a flood replaces it."""
    table = CaseTable(names=("inland",), days=(0, 9), values=np.array([[100.0], [100.0]]))
    made = line(
        settings=CaseSettings(default_movechance=0.0, flee_when_starving=True, camp_movechance=0.0),
        food=table,
    )
    made = replace(made, places=(made.places[0], replace(made.places[1], region="inland"), made.places[2]))
    assert (
        simulate(replace(made, food=replace(table, values=table.values * 0))).present[:, -1, 1].mean() > 400
    )
    assert simulate(made).present[:, -1, 1].max() == 0
    flood = CaseTable(names=("town",), days=tuple(range(10)), values=np.full((10, 1), 2.0))
    wet = CaseSettings(
        default_movechance=0.0, flood_rules=True, flood_movechances=(0.0, 0.5, 1.0), camp_movechance=0.0
    )
    assert simulate(line(settings=wet, flood=flood)).present[:, -1, 1].max() == 0


def test_kin_draw_people():
    """A camp draws more people of a group that is there already."""
    kin = Demographic(
        attribute="ethnicity",
        values=("x", "y"),
        weights=(("Default", (1.0, 1.0)), ("home", (1.0, 0.0)), ("a", (1.0, 0.0)), ("b", (0.0, 1.0))),
    )
    made = case(
        [
            place("home", PlaceType.CONFLICT, size=10),
            place("a", PlaceType.CAMP, "Away"),
            place("b", PlaceType.CAMP, "Away"),
        ],
        [("home", "a", 50.0), ("home", "b", 50.0)],
        days=2,
        counts=[series("a", 500, 1500), series("b", 500, 1500)],
        settings=CaseSettings(match_camp_ethnicity=True, camp_movechance=0.0),
        demographics=(kin,),
    )
    assert simulate(made).present[:, 1, 1:].mean(axis=0).tolist() == [2500, 500]


def test_a_camp_opens_a_place_changes_and_people_of_a_list_are_there():
    """Closures of type camp, location_changes.csv and agents.csv."""
    opening = CaseClosure(kind=ClosureKind.CAMP, first="camp", start=0, end=5)
    simulation = Simulation.start(
        line(closures=[opening], changes=(("town", PlaceType.MARKER, 4),)), members=1
    )
    calendar = simulation.calendar
    assert calendar.camp[:, 2].tolist() == [False] * 5 + [True] * 5
    assert (calendar.town[3, 1], calendar.town[4, 1], calendar.leave[4, 1]) == (True, False, 1.0)
    assert len(calendar.markers) == 2
    listed = line(
        agents=(("town", ()), ("town", ())),
        stocks=(0, 0),
        settings=CaseSettings(read_from_agents_csv_file=True),
    )
    assert (simulate(listed).total == 2).all()


def test_scores_of_a_perfect_run_are_zero():
    """ARD is the sum of differences over the sum counted, averaged over days."""
    run = simulate(line(stocks=(0,) * 10))
    assert ard(run).tolist() == [0.0] * 10
    run = simulate(line(stocks=(400, 400)))
    doubled = replace(run, present=run.present * 2)
    assert ard(doubled).mean() == pytest.approx(1.0, abs=0.02)
    assert rescaled(doubled).mean() == pytest.approx(0.0, abs=0.01)
