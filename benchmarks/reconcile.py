"""What one reconciliation costs, against its size: ``python benchmarks/reconcile.py [LEGS DAYS CLAIMS]``.

Without sizes each of legs, days and claims grows alone from a middling problem, each in a process of its own; ``--draw FILE``
writes the curves as a picture. Claims are of every kind and told of made-up flows of known truth (``told.py``), so that
the printed ratio (median over truth) also shows a blunder. Seconds are of the processor, on one thread.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from told import AS_OF, HOME, told

from bordercast.reconciliation import reconcile

MIDDLING = (20, 60, 400)
GROWING = {
    "legs": [(5, 60, 400), (10, 60, 400), MIDDLING, (40, 60, 400), (80, 60, 400)],
    "days": [(20, 15, 400), (20, 30, 400), MIDDLING, (20, 120, 400), (20, 240, 400)],
    "claims": [(20, 60, 50), (20, 60, 100), (20, 60, 200), MIDDLING, (20, 60, 800), (20, 60, 1600)],
}
WIDTH, HEIGHT, EDGE = 240, 170, 44  # of one panel, in pixels


def main() -> None:
    """Print one line a size, as JSON, or draw the curves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int, nargs="*", help="legs, days and claims")
    parser.add_argument("--draw", type=Path, help="write the curves to this SVG")
    asked = parser.parse_args()
    if asked.size:
        print(json.dumps(measured(*asked.size)))
        return
    found = {what: [in_a_process(size) for size in sizes] for what, sizes in GROWING.items()}
    if asked.draw:
        asked.draw.write_text(picture(found), encoding="utf-8")


def measured(legs: int, days: int, claims: int) -> dict[str, object]:
    """Return seconds and peak memory of one reconciliation, and whether it found the truth."""
    crisis = told(legs, days, claims)
    began = time.process_time()
    estimate, ledger = reconcile(crisis.reports, crisis.claims, as_of=AS_OF, options=crisis.options)
    spent = time.process_time() - began
    assert estimate is not None
    out = [i for i, leg in enumerate(estimate.legs) if not leg.onward]
    shown = len(estimate.days)
    truth = sum(float(flows[-shown:].sum()) for (origin, _), flows in crisis.truth.items() if origin == HOME)
    return {
        "legs": legs,
        "days": days,
        "claims": claims,
        "cpu_s": round(spent, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "total_over_truth": round(float(np.median(estimate.draws[:, out].sum(axis=(1, 2)))) / truth, 3),
        "contradictions": len(ledger.contradictions),
    }


def in_a_process(size: Sequence[int]) -> dict[str, object]:
    """Return the same, measured in a fresh process, with what that cost in all."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    made = subprocess.run(
        [sys.executable, __file__, *map(str, size)], check=True, capture_output=True, text=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found: dict[str, object] = json.loads(made.stdout)
    found["process_cpu_s"] = round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2)
    print(json.dumps(found), flush=True)
    return found


def picture(found: dict[str, list[dict[str, object]]]) -> str:
    """Return an SVG of three panels: seconds against legs, days and claims, both axes logarithmic."""
    rows = [row for curve in found.values() for row in curve]
    seconds = [float(str(row["cpu_s"])) for row in rows]
    low, high = min(seconds) / 1.3, max(seconds) * 1.3
    panels = "".join(
        panel(what, curve, i * WIDTH, low, high) for i, (what, curve) in enumerate(found.items())
    )
    middle = ", ".join(f"{n} {what}" for n, what in zip(MIDDLING, GROWING, strict=True))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * 3} {HEIGHT + 20}" '
        'font-family="sans-serif" font-size="11" fill="#333">'
        f"<title>CPU seconds of one reconciliation as one size grows from {middle}</title>{panels}</svg>\n"
    )


def panel(what: str, curve: list[dict[str, object]], left: int, low: float, high: float) -> str:
    """Return one panel of the picture."""
    sizes = [float(str(row[what])) for row in curve]
    first, last = sizes[0], sizes[-1]

    def at(size: float, spent: float) -> tuple[float, float]:
        x = left + EDGE + (WIDTH - EDGE - 14) * np.log(size / first) / np.log(last / first)
        return round(float(x), 1), round(
            float(HEIGHT - 26 - (HEIGHT - 46) * np.log(spent / low) / np.log(high / low)), 1
        )

    points = [at(size, float(str(row["cpu_s"]))) for size, row in zip(sizes, curve, strict=True)]
    line = " ".join(f"{x},{y}" for x, y in points)
    marks = "".join(
        f'<circle cx="{x}" cy="{y}" r="2.5" fill="#0b6e99"/><text x="{x}" y="{y - 6}" text-anchor="middle">{row["cpu_s"]}</text>'
        f'<text x="{x}" y="{HEIGHT - 8}" text-anchor="middle">{row[what]}</text>'
        for (x, y), row in zip(points, curve, strict=True)
    )
    return (
        f'<text x="{left + EDGE}" y="12" font-weight="bold">CPU s against {what}</text>'
        f'<polyline points="{line}" fill="none" stroke="#0b6e99" stroke-width="1.5"/>{marks}'
    )


if __name__ == "__main__":
    main()
