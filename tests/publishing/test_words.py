"""Words: two figures for what is modelled, the source's own for what was said, never a fact from a rumour."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordercast.publishing.words import (
    between,
    day_words,
    modelled,
    quantity_words,
    signed,
    status_words,
    two_figures,
    unmarked,
)
from bordercast.vocabulary import Hedge, Modality, Quantity


@given(st.floats(0, 1e9))
def test_two_figures_are_near(persons):
    """Rounding to two figures moves a number by at most a twentieth, and by half a person when small."""
    assert abs(two_figures(persons) - persons) <= max(0.5, persons * 0.051)


@given(st.floats(0, 1e9))
def test_two_figures_have_two_figures(persons):
    """At most two digits are not zero at the end."""
    assert len(str(two_figures(persons)).rstrip("0")) <= 2


def test_modelled_numbers():
    """The examples of the glossary."""
    assert modelled(141_234) == "140,000"
    assert modelled(3) == "under 10"
    assert between(118_200, 160_900) == "120,000 to 160,000"
    assert signed(-14_200) == "−14,000"
    assert signed(0) == "no change"


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(value=260000, low=260000, high=None, hedge=Hedge.MORE_THAN, unit="person"), "more than 260,000 persons"),
        (Quantity(value=8314, low=8314, high=8314, hedge=Hedge.EXACT, unit="person"), "8,314 persons"),
        (Quantity(value=None, low=5000, high=6000, hedge=Hedge.RANGE, unit="person", per="day"), "5,000 to 6,000 persons a day"),
        (Quantity(value=None, low=20000, high=100000, hedge=Hedge.VAGUE, unit="vehicle"), "tens of thousands of vehicles (20,000 to 100,000)"),
        (Quantity(value=500, low=None, high=500, hedge=Hedge.UP_TO, unit="household"), "up to 500 households"),
        (Quantity(value=1, low=1, high=1, hedge=Hedge.EXACT, unit="vehicle"), "1 vehicle"),
        (None, "no figure"),
    ],
)  # fmt: skip
def test_said_numbers_stand_as_said(quantity, words):
    """A figure keeps its hedge and its digits."""
    assert quantity_words(quantity) == words


@pytest.mark.parametrize("modality", list(Modality))
def test_only_facts_read_as_facts(modality):
    """A bare "closed" is written for nothing but a statement of fact."""
    assert (status_words("closed", modality) == "closed") is (modality is Modality.ASSERTED)


def test_no_clock():
    """Words about days depend on the day alone."""
    assert day_words(date(2022, 10, 4), year=True) == "4 Oct 2022"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("**Georgia.**", "Georgia"),
        ("**Georgia.", "Georgia"),
        ("*Dana Ospan*", "Dana Ospan"),
        ("__Border Guard__:", "Border Guard"),
        ("the _Steppe Courier_", "the Steppe Courier"),
        ("`ria_novosti`", "ria_novosti"),
        ("J. Smith Jr.", "J. Smith Jr."),
    ],
)
def test_a_name_carries_no_marks_of_emphasis(said, shown):
    """Markdown goes, with the stop of a lead-in; an underscore inside a word and a stop without marks stay."""
    assert unmarked(said) == shown
