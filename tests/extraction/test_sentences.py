"""Sentences and paragraphs by position."""

import pytest

from bordercast.extraction.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Col. Smith spoke. He left.", ["Col. Smith spoke.", "He left."]),
        ("At 8 a.m. they left.", ["At 8 a.m. they left."]),
        ("Всего 98 тыс. человек. Они едут.", ["Всего 98 тыс. человек.", "Они едут."]),
        ("- one\n- two", ["- one", "- two"]),
    ],
)
def test_splits(text, expected):
    """Full stops end sentences, except those of abbreviations; lines end them always."""
    assert [text[a:b] for a, b, _ in sentences(text)] == expected
