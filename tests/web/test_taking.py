"""What is taken away can be opened elsewhere, and says its source, day, vintage and method."""

import csv
import io
import re
from xml.etree import ElementTree as ET

import openpyxl
import pyarrow.parquet as pq
import pytest

TABLES = ("corridors", "flows", "claims", "ledger", "contradictions", "borders", "shelter", "projections", "flowmap_locations", "flowmap_flows")  # fmt: skip
STAMP = {"source", "as_of", "vintage", "method"}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_the_same_in_every_form(client, table):
    """CSV, JSON, Parquet and workbook have the same columns and as many rows, each stamped."""
    rows = list(
        csv.reader(io.StringIO(client.get(f"/api/export/{table}.csv").content.decode("utf-8"), newline=""))
    )
    told = client.get(f"/api/export/{table}.json").json()
    frame = pq.read_table(io.BytesIO(client.get(f"/api/export/{table}.parquet").content))
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/api/export/{table}.xlsx").content), read_only=True)
    columns = [column["name"] for column in told["columns"]]
    assert set(columns) >= STAMP
    assert rows[0] == columns == frame.column_names
    assert len(rows) - 1 == len(told["rows"]) == frame.num_rows
    assert book.sheetnames == ["README", "Dictionary", table]
    sheet = list(book[table].iter_rows(values_only=True))
    assert list(sheet[0]) == columns
    assert len(sheet) == len(rows)
    assert all(column["description"] for column in told["columns"])
    assert "vintage" in told["about"]["cite"]


def test_the_workbook_says_what_it_is(client):
    """A README with source, day, method and how to cite; a dictionary of every column; days are dates."""
    answer = client.get("/api/export/situation.xlsx")
    assert re.search(r'filename="[\w.-]+\.xlsx"', answer.headers["content-disposition"])
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames[:3] == ["README", "Dictionary", "corridors"]
    told = {row[0].value: row[1].value for row in book["README"].iter_rows()}
    assert told["As of"] == "2022-10-04"
    assert told["Method"]
    assert "Bordercast" in told["Source"]
    assert "Bordercast" in told["Cite as"]
    words = {(row[0].value, row[1].value) for row in book["Dictionary"].iter_rows(min_row=2)}
    for name in book.sheetnames[2:]:
        assert {(name, cell.value) for cell in book[name][1]} <= words
    header = [cell.value for cell in book["corridors"][1]]
    assert book["corridors"][2][header.index("last_day")].is_date


def test_the_same_situation_gives_the_same_bytes(situation):
    """A workbook holds no clock."""
    from bordercast.publishing import corridor_table, figures, release, stamped, xlsx_bytes

    out = release(situation)
    made = stamped(corridor_table(out, figures(out)), out)
    assert xlsx_bytes(out, (made,)) == xlsx_bytes(out, (made,))


@pytest.mark.parametrize("picture", ["map", "timeline", *TABLES])
def test_a_picture_stands_alone(client, picture):
    """One SVG that needs nothing from elsewhere, with its source, day, method and key written in it."""
    answer = client.get(f"/api/export/{picture}.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    svg = answer.text
    tree = ET.fromstring(svg)
    words = " ".join(" ".join(tree.itertext()).split())
    assert "As of 4 Oct 2022" in words
    assert "Method:" in words
    assert "Not for enforcement" in words
    assert "var(" not in svg
    assert not re.search(r'(?:href|src|url\()\s*=?\s*["\']?(?!#)http', svg)


def test_one_corridor_can_be_taken_alone(client):
    """And a table that is not by corridor says so."""
    rows = list(csv.DictReader(io.StringIO(client.get("/api/export/flows.csv?corridor=RUS-KAZ").text)))
    assert rows
    assert {(r["origin_location_code"], r["asylum_location_code"]) for r in rows} == {("RUS", "KAZ")}
    assert client.get("/api/export/ledger.csv?corridor=RUS-KAZ").status_code == 404


def test_what_is_searched_is_what_is_taken_away(client):
    """The claims that a search found, in each form and as a picture; another table cannot be searched, and says so."""
    asked = "kind=flow&source_type=official"
    found = client.get(f"/api/claims?{asked}&limit=500").json()
    everything = client.get("/api/claims").json()["total"]
    assert 0 < found["total"] < everything
    rows = list(csv.DictReader(io.StringIO(client.get(f"/api/export/claims.csv?{asked}").text)))
    assert {row["claim_id"] for row in rows} == {line["id"] for line in found["items"]}
    assert (
        "only kind flow, source type official"
        in client.get(f"/api/export/claims.json?{asked}").json()["about"]["title"]
    )
    picture = client.get(f"/api/export/claims.svg?{asked}").text
    assert picture != client.get("/api/export/claims.svg").text
    assert "only kind flow, source type official" in picture
    for view in ("flows.csv", "ledger.svg", "map.svg"):
        refused = client.get(f"/api/export/{view}?{asked}")
        assert refused.status_code == 404
        assert "kind flow" in refused.json()["detail"]


def test_a_workbook_that_would_be_too_long_is_refused(client, monkeypatch):
    """With what to take instead."""
    from bordercast.web import taking

    monkeypatch.setattr(taking, "MOST_SHEET_ROWS", 3)
    answer = client.get("/api/export/flows.xlsx?corridor=RUS-KAZ")
    assert answer.status_code == 422
    assert ".csv" in answer.json()["remedy"]


def test_the_feed_is_atom(tmp_path):
    """One entry a day that had something to tell, newest first, with stable ids and whole links."""
    from serving import asked

    from bordercast import pipeline
    from bordercast.store import Store
    from bordercast.web import StoreSource

    where = tmp_path / "crisis.db"
    for day, count in ((27, "98,000"), (28, "150,000"), (29, "200,000")):
        (tmp_path / f"{day}.md").write_text(
            f"---\ntitle: Day {day}\npublisher: Gazette {day}\ndate: 2022-09-{day}\n---\nMore than {count} people have entered "
            "Kazakhstan from Russia since 21 September, the interior minister Marat Akhmetzhanov said.\n",
            "utf-8",
        )
    with Store(where) as store:
        pipeline.gather(store, sorted(tmp_path.glob("*.md")))
    source = StoreSource(where)
    with asked(source) as client:
        feed = client.get("/api/feed.atom")
        assert feed.content == client.get("/feed.atom").content
    source.close()
    atom = "{http://www.w3.org/2005/Atom}"
    tree = ET.fromstring(feed.content)
    entries = tree.findall(f"{atom}entry")
    assert [e.findtext(f"{atom}id").rpartition("/")[2] for e in entries] == ["2022-09-29", "2022-09-28"]
    assert tree.findtext(f"{atom}updated") == entries[0].findtext(f"{atom}updated") == "2022-09-29T23:59:59Z"
    assert "1 report with" in entries[0].findtext(f"{atom}title")
    assert all(link.get("href").startswith(str(client.base_url)) for link in tree.iter(f"{atom}link"))
