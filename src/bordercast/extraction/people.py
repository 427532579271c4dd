"""Counts of people: flows, onward movement, returns and stocks."""

import re

from msgspec.structs import replace

from bordercast import atlas
from bordercast.extraction.drafts import Line
from bordercast.extraction.echoes import corrected, elliptical, part_of, parted, same_time, same_verb
from bordercast.extraction.housing import place_of
from bordercast.extraction.legs import Legs, legs, within
from bordercast.extraction.measures import measure
from bordercast.extraction.moving import Hit, hits, movement
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Named, Part
from bordercast.extraction.population import nationality, population
from bordercast.extraction.trends import nobody, share, trend
from bordercast.vocabulary import Basis, Claim, Hedge, Interval, Kind, Measure, Modality

BARE_NEAR = 70.0  # weighted characters from a word of movement to a figure without a noun
PRONOUNS = frozenset({"of them", "others", "из них"})
FEW_BARE = 10  # "three for this, four for that": bare small numbers count anything
MANY = 100  # "more than 3,000 fled": nothing but people flees in such numbers
BESIDE = 25.0  # weighted characters within which a figure has a verb of its own
HANDFUL = 30  # of 24 smaller counts read on dev as people who came, went or stayed, 2 were (2026-11)
FEW_CROSSINGS = 20  # "two land crossings" are places, 9,000 crossings are counts
INTERNAL = frozenset({"displaced", "evacuated", "relocated", "fled"})
CARGO = re.compile(
    r"\s(?:carrying|loaded|laden|of aid|with (?:\w+ )?(?:aid|food|grain|fuel|supplies|goods)|с (?:гуманитарн\w+|груз\w+|помощью))(?!\w)"
)
THERE = re.compile(
    r"(?:refugees|displaced(?: people| persons)?|asylum seekers|migrants|people|families)\s(?:\w+\s){0,3}?(?:in|inside|at|on|within)\s|беженцев в|перемещ[её]нн\w+ (?:лиц )?в"
)
SLEEPING_PLACE = re.compile(
    r"(?:\w+ )?(?:beds?|berths?|cots?|mattresses|places?|мест[оа]?|коек|раскладуш\w*)"
)
GOES_ON = re.compile(r"[^,;.#]{0,40}(?:,| and|, and)\s")  # to the next figure of a list
HOME = re.compile(r"(?<!\w)home to\s+(?:about |around |some |nearly |more than |over )*$")
EXILES = re.compile(r"refugees|asylum|displaced|migrants|idps|беженц|перемещ")
EVERYBODY = frozenset({"", "people", "inhabitants", "residents"})
LIST_LEAD = re.compile(
    r":\s(?:about |some |over |около )?$"
)  # "people are fleeing to Chad: 12,000 in two days"
LENGTHS = frozenset({"hour", "day", "km", "percent"})
COMPARED = re.compile(
    r"(?<!\w)(?:from|against|than|compared (?:with|to))\s+(?:as (?:much|many|long) as |about |some |up to )*$"
)
MOVED = frozenset({Kind.FLOW, Kind.ONWARD, Kind.RETURN})
PEOPLE_UNITS = frozenset({"person", "household", "vehicle", "crossing", None})


def people(line: Line, used: set[int]) -> list[Claim]:
    """Return claims about numbers of people; ``used`` are the starts of figures other recognisers took."""
    found: list[Claim] = []
    for figure in line.sentence.figures:
        if figure.start in used or not figure.counted or line.sentence.question:
            continue
        claim = share(line, figure) if figure.unit == "percent" else _count(line, figure)
        if claim:
            found.append(claim)
            line.setting.last = claim
            if claim.measure not in (Measure.CHANGE, Measure.SHARE):
                line.setting.counted = claim
            used.add(figure.start)
    if not found and not any(f.counted for f in line.sentence.figures):
        change = trend(line) or nobody(line)
        if change:
            found.append(change)
            line.setting.last = change
    return found


def question(line: Line) -> None:
    """Keep what a question asks the number of ("How many have crossed?"), for the figure that answers it."""
    asks = line.language.how_many.search(line.mask) if line.sentence.question else None
    if asks is None:
        return
    stand_in = Figure(
        start=asks.start(), end=asks.end(), until=asks.end(), value=1.0, low=1.0, high=1.0,
        hedge=Hedge.EXACT, unit="person", per=None, noun="", counted=True,
    )  # fmt: skip
    hit = movement(line, stand_in)
    if hit is not None:
        line.setting.asked = _build(line, stand_in, hit)


def _count(line: Line, figure: Figure) -> Claim | None:
    if not _countable(line, figure):
        return None
    wrong = corrected(line, figure)
    if wrong:
        return wrong
    figure = _of_number(line, figure)
    hit = _subject_movement(line, figure) or movement(line, figure) or _tallied(line, figure)
    near = (
        2 * BARE_NEAR if LIST_LEAD.search(line.mask, max(0, figure.start - 12), figure.start) else BARE_NEAR
    )
    far = hit is not None and figure.unit is None and (hit.distance > near or _year_like(figure))
    whole = hit is not None and hit.kind is Kind.STOCK and figure.noun.endswith(("inhabitants", "жителей"))
    beside = hit is not None and hit.distance <= BESIDE
    gapped = None if beside or figure.unit else same_verb(line, figure)
    if gapped:
        return gapped
    if hit is not None and _handful(figure, hit):
        return parted(line, figure)
    if hit is None or far or whole or (hit.kind is Kind.STOCK and figure.unit == "vehicle"):
        return parted(line, figure) or elliptical(line, figure)
    return _build(line, figure, hit)


def _handful(figure: Figure, hit: Hit) -> bool:
    """Whether so few people only came, went or stayed: of a handful, news says that they fled or were sent away."""
    if figure.value is None or figure.value >= HANDFUL or figure.unit not in ("person", None):
        return False
    return hit.kind is Kind.STOCK or hit.term in (
        "arrived",
        "crossed_border",
        "left_country",
        "returned",
        "relocated",
    )


def _countable(line: Line, figure: Figure) -> bool:
    """Whether a figure may count people who moved or are somewhere."""
    if figure.unit not in PEOPLE_UNITS:
        return False
    if SLEEPING_PLACE.fullmatch(figure.noun):
        return False  # beds and places are room for people, or "three places" on a road
    return not (
        _of_other_things(line, figure)
        or _too_few(figure)
        or _length_again(line, figure)
        or _cargo(line, figure)
        or _populace(line, figure)
    )


def _of_other_things(line: Line, figure: Figure) -> bool:
    """Whether a bare figure goes on with a count of something else: "120,000 bales to Chad, 76,000 to Egypt"."""
    before = [f for f in line.sentence.figures if f.end <= figure.start]
    if figure.noun or not before or before[-1].counted:
        return False
    between = line.mask[before[-1].until : figure.start]
    return GOES_ON.fullmatch(between) is not None


def _too_few(figure: Figure) -> bool:
    if figure.value is None:
        return False
    if figure.value != int(figure.value):
        return True  # nobody counts tenths of people
    bare = figure.unit is None or figure.noun in PRONOUNS
    least = {"vehicle": 2, "crossing": FEW_CROSSINGS}.get(figure.unit or "", 0)
    return figure.value < (FEW_BARE if bare else least)


def _length_again(line: Line, figure: Figure) -> bool:
    """Whether a bare figure is set against hours or kilometres: "14 hours, from as much as 60"."""
    compared = figure.unit is None and COMPARED.search(line.mask, max(0, figure.start - 30), figure.start)
    return bool(compared) and any(f.unit in LENGTHS for f in line.sentence.figures if f.end < figure.start)


def _cargo(line: Line, figure: Figure) -> bool:
    """Whether vehicles carry goods: aid convoys and freight take no one away."""
    return figure.unit == "vehicle" and CARGO.match(line.mask, figure.until) is not None


def _populace(line: Line, figure: Figure) -> bool:
    """Whether a figure says how many live somewhere, which is nobody's movement."""
    if EXILES.search(figure.noun):
        return False  # "a camp with a population of 36,000 refugees"
    home = HOME.search(line.mask, max(0, figure.start - 40), figure.start)
    if home and figure.noun in EVERYBODY:
        return True
    return line.language.populace.search(line.mask, max(0, figure.start - 70), figure.start) is not None


def _of_number(line: Line, figure: Figure) -> Figure:
    """Return the figure with the unit that stands before it: "the number of cars that had crossed was 310"."""
    if figure.unit is not None:
        return figure
    nouns = list(line.language.number_of.finditer(line.mask, max(0, figure.start - 160), figure.start))
    for pattern, unit in line.language.units if nouns else ():
        if unit in ("vehicle", "household", "person") and pattern.match(
            line.mask, nouns[-1].start(1), nouns[-1].end(1)
        ):
            return replace(figure, unit=unit)
    return figure


def _subject_movement(line: Line, figure: Figure) -> Hit | None:
    """Return the movement inside the subject: "the number of people who have fled into Chad has passed 31,000"."""
    if figure.noun:
        return None
    subject = next(
        line.language.counted_subject.finditer(line.mask, max(0, figure.start - 220), figure.start), None
    )
    if subject is None or subject.end() != figure.start:
        return None
    inside = [h for h in hits(line, subject.span()) if subject.start() <= h.span[0] < figure.start]
    if inside:
        return replace(min(inside, key=lambda h: h.span[0]), distance=0.0)
    there = THERE.search(
        line.mask, subject.start(), figure.start
    )  # "the number of refugees in Chad has doubled to"
    if there is None:
        return None
    return Hit(
        span=there.span(),
        kind=Kind.STOCK,
        term="displaced" if "displ" in there[0] else "present",
        object_is="at",
        distance=0.0,
    )


def _tallied(line: Line, figure: Figure) -> Hit | None:
    """Return the crossing of "the count has reached 4,100", in a report that knows who leaves for where."""
    if not line.setting.source or line.setting.counted is not None:
        return None
    tally = line.language.tally.search(line.mask, max(0, figure.start - 110), figure.start)
    if tally is None or figure.unit == "vehicle":
        return None
    crossing = any(p.place.level is atlas.Level.CROSSING for p in line.sentence.places)
    return Hit(
        span=tally.span(),
        kind=Kind.FLOW,
        term="crossed_border" if crossing else "arrived",
        object_is=None,
        distance=0.0,
    )


def _year_like(figure: Figure) -> bool:
    return figure.value is not None and 1900 <= figure.value <= 2100 and figure.end - figure.start == 4


def _build(line: Line, figure: Figure, hit: Hit) -> Claim | None:
    where = (figure.start, figure.until)
    whose = nationality(line, figure)
    found = _placed(line, hit, legs(line, figure, hit, whose), where)
    if found.kind in MOVED and not _grounded(line, figure, hit, found, whose):
        return None
    when, how = _timed(line, figure, hit, found.kind)
    who = population(line, figure, whose)
    line.setting.population = who or line.setting.population
    claim = line.claim(
        found.kind,
        "crossed_border" if figure.unit == "crossing" else hit.term,
        where,
        quantity=figure.quantity(),
        measure=how,
        population=who,
        origin=found.origin,
        destinations=found.destinations,
        via=found.via,
        at=found.at,
        when=when,
    )
    if hit.term == "asylum_application" and claim.modality is Modality.REQUESTED:
        claim = claim.but(
            modality=Modality.ASSERTED
        )  # asking for asylum is what happened, not what is called for
    _remember(line, claim)
    return claim


def _placed(line: Line, hit: Hit, found: Legs, where: tuple[int, int]) -> Legs:
    """Return the legs with the place understood: where a stock is, where people were displaced from."""
    if found.kind is Kind.STOCK and found.at is None:
        return replace(found, at=place_of(line, where))
    if found.kind is Kind.FLOW and hit.term in INTERNAL:
        gone = any(part in (Part.DESTINATION, Part.BORDER_WITH) for part in line.parts.values())
        if found.origin is None and not found.destinations and found.at is None and not gone:
            found = replace(found, origin=place_of(line, where))
        return within(line, found, term=hit.term)
    return found


def _grounded(line: Line, figure: Figure, hit: Hit, found: Legs, whose: Named | None) -> bool:
    """Whether a movement has a place, a people or at least a noun; a bare number beside a verb has nothing."""
    fleeing = (
        figure.value is not None and figure.value >= MANY and hit.term in ("fled", "displaced", "evacuated")
    )
    placed = found.origin or found.destinations or found.at or whose or figure.unit or fleeing
    return bool(placed or line.language.further.search(line.mask, max(0, figure.start - 18), figure.start))


def _timed(line: Line, figure: Figure, hit: Hit, kind: Kind) -> tuple[Interval | None, Measure]:
    """Return when it was and over which time it counts; a part, or "the same period", takes them from its whole."""
    when = line.when((figure.start, figure.until))
    how = measure(line, figure, when, kind, hit.span)
    before, last = same_time(line), line.setting.counted
    if before is not None and not any(t.since for t in line.free_times()):
        when, how = before
    elif last is not None and part_of(line, figure) and not line.free_times() and kind is not Kind.STOCK:
        when = last.interval
        how = last.measure if last.kind in MOVED else how
    if kind is Kind.STOCK and when and when.basis in (Basis.SINCE, Basis.EVENT):
        when = Interval(start=when.end, end=when.end, basis=Basis.PUBLICATION)
    return when, how


def _remember(line: Line, claim: Claim) -> None:
    if claim.kind is Kind.FLOW and claim.origin and claim.origin.iso3 and not line.setting.source:
        line.setting.source = claim.origin.iso3
    if claim.kind is Kind.FLOW and len(claim.destinations) == 1 and claim.destinations[0].iso3:
        line.setting.host = claim.destinations[0].iso3
