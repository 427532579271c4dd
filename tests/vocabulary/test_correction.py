"""A correction is of the field's kind, wherever it is typed."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bordercast.vocabulary import (
    Attribution,
    Basis,
    Claim,
    Correction,
    Hedge,
    Interval,
    InvalidNoun,
    Judgement,
    Kind,
    Measure,
    Modality,
    Quantity,
    Ruling,
    Span,
    Where,
)
from bordercast.vocabulary.correction import STATUSES, TERMS, UNITS, _faults

ROOT = Path(__file__).parents[2]


def claim(**said):
    fields = {
        "report_id": "r",
        "kind": Kind.FLOW,
        "term": "arrived",
        "quantity": Quantity.of(12_000),
        "measure": Measure.CUMULATIVE,
        "population": None,
        "origin": Where(iso3="RUS", name="Russia"),
        "destinations": (Where(iso3="KAZ", name="Kazakhstan"),),
        "via": (),
        "at": None,
        "interval": Interval(start=date(2022, 9, 21), end=date(2022, 9, 26), basis=Basis.SINCE),
        "attribution": Attribution(),
        "modality": Modality.ASSERTED,
        "status": None,
        "evidence": (Span(start=0, end=5, quote="Words"),),
    }
    return Claim.of(**(fields | said))


SHARE = claim(measure=Measure.SHARE, quantity=Quantity.of(60, unit="percent"))


def test_a_correction_changes_what_it_names_and_nothing_else():
    """The rest stays, the quote too; the id is another one."""
    right = Correction(value=12_100, end=date(2022, 9, 25)).of(claim())
    assert right.quantity == Quantity.of(12_100)
    assert right.interval == Interval(start=date(2022, 9, 21), end=date(2022, 9, 25), basis=Basis.EXPLICIT)
    assert (right.origin, right.evidence) == (claim().origin, claim().evidence)
    assert right.id != claim().id


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"value": 3_000}, Quantity.of(3_000, hedge=Hedge.MORE_THAN, unit="vehicle", per="day")),
        ({"hedge": Hedge.UP_TO}, Quantity.of(5_000, hedge=Hedge.UP_TO, unit="vehicle", per="day")),
        ({"unit": "person"}, Quantity.of(5_000, hedge=Hedge.MORE_THAN, unit="person", per="day")),
    ],
)
def test_a_part_of_a_figure_leaves_the_other_parts(parts, expected):
    """The number alone keeps unit and hedge, and its bounds follow from the hedge."""
    said = claim(quantity=Quantity.of(5_000, hedge=Hedge.MORE_THAN, unit="vehicle", per="day"))
    assert Correction(**parts).of(said).quantity == expected


@pytest.mark.parametrize(
    ("said", "correction", "words"),
    [
        (SHARE, Correction(value=612_345), "more than the whole"),
        (SHARE, Correction(quantity=Quantity.of(60)), "counted in per cent"),
        (claim(), Correction(measure=Measure.SHARE), "counted in per cent"),
        (claim(), Correction(unit="percent"), "share or a change"),
        (claim(), Correction(unit="furlong"), "The unit 'furlong'"),
        (claim(), Correction(unit="km"), "The unit 'km'"),
        (claim(), Correction(value=3e9), "more than any count"),
        (claim(), Correction(value=12.5), "no whole number"),
        (claim(), Correction(status="closed"), "The status 'closed'"),
        (claim(), Correction(term="tent"), "The term 'tent'"),
        (claim(), Correction(kind=Kind.BORDER_STATUS), "carries no figure"),
        (claim(), Correction(kind=Kind.QUEUE, value=1e6, unit="hour"), "more than any count"),
        (claim(), Correction(value=12_000), "changes nothing"),
        (claim(), Correction(), "changes nothing"),
        (claim(quantity=None), Correction(hedge=Hedge.APPROX), "gives no figure"),
        (claim(quantity=Quantity(value=None, low=5, high=9, hedge=Hedge.RANGE, unit="person")), Correction(hedge=Hedge.EXACT), "a range"),
        (claim(), Correction(end=date(2022, 9, 1)), "cannot run from"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_what_to_do(said, correction, words):
    """A slip of the hand never reaches the estimate."""
    with pytest.raises(InvalidNoun, match=words) as refused:
        correction.of(said)
    assert str(refused.value).count(". ") >= 1


def test_another_kind_brings_a_term_of_its_own():
    """A flow that is people present is present, not arrived."""
    assert Correction(kind=Kind.STOCK, measure=Measure.POINT).of(claim()).term == "present"
    assert Correction(kind=Kind.RETURN).of(claim()).term == "arrived"


def test_the_words_of_each_kind_are_those_of_the_page():
    """Terms, statuses and units stand in docs/reference/claims.md."""
    told = (ROOT / "docs" / "reference" / "claims.md").read_text("utf-8")
    for word in {w for listed in (TERMS, STATUSES, UNITS) for words in listed.values() for w in words}:
        assert f"`{word}`" in told, word


def test_every_gold_figure_would_pass_as_a_correction():
    """What people wrote down as right is not refused: the checks are about slips, not about rare figures."""
    files = [*ROOT.glob("examples/*/gold/*.jsonl"), *ROOT.glob("examples/sentences/*.jsonl")]
    rows = [
        json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()
    ]
    wanted = [gold for row in rows for gold in row.get("claims", [row])]
    assert len(wanted) > 1000
    refused = 0
    for gold in wanted:
        if gold["quantity"] is None:
            continue
        q = gold["quantity"]
        said = claim(
            kind=Kind(gold["kind"]),
            term=gold["term"],
            measure=Measure(gold["measure"]),
            quantity=Quantity(**(q | {"hedge": Hedge(q["hedge"])})),
        )
        refused += bool(_faults(said, frozenset({"quantity", "kind", "measure", "term"})))
    assert refused == 0


NOW = datetime(2022, 10, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    "said",
    [
        {"ruling": Ruling.CORRECTED},
        {"ruling": Ruling.ACCEPTED, "correction": Correction(value=5)},
        {"ruling": Ruling.DUPLICATE},
        {"ruling": Ruling.REJECTED, "duplicate_of": "x"},
        {"ruling": Ruling.WITHDRAWN},
        {"ruling": Ruling.ACCEPTED, "reason": "  "},
        {"ruling": Ruling.ACCEPTED, "analyst": ""},
    ],
)
def test_a_judgement_names_who_why_and_what_goes_with_its_ruling(said):
    """Each part goes with one ruling, and nobody decides without a name and a reason."""
    with pytest.raises(InvalidNoun, match=r"Give|Say"):
        Judgement(**({"claim_id": "c", "analyst": "A", "reason": "Because."} | said))


def test_a_claim_is_no_duplicate_of_itself():
    """The first to say it is another claim."""
    judgement = Judgement(
        claim_id=claim().id, ruling=Ruling.DUPLICATE, analyst="A", reason="Again.", duplicate_of=claim().id
    )
    with pytest.raises(InvalidNoun, match="another claim"):
        judgement.on(claim(), at=NOW)
