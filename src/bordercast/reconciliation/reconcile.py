"""The order of the room: what was known, what can inform a flow, the fit, and what became of every claim."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from bordercast import atlas
from bordercast.reconciliation.contradictions import contradictions_of
from bordercast.reconciliation.copies import Candidate, fold_copies
from bordercast.reconciliation.corrections import replaced_figures
from bordercast.reconciliation.crisis import Crisis, crisis_of
from bordercast.reconciliation.ensemble import Ensemble, ensemble_of
from bordercast.reconciliation.fates import Fates
from bordercast.reconciliation.figures import figures_from
from bordercast.reconciliation.network import Network, network_of, too_many
from bordercast.reconciliation.observations import Observation, observations_of, undated_sum
from bordercast.reconciliation.options import ReconciliationOptions
from bordercast.reconciliation.periods import period_of
from bordercast.reconciliation.prior import prior_of
from bordercast.reconciliation.routes import Route, hosts_of, route_of, usual_origin
from bordercast.reconciliation.running_totals import with_increments
from bordercast.reconciliation.sifting import sift
from bordercast.reconciliation.statements import Statement, statements_known
from bordercast.reconciliation.system import system_of
from bordercast.vocabulary import (
    Chance,
    Claim,
    Contradiction,
    FlowEstimate,
    Kind,
    Ledger,
    Report,
    ReportedFigure,
    Unreadable,
    Verdict,
)

FEW = 10  # persons; pages withhold smaller counts too
METHOD = "bordercast GVI 1"

_NONE = ReconciliationOptions()
_LUCK = Chance()


def reconcile(  # noqa: PLR0913 - the nouns it reads, and three settings
    reports: Iterable[Report],
    claims: Iterable[Claim],
    verdicts: Iterable[Verdict] = (),
    *,
    unreadable: Iterable[Unreadable] = (),
    as_of: date,
    options: ReconciliationOptions = _NONE,
    chance: Chance = _LUCK,
) -> tuple[FlowEstimate | None, Ledger]:
    """Return daily flows with their doubt (None when no claim says how large one is), and the ledger.

    Only what was published by ``as_of`` is read; the ledger has one entry for each claim known then and each
    unreadable input. Equal input in any order gives equal bytes.

    Parameters
    ----------
    reports, claims, verdicts, unreadable
        What was read, what it says, what analysts ruled, and inputs that could not be read.
    as_of
        The last day that counts, both for what was published and for the days estimated.
    options, chance
        Settings, and the seed of the draws.

    """
    fates = Fates()
    for lost in unreadable:
        fates.unreadable(lost)
    statements = statements_known(reports, claims, verdicts, as_of=as_of)
    crisis = crisis_of(statements, as_of=as_of, options=options)
    candidates, network, observations = _evidence(statements, crisis, options, fates)
    if not candidates:
        return None, fates.ledger()
    # one thread: at this size threads cost 2 to 20 times what they save (model-sources 0), and sums could differ
    with threadpool_limits(limits=1, user_api="blas"):
        ensemble = ensemble_of(
            prior_of(network, crisis),
            system_of(observations),
            draws=options.draws,
            chance=chance.named("reconciliation"),
        )
        contradictions = _one_each(
            contradictions_of(observations, ensemble.best, below=options.contradiction_below)
        )
        estimate = _estimate(network, ensemble, as_of)
    fates.used(candidates, observations, ensemble.best)
    return estimate, fates.ledger(contradictions)


def reported_figures(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    verdicts: Iterable[Verdict] = (),
    *,
    as_of: date,
    options: ReconciliationOptions = _NONE,
) -> tuple[ReportedFigure, ...]:
    """Return the figures about flows published by ``as_of``, each said once, in persons on legs and days."""
    statements = statements_known(reports, claims, verdicts, as_of=as_of)
    crisis = crisis_of(statements, as_of=as_of, options=options)
    candidates, network, observations = _evidence(statements, crisis, options, Fates())
    published = {
        c.statement.claim.id: c.statement.published for c in candidates if c.statement.published is not None
    }
    return figures_from(observations, network, published)


def _evidence(
    statements: tuple[Statement, ...], crisis: Crisis, options: ReconciliationOptions, fates: Fates
) -> tuple[list[Candidate], Network, list[Observation]]:
    """The claims that may inform a flow, the legs they need, and their rows."""
    candidates = _candidates(statements, crisis, fates)
    fates.deny(statements, candidates)
    return _rows(_standing(candidates, fates), crisis, options, fates)


def _candidates(statements: Iterable[Statement], crisis: Crisis, fates: Fates) -> list[Candidate]:
    """Statements that may inform a flow, placed between countries and on days; the others get their entry."""
    listed = tuple(statements)
    home = usual_origin(listed)
    hosts = hosts_of(listed, home)
    candidates = []
    for statement in listed:
        unfit = sift(statement)
        if unfit:
            fates.settle(statement.claim.id, *unfit, verdict=statement.verdict)
            continue
        route = _place(statement.claim, home, hosts)
        period = period_of(statement, crisis) if not isinstance(route, str) else ""
        if isinstance(route, str):
            fates.set_aside(statement.claim.id, route)
        elif isinstance(period, str):
            fates.set_aside(statement.claim.id, period)
        elif _impossible(statement.claim, route):
            fates.set_aside(statement.claim.id, "impossible")
        elif _incident(statement.claim):
            fates.set_aside(statement.claim.id, "incident")
        else:
            if undated_sum(statement.claim):
                route = replace(route, part=True)
            candidates.append(Candidate(statement=statement, route=route, period=period))
    return candidates


def _incident(claim: Claim) -> bool:
    """Whether so few people are counted that it is an incident and not what a corridor carries."""
    q = claim.quantity
    if q is None or q.unit != "person" or q.per is not None:
        return False
    most = q.high if q.high is not None else q.value
    return most is not None and 0 < most < FEW


def _place(claim: Claim, home: str | None, hosts: frozenset[str]) -> Route | str:
    if claim.kind is not Kind.STOCK:
        return route_of(claim, home=home, hosts=hosts)
    place = claim.at or (claim.destinations[0] if claim.destinations else None)
    if place is None or place.iso3 is None:
        return "stock_not_modelled"
    # a stock bounds those who came less those who moved on: it hangs on its country's onward side
    return Route(origin=place.iso3, onward=True, part=False)


def _impossible(claim: Claim, route: Route) -> bool:
    if claim.quantity is None or claim.kind is Kind.STOCK or claim.quantity.unit == "percent":
        return False
    least = claim.quantity.low if claim.quantity.value is None else claim.quantity.value
    home = claim.origin.iso3 if claim.origin and claim.origin.iso3 else route.origin
    if claim.kind is not Kind.FLOW:
        return least is not None and least > 1e8  # whoever moves on may have come from anywhere
    return least is not None and least > max(atlas.country(home).population, 1)


def _standing(candidates: list[Candidate], fates: Fates) -> list[Candidate]:
    """Candidates less corrected figures, copies, and corridors beyond what the fit can hold."""
    replaced = replaced_figures(candidates)
    for old, new in replaced.items():
        fates.set_aside(old, "corrected_later", into=new)
    candidates, folded = fold_copies(c for c in candidates if c.claim.id not in replaced)
    for claim_id, (reason, into) in folded.items():
        fates.fold(claim_id, reason, into)
    surplus = too_many(candidates)
    for claim_id in surplus:
        fates.set_aside(claim_id, "beyond_capacity")
    return [c for c in candidates if c.claim.id not in surplus]


def _rows(
    candidates: list[Candidate], crisis: Crisis, options: ReconciliationOptions, fates: Fates
) -> tuple[list[Candidate], Network, list[Observation]]:
    """Legs and rows; claims that find no place drop out, and with them the legs only they needed."""
    while True:
        network = _network(candidates, crisis, options)
        observations, unplaced = observations_of(candidates, network, options)
        observations = with_increments(observations, candidates, network)
        if not unplaced:
            break
        for claim_id, reason in unplaced.items():
            fates.set_aside(claim_id, reason)
        candidates = [c for c in candidates if c.claim.id not in unplaced]
    if not any(o.sense in ("figure", "stock") for o in observations):
        for candidate in candidates:
            fates.set_aside(candidate.claim.id, "nothing_to_scale")
        candidates = []
    return candidates, network, observations


def _network(candidates: list[Candidate], crisis: Crisis, options: ReconciliationOptions) -> Network:
    starts = [c.period.start for c in candidates] or [crisis.as_of]
    befores = [c.period.before for c in candidates if c.period.before is not None]
    shown = min(starts)
    if crisis.start is not None:
        shown = max(shown, crisis.start - timedelta(days=options.lead_days))
    return network_of(candidates, first=min(starts + befores), shown_from=shown, as_of=crisis.as_of)


def _estimate(network: Network, ensemble: Ensemble, as_of: date) -> FlowEstimate:
    shape = (-1, len(network.legs), len(network.days))
    after, before = ensemble.after.reshape(shape), ensemble.before.reshape(shape)
    after, before = after[:, :, network.shown :], before[:, :, network.shown :]
    return FlowEstimate(
        as_of=as_of,
        legs=network.legs,
        totals=network.totals,
        days=network.days[network.shown :],
        draws=np.exp(after),
        informed=tuple(_informed(before[:, leg], after[:, leg]) for leg in range(len(network.legs))),
        method=f"{METHOD}, pace {ensemble.pace:+.1f}, trust {ensemble.trust:+.1f}",
    )


def _informed(before: NDArray[np.float64], after: NDArray[np.float64]) -> float:
    """The share of the prior variance of the log of a leg's total that the claims removed."""
    prior = float(np.var(np.logaddexp.reduce(before, axis=1)))
    left = float(np.var(np.logaddexp.reduce(after, axis=1)))
    return min(max(1 - left / max(prior, 1e-12), 0.0), 1.0)


def _one_each(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """The most surprising row of each claim."""
    first: dict[str, Contradiction] = {}
    for contradiction in found:
        first.setdefault(contradiction.claim_id, contradiction)
    return tuple(first.values())
