"""Estimates, projections and what they refuse."""

from datetime import date

import numpy as np
import pytest

from bordercast.vocabulary import Closure, Corridor, FlowEstimate, InvalidNoun

LEGS = (
    Corridor(origin="RUS", destination="FIN"),
    Corridor(origin="RUS", destination="EST"),
    Corridor(origin="FIN", destination="RUS", onward=True),
)
EU = Corridor(origin="RUS", destination="EU", members=("FIN", "EST"))


def an_estimate(draws):
    return FlowEstimate(
        as_of=date(2022, 10, 2),
        legs=LEGS,
        totals=(EU,),
        days=(date(2022, 10, 1), date(2022, 10, 2)),
        draws=draws,
        informed=(1.0, 1.0, 1.0),
        method="m",
    )


def test_a_total_sums_its_members_and_no_onward_leg():
    """RUS > EU is FIN plus EST; people who left Finland again are not in it (promise 8)."""
    estimate = an_estimate(np.arange(12.0).reshape(2, 3, 2))
    assert (estimate.of(EU) == estimate.draws[:, 0] + estimate.draws[:, 1]).all()


@pytest.mark.parametrize("bad", [np.ones((2, 2, 2)), np.full((2, 3, 2), np.nan), -np.ones((2, 3, 2))])
def test_impossible_draws_are_refused(bad):
    """A wrong shape, a NaN or a negative flow never becomes an estimate."""
    with pytest.raises(InvalidNoun):
        an_estimate(bad)


def test_a_closure_that_ends_before_it_starts_is_refused():
    """A contradictory scenario gets a message with both dates."""
    with pytest.raises(InvalidNoun, match="2022-10-01"):
        Closure(origin="RUS", destination="GEO", start=date(2022, 10, 2), until=date(2022, 10, 1))
