"""Figures that lean on the claim before them."""

from extraction_reader import claims


def told(text, **how):
    """(place or destination, value) of the claims with a figure."""
    return [
        (c.at.name if c.at else (c.destinations[0].name if c.destinations else None), c.quantity.value)
        for c in claims(text, **how)
        if c.quantity
    ]


def test_rows_inherit_their_lead_in():
    """Items "place: figure" under a count of the lodged are counts of the lodged there."""
    text = (
        "4,002 refugees from Azerbaijan were given housing by the government of Armenia.\n\nBy region:\n\n"
        "- Syunik: 1,465\n- Tavush: 298\n"
    )
    found = [c for c in claims(text) if c.quantity]
    assert [(c.at.name, c.quantity.value) for c in found[1:]] == [("Syunik", 1465), ("Tavush", 298)]
    assert {(c.kind.value, c.status) for c in found} == {("shelter", "housed")}


def test_a_list_inside_a_sentence():
    """Pairs of place and figure in one sentence are rows too."""
    text = "Armenia has given 4,002 people accommodation. In Syunik there are 1,465 of them, in Tavush 298."
    assert told(text)[1:] == [("Syunik", 1465), ("Tavush", 298)]


def test_parts_share_their_whole():
    """A part, "of whom", keeps the movement, time and measure of the total."""
    text = (
        "84,000 people have been registered in Armenia since 8 May, of whom 41,000 are men and 43,000 women."
    )
    found = [c for c in claims(text) if c.quantity]
    assert [c.quantity.value for c in found] == [84000, 41000, 43000]
    assert {(c.term, str(c.interval.start)) for c in found} == {("registered", "2031-05-08")}


def test_a_comparison_keeps_its_own_day():
    """What it had been on Monday is Monday's count."""
    text = "Chad received 396 people from Sudan on Tuesday. On Monday the number had been 236."
    found = [c for c in claims(text) if c.quantity]
    assert [(c.quantity.value, str(c.interval.start)) for c in found] == [
        (396, "2031-05-13"),
        (236, "2031-05-12"),
    ]


def test_a_corrected_figure_is_denied():
    """The wrong figure of a correction is a claim of its own, denied."""
    text = "Chad received 7,000 people from Sudan on Monday, not 7,800."
    assert [(c.quantity.value, c.modality.value) for c in claims(text) if c.quantity] == [
        (7000, "asserted"),
        (7800, "denied"),
    ]
