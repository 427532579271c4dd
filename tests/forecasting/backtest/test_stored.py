"""Forecasts from reports alone are held against figures published later, and against nothing else."""

from datetime import date, timedelta

import numpy as np
import pytest

from bordercast.forecasting import forecast
from bordercast.forecasting.backtest.stored import Made, backtest_forecasts
from bordercast.vocabulary import (
    BASELINES,
    OURS,
    BackTest,
    Chance,
    Corridor,
    FlowEstimate,
    InvalidNoun,
    Part,
    ReportedFigure,
)

FIRST = date(2022, 9, 21)
RUS_KAZ = Corridor(origin="RUS", destination="KAZ")
RUS_GEO = Corridor(origin="RUS", destination="GEO")
RUS_OTHER = Corridor(origin="RUS", destination="OTHER")


def made_on(as_of: date, *, level: float = 10_000.0) -> Made:
    """A forecast from an estimate in which every leg has the same flow on every day, give or take five per cent."""
    days = tuple(FIRST + timedelta(days=i) for i in range((as_of - FIRST).days + 1))
    rng = np.random.default_rng(1)
    draws = level * np.exp(rng.normal(0, 0.05, (200, 2, len(days))))
    estimate = FlowEstimate(
        as_of=as_of,
        legs=(RUS_KAZ, RUS_OTHER),
        totals=(),
        days=days,
        draws=draws,
        informed=(0.9, 0.9),
        method="x",
    )
    return Made(estimate=estimate, projection=forecast(estimate, days=14, chance=Chance()))


def figure(last: date, *, published: date, persons: float = 10_000.0, **other: object) -> ReportedFigure:
    """A figure about one day on one leg."""
    given = {
        "claim_id": f"{last} {persons} {published}",
        "published": published,
        "legs": (RUS_KAZ,),
        "days": (last,),
        "weights": (1.0,),
        "readings": ((persons, 1.0),),
        **other,
    }
    return ReportedFigure(**given)  # type: ignore[arg-type]


def scored(*figures: ReportedFigure, days: tuple[int, ...] = (10,)) -> BackTest | None:
    made = [made_on(FIRST + timedelta(days=i)) for i in days]
    return backtest_forecasts(made, figures, subject="x", horizons=(3, 7), method="x")


def test_a_figure_known_by_the_day_of_the_forecast_is_not_scored() -> None:
    day = FIRST + timedelta(days=10)
    ahead = day + timedelta(days=2)
    assert scored(figure(ahead, published=day)) is None
    assert scored(figure(day - timedelta(days=1), published=day + timedelta(days=1))) is None
    test = scored(figure(ahead, published=ahead))
    assert test is not None
    assert test.of(OURS, 3, part=Part.NEW).count == 1  # type: ignore[union-attr]


def test_figures_go_to_the_horizon_that_reaches_them() -> None:
    at = [FIRST + timedelta(days=10 + ahead) for ahead in (1, 3, 4, 7, 8)]
    test = scored(*(figure(day, published=day) for day in at))
    assert test is not None
    assert [test.of(OURS, h).count for h in (3, 7)] == [2, 2]  # type: ignore[union-attr]


def test_a_total_since_before_counts_what_the_estimate_has_and_what_is_forecast() -> None:
    """Ten days of ten thousand and two more ahead: about 130,000, and a figure of that size scores well."""
    last = FIRST + timedelta(days=12)
    days = tuple(FIRST + timedelta(days=i) for i in range(13))
    since = {"days": days, "weights": (1.0,) * 13}
    near = scored(figure(last, published=last, persons=128_000, **since))
    far = scored(figure(last, published=last, persons=10_000, **since))
    assert near is not None
    assert far is not None
    good, bad = near.of(OURS, 3, part=Part.SINCE), far.of(OURS, 3, part=Part.SINCE)
    assert good is not None
    assert bad is not None
    assert good.crps_log < 0.05
    assert bad.crps_log > 2
    assert good.cover95 == 1
    assert near.of(OURS, 3, part=Part.NEW) is None


def test_a_hedge_is_scored_as_a_window() -> None:
    """A figure half of whose readings lie in the interval is half covered."""
    last = FIRST + timedelta(days=11)
    test = scored(figure(last, published=last, readings=((10_000.0, 0.5), (90_000.0, 0.5))))
    assert test is not None
    score = test.of(OURS, 3)
    assert score is not None
    assert score.cover95 == 0.5


def test_a_leg_nobody_had_named_is_not_forecast_and_a_total_takes_what_there_is() -> None:
    last = FIRST + timedelta(days=11)
    assert scored(figure(last, published=last, legs=(RUS_GEO,))) is None
    test = scored(figure(last, published=last, persons=20_000, legs=(RUS_GEO, RUS_OTHER)))
    assert test is not None
    assert test.of(OURS, 3).crps_log < 0.2  # type: ignore[union-attr]
    both = scored(figure(last, published=last, legs=(RUS_GEO,)), figure(last, published=last))
    assert both is not None
    assert any("could not be made" in note for note in both.notes)


def test_baselines_learn_their_spread_only_from_errors_known_by_the_day() -> None:
    """A figure far off widens baselines of later days, and leaves those of earlier days as they were."""
    early, late = FIRST + timedelta(days=6), FIRST + timedelta(days=13)
    wild = figure(early + timedelta(days=1), published=early + timedelta(days=2), persons=500_000)
    plain = figure(late + timedelta(days=1), published=late + timedelta(days=1))

    def crps(*figures: ReportedFigure) -> float:
        test = scored(*figures, days=(6, 13))
        assert test is not None
        assert {test.of(name, 3).count for name in (OURS, *BASELINES)} == {len(figures)}  # type: ignore[union-attr]
        return test.of("persistence", 3).crps_log * len(figures)  # type: ignore[union-attr]

    assert crps(wild, plain) != pytest.approx(crps(wild) + crps(plain))


def test_a_figure_without_readings_is_no_figure() -> None:
    with pytest.raises(InvalidNoun):
        figure(FIRST, published=FIRST, readings=())
