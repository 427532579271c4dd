"""The nouns and their invariants. No input or output, no helpers; imports nothing of ours."""

from bordercast.vocabulary.border import BorderEvent, BorderTimeline
from bordercast.vocabulary.chance import Chance
from bordercast.vocabulary.claim import (
    Attribution,
    Basis,
    Claim,
    Hedge,
    Interval,
    Kind,
    Measure,
    Modality,
    Quantity,
    SourceType,
    Where,
)
from bordercast.vocabulary.errors import (
    BordercastError,
    InvalidNoun,
    InvalidSetting,
    MissingExtra,
    UnreadableStore,
)
from bordercast.vocabulary.estimate import ANYWHERE, ELSEWHERE, Corridor, Draws, FlowEstimate
from bordercast.vocabulary.identity import fingerprint
from bordercast.vocabulary.ledger import Contradiction, Decision, Ledger, LedgerEntry
from bordercast.vocabulary.report import Report, Span, Unreadable
from bordercast.vocabulary.scenario import Closure, Projection, Scenario
from bordercast.vocabulary.situation import Situation
from bordercast.vocabulary.verdict import Ruling, Verdict, in_force, taken_back

__all__ = [
    "ANYWHERE",
    "ELSEWHERE",
    "Attribution",
    "Basis",
    "BorderEvent",
    "BorderTimeline",
    "BordercastError",
    "Chance",
    "Claim",
    "Closure",
    "Contradiction",
    "Corridor",
    "Decision",
    "Draws",
    "FlowEstimate",
    "Hedge",
    "Interval",
    "InvalidNoun",
    "InvalidSetting",
    "Kind",
    "Ledger",
    "LedgerEntry",
    "Measure",
    "MissingExtra",
    "Modality",
    "Projection",
    "Quantity",
    "Report",
    "Ruling",
    "Scenario",
    "Situation",
    "SourceType",
    "Span",
    "Unreadable",
    "UnreadableStore",
    "Verdict",
    "Where",
    "fingerprint",
    "in_force",
    "taken_back",
]
