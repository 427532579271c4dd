"""Helps for building claims: evidence, interval, modality, voice. Each recogniser fills in the rest."""

import re
from datetime import date
from itertools import islice

from msgspec import Struct, field

from bordercast.extraction.dates import Time, interval
from bordercast.extraction.language import Language, Motion
from bordercast.extraction.places import Named, Part
from bordercast.extraction.sentence import Sentence
from bordercast.extraction.setting import Setting
from bordercast.extraction.voices import Voice
from bordercast.vocabulary import (
    Attribution,
    Basis,
    Claim,
    Interval,
    Kind,
    Measure,
    Modality,
    Quantity,
    Report,
    SourceType,
    Where,
)

BARRIER = re.compile(r"[;:]|\s--?\s|, (?:and|but|while|with)\b|\.\s")
COMMA = re.compile(r"[;:,]|\s--?\s|\.\s")
AFTER_REACH = 45  # characters from a figure to a "could" behind it
CLOSE = frozenset({Modality.ESTIMATED, Modality.NEGATED})  # these bear only on what stands beside them
# How far (characters) each mood reaches, and what stops it; a denial covers its whole sentence.
FORWARD = frozenset(
    {Modality.PLANNED, Modality.PROJECTED, Modality.REQUESTED}
)  # moods that stand before their figure
REACHES = {
    Modality.ESTIMATED: (40, COMMA),
    Modality.NEGATED: (60, COMMA),
    Modality.DENIED: (260, re.compile(";")),
    Modality.RUMOURED: (260, re.compile(";")),
}
MOST = 12  # words of one kind of movement in a sentence; more is damaged text


class Line(Struct, frozen=True, kw_only=True):
    """A sentence with all that is known when a recogniser looks at it."""

    report: Report
    sentence: Sentence
    mask: str  # the sentence's, which everybody asks for
    parts: dict[int, Part]
    voices: tuple[Voice, ...]
    carried: Attribution  # who speaks when the sentence does not say
    carried_country: str | None  # and for which country
    dating: frozenset[int]  # times that only date the act of saying
    setting: Setting
    language: Language
    moving: list[tuple[Motion, tuple[int, int]]] = field(default_factory=list)  # filled by `motions`, once

    def motions(self) -> list[tuple[Motion, tuple[int, int]]]:
        """Return the words of movement in the sentence, in the language's order; the earlier hide those inside."""
        if not self.moving:
            for motion in self.language.motions:
                for m in islice(motion.pattern.finditer(self.mask), MOST):
                    if not any(a < m.end() and m.start() < b for _, (a, b) in self.moving):
                        self.moving.append((motion, m.span()))
        return self.moving

    @property
    def said(self) -> date | None:
        """The day it was said: the date of the statement, else of publication."""
        for i in sorted(self.dating):
            t = self.sentence.times[i]
            if t.days == 1 and t.basis is not Basis.FUTURE:
                return t.last
        return self.setting.published

    def claim(  # noqa: PLR0913 - a claim has this many fields
        self,
        kind: Kind,
        term: str,
        at_chars: tuple[int, int],
        *,
        quantity: Quantity | None = None,
        measure: Measure = Measure.UNSPECIFIED,
        population: str | None = None,
        origin: Where | None = None,
        destinations: tuple[Where, ...] = (),
        via: tuple[Where, ...] = (),
        at: Where | None = None,
        when: Interval | None = None,
        voice: Attribution | None = None,
        modality: Modality | None = None,
        status: str | None = None,
    ) -> Claim:
        """Return the claim with its evidence, which is the sentence."""
        speaker = voice or self.voice_at(at_chars[0])
        s = self.sentence
        return Claim.of(
            report_id=self.report.id,
            kind=kind,
            term=term,
            quantity=quantity,
            measure=measure,
            population=population,
            origin=origin,
            destinations=destinations,
            via=via,
            at=at,
            interval=when,
            attribution=speaker,
            modality=modality or self.modality_at(at_chars, speaker),
            status=status,
            evidence=(self.report.span(s.start, s.end),),
        )

    def voice_at(self, position: int) -> Attribution:
        """Return who says what stands at a position of the sentence."""
        covering = [v for v in self.voices if v.covers(position)]
        if covering:
            best = _innermost(covering, position)
            outer = [v for v in covering if v is not best and v.attribution != best.attribution]
            if best.attribution.source_type is SourceType.MEDIA and outer:
                # "the agency said, quoting the ministry": the one who knew speaks, the agency is in the chain
                best, outer = outer[0], [best]
            chain = best.attribution.chain
            if outer and chain:
                middle = tuple(
                    v.attribution.voice for v in outer if v.attribution.source_type is SourceType.MEDIA
                )
                chain = (chain[0], *middle, *chain[1:])
            return Attribution(
                speaker=best.attribution.speaker,
                role=best.attribution.role,
                organisation=best.attribution.organisation,
                source_type=best.attribution.source_type,
                chain=tuple(dict.fromkeys(chain)),
            )
        if self.voices:
            return Attribution(source_type=SourceType.MEDIA, chain=(self.carried.chain or ("outlet",))[:1])
        return self.carried

    def country_at(self, position: int) -> str | None:
        """Return the country of whoever speaks at a position."""
        if not self.voices:
            return self.carried_country
        return next((v.country for v in self.voices if v.covers(position) and v.country), None)

    def modality_at(
        self, at_chars: tuple[int, int], speaker: Attribution, *, within: int = 1_500
    ) -> Modality:
        """Return how it is said, by the first cue of the language's table that bears on the position."""
        low, high = max(0, at_chars[0] - within), at_chars[1] + within
        for pattern, modality in self.language.modalities:
            for m in pattern.finditer(self.mask, low, min(len(self.mask), high)):
                if self._bears(m.span(), at_chars, modality):
                    return modality
        if speaker.source_type in (SourceType.MEDIA, SourceType.UNNAMED) and (
            speaker.organisation or speaker.role or speaker.speaker
        ):
            return Modality.REPORTED
        return Modality.ASSERTED

    def _bears(self, cue: tuple[int, int], at_chars: tuple[int, int], modality: Modality) -> bool:
        """Whether a cue of modality governs what stands at the position."""
        low, high = min(cue[0], at_chars[0]), max(cue[1], at_chars[1])
        between = self.mask[min(cue[1], at_chars[1]) : max(cue[0], at_chars[0])]
        if any(min(cue[1], at_chars[1]) <= v.covers_until <= max(cue[0], at_chars[0]) for v in self.voices):
            return False
        near, barrier = REACHES.get(modality, (160, BARRIER))
        if cue[0] > at_chars[1] and modality in FORWARD:
            # after the figure only when nothing has been closed in between: "half a million people could leave"
            near, barrier = 160, COMMA
            if len(between) >= AFTER_REACH:
                return False
        length = len(between) if modality in CLOSE else high - low
        return length < near and not barrier.search(between)

    def governs(self, cue: tuple[int, int], at_chars: tuple[int, int]) -> bool:
        """Whether a word of intention or planning bears on what stands at a position."""
        return self._bears(cue, at_chars, Modality.UNDECIDED)

    def speaks(self, place: Named) -> bool:
        """Whether a place stands in the name of a speaker: "the Nepalese home ministry said"."""
        return any(v.country == place.iso3 and v.start - 60 <= place.start <= v.end for v in self.voices)

    def free_times(self) -> list[Time]:
        """Return the times that date what is said, not the saying."""
        return [t for i, t in enumerate(self.sentence.times) if i not in self.dating]

    def when(self, at_chars: tuple[int, int]) -> Interval | None:
        """Return the interval of what stands at a position: the nearest free time, else the day it was said."""
        free = [t for t in self.free_times() if not self._compared(at_chars, t)]
        if free:
            best = min(
                free,
                key=lambda t: self._apart(t, at_chars),
            )
            end = best.last
            if best.since and self.said and best.first <= self.said and not any(t.until for t in free):
                end = self.said if best.last == self.setting.published else best.last
            return Interval(start=best.first, end=end, basis=best.basis)
        day = self.said
        dated = any(self.sentence.times[i].last == day for i in self.dating)
        if day is None:
            return None
        basis = self.sentence.times[min(self.dating)].basis if dated else Basis.PUBLICATION
        return Interval(start=day, end=day, basis=basis)

    def _apart(self, time: Time, at_chars: tuple[int, int]) -> float:
        """Return how far a time is from a position: across a semicolon it dates another statement."""
        span = (time.start, time.end)
        low, high = sorted((span, at_chars))
        across = 60.0 if ";" in self.mask[low[1] : high[0]] else 0.0
        return self.sentence.distance(span, at_chars) + across - (15.0 if time.since else 0.0)

    def _compared(self, at_chars: tuple[int, int], time: Time) -> bool:
        """Whether a time belongs to another figure: "5,100, up from 4,200 a day earlier"."""
        return time.start >= at_chars[1] and bool(
            self.language.compared.search(self.mask, at_chars[1], time.start)
        )

    def places(self, *wanted: Part) -> list[Where]:
        """Return the places of the sentence that play one of the parts, as claims name them."""
        return [p.where for p in self.sentence.places if self.parts[p.start] in wanted]


def _innermost(covering: list[Voice], position: int) -> Voice:
    """Return the voice that stands nearest to a position."""
    return min(
        covering,
        key=lambda v: abs(v.start - position) if v.start <= position else abs(v.start - position) * 0.9,
    )


def publication(line: Line) -> Interval | None:
    """Return the day it was said as an interval."""
    return interval([], line.said)
