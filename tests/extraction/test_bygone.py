"""What happened long ago is background, and never counts; the day of a bulletin is that of the bulletin."""

from datetime import UTC, date, datetime

import pytest

from bordercast.extraction import extract
from bordercast.vocabulary import Basis, Kind, Measure, Report


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("In the years after 1988, 350,000 people fled Azerbaijan for Armenia.", "en", 1988, 1988),
        ("The 1992 war sent 350,000 people from Azerbaijan to Armenia.", "en", 1992, 1992),
        ("In the late 1980s some 350,000 people fled Azerbaijan for Armenia.", "en", 1980, 1989),
        ("In the '90s some 350,000 people fled Azerbaijan for Armenia.", "en", 1990, 1999),
        ("Thirty years ago 350,000 people fled Azerbaijan for Armenia.", "en", 1993, 1993),
        ("Three decades ago 350,000 people fled Azerbaijan for Armenia.", "en", 1993, 1993),
        ("A generation ago 350,000 people fled Azerbaijan for Armenia.", "en", 1973, 2003),
        ("В 1990-е годы из Азербайджана в Армению бежали 350 тысяч человек.", "ru", 1990, 1999),
        ("После 1988 года из Азербайджана в Армению бежали 350 тысяч человек.", "ru", 1988, 1988),
        ("Тридцать лет назад из Азербайджана в Армению бежали 350 тысяч человек.", "ru", 1993, 1993),
        ("Після 1988 року з Азербайджану до Вірменії втекли 350 тисяч людей.", "uk", 1988, 1988),
        ("Dans les années 1990, 350 000 personnes ont fui l'Azerbaïdjan pour l'Arménie.", "fr", 1990, 1999),
        ("Hace treinta años 350.000 personas huyeron de Azerbaiyán a Armenia.", "es", 1993, 1993),
    ],
)  # fmt: skip
def test_what_is_long_past_is_background(text, language, first, last):
    """A year, a decade or "thirty years ago" dates a figure back, so that it never counts; the year is no figure itself."""
    claims = extracted(text, language)
    assert [(c.quantity.value, c.interval.basis) for c in claims] == [(350_000, Basis.HISTORICAL)]
    assert (claims[0].interval.start.year, claims[0].interval.end.year) == (first, last)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("After 2000 people crossed from Azerbaijan into Armenia on Monday, the post was shut.", "en"),
        ("On Monday 2000 people, men in their 30s and 40s, crossed from Azerbaijan into Armenia.", "en"),
        ("Около 2000 человек перешли из Азербайджана в Армению 25 сентября.", "ru"),
    ],
)
def test_two_thousand_people_are_no_year(text, language):
    """A round count that looks like a year stays a count; ages are none."""
    claims = extracted(text, language)
    assert [(c.quantity.value, c.interval.start) for c in claims] == [(2000, date(2023, 9, 25))]


def extracted(text, language):
    published = datetime(2023, 9, 28, 12, tzinfo=UTC)
    report = Report.of(text=text, published=published, language=language, source="x")
    return [c for c in extract([report]) if c.kind is Kind.FLOW]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Depending on which of Sunday's bulletins one reads, 100,480 people have been received from Karabakh.", Measure.CUMULATIVE),
        ("100,480 people were received from Karabakh on Sunday.", Measure.DAILY),
    ],
)  # fmt: skip
def test_the_day_of_a_bulletin_is_not_that_of_the_crossings(text, measure):
    """A running total does not become one day's flow because the paper that gives it has a date."""
    assert [c.measure for c in extracted(text, "en")] == [measure]
