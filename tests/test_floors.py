"""Accuracy is a ratchet."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_no_score_is_below_its_floor():
    """Every score against gold stands at its floor in evals/floors.json or above it; excerpts only where they are."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "evals" / "run.py")], capture_output=True, text=True, check=False
    )
    broken = [
        line for line in done.stdout.splitlines() if line.startswith(("BROKEN", "The gold has changed"))
    ]
    assert broken == []
    assert done.returncode == 0, done.stderr
