"""One report with the places of its claims, as its readers at the desk see it: private names and contacts masked."""

from dataclasses import dataclass
from datetime import date

from bordercast.publishing.gate import Release, masked_text
from bordercast.publishing.screen.claims import ClaimLine, claim_line
from bordercast.vocabulary import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Code points ``[start, end)`` of the text that say a claim; ``place`` 0 says it, others repeat it."""

    claim_id: str
    place: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportText:
    """One report: ``text`` has as many code points as the original, so that every span fits."""

    id: str
    title: str
    publisher: str | None
    published: date | None
    language: str
    source: str
    credits: tuple[str, ...]
    text: str
    masked: int
    spans: tuple[Marked, ...]
    claims: tuple[ClaimLine, ...]


def report_text(situation: Situation, release: Release, report_id: str) -> ReportText | None:
    """Return one report with its spans in the order of the text, or None when there is none."""
    report = next((r for r in situation.reports if r.id == report_id), None)
    source = next((s for s in release.sources if s.report_id == report_id), None)
    if report is None or source is None:
        return None
    public = [c for c in release.claims if c.report_id == report_id]
    text = masked_text(situation, release, report)
    spans = [
        Marked(claim_id=claim.id, place=i, start=span.start, end=span.end)
        for claim in situation.claims
        if claim.report_id == report_id
        for i, span in enumerate(claim.evidence)
    ]
    return ReportText(
        id=report.id,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        language=source.language,
        source=source.source,
        credits=report.credits,
        text=text,
        masked=sum(a != b for a, b in zip(text, report.text, strict=True)),
        spans=tuple(sorted(spans, key=lambda s: (s.start, s.end, s.claim_id))),
        claims=tuple(map(claim_line, sorted(public, key=lambda c: c.start))),
    )
