"""Scores agree with what is known in closed form, and with each other."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import erf, ndtri

from bordercast.forecasting.backtest import scores

LEVELS = (np.arange(2000) + 0.5) / 2000


def normal_crps(z: np.ndarray) -> np.ndarray:
    """The CRPS of a standard normal forecast (Gneiting and Raftery 2007, equation 20)."""
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return z * erf(z / math.sqrt(2)) + 2 * density - 1 / math.sqrt(math.pi)


def test_crps_of_normal_draws_is_the_closed_form() -> None:
    z = np.array([-3.0, -1.0, -0.2, 0.0, 0.7, 2.5])
    draws = np.tile(ndtri(LEVELS), (z.size, 1))
    assert scores.crps(draws, z) == pytest.approx(normal_crps(z), abs=2e-3)
    assert scores.crps_of_quantiles(draws, LEVELS, z) == pytest.approx(normal_crps(z), abs=2e-3)


def test_crps_of_exponential_draws_is_the_closed_form() -> None:
    y = np.array([0.1, 1.0, 4.0])
    draws = np.tile(-np.log1p(-LEVELS), (3, 1))
    # y + 2 exp(-y) - 3/2 for a unit exponential
    assert scores.crps(draws, y) == pytest.approx(y + 2 * np.exp(-y) - 1.5, abs=3e-3)


def test_a_certain_forecast_scores_its_error() -> None:
    assert scores.crps(np.full((1, 7), 3.0), np.array([5.0])) == pytest.approx([2.0])
    assert scores.wis(np.full((1, 7), 3.0), np.array([5.0])) == pytest.approx([2.0])


def test_wis_by_hand() -> None:
    """One interval, 50 per cent: (|y - median| / 2 + (1/4) (width + 4 misses)) / 1.5."""
    draws = np.array([[0.0, 1.0, 2.0, 3.0, 4.0]])
    got = scores.wis(draws, np.array([5.0]), levels=(0.5,))
    assert got == pytest.approx([(1.5 + 0.25 * (2 + 4 * 2)) / 1.5])


def test_wis_with_many_levels_is_close_to_the_crps() -> None:
    draws = np.tile(ndtri(LEVELS), (3, 1))
    y = np.array([-1.0, 0.3, 2.0])
    many = tuple(np.arange(1, 100) / 100)
    assert scores.wis(draws, y, many) == pytest.approx(scores.crps(draws, y), rel=0.02)


def test_honest_forecasts_cover_and_have_a_flat_pit() -> None:
    rng = np.random.default_rng(3)
    draws = rng.normal(size=(4000, 300))
    came = rng.normal(size=4000)
    for level in scores.COVERAGE_LEVELS:
        assert scores.covered(draws, came, level).mean() == pytest.approx(level, abs=0.025)
    counts = np.histogram(scores.pit(draws, came), bins=10, range=(0, 1))[0]
    assert counts.min() > 330
    assert counts.max() < 470


def test_the_pit_of_a_point_forecast_that_is_right_is_one_half() -> None:
    assert scores.pit(np.full((1, 9), 2.0), np.array([2.0])) == pytest.approx([0.5])


@given(centre=st.floats(-5, 5), width=st.floats(0.2, 3), shift=st.floats(0.3, 3), stretch=st.floats(1.4, 4))
@settings(max_examples=40, deadline=None)
def test_the_truth_scores_best_on_average(centre: float, width: float, shift: float, stretch: float) -> None:
    """Propriety: neither a shifted nor a stretched forecast beats the distribution that things come from."""
    points = centre + width * ndtri((np.arange(400) + 0.5) / 400)
    honest = np.tile(points, (400, 1))
    for other in (honest + shift * width, centre + (honest - centre) * stretch):
        assert scores.crps(honest, points).mean() < scores.crps(other, points).mean()
        assert scores.wis(honest, points).mean() < scores.wis(other, points).mean()


@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=30), st.floats(-1e3, 1e3))
def test_crps_matches_its_definition_over_pairs(values: list[float], y: float) -> None:
    x = np.array(values)
    pairs = np.abs(x - y).mean() - np.abs(x[:, None] - x[None, :]).mean() / 2
    assert scores.crps(x[None, :], np.array([y]))[0] == pytest.approx(pairs, abs=1e-6)


def test_a_window_scores_the_mean_of_its_readings() -> None:
    got = scores.over_window(np.array([[1.0, 3.0]]), np.array([[3.0, 1.0]]))
    assert got == pytest.approx([1.5])


def test_ard_is_flees() -> None:
    middles, came = np.array([[10.0, 0.0], [5.0, 5.0]]), np.array([[5.0, 5.0], [5.0, 5.0]])
    assert scores.ard(middles, came) == pytest.approx(0.5)
