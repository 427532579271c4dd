"""When a border is said to shut or open, what crosses it may leap that day: the prior leaves room for it.

How many still cross is left wide open: a border that shuts may end a flow or change little, and only the figures say
which. But a restriction is not taken for a reason to come. Without this a flow that fell to nothing in a day would look like restless flows everywhere.
"""

from collections.abc import Iterable
from datetime import date

from bordercast.reconciliation.borders import timelines_of
from bordercast.reconciliation.crisis import Break
from bordercast.reconciliation.statements import Statement

MOST_BREAKS = 8  # judgement: the latest ones; each costs the fit a little
CODE_LETTERS = 3  # of a country: ISO 3166-1 alpha-3


def breaks_of(statements: Iterable[Statement], *, earliest: date, as_of: date) -> tuple[Break, ...]:
    """Return the days on which the standing of a border changes; a border nobody spoke of was open.

    Who enforces it does not matter: "Finland shuts its border to Russia" breaks what flows between the two.
    """
    found = set()
    for timeline in timelines_of(statements, as_of=as_of):
        ends = frozenset(timeline.border.split(">"))
        if not all(len(end) == CODE_LETTERS and end.isupper() for end in ends):
            continue  # one crossing of several: people take another
        standing = "open"
        for event in timeline.events:
            if not event.modality.factual or event.status not in ("open", "closed", "restricted"):
                continue
            eased = (standing, event.status) == (
                "restricted",
                "open",
            )  # "open" is then mostly said of other people
            if event.status != standing and not eased and earliest <= event.day <= as_of:
                found.add((event.day, tuple(sorted(ends)), event.status))
            standing = event.status
    return tuple(
        Break(day=day, ends=frozenset(ends), status=status)
        for day, ends, status in sorted(found)[-MOST_BREAKS:]
    )
