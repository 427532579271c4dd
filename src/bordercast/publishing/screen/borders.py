"""Borders: who said what when, with rumour, denial and decision apart, and the queues told of at a crossing."""

from dataclasses import dataclass
from datetime import date

from bordercast.publishing.figures import border_name
from bordercast.publishing.gate import PublicClaim, Release
from bordercast.publishing.screen.claims import ClaimLine, claim_line
from bordercast.publishing.screen.places import Spot, crossing_spot
from bordercast.publishing.words import status_words
from bordercast.vocabulary import BorderEvent, BorderTimeline, Decision, Kind, Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement about a border: ``fact`` when it says how things are, ``words`` never to be parted from it."""

    day: date
    status: str
    modality: Modality
    fact: bool
    words: str
    voice: str
    population: str | None
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """One border: ``border`` is ``RUS`` (all), ``RUS>FIN`` or a crossing's name; ``standing`` its latest fact.

    ``state`` is ``open``, ``restricted``, ``closed``, ``undecided`` or ``unknown``, from the standing alone.
    ``loose`` is the latest rumour, plan, denial or "no decision" that is newer than the standing.
    """

    id: str
    border: str
    name: str
    state: str
    at: Spot | None
    standing: Said | None
    loose: Said | None
    events: tuple[Said, ...]
    queues: tuple[ClaimLine, ...]


def borders(release: Release) -> tuple[Border, ...]:
    """Return every border somebody spoke of, or where a queue was told of, in the order of its name."""
    queues = _queues(release)
    lines = {line.border: line for line in release.borders}
    for name in queues:
        lines.setdefault(name, BorderTimeline(border=name, events=()))
    return tuple(_border(lines[name], queues.get(name, [])) for name in sorted(lines))


def _border(line: BorderTimeline, queues: list[PublicClaim]) -> Border:
    standing = line.standing
    loose = [e for e in line.events if not _fact(e)]
    newest = loose[-1] if loose and not (standing and loose[-1].day < standing.day) else None
    state = (
        standing.status if standing else "undecided" if newest and newest.status == "undecided" else "unknown"
    )
    return Border(
        id=border_id(line.border),
        border=line.border,
        name=border_name(line.border),
        state=state if state in ("open", "restricted", "closed", "undecided") else "unknown",
        at=crossing_spot(line.border),
        standing=_said(standing) if standing else None,
        loose=_said(newest) if newest else None,
        events=tuple(map(_said, line.events)),
        queues=tuple(map(claim_line, queues)),
    )


def border_id(border: str) -> str:
    """Return a border as it stands in an address: ``RUS-FIN``, ``Verkhny-Lars``."""
    return "-".join(border.replace(">", " ").split())


def _said(event: BorderEvent) -> Said:
    return Said(
        day=event.day,
        status=event.status,
        modality=event.modality,
        fact=_fact(event),
        words=status_words(event.status, event.modality),
        voice=event.voice,
        population=event.population,
        claim_id=event.claim_id,
    )


def _fact(event: BorderEvent) -> bool:
    return event.modality.factual and event.status != "undecided"


def _queues(release: Release) -> dict[str, list[PublicClaim]]:
    """Return the claims about queues, by the place they name, latest first."""
    found: dict[str, list[PublicClaim]] = {}
    for claim in release.claims:
        if claim.kind is Kind.QUEUE and claim.at is not None and claim.entry.decision is Decision.SHOWN:
            found.setdefault(claim.at.name, []).append(claim)
    for claims in found.values():
        claims.sort(key=lambda c: (c.published or date.min, c.id), reverse=True)
    return found
