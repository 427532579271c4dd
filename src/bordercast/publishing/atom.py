"""What changed, as an Atom feed (RFC 4287): one entry a day on which something did, newest first.

An entry's id and day never change; its ``updated`` is the end of the day it speaks of, so a reader sees it once.
"""

import re
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from bordercast.publishing.screen.changes import Changes

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ATOM = "http://www.w3.org/2005/Atom"


def atom_bytes(name: str, address: str, changed: tuple[Changes, ...]) -> bytes:
    """Return the feed of a situation; ``address`` is that of the page, ``changed`` the days, newest first."""
    feed = Element("feed", xmlns=_ATOM)
    SubElement(feed, "id").text = f"tag:bordercast,2022:{name}"
    SubElement(feed, "title").text = plain(f"{name}: what changed")
    SubElement(feed, "updated").text = _end_of(changed[0].as_of if changed else date(1970, 1, 1))
    SubElement(SubElement(feed, "author"), "name").text = "Bordercast"
    SubElement(feed, "link", rel="self", href=f"{address}/api/feed.atom", type="application/atom+xml")
    SubElement(feed, "link", rel="alternate", href=f"{address}/", type="text/html")
    for change in changed:
        _entry(feed, name, address, change)
    body: bytes = tostring(feed, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body


def plain(words: str) -> str:
    """Return words without the control characters that XML cannot hold."""
    return _CONTROL.sub("", words)


def _entry(feed: Element, name: str, address: str, change: Changes) -> None:
    entry = SubElement(feed, "entry")
    SubElement(entry, "id").text = f"tag:bordercast,2022:{name}/{change.as_of}"
    SubElement(entry, "title").text = plain(f"{change.as_of}: {change.words}")
    SubElement(entry, "updated").text = _end_of(change.as_of)
    SubElement(entry, "link", rel="alternate", href=f"{address}/?as_of={change.as_of}", type="text/html")
    lines = [change.words]
    lines += [moved.words for moved in change.corridors]
    lines += [f"Border {words}" for words in change.borders]
    if change.contradictions:
        count = len(change.contradictions)
        lines.append(f"{count} new contradiction{'' if count == 1 else 's'} between sources.")
    SubElement(entry, "content", type="text").text = plain("\n".join(lines))


def _end_of(day: date) -> str:
    return f"{day.isoformat()}T23:59:59Z"
