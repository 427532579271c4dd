"""Whole short reports of our own, wire, bulletin and briefing: every count in them, and nothing else that counts.

Each line of short_reports.jsonl is a report and the claims that must come out. Those about something else, with many
people who leave, cross and arrive in them, say nothing at all.
"""

import json
from datetime import datetime
from pathlib import Path

import pytest
from tests.extraction.test_ordinary_forms import PUBLISHED, plain, wrong

from bordercast.extraction import extract
from bordercast.vocabulary import Report

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "short_reports.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50].replace("\n", " "))
def test_a_short_report_gives_its_counts_and_no_others(case):
    """Each wanted claim is found once; a count that nobody wants is a wrong number."""
    report = Report.of(text=case["text"], published=datetime.fromisoformat(PUBLISHED), language="en")
    left = [plain(claim) for claim in extract([report])]
    for wanted in case["wanted"]:
        found = next((claim for claim in left if not wrong(claim, wanted)), None)
        assert found is not None, wanted
        left.remove(found)
    assert [claim for claim in left if claim["value"] is not None or not case["wanted"]] == []
