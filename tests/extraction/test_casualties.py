"""Killed, wounded, missing."""

from extraction_reader import counts


def test_casualties_beside_the_homeless():
    """A word of harm takes its own figure and leaves the homeless alone."""
    text = "In Chad nine people died, 20 were injured and about 1,000 were left homeless."
    assert set(counts(text)) == {
        ("casualty", "killed", 9, "person"),
        ("casualty", "wounded", 20, "person"),
        ("stock", "homeless", 1000, "person"),
    }
