"""A language of which only some fields are given: the others match nothing."""

import re
from dataclasses import fields
from typing import Any

from bordercast.extraction.language import Fractions, Language

NEVER = re.compile(r"(?!)")
STATES = ("full", "under_pressure", "improvised", "housed", "capacity")


def plain(code: str, **given: Any) -> Language:  # noqa: ANN401 - the fields of Language
    """Return the language; a pattern, table or mapping that is not given never matches anything."""
    values: dict[str, Any] = {field.name: _nothing(str(field.type)) for field in fields(Language)}
    values |= {"code": code, "shelter_states": tuple((NEVER, state) for state in STATES)} | given
    values["dates"] = dict.fromkeys(("since", "until", "span_join", "span_open"), NEVER) | given["dates"]
    return Language(**values)


def _nothing(kind: str) -> object:
    """Return what a field of a type holds when a language says nothing about it."""
    if kind == "re.Pattern[str]":
        return NEVER
    if "Mapping" in kind:
        return {}
    if "Fractions" in kind:
        return Fractions(part=NEVER, parts={}, ratio=NEVER, counts={})
    return frozenset() if "frozenset" in kind else None if "None" in kind else ()
