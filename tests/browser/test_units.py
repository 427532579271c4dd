"""The page's own checks, run by Node: types of every view and script, units, catalogues, boundaries."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"

sys.path.insert(0, str(ROOT))  # importlib mode puts no folder on the path
from hatch_build import npm  # noqa: E402


def run(script):
    if npm() is None or not (FRONTEND / "node_modules").is_dir():
        pytest.skip("needs Node and what the page is made with: make page")
    done = subprocess.run([*npm(), "run", script], cwd=FRONTEND, capture_output=True, text=True, check=False)
    said = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)
    assert done.returncode == 0, said[-4000:]
    return said


def test_types_and_accessibility_of_the_sources():
    """svelte-check finds no error and no warning."""
    assert "0 errors and 0 warnings" in run("check")


def test_units():
    """Vitest passes, and it ran something."""
    assert int(re.search(r"Tests\s+(\d+) passed", run("test"))[1]) > 50


def test_no_address_of_a_registry_is_kept():
    """The lock file holds versions and hashes, no address to download from."""
    lock = (FRONTEND / "package-lock.json").read_text("utf-8")
    assert '"integrity"' in lock
    assert '"resolved"' not in lock
