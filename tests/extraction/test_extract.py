"""The promises of the room: exact quotes, no exceptions, no endless work."""

from extraction_reader import PUBLISHED, report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordercast.extraction import extract
from bordercast.vocabulary import Report

PIECES = [
    "4,000 people fled Sudan for Chad", " on Monday", ", the ministry said. ", "«Россию покинули 98 тыс. человек»", " since 8 May",
    "closed its border", " queue of 20 km ", "\n\n- ", "half of them", "“", "”", " (", ") ", "30 February", "\u200f", "\u202e", "İ",
    "9" * 40, "1,1,1,1", " — ", "no decision ", "rumours of ", "Georgia", "hotels are full", "?", ";", "|", "…", "\x00",
]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map("".join),
    st.sampled_from(["en", "ru"]),
)
def test_any_text_yields_claims_that_quote_it(text, language):
    """Whatever the text, extraction does not raise and every span stands in the report to the letter."""
    one = report(text, language=language)
    for claim in extract([one]):
        assert claim.quotes(one)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_extraction_is_a_function_of_the_report(text):
    """The same report yields the same claims with the same ids."""
    one = report(text)
    assert list(extract([one])) == list(extract([one]))


def test_what_cannot_be_read_yields_nothing():
    """Empty text, a language without rules, and a report without a day raise nothing."""
    assert list(extract([report("")])) == []
    assert list(extract([report("4.000 Menschen sind aus dem Sudan geflohen.", language="de")])) == []
    (claim,) = extract([Report.of(text="4,000 people fled Sudan for Chad.")])
    assert claim.interval is None


def test_credits_are_silent():
    """Nothing is claimed in the line that credits the outlets."""
    text = "4,000 people fled Sudan for Chad.\n\nWith reporting by Lake Wire, which counted 5,000 people fleeing Sudan."
    one = Report.of(text=text, published=report("", published=PUBLISHED).published, credits=("Lake Wire",))
    assert [c.quantity.value for c in extract([one])] == [4000]
