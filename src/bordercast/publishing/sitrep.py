"""The situation report in Markdown: a flash update of about three pages, and an annex with the sentences.

Every figure carries a reference mark such as ``[c:3722b89b]`` that the annex resolves. The office fills in the
response; the report does not invent one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from bordercast.publishing.figures import (
    CorridorFigures,
    Figures,
    ScenarioFigures,
    border_name,
    claim_words,
    figures,
    ground_words,
)
from bordercast.publishing.gate import PublicClaim, Release
from bordercast.publishing.notes import BOUNDARIES, DISCLAIMER, METHODS, TERMS, gaps, sureness
from bordercast.publishing.pressure import pressure_words
from bordercast.publishing.words import (
    UNDER,
    between,
    day_words,
    difference_between,
    interval_words,
    joined,
    modelled,
    quantity_words,
    said,
    signed,
    site_words,
    status_words,
)
from bordercast.vocabulary import Kind

_MARKS = 3  # reference marks beside a figure; the corridor's full list stands in claims.csv and on the page
_HIGHLIGHTS = 5
_ROWS = 14  # rows of a table in the report; the rest stand in the CSV
_MARKUP = re.compile(r"([\\`*_\[\]{}<>|#~$])")


def sitrep_bytes(release: Release) -> bytes:
    """Return ``situation.md``."""
    numbers = figures(release)
    cited: dict[str, PublicClaim] = {}
    body = list(_body(release, numbers, cited))
    return "\n".join([*body, *_annex(cited.values())]).encode()


def _body(release: Release, numbers: Figures, cited: dict[str, PublicClaim]) -> Iterator[str]:
    yield f"# {_plain(release.name)}: situation report"
    yield ""
    yield f"**As of {day_words(release.as_of, year=True)}, end of day.** From {len(release.sources)} reports. Classification: public."
    yield ""
    yield f"> {DISCLAIMER}"
    yield from _section("Key figures", _key_figures(numbers, cited))
    yield from _section("Highlights", _highlights(release, numbers, cited))
    yield from _section("Corridors", _corridors(numbers, cited))
    yield from _section("Borders", _borders(release, cited))
    yield from _section("Reception and shelter", _shelter(numbers, cited))
    yield from _section("Response", ["*For the office to fill in.*"])
    yield from _section("Outlook", _outlook(numbers))
    yield from _section("Where sources disagree", _disagreements(numbers, cited))
    yield from _section(
        "Gaps, and what would change the estimate", _bullets(map(_plain, gaps(release, numbers)))
    )
    yield from _section("Methods and data quality", _methods(release, numbers))
    yield from _section("Sources", _sources(release))
    yield from _section("Boundaries and words", [BOUNDARIES, "", *_bullets(TERMS)])


def _key_figures(numbers: Figures, cited: dict[str, PublicClaim]) -> Iterator[str]:
    main = numbers.main
    if main is None or numbers.first_day is None or numbers.last_day is None:
        yield "No claim informs a flow, so there is no estimate."
        return
    since, last = day_words(numbers.first_day), day_words(numbers.last_day)
    yield "| What | Figure | 80 per cent interval | Evidence |"
    yield "|---|---:|---:|---|"
    mark = _marks(main.claims, cited)
    yield _row(f"People who crossed from {main.name} since {since}", modelled(main.total.median), between(main.total.low80, main.total.high80), mark)  # fmt: skip
    yield _row("Of them in the last seven days", modelled(main.week.median), between(main.week.low80, main.week.high80), mark)  # fmt: skip
    yield _row(
        f"On {last}", modelled(main.last_day.median), between(main.last_day.low80, main.last_day.high80), mark
    )
    yield _row("Change since the day before", signed(main.change.median), difference_between(main.change.low80, main.change.high80), mark)  # fmt: skip
    legs = [c for c in numbers.outflow if not c.is_total]
    if legs:
        yield _row(f"Largest corridor: {legs[0].name}, since {since}", modelled(legs[0].total.median), between(legs[0].total.low80, legs[0].total.high80), _marks(legs[0].claims, cited))  # fmt: skip
    yield ""
    yield sureness(numbers)


def _highlights(release: Release, numbers: Figures, cited: dict[str, PublicClaim]) -> Iterator[str]:
    found: list[str] = []
    main = numbers.main
    if main and numbers.last_day:
        rose = (
            "rose"
            if main.change.low80 > 0
            else "fell"
            if main.change.high80 < 0
            else "did not clearly change"
        )
        found.append(
            f"The daily number of people crossing from {main.name} {rose} on {day_words(numbers.last_day)}: "
            f"{modelled(main.last_day.median)} ({between(main.last_day.low80, main.last_day.high80)}) {_marks(main.claims, cited)}."
        )
    found += [
        f"People are moving on: {modelled(leg.total.median)} ({between(leg.total.low80, leg.total.high80)}) "
        f"from {leg.name} {_marks(leg.claims, cited)}."
        for leg in [c for c in numbers.onward if not c.is_total and not c.mostly_prior][:1]
    ]
    heard = [(line, line.events[-1]) for line in release.borders if line.events]
    found += [
        f"{border_name(line.border)}: {_plain(status_words(latest.status, latest.modality))}, "
        f"{_plain(latest.voice)}, {day_words(latest.day)} {_mark(release.claim(latest.claim_id), cited)}."
        for line, latest in heard[: _HIGHLIGHTS - 1 - len(found)]
    ]
    found += [
        f"Shelter in {_plain(c.at.name if c.at else 'a place not named')}: {_plain(status_words(c.status, c.modality))}, "
        f"{site_words(c.term)}, {_plain(c.voice)} {_mark(c, cited)}."
        for c in numbers.shelters[:1]
    ]
    yield from _bullets(found[:_HIGHLIGHTS] or ["Nothing to report."])


def _corridors(numbers: Figures, cited: dict[str, PublicClaim]) -> Iterator[str]:
    if not numbers.corridors or numbers.first_day is None or numbers.last_day is None:
        yield "No corridor has an estimate."
        return
    for title, rows in (
        ("People who crossed", numbers.outflow),
        ("Onward movement (never added to the above)", numbers.onward),
    ):
        if not rows:
            continue
        yield f"**{title}**, median and 80 per cent interval:"
        yield ""
        yield f"| Corridor | On {day_words(numbers.last_day)} | Last 7 days | Since {day_words(numbers.first_day)} | Ground | Evidence |"
        yield "|---|---:|---:|---:|---|---|"
        for c in rows[:_ROWS]:
            yield _row(
                c.name,
                *(
                    f"{modelled(s.median)} ({between(s.low80, s.high80)})"
                    for s in (c.last_day, c.week, c.total)
                ),
                _ground(c),
                _marks(c.claims, cited),
            )
        yield ""
        if len(rows) > _ROWS:
            yield f"{len(rows) - _ROWS} smaller corridors stand in flows.csv."
            yield ""


def _ground(figure: CorridorFigures) -> str:
    words = ground_words(figure)
    return f"{words}; *mostly prior*" if figure.mostly_prior else words


def _borders(release: Release, cited: dict[str, PublicClaim]) -> Iterator[str]:
    if not release.borders:
        yield "Nobody has said anything about a border."
        return
    yield "| Border | Standing | Latest statement | Who, when | Evidence |"
    yield "|---|---|---|---|---|"
    for line in release.borders[:_ROWS]:
        standing, latest = line.standing, line.events[-1] if line.events else None
        yield _row(
            border_name(line.border),
            f"{status_words(standing.status, standing.modality)} ({day_words(standing.day)})"
            if standing
            else "nobody states a fact",
            status_words(latest.status, latest.modality) if latest else "",
            f"{_plain(latest.voice)}, {day_words(latest.day)}" if latest else "",
            _mark(release.claim(latest.claim_id), cited) if latest else "",
        )


def _shelter(numbers: Figures, cited: dict[str, PublicClaim]) -> Iterator[str]:
    if not numbers.shelters:
        yield "No claim speaks of shelter. That is not evidence that shelter is enough."
        return
    yield "| Place | Site | Status | Figure | Who, when | Evidence |"
    yield "|---|---|---|---|---|---|"
    for c in numbers.shelters[:_ROWS]:
        yield _row(
            _plain(c.at.name) if c.at else "not said",
            site_words(c.term),
            status_words(c.status, c.modality),
            quantity_words(c.quantity) if c.quantity else "none",
            f"{_plain(c.voice)}, {interval_words(c.interval)}",
            _mark(c, cited),
        )


def _outlook(numbers: Figures) -> Iterator[str]:
    if numbers.forecast is None:
        yield "No forecast was made."
        return
    days = len(numbers.forecast.days)
    yield f"Conditional figures for the next {days} days. They say what would follow, not what will happen."
    yield ""
    if numbers.main:
        line = next((x for x in numbers.outlook if x.corridor == numbers.main.corridor), None)
        if line:
            yield (
                f"If things stay as they are, {modelled(line.stands.median)} people "
                f"({between(line.stands.low80, line.stands.high80)}) would cross from {line.name}."
            )
            yield ""
    for scenario in numbers.scenarios:
        yield f"**{_plain(scenario.name)}.** {_plain('; '.join(scenario.closures))}. If so, over {scenario.days} days:"
        yield ""
        yield "| Corridor | As things stand | In the scenario | Difference |"
        yield "|---|---:|---:|---:|"
        moved = sorted(scenario.lines, key=lambda x: (-abs(x.difference.median), str(x.corridor)))
        for x in (x for x in moved[:8] if abs(x.difference.median) >= UNDER):
            yield _row(
                x.name + (" (onward)" if x.corridor.onward else ""),
                f"{modelled(x.stands.median)} ({between(x.stands.low80, x.stands.high80)})",
                f"{modelled(x.scenario.median)} ({between(x.scenario.low80, x.scenario.high80)})",
                f"{signed(x.difference.median)} ({difference_between(x.difference.low80, x.difference.high80)})",
            )
        yield ""
        yield f"Would be waiting at the end: {modelled(scenario.waiting.median)} people ({between(scenario.waiting.low80, scenario.waiting.high80)})."
        yield ""
        yield from _pressures(scenario)


def _pressures(scenario: ScenarioFigures) -> Iterator[str]:
    if scenario.pressures:
        yield f"| At the end of {scenario.days} days | | As things stand | In the scenario | Difference |"
        yield "|---|---|---:|---:|---:|"
    for line in scenario.pressures:
        words = pressure_words(line)
        cells = (words.stands, words.scenario, words.difference)
        yield _row(line.name, words.what, *(f"{a} ({b})" if b and a != b else a for a, b in cells))
    for note in scenario.notes:
        yield ""
        yield _plain(note)
    yield ""


def _disagreements(numbers: Figures, cited: dict[str, PublicClaim]) -> Iterator[str]:
    if not numbers.disagreements:
        yield "No claim stands out against the others."
        return
    yield "| Claim | Who, when | The others imply | Against it | Evidence |"
    yield "|---|---|---|---|---|"
    for d in numbers.disagreements[:_ROWS]:
        when = f", {day_words(d.claim.published)}" if d.claim.published else ""
        yield _row(
            _plain(d.said),
            f"{_plain(d.claim.voice)}{when}",
            f"{modelled(d.median)} ({between(d.low, d.high)})",
            _plain(joined(tuple(dict.fromkeys(o.voice for o in d.opponents)))) or "nobody in particular",
            " ".join([_mark(d.claim, cited), _marks(d.opponents, cited)]).strip(),
        )


def _methods(release: Release, numbers: Figures) -> Iterator[str]:
    yield from _bullets(METHODS)
    yield ""
    if release.estimate:
        yield f"Method: `{release.estimate.method}`, {release.estimate.draws.shape[0]} draws. "
    used = sum(len(c.claims) > 0 for c in numbers.corridors)
    yield f"{used} of {len(numbers.corridors)} corridors have a claim of their own. Tables with all quantiles stand beside this file."


def _sources(release: Release) -> Iterator[str]:
    by_publisher: dict[str, list[str]] = {}
    for source in release.sources:
        day = source.published.isoformat() if source.published else "no date"
        by_publisher.setdefault(source.publisher or "Publisher unknown", []).append(day)
    yield from _bullets(
        f"{_plain(publisher)}: {len(days)} {'report' if len(days) == 1 else 'reports'}, {_span(days)}"
        for publisher, days in sorted(by_publisher.items())
    )


def _span(days: list[str]) -> str:
    return days[0] if min(days) == max(days) else f"{min(days)} to {max(days)}"


def _annex(cited: Iterable[PublicClaim]) -> Iterator[str]:
    moves = (Kind.FLOW, Kind.ONWARD, Kind.RETURN)
    yield ""
    yield "---"
    yield ""
    yield "## Annex: the sentences behind the figures"
    yield ""
    yield "Quotes hold at most 300 characters. Every claim, cited here or not, stands in claims.csv."
    yield ""
    for claim in sorted(cited, key=lambda c: (c.kind not in moves, str(c.published or ""), c.id)):
        published = f", {claim.published.isoformat()}" if claim.published else ""
        yield f"**[{claim.mark}]** {_plain(claim_words(claim))} ({said(claim.modality)})  "
        yield f"“{_plain(claim.quote)}”  "
        yield f"{_plain(claim.voice)}; {_plain(claim.publisher or 'publisher unknown')}{published}"
        yield ""


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield from lines


def _bullets(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"- {line}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _marks(claims: Sequence[PublicClaim], cited: dict[str, PublicClaim]) -> str:
    return " ".join(_mark(claim, cited) for claim in claims[:_MARKS])


def _mark(claim: PublicClaim | None, cited: dict[str, PublicClaim]) -> str:
    if claim is None:
        return ""
    cited[claim.id] = claim
    return f"[{claim.mark}]"


def _plain(words: str) -> str:
    """Return words of a report as Markdown that shows them and does nothing else."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))
