"""One sentence, annotated: its places, figures and times, and a mask that patterns can read."""

import math
import re
from datetime import date

from msgspec import Struct

from bordercast.extraction.dates import Time, mentions, spots, times
from bordercast.extraction.hearing import hear, unfigured
from bordercast.extraction.language import Language
from bordercast.extraction.numbers import Figure, figures
from bordercast.extraction.places import Named

QUOTES = re.compile(r"[\"“”«»]")
BREAKS = re.compile(r"[,;:()—–]|\s--?\s|\b(?:and|while|but|as|и|а|но|когда)\b")
ASIDE = re.compile(
    r"\([^()]*\)"
)  # "900 families (4,100 people) fled": what stands in brackets puts nothing apart
BULLETS = frozenset("-•*·|–—▪‣")


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence of a report. ``start`` is its place in the report; all else is in sentence offsets.

    ``mask`` is the lower-cased text in which places read ``§`` and figures ``#``, letter for letter. ``quoted``
    are the stretches in quotation marks; ``headline`` marks the title; ``language`` is what can match here of the
    report's.
    """

    start: int
    text: str
    paragraph: int
    mask: str
    places: tuple[Named, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    quoted: tuple[tuple[int, int], ...]
    language: Language
    question: bool  # it asks rather than says
    headline: bool = False

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list or a row of a table."""
        return self.text[:1] in BULLETS

    @property
    def end(self) -> int:
        """Where it ends in the report."""
        return self.start + len(self.text)

    def in_quotes(self, position: int) -> bool:
        """Whether a position lies inside quotation marks."""
        return any(a <= position < b for a, b in self.quoted)

    def distance(self, a: tuple[int, int], b: tuple[int, int]) -> float:
        """Return how far two stretches are apart: characters between them, more across a clause boundary."""
        first, second = (a, b) if a <= b else (b, a)
        if second[0] < first[1]:
            return 0.0
        between = ASIDE.sub("", self.mask[first[1] : second[0]])
        breaks = len(BREAKS.findall(between)) if between else 0
        return len(between) + 25.0 * breaks + 20.0 * math.sqrt(between.count("#"))


def annotate(  # noqa: PLR0913 - what a sentence is made of
    text: str,
    *,
    start: int,
    paragraph: int,
    places: tuple[Named, ...],
    published: date | None,
    language: Language,
    countries: frozenset[str] = frozenset(),
    open_quote: bool,
    headline: bool,
) -> Sentence:
    """Return the sentence with its annotations; ``places`` are those of the report that lie inside it.

    ``countries`` are all that the report names.
    """
    inside = tuple(p.shifted(-start) for p in places)
    folded = fold(text)
    masked = _hide(folded, [(p.start, p.end) for p in inside], "§")
    heard = hear(language, folded, places=bool(inside))
    dated = mentions(masked, heard)
    found = figures(masked, spots(dated), heard)
    if found:
        masked = _hide(masked, [(f.start, f.end) for f in found], "#")
    if "#" not in masked:
        heard = unfigured(heard)
    return Sentence(
        start=start,
        text=text,
        paragraph=paragraph,
        mask=masked,
        places=inside,
        figures=tuple(found),
        times=tuple(times(dated, folded, published, heard, countries)),
        quoted=_quoted(text, open_quote=open_quote),
        language=heard,
        question="?" in text and text.rstrip("*_ \"'»”’)").endswith("?"),
        headline=headline,
    )


def fold(text: str) -> str:
    """Return the text in lower case, letter for letter: one that grows ("İ") stays as it is."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _hide(text: str, spans: list[tuple[int, int]], sign: str) -> str:
    for start, end in spans:
        text = text[:start] + sign * (end - start) + text[end:]
    return text


def _quoted(text: str, *, open_quote: bool) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    opened: int | None = 0 if open_quote else None
    for m in QUOTES.finditer(text):
        if opened is None:
            opened = m.start()
        else:
            found.append((opened, m.end()))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return tuple(found)
