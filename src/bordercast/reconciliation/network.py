"""Which legs the claims speak of, and which legs make up a group or a total."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bordercast import atlas
from bordercast.reconciliation.copies import Candidate
from bordercast.reconciliation.routes import Route
from bordercast.reconciliation.sifting import PARTIAL_TERMS
from bordercast.vocabulary import ANYWHERE, ELSEWHERE, Corridor

MOST_LEGS = 60  # judgement: beyond this the dense fit takes minutes; issue 6 brings the block form
UNNAMED_MEMBERS = 2  # a group nobody breaks down and that borders nowhere: legs to its largest members


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Legs and days of the fit, and the days that are shown (from ``shown`` on).

    ``mentions`` gives, for the origin and sense of legs, how many mentions of a destination were the only one of
    theirs, and how many were not: what says how many people may have gone where nobody names.
    """

    legs: tuple[Corridor, ...]
    totals: tuple[Corridor, ...]
    days: tuple[date, ...]
    shown: int
    mentions: Mapping[tuple[str, bool], tuple[int, int]] = field(default_factory=dict)

    def legs_on(self, route: Route) -> tuple[int, ...]:
        """Return the indices of the legs a route's figure is the sum of."""
        return tuple(
            i
            for i, leg in enumerate(self.legs)
            if (leg.origin, leg.onward) == (route.origin, route.onward)
            and (route.anywhere or leg.destination in _reach(route))
        )

    def legs_into(self, country: str) -> tuple[int, ...]:
        """Return the indices of the entry legs into a country."""
        return tuple(i for i, leg in enumerate(self.legs) if leg.destination == country and not leg.onward)

    def legs_onward_from(self, country: str) -> tuple[int, ...]:
        """Return the indices of the onward and return legs out of a country."""
        return tuple(i for i, leg in enumerate(self.legs) if leg.origin == country and leg.onward)

    def codes(self, route: Route) -> tuple[str, ...]:
        """Return ``RUS>FIN`` codes of the legs a route informs, and of its total when it has one."""
        codes = [str(self.legs[i]) for i in self.legs_on(route)]
        if route.anywhere:
            codes.append(f"{route.origin}>{ANYWHERE}")
        codes += [f"{route.origin}>{g}" for g in route.groups]
        return tuple(sorted(set(codes)))


def network_of(candidates: Sequence[Candidate], *, first: date, shown_from: date, as_of: date) -> Network:
    """Return the legs that candidates need, sorted, over the days from ``first`` to ``as_of``."""
    routes = [c.route for c in candidates]
    wanted: dict[tuple[str, bool], set[str]] = {}
    for candidate in candidates:
        route = candidate.route
        spoken = wanted.setdefault((route.origin, route.onward), set())
        spoken |= {*route.destinations, *route.mainly}
        if route.anywhere and not _within_named(candidate, candidates):
            spoken.add(ELSEWHERE)
    for route in routes:
        for code in route.groups:
            wanted[route.origin, route.onward] |= _members(
                code, route.origin, wanted[route.origin, route.onward]
            )
    legs = tuple(
        sorted(
            Corridor(origin=origin, destination=destination, onward=onward)
            for (origin, onward), destinations in wanted.items()
            for destination in destinations
        )
    )
    days = tuple(first + timedelta(days=i) for i in range((as_of - first).days + 1))
    return Network(
        legs=legs,
        totals=_totals(routes, legs),
        days=days,
        shown=max((shown_from - first).days, 0),
        mentions=_mentions(candidates),
    )


def _mentions(candidates: Iterable[Candidate]) -> dict[tuple[str, bool], tuple[int, int]]:
    """Return how many reports name a destination that no other names, and how many one that others name too."""
    named: dict[tuple[str, bool], dict[str, set[str]]] = {}
    for candidate in candidates:
        route = candidate.route
        for code in {*route.destinations, *route.mainly, *route.groups}:
            kin = named.setdefault((route.origin, route.onward), {})
            kin.setdefault(code, set()).add(candidate.claim.report_id)
    counts = {kin: [len(told) for told in places.values()] for kin, places in named.items()}
    return {kin: (told.count(1), sum(told) - told.count(1)) for kin, told in counts.items()}


def _within_named(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a bound over everybody is met by what is said of one named corridor: it needs no others to go anywhere."""
    bound = candidate.route.part or candidate.claim.term in PARTIAL_TERMS
    if not bound or candidate.claim.quantity is None:
        return False
    return any(
        other.claim.quantity is not None
        and other.claim.quantity.unit == candidate.claim.quantity.unit
        and other.claim.quantity.middle >= candidate.claim.quantity.middle
        for other in candidates
        if other.route.destinations
        and (other.route.origin, other.route.onward) == (candidate.route.origin, candidate.route.onward)
    )


def too_many(candidates: Iterable[Candidate]) -> set[str]:
    """Return the claim ids on the least spoken-of corridors beyond ``MOST_LEGS``, so that a fit stays possible."""
    said: dict[tuple[str, bool, str], int] = {}
    listed = list(candidates)
    for candidate in listed:
        for key in _keys(candidate.route):
            said[key] = said.get(key, 0) + 1
    kept = set(sorted(said, key=lambda k: (-said[k], k))[:MOST_LEGS])
    return {c.claim.id for c in listed if not kept.issuperset(_keys(c.route))}


def _keys(route: Route) -> list[tuple[str, bool, str]]:
    ends = {*route.destinations, *route.mainly, *route.groups} | ({ELSEWHERE} if route.anywhere else set())
    return [(route.origin, route.onward, e) for e in sorted(ends)]


def _reach(route: Route) -> set[str]:
    reach = {*route.destinations, *route.mainly}
    for code in route.groups:
        reach.update(atlas.group(code).members)
    return reach


def _members(code: str, origin: str, named: set[str]) -> set[str]:
    """Members of a group that need a leg: those named, and the origin's land neighbours, or the largest."""
    members = [m for m in atlas.group(code).members if m != origin]
    near = {m for m in members if m in named or m in atlas.country(origin).neighbours}
    if near:
        return near
    return set(sorted(members, key=lambda m: (-atlas.country(m).population, m))[:UNNAMED_MEMBERS])


def _totals(routes: Iterable[Route], legs: tuple[Corridor, ...]) -> tuple[Corridor, ...]:
    totals = set()
    beside = Counter((leg.origin, leg.onward) for leg in legs)
    for leg in legs:
        if leg.destination == ELSEWHERE or beside[leg.origin, leg.onward] > 1:
            totals.add(_total(leg.origin, ANYWHERE, onward=leg.onward, legs=legs, members=None))
    for route in routes:
        for code in route.groups:
            members = set(atlas.group(code).members)
            totals.add(_total(route.origin, code, onward=route.onward, legs=legs, members=members))
    return tuple(sorted(totals))


def _total(
    origin: str, code: str, *, onward: bool, legs: tuple[Corridor, ...], members: set[str] | None
) -> Corridor:
    parts = tuple(
        leg.destination
        for leg in legs
        if (leg.origin, leg.onward) == (origin, onward) and (members is None or leg.destination in members)
    )
    return Corridor(origin=origin, destination=code, onward=onward, members=parts)
