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
from bordercast.vocabulary.projection import CrossingPath, Projection, ShelterPath
from bordercast.vocabulary.report import Report, Span, Unreadable
from bordercast.vocabulary.scenario import (
    Assumptions,
    Beds,
    Between,
    Change,
    Closure,
    DayBetween,
    Reopening,
    Restriction,
    Scenario,
    Throughput,
    Trigger,
    When,
)
from bordercast.vocabulary.situation import Situation
from bordercast.vocabulary.verdict import Ruling, Verdict

__all__ = [
    "ANYWHERE",
    "ELSEWHERE",
    "Assumptions",
    "Attribution",
    "Basis",
    "Beds",
    "Between",
    "BorderEvent",
    "BorderTimeline",
    "BordercastError",
    "Chance",
    "Change",
    "Claim",
    "Closure",
    "Contradiction",
    "Corridor",
    "CrossingPath",
    "DayBetween",
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
    "Reopening",
    "Report",
    "Restriction",
    "Ruling",
    "Scenario",
    "ShelterPath",
    "Situation",
    "SourceType",
    "Span",
    "Throughput",
    "Trigger",
    "Unreadable",
    "UnreadableStore",
    "Verdict",
    "When",
    "Where",
    "fingerprint",
]
