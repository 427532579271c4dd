"""What was published: a report, the spans of its text, and inputs that could not become one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from bordercast.vocabulary.errors import InvalidNoun
from bordercast.vocabulary.identity import fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters ``[start, end)`` of one report (Unicode code points), and the quote found there."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise InvalidNoun(
                f"A span [{self.start}, {self.end}) cannot hold a quote of {len(self.quote)} characters. "
                "Offsets count Unicode code points of the report's text. Build spans with Report.span()."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text. Every claim points into ``text`` and nowhere else.

    ``published`` carries the zone it was given in, or UTC when none was stated; None when unknown.
    ``language`` is an ISO 639-1 code. ``credits`` are outlets named at the end as sources of the report:
    they are neither speakers nor witnesses. ``shingles`` is a MinHash signature in hex, for finding copies.
    """

    id: str
    title: str
    text: str
    publisher: str | None
    published: datetime | None
    language: str
    source: str
    credits: tuple[str, ...] = ()
    shingles: str = ""

    @classmethod
    def of(  # noqa: PLR0913 - one argument a field
        cls,
        *,
        text: str,
        title: str = "",
        publisher: str | None = None,
        published: datetime | None = None,
        language: str = "en",
        source: str = "",
        credits: tuple[str, ...] = (),  # noqa: A002 - the field's own name
        shingles: str = "",
    ) -> Self:
        """Return the report with its id, which depends on text, title, publisher and date, not on the path."""
        return cls(
            id=fingerprint("report", text, title, publisher, published),
            title=title,
            text=text,
            publisher=publisher,
            published=published,
            language=language,
            source=source,
            credits=credits,
            shingles=shingles,
        )

    @property
    def published_on(self) -> date | None:
        """The day of publication where it was published, or None."""
        return self.published.date() if self.published else None

    def span(self, start: int, end: int) -> Span:
        """Return the span of ``text[start:end]`` with its quote."""
        return Span(start=start, end=end, quote=self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """An input that could not become a report: where it is, what was found, what to do."""

    source: str
    found: str
    remedy: str
