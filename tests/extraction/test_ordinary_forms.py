"""The ordinary forms of news language, systematically combined: verbs, hedges, times and voices, two languages.

Each line of ordinary_forms.jsonl is a sentence of our own and the fields that must come out of it. What fails here
fails in every newspaper.
"""

import json
from datetime import datetime
from pathlib import Path

import pytest

from bordercast.extraction import extract
from bordercast.vocabulary import Report

PUBLISHED = "2023-05-10T12:00:00+00:00"  # a Wednesday
CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "ordinary_forms.jsonl").read_text("utf-8").splitlines()
]


def plain(claim):
    """Return a claim as plain fields; a figure is its value, or its two bounds."""
    q, said = claim.quantity, claim.attribution
    return {
        "kind": claim.kind.value,
        "term": claim.term,
        "value": None if q is None else (q.value if q.value is not None else [q.low, q.high]),
        "hedge": q and q.hedge.value,
        "unit": q and q.unit,
        "measure": claim.measure.value,
        "origin": claim.origin and claim.origin.iso3,
        "to": sorted(d.iso3 or d.name for d in claim.destinations),
        "at": claim.at and claim.at.iso3,
        "start": claim.interval and str(claim.interval.start),
        "end": claim.interval and str(claim.interval.end),
        "voice": " ".join(x for x in (said.speaker, said.organisation, said.role) if x),
        "source": said.source_type.value,
        "modality": claim.modality.value,
        "status": claim.status,
    }


def wrong(claim, wanted):
    """Return the fields in which a claim differs; a list of words stands for several right ones."""
    out = []
    for name, value in wanted.items():
        got = claim[name]
        if name == "voice":
            good = value.lower() in got.lower() if value else not got
        elif isinstance(value, list) and name not in ("to", "value"):
            good = got in value
        else:
            good = got == value
        if not good:
            out.append((name, value, got))
    return out


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_an_ordinary_sentence_is_read_right(case):
    """A claim with the wanted fields comes out of the sentence; nothing does where nothing is claimed."""
    report = Report.of(
        text=case["text"], published=datetime.fromisoformat(PUBLISHED), language=case["language"]
    )
    claims = [plain(claim) for claim in extract([report])]
    if case["wanted"] is None:
        assert claims == []
        return
    assert claims
    assert min((wrong(claim, case["wanted"]) for claim in claims), key=len) == []
