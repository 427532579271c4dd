"""The page from the command line: where it stands, who is let in, how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from bordercast.cli.main import app
from bordercast.cli.serve import Door
from bordercast.store import Store
from bordercast.vocabulary import Report

RUN = CliRunner()


@pytest.fixture
def store(tmp_path):
    """A store with one report that says nothing of flows."""
    with Store(tmp_path / "crisis.db") as opened:
        opened.add_reports(
            [Report.of(text="It rained in Oral.", published=datetime(2022, 9, 28, tzinfo=UTC))]
        )
    return tmp_path / "crisis.db"


def test_no_store_no_page(tmp_path):
    """Status 3, the path, and the command that makes one; and none is made."""
    said = RUN.invoke(app, ["serve", str(tmp_path / "none.db")])
    assert said.exit_code == 3
    assert "bordercast run" in said.output
    assert not (tmp_path / "none.db").exists()


def test_a_port_that_is_taken_is_told(store):
    """Status 3, the port, and what to give instead."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = RUN.invoke(app, ["serve", str(store), "--port", str(port)])
    assert said.exit_code == 3
    assert str(port) in said.output
    assert "--port 0" in said.output


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("127.8.8.8", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("maps.example", False),
    ],
)
def test_what_counts_as_this_machine_alone(host, local):
    """Only the loopback; a name that is not localhost may lead anywhere."""
    assert Door(host=host).local is local


def test_bound_to_all_it_lets_in_with_the_link_and_stops_on_interrupt(store):
    """The first line is a link that works once; without it nothing is shown; Ctrl-C ends with status 0."""
    environment = {key: value for key, value in os.environ.items() if key != "BORDERCAST_TOKEN"}
    server = subprocess.Popen(
        [sys.executable, "-m", "bordercast", "serve", str(store), "--host", "0.0.0.0", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        link = server.stdout.readline().strip()
        found = re.fullmatch(r"http://[^/]+:(\d+)(/login\?once=[\w-]+)", link)
        assert found, link
        address = f"http://127.0.0.1:{found[1]}"
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{address}/api/status", timeout=30)
        assert refused.value.code == 401
        refused.value.close()
        with urllib.request.urlopen(address + found[2], timeout=30) as entered:
            cookie = entered.headers["set-cookie"].partition(";")[0]
        asking = urllib.request.Request(f"{address}/api/status", headers={"Cookie": cookie})
        with urllib.request.urlopen(asking, timeout=30) as status:
            assert b'"2022-09-28"' in status.read()
    finally:
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=60)
    assert server.returncode == 0, said
    assert "/login with the token" in said
    assert "not encrypted" in said
    assert "Traceback" not in said
