"""A small crisis of known size, and what may be asked of it."""

from datetime import date, timedelta

import numpy as np
from hypothesis import strategies as st

from bordercast.forecasting import forecast
from bordercast.vocabulary import (
    Between,
    Corridor,
    DayBetween,
    FlowEstimate,
    Restriction,
    Scenario,
    When,
)

AS_OF = date(2022, 10, 4)
ENTRY = tuple(Corridor(origin="RUS", destination=d) for d in ("FIN", "GEO", "KAZ", "OTHER"))
ONWARD = tuple(Corridor(origin="KAZ", destination=d, onward=True) for d in ("KGZ", "UZB"))
LEGS = tuple(sorted(ENTRY + ONWARD))
TOTALS = (Corridor(origin="RUS", destination="ANY", members=("FIN", "GEO", "KAZ", "OTHER")),)
SIZES = (500, 1500, 1500, 9000, 9000, 300)  # KAZ>KGZ, KAZ>UZB, then RUS> FIN, GEO, KAZ, OTHER


def estimate(draws=40, known=10, sizes=SIZES, wobble=0.2):
    chance = np.random.default_rng(3)
    flows = np.exp(np.log(sizes)[None, :, None] + wobble * chance.standard_normal((draws, len(LEGS), known)))
    return FlowEstimate(
        as_of=AS_OF,
        legs=LEGS,
        totals=TOTALS,
        days=tuple(AS_OF - timedelta(days=known - 1 - i) for i in range(known)),
        draws=flows,
        informed=(1.0,) * len(LEGS),
        method="test",
    )


ESTIMATE = estimate()
AS_IT_STANDS = forecast(ESTIMATE)


def day(number):
    """A day of October 2022."""
    return date(2022, 10, number)


def under(*changes, **settings):
    return forecast(ESTIMATE, Scenario(name="what if", changes=changes), **settings)


def shut(where="RUS>GEO", start=6, until=None, probability=1.0, latest=None, **shares):
    """A closure as a change; shares are plain numbers."""
    end = DayBetween(earliest=day(until), latest=day(until)) if until else None
    return Restriction(
        where=where,
        when=When(
            start=DayBetween(earliest=day(start), latest=day(latest or start)),
            until=end,
            probability=probability,
        ),
        **{name: Between.exactly(value) for name, value in shares.items()},
    )


closures = st.builds(
    lambda leg, start, length, leak, rerouted, probability: shut(
        where=str(leg),
        start=start,
        until=None if length is None else start + length,
        leak=leak,
        rerouted=rerouted,
        probability=probability,
    ),
    st.sampled_from(LEGS),
    st.integers(1, 16),
    st.one_of(st.none(), st.integers(0, 8)),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from([0.3, 1.0]),
)


def leg(projection, where):
    """Persons a day on a leg named by its code, shape ``(draw, day)``."""
    return projection.draws[:, [str(c) for c in projection.legs].index(where)]


def crossing(projection, name, destination):
    return next(c for c in projection.crossings if c.name == name and c.destination == destination)
