"""The store is append-only, whole, and shared."""

import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime

import numpy as np
import pytest

from bordercast.store import Store, Vintage, shown
from bordercast.vocabulary import (
    BackTest,
    Contradiction,
    Corridor,
    Decision,
    FlowEstimate,
    Ledger,
    LedgerEntry,
    MissingExtra,
    Part,
    Report,
    Ruling,
    Score,
    Truth,
    Unreadable,
    UnreadableStore,
    Verdict,
)

from ..vocabulary.test_claim import a_claim

REPORT = Report.of(text="abc", title="t", publisher="p", published=datetime(2022, 9, 27, 12, tzinfo=UTC))
CLAIM = a_claim(report_id=REPORT.id)


def a_vintage():
    estimate = FlowEstimate(
        as_of=date(2022, 10, 2),
        legs=(Corridor(origin="RUS", destination="KAZ"),),
        totals=(Corridor(origin="RUS", destination="ANY", members=("KAZ",)),),
        days=(date(2022, 10, 1), date(2022, 10, 2)),
        draws=np.random.default_rng(0).lognormal(size=(5, 1, 2)),
        informed=(0.9,),
        method="m",
    )
    entries = (
        LedgerEntry(
            subject=CLAIM.id,
            decision=Decision.USED,
            reason="used",
            words="Used.",
            weight=0.7,
            corridors=("RUS>KAZ",),
        ),
    )
    against = (
        Contradiction(claim_id=CLAIM.id, expected=(1.0, 2.0, 3.0), surprise=0.001, opponents=("x", "y")),
    )
    return Vintage(id="v1", estimate=estimate, ledger=Ledger(entries=entries, contradictions=against))


def filled(path):
    store = Store(path)
    store.add_reports([REPORT, Unreadable(source="bad.pdf", found="a PDF", remedy="convert it")])
    store.add_claims("rules-1", [(REPORT, [CLAIM])])
    store.add_vintage(a_vintage(), date(2022, 10, 2))
    return store


def test_everything_comes_back_as_it_went_in(tmp_path):
    """Reports, claims, vintages with draws, ledger and contradictions survive the disk unchanged."""
    with filled(tmp_path / "s.db") as store:
        assert store.reports() == (REPORT,)
        assert store.claims("rules-1") == (CLAIM,)
        assert store.unreadable()[0].found == "a PDF"
        back, vintage = store.vintage("v1"), a_vintage()
        assert back.ledger == vintage.ledger
        assert (back.estimate.draws == vintage.estimate.draws).all()
        assert back.estimate.corridors == vintage.estimate.corridors
        assert store.latest() == date(2022, 10, 2)


def test_running_again_adds_nothing(tmp_path):
    """Filling a store twice leaves the same rows."""
    with filled(tmp_path / "s.db") as store:
        before = store.counts()
    with filled(tmp_path / "s.db") as store:
        assert store.counts() == before


def test_newer_rules_leave_old_claims_and_hide_them(tmp_path):
    """A claim that newer rules do not find stays in its table and leaves the present view."""
    with filled(tmp_path / "s.db") as store:
        other = CLAIM.but(term="fled")
        assert store.unread("rules-2") == (REPORT,)
        store.add_claims("rules-2", [(REPORT, [other])])
        assert store.claims("rules-2") == (other,)
        assert store.counts()["claims"] == 2
        assert store.unread("rules-2") == ()


def test_as_of_hides_what_was_published_later(tmp_path):
    """A report of the 27th is unknown on the 26th."""
    with filled(tmp_path / "s.db") as store:
        assert store.reports(as_of=date(2022, 9, 26)) == ()
        assert store.reports(as_of=date(2022, 9, 27)) == (REPORT,)


def test_verdicts_are_rows_and_none_replaces_another(tmp_path):
    """Two verdicts on one claim both stay, oldest first."""
    with filled(tmp_path / "s.db") as store:
        for day, ruling in ((2, Ruling.REJECTED), (1, Ruling.ACCEPTED)):
            store.add_verdict(
                Verdict.of(
                    claim_id=CLAIM.id,
                    ruling=ruling,
                    analyst="a",
                    decided=datetime(2022, 10, day, tzinfo=UTC),
                    reason="r",
                )
            )
        assert [v.ruling for v in store.verdicts()] == [Ruling.ACCEPTED, Ruling.REJECTED]


def test_other_tools_open_the_tables(tmp_path):
    """Plain SQLite reads the claims table, as Datasette would, and DuckDB's Parquet draws are a long table."""
    filled(tmp_path / "s.db").close()
    link = sqlite3.connect(tmp_path / "s.db")
    assert link.execute("select origin, destinations, value, quote from claims").fetchall() == [
        ("RUS", "KAZ", 98000.0, "abc")
    ]
    assert link.execute("pragma journal_mode").fetchone() == ("wal",)
    link.close()
    import pyarrow.parquet as pq

    table = pq.read_table(tmp_path / "s.draws" / "v1.parquet")
    assert table.column_names == ["draw", "origin", "destination", "onward", "day", "persons"]
    assert table.num_rows == 10


WRITER = """
import sys
from bordercast.store import Store
from bordercast.vocabulary import Report
with Store(sys.argv[1]) as store:
    for i in range(40):
        store.add_reports([Report.of(text=f"{sys.argv[2]} {i}")])
"""


def test_two_processes_write_at_once(tmp_path):
    """Two writers and a reader share one store, and every row arrives."""
    path = tmp_path / "s.db"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("one", "two")]
    with Store(path) as store:
        while any(w.poll() is None for w in writers):
            store.counts()
        assert [w.returncode for w in writers] == [0, 0]
        assert store.counts()["reports"] == 80


def test_a_file_that_is_no_store_is_refused(tmp_path):
    """The message names the file and says what to do."""
    path = tmp_path / "notes.db"
    path.write_text("these are my notes, not a database at all " * 50, "utf-8")
    with pytest.raises(UnreadableStore, match=r"notes\.db"):
        Store(path)


def test_a_newer_store_is_refused(tmp_path):
    """A store written by a newer version is left alone."""
    Store(tmp_path / "s.db").close()
    link = sqlite3.connect(tmp_path / "s.db")
    link.execute("update about set value = '99'")
    link.commit()
    link.close()
    with pytest.raises(UnreadableStore, match="newer"):
        Store(tmp_path / "s.db")


def test_a_database_of_something_else_is_left_alone(tmp_path):
    """Neither opening nor inspecting adds tables to somebody else's database, or makes a store of an empty file."""
    path = tmp_path / "other.db"
    link = sqlite3.connect(path)
    link.execute("create table notes (words text)")
    link.commit()
    link.close()
    before = path.read_bytes()
    for opening in (Store, Store.opened):
        with pytest.raises(UnreadableStore):
            opening(path)
    assert path.read_bytes() == before
    (tmp_path / "empty.db").touch()
    with pytest.raises(UnreadableStore, match="no store"):
        Store.opened(tmp_path / "empty.db")
    assert (tmp_path / "empty.db").read_bytes() == b""


def test_many_processes_make_one_store_at_once(tmp_path):
    """Four processes that meet at a missing store all get it."""
    for attempt in range(3):
        path = tmp_path / f"s{attempt}.db"
        makers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER.replace("range(40)", "range(2)"), str(path), str(n)],
                stderr=subprocess.PIPE,
            )
            for n in range(4)
        ]
        problems = [maker.communicate()[1].decode() for maker in makers]
        assert [maker.returncode for maker in makers] == [0, 0, 0, 0], problems
        with Store(path) as store:
            assert store.counts()["reports"] == 8


def test_a_missing_driver_names_its_extra(monkeypatch):
    """A PostgreSQL address without a driver raises MissingExtra with the line that installs it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"bordercast\[team\]"):
        Store("postgresql://nobody@localhost/none")


def test_a_password_is_never_printed():
    """The address of a team's store is shown without its password."""
    assert shown("postgresql://analyst:secret@db/crisis") == "postgresql://analyst:***@db/crisis"
    assert shown("crisis.db") == "crisis.db"


@pytest.mark.parametrize(
    "address", ["postgresql:analyst:secret@db", "postgresql+nothing://analyst:secret@db/x"]
)
def test_an_address_that_is_none_is_refused_without_its_password(address):
    """A damaged address ends in a message, and its password stays out of it."""
    with pytest.raises((UnreadableStore, MissingExtra)) as told:
        Store(address)
    assert "secret" not in str(told.value)


def test_a_short_file_is_not_overwritten(tmp_path):
    """One byte of something else is somebody's byte."""
    path = tmp_path / "note.db"
    path.write_bytes(b"x")
    with pytest.raises(UnreadableStore, match=r"note\.db"):
        Store(path)
    assert path.read_bytes() == b"x"


def test_a_backtest_is_kept_even_when_there_was_nothing_to_score(tmp_path):
    """What was kept comes back as it was; nothing to score is not the same as never asked."""
    test = BackTest(
        subject="s",
        start=date(2022, 9, 22),
        until=date(2022, 10, 3),
        scores=(
            Score(
                forecaster="persistence", horizon=7, truth=Truth.REPORTED, part=Part.NEW, count=3, crps=1.5, wis=1.0,
                crps_log=0.3, wis_log=0.2, cover50=0.5, cover80=0.8, cover95=1.0,
            ),
        ),
        notes=("a note",),
        method="m",
    )  # fmt: skip
    with Store(tmp_path / "s.db") as store:
        assert not store.has_backtest("a")
        assert store.backtest("a") is None
        store.add_backtest("a", test)
        store.add_backtest("b", None)
    with Store.opened(tmp_path / "s.db") as store:
        assert store.backtest("a") == test
        assert store.has_backtest("b")
        assert store.backtest("b") is None
