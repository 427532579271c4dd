"""Letting a model propose claims: who is asked, what came of it."""

import os
import sys
from collections import Counter

from bordercast.cli import show
from bordercast.cli.exits import Exit
from bordercast.vocabulary import InvalidSetting, Outcome, Proposal

KEY = "BORDERCAST_MODEL_KEY"


def proposed(
    store: str,
    endpoint: str,
    model: str,
    *,
    most: int | None,
    timeout_s: float,
    as_json: bool,
    fail_empty: bool,
) -> Exit:
    """Ask about the reports of a store, and print a line for each proposal and each claim that was not proposed."""
    from bordercast import pipeline  # noqa: PLC0415
    from bordercast.reading import Endpoint  # noqa: PLC0415
    from bordercast.store import Store  # noqa: PLC0415

    if not endpoint:
        raise InvalidSetting(
            "No model's server is named, so nothing was asked. Give one with --endpoint, or BORDERCAST_MODEL_ENDPOINT; "
            "docs/howto/let-a-model-help.md says how."
        )
    asked = Endpoint(address=endpoint, model=model, key=os.environ.get(KEY, ""), timeout_s=timeout_s)
    with Store.opened(store) as opened:
        show.say(f"bordercast: reports are sent to {asked.host}.")
        with show.progress() as bar:
            rows = pipeline.propose(opened, asked.ask, model=model, most=most, progress=bar)
    for row in rows:
        if as_json:
            show.line(row)
        elif row.outcome is not Outcome.AGREES:
            sys.stdout.write(_line(row))
    counts = Counter(row.outcome for row in rows)
    show.say(
        "bordercast: "
        + ", ".join(f"{outcome.value.replace('_', ' ')} {counts[outcome]}" for outcome in Outcome)
        + "."
    )
    if counts[Outcome.ONLY_MODEL] or counts[Outcome.DIFFERS]:
        show.say(f"None of them counts until somebody accepts it: bordercast review {store} --proposed")
    return Exit.EMPTY if fail_empty and not rows else Exit.OK


def _line(row: Proposal) -> str:
    from bordercast.publishing import claim_line, printable  # noqa: PLC0415

    claim = f"{claim_line(row.claim)} " if row.claim else ""
    return printable(f"{row.outcome.value.replace('_', ' ')}: {claim}{row.words} “{row.quote}”") + "\n"
