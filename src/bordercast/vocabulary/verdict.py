"""What an analyst decided about a claim. Never overwrites; it is another row."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from bordercast.vocabulary.claim import Claim
from bordercast.vocabulary.identity import fingerprint


class Ruling(StrEnum):
    """The three things an analyst can decide."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An analyst accepted, rejected or corrected a claim: who, when, why; ``correction`` replaces the claim."""

    id: str
    claim_id: str
    ruling: Ruling
    analyst: str
    decided: datetime
    reason: str
    correction: Claim | None = None

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
    ) -> Self:
        """Return the verdict with its id made from content."""
        return cls(
            id=fingerprint("verdict", claim_id, ruling, analyst, decided, reason, correction),
            claim_id=claim_id,
            ruling=ruling,
            analyst=analyst,
            decided=decided,
            reason=reason,
            correction=correction,
        )
