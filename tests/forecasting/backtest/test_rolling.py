"""A forecast knows nothing of what came after; its intervals cover where the truth is known; it gives way when worse."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bordercast.forecasting.backtest import backtest_case
from bordercast.forecasting.backtest.baselines import locations
from bordercast.forecasting.backtest.counts import Counts, Crisis
from bordercast.forecasting.backtest.past import learned_from, past_crises
from bordercast.forecasting.backtest.rolling import _forecasters, backtest_crisis, fall_back_days
from bordercast.forecasting.backtest.targets import Targets, targets_of
from bordercast.reading.flee import read_case
from bordercast.vocabulary import BASELINES, OURS, InvalidSetting, Part, Truth
from tests.forecasting.backtest.invented import place, random_walks

START = date(2030, 1, 1)
SHARED = Path(__file__).parents[4] / "shared" / "data" / "flee"
HORIZONS = (3, 7, 14)


def asked_on(crisis: Crisis, day: int) -> Targets:
    """What is asked on a day of every place known by then; what came is not known."""
    places = [i for i, counts in enumerate(crisis.places) if counts.last(np.array([day]))[0] >= 0]
    place_column, horizon = np.repeat(places, len(HORIZONS)), np.tile(HORIZONS, len(places))
    days = np.full(place_column.size, day)
    return Targets(
        place=place_column,
        day=days,
        horizon=horizon,
        came=np.zeros(days.size),
        known=days + horizon,
        last=np.array([int(crisis.places[p].last(np.array([day]))[0]) for p in place_column]),
        opening=np.array([bool(crisis.places[p].opening(np.array([day]))[0]) for p in place_column]),
    )


def with_another_future(crisis: Crisis, day: int, seed: int) -> Crisis:
    """The same crisis up to a day, and other reports, corrections and closures after it."""
    rng = np.random.default_rng(seed)

    def changed(counts: Counts) -> Counts:
        now = int(counts.last(np.array([day]))[0]) + 1
        later = day + 1 + np.sort(rng.choice(90, int(rng.integers(1, 40)), replace=False))
        spans = tuple(
            (a, b if b <= day else int(day + rng.integers(1, 50))) for a, b in counts.shut if a <= day
        )
        return Counts(
            place=counts.place,
            days=np.concatenate([counts.days[:now], later]),
            persons=np.concatenate([counts.persons[:now], np.round(np.exp(rng.uniform(0, 13, later.size)))]),
            corrected=np.concatenate([counts.corrected[:now], rng.random(later.size) < 0.2]),
            shut=(*spans, (int(day + rng.integers(1, 20)), day + 60)),
        )

    return replace(crisis, places=tuple(map(changed, crisis.places)))


def a_crisis(seed: int) -> Crisis:
    walks = random_walks(seed, places=3, length=120, every=6, sd=0.1)
    late = place("late", [0, 70, 74, 90, 100], [0, 900, 1400, 700, 800], corrected=(90,), shut=((0, 66),))
    never = place("never", [0, 40, 80], [0, 0, 0], shut=((10, 75),))
    return replace(walks, places=(*walks.places, late, never))


@given(seed=st.integers(0, 50), day=st.integers(1, 110), future=st.integers(0, 10**6))
@settings(max_examples=12, deadline=None)
def test_no_forecast_changes_by_a_bit_when_the_future_does(seed: int, day: int, future: int) -> None:
    """Everybody's forecasts on a day are byte for byte the same whatever comes after it."""
    crisis = a_crisis(seed)
    other = with_another_future(crisis, day, future)
    past = past_crises()[:1]
    for one, two in zip(_drawn(crisis, day, past).values(), _drawn(other, day, past).values(), strict=True):
        assert one.tobytes() == two.tobytes()


def _drawn(crisis: Crisis, day: int, past: tuple[Crisis, ...]) -> dict[str, np.ndarray]:
    own = targets_of(crisis, HORIZONS, Truth.REPORTED)
    return _forecasters(crisis, own, past, HORIZONS)(asked_on(crisis, day))


def test_the_test_above_can_fail() -> None:
    """A changed past does change the forecast."""
    crisis = a_crisis(1)
    first = crisis.places[0]
    moved = replace(crisis, places=(replace(first, persons=first.persons * 3), *crisis.places[1:]))
    assert _drawn(crisis, 60, ())[OURS].tobytes() != _drawn(moved, 60, ())[OURS].tobytes()


@given(day=st.integers(5, 115), future=st.integers(0, 10**6))
@settings(max_examples=8, deadline=None)
def test_falling_back_knows_nothing_of_the_future(day: int, future: int) -> None:
    crisis = a_crisis(3)
    verdicts = []
    for version in (crisis, with_another_future(crisis, day, future)):
        own = targets_of(version, HORIZONS, Truth.REPORTED)
        draws = _forecasters(version, own, (), HORIZONS)(own)
        verdicts.append(fall_back_days(own, draws)(np.arange(day + 1)).tolist())
    assert verdicts[0] == verdicts[1]


def test_a_known_process_is_covered_and_nearly_as_well_foretold_as_by_who_knows_it() -> None:
    """Random walks of known pace: intervals hold what they should, and the score is close to the true law's."""
    sd, every = 0.03, 3
    crisis = random_walks(8, places=8, length=210, every=every, sd=sd)
    test = backtest_crisis(crisis, start=START, horizons=(6, 12))
    for horizon in (6, 12):
        ours = test.of(OURS, horizon, part=Part.RUNNING)
        assert ours is not None
        assert 0.72 < ours.cover80 < 0.88
        assert 0.39 < ours.cover50 < 0.61
        known = sd * np.sqrt(horizon) / np.sqrt(np.pi)  # mean CRPS of a normal law that is right
        assert ours.crps_log < 1.15 * known


def test_a_repeated_figure_is_foretold_sharply() -> None:
    """Places that always report the same are forecast with almost no doubt once that has shown."""
    crisis = Crisis(
        name="still",
        length=200,
        places=tuple(place(f"still {i}", list(range(0, 200, 5)), [1000.0] * 40) for i in range(6)),
    )
    test = backtest_crisis(crisis, start=START, horizons=(5,))
    ours = test.of(OURS, 5)
    assert ours is not None
    assert ours.crps_log < 0.02
    assert ours.cover80 == 1


def test_baselines_are_what_they_say() -> None:
    crisis = Crisis(
        name="line",
        length=60,
        places=(
            place("grows", [0, 10, 20], [100, 200, 300]),
            place("stays", [0, 10, 20], [600, 600, 600]),
        ),
    )
    persistence, drift, shares = np.expm1(locations(crisis, asked_on(crisis, 20)))[:3].T
    assert persistence == pytest.approx(300)
    assert drift == pytest.approx([330, 370, 440])
    assert shares == pytest.approx([300 * (900 + 10 * h) / 900 for h in HORIZONS])


def test_every_forecaster_is_scored_on_the_same_targets() -> None:
    test = backtest_crisis(a_crisis(2), start=START, horizons=(3, 7))
    for truth in Truth:
        for horizon in (3, 7):
            counts = {test.of(name, horizon, truth=truth).count for name in (OURS, *BASELINES)}  # type: ignore[union-attr]
            assert len(counts) == 1


def test_reported_targets_are_reports_and_lie_exactly_so_far_ahead() -> None:
    crisis = a_crisis(4)
    rows = targets_of(crisis, (7,), Truth.REPORTED)
    for row in range(len(rows)):
        counts = crisis.places[rows.place[row]]
        assert rows.day[row] + 7 in counts.days
        assert rows.known[row] == rows.day[row] + 7
        assert counts.persons[counts.days == rows.day[row] + 7] == rows.came[row]
        assert counts.days[rows.last[row]] <= rows.day[row]


def test_between_reports_truth_is_a_line_known_only_at_its_later_end() -> None:
    crisis = Crisis(name="two", length=50, places=(place("a", [0, 20], [100, 300]),))
    rows = targets_of(crisis, (5,), Truth.BETWEEN)
    assert rows.day.tolist() == [0, 7, 14]
    assert rows.came.tolist() == [150, 220, 290]
    assert set(rows.known.tolist()) == {20}


def test_ours_gives_way_where_persistence_has_been_better() -> None:
    crisis = random_walks(5, places=4, length=120)
    own = targets_of(crisis, (6,), Truth.REPORTED)
    came = np.log1p(own.came)[:, None]
    worse, better = np.tile(came + 1.0, (1, 50)), np.tile(came + 0.1, (1, 50))
    days = np.arange(130)
    gives_way = fall_back_days(own, {OURS: worse, "persistence": better})(days)
    assert not gives_way[:10].any()  # too few errors to judge by
    assert gives_way[60:].all()
    assert not fall_back_days(own, {OURS: better, "persistence": worse})(days).any()


def test_a_crisis_never_learns_from_itself() -> None:
    for crisis in past_crises():
        kept, left_out = learned_from(crisis)
        assert crisis.name in left_out
        assert all(not (k.names & crisis.names) for k in kept)


def test_nothing_to_score_says_so() -> None:
    crisis = Crisis(name="one", length=50, places=(place("a", [0], [100]),))
    with pytest.raises(InvalidSetting, match="nothing to score"):
        backtest_crisis(crisis, start=START)
    with pytest.raises(InvalidSetting, match="one day or more"):
        backtest_crisis(random_walks(1), start=START, horizons=(0,))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the scenario folders are not here")
def test_a_real_crisis_is_foretold_better_than_by_the_best_baseline() -> None:
    test = backtest_case(read_case(SHARED / "mali2012"), horizons=(7, 14))
    for horizon in (7, 14):
        skill, ours = test.skill(horizon), test.of(OURS, horizon)
        assert skill is not None
        assert ours is not None
        assert skill > 0.15
        assert 0.7 < ours.cover80 < 0.9
