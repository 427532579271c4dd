"""Files that break readers: each becomes a report or a line that says what was found, where, and what to do."""

import pytest

from bordercast.extraction import extract
from bordercast.reading import read
from bordercast.reading.decode import decode
from bordercast.vocabulary import Report, Unreadable

SENTENCE = "4,200 people have fled Sudan for Chad since Monday, the interior ministry said."
ARTICLE = f"{SENTENCE} Most of them are women and children, and they need water. " * 5


def _read(tmp_path, name: str, content: bytes | str) -> Report | Unreadable:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (found,) = read([path], published=None)
    return found


def _figures(report: Report) -> set[float | None]:
    return {claim.quantity.value for claim in extract([report]) if claim.quantity}


@pytest.mark.parametrize(
    "content",
    [
        "", "   \n\n\t ", "\ufeff", "\u200b\u200b\u200f", "<!--" * 100_000 + ARTICLE, "<html></html>", "<div>" * 20_000 + ARTICLE,
        "<table><tr><td>" * 3_000 + ARTICLE,
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><html><body><p>&b;&b;</p></body></html>',
    ],
    ids=["empty", "spaces", "mark", "invisible", "comments", "page", "deep", "tables", "entities"],
)  # fmt: skip
def test_a_page_with_nothing_to_read_says_so(tmp_path, content):
    """Empty files, bombs of tags and of entities: no text, and what to do."""
    found = _read(tmp_path, "a.html", content)
    assert isinstance(found, Unreadable)
    assert (found.source.endswith("a.html"), found.found, bool(found.remedy)) == (True, "no text", True)


@pytest.mark.parametrize(
    "content",
    [
        f"<html><body><p {'a=1 ' * 100_000}>{ARTICLE}", f"<p>{ARTICLE}" + "<p>" * 5_000,
        f"<script>{'x' * 1_000_000}</script><html><body><p>{ARTICLE}</p>",
    ],
    ids=["attributes", "unclosed", "script"],
)  # fmt: skip
def test_a_page_with_a_bomb_beside_its_text_is_read(tmp_path, content):
    """What stands around an article does not hide it."""
    found = _read(tmp_path, "a.html", content)
    assert isinstance(found, Report)
    assert 4200 in _figures(found)


def test_fifty_megabytes_are_refused_by_size(tmp_path):
    """The file is not even opened; the line gives both sizes."""
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    (found,) = read([path])
    assert isinstance(found, Unreadable)
    assert ("50 MB" in found.found, "20 MB" in found.found, "Split" in found.remedy) == (True, True, True)


@pytest.mark.parametrize("damage", ["\u200b", "\u200f", "\u202e", "\u00ad", "\u2066", "\ufeff"])
def test_marks_that_cannot_be_seen_change_nothing(tmp_path, damage):
    """Zero-width, right-to-left and soft-hyphen marks inside words and numbers are taken out before reading."""
    found = _read(
        tmp_path, "a.txt", SENTENCE.replace("people", f"peo{damage}ple").replace("4,200", f"4,{damage}200")
    )
    assert isinstance(found, Report)
    assert found.text == SENTENCE
    assert _figures(found) == {4200}


@pytest.mark.parametrize(
    "written",
    [
        "Les déplacés ont été évacués : « 4 200 personnes »",
        "Границу пересекли 98 тыс. человек",
        "“4,200 people’s homes” — ruined",
    ],
)
@pytest.mark.parametrize("times", [1, 2])
def test_a_text_encoded_twice_is_mended(written, times):
    """UTF-8 read as Windows-1252 and saved again, as mail and old sites do, once more where needed."""
    damaged = written.encode()
    damaged = "".join(
        bytes([b]).decode("latin-1" if b in b"\x81\x8d\x8f\x90\x9d" else "cp1252") for b in damaged
    ).encode()
    assert decode(damaged if times == 2 else written.encode()) == written


def test_what_only_looks_encoded_twice_is_left_alone():
    """A text that cannot have been encoded twice stays as it is, letter for letter."""
    text = "Â£5, Ã©, Ð¿ and ж stand here as signs."
    assert decode(text.encode()) == text


def test_a_page_in_two_encodings_is_read_as_far_as_it_goes(tmp_path):
    """What one encoding cannot read of the other is marked, and the rest is there."""
    found = _read(
        tmp_path,
        "a.txt",
        (SENTENCE * 3).encode() + " Границу пересекли люди. ".encode("cp1251") + SENTENCE.encode(),
    )
    assert isinstance(found, Report)
    assert _figures(found) == {4200}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (f"“‘“‘«„{SENTENCE}”’", {4200}),
        ("((((4,200 people)))) fled [[Sudan]] for ((Chad)), the ministry said.", {4200}),
        (f"{'9' * 300} people fled Sudan for Chad.", set()),
        ("4,200 people fled Sudan for Chad on 30 February 2023, the ministry said.", {4200}),
        ("4,200 people fled Sudan for Chad on 31.02.2023 and 99/99/2023 at 25:61.", {4200}),
        (f"{'“' * 5_000}{SENTENCE}", {4200}),
    ],
    ids=["quotes", "brackets", "digits", "february", "dates", "open"],
)
def test_text_that_is_odd_is_read_for_what_it_says(tmp_path, text, figures):
    """Nested quotes, days that no month has, numbers that count nobody: no figure is made up, and none is lost."""
    found = _read(tmp_path, "a.txt", text)
    assert isinstance(found, Report)
    assert _figures(found) == figures
    assert all(claim.quotes(found) for claim in extract([found]))
