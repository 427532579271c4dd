"""The figures that terminal, report and page all show: worked out once, from what may leave."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bordercast.publishing.change_words import change_words
from bordercast.publishing.gate import PublicClaim, Release
from bordercast.publishing.pressure import PressureLine, pressures, worth_saying
from bordercast.publishing.quantiles import Spread, spread, spreads
from bordercast.publishing.words import interval_words, place_code, place_name, quantity_words, share_words
from bordercast.vocabulary import (
    ANYWHERE,
    ELSEWHERE,
    Contradiction,
    Corridor,
    Decision,
    FlowEstimate,
    Kind,
    Projection,
    Where,
)

MOSTLY_PRIOR = 0.5  # below this share of variance removed a row says so (the brief of the room; judgement)
WEEK = 7

_Ground = dict[str, list[PublicClaim]]  # claims that inform, by corridor


@dataclass(frozen=True, slots=True, kw_only=True)
class CorridorFigures:
    """What is known of one corridor: the last day, the last seven, the total since the first, and on what ground.

    ``change`` is the last day less the day before. ``daily`` has one spread a day of the estimate, ``running`` one
    of the total since the first day, ``ahead`` one a day of the forecast as things stand. ``claims`` inform it; ``voices`` are their independent voices.
    """

    corridor: Corridor
    name: str
    last_day: Spread
    change: Spread
    week: Spread
    total: Spread
    informed: float
    claims: tuple[PublicClaim, ...]
    voices: tuple[str, ...]
    daily: tuple[Spread, ...]
    running: tuple[Spread, ...]
    ahead: tuple[Spread, ...]

    @property
    def code(self) -> str:
        """``RUS>KAZ``."""
        return str(self.corridor)

    @property
    def anchor(self) -> str:
        """The name of its evidence section."""
        return f"evidence-{self.corridor.origin}-{self.corridor.destination}"

    @property
    def mostly_prior(self) -> bool:
        """Whether the claims say less about it than the prior does."""
        return self.informed < MOSTLY_PRIOR

    @property
    def is_total(self) -> bool:
        """Whether it sums over legs."""
        return bool(self.corridor.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioLine:
    """One corridor under a scenario, set against the forecast as things stand: persons over all days to come.

    ``chance_above`` is the share of draws in which the scenario has more.
    """

    corridor: Corridor
    name: str
    stands: Spread
    scenario: Spread
    difference: Spread
    chance_above: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFigures:
    """A scenario set against another, mostly the forecast as things stand; ``waiting`` at the end of the last day.

    ``closures`` are its changes in words, ``stands_closures`` those of the other; ``notes`` say what had to be assumed.
    """

    name: str
    stands: str
    stands_closures: tuple[str, ...]
    closures: tuple[str, ...]
    days: int
    lines: tuple[ScenarioLine, ...]
    waiting: Spread
    pressures: tuple[PressureLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A claim that the rest of the evidence does not expect, in words."""

    claim: PublicClaim
    said: str
    low: float
    median: float
    high: float
    unit: str
    surprise: float
    opponents: tuple[PublicClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything the pages count, in the order they show it; ``main`` is the total out of the main origin."""

    first_day: date | None
    last_day: date | None
    main: CorridorFigures | None
    outflow: tuple[CorridorFigures, ...]
    onward: tuple[CorridorFigures, ...]
    forecast: Projection | None
    outlook: tuple[ScenarioLine, ...]
    scenarios: tuple[ScenarioFigures, ...]
    disagreements: tuple[Disagreement, ...]
    shelters: tuple[PublicClaim, ...]
    triggers: tuple[PublicClaim, ...]

    @property
    def corridors(self) -> tuple[CorridorFigures, ...]:
        """The outflow, then the onward legs."""
        return self.outflow + self.onward


def figures(release: Release, *, like: Figures | None = None) -> Figures:
    """Return the figures of what may leave: corridors by the size of their last week, totals first.

    ``like`` are the figures of the same situation under another gate: their quantiles are taken as they are.
    """
    estimate = release.estimate
    forecast = release.projections[0] if release.projections else None
    ground = _by_corridor(release)
    if estimate is None:
        every = []
    elif like is not None:
        every = [_grounded(ground, estimate, c) for c in like.corridors]
    else:
        every = [_corridor(ground, estimate, forecast, c) for c in estimate.corridors]
    every.sort(key=lambda c: (not c.is_total, c.corridor.destination == ELSEWHERE, -c.week.median, c.code))
    outflow = tuple(c for c in every if not c.corridor.onward)
    # the headline rests on claims where any do; a country with one leg has no total, and its leg may lead
    grounded = [c for c in outflow if not c.mostly_prior]
    return Figures(
        first_day=estimate.days[0] if estimate else None,
        last_day=estimate.days[-1] if estimate else None,
        main=max(grounded or outflow, key=lambda c: (c.total.median, c.is_total), default=None),
        outflow=outflow,
        onward=tuple(c for c in every if c.corridor.onward),
        forecast=forecast,
        outlook=like.outlook if like else against(forecast, forecast) if forecast else (),
        scenarios=like.scenarios
        if like
        else tuple(scenario_figures(forecast, other) for other in release.projections[1:] if forecast),
        disagreements=disagreements(release),
        shelters=_latest(release, Kind.SHELTER),
        triggers=_latest(release, Kind.TRIGGER),
    )


def related(estimate: FlowEstimate, corridor: Corridor) -> frozenset[str]:
    """Return the codes whose claims bear on a corridor: itself, its legs when a total, and the totals that hold it."""
    legs = set(corridor.members or (corridor.destination,))
    codes = {str(corridor)}
    for other in estimate.corridors:
        if (other.origin, other.onward) != (corridor.origin, corridor.onward):
            continue
        ends = set(other.members or (other.destination,))
        if (other.members and legs <= ends) or (corridor.members and ends <= legs):
            codes.add(str(other))
    return frozenset(codes)


def claim_words(claim: PublicClaim) -> str:
    """Return a claim in one line: ``RUS>KAZ more than 200,000 persons, 21 Sep to 4 Oct``."""
    said = (
        quantity_words(claim.quantity) if claim.quantity else (claim.status or "no figure").replace("_", " ")
    )
    when = interval_words(claim.interval)
    if claim.kind in (Kind.FLOW, Kind.ONWARD, Kind.RETURN):
        return f"{ends(claim)} {said}, {when}"
    where = (
        claim.at.name if claim.at else _name(claim.origin) or ", ".join(d.name for d in claim.destinations)
    )
    kind = claim.kind.value.replace("_", " ")
    term = claim.term.replace("_", " ")
    what = kind if term in ("border", "crossing", kind) else f"{kind} ({term})"
    figure = "" if claim.quantity is None and claim.status is None else f": {said}"
    return f"{what}{f', {where}' if where else ''}{figure}, {when}"


def ends(claim: PublicClaim) -> str:
    """Return where from and where to, in codes: ``RUS>GEO+FIN``; all destinations when none is named."""
    origin = place_code(claim.origin) if claim.origin else "?"
    destinations = "+".join(place_code(d) for d in claim.destinations) or (ANYWHERE if claim.origin else "?")
    return f"{origin}>{destinations}"


def ground_words(figure: CorridorFigures) -> str:
    """Return what a corridor rests on: ``3 claims, 2 voices``."""
    claims, voices = len(figure.claims), len(figure.voices)
    if not claims:
        return "no claim"
    return f"{claims} claim{'' if claims == 1 else 's'}, {voices} voice{'' if voices == 1 else 's'}"


def border_name(border: str) -> str:
    """Return the words for a border: ``Russia, all borders``, ``Russia to Finland``, or a crossing's own name."""
    origin, arrow, destination = border.partition(">")
    if arrow:
        return f"{place_name(origin)} to {place_name(destination)}"
    name = place_name(border)
    return f"{name}, all borders" if name != border else border


def informed(estimate: FlowEstimate, corridor: Corridor) -> float:
    """Return how informed a corridor is; a total's legs count by their size."""
    if corridor in estimate.legs:
        return estimate.informed[estimate.legs.index(corridor)]
    parts = [i for i, leg in enumerate(estimate.legs) if _within(leg, corridor)]
    sizes: NDArray[np.float64] = np.median(estimate.draws[:, parts, :].sum(axis=2), axis=0)
    if not parts or sizes.sum() <= 0:
        return 0.0
    return float(np.dot(sizes, [estimate.informed[i] for i in parts]) / sizes.sum())


def disagreements(release: Release) -> tuple[Disagreement, ...]:
    """Return the contradictions of the ledger, the most surprising first."""
    found = (_disagreement(release, contradiction) for contradiction in release.contradictions)
    return tuple(sorted((d for d in found if d is not None), key=lambda d: (d.surprise, d.claim.id)))


def _corridor(
    ground: _Ground, estimate: FlowEstimate, forecast: Projection | None, corridor: Corridor
) -> CorridorFigures:
    draws = estimate.of(corridor)
    claims = _informing(ground, estimate, corridor)
    before = draws[:, -2] if draws.shape[1] > 1 else draws[:, -1]
    return CorridorFigures(
        corridor=corridor,
        name=_corridor_name(corridor),
        last_day=spread(draws[:, -1]),
        change=spread(draws[:, -1] - before),
        week=spread(draws[:, -WEEK:].sum(axis=1)),
        total=spread(draws.sum(axis=1)),
        informed=informed(estimate, corridor),
        claims=claims,
        voices=_voices(claims),
        daily=spreads(draws),
        running=spreads(np.cumsum(draws, axis=1)),
        ahead=spreads(forecast.of(corridor)) if forecast else (),
    )


def _grounded(ground: _Ground, estimate: FlowEstimate, figure: CorridorFigures) -> CorridorFigures:
    """Return the same quantiles with the claims as this release shows them."""
    claims = _informing(ground, estimate, figure.corridor)
    return replace(figure, claims=claims, voices=_voices(claims))


def _voices(claims: tuple[PublicClaim, ...]) -> tuple[str, ...]:
    """Return the independent voices of claims: one an organisation, else one a name."""
    voices = {(claim.attribution.organisation or claim.voice).casefold(): claim.voice for claim in claims}
    return tuple(sorted(voices.values()))


def _corridor_name(corridor: Corridor) -> str:
    return f"{place_name(corridor.origin)} to {place_name(corridor.destination)}"


def _informing(ground: _Ground, estimate: FlowEstimate, corridor: Corridor) -> tuple[PublicClaim, ...]:
    """Return the claims that inform a corridor or, of a total, its legs: the weightiest first."""
    codes = [str(corridor)]
    if corridor.members:
        codes += [str(leg) for leg in estimate.legs if _within(leg, corridor)]
    claims = {claim.id: claim for code in codes for claim in ground.get(code, ())}
    return tuple(sorted(claims.values(), key=lambda claim: (-claim.entry.weight, claim.id)))


def _by_corridor(release: Release) -> _Ground:
    """Return the claims that inform, by the code of each corridor they inform."""
    ground: _Ground = {}
    for claim in release.claims:
        if claim.entry.decision is Decision.USED:
            for code in claim.entry.corridors:
                ground.setdefault(code, []).append(claim)
    return ground


def _within(leg: Corridor, total: Corridor) -> bool:
    return (leg.origin, leg.onward) == (total.origin, total.onward) and leg.destination in total.members


def against(stands: Projection, other: Projection) -> tuple[ScenarioLine, ...]:
    """Return every corridor of two projections, whose draws share their noise, summed over the days to come."""
    lines = []
    for corridor in other.totals + other.legs:
        base, changed = stands.of(corridor).sum(axis=1), other.of(corridor).sum(axis=1)
        lines.append(
            ScenarioLine(
                corridor=corridor,
                name=_corridor_name(corridor),
                stands=spread(base),
                scenario=spread(changed),
                difference=spread(changed - base),
                chance_above=float((changed > base).mean()),
            )
        )
    lines.sort(
        key=lambda line: (
            line.corridor.onward,
            not line.corridor.members,
            -line.stands.median,
            str(line.corridor),
        )
    )
    return tuple(lines)


def scenario_figures(stands: Projection, other: Projection) -> ScenarioFigures:
    """Return one projection set against another, whose draws share their noise."""
    waiting = other.waiting[:, -1] if other.waiting.shape[1] else np.zeros(other.waiting.shape[0])
    return ScenarioFigures(
        name=other.scenario.name,
        stands=stands.scenario.name,
        stands_closures=tuple(change_words(change) for change in stands.scenario.every_change),
        closures=tuple(change_words(change) for change in other.scenario.every_change),
        days=len(other.days),
        lines=against(stands, other),
        waiting=spread(waiting),
        pressures=tuple(line for line in pressures(stands, other) if worth_saying(line)),
        notes=((other.scenario.note,) if other.scenario.note else ()) + _how_often(other) + other.notes,
    )


def _how_often(projection: Projection) -> tuple[str, ...]:
    """In how many draws a change that may not come, or not in time, does come."""
    told = []
    for i, change in enumerate(projection.scenario.every_change[: projection.onset.shape[1]]):
        comes = float((projection.onset[:, i] >= 0).mean())
        if comes < 1:
            told.append(
                f"In {share_words(comes)} of the draws {change_words(change).partition(';')[0]} comes within {len(projection.days)} days; "
                "the figures are over all draws."
            )
    return tuple(told)


def _disagreement(release: Release, contradiction: Contradiction) -> Disagreement | None:
    claim = release.claim(contradiction.claim_id)
    if claim is None:
        return None
    low, median, high = contradiction.expected
    return Disagreement(
        claim=claim,
        said=claim_words(claim),
        low=low,
        median=median,
        high=high,
        unit=claim.quantity.unit if claim.quantity else "person",
        surprise=contradiction.surprise,
        opponents=tuple(c for o in contradiction.opponents if (c := release.claim(o)) is not None),
    )


def _latest(release: Release, kind: Kind) -> tuple[PublicClaim, ...]:
    """Return the claims of a kind that stand on their own, latest first."""
    standing = [
        claim
        for claim in release.claims
        if claim.kind is kind and claim.entry.decision in (Decision.SHOWN, Decision.USED)
    ]
    return tuple(sorted(standing, key=lambda claim: (_day(claim), claim.id), reverse=True))


def _day(claim: PublicClaim) -> date:
    interval = claim.interval
    return (interval and (interval.end or interval.start)) or claim.published or date.min


def _name(place: Where | None) -> str:
    return place.name if place else ""
