"""What changed between two days, and which claims moved it: the estimate as of one day against that of another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bordercast.publishing.figures import claim_words
from bordercast.publishing.gate import Release, release
from bordercast.publishing.quantiles import Spread, spread
from bordercast.vocabulary import Corridor, Decision, FlowEstimate, InvalidSetting, Situation

MOST_CAUSES = 6  # claims named for a corridor


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A claim that moved a corridor's total between two days, with its sentence.

    ``became`` is what happened to it: ``new`` (used now, not published then), ``taken up`` (known then, used only
    now), ``dropped`` (used then, not now). ``persons`` is the median total with the claim, ``without`` what it
    would be without it: as of the later day, or for a dropped claim as of the earlier one.
    """

    claim_id: str
    became: str
    words: str
    quote: str
    voice: str
    publisher: str | None
    published: date | None
    reason: str
    persons: float
    without: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One corridor as of two days.

    ``before`` and ``after`` are persons over the days ``since`` to ``until`` (both included), which both estimates have:
    the same days, told twice. ``total`` counts on to the later day. A corridor that one of them lacks has None there.
    """

    origin: str
    destination: str
    onward: bool
    since: date | None
    until: date | None
    before: Spread | None
    after: Spread | None
    total: Spread | None
    causes: tuple[Cause, ...]


def difference(earlier: Situation, later: Situation) -> tuple[Difference, ...]:
    """Return what changed on each corridor of either situation, those with most people first.

    Raises
    ------
    InvalidSetting
        If the days are not in order.

    """
    if earlier.as_of > later.as_of:
        raise InvalidSetting(
            f"The difference from {earlier.as_of} to {later.as_of} runs backwards. The first day must not be later. "
            "Swap --from and --to."
        )
    then, now = release(earlier, small_counts=True), release(later, small_counts=True)
    corridors = {c for s in (earlier, later) if s.estimate for c in s.estimate.corridors}
    keys = sorted({(c.origin, c.destination, c.onward) for c in corridors})
    found = [_difference(then, now, *key) for key in keys]
    return tuple(
        sorted(found, key=lambda d: (d.onward, -(d.total.median if d.total else 0), d.origin, d.destination))
    )


def _difference(then: Release, now: Release, origin: str, destination: str, onward: bool) -> Difference:
    old, new = (_corridor(out.estimate, origin, destination) for out in (then, now))
    days = sorted(
        set(then.estimate.days if then.estimate and old else ())
        & set(now.estimate.days if now.estimate and new else ())
    )
    before = after = total = None
    if then.estimate is not None and old is not None and days:
        before = _spread(then.estimate, old, days)
    if now.estimate is not None and new is not None:
        after = _spread(now.estimate, new, days) if days else None
        total = _spread(now.estimate, new, list(now.estimate.days))
    return Difference(
        origin=origin,
        destination=destination,
        onward=onward,
        since=days[0] if days else None,
        until=days[-1] if days else None,
        before=before,
        after=after,
        total=total,
        causes=_causes(then, now, f"{origin}>{destination}"),
    )


def _corridor(estimate: FlowEstimate | None, origin: str, destination: str) -> Corridor | None:
    if estimate is None:
        return None
    return next((c for c in estimate.corridors if (c.origin, c.destination) == (origin, destination)), None)


def _spread(estimate: FlowEstimate, corridor: Corridor, days: list[date]) -> Spread:
    chosen = [estimate.days.index(day) for day in days]
    return spread(estimate.of(corridor)[:, chosen].sum(axis=1))


def _causes(then: Release, now: Release, corridor: str) -> tuple[Cause, ...]:
    """Claims that inform one estimate and not the other, those that move the corridor's total most first."""
    before, after = _used(then), _used(now)
    known = {claim.id for claim in then.claims}
    found = [
        *_moved(now, now, corridor, {c: "taken up" if c in known else "new" for c in after - before}),
        *_moved(then, now, corridor, dict.fromkeys(before - after, "dropped")),
    ]
    found.sort(key=lambda c: (-abs(c.persons - c.without), c.claim_id))
    return tuple(found[:MOST_CAUSES])


def _used(out: Release) -> set[str]:
    return {entry.subject for entry in out.ledger.entries if entry.decision is Decision.USED}


def _moved(out: Release, now: Release, corridor: str, became: dict[str, str]) -> Iterator[Cause]:
    """Yield the causes among some claims; the reason is what became of each in the later ledger."""
    for influence in out.ledger.influences:
        if influence.corridor != corridor or influence.day is not None or influence.claim_id not in became:
            continue
        claim = out.claim(influence.claim_id)
        if claim is None:
            continue
        latest = now.claim(claim.id) or claim
        yield Cause(
            claim_id=claim.id,
            became=became[claim.id],
            words=claim_words(claim),
            quote=claim.quote,
            voice=claim.voice,
            publisher=claim.publisher,
            published=claim.published,
            reason=latest.entry.words or latest.entry.reason,
            persons=influence.persons,
            without=influence.without,
        )
