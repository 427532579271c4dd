"""What is set aside at first look is about something else, and is never set aside in silence."""

from pathlib import Path

import pytest
from extraction_reader import claims, report

from bordercast.extraction import LANGUAGES, worth_reading
from bordercast.extraction.first_look import OWN, SHARED, SHORT
from bordercast.pipeline import set_aside
from bordercast.reading import read
from bordercast.vocabulary import Report

ROOT = Path(__file__).parent.parent.parent
ORCHESTRA = (
    "The orchestra opened its season on Friday with two works that it had not played for forty years. The hall was sold "
    "out; 2,400 people heard the first evening and 2,250 the second. The conductor said that the second movement had "
    "taken eleven rehearsals. Critics praised the strings and found the brass too loud. "
)
"""Something else, with numbers."""


def test_every_language_has_both_kinds_of_stems():
    """A new language needs them too, or its articles would all be set aside."""
    assert set(OWN) == set(SHARED) == set(LANGUAGES)


def test_no_report_with_claims_in_its_gold_is_set_aside():
    """Of all example reports, dev and held out; none of them is named if it fails."""
    reports = [
        one
        for one in read(sorted((ROOT / "examples").glob("*/reports")))
        if isinstance(one, Report) and _gold(one).stat().st_size
    ]
    assert sum(not worth_reading(one.text) for one in reports) == 0
    assert len(reports) > 100


def _gold(one: Report) -> Path:
    path = Path(one.source)
    return path.parent.parent / "gold" / f"{path.stem}.jsonl"


def test_an_article_about_something_else_is_set_aside():
    """It yields no claims, and says why it yields none and what to do."""
    one = report(ORCHESTRA * 4)
    assert not worth_reading(one.text)
    (line,) = set_aside([one])
    assert (line.source, "first look" in line.found, "passage" in line.remedy) == (one.source, True, True)


def test_a_sentence_of_flight_inside_an_article_about_something_else_is_read():
    """One word that is said of little else is enough."""
    assert worth_reading(ORCHESTRA * 4 + "Two of the players had fled Sudan as children.")


def test_a_short_text_is_always_read():
    """It says too little to be judged by its words."""
    assert worth_reading(ORCHESTRA[: SHORT - 1])
    assert claims("4,200 people have come to Chad since Monday.")


@pytest.mark.parametrize("write", [str.lower, str.upper, str.capitalize])
def test_stems_are_found_however_they_are_written(write):
    """In running text, in a headline in capitals, at the start of a sentence."""
    for text in ("refugees", "беженцы", "réfugiés", "refugiados", "біженці"):
        assert worth_reading(ORCHESTRA * 4 + " " + write(text))
