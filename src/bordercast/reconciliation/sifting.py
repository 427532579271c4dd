"""Which claims can inform a flow at all, and for the others why not."""

import re

from bordercast.reconciliation.statements import Standing, Statement
from bordercast.vocabulary import Basis, Decision, Hedge, Kind, Measure, Modality

FLOWS = frozenset({Kind.FLOW, Kind.ONWARD, Kind.RETURN})

PERSONS = frozenset({"person", "crossing"})
GROUPS = frozenset({"household", "vehicle"})  # of people: converted with a doubtful factor

PARTIAL_TERMS = frozenset({"registered", "evacuated"})  # some of those who came: a bound from below
NET = "net"  # the term of a flow less what came back

_UNFIT_MODALITY = {
    Modality.PLANNED: "planned",
    Modality.PROJECTED: "projected",
    Modality.REQUESTED: "requested",
    Modality.RUMOURED: "rumoured",
    Modality.DENIED: "denied",
    Modality.UNDECIDED: "undecided",
    Modality.NEGATED: "negated",
}
_UNFIT_TERM = {
    "asylum_application": "applications",
    "turned_back": "turned_back",
    "deported": "deported",
}
_STOCKS_OF_PEOPLE = frozenset({"present", "displaced", "registered", "sheltered", "in_camp"})
_A_YEAR_AGO = re.compile(
    r"\b(a year (earlier|ago|before)|year[- ]on[- ]year|last year|same (month|period)|год(ом)? (назад|ранее)"
    r"|прошл\w+ год|аналогичн\w+ период)",
    re.IGNORECASE,
)


def sift(statement: Statement) -> tuple[Decision, str] | None:  # noqa: PLR0911 - one reason a line
    """Return the decision and reason code for a claim that cannot inform a flow, or None when it may."""
    claim = statement.claim
    if statement.standing is Standing.REJECTED:
        return Decision.REJECTED, "rejected_by_analyst"
    if claim.kind not in FLOWS and claim.kind is not Kind.STOCK:
        return Decision.SHOWN, f"shown_{claim.kind}"
    if claim.modality in _UNFIT_MODALITY and not (statement.certain and claim.modality is Modality.RUMOURED):
        return Decision.SET_ASIDE, _UNFIT_MODALITY[claim.modality]
    if claim.interval is not None and claim.interval.basis is Basis.HISTORICAL:
        return Decision.SET_ASIDE, "historical"
    if claim.interval is not None and claim.interval.basis is Basis.FUTURE:
        return Decision.SET_ASIDE, "future"
    if claim.term in _UNFIT_TERM:
        return Decision.SET_ASIDE, _UNFIT_TERM[claim.term]
    if claim.kind is Kind.STOCK and claim.term not in _STOCKS_OF_PEOPLE:
        return Decision.SHOWN, "shown_stock"
    reason = _unfit_figure(statement)
    return (Decision.SET_ASIDE, reason) if reason else None


def _unfit_figure(statement: Statement) -> str | None:  # noqa: C901, PLR0911 - one reason a line
    claim = statement.claim
    if claim.measure is Measure.CAPACITY:
        return "capacity"
    if claim.measure is Measure.CHANGE and _A_YEAR_AGO.search(claim.evidence[0].quote):
        return "compared_with_last_year"
    if claim.measure is Measure.CHANGE and claim.status is None:
        return "no_comparison"
    if claim.quantity is None:
        return None if claim.measure is Measure.CHANGE else "no_figure"
    unit = claim.quantity.unit
    if claim.kind is Kind.STOCK and claim.measure is Measure.CHANGE and unit in PERSONS:
        return None if claim.status in ("increased", "decreased") else "no_comparison"
    if unit == "percent":
        return None if claim.measure in (Measure.SHARE, Measure.CHANGE) else "no_comparison"
    if claim.measure in (Measure.SHARE, Measure.CHANGE):
        return "no_comparison"
    if unit == "trip":
        return "trips"
    if unit not in PERSONS | GROUPS:
        return "unit"
    if claim.quantity.hedge is Hedge.VAGUE and claim.quantity.low is None and claim.quantity.high is None:
        return "no_figure"
    return None
