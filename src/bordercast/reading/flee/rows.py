"""Rows of a file with their line numbers, and the list of what was found wrong on the way."""

import csv
import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bordercast.vocabulary import Defect


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one line, stripped; line numbers start at 1."""

    file: str
    line: int
    cells: tuple[str, ...]

    def cell(self, i: int) -> str:
        """Return a cell, empty where the row is too short."""
        return self.cells[i] if i < len(self.cells) else ""

    @property
    def comment(self) -> bool:
        """Whether the row is a comment or a header, which Flee marks with ``#``."""
        return self.cell(0).startswith("#")


@dataclass(slots=True)
class Findings:
    """Defects gathered while reading, in the order they were met."""

    defects: list[Defect] = field(default_factory=list)

    def grave(self, where: Row | str, found: str, remedy: str) -> None:
        """Note something that makes the figures wrong."""
        self._note(where, found, remedy, grave=True)

    def slight(self, where: Row | str, found: str, remedy: str) -> None:
        """Note something worth knowing that leaves the figures as the file means them."""
        self._note(where, found, remedy, grave=False)

    def whole(self, row: Row, text: str, what: str, *, least: int | None = None) -> int | None:
        """Return a whole number, or None after noting what else stood there."""
        try:
            value = int(text)
        except ValueError:
            self.grave(row, f"{what} is {text!r}, no whole number.", "Write digits only, such as 12500.")
            rounded = self._rounded(text)
            return rounded if rounded is None or least is None or rounded >= least else None
        if least is not None and value < least:
            self.grave(row, f"{what} is {value}.", f"Write a number of at least {least}.")
            return None
        return value

    def number(self, row: Row, text: str, what: str) -> float | None:
        """Return a number, or None after noting what else stood there."""
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - nan
            self.grave(
                row, f"{what} is {text!r}, no number.", "Write digits with a decimal point, such as 0.5."
            )
            return None
        return value

    @staticmethod
    def _rounded(text: str) -> int | None:
        try:
            return int(float(text.replace(",", "").replace(" ", "")))
        except (ValueError, OverflowError):
            return None

    def _note(self, where: Row | str, found: str, remedy: str, *, grave: bool) -> None:
        file, line = (where, None) if isinstance(where, str) else (where.file, where.line)
        self.defects.append(Defect(file=file, line=line, found=found, remedy=remedy, grave=grave))


def rows(path: Path, found: Findings) -> Iterator[Row]:
    """Yield the rows that hold anything; the file's name is that shown in messages."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        text = raw.decode("latin-1")
        line = raw[: problem.start].count(b"\n") + 1
        found.grave(
            Row(path.name, line, ()),
            "A letter is not in UTF-8.",
            "Save the file as UTF-8; it was read as Latin-1.",
        )
    reader = csv.reader(text.replace("\0", "").splitlines(keepends=True))
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(path.name, reader.line_num, tuple(cell.strip() for cell in cells))
    except csv.Error as problem:
        found.grave(
            Row(path.name, reader.line_num, ()),
            f"The table breaks off: {problem}.",
            "Mend the quotes of this line.",
        )


def closest(name: str, known: Iterable[str]) -> str:
    """Return ``Did you mean 'x'?`` for a misspelt name, or the first names there are."""
    names = list(known)
    folded = {n.casefold().replace("_", " ").replace("-", " "): n for n in names}
    near = difflib.get_close_matches(
        name.casefold().replace("_", " ").replace("-", " "), folded, n=1, cutoff=0.6
    )
    if near:
        return f"Did you mean {folded[near[0]]!r}?"
    shown = ", ".join(names[:5])
    return (
        f"Write one of: {shown}{', ...' if len(names) > 5 else ''}."
        if names
        else "There is none to choose from."
    )
