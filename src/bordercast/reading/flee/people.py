"""Who people are: demographics_*.csv and agents.csv."""

from pathlib import Path

from bordercast.reading.flee.network import unknown_place
from bordercast.reading.flee.rows import Findings, rows
from bordercast.vocabulary import Demographic


def read_demographics(folder: Path, names: set[str], found: Findings) -> tuple[Demographic, ...]:
    """Return how each attribute is distributed, one for each file, in the order of their names."""
    every = (_demographic(path, names, found) for path in sorted(folder.glob("demographics_*.csv")))
    return tuple(one for one in every if one is not None)


def _demographic(path: Path, names: set[str], found: Findings) -> Demographic | None:
    table = list(rows(path, found))
    attribute = path.stem.split("_")[1]
    if not table or "Default" not in table[0].cells:
        found.grave(path.name, "The header has no column 'Default'.", f"Write '{attribute},Default' first.")
        return None
    header, body = table[0], table[1:]
    if header.cell(0) != attribute:
        found.grave(
            header,
            f"The first column is {header.cell(0)!r}; the file's name says {attribute!r}.",
            f"Name it {attribute!r}.",
        )
    weights = []
    for i, column in enumerate(header.cells[1:], start=1):
        if column != "Default" and unknown_place(header, column, names, found):
            continue
        numbers = [found.number(row, row.cell(i), f"The weight of {row.cell(0)!r}") for row in body]
        weights.append((column, tuple(max(n or 0.0, 0.0) for n in numbers)))
    if not body or any(not sum(w) > 0 for _, w in weights):
        found.grave(
            path.name, "A column has no weight above 0.", "Write how many, or what share, have each value."
        )
        return None
    return Demographic(attribute=attribute, values=tuple(row.cell(0) for row in body), weights=tuple(weights))


def read_agents(
    path: Path, names: set[str], found: Findings
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return (place, attributes) of every person listed."""
    people = []
    header: tuple[str, ...] | None = None
    for row in rows(path, found):
        if header is None:
            header = tuple(cell.lstrip("#") for cell in row.cells)
        elif not row.comment and not unknown_place(row, row.cell(0), names, found):
            people.append((row.cell(0), tuple(zip(header[1:], row.cells[1:], strict=False))))
    return tuple(people)
