"""Claims as a table that can be searched, and one by one with the sentence, the chain, the copies and the ledger."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum

from bordercast.publishing.figures import claim_words, ends
from bordercast.publishing.gate import PublicClaim, Release
from bordercast.publishing.words import place_code
from bordercast.vocabulary import Decision, Interval, Kind, Measure, Modality, Quantity, SourceType, Where

MOST = 500  # rows of a page


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim as a row of a table. ``weight`` is the information the estimate took: 1 is a clear official figure."""

    id: str
    report_id: str
    kind: Kind
    modality: Modality
    words: str
    ends: str
    corridors: tuple[str, ...]
    quantity: Quantity | None
    measure: Measure
    interval: Interval | None
    voice: str
    source_type: SourceType
    publisher: str | None
    published: date | None
    language: str
    decision: Decision
    reason: str
    weight: float
    into: str | None
    copies: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """A page of claims: ``total`` match what was asked, ``items`` are those from ``offset`` on.

    ``facets`` counts, for each thing that can be asked, how many of the claims that match have it.
    """

    as_of: date
    total: int
    offset: int
    limit: int
    facets: dict[str, dict[str, int]]
    items: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDetail:
    """One claim whole: where it stands in its report, who told whom, and what became of it and why.

    ``start`` and ``end`` are code points of the report's text. ``copies`` were folded into it; ``withheld``
    says what the gate left out.
    """

    line: ClaimLine
    term: str
    status: str | None
    population: str | None
    origin: Where | None
    destinations: tuple[Where, ...]
    via: tuple[Where, ...]
    at: Where | None
    speaker: str | None
    role: str | None
    organisation: str | None
    chain: tuple[str, ...]
    before: str
    quote: str
    after: str
    start: int
    end: int
    title: str
    source: str
    decision_words: str
    copies: tuple[ClaimLine, ...]
    carried_by: ClaimLine | None
    expected: tuple[float, float, float] | None
    surprise: float | None
    opponents: tuple[ClaimLine, ...]
    withheld: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of the table of claims; None asks nothing. ``corridor`` is an address such as ``RUS-KAZ``."""

    kind: Kind | None = None
    modality: Modality | None = None
    decision: Decision | None = None
    source_type: SourceType | None = None
    corridor: str | None = None
    report_id: str | None = None
    text: str | None = None

    @property
    def words(self) -> str:
        """What is asked, such as ``kind flow, corridor RUS-KAZ``; empty when nothing is."""
        asked = ((field.name, getattr(self, field.name)) for field in fields(self))
        return ", ".join(
            f"{name.removesuffix('_id').replace('_', ' ')} {said}" for name, said in asked if said
        )


class Order(Enum):
    """The order of a table of claims."""

    WEIGHT = "weight"
    PUBLISHED = "published"
    SURPRISE = "surprise"


def narrowed(release: Release, wanted: Wanted) -> Release:
    """Return what may leave with the claims that match alone; its estimates stay as they are."""
    return replace(release, claims=tuple(claim for claim in release.claims if _matches(claim, wanted)))


def claim_page(
    release: Release, wanted: Wanted, *, order: Order = Order.WEIGHT, offset: int = 0, limit: int = 100
) -> ClaimPage:
    """Return the claims that match, a page at a time."""
    found = list(narrowed(release, wanted).claims)
    surprise = {c.claim_id: c.surprise for c in release.contradictions}
    match order:
        case Order.WEIGHT:
            found.sort(key=lambda c: (-c.entry.weight, c.id))
        case Order.PUBLISHED:
            found.sort(key=lambda c: (c.published is None, -(c.published or date.min).toordinal(), c.id))
        case Order.SURPRISE:
            found.sort(key=lambda c: (surprise.get(c.id, 1.0), -c.entry.weight, c.id))
    return ClaimPage(
        as_of=release.as_of,
        total=len(found),
        offset=offset,
        limit=limit,
        facets=_facets(found),
        items=tuple(map(claim_line, found[offset : offset + min(limit, MOST)])),
    )


def claim_detail(release: Release, claim_id: str) -> ClaimDetail | None:
    """Return one claim whole, or None when there is none."""
    claim = release.claim(claim_id)
    if claim is None:
        return None
    against = next((c for c in release.contradictions if c.claim_id == claim_id), None)
    carrier = release.claim(claim.entry.into) if claim.entry.into else None
    said = claim.attribution
    return ClaimDetail(
        line=claim_line(claim),
        term=claim.term,
        status=claim.status,
        population=claim.population,
        origin=claim.origin,
        destinations=claim.destinations,
        via=claim.via,
        at=claim.at,
        speaker=said.speaker,
        role=said.role,
        organisation=said.organisation,
        chain=said.chain,
        before=claim.before,
        quote=claim.quote,
        after=claim.after,
        start=claim.start,
        end=claim.end,
        title=claim.title,
        source=claim.source,
        decision_words=claim.entry.words,
        copies=_lines(release, claim.copies),
        carried_by=claim_line(carrier) if carrier else None,
        expected=against.expected if against else None,
        surprise=against.surprise if against else None,
        opponents=_lines(release, against.opponents if against else ()),
        withheld=claim.withheld,
    )


def claim_line(claim: PublicClaim) -> ClaimLine:
    """Return a claim as a row."""
    return ClaimLine(
        id=claim.id,
        report_id=claim.report_id,
        kind=claim.kind,
        modality=claim.modality,
        words=claim_words(claim),
        ends=ends(claim),
        corridors=tuple(code.replace(">", "-") for code in claim.entry.corridors),
        quantity=claim.quantity,
        measure=claim.measure,
        interval=claim.interval,
        voice=claim.voice,
        source_type=claim.attribution.source_type,
        publisher=claim.publisher,
        published=claim.published,
        language=claim.language,
        decision=claim.entry.decision,
        reason=claim.entry.reason,
        weight=claim.entry.weight,
        into=claim.entry.into,
        copies=len(claim.copies),
        quote=claim.quote,
    )


def _lines(release: Release, ids: Sequence[str]) -> tuple[ClaimLine, ...]:
    return tuple(claim_line(c) for c in map(release.claim, ids) if c is not None)


def _matches(claim: PublicClaim, wanted: Wanted) -> bool:
    return (
        (wanted.kind is None or claim.kind is wanted.kind)
        and (wanted.modality is None or claim.modality is wanted.modality)
        and (wanted.decision is None or claim.entry.decision is wanted.decision)
        and (wanted.source_type is None or claim.attribution.source_type is wanted.source_type)
        and (wanted.report_id is None or claim.report_id == wanted.report_id)
        and (wanted.corridor is None or _on(claim, wanted.corridor))
        and (wanted.text is None or _says(claim, wanted.text.casefold()))
    )


def _on(claim: PublicClaim, corridor: str) -> bool:
    """Whether a claim informs a corridor or names its two ends."""
    origin, _, destination = corridor.partition("-")
    if f"{origin}>{destination}" in claim.entry.corridors:
        return True
    return (
        claim.origin is not None
        and place_code(claim.origin) == origin
        and destination in {place_code(d) for d in claim.destinations}
    )


def _says(claim: PublicClaim, text: str) -> bool:
    return any(
        text in (words or "").casefold()
        for words in (
            claim.quote,
            claim.voice,
            claim.publisher,
            claim.title,
            claim.before,
            claim.after,
            claim.at and claim.at.name,
        )
    )


def _facets(claims: Sequence[PublicClaim]) -> dict[str, dict[str, int]]:
    return {
        "kind": _counted(claim.kind for claim in claims),
        "modality": _counted(claim.modality for claim in claims),
        "decision": _counted(claim.entry.decision for claim in claims),
        "source_type": _counted(claim.attribution.source_type for claim in claims),
        "corridor": _counted(code.replace(">", "-") for claim in claims for code in claim.entry.corridors),
    }


def _counted(words: Iterable[str]) -> dict[str, int]:
    """Return how often each word occurs, the most frequent first."""
    return {str(word): count for word, count in Counter(words).most_common()}
