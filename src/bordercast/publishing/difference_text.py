"""A difference on a terminal: what each corridor was and is, and the sentences that moved it."""

from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bordercast.publishing.difference import Cause, Difference
from bordercast.publishing.quantiles import Spread
from bordercast.publishing.words import between, day_words, modelled, place_name

_SOFT = "dim"
MOST_SHOWN = 3  # the others stand in the JSON


def difference_text(found: Sequence[Difference], earlier: date, later: date) -> RenderableType:
    """Return differences as something rich can print."""
    head = Text(f"\nFrom {day_words(earlier, year=True)} to {day_words(later, year=True)}\n", style="bold")
    if not found:
        return Group(head, Text("Neither day has an estimate: no claim published by then informs a flow."))
    return Group(head, *(_corridor(difference, earlier, later) for difference in found))


def _corridor(found: Difference, earlier: date, later: date) -> RenderableType:
    text = Text(f"{found.origin}>{found.destination}", style="bold")
    text.append(
        f"  {place_name(found.origin)} to {place_name(found.destination)}{', onward' if found.onward else ''}\n",
        style=_SOFT,
    )
    if found.total is None:
        text.append(f"No longer estimated as of {day_words(later)}.\n")
    elif found.before is None or found.after is None or found.since is None or found.until is None:
        text.append(
            f"New: {_count(found.total)} up to {day_words(later)}; as of {day_words(earlier)} nobody spoke of it.\n"
        )
    else:
        text.append(
            f"{day_words(found.since)} to {day_words(found.until)}: {_count(found.before)} as of {day_words(earlier)}, "
        )
        text.append(
            f"{_count(found.after)} as of {day_words(later)}. Up to {day_words(later)}: {_count(found.total)}.\n"
        )
    if not found.causes:
        text.append("No claim came or went that moves it by 1 per cent.\n", style=_SOFT)
    return Padding(Group(text, *map(_cause, found.causes[:MOST_SHOWN])), (0, 0, 1, 0))


def _cause(cause: Cause) -> RenderableType:
    head = Text(f"c:{cause.claim_id[:8]}  ", style=_SOFT)
    head.append(f"{cause.became}: {cause.words}")
    head.append(f"   {modelled(cause.persons)} with it, {modelled(cause.without)} without", style="cyan")
    published = f", {day_words(cause.published, year=True)}" if cause.published else ""
    body = Text(f"“{cause.quote}”\n", style="italic")
    body.append(f"{cause.voice}; {cause.publisher or 'publisher unknown'}{published}", style="dim not italic")
    if cause.became != "new":
        body.append(f"\n{cause.reason}", style="dim not italic")
    return Padding(Group(head, Padding(body, (0, 0, 0, 2))), (0, 0, 0, 2))


def _count(spread: Spread) -> str:
    return f"{modelled(spread.median)} [80 %: {between(spread.low80, spread.high80)}]"
