"""What became of every claim, and where claims contradict each other."""

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What became of a claim or a report."""

    USED = "used"  # informs the flow estimate
    SHOWN = "shown"  # not a flow figure: stands on the border, shelter or event pages
    FOLDED = "folded"  # the same statement as another claim, which carries it
    SET_ASIDE = "set_aside"  # cannot or must not inform the estimate, with the reason
    REJECTED = "rejected"  # by an analyst
    UNREADABLE = "unreadable"  # a report that could not be read at all


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """The fate of one claim, or of one input that never became a report.

    ``subject`` is a claim id, or the source of an unreadable input. ``reason`` is a short code, ``words`` the
    sentence for people. ``weight`` is the information the estimate took from it: 1 is one clear official
    figure, 0 none. ``into`` is the claim that carries a folded one. ``corridors`` are "RUS>KAZ" codes it informs.
    """

    subject: str
    decision: Decision
    reason: str
    words: str
    weight: float = 0.0
    into: str | None = None
    corridors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A claim that the rest of the evidence does not expect.

    ``expected`` is the 10, 50 and 90 % quantile, in the claim's own unit, of what the other claims imply;
    ``surprise`` the two-sided probability of a claim at least as far off; ``opponents`` the claims that pull
    hardest the other way.
    """

    claim_id: str
    expected: tuple[float, float, float]
    surprise: float
    opponents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """One entry for every claim and every unreadable input, in the order of their ids; then contradictions."""

    entries: tuple[LedgerEntry, ...]
    contradictions: tuple[Contradiction, ...] = ()

    def entry(self, subject: str) -> LedgerEntry:
        """Return the entry of a claim id or source; KeyError when there is none."""
        for entry in self.entries:
            if entry.subject == subject:
                return entry
        raise KeyError(subject)
