"""What is installed is what was tested: the wheel holds its data and runs the demo by itself."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """Build the wheel and unpack it where no checkout is near."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.parametrize(
    "part",
    [
        "bordercast/py.typed",
        "bordercast/atlas/data/crossings.csv",
        "bordercast/forecasting/backtest/data/past_counts.csv",
        "bordercast/atlas/data/names.txt.z",
        "bordercast/atlas/data/NOTICE.md",
        "bordercast/publishing/data/basemap.json.gz",
        "bordercast/publishing/templates/page.html.j2",
        "bordercast/web/ui/index.html",
        "bordercast/examples/russia-2022/split.csv",
    ],
)
def test_the_wheel_holds_its_data(unpacked, part):
    """Packaged data, notices and examples travel with the code."""
    assert (unpacked / part).exists()


def test_the_wheel_runs_the_demo_alone(unpacked, tmp_path):
    """Outside any checkout, the demo runs from the wheel's own examples."""
    done = subprocess.run(
        [sys.executable, "-m", "bordercast", "demo", "nagorno-karabakh-2023", "--json"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told["claims"] > 50
    assert (tmp_path / "demo-out" / "nagorno-karabakh-2023" / "situation.html").exists()
    where = "import bordercast; print(bordercast.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.startswith(str(unpacked))
