"""The situation on a terminal: the answer first, then corridors, borders, shelter, disagreements, scenarios.

Every status is a word; colour only repeats it. Text of reports is never read as markup.
"""

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bordercast.publishing.figures import (
    CorridorFigures,
    Disagreement,
    Figures,
    ScenarioFigures,
    ScenarioLine,
    border_name,
    figures,
    ground_words,
    scenario_figures,
)
from bordercast.publishing.gate import PublicClaim, Release, release
from bordercast.publishing.notes import sureness
from bordercast.publishing.pressure import pressure_words
from bordercast.publishing.quantiles import Spread
from bordercast.publishing.track_record import track_record
from bordercast.publishing.words import (
    between,
    day_words,
    difference_between,
    interval_words,
    joined,
    modelled,
    quantity_words,
    share_words,
    signed,
    site_words,
    status_words,
    unit_words,
)
from bordercast.vocabulary import BackTest, BorderEvent, BorderTimeline, Scenario, Situation

_SOFT = "dim"
_STATEMENTS = 3  # latest statements a border
_ROWS = 12  # shelter rows; the rest stand in the tables


def summary(situation: Situation) -> RenderableType:
    """Return the situation as something rich can print."""
    out = release(situation, small_counts=True)
    numbers = figures(out)
    parts: list[RenderableType] = [_headline(out, numbers)]
    if numbers.outflow:
        parts.append(_corridors("People who crossed", numbers, numbers.outflow))
    if numbers.onward:
        parts.append(_corridors("Moved onward (never added to the above)", numbers, numbers.onward))
    parts += [_borders(out), _shelter(numbers)]
    parts += [_disagreements(numbers), *(_scenario(s) for s in numbers.scenarios)]
    if numbers.scenarios:
        parts.append(_record(situation.backtest))
    return Group(*parts)


def outlook(situation: Situation) -> RenderableType:
    """Return what may happen next, as things stand and under each scenario, as something rich can print."""
    out = release(situation, small_counts=True)
    numbers = figures(out)
    if not numbers.scenarios:
        return _nothing("What if", "No scenario.")
    return Group(*(_scenario(s) for s in numbers.scenarios), _record(situation.backtest))


def comparison(situation: Situation) -> RenderableType:
    """Return the last projection of a situation against the one before it, as something rich can print."""
    one, other = situation.projections[-2:]
    return Group(_scenario(scenario_figures(one, other)), _record(situation.backtest))


def _record(test: BackTest | None) -> RenderableType:
    text = Text("\nHow earlier forecasts did", style="bold")
    for words in track_record(test):
        text.append(f"\n{words}", style="dim not bold")
    return Padding(text, (0, 0, 1, 0))


def _headline(out: Release, numbers: Figures) -> RenderableType:
    main = numbers.main
    text = Text()
    text.append(f"\n{out.name}", style="bold")
    text.append(f"   as of {day_words(out.as_of, year=True)}, {len(out.sources)} reports\n\n", style=_SOFT)
    if main is None or numbers.first_day is None or numbers.last_day is None:
        text.append("No claim informs a flow, so there is no estimate.\n")
        return text
    text.append(f"{modelled(main.total.median)} people", style="bold cyan")
    text.append(f" crossed from {main.name} since {day_words(numbers.first_day)} ")
    text.append(f"[80 %: {between(main.total.low80, main.total.high80)}]\n")
    text.append(f"{modelled(main.last_day.median)} on {day_words(numbers.last_day)} ")
    text.append(f"[{between(main.last_day.low80, main.last_day.high80)}], ")
    text.append(f"{signed(main.change.median)} on the day before ")
    text.append(f"[{difference_between(main.change.low80, main.change.high80)}]\n")
    text.append(sureness(numbers), style=_SOFT)
    return text


def _corridors(title: str, numbers: Figures, rows: tuple[CorridorFigures, ...]) -> RenderableType:
    table = _table(title, "median, 80 % interval below, and the claims it rests on")
    table.add_column("Corridor", ratio=1, overflow="fold")
    table.add_column(f"On {day_words(numbers.last_day)}" if numbers.last_day else "Last day", justify="right")
    table.add_column("Last 7 days", justify="right")
    table.add_column(
        f"Since {day_words(numbers.first_day)}" if numbers.first_day else "In all", justify="right"
    )
    for c in rows:
        name = Text(c.name, style="bold" if c.is_total else "")
        name.append(f"\n{ground_words(c)}", style="dim not bold")
        if c.mostly_prior:
            name.append(", mostly prior", style="italic yellow not bold")
        table.add_row(name, _spread(c.last_day), _spread(c.week), _spread(c.total))
    return table


def _borders(out: Release) -> RenderableType:
    if not out.borders:
        return _nothing("Borders", "Nobody has said anything about a border.")
    table = _table("Borders", "who said what")
    table.add_column("Border", ratio=2)
    table.add_column("Standing", ratio=2)
    table.add_column("Latest statements", ratio=4)
    for line in out.borders:
        table.add_row(Text(border_name(line.border)), _standing(line), _statements(line))
    return table


def _standing(line: BorderTimeline) -> Text:
    standing = line.standing
    if standing is None:
        return Text("nobody states a fact", style=_SOFT)
    text = Text(status_words(standing.status, standing.modality), style="bold")
    text.append(f"\n{standing.voice}, {day_words(standing.day)}", style=_SOFT)
    return text


def _statements(line: BorderTimeline) -> Text:
    text = Text()
    latest: list[BorderEvent] = []
    for event in reversed(line.events):
        same = any(
            (e.status, e.modality, e.voice) == (event.status, event.modality, event.voice) for e in latest
        )
        if not same:
            latest.append(event)
    for i, event in enumerate(latest[:_STATEMENTS]):
        text.append("\n" if i else "")
        text.append(f"{day_words(event.day)}  ", style=_SOFT)
        text.append(status_words(event.status, event.modality))
        text.append(f", {event.voice}", style=_SOFT)
        if event.population:
            text.append(f" (for {event.population})", style=_SOFT)
    return text


def _shelter(numbers: Figures) -> RenderableType:
    if not numbers.shelters:
        return _nothing("Shelter", "No claim speaks of shelter. That is not evidence that shelter is enough.")
    table = _table("Shelter", "as said, latest first")
    table.add_column("Place", ratio=2)
    table.add_column("Site", ratio=2)
    table.add_column("Status", ratio=2)
    table.add_column("Figure", ratio=2)
    table.add_column("Who, when", ratio=4)
    for c in numbers.shelters[:_ROWS]:
        table.add_row(
            Text(c.at.name if c.at else "not said"),
            Text(site_words(c.term)),
            Text(status_words(c.status, c.modality)),
            Text(quantity_words(c.quantity) if c.quantity else "none", style="" if c.quantity else _SOFT),
            _who(c),
        )
    return table


def _who(claim: PublicClaim) -> Text:
    text = Text(claim.voice)
    text.append(f", {interval_words(claim.interval)}", style=_SOFT)
    return text


def _disagreements(numbers: Figures) -> RenderableType:
    if not numbers.disagreements:
        return _nothing("Where sources disagree", "No claim stands out against the others.")
    table = _table("Where sources disagree", "")
    table.add_column("The claim", ratio=4)
    table.add_column("The others imply [80 %]", ratio=3)
    table.add_column("Against it", ratio=3)
    for d in numbers.disagreements:
        table.add_row(
            _said(d),
            Text(f"{modelled(d.median)} {unit_words(d.unit)}\n[{between(d.low, d.high)}]"),
            _opponents(d),
        )
    return table


def _said(dispute: Disagreement) -> Text:
    text = Text(dispute.said)
    text.append(f"\n{dispute.claim.voice}", style=_SOFT)
    return text


def _opponents(dispute: Disagreement) -> Text:
    voices = dict.fromkeys(o.voice for o in dispute.opponents)
    return Text("\n".join(voices) or "nobody in particular", style=_SOFT)


def _scenario(scenario: ScenarioFigures) -> RenderableType:
    alone = scenario.stands == Scenario().name
    base, asked = ("As things stand", "In the scenario") if alone else ("First", "Second")
    title = scenario.name if alone else f"{scenario.name} (second), against {scenario.stands} (first)"
    table = _table(f"What if: {title}", f"people over {scenario.days} days, conditional")
    table.add_column("Corridor", ratio=1, overflow="fold")
    table.add_column(base, justify="right")
    table.add_column(asked, justify="right")
    table.add_column("Difference", justify="right")
    table.add_column("More?", justify="right")
    same = [line for line in scenario.lines if _unchanged(line)]
    for line in (line for line in scenario.lines if line not in same):
        name = line.name + (" (onward)" if line.corridor.onward else "")
        table.add_row(
            Text(name, style="bold" if line.corridor.members else ""),
            _spread(line.stands),
            _spread(line.scenario),
            _difference(line.difference),
            Text(share_words(line.chance_above), style=_SOFT),
        )
    waiting = Text(
        f"Would be waiting at the end: {modelled(scenario.waiting.median)} people "
        f"[{between(scenario.waiting.low80, scenario.waiting.high80)}]"
    )
    notes = [Text(f"No change: {joined(tuple(line.name for line in same))}.", style=_SOFT)] if same else []
    notes += [
        Text(f"{'' if alone else 'First: '}{words}.", style=_SOFT) for words in scenario.stands_closures
    ]
    notes += [Text(f"{'' if alone else 'Second: '}{words}.", style=_SOFT) for words in scenario.closures]
    notes += [Text(words, style=_SOFT) for words in scenario.notes]
    parts = [table, *([_pressures(scenario, base, asked)] if scenario.pressures else [])]
    return Group(*parts, Padding(Group(waiting, *notes), (0, 0, 0, 1)))


def _pressures(scenario: ScenarioFigures, base: str, asked: str) -> RenderableType:
    table = _table("Queues and shelter", f"at the end of {scenario.days} days, conditional")
    table.add_column("Where", ratio=1, overflow="fold")
    table.add_column(base, justify="right")
    table.add_column(asked, justify="right")
    table.add_column("Difference", justify="right")
    table.add_column("More?", justify="right")
    for line in scenario.pressures:
        words = pressure_words(line)
        name = Text(line.name)
        name.append(f"\n{words.what}", style=_SOFT)
        table.add_row(
            name,
            *(_two(*cell) for cell in (words.stands, words.scenario, words.difference)),
            Text(words.more, style=_SOFT),
        )
    return table


def _difference(spread: Spread) -> Text:
    return _two(signed(spread.median), difference_between(spread.low80, spread.high80))


def _two(middle: str, interval: str) -> Text:
    text = Text(middle, justify="right")
    if interval:
        text.append(f"\n[{interval}]", style=_SOFT)
    return text


def _unchanged(line: ScenarioLine) -> bool:
    return difference_between(line.difference.low80, line.difference.high80) == signed(0)


def _table(title: str, note: str) -> Table:
    heading = Text(title, style="bold")
    if note:
        heading.append(f"   {note}", style="dim not bold")
    return Table(
        title=heading,
        title_justify="left",
        title_style="",
        box=box.SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
        header_style="bold",
        padding=(0, 1),
        collapse_padding=True,
    )


def _nothing(title: str, words: str) -> RenderableType:
    text = Text(f"\n{title}", style="bold")
    text.append(f"\n{words}\n", style=_SOFT)
    return text


def _spread(spread: Spread) -> Text:
    text = Text(modelled(spread.median), justify="right")
    text.append(f"\n[{between(spread.low80, spread.high80)}]", style=_SOFT)
    return text
