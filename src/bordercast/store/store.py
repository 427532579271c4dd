"""The store: a situation on disk, append-only, shared by several processes at once."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Engine, Index, Table, create_engine, event, func, make_url, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.schema import CreateIndex, CreateTable

from bordercast.store import consequences, tables
from bordercast.store.backtests import read_backtest, write_backtest
from bordercast.store.draws import read_draws, write_draws
from bordercast.vocabulary import (
    BackTest,
    Claim,
    Contradiction,
    Corridor,
    FlowEstimate,
    Ledger,
    LedgerEntry,
    MissingExtra,
    Proposal,
    Report,
    Span,
    Unreadable,
    UnreadableStore,
    Verdict,
)

SQLITE_HEAD = b"SQLite format 3\x00"
BUSY_MS = (
    30_000  # how long a writer waits for another; a batch of a thousand reports is written in under a second
)
ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Vintage:
    """An estimate as it was made from what was known on a day, with its ledger."""

    id: str
    estimate: FlowEstimate | None
    ledger: Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class VintageLine:
    """An estimate that is kept: its id, the day it speaks of, and the method it was made by (empty without one)."""

    id: str
    as_of: date
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _EstimateHead:
    """An estimate without its draws."""

    as_of: date
    legs: tuple[Corridor, ...]
    totals: tuple[Corridor, ...]
    days: tuple[date, ...]
    informed: tuple[float, ...]
    method: str


class Store:
    """A situation on disk. Every method is one short transaction; reading never waits for writing.

    ``where`` is a file (SQLite, made when missing) or a PostgreSQL address. Draws lie beside a file in
    ``FILE.draws/``, one Parquet file a vintage; with an address, in ``bordercast.draws/`` of the working folder.
    Raises UnreadableStore when the file is something else, which is then left as it was, and MissingExtra when
    an address is given without its driver.
    """

    def __init__(self, where: Path | str) -> None:
        address = str(where)
        self.path = None if is_address(address) else Path(address)
        self._draws = Path("bordercast.draws") if self.path is None else self.path.with_suffix(".draws")
        if self.path is None:
            self._engine: Engine = _team_engine(address)
        else:
            if _foreign(self.path):
                raise UnreadableStore(f"{address} is a file of something else. Give another path.")
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._engine = create_engine(f"sqlite:///{self.path}")
            event.listen(self._engine, "connect", _as_wal)
        try:
            for name in (*tables.metadata.sorted_tables, *_indexes()):
                make = CreateTable if isinstance(name, Table) else CreateIndex
                with self._engine.begin() as link:  # each by itself: another process may be making it too
                    link.execute(make(name, if_not_exists=True))  # type: ignore[arg-type]
            self._check_version()
        except DatabaseError as problem:
            raise UnreadableStore(
                f"{shown(address)} cannot be opened as a Bordercast store ({problem.orig}). "
                "Give the path of a store, or of a new file to make one."
            ) from None

    @classmethod
    def opened(cls, where: Path | str) -> Self:
        """Return a store that is there already; raises UnreadableStore, and makes nothing, when none is."""
        if not is_address(str(where)) and "about" not in _tables_in(Path(where)):
            raise UnreadableStore(
                f"There is no store at {where}. Make one with: bordercast run REPORTS --into FILE.db"
            )
        return cls(where)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add_reports(self, found: Iterable[Report | Unreadable]) -> int:
        """Add reports and unreadable inputs; return how many reports were new."""
        readable, refused = [], []
        for item in found:
            if isinstance(item, Report):
                readable.append(_report_row(item))
            else:
                refused.append({"source": item.source, "found": item.found, "remedy": item.remedy})
        with self._engine.begin() as link:
            before = _count(link, tables.reports)
            _append(link, tables.reports, readable)
            _append(link, tables.unreadable, refused)
            return _count(link, tables.reports) - before

    def add_claims(self, method: str, found: Sequence[tuple[Report, Sequence[Claim]]]) -> int:
        """Add what a version of the rules found in some reports, all or nothing; return how many claims were new."""
        rows = [claim for _, claims in found for claim in claims]
        with self._engine.begin() as link:
            before = _count(link, tables.claims)
            _append(link, tables.claims, [_claim_row(c) for c in rows])
            _append(
                link,
                tables.spans,
                [_span_row(c, i, s) for c in rows for i, s in enumerate(c.evidence)],
            )
            _append(link, tables.findings, [{"method": method, "claim_id": c.id} for c in rows])
            _append(link, tables.extractions, [{"method": method, "report_id": r.id} for r, _ in found])
            return _count(link, tables.claims) - before

    def add_verdict(self, verdict: Verdict) -> None:
        """Add a verdict; earlier ones on the same claim stay."""
        row = {
            "id": verdict.id,
            "claim_id": verdict.claim_id,
            "ruling": verdict.ruling.value,
            "analyst": verdict.analyst,
            "decided": verdict.decided.isoformat(),
            "reason": verdict.reason,
            "record": _json(verdict),
        }
        with self._engine.begin() as link:
            _append(link, tables.verdicts, [row])

    def add_reply(self, reply_id: str, *, report_id: str, model: str, reply: str) -> None:
        """Keep what a model answered; one that is there already stays as it is."""
        row = {"id": reply_id, "report_id": report_id, "model": model, "reply": reply}
        with self._engine.begin() as link:
            _append(link, tables.replies, [row])

    def reply(self, reply_id: str) -> str | None:
        """Return what a model answered, or None when it was not asked that yet."""
        query = select(tables.replies.c.reply).where(tables.replies.c.id == reply_id)
        with self._engine.connect() as link:
            found: str | None = link.execute(query).scalar_one_or_none()
            return found

    def add_proposals(self, method: str, found: Sequence[Proposal]) -> None:
        """Add how a model's proposals stand to the rules, and the claims they prove; these inform nothing by themselves."""
        proved = [p.claim for p in found if p.claim is not None]
        with self._engine.begin() as link:
            _append(link, tables.claims, [_claim_row(c) for c in proved])
            _append(
                link, tables.spans, [_span_row(c, i, s) for c in proved for i, s in enumerate(c.evidence)]
            )
            _append(link, tables.proposals, [_proposal_row(method, p) for p in found])

    def proposals(self, method: str | None = None) -> tuple[Proposal, ...]:
        """Return the proposals held against a version of the rules, or against any, by report."""
        query = select(tables.proposals.c.record).order_by(
            tables.proposals.c.report_id, tables.proposals.c.id
        )
        if method is not None:
            query = query.where(tables.proposals.c.method == method)
        with self._engine.connect() as link:
            return tuple(msgspec.json.decode(row, type=Proposal) for row in link.execute(query).scalars())

    def add_vintage(self, vintage: Vintage, as_of: date) -> None:
        """Add an estimate with its ledger; a vintage that is there already stays as it is."""
        estimate = vintage.estimate
        name = f"{vintage.id}.parquet" if estimate is not None else None
        head = None
        if estimate is not None and name is not None:
            head = _EstimateHead(
                as_of=estimate.as_of,
                legs=estimate.legs,
                totals=estimate.totals,
                days=estimate.days,
                informed=estimate.informed,
                method=estimate.method,
            )
            write_draws(estimate, self._draws / name)
        row = {
            "id": vintage.id,
            "as_of": as_of,
            "method": estimate.method if estimate else "",
            "draws": name,
            "record": _json(head),
        }
        with self._engine.begin() as link:
            _append(link, tables.vintages, [row])
            _append(link, tables.ledger, [_entry_row(vintage.id, e) for e in vintage.ledger.entries])
            _append(
                link,
                tables.contradictions,
                [_contradiction_row(vintage.id, c) for c in vintage.ledger.contradictions],
            )
            for table, rows in consequences.rows_of(vintage.id, vintage.ledger):
                _append(link, table, rows)

    def reports(self, *, as_of: date | None = None) -> tuple[Report, ...]:
        """Return the reports published by the end of a day (and those without a date), in the order of their ids."""
        with self._engine.connect() as link:
            rows = link.execute(select(tables.reports.c.record).order_by(tables.reports.c.id)).scalars()
            found = tuple(msgspec.json.decode(row, type=Report) for row in rows)
        return tuple(r for r in found if as_of is None or r.published_on is None or r.published_on <= as_of)

    def unread(self, method: str) -> tuple[Report, ...]:
        """Return the reports this version of the rules has not been over yet."""
        done = select(tables.extractions.c.report_id).where(tables.extractions.c.method == method)
        query = (
            select(tables.reports.c.record)
            .where(tables.reports.c.id.not_in(done))
            .order_by(tables.reports.c.id)
        )
        with self._engine.connect() as link:
            return tuple(msgspec.json.decode(row, type=Report) for row in link.execute(query).scalars())

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Return the inputs that could not become reports."""
        with self._engine.connect() as link:
            rows = link.execute(select(tables.unreadable).order_by(tables.unreadable.c.source)).all()
        return tuple(Unreadable(source=r.source, found=r.found, remedy=r.remedy) for r in rows)

    def claims(self, method: str) -> tuple[Claim, ...]:
        """Return the claims this version of the rules found, in the order of their ids."""
        query = (
            select(tables.claims.c.record)
            .join(tables.findings, tables.findings.c.claim_id == tables.claims.c.id)
            .where(tables.findings.c.method == method)
            .order_by(tables.claims.c.id)
        )
        with self._engine.connect() as link:
            return tuple(msgspec.json.decode(row, type=Claim) for row in link.execute(query).scalars())

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return every verdict, oldest first."""
        query = select(tables.verdicts.c.record).order_by(tables.verdicts.c.decided, tables.verdicts.c.id)
        with self._engine.connect() as link:
            return tuple(msgspec.json.decode(row, type=Verdict) for row in link.execute(query).scalars())

    def add_backtest(self, test_id: str, test: BackTest | None) -> None:
        """Keep a back-test beside the draws, or that there was nothing to score."""
        write_backtest(test, self._draws / f"backtest-{test_id}.json")

    def has_backtest(self, test_id: str) -> bool:
        """Whether a back-test of this id was kept, even if there was nothing to score."""
        return (self._draws / f"backtest-{test_id}.json").exists()

    def backtest(self, test_id: str) -> BackTest | None:
        """Return a back-test that was kept; None when it was not, or when there was nothing to score."""
        return read_backtest(self._draws / f"backtest-{test_id}.json") if self.has_backtest(test_id) else None

    def vintage(self, vintage_id: str) -> Vintage | None:
        """Return a stored estimate with its ledger, or None when there is none (or its draws are gone)."""
        of = tables.vintages.c.id == vintage_id
        with self._engine.connect() as link:
            row = link.execute(select(tables.vintages).where(of)).one_or_none()
            if row is None or (row.draws and not (self._draws / row.draws).exists()):
                return None
            entries = link.execute(
                select(tables.ledger)
                .where(tables.ledger.c.vintage_id == vintage_id)
                .order_by(tables.ledger.c.subject)
            ).all()
            against = link.execute(
                select(tables.contradictions)
                .where(tables.contradictions.c.vintage_id == vintage_id)
                .order_by(tables.contradictions.c.surprise, tables.contradictions.c.claim_id)
            ).all()
            ledger = Ledger(
                entries=tuple(map(_entry, entries)),
                contradictions=tuple(map(_contradiction, against)),
                readings=consequences.readings(link, vintage_id),
                influences=consequences.influences(link, vintage_id),
                questions=consequences.questions(link, vintage_id),
            )
        head = msgspec.json.decode(row.record, type=_EstimateHead | None)
        estimate = None
        if head is not None:
            draws = read_draws(self._draws / row.draws, legs=len(head.legs), days=len(head.days))
            estimate = FlowEstimate(
                as_of=head.as_of,
                legs=head.legs,
                totals=head.totals,
                days=head.days,
                draws=draws,
                informed=head.informed,
                method=head.method,
            )
        return Vintage(
            id=vintage_id,
            estimate=estimate,
            ledger=ledger,
        )

    def vintages(self) -> tuple[VintageLine, ...]:
        """Return the estimates that are kept, newest day first."""
        query = select(tables.vintages.c.id, tables.vintages.c.as_of, tables.vintages.c.method).order_by(
            tables.vintages.c.as_of.desc(), tables.vintages.c.id
        )
        with self._engine.connect() as link:
            return tuple(VintageLine(id=r.id, as_of=r.as_of, method=r.method) for r in link.execute(query))

    def latest(self) -> date | None:
        """Return the latest day an estimate was made for, or None."""
        with self._engine.connect() as link:
            found: date | None = link.execute(select(func.max(tables.vintages.c.as_of))).scalar()
            return found

    def mark(self) -> str:
        """Return a word that changes whenever reports, claims, verdicts or unreadable inputs were added.

        Rows are only ever added, so how many there are says whether anything is new. Estimates do not count: they
        follow from the rest.
        """
        grown = (tables.reports, tables.findings, tables.verdicts, tables.unreadable)
        with self._engine.connect() as link:
            return "-".join(f"{_count(link, table):x}" for table in grown)

    def report_days(self) -> tuple[date, ...]:
        """Return the days on which reports were published, oldest first."""
        with self._engine.connect() as link:
            found = link.execute(select(tables.reports.c.published).distinct()).scalars()
            return tuple(sorted({date.fromisoformat(moment[:10]) for moment in found if moment}))

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim by its id, or None when no version of the rules found it."""
        query = select(tables.claims.c.record).where(tables.claims.c.id == claim_id)
        with self._engine.connect() as link:
            record = link.execute(query).scalar_one_or_none()
        return msgspec.json.decode(record, type=Claim) if record else None

    def counts(self) -> dict[str, int]:
        """Return how many rows each table holds."""
        with self._engine.connect() as link:
            return {t.name: _count(link, t) for t in tables.metadata.sorted_tables if t is not tables.about}

    def _check_version(self) -> None:
        with self._engine.begin() as link:
            _append(link, tables.about, [{"key": "schema_version", "value": str(tables.SCHEMA_VERSION)}])
            found = int(
                link.execute(
                    select(tables.about.c.value).where(tables.about.c.key == "schema_version")
                ).scalar_one()
            )
        if found > tables.SCHEMA_VERSION:
            raise UnreadableStore(
                f"The store has schema version {found}; this Bordercast knows up to {tables.SCHEMA_VERSION}. Install a newer Bordercast."
            )


def is_address(where: str) -> bool:
    """Whether a store is meant by a PostgreSQL address rather than by a path."""
    return where.startswith(("postgresql:", "postgresql+"))


def shown(where: str) -> str:
    """Return a store's path or address as it may be printed: without a password."""
    return re.sub(r":[^:/@]+@", ":***@", where)


def _team_engine(address: str) -> Engine:
    try:
        url = make_url(address)
        return create_engine(url if "+" in url.drivername else url.set(drivername="postgresql+psycopg"))
    except ModuleNotFoundError as problem:
        raise MissingExtra(
            f"{address.rpartition('@')[2]} is a PostgreSQL store, and its driver ({problem.name}) is not installed. "
            "Install it with: pip install 'bordercast[team]'"
        ) from None
    except ArgumentError:
        raise UnreadableStore(
            f"{shown(address)} is no PostgreSQL address. Write postgresql://USER@HOST/DATABASE."
        ) from None


def _tables_in(path: Path) -> set[str]:
    """Return the names of a SQLite file's tables without touching it; nothing when it is missing, empty or no database."""
    if not path.is_file():
        return set()
    link = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        return {name for (name,) in link.execute("select name from sqlite_master where type = 'table'")}
    except sqlite3.DatabaseError:
        return set()
    finally:
        link.close()


def _foreign(path: Path) -> bool:
    """Whether something that is no store lies at a path."""
    if not path.is_file() or path.stat().st_size == 0:
        return False
    with path.open("rb") as file:
        if file.read(len(SQLITE_HEAD)) != SQLITE_HEAD:
            return True
    tables_there = _tables_in(path)
    return bool(tables_there) and "about" not in tables_there


def _indexes() -> list[Index]:
    return sorted((i for t in tables.metadata.sorted_tables for i in t.indexes), key=lambda i: str(i.name))


def _as_wal(link: Any, _: object) -> None:  # noqa: ANN401 - the driver's own connection
    cursor = link.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")  # first: switching to WAL may itself have to wait
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _append(link: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, leaving those that are there already as they are."""
    dialect = postgresql if link.dialect.name == "postgresql" else sqlite
    for i in range(0, len(rows), ROWS_AT_ONCE):
        link.execute(dialect.insert(table).on_conflict_do_nothing(), list(rows[i : i + ROWS_AT_ONCE]))


def _count(link: Connection, table: Table) -> int:
    return link.execute(select(func.count()).select_from(table)).scalar_one()


def _json(noun: object) -> str:
    return msgspec.json.encode(noun).decode()


def _report_row(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language,
        "source": report.source,
        "text": report.text,
        "record": _json(report),
    }


def _claim_row(claim: Claim) -> dict[str, Any]:
    q, when = claim.quantity, claim.interval
    return {
        "id": claim.id,
        "report_id": claim.report_id,
        "kind": claim.kind.value,
        "term": claim.term,
        "value": q.value if q else None,
        "low": q.low if q else None,
        "high": q.high if q else None,
        "hedge": q.hedge.value if q else None,
        "unit": q.unit if q else None,
        "per": q.per if q else None,
        "measure": claim.measure.value,
        "population": claim.population,
        "origin": claim.origin and (claim.origin.iso3 or claim.origin.name),
        "destinations": ",".join(d.iso3 or d.name for d in claim.destinations),
        "via": ",".join(v.name for v in claim.via),
        "at": claim.at and claim.at.name,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "basis": when.basis.value if when else None,
        "voice": claim.attribution.voice,
        "source_type": claim.attribution.source_type.value,
        "modality": claim.modality.value,
        "status": claim.status,
        "quote": claim.evidence[0].quote,
        "record": _json(claim),
    }


def _span_row(claim: Claim, place: int, span: Span) -> dict[str, Any]:
    return {"claim_id": claim.id, "place": place, "start": span.start, "end": span.end, "quote": span.quote}


def _proposal_row(method: str, found: Proposal) -> dict[str, Any]:
    return {
        "id": found.id,
        "method": method,
        "report_id": found.report_id,
        "model": found.model,
        "outcome": found.outcome.value,
        "words": found.words,
        "quote": found.quote,
        "claim_id": found.claim.id if found.claim else None,
        "against": found.against,
        "record": _json(found),
    }


def _entry_row(vintage_id: str, entry: LedgerEntry) -> dict[str, Any]:
    return {
        "vintage_id": vintage_id,
        "subject": entry.subject,
        "decision": entry.decision.value,
        "reason": entry.reason,
        "words": entry.words,
        "weight": entry.weight,
        "into": entry.into,
        "corridors": ",".join(entry.corridors),
    }


def _entry(row: Any) -> LedgerEntry:  # noqa: ANN401 - a row of the ledger table
    return msgspec.convert(
        {
            "subject": row.subject,
            "decision": row.decision,
            "reason": row.reason,
            "words": row.words,
            "weight": row.weight,
            "into": row.into,
            "corridors": tuple(code for code in row.corridors.split(",") if code),
        },
        type=LedgerEntry,
    )


def _contradiction_row(vintage_id: str, found: Contradiction) -> dict[str, Any]:
    low, middle, high = found.expected
    return {
        "vintage_id": vintage_id,
        "claim_id": found.claim_id,
        "expected_10": low,
        "expected_50": middle,
        "expected_90": high,
        "surprise": found.surprise,
        "opponents": ",".join(found.opponents),
    }


def _contradiction(row: Any) -> Contradiction:  # noqa: ANN401 - a row of the contradictions table
    return Contradiction(
        claim_id=row.claim_id,
        expected=(row.expected_10, row.expected_50, row.expected_90),
        surprise=row.surprise,
        opponents=tuple(code for code in row.opponents.split(",") if code),
    )
