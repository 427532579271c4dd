"""A scenario folder of Flee comes in; a ``Case``, with its defects, goes out."""

from bordercast.reading.flee.read import read_case

__all__ = ["read_case"]
