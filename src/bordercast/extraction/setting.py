"""What a report is about, as far as later sentences need it: whose exodus, into which country, since when."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from bordercast import atlas
from bordercast.extraction.dates import event_in
from bordercast.extraction.places import Named, Part
from bordercast.extraction.sentence import Sentence
from bordercast.vocabulary import Claim, Where

# "French soldiers", "the American aircraft": whose people these are says nothing about who flees
UNIFORMED = re.compile(
    r"\s(?:soldiers?|troops|forces|army|military|officers?|aircraft|planes?|jets|warplanes|police|border guards?|aid workers?|journalists?|diplomats?|tourists|officials?|ministers?|ships?|navy|contingent|peacekeepers|солдат\w*|военн\w+|войск\w*|офицер\w*|самол[её]т\w*|пограничник\w*|журналист\w*|турист\w*|дипломат\w*)(?!\w)"
)
HOMEWARD = re.compile(
    r"(?<!\w)(?:return(?:ed|ing|ees?|s)|repatriat\w+|(?:go|going|went|gone|sent|came|drove) (?:back|home)|вернул\w+|возвра[тщ]\w+)(?!\w)"
)
FLIGHT = re.compile(
    r"(?<!\w)(?:fle[de]\w*|displaced|exodus|influx|escap\w+|asylum|evacuat\w+|беж\w+|вывез\w+|покинул\w+|эвакуир\w+)(?!\w)"
)
# what people flee, and where it stands: "clashes in Myanmar's Rakhine State"
VIOLENT = re.compile(
    r"(?<!\w)(?:fighting|clash\w*|violence|war|conflict|offensive|invasion|attack\w*|shelling|air ?strikes?|bomb\w*|coup|killed|massacre\w*"
    r"|raids?|internally displaced|uprooted|earthquake|flood\w*|cyclone|hurricane|typhoon|drought|crackdown|mobili[sz]ation|бо[ияёе]\w*|войн\w+|наступлени\w+|обстрел\w*|мобилизаци\w+|вторжени\w+)(?!\w)"
)
STRUCK = frozenset({Part.AT, Part.OWNER, Part.NONE})
# peoples who are no nation of their own, and the country they are known to flee
PEOPLES = {"rohingya": "MMR", "yazidi": "IRQ", "hazara": "AFG", "рохинджа": "MMR", "езид": "IRQ"}
PEOPLE = re.compile(r"(?<!\w)(?:" + "|".join(PEOPLES) + ")")
SEVERAL_TIMES = 3  # words of going home that make a report one about returns
LEAD = 3  # sentences, headline included, that say what a report is about; they count double
DATELINE = 60  # characters at the start of a report in which its dateline stands


@dataclass(slots=True)
class Setting:
    """Running knowledge while a report is read from top to bottom.

    ``source`` is the country people leave in this report, ``host`` the country spoken of as receiving them,
    ``place`` the country named most, ``named`` every country the report names;
    ``returning`` whether those who move go home; ``last`` the claim read last, ``counted`` the last with a count of people or vehicles, ``toll`` the last casualties, ``asked`` what a
    question asked the number of (its figure stands for none);
    ``crossing`` the last crossing named; ``site`` the last roof named, and where, up to ``site_until``; up to ``queue_until`` a bare length measures the queue named last.
    """

    published: date | None
    source: str | None = None
    host: str | None = None
    place: str | None = None
    last: Claim | None = None
    counted: Claim | None = None
    toll: Claim | None = None
    asked: Claim | None = None
    site: str | None = None
    site_at: Where | None = None
    site_until: int = -1
    border: Where | None = None
    crossing: Named | None = None
    population: str | None = None
    queue_until: int = -1
    returning: bool = False
    named: frozenset[str] = frozenset()


def setting_of(
    text: str,
    sentences: list[Sentence],
    parts: list[dict[int, Part]],
    published: date | None,
) -> Setting:
    """Return the setting a reader has after a first glance at the whole report."""
    seen = _glance(sentences, parts)
    people, origins, hosts, places, scenes = seen.people, seen.origins, seen.hosts, seen.places, seen.scenes
    named = frozenset(p.iso3 for s in sentences for p in s.places if p.iso3)
    event = event_in(text.lower(), published, named) if published else None
    # people named and places left speak for the source; places entered speak against it
    votes = Counter({c: 2 * people[c] + 2 * origins[c] - 2 * hosts[c] for c in sorted({*people, *origins})})
    if event:
        votes[event.country] += 2
    # of countries with as many votes, the one named most, then the one named first
    first = {
        c: -i for i, c in enumerate(dict.fromkeys(p.iso3 for s in sentences for p in s.places if p.iso3))
    }
    source = max(votes, key=lambda c: (votes[c], places[c], first.get(c, -len(first))), default=None)
    if source is None or votes[source] <= 0:
        # nobody's people are named: those flee who live where it happened
        struck = sorted(c for c in scenes if not hosts[c])
        source = max(struck, key=lambda c: (scenes[c], places[c]), default=None)
    dateline = _dateline(sentences)
    host = dateline if dateline and dateline != source else None
    if host is None:
        host = next((iso3 for iso3, _ in hosts.most_common() if iso3 != source), None) or _first_other(
            sentences, source
        )
    return Setting(
        published=published,
        source=source,
        host=host,
        named=named,
        place=places.most_common(1)[0][0] if places else None,
        returning=_returning(text.lower()),
    )


@dataclass(slots=True)
class Glance:
    """How often each country is named, by the part it plays; ``scenes`` are where violence and disaster stand."""

    people: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    scenes: Counter[str] = field(default_factory=Counter)


def _glance(sentences: list[Sentence], parts: list[dict[int, Part]]) -> Glance:
    seen = Glance()
    for i, (sentence, part) in enumerate(zip(sentences, parts, strict=True)):
        weight = 2 if i < LEAD else 1
        if VIOLENT.search(sentence.mask):
            seen.scenes.update({p.iso3 for p in sentence.places if p.iso3 and part[p.start] in STRUCK})
        for m in PEOPLE.finditer(sentence.mask):
            seen.people[PEOPLES[m[0]]] += weight
        for p in sentence.places:
            if p.iso3 is None:
                continue
            seen.places[p.iso3] += weight
            if part[p.start] is Part.PEOPLE:
                uniformed = UNIFORMED.match(sentence.mask, p.end)
                seen.people[p.iso3] += 0 if uniformed else weight
            elif part[p.start] is Part.ORIGIN:
                seen.origins[p.iso3] += weight
            elif part[p.start] in (Part.DESTINATION, Part.HOST):
                seen.hosts[p.iso3] += weight
    return seen


def _returning(lower: str) -> bool:
    """Whether a report is about people going home: it says so more often than that anybody flees."""
    home = len(HOMEWARD.findall(lower))
    return home >= SEVERAL_TIMES and home > len(FLIGHT.findall(lower))


def _dateline(sentences: list[Sentence]) -> str | None:
    body = [s for s in sentences if not s.headline]
    if not body:
        return None
    head: list[Named] = [p for p in body[0].places if p.end <= DATELINE]
    if (
        head
        and (head[0].surface.isupper() or re.match(r"\W*(?:[-—–(,.]|,? \d)", body[0].text[head[0].end :]))
        and head[0].start <= 2
    ):
        return head[0].iso3
    return None


def _first_other(sentences: list[Sentence], source: str | None) -> str | None:
    """Return the first country named that is not the source."""
    for sentence in sentences:
        for p in sentence.places:
            if p.iso3 and p.iso3 != source and p.form is not atlas.Form.DEMONYM:
                return p.iso3
    return None
