"""A model's reply comes in; what its own quotes prove goes out, held against what the rules read.

A model may find what the rules miss. It may also invent, misquote, or do what a sentence in the report tells it to.
So nothing is taken on its word: the quote must stand in the report to the letter, the figure must be one that our own
number grammar reads in that quote, and its unit too; places must be named in the report and known to the atlas. The
figure, its hedge and its days are ours, not the model's. Pure: whoever asks the model hands the reply in.
"""

from collections.abc import Iterable, Sequence

import msgspec

from bordercast.extraction.dates import interval
from bordercast.extraction.extract import LANGUAGES
from bordercast.extraction.language import Language
from bordercast.extraction.numbers import Figure
from bordercast.extraction.places import Named, name_places
from bordercast.extraction.sentence import Sentence, annotate
from bordercast.vocabulary import (
    Attribution,
    Claim,
    Kind,
    Measure,
    Modality,
    Outcome,
    Proposal,
    Report,
    SourceType,
    Where,
)
from bordercast.vocabulary.correction import TERMS, misfit

COUNTED = (Kind.FLOW, Kind.ONWARD, Kind.RETURN, Kind.STOCK, Kind.QUEUE, Kind.SHELTER, Kind.CASUALTY)
MOST = 200  # proposals of one reply; a long situation report has 200 claims
LONGEST_QUOTE = 1_000  # characters; a long sentence has 400
SHOWN = 200  # characters of a quote that is kept for people to read


class Proposed(msgspec.Struct, kw_only=True):
    """One claim as a model writes it; what it adds beside is passed by."""

    quote: str
    kind: Kind
    value: float
    unit: str = "person"
    term: str | None = None
    measure: Measure = Measure.UNSPECIFIED
    modality: Modality = Modality.REPORTED
    origin: str | None = None
    destinations: list[str] = []
    at: str | None = None


class _Reply(msgspec.Struct, kw_only=True):
    claims: list[msgspec.Raw]


class _Refused(Exception):
    """A proposal that is not proved; the message says why. It never leaves this file: it becomes a line of the comparison."""


def judged(
    report: Report, replies: Iterable[str], claims: Sequence[Claim], *, model: str
) -> tuple[Proposal, ...]:
    """Return the comparison of a model's replies about a report with the claims of the rules, a line each."""
    language = LANGUAGES.get(report.language)
    rows: list[Proposal] = []
    met: set[str] = set()
    named = name_places(report.text, language) if language else ()
    for raw in _raw(replies):
        quote, claim = "", None
        try:
            said = _proposed(raw)
            quote = said.quote[:SHOWN]
            claim = _proved(report, said, language, named)
        except _Refused as why:
            rows.append(_row(report, model, Outcome.REFUSED, str(why), quote))
            continue
        rule, differ = _held_against(claim, claims)
        if rule is not None:
            met.add(rule.id)
        outcome = Outcome.ONLY_MODEL if rule is None else Outcome.DIFFERS if differ else Outcome.AGREES
        words = (
            "The rules read no such figure there."
            if rule is None
            else ", ".join(differ) or "The rules read the same."
        )
        rows.append(_row(report, model, outcome, words, quote, claim, rule.id if rule else None))
    rows += [
        _row(
            report,
            model,
            Outcome.ONLY_RULES,
            "The model proposes no such figure.",
            c.evidence[0].quote[:SHOWN],
            None,
            c.id,
        )
        for c in claims
        if c.id not in met and c.quantity is not None and c.kind in COUNTED
    ]
    return tuple({row.id: row for row in rows}.values())


def _row(  # noqa: PLR0913, PLR0917 - the fields of a line
    report: Report,
    model: str,
    outcome: Outcome,
    words: str,
    quote: str,
    claim: Claim | None = None,
    against: str | None = None,
) -> Proposal:
    return Proposal.of(
        report_id=report.id,
        model=model,
        outcome=outcome,
        words=words,
        quote=quote,
        claim=claim,
        against=against,
    )


def _raw(replies: Iterable[str]) -> Iterable[bytes | str]:
    """Yield each proposal of the replies as it came, or the words for a reply that holds none."""
    for reply in replies:
        try:
            found = msgspec.json.decode(_inner(reply), type=_Reply).claims
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as fault:
            yield f"The reply is not the JSON that was asked for ({str(fault)[:100]})."
            continue
        yield from (bytes(raw) for raw in found[:MOST])
        if len(found) > MOST:
            yield f"The reply proposes {len(found)} claims; only the first {MOST} were looked at."


def _inner(reply: str) -> str:
    """Return the JSON of a reply without the fence that some models put round it."""
    start, end = reply.find("{"), reply.rfind("}")
    return reply[start : end + 1] if 0 <= start < end else reply


def _proposed(raw: bytes | str) -> Proposed:
    if isinstance(raw, str):
        raise _Refused(raw)
    try:
        return msgspec.json.decode(raw, type=Proposed)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as fault:
        raise _Refused(f"It is no claim of the form asked for ({str(fault)[:100]}).") from None


def _proved(report: Report, said: Proposed, language: Language | None, named: Sequence[Named]) -> Claim:
    """Return the claim as far as the quote proves it; raises _Refused."""
    if language is None:
        raise _Refused(f"There are no rules for the language {report.language!r} to read the number by.")
    if said.kind not in COUNTED:
        raise _Refused(f"A {said.kind} has no figure that its quote could prove.")
    if not said.quote.strip() or len(said.quote) > LONGEST_QUOTE:
        raise _Refused(f"A quote of {len(said.quote)} characters proves nothing; at most {LONGEST_QUOTE} do.")
    start = report.text.find(said.quote)
    if start < 0:
        raise _Refused("The quote is not in the report.")
    sentence = _read(report, start, start + len(said.quote), language, named)
    figure = _figure(sentence, said)
    claim = Claim.of(
        report_id=report.id,
        kind=said.kind,
        term=said.term if said.term in TERMS[said.kind] else TERMS[said.kind][0],
        quantity=figure.quantity(said.unit),
        measure=said.measure,
        population=None,
        origin=_place(said.origin, named),
        destinations=tuple(w for w in (_place(d, named) for d in said.destinations) if w),
        via=(),
        at=_place(said.at, named),
        interval=interval(list(sentence.times), report.published_on),
        attribution=Attribution(
            source_type=SourceType.MEDIA, chain=(report.publisher,) if report.publisher else ()
        ),
        modality=Modality.REPORTED if said.modality.factual else said.modality,
        status=None,
        evidence=(report.span(start, start + len(said.quote)),),
    )
    unfit = misfit(claim)
    if unfit:
        raise _Refused(unfit)
    return claim


def _read(report: Report, start: int, end: int, language: Language, named: Sequence[Named]) -> Sentence:
    return annotate(
        report.text[start:end],
        start=start,
        paragraph=0,
        places=tuple(n for n in named if n.start >= start and n.end <= end),
        published=report.published_on,
        language=language,
        countries=frozenset(n.iso3 for n in named if n.iso3),
        open_quote=False,
        headline=False,
    )


def _figure(sentence: Sentence, said: Proposed) -> Figure:
    """Return the figure of the quote that has the value proposed, read by our own grammar."""
    same = [f for f in sentence.figures if said.value in (f.value, f.low, f.high)]
    if not same:
        read = ", ".join(
            f"{x:g}" for f in sentence.figures for x in (f.value, f.low, f.high) if x is not None
        )
        raise _Refused(
            f"The number {said.value:g} is not in the quote, where our grammar reads {read[:80] or 'none'}."
        )
    fit = [f for f in same if f.counted and f.unit in (None, said.unit)]
    if not fit:
        units = ", ".join(sorted({f.unit or "something that is not counted" for f in same}))
        raise _Refused(f"The unit proposed is {said.unit}, and the quote counts {units}.")
    return fit[0]


def _place(word: str | None, named: Sequence[Named]) -> Where | None:
    """Return a place that the report names, by the name it has there or its country's code."""
    if not word:
        return None
    for place in named:
        if word.strip() in (place.surface, place.place.name, place.iso3):
            return place.country if word.strip() == place.iso3 else place.where
    raise _Refused(f"The report names no place {word[:60]!r}.")


def _held_against(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim | None, list[str]]:
    """Return the rules' claim of the same figure in the same words, the likest of several, and what differs."""
    span = claim.evidence[0]
    there = [
        (_differences(claim, c), c.id, c)
        for c in claims
        if c.quantity is not None
        and claim.quantity is not None
        and (c.quantity.middle, c.quantity.unit) == (claim.quantity.middle, claim.quantity.unit)
        and any(s.start < span.end and span.start < s.end for s in c.evidence)
    ]
    if not there:
        return None, []
    differ, _, rule = min(there, key=lambda found: (len(found[0]), found[1]))
    return rule, differ


def _differences(claim: Claim, rule: Claim) -> list[str]:
    said = {
        "kind": (claim.kind.value, rule.kind.value),
        "from": (_code(claim.origin), _code(rule.origin)),
        "to": ("+".join(map(_code, claim.destinations)), "+".join(map(_code, rule.destinations))),
        "modality": (
            "factual" if claim.modality.factual else claim.modality.value,
            "factual" if rule.modality.factual else rule.modality.value,
        ),
    }
    return [
        f"{name}: model {mine or 'none'}, rules {theirs or 'none'}"
        for name, (mine, theirs) in said.items()
        if mine != theirs
    ]


def _code(place: Where | None) -> str:
    return (place.iso3 or place.name) if place else ""
