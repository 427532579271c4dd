"""What was known on a day: claims published by then, as analysts left them."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bordercast.vocabulary import Claim, Report, Ruling, Verdict, in_force


class Standing(StrEnum):
    """What an analyst made of a claim."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim (corrected, where an analyst did), the report it stands in and what an analyst ruled."""

    claim: Claim
    report: Report | None
    standing: Standing
    verdict: Verdict | None = None
    same_as: str | None = None  # the claim that an analyst says this one repeats

    @property
    def published(self) -> date | None:
        """The day the report came out, None when nobody knows."""
        return self.report.published_on if self.report else None

    @property
    def certain(self) -> bool:
        """Whether an analyst vouches for it."""
        return self.standing in (Standing.ACCEPTED, Standing.CORRECTED)


def statements_known(
    reports: Iterable[Report], claims: Iterable[Claim], verdicts: Iterable[Verdict], *, as_of: date
) -> tuple[Statement, ...]:
    """Return the statements published by ``as_of``, in the order of their claims' ids, each claim once.

    A report without a date counts as known. Verdicts are applied whatever their date: ``as_of`` speaks of
    publication, and an analyst reviews a past situation today.
    """
    claims = tuple(claims)
    shelf = {r.id: r for r in reports}
    latest = in_force(verdicts)
    same_as = _firsts(latest, {claim.id for claim in claims})
    found: dict[str, Statement] = {}
    for claim in claims:
        report = shelf.get(claim.report_id)
        day = report.published_on if report else None
        if day is None or day <= as_of:
            found[claim.id] = _ruled(claim, report, latest.get(claim.id), same_as.get(claim.id))
    return tuple(found[i] for i in sorted(found))


def _firsts(latest: Mapping[str, Verdict], known: AbstractSet[str]) -> dict[str, str]:
    """Return, for each claim that an analyst calls a repetition, the first claim of the chain, where that is known.

    Claims that name each other in a ring are nobody's repetition: an analyst's slip loses no claim.
    """
    firsts = {}
    for claim_id in latest:
        seen = [claim_id]
        while (verdict := latest.get(seen[-1])) and verdict.duplicate_of and verdict.duplicate_of not in seen:
            seen.append(verdict.duplicate_of)
        end = latest.get(seen[-1])
        if len(seen) > 1 and seen[-1] in known and not (end and end.duplicate_of):
            firsts[claim_id] = seen[-1]
    return firsts


def _ruled(claim: Claim, report: Report | None, verdict: Verdict | None, same_as: str | None) -> Statement:
    if verdict is None or (verdict.ruling is Ruling.DUPLICATE and same_as is None):
        return Statement(claim=claim, report=report, standing=Standing.UNREVIEWED)
    standing = Standing(verdict.ruling.value)
    if verdict.correction is not None:
        claim = replace(verdict.correction, id=claim.id)
    return Statement(claim=claim, report=report, standing=standing, verdict=verdict, same_as=same_as)
