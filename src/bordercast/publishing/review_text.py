"""One claim as an analyst at a terminal reviews it: the sentence with the quote marked, what it says, what became of it."""

from collections.abc import Sequence

from rich.console import Group
from rich.text import Text

from bordercast.publishing.screen import ClaimDetail, VerdictLine

MARK = "bold reverse"


def review_text(detail: ClaimDetail, verdict: VerdictLine | None, *, heading: str = "") -> Group:
    """Return a claim for people at a terminal; the quote stands between » and « and is marked where colours show."""
    line = detail.line
    sentence = Text(printable(detail.before))
    sentence.append(f"»{printable(detail.quote)}«", style=MARK)
    sentence.append(printable(detail.after))
    report = f"{line.publisher or 'no publisher'}, {line.published or 'no date'}: {detail.title}"
    fate = f"{line.decision.value.replace('_', ' ')}, weight {line.weight:.2f}. {detail.decision_words}"
    if detail.expected is not None:
        low, middle, high = detail.expected
        fate += f" The other claims imply {middle:,.0f} ({low:,.0f} to {high:,.0f})."
    return Group(
        Text(printable(f"{heading}{line.kind.value.replace('_', ' ')}  {line.words}"), style="bold"),
        sentence,
        Text(printable(report), style="dim"),
        Text(printable("; ".join(_fields(detail)))),
        Text(printable(f"Estimate: {fate}")),
        *([Text(printable(_ruled(verdict)), style="bold")] if verdict else []),
    )


def history_text(verdicts: Sequence[VerdictLine]) -> Group:
    """Return verdicts a line each, the newest first; one that no longer holds says so."""
    return Group(
        *(Text(printable(f"{_ruled(v)}{'' if v.holds else ' [no longer holds]'}")) for v in verdicts)
    )


def printable(words: str) -> str:
    """Return words without what could move a terminal's cursor or turn its text round."""
    return "".join(c if c.isprintable() else " " for c in words)


def _fields(detail: ClaimDetail) -> list[str]:
    line = detail.line
    said = {
        "term": detail.term,
        "measure": line.measure.value,
        "hedge": line.quantity.hedge.value if line.quantity else None,
        "from": detail.origin and detail.origin.name,
        "to": ", ".join(place.name for place in detail.destinations),
        "via": ", ".join(place.name for place in detail.via),
        "at": detail.at and detail.at.name,
        "days": _days(detail),
        "population": detail.population,
        "status": detail.status,
        "modality": line.modality.value,
        "voice": line.voice,
        "source": line.source_type.value,
    }
    return [f"{name} {value}" for name, value in said.items() if value]


def _days(detail: ClaimDetail) -> str:
    interval = detail.line.interval
    if interval is None:
        return "unknown"
    return f"{interval.start or '...'} to {interval.end or '...'} ({interval.basis.value})"


def _ruled(verdict: VerdictLine) -> str:
    what = verdict.ruling.value
    if verdict.corrected_to:
        what += f" to {verdict.corrected_to}"
    if verdict.duplicate_of:
        what += f" of {verdict.duplicate_of}"
    if verdict.withdraws:
        what = f"takes back {verdict.withdraws}"
    gone = "" if verdict.claim else " (the present rules do not find it)"
    return f"Verdict {verdict.id} on {verdict.claim_id}{gone}: {what}, {verdict.analyst}, {verdict.decided:%Y-%m-%d %H:%M}: {verdict.reason}"
