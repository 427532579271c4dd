"""Who said what about which border, and when."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from bordercast import atlas
from bordercast.reconciliation.copies import COPY_DAYS, COPY_FROM, alike
from bordercast.reconciliation.statements import Standing, Statement, statements_known
from bordercast.reconciliation.voices import same_voice
from bordercast.vocabulary import (
    Basis,
    BorderEvent,
    BorderTimeline,
    Claim,
    Kind,
    Modality,
    Report,
    Verdict,
)


def border_timelines(
    reports: Iterable[Report], claims: Iterable[Claim], verdicts: Iterable[Verdict] = (), *, as_of: date
) -> tuple[BorderTimeline, ...]:
    """Return the statements about each border known by ``as_of``, each border's oldest first, copies folded.

    A border is ``RUS`` (all of a country's), ``RUS>FIN`` or a crossing's name. An undated statement in an
    undated report has no place on a timeline and is left out.
    """
    return timelines_of(statements_known(reports, claims, verdicts, as_of=as_of), as_of=as_of)


def timelines_of(statements: Iterable[Statement], *, as_of: date) -> tuple[BorderTimeline, ...]:
    """Return the timelines of the borders that statements speak of."""
    said: dict[str, list[tuple[date, Statement]]] = defaultdict(list)
    for statement in statements:
        day = _day(statement)
        if (
            statement.claim.kind is not Kind.BORDER_STATUS
            or statement.standing in (Standing.REJECTED, Standing.DUPLICATE)
            or statement.claim.status is None
            or day is None
        ):
            continue
        for border in _borders(statement.claim):
            said[border].append((day, statement))
    return tuple(
        BorderTimeline(
            border=border, events=tuple(_event(day, s, as_of) for day, s in _without_copies(said[border]))
        )
        for border in sorted(said)
    )


def _borders(claim: Claim) -> tuple[str, ...]:
    place = claim.at or claim.origin or (claim.destinations[0] if claim.destinations else None)
    if place is None:
        return ()
    if claim.term == "crossing" and claim.via:
        return (claim.via[0].name,)
    if claim.term == "crossing" and place.iso3 and place.name != atlas.country(place.iso3).name:
        return (place.name,)
    here = place.iso3 or place.name
    ahead = [d.iso3 or d.name for d in claim.destinations if (d.iso3 or d.name) != here]
    behind = claim.origin.iso3 or claim.origin.name if claim.origin else here
    if behind != here:
        return (f"{behind}>{here}",)
    return tuple(f"{here}>{d}" for d in sorted(set(ahead))) or (here,)


def _day(statement: Statement) -> date | None:
    """The day it was said; the day it speaks of, when that is one named day or lies ahead."""
    interval, published = statement.claim.interval, statement.published
    if interval is None:
        return published
    if published is None:
        return interval.end or interval.start
    if interval.start is not None and (interval.start == interval.end or interval.start > published):
        return interval.start
    return published


def _without_copies(said: list[tuple[date, Statement]]) -> list[tuple[date, Statement]]:
    kept: list[tuple[date, Statement]] = []
    for day, statement in sorted(said, key=lambda ds: (ds[0], ds[1].published or date.max, ds[1].claim.id)):
        if not any(_copy(day, statement, *other) for other in kept):
            kept.append((day, statement))
    return kept


def _copy(day: date, statement: Statement, other_day: date, other: Statement) -> bool:
    one, two = statement.claim, other.claim
    if (one.status, one.modality, one.population) != (two.status, two.modality, two.population):
        return False
    if abs((day - other_day).days) > COPY_DAYS:
        return False
    if one.report_id == two.report_id or same_voice(one.attribution, two.attribution):
        return True
    first, second = statement.report, other.report
    return first is not None and second is not None and alike(first, second) >= COPY_FROM


def _event(day: date, statement: Statement, as_of: date) -> BorderEvent:
    claim = statement.claim
    ahead = claim.modality.factual and (
        day > as_of or (claim.interval is not None and claim.interval.basis is Basis.FUTURE)
    )
    return BorderEvent(
        day=day,
        status=claim.status or "",
        modality=Modality.PLANNED if ahead else claim.modality,  # in force from a later day: not yet so
        voice=claim.attribution.voice,
        claim_id=claim.id,
        population=claim.population,
    )
