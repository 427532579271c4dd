"""Months and years in text, and their parts: "late April", "the third quarter", "the summer of 2015", "Christmas"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from bordercast.extraction.language import Language
from bordercast.vocabulary import Basis

Days = tuple[date, date, Basis]
Resolver = Callable[[re.Match[str], date | None, Language], Days | None]
# The thirds of a month, as bulletins cut it: "early" to the 10th, "mid" to the 20th, "late" to its end.
EARLY_UNTIL, MID_UNTIL = 10, 20
MIDDLE = 15  # "since mid-August"
QUARTER = 3  # months
SEASONS = {
    "spring": 3,
    "summer": 6,
    "autumn": 9,
}  # first month; a winter lies in two years, and is left alone
# of halves and quarters, by the beginning of the word in any of the languages
ORDINALS = {
    "fi": 1, "se": 2, "th": 3, "fo": 4, "перв": 1, "втор": 2, "трет": 3, "четв": 4, "перш": 1, "друг": 2,
    "pr": 1, "de": 2, "tr": 3, "qu": 4, "te": 3, "cu": 4,
}  # fmt: skip
NEAR = timedelta(days=60)  # a day without a year lies at most so far ahead


def day_of(day: str, month: str, year: str | None, published: date | None, language: Language) -> date | None:
    """Return the day that words name, in the year nearest to publication where none is given; None for 30 February."""
    number = int(month) if month.isdigit() else language.months.get(month.rstrip("."))
    if number is not None and number > 12 >= int(day) and month.isdigit():
        day, number = str(number), int(day)  # "09/26/2022"
    if number is None or not 1 <= number <= 12:
        return None
    y = int(year) if year else year_of(number, int(day), published)
    if y is not None and y < 100:
        y += 2000
    try:
        return date(y, number, int(day)) if y else None
    except ValueError:
        return None


def year_of(month: int, day: int, published: date | None) -> int | None:
    """Return the year that puts a day and month nearest to publication, at most two months after it."""
    if published is None:
        return None
    best: int | None = None
    for year in (published.year + 1, published.year, published.year - 1):
        try:
            there = date(year, month, day)
        except ValueError:
            continue
        if there <= published + NEAR and (
            best is None or abs(there - published) < abs(date(best, month, day) - published)
        ):
            best = year
    return best


def whole_month(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    """Resolve "in April", "May 2023", "June last year" to the whole month."""
    number = language.months.get(m["m"].rstrip("."))
    if number is None:
        return None
    year = int(m["y"]) if m["y"] else year_of(number, 1, published)
    if m.groupdict().get("ly") and published:
        year = published.year - 1
    if year is None:
        return None
    return date(year, number, 1), date(year, number, monthrange(year, number)[1]), Basis.EXPLICIT


def part_of_month(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    """Resolve "early May", "mid-May", "late May" to a third of the month; "by the end of May" to its last day."""
    month = whole_month(m, published, language)
    if month is None:
        return None
    first, last, basis = month
    said = m.groupdict()
    if said.get("early"):
        return first, first.replace(day=EARLY_UNTIL), basis
    if said.get("mid"):
        return first.replace(day=EARLY_UNTIL + 1), first.replace(day=MID_UNTIL), basis
    return (last if said.get("by") else first.replace(day=MID_UNTIL + 1)), last, basis


def week_of_month(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    """Resolve "the first week of May", "the last days of May": seven days."""
    month = whole_month(m, published, language)
    if month is None:
        return None
    first, last, basis = month
    week = timedelta(days=6)
    return (first, first + week, basis) if m.groupdict().get("first") else (last - week, last, basis)


def part_of_year(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    """Resolve "the third quarter", "the first three months of 2023", "the first half of the year" to whole months.

    Without a year it is the one of publication, or the year before where the part had not begun by then. The last
    quarter of no named year is the last that was over.
    """
    said = m.groupdict()
    if said.get("q"):
        said = {**said, "quarter": said["q"], "y": said["y2"]}
    year = int(said["y"] or 0) if said.get("y") else (published.year if published else None)
    if year is None:
        return None
    if said.get("ly") and published:
        year = published.year - 1
    start, months = _months_of(said, language)
    if said.get("final") and not said.get("y") and not said.get("ly") and published:
        begun = (published.month - 1) // QUARTER * QUARTER + 1 - QUARTER
        start, year = (begun, year) if begun > 0 else (begun + 12, year - 1)
    elif published and not said.get("y") and date(year, start, 1) > published:
        year -= 1
    end = start + months - 1
    return date(year, start, 1), date(year, end, monthrange(year, end)[1]), Basis.EXPLICIT


def _months_of(said: dict[str, str | None], language: Language) -> tuple[int, int]:
    """Return the first month and how many: a half, so many months, a quarter."""
    half, months, quarter = said.get("half"), said.get("months"), said.get("quarter")
    if half:
        return (1, 6) if _ordinal(half) == 1 else (7, 6)
    if months:
        n = int(months) if months.isdigit() else int(language.small_words.get(months, 1))
        return 1, min(max(n, 1), 12)
    nth = 4 if said.get("final") else _ordinal(quarter or "")
    return (nth - 1) * QUARTER + 1, QUARTER


def _ordinal(word: str) -> int:
    if word[-1:].isdigit():  # "Q3"
        return min(max(int(word[-1]), 1), 4)
    return next((n for start, n in ORDINALS.items() if word.startswith(start)), 1)


def season(m: re.Match[str], published: date | None, _: Language) -> Days | None:
    """Resolve "the summer of 2015", "last summer" to three months; a winter to nothing."""
    word = next((word for word in SEASONS if m.groupdict().get(word)), None)
    if word is None:
        return None
    start = SEASONS[word]
    if m["y"]:
        year = int(m["y"])
    elif published is None:
        return None
    else:  # the last that was over by then
        year = published.year if published > date(published.year, start + 2, 28) else published.year - 1
    return date(year, start, 1), date(year, start + 2, monthrange(year, start + 2)[1]), Basis.EXPLICIT


def holiday(m: re.Match[str], published: date | None, _: Language) -> Days | None:
    """Resolve "Christmas", "New Year's Eve", "New Year" to the latest before publication."""
    if published is None:
        return None
    month, day = (
        (12, 25) if m.groupdict().get("christmas") else ((12, 31) if m.groupdict().get("eve") else (1, 1))
    )
    year = published.year if date(published.year, month, day) <= published else published.year - 1
    found = date(year, month, day)
    return found, found, Basis.EXPLICIT


def day_of_month(m: re.Match[str], published: date | None, _: Language) -> Days | None:
    """Resolve "on the 7th", «7-го числа»: the latest such day before publication."""
    number = int(m["d"])
    if published is None or not 1 <= number <= 31:
        return None
    month = published
    for _back in range(3):
        if number <= monthrange(month.year, month.month)[1] and month.replace(day=number) <= published:
            found = month.replace(day=number)
            return found, found, Basis.RELATIVE
        month = month.replace(day=1) - timedelta(days=1)
    return None


def years(m: re.Match[str], _: date | None, __: Language) -> Days | None:
    """Resolve "from 1992 to 1995", "in 1991-92"."""
    first = int(m["y"])
    last = int(m["y2"]) if len(m["y2"]) > 2 else first - first % 100 + int(m["y2"])
    return (date(first, 1, 1), date(last, 12, 31), Basis.EXPLICIT) if first < last else None


def whole_year(m: re.Match[str], _: date | None, __: Language) -> Days:
    """Resolve "in 2022" to the whole year."""
    year = int(m["y"])
    return date(year, 1, 1), date(year, 12, 31), Basis.EXPLICIT


def last_month(_: re.Match[str], published: date | None, __: Language) -> Days | None:
    """Resolve "last month" to the whole month."""
    if published is None:
        return None
    end = published.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end, Basis.RELATIVE


def this_month(_: re.Match[str], published: date | None, __: Language) -> Days | None:
    """Resolve "this month" to its first day and the one of publication."""
    return (published.replace(day=1), published, Basis.RELATIVE) if published else None


def this_year(_: re.Match[str], published: date | None, __: Language) -> Days | None:
    """Resolve "this year" to its first day and the one of publication."""
    return (published.replace(month=1, day=1), published, Basis.RELATIVE) if published else None


def last_year(_: re.Match[str], published: date | None, __: Language) -> Days | None:
    """Resolve "last year" to the whole year."""
    if published is None:
        return None
    return date(published.year - 1, 1, 1), date(published.year - 1, 12, 31), Basis.RELATIVE


def year_end(_: re.Match[str], published: date | None, __: Language) -> Days | None:
    """Resolve "by the end of the year" to the days that are left of it."""
    return (published, date(published.year, 12, 31), Basis.FUTURE) if published else None
