"""What can be read of a situation."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from bordercast.web import described

ROOT = Path(__file__).parents[2]

VIEWS = (
    "situation",
    "corridors",
    "flows",
    "claims",
    "borders",
    "shelter",
    "contradictions",
    "changes",
    "estimates",
    "scenarios",
)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_a_twin_that_says_the_same(client, view):
    """/X.json beside the page X is /api/X, byte for byte."""
    api, twin = client.get(f"/api/{view}"), client.get(f"/{view}.json")
    assert api.status_code == twin.status_code == 200
    assert api.content == twin.content
    assert api.headers["content-type"] == "application/json"


@pytest.mark.parametrize("view", VIEWS)
def test_every_answer_is_what_the_description_promises(client, view):
    """The body fits the schema OpenAPI gives for it."""
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    schema = described["paths"][f"/api/{view}"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    jsonschema.validate(client.get(f"/api/{view}").json(), {**schema, "components": described["components"]})


def test_the_eight_answers_are_there(client):
    """Number, as of, who, what is counted, how sure, what changed; and how to cite it."""
    told = client.get("/api/situation").json()["answers"]
    assert told["as_of"] == "2022-10-04"
    assert "people crossed" in told["number"]["words"]
    assert told["who"]["claim_ids"]
    assert "crossings" in told["counts"].lower()
    assert 0 <= told["sure"]["informed"] <= 1
    assert told["changed"]["words"]
    assert told["vintage"] in told["cite"]


def test_a_number_walks_back_to_its_sentence(client):
    """From the headline to its corridor, to a claim, to the report, to the very words."""
    answers = client.get("/api/situation").json()["answers"]
    corridor = client.get(f"/api/corridors/{answers['number']['corridor']}").json()
    claim = client.get(f"/api/claims/{corridor['used'][0]['id']}").json()
    report = client.get(f"/api/reports/{claim['line']['report_id']}").json()
    assert report["text"][claim["start"] : claim["end"]] == claim["quote"]
    assert any(s["claim_id"] == claim["line"]["id"] and s["start"] == claim["start"] for s in report["spans"])


def test_columns_have_a_number_a_day(client):
    """Each level of each corridor is as long as the days; levels never cross."""
    flows = client.get("/api/flows", params={"levels": "all"}).json()
    for corridor in flows["corridors"]:
        for part, days in (("daily", "days"), ("cumulative", "days"), ("ahead", "ahead")):
            assert {len(values) for values in corridor[part].values()} == {len(flows[days])}
            for values in zip(*(corridor[part][level] for level in flows["levels"]), strict=True):
                assert list(values) == sorted(values)


def test_flows_of_some_corridors_and_daily_only(client):
    """What is not asked for is not sent."""
    flows = client.get(
        "/api/flows",
        params=[("corridor", "RUS-KAZ"), ("corridor", "RUS-GEO"), ("measure", "daily"), ("levels", "median")],
    ).json()
    assert {c["id"] for c in flows["corridors"]} == {"RUS-KAZ", "RUS-GEO"}
    assert all(c["cumulative"] == {} and list(c["daily"]) == ["median"] for c in flows["corridors"])


def test_claims_are_filtered_counted_and_paged(client):
    """Filters narrow, facets count what matches, pages do not overlap."""
    every = client.get("/api/claims").json()
    assert every["total"] == len(every["items"]) == sum(every["facets"]["kind"].values())
    for name in ("kind", "modality", "decision", "source_type"):
        for value, count in every["facets"][name].items():
            some = client.get("/api/claims", params={name: value}).json()
            assert some["total"] == count
            assert {item[name] for item in some["items"]} == {value}
    first, second = (
        client.get("/api/claims", params={"limit": 3, "offset": offset}).json()["items"] for offset in (0, 3)
    )
    assert not {c["id"] for c in first} & {c["id"] for c in second}
    found = client.get("/api/claims", params={"text": "ASSEMBLY"}).json()
    assert 0 < found["total"] < every["total"]
    assert client.get("/api/claims", params={"corridor": "RUS-KAZ"}).json()["total"] >= 1


def test_no_rumour_stands(client):
    """A border's state comes from facts alone; what is newer and no fact stands beside it."""
    lines = client.get("/api/borders").json()["borders"]
    assert any(line["loose"] for line in lines)
    for line in lines:
        assert line["standing"] is None or line["standing"]["fact"]
        assert line["loose"] is None or not line["loose"]["fact"]
        if line["standing"] is None:
            assert line["state"] in ("undecided", "unknown")


def test_an_unchanged_answer_is_not_sent_again(client):
    """If-None-Match with the tag gives 304 and no body; another tag gives the answer."""
    first = client.get("/api/situation")
    again = client.get("/api/situation", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/situation", headers={"If-None-Match": 'W/"x"'}).status_code == 200


def test_answers_are_packed_for_those_who_can_unpack(client):
    """Packed only when asked for, and the same words inside."""
    plain = client.get("/api/claims", headers={"Accept-Encoding": "identity"})
    packed = client.get("/api/claims", headers={"Accept-Encoding": "gzip"})
    refused = client.get("/api/claims", headers={"Accept-Encoding": "gzip;q=0"})
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in refused.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert plain.content == packed.content == refused.content


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/situation?as_of=2022-13-01", 422),
        ("/api/situation?as_of=0", 422),
        ("/api/situation?as_of=", 422),
        ("/api/situation?as_of=1999-01-01", 404),
        ("/api/situation?as_of=9999-12-31", 404),
        ("/api/corridors/RUS-XXX", 404),
        ("/api/corridors/..%2F..%2Fetc", 404),
        ("/api/claims/zzz", 422),
        ("/api/claims/0000000000000000", 404),
        ("/api/reports/0000000000000000", 404),
        ("/api/estimates/0000000000000000", 404),
        ("/api/scenarios/0000000000000000", 404),
        ("/api/claims?limit=501", 422),
        ("/api/claims?kind=rumour", 422),
        ("/api/flows?levels=99", 422),
        ("/api/export/nothing.csv", 422),
        ("/api/nothing", 404),
    ],
)
def test_every_error_has_the_one_shape(client, address, status):
    """What was found, where, what to do; never a page of another kind."""
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert all(len(told[part]) > 5 for part in ("title", "detail", "remedy"))


def test_a_wrong_method_is_told_which_are_right(client):
    """405 names the methods."""
    answer = client.delete("/api/claims", headers={"X-Bordercast": "1"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert answer.json()["remedy"]


def test_a_report_that_is_hard_to_count_keeps_its_spans(client):
    """Offsets are code points, also behind characters outside the basic plane."""
    for claim in client.get("/api/claims").json()["items"]:
        detail = client.get(f"/api/claims/{claim['id']}").json()
        text = client.get(f"/api/reports/{claim['report_id']}").json()["text"]
        shown = text[detail["start"] : detail["end"]]
        assert len(shown) == detail["end"] - detail["start"]
        if not detail["withheld"] and len(detail["quote"]) < 290:
            assert shown == detail["quote"]


def test_the_description_on_disk_is_the_servers():
    """docs/reference/openapi.json has the same addresses, parameters and fields; `make schema` rewrites it.

    Words are left out: they differ between versions of the library that writes them.
    """
    kept = json.loads((ROOT / "docs" / "reference" / "openapi.json").read_text("utf-8"))
    now = described()
    assert _bones(kept) == _bones(now)


def _bones(description):
    addresses = {
        (path, method): (
            sorted(p["name"] for p in operation.get("parameters", ())),
            sorted(operation["responses"]),
        )
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    }
    fields = {
        name: (sorted(schema.get("properties", ())), sorted(schema.get("required", ())))
        for name, schema in description["components"]["schemas"].items()
    }
    return addresses, fields


def test_addresses_in_the_docs_are_those_there_are(client):
    """docs/reference/api.md names every address under /api and /embed, and none that is not there."""
    page = (ROOT / "docs" / "reference" / "api.md").read_text("utf-8")
    told = set(re.findall(r"(?<![\w/])(/(?:api|embed)/[\w/.-]*\w)", page)) - {"/api/openapi.json", "/api/X"}
    paths = [p for p in client.get("/api/openapi.json").json()["paths"] if p.startswith(("/api/", "/embed/"))]
    patterns = {path: re.compile(re.sub(r"\{\w+\}", r"[\\w-]+", path)) for path in paths}
    untold = [path for path, pattern in patterns.items() if not any(pattern.fullmatch(t) for t in told)]
    made_up = [t for t in told if not any(pattern.fullmatch(t) for pattern in patterns.values())]
    assert (untold, made_up) == ([], [])
