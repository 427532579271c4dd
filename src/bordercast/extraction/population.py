"""Whose people a figure counts, in the text's own words."""

import re

from bordercast import atlas
from bordercast.extraction.drafts import Line
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Named, Part

BESIDE = 25  # characters after a figure's noun in which its nation may stand
REACH = 60  # characters after it in which "mostly men" may stand
TAIL = re.compile(
    r"\s+(?:citizens|nationals|men|women|people|families|tourists|граждан\w*|мужчин\w*)(?:\s+of\s+[\w ,-]{3,40}? origin)?"
)


def nationality(line: Line, figure: Figure) -> Named | None:
    """Return the people counted ("98,000 Russians"), or the nearest people named before in the sentence."""
    near = [
        p
        for p in line.sentence.places
        if line.parts[p.start] is Part.PEOPLE and p.place.level is atlas.Level.COUNTRY
    ]
    inside = [p for p in near if figure.end <= p.start <= figure.until + BESIDE]
    before = [p for p in near if p.end <= figure.start]
    return inside[0] if inside else (before[-1] if before else None)


def population(line: Line, figure: Figure, people: Named | None) -> str | None:
    """Return the words for who they are: the nation, "mostly men", "women and children"; None when none is given."""
    words: list[str] = []
    text = line.sentence.text
    if people is not None:
        tail = TAIL.match(text, people.end)
        words.append(text[people.start : tail.end() if tail else people.end])
    for m in line.language.populations.finditer(
        line.mask, figure.start, min(len(line.mask), figure.until + REACH)
    ):
        if not any(m[0] in w.lower() for w in words):
            words.append(text[m.start() : m.end()])
            break
    return ", ".join(words) or None
