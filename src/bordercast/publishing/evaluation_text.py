"""Two evaluations, or two readings, as tables for people at a terminal."""

from rich.console import Group
from rich.table import Table
from rich.text import Text

from bordercast.publishing.claim_line import claim_line
from bordercast.publishing.evaluation import Compared, Reread
from bordercast.publishing.review_text import printable

NAMED = 12  # claims named one by one


def compared_text(compared: Compared) -> Group:
    """Return a line for each score; a star marks a change whose interval leaves out none."""
    table = Table("score", "A", "B", "change", "95 % interval", "won", "lost")
    for c in compared.changes:
        table.add_row(
            c.score, f"{c.before:.3f}", f"{c.after:.3f}", f"{c.after - c.before:+.3f}{'*' if c.sure else ''}",
            f"{c.low:+.3f} to {c.high:+.3f}", str(c.won), str(c.lost),
        )  # fmt: skip
    lists = [
        Text(f"{word} ({len(names)}): {', '.join(names[:NAMED])}{' ...' if len(names) > NAMED else ''}")
        for word, names in (("won", compared.won), ("lost", compared.lost))
    ]
    return Group(Text(f"{compared.cases} texts; * no change lies outside the interval"), table, *lists)


def reread_text(reread: Reread) -> Group:
    """Return how many claims of each kind there are, which fields differ, and the claims that came and went."""
    table = Table("kind", "A", "B")
    for kind, (before, after) in reread.kinds.items():
        table.add_row(kind, str(before), str(after))
    fields = ", ".join(f"{name} {count}" for name, count in reread.fields.items()) or "none"
    lines = [
        Text(f"{reread.reports} reports; {reread.same} claims alike in both; fields that differ: {fields}")
    ]
    for word, claims in (("only in A", reread.gone), ("only in B", reread.come)):
        lines += [Text(f"{word}: {len(claims)}")]
        lines += [Text(printable(f"  {c.report_id} {claim_line(c)}")) for c in claims[:NAMED]]
    return Group(table, *lines)
