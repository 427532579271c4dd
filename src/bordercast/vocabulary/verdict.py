"""What an analyst decided about a claim. Never overwrites; it is another row, and so is taking one back.

A `Judgement` is what somebody says of a claim; held against the claim it becomes a `Verdict`, or is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Self

from bordercast.vocabulary.claim import Claim
from bordercast.vocabulary.correction import Correction
from bordercast.vocabulary.errors import InvalidNoun
from bordercast.vocabulary.identity import fingerprint


class Ruling(StrEnum):
    """What an analyst can decide of a claim, and that an earlier verdict is taken back."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An analyst accepted, rejected or corrected a claim: who, when, why; ``correction`` replaces the claim.

    With the ruling ``duplicate`` the claim says again what the claim ``duplicate_of`` says, and is folded into it.
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
    duplicate_of: str | None = None

    def __post_init__(self) -> None:
        if (self.ruling is Ruling.WITHDRAWN) != (self.withdraws is not None):
            raise InvalidNoun(
                f"Verdict {self.id} on claim {self.claim_id} is {self.ruling} and withdraws {self.withdraws}. "
                "A withdrawal names the verdict it takes back, and no other verdict does."
            )
        if (self.ruling is Ruling.DUPLICATE) != (
            self.duplicate_of is not None
        ) or self.duplicate_of == self.claim_id:
            raise InvalidNoun(
                f"Verdict {self.id} on claim {self.claim_id} is {self.ruling} and names {self.duplicate_of} as the "
                "first to say it. A duplicate names another claim, and no other verdict does."
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
        duplicate_of: str | None = None,
    ) -> Self:
        """Return the verdict with its id made from content."""
        content = (claim_id, ruling, analyst, decided, reason, correction)
        names = [name for name in (withdraws, duplicate_of) if name]
        return cls(
            id=fingerprint("verdict", *content, *names),
            claim_id=claim_id,
            ruling=ruling,
            analyst=analyst,
            decided=decided,
            reason=reason,
            correction=correction,
            withdraws=withdraws,
            duplicate_of=duplicate_of,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What an analyst says of a claim, before it is held against the claim.

    A correction goes with the ruling ``corrected``, ``duplicate_of`` (a claim) with ``duplicate``, ``withdraws``
    (a verdict) with ``withdrawn``: each with that ruling and no other.
    """

    claim_id: str
    ruling: Ruling
    analyst: str
    reason: str
    correction: Correction | None = None
    duplicate_of: str | None = None
    withdraws: str | None = None

    def __post_init__(self) -> None:
        for name in ("analyst", "reason"):
            if not getattr(self, name).strip():
                raise InvalidNoun(
                    f"The verdict on claim {self.claim_id} has no {name}. Say who decides and why: both are kept."
                )
        for name, ruling in _GOES_WITH.items():
            if (getattr(self, name) is not None) != (self.ruling is ruling):
                there = "no " if getattr(self, name) is None else "a "
                raise InvalidNoun(
                    f"The verdict on claim {self.claim_id} is {self.ruling} and has {there}{name}. "
                    f"Give {name} with the ruling {ruling}, and with no other."
                )

    def on(self, claim: Claim, *, at: datetime) -> Verdict:
        """Return the verdict on its claim, decided at a moment; InvalidNoun when the correction does not fit the claim."""
        return Verdict.of(
            claim_id=claim.id,
            ruling=self.ruling,
            analyst=self.analyst.strip(),
            decided=at,
            reason=self.reason.strip(),
            correction=self.correction.of(claim) if self.correction else None,
            withdraws=self.withdraws,
            duplicate_of=self.duplicate_of,
        )


_GOES_WITH = {
    "correction": Ruling.CORRECTED,
    "duplicate_of": Ruling.DUPLICATE,
    "withdraws": Ruling.WITHDRAWN,
}


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
