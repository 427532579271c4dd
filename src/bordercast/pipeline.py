"""The order, on one page: the only place where stages and the store meet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bordercast import extraction, forecasting, publishing, reading, reconciliation
from bordercast.store import Store, Vintage
from bordercast.vocabulary import (
    ANYWHERE,
    ELSEWHERE,
    BackTest,
    CaseRun,
    Chance,
    Claim,
    Closure,
    Corridor,
    Decision,
    Defect,
    DefectiveCase,
    FlowEstimate,
    InvalidNoun,
    Judgement,
    Ledger,
    LedgerEntry,
    Outcome,
    Projection,
    Proposal,
    Report,
    Ruling,
    Scenario,
    Situation,
    Unreadable,
    Verdict,
    fingerprint,
    in_force,
    taken_back,
)

T = TypeVar("T")
Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many
Asked = Sequence[Scenario] | Callable[[FlowEstimate], Sequence[Scenario]]
# files of a scenario folder that a back-test has no use for
UNUSED_BY_BACKTEST = ("routes", "major_routes", "conflicts", "simsetting", "demographics", "agents", "flood", "region", "location_changes")  # fmt: skip
NO_MOMENT = datetime(1, 1, 1, tzinfo=UTC)
BATCH = 32  # reports to a transaction: a killed run repeats at most this many


def run(  # noqa: PLR0913 - the whole journey has this many settings
    paths: Iterable[Path | str],
    *,
    into: Path | str,
    as_of: date | None = None,
    out: Path | str | None = None,
    scenarios: Asked = (),
    published: date | datetime | None = None,
    days: int = 14,
    seed: int = 0,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Situation:
    """Read, extract, reconcile, forecast and publish; return the situation.

    ``as_of`` defaults to the day of the latest report. Running again adds nothing twice; a killed run goes on
    where it stopped. With ``out`` the report, the page and the tables are written there.
    """
    with Store(into) as store:
        gather(store, paths, published=published, jobs=jobs, progress=progress)
        situation = assess(store, as_of=as_of, scenarios=scenarios, days=days, seed=seed)
    if out is not None:
        publishing.publish(situation, Path(out))
    return situation


def gather(
    store: Store,
    paths: Iterable[Path | str],
    *,
    published: date | datetime | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> None:
    """Read paths into the store and extract claims from every report that the present rules have not been over."""
    for inputs in _batches(reading.read(paths, published=published), BATCH):
        store.add_reports(inputs)
    extract_unread(store, jobs=jobs, progress=progress)


def unspoken(inputs: Iterable[Report | Unreadable]) -> tuple[Unreadable, ...]:
    """Return a line for each report in a language that has no rules: it is kept, and its claims are not silently nil."""
    return tuple(
        Unreadable(
            source=item.source,
            found=f"a report in the language {item.language!r}, for which there are no rules",
            remedy=f"Translate it, or add the language. Languages with rules: {', '.join(sorted(extraction.LANGUAGES))}.",
        )
        for item in inputs
        if isinstance(item, Report) and item.language not in extraction.LANGUAGES
    )


def extract_unread(store: Store, *, jobs: int = 1, progress: Progress | None = None) -> None:
    """Extract claims from the reports in a store that the present rules have not been over; often there are none."""
    method = extraction_method()
    unread = store.unread(method)
    done = 0
    for group, claims in _extracted(unread, jobs):
        store.add_claims(method, list(zip(group, claims, strict=True)))
        done += len(group)
        if progress:
            progress("Reading reports", done, len(unread))


def assess(
    store: Store,
    *,
    as_of: date | None = None,
    scenarios: Asked = (),
    days: int = 14,
    seed: int = 0,
) -> Situation:
    """Return the situation as of a day, from what is in the store; an estimate made before is not made again.

    Without scenarios, the closure of the busiest corridor on the next day is projected beside things as they stand.
    ``scenarios`` may also be what makes them once the estimate is known.
    """
    extract_unread(store)
    known = _known(store, as_of=as_of or latest_day(store), seed=seed)
    estimate = known.vintage.estimate
    borders = reconciliation.border_timelines(known.reports, known.claims, known.verdicts, as_of=known.as_of)
    projections: tuple[Projection, ...] = ()
    if estimate is not None:
        asked = scenarios(estimate) if callable(scenarios) else scenarios
        asked = asked or busiest_closes(estimate)
        stand = standing_claims(known.claims, known.vintage.ledger)
        projections = tuple(
            forecasting.forecast(
                estimate, s, claims=stand, borders=borders, days=days, chance=Chance(seed=seed)
            )
            for s in (Scenario(), *asked)
        )
    return Situation(
        name=_name(store),
        as_of=known.as_of,
        reports=known.reports,
        claims=known.claims,
        ledger=known.vintage.ledger,
        estimate=estimate,
        borders=borders,
        projections=projections,
        backtest=store.backtest(_test_id(known.vintage)),
        vintage=known.vintage.id,
    )


def track_record(
    store: Store, *, as_of: date | None = None, seed: int = 0, progress: Progress | None = None
) -> BackTest | None:
    """Return the back-test that stands beside a forecast made on a day: only what was reported by then counts.

    It is made once for an estimate and kept in the store; None when there was nothing to score.
    """
    extract_unread(store)
    when = as_of or latest_day(store)
    test_id = _test_id(_known(store, as_of=when, seed=seed).vintage)
    if not store.has_backtest(test_id):
        store.add_backtest(test_id, backtest(store, as_of=when, seed=seed, progress=progress))
    return store.backtest(test_id)


def backtest(
    store: Store,
    *,
    as_of: date | None = None,
    horizons: tuple[int, ...] = (3, 7, 14),
    seed: int = 0,
    progress: Progress | None = None,
) -> BackTest | None:
    """Return the scores of forecasts as things stood, made on each day of a store from what was published by then.

    They are held against the figures published later, up to ``as_of``, less those that the rest of the evidence
    contradicts by then, for these are mostly misread or misdated; None when there is no such figure yet.
    Estimates are kept as vintages, so that a killed run goes on where it stopped and a second one takes seconds.
    """
    from bordercast.forecasting.backtest import Made, backtest_forecasts  # noqa: PLC0415 - a tenth of a second

    extract_unread(store)
    until = as_of or latest_day(store)
    last = _known(store, as_of=until, seed=seed)
    days = sorted({r.published_on for r in last.reports if r.published_on and r.published_on < until})
    doubted = {c.claim_id for c in last.vintage.ledger.contradictions}
    said = reconciliation.reported_figures(last.reports, last.claims, last.verdicts, as_of=until)
    figures = [figure for figure in said if figure.claim_id not in doubted]
    made = []
    for done, day in enumerate(days):
        if progress:
            progress("Forecasting each day anew", done, len(days))
        then = _known(store, as_of=day, seed=seed)
        if then.vintage.estimate is not None:
            projection = forecasting.forecast(
                then.vintage.estimate,
                claims=standing_claims(then.claims, then.vintage.ledger),
                borders=reconciliation.border_timelines(then.reports, then.claims, then.verdicts, as_of=day),
                days=max(horizons),
                chance=Chance(seed=seed),
            )
            made.append(Made(estimate=then.vintage.estimate, projection=projection))
    if progress:
        progress("Forecasting each day anew", len(days), len(days))
    method = made[-1].projection.method if made else ""
    tested = backtest_forecasts(made, figures, subject=_name(store), horizons=horizons, method=method)
    if tested is None or len(figures) == len(said):
        return tested
    return replace(
        tested,
        notes=(
            *tested.notes,
            f"{len(said) - len(figures)} figures that the rest of the evidence contradicts were not scored.",
        ),
    )


def backtest_folder(
    folder: Path | str,
    *,
    horizons: tuple[int, ...] = (3, 7, 14, 30),
    lenient: bool = False,
    progress: Progress | None = None,
) -> BackTest:
    """Return the scores of forecasts of every counted place of a scenario folder of Flee, made before the fact.

    Only counts, corrections and closures are used: no routes, conflicts, capacities or settings. Grave defects of the
    files used raise `DefectiveCase`, unless ``lenient``.
    """
    from bordercast.forecasting.backtest import backtest_case  # noqa: PLC0415 - a tenth of a second
    from bordercast.reading.flee import read_case  # noqa: PLC0415

    case = read_case(Path(folder))
    _refuse_grave(
        folder, [d for d in case.defects if not d.file.startswith(UNUSED_BY_BACKTEST)], lenient=lenient
    )
    return backtest_case(case, horizons=horizons, progress=progress)


def _refuse_grave(folder: Path | str, defects: Iterable[Defect], *, lenient: bool) -> None:
    """Raise `DefectiveCase` naming the grave defects, if there are any and they are not to be passed by."""
    listed = tuple(defects)
    grave = [defect for defect in listed if defect.grave]
    if grave and not lenient:
        raise DefectiveCase(
            f"{folder} has {len(grave)} defects that would make its figures wrong:\n"
            + "\n".join(f"  {defect}" for defect in grave)
            + "\nMend them, or go on as they stand with --lenient.",
            listed,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Known:
    """What a store held by a day, and the estimate of that day."""

    as_of: date
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    vintage: Vintage


def _test_id(vintage: Vintage) -> str:
    return fingerprint("backtest", vintage.id, forecasting_method())


def _known(store: Store, *, as_of: date, seed: int) -> _Known:
    """Return what was known on a day; its estimate is made once and kept."""
    when = as_of
    reports = store.reports(as_of=when)
    known = {report.id for report in reports}
    claims = tuple(c for c in store.claims(extraction_method()) if c.report_id in known)
    # an analyst judges past days with hindsight on purpose: verdicts hold for every as_of, and make a new vintage
    verdicts = verdicts_now(store)
    claims += tuple(c for c in vouched(store, verdicts, claims) if c.report_id in known)
    unreadable = (*store.unreadable(), *unspoken(reports))
    chance = Chance(seed=seed)
    vintage_id = fingerprint(
        "vintage",
        when,
        seed,
        reconciliation_method(),
        [r.id for r in reports],
        [c.id for c in claims],
        [v.id for v in verdicts],
        unreadable,
    )
    vintage = store.vintage(vintage_id)
    if vintage is None:
        estimate, ledger = reconciliation.reconcile(
            reports, claims, verdicts, unreadable=unreadable, as_of=when, chance=chance
        )
        vintage = Vintage(id=vintage_id, estimate=estimate, ledger=ledger)
        store.add_vintage(vintage, when)
    return _Known(as_of=when, reports=reports, claims=claims, verdicts=verdicts, vintage=vintage)


def _name(store: Store) -> str:
    return store.path.stem if store.path else "situation"


def recall(store: Store, vintage_id: str) -> Situation | None:
    """Return the situation of an estimate that a store keeps, as it was made, or None when it keeps none of that id.

    Claims are those its ledger names. It has no projections, and borders as the present rules and verdicts see them.
    """
    line = next((v for v in store.vintages() if v.id == vintage_id), None)
    vintage = store.vintage(vintage_id) if line else None
    if line is None or vintage is None:
        return None
    named = {entry.subject for entry in vintage.ledger.entries}
    read = store.claims(extraction_method())
    claims = tuple(c for c in (*read, *vouched(store, verdicts_now(store), read)) if c.id in named)
    reports = store.reports(as_of=line.as_of)
    return Situation(
        name=_name(store),
        as_of=line.as_of,
        reports=reports,
        claims=claims,
        ledger=vintage.ledger,
        estimate=vintage.estimate,
        borders=reconciliation.border_timelines(reports, claims, verdicts_now(store), as_of=line.as_of),
        projections=(),
        vintage=vintage_id,
    )


def propose(
    store: Store,
    ask: Callable[[str], str],
    *,
    model: str,
    most: int | None = None,
    progress: Progress | None = None,
) -> tuple[Proposal, ...]:
    """Let a model propose claims of the reports in a store, and return how they stand to what the rules read.

    ``ask`` sends a piece of a report and returns the reply. Replies are kept by what was asked, each as soon as it
    comes, so that a killed run asks nothing twice. ``most`` reports are looked at, the latest first. What a proposal
    proves becomes a claim that informs nothing until an analyst accepts it.
    """
    extract_unread(store)
    method = extraction_method()
    read = store.claims(method)
    latest = sorted(store.reports(), key=lambda r: (r.published_on or date.min, r.id), reverse=True)[:most]
    rows: list[Proposal] = []
    for done, report in enumerate(latest):
        if progress:
            progress("Asking the model", done, len(latest))
        replies = []
        for piece in reading.pieces(report.text):
            reply_id = fingerprint("reply", model, reading.WORK, piece)
            reply = store.reply(reply_id)
            if reply is None:
                reply = ask(piece)
                store.add_reply(reply_id, report_id=report.id, model=model, reply=reply)
            replies.append(reply)
        mine = [claim for claim in read if claim.report_id == report.id]
        found = extraction.judged(report, replies, mine, model=model)
        store.add_proposals(method, found)
        rows += found
    return tuple(rows)


def proposed(store: Store, situation: Situation) -> Situation:
    """Return a situation whose claims are those that a model proposes and the rules lack or read otherwise.

    Its ledger says of each how it stands to the rules; it has no estimate. It is there to be reviewed.
    """
    known = {report.id for report in situation.reports}
    standing = {claim.id for claim in situation.claims}
    rows = {
        p.claim.id: p
        for p in store.proposals(extraction_method())
        if p.claim and p.report_id in known and p.outcome in (Outcome.ONLY_MODEL, Outcome.DIFFERS)
    }
    entries = tuple(
        LedgerEntry(
            subject=claim_id,
            decision=Decision.SET_ASIDE,
            reason="proposed",
            words=f"{p.model} proposes it; it informs nothing until an analyst accepts it. {p.words}"
            + (f" The rules' claim is {p.against}." if p.against else ""),
        )
        for claim_id, p in sorted(rows.items())
        if claim_id not in standing
    )
    claims = tuple(rows[entry.subject].claim for entry in entries)
    return replace(
        situation,
        claims=tuple(claim for claim in claims if claim is not None),
        ledger=Ledger(entries=entries),
        estimate=None,
        borders=(),
        projections=(),
    )


def vouched(store: Store, verdicts: Iterable[Verdict], known: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that an analyst accepted or corrected although the rules did not find them: a model's."""
    there = {claim.id for claim in known}
    proposed = {p.claim.id: p.claim for p in store.proposals() if p.claim}
    held = in_force(verdicts)
    return tuple(
        claim
        for claim_id, claim in sorted(proposed.items())
        if claim_id not in there
        and claim_id in held
        and held[claim_id].ruling in (Ruling.ACCEPTED, Ruling.CORRECTED)
    )


def verdicts_now(store: Store) -> tuple[Verdict, ...]:
    """Return every verdict, oldest first, on the claims that the present rules find where the ruled ones stood.

    A verdict whose claim they no longer find keeps the id it was given for.
    """
    verdicts = store.verdicts()
    ruled = {v.claim_id for v in verdicts} | {v.duplicate_of for v in verdicts if v.duplicate_of}
    found = {claim_id: store.claim(claim_id) for claim_id in sorted(ruled)}
    judged = {claim_id: claim for claim_id, claim in found.items() if claim is not None}
    return reconciliation.follow(verdicts, judged, store.claims(extraction_method())) if judged else verdicts


def rule(store: Store, judgements: Sequence[Judgement], *, at: datetime) -> tuple[Verdict, ...]:
    """Take down what an analyst says of claims, all or nothing, and return the verdicts.

    One that holds already, word for word, is not taken down twice but returned as it stands, so that a file of
    verdicts may be given again: those that are new were decided ``at``. Raises InvalidNoun where a claim or verdict is
    not there or a correction does not fit.
    """
    known = {
        v.id: v for v in (*store.verdicts(), *verdicts_now(store))
    }  # where an id stands twice, as it is now
    made = [judgement.on(_judged(store, judgement, known), at=at) for judgement in judgements]
    gone = taken_back(known.values())
    holding = [
        *in_force(known.values()).values(),
        *(v for v in known.values() if v.withdraws and v.id not in gone),
    ]
    said = {_words_of(v): v for v in holding}
    for verdict in made:
        if _words_of(verdict) not in said:
            store.add_verdict(verdict)
    return tuple(said.get(_words_of(verdict), verdict) for verdict in made)


def _judged(store: Store, judgement: Judgement, known: Mapping[str, Verdict]) -> Claim:
    for claim_id in filter(None, (judgement.claim_id, judgement.duplicate_of)):
        if store.claim(claim_id) is None:
            raise InvalidNoun(
                f"The store holds no claim {claim_id}. See those there are with: bordercast review FILE.db --json"
            )
    first = in_force(known.values()).get(judgement.duplicate_of or "")
    if first is not None and first.ruling is Ruling.DUPLICATE:
        raise InvalidNoun(
            f"Claim {judgement.duplicate_of} is itself a duplicate, of {first.duplicate_of}. Name that one."
        )
    if judgement.withdraws is not None and judgement.withdraws not in known:
        raise InvalidNoun(
            f"The store holds no verdict {judgement.withdraws}. See them with: bordercast review FILE.db --history"
        )
    claim = store.claim(judgement.claim_id)
    assert claim is not None
    return claim


def _words_of(verdict: Verdict) -> str:
    """Return all a verdict says, less when it was said; of a correction, less the id that follows from it."""
    correction = replace(verdict.correction, id="") if verdict.correction else None
    return fingerprint(replace(verdict, id="", decided=NO_MOMENT, correction=correction))


def standing_claims(claims: Iterable[Claim], ledger: Ledger) -> tuple[Claim, ...]:
    """Return the claims that were used or shown: each said once, and none that an analyst rejected."""
    stand = {e.subject for e in ledger.entries if e.decision in (Decision.USED, Decision.SHOWN)}
    return tuple(claim for claim in claims if claim.id in stand)


def busiest_closes(estimate: FlowEstimate) -> tuple[Scenario, ...]:
    """Return the scenario in which the entry leg with most people over the last week closes the day after."""
    leg = busiest_leg(estimate)
    if leg is None:
        return ()
    start = estimate.as_of + timedelta(days=1)
    closure = Closure(origin=leg.origin, destination=leg.destination, start=start)
    return (Scenario(name=f"{leg} closes on {start}", closures=(closure,)),)


def flee(  # noqa: PLR0913 - one for each option of the command
    folder: Path | str,
    *,
    settings: Path | str | None = None,
    days: int | None = None,
    seeds: int = 10,
    seed: int = 0,
    rules: str = "flee",
    lenient: bool = False,
    progress: Progress | None = None,
) -> CaseRun:
    """Read a scenario folder of Flee, simulate it ``seeds`` times, and return people in every place on every day.

    ``rules`` is "flee" for what Flee does or "mended" for what its manual says. Grave defects of the files raise
    `DefectiveCase`, unless ``lenient``: then the run goes on, and its ``defects`` list them.
    """
    from bordercast.forecasting.flee import Rules, simulate, unsimulated  # noqa: PLC0415 - numba takes 0.3 s
    from bordercast.reading.flee import read_case  # noqa: PLC0415

    followed = Rules(rules)
    case = read_case(Path(folder), settings=Path(settings) if settings else None, days=days)
    case = replace(case, defects=case.defects + unsimulated(case, followed))
    _refuse_grave(folder, case.defects, lenient=lenient)
    told = partial(progress, "simulating") if progress else None
    return simulate(case, members=seeds, seed=seed, rules=followed, progress=told)


def busiest_leg(estimate: FlowEstimate) -> Corridor | None:
    """Return the entry leg with most people over the last week; None when only unnamed countries are entered."""
    legs = [leg for leg in estimate.legs if not leg.onward and leg.destination not in (ANYWHERE, ELSEWHERE)]
    week = {leg: float(estimate.of(leg)[:, -7:].sum(axis=1).mean()) for leg in legs}
    return max(legs, key=lambda leg: (week[leg], str(leg)), default=None)


def latest_day(store: Store) -> date:
    """Return the day of the latest report, or the earliest date there is when no report has one."""
    return max((r.published_on for r in store.reports() if r.published_on), default=date.min)


@cache
def extraction_method() -> str:
    """Return the name of the present rules: it changes whenever they, or the atlas they read, change."""
    return f"rules-{_code_of('bordercast.extraction', 'bordercast.atlas', 'bordercast.atlas.data')}"


@cache
def reconciliation_method() -> str:
    """Return the name of the present model: it changes whenever its code does."""
    return f"model-{_code_of('bordercast.reconciliation')}"


@cache
def forecasting_method() -> str:
    """Return the name of the present way to look ahead and to score it: it changes whenever its code does."""
    rooms = ("", ".crisis", ".movement", ".backtest")
    return f"ahead-{_code_of(*(f'bordercast.forecasting{room}' for room in rooms))}"


def _code_of(*packages: str) -> str:
    files = sorted(
        (f"{package}/{entry.name}", entry)
        for package in packages
        for entry in resources.files(package).iterdir()
        if entry.is_file() and not entry.name.endswith(".pyc")
    )
    return fingerprint(
        *(
            (name, entry.read_bytes().hex() if entry.name.endswith(".z") else entry.read_text("utf-8"))
            for name, entry in files
        )
    )


def _extracted(unread: Sequence[Report], jobs: int) -> Iterator[tuple[list[Report], list[tuple[Claim, ...]]]]:
    """Yield groups of reports with the claims of each; the same groups and claims with one worker or many."""
    groups = list(_batches(unread, BATCH))
    if jobs <= 1 or len(groups) <= 1:
        yield from ((group, _extract_group(group)) for group in groups)
        return
    with ProcessPoolExecutor(max_workers=min(jobs, len(groups))) as pool:
        yield from zip(groups, pool.map(_extract_group, groups), strict=True)


def _extract_group(group: list[Report]) -> list[tuple[Claim, ...]]:
    return [tuple(extraction.extract([report])) for report in group]


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while group := list(islice(iterator, size)):
        yield group
