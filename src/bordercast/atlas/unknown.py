"""The one error of the atlas."""

from bordercast.vocabulary import BordercastError


class UnknownPlace(BordercastError, LookupError):
    """Raised when a code is not in the atlas; the message says what, where, and what to do."""

    def __init__(self, code: object, *, looked_in: str, advice: str) -> None:
        self.code = code
        super().__init__(f"Found {code!r}, which is no known place. Looked in {looked_in}. {advice}")
