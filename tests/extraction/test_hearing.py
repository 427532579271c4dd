"""Silence must never change what is said: a pattern falls silent only where it could not have matched."""

import json
import random
import re
from dataclasses import fields
from pathlib import Path

import pytest
from extraction_reader import report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordercast.extraction import LANGUAGES, extract, sentence
from bordercast.extraction.hearing import JOINTS, LONGEST_WORD, SILENT, WHOLE, hear, unfigured
from bordercast.extraction.language import Fractions, Language, Motion
from bordercast.extraction.needs import EDGE, LOOK, Piece, needs
from bordercast.extraction.sentence import fold

ROOT = Path(__file__).parent.parent.parent
TEXTS = [
    (row["language"], row["text"])
    for path in (Path(__file__).parent / "ordinary_forms.jsonl", *sorted((ROOT / "examples" / "sentences").glob("*.jsonl")))
    for row in map(json.loads, path.read_text("utf-8").splitlines())
]  # fmt: skip
BY_LANGUAGE = {code: [text for language, text in TEXTS if language == code] for code in LANGUAGES}
BREAKS = [
    "8§§CROSS",
    "İ",
    "ſ",
    "Σ",
    "§",
    "#",
    "%",
    "\u200f",
    "é",
    "²",
    "_",
    "-",
    "’",
    "\n",
    "9" * 30,
    "w" * 40,
]


@pytest.mark.parametrize(
    ("pattern", "pieces", "marks"),
    [
        (r"(?<!\w)(?:turned (?:back|away)|refused entry)(?!\w)", {Piece("turned", LOOK, EDGE), Piece("refused", LOOK, EDGE)}, set()),
        (r"(?<!\w)(?:destroy\w*)(?!\w)", {Piece("destroy", LOOK, "")}, set()),
        (r"cars?", {Piece("car"), Piece("cars")}, set()),
        (r"(?:the |an )?(?:queue|tail ?back)s", {Piece("queues"), Piece("backs")}, set()),
        (r"\w+ of \w+", {Piece("of", EDGE, EDGE)}, set()),
        (r"(?<!\d)\d{1,2}[./]\d{1,2}", {Piece("0")}, {"0"}),
        (r"§+ (?:and|or) §+", {Piece("and", EDGE, EDGE), Piece("or", EDGE, EDGE)}, {"§"}),
        (r"per ?cent|%", {Piece("cent"), Piece("%")}, set()),
        (r"[a-z]+ing|\W", set(), set()),
        (r"(?i)border", set(), set()),
        (r"(?!)", set(), set()),
        (r"(?![^\w])man", {Piece("man")}, set()),
    ],
)  # fmt: skip
def test_what_a_pattern_needs(pattern, pieces, marks):
    """Letters that stand in every match, by alternative; nothing where an alternative has none."""
    found = needs(re.compile(pattern))
    assert (set(found.pieces), set(found.marks)) == (pieces, marks)


def _patterns(language: Language):
    """Yield (field, key, pattern) of every pattern of a language, or of one as it was heard."""
    for field in fields(Language):
        value = getattr(language, field.name)
        if isinstance(value, Fractions):
            yield from ((field.name, part, getattr(value, part)) for part in ("part", "ratio"))
        elif isinstance(value, tuple):
            rows = (row.pattern if isinstance(row, Motion) else row[0] for row in value)
            yield from ((field.name, pattern.pattern, pattern) for pattern in rows)
        elif field.name == "dates":
            yield from ((field.name, key, pattern) for key, pattern in value.items())
        elif isinstance(value, re.Pattern) or value is SILENT:
            yield field.name, "", value


def _missed(code: str, text: str, masked: str, chance: random.Random) -> list[str]:
    """Return the patterns that match a text, its mask or a piece of either, and are silent in it."""
    language = LANGUAGES[code]
    heard = hear(language, fold(text), places="§" in masked)
    if "#" not in masked:
        heard = unfigured(heard)
    live = {(field, key) for field, key, pattern in _patterns(heard) if pattern is not SILENT}
    a = chance.randrange(len(masked) + 1)
    b = min(len(masked), a + chance.randrange(LONGEST_WORD + 1, 200))  # no piece is cut out of one word
    missed = []
    for field, key, pattern in _patterns(language):
        if (field, key) in live:
            continue
        whole = field in WHOLE and key not in JOINTS
        given = (
            [masked, fold(text)] if whole else [masked, masked[a:b], masked[:b], masked[a:], fold(text)[a:b]]
        )
        if field in ("acronyms", "locative"):
            given = [text]
        missed += [
            f"{field} {key}" for one in given if pattern.search(one) and ("#" in masked or "#" not in one)
        ]
    return missed


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_no_pattern_that_matches_is_silent(code):
    """Of every text at hand, whole, masked, and cut between any two letters."""
    chance = random.Random(code)
    texts = BY_LANGUAGE[code]
    for text in chance.sample(texts, min(len(texts), 150)):
        broken = text
        if chance.random() < 0.5:
            at = chance.randrange(len(text) + 1)
            broken = text[:at] + chance.choice(BREAKS) + text[at:]
        masked = fold(broken)
        for _ in range(chance.randrange(3)):  # words hidden by the mask of a place or a figure
            words = list(re.finditer(r"[^\W_]+", masked))
            if words:
                word = chance.choice(words)
                masked = masked[: word.start()] + chance.choice("§#") * len(word[0]) + masked[word.end() :]
        assert _missed(code, broken, masked, chance) == []


def test_most_patterns_are_silent_in_a_sentence_about_something_else():
    """That is what it is for."""
    heard = hear(LANGUAGES["en"], "the orchestra played a new symphony by a young composer.", places=False)
    live = [1 for _, _, pattern in _patterns(unfigured(heard)) if pattern is not SILENT]
    assert len(live) < 0.15 * len(list(_patterns(LANGUAGES["en"])))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_claims_are_the_same_when_no_pattern_is_silent(data):
    """Whatever sentences of a language stand together, and however they are cut and joined."""
    code = data.draw(st.sampled_from(sorted(LANGUAGES)))
    pieces = data.draw(st.lists(st.sampled_from(BY_LANGUAGE[code] + BREAKS), min_size=1, max_size=6))
    cuts = [
        data.draw(st.integers(0, len(piece))) if data.draw(st.booleans()) else len(piece) for piece in pieces
    ]
    text = data.draw(st.sampled_from([" ", "", "\n\n"])).join(
        p[:cut] for p, cut in zip(pieces, cuts, strict=True)
    )
    one = report(text, published="2023-05-08", language=code)
    heard = list(extract([one]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentence, "hear", lambda language, *_, **__: language)
        assert heard == list(extract([one]))


@pytest.mark.parametrize("text", ["8§§CROSS", "#### CROSS §§ 12", "crossed # § of them"])
def test_signs_of_the_mask_in_the_text_itself_are_heard(text):
    """Found by fuzzing: what stands for places and figures may stand in a text of laws, or of headings."""
    one = report(text)
    heard = list(extract([one]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentence, "hear", lambda language, *_, **__: language)
        assert heard == list(extract([one]))
