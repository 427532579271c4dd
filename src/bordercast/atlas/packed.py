"""Reading the atlas's own packaged data; nothing else in the atlas touches a file."""

import csv
import zlib
from functools import cache
from importlib.resources import files


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of one packaged CSV file, comments left out."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#")))


@cache
def read_packed(name: str) -> str:
    """The text of one zlib-packed file."""
    return zlib.decompress((files(__package__) / "data" / name).read_bytes()).decode("utf-8")


def words(cell: str) -> tuple[str, ...]:
    """The parts of a cell written ``one|two|three``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
