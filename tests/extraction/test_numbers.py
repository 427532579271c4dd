"""Figures: how much, how sure, of what."""

import pytest

from bordercast.extraction.dates import mentions, spots
from bordercast.extraction.english import LANGUAGE as ENGLISH
from bordercast.extraction.numbers import bounds, figures, grain
from bordercast.extraction.russian import LANGUAGE as RUSSIAN
from bordercast.vocabulary import Hedge


def read(text, language=ENGLISH):
    """(value or bounds, hedge, unit) of the figures that count."""
    lower = text.lower()
    found = figures(lower, spots(mentions(lower, language)), language)
    return [
        (f.value if f.value is not None else (f.low, f.high), f.hedge.value, f.unit)
        for f in found
        if f.counted
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8,314 people came", (8314, "exact", "person")),
        ("some 40 000 refugees", (40000, "approx", "person")),
        ("half a million people", (500000, "exact", "person")),
        ("1.5 million refugees", (1.5e6, "exact", "person")),
        ("more than 12 thousand families", (12000, "more_than", "household")),
        ("at least ninety-one men", (91, "at_least", "person")),
        ("nine hundred and twenty-one women", (921, "exact", "person")),
        ("nearly 66,000 persons", (66000, "nearly", "person")),
        ("up to 300 cars", (300, "up_to", "vehicle")),
        ("fewer than 3,000 people", (3000, "less_than", "person")),
        ("5,000 to 6,000 people", ((5000, 6000), "range", "person")),
        ("5-6 thousand people", ((5000, 6000), "range", "person")),
        ("tens of thousands of people", ((20000, 100000), "vague", "person")),
        ("3 lakh people", (300000, "exact", "person")),
        ("a queue of 14 kilometres", (14, "exact", "km")),
        ("three in five of them", (60, "exact", "percent")),
        ("a third of them left", (33.3, "exact", "percent")),
        ("1,200 or so people", (1200, "approx", "person")),
    ],
)
def test_english_figures(text, expected):
    """Digits, scales, words, ranges and hedges come out as the table in claims.md says."""
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("98 тыс. человек", (98000, "exact", "person")),
        ("около 1,5 млн беженцев", (1.5e6, "approx", "person")),
        ("не менее двухсот машин", (200, "at_least", "vehicle")),
        ("десятки тысяч людей", ((20000, 100000), "vague", "person")),
        ("от 11 200 до 11 400 человек", ((11200, 11400), "range", "person")),
        ("почти 700 семей", (700, "nearly", "household")),
        ("четверо из пяти уехали", (80, "exact", "percent")),
    ],
)
def test_russian_figures(text, expected):
    """The same in Russian, with its abbreviations and cases."""
    assert expected in read(text, RUSSIAN)


@pytest.mark.parametrize(
    "text",
    [
        "a fare of 80,000 roubles",
        "a boy of 12 years",
        "a two-room flat",
        "men aged 18 stayed",
        "gate 3",
        "in 2019 the road was built",
        "850 Dutch soldiers",
        "the 61st minute",
        "9" * 300 + " people",
    ],
)
def test_other_numbers_do_not_count(text):
    """Money, ages, labels, years, ordinals, soldiers and endless numbers count nobody."""
    assert read(text) == []


def test_two_readings_of_one_count_are_two_figures():
    """The word "or" between near-equal counts offers two readings, not a range."""
    assert [f[0] for f in read("41,480 or 41,490 people")] == [41480, 41490]


@pytest.mark.parametrize(
    ("value", "hedge", "expected"),
    [
        (40000, Hedge.APPROX, (35000, 45000)),
        (260000, Hedge.MORE_THAN, (260000, None)),
        (66000, Hedge.NEARLY, (65000, 66000)),
        (300, Hedge.UP_TO, (None, 300)),
    ],
)
def test_bounds_follow_the_last_digit(value, hedge, expected):
    """A hedge allows half a step, or a step, of the last digit that is not zero."""
    assert bounds(value, hedge) == expected


def test_grain():
    """The step is that of the last non-zero digit."""
    assert [grain(v) for v in (260000, 8314, 1.5, 0)] == [10000, 1, 0.1, 1]
