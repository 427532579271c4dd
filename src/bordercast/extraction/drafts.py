"""Helps for building claims: evidence, interval, modality, voice. Each recogniser fills in the rest."""

import re
from dataclasses import dataclass
from datetime import date

from bordercast.extraction.dates import Time, interval
from bordercast.extraction.language import Language
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with all that is known when a recogniser looks at it."""

    report: Report
    sentence: Sentence
    parts: dict[int, Part]
    voices: tuple[Voice, ...]
    carried: Attribution  # who speaks when the sentence does not say
    carried_country: str | None  # and for which country
    dating: frozenset[int]  # times that only date the act of saying
    setting: Setting
    language: Language

    @property
    def mask(self) -> str:
        """The masked text of the sentence."""
        return self.sentence.mask

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

    def modality_at(self, at_chars: tuple[int, int], speaker: Attribution) -> Modality:
        """Return how it is said: the cue that stands nearest, in the order of the language's table."""
        for pattern, modality in self.language.modalities:
            for m in pattern.finditer(self.mask):
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
        if modality is Modality.ESTIMATED:
            return len(between) < 40 and not re.search(r"[;:,]", between)
        if modality in (Modality.DENIED, Modality.RUMOURED):
            return ";" not in between and high - low < 260
        if modality is Modality.NEGATED:
            return len(between) < 60 and not re.search(r"[;:,]", between)
        if re.search(r"[;:]|\s--?\s|, (?:and|but|while|with)\b|\.\s", between):
            return False
        if modality in (Modality.PLANNED, Modality.PROJECTED) and cue[0] > at_chars[1]:
            # after the figure only when nothing has been closed in between: "half a million people could leave"
            return len(between) < 45 and "," not in between
        return high - low < 160

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
                key=lambda t: self.sentence.distance((t.start, t.end), at_chars) - (15.0 if t.since else 0.0),
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

    def _compared(self, at_chars: tuple[int, int], time: Time) -> bool:
        """Whether a time belongs to another figure: "27,396, up from 20,236 a day earlier"."""
        return time.start >= at_chars[1] and bool(self.language.compared.search(self.mask, at_chars[1], time.start))

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
