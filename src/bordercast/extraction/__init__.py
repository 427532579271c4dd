"""Reports come in; claims go out, each with the span that says it."""

from bordercast.extraction.extract import extract

__all__ = ["extract"]
