"""What a model proposed about a report, and how that stands to what the rules read there."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bordercast.vocabulary.claim import Claim
from bordercast.vocabulary.identity import fingerprint


class Outcome(StrEnum):
    """What became of a proposal, or of a claim of the rules that a model did not propose."""

    AGREES = "agrees"  # the rules read the same figure there, of the same kind and places
    DIFFERS = "differs"  # the rules read the figure, and a field otherwise
    ONLY_MODEL = "only_model"  # proved by its quote, and the rules are silent
    ONLY_RULES = "only_rules"  # a figure of the rules that the model did not propose
    REFUSED = "refused"  # not proved: the quote or the number is not there, or it is no claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One line of the comparison of a model with the rules over a report.

    ``claim`` is what was proved of the proposal, its figure read by our own grammar (None where refused, and for
    ``only_rules``); ``against`` the id of the rules' claim it is held against; ``words`` say what differs or why it
    was refused; ``quote`` is what was quoted, shortened.
    """

    id: str
    report_id: str
    model: str
    outcome: Outcome
    words: str
    quote: str
    claim: Claim | None = None
    against: str | None = None

    @classmethod
    def of(  # noqa: PLR0913 - one argument a field
        cls,
        *,
        report_id: str,
        model: str,
        outcome: Outcome,
        words: str,
        quote: str,
        claim: Claim | None = None,
        against: str | None = None,
    ) -> Self:
        """Return the proposal with its id made from content."""
        said = (report_id, model, outcome, words, quote, claim.id if claim else None, against)
        return cls(
            id=fingerprint("proposal", *said),
            report_id=report_id,
            model=model,
            outcome=outcome,
            words=words,
            quote=quote,
            claim=claim,
            against=against,
        )
