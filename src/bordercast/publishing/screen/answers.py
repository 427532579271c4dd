"""The answer first: the eight things an officer asks of a situation."""

from dataclasses import dataclass
from datetime import date

from bordercast.publishing.figures import CorridorFigures, Figures
from bordercast.publishing.gate import Release
from bordercast.publishing.notes import TERMS, gaps, sureness
from bordercast.publishing.quantiles import Spread
from bordercast.publishing.words import between, day_words, difference_between, modelled, signed
from bordercast.vocabulary import Decision

_MOST_EVIDENCE = 12  # claims listed beside the headline; the corridor's page has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The number: persons who crossed on the main corridor since the first day, in the last week, on the last day."""

    corridor: str
    name: str
    words: str
    since: date
    total: Spread
    week: Spread
    last_day: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who said so: independent voices, and the claims of most weight behind the headline."""

    words: str
    voices: tuple[str, ...]
    claims: int
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """How sure: the sentence, the share of doubt the claims removed, and whether it is mostly prior."""

    words: str
    informed: float
    mostly_prior: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """The last day less the day before, within this estimate; what a day of reports changed is under ``changes``."""

    words: str
    last_day: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The eight answers of a situation; those about a number are None when no claim informs a flow.

    ``counts`` says whether crossings or people are counted, ``cite`` is a sentence to cite; ``claims`` and
    ``reports`` are how many there are, ``decisions`` how many claims met each fate.
    """

    name: str
    as_of: date
    first_day: date | None
    last_day: date | None
    vintage: str
    method: str
    number: Headline | None
    who: Who | None
    counts: str
    sure: Sure | None
    changed: Changed | None
    cite: str
    reports: int
    claims: int
    decisions: dict[str, int]
    contradictions: int
    gaps: tuple[str, ...]
    withheld: dict[str, int]


def answers(release: Release, numbers: Figures) -> Answers:
    """Return the answers of what may leave."""
    main = numbers.main
    method = release.estimate.method if release.estimate else ""
    decisions = dict.fromkeys((d.value for d in Decision), 0)
    for entry in release.ledger.entries:
        decisions[entry.decision.value] += 1
    return Answers(
        name=release.name,
        as_of=release.as_of,
        first_day=numbers.first_day,
        last_day=numbers.last_day,
        vintage=release.vintage,
        method=method,
        number=_headline(numbers, main),
        who=_who(main),
        counts=TERMS[0],
        sure=_sure(numbers, main),
        changed=_changed(main),
        cite=citation(release),
        reports=len(release.sources),
        claims=len(release.claims),
        decisions=decisions,
        contradictions=len(numbers.disagreements),
        gaps=gaps(release, numbers),
        withheld=dict(release.withheld),
    )


def citation(release: Release) -> str:
    """Return a sentence to cite a situation by: its name, its day, its method, and the vintage that fixes it."""
    method = release.estimate.method if release.estimate else "no estimate"
    return (
        f"Bordercast, {release.name}: modelled from {len(release.sources)} published reports known on "
        f"{day_words(release.as_of, year=True)} ({method}, vintage {release.vintage or 'not kept'})."
    )


def _headline(numbers: Figures, main: CorridorFigures | None) -> Headline | None:
    if main is None or numbers.first_day is None:
        return None
    return Headline(
        corridor=corridor_id(main),
        name=main.name,
        words=(
            f"{modelled(main.total.median)} people crossed from {main.name} since {day_words(numbers.first_day)} "
            f"(80 per cent interval {between(main.total.low80, main.total.high80)})"
        ),
        since=numbers.first_day,
        total=main.total,
        week=main.week,
        last_day=main.last_day,
    )


def _who(main: CorridorFigures | None) -> Who | None:
    if main is None:
        return None
    voices, claims = len(main.voices), len(main.claims)
    return Who(
        words=f"{claims} claim{'' if claims == 1 else 's'}, {voices} independent voice{'' if voices == 1 else 's'}",
        voices=main.voices,
        claims=claims,
        claim_ids=tuple(claim.id for claim in main.claims[:_MOST_EVIDENCE]),
    )


def _sure(numbers: Figures, main: CorridorFigures | None) -> Sure | None:
    if main is None:
        return None
    return Sure(words=sureness(numbers), informed=main.informed, mostly_prior=main.mostly_prior)


def _changed(main: CorridorFigures | None) -> Changed | None:
    if main is None:
        return None
    change = main.change
    words = f"{signed(change.median)} on the day before (80 per cent interval {difference_between(change.low80, change.high80)})"
    return Changed(words=words, last_day=change)


def corridor_id(figure: CorridorFigures) -> str:
    """Return a corridor as it stands in an address: ``RUS-KAZ``."""
    return f"{figure.corridor.origin}-{figure.corridor.destination}"
