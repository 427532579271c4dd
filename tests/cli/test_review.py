"""Reviewing in the terminal: keys, files, lists; what is shown, and what is kept."""

import json
from datetime import date, datetime

import pytest
from typer.testing import CliRunner

from bordercast import pipeline
from bordercast.cli import show
from bordercast.cli.main import app
from bordercast.cli.review import Sitting, standing, waiting
from bordercast.publishing import release
from bordercast.store import Store
from bordercast.vocabulary import Decision, Kind, Report, Ruling

TEXTS = (
    ("2022-09-27", "More than 98,000 people have entered Kazakhstan from Russia since 21 September, the interior minister Marat Akhmetzhanov said."),
    ("2022-09-28", "Some 53,000 people crossed from Russia into Georgia over the past week, the interior minister Vakhtang Gomelauri said on 28 September."),
    ("2022-09-29", "Guards say 53,000 people crossed from Russia into Georgia over the past week. \x1b[K\u202e About 60 per cent of those who arrive in Georgia from Russia go on to Turkey."),
)  # fmt: skip


@pytest.fixture
def where(tmp_path):
    path = tmp_path / "crisis.db"
    with Store(path) as store:
        store.add_reports(
            [
                Report.of(
                    text=text,
                    publisher=f"Gazette {day}",
                    published=datetime.fromisoformat(f"{day}T18:00:00+00:00"),
                    source=day,
                )
                for day, text in TEXTS
            ]
        )
        pipeline.extract_unread(store)
    return path


def bordercast(*args, status=0, stdin=None):
    result = CliRunner().invoke(app, [str(a) for a in args], input=stdin)
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def ids_of_persons(where):
    """The flow claims that count persons."""
    lines = [row["claim"]["line"] for row in rows(bordercast("review", where, "--json", "--kind", "flow")[0])]
    return [line["id"] for line in lines if line["quantity"]["unit"] == "person"]


def sit(store, keys, answers=(), **said):
    """Review with these keys and typed lines; return the sitting and how many claims there were."""
    situation = pipeline.assess(store)
    out = release(situation, small_counts=True)
    held = standing(store, out)
    queue = waiting(out, held, kind=said.get("kind"), everything=said.get("everything", False))
    typed = iter(answers)
    pressed = iter(keys)
    sitting = Sitting(
        store=store, release=out, queue=queue, analyst="A. Analyst", held=held,
        key=lambda: next(pressed, "q"), ask=lambda _: next(typed, ""),
    )  # fmt: skip
    show.configure(quiet=False, progress=False, debug=False)
    sitting.go()
    return sitting


def place_of(store, value):
    """Where in the list the claim with this figure stands."""
    queue = sit(store, "q").queue
    return next(i for i, d in enumerate(queue) if d.line.quantity and d.line.quantity.value == value)


def rulings(store):
    return [v.ruling for v in store.verdicts()]


def test_the_list_for_programs_has_the_sentence_and_what_became_of_it(where):
    """One object a line: the claim with its words around the quote, the ledger's words, the verdict that holds."""
    found = rows(bordercast("review", where, "--json")[0])
    assert len(found) >= 3
    first = found[0]
    assert first["verdict"] is None
    text = next(text for day, text in TEXTS if day == first["claim"]["source"])
    assert first["claim"]["quote"] in text
    assert first["claim"]["decision_words"]
    only = rows(bordercast("review", where, "--json", "--kind", "onward")[0])
    assert {row["claim"]["line"]["kind"] for row in only} <= {"onward"}


def test_people_see_the_quote_marked_and_no_trick_of_the_text(where):
    """The quote stands between marks; a report cannot move the cursor or turn the line round."""
    shown, _ = bordercast("review", where)
    assert "»More than 98,000 people have entered Kazakhstan" in shown
    assert "Estimate: used" in shown
    assert "\x1b[K" not in shown
    assert "\u202e" not in shown


def test_one_key_takes_down_one_verdict_and_goes_on(where):
    """Accept, then reject with a reason; each is kept at once, with its analyst."""
    with Store.opened(where) as store:
        sit(store, "ar", ["It is for a month."])
        one, two = store.verdicts()
        assert (one.ruling, one.analyst) == (Ruling.ACCEPTED, "A. Analyst")
        assert (two.ruling, two.reason) == (Ruling.REJECTED, "It is for a month.")
        ruled = {one.claim_id, two.claim_id}
    waiting_now = rows(bordercast("review", where, "--json")[0])
    assert not ruled & {row["claim"]["line"]["id"] for row in waiting_now}
    everything = rows(bordercast("review", where, "--json", "--all")[0])
    assert ruled <= {row["claim"]["line"]["id"] for row in everything if row["verdict"]}


def test_a_field_is_corrected_with_two_keys_and_a_value(where):
    """c, then the field; the estimate goes by it from then on."""
    with Store.opened(where) as store:
        at = place_of(store, 98_000)
        sit(store, ["n"] * at + ["c", "v", "q"], ["89,000", "The table says so."])
        (verdict,) = store.verdicts()
        assert (verdict.ruling, verdict.correction.quantity.value) == (Ruling.CORRECTED, 89_000)
        assert pipeline.assess(store).ledger.entry(verdict.claim_id).decision is Decision.USED


def test_a_value_that_does_not_fit_is_refused_in_the_terminal_too(where, capsys):
    """A share of 612,345 per cent: told, nothing kept, and the claim is still shown."""
    with Store.opened(where) as store:
        at = place_of(store, 60)
        sit(store, ["n"] * at + ["c", "v", "q"], ["612345"])
        assert store.verdicts() == ()
    told = capsys.readouterr().err
    assert "more than the whole" in told


@pytest.mark.parametrize(
    ("keys", "answers"),
    [("cv", [""]), ("cx", []), ("c@", ["Nowhereland"]), ("d0", []), ("u", []), ("?", []), ("z", [])],
)
def test_a_slip_of_the_finger_takes_nothing_down(where, keys, answers):
    """An empty value, an unknown field, place or key, and nothing to undo."""
    with Store.opened(where) as store:
        sit(store, [*keys, "q"], answers)
        assert store.verdicts() == ()


def test_undo_takes_back_verdict_after_verdict_and_then_what_stands(where):
    """The last first; in a later sitting the one that stands on the claim shown. Nothing is erased."""
    with Store.opened(where) as store:
        sit(store, "aauuu")
        assert rulings(store).count(Ruling.WITHDRAWN) == 2
        assert standing(store, release(pipeline.assess(store), small_counts=True)) == {}
        sit(store, "aq")
        sit(store, "uq", everything=True)
        sit(store, "nuq", everything=True)
        sit(store, "nnuq", everything=True)
        assert standing(store, release(pipeline.assess(store), small_counts=True)) == {}
        assert len(store.verdicts()) == 6


def test_back_and_next_walk_the_list(where):
    """The key p goes back and stops at the first; space, n and Enter go on; the end ends it."""
    with Store.opened(where) as store:
        sitting = sit(store, ["p", " ", "n", "p", "a", *"nnnnnnnn"])
        assert store.verdicts()[0].claim_id == sitting.queue[1].line.id


def test_a_duplicate_is_pointed_at_by_its_number(where):
    """The claims most like it are offered; one key chooses."""
    with Store.opened(where) as store:
        situation = pipeline.assess(store)
        figures = {c.id: c.quantity.value for c in situation.claims if c.kind is Kind.FLOW and c.quantity}
        sitting = sit(store, "q", kind=Kind.FLOW)
        at = next(i for i, d in enumerate(sitting.queue) if figures[d.line.id] == 53_000)
        sit(store, ["n"] * at + ["d", "1", "q"], kind=Kind.FLOW)
        (verdict,) = store.verdicts()
        assert figures[verdict.claim_id] == figures[verdict.duplicate_of] == 53_000
        assert pipeline.assess(store).ledger.entry(verdict.claim_id).decision is Decision.FOLDED


def test_a_file_of_verdicts_is_taken_down_whole_and_once(where, tmp_path):
    """Each line a verdict; the same file again adds nothing; the history shows who and why."""
    ids = ids_of_persons(where)
    file = tmp_path / "verdicts.jsonl"
    file.write_text(
        "\n".join(
            json.dumps(row)
            for row in (
                {"claim_id": ids[0], "ruling": "accepted", "reason": "Seen."},
                {
                    "claim_id": ids[1],
                    "ruling": "corrected",
                    "reason": "Table.",
                    "correction": {"value": 50000},
                },
            )
        ),
        "utf-8",
    )
    out, said = bordercast("review", where, "--verdicts", file, "--analyst", "A. Analyst", "--json")
    assert [row["ruling"] for row in rows(out)] == ["accepted", "corrected"]
    assert "2 verdicts taken down" in said
    _, again = bordercast(
        "review", where, "--verdicts", "-", "--analyst", "A. Analyst", stdin=file.read_text("utf-8")
    )
    assert "0 verdicts taken down; 2 held already" in again
    told, _ = bordercast("review", where, "--history")
    assert "corrected to" in told
    assert "A. Analyst" in told
    history = rows(bordercast("review", where, "--history", "--json")[0])
    assert [row["holds"] for row in history] == [True, True]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"claim_id": "0" * 16}, "holds no claim"),
        ({"ruling": "corrected", "correction": {"value": 612345, "unit": "percent"}}, "per cent"),
        ({"ruling": "corrected", "correction": {"status": "closed"}}, "status"),
        ({"ruling": "duplicate", "duplicate_of": "0" * 16}, "holds no claim"),
        ({"ruling": "withdrawn", "withdraws": "0" * 16}, "holds no verdict"),
        ({"analyst": " "}, "no analyst"),
        ({"ruling": "x"}, "verdicts.jsonl:2"),
    ],
)
def test_one_bad_line_and_nothing_is_taken_down(where, tmp_path, change, words):
    """Status 3, the words, and no verdict: neither the bad one nor the good one before it."""
    claim = ids_of_persons(where)[0]
    good = {"claim_id": claim, "ruling": "accepted", "reason": "Seen.", "analyst": "A"}
    file = tmp_path / "verdicts.jsonl"
    file.write_text(f"{json.dumps(good)}\n{json.dumps(good | change)}\n", "utf-8")
    _, told = bordercast("review", where, "--verdicts", file, status=3)
    assert words in told
    with Store.opened(where) as store:
        assert store.verdicts() == ()


def test_statuses_and_misuse(where, tmp_path):
    """Nothing left is status 4 when asked for; two modes at once, a missing file and another encoding are told."""
    bordercast("review", where, "--verdicts", tmp_path / "none.jsonl", status=5)
    bordercast("review", where, "--verdicts", "x", "--history", status=2)
    bordercast("review", tmp_path / "none.db", status=3)
    binary = tmp_path / "v.jsonl"
    binary.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in bordercast("review", where, "--verdicts", binary, status=3)[1]
    assert "No verdict" in bordercast("review", where, "--history", "--fail-empty", status=4)[1]
    with Store.opened(where) as store:
        sit(store, "a" * 20)
    assert "Every claim has its verdict" in bordercast("review", where, "--fail-empty", status=4)[1]
    assert date(2022, 9, 27).isoformat() == TEXTS[0][0]
