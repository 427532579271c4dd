"""What makes people leave (triggers), and who calls on whom (appeals)."""

import re

from bordercast import atlas
from bordercast.extraction.dates import event_in
from bordercast.extraction.drafts import Line
from bordercast.extraction.places import Part, country_of
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

STRUCK = 30  # characters behind "invaded", "the offensive in" where its place stands
TRIGGER_MOOD = 45  # characters within which "could" or "rumoured" bears on an event
DATE_NEAR = 45  # characters after an event in which its date stands
DIGIT = re.compile(r"\d")
ACT_NEAR = 60.0  # weighted characters between "announced" and what was announced
SCENES = frozenset({Part.OWNER, Part.AT, Part.NONE, Part.ORIGIN, Part.BORDER_WITH})
OUTBREAK = re.compile(
    r"broke out|broken out|erupt\w*|began|begun|started|flared|разгорел\w*|начал\w*|вспыхнул\w*"
)
PARTIES = re.compile(
    r"\s(?:between|against) [^,;:.]{3,90}\s"
)  # "fighting between the army and a militia began"
FORCES = frozenset({"flood", "storm", "earthquake", "fire", "offensive", "explosion"})
VERBAL = re.compile(
    r"attacked|stormed|attacks? on|blocked [^;]*|(?:seized|captured|overran|entered|took|had|has|have) [^;]*"
)
CAUSE_BEFORE = re.compile(
    r"(?<!\w)(?:by|because of|due to|after|following|из-за|после|вследствие|в результате)\s(?:the |an? |сильн\w+ |разрушительн\w+ )?(?:\w+ )?$"
)
CAUSE_AFTER = re.compile(
    r"[^,;:.]{0,40}?\s(?:has|have|had) (?:already |now |since )*(?:driven|forced|displaced|left|killed|uprooted|pushed|destroyed)(?!\w)"
)
STRONG = re.compile(
    r"came into effect|took effect|went into effect|entered into force|burst|broke|collapsed|came ashore|reached the coast|tore through|took hold|overthrew|overthrown|ousted|attacked|stormed|blocked|went off|opened|in place|exploded|blew up|burst|shook|tried|landfall|announc\w+|declar\w+|order\w*|sign(?:ed|s|ing)|launch\w*|began|begun|started|broke out|broken out|erupt\w*|struck|hit|issued|decreed|agreed|took effect|came into force"
    r"|взорва\w+|обрушил\w+|объяв\w+|подписа\w+|нача\w+|ввел\w*|ввёл|издал\w*|произош\w+|вступил\w*|договорил\w+|согласил\w+"
)


def triggers(line: Line) -> list[Claim]:
    """Return the events that a sentence says were announced, ordered, begun or struck; in the report's own voice."""
    found: list[Claim] = []
    if not line.language.any_trigger.search(line.mask):
        return found
    for pattern, term in line.language.triggers:
        m = pattern.search(line.mask)
        if m is None or any(c.term == term for c in found):
            continue
        acted = _acted(line, m.span()) or (term != "fighting" and _dated(line, m.span()))
        if not (acted or (term in FORCES and _caused(line, m.span()))):
            continue
        if VERBAL.fullmatch(m[0]) and not line.free_times():
            continue  # an attack without a day is no news of one
        if term == "fighting" and not OUTBREAK.search(
            line.mask, max(0, m.start() - 25), min(len(line.mask), m.end() + 90)
        ):
            continue  # war goes on; only its outbreak makes a day
        if term == "decree" and any(c.term in ("mobilisation", "blockade") for c in found):
            continue
        claim = _trigger(line, m.span(), term)
        if claim:
            found.append(claim)
    return found


def _caused(line: Line, span: tuple[int, int]) -> bool:
    """Whether an event is what moved or harmed people: "because of the floods", "the offensive has driven 130,000"."""
    return bool(
        CAUSE_BEFORE.search(line.mask, max(0, span[0] - 30), span[0])
        or CAUSE_AFTER.match(line.mask, span[1], min(len(line.mask), span[1] + 45))
    )


def _acted(line: Line, span: tuple[int, int]) -> bool:
    """Whether a verb says that it was announced, began or struck."""
    acts = (a for a in line.language.trigger_verbs.finditer(line.mask) if STRONG.fullmatch(a[0]))
    return any(
        line.sentence.distance(a.span(), span) <= ACT_NEAR
        or (a.start() > span[1] and PARTIES.fullmatch(line.mask, span[1], a.start()))
        for a in acts
    )


def _dated(line: Line, span: tuple[int, int]) -> bool:
    """Whether a date follows it: "the invasion of Ukraine on 24 February"."""
    times = (
        t
        for t in line.sentence.times
        if t.basis in (Basis.EXPLICIT, Basis.SINCE, Basis.HISTORICAL, Basis.EVENT)
    )
    return any(
        (span[1] <= t.end <= span[1] + DATE_NEAR or t.start <= span[0] <= t.end)
        and DIGIT.search(line.sentence.text, span[1], span[1] + DATE_NEAR)
        for t in times
    )


def _trigger(line: Line, span: tuple[int, int], term: str) -> Claim | None:
    published = line.setting.published
    event = event_in(line.sentence.text.lower(), published, line.setting.named) if published else None
    if event and event.term != term:
        event = None
    near = [
        t for t in line.free_times() if line.sentence.distance((t.start, t.end), span) < 90 and not t.since
    ]
    when: Interval | None = None
    if event and (not near or near[0].first <= event.date <= near[0].last):
        when = Interval(
            start=event.date,
            end=event.date,
            basis=near[0].basis if near and near[0].days == 1 else Basis.EVENT,
        )
    elif line.free_times() and line.free_times()[0].since:
        first = line.free_times()[0]  # "since fighting broke out on 15 April"
        when = Interval(start=first.first, end=first.first, basis=first.basis)
    elif near:
        night = line.language.dates.get("night_to")
        struck = night is not None and night.fullmatch(
            line.mask, near[0].start, near[0].end
        )  # on the day named
        when = Interval(
            start=near[0].last if struck else near[0].first, end=near[0].last, basis=near[0].basis
        )
    elsewhere = event is not None and when is not None and when.start != event.date
    country = event.country if event and not elsewhere else _country(line, span, term)
    if country is None:
        return None
    modality = line.modality_at(span, Attribution(), within=TRIGGER_MOOD)
    if modality in (
        Modality.DENIED,
        Modality.UNDECIDED,
        Modality.NEGATED,
        Modality.RUMOURED,
        Modality.PROJECTED,
        Modality.REQUESTED,
    ):
        return None
    return line.claim(
        Kind.TRIGGER,
        term,
        span,
        measure=Measure.UNSPECIFIED,
        at=country_of(country),
        when=when or line.when(span),
        voice=Attribution(source_type=SourceType.MEDIA, chain=line.carried.chain[:1] or ("outlet",)),
        modality=Modality.ASSERTED,
    )


def _country(line: Line, span: tuple[int, int], term: str) -> str | None:
    """Return the country an event is in: the owner or place beside it, never one that people went to or are of."""
    places = [p for p in line.sentence.places if p.iso3 and line.parts[p.start] in SCENES]
    struck = [p for p in places if 0 <= p.start - span[1] <= STRUCK or span[0] <= p.start < span[1]]
    if struck and term in ("invasion", "offensive"):
        return struck[0].iso3  # "Russia invaded Ukraine": it is in Ukraine
    owners = [p for p in places if line.parts[p.start] in (Part.OWNER, Part.AT)]
    if places:
        return min(owners or places, key=lambda p: abs(p.start - span[0])).iso3
    return line.setting.source or line.setting.place


def appeals(line: Line, used: set[int]) -> list[Claim]:
    """Return what somebody calls on people or a leader to do, and promises to receive people.

    A figure promised ("will take 2,000") is added to ``used``.
    """
    found: list[Claim] = []
    for call in line.language.appeal_verbs.finditer(line.mask):
        rest = line.mask[call.end() : call.end() + 220]
        best: tuple[int, str] | None = None
        for pattern, term in line.language.appeals:
            m = pattern.search(rest)
            if m and (best is None or m.start() < best[0]) and not re.search(r"[;:]|\.\s", rest[: m.start()]):
                best = (m.start(), term)
        if best is None or any(c.term == best[1] for c in found):
            continue
        found.append(
            _appeal(line, (call.start(), call.end() + best[0] + 1), best[1], Modality.REQUESTED, call.end())
        )
    welcome = line.language.welcome.search(line.mask)
    if welcome and not found:
        found.append(_welcome(line, welcome.span(), used))
    return found


def _appeal(line: Line, span: tuple[int, int], term: str, modality: Modality, after: int) -> Claim:
    text = line.sentence.text[after : span[1]]
    addressed = re.match(r"\s+(?:on |upon |for )?(.{3,140}?)\s+(?:to|not to|that)\s", text + " to ")
    people = [
        p
        for p in line.sentence.places
        if line.parts[p.start] is Part.PEOPLE and p.iso3 and after <= p.start < span[1] + 40
    ]
    origins = [p for p in line.sentence.places if line.parts[p.start] is Part.ORIGIN and p.iso3]
    goals = [
        p.where
        for p in line.sentence.places
        if line.parts[p.start] is Part.DESTINATION and p.start > after and term == "flee"
    ]
    origin: Where | None = None
    if term == "flee":
        origin = (
            origins[0].where
            if origins
            else (country_of(people[0].iso3) if people and people[0].iso3 else None)
        )
    population = addressed[1].strip(" ,") if addressed else None
    if population:
        line.setting.population = population
    target = (
        origins[0]
        if origins
        else next(
            (
                p
                for p in line.sentence.places
                if after <= p.start and p.form is not atlas.Form.DEMONYM and p.iso3
            ),
            None,
        )
    )
    at = country_of(target.iso3) if target is not None and target.iso3 and term != "flee" else None
    return line.claim(
        Kind.APPEAL,
        term,
        span,
        population=population,
        origin=origin,
        destinations=tuple(goals),
        at=at,
        when=line.when(span),
        modality=modality,
    )


def _welcome(line: Line, span: tuple[int, int], used: set[int]) -> Claim:
    hosts = [p for p in line.sentence.places if p.iso3 and p.start < span[0]]
    speaker = line.country_at(span[0]) or (hosts[-1].iso3 if hosts else None) or line.setting.host
    host = hosts[-1].iso3 if hosts else speaker
    figure = next(
        (
            f
            for f in line.sentence.figures
            if f.start >= span[0] and f.counted and f.unit in ("person", "household", None)
        ),
        None,
    )
    if figure:
        used.add(figure.start)
    return line.claim(
        Kind.APPEAL,
        "welcome",
        span,
        quantity=figure.quantity() if figure else None,
        destinations=(country_of(host),) if host else (),
        when=line.when(span),
        modality=Modality.PLANNED,
    )
