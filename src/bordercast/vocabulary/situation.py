"""Everything known on a day, together: what publishing shows."""

from dataclasses import dataclass
from datetime import date

from bordercast.vocabulary.border import BorderTimeline
from bordercast.vocabulary.claim import Claim
from bordercast.vocabulary.estimate import FlowEstimate
from bordercast.vocabulary.ledger import Ledger
from bordercast.vocabulary.projection import Projection
from bordercast.vocabulary.report import Report


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Situation:
    """The situation as of a day: reports and claims published by then, and what was made of them.

    ``estimate`` is None when no claim can inform a flow; then ``projections`` is empty too. The first
    projection is the forecast as things stand. ``vintage`` is the id under which a store keeps the estimate.
    """

    name: str
    as_of: date
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    ledger: Ledger
    estimate: FlowEstimate | None
    borders: tuple[BorderTimeline, ...]
    projections: tuple[Projection, ...]
    vintage: str = ""

    def claim(self, claim_id: str) -> Claim:
        """Return the claim of an id; KeyError when there is none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)

    def report(self, report_id: str) -> Report:
        """Return the report of an id; KeyError when there is none."""
        for report in self.reports:
            if report.id == report_id:
                return report
        raise KeyError(report_id)
