"""The press generator tells a series in figures that can be checked against it, the same way every time."""

import importlib
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

EVALS = Path(__file__).parents[2] / "evals"


@pytest.fixture(scope="module")
def evals():
    """The scripts of the evals folder as modules."""
    sys.path.insert(0, str(EVALS))
    try:
        yield {name: importlib.import_module(name) for name in ("series", "press", "baselines", "crises")}
    finally:
        sys.path.remove(str(EVALS))


def told(evals, habits, seed=1):
    series = evals["series"].synthetic(seed)[0]
    return evals["press"].press(series, habits, np.random.default_rng(seed))


def test_same_seed_same_press(evals):
    """A seed decides every report and claim; another seed tells another story."""
    plain = evals["press"].PLAIN
    one, again, other = (told(evals, plain, seed) for seed in (1, 1, 2))
    assert [c.id for c in one.claims] == [c.id for c in again.claims]
    assert [c.id for c in one.claims] != [c.id for c in other.claims]


def test_every_claim_quotes_its_report(evals):
    """Each figure stands in a report of its own, word for word."""
    telling = told(evals, evals["press"].PLAIN)
    reports = {r.id: r for r in telling.reports}
    assert len(telling.claims) > 100
    assert all(c.quotes(reports[c.report_id]) for c in telling.claims)


def test_nothing_is_printed_before_its_days_are_over(evals):
    """A figure comes out after the last day it counts."""
    telling = told(evals, evals["press"].PLAIN)
    reports = {r.id: r for r in telling.reports}
    for claim in telling.claims[1:]:
        assert claim.interval.end < reports[claim.report_id].published_on


def test_an_honest_press_is_near_the_truth_and_a_spoilt_one_is_not(evals):
    """Without spoilt figures and loose sources all errors are small; spoilt ones are marked with their factor."""
    plain = replace(evals["press"].PLAIN, sources=(4, 0, 0), gross=0.0, copies=0.0)
    honest = told(evals, plain)
    assert not honest.gross
    assert np.median(np.abs(np.log(list(honest.errors.values())))) < 0.1
    spoilt = told(evals, replace(plain, gross=1.0))
    assert set(spoilt.gross) == set(spoilt.errors)


def test_a_copy_has_another_outlet_and_the_same_error(evals):
    """A copy is told by another voice, of the same days, and is off as its original is."""
    telling = told(evals, replace(evals["press"].PLAIN, copies=1.0, edited=0.5))
    claims = {c.id: c for c in telling.claims}
    assert telling.copies
    for copy, original in telling.copies.items():
        assert claims[copy].attribution.organisation != claims[original].attribution.organisation
        assert claims[copy].interval == claims[original].interval
        assert telling.errors[copy] == telling.errors[original]


def test_the_score_of_a_known_spread(evals):
    """CRPS of a standard normal at its mean is 0.2337; a point guess under its oracle's spread cannot beat the truth."""
    rng = np.random.default_rng(0)
    draws = np.expm1(8 + rng.standard_normal(40000))
    assert evals["baselines"].crps(draws, float(np.expm1(8.0))) == pytest.approx(0.2337, abs=0.005)
    errors = 0.3 * rng.standard_normal(500)
    truths = np.expm1(8 + errors)
    scored = evals["baselines"].oracle_crps([float(np.expm1(8.0))] * 500, truths.tolist())
    assert scored == pytest.approx(
        0.3 * 0.5642, rel=0.1
    )  # the mean CRPS of a forecast that is right: sd / sqrt(pi)


def test_baselines_read_what_a_careful_person_would(evals):
    """With exact totals every day, the interpolated totals give each day back."""
    figure = evals["baselines"].Figure
    daily = [100.0, 300.0, 200.0, 50.0]
    figures = [
        figure(start=0, end=d, persons=sum(daily[: d + 1]), official=True, printed=d + 1) for d in range(4)
    ]
    rule = evals["baselines"].BASELINES["interpolated totals"]
    assert [rule(figures, d) for d in range(4)] == pytest.approx(daily)
    assert evals["baselines"].BASELINES["latest figure"](figures, 3) == pytest.approx(sum(daily) / 4)


def test_one_day_is_answered_and_scored(evals):
    """A replay of one day answers every question once a corridor, and ratios come out with coverage."""
    telling = told(evals, evals["press"].DENSE)
    answers = list(evals["crises"].answers_on(telling, 12))
    assert {a.question for a in answers} == set(evals["crises"].QUESTIONS)
    assert all(0 <= a.place <= 1 and a.crps >= 0 for a in answers)
    table = evals["crises"].ratios(answers)
    assert table["past"]["ratio"] < 1
