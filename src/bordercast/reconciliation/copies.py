"""A copied story is not a second witness: the same statement told again is folded into its first telling."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from bordercast.reconciliation.periods import Period
from bordercast.reconciliation.routes import Route
from bordercast.reconciliation.sifting import NET
from bordercast.reconciliation.statements import Statement
from bordercast.reconciliation.voices import Voice, named, same_voice, untold, voice_class, voice_key
from bordercast.reconciliation.windows import significant_digits, windows_of
from bordercast.vocabulary import Claim, Hedge, Measure, Report, SourceType

COPY_FROM = 0.7  # share of equal MinHash slots (Jaccard); judgement: wire copies with small edits score .75-1
SLACK = 0.005  # on the log scale: 48,215 is "about 48,000" and, loosely, "nearly 48,000"
COPY_DAYS = 3  # model-sources 2.4: a rare figure shared within three days is copying
HURRIED = 3.0  # times the mean day: more than that no day adds to a running total; judgement
UNMISTAKABLE = 4  # significant digits of a figure that no second count gives again
SIGNATURE_SLOT = 8  # hex characters of one uint32

# Voices that pass on what others counted; a ministry or a border service counts for itself.
_SECOND_HAND = frozenset({SourceType.MEDIA, SourceType.UNNAMED})

_SENSE = {
    Hedge.EXACT: "about",
    Hedge.APPROX: "about",
    Hedge.MORE_THAN: "above",
    Hedge.AT_LEAST: "above",
    Hedge.NEARLY: "below",
    Hedge.UP_TO: "below",
    Hedge.LESS_THAN: "below",
    Hedge.RANGE: "range",
    Hedge.VAGUE: "vague",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement with the corridor and days it speaks of."""

    statement: Statement
    route: Route
    period: Period

    @property
    def claim(self) -> Claim:
        """What was said."""
        return self.statement.claim


def fold_copies(candidates: Iterable[Candidate]) -> tuple[list[Candidate], dict[str, tuple[str, str]]]:
    """Return the candidates that stand, by claim id, and for each folded claim id (reason, carrier's claim id).

    The carrier is the one an analyst vouches for, else one that names its corridor, else the earliest published, else
    the smallest id, so the order of input cannot matter.
    """
    ranked = sorted(candidates, key=_rank)
    folded: dict[str, tuple[str, str]] = {}
    standing: list[Candidate] = []
    tellings: dict[tuple[object, ...], list[tuple[Candidate, Candidate]]] = defaultdict(list)
    for candidate in ranked:
        shelf = tellings[_figure(candidate)]
        for told, carrier in shelf:
            reason = _copy(told, candidate)
            if reason:
                folded[candidate.claim.id] = (reason, carrier.claim.id)
                shelf.append((candidate, carrier))
                break
        else:
            standing.append(candidate)
            shelf.append((candidate, candidate))
    standing = _echoes(standing, folded)
    standing = _one_unit(standing, folded)
    standing = _latest_of_the_day(standing, folded)
    return sorted(standing, key=lambda c: c.claim.id), _settled(folded)


def alike(one: Report, other: Report) -> float:
    """Return the estimated share of text two reports have in common (0 without signatures)."""
    first, second = one.shingles, other.shingles
    if not first or len(first) != len(second):
        return 0.0
    slots = range(0, len(first), SIGNATURE_SLOT)
    return sum(first[i : i + SIGNATURE_SLOT] == second[i : i + SIGNATURE_SLOT] for i in slots) / len(slots)


def _rank(candidate: Candidate) -> tuple[bool, bool, date, str]:
    statement = candidate.statement  # who names a corridor carries whoever leaves it out
    return (
        not statement.certain,
        candidate.route.anywhere,
        statement.published or date.max,
        candidate.claim.id,
    )


def _figure(candidate: Candidate) -> tuple[object, ...]:
    claim, quantity = candidate.claim, candidate.claim.quantity
    figure = (
        (quantity.value if quantity.value is not None else (quantity.low, quantity.high), quantity.unit)
        if quantity
        else claim.status
    )
    route = candidate.route
    sort = (claim.measure is Measure.SHARE, claim.measure is Measure.CHANGE, claim.term == NET)
    return (claim.kind, route.origin, figure, *sort)


def _copy(first: Candidate, later: Candidate) -> str | None:  # noqa: PLR0911 - one reason a line
    one, two = first.claim, later.claim
    if not _same_corridor(first.route, later.route):
        return "same_rare_figure" if _whole_for_part(first, later) else None
    if one.report_id == two.report_id:
        return "said_twice"
    apart = abs((first.period.end - later.period.end).days)
    if apart <= 1 + COPY_DAYS and _near_duplicates(first.statement.report, later.statement.report):
        return "copied_report"
    if apart <= COPY_DAYS and _rare(one):
        return "same_rare_figure"
    if apart > 1:
        return None
    same_days = (first.period.start, first.period.end) == (later.period.start, later.period.end)
    if not (same_days or _sense(one) == _sense(two)):
        return (
            None  # the same voice, the same figure and days: only the words around it were edited on the way
        )
    if named(one.attribution) and named(two.attribution) and same_voice(one.attribution, two.attribution):
        return "same_voice_same_figure"
    return "same_figure_and_days" if same_days and _passed_on(first, later) else None


def _passed_on(first: Candidate, later: Candidate) -> bool:
    """Whether a voice nobody can tell from the first one's gives its figure again: "officials said" after a ministry."""
    one, two = first.claim.attribution, later.claim.attribution
    said, told = first.statement.published, later.statement.published
    return (
        one.source_type is two.source_type
        and (untold(one) or untold(two))
        and said is not None
        and told is not None
        and abs((told - said).days) <= COPY_DAYS
        and not later.statement.certain
    )


def _whole_for_part(first: Candidate, later: Candidate) -> bool:
    """Whether a total repeats the count of one corridor: nobody counts 100,490 twice, once here and once everywhere."""
    one, two, quantity = first.route, later.route, first.claim.quantity
    return (
        (one.origin, one.onward) == (two.origin, two.onward)
        and two.anywhere
        and not one.anywhere
        and quantity is not None
        and quantity.value is not None
        and significant_digits(quantity.value) >= UNMISTAKABLE
        and abs((first.period.end - later.period.end).days) <= COPY_DAYS
    )


def _same_corridor(one: Route, other: Route) -> bool:
    if (one.origin, one.onward) != (other.origin, other.onward):
        return False
    reach = (set(one.destinations) | set(one.groups) | set(one.mainly), one.anywhere)
    return reach == (set(other.destinations) | set(other.groups) | set(other.mainly), other.anywhere)


def _near_duplicates(one: Report | None, other: Report | None) -> bool:
    return one is not None and other is not None and alike(one, other) >= COPY_FROM


def _rare(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity is not None and quantity.value is not None and significant_digits(quantity.value) >= 3


def _sense(claim: Claim) -> str | None:
    return _SENSE[claim.quantity.hedge] if claim.quantity else claim.status


def _echoes(standing: list[Candidate], folded: dict[str, tuple[str, str]]) -> list[Candidate]:
    """Fold what a voice that counts nobody itself says of the same days in rounder words: it was copied and edited."""
    told: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    kept = []
    for candidate in standing:
        shelf = told[candidate.claim.kind, candidate.claim.measure, candidate.route, _unit(candidate)]
        carrier = next((first for first in shelf if _echo(first, candidate)), None)
        if carrier is None:
            kept.append(candidate)
            shelf.append(candidate)
        else:
            folded[candidate.claim.id] = ("rounded_copy", carrier.claim.id)
    return kept


def _echo(first: Candidate, later: Candidate) -> bool:
    one, two = first.claim.quantity, later.claim.quantity
    said, told = first.statement.published, later.statement.published
    if (
        one is None
        or two is None
        or one.value is None
        or later.statement.certain
        or said is None
        or told is None
    ):
        return False
    days = (
        abs((first.period.start - later.period.start).days),
        abs((first.period.end - later.period.end).days),
    )
    if max(days) > 1 or not 0 <= (told - said).days <= COPY_DAYS:
        return False
    if later.claim.attribution.source_type not in _SECOND_HAND or two.hedge is Hedge.VAGUE:
        return False
    # what was read off the first figure: the later words allow it, and show no digit it does not have
    windows = windows_of(two)
    allowed = bool(
        np.any((windows[:, 0] - SLACK <= np.log(one.value)) & (np.log(one.value) <= windows[:, 1] + SLACK))
    )
    digits = significant_digits(two.value) if two.value is not None else 1
    return allowed and (two.value == one.value or digits < significant_digits(one.value))


def _unit(candidate: Candidate) -> str:
    return candidate.claim.quantity.unit if candidate.claim.quantity else ""


def _one_unit(standing: list[Candidate], folded: dict[str, tuple[str, str]]) -> list[Candidate]:
    """Fold "430 families" into "2,600 people" of the same sentence and corridor."""
    persons: dict[tuple[str, int, object], Candidate] = {}
    for candidate in standing:
        if candidate.claim.quantity and candidate.claim.quantity.unit == "person":
            persons.setdefault(_event(candidate), candidate)
    kept = []
    for candidate in standing:
        unit = candidate.claim.quantity.unit if candidate.claim.quantity else ""
        carrier = persons.get(_event(candidate)) if unit in ("household", "vehicle") else None
        if carrier is None:
            kept.append(candidate)
        else:
            folded[candidate.claim.id] = ("same_event_other_unit", carrier.claim.id)
    return kept


def _event(candidate: Candidate) -> tuple[str, int, object]:
    claim, route = candidate.claim, candidate.route
    where = (claim.kind, route.origin, route.destinations, route.groups, route.anywhere, claim.measure)
    return (claim.report_id, claim.evidence[0].start, where)


def _latest_of_the_day(standing: list[Candidate], folded: dict[str, tuple[str, str]]) -> list[Candidate]:
    """Keep the highest of the running totals officials gave on one day: the others were its earlier hours."""
    runs: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for candidate in standing:
        quantity, period = candidate.claim.quantity, candidate.period
        if (
            candidate.claim.measure is Measure.CUMULATIVE
            and quantity is not None
            and quantity.value is not None
            and not candidate.statement.certain
            and not candidate.route.part
            and voice_class(candidate.statement) is Voice.OFFICIAL
            and period.end == candidate.statement.published
            and _SENSE[quantity.hedge] in ("about", "above")
        ):
            key = (
                candidate.claim.kind,
                candidate.claim.term,
                candidate.route,
                period.start,
                period.end,
                quantity.unit,
            )
            runs[key].append(candidate)
    earlier = set()
    for run in runs.values():
        last = max(run, key=lambda c: (_value(c), c.claim.id))
        for candidate in run:
            if candidate is not last and _least(last, candidate) <= _value(candidate) < _value(last):
                folded[candidate.claim.id] = ("earlier_that_day", last.claim.id)
                earlier.add(candidate.claim.id)
    return [c for c in standing if c.claim.id not in earlier]


def _least(last: Candidate, earlier: Candidate) -> float:
    """How low an earlier hour's total may have been: another authority's, far below, is another count.

    The same authority may have found many more; ten times as many is a slip of the pen.
    """
    one, other = last.statement, earlier.statement
    if voice_key(one) == voice_key(other) or same_voice(one.claim.attribution, other.claim.attribution):
        return 0.1 * _value(last)
    return _value(last) * max(1 - HURRIED / last.period.days, 0.1)


def _value(candidate: Candidate) -> float:
    quantity = candidate.claim.quantity
    return quantity.middle if quantity else 0.0


def _settled(folded: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Point every folded claim at a carrier that stands."""
    settled = {}
    for claim_id, (reason, first) in folded.items():
        into = first
        while into in folded:
            into = folded[into][1]
        settled[claim_id] = (reason, into)
    return settled
