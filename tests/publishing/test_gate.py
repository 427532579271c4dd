"""What must not leave does not leave: planted leaks are looked for in every published byte."""

from dataclasses import replace
from datetime import date

import pyarrow.parquet as pq
import pytest
from invented_situation import KAZ, assemble, claim, days, report, said

from bordercast.publishing import publish
from bordercast.publishing.gate import QUOTE_LIMIT, WITHHELD_NAME, release
from bordercast.vocabulary import (
    Attribution,
    BorderEvent,
    BorderTimeline,
    Kind,
    Measure,
    Modality,
    SourceType,
    Where,
)

SECRETS = (
    "Arkady", "Velmozhin", "Lidia Strunova", "Pyotr", "+7 921 555 01 77", "arkady@mail.example",
    "Wolf Gully", "seven people crept", "12 Mill Lane",  "/home/someone", "SENTENCE-END",
)  # fmt: skip


@pytest.fixture(scope="module")
def leaky():
    text = report(
        "Arkady Velmozhin left at night, he told us (arkady@mail.example, +7 921 555 01 77).\n"
        "Pyotr, 26, waited with Arkady for hours.\n"
        "Lidia Strunova said that 4,000 people were on the road.\n"
        "On Sunday seven people crept through Wolf Gully.\n"
        f"Some 5,000 people crossed {'and walked on ' * 40} SENTENCE-END.",
        "Night Desk",
        (10, 3),
    )
    span = days(date(2022, 10, 1), date(2022, 10, 3))
    witness = Attribution(speaker="Arkady Velmozhin", role="a traveller", source_type=SourceType.WITNESS)
    voice = Attribution(role="a traveller", source_type=SourceType.WITNESS)
    long = f"Some 5,000 people crossed {'and walked on ' * 40} SENTENCE-END"
    claims = {
        "witness": claim(text, "Arkady Velmozhin left at night, he told us (arkady@mail.example, +7 921 555 01 77)", Kind.APPEAL, term="help", attribution=witness, measure=Measure.UNSPECIFIED),
        "age": claim(text, "Pyotr, 26, waited with Arkady for hours", Kind.QUEUE, term="waiting_time", measure=Measure.POINT),
        "unnamed": claim(text, "Lidia Strunova said that 4,000 people were on the road", quantity=said(4000, 4000, 4000), destinations=(KAZ,), interval=span, attribution=voice),
        "small": claim(text, "seven people crept through Wolf Gully", quantity=said(7, 7, 7), destinations=(KAZ,), via=(Where(iso3="KAZ", name="Wolf Gully"),), interval=span),
        "address": claim(text, "Pyotr, 26", Kind.SHELTER, term="private_home", status="open", at=Where(iso3="KAZ", name="12 Mill Lane"), measure=Measure.POINT),
        "long": claim(text, long, quantity=said(5000, 5000, 5000), destinations=(KAZ,), interval=span),
    }  # fmt: skip
    built = assemble((text,), claims)
    wolf = BorderEvent(
        day=date(2022, 10, 3), status="open", modality=Modality.ASSERTED, voice="Night Desk",
        claim_id=claims["small"].id, population=None,
    )  # fmt: skip
    told = replace(wolf, voice="Arkady Velmozhin", claim_id=claims["witness"].id)
    ledger = replace(
        built.ledger,
        entries=tuple(replace(e, words=f"{e.words} Arkady says so.") for e in built.ledger.entries),
    )
    lines = (
        BorderTimeline(border="Wolf Gully", events=(wolf,)),
        BorderTimeline(border="RUS>KAZ", events=(told,)),
    )
    return replace(built, borders=lines, ledger=ledger)


def test_planted_leaks_stay_behind(leaky, tmp_path):
    """Private names, ages, contacts, an informal crossing, a small count, a long quote and a path: none gets out."""
    for path in publish(leaky, tmp_path):
        if path.suffix == ".parquet":
            text = str(pq.read_table(path).to_pylist())
        else:
            text = path.read_text(encoding="utf-8")
        for secret in SECRETS:
            assert secret not in text, f"{secret} in {path.name}"


def test_what_stays_behind_is_counted(leaky):
    """The release says what was withheld, and how often."""
    reasons = dict(release(leaky).withheld)
    assert reasons["counts of people under 10"] == 1
    assert any("official crossings" in reason for reason in reasons)


def test_a_withheld_name_leaves_a_mark(leaky):
    """A reader sees that a name was left out."""
    assert any(WITHHELD_NAME in claim.quote for claim in release(leaky).claims)


def test_quotes_are_short(leaky, situation):
    """Quote and context together never pass the limit."""
    for one in (leaky, situation):
        for shown in release(one).claims:
            assert len(shown.before) + len(shown.quote) + len(shown.after) <= QUOTE_LIMIT


def test_small_counts_leave_only_when_asked(leaky):
    """An office may ask for counts under ten; the informal crossing stays withheld."""
    shown = next(c for c in release(leaky, small_counts=True).claims if c.quantity and c.quantity.value == 7)
    assert "seven people" in shown.quote
    assert "Wolf Gully" not in shown.quote


def test_official_crossings_pass(situation):
    """An official crossing keeps its name."""
    assert any(line.border == "Verkhny Lars" for line in release(situation).borders)


def test_officials_keep_their_names(situation):
    """A minister is named; the gate is for private persons."""
    assert "Dana Ospan" in {c.attribution.speaker for c in release(situation).claims}


def test_voices_carry_no_marks_of_emphasis():
    """A speaker, role, organisation and chain read in Markdown are shown without its marks; marks alone are nobody."""
    text = report("**Georgia.** Some 5,000 people crossed.", "Night Desk", (10, 3))
    voice = Attribution(
        speaker="**Georgia.**", role="*minister*", organisation="__Interior__", chain=("**Night Desk**", "**")
    )
    made = claim(
        text,
        "Some 5,000 people crossed",
        quantity=said(5000, 5000, 5000),
        destinations=(KAZ,),
        attribution=voice,
    )
    (shown,) = release(assemble((text,), {"one": made})).claims
    assert shown.voice == "Georgia"
    assert (shown.attribution.role, shown.attribution.organisation) == ("minister", "Interior")
    assert shown.attribution.chain == ("Night Desk",)


def test_modelled_counts_under_ten_are_empty_and_flagged(situation, tmp_path):
    """In flows.csv no value lies between 0 and 10, and every empty value is flagged."""
    publish(situation, tmp_path)
    rows = pq.read_table(tmp_path / "flows.parquet").to_pylist()
    assert any(row["suppressed"] for row in rows)
    for row in rows:
        assert (row["value"] is None) is row["suppressed"]
        assert row["value"] is None or row["value"] >= 9.5


def test_small_counts_flag_fills_the_tables(situation, tmp_path):
    """With small_counts nothing is suppressed."""
    publish(situation, tmp_path, small_counts=True)
    assert not any(row["suppressed"] for row in pq.read_table(tmp_path / "flows.parquet").to_pylist())


def test_a_place_with_a_number_is_no_person():
    """Words such as "In Georgia, 12 buses" and "Moscow, 26 September" are left as they stand."""
    text = report(
        "Moscow, 26 September. In Georgia, 12,000 people came. On Tuesday, 27 buses left.", "Desk", (9, 26)
    )
    quote = "In Georgia, 12,000 people came"
    one = claim(text, quote, quantity=said(12000, 12000, 12000), destinations=(KAZ,))
    (shown,) = release(assemble((text,), {"kaz": one})).claims
    assert shown.before + shown.quote + shown.after == text.text
