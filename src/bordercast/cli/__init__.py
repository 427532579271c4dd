"""The command line: parse, call one function, show. The only room, with ``web``, that turns errors into words."""

from bordercast.cli.main import main

__all__ = ["main"]
