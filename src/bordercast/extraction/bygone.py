"""Times long past: years, decades, eras and "thirty years ago". What happened then is background, not this exodus.

Each language's pattern ``bygone`` names in its groups what it found: a year (``y``, ``y2``), a decade (``d``) or a
number of years (``n`` with ``decades`` when it counts tens), a few years or decades without number (``years``,
``lifetimes``), the end of the Soviet Union (``soviet``), a world war (``war``).
"""

import re
from datetime import date

from bordercast.extraction.language import Language
from bordercast.vocabulary import Basis

# First and last of the years meant, counted back from publication. Judgement: what speakers call "years ago".
YEARS_AGO, LIFETIMES_AGO = (10, 2), (50, 20)
ERAS = {"soviet": (1922, 1991), "war": (1914, 1945)}
CENTURY = 100
YOUNGEST = 2  # years: what is younger is told of as "last year"


def bygone(m: re.Match[str], published: date | None, language: Language) -> tuple[date, date, Basis] | None:
    """Return the first and last day of the years a match names, or None when they are not long past."""
    if published is None:
        return None
    span = _years(m, published.year, language)
    if span is None or not 1 <= span[0] <= span[1] <= published.year - YOUNGEST:
        return None
    return date(span[0], 1, 1), date(span[1], 12, 31), Basis.EXPLICIT


def _years(m: re.Match[str], now: int, language: Language) -> tuple[int, int] | None:
    said = {name: words for name, words in m.groupdict().items() if words}
    year = said.get("y") or said.get("y2")
    if year:
        return int(year), int(year)
    if "d" in said:
        first = int(said["d"])
        if first < CENTURY:
            first += now // CENTURY * CENTURY
            first -= CENTURY * (first > now)
        return first, first + 9
    if "n" in said:
        count = float(said["n"]) if said["n"].isdigit() else language.small_words.get(said["n"])
        if count is None or count > now:
            return None
        year = now - round(count * (10 if "decades" in said else 1))
        return year, year
    back = YEARS_AGO if "years" in said else LIFETIMES_AGO if "lifetimes" in said else None
    if back:
        return now - back[0], now - back[1]
    return next((years for name, years in ERAS.items() if name in said), None)
