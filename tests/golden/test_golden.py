"""What is extracted from whole short reports of many crises, as review reads it.

One file a case: a header, the report above a line of dashes, its claims below. The reports are ours; figures
and names in them are partly real, partly made up. ``make golden`` rewrites the claims; read the diff.
"""

import os
from datetime import datetime
from pathlib import Path

import pytest

from bordercast.extraction import extract
from bordercast.publishing import claim_line
from bordercast.vocabulary import Report

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
RULE = "\n----\n"


def read_case(path):
    """Return the header, the report's text and the claims expected of a case."""
    above, _, below = path.read_text("utf-8").partition(RULE)
    head, _, text = above.partition("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), text, below


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_claims_are_as_reviewed(path):
    """The claims of a case are those that review accepted last."""
    head, text, expected = read_case(path)
    report = Report.of(
        text=text,
        language=head["language"],
        published=datetime.fromisoformat(head["published"] + "T18:00:00+00:00"),
    )
    found = "".join(f"{claim_line(c)}\n" for c in extract([report]))
    if os.environ.get("BORDERCAST_REWRITE_GOLDEN"):
        path.write_text(
            "\n".join(f"{k}: {v}" for k, v in head.items()) + "\n\n" + text + RULE + found, "utf-8"
        )
        return
    assert found == expected
