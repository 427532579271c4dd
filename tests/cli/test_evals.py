"""Comparing two evaluations of one gold, and two readings of the same reports."""

import json

import pytest
from typer.testing import CliRunner

from bordercast.cli.main import app
from bordercast.publishing.evaluation import Judged, compare_evaluations


def bordercast(*args, status=0):
    result = CliRunner().invoke(app, [str(a) for a in args])
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def judged(case, key, found, kind="flow", **fields):
    return {"case": case, "key": key, "kind": kind, "found": found, "fields": fields}


def written(path, rows):
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", "utf-8")
    return path


BEFORE = [judged(f"t{i}", "0", found=i % 2 == 0, origin=i % 4 == 0) for i in range(40)]
AFTER = [judged(f"t{i}", "0", found=True, origin=i % 4 == 0 or i == 2) for i in range(40)]


def test_won_and_lost_are_counted_by_kind_and_field_with_an_interval(tmp_path):
    """Twenty claims more, one field more: the first is sure, the second is not."""
    a, b = written(tmp_path / "a.jsonl", BEFORE), written(tmp_path / "b.jsonl", AFTER)
    told = json.loads(bordercast("evals", "compare", a, b, "--json")[0])
    changes = {change["score"]: change for change in told["changes"]}
    recall = changes["recall of flow"]
    assert (recall["before"], recall["after"], recall["won"], recall["lost"]) == (0.5, 1.0, 20, 0)
    assert recall["low"] > 0.3
    origin = changes["field origin"]
    assert (origin["won"], origin["lost"]) == (1, 0)
    assert origin["low"] == 0.0
    assert len(told["won"]) == 20
    shown, _ = bordercast("evals", "compare", a, b)
    assert "recall of flow" in shown
    assert "+0.500*" in shown


def test_a_claim_that_is_in_no_gold_costs_precision():
    """One invented claim less is one won."""
    extra = [judged("t0", "extra:flow:5:100", found=False)]
    rows = [Judged(**row) for row in BEFORE]
    more = [*rows, *(Judged(**row) for row in extra)]
    compared = compare_evaluations(more, rows)
    precision = compared.changes[0]
    assert precision.score == "precision"
    assert precision.after == 1.0
    assert precision.before == pytest.approx(20 / 21)
    assert (precision.won, precision.lost) == (1, 0)


def test_the_same_evaluation_twice_differs_in_nothing():
    """No change, and no interval but zero."""
    rows = [Judged(**row) for row in BEFORE]
    for change in compare_evaluations(rows, rows).changes:
        assert (change.before, change.low, change.high, change.won, change.lost) == (
            change.after,
            0.0,
            0.0,
            0,
            0,
        )
        assert not change.sure


def test_two_readings_tell_which_claims_came_went_and_changed(tmp_path):
    """A claim read with another field is one claim, not one gone and one come."""
    report = tmp_path / "a.md"
    text = "4,000 people fled from Sudan to Chad on Monday, the ministry said. Some 500 people crossed into Egypt."
    report.write_text(f"---\npublished: 2023-05-11\n---\n{text}\n", "utf-8")
    lines = bordercast("extract", report, "--json")[0].splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == 2
    changed = rows[0] | {"id": "other", "population": "farmers"}
    a, b = written(tmp_path / "a.jsonl", rows), written(tmp_path / "b.jsonl", [changed])
    told = json.loads(bordercast("evals", "compare", a, b, "--json")[0])
    assert told["fields"] == {"population": 1}
    assert [claim["id"] for claim in told["gone"]] == [rows[1]["id"]]
    assert told["come"] == []
    shown, _ = bordercast("evals", "compare", a, b)
    assert "only in A: 1" in shown


def test_files_of_another_kind_are_named(tmp_path):
    """Two kinds at once, an empty file, and what is no JSON: status 3, with what to give."""
    evaluation = written(tmp_path / "e.jsonl", BEFORE)
    claims = written(tmp_path / "c.jsonl", [{"id": "x"}])
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", "utf-8")
    nonsense = tmp_path / "n.jsonl"
    nonsense.write_text("[" * 50_000, "utf-8")
    assert "one kind" in bordercast("evals", "compare", evaluation, claims, status=3)[1]
    assert "is empty" in bordercast("evals", "compare", empty, claims, status=3)[1]
    assert "n.jsonl:1" in bordercast("evals", "compare", nonsense, nonsense, status=3)[1]
    assert "c.jsonl:1" in bordercast("evals", "compare", claims, claims, status=3)[1]
    bordercast("evals", "compare", tmp_path / "none", claims, status=5)
