import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordercast.reconciliation.likelihood import (
    SLIP,
    SLIP_NOISE,
    log_likelihood,
    t4_cdf,
    t4_density,
)
from bordercast.reconciliation.windows import MOST, significant_digits, windows_of
from bordercast.vocabulary import Hedge
from tests.reconciliation.conftest import quantity

HEDGED = [
    quantity(8314),
    quantity(40000, Hedge.APPROX),
    quantity(260000, Hedge.MORE_THAN),
    quantity(66000, Hedge.NEARLY),
    quantity(53136, Hedge.AT_LEAST),
    quantity(30000, Hedge.UP_TO),
    quantity(None, Hedge.RANGE, low=5000, high=6000),
    quantity(None, Hedge.VAGUE, low=20000, high=100000),
]


def padded(windows):
    full = np.zeros((1, MOST, 3))
    full[0, :, 0], full[0, :, 1] = -60, 60
    full[0, : len(windows)] = windows
    return full


@pytest.mark.parametrize("said", HEDGED, ids=lambda q: q.hedge.value)
def test_likelihood_matches_numeric_integration(said):
    """The closed form equals the integral of t4 noise, slips included, over each window."""
    windows, noise = windows_of(said), 0.1
    for predictor in np.log([said.middle / 3, said.middle, said.middle * 1.2]):
        total = 0.0
        for low, high, weight in windows:
            grid = np.linspace(max(low, predictor - 40), min(high, predictor + 40), 200_001)
            for share, sd in ((1 - SLIP, noise), (SLIP, np.hypot(noise, SLIP_NOISE))):
                total += share * weight * np.trapezoid(t4_density((grid - predictor) / sd) / sd, grid)
        value, _, _ = log_likelihood(np.array([[predictor]]), padded(windows), np.array([noise]))
        assert value[0, 0] == pytest.approx(np.log(total), abs=1e-4)


@given(predictor=st.floats(2, 20), said=st.sampled_from(HEDGED), noise=st.floats(0.03, 1.0))
def test_slope_matches_finite_differences(predictor, said, noise):
    """The slope of the log likelihood is its derivative."""
    windows, sd, step = padded(windows_of(said)), np.array([noise]), 1e-4
    low, _, _ = log_likelihood(np.array([[predictor - step]]), windows, sd)
    high, _, _ = log_likelihood(np.array([[predictor + step]]), windows, sd)
    _, slope, _ = log_likelihood(np.array([[predictor]]), windows, sd)
    assert slope[0, 0] == pytest.approx((high - low)[0, 0] / (2 * step), rel=5e-3, abs=1e-3)


def test_t4_is_a_distribution():
    """The closed form rises from nought to one and its density is its derivative."""
    z = np.linspace(-8, 8, 401)
    np.testing.assert_allclose(np.gradient(t4_cdf(z), z)[1:-1], t4_density(z)[1:-1], atol=2e-4)
    assert t4_cdf(np.array([-1e4, 0.0, 1e4])) == pytest.approx([0, 0.5, 1], abs=1e-9)


def test_more_than_is_a_lower_bound_and_softly_an_upper_one():
    """'More than 260,000' allows 260,000 to 270,000, and 261,000 more readily than 269,000."""
    windows = np.exp(windows_of(quantity(260000, Hedge.MORE_THAN))[:, :2])
    assert windows.min() == pytest.approx(260000)
    assert windows.max() == pytest.approx(270000)
    assert len(windows) == 2


def test_some_round_to_fives():
    """'More than 15,000' may be said of 19,000, which 'more than 16,000' may not."""
    fives, plain = (np.exp(windows_of(quantity(v, Hedge.MORE_THAN))[:, :2]) for v in (15000, 16000))
    assert fives.max() == pytest.approx(20000)
    assert plain.max() == pytest.approx(17000)


@pytest.mark.parametrize(
    ("value", "digits"), [(260000, 2), (8314, 4), (100, 1), (64234, 5), (1e11, 1), (0.5, 1), (50.5, 3)]
)
def test_significant_digits(value, digits):
    """Trailing zeros do not count as said."""
    assert significant_digits(value) == digits


@given(st.floats(0, 1e12), st.sampled_from([h for h in Hedge if h not in (Hedge.RANGE, Hedge.VAGUE)]))
def test_every_quantity_has_proper_windows(value, hedge):
    """Any number under any hedge gives ordered, finite intervals with positive weights."""
    windows = windows_of(quantity(value, hedge))
    assert np.isfinite(windows).all()
    assert (windows[:, 0] < windows[:, 1]).all()
    assert (windows[:, 2] > 0).all()
    assert len(windows) <= MOST
