"""Verdicts on a real store: taken down, held to, taken back; and what another process writes is seen."""

import shutil
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import CHANGE, asked

from bordercast import pipeline
from bordercast.reading import read
from bordercast.store import Store
from bordercast.vocabulary import InvalidNoun, Ruling, Verdict, in_force, taken_back
from bordercast.web import Access, StoreSource

WORDS = {"analyst": "A. Analyst", "reason": "The ministry's own table says otherwise."}


def told(folder, name, day, text):
    file = folder / f"{name}.md"
    file.write_text(f"---\ntitle: {name}\npublisher: Gazette {name}\ndate: {day}\n---\n{text}\n", "utf-8")
    return file


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store of three reports about two corridors, with its latest estimate."""
    root = tmp_path_factory.mktemp("made")
    folder = root / "reports"
    folder.mkdir()
    told(
        folder,
        "one",
        "2022-09-27",
        "More than 98,000 people have entered Kazakhstan from Russia since 21 September, the interior minister Marat Akhmetzhanov said.",
    )
    told(
        folder,
        "two",
        "2022-09-28",
        "Some 53,000 people crossed from Russia into Georgia over the past week, the interior minister Vakhtang Gomelauri said on 28 September.",
    )
    told(
        folder,
        "three",
        "2022-10-04",
        "More than 200,000 people have entered Kazakhstan from Russia since 21 September, the interior minister Marat Akhmetzhanov said.",
    )
    where = root / "crisis.db"
    with Store(where) as opened:
        pipeline.gather(opened, [folder])
        pipeline.assess(opened)
    return root


@pytest.fixture
def store(made, tmp_path):
    """A copy that a test may write to."""
    shutil.copytree(made, tmp_path / "copy")
    return tmp_path / "copy" / "crisis.db"


@pytest.fixture(scope="module")
def settled(made):
    """A server nobody writes to."""
    source = StoreSource(made / "crisis.db")
    with asked(source) as client:
        yield client
    source.close()


@pytest.fixture
def desk(store):
    source = StoreSource(store)
    with asked(source) as client:
        yield client
    source.close()


def flow_claims(client):
    return client.get("/api/claims", params={"kind": "flow", "decision": "used"}).json()["items"]


def total(client):
    return client.get("/api/situation").json()["answers"]["number"]["total"]["median"]


def test_a_rejected_claim_no_longer_informs_and_a_withdrawal_restores_the_very_estimate(desk):
    """Reject: another number. Undo: the number, the ledger, as before; both verdicts stay on record."""
    claim = next(c for c in flow_claims(desk) if "200,000" in c["words"])
    before, mark = total(desk), desk.get("/api/status").json()["mark"]
    body = {"claim_id": claim["id"], "ruling": "rejected", **WORDS}
    answer = desk.post("/api/verdicts", json=body, headers=CHANGE)
    assert answer.status_code == 201
    verdict = answer.json()
    assert (verdict["ruling"], verdict["holds"], verdict["analyst"]) == ("rejected", True, "A. Analyst")
    assert desk.get("/api/status").json()["mark"] != mark
    without = total(desk)
    assert without != before
    fate = desk.get(f"/api/claims/{claim['id']}").json()
    assert fate["line"]["decision"] == "rejected"
    assert "An analyst rejected it" in fate["decision_words"]
    assert "A. Analyst" not in fate["decision_words"], (
        "the ledger leaves with exports; the verdict names who ruled"
    )
    assert "table says otherwise" in fate["decision_words"]

    back = desk.post(f"/api/verdicts/{verdict['id']}/withdrawal", json=WORDS, headers=CHANGE)
    assert back.status_code == 201
    assert back.json()["withdraws"] == verdict["id"]
    assert total(desk) == before
    rows = desk.get("/api/verdicts").json()["verdicts"]
    assert [(row["ruling"], row["holds"]) for row in rows] == [("withdrawn", True), ("rejected", False)]

    again = desk.post(f"/api/verdicts/{rows[0]['id']}/withdrawal", json=WORDS, headers=CHANGE)
    assert again.status_code == 201
    assert total(desk) == without


def test_a_correction_replaces_the_figure_and_says_who_did(desk):
    """What the analyst says counts from then on; the claim still quotes its report."""
    claim = next(c for c in flow_claims(desk) if "200,000" in c["words"])
    before = total(desk)
    body = {
        "claim_id": claim["id"],
        "ruling": "corrected",
        **WORDS,
        "correction": {"quantity": {"value": 400000}},
    }
    answer = desk.post("/api/verdicts", json=body, headers=CHANGE)
    assert answer.json()["corrected_to"] == "400,000 persons"
    assert total(desk) > 1.3 * before
    detail = desk.get(f"/api/claims/{claim['id']}").json()
    assert "200,000" in detail["quote"]
    assert "corrected" in detail["decision_words"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"claim_id": "0" * 16}, 404),
        ({"ruling": "withdrawn"}, 422),
        ({"reason": "   "}, 422),
        ({"analyst": ""}, 422),
        ({"analyst": "x" * 121}, 422),
        ({"ruling": "corrected"}, 422),
        ({"correction": {"quantity": {"value": 5}}}, 422),
        ({"ruling": "corrected", "correction": {}}, 422),
        ({"ruling": "corrected", "correction": {"quantity": {"value": 5, "low": 9}}}, 422),
        ({"ruling": "corrected", "correction": {"quantity": {"value": "1e9999"}}}, 422),
        ({"ruling": "corrected", "correction": {"origin": "XXX"}}, 422),
        ({"ruling": "corrected", "correction": {"start": "2022-10-02", "end": "2022-10-01"}}, 422),
        ({"extra": 1}, 422),
    ],
)
def test_a_verdict_that_cannot_be_is_not_taken_down(settled, change, status):
    """What was found, where, what to do; and nothing is written."""
    claim = flow_claims(settled)[0]["id"]
    body = {"claim_id": claim, "ruling": "accepted", **WORDS} | change
    answer = settled.post("/api/verdicts", json=body, headers=CHANGE)
    assert answer.status_code == status
    assert answer.json()["remedy"]
    assert settled.get("/api/verdicts").json() == {"verdicts": []}


def test_read_only_takes_no_verdicts(store):
    """403, and nothing is written."""
    source = StoreSource(store)
    with asked(source, Access(read_only=True)) as client:
        claim = flow_claims(client)[0]["id"]
        answer = client.post(
            "/api/verdicts", json={"claim_id": claim, "ruling": "accepted", **WORDS}, headers=CHANGE
        )
        assert answer.status_code == 403
        assert client.get("/api/status").json()["read_only"] is True
        assert client.get("/api/verdicts").json() == {"verdicts": []}
    source.close()


def test_what_another_process_writes_is_seen(desk, store, tmp_path):
    """A report added by somebody else shows up without a restart, under another mark; an old day stays as it was."""
    first = desk.get("/api/status").json()
    old = desk.get("/api/situation", params={"as_of": "2022-09-28"}).content
    text = "More than 260,000 people have entered Kazakhstan from Russia since 21 September, the interior minister Marat Akhmetzhanov said."
    with Store(store) as other:
        pipeline.gather(other, [told(tmp_path, "four", "2022-10-08", text)])
    deadline = datetime.now(UTC).timestamp() + 10
    while (second := desk.get("/api/status").json())["mark"] == first["mark"]:
        assert datetime.now(UTC).timestamp() < deadline
    assert second["days"][-1] == "2022-10-08"
    assert desk.get("/api/situation").json()["answers"]["as_of"] == "2022-10-08"
    assert desk.get("/api/situation", params={"as_of": "2022-09-28"}).content == old


def test_situations_can_be_worked_out_in_other_processes(store):
    """The same situation, byte for byte; scenarios too; and a worker that dies is replaced."""
    here, beside = StoreSource(store), StoreSource(store, processes=1)
    day = date(2022, 10, 4)
    with asked(here) as one, asked(beside) as other:
        answer = one.get("/api/situation").content
        assert other.get("/api/situation").content == answer
        [worker] = beside._workers()._processes.values()
        worker.kill()
        worker.join()
        again = beside.situation(day)
        assert again.vintage == here.situation(day).vintage
    here.close()
    beside.close()


def test_an_estimate_that_was_cited_is_still_there_after_a_verdict(desk):
    """/estimates/VINTAGE gives the number as it was."""
    answers = desk.get("/api/situation").json()["answers"]
    claim = next(c for c in flow_claims(desk) if "200,000" in c["words"])
    desk.post("/api/verdicts", json={"claim_id": claim["id"], "ruling": "rejected", **WORDS}, headers=CHANGE)
    assert total(desk) != answers["number"]["total"]["median"]
    kept = desk.get(f"/api/estimates/{answers['vintage']}").json()["answers"]
    assert kept["number"]["total"] == answers["number"]["total"]
    assert answers["vintage"] in [line["id"] for line in desk.get("/api/estimates").json()]


def test_a_withdrawal_names_what_it_takes_back():
    """And no other verdict does."""
    common = {"claim_id": "c", "analyst": "A", "decided": datetime(2022, 10, 1, tzinfo=UTC), "reason": "r"}
    with pytest.raises(InvalidNoun):
        Verdict.of(ruling=Ruling.WITHDRAWN, **common)
    with pytest.raises(InvalidNoun):
        Verdict.of(ruling=Ruling.ACCEPTED, withdraws="x", **common)


@given(
    st.lists(st.tuples(st.sampled_from(["accepted", "rejected", "back"]), st.integers(0, 9)), max_size=12),
    st.randoms(),
)
def test_verdicts_hold_as_if_what_was_taken_back_had_never_been(steps, order):
    """Against a plain reading: walk the rows, let a withdrawal remove or restore; in any order of rows."""
    rows = []
    for i, (what, target) in enumerate(steps):
        common = {
            "claim_id": "c",
            "analyst": "A",
            "decided": datetime(2022, 10, 1, 0, i, tzinfo=UTC),
            "reason": "r",
        }
        if what == "back" and rows:
            rows.append(Verdict.of(ruling=Ruling.WITHDRAWN, withdraws=rows[target % len(rows)].id, **common))
        elif what != "back":
            rows.append(Verdict.of(ruling=Ruling(what), **common))

    def stands(row):
        return not any(w.withdraws == row.id and stands(w) for w in rows)

    expected = [row for row in rows if row.withdraws is None and stands(row)]
    shuffled = list(rows)
    order.shuffle(shuffled)
    assert in_force(shuffled) == ({"c": expected[-1]} if expected else {})
    assert taken_back(shuffled) == {row.id for row in rows if not stands(row)}


def test_a_store_reads_back_a_withdrawal(tmp_path):
    """With what it takes back."""
    [report] = read(
        [
            told(
                tmp_path,
                "one",
                "2022-09-27",
                "Some 5,000 people crossed from Russia into Georgia on 26 September, the ministry said.",
            )
        ]
    )
    with Store(tmp_path / "s.db") as store:
        pipeline.gather(store, [tmp_path / "one.md"])
        claim = store.claims(pipeline.extraction_method())[0]
        assert store.claim(claim.id) == claim
        assert store.claim("0" * 16) is None
        first = Verdict.of(
            claim_id=claim.id,
            ruling=Ruling.REJECTED,
            analyst="A",
            decided=datetime(2022, 10, 1, tzinfo=UTC),
            reason="r",
        )
        back = Verdict.of(
            claim_id=claim.id,
            ruling=Ruling.WITHDRAWN,
            analyst="A",
            decided=datetime(2022, 10, 2, tzinfo=UTC),
            reason="r",
            withdraws=first.id,
        )
        mark = store.mark()
        for verdict in (first, back):
            store.add_verdict(verdict)
        assert store.verdicts() == (first, back)
        assert store.mark() != mark
        assert store.report_days() == (date(2022, 9, 27),)
    assert report.id == claim.report_id


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"measure": "share", "quantity": {"value": 612345, "unit": "percent"}}, "more than the whole"),
        ({"quantity": {"value": 5, "unit": "furlong"}}, "The unit 'furlong'"),
        ({"status": "closed"}, "The status 'closed'"),
    ],
)
def test_a_correction_that_is_not_of_the_fields_kind_is_refused(settled, change, words):
    """What the terminal refuses, the page refuses, in the same words; and nothing is written."""
    claim = flow_claims(settled)[0]["id"]
    body = {"claim_id": claim, "ruling": "corrected", **WORDS, "correction": change}
    answer = settled.post("/api/verdicts", json=body, headers=CHANGE)
    assert answer.status_code == 422
    assert words in answer.text
    assert settled.get("/api/verdicts").json() == {"verdicts": []}


def test_a_duplicate_is_marked_here_too_and_the_same_verdict_twice_is_one(desk):
    """It is folded into the claim named; sending it again adds no row."""
    one, two = (claim["id"] for claim in flow_claims(desk)[:2])
    body = {"claim_id": two, "ruling": "duplicate", "duplicate_of": one, **WORDS}
    first, again = (desk.post("/api/verdicts", json=body, headers=CHANGE).json() for _ in range(2))
    assert first["id"] == again["id"]
    assert len(desk.get("/api/verdicts").json()["verdicts"]) == 1
    fate = desk.get(f"/api/claims/{two}").json()["line"]
    assert (fate["decision"], fate["into"]) == ("folded", one)
