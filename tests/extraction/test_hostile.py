"""No pattern takes more than linear time, and no report more than its share: by growth in CPU time, not by a clock."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from dataclasses import fields
from functools import cache

import pytest
from extraction_reader import report

from bordercast import extraction
from bordercast.extraction import LANGUAGES, extract
from bordercast.extraction.extract import LONGEST_TEXT, MOST_CLAIMS
from bordercast.extraction.language import Fractions, Language, Motion
from bordercast.extraction.needs import needs
from bordercast.extraction.sentences import LONGEST
from bordercast.vocabulary import Report

GIVEN = {
    "units": 60,
    "per": 25,
    "CLAUSE_OVER": 25,
    "INTO": 60,
}  # characters a pattern is given, if not a sentence
QUICK = 0.004  # seconds of CPU in which growth is not worth asking for: linear patterns take a tenth of it
GROWTH = 9.0  # a linear pattern takes 4 times as long for 4 times the text, a quadratic one 16 times
RUNS = (
    "a",
    "1",
    " ",
    ",",
    "#",
    "§",
    "-",
    "\n",
    "(",
    '"',
    "1,",
    "1 ",
    "a ",
    "A ",
    "# ",
    "§ ",
    ", ",
    "а ",
    "1.",
    "'s ",
    "of ",
    "и ",
)


def _named_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern of the room: those of the languages, and those of its modules."""
    for code, language in LANGUAGES.items():
        for field in fields(Language):
            yield from (
                (f"{code} {field.name} {i}", p)
                for i, p in enumerate(_patterns(getattr(language, field.name)))
            )
    for module in pkgutil.iter_modules(extraction.__path__):
        found = vars(importlib.import_module(f"bordercast.extraction.{module.name}"))
        yield from ((f"{module.name} {name}", p) for name, p in found.items() if isinstance(p, re.Pattern))


def _patterns(value: object) -> list[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        return [value]
    if isinstance(value, Fractions):
        return [value.part, value.ratio]
    if isinstance(value, dict):
        return [p for p in value.values() if isinstance(p, re.Pattern)]
    rows = value if isinstance(value, tuple) else ()
    return [row.pattern if isinstance(row, Motion) else row[0] for row in rows]


def _hostile(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield what to repeat: plain runs, and the pattern's own words, alone and before one another."""
    yield from RUNS
    words = [piece.letters for piece in sorted(needs(pattern).pieces)][:12]
    yield from (f"{word} " for word in words)
    yield from (f"{word}, # § " for word in words[:4])
    if words:
        yield " ".join(words) + " "


def _took(pattern: re.Pattern[str], text: str) -> float:
    started = time.process_time()
    pattern.match(text)
    if not _anchored(pattern.pattern):
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - started


@cache
def _anchored(pattern: str) -> bool:
    r"""Whether a pattern may begin with any number of something, as ``\s*(?:of|in)``: it is only matched, never sought."""
    return _begins_with_many(re._parser.parse(pattern))


def _begins_with_many(parts) -> bool:
    if not parts:
        return False
    op, argument = parts[0]
    if op in (re._constants.MAX_REPEAT, re._constants.MIN_REPEAT):
        return argument[1] is re._constants.MAXREPEAT or _begins_with_many(argument[2])
    if op is re._constants.SUBPATTERN:
        return _begins_with_many(argument[3])
    return op is re._constants.BRANCH and any(map(_begins_with_many, argument[1]))


def _grows(name: str, pattern: re.Pattern[str], piece: str) -> float:
    """Return how much longer a pattern takes for four times the text, or 0 when that is no time at all."""
    longest = GIVEN.get(name.split()[1], LONGEST)  # a sentence is cut there
    large = (piece * longest)[:longest]
    if _took(pattern, large) < QUICK or min(_took(pattern, large) for _ in range(3)) < QUICK:
        return 0.0
    # many of the small beside one of the large, so that both are long enough to be told apart
    small = min(sum(_took(pattern, large[: longest // 4]) for _ in range(16)) for _ in range(3))
    return 16 * min(_took(pattern, large) for _ in range(3)) / max(1e-9, small)


@cache
def _all() -> list[tuple[str, re.Pattern[str]]]:
    return list({p.pattern: (name, p) for name, p in _named_patterns()}.values())


@pytest.mark.parametrize("part", range(4))
def test_no_pattern_takes_more_than_linear_time(part):
    """On runs of one sign, on its own words over and over: four times the text, four times as long."""
    slow = {
        f"{name} on {piece!r}": round(growth, 1)
        for name, pattern in _all()[part::4]
        for piece in _hostile(pattern)
        if (growth := _grows(name, pattern, piece)) > GROWTH
    }
    assert slow == {}


REPORTS = (
    *RUNS, "4,000 people fled Sudan for Chad, ", "4,000 Chad, ", "Chad 4,000; ", "§ # ", "since 1 May ", "said, ", "заявил, ", "Sudan ", "Судан ",
    "is not ", "if it is not true that ", "one and ", "thousand ", "((((", "“said ", "Mr. ", "a.b.", "?! ", "İ", "\u0301", "w" * 300 + " ", "1,1,1,1",
    "в на из ", "half of ", "January ", "of whom ", "closed the border ", "hotels are full ", "| § | # |\n", "\n\n- ", "- 4,000 in Chad\n",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_report_takes_more_than_linear_time(language):
    """Of one thing over and over, behind a sentence with a claim: four times the text, at most some nine times as long."""
    slow = {}
    for piece in REPORTS:
        large = _of(piece, 8_000, language)
        if _read(large) > 8 * QUICK:
            whole, part = (
                min(_read(large) for _ in range(2)),
                min(_read(_of(piece, 2_000, language)) for _ in range(4)),
            )
            if whole > 8 * QUICK and whole > GROWTH * max(part, QUICK):
                slow[piece] = (whole, part)
    assert slow == {}


def _of(piece: str, length: int, language: str) -> Report:
    return report(("4,000 people fled Sudan for Chad. " + piece * length)[:length], language=language)


def _read(one: Report) -> float:
    started = time.process_time()
    list(extract([one]))
    return time.process_time() - started


@pytest.mark.parametrize(
    ("piece", "language"),
    [
        ("a", "en"),
        ("1,", "ru"),
        ('"', "en"),
        (".", "ru"),
        ("\n", "en"),
        ("since 1 May ", "en"),
        ("said, ", "en"),
    ],
)
def test_a_megabyte_of_anything_is_read_to_its_end(piece, language):
    """It is read as far as a book goes, raises nothing, and gives no more claims than a report may have."""
    text = (piece * 1_000_000)[:1_000_000]
    found = list(extract([report(text, language=language)]))
    assert len(found) <= MOST_CLAIMS + 100
    assert all(claim.evidence[-1].end <= LONGEST_TEXT for claim in found)
