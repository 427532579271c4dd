"""The one tree of errors; each message says what was found, where, and what to do now.

::

    BordercastError
    ├── InvalidNoun        a noun was built that breaks its own invariant (our bug, or a damaged store)
    ├── InvalidSetting     a setting or argument cannot be used (exit status 2 or 3)
    ├── DefectiveCase      the files of a case hold grave defects; `defects` lists all (exit status 3)
    ├── UnreadableStore    a file is not a Bordercast store, or was written by a newer version
    ├── UnreachableSource  a server that was asked does not answer, or refuses to (exit status 5)
    └── MissingExtra       an optional part is not installed; the message holds the install line

A report that cannot be used raises nothing: it becomes a ledger entry with a reason.
"""


class BordercastError(Exception):
    """Anything Bordercast raises on purpose."""


class InvalidNoun(BordercastError, ValueError):
    """A noun breaks its invariant, such as a quote that is not in its report."""


class InvalidSetting(BordercastError, ValueError):
    """A setting, argument or scenario cannot be used as given."""


class DefectiveCase(BordercastError, ValueError):
    """The files of a case say something that would make its figures wrong; ``defects`` lists all that was found."""

    def __init__(self, message: str, defects: tuple[object, ...]) -> None:
        super().__init__(message)
        self.defects = defects


class UnreadableStore(BordercastError):
    """A file cannot be opened as a Bordercast store."""


class UnreachableSource(BordercastError):
    """A server that was asked does not answer, or refuses to."""


class MissingExtra(BordercastError, ImportError):
    """An optional part is needed and not installed."""
