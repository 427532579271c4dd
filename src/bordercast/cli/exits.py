"""Exit statuses, and the one place where errors become words."""

import functools
import os
import sys
import traceback
from collections.abc import Callable
from enum import IntEnum
from typing import ParamSpec

import typer

P = ParamSpec("P")


class Exit(IntEnum):
    """What a command's exit status means. Documented in docs/reference/cli.md."""

    OK = 0
    PROBLEMS = 1  # it ran and found problems (unreadable input, a failed check)
    USAGE = 2  # wrong command line (typer's own)
    INVALID = 3  # an input or setting cannot be used
    EMPTY = 4  # nothing to do, with --fail-empty
    SOURCE = 5  # a source or the network failed
    INTERRUPTED = 130


def guarded(command: Callable[P, Exit]) -> Callable[P, None]:
    """Turn a command's errors into one message on stderr and an exit status."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        from bordercast.vocabulary import BordercastError, UnreachableSource  # noqa: PLC0415

        try:
            status = command(*args, **kwargs)
        except BordercastError as problem:
            _tell(str(problem), problem)
            raise typer.Exit(
                Exit.SOURCE if isinstance(problem, UnreachableSource) else Exit.INVALID
            ) from None
        except BrokenPipeError:
            # whoever read our output has seen enough ("| head"); nothing went wrong
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(Exit.OK) from None
        except OSError as problem:
            _tell(
                f"{problem.filename or 'A file'}: {problem.strerror or problem}. Check the path, the disk and your rights.",
                problem,
            )
            raise typer.Exit(Exit.SOURCE) from None
        except KeyboardInterrupt:
            _tell("Interrupted. What was done is kept; run the same command again to go on.", None)
            raise typer.Exit(Exit.INTERRUPTED) from None
        if status is not Exit.OK:
            raise typer.Exit(status)

    return wrapped


def _tell(message: str, problem: BaseException | None) -> None:
    from bordercast.cli import show  # noqa: PLC0415 - show needs Exit

    if problem is not None and show.debugging():
        traceback.print_exception(problem)
    print(f"bordercast: {message}", file=sys.stderr)  # noqa: T201 - words go to stderr
