"""Verdicts outlive the rules that found their claims.

A claim's id depends on all it says, so newer rules that read one field of it otherwise give it another. What an
analyst ruled was about a figure in a sentence: it goes over to the claim that newer rules find there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bordercast.vocabulary import Claim, Ruling, Verdict


def follow(
    verdicts: Iterable[Verdict], judged: Mapping[str, Claim], claims: Iterable[Claim]
) -> tuple[Verdict, ...]:
    """Return the verdicts with the ids that their claims have now; one whose claim is gone stays as it was.

    ``judged`` are the claims as they were when they were ruled on, by id; ``claims`` what the present rules find. A
    claim has become another one when both stand in one report, are of a kind, quote overlapping words and give the
    same figure, or when the new one says what the old one was corrected to. What was accepted is what the analyst
    saw: where the new claim says something else beside, the accepted one is the verdict's ``correction`` of it.
    """
    rows = tuple(verdicts)
    now = {claim.id: claim for claim in claims}
    gone = {v.claim_id for v in rows} | {v.duplicate_of for v in rows if v.duplicate_of}
    gone = {claim_id for claim_id in gone if claim_id not in now and claim_id in judged}
    if not gone:
        return rows
    shelves: dict[str, list[Claim]] = {}
    for claim in now.values():
        shelves.setdefault(claim.report_id, []).append(claim)
    became: dict[str, Claim] = {}
    for claim_id in gone:
        corrections = [v.correction for v in rows if v.claim_id == claim_id and v.correction]
        found = _heir(judged[claim_id], corrections, shelves.get(judged[claim_id].report_id, ()))
        if found is not None:
            became[claim_id] = found
    return tuple(_over(verdict, judged, became) for verdict in rows)


def _heir(old: Claim, corrections: Iterable[Claim], shelf: Iterable[Claim]) -> Claim | None:
    """Return the claim that stands where an old one stood, the one most like it where there are several."""
    versions = (old, *corrections)
    fit = [new for new in shelf if _overlap(old, new) and any(_same_figure(v, new) for v in versions)]
    return min(fit, key=lambda new: (-_likeness(old, new), new.id), default=None)


def _overlap(old: Claim, new: Claim) -> bool:
    first = old.evidence[0]
    return any(s.start < first.end and first.start < s.end for s in new.evidence)


def _same_figure(old: Claim, new: Claim) -> bool:
    if old.kind is not new.kind:
        return False
    one, two = old.quantity, new.quantity
    if one is None or two is None:
        return one is two and old.term == new.term and old.status == new.status
    return one.unit == two.unit and one.middle == two.middle  # its hedge may be read otherwise


def _likeness(old: Claim, new: Claim) -> int:
    """Return in how many ways two claims agree; the words they quote count for most."""
    names = ("term", "measure", "origin", "destinations", "via", "at", "interval", "modality", "attribution")
    alike = [bool(getattr(old, name) == getattr(new, name)) for name in names]
    return 10 * (old.evidence[0] in new.evidence) + sum(alike)


def _over(verdict: Verdict, judged: Mapping[str, Claim], became: Mapping[str, Claim]) -> Verdict:
    heir = became.get(verdict.claim_id)
    first = became.get(verdict.duplicate_of or "")
    if heir is None and first is None:
        return verdict
    correction = verdict.correction
    if heir is not None and verdict.ruling is Ruling.ACCEPTED and correction is None:
        correction = judged[verdict.claim_id]
    moved = heir.id if heir else verdict.claim_id
    original = first.id if first else verdict.duplicate_of
    if verdict.duplicate_of is not None and moved == original:
        return verdict  # newer rules read both as one claim: nothing is left to fold
    return replace(verdict, claim_id=moved, duplicate_of=original, correction=correction)
