"""How a number came to be: the claims behind one corridor on one day, each with its sentence and its source."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from bordercast.publishing.figures import MOSTLY_PRIOR, claim_words, disagreements, informed, related
from bordercast.publishing.gate import PublicClaim, Release, release
from bordercast.publishing.moves import Move, moves, questions_about, readings_of
from bordercast.publishing.quantiles import spread
from bordercast.vocabulary import (
    ANYWHERE,
    Corridor,
    Decision,
    FlowEstimate,
    InvalidSetting,
    Kind,
    Projection,
    Question,
    Reading,
    Situation,
)

_MOVES = (Kind.FLOW, Kind.ONWARD, Kind.RETURN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The same statement published elsewhere: it adds no witness."""

    claim_id: str
    publisher: str | None
    published: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One claim behind a number: what it says, who says it, where it stands, and what became of it.

    ``start`` and ``end`` are code points of the report's text; ``covers`` says whether its interval holds the day.
    """

    claim_id: str
    words: str
    quote: str
    start: int
    end: int
    voice: str
    publisher: str | None
    published: date | None
    source: str
    decision: Decision
    reason: str
    weight: float
    covers: bool
    folded: tuple[Copy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A claim that the others do not expect: the 10, 50 and 90 % quantile of what they imply, in its own unit."""

    claim_id: str
    words: str
    voice: str
    unit: str
    expected_low: float
    expected_median: float
    expected_high: float
    surprise: float
    opponents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One corridor on one day: persons that day, persons since the first day, and the claims behind them.

    ``forecast`` is true for a day after ``as_of``: then the claims are those behind the estimate it starts from.
    ``moved`` says how far single claims moved the day's number, then the total over all days; ``readings`` are the two
    ways to read claims that cannot all be right, where there are two; ``questions`` what to ask next.
    """

    origin: str
    destination: str
    onward: bool
    day: date
    as_of: date
    since: date
    forecast: bool
    median: float
    low80: float
    high80: float
    cumulative_median: float
    cumulative_low80: float
    cumulative_high80: float
    informed: float
    mostly_prior: bool
    used: tuple[Evidence, ...]
    folded: tuple[Evidence, ...]
    set_aside: tuple[Evidence, ...]
    contradictions: tuple[Dispute, ...]
    moved: tuple[Move, ...]
    readings: tuple[Reading, ...]
    questions: tuple[Question, ...]


def explain(situation: Situation, origin: str, destination: str, day: date) -> Explanation:
    """Return how the number of a corridor on a day came to be.

    Raises
    ------
    InvalidSetting
        If the situation has no estimate, or the estimate has no such corridor or day.

    """
    estimate = situation.estimate
    if estimate is None:
        raise InvalidSetting(
            f"Situation {situation.name!r} has no flow estimate as of {situation.as_of}. "
            "No claim in the store informs a flow. Read more reports, or ask for a later --as-of."
        )
    corridor = _corridor(estimate, origin, destination)
    out = release(situation, small_counts=True)
    used, folded, set_aside = _behind(out, estimate, corridor, day)
    forecast = day > estimate.days[-1]
    today, running = _draws(estimate, situation.projections, corridor, day)
    one, many = spread(today), spread(running)
    share = informed(estimate, corridor)
    named = {evidence.claim_id for evidence in used + folded + set_aside}
    return Explanation(
        origin=corridor.origin,
        destination=corridor.destination,
        onward=corridor.onward,
        day=day,
        as_of=estimate.as_of,
        since=estimate.days[0],
        forecast=forecast,
        median=one.median,
        low80=one.low80,
        high80=one.high80,
        cumulative_median=many.median,
        cumulative_low80=many.low80,
        cumulative_high80=many.high80,
        informed=share,
        mostly_prior=share < MOSTLY_PRIOR,
        used=used,
        folded=folded,
        set_aside=set_aside,
        contradictions=_disputes(out, named),
        moved=(*moves(out, corridor, min(day, estimate.as_of)), *moves(out, corridor, None)),
        readings=readings_of(out, estimate, corridor),
        questions=questions_about(out, corridor),
    )


def evidence(out: Release, claim: PublicClaim, day: date) -> Evidence:
    """Return one claim as evidence for a day."""
    copies = [c for c in (out.claim(copy) for copy in claim.copies) if c is not None]
    return Evidence(
        claim_id=claim.id,
        words=claim_words(claim),
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        voice=claim.voice,
        publisher=claim.publisher,
        published=claim.published,
        source=claim.source,
        decision=claim.entry.decision,
        reason=claim.entry.words or claim.entry.reason,
        weight=claim.entry.weight,
        covers=_covers(claim, day),
        folded=tuple(
            Copy(claim_id=c.id, publisher=c.publisher, published=c.published, source=c.source) for c in copies
        ),
    )


def behind(
    out: Release, estimate: FlowEstimate, corridor: Corridor
) -> tuple[tuple[PublicClaim, ...], tuple[PublicClaim, ...], tuple[PublicClaim, ...]]:
    """Return the claims used for a corridor, folded into those, and set aside though they name it."""
    codes = related(estimate, corridor)
    claims = {claim.id: claim for claim in out.claims}
    used = [
        c for c in out.claims if c.entry.decision is Decision.USED and codes.intersection(c.entry.corridors)
    ]
    carried = {c.id for c in used}
    folded = [c for c in out.claims if c.entry.decision is Decision.FOLDED and _carrier(c, claims) in carried]
    aside = [
        c
        for c in out.claims
        if c.entry.decision in (Decision.SET_ASIDE, Decision.REJECTED)
        and c.kind in _MOVES
        and (codes.intersection(c.entry.corridors) or _names(c, corridor))
    ]
    return tuple(used), tuple(folded), tuple(aside)


def _behind(
    out: Release, estimate: FlowEstimate, corridor: Corridor, day: date
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...], tuple[Evidence, ...]]:
    def order(claim: PublicClaim) -> tuple[bool, bool, float, str]:
        direct = str(corridor) in claim.entry.corridors
        return not _covers(claim, day), not direct, -claim.entry.weight, claim.id

    used, folded, aside = (
        tuple(evidence(out, claim, day) for claim in sorted(claims, key=order))
        for claims in behind(out, estimate, corridor)
    )
    return used, folded, aside


def _corridor(estimate: FlowEstimate, origin: str, destination: str) -> Corridor:
    try:
        return estimate.named(origin, destination)
    except KeyError:
        known = ", ".join(str(corridor) for corridor in estimate.corridors)
        raise InvalidSetting(
            f"There is no corridor {origin}>{destination} in the estimate as of {estimate.as_of}. "
            f"It has {known}. Give two of these codes."
        ) from None


def _draws(
    estimate: FlowEstimate, projections: tuple[Projection, ...], corridor: Corridor, day: date
) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """Return the draws of the day and of the running total up to it, both of shape ``(draw,)``."""
    past = estimate.of(corridor)
    if day in estimate.days:
        at = estimate.days.index(day)
        return past[:, at], past[:, : at + 1].sum(axis=1)
    forecast = projections[0] if projections else None
    if forecast is None or day not in forecast.days:
        last = forecast.days[-1] if forecast and forecast.days else estimate.days[-1]
        raise InvalidSetting(
            f"There is no figure for {day}. The situation runs from {estimate.days[0]} to {last}. "
            "Give a day between them."
        )
    ahead = forecast.of(corridor)
    at = forecast.days.index(day)
    so_far = np.resize(past.sum(axis=1), ahead.shape[0])  # draw i continues draw i
    return ahead[:, at], so_far + ahead[:, : at + 1].sum(axis=1)


def _carrier(claim: PublicClaim, claims: dict[str, PublicClaim]) -> str | None:
    """Return the claim that carries a folded one in the end; a damaged ledger that turns in circles gives None."""
    seen = {claim.id}
    into = claim.entry.into
    while into in claims and claims[into].entry.decision is Decision.FOLDED:
        if into in seen:
            return None
        seen.add(into)
        into = claims[into].entry.into
    return into


def _names(claim: PublicClaim, corridor: Corridor) -> bool:
    """Whether a claim names the corridor: from its origin, to its destination, to part of it, or to anywhere."""
    if claim.origin is None or claim.origin.iso3 != corridor.origin:
        return False
    if (claim.kind is Kind.ONWARD) != corridor.onward:
        return False
    named = {d.iso3 for d in claim.destinations}
    ends = set(corridor.members or (corridor.destination,))
    return not named or corridor.destination == ANYWHERE or bool(named & ends)


def _covers(claim: PublicClaim, day: date) -> bool:
    interval = claim.interval
    if interval is None:
        return False
    start, end = interval.start or interval.end, interval.end or interval.start
    return start is not None and end is not None and start <= day <= end


def _disputes(out: Release, named: set[str]) -> tuple[Dispute, ...]:
    found = []
    for dispute in disagreements(out):
        if dispute.claim.id not in named and not named.intersection(c.id for c in dispute.opponents):
            continue
        found.append(
            Dispute(
                claim_id=dispute.claim.id,
                words=dispute.said,
                voice=dispute.claim.voice,
                unit=dispute.unit,
                expected_low=dispute.low,
                expected_median=dispute.median,
                expected_high=dispute.high,
                surprise=dispute.surprise,
                opponents=tuple(c.id for c in dispute.opponents),
            )
        )
    return tuple(found)
