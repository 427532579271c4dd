"""A made-up story with the shape of a real one: borders denied, cars counted, an onward leg, a cinema, an appeal."""

from datetime import UTC, date, datetime

import pytest

from bordercast.extraction import extract
from bordercast.vocabulary import Report

TITLE = "Gitega Says Nothing Decided On Borders As Thousands Flee Call-Up"
TEXT = f"""{TITLE}

Government spokesman Alexis Ndikuriyo says Burundi does not intend to shut its borders as tens of thousands of \
vehicles with Burundians, mostly young men, cross into Rwanda, Tanzania, and Uganda after President Pierre \
Havyarimana announced a general mobilization on May 8.

Asked about rumours of a closure of the borders at a news conference in Gitega on May 14, Ndikuriyo said, "I have \
not heard of that."

"So far no decision on this has been taken," Ndikuriyo said.

Meanwhile, Burundians go on leaving the country, with several local newspapers saying that more than 75,000 have fled \
since May 8.

The deputy head of Rwanda's immigration directorate, Major Claudine Uwera, said on May 14 that the number of Burundian \
citizens entering the country since May 9 had sharply increased.

She said that about 12,000 Burundian citizens had already left for other countries -- mainly Uganda and Kenya -- after \
entering Rwanda in recent days.

Such is the pressure on accommodation in Rwanda that the management of a cinema in the city of Kigali \
said it would let Burundian nationals who come without a place to stay sleep in its hall.

Over the weekend, Tanzania's former president, Joseph Mwakasege, published a video message, calling on Burundian \
citizens of Imbo and Mugamba origin to flee Burundi rather than fight.

"Our cousins have paid for this war first. Hundreds of them lie wounded, thousands of them were killed. We \
Tanzanians will receive you with open arms," the former president said.

Mwakasege also called on Burundian President Pierre Havyarimana to end the war.

With reporting by Agence Kirundo and Lake Radio"""


@pytest.fixture(scope="module")
def said():
    """The claims of the story, by kind."""
    report = Report.of(
        text=TEXT,
        title=TITLE,
        published=datetime(2031, 5, 14, 12, tzinfo=UTC),
        credits=("Agence Kirundo", "Lake Radio"),
    )
    found = list(extract([report]))
    assert all(claim.quotes(report) for claim in found)
    return {kind: [c for c in found if c.kind.value == kind] for kind in {c.kind.value for c in found}}


def countries(places):
    return [place.iso3 for place in places]


def test_an_answer_without_a_decision_is_undecided(said):
    """An intention, "does not intend", beside "no decision" makes the border undecided, by the spokesman."""
    claim = next(c for c in said["border_status"] if c.modality.value == "undecided")
    assert (claim.status, claim.at.iso3) == ("undecided", "BDI")
    assert claim.attribution.speaker == "Alexis Ndikuriyo"
    assert "spokesman" in claim.attribution.role
    assert claim.attribution.source_type.value == "official"


def test_the_rumour_he_is_asked_about_is_a_second_claim(said):
    """The closure is only rumoured, and by nobody who is named; nothing says closed or open as a fact."""
    rumours = [c for c in said["border_status"] if c.modality.value == "rumoured"]
    assert [(c.status, c.at.iso3, c.attribution.speaker) for c in rumours] == [("closed", "BDI", None)]
    assert len(said["border_status"]) == 2


def test_one_figure_keeps_its_destinations_together(said):
    """Tens of thousands of vehicles over three borders stay one claim, with the bounds of the words."""
    claim = next(c for c in said["flow"] if c.quantity and c.quantity.unit == "vehicle")
    assert (claim.quantity.low, claim.quantity.high, claim.quantity.hedge.value) == (20000, 100000, "vague")
    assert claim.origin.iso3 == "BDI"
    assert set(countries(claim.destinations)) == {"RWA", "TZA", "UGA"}
    assert "men" in claim.population


def test_media_hearsay_is_reported(said):
    """What newspapers say is reported by them, counts from the date after "since", and names no destination."""
    claim = next(c for c in said["flow"] if c.quantity and c.quantity.unit == "person")
    assert (claim.quantity.value, claim.quantity.hedge.value, claim.measure.value) == (
        75000,
        "more_than",
        "cumulative",
    )
    assert (claim.origin.iso3, claim.destinations) == ("BDI", ())
    assert claim.interval.start == date(2031, 5, 8)
    assert (claim.modality.value, claim.attribution.source_type.value) == ("reported", "media")
    assert "newspapers" in claim.attribution.organisation


def test_an_increase_without_a_number(said):
    """A sharp increase is a change of the flow with no quantity, by the named officer."""
    claim = next(c for c in said["flow"] if c.status == "increased")
    assert claim.quantity is None
    assert (claim.origin.iso3, countries(claim.destinations)) == ("BDI", ["RWA"])
    assert (claim.interval.start, claim.interval.end) == (date(2031, 5, 9), date(2031, 5, 14))
    assert claim.attribution.speaker == "Claudine Uwera"


def test_people_who_moved_on_are_an_onward_leg(said):
    """Those who left again go from the first country of arrival to the further ones; "she" is the officer."""
    (claim,) = said["onward"]
    assert (claim.quantity.value, claim.quantity.hedge.value) == (12000, "approx")
    assert (claim.origin.iso3, set(countries(claim.destinations))) == ("RWA", {"UGA", "KEN"})
    assert claim.attribution.speaker == "Claudine Uwera"


def test_a_cinema_and_the_pressure_behind_it(said):
    """The cinema's own words make an improvised site, the report's words make pressure in the country."""
    by_status = {c.status: c for c in said["shelter"]}
    assert set(by_status) == {"improvised", "under_pressure"}
    assert (by_status["improvised"].term, by_status["improvised"].at.iso3) == ("cinema", "RWA")
    assert by_status["improvised"].attribution.source_type.value == "organisation"
    assert by_status["under_pressure"].at.iso3 == "RWA"


def test_appeals_and_a_promise_of_welcome(said):
    """A former president calls on people to flee and on a leader to end the war, and promises welcome."""
    appeals = {c.term: c for c in said["appeal"]}
    assert set(appeals) == {"flee", "end_war", "welcome"}
    assert {c.attribution.speaker for c in appeals.values()} == {"Joseph Mwakasege"}
    assert {c.attribution.source_type.value for c in appeals.values()} == {"politician"}
    assert "Imbo" in appeals["flee"].population
    assert (appeals["flee"].interval.start, appeals["flee"].interval.end) == (
        date(2031, 5, 10),
        date(2031, 5, 11),
    )
    assert countries(appeals["welcome"].destinations) == ["TZA"]


def test_casualties_belong_to_the_quoted_speaker(said):
    """Figures inside a quotation are the quoted man's, not the outlet's."""
    bounds = {c.term: (c.quantity.low, c.quantity.high) for c in said["casualty"]}
    assert bounds == {"wounded": (200, 1000), "killed": (2000, 10000)}
    assert {c.attribution.speaker for c in said["casualty"]} == {"Joseph Mwakasege"}


def test_the_trigger_is_dated(said):
    """The mobilisation is one trigger, at the country that ordered it, on its day."""
    (claim,) = said["trigger"]
    assert (claim.term, claim.at.iso3, claim.interval.start) == ("mobilisation", "BDI", date(2031, 5, 8))


def test_nothing_else(said):
    """Credits and comment yield no claim."""
    kinds = {kind: len(found) for kind, found in said.items()}
    assert kinds == {
        "border_status": 2, "flow": 3, "onward": 1, "shelter": 2, "appeal": 3, "casualty": 2, "trigger": 1,
    }  # fmt: skip
