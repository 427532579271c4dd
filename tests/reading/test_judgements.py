"""A file of verdicts: what it may hold, and what is said of a line that cannot be used."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordercast.reading import correction_of, read_judgements
from bordercast.vocabulary import (
    Correction,
    Hedge,
    InvalidNoun,
    InvalidSetting,
    Judgement,
    Quantity,
    Ruling,
    Where,
)

LINE = {"claim_id": "c1", "ruling": "rejected", "reason": "It is for a month."}


def lines(*rows):
    return [json.dumps(row) for row in rows]


def test_lines_become_judgements_and_blank_ones_are_passed_by():
    """The analyst of the file stands where a line names none."""
    found = read_judgements(["", *lines(LINE, LINE | {"analyst": "B"})], source="verdicts.jsonl", analyst="A")
    assert [j.analyst for j in found] == ["A", "B"]
    assert found[0] == Judgement(
        claim_id="c1", ruling=Ruling.REJECTED, analyst="A", reason="It is for a month."
    )


def test_a_correction_names_places_by_code_or_name():
    """A country by its code, a town by its name in any language of the atlas."""
    said = {
        "value": 12_100, "origin": "RUS", "destinations": ["Kazakhstan", "GEO"], "at": "Уральск", "end": "2022-09-25",
        "quantity": {"value": 5, "low": 5, "high": None, "hedge": "at_least", "unit": "vehicle"},
    }  # fmt: skip
    (found,) = read_judgements(
        lines(LINE | {"ruling": "corrected", "correction": said}), source="v", analyst="A"
    )
    assert found.correction == Correction(
        value=12_100,
        origin=Where(iso3="RUS", name="Russia"),
        destinations=(Where(iso3="KAZ", name="Kazakhstan"), Where(iso3="GEO", name="Georgia")),
        at=Where(iso3="KAZ", name="Oral"),
        end=date(2022, 9, 25),
        quantity=Quantity(value=5, low=5, high=None, hedge=Hedge.AT_LEAST, unit="vehicle"),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "verdicts.jsonl:2"),
        ("[1]", "Expected `object`"),
        (json.dumps(LINE | {"ruling": "maybe"}), "maybe"),
        (json.dumps(LINE | {"reson": "x"}), "unknown field `reson`"),
        (json.dumps({"claim_id": "c", "ruling": "accepted"}), "reason"),
        (json.dumps(LINE | {"reason": " "}), "no reason"),
        (json.dumps(LINE | {"ruling": "corrected"}), "no correction"),
        (json.dumps(LINE | {"ruling": "corrected", "correction": {"origin": "XXX"}}), "XXX"),
        (json.dumps(LINE | {"ruling": "corrected", "correction": {"origin": "Nowhereland"}}), "Nowhereland"),
        (json.dumps(LINE | {"ruling": "corrected", "correction": {"start": "2022-02-30"}}), "start"),
        (json.dumps(LINE | {"ruling": "corrected", "correction": {"value": "many"}}), "value"),
        (
            '{"claim_id": "c", "ruling": "corrected", "reason": "r", "correction": {"value": 1e999}}',
            "verdicts.jsonl:2",
        ),
        ("x" * 200_000, "is no verdict"),
        ("[" * 50_000, "verdicts.jsonl:2"),
        ("\ud800", "verdicts.jsonl:2"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(line, words):
    """Where, what was found, what to do; and nothing of the file is used."""
    with pytest.raises(InvalidSetting) as refused:
        read_judgements([*lines(LINE), line], source="verdicts.jsonl", analyst="A")
    assert words in str(refused.value)
    assert "No verdict was taken down" in str(refused.value)


def test_a_file_of_something_else_is_told_shortly():
    """A thousand bad lines are not a thousand lines of complaint."""
    with pytest.raises(InvalidSetting) as refused:
        read_judgements(["nonsense"] * 1000, source="v", analyst="A")
    assert str(refused.value).count("\n") < 25
    assert "980 more" in str(refused.value)


@given(st.text(max_size=60))
def test_any_text_is_a_named_fault_or_nothing(text):
    """Nothing else comes out of a line."""
    if text.strip():  # no text of this kind is a verdict
        with pytest.raises(InvalidSetting, match=r"v:1: "):
            read_judgements([text], source="v", analyst="A")
    else:
        assert read_judgements([text], source="v", analyst="A") == ()


def test_fields_typed_at_a_terminal_are_read_as_in_a_file():
    """Numbers and dates may come as words."""
    assert correction_of({"value": "12100"}) == Correction(value=12_100)
    assert correction_of({"start": "2022-09-21"}) == Correction(start=date(2022, 9, 21))
    with pytest.raises(InvalidNoun, match="hedge"):
        correction_of({"hedge": "perhaps"})
