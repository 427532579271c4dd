"""Which language a text is in."""

import re
from collections.abc import Callable
from functools import cache

# The languages somebody writes such reports in; restricting the choice is what makes short texts reliable.
CANDIDATES = (
    "ar",
    "de",
    "en",
    "es",
    "fa",
    "fi",
    "fr",
    "hy",
    "it",
    "ka",
    "kk",
    "pl",
    "pt",
    "ro",
    "ru",
    "sw",
    "tr",
    "uk",
)
SAMPLE = 3_000


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language most of the text is in; "en" for a text without letters."""
    sample = text[:SAMPLE]
    if not re.search(r"[^\W\d_]", sample):
        return "en"
    code, _ = _classifier()(sample)
    return str(code)


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    import py3langid  # noqa: PLC0415 - 70 ms, and its model loads in half a second

    py3langid.set_languages(list(CANDIDATES))
    classify: Callable[[str], tuple[str, float]] = py3langid.classify
    return classify
