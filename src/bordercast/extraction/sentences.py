"""Sentences and paragraphs of a report, by position."""

import re

# Words before a full stop that do not end a sentence.
ABBREVIATIONS = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|col|lt|maj|capt|sgt|sen|rep|gov|st|no|vs|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|u\.s|u\.n|e\.g|i\.e|a\.m|p\.m|[a-z]|тыс|млн|млрд|г|гг|ул|им|т\.е|т\.к|чел|[а-я]))\.$",
    re.IGNORECASE,
)
END = re.compile(r"(?<![.!?…])[.!?…]++[\"'»”’)\]]*+(?=\s)|\n+")
LONGEST = 1_500  # characters; a longer "sentence" is a table or damaged text and is cut at line ends or here


def sentences(text: str) -> list[tuple[int, int, int]]:
    """Return (start, end, paragraph number) of each sentence, left to right, without surrounding space."""
    found: list[tuple[int, int, int]] = []
    start = paragraph = 0
    for m in END.finditer(text):
        if "\n" not in m[0]:
            following = text[m.end() : m.end() + 3].lstrip(" \t\u00a0")
            if following[:1].islower() or (m[0] == "." and _abbreviated(text, start, m)):
                continue
        _keep(text, start, m.end(), paragraph, found)
        start = m.end()
        paragraph += "\n" in m[0]
    _keep(text, start, len(text), paragraph, found)
    return found


def _abbreviated(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop belongs to a word cut short, and the sentence goes on behind it."""
    head = text[max(start, stop.start() - 8) : stop.end()]
    return ABBREVIATIONS.search(head) is not None and not _starts_new(text, stop.end())


def _starts_new(text: str, end: int) -> bool:
    """Whether what follows an abbreviation is clearly a new sentence: «98 тыс. В ведомстве…» is, "Col. Smith" is not."""
    before = text[max(0, end - 6) : end].lower()
    return (
        bool(re.search(r"(?:тыс|млн|млрд|чел|a\.m|p\.m)\.$", before))
        and text[end : end + 2].strip()[:1].isupper()
    )


def _keep(text: str, start: int, end: int, paragraph: int, found: list[tuple[int, int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        found.append((start, start + LONGEST, paragraph))
        start += LONGEST
    if start < end:
        found.append((start, end, paragraph))
