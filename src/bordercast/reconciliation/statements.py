"""What was known on a day: claims published by then, as analysts left them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bordercast.vocabulary import Claim, Report, Ruling, Verdict, in_force


class Standing(StrEnum):
    """What an analyst made of a claim."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim (corrected, where an analyst did), the report it stands in and what an analyst ruled."""

    claim: Claim
    report: Report | None
    standing: Standing
    verdict: Verdict | None = None

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
    shelf = {r.id: r for r in reports}
    latest = in_force(verdicts)
    found: dict[str, Statement] = {}
    for claim in claims:
        report = shelf.get(claim.report_id)
        day = report.published_on if report else None
        if day is None or day <= as_of:
            found[claim.id] = _ruled(claim, report, latest.get(claim.id))
    return tuple(found[i] for i in sorted(found))


def _ruled(claim: Claim, report: Report | None, verdict: Verdict | None) -> Statement:
    if verdict is None:
        return Statement(claim=claim, report=report, standing=Standing.UNREVIEWED)
    standing = {
        Ruling.ACCEPTED: Standing.ACCEPTED,
        Ruling.CORRECTED: Standing.CORRECTED,
        Ruling.REJECTED: Standing.REJECTED,
    }[verdict.ruling]
    if standing is Standing.CORRECTED and verdict.correction is not None:
        claim = replace(verdict.correction, id=claim.id)
    return Statement(claim=claim, report=report, standing=standing, verdict=verdict)
