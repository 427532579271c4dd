"""Files become reports, and bad ones become lines."""

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordercast.reading import read
from bordercast.reading.copies import shingles
from bordercast.reading.decode import Undecodable, clean, decode
from bordercast.vocabulary import Report, Unreadable


def the_one(path, **options):
    (found,) = read([path], **options)
    return found


def test_front_matter_is_read(tmp_path):
    """Title, publisher, moment with its zone and language come from the front matter; the text does not hold it."""
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: Queue at the pass\npublisher: Ridge Post\npublished: 2022-09-27T14:05:00+04:00\nlanguage: en\n---\nCars wait.\n",
        "utf-8",
    )
    report = the_one(path)
    assert (report.title, report.publisher, report.language, report.text) == (
        "Queue at the pass",
        "Ridge Post",
        "en",
        "Cars wait.",
    )
    assert report.published.isoformat() == "2022-09-27T14:05:00+04:00"
    assert report.published_on == date(2022, 9, 27)


def test_a_plain_file_has_its_first_line_for_a_title(tmp_path):
    """A line that stands alone at the top is the headline; the text keeps it, so offsets hold."""
    path = tmp_path / "a.txt"
    path.write_text("Cars wait at the pass\n\nThey have waited since Monday.\n", "utf-8")
    report = the_one(path, published=date(2022, 9, 27))
    assert report.title == "Cars wait at the pass"
    assert report.text.startswith("Cars wait")
    assert report.published_on == date(2022, 9, 27)


def test_a_stated_date_is_stronger_than_the_option(tmp_path):
    """--published is for reports that state no day."""
    path = tmp_path / "a.txt"
    path.write_text("Cars wait at the pass\n\nPublished: 3 October 2022\n\nThey have waited.\n", "utf-8")
    assert the_one(path, published=date(2020, 1, 1)).published_on == date(2022, 10, 3)


def test_html_is_read_without_its_furniture(tmp_path):
    """The article's text, title, site, moment and language come out; menus and scripts do not."""
    path = tmp_path / "a.html"
    body = "".join(
        f"<p>Paragraph {i}: the queue at the crossing grew again on this day, officials said at noon.</p>"
        for i in range(6)
    )
    path.write_text(
        '<html lang="en"><head><title>The queue grew</title><meta property="og:site_name" content="Ridge Post">'
        '<meta property="article:published_time" content="2022-09-27T14:05:00+04:00"><script>var menu = "evil"</script></head>'
        f"<body><nav>Home Sport Weather</nav><article><h1>The queue grew</h1>{body}</article></body></html>",
        "utf-8",
    )
    report = the_one(path)
    assert "Paragraph 3" in report.text
    assert "evil" not in report.text
    assert "Weather" not in report.text
    assert report.publisher == "Ridge Post"
    assert report.published.isoformat() == "2022-09-27T14:05:00+04:00"


def test_credits_are_no_part_of_what_is_said(tmp_path):
    """Outlets credited at the end are kept apart as sources of the report."""
    path = tmp_path / "a.txt"
    path.write_text(
        "A headline here\n\nPeople left.\n\nWith reporting by Ridge Wire, Lake Radio, and Pass Post\n",
        "utf-8",
    )
    assert the_one(path).credits == ("Ridge Wire", "Lake Radio", "Pass Post")


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b"\x00\x01\x02" * 200, "binary"),
        ("a.txt", b"%PDF-1.7 something", "PDF"),
        ("a.pdf", b"%PDF-1.7 something", ".pdf"),
        ("a.md", b"---\ntitle: [never closed\n---\nText here.", "not YAML"),
        ("a.md", b"---\npublished: 2022-02-30\n---\nText here.", "no date"),
        ("a.html", b"<html></html>", "no text"),
        ("missing.txt", None, "no such file"),
    ],
)
def test_bad_input_becomes_a_line(tmp_path, name, content, found):
    """Each bad input says what was found and what to do, and raises nothing."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = the_one(path)
    assert isinstance(result, Unreadable)
    assert found in result.found
    assert result.remedy


def test_one_bad_file_never_stops_the_rest(tmp_path):
    """A folder with a damaged file gives the other reports, in sorted order."""
    (tmp_path / "a.txt").write_text("People left the town.", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00" * 100)
    (tmp_path / "c.txt").write_text("People came to the town.", "utf-8")
    (tmp_path / "gold.csv").write_text("a,b", "utf-8")
    (tmp_path / ".hidden.txt").write_text("no", "utf-8")
    assert [type(item) for item in read([tmp_path])] == [Report, Unreadable, Report]


def test_too_large_a_file_is_refused(tmp_path, monkeypatch):
    """A dump is not a report; the message gives both sizes."""
    monkeypatch.setattr(sys.modules["bordercast.reading.read"], "LARGEST_FILE", 1000)
    path = tmp_path / "a.txt"
    path.write_text("x" * 2000, "utf-8")
    assert "more than" in the_one(path).found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_encodings_are_told(encoding):
    """Russian text comes out the same from the encodings it is found in."""
    text = "Границу с Казахстаном с начала недели пересекли тысячи человек, сообщили в ведомстве. Очередь растёт."
    assert decode(text.encode(encoding)) == text


def test_a_moved_file_is_the_same_report(tmp_path):
    """A report's id depends on what was published, not on where the file lies."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("People left the town on Monday.", "utf-8")
    first, second = read([tmp_path])
    assert first.id == second.id


def test_copies_have_near_signatures():
    """An edited wire copy shares most slots of the signature; another story shares few."""
    story = (
        "The ministry said on Tuesday that a great many people had crossed the bridge since the start of the week and that more were on their way. "
        * 2
    )
    near, far = (
        shingles(story.replace("Tuesday", "Monday")),
        shingles("Harvest was late this year and the price of grapes rose in the valley below."),
    )

    def alike(a, b):
        return sum(a[i : i + 8] == b[i : i + 8] for i in range(0, len(a), 8)) / 64

    assert alike(shingles(story), near) > 0.6
    assert alike(shingles(story), far) < 0.2


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused(raw):
    """No bytes crash the reader."""
    try:
        text = decode(raw)
    except Undecodable:
        return
    assert clean(text) == text
