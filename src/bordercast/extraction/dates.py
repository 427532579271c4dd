"""Times in text, resolved against the day of publication.

dateutil and dateparser resolve a phrase that has already been found, but find phrases in running text badly
(measured: 40 % for dateparser's search); so the phrases are found here by each language's patterns, and the
arithmetic is plain calendar days.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from bordercast import atlas
from bordercast.extraction import months
from bordercast.extraction.bygone import bygone
from bordercast.extraction.language import Language
from bordercast.extraction.months import MID_UNTIL, MIDDLE, Days, Resolver, day_of
from bordercast.vocabulary import Basis, Interval

# Older than this at publication is background, not news of this exodus. Judgement: a crisis is told from its
# start, and long wars are told from up to a year back.
HISTORICAL_AFTER = timedelta(days=400)
YEAR = 365
LONGEST_AHEAD = 4_000  # days
JOINED = re.compile(r"\s(?:to|until|through|–|—)\s(?:the )?")
WRITTEN = frozenset({"iso", "numeric", "day_month", "month_day", "day_range", "month_day_range"})
RECENT_DAYS = 7  # "in recent days", "in the past week"
JOINS = frozenset({"since", "until", "span_join", "span_open"})  # patterns that relate times, not times
# What cannot match a sentence without a digit, or without a month: most sentences have neither.
DIGIT = re.compile(r"\d")
MONTHLY = frozenset(
    {
        "week_of_month",
        "month_part",
        "day_range",
        "month_day_range",
        "day_month",
        "month_day",
        "month",
    }
)
NUMERIC = (MONTHLY - {"week_of_month", "month_part", "month"}) | {
    "day_of_month",
    "iso",
    "years",
    "numeric",
    "clock",
    "year",
}
RELATIVE = frozenset(
    [
        "day_before_yesterday",
        "yesterday",
        "overnight",
        "past",
        "back",
        "today",
        "tomorrow",
        "next",
        "next_week",
        "season",
        "holiday",
        "day_of_month",
        "coming",
        "weekend",
        "night_to",
        "day_last_week",
        "week_before_last",
        "last_week",
        "this_week",
        "recent",
        "last_month",
        "this_month",
        "year_part",
        "this_year",
        "last_year",
        "year_end",
        "weekday",
    ]
)
RANGE = re.compile(r"\d\D{1,6}\d")  # «с 21 по 26 сентября» has its end
UP_TO = re.compile(r"\s+(?:to|ending|until|up to|ended)(?: on)? (?:the )?")
EXPLAINED = r"\s+(?:from|since|to|between|ending|of|up to)?\s*(?:the )?"
SINCE_REACH = 110  # characters after "since" in which its date or event stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One time in a sentence: ``[start, end)`` in the sentence, first and last day, how it was resolved.

    ``since`` when it opens an interval that runs to the day it was said; ``until`` when it closes one.
    ``span`` in days when the text states a length ("in two days").
    """

    start: int
    end: int
    first: date
    last: date
    basis: Basis
    since: bool = False
    until: bool = False

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1


Mention = tuple[str, re.Match[str]]  # the name of the pattern that matched, and where


def mentions(folded: str, language: Language) -> list[Mention]:
    """Return every match of a date pattern in a lower-cased sentence, in the order in which they are tried."""
    without: set[str] = set(JOINS)
    if not DIGIT.search(folded):
        without |= NUMERIC
    if not language.monthly.search(folded):
        without |= MONTHLY
    if not language.temporal.search(folded):
        without |= RELATIVE
    return [
        (name, m)
        for name, pattern in language.dates.items()
        if name not in without
        for m in pattern.finditer(folded)
        if not (name == "past" and m[0].startswith("for ") and _waited(folded, m.start(), language))
    ]


def _waited(folded: str, start: int, language: Language) -> bool:
    """Whether "for three days" says how long people waited, which is a figure and no date."""
    return language.queue.search(folded, max(0, start - 40), start) is not None


def times(
    found: list[Mention],
    folded: str,
    published: date | None,
    language: Language,
    countries: frozenset[str] = frozenset(),
) -> list[Time]:
    """Return the times of a sentence, left to right. Without a publication day only full dates are resolved."""
    out: list[Time] = []
    busy: list[tuple[int, int]] = []
    for name, m in found:
        resolve = RESOLVERS.get(name)
        if resolve is None or any(m.start() < b and a < m.end() for a, b in busy):
            continue
        days = resolve(m, published, language)
        if days is not None:
            first, last, basis = days
            out.append(Time(start=m.start(), end=m.end(), first=first, last=last, basis=basis))
        if days is not None or name in WRITTEN:  # "31 September" is no day, and not all of September either
            busy.append(m.span())
    out.sort(key=lambda t: t.start)
    out = _lengths(folded, _spans(folded, out, language))
    if published and (out or language.dates["since"].search(folded)):
        out = [_judge(t, published) for t in _since(folded, out, published, language, countries)]
    return out


def spots(found: list[Mention]) -> list[tuple[int, int]]:
    """Return where times stand, resolved or not, so that "26" of "26 September" is nobody's head-count."""
    return [m.span() for _, m in found]


def interval(found: list[Time], published: date | None) -> Interval | None:
    """Return the interval of the first time given, or the day of publication, or None when that is unknown."""
    if found:
        t = found[0]
        return Interval(start=t.first, end=t.last, basis=t.basis)
    return Interval(start=published, end=published, basis=Basis.PUBLICATION) if published else None


def _judge(t: Time, published: date) -> Time:
    if published - t.last > HISTORICAL_AFTER or (published - t.first > HISTORICAL_AFTER and not t.since):
        return replace(t, basis=Basis.HISTORICAL)
    if t.first > published:
        return replace(t, basis=Basis.FUTURE)
    return t


def _spans(lower: str, found: list[Time], language: Language) -> list[Time]:
    """Join "between 19 February" and "23 March" into one time."""
    joined: list[Time] = []
    for t in found:
        if joined and language.dates["span_join"].fullmatch(lower[joined[-1].end : t.start]):
            last = joined[-1]
            opener = language.dates["span_open"].search(lower[max(0, last.start - 12) : last.start])
            plain = JOINED.fullmatch(lower, last.end, t.start)  # "24 February to 2 October" needs no "from"
            pair = _neighbours(last, t)
            if (
                (opener or plain or pair)
                and last.first <= t.last
                and (last.days == t.days == 1 or (opener and last.days < YEAR and t.days < YEAR))
            ):
                joined[-1] = replace(last, end=t.end, last=t.last)
                continue
        joined.append(t)
    return joined


def _neighbours(one: Time, two: Time) -> bool:
    """Whether two days follow each other, as in "on Saturday and Sunday": one stretch of two days."""
    days = one.basis is two.basis is Basis.RELATIVE and one.days == two.days == 1
    return days and two.first - one.last == timedelta(days=1)


def _lengths(lower: str, found: list[Time]) -> list[Time]:
    """Join a length and the day it ends on, "the three days to Sunday", and drop one that a date explains.

    "In the seven days from 19 to 25 September": the date says it all.
    """
    kept: list[Time] = []
    for i, t in enumerate(found):
        if kept and t.start < kept[-1].end:
            continue
        following = found[i + 1] if i + 1 < len(found) else None
        length = t.basis is Basis.RELATIVE and t.days > 1 and "day" in lower[t.start : t.end]
        if length and following and following.days == 1 and UP_TO.fullmatch(lower, t.end, following.start):
            first = following.last - timedelta(days=t.days - 1)
            kept.append(replace(following, start=t.start, first=first))
            continue
        if length and following and re.fullmatch(EXPLAINED, lower[t.end : following.start]):
            continue
        kept.append(t)
    return kept


def _since(
    lower: str, found: list[Time], published: date, language: Language, countries: frozenset[str]
) -> list[Time]:
    """Turn the time or event after "since" into an interval that runs to publication."""
    out = list(found)
    for m in language.dates["since"].finditer(lower):
        reach = lower[m.end() : m.end() + SINCE_REACH]
        stop = re.search(r"[;:]|\.\s|,\s(?!\d{4})", reach)
        end = m.end() + (stop.start() if stop else len(reach))
        inside = [
            t
            for t in out
            if (
                m.end() <= t.start < end or (t.start == m.start() and not RANGE.search(lower, t.start, t.end))
            )
            and t.first <= published
        ]
        event = event_in(lower[m.end() : end], published, countries)
        start: date | None = None
        basis = Basis.SINCE
        if event is not None and (not inside or inside[0].first <= event.date <= inside[0].last):
            start, basis = event.date, Basis.EVENT
        elif inside:
            start = inside[0].first
            if inside[0].last.day == MID_UNTIL and inside[0].days == MID_UNTIL // 2:
                start = start.replace(day=MIDDLE)  # "since mid-August"
        if start is None or start > published:
            continue
        close = max([t.end for t in inside[:1]] + [m.end()]) if event is None else end
        out = [t for t in out if t not in inside]
        out.append(Time(start=m.start(), end=close, first=start, last=published, basis=basis, since=True))
    for m in language.dates["until"].finditer(lower):
        after = [t for t in out if m.end() <= t.start <= m.end() + 3 and not t.since]
        if after:
            out[out.index(after[0])] = replace(after[0], until=True, start=m.start())
    out.sort(key=lambda t: t.start)
    # "between 21 September and ..." is joined above; "since 21 September ... as of 26 September" ends the first
    ends = [t for t in out if t.until]
    return [
        replace(t, last=ends[0].last) if t.since and ends and t.first <= ends[0].last <= published else t
        for t in out
    ]


def event_in(phrase: str, published: date, countries: frozenset[str] = frozenset()) -> atlas.Event | None:
    """Return the latest event of the atlas that a phrase speaks of and that lies before publication.

    ``countries`` are those the report names: "the mobilisation" of a report on Malawi is not Russia's. A report
    that names none leaves the event open.
    """
    for event, named in _events():
        if countries and event.country not in countries:
            continue
        if event.date <= published and published - event.date < HISTORICAL_AFTER * 2 and named.search(phrase):
            return event
        begun = BEGUN.get(event.term)
        if begun and countries and begun.match(phrase) and published - event.date < HISTORICAL_AFTER * 2:
            return event
    return None


# What a report calls the beginning of "the war" or "the invasion" whose country it names elsewhere.
BEGUN = {
    "war": re.compile(
        r"\W*(?:the )?(?:\w+ )?(?:fighting|war|conflict|hostilities|clashes|violence) (?:first )?(?:broke out|began|started|erupted)"
        r"|\W*(?:the )?(?:start|outbreak|beginning) of (?:the )?(?:fighting|war|conflict|hostilities)"
        r"|\W*(?:начала|момента начала) (?:войны|боев|боёв|конфликта|боевых действий)"
    ),
    "invasion": re.compile(
        r"\W*(?:the )?(?:[\w-]+ ){0,2}?(?:invasion|war|fighting|hostilities)(?: (?:of|in|against) \w+)? (?:began|started|broke out)"
        r"|\W*(?:the )?(?:start|beginning|outbreak) of (?:the )?(?:[\w-]+ ){0,2}?(?:invasion|war|fighting|hostilities)"
        r"|\W*(?:начала|момента начала) (?:\w+ )?(?:вторжения|войны|боевых действий)"
        r"|\W*(?:початку) (?:\w+ )?(?:вторгнення|війни)"
    ),
}


@cache
def _events() -> tuple[tuple[atlas.Event, re.Pattern[str]], ...]:
    """Return the events of the atlas, latest first, with one pattern for all their names."""
    latest = sorted(atlas.events(), key=lambda e: e.date, reverse=True)
    return tuple(
        (event, re.compile("|".join(f"(?:{name})" for name in event.names)))
        for event in latest
        if event.names
    )


def _day(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    found = day_of(m["d"], m["m"], m["y"], published, language)
    return (found, found, Basis.EXPLICIT) if found else None


def _day_range(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    last = day_of(m["d2"], m["m"], m["y"], published, language)
    first = day_of(m["d"], m["m"], m["y"], published, language)
    return (first, last, Basis.EXPLICIT) if first and last and first <= last else None


def _week_to(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    """Resolve "in the week to 25 September", "the week to Sunday": seven days, the one named included."""
    if m.groupdict().get("w"):
        named = _weekday(m, published, language)
        last = named[1] if named else None
    else:
        last = day_of(m["d"], m["m"], m["y"], published, language)
    return (last - timedelta(days=6), last, Basis.EXPLICIT) if last else None


def _coming(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    """Resolve "in the coming six months", counted from publication."""
    n = _count(m, language)
    unit = next((u for u in UNIT_DAYS if m.groupdict().get(u)), None)
    if published is None or n is None or unit is None or n * UNIT_DAYS[unit] > LONGEST_AHEAD:
        return None
    if unit in ("month", "year"):
        months = published.month - 1 + round(n) * (12 if unit == "year" else 1)
        year, month = published.year + months // 12, months % 12 + 1
        last = date(year, month, min(published.day, monthrange(year, month)[1]))
    else:
        last = published + timedelta(days=max(1, round(n * UNIT_DAYS[unit])))
    return published, last, Basis.FUTURE


def _ago(first: int, last: int) -> Resolver:
    """Resolve to days counted back from publication."""

    def resolve(_: re.Match[str], published: date | None, __: Language) -> Days | None:
        if published is None:
            return None
        return published - timedelta(days=first), published - timedelta(days=last), Basis.RELATIVE

    return resolve


def _weekday(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    if published is None:
        return None
    number = language.weekdays.get(m["w"])
    if number is None:
        return None
    back = (published.weekday() - number) % 7
    said = m.groupdict()
    if said.get("last") and back == 0:
        back = 7
    if said.get("before"):
        back += 7
    if said.get("next"):
        back -= 7
    if said.get("week"):  # "Tuesday last week"
        back = published.weekday() + 7 - number
    day = published - timedelta(days=back)
    return day, day, Basis.RELATIVE


def _night_to(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    """Resolve «в ночь на вторник», "overnight into Tuesday": the day before and the day named."""
    if m.groupdict().get("w"):
        named = _weekday(m, published, language)
    else:
        day = day_of(m["d"], m["m"], None, published, language)
        named = (day, day, Basis.EXPLICIT) if day else None
    return (named[0] - timedelta(days=1), named[1], named[2]) if named else None


def _week(weeks: int) -> Resolver:
    """Resolve to a calendar week, Monday to Sunday, so many weeks before the one of publication."""

    def resolve(_: re.Match[str], published: date | None, __: Language) -> Days | None:
        if published is None:
            return None
        monday = published - timedelta(days=published.weekday() + 7 * weeks)
        last = monday + timedelta(days=6)
        return monday, min(last, published) if weeks == 0 else last, Basis.RELATIVE

    return resolve


def _weekend(_: re.Match[str], published: date | None, __: Language) -> Days | None:
    if published is None:
        return None
    back = (published.weekday() - 5) % 7
    saturday = published - timedelta(days=back)
    return saturday, min(saturday + timedelta(days=1), published), Basis.RELATIVE


PLURAL = re.compile(r"(?:days|weeks|дни|дней|недели|недель|месяцы|месяцев)$")
UNIT_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.0, "year": 365.0}


def _count(m: re.Match[str], language: Language) -> float | None:
    said = m["n"] or "1"
    if said in ("a", "an"):
        return 1.0
    return float(said) if said.isdigit() else language.small_words.get(said)


def _past(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    """Resolve "in the past three days", "in two days", "within 24 hours"."""
    n = _count(m, language)
    unit = next((u for u in UNIT_DAYS if m.groupdict().get(u) or m.groupdict().get(f"x{u}")), None)
    if published is None or n is None or unit is None:
        return None
    if m["n"] is None and PLURAL.search(m[0]):  # "in the last days": more than one, nobody says how many
        n = RECENT_DAYS / UNIT_DAYS[unit] if unit == "day" else 2.0
    days = max(1, round(n * UNIT_DAYS[unit]))
    return (published - timedelta(days=days - 1), published, Basis.RELATIVE) if days < 4000 else None


def _back(m: re.Match[str], published: date | None, language: Language) -> Days | None:
    """Resolve "three days ago", "a week earlier"."""
    n = _count(m, language)
    unit = next((u for u in UNIT_DAYS if m.groupdict().get(u)), None)
    if published is None or n is None or unit is None or n * UNIT_DAYS[unit] > 40_000:
        return None
    day = published - timedelta(days=round(n * UNIT_DAYS[unit]))
    return day, day, Basis.RELATIVE


def _ahead(days: int) -> Resolver:
    def resolve(_: re.Match[str], published: date | None, __: Language) -> Days | None:
        return (
            (published + timedelta(days=1), published + timedelta(days=days), Basis.FUTURE)
            if published
            else None
        )

    return resolve


# In the order in which they are tried: the longer pattern before the shorter one inside it.
RESOLVERS: dict[str, Resolver] = {
    "iso": _day,
    "bygone": bygone,
    "week_to": _week_to,
    "years": months.years,
    "week_of_month": months.week_of_month,
    "month_part": months.part_of_month,
    "coming": _coming,
    "day_range": _day_range,
    "month_day_range": _day_range,
    "day_month": _day,
    "month_day": _day,
    "numeric": _day,
    "day_before_yesterday": _ago(2, 2),
    "night_to": _night_to,
    "yesterday": _ago(1, 1),
    "overnight": _ago(1, 0),
    "past": _past,
    "back": _back,
    "today": _ago(0, 0),
    "tomorrow": _ahead(1),
    "next_week": _week(-1),
    "next": _ahead(7),
    "weekend": _weekend,
    "day_last_week": _weekday,
    "week_before_last": _week(2),
    "last_week": _week(1),
    "this_week": _week(0),
    "recent": _ago(RECENT_DAYS - 1, 0),
    "last_month": months.last_month,
    "this_month": months.this_month,
    "year_part": months.part_of_year,
    "season": months.season,
    "holiday": months.holiday,
    "this_year": months.this_year,
    "last_year": months.last_year,
    "year_end": months.year_end,
    "weekday": _weekday,
    "day_of_month": months.day_of_month,
    "month": months.whole_month,
    "year": months.whole_year,
}
