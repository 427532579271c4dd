"""Files and folders come in; reports go out, and a line for every input that could not become one."""

from bordercast.reading.read import read

__all__ = ["read"]
