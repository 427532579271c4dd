"""Opening what any stage left on disk."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from bordercast.vocabulary import InvalidSetting

ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What lies at a path: for programs, and for people."""

    content: object
    table: Table


def look(path: Path) -> Look:
    """Return what lies at a path: the tables of a store, the first rows of a table, the files of a folder."""
    if path.is_dir():
        found = {f.name: f.stat().st_size for f in sorted(path.iterdir()) if f.is_file()}
        return Look(
            content=found,
            table=_table(("file", "bytes"), [(name, f"{size:,}") for name, size in found.items()]),
        )
    if not path.exists():
        raise InvalidSetting(f"There is nothing at {path}. Give a store, a published table, or a folder.")
    if path.suffix == ".parquet":
        return _parquet(path)
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return _rows(rows)
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as file:
            return _rows(
                [{k: str(v)[:60] for k, v in json.loads(line).items()} for line in file if line.strip()]
            )
    if path.suffix == ".json":
        content = json.loads(path.read_text("utf-8"))
        return Look(
            content=content,
            table=_table(("key", "value"), [(str(k), str(v)[:100]) for k, v in content.items()]),
        )
    from bordercast.store import Store  # noqa: PLC0415

    with Store.opened(path) as store:
        counts, latest = store.counts(), store.latest()
    content = {"tables": counts, "latest_as_of": str(latest) if latest else None}
    return Look(
        content=content, table=_table(("table", "rows"), [(name, f"{n:,}") for name, n in counts.items()])
    )


def _parquet(path: Path) -> Look:
    import pyarrow.parquet as pq  # noqa: PLC0415

    head = pq.read_table(path).slice(0, ROWS)
    return _rows([{key: str(value) for key, value in row.items()} for row in head.to_pylist()])


def _rows(rows: list[dict[str, str]]) -> Look:
    names = tuple(rows[0]) if rows else ()
    return Look(content=rows, table=_table(names, [tuple(row[n] for n in names) for row in rows[:ROWS]]))


def _table(names: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    table = Table(*names)
    for row in rows:
        table.add_row(*(str(cell) for cell in row))
    return table
