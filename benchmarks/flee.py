"""Flee's scenarios on counts: score and CPU seconds, beside Flee itself when an interpreter that has it is given.

``python benchmarks/flee.py FOLDERS --settings simsetting_validation.yml [--seeds 10] [--peer PYTHON] [--scale N]``

``FOLDERS`` are scenario folders, or one folder of them. ``--peer`` names a Python that has flee (see `flee_peer.py`) and
runs it on the same folders; ``--scale N`` multiplies all people by N, on our side only. Seconds are CPU time of the
process, after compilation.
"""

import argparse
import json
import resource
import statistics
import subprocess
import time
from dataclasses import replace
from pathlib import Path

from bordercast.forecasting.flee import Rules, ard, rescaled, simulate
from bordercast.reading.flee import read_case
from bordercast.vocabulary import Case

PEER = Path(__file__).with_name("flee_peer.py")
REPEATS = 3


def main() -> None:
    """Print one line for each folder."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--settings", type=Path)
    asked.add_argument("--seeds", type=int, default=10)
    asked.add_argument("--peer")
    asked.add_argument("--scale", type=int, default=1)
    asked.add_argument("--days", type=int, default=0)
    given = asked.parse_args()
    folders = [
        f
        for path in given.folders
        for f in (sorted(path.iterdir()) if not _is_case(path) else [path])
        if _is_case(f)
    ]
    started = time.process_time()
    simulate(read_case(folders[0], settings=given.settings), members=1)
    print(f"compiled and first run: {time.process_time() - started:.1f} CPU s")
    for folder in folders:
        case = scaled(read_case(folder, settings=given.settings, days=given.days or None), given.scale)
        _told(folder, case, given)


def _told(folder: Path, case: Case, given: argparse.Namespace) -> None:
    took = []
    for repeat in range(REPEATS):
        started = time.process_time()
        simulate(case, members=1, seed=repeat, rules=Rules.FLEE)
        took.append(time.process_time() - started)
    run = simulate(case, members=given.seeds, seed=0)
    scores = ard(run)
    spread = statistics.stdev(scores) if given.seeds > 1 else 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{folder.name:18} {len(case.places):3} places {case.days:5} days {int(run.total[0, -1]):>10,} people  "
        f"ARD {scores.mean():.4f} sd {spread:.4f} rescaled {rescaled(run).mean():.4f}  "
        f"{statistics.median(took):.2f} CPU s a seed (of {REPEATS}: {min(took):.2f}-{max(took):.2f})  peak {peak:.0f} MB",
        flush=True,
    )
    if given.peer:
        command = [given.peer, "-P", str(PEER), str(folder), str(given.settings), str(given.days)]
        peer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(
            f"{'':18} Flee 3.1: {peer['people']:,} people, {peer['cpu']:.1f} CPU s: {peer['cpu'] / statistics.median(took):.0f} times ours",
            flush=True,
        )


def scaled(case: Case, factor: int) -> Case:
    """Return the case with so many times as many people."""
    places = tuple(replace(p, size=None if p.size is None else p.size * factor) for p in case.places)
    series = tuple(
        replace(s, files=tuple(tuple((day, n * factor) for day, n in points) for points in s.files))
        for s in case.series
    )
    return replace(case, places=places, series=series)


def _is_case(folder: Path) -> bool:
    return (folder / "locations.csv").is_file() or (folder / "input_csv" / "locations.csv").is_file()


if __name__ == "__main__":
    main()
