"""Draws are exact, keyed, and sum to what they must."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from bordercast.forecasting.movement import World, binomials, multinomials, normals, poissons, taken, uniforms

SIZE = 100_000
ENOUGH = 1e-4  # fixed seeds: a p-value below this is a wrong law, not bad luck


@pytest.fixture(scope="module")
def keys():
    return World.start({"all": np.zeros((1, 1))}, seed=3).keys("test", SIZE)[0]


def p_value(x, law):
    """Chi-square of draws against a law, in bins of about equal chance."""
    edges = np.unique(law.ppf(np.linspace(0, 1, 31)[1:-1]))
    seen = np.diff(np.r_[0, np.searchsorted(np.sort(x), edges, side="right"), x.size])
    meant = np.diff(np.r_[0, law.cdf(edges), 1]) * x.size
    kept = meant > 1e-9
    assert seen[~kept].sum() == 0
    return stats.chisquare(seen[kept], meant[kept] * seen.sum() / meant[kept].sum()).pvalue


@pytest.mark.parametrize(
    ("n", "p"), [(5, 0.3), (1000, 0.001), (1000, 0.3), (30, 0.6), (25_000_000, 0.4), (40, 0.26), (100, 0.9)]
)
def test_binomials_follow_the_binomial_law(keys, n, p):
    assert p_value(binomials(n, p, keys), stats.binom(n, p)) > ENOUGH


@pytest.mark.parametrize("mean", [0.5, 9.9, 10.1, 1e4, 1e6])
def test_poissons_follow_the_poisson_law(keys, mean):
    assert p_value(poissons(mean, keys), stats.poisson(mean)) > ENOUGH


@pytest.mark.parametrize(
    ("good", "bad", "n"), [(5, 7, 6), (1000, 2000, 300), (3, 1000, 900), (10**5, 2 * 10**5, 40_000)]
)
def test_taken_follows_the_hypergeometric_law(keys, good, bad, n):
    assert p_value(taken(np.array([good, bad]), n, keys)[:, 0], stats.hypergeom(good + bad, good, n)) > ENOUGH


def test_uniforms_and_normals_follow_their_laws(keys):
    assert stats.kstest(uniforms(keys), "uniform").pvalue > ENOUGH
    assert stats.kstest(normals(keys), "norm").pvalue > ENOUGH


def test_neighbouring_keys_are_independent(keys):
    x = uniforms(keys)
    assert abs(np.corrcoef(x[:-1], x[1:])[0, 1]) < 4 / np.sqrt(SIZE)


def test_each_option_of_a_multinomial_is_binomial_and_none_of_weight_zero_is_taken(keys):
    x = multinomials(200, [0, 0.5, 0, 1, 0.5, 0], keys)
    assert (x.sum(axis=1) == 200).all()
    assert not x[:, [0, 2, 5]].any()
    for option, p in ((1, 0.25), (3, 0.5), (4, 0.25)):
        assert p_value(x[:, option], stats.binom(200, p)) > ENOUGH
    assert np.cov(x[:, 1], x[:, 3])[0, 1] == pytest.approx(-200 * 0.25 * 0.5, rel=0.05)


def test_where_no_option_has_weight_nobody_goes(keys):
    assert not multinomials(7, [0, 0], keys).any()


def test_nearly_equal_arguments_share_their_noise(keys):
    a, b = binomials(10_000, 0.3, keys), binomials(10_010, 0.3, keys)
    assert np.corrcoef(a, b)[0, 1] > 0.98


@settings(max_examples=200, deadline=None)
@given(
    n=st.integers(0, 10**9),
    p=st.floats(0, 1),
    crowd=st.lists(st.integers(0, 10**6), min_size=1, max_size=6),
    many=st.integers(0, 10**7),
    weights=st.lists(st.floats(0, 1e6), min_size=1, max_size=6),
    seed=st.integers(0, 2**63 - 1),
)
def test_nobody_is_made_or_lost_by_a_draw(  # noqa: PLR0917 - hypothesis fills them
    n, p, crowd, many, weights, seed
):
    keys = World.start({"all": np.zeros((1, 1))}, seed=seed).keys("hypothesis", 1)
    assert 0 <= binomials(n, p, keys).item() <= n
    split = multinomials(n, weights, keys)
    assert (split >= 0).all()
    assert split.sum() == (n if sum(weights) > 0 else 0)
    through = taken(crowd, many, keys)[0, 0]
    assert (through >= 0).all()
    assert (through <= crowd).all()
    assert through.sum() == min(many, sum(crowd))
