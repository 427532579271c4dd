"""Comparing two evaluations, or two readings of the same reports."""

from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
import typer

from bordercast.cli import show
from bordercast.cli.exits import Exit, guarded
from bordercast.vocabulary import Claim, InvalidSetting

T = TypeVar("T")
app = typer.Typer(name="evals", help="Compare evaluations of the rules.", no_args_is_help=True)


@app.callback()
def _root() -> None:
    """Keep `compare` a word of its own."""


@app.command()
@guarded
def compare(
    before: Annotated[Path, typer.Argument(metavar="A", help="What `evals/run.py --json` wrote, or `bordercast extract --json` printed.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="The same, of the other rules.")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> Exit:  # fmt: skip
    """Print what the second won and lost: by kind and field, with paired bootstrap intervals; or which claims came and went.

    Example: `bordercast evals compare before.jsonl after.jsonl`
    """
    from bordercast.publishing import evaluation  # noqa: PLC0415
    from bordercast.publishing.evaluation_text import compared_text, reread_text  # noqa: PLC0415

    kind, rows = _rows(before)
    other, more = _rows(after)
    if kind != other:
        raise InvalidSetting(f"{before} holds {kind}, and {after} {other}. Give two files of one kind.")
    if kind == CLAIMS:
        reread = evaluation.compare_readings(_read(rows, Claim, before), _read(more, Claim, after))
        if json:
            show.line(reread)
        else:
            show.draw(reread_text(reread))
        return Exit.OK
    compared = evaluation.compare_evaluations(
        _read(rows, evaluation.Judged, before), _read(more, evaluation.Judged, after)
    )
    if json:
        show.line(compared)
    else:
        show.draw(compared_text(compared))
    return Exit.OK


CLAIMS, EVALUATION = "claims", "an evaluation"


def _rows(path: Path) -> tuple[str, list[bytes]]:
    """Return what a file holds, and its lines."""
    lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    if not lines:
        raise InvalidSetting(
            f"{path} is empty. Write it with: bordercast extract REPORTS --json > {path.name}"
        )
    return (EVALUATION if b'"case"' in lines[0] else CLAIMS), lines


def _read(lines: list[bytes], noun: type[T], path: Path) -> list[T]:
    found: list[T] = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(msgspec.json.decode(line, type=noun))
        except (msgspec.MsgspecError, RecursionError) as fault:
            raise InvalidSetting(
                f"{path}:{number} is no line of {CLAIMS} or {EVALUATION} ({fault}). "
                "Give what `bordercast extract --json` or `evals/run.py --json` wrote."
            ) from None
    return found
