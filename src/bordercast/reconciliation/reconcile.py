"""The order of the room: what was known, what can inform a flow, the fit, and what became of every claim."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from bordercast import atlas
from bordercast.reconciliation.breaks import breaks_of
from bordercast.reconciliation.contradictions import Doubt, contradictions_of, doubts_of
from bordercast.reconciliation.copies import Candidate, fold_copies
from bordercast.reconciliation.corrections import replaced_figures
from bordercast.reconciliation.crisis import Crisis, crisis_of
from bordercast.reconciliation.distrust import Distrusted, distrusted, freed
from bordercast.reconciliation.ensemble import Ensemble, ensemble_of, learned
from bordercast.reconciliation.fates import Consequences, Fates
from bordercast.reconciliation.figures import figures_from
from bordercast.reconciliation.fit import fit
from bordercast.reconciliation.hyper import MEAN, Hyper
from bordercast.reconciliation.influence import influences_of
from bordercast.reconciliation.network import Network, network_of, too_many
from bordercast.reconciliation.observations import Observation, observations_of, undated_sum
from bordercast.reconciliation.options import ReconciliationOptions
from bordercast.reconciliation.periods import period_of
from bordercast.reconciliation.plan import plan_of
from bordercast.reconciliation.prior import Prior, prior_of
from bordercast.reconciliation.questions import questions_of
from bordercast.reconciliation.readings import RIVAL_BELOW, Fork, fork_of, read_both, readings_of, rivals_of
from bordercast.reconciliation.routes import Route, hosts_of, route_of, usual_origin
from bordercast.reconciliation.running_totals import with_increments
from bordercast.reconciliation.sifting import sift
from bordercast.reconciliation.statements import Statement, statements_known
from bordercast.reconciliation.system import system_of
from bordercast.vocabulary import (
    Chance,
    Claim,
    FlowEstimate,
    Kind,
    Ledger,
    Reading,
    Report,
    ReportedFigure,
    Unreadable,
    Verdict,
)

FEW = 10  # persons; pages withhold smaller counts too
MOST_DISTRUSTED = 3  # sources: with more of them off the same way it is the others that are off
METHOD = "bordercast GVI 2"

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
    crisis = _crisis(statements, as_of, options)
    candidates, network, observations = _evidence(statements, crisis, options, fates)
    if not candidates:
        return None, fates.ledger()
    # one thread: at this size threads cost 2 to 20 times what they save (model-sources 0), and sums could differ
    with threadpool_limits(limits=1, user_api="blas"):
        answer = _solved(observations, network, prior_of(network, crisis), options, chance)
        found = _consequences(answer, network, as_of)
    fates.used(candidates, answer.observations, answer.ensemble.best, answer.doubted)
    return found.estimate, fates.ledger(found)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Answer:
    """The rows as they were read in the end, the fit, what contradicts, and whether claims read two ways."""

    observations: list[Observation]
    ensemble: Ensemble
    doubts: tuple[Doubt, ...]
    doubted: tuple[Distrusted, ...]
    fork: Fork | None
    flows: tuple[NDArray[np.float64], NDArray[np.float64]] | None
    below: float


def _solved(
    observations: list[Observation],
    network: Network,
    prior: Prior,
    options: ReconciliationOptions,
    chance: Chance,
) -> _Answer:
    """The fit; again with the bias of sources that are off the same way set free; and both ways where there are two."""
    stream = chance.named("reconciliation")
    legs, shown = len(network.legs), network.shown
    system = system_of(observations, legs)
    best = learned(prior, system)
    doubted: list[Distrusted] = []
    while len(doubted) < MOST_DISTRUSTED and (off := distrusted(observations, best, doubted)):
        doubted.append(off)
        observations = freed(observations, [off])
        system = system_of(observations, legs)
        best = fit(prior, system, plan_of(system, prior.kin), Hyper.of(MEAN), learn=True)
    doubts = doubts_of(observations, best, below=max(options.contradiction_below, RIVAL_BELOW))
    fork = fork_of(prior, system, best, doubts, observations) if doubts else None
    flows = None
    if fork is not None:
        ensemble, flows = read_both(
            fork, prior, system, best, draws=options.draws, chance=stream, shown=shown
        )
    else:
        ensemble = ensemble_of(prior, system, draws=options.draws, chance=stream, shown=shown, best=best)
    return _Answer(
        observations=observations,
        ensemble=ensemble,
        doubts=doubts,
        doubted=tuple(doubted),
        fork=fork,
        flows=flows,
        below=options.contradiction_below,
    )


def _consequences(answer: _Answer, network: Network, as_of: date) -> Consequences:
    """The estimate, and what the ledger says beside the fate of each claim."""
    observations, best, fork = answer.observations, answer.ensemble.best, answer.fork
    estimate = _estimate(network, answer.ensemble, as_of)
    readings: tuple[Reading, ...] = ()
    rivals: tuple[Doubt, ...] = ()
    refits: dict[str, FlowEstimate] = {}
    if fork is not None and answer.flows is not None:
        readings = readings_of(fork, answer.flows, observations, estimate)
        rivals = rivals_of(fork, observations, answer.doubts)
        for reading, flows in zip(readings, answer.flows, strict=True):
            refits |= dict.fromkeys(reading.wrong, replace(estimate, draws=flows))
    return Consequences(
        estimate=estimate,
        contradictions=contradictions_of(answer.doubts, below=answer.below, rivals=rivals),
        readings=readings,
        influences=influences_of(observations, best, estimate, shown=network.shown, refits=refits),
        questions=questions_of(estimate),
    )


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
    crisis = _crisis(statements, as_of, options)
    candidates, network, observations = _evidence(statements, crisis, options, Fates())
    published = {
        c.statement.claim.id: c.statement.published for c in candidates if c.statement.published is not None
    }
    return figures_from(observations, network, published)


def _crisis(statements: tuple[Statement, ...], as_of: date, options: ReconciliationOptions) -> Crisis:
    """The crisis as the statements tell it, with the days on which flows may have jumped."""
    crisis = crisis_of(statements, as_of=as_of, options=options)
    return replace(crisis, breaks=breaks_of(statements, earliest=crisis.earliest, as_of=as_of))


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
        if statement.same_as is not None:
            fates.fold(
                statement.claim.id, "duplicate_by_analyst", statement.same_as, verdict=statement.verdict
            )
            continue
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
    return _one_sense(candidates, home)


def _one_sense(candidates: list[Candidate], home: str | None) -> list[Candidate]:
    """Candidates in which all who leave one country have either lived there or moved on through it.

    Nobody moves on through the home country; out of any other, one claim of onward movement speaks for all.
    """
    passed = {c.route.origin for c in candidates if c.route.onward} - {home}
    return [replace(c, route=replace(c.route, onward=c.route.origin in passed)) for c in candidates]


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
    hyper = ensemble.best.hyper
    after = np.log(ensemble.flows.sum(axis=2))
    return FlowEstimate(
        as_of=as_of,
        legs=network.legs,
        totals=network.totals,
        days=network.days[network.shown :],
        draws=ensemble.flows,
        informed=tuple(_informed(ensemble.before[:, leg], after[:, leg]) for leg in range(len(network.legs))),
        method=f"{METHOD}, pace {hyper.own_pace:+.1f}, common pace {hyper.common_pace:+.1f}",
    )


def _informed(before: NDArray[np.float64], after: NDArray[np.float64]) -> float:
    """The share of the prior variance of the log of a leg's total that the claims removed."""
    return min(max(1 - float(np.var(after)) / max(float(np.var(before)), 1e-12), 0.0), 1.0)
