"""Which place a name means, and what part it plays in its sentence."""

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.structs import replace

from bordercast import atlas
from bordercast.extraction.language import Language
from bordercast.extraction.namesakes import no_place, told_apart
from bordercast.vocabulary import Where

if TYPE_CHECKING:
    from bordercast.extraction.sentence import Sentence


class Part(StrEnum):
    """What a place does in a sentence."""

    ORIGIN = "origin"
    DESTINATION = "destination"
    VIA = "via"
    AT = "at"
    BORDER_WITH = "border_with"
    HOST = "host"  # the subject that receives people
    OWNER = "owner"  # "Finland's border guard", "the Finnish border guard"
    PEOPLE = "people"  # "Russians", "Russian citizens"
    NONE = "none"


class Named(Struct, frozen=True, kw_only=True):
    """A place name in a text and the place it was taken to mean."""

    start: int
    end: int
    surface: str
    form: atlas.Form
    place: atlas.Place

    def shifted(self, by: int) -> Self:
        """Return the same name at other offsets."""
        return replace(self, start=self.start + by, end=self.end + by)

    @property
    def iso3(self) -> str | None:
        """The country it lies in; None for a group of countries."""
        return self.place.iso3

    @property
    def where(self) -> Where:
        """The place as a claim names it."""
        return Where(iso3=self.place.iso3, name=self.place.name)

    @property
    def country(self) -> Where:
        """The country as a claim names it, or the group."""
        if self.place.iso3 is None or self.place.level is atlas.Level.COUNTRY:
            return self.where
        return country_of(self.place.iso3)


def country_of(iso3: str) -> Where:
    """Return a country as a claim names it."""
    return Where(iso3=iso3, name=atlas.country(iso3).name)


# A city name is a given name or surname when a capitalised word that is no place stands right beside it.
BESIDE_BEFORE = re.compile(r"([A-ZÀ-ÞА-ЯЁ][\w'’-]+)\s$")
BESIDE_AFTER = re.compile(r"^\s([A-ZÀ-ÞА-ЯЁ][\w'’-]+)")
NOT_A_NAME = re.compile(
    r"(?:[Mm]inist|[Bb]order|[Pp]rovince|[Rr]egion|[Cc]ity|[Dd]istrict|[Aa]irport|[Cc]amp|[Gg]overnment|[Pp]olice|[Pp]resident|[Cc]orridor|[Rr]oad|[Bb]ridge"
    r"|[Cc]heckpoint|The|In|On|At|From|And|[Rr]iver|[Gg]overnor|[Oo]blast|[Ss]tate|[Cc]ounty|[Ll]ive|[Cc]entral|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Mm]ayor"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)


def name_places(text: str, language: Language) -> tuple[Named, ...]:
    """Return every place named in a text, each with the meaning that the rest of the text supports best.

    Countries named outright decide between namesakes; a city that reads as part of a person's name is dropped; a
    word that is mostly something else ("Oral", "Nice") counts only beside its own country.
    """
    own = list(language.nations.scan(text)) if language.nations else []
    indexed = (m for m in atlas.scan(text) if not _personal(text, m) and not no_place(text, m))
    mentions = sorted(
        [*own, *(m for m in indexed if not any(m.start < o.end and o.start < m.end for o in own))],
        key=lambda m: m.start,
    )
    apart = told_apart(text, mentions)
    sure = Counter(place.iso3 for place in apart.values() if place.iso3)
    sure += Counter(
        m.candidates[0].iso3
        for m in mentions
        if m.candidates[0].iso3
        and m.start not in apart
        and not m.ambiguous
        and (len(m.candidates) == 1 or m.candidates[0].level is atlas.Level.COUNTRY)
    )
    elsewhere = Counter(
        c.iso3
        for m in mentions
        if m.candidates[0].level in (atlas.Level.CITY, atlas.Level.REGION) and m.start not in apart
        for c in {c.iso3: c for c in m.candidates}.values()
        if c.iso3
    )
    found = []
    for m in mentions:
        place = apart.get(m.start) or _meaning(
            m, sure, elsewhere, at=bool(THERE.search(text[max(0, m.start - LONGEST_THERE) : m.start]))
        )
        if place is not None:
            found.append(Named(start=m.start, end=m.end, surface=m.surface, form=m.form, place=place))
    return tuple(found)


CAPITAL, DWARFED = (
    500_000,
    20,
)  # a city this large keeps its name from a namesake so many times smaller; judgement
LONGEST_THERE = 12  # characters of the longest word below, and those beside it
THERE = re.compile(
    r"(?:\bin|\bat|\bnear|\bfrom|\bto|\boutside|\baround|(?<!\w)в|(?<!\w)из|(?<!\w)под|(?<!\w)около) \Z"
)


def _meaning(
    m: atlas.Mention, sure: "Counter[str]", elsewhere: "Counter[str]", *, at: bool
) -> atlas.Place | None:
    best = m.candidates[0]
    if (
        m.ambiguous
    ):  # "in Reading, west of London": a town of the same country is enough where a place is meant
        known = sure + elsewhere if at else sure
        supported = [c for c in m.candidates if c.iso3 in known]
        return best if at and best.level is atlas.Level.COUNTRY else next(iter(supported), None)  # «из Того»
    if len(m.candidates) == 1:
        return best
    if best.level is atlas.Level.COUNTRY and best.iso3:
        # "Georgia" beside Atlanta and Savannah: a region of a country whose cities are named, when nothing
        # else in the text speaks for the country of that name
        for other in m.candidates[1:]:
            named = elsewhere[other.iso3] if other.iso3 else 0
            near = sum(n for iso3, n in (sure + elsewhere).items() if iso3 in atlas.neighbours(best.iso3))
            if named >= 1 and sure[best.iso3] <= 1 and elsewhere[best.iso3] == 0 and near == 0:
                return other
        return best
    supported = [c for c in m.candidates if c.iso3 in sure]
    # Minsk is no Polish town because Poland is named; a text that means one says so
    dwarfed = supported and best.population >= max(CAPITAL, DWARFED * supported[0].population)
    if best.iso3 in sure or not supported or dwarfed:
        return best
    return supported[0]


def _personal(text: str, m: atlas.Mention) -> bool:
    """Whether a city name is part of a person's name: "Vladimir Putin", "Jack London"."""
    if m.form is not atlas.Form.NAME or m.candidates[0].level in (
        atlas.Level.COUNTRY,
        atlas.Level.GROUP,
        atlas.Level.CROSSING,
    ):
        return False
    after = BESIDE_AFTER.match(text[m.end : m.end + 30])
    before = BESIDE_BEFORE.search(text[max(0, m.start - 30) : m.start])
    if after and not NOT_A_NAME.match(after[1]) and not atlas.scan(after[1]):
        return True
    return bool(
        before
        and not NOT_A_NAME.match(before[1])
        and before[1][0].isupper()
        and text[max(0, m.start - len(before[1]) - 3) : m.start - len(before[1]) - 1] not in (". ", "")
        and not atlas.scan(before[1])
        and before[1].lower() not in OPENERS
    )


OPENERS = frozenset(
    [
        "the",
        "in",
        "on",
        "at",
        "to",
        "from",
        "near",
        "and",
        "of",
        "for",
        "via",
        "into",
        "through",
        "across",
        "new",
        "both",
        "either",
    ]
)


def parts(sentence: "Sentence", language: Language) -> dict[int, Part]:
    """Return the part each place plays, by the place's start. Members of a list play the part of its head."""
    mask = sentence.mask
    found: dict[int, Part] = {}
    previous: Named | None = None
    for p in sentence.places:
        part = _part(p, mask, language)
        joined = previous and language.list_join.fullmatch(mask[previous.end : p.start])
        if (
            joined
            and previous
            and found[previous.start] in _LISTED
            and part in (Part.NONE, Part.AT, Part.DESTINATION, Part.ORIGIN)
        ):
            glue = mask[previous.end : p.start]
            if part is Part.NONE or not OWN_PREPOSITION.search(glue):
                part = found[previous.start]
        found[p.start] = part
        previous = p
    _lists_of_hosts(sentence, found, language)
    return found


NUMBERED = re.compile(
    r"(?:[#\d]|hundreds?|thousands?|millions?|dozens?|тыс\.?|тысяч)\s+(?:of )?$"
)  # "4,000 Sudanese"
# an adjective of nation that no noun follows: "the number of Sudanese entering", "12,000 Senegalese have left"
ALONE = re.compile(
    r"\s(?:[a-z]+ing|who|in|from|at|have|had|are|were|fled|crossed|left|arrived|came|went|entered|returned|living)(?!\w)"
)
GROUND = re.compile(
    r"\s+(side|soil|territory|land|border|frontier|territor\w+|стороны?|территори\w+|границ\w*)"
)
_LISTED = (Part.ORIGIN, Part.DESTINATION, Part.VIA, Part.AT, Part.BORDER_WITH, Part.HOST)


def _lists_of_hosts(sentence: "Sentence", found: dict[int, Part], language: Language) -> None:
    """Give "Estonia, Latvia and Poland took in ..." one part: the last member's, when the others have none."""
    places = sentence.places
    for later, earlier in zip(reversed(places[1:]), reversed(places[:-1]), strict=True):
        if (
            found[later.start] is Part.HOST
            and found[earlier.start] is Part.NONE
            and language.list_join.fullmatch(sentence.mask[earlier.end : later.start])
        ):
            found[earlier.start] = Part.HOST


OWN_PREPOSITION = re.compile(r"\b(?:to|into|from|for|in|в|из)\b")
INTO = re.compile(r"(?<!\w)(?:в|во|на)\s+(?!(?:северо-|юго-)?(?:восток|запад|север|юг)[еу]\s)(?:\w+\s+)*$")
FAR_SIDE = re.compile(r"\s+(?:со?|и)\s+§")  # «границу Судана с Чадом»: from Sudan's side to Chad's


def _part(p: Named, mask: str, language: Language) -> Part:
    before, after = mask[max(0, p.start - 60) : p.start], mask[p.end : p.end + 70]
    if p.form is atlas.Form.DEMONYM:
        return Part.PEOPLE
    if p.form is atlas.Form.ADJECTIVE:
        return _adjective(before, after, language)
    return _sure_part(p, before, after, language) or _likely_part(p, before, after, language)


def _sure_part(p: Named, before: str, after: str, language: Language) -> Part | None:
    """Return the part that a surer sign gives a place, or None: a border, a people, an owner, where from."""
    if language.border_of.search(before) and FAR_SIDE.match(after):
        return Part.ORIGIN
    if language.border_with.search(before):
        return Part.BORDER_WITH
    if language.people_of.search(before):
        return Part.PEOPLE
    if language.owner_after.match(after):
        return Part.OWNER
    from_there = language.origin_before.search(before) or _genitive_from(p, before, language)
    return Part.ORIGIN if from_there else None


def _likely_part(p: Named, before: str, after: str, language: Language) -> Part:
    """Return the part that a weaker sign gives a place: where to, through where, at whose."""
    if language.destination_before.search(before):
        return Part.DESTINATION
    if p.place.level is atlas.Level.CROSSING:
        return Part.VIA
    if language.at_before.search(before):
        return Part.DESTINATION if _into(p, before, language) else Part.AT
    if language.via_before.search(before):
        return Part.VIA
    return Part.HOST if language.host_after.match(after) else Part.NONE


def _into(p: Named, before: str, language: Language) -> bool:
    """Whether «в» means "into": «в Грузию», accusative; «в Грузии» is locative."""
    return language.code == "ru" and bool(INTO.search(before)) and not language.locative.match(p.surface)


def _adjective(before: str, after: str, language: Language) -> Part:
    """Return the part of an adjective of nation: the people it describes, the border, the ground, or an owner."""
    person = (pattern for pattern, unit in language.units if unit == "person")
    if any(
        pattern.match(" " + after.lstrip()[:40]) or pattern.search(after[:25].split("§", maxsplit=1)[0])
        for pattern in person
    ):
        return Part.PEOPLE
    if ALONE.match(after):
        return Part.PEOPLE
    ground = GROUND.match(after)
    if ground:
        return Part.BORDER_WITH if ground[1].startswith(("border", "frontier", "границ")) else Part.AT
    return Part.PEOPLE if language.single_person.search(before) or NUMBERED.search(before) else Part.OWNER


def _genitive_from(p: Named, before: str, language: Language) -> bool:
    """Whether «с» means "from": «с Украины», genitive; «с Украиной» is instrumental."""
    return language.code == "ru" and before.endswith((" с ", " со ")) and p.surface[-1:] in "ыи"
