"""From a store through a model's server to the list, the review and the estimate."""

import json
from datetime import datetime

import pytest
from typer.testing import CliRunner

from bordercast import pipeline
from bordercast.cli.main import app
from bordercast.store import Store
from bordercast.vocabulary import Decision, Judgement, Outcome, Report, Ruling, UnreachableSource

from ..reading.test_model import Server, said

TEXTS = (
    ("2022-09-27", "More than 98,000 people have entered Kazakhstan from Russia since 21 September, the interior minister said."),
    ("2022-09-28", "Gomelauri: Russia to Georgia over the past week, 53,000 persons in cars and on foot."),
)  # fmt: skip
QUOTE = "Russia to Georgia over the past week, 53,000 persons"
FOUND = {
    "quote": QUOTE, "kind": "flow", "value": 53000, "unit": "person", "term": "crossed_border", "measure": "period",
    "origin": "Russia", "destinations": ["Georgia"],
}  # fmt: skip
REPLY = json.dumps({"claims": [FOUND, FOUND | {"quote": "53,000 soldiers", "value": 53000}]})


@pytest.fixture
def where(tmp_path):
    path = tmp_path / "crisis.db"
    with Store(path) as store:
        store.add_reports(
            [
                Report.of(
                    text=text,
                    publisher=day,
                    published=datetime.fromisoformat(f"{day}T18:00:00+00:00"),
                    source=day,
                )
                for day, text in TEXTS
            ]
        )
        pipeline.extract_unread(store)
    return path


def bordercast(*args, status=0):
    result = CliRunner().invoke(app, [str(a) for a in args])
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def test_nothing_is_asked_unless_a_server_is_named(where, monkeypatch):
    """Off by default: status 3, what to do; and no environment of a model's other program turns it on."""
    monkeypatch.setenv("OPENAI_API_KEY", "x")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    assert "nothing was asked" in bordercast("propose", where, status=3)[1]
    assert (
        "No model is named"
        in bordercast("propose", where, "--endpoint", "http://127.0.0.1:9/v1", status=3)[1]
    )


def test_proposals_are_held_against_the_rules_kept_and_asked_for_once(where, monkeypatch):
    """Each line says how it stands; a second run sends nothing; the key is in no file."""
    monkeypatch.setenv("BORDERCAST_MODEL_KEY", "s3cret-k3y")
    with Server(said(REPLY), said('{"claims": []}')) as server:
        monkeypatch.setenv("BORDERCAST_MODEL_ENDPOINT", server.address)
        monkeypatch.setenv("BORDERCAST_MODEL", "m")
        out, told = bordercast("propose", where, "--json")
        asked = len(server.asked)
        again, _ = bordercast("propose", where, "--json")
        assert len(server.asked) == asked == 2
    assert out == again
    assert "are sent to 127.0.0.1" in told
    outcomes = [json.loads(line)["outcome"] for line in out.splitlines()]
    assert {"refused", "only_rules"} <= set(outcomes)
    assert set(outcomes) & {"only_model", "differs", "agrees"}
    for file in where.parent.glob("crisis.db*"):
        if file.is_file():
            assert b"s3cret-k3y" not in file.read_bytes()


def run_until(times):
    """A model that answers so often and is then gone."""
    left = [times]

    def ask(text):
        if left[0] == 0:
            raise UnreachableSource("gone")
        left[0] -= 1
        return REPLY if "53,000" in text else '{"claims": []}'

    return ask


def test_a_killed_run_goes_on_where_it_stopped(where):
    """What was answered before the end is not asked again."""
    with Store.opened(where) as store:
        with pytest.raises(UnreachableSource):
            pipeline.propose(store, run_until(1), model="m")
        rows = pipeline.propose(store, run_until(1), model="m")
        assert {row.report_id for row in rows} == {report.id for report in store.reports()}
        assert pipeline.propose(store, run_until(0), model="m") == rows
        with pytest.raises(UnreachableSource):
            pipeline.propose(store, run_until(0), model="another")


def ordinary(store):
    """The situation, and whether a claim with the model's figure stands in its ledger."""
    situation = pipeline.assess(store)
    return situation, [c for c in situation.claims if c.evidence[0].quote == QUOTE]


def test_a_proposal_informs_nothing_until_an_analyst_accepts_it(where):
    """Before: not in the ledger. Accepted: used, with the quote. Taken back: gone again."""
    with Store.opened(where) as store:
        before, none = ordinary(store)
        assert none == []
        rows = pipeline.propose(store, run_until(9), model="m")
        (found,) = [row for row in rows if row.claim and row.claim.evidence[0].quote == QUOTE]
        assert ordinary(store)[0].ledger == before.ledger
        if found.outcome is Outcome.ONLY_MODEL:
            listed = pipeline.proposed(store, before)
            assert [c.id for c in listed.claims] == [found.claim.id]
        judgement = Judgement(
            claim_id=found.claim.id, ruling=Ruling.ACCEPTED, analyst="A", reason="It is there."
        )
        (verdict,) = pipeline.rule(store, [judgement], at=datetime.fromisoformat("2022-09-29T10:00:00+00:00"))
        situation, _ = ordinary(store)
        entry = next(e for e in situation.ledger.entries if "accepted" in e.words)
        assert entry.decision is Decision.USED
        back = Judgement(
            claim_id=found.claim.id, ruling=Ruling.WITHDRAWN, analyst="A", reason="No.", withdraws=verdict.id
        )
        pipeline.rule(store, [back], at=datetime.fromisoformat("2022-09-29T11:00:00+00:00"))
        assert ordinary(store)[0].ledger == before.ledger


def test_people_see_what_disagrees_and_review_it(where):
    """Lines of words, then the same claims one by one, with what a model's word is worth."""
    with Server(said(REPLY)) as server:
        out, told = bordercast("propose", where, "--endpoint", server.address, "--model", "m", "--most", "1")
    assert "refused: The quote is not in the report. “53,000 soldiers”" in out
    assert "refused 1" in told
    shown, _ = bordercast("review", where, "--proposed", "--json")
    for line in shown.splitlines():
        assert "informs nothing until an analyst accepts it" in json.loads(line)["claim"]["decision_words"]
