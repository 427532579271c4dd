"""A hostile report: what it plants comes out nowhere, and its markup stays words."""

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest
from serving import asked

from bordercast import pipeline
from bordercast.store import Store
from bordercast.vocabulary import Report
from bordercast.web import Access, StoreSource

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
PLANTED = {
    "private": "Zebulon Quartermain",
    "contact": "zebulon@hideout.example",
    "phone": "+7 912 345 67 89",
    "path": "/home/analyst/secret-folder",
    "small": "seven people drowned",
}
TEXT = (
    f'{SCRIPT} 🌍 =HYPERLINK("http://evil.example") was the headline.\n\n'
    "More than 98,000 people have entered Kazakhstan from Russia since 21 September, the interior minister Marat Akhmetzhanov said. "
    f"{PLANTED['private']}, 26, who gave his address as {PLANTED['contact']} and {PLANTED['phone']}, said he waited three days.\n\n"
    f"“We went through the old quarry near Mokry Log,” said {PLANTED['private']}. Only 7 people were killed on the road from Russia into Georgia there on 25 September, he said.\n\n"
    "Some 53,000 people crossed from Russia into Georgia over the past week, the interior minister Vakhtang Gomelauri said."
)  # fmt: skip


@pytest.fixture(scope="module")
def where(tmp_path_factory):
    report = Report.of(
        text=TEXT,
        title=f"=cmd|' /C calc'!A0 {SCRIPT}",
        publisher=f"Gazette {SCRIPT}",
        published=datetime(2022, 9, 28, 9, tzinfo=UTC),
        source=f"{PLANTED['path']}/report.html",
    )
    where = tmp_path_factory.mktemp("hostile") / "crisis.db"
    with Store(where) as store:
        store.add_reports([report])
        pipeline.extract_unread(store)
    return where


@pytest.fixture(scope="module", params=["this machine", "others"])
def client(where, request):
    source = StoreSource(where)
    with asked(source, Access(small_counts=request.param == "this machine")) as client:
        yield client
    source.close()


def addresses(client):
    """Every address that can be read without a body, with what the store holds filled in."""
    claims = [c["id"] for c in client.get("/api/claims", params={"limit": 500}).json()["items"]]
    reports = sorted({c["report_id"] for c in client.get("/api/claims").json()["items"]})
    corridors = [c["id"] for c in client.get("/api/corridors").json()]
    vintages = [v["id"] for v in client.get("/api/estimates").json()]
    fill = {
        "claim": claims,
        "report": reports,
        "corridor": corridors,
        "vintage": vintages,
        "picture": ["map", "timeline"],
    }
    for path, methods in client.get("/api/openapi.json").json()["paths"].items():
        if "get" not in methods or "{scenario}" in path:
            continue
        if path == "/api/export/situation.{form}":
            yield from ("/api/export/situation.xlsx", "/api/export/situation.md")
        elif "{view}" in path:
            views = next(p for p in methods["get"]["parameters"] if p["name"] == "view")["schema"]["enum"]
            yield from (f"/api/export/{view}.{form}" for view in views for form in ("csv", "xlsx", "json"))
        elif found := re.search(r"\{(\w+)\}", path):
            yield from (path.replace(found[0], value) for value in fill[found[1]])
        else:
            yield path


def words_of(answer):
    """All the words of an answer, whatever its form."""
    if "spreadsheet" in answer.headers["content-type"]:
        book = zipfile.ZipFile(io.BytesIO(answer.content))
        return "\n".join(book.read(name).decode("utf-8") for name in book.namelist())
    if "json" in answer.headers["content-type"]:
        return json.dumps(answer.json(), ensure_ascii=False)
    return answer.text


def test_nothing_planted_comes_out_anywhere(client):
    """Names of private persons, contacts and paths of the disk: in no view, twin, table, picture, feed or file name."""
    seen = 0
    for address in addresses(client):
        answer = client.get(address)
        assert answer.status_code == 200, address
        words = words_of(answer) + str(answer.headers)
        for what in ("private", "contact", "phone", "path"):
            assert PLANTED[what] not in words, (address, what)
        assert "Quartermain" not in words, address
        seen += 1
    assert seen > 60


def test_small_counts_are_in_no_export(client, where):
    """The claim of seven people is there, and in nothing that is taken away."""
    with Store.opened(where) as store:
        claims = [
            c for c in store.claims(pipeline.extraction_method()) if c.quantity and c.quantity.value == 7
        ]
    assert claims, "the hostile report plants a small count"
    rows = client.get("/api/export/claims.json").json()
    names = [column["name"] for column in rows["columns"]]
    [row] = [r for r in rows["rows"] if r[names.index("claim_id")] == claims[0].id]
    assert row[names.index("value")] is None
    assert row[names.index("suppressed")] is True
    for address in addresses(client):
        if address.startswith(("/api/export", "/embed", "/api/feed")):
            assert "Only 7 people" not in words_of(client.get(address)), address


def test_a_report_is_covered_letter_by_letter(client):
    """The text is as long as it was, its spans still say their claims, and what may not be read is covered."""
    claim = client.get("/api/claims").json()["items"][0]
    report = client.get(f"/api/reports/{claim['report_id']}").json()
    assert len(report["text"]) == len(TEXT)
    assert "█" in report["text"]
    assert report["masked"] > 40
    assert "🌍" in report["text"]
    for span in report["spans"]:
        said = TEXT[span["start"] : span["end"]]
        shown = report["text"][span["start"] : span["end"]]
        assert all(b in (a, "█") for a, b in zip(said, shown, strict=True))


def test_markup_stays_words(client):
    """JSON keeps it as text, pictures and the feed escape it, and no answer but the page is HTML."""
    for address in addresses(client):
        answer = client.get(address)
        kind = answer.headers["content-type"]
        assert "html" not in kind, address
        if "svg" in kind or "atom" in kind:
            tree = ET.fromstring(answer.content)
            assert not [
                e for e in tree.iter() if e.tag.rpartition("}")[2] in ("script", "img", "foreignObject")
            ]
            assert not [a for e in tree.iter() for a in e.attrib if a.lower().startswith("on")]


def test_no_cell_is_a_formula(client):
    """Words that begin like a formula stay words in a workbook."""
    import openpyxl

    answer = client.get("/api/export/claims.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert any(isinstance(cell.value, str) and cell.value.startswith("=cmd") for cell in cells)
