"""Where people sleep: capacity, occupancy, pressure, improvised sites."""

import re

from bordercast import atlas
from bordercast.extraction.drafts import Line
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Named, Part, country_of
from bordercast.vocabulary import Claim, Kind, Measure, Where

NEAR = 110.0
LODGING = re.compile(
    r"(?<!\w)(?:sle|spen|cram|squeez|crowd|huddl|host|took in|has taken|have taken|taken in|let in|h[eo]lds?(?!\w)|ночу|спят|жив)"
)
STAYING = re.compile(r"(?:are|were|was|being|been)? ?(?:stay|liv)\w*")
OPEN_AIR = frozenset({"camp", "private_home", "housing"})
OCCUPIED = re.compile(r"\s(?:(?:are|is|were|of which) )?(?:all )?(?:occupied|taken|in use|занят\w*)")
BEDS = re.compile(r"(?<!\w)(?:beds?|berths?|cots?|mattress|mats|places?|мест|коек|раскладуш|кроват)")
BESIDE = 20.0  # weighted characters; a word of lodging as near as that speaks of this figure
GOES_ON = 260  # characters after a site was named in which "it" is that site
ROOFS = frozenset({"camp", "reception_centre", "tent"})  # sites that are there for nothing else


def shelters(line: Line, used: set[int]) -> list[Claim]:
    """Return claims about shelter; a figure taken is added to ``used``."""
    sites = _sites(line)
    if sites:
        line.setting.site, line.setting.site_until = sites[-1][1], line.sentence.end + GOES_ON
        line.setting.site_at = _where(line, sites[-1][0])
    elif line.sentence.start <= line.setting.site_until and line.setting.site:
        that = line.language.that_site.search(line.mask)
        sites = [(that.span(), line.setting.site)] if that else []
    if not line.language.shelter_use.search(line.mask) and not any(site in ROOFS for _, site in sites):
        return []
    found: list[Claim] = []
    for figure in line.sentence.figures:
        if figure.start in used or not figure.counted or figure.unit not in ("person", "household", None):
            continue
        claim = _counted(line, figure, sites)
        if claim:
            found.append(claim)
            used.add(figure.start)
    if not found:
        found += _stated(line, sites)
    return found


def _sites(line: Line) -> list[tuple[tuple[int, int], str]]:
    found: list[tuple[tuple[int, int], str]] = []
    for pattern, site in line.language.shelter_sites:
        for m in pattern.finditer(line.mask):
            if not any(a < m.end() and m.start() < b for (a, b), _ in found):
                found.append((m.span(), site))
    return sorted(found)


def _counted(line: Line, figure: Figure, sites: list[tuple[tuple[int, int], str]]) -> Claim | None:
    """Return "4,002 people were given housing" or "a hall with 200 beds"."""
    where = (figure.start, figure.until)
    if BEDS.search(figure.noun):  # room for people, until somebody says that it is taken
        status = "housed" if OCCUPIED.match(line.mask, figure.until) else "capacity"
    else:
        best = _state(line, where, sites)
        if best is None or best[0] > NEAR or (not sites and best[1] == "capacity"):
            return None
        status = best[1]
        if status == "housed" and (_moves(line, where, best[0]) or (not sites and _hosted(line, where))):
            return None
    return line.claim(
        Kind.SHELTER,
        _site(sites, where),
        where,
        quantity=figure.quantity("person"),
        measure=Measure.CAPACITY if status == "capacity" else Measure.POINT,
        at=_where(line),
        when=line.when(where),
        status=status,
    )


def _state(
    line: Line, where: tuple[int, int], sites: list[tuple[tuple[int, int], str]]
) -> tuple[float, str] | None:
    """Return how far the nearest word of lodging or of room is from a figure, and which of the two it is."""
    best: tuple[float, str] | None = None
    for pattern, status in line.language.shelter_states:
        if status not in ("housed", "capacity"):
            continue
        for m in pattern.finditer(line.mask):
            distance = line.sentence.distance(m.span(), where)
            if any(m.end() <= f.start <= m.end() + 2 and f.start != where[0] for f in line.sentence.figures):
                continue  # "with room for 400, held 2,500": the room is the other figure's
            roof = _site(sites, m.span())
            # "staying in shelters" is presence, "staying in a school" is lodging
            stays = STAYING.fullmatch(m[0]) and roof in (*OPEN_AIR, "accommodation")
            if stays or (LODGING.search(m[0]) and (not sites or roof in OPEN_AIR)):
                if distance <= BESIDE:
                    return None
                continue  # people sleep under a roof, or they are only present
            if best is None or distance < best[0]:
                best = (distance, status)
    return best


def _hosted(line: Line, where: tuple[int, int]) -> bool:
    """Whether a country or town is what shelters them: "Maradi was sheltering 50,000" says that they are there."""
    return any(line.parts[p.start] is Part.HOST and p.end <= where[0] for p in line.sentence.places)


def _moves(line: Line, where: tuple[int, int], distance: float) -> bool:
    """Whether a word of movement stands nearer to the figure than the word of lodging."""
    return any(
        line.sentence.distance(m.span(), where) < distance
        for motion in line.language.motions
        if motion.term in ("registered", "arrived", "crossed_border", "fled") and not motion.weak
        for m in motion.pattern.finditer(line.mask)
        if not where[0] <= m.start() < where[1]  # "found rooms for 2,400 of the new arrivals"
    )


def _stated(line: Line, sites: list[tuple[tuple[int, int], str]]) -> list[Claim]:
    """Return states without a figure: pressure, a full hostel, a cinema opened for the night."""
    found: list[Claim] = []
    seen: set[str] = set()
    for status in ("full", "under_pressure", "improvised"):
        pattern = next((p for p, label in line.language.shelter_states if label == status), None)
        for m in pattern.finditer(line.mask) if pattern else ():
            near = [(span, site) for span, site in sites if line.sentence.distance(span, m.span()) <= NEAR]
            if status == "improvised":
                # a roof that is usually something else, and people to sleep under it
                near = [
                    (span, site)
                    for span, site in near
                    if site in ("cinema", "school", "sports_hall", "mosque", "church", "tent")
                ]
            if not near or status in seen:
                continue
            span, site = min(near, key=lambda n: line.sentence.distance(n[0], m.span()))
            seen.add(status)
            found.append(
                line.claim(
                    Kind.SHELTER,
                    site,
                    m.span(),
                    measure=Measure.POINT,
                    population=_population(line),
                    at=_where(line, span),
                    when=line.when(m.span()),
                    status=status,
                )
            )
    return found


def _population(line: Line) -> str | None:
    people = [p for p in line.sentence.places if line.parts[p.start] is Part.PEOPLE]
    return line.sentence.text[people[0].start : people[0].end] if people else None


def _site(sites: list[tuple[tuple[int, int], str]], where: tuple[int, int]) -> str:
    if not sites:
        return "accommodation"
    specific = [s for s in sites if s[1] not in ("accommodation", "housing")] or sites
    return min(specific, key=lambda s: abs(s[0][0] - where[0]))[1]


def _where(line: Line, near: tuple[int, int] | None = None) -> Where | None:
    """Return where the shelter is: the place nearest to the site, cities before countries."""
    places: list[Named] = [
        p
        for p in line.sentence.places
        if line.parts[p.start] not in (Part.PEOPLE, Part.ORIGIN) and p.form is atlas.Form.NAME and p.iso3
    ]
    if near and places:
        return min(places, key=lambda p: abs(p.start - near[1])).where
    small = [p for p in places if p.place.level in (atlas.Level.CITY, atlas.Level.REGION)]
    if small or places:
        return (small or places)[0].where
    if line.setting.site_at is not None and line.sentence.start <= line.setting.site_until:
        return line.setting.site_at
    speaker = line.voices[0].country if line.voices else None
    host = speaker or line.setting.host
    return country_of(host) if host else None
