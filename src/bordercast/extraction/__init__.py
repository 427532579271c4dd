"""Reports come in; claims go out, each with the span that says it."""

from bordercast.extraction.extract import LANGUAGES, extract
from bordercast.extraction.first_look import worth_reading

__all__ = ["LANGUAGES", "extract", "worth_reading"]
from bordercast.extraction.proposals import judged

__all__ = ["LANGUAGES", "extract", "judged"]
