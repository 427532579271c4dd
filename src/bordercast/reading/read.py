"""The verb: paths in, reports out, one bad file never stopping the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, tzinfo
from pathlib import Path

from bordercast.reading.decode import Undecodable, decode
from bordercast.reading.page import from_html
from bordercast.reading.plain import from_plain
from bordercast.vocabulary import Report, Unreadable

PLAIN = frozenset({".txt", ".text", ".md", ".markdown", ""})
PAGES = frozenset({".html", ".htm", ".xhtml"})
# Companions that lie beside reports (tables, gold, metadata) and are never reports themselves.
COMPANIONS = frozenset(
    {".csv", ".tsv", ".json", ".jsonl", ".parquet", ".db", ".yml", ".yaml", ".toml", ".py"}
)
# A long news article is 50 kB; 20 MB is a dump, a book or an attack.
LARGEST_FILE = 20_000_000


def read(
    paths: Iterable[Path | str], *, published: date | datetime | None = None
) -> Iterator[Report | Unreadable]:
    """Yield a report for every readable file, in sorted order, and an ``Unreadable`` for every other.

    Folders are walked; hidden files, and data files that lie beside reports, are passed over. ``published`` is
    used for reports that do not say when they were published. Texts are normalised (NFC, line feeds, no
    byte-order mark or invisible characters): offsets of later spans refer to that text.
    """
    for path in paths:
        root = Path(path)
        if not root.exists():
            yield Unreadable(source=str(path), found="no such file or folder", remedy="Check the path.")
            continue
        for file in _files(root):
            yield _read_file(file, published)


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    return sorted(
        f
        for f in root.rglob("*")
        if f.is_file()
        and f.suffix.lower() not in COMPANIONS
        and not any(part.startswith(".") for part in f.relative_to(root).parts)
    )


def _read_file(file: Path, published: date | datetime | None) -> Report | Unreadable:  # noqa: PLR0911 - one return a reason
    def refuse(found: str, remedy: str) -> Unreadable:
        return Unreadable(source=str(file), found=found, remedy=remedy)

    suffix = file.suffix.lower()
    if suffix not in PLAIN | PAGES:
        return refuse(
            f"a {suffix} file", "Bordercast reads text, Markdown and HTML. Save the report as one of these."
        )
    try:
        size = file.stat().st_size
        if size > LARGEST_FILE:
            return refuse(
                f"{size / 1e6:.0f} MB, more than the {LARGEST_FILE / 1e6:.0f} MB a report may have",
                "Split the file into single reports.",
            )
        text = decode(file.read_bytes())
        report = from_html(text, str(file)) if suffix in PAGES else from_plain(text, str(file))
    except Undecodable as problem:
        return refuse(str(problem), "Save the file as UTF-8 text.")
    except OSError as problem:
        return refuse(
            f"it cannot be opened ({problem.strerror})", "Check that the file exists and may be read."
        )
    except ValueError as problem:
        return refuse(str(problem), "Mend the file's header, or remove it.")
    if not report.text.strip():
        return refuse("no text", "Remove the file, or save the page again with its text.")
    if report.published is None and published is not None:
        report = Report.of(
            text=report.text,
            title=report.title,
            publisher=report.publisher,
            published=at_midnight(published),
            language=report.language,
            source=report.source,
            credits=report.credits,
            shingles=report.shingles,
        )
    return replace(report, source=str(file))


def at_midnight(day: date | datetime, zone: tzinfo | None = None) -> datetime:
    """Return the moment itself, or the start of a day that was given without a time (UTC unless a zone is given)."""
    from datetime import UTC  # noqa: PLC0415

    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    return moment if moment.tzinfo else moment.replace(tzinfo=zone or UTC)
