"""Somebody said something: the claim, its quantity, places, time, voice and evidence.

Field order is the order of the JSON that ``bordercast extract --json`` prints: a contract.
``docs/reference/claims.md`` says what each word means.
"""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from bordercast.vocabulary.errors import InvalidNoun
from bordercast.vocabulary.identity import fingerprint
from bordercast.vocabulary.report import Report, Span


class Kind(StrEnum):
    """What a claim is about. Flows, stocks, onward movement and returns never share a bare number."""

    FLOW = "flow"
    ONWARD = "onward"
    RETURN = "return"
    STOCK = "stock"
    QUEUE = "queue"
    BORDER_STATUS = "border_status"
    SHELTER = "shelter"
    CASUALTY = "casualty"
    TRIGGER = "trigger"
    APPEAL = "appeal"


class Modality(StrEnum):
    """How it is said."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ESTIMATED = "estimated"
    PLANNED = "planned"
    PROJECTED = "projected"
    REQUESTED = "requested"
    RUMOURED = "rumoured"
    DENIED = "denied"
    UNDECIDED = "undecided"
    NEGATED = "negated"

    @property
    def factual(self) -> bool:
        """Whether it says that something is or was so, rather than could be, will be or is not."""
        return self in (Modality.ASSERTED, Modality.REPORTED, Modality.ESTIMATED)


class Hedge(StrEnum):
    """The word beside the number."""

    EXACT = "exact"
    APPROX = "approx"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    NEARLY = "nearly"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class Measure(StrEnum):
    """Over which time the figure counts."""

    CUMULATIVE = "cumulative"
    DAILY = "daily"
    DAILY_RATE = "daily_rate"
    PERIOD = "period"
    INCREMENT = "increment"
    SHARE = "share"
    CHANGE = "change"
    POINT = "point"
    CAPACITY = "capacity"
    UNSPECIFIED = "unspecified"


class SourceType(StrEnum):
    """What kind of voice says it."""

    OFFICIAL = "official"
    INTERNATIONAL = "international"
    POLITICIAN = "politician"
    EXPERT = "expert"
    ORGANISATION = "organisation"
    MEDIA = "media"
    WITNESS = "witness"
    UNNAMED = "unnamed"


class Basis(StrEnum):
    """How an interval was resolved to dates."""

    EXPLICIT = "explicit"
    SINCE = "since"
    RELATIVE = "relative"
    EVENT = "event"
    PUBLICATION = "publication"
    HISTORICAL = "historical"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure as it was said. ``low`` and ``high`` are what the words allow; None means unbounded."""

    value: float | None
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str
    per: str | None = None

    def __post_init__(self) -> None:
        if self.value is None and self.low is None and self.high is None:
            raise InvalidNoun(
                "A quantity without value, low and high says nothing. Leave Claim.quantity None."
            )
        known = [x for x in (self.low, self.value, self.high) if x is not None]
        if known != sorted(known) or known[0] < 0:
            raise InvalidNoun(
                f"A quantity must have 0 <= low <= value <= high, not {self.low}, {self.value}, {self.high}. "
                "Check the number grammar."
            )

    @classmethod
    def of(
        cls, value: float, *, hedge: Hedge = Hedge.EXACT, unit: str = "person", per: str | None = None
    ) -> Self:
        """Return a figure with the bounds that its hedge allows."""
        low, high = bounds(value, hedge)
        return cls(value=value, low=low, high=high, hedge=hedge, unit=unit, per=per)

    @property
    def middle(self) -> float:
        """One number to show where only one fits: the value, or the middle (geometric) of the bounds."""
        if self.value is not None:
            return self.value
        low, high = self.low or 1.0, self.high
        return (low * high) ** 0.5 if high is not None else low


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place as a claim names it: ISO 3166-1 alpha-3 (None for a group of countries) and a name."""

    iso3: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """First and last day, both included, and how they were resolved."""

    start: date | None
    end: date | None
    basis: Basis

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise InvalidNoun(
                f"An interval cannot run from {self.start} back to {self.end}. Check the date grammar."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it. ``chain`` runs from the outlet to the one who knew. Private persons have no name here."""

    speaker: str | None = None
    role: str | None = None
    organisation: str | None = None
    source_type: SourceType = SourceType.MEDIA
    chain: tuple[str, ...] = ()

    @property
    def voice(self) -> str:
        """The shortest honest name of who says it."""
        return (
            self.speaker or self.organisation or self.role or (self.chain[-1] if self.chain else "the report")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody said something; ``evidence`` quotes where. See ``docs/reference/claims.md``."""

    id: str
    report_id: str
    kind: Kind
    term: str
    quantity: Quantity | None
    measure: Measure
    population: str | None
    origin: Where | None
    destinations: tuple[Where, ...]
    via: tuple[Where, ...]
    at: Where | None
    interval: Interval | None
    attribution: Attribution
    modality: Modality
    status: str | None
    evidence: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise InvalidNoun(
                f"Claim {self.id} of report {self.report_id} quotes nothing. A claim needs a span."
            )
        if self.modality is Modality.UNDECIDED and self.status in ("open", "closed"):
            raise InvalidNoun(
                f"Claim {self.id} of report {self.report_id} reads 'no decision' as '{self.status}'. "
                "An undecided border has status 'undecided'."
            )

    @classmethod
    def of(cls, **said: Any) -> Self:  # noqa: ANN401 - the fields of Claim, less id
        """Return the claim with its id, which depends on everything it says and where it says it."""
        content = tuple(said[f.name] for f in fields(cls) if f.name != "id")
        return cls(id=fingerprint("claim", *content), **said)

    def but(self, **said: Any) -> Self:  # noqa: ANN401
        """Return a copy with some fields said differently and the id made anew."""
        changed = replace(self, **said)
        content = tuple(getattr(changed, f.name) for f in fields(type(self)) if f.name != "id")
        return replace(changed, id=fingerprint("claim", *content))

    def quotes(self, report: Report) -> bool:
        """Whether every span stands in the report, to the letter."""
        return self.report_id == report.id and all(
            report.text[s.start : s.end] == s.quote for s in self.evidence
        )


def bounds(value: float, hedge: Hedge) -> tuple[float | None, float | None]:
    """Return what a hedged value allows, low and high; see the table in docs/reference/claims.md."""
    step = grain(value)
    low: float | None = value
    high: float | None = value
    if hedge is Hedge.APPROX:
        low, high = max(0.0, value - step / 2), value + step / 2
    elif hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        high = None
    elif hedge is Hedge.NEARLY:
        low = max(0.0, value - step)
    elif hedge in (Hedge.UP_TO, Hedge.LESS_THAN):
        low = None
    return low, high


def grain(value: float) -> float:
    """Return the step of the last non-zero digit: 10,000 for 260,000, 1 for 8,314, 0.5 for 1.5."""
    if value <= 0:
        return 1.0
    if value != int(value):
        return 0.1
    step = 1.0
    while value % (step * 10) == 0:
        step *= 10
    return step
