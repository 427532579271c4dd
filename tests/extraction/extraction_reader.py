"""Reads a text of a test as the room does, and says shortly what came out."""

from datetime import UTC, datetime

from bordercast.extraction import extract
from bordercast.vocabulary import Claim, Report

PUBLISHED = "2031-05-14"  # a Wednesday, in a year that no event of the atlas is near


def report(
    text: str, *, published: str = PUBLISHED, language: str = "en", publisher: str | None = None
) -> Report:
    """Return a report of the text, published at noon."""
    day = datetime.fromisoformat(published).replace(hour=12, tzinfo=UTC)
    return Report.of(text=text, published=day, language=language, publisher=publisher)


def claims(text: str, **how: str) -> list[Claim]:
    """Return the claims of a text."""
    return list(extract([report(text, **how)]))


def counts(text: str, **how: str) -> list[tuple[str, str, float | None, str]]:
    """Return (kind, term, value or lower bound, unit) of the claims with a figure."""
    return [
        (
            c.kind.value,
            c.term,
            c.quantity.value if c.quantity.value is not None else c.quantity.low,
            c.quantity.unit,
        )
        for c in claims(text, **how)
        if c.quantity
    ]


def legs(claim: Claim) -> tuple[str | None, list[str]]:
    """Return the country left and those reached."""
    return (claim.origin.iso3 if claim.origin else None), [d.iso3 or d.name for d in claim.destinations]


def only(text: str, kind: str, **how: str) -> Claim:
    """Return the one claim of a kind in a text."""
    found = [c for c in claims(text, **how) if c.kind.value == kind]
    assert len(found) == 1, found
    return found[0]
