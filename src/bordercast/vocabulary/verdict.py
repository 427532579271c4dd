"""What an analyst decided about a claim. Never overwrites; it is another row, and so is taking one back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Self

from bordercast.vocabulary.claim import Claim
from bordercast.vocabulary.errors import InvalidNoun
from bordercast.vocabulary.identity import fingerprint


class Ruling(StrEnum):
    """What an analyst can decide of a claim, and that an earlier verdict is taken back."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An analyst accepted, rejected or corrected a claim: who, when, why; ``correction`` replaces the claim.

    With the ruling ``withdrawn`` it takes back the verdict whose id is ``withdraws``, which may itself be a
    withdrawal: then what that took back holds again.
    """

    id: str
    claim_id: str
    ruling: Ruling
    analyst: str
    decided: datetime
    reason: str
    correction: Claim | None = None
    withdraws: str | None = None

    def __post_init__(self) -> None:
        if (self.ruling is Ruling.WITHDRAWN) != (self.withdraws is not None):
            raise InvalidNoun(
                f"Verdict {self.id} on claim {self.claim_id} is {self.ruling} and withdraws {self.withdraws}. "
                "A withdrawal names the verdict it takes back, and no other verdict does."
            )

    @classmethod
    def of(  # noqa: PLR0913 - one argument a field
        cls,
        *,
        claim_id: str,
        ruling: Ruling,
        analyst: str,
        decided: datetime,
        reason: str,
        correction: Claim | None = None,
        withdraws: str | None = None,
    ) -> Self:
        """Return the verdict with its id made from content."""
        content = (claim_id, ruling, analyst, decided, reason, correction)
        return cls(
            id=fingerprint("verdict", *content, *([withdraws] if withdraws else ())),
            claim_id=claim_id,
            ruling=ruling,
            analyst=analyst,
            decided=decided,
            reason=reason,
            correction=correction,
            withdraws=withdraws,
        )


def taken_back(verdicts: Iterable[Verdict]) -> frozenset[str]:
    """Return the ids of the verdicts that a withdrawal takes back which is not itself taken back."""
    found: set[str] = set()
    for verdict in sorted(verdicts, key=_moment, reverse=True):  # a withdrawal comes after what it takes back
        if verdict.withdraws is not None and verdict.id not in found:
            found.add(verdict.withdraws)
    return frozenset(found)


def in_force(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """Return, by claim, the latest verdict that nobody has taken back; a claim without one is not named."""
    rows = sorted(verdicts, key=_moment)
    gone = taken_back(rows)
    return {v.claim_id: v for v in rows if v.withdraws is None and v.id not in gone}


def _moment(verdict: Verdict) -> tuple[datetime, str]:
    decided = verdict.decided
    return decided if decided.tzinfo else decided.replace(tzinfo=UTC), verdict.id
