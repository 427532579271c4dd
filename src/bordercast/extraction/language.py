"""What a language tells the rules: words and patterns, no code.

A language is one module of data (``english``, ``russian``) that builds one `Language`. Patterns are matched
against lower-cased text in which every place is masked by ``§`` and every figure by ``#`` of equal length, so
that a pattern can say "from a place" without knowing the place. Patterns may use neither nested repetition nor
backtracking over unbounded text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from re import Pattern
from typing import Self

from bordercast.extraction.nations import Nations
from bordercast.vocabulary import Hedge, Kind, Modality

Cues = tuple[tuple[Pattern[str], str], ...]


def words(*alternatives: str) -> Pattern[str]:
    """Return a pattern that finds any of the alternatives as whole words."""
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)")


def cues(table: Mapping[str, str]) -> Cues:
    """Return compiled (pattern, label) pairs, in the table's order; the first to match wins."""
    return tuple(
        (re.compile(r"(?<!\w)(?:" + pattern + r")(?!\w)"), label) for label, pattern in table.items()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fractions:
    """How parts of a whole are worded: "a third of" by ``parts``, "three in five" by ``ratio`` and ``counts``."""

    part: Pattern[str]
    parts: Mapping[str, float]
    ratio: Pattern[str]  # groups 1 and 2 are keys of counts
    counts: Mapping[str, int]

    @classmethod
    def of(cls, parts: Mapping[str, float], counts: Mapping[str, int], *, after: str, between: str) -> Self:
        """Return the fractions of a language from its words; ``after`` must follow a part."""
        any_count = "|".join(counts)
        return cls(
            part=re.compile(r"(?<!\w)(" + "|".join(parts) + ")" + after),
            parts=parts,
            ratio=re.compile(
                rf"(?<!\w)({any_count}){between}({any_count})(?!\w| days| hours| weeks| months| years)"
            ),
            counts=counts,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A word of movement: what kind of claim it makes, by which term, and what it does to a bare place.

    ``object_is`` says what a place right after the verb is: "left Russia" an origin, "entered Russia" a destination.
    A ``weak`` word gives way to any other in its clause: "were recorded leaving" left.
    """

    pattern: Pattern[str]
    kind: Kind
    term: str
    object_is: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """All that the rules need to know of one language."""

    code: str
    nations: Nations | None  # countries in this language, where the atlas does not index it
    # numbers
    worded: Pattern[str]  # a cheap sign that a text may hold a number in words
    either: Pattern[str]  # "or" between two readings of one count
    scales: Mapping[str, float]  # "thousand" -> 1000
    plural_scales: frozenset[str]  # "thousands": vague alone; «тысячи три», before a number: about so many
    small_words: Mapping[str, float]  # "seven" -> 7, "half a million" is scales x fractions
    vague: Cues  # "tens of thousands" -> "20000-100000"
    inverted: Cues  # a noun right before its number, «человек двести»: about so many
    hedges_before: tuple[tuple[Pattern[str], Hedge], ...]  # anchored at the end: they stand before the figure
    hedges_after: tuple[tuple[Pattern[str], Hedge], ...]  # anchored at the start: they stand after it
    range_between: Pattern[str]  # between the two ends of a range
    units: Cues  # nouns after the figure -> unit
    not_counted: Pattern[str]  # nouns that make a figure no business of ours (roubles, tickets)
    other_things: Pattern[
        str
    ]  # anchored at the start: an unknown noun after a figure, so that it counts no people
    labels: Pattern[str]  # anchored at the end: what makes a number a name or an age ("gate", "aged")
    per: Cues  # "a day" -> "day"
    counted_subject: Pattern[
        str
    ]  # anchored at the end: "the number of those who ... has passed" before a figure
    populace: Pattern[str]  # anchored at the end: "a population of" before a figure
    number_of: Pattern[str]  # "the number of cars ... was": group 1 is what is counted
    restated: Pattern[str]  # anchored at the end: "put it at", "speaks of" before a figure of the same thing
    how_many: Pattern[str]  # "how many": a question that the next figure answers
    nobody: Pattern[str]  # "nobody has"
    tally: Pattern[str]  # "the count has reached"
    further: Pattern[str]  # "a further": an increment
    total: Pattern[str]  # "bringing the total to": a running total
    by_now: Pattern[str]  # "by evening", "as of 20:00": a count up to an hour
    perfect: Pattern[str]  # "have (arrived)": done by the time of speaking
    daily: Pattern[str]  # "each day", "daily" away from its figure
    capacity: Pattern[str]  # "at most ... can be processed"
    compared: Pattern[str]  # "up from", "than": what follows is another count
    fractions: Fractions  # "three in five" -> 60 per cent
    same_time: Pattern[str]  # "over the same period": the time of the claim before
    # time
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    monthly: Pattern[str]  # a cheap sign of a month
    temporal: Pattern[str]  # a cheap sign that a text may name a time
    dates: Mapping[str, Pattern[str]]  # named patterns of the date grammar
    # places
    origin_before: Pattern[str]  # stands before a place: the place is an origin
    destination_before: Pattern[str]
    via_before: Pattern[str]
    border_of: Pattern[str]  # before a place whose own border is meant: «границу Судана»
    border_with: Pattern[str]
    people_of: Pattern[str]  # "citizens of": the place names a people
    single_person: Pattern[str]  # "not a single" before an adjective of nation
    at_before: Pattern[str]
    owner_after: Pattern[str]  # "'s": the place owns what follows
    host_after: Pattern[str]  # verbs that make a subject place a destination
    locative: Pattern[str]  # the form of a place after "in" that means being there, not going there
    list_join: Pattern[str]  # between two members of a list of places
    mainly: Pattern[str]
    the_country: Pattern[str]  # "the country", "the republic": whoever was spoken of
    capitals: Mapping[str, str]  # words that stand for a government: "kremlin" -> RUS
    # movement
    motions: tuple[Motion, ...]
    surge: Cues  # "dramatically increased" -> "increased"
    present: Pattern[str]  # people are somewhere: a stock
    weak_present: Pattern[str]  # of those words, the ones that mean little without a place
    stays: Cues  # how they are there -> term of a stock; the first to stand near wins
    populations: Pattern[str]  # "mostly men", "women and children", "of draft age"
    part_before: Pattern[str]  # anchored at the end: "of them", "among them were" before a part's figure
    part_after: Pattern[str]  # anchored at the start: "of whom" after it
    part_noun: Pattern[str]  # anchored at the start: "men and boys", "female" after it
    # voice
    say: Pattern[str]
    according: Pattern[str]
    roles: Pattern[str]
    bodies: Pattern[str]  # organisations
    official: Pattern[str]
    international: Pattern[str]
    politician: Pattern[str]
    expert: Pattern[str]
    media: Pattern[str]
    witness: Pattern[str]
    unnamed: Pattern[str]
    pronoun: Pattern[str]  # "he said": whoever spoke last
    he: Pattern[str]  # a pronoun alone
    his_words: Pattern[str]  # "by his account"
    any_role: Pattern[str]  # titles that may stand for any speaker: "the official", "the colonel"
    official_sources: Pattern[str]  # "official sources": a state body, though unnamed
    acronyms: Pattern[str]  # international bodies; matched with case, since "who" is not WHO
    backward: Pattern[str]  # "this was reported by": the words before are the speaker's
    counting: Pattern[str]  # verbs by which an authority gives its own count: "logged", "admitted"
    # modality
    modalities: tuple[tuple[Pattern[str], Modality], ...]
    # other kinds
    border: Pattern[str]  # the noun: border, frontier, checkpoint
    crossing: Pattern[str]  # the noun of a single crossing: checkpoint, bridge
    exit_ban: Pattern[str]  # "banned men from leaving": a rule without the word border
    no_intent: Pattern[str]  # "does not intend to"
    border_acts: Cues  # "close", "restrict", "reopen" -> status
    passage: Cues  # who gets through, said without naming a border -> status
    it_was: Pattern[str]  # "it was", before "closed again": the crossing spoken of
    entry_rules: Pattern[str]  # visa, entry ban
    queue: Pattern[str]
    queue_noun: Pattern[str]  # of those, the ones that need no figure: "a traffic jam"
    no_queue: Pattern[str]  # "no queues"
    shelter_sites: Cues
    shelter_states: Cues
    delay: Pattern[str]  # "took", "needed", before hours at a border
    that_site: Pattern[str]  # "it", "its", "there": the site spoken of
    shelter_use: Pattern[str]
    housing: Cues  # what happened to homes -> housing_destroyed, housing_damaged
    dwelling: Pattern[str]  # "homes" somewhat after the figure
    casualties: Cues
    triggers: Cues
    any_trigger: Pattern[str]  # any of them, for a first look
    trigger_verbs: Pattern[str]
    corrected: Pattern[str]  # anchored at the end: "not" before the figure that was wrong
    appeal_verbs: Pattern[str]
    appeals: Cues
    welcome: Pattern[str]
    relevant: Pattern[str]  # words that only flight, borders and disasters use
    irrelevant: Pattern[str]  # topics that are seldom about displacement (sport, trade, wildlife, holidays)
    staged: Pattern[str]  # drills and plays, in which people flee from nothing
