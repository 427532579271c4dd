"""The order, on one page: the only place where stages and the store meet."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, timedelta
from functools import cache
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bordercast import extraction, forecasting, publishing, reading, reconciliation
from bordercast.store import Store, Vintage
from bordercast.vocabulary import (
    ANYWHERE,
    ELSEWHERE,
    Chance,
    Claim,
    Closure,
    Corridor,
    Decision,
    FlowEstimate,
    Ledger,
    Projection,
    Report,
    Scenario,
    Situation,
    Unreadable,
    fingerprint,
)

T = TypeVar("T")
Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many
Asked = Sequence[Scenario] | Callable[[FlowEstimate], Sequence[Scenario]]
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
    when = as_of or latest_day(store)
    reports = store.reports(as_of=when)
    known = {report.id for report in reports}
    claims = tuple(c for c in store.claims(extraction_method()) if c.report_id in known)
    # an analyst judges past days with hindsight on purpose: verdicts hold for every as_of, and make a new vintage
    verdicts = store.verdicts()
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
    borders = reconciliation.border_timelines(reports, claims, verdicts, as_of=when)
    projections: tuple[Projection, ...] = ()
    if vintage.estimate is not None:
        asked = scenarios(vintage.estimate) if callable(scenarios) else scenarios
        asked = asked or busiest_closes(vintage.estimate)
        stand = standing_claims(claims, vintage.ledger)
        projections = tuple(
            forecasting.forecast(vintage.estimate, s, claims=stand, borders=borders, days=days, chance=chance)
            for s in (Scenario(), *asked)
        )
    return Situation(
        name=store.path.stem if store.path else "situation",
        as_of=when,
        reports=reports,
        claims=claims,
        ledger=vintage.ledger,
        estimate=vintage.estimate,
        borders=borders,
        projections=projections,
        vintage=vintage.id,
    )


def recall(store: Store, vintage_id: str) -> Situation | None:
    """Return the situation of an estimate that a store keeps, as it was made, or None when it keeps none of that id.

    Claims are those its ledger names. It has no projections, and borders as the present rules and verdicts see them.
    """
    line = next((v for v in store.vintages() if v.id == vintage_id), None)
    vintage = store.vintage(vintage_id) if line else None
    if line is None or vintage is None:
        return None
    named = {entry.subject for entry in vintage.ledger.entries}
    claims = tuple(c for c in store.claims(extraction_method()) if c.id in named)
    reports = store.reports(as_of=line.as_of)
    return Situation(
        name=store.path.stem if store.path else "situation",
        as_of=line.as_of,
        reports=reports,
        claims=claims,
        ledger=vintage.ledger,
        estimate=vintage.estimate,
        borders=reconciliation.border_timelines(reports, claims, store.verdicts(), as_of=line.as_of),
        projections=(),
        vintage=vintage_id,
    )


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
