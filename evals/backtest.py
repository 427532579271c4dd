"""Is the forecast right? The back-test over scenario folders, against the baselines; exit status 1 below a floor.

    python evals/backtest.py                       the eight folders of ../shared/data/flee, if they are there
    python evals/backtest.py FOLDER [FOLDER ...]   others
    python evals/backtest.py --raise               write higher scores as the new floors

Skill is the share by which our log-scale CRPS is below that of the best baseline, which is the one with the lowest
figure over all folders. Three ways to put folders together are shown, since they answer different questions: ``mean``
of the folders' scores (a folder of leaps counts most), ``ratio``, the geometric mean over folders of the score over the
baseline's (each folder counts alike), and ``pooled`` over forecasts (a folder with many reports counts most).
"""

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

from bordercast.forecasting.backtest import backtest_case
from bordercast.reading.flee import read_case
from bordercast.vocabulary import BASELINES, OURS, BackTest, Part, Truth

SHARED = Path(__file__).parents[1].parent / "shared" / "data" / "flee"
FLOORS = Path(__file__).parent / "backtest_floors.json"
SLACK = 0.005


def main() -> int:
    """Print the table; return the exit status."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("folders", nargs="*", type=Path)
    options.add_argument("--raise", action="store_true", dest="higher")
    asked = options.parse_args()
    folders = asked.folders or sorted(p for p in SHARED.glob("*") if p.is_dir())
    if not folders:
        print("The scenario folders are not here: nothing was scored.")
        return 0
    tests = [_run(folder) for folder in folders]
    figures: dict[str, float] = {}
    for truth in Truth:
        for part in (Part.ALL, Part.RUNNING, Part.OPENING):
            for horizon in (3, 7, 14, 30):
                figures |= _line(tests, truth, part, horizon)
    for test in tests:
        _per_folder(test)
    return 0 if asked.folders else _against_floors(figures, write=asked.higher)


def _run(folder: Path) -> BackTest:
    start = time.process_time()
    test = backtest_case(read_case(folder))
    print(f"{test.subject}: {time.process_time() - start:.1f} CPU s. {' '.join(test.notes)}")
    return test


def _line(tests: list[BackTest], truth: Truth, part: Part, horizon: int) -> dict[str, float]:
    found = [t for t in tests if t.of(OURS, horizon, truth=truth, part=part)]
    if not found:
        return {}
    table = np.array([[_score(t, name, horizon, truth, part) for name in (OURS, *BASELINES)] for t in found])
    scores, counts, cover = table[:, :, 0], table[:, 0, 1], table[:, 0, 2]
    ways = {
        "mean": scores.mean(axis=0),
        "ratio": np.exp(np.log(scores).mean(axis=0)),
        "pooled": (scores * counts[:, None]).sum(axis=0) / counts.sum(),
    }
    skill = {name: 1 - way[0] / way[1:].min() for name, way in ways.items()}
    worst = float((scores[:, 0] / scores[:, 1]).max())
    best = BASELINES[int(ways["ratio"][1:].argmin())]
    print(
        f"{truth:9} {part:8} {horizon:3} days, {int(counts.sum()):6} forecasts: skill "
        + ", ".join(f"{name} {value:+.3f}" for name, value in skill.items())
        + f"; best baseline {best}; worst against persistence {worst:.2f}"
        + f"; 80 % cover {cover.mean():.3f} mean, {(cover * counts).sum() / counts.sum():.3f} pooled"
    )
    return {f"{truth}/{part}/{horizon}/{name}": float(value) for name, value in skill.items()}


def _score(test: BackTest, name: str, horizon: int, truth: Truth, part: Part) -> tuple[float, int, float]:
    score = test.of(name, horizon, truth=truth, part=part)
    assert score is not None
    return score.crps_log, score.count, score.cover80


def _per_folder(test: BackTest) -> None:
    for truth in Truth:
        for horizon in (7, 14):
            ours, best = test.of(OURS, horizon, truth=truth), test.best_baseline(horizon, truth=truth)
            persistence = test.of(BASELINES[0], horizon, truth=truth)
            running = test.skill(horizon, truth=truth, part=Part.RUNNING)
            if ours and best and persistence:
                print(
                    f"{test.subject:18} {truth:9} {horizon:3}: {ours.crps_log:.4f} against {best.crps_log:.4f} {best.forecaster}, "
                    f"persistence {persistence.crps_log:.4f} ({ours.crps_log / persistence.crps_log:.2f}); "
                    f"running places {running or 0:+.3f}; covers {ours.cover50:.2f} {ours.cover80:.2f} {ours.cover95:.2f}"
                )


def _against_floors(figures: dict[str, float], *, write: bool) -> int:
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if write:
        new = {k: round(max(v, floors.get(k, -9.0)), 4) for k, v in figures.items()}
        FLOORS.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n", "utf-8")
        print(f"Wrote {FLOORS.name}.")
        return 0
    broken = {k: floor for k, floor in floors.items() if figures.get(k, -9.0) < floor - SLACK}
    for name, floor in broken.items():
        print(f"BROKEN {name}: {figures.get(name, float('nan')):+.3f}, floor {floor:+.3f}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
