"""A situation in a browser: addresses come in, answers go out. Beside the command line, the only hands.

``application`` makes the server's application from a source of situations; docs/reference/api.md lists what it answers.
"""

from bordercast.web.application import application, described
from bordercast.web.guard import Access
from bordercast.web.pages import built
from bordercast.web.source import Source, StoreSource

__all__ = ["Access", "Source", "StoreSource", "application", "built", "described"]
