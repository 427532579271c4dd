"""Reports come in; claims go out, each with the span that says it."""

from bordercast.extraction.extract import LANGUAGES, extract
from bordercast.extraction.proposals import judged

__all__ = ["LANGUAGES", "extract", "judged"]
