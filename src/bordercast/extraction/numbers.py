"""Figures in text: how much, how sure, of what."""

import math
import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from bordercast.extraction.language import Language
from bordercast.vocabulary import Hedge, Quantity
from bordercast.vocabulary.claim import bounds, grain

# 1,234,567 / 260 000 / 5,82,000 (Indian) / 1.5 / 1,5 ; a letter or digit glued to either side makes it something else (Su-25,
# B1), unless it is a word that lost its space to a PDF ("at least140,000")
DIGITS = re.compile(
    r"(?:(?<![\w.,:/#№§])(?<!(?<!\d)-)|(?<=[a-z]{3})(?=\d{1,3}(?:,\d{3})+(?!\d)))(\d{1,3}(?:[ \u00a0\u202f',.]\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])|\d+)"
    r"(?:[.,](\d{1,2})(?!\d))?(?![\w]*[:/]\d)(?!\d*['’]?s\b)"
)
MONEY_BEFORE = re.compile(r"(?:[$€£₽₸₺¥]|usd|eur|rub|us\$)\s?$", re.IGNORECASE)
LOOSE = frozenset({"vehicle", "household", "dwelling"})
BETWEEN = re.compile(
    r"(?<!\w)(?:were|was|are|is|had|have|has|by|from|in|on|at|to|who|that|which|в|на|из|у|по)(?!\w)"
)
SHARING = re.compile(r"\s(?:or|and|to|или|и)\s(?:[a-z]+\s){0,2}?")
BETWEEN_TWO = re.compile(r"(?<!\w)(?:between|from)\s(?:[\w§]+\s){0,2}$")
CHANGED = re.compile(
    r"(?<!\w)(?:r[oi]se[ns]?|climb(?:ed|s)?|gr[eo]wn?|jump(?:ed|s)?|surged|soared|swelled|increased|went up|f[ae]ll(?:en|s)?|dropped|declined"
    r"|decreased|shrank|shrunk|slowed|eased|went down|doubled|tripled|slackened)\s(?:[\w-]+\s){0,4}?from\s(?:[a-z]+\s){0,2}$"
)
MOVED_BETWEEN = re.compile(r"(?<!\w)(?:as|evacuated|displaced|killed|dead|injured|fled|flee|left)(?!\w)")
MOST = 30  # figures of one sentence; more is a table or damaged text
LONGEST_NUMBER = 15  # digits; more is an identifier, not a count of people
DIGIT = re.compile(r"\d")
YEAR_BEFORE = re.compile(r"(?<!\w)(?:in|of|since|by|until|from|year|and|to|в|с|до|за|к)\s$")
ORDINAL = re.compile(r"(?:st|nd|rd|th|-?(?:[йяе]|го|го|му?|х))\b")
# "two-room", "half-hour": a number inside an adjective; "40-kilometre", "20-odd" and "5-6" stay
COMPOUND = re.compile(r"-(?!km|kilom|hour|day|odd|strong|км|тысяч|час)[^\W\d_]{2,}")
MORE_INSIDE = re.compile(r"(?<!\w)с лишним(?!\w)")  # «двести с лишним тысяч»
LETTERS = re.compile(r"[^\W\d_]+")
WORDS = re.compile(r"\w+")
GLUE = re.compile(r"[\s-]{1,2}")
SCALE = re.compile(r"[\s\u00a0-]{0,2}([^\W\d_]+\.?)")
LAST_WORD = re.compile(r"([^\W\d_]+)\.?$")
NO_DIGIT = re.compile(r"\D")
NOUN_STOP = re.compile(r"[.;:!?()—–\"»”]|,\s|\s-+\s|#|\s(?:and|or|и|или)\s\d|\swith\s\d")
REACH = 60  # characters after a figure in which its noun may stand


class Figure(Struct, frozen=True, kw_only=True):
    """One figure in a sentence; offsets into the sentence. ``unit`` is None when no noun follows."""

    start: int
    end: int  # of the number itself
    until: int  # of the noun phrase it counts
    value: float | None
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str | None
    per: str | None
    noun: str  # the words between the number and the end of its noun, lower case
    counted: bool  # False when the noun shows that it is money, an age, a score

    def quantity(self, unit: str | None = None) -> Quantity:
        """Return the figure as a quantity of its own unit, or of the one given."""
        return Quantity(
            value=self.value,
            low=self.low,
            high=self.high,
            hedge=self.hedge,
            unit=self.unit or unit or "person",
            per=self.per,
        )


class Number(Struct, frozen=True):
    """A number before its noun is known: ``value`` is None when it only has bounds, ``share`` when it is a part."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    share: bool = False
    ranged: bool = False


def figures(lower: str, taken: list[tuple[int, int]], language: Language) -> list[Figure]:
    """Return the figures of a sentence in lower case, left to right; ``taken`` are spans (dates, times) that are none."""
    raw = _ranges(_numbers(lower, taken, language), lower, language)
    found = [_figure(number, lower, language) for number in raw[:MOST]]
    for i in reversed(range(len(found) - 1)):  # "100,480 or 100,490 people": both count people
        shared = (
            found[i].unit is None
            and found[i].counted
            and SHARING.fullmatch(lower, found[i].end, found[i + 1].start)
        )
        if shared and found[i + 1].counted and found[i + 1].unit in ("person", "household", "vehicle"):
            found[i] = replace(found[i], unit=found[i + 1].unit, noun=found[i + 1].noun)
    return found


def _figure(number: Number, lower: str, language: Language) -> Figure:
    before, after = lower[max(0, number.start - 40) : number.start], lower[number.end : number.end + REACH]
    low, high = number.low, number.high
    if number.value is None:
        hedge = Hedge.RANGE if number.ranged else Hedge.VAGUE
    else:
        hedge = _hedge(before, after, language)
    unit, until, noun, counted = _noun(lower, number.end, language)
    turned = next((u for p, u in language.inverted if p.search(before)), None) if unit is None else None
    if number.value is not None:
        hedge = Hedge.APPROX if turned and hedge is Hedge.EXACT else hedge
        if hedge is Hedge.EXACT and MORE_INSIDE.search(lower, number.start, number.end):
            hedge = Hedge.MORE_THAN
        low, high = bounds(number.value, hedge)
    unit = unit or turned
    return Figure(
        start=number.start,
        end=number.end,
        until=number.end if number.share else until,
        value=number.value,
        low=low,
        high=high,
        hedge=hedge,
        unit="percent" if number.share else unit,
        per=_per(lower, until, language),
        noun="" if number.share else noun,
        counted=(counted or number.share)
        and not MONEY_BEFORE.search(before)
        and not language.labels.search(before)
        and not (unit is None and _year_like(number, lower)),
    )


def _year_like(number: Number, lower: str) -> bool:
    """Whether a bare number reads as a year: "in 2022"."""
    digits = lower[number.start : number.end]
    return (
        len(digits) == 4
        and digits.isdigit()
        and 1900 <= int(digits) <= 2100
        and bool(YEAR_BEFORE.search(lower, 0, number.start))
    )


def _ranges(raw: list[Number], lower: str, language: Language) -> list[Number]:
    """Join "5,000 to 6,000" and "5-6 thousand" into one number with bounds."""
    joined: list[Number] = []
    for number in raw:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.value is not None
            and number.value is not None
            and not (last.share or number.share)
            and language.range_between.fullmatch(lower, last.end, number.start)
            and not _two_counts(lower, last, number)
        ):
            low = last.value
            scale = _scaled(lower, number, language)
            if (
                scale
                and low * scale <= number.value * 1.001
                and low < scale
                and not _scaled(lower, last, language)
            ):
                low *= scale  # "5-6 thousand", "ten to twenty thousand"
            if low < number.value and not _alternatives(
                lower[last.end : number.start], low, number.value, language
            ):
                joined[-1] = Number(last.start, number.end, None, low, number.value, ranged=True)
                continue
        joined.append(number)
    return joined


def _two_counts(lower: str, first: Number, second: Number) -> bool:
    """Whether two numbers are no range: "from 300 to 9,000" after "rose", "200,000 and 250,000" without "between"."""
    between, before = lower[first.end : second.start].strip(), lower[: first.start]
    if between == "and":
        return not BETWEEN_TWO.search(before)
    return between == "to" and CHANGED.search(before) is not None


def _alternatives(between: str, low: float, high: float, language: Language) -> bool:
    """Whether "5,110 or 5,120" are two figures rather than the ends of a range: "or" between near-equal counts."""
    return bool(language.either.search(between)) and low >= 1000 and high / low < 1.01


def _numbers(lower: str, taken: list[tuple[int, int]], language: Language) -> list[Number]:
    """Return the numbers of a text: parts of a whole, vague words, digits with scales, spelled-out."""
    candidates: list[Number] = []
    worded = language.worded.search(lower) is not None
    if worded:
        candidates += _parts(lower, language)
        candidates += _vague(lower, language)
    if DIGIT.search(lower):
        candidates += _digits(lower, language)
    if worded:
        candidates += (n for n in _spelled(lower, language) if not _compound(lower, n.end, language))
    busy = bytearray(len(lower))
    for start, end in taken:
        busy[start:end] = b"\x01" * (end - start)
    found: list[Number] = []
    for number in sorted(
        candidates, key=lambda n: n.start - n.end
    ):  # the longest first, else as they were tried
        if not any(busy[number.start : number.end]):
            busy[number.start : number.end] = b"\x01" * (number.end - number.start)
            found.append(number)
    return sorted(found, key=lambda n: n.start)


def _compound(lower: str, end: int, language: Language) -> bool:
    """Whether a number is part of an adjective ("two-room"), not the first end of a range («двое-трое»)."""
    m = COMPOUND.match(lower, end)
    return m is not None and m[0].lstrip("-") not in {*language.small_words, *language.scales}


def _parts(lower: str, language: Language) -> Iterator[Number]:
    """Yield "a third of" and "three in five" as per cents."""
    table = language.fractions
    for m in table.part.finditer(lower):
        yield Number(m.start(), m.end(), round(table.parts[m[1]], 1), share=True)
    for m in table.ratio.finditer(lower):
        few, many = table.counts[m[1]], table.counts[m[2]]
        if few < many:
            yield Number(m.start(), m.end(), round(100.0 * few / many, 1), share=True)


def _vague(lower: str, language: Language) -> Iterator[Number]:
    for pattern, label in language.vague:
        for m in pattern.finditer(lower):
            low, high = label.split("-")
            yield Number(m.start(), m.end(), None, float(low), float(high))


def _digits(lower: str, language: Language) -> Iterator[Number]:
    for m in DIGITS.finditer(lower):
        whole = NO_DIGIT.sub("", m[1])
        if len(whole) > LONGEST_NUMBER or COMPOUND.match(lower, m.end()):
            continue
        value = float(whole) + (float(f"0.{m[2]}") if m[2] else 0.0)
        scale, end = _scale(lower, m.end(), language)
        if scale == 1.0 and m[2] is None and ORDINAL.match(lower, m.end()):
            continue
        yield Number(m.start(), end, value * scale)


def _scale(lower: str, end: int, language: Language) -> tuple[float, int]:
    m = SCALE.match(lower, end, min(len(lower), end + 20))
    if m:
        word = m[1]
        for form in (word, word.rstrip(".")):
            if form in language.scales:
                return language.scales[form], m.start(1) + len(form)
    return 1.0, end


def _scaled(lower: str, number: Number, language: Language) -> float:
    """Return the scale word inside a number ("6 thousand" -> 1000), or 0 when it has none."""
    last = LAST_WORD.search(lower[number.start : number.end])
    return language.scales.get(last[1], 0.0) if last else 0.0


def _spelled(lower: str, language: Language) -> list[Number]:
    """Return numbers written in words: "nine hundred and twenty-one", "half a million", «двадцать тысяч»."""
    found: list[Number] = []
    run: list[Word] = []
    for m in LETTERS.finditer(lower):
        word = m[0]
        known = word in language.small_words or (
            word in language.scales and (bool(run) or len(word) > SHORT_SCALE)
        )
        filler = word in FILLERS and bool(run)
        glued = not run or GLUE.fullmatch(lower, run[-1][1], m.start())
        if (known or filler) and glued:
            run.append((m.start(), m.end(), word))
        else:
            if run:
                found += _runs(run, language)
            starts = word in language.small_words or (
                word in language.scales
                and len(word) > SHORT_SCALE
                and not lower[m.end() : m.end() + 1].isdigit()
            )
            run = [(m.start(), m.end(), word)] if starts else []
    return found + _runs(run, language)


Word = tuple[int, int, str]  # where a word of a number stands, and the word
AND = frozenset({"and", "с", "и", "з", "et", "y"})
THOUSAND = 1000
SHORT_SCALE = 2  # letters: "m" and "k" stand behind a figure, "M23" is a name
FILLERS = frozenset({"a", "and", "of", "an", "и", "с", "лишним", "і", "з", "et", "de", "y"})


def _runs(run: list[Word], language: Language) -> list[Number]:
    """Return the numbers of a run of number words, cut where two of them do not add up: "ten and twenty thousand"."""
    pieces: list[list[Word]] = [[]]
    below = math.inf  # a small word adds to what stands before it when it is smaller than that one's step
    inverted = bool(run) and run[0][2] in language.plural_scales
    for word in run:
        value = language.small_words.get(word[2])
        if value is not None and value >= 1:
            if value >= below and not inverted:
                pieces.append([])
            below = grain(value) if value >= 20 and value == int(value) else 0.0
        elif word[2] in language.scales:
            below = math.inf if language.scales[word[2]] >= 1000 else language.scales[word[2]]
        pieces[-1].append(word)
    return [n for piece in pieces for n in _worth(piece, language)]


def _worth(run: list[Word], language: Language) -> list[Number]:
    """Return the number that a run of number words makes; none for "one", and for "thousands", which is vague."""
    while run and run[-1][2] in FILLERS:
        run = run[:-1]
    while run and run[0][2] in FILLERS:
        run = run[1:]
    if not run or all(word in language.plural_scales for _, _, word in run):
        return []
    if run[0][2] in language.plural_scales:  # «тысячи три»: about three thousand
        run = [*run[1:], run[0]]
    value = _sum([word for _, _, word in run], language)
    # single small words ("one", "two") are seldom counts of people worth a claim, but "one" is mostly a pronoun
    if value <= 1.0 or not math.isfinite(value):
        return []
    return [Number(min(w[0] for w in run), max(w[1] for w in run), value)]


def _sum(spoken: list[str], language: Language) -> float:
    total = current = 0.0
    joined = False
    for word in spoken:
        if word in language.small_words:
            value = language.small_words[word]
            # "three quarters of a million", but "two and a half million"
            part = 0 < value < 1 and current and not joined
            current = current * value if part else current + value
        elif word in language.scales:
            scale = language.scales[word]
            current = (current or 1.0) * scale
            if scale >= THOUSAND:
                total, current = total + current, 0.0
        joined = word in AND or (joined and word in FILLERS)
    return total + current


def _hedge(before: str, after: str, language: Language) -> Hedge:
    for pattern, hedge in language.hedges_before:
        if pattern.search(before):
            return hedge
    for pattern, hedge in language.hedges_after:
        if pattern.match(after):
            return hedge
    return Hedge.EXACT


LENGTHS = frozenset({"day", "hour", "km"})
PLACED = re.compile(
    r"(?<!\w)(?:in|at|from|to|into|near|outside|across|by|since|on|в|во|на|из|у|по|за|с)(?!\w)"
)
TIED = re.compile(
    PLACED.pattern + r"|(?<!\w)(?:about|for|with|against|over|through|across|between|before|after)(?!\w)"
)
DATED = re.compile(r"^\s(?:this|last|next|that|the same|earlier this)\s$")
DURING = re.compile(
    r"(?<!\w)(?:in|over|within|during|after|for|every|each|past|last|since|by|за|в|через|на)(?!\w)"
)


def _noun(lower: str, end: int, language: Language) -> tuple[str | None, int, str, bool]:
    """Return (unit, end of the noun, words up to it, whether it counts) for what follows a number."""
    window = lower[end : end + REACH]
    stop = NOUN_STOP.search(window)
    window = window[: stop.start()] if stop else window
    best = _unit(window, language)
    blocked = language.not_counted.search(window)
    if blocked and (PLACED.search(window[: blocked.start()]) or DATED.search(window[: blocked.start()])):
        blocked = None  # "582,000 in camps" counts no camps, "rose to 214,000 this week" no weeks
    if (
        blocked
        and len(WORDS.findall(window[: blocked.start()])) <= 2
        and (best is None or blocked.start() <= best[0])
    ):
        return None, end + blocked.end(), window[: blocked.end()], False
    if (
        best
        and blocked
        and best[2] == "person"
        and "§" in window[best[0] : best[1]]
        and blocked.start() <= best[1] + 12
        and not language.temporal.match(blocked[0])  # "deported 4,200 Afghans last week"
    ):
        return None, end + blocked.end(), window[: blocked.end()], False  # "850 French soldiers"
    if best and len(WORDS.findall(window[: best[0]])) <= 4:
        return best[2], end + best[1], window[: best[1]].strip(), True
    other = language.other_things.match(window)
    if other:
        return None, end + other.end(), window[: other.end()], False
    return None, end, "", True


def _unit(window: str, language: Language) -> tuple[int, int, str] | None:
    """Return where the first noun with a unit stands in what follows a number, and its unit."""
    best: tuple[int, int, str] | None = None
    for pattern, unit in language.units:
        m = pattern.search(window)
        if m is None or (best is not None and m.start() >= best[0]):
            continue
        other = (
            (unit in LENGTHS and DURING.search(window[: m.start()]))  # "12,000 in two days" counts no days
            or (
                unit == "dwelling" and MOVED_BETWEEN.search(window[: m.end()])
            )  # "6,000 evacuated as lava destroys homes"
            or (
                window[m.start()] == "§" and TIED.search(window[: m.start()])
            )  # "76,000 to Egypt" counts no Egyptians
            or (unit in LOOSE and BETWEEN.search(window[: m.end()]))  # "300 were brought out by the buses"
        )
        if not other:
            best = (m.start(), m.end(), unit)
    return best


def _per(lower: str, until: int, language: Language) -> str | None:
    for pattern, per in language.per:
        if pattern.match(lower[until : until + 25]):
            return per
    return None
