"""A language as far as the words of one sentence let it speak: patterns that cannot match there are silent.

A sentence is looked at once, word by word; each word has been looked up before in nearly all cases. Recognisers then
read from a `Language` whose silent patterns answer at once and whose tables hold only the rows that can match. What
comes out is the same as from the language itself, since a pattern falls silent only where what it `needs` is missing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache, reduce
from operator import or_
from re import Pattern
from typing import Any, cast

from bordercast.extraction.dates import JOINS
from bordercast.extraction.language import Fractions, Language, Motion
from bordercast.extraction.needs import EDGE, MARKS, SHORTEST_INSIDE, Piece, needs

WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")
LONGEST_WORD = 24  # letters; a longer run is no word, and every pattern is tried on its sentence
MOST_WORDS = 100_000  # kept with their signs; about 20 MB
MOST_ROWS = 2_000  # selections kept of one table
# Fields whose patterns are matched against whole sentences only. The others are also given pieces of one, cut between
# any two letters, so that the edge of a piece is no edge of a word.
WHOLE = frozenset(
    [
        "worded", "vague", "fractions", "monthly", "temporal", "dates", "motions", "surge", "present", "say", "according",
        "pronoun", "backward", "counting", "border", "exit_ban", "entry_rules", "border_acts", "passage", "it_was",
        "crossing", "queue_noun", "no_queue", "relevant", "irrelevant", "staged", "shelter_states", "shelter_use", "that_site", "housing", "casualties",
        "triggers", "any_trigger", "trigger_verbs", "appeal_verbs", "welcome", "how_many", "nobody", "same_time",
        "by_now", "no_intent",
    ]
)  # fmt: skip
JOINTS = frozenset(
    {"span_join", "span_open"}
)  # patterns of the date grammar that are given what stands between dates


class Silent:
    """A pattern that matches nothing, without looking."""

    __slots__ = ()

    def search(self, *_: object) -> None:
        """Find nothing."""

    match = fullmatch = search

    def finditer(self, *_: object) -> Iterator[Any]:
        """Yield nothing."""
        return iter(())

    def findall(self, *_: object) -> list[Any]:
        """Return nothing."""
        return []


SILENT = cast("Pattern[str]", Silent())
NO_FRACTIONS = Fractions(part=SILENT, parts={}, ratio=SILENT, counts={})


def hear(language: Language, folded: str, *, places: bool) -> Language:
    """Return the language as a sentence in lower case lets it speak; ``places`` says whether it names any.

    Only patterns matched against the sentence, its mask, or a piece of either, may be taken from what is returned.
    """
    ears = _ears(language)
    has = {
        "§": places or "§" in folded,
        "#": True,  # figures are found later: see `unfigured`
        "%": "%" in folded,
        "0": DIGIT.search(folded) is not None,
    }
    return ears.voiced(ears.signs(folded, has))


def unfigured(heard: Any) -> Language:  # noqa: ANN401 - what `hear` returned
    """Return what is left of a language as it was heard in a sentence that turns out to have no ``#`` in its mask."""
    spoken: Language = heard if type(heard) is Language else heard.ears.unfigured(heard.signs)
    return spoken


@cache
def _ears(language: Language) -> "Ears":
    return Ears(language)


class Ears:
    """What the patterns of one language listen for: to each pattern belongs one bit of a sentence's signs."""

    __slots__ = ("_always", "_marks", "_next", "_unmarked", "_view", "_words")

    def __init__(self, language: Language) -> None:
        self._next = 1
        self._always = 0  # bits of patterns that ask for no word
        self._marks = dict.fromkeys(MARKS, 0)  # bits of patterns that do with a mark instead of a word
        self._unmarked = dict.fromkeys(MARKS, 0)  # bits of patterns that cannot do without one
        self._words = Words()
        given: dict[str, object] = {"__slots__": ("signs", "ears"), "__setattr__": object.__setattr__}
        for field in fields(Language):
            value = getattr(language, field.name)
            given[field.name] = self._field(field.name, value)
        self._view = type("Heard", (Language,), given)

    def signs(self, folded: str, has: Mapping[str, bool]) -> int:
        """Return the bits of all patterns that may match a sentence in lower case that has some of the marks."""
        signs = reduce(or_, map(self._words.__getitem__, WORD.findall(folded)), self._always)
        for mark, there in has.items():
            signs = signs | self._marks[mark] if there else signs & ~self._unmarked[mark]
        return signs

    def voiced(self, signs: int) -> Language:
        """Return the language with the patterns silent whose bits are not among the signs."""
        view: Any = object.__new__(self._view)
        view.signs = signs
        view.ears = self
        return cast("Language", view)

    def unfigured(self, signs: int) -> Language:
        """Return the language with those patterns silent, too, that cannot do without a figure."""
        return self.voiced(signs & ~self._unmarked["#"])

    def _field(self, name: str, value: Any) -> object:  # noqa: ANN401 - whatever a language holds
        """Return what stands for a field: itself when it is no pattern, else a property that asks the signs."""
        whole = name in WHOLE
        if isinstance(value, Pattern):
            return _one(value, self._bit(value, whole=whole))
        if isinstance(value, Fractions):
            part, ratio = (self._bit(p, whole=whole) for p in (value.part, value.ratio))
            return _one(value, part | ratio if part and ratio else 0, NO_FRACTIONS)
        if isinstance(value, tuple) and value:
            bits = [self._bit(_pattern(row), whole=whole) for row in value]
            return _some(value, bits, tuple)
        if name == "dates":
            rows = tuple(value.items())
            bits = [self._bit(p, whole=whole and key not in JOINTS) for key, p in rows]
            return _some(rows, bits, _dates)
        return value

    def _bit(self, pattern: Pattern[str], *, whole: bool) -> int:
        """Return a new bit for a pattern, having taught the words that it needs; 0 when it must always be tried."""
        wanted = needs(pattern)
        if not wanted.pieces and not wanted.marks:
            return 0
        bit = self._next
        self._next <<= 1
        for mark in wanted.marks:
            self._unmarked[mark] |= bit
        if not wanted.pieces:
            self._always |= bit
        for piece in wanted.pieces:
            if piece.letters in MARKS:
                self._marks[piece.letters] |= bit
            else:
                self._words.teach(piece, bit, whole=whole)
        return bit


class Words(dict[str, int]):
    """The signs of words seen so far; a new one is looked at once."""

    __slots__ = ("_begin", "_end", "_everything", "_inside", "_whole")

    def __init__(self) -> None:
        super().__init__()
        self._whole: dict[str, int] = {}
        self._begin: dict[str, int] = {}
        self._end: dict[str, int] = {}
        self._inside: dict[str, int] = {}
        self._everything = 0

    def teach(self, piece: Piece, bit: int, *, whole: bool) -> None:
        """Give a bit to all words that a piece may stand in."""
        begins = piece.begins == EDGE or (whole and bool(piece.begins))
        ends = piece.ends == EDGE or (whole and bool(piece.ends))
        known = [self._whole] if begins and ends else [self._begin] if begins else [self._end] if ends else []
        if not known:  # a word cut off at one side only ends, or begins, with the letters
            known = [self._begin, self._end] if piece.begins and piece.ends else [self._inside]
        for letters in known:
            letters[piece.letters] = letters.get(piece.letters, 0) | bit
        self._everything |= bit

    def __missing__(self, word: str) -> int:
        if len(self) > MOST_WORDS:
            self.clear()
        signs = self._look(word)
        self[word] = signs
        return signs

    def _look(self, word: str) -> int:
        if len(word) > LONGEST_WORD:
            return self._everything
        signs = self._whole.get(word, 0)
        for i in range(1, len(word) + 1):
            signs |= self._begin.get(word[:i], 0) | self._end.get(word[-i:], 0)
            for j in range(i + SHORTEST_INSIDE - 1, len(word) + 1):
                signs |= self._inside.get(word[i - 1 : j], 0)
        return signs


def _pattern(row: Any) -> Pattern[str]:  # noqa: ANN401 - a row of any table
    pattern: Pattern[str] = row.pattern if isinstance(row, Motion) else row[0]
    return pattern


def _dates(rows: tuple[tuple[str, Pattern[str]], ...]) -> Mapping[str, Pattern[str]]:
    return dict.fromkeys(JOINS, SILENT) | dict(rows)


def _one(value: object, bit: int, silent: object = SILENT) -> object:
    """Return a property that is the value where its bit is among the signs, else silent; the value itself without one."""
    return property(lambda heard: value if heard.signs & bit else silent) if bit else value


def _some(rows: tuple[Any, ...], bits: list[int], make: Callable[[Any], Any]) -> object:
    """Return a property that holds the rows of a table whose bits are among the signs."""
    asked = reduce(or_, bits, 0)
    known: dict[int, Any] = {}

    def chosen(heard: Any) -> Any:  # noqa: ANN401 - a table of any kind
        key = heard.signs & asked
        found = known.get(key)
        if found is None:
            if len(known) > MOST_ROWS:
                known.clear()
            live = tuple(row for row, bit in zip(rows, bits, strict=True) if bit & key or not bit)
            found = known[key] = make(live)
        return found

    return property(chosen)
