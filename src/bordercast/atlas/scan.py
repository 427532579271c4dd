"""Finding the place names of a text."""

import re
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from bordercast.atlas.index import FORMS, MASK, NORMAL, name_index, resolve
from bordercast.atlas.place import Mention
from bordercast.atlas.russian import forms, stem

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_LEAD = re.compile(
    r"[^\W\d_a-z][^\W\d_]*"
)  # a word that may begin a name: none does with a small Latin letter
_NORMAL = tuple((chr(char), normal) for char, normal in NORMAL.items())
_SENTENCE_END = frozenset('.!?:;"“”«»*•|>')

_PLACE_WORDS = frozenset(
    (
        "City",
        "Region",
        "Province",
        "District",
        "County",
        "Airport",
        "Station",
        "Oblast",
        "State",
        "Governorate",
    )
)
"""Words that may follow a town's name with a capital; any other makes "Vladimir Putin" of "Vladimir"."""

_SHORT_WORD = 3
"""Words up to this length are not looked up in lower case, nor taken for a shouted headline."""

_CYRILLIC_LOW, _CYRILLIC_HIGH = "Ѐ", "ӿ"

Hit: TypeAlias = tuple[int, str, str]
"""Words taken, form letter, references."""


def scan(text: str) -> tuple[Mention, ...]:
    """Every place name in the text: longest match first, never overlapping, from left to right.

    Names are matched in the case they are written in; Russian names in all their cases, Russian
    adjectives and demonyms in lower case too. Names inside an organisation's name (the mask list) are
    left out, and so are words that are rarely places where a sentence begins with them.
    """
    plain = _plain(text)
    mentions = []
    done = 0
    for lead in _LEAD.finditer(plain):
        start = lead.start()
        ahead = _ahead(lead[0]) if start >= done else 0
        if not ahead or (start and _LETTER.match(plain, start - 1)):
            continue
        spans = [match.span() for match in islice(_WORD.finditer(plain, start), ahead)]
        hit = _hit_at(plain, spans)
        if hit is None:
            continue
        taken, form, refs = hit
        end = done = spans[taken - 1][1]
        ambiguous = form.islower()
        if form == MASK or (ambiguous and taken == 1 and _no_place_here(plain, spans)):
            continue
        if plain[end - 2] == "." and plain[end : end + 1] == ".":
            end += 1  # the closing point of "U.S." belongs to the name
        mentions.append(
            Mention(
                start=start,
                end=end,
                surface=text[start:end],
                form=FORMS[form.upper()],
                candidates=resolve(refs),
                ambiguous=ambiguous,
            )
        )
    return tuple(mentions)


def _plain(text: str) -> str:
    """The text as the index spells it, character for character."""
    for char, normal in _NORMAL:
        text = text.replace(char, normal)  # most are in no text: eleven looks cost less than one translation
    return text


@lru_cache(maxsize=50_000)
def _ahead(word: str) -> int:
    """How many words from this one on must be looked at: one more than its longest name has; 0 when none begins with it."""
    first = word[0]
    cyrillic = _CYRILLIC_LOW <= first <= _CYRILLIC_HIGH
    if first.islower() and not (cyrillic and len(word) > _SHORT_WORD):
        return 0
    keys = [word]
    if not first.islower():
        keys += ["~" + stem(word), word.lower()] if cyrillic else [word.title()]
    entries = [entry for entry in map(name_index().value, keys) if entry is not None]
    return max((int(entry.partition("|")[0] or 1) + 1 for entry in entries), default=0)


def _hit_at(plain: str, spans: list[tuple[int, int]]) -> Hit | None:
    """The longest name that begins with the first of these words."""
    start, end = spans[0]
    first = plain[start]
    cyrillic = _CYRILLIC_LOW <= first <= _CYRILLIC_HIGH
    lower = first.islower()
    if lower and not (cyrillic and end - start > _SHORT_WORD):
        return None
    entry = name_index().value(plain[start:end])
    hit = _longest(plain, spans, entry) if entry is not None else None
    if hit is not None or lower:
        return hit
    if cyrillic:
        return _declined(plain, spans) or _recased(plain[start:end].lower(), "AD")
    if end - start > _SHORT_WORD and plain[start:end].isupper():
        return _recased(plain[start:end].title(), "NAD")  # a headline in capitals
    return None


def _longest(plain: str, spans: list[tuple[int, int]], entry: str) -> Hit | None:
    reach, _, rest = entry.partition("|")
    value = name_index().value
    start = spans[0][0]
    for taken in range(min(int(reach or 1), len(spans)), 1, -1):
        longer = value(plain[start : spans[taken - 1][1]])
        if longer is not None:
            form, _, refs = longer.partition("|")[2].partition("|")
            if form:
                return taken, form, refs
    form, _, refs = rest.partition("|")
    return (1, form, refs) if form else None


def _declined(plain: str, spans: list[tuple[int, int]]) -> Hit | None:
    """A Russian city name in any case, by its stems."""
    value = name_index().value
    start = spans[0][0]
    key = "~" + stem(plain[start : spans[0][1]])
    entry = value(key)
    if entry is None:
        return None
    keys = [key]
    for taken in range(2, min(int(entry.partition("|")[0] or 1), len(spans)) + 1):
        before, here = spans[taken - 2][1], spans[taken - 1]
        key += plain[before : here[0]] + stem(plain[here[0] : here[1]])
        keys.append(key)
    for taken in range(len(keys), 0, -1):
        entry = value(keys[taken - 1])
        lemmas = entry.partition("|")[2] if entry else ""
        if not lemmas:
            continue
        surface = plain[start : spans[taken - 1][1]]
        for lemma_entry in lemmas.split(";"):
            lemma, form, refs = lemma_entry.split("=")
            if surface in forms(lemma):
                return taken, form, refs
    return None


def _recased(word: str, allowed: str) -> Hit | None:
    """A word in another case: a Russian adjective that opens a sentence, a shouted headline."""
    entry = name_index().value(word)
    if entry is None:
        return None
    form, _, refs = entry.partition("|")[2].partition("|")
    return (1, form, refs) if form and form in allowed else None


def _no_place_here(plain: str, spans: list[tuple[int, int]]) -> bool:
    """Whether an ambiguous word opens a sentence, or is the first name before a family name."""
    start, end = spans[0]
    if _opens_sentence(plain, start):
        return True
    if len(spans) == 1:
        return False
    after = plain[slice(*spans[1])]
    if spans[1][0] != end + 1 or plain[end] != " " or not after[0].isupper():
        return False
    return after not in _PLACE_WORDS and _recased(after, "NAD") is None


def _opens_sentence(plain: str, start: int) -> bool:
    before = start - 1
    while before >= 0 and plain[before] == " ":
        before -= 1
    return before < 0 or plain[before] in _SENTENCE_END
