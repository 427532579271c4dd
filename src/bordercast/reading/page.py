"""HTML: the article's text and what the page says about itself."""

import json
from datetime import datetime

from dateutil import parser as dates

from bordercast.reading.copies import shingles
from bordercast.reading.decode import clean
from bordercast.reading.language import language_of
from bordercast.reading.plain import credits_of
from bordercast.vocabulary import Report

# Where publishers write the moment of publication, most exact first.
MOMENTS = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='DC.date.issued']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)


def from_html(text: str, source: str) -> Report:
    """Return the report of a page: its main text without menus, its title, site name, date and language."""
    from lxml import etree, html  # noqa: PLC0415 - 60 ms, and only pages need it
    from trafilatura import bare_extraction  # noqa: PLC0415 - 0.9 s, and only pages need it
    from trafilatura.settings import Document  # noqa: PLC0415

    try:
        tree = html.document_fromstring(
            text.encode(), parser=html.HTMLParser(encoding="utf-8"), ensure_head_body=True
        )
    except etree.ParserError:  # nothing but comments, or less
        return Report.of(text="", source=source)
    extracted = bare_extraction(text, with_metadata=True, include_comments=False, include_tables=True)
    found = extracted if isinstance(extracted, Document) else None
    body = clean(found.text or "") if found else ""
    title = clean(found.title or "") if found else ""
    declared = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower()
    return Report.of(
        text=body,
        title=title,
        publisher=(found.sitename if found else None) or None,
        published=_published(tree) or _day(found.date if found else None),
        language=declared or language_of(body),
        source=source,
        credits=credits_of(body),
        shingles=shingles(body),
    )


def _published(tree: object) -> datetime | None:
    said = [str(value) for path in MOMENTS for value in tree.xpath(path)]  # type: ignore[attr-defined]
    for block in tree.xpath("//script[@type='application/ld+json']/text()"):  # type: ignore[attr-defined]
        try:
            nodes = json.loads(block)
        except ValueError:
            continue
        several = nodes if isinstance(nodes, list) else [nodes]
        said += [str(n["datePublished"]) for n in several if isinstance(n, dict) and n.get("datePublished")]
    return next((moment for moment in map(_day, said) if moment), None)


def _day(said: str | None) -> datetime | None:
    from bordercast.reading.read import at_midnight  # noqa: PLC0415

    if not said:
        return None
    try:
        return at_midnight(dates.parse(said))
    except (dates.ParserError, OverflowError):
        return None
