"""The command line is a contract: shapes, streams, statuses."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from bordercast.cli.main import app

from ..promises import CRISIS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
CLAIM_KEYS = [
    "id", "report_id", "kind", "term", "quantity", "measure", "population", "origin", "destinations", "via", "at", "interval",
    "attribution", "modality", "status", "evidence",
]  # fmt: skip


def bordercast(*args, status=0):
    """Run a command in this process; return (stdout, stderr)."""
    result = CliRunner().invoke(app, [str(a) for a in args])
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def valid(row, name):
    jsonschema.validate(row, json.loads((REFERENCE / f"{name}.schema.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("crisis") / "reports"
    path.mkdir()
    for i, report in enumerate(CRISIS):
        (path / f"{i}.md").write_text(
            f"---\npublisher: {report.publisher}\npublished: {report.published.isoformat()}\nlanguage: en\n---\n{report.text}\n",
            "utf-8",
        )
    return path


@pytest.fixture(scope="module")
def store(folder):
    path = folder.parent / "crisis.db"
    bordercast("run", folder, "--into", path, "--as-of", "2023-10-07", "--json")
    return path


def test_claims_keep_their_shape_and_offsets(folder):
    """`extract --json` prints one claim a line, in the contract's keys, and its offsets point into `read --json`'s text."""
    texts = {r["id"]: r["text"] for r in rows(bordercast("read", folder, "--json")[0])}
    claims = rows(bordercast("extract", folder, "--json")[0])
    assert claims
    for claim in claims:
        assert list(claim) == CLAIM_KEYS
        valid(claim, "claim")
        for span in claim["evidence"]:
            assert texts[claim["report_id"]][span["start"] : span["end"]] == span["quote"]


def test_reports_keep_their_shape(folder):
    """`read --json` prints reports as the schema says."""
    for row in rows(bordercast("read", folder, "--json")[0]):
        valid(row, "report")


def test_published_dates_a_report_without_one(tmp_path):
    """--published resolves "since Monday" in a report that states no day."""
    path = tmp_path / "a.txt"
    path.write_text("Tanzania's police said 4,200 Malawians had entered the country since Monday.", "utf-8")
    (claim,) = rows(bordercast("extract", path, "--json", "--published", "2023-10-05")[0])
    assert (claim["interval"]["start"], claim["interval"]["end"]) == ("2023-10-02", "2023-10-05")


def test_reconcile_prints_the_hub_long_form(store):
    """Each row has the contract's keys, quantiles rise with their level, and legs and totals are all there."""
    found = rows(bordercast("reconcile", store, "--as-of", "2023-10-07", "--json")[0])
    valid(found[0], "quantile-row")
    assert list(found[0]) == [
        "as_of",
        "origin",
        "destination",
        "day",
        "measure",
        "output_type",
        "output_type_id",
        "value",
    ]
    cells = {}
    for row in found:
        assert row["output_type"] == "quantile"
        cells.setdefault((row["origin"], row["destination"], row["day"], row["measure"]), []).append(
            (row["output_type_id"], row["value"])
        )
    for values in cells.values():
        assert [v for _, v in sorted(values)] == sorted(v for _, v in values)
    assert {"TZA", "ZMB"} <= {row["destination"] for row in found}


def test_explain_walks_back_to_sentences(store):
    """`explain` names the claims behind a number with their quotes, and the same seed gives the same words."""
    out, _ = bordercast("explain", store, "MWI", "TZA", "2023-10-05", "--json")
    told = json.loads(out)
    valid(told, "explanation")
    assert any("4,200" in e["quote"] for e in told["used"])
    assert bordercast("explain", store, "MWI", "TZA", "2023-10-05", "--json")[0] == out
    assert "4,200" in bordercast("explain", store, "Malawi", "Tanzania", "2023-10-05")[0]


def test_forecast_shows_baseline_and_closure(store):
    """Two scenarios come out, and the closed corridor carries far fewer people."""
    found = rows(bordercast("forecast", store, "--close", "MWI:TZA", "--from", "2023-10-08", "--json")[0])
    valid(found[0], "projection-row")
    last = {
        r["scenario"]: r["value"]
        for r in found
        if r["destination"] == "TZA" and r["measure"] == "flow" and r["output_type_id"] == 0.5
    }
    assert len(last) == 2
    base, shut = last.values()
    assert shut < 0.2 * base


def test_running_again_changes_nothing(folder, store):
    """A second run of the same folder adds no rows and prints the same rows."""
    before = json.loads(bordercast("inspect", store, "--json")[0])["tables"]
    bordercast("run", folder, "--into", store, "--as-of", "2023-10-07", "--json")
    assert json.loads(bordercast("inspect", store, "--json")[0])["tables"] == before


def test_publish_writes_report_page_and_tables(store, tmp_path):
    """The report, the page and the tables are written, and `inspect` opens them."""
    files = json.loads(bordercast("publish", store, "--out", tmp_path / "out", "--json")[0])["files"]
    names = {Path(f).name for f in files}
    assert {
        "situation.md",
        "situation.html",
        "flows.csv",
        "flows.parquet",
        "claims.csv",
        "ledger.csv",
    } <= names
    for name in ("flows.csv", "flows.parquet"):
        assert rows(bordercast("inspect", tmp_path / "out" / name, "--json")[0])
    bordercast("inspect", tmp_path / "out")


@pytest.mark.parametrize(
    ("args", "status", "words"),
    [
        (["extract", "missing.txt"], 1, "no such file"),
        (["reconcile", "missing.db"], 3, "no store"),
        (["explain", "{store}", "MWI", "FRA", "2023-10-05"], 3, "FRA"),
        (["explain", "{store}", "MWI", "TZA", "2031-01-01"], 3, "2031"),
        (["explain", "{store}", "MWI", "TZA", "30 February"], 2, "2022-10-04"),
        (["forecast", "{store}", "--close", "somewhere"], 3, "RUS:GEO"),
        (["forecast", "{store}", "--close", "MWI:FRA"], 3, "MWI>TZA"),
        (["forecast", "{store}", "--close", "MWI:TZA@2023-02-30"], 3, "no such date"),
        (["nonsense"], 2, "nonsense"),
        (["demo", "atlantis"], 2, "russia-2022"),
    ],
)
def test_errors_say_what_where_and_what_to_do(store, args, status, words):
    """A mistake ends with its exit status and one message on stderr, and nothing on stdout."""
    out, err = bordercast(*[a.format(store=store) for a in args], status=status)
    assert words in err
    assert "Traceback" not in err
    assert not out.strip() or status == 1


def test_an_empty_folder_is_nothing_to_do(tmp_path):
    """--fail-empty turns "nothing" into exit status 4; without it, nothing is a success."""
    bordercast("extract", tmp_path, "--json")
    bordercast("extract", tmp_path, "--json", "--fail-empty", status=4)


def test_a_folder_without_claims_has_an_honest_end(tmp_path):
    """Reports that say nothing of movement give no estimate, a page all the same, and exit status 1."""
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "a.txt").write_text(
        "The choir sang in the square on Sunday.\n\nIt was 3 October 2023.", "utf-8"
    )
    _, err = bordercast(
        "run",
        tmp_path / "r",
        "--into",
        tmp_path / "s.db",
        "--published",
        "2023-10-03",
        "--out",
        tmp_path / "out",
        status=1,
    )
    assert (tmp_path / "out" / "situation.html").exists()
    assert "Traceback" not in err


def test_one_bad_file_is_named_and_the_rest_go_on(folder, tmp_path):
    """An unreadable file beside good ones is a line in the ledger and exit status 1; the numbers are still there."""
    (tmp_path / "r").mkdir()
    for file in folder.iterdir():
        (tmp_path / "r" / file.name).write_bytes(file.read_bytes())
    (tmp_path / "r" / "broken.txt").write_bytes(b"\x00\x01" * 500)
    out, err = bordercast(
        "run", tmp_path / "r", "--into", tmp_path / "s.db", "--as-of", "2023-10-07", "--json", status=1
    )
    assert json.loads(out)["unreadable"] == 1
    assert "broken.txt" in err


def test_a_wrong_setting_is_named(tmp_path, monkeypatch):
    """A misspelt or impossible setting is refused with its name and its place."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bordercast.toml").write_text("days = 900\n", "utf-8")
    _, err = bordercast("config", status=3)
    assert "days" in err
    assert "bordercast.toml" in err
    (tmp_path / "bordercast.toml").write_text("horizon = 9\n", "utf-8")
    assert "horizon" in bordercast("config", status=3)[1]


def test_settings_say_where_they_come_from(tmp_path, monkeypatch):
    """Environment beats the file, the file beats the default, and `config` says so."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bordercast.toml").write_text("days = 7\nseed = 5\n", "utf-8")
    monkeypatch.setenv("BORDERCAST_SEED", "9")
    found = {r["setting"]: (r["value"], r["from"]) for r in rows(bordercast("config", "--json")[0])}
    assert found["days"] == (7, "bordercast.toml")
    assert found["seed"] == (9, "environment BORDERCAST_SEED")
    assert found["jobs"] == (1, "default")


def test_the_doctor_finds_this_installation_sound():
    """Every check of a sound installation passes and says what it found."""
    found = rows(bordercast("doctor", "--json")[0])
    assert len(found) >= 7
    assert all(check["sound"] for check in found)


def test_a_new_process_prints_help():
    """The installed command works, offers every verb and says its version."""
    done = subprocess.run(
        [sys.executable, "-m", "bordercast", "--help"], capture_output=True, text=True, check=True
    )
    for verb in (
        "read",
        "extract",
        "reconcile",
        "forecast",
        "publish",
        "run",
        "inspect",
        "explain",
        "demo",
        "doctor",
    ):
        assert verb in done.stdout
    assert subprocess.run(
        [sys.executable, "-m", "bordercast", "--version"], capture_output=True, text=True, check=True
    ).stdout.startswith("0.")


def test_a_language_without_rules_is_said_so(tmp_path):
    """A report nobody can read yet is named with the languages there are; it is never silently without claims."""
    path = tmp_path / "a.txt"
    path.write_text(
        "Mehr als 4.000 Menschen haben seit Montag die Grenze überquert, teilte das Innenministerium des Landes mit.",
        "utf-8",
    )
    _, err = bordercast("extract", path, "--json", "--published", "2023-10-05", status=1)
    assert "'de'" in err
    out, _ = bordercast(
        "run", path, "--into", tmp_path / "s.db", "--published", "2023-10-05", "--json", status=1
    )
    assert json.loads(out)["unreadable"] == 1


def test_a_reader_that_stops_early_is_no_failure(store):
    """`bordercast reconcile --json | head -1` ends quietly."""
    done = subprocess.run(
        f"{sys.executable} -m bordercast reconcile {store} --json | head -1; exit ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_debug_shows_where_an_error_arose(tmp_path):
    """--debug adds the traceback to the message; without it there is none."""
    _, err = bordercast("--debug", "reconcile", tmp_path / "none.db", status=3)
    assert "Traceback" in err
    assert "no store" in err


def test_errors_need_nothing_beyond_the_core():
    """The error path imports only what the core installs."""
    from bordercast.cli import exits

    source = Path(exits.__file__).read_text("utf-8")
    assert "click" not in source


def test_diff_tells_what_changed_and_why(store):
    """`diff --json` prints a corridor a line, in its schema, with both numbers and causes; without it, words."""
    out, _ = bordercast("diff", store, "--from", "2023-10-05", "--to", "2023-10-07", "--json")
    found = rows(out)
    assert found
    for corridor in found:
        valid(corridor, "difference")
    assert all(cause["quote"] for corridor in found for cause in corridor["causes"])
    text, _ = bordercast("diff", store, "--from", "2023-10-05", "--to", "2023-10-07")
    assert "From 5 Oct 2023 to 7 Oct 2023" in text
