"""What became of every claim, where claims contradict each other, what each moved, and what to ask next."""

from dataclasses import dataclass
from datetime import date
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
class Influence:
    """How far one claim moves one number: the persons on a corridor with it, and what they would be without it.

    ``corridor`` is a "RUS>KAZ" code; ``day`` the day, or None for all days of the estimate together. Both numbers
    are medians. The rest of the claims stay as they are, so the moves of two claims that agree do not add up.
    """

    claim_id: str
    corridor: str
    day: date | None
    persons: float
    without: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of two ways to read claims that cannot all be right, and how much speaks for it.

    ``weight`` is a probability; the weights of a pair sum to one. ``corridor`` is where the readings differ most, and
    ``expected`` the 10, 50 and 90 % quantile of persons there over all days. ``wrong`` are the claims this reading
    takes for wrong, ``right`` those the other one does.
    """

    corridor: str
    weight: float
    expected: tuple[float, float, float]
    right: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A figure nobody has given, which would narrow a number most.

    Asked for are the persons on ``corridor`` from ``start`` to ``end`` (both included). ``narrows`` is the share of the
    standard deviation (log scale) of ``about`` it would take away, were an official to count it; ``about_day`` is
    the day of that number, or None for all days together.
    """

    corridor: str
    start: date
    end: date
    about: str
    about_day: date | None
    narrows: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """One entry for every claim and every unreadable input, in the order of their ids; then what follows from them.

    ``contradictions`` come most surprising first, ``readings`` in pairs (none when claims read one way only),
    ``influences`` largest first for each number, ``questions`` best first.
    """

    entries: tuple[LedgerEntry, ...]
    contradictions: tuple[Contradiction, ...] = ()
    readings: tuple[Reading, ...] = ()
    influences: tuple[Influence, ...] = ()
    questions: tuple[Question, ...] = ()

    def entry(self, subject: str) -> LedgerEntry:
        """Return the entry of a claim id or source; KeyError when there is none."""
        for entry in self.entries:
            if entry.subject == subject:
                return entry
        raise KeyError(subject)
