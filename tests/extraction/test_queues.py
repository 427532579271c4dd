"""Queues and waiting times."""

import pytest
from extraction_reader import claims


@pytest.mark.parametrize(
    ("text", "term", "value", "unit"),
    [
        ("The queue at Verkhny Lars is 20 kilometres long.", "queue", 20, "km"),
        ("Drivers wait up to 40 hours at Verkhny Lars.", "waiting_time", 40, "hour"),
        ("2,300 cars are queueing at Verkhny Lars.", "queue", 2300, "vehicle"),
        ("There is a traffic jam at the Verkhny Lars checkpoint.", "queue", None, None),
    ],
)
def test_queue(text, term, value, unit):
    """Lengths, hours and cars of a queue, or none when nobody measured it, at its crossing."""
    (claim,) = [c for c in claims(text) if c.kind.value == "queue"]
    assert (claim.term, claim.at.iso3) == (term, "RUS")
    assert (claim.quantity.value if claim.quantity else None) == value
    assert (claim.quantity.unit if claim.quantity else None) == unit


def test_a_queue_is_measured_on():
    """Bare lengths in the next sentence measure the same queue."""
    text = (
        "Counts of the queue at Verkhny Lars differ. More than 3,000 vehicles at noon; 15 kilometres at dusk."
    )
    found = [c.quantity.value for c in claims(text) if c.kind.value == "queue" and c.quantity]
    assert found == [3000, 15]


def test_no_queue():
    """Where there are "no queues" the claim is negated."""
    (claim,) = [
        c for c in claims("There are no queues at the Verkhny Lars checkpoint.") if c.kind.value == "queue"
    ]
    assert claim.modality.value == "negated"
