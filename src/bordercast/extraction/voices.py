"""Who says it, by a sentence's own words; see `carrying` for sentences that do not say."""

import re

from msgspec import Struct
from msgspec.structs import replace

from bordercast.extraction import phrases
from bordercast.extraction.language import Language
from bordercast.extraction.sentence import Sentence
from bordercast.extraction.speakers import Register, chained, speaker
from bordercast.vocabulary import Attribution, SourceType

SAID_WHEN = re.compile(
    r"^\W*(?:(?:also|later|earlier|late|early|here|today|in (?:a|an|the) (?:statement|interview|briefing|post|video)"
    r"|at (?:a|the) (?:briefing|press conference|news conference|session|meeting)|told a briefing|a briefing|in §+|reporters|journalists|to reporters"
    r"|the (?:agency|newspaper|broadcaster)|this agency|on|в|во|на)\W*){0,6}$"
)
# "Sunday's bulletins", «воскресная сводка», "the Tuesday update": the day is that of the paper.
PAPER = re.compile(
    r"(?:['’]s?)?\s{1,3}(?:\w{1,20}\s)?(?:bulletins?|briefings?|figures?|updates?|tally|tallies|statements?|press conferences?|announcements?|data"
    r"|сводк\w+|брифинг\w*|данн\w+|бюллетен\w+|зведен\w+|брифінг\w*)(?!\w)"
)
OCCASION = re.compile(
    r"(?:press conference|briefing|news conference|interview|statement|address|session|пресс-конференци\w+|брифинг\w*)[^.;]{0,40}$"
)
# "X says the border stays open as cars cross": what follows is the outlet's
REACH = re.compile(
    r"\s(?:as|while)\s(?!of\b|a\b|many\b|much\b|well\b|soon\b|long\b)|, with (?=[^,;.]{0,60}\b(?:saying|reporting|claiming|estimating|putting|say|report)\b)|, although |, even as |, and (?=its |the same|it said)"
)
COMMA_BEFORE = re.compile(r"[,\"”»'’]\s*(?:[-—–]\s*)?(?:and\s+|as\s+)?(?:the\s+)?$")
INVERTED = re.compile(r"[,\"”»'’?!]\s*(?:[-—–]\s*)?$")
# a statement's office before its colon, and at its end in brackets or after a dash
OPENING = re.compile(r"\W{0,4}([A-ZÀ-ÞА-ЯЁ][^:;,.\d\"“«()]{1,60}):\s")
CLOSING = re.compile(r"\((?:source: )?([^()\d]{3,70})\)\W*$|\s[-–—]\s([^-–—:;,.\d]{2,40})$")
CREDIT = 90  # characters at the end of a sentence in which its credit stands
TELLING = frozenset(
    {"told", "tell", "tells", "informed", "informs"}
)  # "the prefect, told the agency": who is told does not speak
TELLING_DATE = 45  # characters between a word of saying and the date it was said on


class Voice(Struct, frozen=True, kw_only=True):
    """A speaker with the place in the sentence where the words of saying stand.

    ``covers_from`` and ``covers_until`` bound the stretch that is theirs; ``backward`` when the words point to
    the sentences before ("this was reported by the ministry").
    """

    attribution: Attribution
    start: int = 0
    end: int = 0
    covers_from: int = 0
    covers_until: int = 10**9
    country: str | None = None
    backward: bool = False

    def covers(self, position: int) -> bool:
        """Whether a position of the sentence lies in what this voice says."""
        return self.covers_from <= position < self.covers_until


def voices(sentence: Sentence, register: Register, language: Language) -> list[Voice]:
    """Return the voices of a sentence in its own words, left to right; several when it chains them."""
    mask = sentence.mask
    backward = bool(language.backward.search(mask))
    found = _sourced(sentence, register, language)
    for m in language.say.finditer(mask):
        if any(v.start <= m.start() < v.end for v in found):
            continue
        voice = _saying(sentence, m, register, language, backward=backward)
        if voice:
            found.append(voice)
    if not found and register.last and language.pronoun.search(mask):
        found.append(Voice(attribution=register.last, country=register.country(register.last)))
    if not found:
        found += _counting(sentence, register, language)
    if not found:
        return found
    if backward:
        found = [replace(v, backward=True, covers_from=0) for v in found]
    found.sort(key=lambda v: v.start)
    return [_reach(v, sentence) for v in found]


def said_on(sentence: Sentence, found: list[Voice]) -> list[int]:
    """Return which times of a sentence (by index) only date the act of saying: "said on 26 September that"."""
    dating: list[int] = []
    for i, t in enumerate(sentence.times):
        if t.since or t.until:
            continue
        if PAPER.match(sentence.mask, t.end) or any(
            _dates_saying(sentence, v, t.start, t.end) for v in found
        ):
            dating.append(i)
    return dating


def _dates_saying(sentence: Sentence, voice: Voice, start: int, end: int) -> bool:
    mask = sentence.mask
    if start >= voice.end:
        between = mask[voice.end : start]
        # "according to X, on 8 May people crossed": behind a comma the day is the crossing's
        if len(between) <= TELLING_DATE and "," not in between and SAID_WHEN.match(between):
            return True
    if voice.start > end and SAID_WHEN.match(mask[end : voice.start]) and voice.covers_from >= end:
        return True
    return bool(OCCASION.search(mask, max(0, start - 80), start))


def _sourced(sentence: Sentence, register: Register, language: Language) -> list[Voice]:
    """Return the voices of "according to X", «по данным X», and of a bare credit before or after the statement."""
    found: list[Voice] = []
    for m in language.according.finditer(sentence.mask):
        phrase = phrases.after(sentence, m.end(), language)
        named = speaker(phrase, sentence, register, language)
        if named is None and language.his_words.match(sentence.mask, m.start()) and register.last:
            named = register.last, register.country(register.last)
        if named:
            end = m.end() + len(phrase[0])
            found.append(Voice(attribution=named[0], country=named[1], start=m.start(), end=end))
    for credit in (
        OPENING.match(sentence.text),
        CLOSING.search(sentence.text, max(0, len(sentence.text) - CREDIT)),
    ):
        named = _credited(credit, sentence, register, language) if credit else None
        if credit and named:
            found.append(
                Voice(attribution=named[0], country=named[1], start=credit.start(), end=credit.end())
            )
    return found


def _credited(
    m: re.Match[str], sentence: Sentence, register: Register, language: Language
) -> tuple[Attribution, str | None] | None:
    """Return the voice of a bare credit, "UNHCR: ...", "... - minister", "(OCHA)"; None when it names no office."""
    text = m[1] or m[2]
    if not (
        language.bodies.search(text.lower())
        or language.acronyms.search(text)
        or language.roles.fullmatch(text.lower())
    ):
        return None
    return speaker((text, m.start(1) if m[1] else m.start(2)), sentence, register, language)


def _saying(
    sentence: Sentence, verb: re.Match[str], register: Register, language: Language, *, backward: bool
) -> Voice | None:
    """Return the voice of one verb of saying: its subject before it, or after it when the order is inverted."""
    mask = sentence.mask
    word = verb[0]
    participle = word.endswith(("ing", " on", "ed to")) or word in TELLING
    inverted = not participle and bool(INVERTED.search(mask, max(0, verb.start() - 4), verb.start()))
    earlier = phrases.before(sentence, verb.start(), language)
    later = (
        phrases.after(sentence, verb.end(), language, inverted=True)
        if inverted or backward or language.code == "ru"
        else ("", 0)
    )
    order = (later, earlier) if inverted or backward else (earlier, later)
    for phrase in order:
        if not phrase[0]:
            continue
        named = speaker(phrase, sentence, register, language)
        if named is None and language.he.fullmatch(phrase[0].strip(" ,").lower()) and register.last:
            named = register.last, register.country(register.last)
        if named is None:
            continue
        voice = Voice(attribution=named[0], country=named[1], start=verb.start(), end=verb.end())
        if phrase[1] < verb.start() and not COMMA_BEFORE.search(mask, 0, phrase[1]):
            # "X said that ...": what stands before is not X's
            voice = replace(voice, covers_from=phrase[1])
        return voice
    return None


def _counting(sentence: Sentence, register: Register, language: Language) -> list[Voice]:
    """Return the authority that counts: "border guards logged 79,300 entries" is their word."""
    for m in language.counting.finditer(sentence.mask):
        text, offset = phrases.before(sentence, m.start(), language)
        lower = text.lower().strip()
        body = language.bodies.search(lower)
        places = [p for p in sentence.places if offset <= p.start < m.start()]
        bare = bool(places) and len(text.strip()) <= sum(p.end - p.start for p in places) + 4
        if not (body or bare) or len(lower) > 70 or language.roles.search(lower):
            continue
        country = next((p.iso3 for p in places if p.iso3), None)
        organisation = re.sub(r"^(?:the|The)\s+", "", text.strip(" ,"))
        kind = SourceType.OFFICIAL if bare or language.official.search(lower) else None
        if kind is None:
            continue
        own = chained(Attribution(organisation=organisation, source_type=kind), register)
        return [Voice(attribution=own, country=country, start=m.start(), end=m.start())]
    return []


def _reach(voice: Voice, sentence: Sentence) -> Voice:
    """Set how far a voice's words reach."""
    m = REACH.search(sentence.mask, voice.end)
    if m and not sentence.in_quotes(m.start()):
        return replace(voice, covers_until=m.start())
    return voice
