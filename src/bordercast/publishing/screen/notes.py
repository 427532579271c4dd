"""The standing notes a screen shows beside the numbers."""

from dataclasses import dataclass

from bordercast.publishing.notes import BOUNDARIES, DISCLAIMER, METHODS, TERMS


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """On boundaries and names, on what this is not for, on method, and on the words."""

    boundaries: str
    disclaimer: str
    methods: tuple[str, ...]
    terms: tuple[str, ...]


NOTES = Notes(boundaries=BOUNDARIES, disclaimer=DISCLAIMER, methods=METHODS, terms=TERMS)
