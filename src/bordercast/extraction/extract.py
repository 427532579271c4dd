"""The verb: a report comes in, its claims go out."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import ClassVar

from bordercast import atlas
from bordercast.extraction.borders import borders
from bordercast.extraction.carrying import carry
from bordercast.extraction.casualties import casualties
from bordercast.extraction.drafts import Line
from bordercast.extraction.echoes import COUNTED, rows
from bordercast.extraction.events import appeals, triggers
from bordercast.extraction.first_look import worth_reading
from bordercast.extraction.housing import housing
from bordercast.extraction.language import Language
from bordercast.extraction.merge import merge
from bordercast.extraction.people import people, question
from bordercast.extraction.places import name_places, parts
from bordercast.extraction.queues import queues
from bordercast.extraction.relevance import relevant
from bordercast.extraction.sentence import QUOTES, Sentence, annotate
from bordercast.extraction.sentences import sentences
from bordercast.extraction.setting import setting_of
from bordercast.extraction.shelter import shelters
from bordercast.extraction.speakers import Register
from bordercast.extraction.voices import Voice, said_on, voices
from bordercast.vocabulary import Claim, Kind, Measure, Report


class Languages(Mapping[str, Language]):
    """The languages with rules, by their codes; each is loaded when it is first read: its patterns take a while."""

    _modules: ClassVar = {
        "en": "english",
        "ru": "russian",
        "uk": "ukrainian",
        "fr": "french",
        "es": "spanish",
    }

    def __getitem__(self, code: str) -> Language:
        language: Language = import_module(f"bordercast.extraction.{self._modules[code]}").LANGUAGE
        return language

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)

    def __contains__(self, code: object) -> bool:
        return code in self._modules


LANGUAGES = Languages()
# In this order, for a figure is taken by the first; some have something to say without one.
COUNTING = (rows, casualties, queues, housing, shelters, people)
UNCOUNTED = (queues, shelters, people)
MOST_CLAIMS = 2_000  # of one report; the longest situation report we know has 200
LONGEST_HEADLINE = 140  # characters
LONGEST_TEXT = 400_000  # characters; a book-length text is read this far, which is 80 long articles


def extract(reports: Iterable[Report]) -> Iterator[Claim]:
    """Yield the claims of each report, in the order of their sentences.

    Every claim quotes its report exactly. A report in a language without rules, or not `worth_reading`, yields nothing.
    """
    for report in reports:
        yield from claims_of(report)


def claims_of(report: Report) -> tuple[Claim, ...]:
    """Return the claims of one report."""
    language = LANGUAGES.get(report.language)
    if language is None or not worth_reading(report.text):
        return ()
    text = report.text[:LONGEST_TEXT]
    read = _annotated(report, text, language)
    wanted = relevant(read, language, report.title or "")
    if not any(wanted):
        return ()
    found_parts = [parts(s, s.language) for s in read]
    setting = setting_of(text, read, found_parts, report.published_on)
    register = Register(outlet=report.publisher or "outlet")
    spoken = [_voices(s, register) for s in read]
    carried = carry(read, spoken, register.own())
    claims: list[Claim] = []
    credit = _credit_start(report)
    for sentence, part, found, voice, ours in zip(read, found_parts, spoken, carried, wanted, strict=True):
        if sentence.start >= credit or len(claims) > MOST_CLAIMS:
            break
        if not ours:
            continue
        line = Line(
            report=report,
            sentence=sentence,
            mask=sentence.mask,
            parts=part,
            voices=tuple(found),
            carried=voice[0],
            carried_country=voice[1],
            dating=frozenset(said_on(sentence, found)),
            setting=setting,
            language=sentence.language,
        )
        claims += _claims(line)
        crossings = [p for p in sentence.places if p.place.level is atlas.Level.CROSSING]
        setting.crossing = crossings[-1] if crossings else setting.crossing
    title = read[0] if read[0].headline else None
    return merge(claims, report.span(title.start, title.end) if title else None)


def _claims(line: Line) -> list[Claim]:
    used: set[int] = set()
    found = triggers(line)
    found += appeals(line, used)
    found += borders(line)
    question(line)
    for recognise in COUNTING if line.sentence.figures else UNCOUNTED:
        claims = recognise(line, used)
        found += claims
        for claim in claims:
            if (
                claim.kind in COUNTED
                and claim.quantity
                and claim.measure not in (Measure.CHANGE, Measure.SHARE)
            ):
                line.setting.counted = claim
            if claim.kind is Kind.CASUALTY and claim.quantity:
                line.setting.toll = claim
    return found


def _annotated(report: Report, text: str, language: Language) -> list[Sentence]:
    named = name_places(text, language)
    countries = frozenset(p.iso3 for p in named if p.iso3)
    out: list[Sentence] = []
    open_quote, paragraph_before = False, 0
    at = 0
    for start, end, paragraph in sentences(text):
        if paragraph != paragraph_before:
            open_quote, paragraph_before = False, paragraph
        inside = []
        while at < len(named) and named[at].start < end:
            if named[at].start >= start and named[at].end <= end:
                inside.append(named[at])
            at += 1
        piece = text[start:end]
        headline = start == 0 and (_titled(piece, report) or _reads_as_headline(piece, text[end:]))
        sentence = annotate(
            piece,
            start=start,
            paragraph=paragraph,
            places=tuple(inside),
            published=report.published_on,
            language=language,
            countries=countries,
            open_quote=open_quote,
            headline=headline,
        )
        open_quote = (len(QUOTES.findall(piece)) % 2 == 1) != open_quote
        out.append(sentence)
    return out


def _titled(piece: str, report: Report) -> bool:
    return bool(report.title) and piece.lstrip("# ").strip() == report.title


def _reads_as_headline(piece: str, rest: str) -> bool:
    """Whether the first line of a plain text is its headline: short, without a full stop, with a story below."""
    return (
        len(piece) <= LONGEST_HEADLINE
        and piece[-1:] not in ".:;,!"
        and rest.startswith("\n")
        and len(rest) > len(piece)
    )


def _voices(sentence: Sentence, register: Register) -> list[Voice]:
    found = voices(sentence, register, sentence.language)
    for voice in found:
        register.remember(voice.attribution, voice.country)
    return found


def _credit_start(report: Report) -> int:
    """Return where the closing credits begin; nothing is claimed in them."""
    if not report.credits:
        return len(report.text)
    at = report.text.rfind(report.credits[0])
    line = report.text.rfind("\n", 0, at)
    return line if at >= 0 and line >= 0 and at > len(report.text) * 0.5 else len(report.text)
