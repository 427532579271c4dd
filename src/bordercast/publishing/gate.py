"""The one way out: what may leave the machine, and in what form (docs/explanation/data-responsibility.md).

Every table, page and report is made from a `Release`, and only `release` makes one. It withholds

* the names, ages and contacts of private persons, in fields and in quotes,
* places of passage that are not official crossings,
* counts of people below ten, with the words that say them,
* quotes beyond 300 characters, context included, and the paths of the user's own disk.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bordercast import atlas
from bordercast.publishing.words import UNDER, unmarked
from bordercast.vocabulary import (
    Attribution,
    BackTest,
    BorderTimeline,
    Claim,
    Contradiction,
    Decision,
    FlowEstimate,
    Interval,
    Kind,
    Ledger,
    LedgerEntry,
    Measure,
    Modality,
    Projection,
    Quantity,
    Report,
    Situation,
    SourceType,
    Where,
)

QUOTE_LIMIT = 300  # characters: short quotes leave, full texts stay
WITHHELD_NAME = "[name withheld]"
WITHHELD_CONTACT = "[contact withheld]"
WITHHELD_PLACE = "[place withheld]"
WITHHELD_COUNT = f"[sentence withheld: it gives a count of people under {UNDER}]"

_COUNTED = frozenset({"person", "household", "vehicle", "crossing", "trip"})  # units that count people
_PRIVATE = frozenset({SourceType.WITNESS, SourceType.UNNAMED})

_CAPITALISED = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]+"
# "Sergei, 26," and "Иван Петров, 34 года,": the way reports name a private person; "In Georgia, 12 buses" is not.
_NAME_AND_AGE = re.compile(
    rf"\b({_CAPITALISED}(?: {_CAPITALISED})*), (?:aged )?\d{{1,3}}(?: (?:года?|лет))?(?=\s*(?:,(?!\d)|[.;)]|$))",
    re.MULTILINE,
)
_AGE = re.compile(rf"{re.escape(WITHHELD_NAME)}, (?:aged )?\d{{1,3}}(?: (?:года?|лет))?\b")
_FULL_NAME = re.compile(rf"\b{_CAPITALISED}(?: {_CAPITALISED})+")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|\+\d[\d\s()-]{7,}\d|(?<!\w)@\w{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicClaim:
    """A claim in the form that may leave, with its report's credentials and what became of it.

    ``before`` and ``after`` are the words around ``quote``; the three together hold at most 300 characters.
    ``start`` and ``end`` are the span in the report's own text. ``withheld`` lists what was left out.
    ``copies`` are the claims folded into this one.
    """

    id: str
    report_id: str
    kind: Kind
    term: str
    quantity: Quantity | None
    measure: Measure
    population: str | None
    origin: Where | None
    destinations: tuple[Where, ...]
    via: tuple[Where, ...]
    at: Where | None
    interval: Interval | None
    attribution: Attribution
    modality: Modality
    status: str | None
    before: str
    quote: str
    after: str
    start: int
    end: int
    title: str
    publisher: str | None
    published: date | None
    language: str
    source: str
    entry: LedgerEntry
    copies: tuple[str, ...]
    withheld: tuple[str, ...]

    @property
    def voice(self) -> str:
        """The shortest honest name of who says it."""
        return self.attribution.voice

    @property
    def mark(self) -> str:
        """The reference mark beside a figure."""
        return f"c:{self.id[:8]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One report as the list of sources names it."""

    report_id: str
    title: str
    publisher: str | None
    published: date | None
    language: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Release:
    """A situation after the gate. ``withheld`` counts, by reason, what stayed behind; ``by_id`` finds a claim."""

    name: str
    as_of: date
    claims: tuple[PublicClaim, ...]
    sources: tuple[Source, ...]
    ledger: Ledger
    estimate: FlowEstimate | None
    borders: tuple[BorderTimeline, ...]
    projections: tuple[Projection, ...]
    backtest: BackTest | None
    contradictions: tuple[Contradiction, ...]
    small_counts: bool
    withheld: tuple[tuple[str, int], ...]
    vintage: str
    by_id: Mapping[str, PublicClaim]

    def suppressed(self, persons: float) -> bool:
        """Whether a count of people is too small to publish."""
        return not self.small_counts and round(persons) < UNDER

    def claim(self, claim_id: str) -> PublicClaim | None:
        """Return the claim of an id, or None."""
        return self.by_id.get(claim_id)


def release(situation: Situation, *, small_counts: bool = False) -> Release:
    """Return what may leave of a situation; ``small_counts`` lets counts under ten through."""
    reports = {report.id: report for report in situation.reports}
    names = _private_names(situation)
    every = tuple(sorted({name for found in names.values() for name in found}, key=lambda n: (-len(n), n)))
    ledger = _ledger(situation, {claim.id for claim in situation.claims}, every)
    entries = {entry.subject: entry for entry in ledger.entries}
    copies: dict[str, list[str]] = {}
    for entry in situation.ledger.entries:
        if entry.decision is Decision.FOLDED and entry.into:
            copies.setdefault(entry.into, []).append(entry.subject)
    claims = tuple(
        _public(
            claim,
            reports.get(claim.report_id),
            _entry(claim, entries),
            tuple(sorted(copies.get(claim.id, ()))),
            names.get(claim.report_id, ()),
            small_counts=small_counts,
        )
        for claim in sorted(situation.claims, key=lambda claim: claim.id)
    )
    public = {claim.id: claim for claim in claims}
    borders = tuple(_border(line, public) for line in situation.borders if _official(line.border))
    counted: dict[str, int] = {}
    for reason in (reason for claim in claims for reason in claim.withheld):
        counted[reason] = counted.get(reason, 0) + 1
    if len(borders) < len(situation.borders):
        counted["border statements about places that are not official crossings"] = sum(
            len(line.events) for line in situation.borders if not _official(line.border)
        )
    shown = {claim.id for claim in claims}
    return Release(
        name=situation.name,
        as_of=situation.as_of,
        claims=claims,
        sources=tuple(_source(report, names.get(report.id, ())) for report in _by_date(situation.reports)),
        ledger=ledger,
        estimate=situation.estimate,
        borders=borders,
        projections=situation.projections,
        backtest=situation.backtest,
        contradictions=tuple(c for c in situation.ledger.contradictions if c.claim_id in shown),
        small_counts=small_counts,
        withheld=tuple(sorted(counted.items())),
        vintage=situation.vintage,
        by_id=public,
    )


def masked_text(situation: Situation, release: Release, report: Report) -> str:
    """Return a report's text with what must not be read covered, letter by letter, so that every span still fits.

    Covered are names of private persons with their ages, contacts, places of passage that are not official
    crossings, and, where small counts are withheld, the spans that say them.
    """
    covered: list[tuple[int, int]] = []
    claims = tuple(claim for claim in situation.claims if claim.report_id == report.id)
    names = _private_names(replace(situation, reports=(report,), claims=claims)).get(report.id, ())
    places: set[str] = set()
    for claim in claims:
        for place in (*claim.via, claim.at):
            if place is not None and _passage(place) != place:
                places.add(place.name)
        if claim.quantity is not None and release.by_id[claim.id].quantity is None:
            covered += [(span.start, span.end) for span in claim.evidence]
    patterns = [
        *(rf"\b{re.escape(name)}\b(?:, (?:aged )?\d{{1,3}}(?: (?:года?|лет))?\b)?" for name in names),
        _CONTACT.pattern,
    ]
    covered += [found.span() for pattern in patterns for found in re.finditer(pattern, report.text)]
    covered += [
        found.span() for name in places for found in re.finditer(re.escape(name), report.text, re.IGNORECASE)
    ]
    letters = list(report.text)
    for start, end in covered:
        letters[start:end] = [letter if letter.isspace() else "█" for letter in letters[start:end]]
    return "".join(letters)


def _public(  # noqa: PLR0913 - a claim, its report, its fate, and what must not be seen
    claim: Claim,
    report: Report | None,
    entry: LedgerEntry,
    copies: tuple[str, ...],
    names: tuple[str, ...],
    *,
    small_counts: bool,
) -> PublicClaim:
    withheld: list[str] = []
    via = tuple(_passage(place) for place in claim.via)
    at = _passage(claim.at)  # for shelter too: a town may be named, an address may not
    hidden = tuple(
        before.name
        for before, after in zip((*claim.via, claim.at), (*via, at), strict=True)
        if before is not None and before != after
    )
    if hidden:
        withheld.append("places that are not official crossings")
    private = claim.attribution.source_type in _PRIVATE
    attribution = _voice(claim.attribution, names, hidden)
    span = claim.evidence[0]
    before, quote, after = _in_context(
        report.text if report else span.quote, span.start if report else 0, span.quote
    )
    if not small_counts and _small(claim.quantity):
        withheld.append(f"counts of people under {UNDER}")
        before, quote, after = "", WITHHELD_COUNT, ""
    shown = tuple(_redacted(words, names, hidden, private=private) for words in (before, quote, after))
    if shown != (before, quote, after) or (private and claim.attribution.speaker):
        withheld.append("names, contacts and places in quotes")
    return PublicClaim(
        id=claim.id,
        report_id=claim.report_id,
        kind=claim.kind,
        term=claim.term,
        quantity=claim.quantity if small_counts or not _small(claim.quantity) else None,
        measure=claim.measure,
        population=_redacted(claim.population, names, hidden, private=False) if claim.population else None,
        origin=claim.origin,
        destinations=claim.destinations,
        via=tuple(place for place in via if place is not None),
        at=at,
        interval=claim.interval,
        attribution=attribution,
        modality=claim.modality,
        status=claim.status,
        before=shown[0],
        quote=shown[1],
        after=shown[2],
        start=span.start,
        end=span.end,
        title=_redacted(report.title if report else "", names, hidden, private=False),
        publisher=report.publisher if report else None,
        published=report.published_on if report else None,
        language=report.language if report else "",
        source=_address(report.source if report else ""),
        entry=entry,
        copies=copies,
        withheld=tuple(withheld),
    )


def _voice(attribution: Attribution, names: tuple[str, ...], places: tuple[str, ...]) -> Attribution:
    """Return who says it, without the name of a private person and without a place that may not be named.

    A person told with an age is private, whatever kind of voice a reader took them for. Marks of emphasis go.
    """

    def bare(words: str | None) -> str | None:
        return (unmarked(words) or None) if words else words

    def clean(words: str | None) -> str | None:
        words = bare(words)
        return _redacted(words, names, places, private=False) if words else words

    speaker = None if attribution.source_type in _PRIVATE else bare(attribution.speaker)
    return replace(
        attribution,
        speaker=None if speaker is not None and clean(speaker) != speaker else speaker,
        role=clean(attribution.role),
        organisation=clean(attribution.organisation),
        chain=tuple(found for link in attribution.chain if (found := clean(link))),
    )


def _private_names(situation: Situation) -> dict[str, tuple[str, ...]]:
    """Return, by report, the names of private persons: those a reader let through, and those told with an age."""
    found: dict[str, set[str]] = {}
    for claim in situation.claims:
        speaker = claim.attribution.speaker
        if speaker and claim.attribution.source_type in _PRIVATE:
            found.setdefault(claim.report_id, set()).add(unmarked(speaker))
    for report in situation.reports:
        told = {match[1] for match in _NAME_AND_AGE.finditer(report.text)}
        found.setdefault(report.id, set()).update(
            name for name in told if not _is_place(name) and not _is_place(name.split()[-1])
        )
    return {report_id: _with_parts(names) for report_id, names in found.items()}


def _with_parts(names: set[str]) -> tuple[str, ...]:
    """Return names and each of their parts, the longest first."""
    parts = {part for name in names for part in name.split() if len(part) > 2 and part[0].isupper()}
    return tuple(sorted(names | parts, key=lambda name: (-len(name), name)))


def _redacted(words: str, names: tuple[str, ...], places: tuple[str, ...], *, private: bool) -> str:
    for place in places:
        words = re.sub(re.escape(place), WITHHELD_PLACE, words, flags=re.IGNORECASE)
    for name in names:
        words = re.sub(rf"\b{re.escape(name)}\b", WITHHELD_NAME, words)
    words = _AGE.sub(WITHHELD_NAME, words)
    words = _CONTACT.sub(WITHHELD_CONTACT, words)
    if private:  # a witness speaks: two capitalised words that are no place may well be a name
        words = _FULL_NAME.sub(lambda found: found[0] if _is_place(found[0]) else WITHHELD_NAME, words)
    return words.replace(f"{WITHHELD_NAME} {WITHHELD_NAME}", WITHHELD_NAME)


def _in_context(text: str, start: int, quote: str) -> tuple[str, str, str]:
    """Return the words before, the quote, the words after: at most 300 characters, of one paragraph."""
    if len(quote) > QUOTE_LIMIT:
        return "", quote[: QUOTE_LIMIT - 1].rstrip() + "…", ""
    side = min(90, (QUOTE_LIMIT - len(quote)) // 2 - 2)
    if side < 12:
        return "", quote, ""
    end = start + len(quote)
    before = text[max(0, start - side) : start].rpartition("\n")[2]
    after = text[end : end + side].partition("\n")[0]
    if len(before) == side:
        before = "…" + before.partition(" ")[2]
    if len(after) == side:
        after = after.rpartition(" ")[0] + "…"
    return before, quote, after


def _small(quantity: Quantity | None) -> bool:
    if quantity is None or quantity.unit not in _COUNTED:
        return False
    said = [x for x in (quantity.value, quantity.high, quantity.low) if x is not None]
    return said[0] < UNDER


def _passage(place: Where | None) -> Where | None:
    """Return the place when it may be named as a way across, else its country, else None."""
    if place is None or _is_place(place.name):
        return place
    if place.iso3 is None:
        return None
    try:
        name = atlas.country(place.iso3).name
    except atlas.UnknownPlace:
        return None
    return place if place.name == name else Where(iso3=place.iso3, name=name)


@cache
def _is_place(name: str) -> bool:
    return bool(atlas.find(name))


def _official(border: str) -> bool:
    """Whether a timeline is about countries or an official crossing."""
    codes = border.split(">")
    return all(len(code) == 3 and code.isupper() for code in codes) or _is_place(border)


def _border(line: BorderTimeline, claims: dict[str, PublicClaim]) -> BorderTimeline:
    """Return a timeline in the order it came, with voices and populations as the gate lets them be named."""
    events = tuple(
        replace(event, voice=claims[event.claim_id].voice, population=claims[event.claim_id].population)
        if event.claim_id in claims
        else event
        for event in line.events
    )
    return replace(line, events=events)


def _entry(claim: Claim, entries: dict[str, LedgerEntry]) -> LedgerEntry:
    missing = LedgerEntry(
        subject=claim.id,
        decision=Decision.SET_ASIDE,
        reason="no_entry",
        words="The ledger has no line for this claim.",
    )
    return entries.get(claim.id, missing)


def _ledger(situation: Situation, claims: set[str], names: tuple[str, ...]) -> Ledger:
    """Return the ledger without private names; subjects that are paths are cut to their last part."""
    entries = tuple(
        replace(
            entry,
            subject=entry.subject if entry.subject in claims else _address(entry.subject),
            words=_redacted(entry.words, names, (), private=False),
        )
        for entry in situation.ledger.entries
    )
    return replace(situation.ledger, entries=entries)


def _source(report: Report, names: tuple[str, ...]) -> Source:
    return Source(
        report_id=report.id,
        title=_redacted(report.title, names, (), private=False),
        publisher=report.publisher,
        published=report.published_on,
        language=report.language,
        source=_address(report.source),
    )


def _by_date(reports: tuple[Report, ...]) -> list[Report]:
    return sorted(reports, key=lambda r: (r.published_on or date.min, r.publisher or "", r.title, r.id))


def _address(source: str) -> str:
    """Return a web address as it is, and of a path only the file's name."""
    if source.startswith(("https://", "http://")):
        return source
    return re.split(r"[\\/]", source)[-1]
