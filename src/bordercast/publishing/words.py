"""Numbers, days, places and statements in the words of the field: one voice for terminal, report and page.

Modelled figures are written to two significant figures, said figures as they were said; people who crossed are
never called refugees. The words are those of docs/glossary.md.
"""

import re
from datetime import date

from bordercast import atlas
from bordercast.vocabulary import ANYWHERE, ELSEWHERE, Basis, Hedge, Interval, Modality, Quantity, Where

UNDER = 10  # counts of people below this are not published (docs/explanation/data-responsibility.md)

_EMPHASIS = re.compile(
    r"[*`]+|~~|(?<!\w)_+|_+(?!\w)"
)  # Markdown; an underscore inside a word is the word's own

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_HEDGES = {
    Hedge.EXACT: "",
    Hedge.APPROX: "about ",
    Hedge.MORE_THAN: "more than ",
    Hedge.AT_LEAST: "at least ",
    Hedge.NEARLY: "nearly ",
    Hedge.UP_TO: "up to ",
    Hedge.LESS_THAN: "fewer than ",
    Hedge.RANGE: "",
    Hedge.VAGUE: "",
}

_VAGUE = {20: "dozens of", 200: "hundreds of", 2000: "thousands of", 20000: "tens of thousands of"}

_PLURALS = {
    "person": "persons",
    "household": "households",
    "vehicle": "vehicles",
    "dwelling": "dwellings",
    "hour": "hours",
    "day": "days",
    "percent": "per cent",
    "crossing": "crossings",
    "trip": "trips",
    "seat": "seats",
}

_PER = {"day": "a day", "hour": "an hour", "week": "a week", "month": "a month"}

_SAID = {
    Modality.ASSERTED: "stated",
    Modality.REPORTED: "reported",
    Modality.ESTIMATED: "estimated",
    Modality.PLANNED: "planned",
    Modality.PROJECTED: "forecast",
    Modality.REQUESTED: "called for",
    Modality.RUMOURED: "rumoured",
    Modality.DENIED: "denied",
    Modality.UNDECIDED: "no decision",
    Modality.NEGATED: "said not to be so",
}

_STATUSES = {
    Modality.ASSERTED: "{}",
    Modality.REPORTED: "{} (reported)",
    Modality.ESTIMATED: "{} (estimated)",
    Modality.PLANNED: "planned: {}",
    Modality.PROJECTED: "may be {}",
    Modality.REQUESTED: "called for: {}",
    Modality.RUMOURED: "rumoured: {}",
    Modality.DENIED: "denied: {}",
    Modality.UNDECIDED: "no decision",
    Modality.NEGATED: "not {}",
}

_SITES = {
    "sports_hall": "sports hall",
    "reception_centre": "reception centre",
    "private_home": "private homes",
    "tent": "tents",
}


def place_name(code: str) -> str:
    """Return the English name of a corridor's end: a country, a group, all destinations, or elsewhere."""
    if code == ANYWHERE:
        return "all destinations"
    if code == ELSEWHERE:
        return "elsewhere"
    try:
        return atlas.country(code).name
    except atlas.UnknownPlace:
        pass
    try:
        return atlas.group(code).name
    except atlas.UnknownPlace:
        return code


def place_code(place: Where) -> str:
    """Return the code of a place a claim names: ISO 3166-1 alpha-3, a group's code, or the name itself."""
    if place.iso3:
        return place.iso3
    return _groups_by_name().get(place.name.casefold().removeprefix("the "), place.name)


def day_words(day: date, *, year: bool = False) -> str:
    """Return ``4 Oct`` or ``4 Oct 2022``."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def interval_words(interval: Interval | None) -> str:
    """Return ``21 Sep to 4 Oct``, ``on 4 Oct``, ``since 21 Sep``, or that no time was given."""
    if interval is None or (interval.start is None and interval.end is None):
        return "no time given"
    start, end = interval.start, interval.end
    if start and end:
        if start == end:
            return f"on {day_words(start)}"
        return f"{day_words(start)} to {day_words(end)}"
    if start:
        return f"{'from' if interval.basis is Basis.FUTURE else 'since'} {day_words(start)}"
    return f"until {day_words(end)}" if end else "no time given"


def modelled(persons: float) -> str:
    """Return a modelled count to two significant figures: ``140,000``; under ten it says only that."""
    if persons < UNDER:
        return f"under {UNDER}"
    return f"{two_figures(persons):,}"


def signed(persons: float) -> str:
    """Return a modelled difference with its sign: ``+3,200``, ``−14,000``, ``no change``."""
    size = two_figures(abs(persons))
    if size < UNDER:
        return "no change"
    return f"{'+' if persons > 0 else '−'}{size:,}"


def two_figures(persons: float) -> int:
    """Return a count rounded to two significant figures."""
    whole = round(persons)
    if whole < 100:
        return whole
    step = int(10 ** (len(str(whole)) - 2))
    return round(persons / step) * step


def between(low: float, high: float) -> str:
    """Return a modelled interval: ``110,000 to 160,000``."""
    if high < UNDER:
        return f"under {UNDER}"
    return f"{modelled(low)} to {modelled(high)}"


def difference_between(low: float, high: float) -> str:
    """Return an interval of differences: ``−14,000 to +2,000``."""
    if signed(low) == signed(high):
        return signed(low)
    return f"{signed(low)} to {signed(high)}"


def quantity_words(quantity: Quantity | None) -> str:
    """Return a said figure as it was said: ``more than 260,000 persons``, ``tens of thousands of vehicles``."""
    if quantity is None:
        return "no figure"
    unit = unit_words(quantity.unit)
    rate = f" {_PER.get(quantity.per, f'per {quantity.per}')}" if quantity.per else ""
    if quantity.hedge is Hedge.VAGUE and quantity.low in _VAGUE:
        bounds = f" ({_plain(quantity.low)} to {_plain(quantity.high)})" if quantity.high else ""
        return f"{_VAGUE[int(quantity.low)]} {unit}{rate}{bounds}"
    if quantity.value is not None:
        if quantity.value == 1 and quantity.unit != "percent":
            unit = quantity.unit
        return f"{_HEDGES[quantity.hedge]}{_plain(quantity.value)} {unit}{rate}"
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return f"{_plain(low)} to {_plain(high)} {unit}{rate}"
    if low is not None:
        return f"{_plain(low)} or more {unit}{rate}"
    return f"up to {_plain(high or 0)} {unit}{rate}"


def unit_words(unit: str) -> str:
    """Return a unit in the plural: ``persons``, ``per cent``."""
    return _PLURALS.get(unit, unit)


def status_words(status: str | None, modality: Modality) -> str:
    """Return how a status was said, so that a rumour or a plan never reads as a fact."""
    what = (status or "status not given").replace("_", " ")
    return _STATUSES[modality].format(what)


def said(modality: Modality) -> str:
    """Return the word for how something was said."""
    return _SAID[modality]


def site_words(term: str) -> str:
    """Return the words for a shelter's site."""
    return _SITES.get(term, term.replace("_", " "))


def chance_words(probability: float) -> str:
    """Return a probability in per cent: ``4 per cent``, ``under 0.1 per cent``."""
    percent = probability * 100
    return f"{percent:.2g} per cent" if percent >= 0.1 else "under 0.1 per cent"


def share_words(probability: float) -> str:
    """Return how many draws of a hundred, never as if it were sure: ``62 %``, ``over 99 %``, ``under 1 %``."""
    if probability >= 0.995:
        return "over 99 %"
    return f"{100 * probability:.0f} %" if probability >= 0.005 else "under 1 %"


def unmarked(words: str) -> str:
    """Return a name without Markdown's marks of emphasis, nor the stop of a lead-in: ``**Georgia.**`` is Georgia."""
    bare = _EMPHASIS.sub("", words)
    return words if bare == words else bare.strip(" .:;")


def joined(items: tuple[str, ...]) -> str:
    """Return ``Georgia, Finland and Kazakhstan``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def _plain(figure: float) -> str:
    return f"{figure:,.0f}" if figure == int(figure) else f"{figure:,g}"


def _groups_by_name() -> dict[str, str]:
    return {group.name.casefold().removeprefix("the "): group.code for group in atlas.groups()}
