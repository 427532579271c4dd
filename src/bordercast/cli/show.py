"""What the commands print: JSON for programs on stdout, words for people, progress on stderr."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from bordercast.cli.exits import Exit
from bordercast.vocabulary import Claim, Report, Situation, Unreadable

if TYPE_CHECKING:
    from datetime import date

    from bordercast.cli.doctor import Check
    from bordercast.cli.settings import Settings

WIDEST = 120  # characters; wider tables are hard to read


@dataclass(slots=True)
class _Voice:
    quiet: bool = False
    bars: bool = True
    debug: bool = False


_voice = _Voice()


def configure(*, quiet: bool, progress: bool, debug: bool) -> None:
    """Set how much is said on stderr."""
    _voice.quiet, _voice.bars, _voice.debug = quiet, progress, debug


def debugging() -> bool:
    """Whether tracebacks are wanted."""
    return _voice.debug


def line(noun: object) -> None:
    """Print one JSON object on a line of stdout."""
    sys.stdout.write(msgspec.json.encode(noun).decode() + "\n")


def say(words: str) -> None:
    """Print words on stderr."""
    if not _voice.quiet:
        sys.stderr.write(words + "\n")


def draw(renderable: object) -> None:
    """Print something rich on stdout."""
    from rich.console import Console  # noqa: PLC0415 - 60 ms that --json does not need

    console = Console(soft_wrap=False)
    if console.width > WIDEST or not console.is_terminal:
        console.width = min(max(console.width, 100), WIDEST)
    console.print(renderable)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Yield a callback that moves a bar on stderr; no bar when stderr is not a terminal."""
    if not (_voice.bars and sys.stderr.isatty()):
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    tasks: dict[str, Any] = {}
    with bar:

        def move(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield move


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on stderr that something is going on."""
    if not (_voice.bars and sys.stderr.isatty()):
        yield
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(f"{what} …"):
        yield


def reports(found: Iterable[Report | Unreadable], *, as_json: bool, fail_empty: bool) -> Exit:
    """Print reports; name unreadable inputs on stderr."""
    count = refused = 0
    for item in found:
        if isinstance(item, Unreadable):
            refused += 1
            say(_refusal(item))
            continue
        count += 1
        if as_json:
            line(item)
        else:
            when = item.published.isoformat(sep=" ", timespec="minutes") if item.published else "no date"
            sys.stdout.write(
                f"{item.id}  {when:22}  {item.language}  {item.publisher or 'no publisher'}: {item.title or item.text[:60]}\n"
            )
    return _status(count, refused, fail_empty=fail_empty)


def claims(
    found: Iterable[Report | Unreadable],
    extract: Callable[[Iterable[Report]], Iterable[Claim]],
    *,
    as_json: bool,
    fail_empty: bool,
) -> Exit:
    """Print the claims of reports as they are read."""
    from bordercast.extraction import LANGUAGES, worth_reading  # noqa: PLC0415

    count = refused = 0
    for item in found:
        if isinstance(item, Unreadable):
            refused += 1
            say(_refusal(item))
            continue
        if item.language not in LANGUAGES or not worth_reading(item.text):
            from bordercast.pipeline import set_aside  # noqa: PLC0415 - half a second that other reports do not need

            refused += item.language not in LANGUAGES
            say(_refusal(*set_aside([item])))
        if item.published is None:
            say(
                f"bordercast: {item.source} states no publication day, so 'last week' cannot be resolved. Give one with --published DATE."
            )
        for claim in extract([item]):
            count += 1
            if as_json:
                line(claim)
            else:
                _claim(claim)
    return _status(count, refused, fail_empty=fail_empty)


def _claim(claim: Claim) -> None:
    from bordercast.publishing import claim_line  # noqa: PLC0415

    sys.stdout.write(f"{claim_line(claim)}\n    “{' '.join(claim.evidence[0].quote.split())}”\n")


def estimate(situation: Situation, *, as_json: bool) -> Exit:
    """Print the estimate: quantile rows, or the summary for people."""
    from bordercast.publishing import quantile_rows, summary  # noqa: PLC0415

    if situation.estimate is None:
        say(
            "bordercast: no claim published by then can inform a flow. See the ledger: bordercast inspect FILE.db"
        )
        return Exit.PROBLEMS
    if as_json:
        for row in quantile_rows(situation.estimate):
            line(row)
    else:
        draw(summary(situation))
    return Exit.OK


def projections(situation: Situation, *, as_json: bool) -> Exit:
    """Print projections: quantile rows with the scenario's name, or a table for people."""
    from bordercast.publishing import outlook, pressure_rows, projection_rows  # noqa: PLC0415

    if situation.estimate is None:
        say("bordercast: there is no estimate to start from. No claim published by then can inform a flow.")
        return Exit.PROBLEMS
    if as_json:
        for projection in situation.projections:
            for row in projection_rows(projection):
                line(row)
            for row in pressure_rows(projection):
                line(row)
        _say_how_earlier_ones_did(situation)
    else:
        draw(outlook(situation))
    return Exit.OK


def _say_how_earlier_ones_did(situation: Situation) -> None:
    from bordercast.publishing import track_record  # noqa: PLC0415

    for words in track_record(situation.backtest):
        say(f"bordercast: {words}")


def comparison(situation: Situation, *, as_json: bool) -> Exit:
    """Print the last projection against the one before it: a line for each corridor and pressure, or a table."""
    from bordercast import publishing  # noqa: PLC0415

    if situation.estimate is None:
        say("bordercast: there is no estimate to start from. No claim published by then can inform a flow.")
        return Exit.PROBLEMS
    if as_json:
        one, other = situation.projections[-2:]
        for row in publishing.comparison_rows(one, other):
            line(row)
        _say_how_earlier_ones_did(situation)
    else:
        draw(publishing.comparison(situation))
    return Exit.OK


def situation(found: Situation, store: str, files: Sequence[Path], *, as_json: bool) -> Exit:
    """Print the situation and where everything was written."""
    from bordercast.publishing import summary  # noqa: PLC0415

    page = next((f for f in files if f.name == "situation.html"), None)
    if as_json:
        line({
            "name": found.name,
            "as_of": found.as_of,
            "store": str(store),
            "reports": len(found.reports),
            "claims": len(found.claims),
            "contradictions": len(found.ledger.contradictions),
            "unreadable": sum(e.decision == "unreadable" for e in found.ledger.entries),
            "files": [str(f) for f in files],
        })  # fmt: skip
    else:
        draw(summary(found))
    refused = [e for e in found.ledger.entries if e.decision == "unreadable"]
    for entry in refused:
        say(f"bordercast: {entry.subject}: {entry.words}")
    if page:
        say(
            f"\nReport, page and tables: {page.parent}\nOpen the page in a browser: {page.resolve().as_uri()}"
        )
    say(
        f"Where a number comes from: bordercast explain {store} RUS KAZ {found.as_of}"
        if found.estimate is None
        else _explain_hint(found, store)
    )
    return Exit.PROBLEMS if refused or found.estimate is None else Exit.OK


def _explain_hint(found: Situation, store: str) -> str:
    from bordercast import pipeline  # noqa: PLC0415

    assert found.estimate is not None
    leg = pipeline.busiest_leg(found.estimate) or found.estimate.legs[0]
    return (
        f"Where a number comes from: bordercast explain {store} {leg.origin} {leg.destination} {found.as_of}"
    )


def explanation(found: Situation, origin: str, destination: str, day: "date", *, as_json: bool) -> Exit:
    """Print how one number came to be."""
    from bordercast.publishing import explain, explanation_text  # noqa: PLC0415

    told = explain(found, origin, destination, day)
    if as_json:
        line(told)
    else:
        draw(explanation_text(told))
    return Exit.OK


def difference(earlier: Situation, later: Situation, *, as_json: bool) -> Exit:
    """Print what changed between two situations, a corridor a line with JSON."""
    from bordercast.publishing import difference as changed  # noqa: PLC0415
    from bordercast.publishing import difference_text  # noqa: PLC0415

    found = changed(earlier, later)
    if as_json:
        for corridor in found:
            line(corridor)
    else:
        draw(difference_text(found, earlier.as_of, later.as_of))
    return Exit.OK if found else Exit.PROBLEMS


def files(written: Sequence[Path], *, as_json: bool) -> Exit:
    """Print the paths of files that were written."""
    if as_json:
        line({"files": [str(f) for f in written]})
    else:
        sys.stdout.write("".join(f"{f}\n" for f in written))
    return Exit.OK


def serving(address: str, enter: str, token: str | None, *, local: bool, built: bool) -> None:
    """Say where the page is, who is let in, and what is missing."""
    sys.stdout.write(f"{enter}\n")  # data: what a script reads
    sys.stdout.flush()
    if token is not None:
        say(f"The link works once, within ten minutes. After that: {address}/login with the token {token}")
    if not local:
        say(
            "Others on the network can reach it, and what they send is not encrypted. Use it on a network you trust."
        )
    if not built:
        say(
            "The page itself was not built, so only the data is served. docs/howto/serve.md says how to build it."
        )
    say("Ctrl-C stops it.")


def inspection(path: Path, *, as_json: bool) -> Exit:
    """Print what lies at a path."""
    from bordercast.cli.inspection import look  # noqa: PLC0415

    found = look(path)
    if as_json:
        line(found.content)
    else:
        draw(found.table)
    return Exit.OK


def diagnosis(checks: "Sequence[Check]", *, as_json: bool) -> Exit:
    """Print the doctor's findings."""
    for check in checks:
        if as_json:
            line(check)
        else:
            sys.stdout.write(
                f"{'sound ' if check.sound else 'UNWELL'}  {check.name}: {check.found}{'' if check.sound else f'. {check.remedy}'}\n"
            )
    return Exit.OK if all(check.sound for check in checks) else Exit.PROBLEMS


def settings(found: "Settings", *, as_json: bool) -> Exit:
    """Print every setting, its value and where that came from."""
    from bordercast.cli.settings import origin_of  # noqa: PLC0415

    for name, info in type(found).model_fields.items():
        row = {
            "setting": name,
            "value": getattr(found, name),
            "from": origin_of(name),
            "meaning": info.description,
        }
        if as_json:
            line(row)
        else:
            sys.stdout.write(f"{name} = {row['value']}  ({row['from']}): {row['meaning']}\n")
    return Exit.OK


def _refusal(item: Unreadable) -> str:
    return f"bordercast: {item.source}: {item.found}. {item.remedy}"


def _status(count: int, refused: int, *, fail_empty: bool) -> Exit:
    if refused:
        return Exit.PROBLEMS
    return Exit.EMPTY if fail_empty and not count else Exit.OK
