"""Named randomness."""

from bordercast.vocabulary import Chance


def test_a_name_always_gives_the_same_stream():
    """Adding another named source leaves the others untouched."""
    chance = Chance(seed=3)
    first = chance.named("reconciliation").normal(size=4)
    chance.named("another").normal(size=100)
    assert (chance.named("reconciliation").normal(size=4) == first).all()
    assert (chance.named("forecasting").normal(size=4) != first).any()
    assert (Chance(seed=4).named("reconciliation").normal(size=4) != first).any()
