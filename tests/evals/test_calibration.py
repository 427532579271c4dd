"""What is recorded about calibration is enough to judge by, no worse than its floors, and what the page says."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RECORD = json.loads((ROOT / "evals" / "calibration.json").read_text(encoding="utf-8"))
LEVELS = (50, 80, 95)
# How far a cell's coverage may lie from nominal. Legs' numbers come four a run and vary by 1.4 points in 300 runs,
# totals one a run and by three. Raise a floor here only with a reason in the changelog.
FARTHEST = {"group": 0.10, "total": 0.10}
FARTHEST_OF_LEGS = 0.06


def test_enough_runs_were_made():
    """Fewer than 300 crises cannot tell 77 from 80 per cent."""
    assert RECORD["runs"] >= 300
    assert len(RECORD["cells"]) == 8


@pytest.mark.parametrize("name", sorted(RECORD["cells"]))
def test_coverage_keeps_its_floor(name):
    """No cell is farther from nominal than its floor allows."""
    cell = RECORD["cells"][name]
    for level in LEVELS:
        assert abs(cell[f"cover{level}"] - level / 100) <= FARTHEST.get(name, FARTHEST_OF_LEGS)


def test_the_page_says_what_was_measured():
    """The table of docs/model.md is the record, cell for cell."""
    page = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    assert f"{RECORD['runs']} runs" in page
    for cell in RECORD["cells"].values():
        said = " | ".join(f"{100 * cell[f'cover{level}']:.0f}" for level in LEVELS)
        assert f"| {said} | {cell['p']:.3f} |" in page
