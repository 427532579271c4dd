"""What if: asked, worked out, compared, shared."""

import csv
import io
import time

import openpyxl
from serving import CHANGE

GEORGIA = {"name": "Georgia closes", "close": [{"where": "RUS>GEO", "from": "2022-10-06"}]}
KAZAKHSTAN = {
    "name": "Kazakhstan closes",
    "close": [{"where": "RUS>KAZ", "from": "2022-10-06", "until": "2022-10-10"}],
}


def answer(client, **ask):
    """The job of a question, when it is through."""
    asked = client.post("/api/scenarios", json=ask, headers=CHANGE)
    assert asked.status_code == 202
    address = asked.headers["location"]
    end = time.monotonic() + 30
    while (job := client.get(address).json())["state"] not in ("done", "failed"):
        assert time.monotonic() < end
        assert 0 <= job["done"] <= job["total"]
        time.sleep(0.02)
    return job


def by_id(rows):
    return {row["id"]: row for row in rows}


def test_a_closure_is_asked_and_answered(client):
    """The closed corridor loses, others gain, some wait; every figure with its interval."""
    job = answer(client, scenarios=[GEORGIA])
    assert (job["state"], job["done"], job["problem"]) == ("done", job["total"], None)
    [result] = job["result"]["results"]
    assert result["name"] == "Georgia closes"
    assert len(result["days"]) == 14
    assert "closed from 6 Oct" in result["asked"][0]
    rows = by_id(result["corridors"])
    assert rows["RUS-GEO"]["difference"]["high95"] < 0
    assert rows["RUS-KAZ"]["difference"]["median"] > 0
    assert result["waiting_end"]["median"] > 0
    assert len(result["waiting"]["median"]) == 14
    assert "not what will happen" in result["note"]


def test_an_answer_can_be_taken_away(client):
    """Its projections as a table and a workbook, each row with its scenario, source, day and method."""
    job = answer(client, scenarios=[GEORGIA], days=5)
    text = client.get(f"/api/scenarios/{job['id']}/projections.csv").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["scenario"] for row in rows} == {"as things stand", "Georgia closes"}
    assert all(row["source"] and row["as_of"] and row["method"] for row in rows)
    book = openpyxl.load_workbook(
        io.BytesIO(client.get(f"/api/scenarios/{job['id']}/projections.xlsx").content)
    )
    assert book["projections"].max_row == len(rows) + 1
    assert client.get("/api/scenarios/0000000000000000/projections.csv").status_code == 404


def test_two_scenarios_are_set_against_each_other(client):
    """Their noise is shared: what is closed in neither and gains nothing does not differ."""
    job = answer(client, scenarios=[GEORGIA, KAZAKHSTAN], days=10)
    one, other = job["result"]["results"]
    between = by_id(job["result"]["between"])
    assert between["RUS-GEO"]["difference"]["low80"] > 0  # open in the second
    assert between["RUS-KAZ"]["difference"]["high80"] < 0
    assert between["RUS-GEO"]["stands"] == by_id(one["corridors"])["RUS-GEO"]["scenario"]
    assert between["RUS-GEO"]["scenario"] == by_id(other["corridors"])["RUS-GEO"]["scenario"]
    same = answer(client, scenarios=[GEORGIA, GEORGIA], days=10)["result"]["between"]
    assert all(row["difference"]["low95"] == row["difference"]["high95"] == 0 for row in same)


def test_the_same_question_has_the_same_address(client):
    """A link that holds the question leads to the answer; another question has another."""
    first, again = answer(client, scenarios=[GEORGIA]), answer(client, scenarios=[GEORGIA])
    assert first == again
    assert answer(client, scenarios=[GEORGIA], days=7)["id"] != first["id"]


def test_a_question_that_cannot_be_answered_says_why(client):
    """A corridor the estimate does not have fails the job, with those there are."""
    job = answer(client, scenarios=[{"close": [{"where": "RUS>USA"}]}])
    assert job["state"] == "failed"
    assert "RUS>USA" in job["problem"]
    assert job["result"] is None


def test_a_scenario_that_ends_before_it_begins_is_told(client):
    """The noun's own words."""
    job = answer(
        client, scenarios=[{"close": [{"where": "RUS>GEO", "from": "2022-10-09", "until": "2022-10-06"}]}]
    )
    assert job["state"] == "failed"
    assert "before it has begun" in job["problem"]


def test_every_kind_of_change_can_be_asked(client):
    """Those of docs/reference/scenario.md, with figures and days that may be two, and assumptions."""
    job = answer(
        client,
        scenarios=[
            {
                "name": "everything",
                "note": "A drill.",
                "close": [{"where": "RUS>GEO", "from": ["2022-10-06", "2022-10-08"], "probability": 0.5}],
                "restrict": [
                    {"where": "RUS>FIN", "population": "tourists", "share": [0.3, 0.6], "until": "2022-10-12"}
                ],
                "reopen": [{"where": "RUS>FIN", "from": "2022-10-15"}],
                "slow": [{"where": "Verkhny Lars", "factor": 0.5}],
                "shelter": [{"where": "Kazakhstan", "beds": 5000, "from": "2022-10-07"}],
                "trigger": [{"where": "Russia", "factor": [1.5, 2]}],
                "assume": {"need_shelter": [0.1, 0.2]},
            }
        ],
    )
    assert job["problem"] is None
    [result] = job["result"]["results"]
    assert len(result["asked"]) == 6
    assert "A drill." in result["notes"]
    assert any("draws" in note for note in result["notes"])
    [site] = [s for s in result["shelters"] if s["country"] == "KAZ"]
    assert len(site["beds"]["median"]) == len(site["occupied"]["median"]) == 14
    assert 0 <= site["days_until_full"]["chance"] <= 1
    assert {p["unit"] for p in result["pressures"]} <= {"person", "hour", "chance"}


def test_a_place_nobody_knows_is_told_with_what_to_write(client):
    """Every defect of the question, in one answer."""
    job = answer(
        client,
        scenarios=[
            {
                "slow": [{"where": "Nowhere Gate", "factor": 0.5}],
                "trigger": [{"where": "Atlantis", "factor": 2}],
            }
        ],
    )
    assert job["state"] == "failed"
    assert "Nowhere Gate" in job["problem"]
    assert "Atlantis" in job["problem"]


def test_without_asking_the_busiest_closes(client):
    """The page has something to show at once: the scenarios the situation was made with."""
    [result] = client.get("/api/scenarios").json()["results"][:1]
    assert result["asked"]
    assert result["corridors"]
