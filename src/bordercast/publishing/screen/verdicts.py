"""Verdicts as a list: who decided what about which claim, why, and whether it still holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bordercast.publishing.gate import Release
from bordercast.publishing.screen.claims import ClaimLine, claim_line
from bordercast.publishing.words import quantity_words
from bordercast.vocabulary import Ruling, Verdict, in_force, taken_back


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictLine:
    """One verdict: ``claim`` is None when the claim is not known that day.

    ``holds`` when the estimate goes by it: nobody took it back and no later one stands. A withdrawal holds until it
    is taken back. ``duplicate_of`` is the claim that says it first. ``corrected_to`` are the words of the figure that replaces the claim's.
    """

    id: str
    claim_id: str
    ruling: Ruling
    analyst: str
    decided: datetime
    reason: str
    withdraws: str | None
    duplicate_of: str | None
    holds: bool
    corrected_to: str | None
    claim: ClaimLine | None


def verdict_lines(release: Release, verdicts: Sequence[Verdict]) -> tuple[VerdictLine, ...]:
    """Return every verdict, the newest first."""
    gone = taken_back(verdicts)
    holding = {verdict.id for verdict in in_force(verdicts).values()}
    holding |= {v.id for v in verdicts if v.withdraws is not None and v.id not in gone}
    return tuple(_line(release, verdict, holds=verdict.id in holding) for verdict in reversed(verdicts))


def _line(release: Release, verdict: Verdict, *, holds: bool) -> VerdictLine:
    claim = release.claim(verdict.claim_id)
    return VerdictLine(
        id=verdict.id,
        claim_id=verdict.claim_id,
        ruling=verdict.ruling,
        analyst=verdict.analyst,
        decided=verdict.decided,
        reason=verdict.reason,
        withdraws=verdict.withdraws,
        duplicate_of=verdict.duplicate_of,
        holds=holds,
        corrected_to=quantity_words(verdict.correction.quantity)
        if verdict.ruling is Ruling.CORRECTED and verdict.correction
        else None,
        claim=claim_line(claim) if claim else None,
    )
