"""Figures that lean on the claim before them: rows of a list, parts of a total, "the day before it had been 3,133"."""

import re
from dataclasses import replace

from msgspec import Struct, structs

from bordercast.extraction.drafts import Line
from bordercast.extraction.measures import measure
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Named, Part
from bordercast.vocabulary import Claim, Interval, Kind, Measure, Modality

ANSWER = 260  # characters after a question within which a figure answers it
OPENING = 25  # characters at the start of a sentence in which an answer's figure stands
FEW = 10.0  # a bare smaller number answers something else
CLAUSE_OVER = re.compile(
    r"(?: (?:or more|people|persons|человек|or so|in all|so far))?(?=\s*(?:[.,;:!?)\"”»*]|--|[—–]|$)|\s(?:the|a) (?:day|week|month|year) (?:before|earlier)|\s(?:on|by|in|until|as of|yesterday|today|и|в|на|к)\s)"
)
GAP_BEFORE = re.compile(
    r"\s(?:[—–-]\s)?(?:(?:had|has|some|about|around|nearly|another|over|more than|at least|около|более|ещё|еще)\s)*"
)
GAP_AFTER = re.compile(
    r"\s(?:[—–-] )?(?:people |persons |others |more |человек )?(?:on |north |south |east |west |northwards |southwards )?(?:to|into|in|for|at|в|на)\s(?:the )?"
)
RATES = frozenset({"day", "hour", "week"})
NEXT = 220  # characters after a claim within which a sentence may lean on it
LISTED = 700  # ... and a list or table, whose lead-in and header stand between
MOVED = frozenset({Kind.FLOW, Kind.ONWARD, Kind.RETURN})
COUNTED = MOVED | {Kind.STOCK, Kind.SHELTER}
SHORT_SENTENCE = 170  # characters; a longer sentence says what it counts
# Between a place and its figure, as in a row "Kigali | 510" or in prose "Kigali hosts 510"
BEFORE_FIGURE = re.compile(
    r"\s*(?:[:|—–-]|there (?:are|were)|has|have|had|hosts?|took|with|about|some|nearly|over|принял\w*|—)?\s*(?:[:|—–-]\s*)?"
)
# "1305 человек разместили в Сюнике, 833 — в Гегаркунике", "810 in Vayots Dzor"
AFTER_FIGURE = re.compile(
    r"\s*(?:of them |people |persons |человек\w* |семей )?(?:\w+ )?(?:[—–-]\s*)?(?:in|at|to|в|во|на)\s+(?:the )?"
)
# the stretches are bounded because each may stand for the next: a row of five hundred "#" is read in no time
ROW = re.compile(
    r"^[\W_]{0,60}(?:§{1,60}[\W_]{0,60}#{1,60}|#{1,60}[\W_]{0,60}(?:in |в )?§{1,60})"
    r"(?:\s{0,9}(?:people|persons|families|человек\w{0,9}|семей))?[\W_]*+$"
)
COMPARED = re.compile(
    r"(?:(?:up|down) from|against|compared (?:with|to)|from|than|после|против|с)\s+(?:the |about |around |some |only )*$"
)
CLOSING = re.compile(
    r"(?:^|[\s:])#+\W*$|(?<!\w)(?:was|were|been|stood|figure|number|total|count|against|from|to|compared|then|is|reached|fell|rose|dropped|numbered)(?!\w)"
    r"|(?:было|составил\w*|против|число|показатель|счёт|счет)"
)


class Pair(Struct, frozen=True):
    """A figure and the place it belongs to in a list."""

    figure: Figure
    place: Named


def rows(line: Line, used: set[int]) -> list[Claim]:
    """Return a claim for each place and figure of a list that goes on with the count before it."""
    template = _template(line, LISTED)
    if template is None or template.quantity is None:
        return []
    if template.kind is Kind.STOCK and any(
        motion.kind in MOVED and not motion.weak for motion, _ in line.motions()
    ):
        return []  # a verb of movement of its own: "another 120,000 have crossed to Chad, 76,000 to Egypt"
    pairs = _pairs(line)
    row = len(pairs) == 1 and bool(ROW.match(line.mask))
    if not (row or len(pairs) >= 2):
        return []
    free = line.free_times()
    found = []
    for pair in pairs:
        used.add(pair.figure.start)
        found.append(
            _placed(
                line,
                template,
                pair,
                line.when((pair.figure.start, pair.figure.until)) if free else template.interval,
            )
        )
    return found


def part_of(line: Line, figure: Figure) -> bool:
    """Whether a figure is a part of the total before it: "of them 1,060", "257 of whom"."""
    language, mask = line.language, line.mask
    return bool(
        language.part_before.search(mask, max(0, figure.start - 70), figure.start)
        or language.part_after.match(mask, figure.end)
        or (
            language.part_noun.match(mask, figure.end)
            and any(f.end < figure.start for f in line.sentence.figures)
        )
    )


def parted(line: Line, figure: Figure) -> Claim | None:
    """Return the claim of a part that moved with its total: "among them were 400 men"."""
    last = line.setting.counted
    if last is None or last.quantity is None or not part_of(line, figure) or not _near(line, last, NEXT):
        return None
    if figure.unit not in (None, "person", last.quantity.unit) or last.kind not in COUNTED:
        return None
    population = line.language.part_noun.match(line.mask, figure.end)
    words = line.sentence.text[figure.end : population.end()].strip() if population else None
    again = _again(line, last, figure, when=last.interval, how=last.measure)
    return again.but(population=words) if words else again


def elliptical(line: Line, figure: Figure) -> Claim | None:
    """Return the claim of "The Friday before, it had been 2,040": a figure that leans on the claim before it."""
    last = _leaned_on(line)
    if last is None or last.quantity is None or last.quantity.unit == "percent":
        return None
    if figure.unit not in (None, "person", last.quantity.unit) or _year_like(figure):
        return None
    if _restated(line, figure) and not line.free_times():
        return _again(line, last, figure, when=last.interval, how=last.measure)
    when = line.when((figure.start, figure.until))
    if figure.per in RATES and last.kind in MOVED:  # "We are seeing 4,000 a day"
        return _again(line, last, figure, when=when, how=Measure.DAILY_RATE)
    if _answers(line, figure, last) or _restated(line, figure):
        return _again(line, last, figure, when=when, how=_measure_again(line, figure, when, last))
    return _gap(line, figure, last) or _goes_on(line, figure, last, when)


def same_verb(line: Line, figure: Figure) -> Claim | None:
    """Return the claim of a figure that shares the verb before it: "120,000 have crossed to Chad, 76,000 to Egypt"."""
    last = line.setting.counted
    if last is None or last.kind not in MOVED or last.quantity is None or last.quantity.unit == "percent":
        return None
    return _gap(line, figure, last)


def _goes_on(line: Line, figure: Figure, last: Claim, when: Interval | None) -> Claim | None:
    """Return the claim of a running total ("in all 900"), a tally, or a figure that little but its day stands by."""
    if line.language.total.search(line.mask, max(0, figure.start - 45), figure.start) and figure.unit is None:
        return _again(line, last, figure, when=when, how=Measure.CUMULATIVE) if last.kind in MOVED else None
    # "puts the total at 19,000": people, whatever was counted in between
    tallied = line.language.tally.search(line.mask, max(0, figure.start - 110), figure.start)
    if not tallied and not (
        line.free_times() and (_compares(line, figure, last) or _stands_alone(line, figure))
    ):
        return None
    if tallied and figure.unit is None:
        figure = structs.replace(figure, unit="person")
    return _again(line, last, figure, when=when, how=_measure_again(line, figure, when, last))


def _restated(line: Line, figure: Figure) -> bool:
    """Whether a bare figure is somebody's for the same thing: "the rebels put it at 600"."""
    if figure.unit is not None or not _closed(line, figure):
        return False
    return line.language.restated.search(line.mask, max(0, figure.start - 60), figure.start) is not None


def _leaned_on(line: Line) -> Claim | None:
    """Return the claim that a bare figure may go on with: the nearest before it, a question's for its answer."""
    setting = line.setting
    found = [c for c in (setting.counted, setting.toll) if c is not None and _near(line, c, NEXT)]
    if setting.asked is not None and _near(line, setting.asked, ANSWER):
        found.append(setting.asked)
    return max(found, key=lambda c: c.evidence[-1].end, default=None)


def _answers(line: Line, figure: Figure, last: Claim) -> bool:
    """Whether a figure answers the question just asked: it stands alone, or opens the sentence."""
    if last is not line.setting.asked or (figure.value is not None and figure.value < FEW):
        return False
    return figure.unit in (None, "person") and (figure.start <= OPENING or _closed(line, figure))


def _closed(line: Line, figure: Figure) -> bool:
    """Whether nothing follows that the figure could count: the clause, or the sentence, ends."""
    return CLAUSE_OVER.match(line.mask, figure.end) is not None


def _gap(line: Line, figure: Figure, last: Claim) -> Claim | None:
    """Return the claim of a figure whose verb is left out: "took in 700, Liberia 14,000", "... and 5,000 to Chad"."""
    if (
        last.evidence[-1].start < line.sentence.start
        or figure.unit not in (None, "person")
        or any(line.sentence.figures[0].start <= t.start < figure.end for t in line.free_times())
    ):  # a time before or after the figures is the whole list's
        return None
    for p in line.sentence.places:
        if p.iso3 is None or line.parts[p.start] is Part.PEOPLE:
            continue
        before = p.end <= figure.start and GAP_BEFORE.fullmatch(line.mask, p.end, figure.start)
        after = p.start >= figure.end and GAP_AFTER.fullmatch(line.mask, figure.end, p.start)
        if before or after:
            return _placed(line, last, Pair(figure, p), last.interval)
    return None


def _compares(line: Line, figure: Figure, last: Claim) -> bool:
    """Whether a figure is set against the one before it in its sentence: "5,100, up from 4,200 a day earlier"."""
    same_sentence = line.sentence.start <= last.evidence[-1].start
    compared = COMPARED.search(line.mask, max(0, figure.start - 30), figure.start)
    return figure.unit is None and same_sentence and compared is not None


def _stands_alone(line: Line, figure: Figure) -> bool:
    """Whether a short sentence says little but the figure and its day."""
    if len(line.sentence.text) >= SHORT_SENTENCE or any(not f.counted for f in line.sentence.figures):
        return False
    return figure.unit is not None or CLOSING.search(line.mask) is not None


def corrected(line: Line, figure: Figure) -> Claim | None:
    """Return the denied claim of a figure that was wrong: "500, not 600", after or before the right one."""
    last = line.setting.counted
    if last is None or last.quantity is None or not _near(line, last, LISTED):
        return None
    if not line.language.corrected.search(line.mask, max(0, figure.start - 20), figure.start):
        return None
    if figure.unit not in (None, last.quantity.unit):
        return None
    return _again(line, last, figure, when=last.interval, how=last.measure).but(modality=Modality.DENIED)


def same_time(line: Line) -> tuple[Interval, Measure] | None:
    """Return the time and measure of the claim before, when the sentence says "over the same period"."""
    last = line.setting.counted
    if last is None or last.interval is None or not line.language.same_time.search(line.mask):
        return None
    return last.interval, last.measure


def _measure_again(line: Line, figure: Figure, when: Interval | None, last: Claim) -> Measure:
    if last.kind in (Kind.STOCK, Kind.SHELTER):
        return last.measure
    found = measure(line, figure, when, last.kind)
    return last.measure if found is Measure.UNSPECIFIED else found


def _again(line: Line, last: Claim, figure: Figure, *, when: Interval | None, how: Measure) -> Claim:
    assert last.quantity is not None
    return line.claim(
        last.kind,
        last.term,
        (figure.start, figure.until),
        quantity=replace(figure.quantity(last.quantity.unit), unit=figure.unit or last.quantity.unit),
        measure=how,
        population=last.population,
        origin=last.origin,
        destinations=last.destinations,
        via=last.via,
        at=last.at,
        when=when,
        voice=None if line.voices else last.attribution,
        status=last.status if last.kind is Kind.SHELTER else None,
    )


def _placed(line: Line, template: Claim, pair: Pair, when: Interval | None) -> Claim:
    assert template.quantity is not None
    here = pair.place.where
    abroad = template.origin is not None and pair.place.country not in (template.origin, None)
    # rows of countries are where people went; rows of a country's regions are too, when the lead-in says "into"
    moved = template.kind in MOVED and (bool(template.destinations) or abroad)
    return line.claim(
        template.kind,
        template.term,
        (pair.figure.start, pair.figure.until),
        quantity=replace(
            pair.figure.quantity(template.quantity.unit), unit=pair.figure.unit or template.quantity.unit
        ),
        measure=template.measure,
        population=template.population,
        origin=template.origin,
        destinations=(here,) if moved else template.destinations,
        at=None if moved else here,
        when=when,
        voice=None if line.voices else template.attribution,
        status=template.status,
    )


def _pairs(line: Line) -> list[Pair]:
    """Return the figures of a sentence that stand right beside a place of their own."""
    found: list[Pair] = []
    taken: set[int] = set()
    places = [p for p in line.sentence.places if line.parts[p.start] is not Part.PEOPLE and p.iso3]
    for figure in line.sentence.figures:
        if not figure.counted or figure.unit not in (None, "person", "household"):
            continue
        for p in places:
            before = p.end <= figure.start and BEFORE_FIGURE.fullmatch(line.mask, p.end, figure.start)
            after = p.start >= figure.end and AFTER_FIGURE.fullmatch(line.mask, figure.end, p.start)
            if (before or after) and p.start not in taken:
                taken.add(p.start)
                found.append(Pair(figure, p))
                break
    return found


def _template(line: Line, reach: int) -> Claim | None:
    last = line.setting.counted
    if last is None or last.kind not in COUNTED or last.measure in (Measure.CHANGE, Measure.SHARE):
        return None
    return last if _near(line, last, reach) else None


def _near(line: Line, last: Claim, reach: int) -> bool:
    return line.sentence.start - last.evidence[-1].end < reach


def _year_like(figure: Figure) -> bool:
    return figure.value is not None and 1900 <= figure.value <= 2100 and figure.end - figure.start == 4
