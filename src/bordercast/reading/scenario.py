"""Scenario files: TOML in, a scenario and every defect of the file out. The form is in docs/reference/scenario.md."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from bordercast.reading.changes import CHANGES, Entry, Unusable, figure_of
from bordercast.vocabulary import (
    Assumptions,
    Between,
    Change,
    Defect,
    InvalidNoun,
    InvalidSetting,
    Scenario,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFile:
    """What a file says: the scenario without what could not be read, the line of each of its changes, the defects."""

    scenario: Scenario
    source: str
    lines: tuple[int, ...]
    defects: tuple[Defect, ...]


def read_scenario(path: Path | str, *, as_of: date | None = None) -> ScenarioFile:
    """Return the scenario in a TOML file. A change without ``from`` begins on the day after ``as_of``.

    Raises InvalidSetting when the file is no TOML, and OSError when it cannot be opened.
    """
    path = Path(path)
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise InvalidSetting(f"{path} is not text in UTF-8. Save the scenario as UTF-8.") from None
    return parse_scenario(text, source=str(path), name=path.stem.replace("-", " "), as_of=as_of)


def parse_scenario(
    text: str, *, source: str, name: str = "scenario", as_of: date | None = None
) -> ScenarioFile:
    """Return the scenario in a TOML text; ``source`` is named in the defects, ``name`` is the scenario's if it has none."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"at line (\d+)", str(problem))
        raise InvalidSetting(
            f"{source}{f':{line[1]}' if line else ''} is not TOML: {problem}. Mend the line; docs/reference/scenario.md has the form."
        ) from None
    return scenario_of(content, source=source, name=name, as_of=as_of, text=text)


def scenario_of(
    content: Mapping[str, Any],
    *,
    source: str,
    name: str = "scenario",
    as_of: date | None = None,
    text: str = "",
) -> ScenarioFile:
    """Return the scenario in the content of a TOML file, or of what has its form; ``text`` tells lines of defects."""
    content = dict(content)
    reader = _Reader(text, source, as_of)
    assumptions = reader.assumptions(content.pop("assume", {}))
    title = reader.text(content.pop("name", name), "name", name)
    note = reader.text(content.pop("note", None), "note", None)
    for table, entries in content.items():
        reader.table(table, entries)
    scenario, lines = reader.scenario(title or name, note, assumptions)
    return ScenarioFile(scenario=scenario, source=source, lines=lines, defects=tuple(reader.defects))


class _Reader:
    """Reads tables one by one, keeping the changes that can be read and the defects of those that cannot."""

    def __init__(self, text: str, source: str, as_of: date | None) -> None:
        self.places = _lines(text)
        self.source, self.as_of = source, as_of
        self.defects: list[Defect] = []
        self.changes: list[tuple[Change, int]] = []

    def table(self, table: str, entries: Any) -> None:  # noqa: ANN401 - whatever stands in the file
        """Keep the changes of one kind."""
        if table not in CHANGES:
            self._say(
                (table, 0, None),
                f"{table!r} is no key or table of a scenario.",
                f"Use name, note, assume, {', '.join(CHANGES)}.",
            )
        elif not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self._say(
                (table, 0, None),
                f"{table!r} is not a list of changes.",
                f"Write [[{table}]], in two brackets.",
            )
        else:
            for number, entry in enumerate(entries):
                self._change(table, number, entry)  # fmt: skip

    def _change(self, table: str, number: int, content: Mapping[str, Any]) -> None:
        entry = Entry(f"[[{table}]]", content, self.as_of)
        try:
            change = CHANGES[table](entry)
        except Unusable as bad:
            self._say((table, number, bad.key), bad.found, bad.remedy)
            return
        except InvalidNoun as problem:
            found, _, remedy = str(problem).partition(". ")
            self._say((table, number, None), f"{found}.", remedy)
            return
        for key in entry.left:
            self._say(
                (table, number, key), f"[[{table}]] has an unknown key {key!r}.", "Remove or correct it."
            )
        if not entry.left:
            self.changes.append((change, self._line((table, number, None))))  # fmt: skip

    def assumptions(self, content: Any) -> Assumptions:  # noqa: ANN401
        """Return the assumptions, with the default for each that cannot be read."""
        known = {field.name for field in fields(Assumptions)}
        kept: dict[str, Between] = {}
        if not isinstance(content, dict):
            self._say(("assume", 0, None), "'assume' is no table.", "Write [assume] and a line for each.")
            return Assumptions()
        for key, value in content.items():
            if key not in known:
                self._say(
                    ("assume", 0, key),
                    f"[assume] has an unknown key {key!r}.",
                    f"Use {', '.join(sorted(known))}.",
                )
                continue
            try:
                kept[key] = figure_of(value, key)
                Assumptions(**{key: kept[key]})
            except Unusable as bad:
                self._say(("assume", 0, key), bad.found, bad.remedy)
            except InvalidNoun as problem:
                del kept[key]
                found, _, remedy = str(problem).partition(". ")
                self._say(("assume", 0, key), f"{found}.", remedy)
        return Assumptions(**kept)  # fmt: skip

    def text(self, value: Any, key: str, default: str | None) -> str | None:  # noqa: ANN401
        """Return a line of text, or the default with a defect."""
        if value is None or (isinstance(value, str) and value.strip()):
            return value if isinstance(value, str) else default
        self._say((key, 0, None), f"{key} = {value!r} is no text.", "Write it in quotes.")
        return default

    def scenario(
        self, name: str, note: str | None, assumptions: Assumptions
    ) -> tuple[Scenario, tuple[int, ...]]:
        """Return the changes that agree with those above them, and their lines."""
        kept: list[tuple[Change, int]] = []
        scenario = Scenario(name=name, note=note, assumptions=assumptions)
        for change, line in sorted(self.changes, key=lambda item: item[1]):
            try:
                changes = (*scenario.changes, change)
                scenario = Scenario(name=name, note=note, assumptions=assumptions, changes=changes)
                kept.append((change, line))
            except InvalidNoun as problem:
                found, _, remedy = str(problem).partition(". ")
                self.defects.append(Defect(file=self.source, line=line, found=f"{found}.", remedy=remedy))
        self.defects.sort(key=lambda defect: defect.line or 0)
        return scenario, tuple(line for _, line in kept)

    def _say(self, at: tuple[str, int, str | None], found: str, remedy: str) -> None:
        self.defects.append(Defect(file=self.source, line=self._line(at), found=found, remedy=remedy))

    def _line(self, at: tuple[str, int, str | None]) -> int:
        table, number, _ = at
        return (
            self.places.get(at)
            or self.places.get((table, number, None))
            or self.places.get((table, 0, None), 1)
        )


def _lines(text: str) -> dict[tuple[str, int, str | None], int]:
    """The line of each table ``(name, which, None)`` and of each key ``(name, which, key)``, counted from 1."""
    found: dict[tuple[str, int, str | None], int] = {}
    seen: dict[str, int] = {}
    table: str | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r'^\s*\[{1,2}\s*"?([\w-]+)', line):
            table = header[1]
            seen[table] = seen.get(table, -1) + 1
            found[table, seen[table], None] = number
        elif key := re.match(r'^\s*"?([\w-]+)"?\s*=', line):
            at = (key[1], 0, None) if table is None else (table, seen[table], key[1])
            found.setdefault(at, number)
    return found
