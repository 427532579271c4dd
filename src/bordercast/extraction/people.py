"""Counts of people: flows, onward movement, returns and stocks."""

import re
from dataclasses import dataclass

from bordercast import atlas
from bordercast.extraction.drafts import Line
from bordercast.extraction.echoes import elliptical, part_of, parted, same_time
from bordercast.extraction.language import Motion
from bordercast.extraction.measures import measure
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Named, Part, country_of
from bordercast.vocabulary import Basis, Claim, Interval, Kind, Measure, Modality, Where

NEAR = 220.0  # a word of movement farther than this (characters, weighted by clause) does not move the figure
WEAK = 45.0  # characters by which a weak word of movement stands back
BARE_NEAR = 60.0  # ... and this for a figure without a noun
PEOPLE_UNITS = frozenset({"person", "household", "vehicle", "crossing", None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A word of movement or presence beside a figure."""

    span: tuple[int, int]
    kind: Kind
    term: str
    object_is: str | None
    distance: float


def people(line: Line, used: set[int]) -> list[Claim]:
    """Return claims about numbers of people; ``used`` are the starts of figures other recognisers took."""
    found: list[Claim] = []
    for figure in line.sentence.figures:
        if figure.start in used or not figure.counted:
            continue
        claim = _count(line, figure)
        if claim:
            found.append(claim)
            line.setting.last = claim
            if claim.measure not in (Measure.CHANGE, Measure.SHARE):
                line.setting.counted = claim
            used.add(figure.start)
    if not found and not line.sentence.figures:
        trend = _trend(line)
        if trend:
            found.append(trend)
            line.setting.last = trend
    return found


def _count(line: Line, figure: Figure) -> Claim | None:
    if figure.unit == "percent":
        return _percent(line, figure)
    if figure.unit not in PEOPLE_UNITS or line.sentence.question:
        return None
    if figure.value is not None and figure.value < 2 and figure.unit in (None, "vehicle"):
        return None
    hit = _movement(line, figure)
    if hit is None or (hit.kind is Kind.STOCK and figure.unit == "vehicle"):
        return parted(line, figure) or elliptical(line, figure)
    if figure.unit is None and (hit.distance > BARE_NEAR or _year_like(figure)):
        return parted(line, figure) or elliptical(line, figure)
    return _build(line, figure, hit)


def _year_like(figure: Figure) -> bool:
    return figure.value is not None and 1900 <= figure.value <= 2100 and figure.end - figure.start == 4


def hits(line: Line, where: tuple[int, int]) -> list[Hit]:
    """Return the words of movement in the sentence, nearest to a position first; longer words hide those inside."""
    found: list[Hit] = []
    for motion in line.language.motions:
        for m in motion.pattern.finditer(line.mask):
            if any(h.span[0] < m.end() and m.start() < h.span[1] for h in found):
                continue
            found.append(_hit(line, motion, m.span(), where))
    return sorted(found, key=lambda h: h.distance)


def _hit(line: Line, motion: Motion, span: tuple[int, int], where: tuple[int, int]) -> Hit:
    distance = line.sentence.distance(span, where)
    before = span[1] <= where[0]
    # verbs follow their subject in these languages: one before the figure has another subject more often
    return Hit(
        span=span,
        kind=motion.kind,
        term=motion.term,
        object_is=motion.object_is,
        distance=distance * (1.25 if before else 1.0) + (WEAK if motion.weak else 0.0),
    )


def _movement(line: Line, figure: Figure) -> Hit | None:
    where = (figure.start, figure.until)
    inside = (figure.end, figure.until)
    moving = [h for h in hits(line, where) if h.distance <= NEAR]
    lead = line.language.part_before.search(line.mask, max(0, figure.start - 70), figure.start)
    tail = line.language.part_after.match(line.mask, figure.end)
    whole = [m.span() for m in (lead, tail) if m]  # "of the arrivals 254 came on a visa": arriving is the whole's
    others = [h for h in moving if not any(a <= h.span[0] < b for a, b in whole)]
    moving = others or moving
    within = [h for h in moving if inside[0] <= h.span[0] < inside[1] and h.term == "displaced"]
    present = [
        Hit(
            span=m.span(),
            kind=Kind.STOCK,
            term="present",
            object_is="at",
            distance=line.sentence.distance(m.span(), where) * (1.25 if m.end() <= where[0] else 1.0),
        )
        for m in line.language.present.finditer(line.mask)
        if not any(h.span[0] <= m.start() < h.span[1] for h in moving)
    ]
    best = moving[0] if moving else None
    strong = [
        p
        for p in present
        if not re.fullmatch(r"(?:is|are|was|were|still|currently|based)", line.mask[p.span[0] : p.span[1]])
    ]
    weak = [p for p in present if p not in strong]
    stay = min(strong, key=lambda p: p.distance, default=None)
    if best is None and stay is None and figure.unit not in (None, "vehicle"):
        stay = min((p for p in weak if _somewhere(line, p)), key=lambda p: p.distance, default=None)
    if stay and stay.distance <= NEAR and (best is None or stay.distance + 5 < best.distance):
        return _stay(line, stay)
    if best and within and best.span == within[0].span:
        # "2.6 million displaced people are living in camps" is a stock; "displaced people crossed" is a flow
        after = [h for h in moving if h.span[0] >= figure.until and h.distance < 60]
        if after:
            return after[0]
    return best


def _somewhere(line: Line, hit: Hit) -> bool:
    return bool(
        re.match(
            r"\s+(?:\w+\s+){0,2}?(?:in|at|on|inside|within|в|на)\s", line.mask[hit.span[1] : hit.span[1] + 30]
        )
    )


def _stay(line: Line, hit: Hit) -> Hit:
    word = line.mask[hit.span[0] : hit.span[1]]
    term = "present"
    if re.search(r"stuck|stranded|trapped|застрял", word):
        term = "trapped"
    elif re.search(r"homeless|without (?:a home|a roof|shelter)|без крова", word):
        term = "homeless"
    elif "camp" in word or "tent" in word:
        term = "in_camp"
    return Hit(span=hit.span, kind=Kind.STOCK, term=term, object_is="at", distance=hit.distance)


def _build(line: Line, figure: Figure, hit: Hit) -> Claim | None:
    where = (figure.start, figure.until)
    kind, term = hit.kind, hit.term
    when = line.when(where)
    nationality = _nationality(line, figure)
    population = _population(line, figure, nationality)
    origin, destinations, via, at, kind = _legs(line, figure, hit, nationality, kind)
    if kind is Kind.STOCK and at is None and origin is None and not destinations:
        at = country_of(line.setting.host) if line.setting.host else None
    if (
        kind in (Kind.FLOW, Kind.ONWARD, Kind.RETURN)
        and origin is None
        and not destinations
        and at is None
        and nationality is None
        and figure.unit is None
    ):
        return None
    measure_of = measure(line, figure, when, kind, hit.span)
    before = same_time(line)
    last = line.setting.counted
    if before is not None and not any(t.since for t in line.free_times()):
        when, measure_of = before
    elif last is not None and part_of(line, figure) and not line.free_times() and kind is not Kind.STOCK:
        when = last.interval
        if last.kind is not Kind.STOCK and last.kind is not Kind.SHELTER:
            measure_of = last.measure
    if kind is Kind.STOCK and when and when.basis is Basis.SINCE:
        when = Interval(start=when.end, end=when.end, basis=Basis.PUBLICATION)
    quantity = figure.quantity()
    if figure.unit == "crossing":
        term = "crossed_border"
    line.setting.population = population or line.setting.population
    modality: Modality | None = None
    claim = line.claim(
        kind,
        term,
        where,
        quantity=quantity,
        measure=measure_of,
        population=population,
        origin=origin,
        destinations=destinations,
        via=via,
        at=at,
        when=when,
        modality=modality,
    )
    _remember(line, claim)
    return claim


def _remember(line: Line, claim: Claim) -> None:
    if claim.kind is Kind.FLOW and claim.origin and claim.origin.iso3 and not line.setting.source:
        line.setting.source = claim.origin.iso3
    if claim.kind is Kind.FLOW and len(claim.destinations) == 1 and claim.destinations[0].iso3:
        line.setting.host = claim.destinations[0].iso3


def _nationality(line: Line, figure: Figure) -> Named | None:
    """Return the people counted ("98,000 Russians"), or the nearest people named before in the sentence."""
    near = [
        p
        for p in line.sentence.places
        if line.parts[p.start] is Part.PEOPLE and p.place.level is atlas.Level.COUNTRY
    ]
    inside = [p for p in near if figure.end <= p.start <= figure.until + 25]
    if inside:
        return inside[0]
    before = [p for p in near if p.end <= figure.start]
    return before[-1] if before else None


def _population(line: Line, figure: Figure, nationality: Named | None) -> str | None:
    words: list[str] = []
    text = line.sentence.text
    if nationality is not None:
        tail = re.match(
            r"\s+(?:citizens|nationals|men|women|people|families|tourists|граждан\w*|мужчин\w*)(?:\s+of\s+[\w ,-]{3,40}? origin)?",
            text[nationality.end :],
        )
        words.append(text[nationality.start : nationality.end + (tail.end() if tail else 0)])
    window = (figure.start, min(len(text), figure.until + 60))
    for m in line.language.populations.finditer(line.mask):
        if window[0] <= m.start() < window[1] and not any(m[0] in w.lower() for w in words):
            words.append(text[m.start() : m.end()])
            break
    return ", ".join(words) or None


def _legs(  # noqa: C901, PLR0912, PLR0915 - the grammar of from, to, via and at, in one place
    line: Line, figure: Figure, hit: Hit, nationality: Named | None, kind: Kind
) -> tuple[Where | None, tuple[Where, ...], tuple[Where, ...], Where | None, Kind]:
    s, part = line.sentence, line.parts
    setting, language = line.setting, line.language
    people_of = nationality.iso3 if nationality else None
    source = people_of or setting.source
    scope = _scope(line, figure)

    def inside(*wanted: Part) -> list[Named]:
        return [p for p in s.places if part[p.start] in wanted and scope[0] <= p.start < scope[1]]

    origins, goals = inside(Part.ORIGIN), inside(Part.DESTINATION)
    hosts, borders = inside(Part.HOST), inside(Part.BORDER_WITH)
    via = tuple(dict.fromkeys(p.where for p in inside(Part.VIA)))
    crossing = [
        p for p in s.places if p.place.level is atlas.Level.CROSSING and scope[0] <= p.start < scope[1]
    ]
    via = tuple(dict.fromkeys((*via, *(p.where for p in crossing))))
    ats = [p for p in inside(Part.AT) if p not in crossing]
    goals = [p for p in goals if p not in crossing]
    hosts = [p for p in hosts if not any(v.start <= p.start < v.end for v in line.voices)] or (
        hosts if not line.voices else []
    )
    speaker = line.country_at(figure.start) or _carried_country(line)

    if kind is Kind.STOCK:
        place = (ats or hosts or goals or inside(Part.NONE))[:1]
        at = place[0].where if place else (country_of(speaker) if speaker and speaker != people_of else None)
        if at is None and setting.host and nationality:
            at = country_of(setting.host)
        home = (
            origins[0].where
            if origins
            else (country_of(people_of) if people_of and (at is None or people_of != at.iso3) else None)
        )
        return home, (), via, at, kind

    # "left for other countries ... after entering Kazakhstan": the place entered is where the onward leg starts
    entered = [
        p
        for p in goals
        if re.search(
            r"(?:after|since|having|who|before)\s+(?:\w+\s+){0,2}?(?:entering|entered|arriving|arrived|reaching|reached|crossing|crossed|coming|came)\s+(?:in(?:to)?\s+|to\s+|at\s+|on\s+)?(?:the\s+)?$",
            line.mask[: p.start],
        )
    ]
    if kind is Kind.ONWARD:
        start = origins or entered
        goals = [p for p in goals if p not in entered] + [
            p for p in inside(Part.NONE) if language.mainly.search(line.mask[max(0, p.start - 30) : p.start])
        ]
        goals += _listed_after(line, goals)
        origin = start[0].country if start and (start[0].iso3 != source or not setting.host) else None
        if origin is None:
            home = next(
                (c for c in (speaker, setting.host, *(p.iso3 for p in ats)) if c and c != source), None
            )
            origin = country_of(home) if home else None
        goals = [p for p in goals if origin is None or p.country != origin]
        return origin, _unique(goals), via, None, kind

    origin = origins[0].where if origins else _left_by_object(line, hit)
    destinations = _unique(goals)
    if term_is_deported(hit) and kind is Kind.FLOW:
        return _deportation(line, hit, people_of, origin, destinations, via)
    if kind is Kind.RETURN:
        if origin is None and speaker and speaker != source:
            origin = country_of(speaker)
        if origin is None and setting.host and (not destinations or destinations[0].iso3 != setting.host):
            origin = country_of(setting.host)
        if not destinations and source and (origin is None or origin.iso3 != source):
            destinations = (country_of(source),)
        if term_is_deported(hit):
            destinations = destinations or ((country_of(source),) if source else ())
        return origin, destinations, via, None, kind

    if not destinations and hosts:
        destinations = _unique(hosts)
    if not destinations and borders:
        destinations = _unique([p for p in borders if p.iso3 != people_of])
    bare = [
        p
        for p in inside(Part.NONE)
        if p.form is atlas.Form.NAME and hit.span[1] <= p.start <= hit.span[1] + 12
    ]
    if hit.object_is == "destination" and not destinations and bare:
        destinations = _unique(bare)
    arriving = hit.term in (
        "arrived",
        "crossed_border",
        "registered",
        "asylum_application",
        "turned_back",
        "relocated",
        "evacuated",
    )
    if not destinations and arriving and hit.term != "evacuated":
        target = _implied_host(line, figure, speaker, source)
        if target:
            destinations = (country_of(target),)
    if origin is None and people_of and not any(d.iso3 == people_of for d in destinations):
        origin = country_of(people_of)
    if origin is None and ats and hit.term in ("displaced", "fled", "evacuated", "left_country", "relocated"):
        origin = ats[0].where
        ats = ats[1:]
    if origin is None and setting.source and not any(d.iso3 == setting.source for d in destinations):
        if not (
            ats and ats[0].iso3 != setting.source and hit.term in ("displaced", "evacuated", "relocated")
        ):
            origin = country_of(setting.source)
    if hit.term == "left_country" or (hit.term in ("crossed_border", "fled") and origins):
        # Russians who leave Kazakhstan moved on; Russians who leave Kazakhstan for Russia went back
        left = origins[0].iso3 if origins else None
        if (
            left is None
            and language.the_country.search(line.mask[hit.span[1] : hit.span[1] + 25])
            and speaker
            and speaker != source
        ):
            left = speaker
        if (
            left is None
            and not destinations
            and speaker
            and source
            and speaker != source
            and not origins
            and hit.term == "left_country"
        ):
            left = speaker
        if (
            left
            and source
            and left != source
            and (people_of or setting.source)
            and left not in _nations_leaving(line)
        ):
            here = country_of(left)
            if any(d.iso3 == source for d in destinations):
                return here, destinations, via, None, Kind.RETURN
            return here, tuple(d for d in destinations if d != here), via, None, Kind.ONWARD
    if origin is not None:
        destinations = tuple(d for d in destinations if d != origin)
    at = ats[0].where if ats and not destinations and (origin is None or ats[0].where != origin) else None
    return origin, destinations, via, at, kind


def _left_by_object(line: Line, hit: Hit) -> Where | None:
    """Return the place that is the object of a verb of leaving, on either side of it: «Россию покинули»."""
    if hit.object_is != "origin" or line.language.code != "ru":
        return None
    for p in line.sentence.places:
        beside = (p.end <= hit.span[0] <= p.end + 2) or (hit.span[1] <= p.start <= hit.span[1] + 2)
        if beside and p.form is atlas.Form.NAME and line.parts[p.start] in (Part.NONE, Part.ORIGIN) and p.iso3:
            return p.where
    return None


def _deportation(
    line: Line, hit: Hit, people_of: str | None, origin: Where | None, destinations: tuple[Where, ...], via: tuple[Where, ...]
) -> tuple[Where | None, tuple[Where, ...], tuple[Where, ...], Where | None, Kind]:
    """Return the legs of a deportation: the country that deports is left, the deportees' own is reached."""
    deporter = next(
        (p.country for p in line.sentence.places if p.end <= hit.span[0] and line.parts[p.start] in (Part.NONE, Part.OWNER, Part.HOST) and p.iso3),
        None,
    )
    if origin is None or origin.iso3 == people_of:
        origin = deporter or origin
    if not destinations and people_of and (origin is None or origin.iso3 != people_of):
        destinations = (country_of(people_of),)
    return origin, tuple(d for d in destinations if d != origin), via, None, Kind.FLOW


def term_is_deported(hit: Hit) -> bool:
    """Whether the movement is a deportation."""
    return hit.term == "deported"


def _nations_leaving(line: Line) -> set[str]:
    """Return countries whose own people leave, by the words: "Ukrainians left Ukraine"."""
    return {p.iso3 for p in line.sentence.places if p.iso3 and line.parts[p.start] is Part.PEOPLE}


def _implied_host(line: Line, figure: Figure, speaker: str | None, source: str | None) -> str | None:
    """Return the country people came into when the sentence names none: the speaker's, or the one spoken of."""
    owners = [
        p
        for p in line.sentence.places
        if line.parts[p.start] in (Part.OWNER, Part.AT) and p.iso3 and p.iso3 != source
    ]
    if speaker and speaker != source:
        return speaker
    if owners and owners[0].start < figure.start:
        return owners[0].iso3
    return line.setting.host if line.setting.host != source else None


def _carried_country(line: Line) -> str | None:
    return None if line.voices else line.setting.host


def _unique(named: list[Named]) -> tuple[Where, ...]:
    return tuple(dict.fromkeys(p.where for p in named))


def _listed_after(line: Line, goals: list[Named]) -> list[Named]:
    """Return places that continue a list whose first members are destinations."""
    out: list[Named] = []
    for p in line.sentence.places:
        before = [q for q in [*goals, *out] if q.end <= p.start]
        if (
            p not in goals
            and before
            and line.language.list_join.fullmatch(line.mask[before[-1].end : p.start])
        ):
            out.append(p)
    return out


def _scope(line: Line, figure: Figure) -> tuple[int, int]:
    """Return the stretch of the sentence whose places belong to the figure: to the next figure's clause."""
    low, high = 0, len(line.mask)
    cuts = [
        m.start()
        for m in re.finditer(
            r";\s|\.\s|\s--\s(?=\w+ said)|, while |, whereas |, and (?=[^,;]{0,60}#)|, а (?=[^,;]{0,60}#)|, but ",
            line.mask,
        )
    ]
    others = [
        f for f in line.sentence.figures if f.start != figure.start and f.counted and f.unit != "percent"
    ]
    for cut in cuts:
        if cut < figure.start and any(f.start < cut for f in others):
            low = max(low, cut)
        if cut > figure.until and any(f.start > cut for f in others):
            high = min(high, cut)
    return low, high


def _percent(line: Line, figure: Figure) -> Claim | None:
    """Return "60 per cent of arrivals leave again" as a share, "up 30 per cent" as a change."""
    where = (figure.start, figure.until)
    near = hits(line, where)
    if not near or near[0].distance > NEAR / 2:
        near = [h for h in near if h.distance <= NEAR]
    surge = next(
        (
            label
            for pattern, label in line.language.surge
            for m in pattern.finditer(line.mask)
            if line.sentence.distance(m.span(), where) < 90
        ),
        None,
    )
    if not near:
        return None
    hit = near[0]
    nationality = _nationality(line, figure)
    origin, destinations, via, at, kind = _legs(line, figure, hit, nationality, hit.kind)
    if kind is Kind.STOCK or (origin is None and not destinations):
        return None
    return line.claim(
        kind,
        hit.term,
        where,
        quantity=figure.quantity(),
        measure=Measure.CHANGE if surge else Measure.SHARE,
        population=_population(line, figure, nationality),
        origin=origin,
        destinations=destinations,
        via=via,
        at=at,
        when=line.when(where),
        status=surge,
    )


def _trend(line: Line) -> Claim | None:
    """Return "the number of Russians entering has dramatically increased": a change without a number."""
    subject = re.search(
        r"(?:number|flow|stream|influx|arrivals|departures|traffic|crossings|outflow|число|количество|поток\w*|въезд\w*|выезд\w*)",
        line.mask,
    )
    if subject is None:
        return None
    for pattern, status in line.language.surge:
        for m in pattern.finditer(line.mask):
            near = hits(line, m.span())
            moving = [h for h in near if h.distance < NEAR / 2]
            if not moving or line.sentence.distance(subject.span(), m.span()) > NEAR:
                continue
            hit = moving[0]
            anchor = _anchor(m.span())
            nationality = _nationality(line, anchor)
            origin, destinations, via, at, kind = _legs(line, anchor, hit, nationality, hit.kind)
            if kind is Kind.STOCK or origin is None or (not destinations and hit.term != "left_country"):
                continue
            return line.claim(
                kind,
                hit.term,
                m.span(),
                measure=Measure.CHANGE,
                population=_population(line, anchor, nationality),
                origin=origin,
                destinations=destinations,
                via=via,
                at=at,
                when=line.when(m.span()),
                status=status,
            )
    return None


def _anchor(span: tuple[int, int]) -> Figure:
    """Return a stand-in for a figure at the place of a word."""
    from bordercast.vocabulary import Hedge  # noqa: PLC0415

    return Figure(
        start=span[0],
        end=span[1],
        until=span[1],
        value=None,
        low=None,
        high=None,
        hedge=Hedge.EXACT,
        unit=None,
        per=None,
        noun="",
        counted=True,
    )
