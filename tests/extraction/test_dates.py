"""Times in text, against a known day of publication (Wednesday 14 May 2031)."""

from datetime import date

import pytest

from bordercast.extraction.dates import mentions, times
from bordercast.extraction.english import LANGUAGE as ENGLISH
from bordercast.extraction.russian import LANGUAGE as RUSSIAN

PUBLISHED = date(2031, 5, 14)


def read(text, language=ENGLISH, published=PUBLISHED):
    """(first day, last day, basis) of each time, days as month-day when in the year of publication."""
    lower = text.lower()
    return [
        (str(t.first).removeprefix("2031-"), str(t.last).removeprefix("2031-"), t.basis.value)
        for t in times(mentions(lower, language), lower, published, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 8 May", ("05-08", "05-08", "explicit")),
        ("on May 8, 2031", ("05-08", "05-08", "explicit")),
        ("on Sunday", ("05-11", "05-11", "relative")),
        ("last Wednesday", ("05-07", "05-07", "relative")),
        ("yesterday", ("05-13", "05-13", "relative")),
        ("overnight", ("05-13", "05-14", "relative")),
        ("over the weekend", ("05-10", "05-11", "relative")),
        ("last week", ("05-05", "05-11", "relative")),
        ("in the past three days", ("05-12", "05-14", "relative")),
        ("since 8 May", ("05-08", "05-14", "since")),
        ("since Sunday", ("05-11", "05-14", "since")),
        ("between 2 and 9 May", ("05-02", "05-09", "explicit")),
        ("from Sunday to Tuesday", ("05-11", "05-13", "relative")),
        ("in the week to 11 May", ("05-05", "05-11", "explicit")),
        ("in the seven days from 1 to 7 May", ("05-01", "05-07", "explicit")),
        ("mid-April", ("04-11", "04-20", "explicit")),
        ("since mid-April", ("04-15", "05-14", "since")),
        ("in early May", ("05-01", "05-10", "explicit")),
        ("late in April", ("04-21", "04-30", "explicit")),
        ("from January to the end of April", ("01-01", "04-30", "explicit")),
        ("by the end of April", ("04-30", "04-30", "explicit")),
        ("in the last week of April", ("04-24", "04-30", "explicit")),
        ("this month", ("05-01", "05-14", "relative")),
        ("since April", ("04-01", "05-14", "since")),
        ("in the three days to Tuesday", ("05-11", "05-13", "relative")),
        ("in the week to Sunday", ("05-05", "05-11", "explicit")),
        ("on Saturday and Sunday", ("05-10", "05-11", "relative")),
        ("Tuesday last week", ("05-06", "05-06", "relative")),
        ("next week", ("05-19", "05-25", "future")),
        ("on the 7th", ("05-07", "05-07", "relative")),
        ("on the 20th", ("04-20", "04-20", "relative")),
        ("in the first quarter", ("01-01", "03-31", "explicit")),
        ("in the last quarter", ("01-01", "03-31", "explicit")),
        ("in the first half of 2030", ("2030-01-01", "2030-06-30", "historical")),
        ("in Q1 2031", ("01-01", "03-31", "explicit")),
        ("since Christmas", ("2030-12-25", "05-14", "since")),
        ("over the past fortnight", ("05-01", "05-14", "relative")),
        ("in 2019", ("2019-01-01", "2019-12-31", "historical")),
        ("within a fortnight", ("05-01", "05-14", "relative")),
    ],
)
def test_english_times(text, expected):
    """Dates, weekdays, spans and "since" resolve against the day of publication."""
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 мая", ("05-08", "05-08", "explicit")),
        ("с 2 по 9 мая", ("05-02", "05-09", "explicit")),
        ("с 8 мая", ("05-08", "05-14", "since")),
        ("в воскресенье", ("05-11", "05-11", "relative")),
        ("за сутки", ("05-14", "05-14", "relative")),
        ("за минувшие сутки", ("05-13", "05-13", "relative")),
        ("за последние сутки", ("05-13", "05-14", "relative")),
        ("за двое суток", ("05-13", "05-14", "relative")),
        ("в ночь на вторник", ("05-12", "05-13", "relative")),
        ("с апреля", ("04-01", "05-14", "since")),
        ("в конце апреля", ("04-21", "04-30", "explicit")),
        ("к концу апреля", ("04-30", "04-30", "explicit")),
        ("за первые три месяца года", ("01-01", "03-31", "explicit")),
        ("в первом квартале", ("01-01", "03-31", "explicit")),
        ("7 числа", ("05-07", "05-07", "relative")),
        ("накануне", ("05-13", "05-13", "relative")),
        ("за последние дни", ("05-08", "05-14", "relative")),
    ],
)
def test_russian_times(text, expected):
    """The same in Russian."""
    assert read(text, RUSSIAN) == [expected]


@pytest.mark.parametrize("text", ["on 30 February", "on 31 April 2031", "45 May", "2031-13-40"])
def test_days_that_do_not_exist_are_no_times(text):
    """30 February resolves to nothing and raises nothing."""
    assert not [t for t in read(text) if t[2] == "explicit" and t[0] == t[1]]


def test_without_a_day_of_publication_only_full_dates_resolve():
    """A weekday means nothing when nobody knows the day; a full date does."""
    assert read("on Sunday", published=None) == []
    assert read("on 8 May 2031", published=None) == [("05-08", "05-08", "explicit")]
