"""Quantiles are complete, in order and in the hub's form."""

from dataclasses import replace
from itertools import groupby

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bordercast.publishing import projection_rows, quantile_rows
from bordercast.publishing.quantiles import LEVELS, spreads


def test_rows_of_an_estimate_are_complete(situation):
    """Every corridor, day and measure has exactly seven levels, and nothing else is there."""
    estimate = situation.estimate
    rows = list(quantile_rows(estimate))
    days, hosts = len(estimate.days), {c.destination for c in estimate.legs if not c.onward} - {"OTHER"}
    assert len(rows) == (len(estimate.corridors) * (3 * days - 6) + len(hosts) * days) * len(LEVELS)
    assert {row.measure for row in rows} == {
        *(f"{span}{kind}" for span in ("", "weekly_", "cumulative_") for kind in ("flow", "onward")),
        "stock",
    }
    assert {row.output_type for row in rows} == {"quantile"}
    assert {row.output_type_id for row in rows} == set(LEVELS)


def test_onward_rows_are_never_called_flow(situation):
    """A leg or total of people who had already arrived carries the onward measures only."""
    onward = {row.measure for row in quantile_rows(situation.estimate) if row.origin == "KAZ"}
    assert onward == {"onward", "weekly_onward", "cumulative_onward"}


def test_a_week_is_seven_days_and_a_stock_is_who_came_and_stayed(situation):
    """The median week is near seven medians; a country's stock is what entered less what moved on."""
    estimate = situation.estimate
    rows = {
        (r.origin, r.destination, r.day, r.measure): r.value
        for r in quantile_rows(estimate)
        if r.output_type_id == 0.5
    }
    kaz = estimate.named("RUS", "KAZ")
    week = np.median(estimate.of(kaz)[:, -7:].sum(axis=1))
    assert abs(rows["RUS", "KAZ", estimate.as_of, "weekly_flow"] - week) < 0.1
    out = sum(estimate.of(leg) for leg in estimate.legs if leg.origin == "KAZ")
    stayed = np.median(np.maximum((estimate.of(kaz) - out).sum(axis=1), 0))
    assert abs(rows["ANY", "KAZ", estimate.as_of, "stock"] - stayed) < 0.1


def test_quantiles_never_decrease(situation):
    """Within one corridor, day and measure a higher level never has a lower value."""

    def key(row):
        return row.origin, row.destination, row.day, row.measure

    for _, rows in groupby(quantile_rows(situation.estimate), key=key):
        values = [row.value for row in rows]
        assert values == sorted(values)


def test_running_total_never_decreases(situation):
    """The median of a running total never falls from one day to the next."""
    for corridor in situation.estimate.corridors:
        medians = [
            row.value
            for row in quantile_rows(situation.estimate)
            if (row.origin, row.destination, row.output_type_id)
            == (corridor.origin, corridor.destination, 0.5)
            and row.measure.startswith("cumulative")
        ]
        assert medians == sorted(medians)


def test_projection_rows_carry_their_scenario(situation):
    """Each projection gives the same number of rows, under its own name, after as_of."""
    for projection in situation.projections:
        rows = list(projection_rows(projection))
        assert {row.scenario for row in rows} == {projection.scenario.name}
        assert len(rows) == (len(projection.legs) + len(projection.totals)) * (14 * 3 - 6) * len(LEVELS)
        assert min(row.day for row in rows) > situation.as_of


def test_order_of_draws_does_not_matter(situation):
    """Shuffled draws give the same quantiles."""
    estimate = situation.estimate
    turned = replace(estimate, draws=estimate.draws[::-1])
    assert list(quantile_rows(estimate)) == list(quantile_rows(turned))


@given(arrays(np.float64, (30, 3), elements=st.floats(0, 1e7)))
def test_spread_is_ordered_for_any_draws(draws):
    """The seven quantiles of any draws are in order and inside the draws."""
    for day, spread in enumerate(spreads(draws)):
        values = [
            spread.low95, spread.low80, spread.low50, spread.median, spread.high50, spread.high80, spread.high95,
        ]  # fmt: skip
        assert values == sorted(values)
        assert draws[:, day].min() - 0.1 <= values[0]
        assert values[-1] <= draws[:, day].max() + 0.1
