"""Texts about something else."""

import pytest
from extraction_reader import claims


@pytest.mark.parametrize(
    "text",
    [
        "The winger crossed for the second goal, and 600 supporters left the stadium before the match ended in Chad.",
        "Exports of wheat from Chad to Sudan rose to 40,000 tonnes; 900 wagons crossed the border.",
        "More than 6,300 runners left the start line of the marathon in Nairobi and 5,900 crossed the finish.",
    ],
)
def test_sport_and_trade_yield_nothing(text):
    """Crossing, leaving and fleeing are also done by wingers, wagons and runners."""
    assert claims(text) == []


def test_a_paragraph_about_something_else():
    """Items of a digest stand alone: the festival says nothing of the exodus."""
    text = "KARABAKH. 500 people fled Sudan for Chad on Monday.\n\nCULTURE. The film festival in Chad sold 12,000 tickets, 3,000 more than last year."
    assert len(claims(text)) == 1
