"""Text and Markdown: front matter, title, date line, credits."""

import re
from datetime import date, datetime

import frontmatter
import yaml
from dateutil import parser as dates

from bordercast.reading.copies import shingles
from bordercast.reading.language import language_of
from bordercast.vocabulary import Report

# "With reporting by TASS, Interfax and RFE/RL's Kazakh Service"; «С использованием материалов ТАСС».
CREDITS = re.compile(
    r"^\s*[(\[*_]*(?:with (?:additional )?(?:reporting|contributions?) (?:by|from)|(?:additional )?reporting by"
    r"|based on (?:reporting|reports) (?:by|from)|with material from|compiled from|(?:sources?|источники?)\s*:"
    r"|с использованием (?:материалов|сообщений)|по материалам|по сообщениям агентств)\s*:?\s*(?P<names>[^\n]{2,300}?)[)\]*_.]*\s*$",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_TITLE = 250
ONLY_A_DATE = re.compile(r"^[\s\w,.:+/-]{6,45}$")


def from_plain(text: str, source: str) -> Report:
    """Return the report of a plain or Markdown text; raises ValueError for damaged front matter."""
    try:
        post = frontmatter.loads(text) if text.startswith("---\n") else frontmatter.Post(text)
    except ValueError as problem:  # YAML reads dates by itself, and 30 February is none
        raise ValueError(f"front matter with a publication date that is no date ({problem})") from None
    except yaml.YAMLError as problem:
        where = getattr(problem, "problem_mark", None)
        line = f" at line {where.line + 2}" if where else ""
        raise ValueError(f"front matter that is not YAML{line}") from None
    head, body = post.metadata, post.content.strip()
    published = _moment(
        head.get("published") or head.get("date") or head.get("datePublished")
    ) or _dated_line(body)
    return Report.of(
        text=body,
        title=_text(head.get("title")) or title_of(body),
        publisher=_text(head.get("publisher") or head.get("source") or head.get("outlet")) or None,
        published=published,
        language=_text(head.get("language") or head.get("lang"))[:2].lower() or language_of(body),
        source=source,
        credits=credits_of(body),
        shingles=shingles(body),
    )


def title_of(body: str) -> str:
    """Return the first line when it stands alone like a headline, else nothing."""
    first, _, rest = body.partition("\n")
    headed = first.lstrip("# ").strip()
    alone = first.startswith("#") or (
        rest.startswith("\n") and not headed.endswith((".", "!", ":", "…", '"'))
    )
    return headed if alone and len(headed) <= LONGEST_TITLE else ""


def credits_of(body: str) -> tuple[str, ...]:
    """Return the outlets that a closing line credits as sources of the report."""
    found: list[str] = []
    for match in CREDITS.finditer(body):
        names = re.split(r",\s*(?:and\s+|и\s+)?|\s+and\s+|\s+и\s+|;\s*", match["names"])
        found += [name.strip(" .") for name in names if name.strip(" .")]
    return tuple(dict.fromkeys(found))


def _text(value: object) -> str:
    return str(value).strip() if value is not None else ""


def _moment(value: object) -> datetime | None:
    from bordercast.reading.read import at_midnight  # noqa: PLC0415

    if isinstance(value, date):  # YAML has read it; datetime is a date too
        return at_midnight(value)
    if not value:
        return None
    try:
        return at_midnight(dates.parse(str(value)))
    except (dates.ParserError, OverflowError):
        raise ValueError(f"a publication date that is no date: {str(value)[:60]!r}") from None


def _dated_line(body: str) -> datetime | None:
    """Return the moment of a line near the top that holds a full date and nothing else."""
    from bordercast.reading.read import at_midnight  # noqa: PLC0415

    for line in body.split("\n", 8)[:8]:
        said = re.sub(
            r"^(?:published|updated|date|posted)(?: on)?:?\s+", "", line.strip("*_ "), flags=re.IGNORECASE
        )
        if ONLY_A_DATE.match(said) and re.search(r"\b(19|20)\d\d\b", said):
            try:
                one, other = (dates.parse(said, default=datetime(2000, m, m)) for m in (1, 2))  # noqa: DTZ001
            except (dates.ParserError, OverflowError):
                continue
            if one.date() == other.date():  # day, month and year were all written
                return at_midnight(one)
    return None
