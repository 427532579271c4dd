"""Over which time a figure counts."""

import pytest
from extraction_reader import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4,000 people crossed from Sudan into Chad on Monday.", "daily"),
        ("4,000 people a day cross from Sudan into Chad.", "daily_rate"),
        ("4,000 people have crossed from Sudan into Chad since 8 May.", "cumulative"),
        ("By Tuesday morning 4,000 people had arrived in Chad from Sudan.", "cumulative"),
        ("As of 20:00, 4,000 people had arrived in Chad from Sudan.", "cumulative"),
        ("4,000 people have arrived in Chad from Sudan so far.", "cumulative"),
        ("4,000 people crossed from Sudan into Chad in two days.", "period"),
        ("A further 4,000 people crossed from Sudan into Chad.", "increment"),
        (
            "At most 4,000 people a day can be processed at the border of Chad, where people from Sudan arrive.",
            "capacity",
        ),
        ("4,000 people are living in Chad.", "point"),
    ],
)
def test_measure(text, expected):
    """Rates, days, spans, totals, increments and what could be taken in."""
    (claim,) = [c for c in claims(text) if c.quantity and c.quantity.value == 4000]
    assert claim.measure.value == expected


def test_a_total_by_a_day_is_dated_that_day():
    """A count "by Tuesday" runs up to Tuesday: first and last day are that day."""
    (claim,) = [
        c for c in claims("By Tuesday morning 4,000 people had arrived in Chad from Sudan.") if c.quantity
    ]
    assert (str(claim.interval.start), str(claim.interval.end)) == ("2031-05-13", "2031-05-13")
