"""The scripts of the examples folder run, and so do the tutorial's commands."""

import re
import runpy
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bordercast.cli.main import app

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "examples").glob("*.py"))
TUTORIAL = ROOT / "docs" / "tutorial" / "first-situation.md"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_runs(script, capsys, monkeypatch, tmp_path):
    """A script runs from any folder, prints something, and leaves nothing behind."""
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(script), run_name="__main__")
    assert capsys.readouterr().out.strip()
    assert not list(tmp_path.iterdir())


def test_the_tutorial_can_be_followed(monkeypatch, tmp_path):
    """Every `$ bordercast` line of the tutorial runs, in order, and what is printed below `run` names real rows."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples" / "russia-2022" / "reports", tmp_path / "reports")
    commands = re.findall(r"^\$ bordercast (.+)$", TUTORIAL.read_text("utf-8"), re.MULTILINE)
    assert len(commands) >= 8
    for command in commands:
        done = CliRunner().invoke(app, command.split())
        assert done.exit_code == 0, f"bordercast {command}: {done.output}"
        assert done.output.strip()
    assert (tmp_path / "situation" / "situation.html").exists()
