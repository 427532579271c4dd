"""What changed between two days: the headline, corridors that moved, claims that came, borders that were spoken of."""

from dataclasses import dataclass
from datetime import date

from bordercast.publishing.figures import CorridorFigures, Figures, border_name
from bordercast.publishing.gate import Release
from bordercast.publishing.quantiles import Spread
from bordercast.publishing.screen.answers import corridor_id
from bordercast.publishing.screen.claims import ClaimLine, claim_line
from bordercast.publishing.words import between, day_words, modelled, status_words
from bordercast.vocabulary import BorderTimeline

MOVED = 0.1  # a corridor is listed when its running total moved by a tenth or more (judgement)
_MOST_CLAIMS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A corridor whose running total was another one in the earlier estimate; ``before`` is None when it is new."""

    id: str
    name: str
    before: Spread | None
    after: Spread
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """From the end of ``since`` to the end of ``as_of``: ``claims`` counts those that came, ``latest`` lists the weightiest."""

    since: date
    as_of: date
    words: str
    headline: Moved | None
    corridors: tuple[Moved, ...]
    reports: int
    claims: int
    latest: tuple[ClaimLine, ...]
    borders: tuple[str, ...]
    contradictions: tuple[str, ...]


def changes(before: tuple[Release, Figures], after: tuple[Release, Figures]) -> Changes:
    """Return what the reports of the days between two situations changed."""
    (old, old_numbers), (new, numbers) = before, after
    earlier = {c.code: c for c in old_numbers.corridors}
    known = {claim.id for claim in old.claims}
    fresh = sorted(
        (c for c in new.claims if c.id not in known), key=lambda c: (-c.entry.weight, c.kind.value, c.id)
    )
    main = numbers.main
    headline = _moved(earlier.get(main.code), main) if main else None
    sources = {s.report_id for s in old.sources}
    reports = sum(s.report_id not in sources for s in new.sources)
    return Changes(
        since=old.as_of,
        as_of=new.as_of,
        words=_words(headline, reports, len(fresh)),
        headline=headline,
        corridors=tuple(
            _moved(earlier.get(c.code), c)
            for c in numbers.corridors
            if _worth_telling(earlier.get(c.code), c)
        ),
        reports=reports,
        claims=len(fresh),
        latest=tuple(map(claim_line, fresh[:_MOST_CLAIMS])),
        borders=tuple(
            f"{border_name(line.border)}: {_state(lines_before.get(line.border))} before, now {_state(line)}"
            for lines_before in ({line.border: line for line in old.borders},)
            for line in new.borders
            if _state(lines_before.get(line.border)) != _state(line)
        ),
        contradictions=tuple(
            d.claim.id
            for d in numbers.disagreements
            if d.claim.id not in {e.claim.id for e in old_numbers.disagreements}
        ),
    )


def _moved(before: CorridorFigures | None, after: CorridorFigures) -> Moved:
    now = f"{modelled(after.total.median)} ({between(after.total.low80, after.total.high80)})"
    was = (
        f"{modelled(before.total.median)} ({between(before.total.low80, before.total.high80)})"
        if before
        else ""
    )
    return Moved(
        id=corridor_id(after),
        name=after.name,
        before=before.total if before else None,
        after=after.total,
        words=f"{after.name}: {was} before, now {now}" if before else f"{after.name}: new, {now}",
    )


def _worth_telling(before: CorridorFigures | None, after: CorridorFigures) -> bool:
    if before is None:
        return True
    return abs(after.total.median - before.total.median) >= MOVED * max(before.total.median, 1.0)


def _state(line: BorderTimeline | None) -> str:
    standing = line.standing if line else None
    if standing is None:
        return "no statement of fact"
    return f"{status_words(standing.status, standing.modality)} ({standing.voice}, {day_words(standing.day)})"


def _words(headline: Moved | None, reports: int, claims: int) -> str:
    came = f"{reports} report{'' if reports == 1 else 's'} with {claims} claim{'' if claims == 1 else 's'} came in"
    return f"{came}. {headline.words}." if headline else f"{came}."
