"""The grammar of from, to, via and at: the legs of a movement."""

import re

from msgspec import Struct
from msgspec.structs import replace

from bordercast import atlas
from bordercast.extraction.drafts import Line
from bordercast.extraction.echoes import part_of
from bordercast.extraction.moving import Hit
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Named, Part, country_of
from bordercast.vocabulary import Kind, Where

# "left for other countries ... after entering Kazakhstan": the place entered is where the onward leg starts
ENTERED = re.compile(
    r"(?:after|since|having|who|before)\s+(?:\w+\s+){0,2}?"
    r"(?:entering|entered|arriving|arrived|reaching|reached|crossing|crossed|coming|came)\s+(?:in(?:to)?\s+|to\s+|at\s+|on\s+)?(?:the\s+)?$"
)
CLAUSES = re.compile(
    r";\s|\.\s|\s--\s(?=\w+ said)|, while |, whereas |, and (?=[^,;]{0,60}#)| and (?=#+ (?:(?:\w+ )?(?:to|in|into|for)|have|has|had|were|left|went|moved|returned)\s)|, (?:including|of whom|among them|в том числе) (?=(?:\w+ ){0,3}#)|, а (?=[^,;]{0,60}#)|, but "
)
# the displaced are inside their country unless the sentence takes them out of it
ABROAD = re.compile(
    r"abroad|borders?(?!land)|frontiers?|refugees|neighbou?r\w*|another country|other countries|границ\w*|за рубеж|бежен\w+"
)
HOMES = re.compile(
    r"(?:fle[de]\w*|left|leave|leaving|abandon\w*) (?:their|its) (?:homes?|houses?|villages?|communities|neighbou?rhoods?)(?!\w)"
)
LABEL_BEFORE = re.compile(r"[\W_]*")
LABEL_AFTER = re.compile(r"\W{0,3}(?:\s[-–—]{1,2}\s|:\s|\s\|\s)")
OPENING = 12  # characters at the start of a sentence in which its subject stands
SUBJECT = 25  # characters between a host and its verb: "Uganda, which hosts"
SEVERAL = 2  # figures with a place of their own that make a list
OWN = re.compile(
    r"\s(?:[—–-] )?(?:people |persons |others |more |of them |refugees |человек |тыс\.? )?(?:(?:went|fled|crossed|moved|are|were) )?(?:on |north |south |east |west )?(?:to|into|in|for|в|на)\s(?:the |neighbouring |northern |southern |eastern |western )?"
)
GAP = re.compile(r"\s(?:[—–-]\s)?(?:(?:about|around|some|nearly|over|more than|at least|около|более)\s)?")
# Terms whose end is a country that the sentence may leave unsaid: whoever speaks, or the country spoken of.
ARRIVING = frozenset(
    {"arrived", "crossed_border", "registered", "asylum_application", "turned_back", "relocated"}
)
LEAVING = frozenset({"displaced", "fled", "evacuated", "left_country", "relocated"})
REFUGE_IN = re.compile(r"(?:refuge|shelter|safety|sanctuary|asylum) in (?:the )?(?:[§\w]+ ){0,3}?(?:of )?$")
CROSSING = frozenset({"crossed_border", "left_country", "fled"})
INSIDE = frozenset({"displaced", "evacuated", "relocated"})


class Legs(Struct, frozen=True, kw_only=True):
    """Where a movement starts, ends and passes; its kind, which the places may change; where a stock is."""

    kind: Kind
    origin: Where | None = None
    destinations: tuple[Where, ...] = ()
    via: tuple[Where, ...] = ()
    at: Where | None = None


class Scene(Struct, frozen=True, kw_only=True):
    """What a figure's clause offers: its places by part, whose people move, who speaks for which country."""

    line: Line
    figure: Figure
    hit: Hit
    people_of: str | None
    source: str | None
    speaker: str | None
    origins: list[Named]
    goals: list[Named]
    hosts: list[Named]
    borders: list[Named]
    ats: list[Named]
    bare: list[Named]
    via: tuple[Where, ...]


def legs(line: Line, figure: Figure, hit: Hit, nationality: Named | None) -> Legs:
    """Return the legs of the movement that a figure makes by a word of movement."""
    scene = _scene(line, figure, hit, nationality)
    if hit.kind is Kind.STOCK:
        return _stock(scene, nationality)
    if hit.kind is Kind.ONWARD:
        return _onward(scene)
    if hit.kind is Kind.RETURN:
        return _return(scene)
    if hit.term == "deported":
        return _deportation(scene)
    if _goes_home(scene):
        return _return(scene)
    return _flow(scene)


def _goes_home(scene: Scene) -> bool:
    """Whether a crossing is a way home: into the country that people flee, or a bare one in a report about returns."""
    setting, home = scene.line.setting, scene.line.setting.source
    if home is None or scene.hit.term not in ("crossed_border", "arrived"):
        return False
    if any(p.iso3 == home for p in scene.origins) or any(p.iso3 != home for p in scene.goals):
        return False
    return bool(scene.origins and scene.goals) or (setting.returning and setting.host is not None)


def _scene(line: Line, figure: Figure, hit: Hit, nationality: Named | None) -> Scene:
    low, high = _scope(line, figure)
    places = _belonging(line, figure, [p for p in line.sentence.places if low <= p.start < high])
    crossings = [p for p in places if p.place.level is atlas.Level.CROSSING]

    gapped = _gapped(line, figure, places)

    def playing(part: Part) -> list[Named]:
        if gapped and part in (Part.HOST, Part.DESTINATION, Part.NONE):
            return [gapped] if part is Part.HOST else []
        return [p for p in places if line.parts[p.start] is part]

    hosts = playing(Part.HOST)
    label = _label(line)
    origins = playing(Part.ORIGIN) or [p for p in line.sentence.places if line.parts[p.start] is Part.ORIGIN]
    if label and hit.term in ARRIVING and not playing(Part.DESTINATION):
        hosts = hosts or [label]
    elif label and hit.term in LEAVING and not origins:
        origins = [label]
    silent = [p for p in hosts if not any(v.start <= p.start < v.end for v in line.voices)]
    people_of = nationality.iso3 if nationality else None
    return Scene(
        line=line,
        figure=figure,
        hit=hit,
        people_of=people_of,
        source=people_of or line.setting.source,
        speaker=line.country_at(figure.start) or (None if line.voices else line.setting.host),
        origins=origins,  # a part of a total left from where the total did
        goals=[p for p in playing(Part.DESTINATION) if p not in crossings],
        hosts=silent or ([] if line.voices else hosts),
        borders=playing(Part.BORDER_WITH),
        ats=[p for p in playing(Part.AT) if p not in crossings],
        bare=playing(Part.NONE),
        via=tuple(dict.fromkeys(p.where for p in (*playing(Part.VIA), *crossings))),
    )


def _belonging(line: Line, figure: Figure, places: list[Named]) -> list[Named]:
    """Return the places that are not another figure's own: "600,000 to Chad, 500,000 to Egypt" has one each."""
    own: dict[int, int] = {}
    for other in (f for f in line.sentence.figures if f.counted and f.unit != "percent"):
        beside = next(
            (p for p in places if p.start >= other.end and OWN.fullmatch(line.mask, other.end, p.start)), None
        )
        if beside is not None:
            own[beside.start] = other.start
    if len(own) < SEVERAL and figure.start in own.values():
        return places
    mine = figure.start in own.values()
    gone = (Part.DESTINATION, Part.AT, Part.HOST)
    return [
        p for p in places
        if own.get(p.start, figure.start) == figure.start
        and not (mine and p.start not in own and line.parts[p.start] in gone and p.start < figure.start)
    ]  # fmt: skip


def _label(line: Line) -> Named | None:
    """Return the country that heads a line of a list: "Kazakhstan - some 98,000 entries", "Sudan: thousands flee"."""
    first = line.sentence.places[0] if line.sentence.places else None
    if first is None or first.iso3 is None or first.form is not atlas.Form.NAME:
        return None
    opening = LABEL_BEFORE.fullmatch(line.mask, 0, first.start) and LABEL_AFTER.match(line.mask, first.end)
    return first if opening else None


def _gapped(line: Line, figure: Figure, places: list[Named]) -> Named | None:
    """Return the place whose verb is left out: Egypt in "Chad has taken in 42,000, Egypt 52,500"."""
    first = [f for f in line.sentence.figures if f.counted]
    if not first or figure.start == first[0].start:
        return None
    return next((p for p in places if GAP.fullmatch(line.mask, p.end, figure.start)), None)


def _scope(line: Line, figure: Figure) -> tuple[int, int]:
    """Return the stretch of the sentence whose places belong to the figure: to the next figure's clause."""
    low, high = 0, len(line.mask)
    others = [
        f for f in line.sentence.figures if f.start != figure.start and f.counted and f.unit != "percent"
    ]
    for m in CLAUSES.finditer(line.mask):
        cut = m.start()
        if cut < figure.start and any(f.start < cut for f in others):
            low = max(low, cut)
        if cut >= figure.until and (line.mask[cut] == ";" or any(f.start > cut for f in others)):
            high = min(high, cut)
    return low, high


def _stock(scene: Scene, nationality: Named | None) -> Legs:
    people_of, setting = scene.people_of, scene.line.setting
    subject = [p for p in scene.hosts if p.end <= scene.hit.span[0] <= p.end + SUBJECT]
    place = (subject or scene.ats or scene.hosts or scene.goals or scene.bare)[:1]
    at = place[0].where if place else None
    inside = scene.hit.term == "displaced"  # who is displaced is at home, not where the speaker is
    if at is None and scene.speaker and scene.speaker != people_of and not inside:
        at = country_of(scene.speaker)
    if at is None and setting.host and nationality:
        at = country_of(setting.host)
    home = scene.origins[0].where if scene.origins else None
    if home is None and people_of and (at is None or people_of != at.iso3):
        home = country_of(people_of)
    return Legs(kind=Kind.STOCK, origin=home, via=scene.via, at=at)


def _onward(scene: Scene) -> Legs:
    line, setting = scene.line, scene.line.setting
    entered = [p for p in scene.goals if ENTERED.search(line.mask, 0, p.start)]
    start = scene.origins or entered
    mainly = [p for p in scene.bare if line.language.mainly.search(line.mask, max(0, p.start - 30), p.start)]
    goals = [p for p in scene.goals if p not in entered] + mainly
    goals += _listed_after(line, goals)
    origin = start[0].country if start and (start[0].iso3 != scene.source or not setting.host) else None
    if origin is None:
        homes = (scene.speaker, setting.host, *(p.iso3 for p in scene.ats))
        home = next((c for c in homes if c and c != scene.source), None)
        origin = country_of(home) if home else None
    goals = [p for p in goals if origin is None or p.country != origin]
    return Legs(kind=Kind.ONWARD, origin=origin, destinations=_unique(goals), via=scene.via)


def _return(scene: Scene) -> Legs:
    setting, source = scene.line.setting, scene.source
    origin = scene.origins[0].where if scene.origins else None
    destinations = _unique(scene.goals)
    seen = [p.iso3 for p in scene.ats if p.iso3 and p.iso3 != source]
    if origin is None and seen:
        origin = country_of(seen[0])
    if origin is None and scene.speaker and scene.speaker != source:
        origin = country_of(scene.speaker)
    if origin is None and setting.host and (not destinations or destinations[0].iso3 != setting.host):
        origin = country_of(setting.host)
    if not destinations and source and (origin is None or origin.iso3 != source):
        destinations = (country_of(source),)
    return Legs(kind=Kind.RETURN, origin=origin, destinations=destinations, via=scene.via)


def _deportation(scene: Scene) -> Legs:
    """Return the legs of a deportation: the country that deports is left, the deportees' own is reached."""
    line, people_of = scene.line, scene.people_of
    origin = scene.origins[0].where if scene.origins else None
    destinations = _unique(scene.goals)
    subjects = (Part.NONE, Part.OWNER, Part.HOST)
    deporter = next(
        (
            p.country
            for p in line.sentence.places
            if p.end <= scene.hit.span[0] and line.parts[p.start] in subjects and p.iso3
        ),
        None,
    )
    if deporter is None and line.setting.host not in (None, people_of):
        the_country = line.language.the_country.search(line.mask, 0, scene.hit.span[0])
        deporter = country_of(line.setting.host) if the_country and line.setting.host else None
    if origin is None or origin.iso3 == people_of:
        origin = deporter or origin
    if not destinations and people_of and (origin is None or origin.iso3 != people_of):
        destinations = (country_of(people_of),)
    return Legs(
        kind=Kind.FLOW,
        origin=origin,
        destinations=tuple(d for d in destinations if d != origin),
        via=scene.via,
    )


def _flow(scene: Scene) -> Legs:
    destinations = _ends(scene)
    origin, ats = _start(scene, destinations)
    moved = _moved_on(scene, destinations)
    if moved:
        return moved
    if origin is not None:
        destinations = tuple(d for d in destinations if d != origin)
    at = ats[0].where if ats and not destinations and (origin is None or ats[0].where != origin) else None
    return Legs(kind=Kind.FLOW, origin=origin, destinations=destinations, via=scene.via, at=at)


def _ends(scene: Scene) -> tuple[Where, ...]:
    """Return where a flow ends: the places gone to, the hosts, the far side of the border, the host understood."""
    hit = scene.hit
    after = [
        p
        for p in scene.bare
        if p.form is atlas.Form.NAME
        and p.place.level is not atlas.Level.CROSSING
        and hit.span[1] <= p.start <= hit.span[1] + 12
    ]
    named = (
        scene.goals
        or scene.hosts
        or [p for p in scene.borders if p.iso3 != scene.people_of]
        or [
            p
            for p in scene.ats
            if hit.term == "fled" and REFUGE_IN.search(scene.line.mask, hit.span[0], p.start)
        ]
        or (after if hit.object_is == "destination" else [])
    )
    if named:
        return _unique(named)
    target = _implied_host(scene) if hit.term in ARRIVING else None
    return (country_of(target),) if target else ()


def _start(scene: Scene, destinations: tuple[Where, ...]) -> tuple[Where | None, list[Named]]:
    """Return where a flow starts, and the places left over that only say where it was seen."""
    hit, people_of, source = scene.hit, scene.people_of, scene.line.setting.source
    reached = {d.iso3 for d in destinations}
    origin = scene.origins[0].where if scene.origins else _left_by_object(scene)
    if origin is None and people_of and people_of not in reached:
        origin = country_of(people_of)
    ats = scene.ats
    if origin is None and ats and hit.term in LEAVING:
        origin, ats = ats[0].where, ats[1:]
    beside = scene.speaker and any(scene.speaker in atlas.neighbours(iso3) for iso3 in reached if iso3)
    if origin is None and source is None and beside and hit.term in CROSSING:
        origin = country_of(
            scene.speaker or ""
        )  # "Lebanon's border police counted 9,000 people crossing into Syria"
    elsewhere = bool(ats) and ats[0].iso3 != source and hit.term in INSIDE
    if origin is None and source and source not in reached and not elsewhere:
        origin = country_of(source)
    return origin, ats


def _left_by_object(scene: Scene) -> Where | None:
    """Return the place that is the object of a verb of leaving, on either side of it: «Россию покинули»."""
    hit, line = scene.hit, scene.line
    if hit.object_is != "origin" or line.language.code != "ru":
        return None
    for p in (*scene.bare, *scene.origins):
        beside = (p.end <= hit.span[0] <= p.end + 2) or (hit.span[1] <= p.start <= hit.span[1] + 2)
        if beside and p.form is atlas.Form.NAME and p.iso3:
            return p.where
    return None


def _moved_on(scene: Scene, destinations: tuple[Where, ...]) -> Legs | None:
    """Return the onward or return legs of people who leave a country not their own, when that is what they do.

    Russians who leave Kazakhstan moved on; Russians who leave Kazakhstan for Russia went back.
    """
    hit, line, source = scene.hit, scene.line, scene.source
    if hit.term != "left_country" and not (hit.term in ("crossed_border", "fled") and scene.origins):
        return None
    left = scene.origins[0].iso3 if scene.origins else None
    foreign = scene.speaker if scene.speaker != source else None
    the_country = line.language.the_country.search(
        line.mask, hit.span[1], min(len(line.mask), hit.span[1] + 25)
    )
    if (
        left is None
        and foreign
        and (the_country or (not destinations and source and hit.term == "left_country"))
    ):
        left = foreign
    if left is None and hit.term == "left_country" and part_of(line, scene.figure):
        left = (
            scene.hosts[0].iso3 if scene.hosts else line.setting.host
        )  # "took in 900, of whom 300 have left"
    own_people = {p.iso3 for p in line.sentence.places if line.parts[p.start] is Part.PEOPLE}
    if left is None or source is None or left == source or left in own_people:
        return None
    here = country_of(left)
    if any(d.iso3 == source for d in destinations):
        return Legs(kind=Kind.RETURN, origin=here, destinations=destinations, via=scene.via)
    rest = tuple(d for d in destinations if d != here)
    return Legs(kind=Kind.ONWARD, origin=here, destinations=rest, via=scene.via)


def _implied_host(scene: Scene) -> str | None:
    """Return the country people came into when the sentence names none: the speaker's, or the one spoken of."""
    line, source = scene.line, scene.source
    if scene.speaker and scene.speaker != source:
        return scene.speaker
    owners = [
        p
        for p in line.sentence.places
        if line.parts[p.start] in (Part.OWNER, Part.AT) and p.iso3 and p.iso3 != source
    ]
    if owners and owners[0].start < scene.figure.start:
        return owners[0].iso3
    return line.setting.host if line.setting.host != source else None


def _unique(named: list[Named]) -> tuple[Where, ...]:
    """Return the places once each; a country goes when a place inside it is named too ("Ethiopia's Gambella region")."""
    inside = {p.iso3 for p in named if p.place.level is not atlas.Level.COUNTRY}
    return tuple(
        dict.fromkeys(
            p.where for p in named if p.place.level is not atlas.Level.COUNTRY or p.iso3 not in inside
        )
    )


def _listed_after(line: Line, goals: list[Named]) -> list[Named]:
    """Return places that continue a list whose first members are destinations."""
    out: list[Named] = []
    for p in line.sentence.places:
        before = [q for q in [*goals, *out] if q.end <= p.start]
        if (
            p not in goals
            and before
            and line.language.list_join.fullmatch(line.mask, before[-1].end, p.start)
        ):
            out.append(p)
    return out


def within(line: Line, found: Legs, *, term: str) -> Legs:
    """Return the legs with a destination inside the country left: of the displaced, and where only towns of it are named."""
    if found.origin is None or found.origin.iso3 is None or found.destinations:
        return found
    subject = next((p for p in line.sentence.places if line.parts[p.start] in (Part.NONE, Part.HOST)), None)
    others = (
        subject is not None and subject.start <= OPENING and subject.iso3 not in (None, found.origin.iso3)
    )
    if term == "evacuated" and others:
        return found  # "Britain has airlifted 1,400 people out of Kabul"
    inside = term in ("displaced", "evacuated") or (term == "fled" and HOMES.search(line.mask))
    if inside and not ABROAD.search(line.mask):
        return replace(found, destinations=(country_of(found.origin.iso3),))
    countries = {p.iso3 for p in line.sentence.places if p.iso3 and line.parts[p.start] is not Part.PEOPLE}
    small = any(p.place.level in (atlas.Level.CITY, atlas.Level.REGION) for p in line.sentence.places)
    if small and countries == {found.origin.iso3}:
        return replace(found, destinations=(country_of(found.origin.iso3),))
    return found
