"""The article the project began with, row by row; read from the shared folder, never copied here."""

from datetime import date
from pathlib import Path

import pytest

from bordercast.extraction import extract
from bordercast.reading import read
from bordercast.vocabulary import Report

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "seed_article.txt"

pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the shared seed article is not beside this checkout"
)

ELBEGDORJ = "Tsakhiagiin Elbegdorj"


@pytest.fixture(scope="module")
def report():
    """The article as published."""
    (found,) = read([SEED], published=date(2022, 9, 26))
    assert isinstance(found, Report)
    return found


@pytest.fixture(scope="module")
def claims(report):
    return list(extract([report]))


def of(claims, kind, **fields):
    """The one claim of a kind whose fields have these values."""
    found = [c for c in claims if c.kind.value == kind and all(getattr(c, k) == v for k, v in fields.items())]
    assert len(found) == 1, found
    return found[0]


def where(claim):
    """Where a movement goes: from, to."""
    return (claim.origin.iso3 if claim.origin else None), {d.iso3 for d in claim.destinations}


def days(claim):
    return str(claim.interval.start), str(claim.interval.end)


def test_row_1_border_undecided_and_a_rumour(claims):
    """The Kremlin's spokesman leaves the border undecided; the closure is a rumour; nothing is open or closed."""
    claim = of(claims, "border_status", status="undecided")
    assert (claim.at.iso3, claim.modality.value) == ("RUS", "undecided")
    assert (claim.attribution.speaker, claim.attribution.role) == ("Dmitry Peskov", "Kremlin spokesman")
    assert days(claim) == ("2022-09-26", "2022-09-26")
    rumour = of(claims, "border_status", status="closed")
    assert (rumour.at.iso3, rumour.modality.value) == ("RUS", "rumoured")
    assert len([c for c in claims if c.kind.value == "border_status"]) == 2


def test_row_2_vehicles_to_four_countries(claims):
    """Tens of thousands of vehicles are one claim with four destinations, mostly men."""
    (claim,) = [c for c in claims if c.quantity and c.quantity.unit == "vehicle"]
    assert (claim.kind.value, claim.quantity.low, claim.quantity.high) == ("flow", 20000, 100000)
    assert claim.quantity.hedge.value == "vague"
    assert where(claim) == ("RUS", {"GEO", "FIN", "KAZ", "MNG"})
    assert "mostly men" in claim.population


def test_row_3_media_count_since_the_announcement(claims):
    """Local media report the outflow since the mobilisation was announced."""
    (claim,) = [c for c in claims if c.kind.value == "flow" and c.quantity and c.quantity.unit == "person"]
    assert (claim.quantity.value, claim.quantity.hedge.value) == (260000, "more_than")
    assert where(claim) == ("RUS", set())
    assert (days(claim)[0], claim.measure.value, claim.modality.value) == (
        "2022-09-21",
        "cumulative",
        "reported",
    )
    assert claim.attribution.organisation == "some local media outlets"
    assert claim.attribution.source_type.value == "media"
    assert len(claim.attribution.chain) == 2


def test_row_4_increase_into_kazakhstan(claims):
    """The number of arrivals increased since 22 September, without a figure."""
    claim = of(claims, "flow", status="increased")
    assert claim.quantity is None
    assert where(claim) == ("RUS", {"KAZ"})
    assert days(claim)[0] == "2022-09-22"
    assert claim.attribution.speaker == "Aslan Atalyqov"
    assert claim.attribution.role.startswith("acting chief")


def test_row_5_onward(claims):
    """Forty thousand left Kazakhstan again, mainly for two countries."""
    claim = of(claims, "onward")
    assert (claim.quantity.value, claim.quantity.hedge.value) == (40000, "approx")
    assert where(claim) == ("KAZ", {"UZB", "KGZ"})
    assert claim.attribution.speaker == "Aslan Atalyqov"
    assert "Russian citizens" in claim.population


def test_row_6_shelter(claims):
    """A cinema in Oral is improvised by its administration; shelter in the country is under pressure."""
    cinema = of(claims, "shelter", status="improvised")
    assert (cinema.term, cinema.at.iso3, cinema.at.name) == ("cinema", "KAZ", "Oral")
    assert "administration of a cinema" in cinema.attribution.organisation
    assert of(claims, "shelter", status="under_pressure").at.iso3 == "KAZ"


def test_row_7_appeal_and_welcome(claims):
    """A former president calls on three minorities to flee over the weekend, and promises welcome in Mongolia."""
    flee = of(claims, "appeal", term="flee")
    assert (flee.attribution.speaker, flee.attribution.source_type.value) == (ELBEGDORJ, "politician")
    assert days(flee) == ("2022-09-24", "2022-09-25")
    assert all(people in flee.population for people in ("Tyvan", "Buryat", "Kalmyk"))
    assert where(flee)[0] == "RUS"
    welcome = of(claims, "appeal", term="welcome")
    assert where(welcome)[1] == {"MNG"}
    assert welcome.attribution.speaker == ELBEGDORJ


def test_row_8_casualties(claims):
    """Wounded and killed are asserted by the same speaker, within the bounds of his words."""
    wounded, killed = of(claims, "casualty", term="wounded"), of(claims, "casualty", term="killed")
    assert (wounded.quantity.low, wounded.quantity.high) == (200, 1000)
    assert (killed.quantity.low, killed.quantity.high) == (2000, 10000)
    assert {wounded.attribution.speaker, killed.attribution.speaker} == {ELBEGDORJ}
    assert {wounded.modality.value, killed.modality.value} == {"asserted"}


def test_row_9_trigger(claims):
    """The mobilisation was announced on 21 September at Russia."""
    claim = of(claims, "trigger")
    assert (claim.term, claim.at.iso3, days(claim)[0]) == ("mobilisation", "RUS", "2022-09-21")


def test_row_10_end_the_war(claims):
    """The same speaker calls for an end of the war."""
    claim = of(claims, "appeal", term="end_war")
    assert (claim.attribution.speaker, claim.modality.value) == (ELBEGDORJ, "requested")


def test_rows_11_and_12_nothing_else(claims, report):
    """The outlets credited at the end yield nothing, and no claim comes from anything else."""
    assert len(claims) == 14
    credited = report.text.rindex("\n")
    assert all(span.end <= credited for claim in claims for span in claim.evidence)
    assert all(claim.quotes(report) for claim in claims)
