"""Gold is worth as much as the care it was written with: quotes, words, dates and splits are checked here."""

import json
import random
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bordercast.atlas import UnknownPlace, country
from bordercast.reading import read
from bordercast.vocabulary import (
    Attribution,
    Basis,
    Hedge,
    Interval,
    Kind,
    Measure,
    Modality,
    Quantity,
    Report,
    SourceType,
)

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
CRISES = ("russia-2022", "nagorno-karabakh-2023", "reports", "second-series")
SENTENCES = ("gold.jsonl", "more.jsonl")
FIELDS = {
    "kind",
    "term",
    "quantity",
    "measure",
    "population",
    "origin",
    "destinations",
    "via",
    "at",
    "interval",
    "attribution",
    "modality",
    "status",
}
MOVES = {"flow", "onward", "return"}
UNITS = {
    "person",
    "household",
    "vehicle",
    "dwelling",
    "km",
    "hour",
    "day",
    "percent",
    "crossing",
    "trip",
    "seat",
}
STATUSES = {
    "border_status": {"open", "restricted", "closed", "undecided"},
    "shelter": {"improvised", "under_pressure", "full", "open", "housed", "capacity", None},
    "flow": {"increased", "decreased", "unchanged", None},
    "queue": {"increased", "decreased", "unchanged", None},
    "onward": {"increased", "decreased", "unchanged", None},
    "return": {"increased", "decreased", "unchanged", None},
}
SEED = "bordercast-gold-2026"


def terms_of_the_reference():
    """Return the terms each kind may have, read from the table in docs/reference/claims.md."""
    page = (ROOT / "docs" / "reference" / "claims.md").read_text("utf-8")
    table = page.split("## term")[1].split("## ")[0]
    rows = re.findall(r"^\| (`.+?|housing counts) \| (.+?)(?: \(kind .+)? \|$", table, re.MULTILINE)
    terms: dict[str, set[str]] = {}
    for kinds, words in rows:
        names = ["stock"] if kinds == "housing counts" else re.findall(r"`(\w+)`", kinds)
        for name in names:
            terms.setdefault(name, set()).update(re.findall(r"`(\w+)`", words))
    return terms


TERMS = terms_of_the_reference()


def reports(name):
    """Return the body of every report of an example, by its stem."""
    return {Path(r.source).stem: r for r in read([EXAMPLES / name / "reports"]) if isinstance(r, Report)}


def claims_of(name):
    """Return (stem, claim) for every gold claim of an example."""
    for path in sorted((EXAMPLES / name / "gold").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield path.stem, json.loads(line)


def rows_of(name):
    """Return the rows of a file of sentences."""
    return [json.loads(x) for x in (EXAMPLES / "sentences" / name).read_text("utf-8").splitlines()]


def splits_of(name):
    """Return the columns of split.csv, without its head."""
    return [x.split(",") for x in (EXAMPLES / name / "split.csv").read_text("utf-8").splitlines()[1:]]


def every_claim():
    """Return (where, claim) for all gold there is."""
    for name in CRISES:
        yield from ((f"{name}/{stem}", claim) for stem, claim in claims_of(name))
    for name in SENTENCES:
        yield from ((row["id"], claim) for row in rows_of(name) for claim in row["claims"])


@pytest.mark.parametrize("name", CRISES)
def test_a_quote_stands_in_its_report(name):
    """To the letter, so that whoever doubts a claim can find the words."""
    texts = reports(name)
    missing = [(stem, c["quote"]) for stem, c in claims_of(name) if c["quote"] not in texts[stem].text]
    assert missing == []


@pytest.mark.parametrize("name", CRISES)
def test_every_report_has_gold_and_a_split(name):
    """Reports, gold files and rows of split.csv name the same texts, each once."""
    stems = sorted(reports(name))
    assert sorted(p.stem for p in (EXAMPLES / name / "gold").glob("*.jsonl")) == stems
    assert sorted(row[0] for row in splits_of(name)) == stems
    assert {row[1] for row in splits_of(name)} == {"dev", "heldout"}


def test_every_sentence_has_an_id_and_a_split():
    """Ids are unique over both files; a third is held out."""
    rows = [row for name in SENTENCES for row in rows_of(name)]
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({row["text"] for row in rows}) == len(rows)
    assert Counter(row["split"] for row in rows)["heldout"] == len(rows) // 3
    for row in rows:
        date.fromisoformat(row["published"])


def test_the_words_of_a_claim_are_those_of_the_reference():
    """Kinds, terms, measures, modalities and statuses; and only the fields the reference has."""
    wrong = []
    for where, claim in every_claim():
        kind = Kind(claim["kind"]).value
        Measure(claim["measure"])
        Modality(claim["modality"])
        if set(claim) - {"quote"} != FIELDS:
            wrong.append((where, "fields", set(claim) ^ FIELDS))
        if claim["term"] not in TERMS[kind]:
            wrong.append((where, kind, claim["term"]))
        if claim["status"] not in STATUSES.get(kind, {None}):
            wrong.append((where, kind, claim["status"]))
        if kind in MOVES and claim["at"] is not None:
            wrong.append((where, kind, "a movement is not at a place"))
        if (claim["modality"] == "undecided") != (claim["status"] == "undecided"):
            wrong.append((where, "undecided", claim["modality"], claim["status"]))
    assert wrong == []


def test_figures_times_and_voices_hold_together():
    """The nouns themselves refuse what cannot be: bounds in the wrong order, an end before its start."""
    for where, claim in every_claim():
        said, when, voice = claim["quantity"], claim["interval"], claim["attribution"]
        if said is not None:
            figure = Quantity(**{**said, "hedge": Hedge(said["hedge"])})
            assert figure.unit in UNITS, where
            assert claim["measure"] != "daily_rate" or figure.per is not None, where
        if when is not None:
            days = {k: date.fromisoformat(when[k]) if when[k] else None for k in ("start", "end")}
            Interval(**days, basis=Basis(when["basis"]))
        Attribution(**{**voice, "source_type": SourceType(voice["source_type"])})


def test_places_are_countries_of_the_atlas():
    """Origins and destinations are ISO 3166-1 codes, or the European Union."""
    unknown = set()
    for where, claim in every_claim():
        codes = [claim["origin"], *claim["destinations"], (claim["at"] or {}).get("iso3")]
        for code in codes:
            if code in (None, "EU"):
                continue
            try:
                country(code)
            except UnknownPlace:
                unknown.add((where, code))
    assert unknown == set()


def drawn(strata):
    """Return id -> split: strata in order, each shuffled by the seed, every third text held out."""
    order = []
    for name in sorted(strata):
        ids = sorted(strata[name])
        random.Random(f"{SEED}/{name}").shuffle(ids)
        order += ids
    return {text: "heldout" if i % 3 == 2 else "dev" for i, text in enumerate(order)}


def test_the_split_was_drawn_and_not_chosen():
    """Nobody may move a text between dev and heldout after having seen how the rules do on it."""
    texts = [(row[0], row[1], row[2]) for row in splits_of("reports")]
    rows = [(r["id"], r["split"], f"{r['language']}/{r['topic']}") for r in rows_of("more.jsonl")]
    for drawing in (texts, rows):
        strata: dict[str, list[str]] = {}
        for text, _, stratum in drawing:
            strata.setdefault(stratum, []).append(text)
        assert {text: split for text, split, _ in drawing} == drawn(strata)


def test_the_second_series_is_halved():
    """Every language, and the reports about something else, lie half in dev and half in heldout."""
    written = reports("second-series")
    rows = splits_of("second-series")
    halves = {
        split: Counter(
            what
            for stem, part, style in rows
            if part == split
            for what in {written[stem].language, "distractor" if style == "distractor" else "crisis"}
        )
        for split in ("dev", "heldout")
    }
    assert halves["dev"] == halves["heldout"]
    without = {stem for stem, _, style in rows if style == "distractor"}
    assert without.isdisjoint(stem for stem, _ in claims_of("second-series"))
