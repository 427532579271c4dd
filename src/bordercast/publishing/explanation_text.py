"""An explanation on a terminal: the number, then the sentences it walks back to."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bordercast.publishing.explain import Dispute, Evidence, Explanation
from bordercast.publishing.moves import move_words, question_words, reading_words
from bordercast.publishing.words import between, chance_words, day_words, modelled, place_name, unit_words
from bordercast.vocabulary import Reading

_SOFT = "dim"
MOST_MOVES = 5


def explanation_text(explanation: Explanation) -> RenderableType:
    """Return an explanation as something rich can print."""
    parts: list[RenderableType] = [_number(explanation)]
    parts += [
        Padding(Text(_reading(r, explanation), style="yellow"), (0, 0, 0, 2)) for r in explanation.readings
    ]
    for title, claims, empty in (
        ("Used", explanation.used, "No claim informs this corridor: the figure is the prior alone."),
        ("Folded into those (copies, no further witness)", explanation.folded, ""),
        ("Set aside", explanation.set_aside, ""),
    ):
        if claims or empty:
            parts.append(Text(f"\n{title} ({len(claims)})", style="bold"))
        if not claims and empty:
            parts.append(Padding(Text(empty), (0, 0, 0, 2)))
        parts += [_evidence(claim) for claim in claims]
    parts += _moved(explanation)
    if explanation.contradictions:
        parts.append(Text(f"\nContradictions ({len(explanation.contradictions)})", style="bold"))
        parts += [_dispute(dispute) for dispute in explanation.contradictions]
    if explanation.questions:
        parts.append(Text("\nWhat to ask next", style="bold"))
        parts += [Padding(Text(question_words(q)), (0, 0, 0, 2)) for q in explanation.questions]
    return Group(*parts)


def _moved(explanation: Explanation) -> list[RenderableType]:
    """What single claims do to the day's number and to the total, strongest first."""
    lines: list[RenderableType] = []
    for title, moved in (
        ("Moved the day's number", [m for m in explanation.moved if m.day is not None]),
        ("Moved the total", [m for m in explanation.moved if m.day is None]),
    ):
        if moved:
            lines.append(Text(f"\n{title} (each claim alone; the others stay)", style="bold"))
        lines += [
            Padding(Text(f"c:{m.claim_id[:8]}  {m.words}: {move_words(m)}"), (0, 0, 0, 2))
            for m in moved[:MOST_MOVES]
        ]
    return lines


def _reading(reading: Reading, explanation: Explanation) -> str:
    voices = {e.claim_id: e.voice for e in explanation.used}
    return reading_words(reading, voices)


def _number(explanation: Explanation) -> Text:
    verb = "moved onward" if explanation.onward else "crossed"
    text = Text()
    text.append(f"\n{explanation.origin}>{explanation.destination}", style="bold")
    text.append(
        f"  {place_name(explanation.origin)} to {place_name(explanation.destination)}, "
        f"{day_words(explanation.day, year=True)}, as of {day_words(explanation.as_of, year=True)}\n\n",
        style=_SOFT,
    )
    if explanation.forecast:
        text.append(
            "A forecast, as things stand. The claims below are behind the estimate it starts from.\n",
            style="italic",
        )
    text.append(f"{modelled(explanation.median)} people", style="bold cyan")
    text.append(f" {'would have ' if explanation.forecast else ''}{verb} that day ")
    text.append(f"[80 %: {between(explanation.low80, explanation.high80)}]\n")
    text.append(f"{modelled(explanation.cumulative_median)} since {day_words(explanation.since)} ")
    text.append(f"[80 %: {between(explanation.cumulative_low80, explanation.cumulative_high80)}]\n")
    if explanation.mostly_prior:
        text.append("Mostly prior", style="italic yellow")
        text.append(": the claims settle little of its size. Read it as a guess.\n")
    else:
        text.append(
            "Its size rests on the claims below; the prior only shapes the days between them.\n", style=_SOFT
        )
    return text


def _evidence(claim: Evidence) -> RenderableType:
    head = Text()
    head.append(f"c:{claim.claim_id[:8]}  ", style=_SOFT)
    head.append(claim.words)
    head.append(f"   weight {claim.weight:.2g}" if claim.weight else "", style=_SOFT)
    head.append("" if claim.covers else "   (other days)", style=_SOFT)
    body = Text(f"“{claim.quote}”\n", style="italic")
    published = f", {day_words(claim.published, year=True)}" if claim.published else ""
    body.append(
        f"{claim.voice}; {claim.publisher or 'publisher unknown'}{published}; {claim.source}".rstrip("; "),
        style="dim not italic",
    )
    if claim.reason:
        body.append(f"\n{claim.reason}", style="dim not italic")
    if claim.folded:
        copies = ", ".join(copy.publisher or copy.claim_id for copy in claim.folded)
        body.append(f"\nAlso published by {copies}: no further witness.", style="dim not italic")
    return Padding(Group(head, Padding(body, (0, 0, 0, 2))), (0, 0, 1, 2))


def _dispute(dispute: Dispute) -> RenderableType:
    text = Text(f"c:{dispute.claim_id[:8]}  ", style=_SOFT)
    text.append(f"{dispute.words} ({dispute.voice})", style="not dim")
    text.append(
        f"\nThe others imply {modelled(dispute.expected_median)} {unit_words(dispute.unit)} "
        f"[80 %: {between(dispute.expected_low, dispute.expected_high)}]. "
        f"Chance of a claim so far off: {chance_words(dispute.surprise)}.",
        style="not dim",
    )
    if dispute.opponents:
        text.append(f"\nAgainst it: {', '.join(f'c:{o[:8]}' for o in dispute.opponents)}", style=_SOFT)
    return Padding(text, (0, 0, 0, 2))
