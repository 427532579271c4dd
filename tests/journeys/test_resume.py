"""A killed run goes on where it stopped, and ends where an undisturbed one ends."""

import json
import signal
import subprocess
import sys
import time

from bordercast.store import Store

from ..promises import CRISIS

COPIES = 40  # of each report, at outlets of their own: enough groups to be killed between


def test_a_killed_run_resumes(tmp_path):
    """Kill -9 in the middle loses nothing: the second run ends with the tables of an undisturbed one."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for i in range(COPIES):
        for j, base in enumerate(CRISIS):
            head = f"---\npublisher: Outlet {i}\npublished: {base.published.isoformat()}\nlanguage: en\n---\n"
            (folder / f"{i:02}-{j}.md").write_text(head + base.text + "\n", "utf-8")

    def command(name):
        return [
            sys.executable,
            "-m",
            "bordercast",
            "run",
            str(folder),
            "--into",
            str(tmp_path / name),
            "--as-of",
            "2023-10-07",
            "--json",
        ]

    running = subprocess.Popen(command("killed.db"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and running.poll() is None:
        if (tmp_path / "killed.db").exists() and _reports(tmp_path / "killed.db") >= 32:
            running.send_signal(signal.SIGKILL)
            break
        time.sleep(0.02)
    running.wait()
    assert running.returncode == -signal.SIGKILL
    for name in ("killed.db", "clean.db"):
        subprocess.run(command(name), check=True, capture_output=True)
    tables = [
        json.loads(
            subprocess.run(
                [sys.executable, "-m", "bordercast", "inspect", str(tmp_path / name), "--json"],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        for name in ("killed.db", "clean.db")
    ]
    assert tables[0] == tables[1]
    assert tables[0]["tables"]["reports"] == COPIES * len(CRISIS)


def _reports(path):
    with Store(path) as store:
        return store.counts()["reports"]
