"""Over which time a figure counts: a running total, a day, a rate, a stated stretch."""

import re

from bordercast.extraction.drafts import Line
from bordercast.extraction.numbers import Figure
from bordercast.vocabulary import Basis, Hedge, Interval, Kind, Measure

CLAUSE = re.compile(r"[,;:#]|\.\s|\b(?:and|but|while|и|а|но)\b")
AROUND = 70  # characters before a figure in which "in total" or "by Tuesday evening" bears on it


def measure(
    line: Line, figure: Figure, when: Interval | None, kind: Kind, verb: tuple[int, int] | None = None
) -> Measure:
    """Return the measure of a counted movement; ``verb`` is where its word of movement stands."""
    if kind is Kind.STOCK:
        return Measure.POINT
    worded = _worded(line, figure)
    if worded:
        return worded
    since = when is not None and when.basis in (Basis.SINCE, Basis.EVENT)
    if since or (figure.hedge is not Hedge.VAGUE and _running(line, figure, when, verb)):
        return Measure.CUMULATIVE
    if when is None or when.basis is Basis.PUBLICATION or when.start is None or when.end is None:
        return Measure.UNSPECIFIED
    if when.basis is Basis.HISTORICAL:
        return Measure.PERIOD if figure.value else Measure.UNSPECIFIED
    return Measure.DAILY if when.start == when.end else Measure.PERIOD


def _worded(line: Line, figure: Figure) -> Measure | None:
    """Return the measure that words beside the figure name: a capacity, a rate, an increment."""
    language, mask = line.language, line.mask
    before, after = max(0, figure.start - AROUND), min(len(mask), figure.until + 60)
    rest = CLAUSE.search(mask, figure.until)
    rate = figure.per or language.daily.search(
        mask, before, min(rest.start() if rest else len(mask), figure.until + 90)
    )
    if (rate or figure.hedge is Hedge.UP_TO) and language.capacity.search(mask, before, after):
        return Measure.CAPACITY
    if rate:
        return Measure.DAILY_RATE
    if figure.unit != "percent" and language.further.search(mask, max(0, figure.start - 18), figure.until):
        return Measure.INCREMENT
    return None


def _running(line: Line, figure: Figure, when: Interval | None, verb: tuple[int, int] | None) -> bool:
    """Whether a figure is a running total: "by noon 900 had come", "have arrived so far", "in all"."""
    language, mask = line.language, line.mask
    if when and when.start != when.end:
        return False
    until = any(t.until and not t.since for t in line.free_times())
    if until or language.by_now.search(mask, 0, len(mask)):
        return True
    dated = (
        when is not None
        and when.basis is not Basis.PUBLICATION
        and when.end is not None
        and not _said_then(line, when)
    )
    if dated:
        return False
    if language.total.search(mask, max(0, figure.start - AROUND), min(len(mask), figure.until + 45)):
        return True
    return verb is not None and bool(language.perfect.search(mask, max(0, verb[0] - 26), verb[1]))


def _said_then(line: Line, when: Interval) -> bool:
    return any(line.sentence.times[i].last == when.end for i in line.dating)
