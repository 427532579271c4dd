"""Corridors as a list and one by one: the figures, the claims as marks on its timeline, the flags, the evidence."""

from dataclasses import dataclass
from datetime import date

from bordercast.publishing.explain import behind
from bordercast.publishing.figures import CorridorFigures, Figures, ground_words
from bordercast.publishing.gate import PublicClaim, Release
from bordercast.publishing.quantiles import Spread
from bordercast.publishing.screen.answers import corridor_id
from bordercast.publishing.screen.claims import ClaimLine, claim_line
from bordercast.publishing.screen.disagreements import Disputed, disputed
from bordercast.publishing.screen.series import LEVELS, CorridorSeries, series
from bordercast.publishing.timeline import Happening, arrow_of, happened, rate

MOST_LISTED = 100  # claims of each fate beside a corridor; the table of claims has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class CorridorLine:
    """One corridor: ``total`` sums since the first day, ``sum_of`` lists the legs of a total.

    ``claims`` and ``voices`` count those that inform it; a row that is mostly prior is a guess.
    """

    id: str
    origin: str
    destination: str
    name: str
    onward: bool
    sum_of: tuple[str, ...]
    last_day: Spread
    change: Spread
    week: Spread
    total: Spread
    informed: float
    mostly_prior: bool
    claims: int
    voices: int
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A claim spread over its days, in persons a day; ``arrow`` is ``up`` for "more than", ``down`` for "up to"."""

    claim_id: str
    start: date
    end: date
    low: float
    middle: float
    high: float
    arrow: str
    words: str
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorridorDetail:
    """One corridor whole: its line, columns of all levels, marks, flags, and the claims behind it.

    ``used``, ``folded`` and ``set_aside`` list the weightiest, up to a hundred each; ``counts`` says how many there are.
    """

    as_of: date
    line: CorridorLine
    days: tuple[date, ...]
    ahead: tuple[date, ...]
    series: CorridorSeries
    marks: tuple[Mark, ...]
    flags: tuple[Happening, ...]
    counts: dict[str, int]
    used: tuple[ClaimLine, ...]
    folded: tuple[ClaimLine, ...]
    set_aside: tuple[ClaimLine, ...]
    contradictions: tuple[Disputed, ...]


def corridor_lines(numbers: Figures) -> tuple[CorridorLine, ...]:
    """Return every corridor: the outflow by the size of its last week, totals first, then onward legs."""
    return tuple(map(_line, numbers.corridors))


def corridor_detail(release: Release, numbers: Figures, wanted: str) -> CorridorDetail | None:
    """Return one corridor by its address (``RUS-KAZ``), or None when the estimate has none."""
    figure = next((c for c in numbers.corridors if corridor_id(c) == wanted), None)
    if figure is None or release.estimate is None:
        return None
    days = release.estimate.days
    groups = [
        sorted(group, key=lambda c: (-c.entry.weight, c.id))
        for group in behind(release, release.estimate, figure.corridor)
    ]
    named = {claim.id for group in groups for claim in group}
    used, folded, aside = (tuple(map(claim_line, group[:MOST_LISTED])) for group in groups)
    return CorridorDetail(
        as_of=release.as_of,
        line=_line(figure),
        days=days,
        ahead=numbers.forecast.days if numbers.forecast else (),
        series=series(release, figure, LEVELS["all"]),
        marks=tuple(mark for claim in figure.claims if (mark := _mark(claim, figure, days)) is not None),
        flags=tuple(flag for flag in happened(release, numbers) if flag.concerns(figure)),
        counts=dict(zip(("used", "folded", "set_aside"), map(len, groups), strict=True)),
        used=used,
        folded=folded,
        set_aside=aside,
        contradictions=tuple(
            d
            for d in disputed(release, numbers)
            if d.claim.id in named or named & {o.id for o in d.opponents}
        ),
    )


def _line(figure: CorridorFigures) -> CorridorLine:
    return CorridorLine(
        id=corridor_id(figure),
        origin=figure.corridor.origin,
        destination=figure.corridor.destination,
        name=figure.name,
        onward=figure.corridor.onward,
        sum_of=figure.corridor.members,
        last_day=figure.last_day,
        change=figure.change,
        week=figure.week,
        total=figure.total,
        informed=round(figure.informed, 3),
        mostly_prior=figure.mostly_prior,
        claims=len(figure.claims),
        voices=len(figure.voices),
        ground=ground_words(figure),
    )


def _mark(claim: PublicClaim, figure: CorridorFigures, days: tuple[date, ...]) -> Mark | None:
    said = rate(claim, figure, days)
    if said is None:
        return None
    return Mark(
        claim_id=claim.id,
        start=said.start,
        end=said.end,
        low=said.low,
        middle=said.middle,
        high=said.high,
        arrow=arrow_of(claim),
        words=claim_line(claim).words,
        voice=claim.voice,
    )
