"""The verb of the room: a situation comes in, files go out."""

import os
from pathlib import Path

from bordercast.publishing.gate import release
from bordercast.publishing.package import package_bytes
from bordercast.publishing.page import page_bytes
from bordercast.publishing.sitrep import sitrep_bytes
from bordercast.publishing.tables import csv_bytes, parquet_bytes, tables
from bordercast.vocabulary import Situation

_PARQUET = ("flows", "claims")


def publish(situation: Situation, out: Path, *, small_counts: bool = False) -> tuple[Path, ...]:
    """Write the report, the page, the tables and their descriptor; return the files in the order written.

    The same situation gives the same bytes. Each file is written whole or not at all.

    Parameters
    ----------
    situation
        What is known on a day.
    out
        The folder to write into; it is made when it does not exist.
    small_counts
        Let counts of people under ten through. For an office's own use, never for the public.

    """
    shown = release(situation, small_counts=small_counts)
    made = tables(shown)
    files = {f"{table.name}.csv": csv_bytes(table) for table in made}
    files |= {f"{table.name}.parquet": parquet_bytes(table) for table in made if table.name in _PARQUET}
    files["datapackage.json"] = package_bytes(shown, made, files)
    files = {"situation.md": sitrep_bytes(shown), "situation.html": page_bytes(shown, made)} | files
    out.mkdir(parents=True, exist_ok=True)
    return tuple(_write(out / name, content) for name, content in files.items())


def _write(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all: beside its place first, then into it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path
