"""Files: all of them, well-formed, whole, and the same every time."""

import csv
import hashlib
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bordercast.publishing import publish
from bordercast.publishing.gate import release
from bordercast.publishing.tables import tables

EXPECTED = {
    "situation.md", "situation.html", "flows.csv", "flows.parquet", "claims.csv", "claims.parquet", "ledger.csv",
    "contradictions.csv", "borders.csv", "shelter.csv", "projections.csv", "pressure.csv", "flowmap_locations.csv",
    "flowmap_flows.csv", "datapackage.json",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(situation, tmp_path_factory):
    out = tmp_path_factory.mktemp("published") / "new" / "folder"
    publish(situation, out)
    return out


def test_everything_is_written_and_nothing_else(situation, tmp_path):
    """The returned paths are the files in the folder: no temporary file stays."""
    paths = publish(situation, tmp_path)
    assert {path.name for path in paths} == EXPECTED
    assert {path.name for path in tmp_path.iterdir()} == EXPECTED


def test_same_situation_same_bytes(situation, folder, tmp_path):
    """Publishing again, from reports and claims in another order, writes the same bytes."""
    turned = replace(situation, reports=situation.reports[::-1], claims=situation.claims[::-1])
    for path in publish(turned, tmp_path):
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


def test_csv_is_rfc_4180(folder, situation):
    """Every CSV has CRLF lines, one header, rows as long as it, ISO dates and no thousands marks."""
    for table in tables(release(situation)):
        text = (folder / f"{table.name}.csv").read_bytes().decode("utf-8")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert rows[0] == [column.name for column in table.columns]
        assert len(rows) == len(table.rows) + 1
        assert {len(row) for row in rows} == {len(table.columns)}
        assert text.endswith("\r\n")
        for row in rows[1:]:
            for cell, column in zip(row, table.columns, strict=True):
                if cell and column.type == "date":
                    date.fromisoformat(cell)
                if cell and column.type in ("number", "integer"):
                    float(cell)


def test_flows_use_the_names_of_hdx_hapi(folder):
    """Columns carry HAPI's names, and the hub's three."""
    header = (folder / "flows.csv").read_text().split("\n")[0].strip().split(",")
    assert {
        "origin_location_code", "asylum_location_code", "population_group", "reference_period_start",
        "reference_period_end", "output_type", "output_type_id", "value",
    } <= set(header)  # fmt: skip


def test_parquet_says_what_csv_says(folder):
    """The Parquet twin has the same rows, with real types."""
    table = pq.read_table(folder / "flows.parquet")
    assert str(table.schema.field("reference_period_end").type) == "date32[day]"
    with (folder / "flows.csv").open(newline="", encoding="utf-8") as file:
        assert table.num_rows == sum(1 for _ in csv.DictReader(file))


def test_every_claim_and_ledger_line_is_there(folder, situation):
    """No claim is lost on the way out."""
    with (folder / "claims.csv").open(newline="", encoding="utf-8") as file:
        assert {row["claim_id"] for row in csv.DictReader(file)} == {c.id for c in situation.claims}
    with (folder / "ledger.csv").open(newline="", encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == len(situation.ledger.entries)


def test_an_undecided_border_is_never_closed(folder):
    """The row of "no decision" says so, and a rumour is never the standing."""
    with (folder / "borders.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    (undecided,) = [row for row in rows if row["modality"] == "undecided"]
    assert undecided["said"] == "no decision"
    assert all(row["modality"] != "rumoured" for row in rows if row["standing"] == "true")


def test_data_package_describes_the_files(folder):
    """Each resource exists, has the size and hash it says, and a description for every column."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert all(field["description"] for field in resource["schema"]["fields"])
    assert {f"{r['name'].replace('-', '_')}.csv" for r in package["resources"]} == {
        name for name in EXPECTED if name.endswith(".csv")
    }


def test_every_file_and_column_is_documented(situation):
    """docs/reference/outputs.md names every file and says of every column what the schema says."""
    page = (Path(__file__).parents[2] / "docs/reference/outputs.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in EXPECTED)
    for table in tables(release(situation)):
        section = page.partition(f"## {table.name}.csv")[2].partition("\n## ")[0]
        for column in table.columns:
            assert f"| `{column.name}` | {column.type} | {column.description} |" in section


def test_flowmap_files_join(folder):
    """Every flow's two ends are locations."""
    with (folder / "flowmap_locations.csv").open(newline="", encoding="utf-8") as file:
        ids = {row["id"] for row in csv.DictReader(file)}
    with (folder / "flowmap_flows.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert {row["origin"] for row in rows} | {row["dest"] for row in rows} <= ids


def test_no_estimate_still_publishes(situation, tmp_path):
    """A situation in which no claim informs a flow gives every file, with the claims."""
    bare = replace(
        situation, estimate=None, projections=(), ledger=replace(situation.ledger, contradictions=())
    )
    paths = publish(bare, tmp_path)
    assert {path.name for path in paths} == EXPECTED
    assert "no estimate" in (tmp_path / "situation.md").read_text(encoding="utf-8")


def test_an_empty_situation_publishes(situation, tmp_path):
    """Nothing known is said, not crashed on."""
    empty = replace(
        situation, reports=(), claims=(), borders=(), estimate=None, projections=(),
        ledger=replace(situation.ledger, entries=(), contradictions=()),
    )  # fmt: skip
    assert len(publish(empty, tmp_path)) == len(EXPECTED)
