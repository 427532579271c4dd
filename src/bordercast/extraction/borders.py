"""Which borders are, will be, may be or are not open: by whose word, and how it is said."""

import re
from dataclasses import replace

from bordercast import atlas
from bordercast.extraction.drafts import Line, publication
from bordercast.extraction.places import Part, country_of
from bordercast.vocabulary import Claim, Kind, Measure, Modality, Where

NEAR = 70.0  # weighted characters between "border" and what happens to it


def borders(line: Line) -> list[Claim]:
    """Return at most one claim about a border from a sentence, or two when a rumour stands beside an answer."""
    act = _act(line)
    if act is None:
        return _undecided_again(line)
    span, status, term = act
    claims = [c for c in (_rumour(line, span, status, term),) if c]
    voice = line.voice_at(span[0])
    modality = line.modality_at(span, voice)
    if modality is Modality.RUMOURED and claims:
        return claims
    if modality is Modality.UNDECIDED:
        status = "undecided"
    elif modality is Modality.REQUESTED:
        return claims  # an appeal, not a status
    claims.append(_claim(line, span, status, term, modality=modality))
    return claims


def _act(line: Line) -> tuple[tuple[int, int], str, str] | None:
    """Return where an act on a border stands, the status it makes, and the term."""
    mask, language = line.mask, line.language
    nouns = [m.span() for m in language.border.finditer(mask)]
    nouns += [(p.start, p.end) for p in line.sentence.places if p.place.level is atlas.Level.CROSSING]
    rules = [m.span() for m in language.entry_rules.finditer(mask)]
    best: tuple[float, tuple[int, int], str, str] | None = None
    for pattern, status in language.border_acts:
        for m in pattern.finditer(mask):
            for spans, named in ((nouns, True), (rules, False)):
                if not spans or (not named and status == "closed"):
                    continue
                distance = min(line.sentence.distance(m.span(), n) for n in spans) + (0 if named else 10)
                overlap = [n for n in spans if n[0] < m.end() and m.start() < n[1]]
                if overlap and distance == 0 and not re.search(r"\s", mask[m.start() : m.end()].strip()):
                    continue
                if distance <= NEAR and (best is None or distance < best[0]):
                    best = (distance, m.span(), status, _term(line, named=named))
    if best is None:
        return None
    return best[1], best[2], best[3]


def _term(line: Line, *, named: bool) -> str:
    if not named:
        return "visa"
    crossing = any(p.place.level is atlas.Level.CROSSING for p in line.sentence.places)
    return "crossing" if crossing else "border"


def _rumour(line: Line, span: tuple[int, int], status: str, term: str) -> Claim | None:
    """Return the rumour that a speaker is asked about: "asked about rumours of a closure, X said ..."."""
    cue = next(
        (m for p, mo in line.language.modalities if mo is Modality.RUMOURED for m in p.finditer(line.mask)),
        None,
    )
    if cue is None or not (-4 <= span[0] - cue.end() <= 80) or status == "open":
        return None
    from bordercast.vocabulary import Attribution, SourceType  # noqa: PLC0415

    own = Attribution(source_type=SourceType.UNNAMED, chain=(*line.carried.chain[:1], "rumours"))
    return _claim(line, span, status, term, modality=Modality.RUMOURED, voice=own)


def _undecided_again(line: Line) -> list[Claim]:
    """Return "no decisions regarding that were made" as said of the border spoken of just before."""
    last = line.setting.last
    if (
        last is None
        or last.kind is not Kind.BORDER_STATUS
        or line.sentence.start - last.evidence[-1].end > 400
    ):
        return []
    for pattern, modality in line.language.modalities:
        if modality is Modality.UNDECIDED:
            m = pattern.search(line.mask)
            if m:
                return [
                    _claim(line, m.span(), "undecided", last.term, modality=Modality.UNDECIDED, like=last)
                ]
    return []


def _claim(  # noqa: PLR0913 - what a border claim needs
    line: Line,
    span: tuple[int, int],
    status: str,
    term: str,
    *,
    modality: Modality,
    voice: object = None,
    like: Claim | None = None,
) -> Claim:
    from bordercast.vocabulary import Attribution  # noqa: PLC0415

    origin, destinations, via, at = (
        _sides(line, span) if like is None else (like.origin, like.destinations, like.via, like.at)
    )
    until = min((v.covers_until for v in line.voices if v.covers_until > span[0]), default=len(line.mask))
    population = next(
        (
            line.sentence.text[m.start() : m.end()]
            for m in line.language.populations.finditer(line.mask[:until])
        ),
        None,
    )
    if population is None:
        tourists = re.search(
            r"tourists?|турист\w*|reservists|foreigners|civilians|lorries|trucks|pedestrians", line.mask
        )
        population = tourists[0] if tourists else None
    claim = line.claim(
        Kind.BORDER_STATUS,
        term,
        span,
        measure=Measure.UNSPECIFIED,
        population=population,
        origin=origin,
        destinations=destinations,
        via=via,
        at=at,
        when=line.when(span) or publication(line),
        voice=voice if isinstance(voice, Attribution) else None,
        modality=modality,
        status=status,
    )
    line.setting.last = claim
    line.setting.border = at
    return claim


def _sides(
    line: Line, span: tuple[int, int]
) -> tuple[Where | None, tuple[Where, ...], tuple[Where, ...], Where | None]:
    """Return origin, destinations, crossings and the deciding country of a border statement."""
    s, part, source = line.sentence, line.parts, line.setting.source
    until = min((v.covers_until for v in line.voices if v.covers_until > span[0]), default=len(line.mask))
    s = replace(s, places=tuple(p for p in s.places if p.start < until))
    crossings = [p for p in s.places if p.place.level is atlas.Level.CROSSING]
    via = tuple(dict.fromkeys(p.where for p in crossings))
    withs = [p.iso3 for p in s.places if part[p.start] is Part.BORDER_WITH and p.iso3]
    owners = [p.iso3 for p in s.places if part[p.start] is Part.OWNER and p.iso3 and p.start < span[1] + 30]
    subjects = [
        p.iso3
        for p in s.places
        if part[p.start] in (Part.NONE, Part.HOST) and p.iso3 and p.start < span[0] and p not in crossings
    ]
    people = [p.iso3 for p in s.places if part[p.start] is Part.PEOPLE and p.iso3]
    ats = [
        p
        for p in s.places
        if part[p.start] in (Part.AT, Part.DESTINATION, Part.ORIGIN, Part.VIA)
        and p.iso3
        and p not in crossings
    ]
    speaker = line.country_at(span[0])
    decider = next(iter(subjects), None) or next(iter(owners), None) or speaker
    if decider is None and ats:
        decider = ats[0].iso3
    if decider is None and crossings:
        decider = crossings[0].iso3
    if decider is None:
        last = line.setting.border
        decider = last.iso3 if last else (line.setting.source or line.setting.host)
    at = via[0] if via and crossings[0].iso3 == decider else (country_of(decider) if decider else None)
    if crossings and at is None:
        at = crossings[0].where
    other = next((c for c in [*withs, *people] if c != decider), None)
    if other is None:
        other = next((p.iso3 for p in ats if p.iso3 != decider), None)
    if other is None and crossings:
        other = next(
            (c for c in (crossings[0].place.iso3, *crossings[0].place.also) if c and c != decider), None
        )
    if decider and other:
        if decider == source:
            return country_of(decider), (country_of(other),), via, at
        return country_of(other), (country_of(decider),), via, at
    if decider and decider == source:
        return country_of(decider), (), via, at
    if decider and source and source in atlas.neighbours(decider):
        return country_of(source), (country_of(decider),), via, at
    return None, (), via, at
