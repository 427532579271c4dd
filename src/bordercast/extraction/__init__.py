"""Reports come in; claims go out, each with the span that says it."""

from bordercast.extraction.extract import LANGUAGES, extract

__all__ = ["LANGUAGES", "extract"]
