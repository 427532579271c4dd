"""Who is let in, under which name, how much and how often; and what a browser is told."""

import re
import socket
from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from large_situation import FixedSource
from serving import CHANGE, asked

from bordercast.web import Access, guard
from bordercast.web.guard import host_name
from bordercast.web.limits import Buckets
from bordercast.web.login import Login

TOKEN = "a-long-token-nobody-guesses"
VERDICT = {"claim_id": "0" * 16, "ruling": "accepted", "analyst": "A", "reason": "B"}


@pytest.fixture(scope="module")
def locked(situation):
    with asked(FixedSource(situation), Access(token=TOKEN)) as client:
        yield client


@pytest.mark.parametrize(
    "address", ["/", "/api/situation", "/claims.json", "/api/nothing", "/assets/nothing.js", "/embed"]
)
def test_a_browser_may_do_little(client, address):
    """No script but ours, no frame but the embedded map's, no guessing of types: whatever the answer is."""
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "base-uri 'none'" in policy
    assert ("frame-ancestors *" in policy) == (address == "/embed")
    assert ("x-frame-options" in headers) == (address != "/embed")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers or "uvicorn" not in headers["server"]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8321", "localhost.evil.example", "", "127.0.0.1.evil.example"]
)
def test_a_name_that_is_not_ours_gets_nothing(client, host):
    """DNS rebinding: a page elsewhere that points its name at this machine is refused."""
    answer = client.get("/api/situation", headers={"Host": host})
    assert answer.status_code in (400, 421)
    assert "answers" not in answer.text


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8321", "10.1.2.3:80"])
def test_addresses_and_localhost_are_ours(client, host):
    """A plain address cannot be pointed elsewhere."""
    assert client.get("/api/status", headers={"Host": host}).status_code == 200


def test_a_name_given_is_ours(situation):
    """--name lets a proxy's name in, for changes too."""
    with asked(FixedSource(situation), Access(names=("Maps.Office.org",))) as client:
        assert client.get("/api/status", headers={"Host": "maps.office.org"}).status_code == 200
        headers = CHANGE | {"Origin": "https://maps.office.org"}
        assert client.post("/api/verdicts", json=VERDICT, headers=headers).status_code == 404


@given(st.text(st.characters(codec="ascii", exclude_categories=["C"]), max_size=40))
def test_any_host_header_is_read_without_harm(header):
    """A name comes back for whatever is sent, and never one with a bracket at its start."""
    assert not host_name(header).startswith("[") or "]" not in header


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example", **CHANGE},
        {"Origin": "null", **CHANGE},
        {"Sec-Fetch-Site": "cross-site", **CHANGE},
        {"Sec-Fetch-Site": "same-site", **CHANGE},
        {"Origin": "http://localhost:9999", **CHANGE},
    ],
)
def test_no_page_of_another_site_can_decide(client, headers):
    """Without the header, or from another origin, a verdict is not even looked at."""
    answer = client.post("/api/verdicts", json=VERDICT, headers=headers)
    assert answer.status_code == 403
    assert client.get("/api/verdicts").json() == {"verdicts": []}


def test_a_form_of_another_site_cannot_decide(client):
    """What a browser sends without asking first (a form, plain text) is no JSON and is refused."""
    for kind in ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"):
        answer = client.post("/api/verdicts", content=b"{}", headers={"Content-Type": kind, **CHANGE})
        assert answer.status_code == 422


def test_our_own_page_can(client):
    """The same origin with the header passes the guard (and finds no such claim)."""
    headers = {"Origin": str(client.base_url), "Sec-Fetch-Site": "same-origin", **CHANGE}
    assert client.post("/api/verdicts", json=VERDICT, headers=headers).status_code == 404


def test_a_long_body_is_refused(client):
    """By its stated length, and by what really comes when none is stated."""
    long = b"x" * 70_000
    answer = client.post(
        "/api/verdicts", content=long, headers={"Content-Type": "application/json", **CHANGE}
    )
    assert answer.status_code == 413
    pieces = (b"x" * 10_000 for _ in range(8))
    answer = client.post(
        "/api/verdicts", content=pieces, headers={"Content-Type": "application/json", **CHANGE}
    )
    assert answer.status_code == 413
    assert answer.json()["remedy"]


def test_a_body_that_never_comes_is_not_waited_for(client, monkeypatch):
    """A request that promises a body and goes silent is answered and let go."""
    monkeypatch.setattr(guard, "BODY_S", 0.2)
    url = client.base_url
    with socket.create_connection((url.host, url.port), timeout=10) as link:
        link.sendall(
            f"POST /api/verdicts HTTP/1.1\r\nHost: {url.host}\r\nX-Bordercast: 1\r\nContent-Type: application/json\r\n"
            "Content-Length: 100\r\n\r\n{".encode()
        )
        assert link.recv(4096).startswith(b"HTTP/1.1 408")


def test_a_bucket_empties_and_fills():
    """A third of a minute's requests at once, then by the second; one address does not use up another's."""
    now = [0.0]
    buckets = Buckets(60, clock=lambda: now[0])
    assert [buckets.take("a") for _ in range(21)] == [True] * 20 + [False]
    assert buckets.take("b")
    now[0] = 1.0
    assert [buckets.take("a") for _ in range(2)] == [True, False]


def test_too_many_changes_are_slowed(situation):
    """More than twenty verdicts at once are told to wait; whoever reads is not."""
    with asked(FixedSource(situation)) as client:
        asking = (client.post("/api/verdicts", json=VERDICT, headers=CHANGE) for _ in range(300))
        answers = list(takewhile(lambda answer: answer.status_code == 404, asking))
        assert 20 <= len(answers) < 300
        assert client.get("/api/status").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/api/situation",
        "/claims.json",
        "/api/feed.atom",
        "/api/export/map.svg",
        "/embed",
        "/embed/situation.json",
        "/api/openapi.json",
    ],
)
def test_with_a_token_nothing_is_shown_without_it(locked, address):
    """Every address that holds anything wants the token; a wrong one is none."""
    for headers in (
        {},
        {"Authorization": "Bearer wrong"},
        {"Cookie": "bordercast=9999999999.abc"},
        {"Cookie": "bordercast=x"},
    ):
        answer = locked.get(address, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
    assert locked.get(address, headers={"Authorization": f"Bearer {TOKEN}"}).status_code in (200, 503)


def test_the_form_gives_a_cookie_that_opens(locked):
    """HttpOnly and SameSite=Strict; the token itself is not in it."""
    assert locked.get("/", headers={"Accept": "text/html"}).headers["location"] == "/login"
    page = locked.get("/login")
    assert "<script" not in page.text
    assert locked.post("/login", data={"token": "wrong"}).status_code == 401
    answer = locked.post("/login", data={"token": TOKEN})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    value = re.match(r"bordercast=([^;]+)", cookie)[1]
    assert locked.get("/api/status", headers={"Cookie": f"bordercast={value}"}).status_code == 200
    until, _, mark = value.partition(".")
    other = "1" if mark.endswith("0") else "0"
    for forged in (f"{int(until) + 1}.{mark}", f"{until}.{mark[:-1]}{other}", f"{until}.", mark):
        assert locked.get("/api/status", headers={"Cookie": f"bordercast={forged}"}).status_code == 401
    locked.cookies.clear()


def test_another_sites_form_does_not_log_in(locked):
    """Not even with the right token."""
    answer = locked.post("/login", data={"token": TOKEN}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_guessing_is_slow(situation):
    """After a handful of tries from one address even the right token has to wait."""
    with asked(FixedSource(situation), Access(token=TOKEN)) as client:
        tries = [client.post("/login", data={"token": f"guess {i}"}).status_code for i in range(8)]
        assert tries[-1] == 429
        assert client.post("/login", data={"token": TOKEN}).status_code == 429


def test_the_printed_link_works_once():
    """And not twice."""
    login = Login(TOKEN)
    once = login.link.partition("once=")[2]
    assert login._use_link("wrong") is False
    assert login._use_link(once) is True
    assert login._use_link(once) is False


def test_a_new_token_ends_old_sessions():
    """A cookie is signed with the token."""
    old = Login("one")
    value = old._enter().headers["set-cookie"].partition("=")[2].partition(";")[0]
    assert old.is_session(value)
    assert not Login("two").is_session(value)


def test_the_embedded_map_can_be_opened_to_all(situation):
    """With --embed the map's own addresses need no token, and nothing else does without."""
    with asked(FixedSource(situation), Access(token=TOKEN, open_embed=True)) as client:
        assert client.get("/embed/situation.json").status_code == 200
        assert client.get("/api/situation").status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../pages.py",
        "/assets/%2e%2e/pages.py",
        "/assets/..%2f..%2fpages.py",
        "/locales/....//pages.py",
        "/fonts/%2fetc%2fpasswd",
        "/assets//etc/passwd",
        "/assets/%00",
        "/%2e%2e/%2e%2e/etc/passwd",
    ],
)
def test_no_path_leaves_the_built_files(client, path):
    """However it is written, a path finds no file of ours but the page's."""
    answer = client.get(path)
    assert answer.status_code in (400, 404, 405)
    assert "import" not in answer.text
    assert "root:" not in answer.text
