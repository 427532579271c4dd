"""Is this installation sound? Each check says what was found and, when it fails, what to do."""

import platform
import shutil
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at."""

    name: str
    sound: bool
    found: str
    remedy: str = ""


NEEDED_SQLITE = (3, 24, 0)  # "on conflict do nothing"
NEEDED_DISK = 200_000_000


def examine() -> tuple[Check, ...]:
    """Return every check, in the order people would ask."""
    return (_python(), _package(), _sqlite(), _atlas(), _languages(), _examples(), _disk(), _writing())


def _python() -> Check:
    return Check(
        name="Python",
        sound=sys.version_info >= (3, 11),
        found=platform.python_version(),
        remedy="Install Python 3.11 or newer.",
    )


def _package() -> Check:
    needed = ("numpy", "scipy", "sqlalchemy", "trafilatura", "msgspec", "pyarrow", "typer", "rich")
    missing, found = [], []
    for name in needed:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    return Check(
        name="Libraries",
        sound=not missing,
        found=", ".join(found),
        remedy=f"pip install {' '.join(missing)}" if missing else "",
    )


def _sqlite() -> Check:
    return Check(
        name="SQLite",
        sound=sqlite3.sqlite_version_info >= NEEDED_SQLITE,
        found=sqlite3.sqlite_version,
        remedy="Use a newer Python.",
    )


def _atlas() -> Check:
    from bordercast import atlas  # noqa: PLC0415

    countries, crossings = len(atlas.countries()), len(atlas.crossings())
    sound = bool(atlas.scan("Kazakhstan")) and countries >= 249
    return Check(
        name="Atlas",
        sound=sound,
        found=f"{countries} countries, {crossings} crossings",
        remedy="Reinstall: packaged data is missing.",
    )


def _languages() -> Check:
    from bordercast.extraction.extract import LANGUAGES  # noqa: PLC0415

    return Check(name="Languages with rules", sound=bool(LANGUAGES), found=", ".join(sorted(LANGUAGES)))


def _examples() -> Check:
    from bordercast.cli.examples import DEMOS, reports_of  # noqa: PLC0415

    counts = {name: len(list(reports_of(name).glob("*.md"))) for name in DEMOS}
    return Check(
        name="Examples",
        sound=all(counts.values()),
        found=", ".join(f"{n}: {c} reports" for n, c in counts.items()),
    )


def _disk() -> Check:
    free = shutil.disk_usage(Path.cwd()).free
    return Check(
        name="Free disk here",
        sound=free > NEEDED_DISK,
        found=f"{free / 1e9:.1f} GB",
        remedy="Free some space.",
    )


def _writing() -> Check:
    try:
        with tempfile.TemporaryFile(dir=Path.cwd()):
            return Check(name="Writing here", sound=True, found=str(Path.cwd()))
    except OSError as problem:
        return Check(
            name="Writing here",
            sound=False,
            found=str(problem),
            remedy="Change to a folder you may write to.",
        )
