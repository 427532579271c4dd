"""Which borders are, will be, may be or are not open: by whose word, and how it is said."""

import re
from datetime import timedelta

from msgspec import Struct

from bordercast import atlas
from bordercast.extraction.drafts import Line, publication
from bordercast.extraction.places import Named, Part, country_of
from bordercast.vocabulary import (
    Attribution,
    Basis,
    Claim,
    Interval,
    Kind,
    Measure,
    Modality,
    SourceType,
    Where,
)

ASKED = re.compile(
    r"(?<!\w)(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?)\s(?:[\w§]+\s){0,4}?(?:whether|if)\s[^;]*$|(?<!\w)(?:спрашива|спросил|интересу)\w+[^;]*\sли\s[^;]*$"
)
PAPERS = re.compile(r"visa|passport|виз[уаы]|паспорт|штамп")
SHUTTING = re.compile(r"(?<!\w)(?:closed|shut|reopened|re-opened|закрыл[аи]?|открыл[аи]?)\s$")
SHUT = re.compile(
    r"\s(?:(?:was|is|has|had|been|will|be|would|again|now) )*(?:closed|shut|reopened|re-opened|reopens|closes)(?!\w)"
)
OPENS_FROM = re.compile(r"(?<!\w)(?:from|starting(?: on)?|as of|с|со)\s$")
NEAR = 95.0  # weighted characters between "border" and what happens to it
AGAIN = 400  # characters after a border claim within which "no decision on that" still means it
CLASSES = re.compile(
    r"(?:to|for|для|от)\s+(?:§+\s+)?(?:\w+\s+)?(?:tourists|foreigners|visa holders|holders|non-residents|visitors|турист\w+|иностранц\w+)"
)
NOTED = re.compile(r"tourists?|турист\w*|reservists|foreigners|civilians|lorries|trucks|pedestrians")
INWARD = re.compile(r"entry|entries|enter|let in|admit|visas?|tourists?|въезд\w*|пуска\w+|виз\w*|турист\w*")
Sides = tuple[Where | None, tuple[Where, ...]]


class Act(Struct, frozen=True):
    """What is said to happen to a border: where it stands, the status it makes, the term, how it is said."""

    span: tuple[int, int]
    status: str
    term: str
    modality: Modality


def borders(line: Line) -> list[Claim]:
    """Return the claims about a border in a sentence: one a deciding country, and a rumour beside an answer."""
    if line.sentence.question:
        return []
    act = _act(line)
    if act is None:
        return _undecided_again(line)
    span, status, term = act
    if ASKED.search(line.mask, 0, span[0]):
        return []  # somebody asks whether it is closed: nobody says that it is
    rumour = _rumour(line, span, status, term)
    claims = [rumour] if rumour else []
    modality = line.modality_at(span, line.voice_at(span[0]))
    if modality is Modality.RUMOURED and claims:
        return claims
    if modality is Modality.REQUESTED:
        return claims  # an appeal, not a status
    if modality is Modality.UNDECIDED:
        status = "undecided"
    elif _unintended(line, span) and status in ("closed", "restricted"):
        # a plain intention not to close denies a closure; no limits planned means no limits
        modality = Modality.DENIED if status == "closed" else Modality.NEGATED
    elif status == "closed" and CLASSES.match(line.mask, _after_noun(line, span)):
        status = "restricted"  # closed to a class of people is open to the others
    elif status == "closed" and modality is Modality.PLANNED and _population(line, span):
        status = "restricted"
    act_said = Act(span, status, term, modality)
    return [*claims, *(_claim(line, act_said, decided=at) for at in _deciders(line, span))]


def _act(line: Line) -> tuple[tuple[int, int], str, str] | None:
    """Return where an act on a border stands, the status it makes, and the term."""
    mask, language = line.mask, line.language
    ban = language.exit_ban.search(mask)
    if ban:
        return ban.span(), "restricted", "border"
    nouns = [m.span() for m in language.border.finditer(mask)]
    nouns += [(p.start, p.end) for p in _crossings(line)]
    rules = [m.span() for m in language.entry_rules.finditer(mask)]
    best: tuple[float, tuple[int, int], str, str] | None = None
    it = language.it_was.search(mask) if _spoken_of(line) else None
    nouns += [it.span()] if it and not nouns else []
    nouns += _closed_places(line)
    if not nouns and not rules:
        return _passage(line)
    for pattern, status in language.border_acts:
        for m in pattern.finditer(mask):
            for spans, named in ((nouns, True), (rules, False)):
                if not spans or (not named and status == "closed"):
                    continue
                distance = min(line.sentence.distance(m.span(), n) for n in spans) + (0 if named else 10)
                inside = any(n[0] < m.end() and m.start() < n[1] for n in spans)
                if inside and distance == 0 and " " not in m[0].strip():
                    continue
                if distance <= NEAR and (best is None or distance < best[0]):
                    best = (distance, m.span(), status, _term(line, named=named))
    return best[1:] if best else _passage(line)


def _passage(line: Line) -> tuple[tuple[int, int], str, str] | None:
    """Return what is said of who gets through: "people are let in without a visa"."""
    if not (_spoken_of(line) or any(p.iso3 for p in line.sentence.places)):
        return None
    for pattern, status in line.language.passage:
        m = pattern.search(line.mask)
        if m:
            return m.span(), status, "visa" if PAPERS.search(m[0]) else _term(line, named=True)
    return None


def _spoken_of(line: Line) -> bool:
    """Whether a border or crossing was spoken of just before."""
    last = line.setting.last
    recent = last is not None and line.sentence.start - last.evidence[-1].end <= AGAIN
    return recent and (line.setting.border is not None or line.setting.crossing is not None)


def _closed_places(line: Line) -> list[tuple[int, int]]:
    """Return towns that are themselves opened or closed: "Turkey closed Akçakale", "Spin Boldak reopened"."""
    return [
        (p.start, p.end)
        for p in line.sentence.places
        if p.place.level is atlas.Level.CITY
        and (SHUTTING.search(line.mask, max(0, p.start - 20), p.start) or SHUT.match(line.mask, p.end))
    ]


def _term(line: Line, *, named: bool) -> str:
    if not named:
        return "visa"
    return (
        "crossing"
        if _crossings(line) or _closed_places(line) or line.language.crossing.search(line.mask)
        else "border"
    )


def _crossings(line: Line) -> list[Named]:
    return [p for p in line.sentence.places if p.place.level is atlas.Level.CROSSING]


def _unintended(line: Line, span: tuple[int, int]) -> bool:
    """Whether somebody says that it is not meant to happen."""
    cues = (m.span() for m in line.language.no_intent.finditer(line.mask))
    # "will not issue visas" is the act itself, not an intention against it
    return any(line.governs(cue, span) for cue in cues if not (cue[0] < span[1] and span[0] < cue[1]))


def _after_noun(line: Line, span: tuple[int, int]) -> int:
    """Return where the border noun after an act ends, with the space behind it."""
    nouns = [
        m.end() for m in line.language.border.finditer(line.mask, span[1], min(len(line.mask), span[1] + 40))
    ]
    end = nouns[0] if nouns else span[1]
    return end + 1 if end < len(line.mask) and line.mask[end] == " " else end


def _rumour(line: Line, span: tuple[int, int], status: str, term: str) -> Claim | None:
    """Return the rumour that a speaker is asked about: "asked about rumours of a closure, X said ..."."""
    rumours = (p for p, modality in line.language.modalities if modality is Modality.RUMOURED)
    cue = next((m for p in rumours for m in p.finditer(line.mask)), None)
    if cue is None or not (-4 <= span[0] - cue.end() <= 80) or status == "open":
        return None
    own = Attribution(source_type=SourceType.UNNAMED, chain=(*line.carried.chain[:1], "rumours"))
    return _claim(
        line, Act(span, status, term, Modality.RUMOURED), voice=own, decided=_deciders(line, span)[0]
    )


def _undecided_again(line: Line) -> list[Claim]:
    """Return "no decisions regarding that were made" as said of the border spoken of just before."""
    last = line.setting.last
    if (
        last is None
        or last.kind is not Kind.BORDER_STATUS
        or line.sentence.start - last.evidence[-1].end > AGAIN
    ):
        return []
    for pattern, modality in line.language.modalities:
        if modality is Modality.UNDECIDED:
            m = pattern.search(line.mask)
            if m:
                again = Act(m.span(), "undecided", last.term, Modality.UNDECIDED)
                return [_claim(line, again, like=last)]
    return []


def _claim(
    line: Line,
    act: Act,
    *,
    voice: Attribution | None = None,
    like: Claim | None = None,
    decided: str | None = None,
) -> Claim:
    span = act.span
    if like is not None:
        sides, via, at = (like.origin, like.destinations), like.via, like.at
    else:
        via, at = _where(line, decided)
        sides = _sides(line, span, decided)
    claim = line.claim(
        Kind.BORDER_STATUS,
        act.term,
        span,
        measure=Measure.UNSPECIFIED,
        population=_population(line, span),
        origin=sides[0],
        destinations=sides[1],
        via=via,
        at=at,
        when=_when(line, act),
        voice=voice,
        modality=act.modality,
        status=act.status,
    )
    line.setting.last = claim
    line.setting.border = at
    return claim


def _when(line: Line, act: Act) -> Interval | None:
    """Return when the act holds: a weekday that a plan names lies ahead, "will close on Friday"."""
    when = line.when(act.span) or publication(line)
    said = line.said
    opened = next((t for t in line.free_times() if OPENS_FROM.search(line.mask, 0, t.start)), None)
    if act.modality is Modality.PLANNED and opened is not None and said is not None:
        first = opened.first if opened.first >= said else opened.first + timedelta(days=7)
        if first >= said:
            return Interval(start=first, end=None, basis=Basis.FUTURE)
    if (
        act.modality is Modality.PLANNED
        and when is not None
        and when.basis is Basis.RELATIVE
        and when.start is not None
        and when.start == when.end
        and said is not None
        and when.start < said
    ):
        ahead = when.start + timedelta(days=7)
        return Interval(start=ahead, end=ahead, basis=Basis.FUTURE)
    return when


def _population(line: Line, span: tuple[int, int]) -> str | None:
    until = _until(line, span)
    m = next(line.language.populations.finditer(line.mask, 0, until), None) or NOTED.search(
        line.mask, 0, until
    )
    return line.sentence.text[m.start() : m.end()] if m else None


def _until(line: Line, span: tuple[int, int]) -> int:
    """Return where the speaker's words end: places beyond belong to another statement."""
    return min((v.covers_until for v in line.voices if v.covers_until > span[0]), default=len(line.mask))


def _played(line: Line, span: tuple[int, int], *wanted: Part) -> list[Named]:
    until = _until(line, span)
    crossings = _crossings(line)
    return [
        p
        for p in line.sentence.places
        if p.start < until and p.iso3 and line.parts[p.start] in wanted and p not in crossings
    ]


def _deciders(line: Line, span: tuple[int, int]) -> list[str | None]:
    """Return the countries whose decision it is: the subject, the owner of the border, the speaker's, the host's."""
    subjects = [
        p
        for p in _played(line, span, Part.NONE, Part.HOST)
        if p.start < span[0] and p.place.level is atlas.Level.COUNTRY
    ]
    listed = _list_before(line, subjects, span)
    if len(listed) > 1:
        return list(dict.fromkeys(p.iso3 for p in listed))
    ats = _played(line, span, Part.AT, Part.DESTINATION, Part.ORIGIN, Part.VIA)
    owners = [p for p in _played(line, span, Part.OWNER) if p.start < span[1] + 30]
    subjects = [p for p in _played(line, span, Part.NONE, Part.HOST) if p.start < span[0]]
    crossings = _crossings(line)
    setting = line.setting
    inward = bool(INWARD.search(line.mask))
    speaker = line.country_at(span[0])
    choices = [
        *(p.iso3 for p in subjects[:1]),
        *(p.iso3 for p in owners[:1]),
        speaker,
        *(p.iso3 for p in ats[:1]),
        *(p.iso3 for p in crossings[:1]),
        setting.host if inward else None,
        setting.border.iso3 if setting.border else None,
        setting.source,
        setting.host,
    ]
    return [next((c for c in choices if c), None)]


def _list_before(line: Line, subjects: list[Named], span: tuple[int, int]) -> list[Named]:
    """Return the subjects that form one list: "Estonia, Latvia and Poland no longer let tourists in"."""
    if not subjects:
        return []
    run = [subjects[-1]]
    for p in reversed(subjects[:-1]):
        if line.language.list_join.fullmatch(line.mask, p.end, run[0].start):
            run.insert(0, p)
        else:
            break
    return run if line.sentence.distance((run[-1].start, run[-1].end), span) <= NEAR else []


def _where(line: Line, decided: str | None) -> tuple[tuple[Where, ...], Where | None]:
    """Return the crossings named, and where the border is: the crossing on the decider's side, else the country."""
    crossings = _crossings(line)
    via = tuple(dict.fromkeys(p.where for p in crossings))
    if crossings and (decided is None or crossings[0].iso3 == decided):
        return via, crossings[0].where
    return via, country_of(decided) if decided else None


def _sides(line: Line, span: tuple[int, int], decided: str | None) -> Sides:
    """Return the country left and those reached, as far as the statement or the report's setting tell."""
    source = line.setting.source
    if decided is None:
        return None, ()
    other = _other_side(line, span, decided)
    if other:
        return (
            (country_of(decided), (country_of(other),))
            if decided == source
            else (country_of(other), (country_of(decided),))
        )
    if decided == source:
        return country_of(decided), ()
    if source and source in atlas.neighbours(decided):
        return country_of(source), (country_of(decided),)
    return None, ()


def _other_side(line: Line, span: tuple[int, int], decided: str) -> str | None:
    named = [
        *_played(line, span, Part.BORDER_WITH),
        *_played(line, span, Part.PEOPLE),
        *_played(line, span, Part.AT, Part.DESTINATION, Part.ORIGIN, Part.VIA),
    ]
    found = next((p.iso3 for p in named if p.iso3 != decided), None)
    if found is None:
        crossings = _crossings(line)
        sides = (crossings[0].place.iso3, *crossings[0].place.also) if crossings else ()
        # a crossing alone does not say which way people go
        found = next((c for c in sides if c and c != decided), None) if line.setting.source in sides else None
    return found
