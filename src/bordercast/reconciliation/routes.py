"""Between which countries a figure counts: groups, totals, "mainly", parts of a corridor, and inner movement."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bordercast import atlas
from bordercast.reconciliation.statements import Statement
from bordercast.reconciliation.voices import plain
from bordercast.vocabulary import ANYWHERE, Claim, Kind, Where

_MAINLY = re.compile(
    r"\b(?:mainly|mostly|chiefly|primarily|largely|predominantly|above all|especially"
    r"|в основном|преимущественно|главным образом|прежде всего)"
    r"[\s,:—–-]+(?:(?:to|into|in|for|towards?|в|во|на)\s+)?(?:the\s+)?(\w+)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(men|women|boys|girls|male|female|child\w*|disab\w*|wounded|visas?|patients?|liable|minors?|infants?|elderly|students?|conscripts|reservists"
    r"|мужчин\w*|женщин\w*|дет[яеи]\w*|ребён\w*|ребен\w*|студент\w*)\b",
    re.IGNORECASE,
)
_MOSTLY = re.compile(r"\b(mostly|mainly|largely|в основном|преимущественно)\b", re.IGNORECASE)


SAME_SPOT_KM = 25.0  # two posts of one road, one on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where people moved: ``destinations`` are country codes, undivided; ``groups`` group codes.

    ``anywhere`` adds the countries nobody names. ``mainly`` lists the named destinations that take most of the
    figure. ``part`` says that the figure counts only some of the people on the corridor.
    """

    origin: str
    onward: bool
    destinations: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    anywhere: bool = False
    mainly: tuple[str, ...] = ()
    part: bool = False


def usual_origin(statements: Iterable[Statement]) -> str | None:
    """Return the country most flow and trigger claims leave from, for figures that name only where people came."""
    votes: Counter[str] = Counter()
    for statement in statements:
        claim = statement.claim
        place = claim.origin if claim.kind is Kind.FLOW else claim.at if claim.kind is Kind.TRIGGER else None
        if place is not None and place.iso3 is not None and not _inside(claim):
            votes[place.iso3] += 1
    return min(votes, key=lambda c: (-votes[c], c)) if votes else None


def hosts_of(statements: Iterable[Statement], home: str | None) -> frozenset[str]:
    """Return the countries that people are said to have come into from ``home``."""
    return frozenset(
        place.iso3
        for statement in statements
        if statement.claim.kind is Kind.FLOW
        and statement.claim.origin is not None
        and statement.claim.origin.iso3 == home
        for place in statement.claim.destinations
        if place.iso3 is not None and place.iso3 != home
    )


def route_of(claim: Claim, *, home: str | None, hosts: frozenset[str] = frozenset()) -> Route | str:
    """Return where a flow, onward or return figure counts, or the reason code why it cannot be placed.

    A flow out of one of the ``hosts`` is onward movement: those people are in the outflow of ``home`` already.
    """
    origin = claim.origin
    if origin is not None and origin.iso3 is None:
        return "group_origin"
    code = origin.iso3 if origin else home if claim.kind is Kind.FLOW else None
    if code is None or not _known(code):
        return "no_origin"
    places = claim.destinations or ((claim.at,) if claim.at and claim.kind is Kind.FLOW else ())
    if places and all(p.iso3 == code for p in places):
        return "internal"
    if claim.kind is Kind.RETURN and not places and home is not None and home != code:
        places = (Where(iso3=home, name=home),)
    named, groups, anywhere = _split(places, code)
    if not named and not groups:
        anywhere = True
    mainly = tuple(named) if named and _mainly(claim) else ()
    if anywhere and named:
        named = set()  # "to Georgia and other countries": a total
    return Route(
        origin=code,
        onward=claim.kind is not Kind.FLOW or (code != home and code in hosts),
        destinations=() if mainly else tuple(sorted(named)),
        groups=tuple(sorted(groups)),
        anywhere=anywhere or bool(mainly),
        mainly=tuple(sorted(mainly)),
        part=is_part(claim, code),
    )


def is_part(claim: Claim, origin: str) -> bool:
    """Whether a figure counts only some of the people: one crossing of several, or men, women, children."""
    doors = [v.name for v in claim.via if v.iso3 is None or not _is_country(v)]
    if claim.at is not None and _crossing(claim.at.name):
        doors.append(claim.at.name)
    ends = {d.iso3 for d in claim.destinations}
    if doors and not all(
        end is not None and _whole_border(origin, end, tuple(doors)) for end in ends or {None}
    ):
        return True
    people = claim.population or ""
    return bool(_PART.search(people)) and not _MOSTLY.search(people)


def _split(places: Iterable[Where], origin: str) -> tuple[set[str], set[str], bool]:
    named: set[str] = set()
    groups: set[str] = set()
    anywhere = False
    for place in places:
        if place.iso3 == ANYWHERE:
            anywhere = True
        elif place.iso3 is not None:
            if place.iso3 != origin and _known(place.iso3):
                named.add(place.iso3)
        elif group := _group(place.name):
            groups.add(group)
        elif re.search(r"neighbou?r|сосед", place.name, re.IGNORECASE):
            named.update(atlas.country(origin).neighbours)
        else:
            anywhere = True
    return named, groups, anywhere


def _inside(claim: Claim) -> bool:
    return bool(claim.destinations) and all(
        claim.origin is not None and d.iso3 == claim.origin.iso3 for d in claim.destinations
    )


def _mainly(claim: Claim) -> bool:
    names = {plain(d.name)[:4] for d in claim.destinations}
    for span in claim.evidence:
        for match in _MAINLY.finditer(span.quote):
            if plain(match[1])[:4] in names:
                return True
    return False


@cache
def _group(name: str) -> str | None:
    wanted = plain(re.sub(r"^\s*the\s+", "", name, flags=re.IGNORECASE))
    for group in atlas.groups():
        if wanted in (plain(group.code), plain(re.sub(r"^\s*the\s+", "", group.name, flags=re.IGNORECASE))):
            return group.code
    return None


def _is_country(place: Where) -> bool:
    return place.iso3 is not None and place.name in (place.iso3, atlas.country(place.iso3).name)


@cache
def _whole_border(one: str, other: str, doors: tuple[str, ...]) -> bool:
    """Whether the named crossings are all there are between two countries, but for others at the same spot."""
    official = atlas.crossings(one, other)
    wanted = {plain(d) for d in doors}
    meant = [c for c in official if wanted & {plain(c.name), *map(plain, c.variants)}]
    return bool(meant) and all(
        min(atlas.distance_km(c.place, m.place) for m in meant) < SAME_SPOT_KM for c in official
    )


@cache
def _known(iso3: str) -> bool:
    return any(c.iso3 == iso3 for c in atlas.countries())


@cache
def _crossing(name: str) -> bool:
    return bool(
        re.search(r"\b(checkpoint|crossing|border post|пункт|КПП|Larsi?|Ларс)\b", name, re.IGNORECASE)
    )
