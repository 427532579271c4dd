"""Are intervals as wide as they say? ``python evals/calibration.py [RUNS]`` redraws the plots under docs/images.

Simulation-based calibration (Talts et al. 2018): crises are drawn from the model itself (``simulate.py``), hyper-
parameters included, and reconciled; if the arithmetic is right, the rank of each true number among its draws is
uniform. A cell passes when its 50, 80 and 95 % intervals are within three points of nominal and its rank histogram
passes a chi-square test whose sampling error is judged from run to run (numbers of one run go together).
"""

import json
import resource
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from simulate import AHEAD, simulated
from threadpoolctl import threadpool_limits

from bordercast.reconciliation.ensemble import ensemble_of

Array = NDArray[np.float64]

ROOT = Path(__file__).resolve().parent.parent
RUNS = 300
DRAWS = 249
LEVELS = (0.5, 0.8, 0.95)
LEGS_A_RUN = 4  # of each crisis, chosen by lot
BINS = 10
SEED = 20221121
NAMES = {
    "day": "a day in the middle",
    "week": "a week",
    "today": "last day with figures",
    "ahead3": "3 days ahead",
    "ahead7": "7 days ahead",
    "cumulative": "cumulative of a leg",
    "group": "total of three legs",
    "total": "total of all entries",
}


def ranks_of(run: int) -> dict[str, list[float]]:
    """Return the shares of draws below the truth, for each kind of number, in one simulated crisis."""
    chance = np.random.default_rng([SEED, run])
    world = simulated(chance)
    with threadpool_limits(limits=1, user_api="blas"):
        flows = ensemble_of(world.prior, world.system, draws=DRAWS, chance=chance).flows
    truth = np.exp(world.eta)
    last = truth.shape[1] - 1 - AHEAD
    found: dict[str, list[float]] = {name: [] for name in NAMES}

    def put(name: str, draws: Array, value: float) -> None:
        found[name].append((float(np.sum(draws < value)) + 0.5) / (len(draws) + 1))

    for leg in chance.permutation(len(truth))[:LEGS_A_RUN]:
        for name, day in (("day", last // 2), ("today", last), ("ahead3", last + 3), ("ahead7", last + 7)):
            put(name, flows[:, leg, day], truth[leg, day])
        week = slice(last - 13, last - 6)
        put("week", flows[:, leg, week].sum(axis=1), truth[leg, week].sum())
        put("cumulative", flows[:, leg, : last + 1].sum(axis=1), truth[leg, : last + 1].sum())
    entries = [i for i, leg in enumerate(world.network.legs) if not leg.onward]
    for name, legs in (("group", entries[2:5]), ("total", entries)):
        put(name, flows[:, legs, : last + 1].sum(axis=(1, 2)), truth[legs, : last + 1].sum())
    return found


def scored(ranks: Array) -> dict[str, float]:
    """Return coverage, mean rank and the p-value of uniformity of ranks ``(run, number)``."""
    away = np.abs(ranks - 0.5)
    made = {f"cover{round(100 * level)}": float(np.mean(away < level / 2)) for level in LEVELS}
    counts = np.stack([np.histogram(one, bins=BINS, range=(0, 1))[0] for one in ranks]).astype(float)
    mean = counts.mean(axis=0) - ranks.shape[1] / BINS
    spread = np.cov(counts[:, :-1].T) / len(counts)
    distance = float(mean[:-1] @ np.linalg.pinv(spread) @ mean[:-1])
    return {**made, "mean": float(ranks.mean()), "p": _tail(distance, BINS - 1)}


def _tail(distance: float, freedom: int) -> float:
    """The chance of a chi-square at least so large."""
    chance = np.random.default_rng(0).chisquare(freedom, 200_000)
    return float(np.mean(chance >= distance))


def plotted(ranks: dict[str, Array], scores: dict[str, dict[str, float]]) -> str:
    """Return one small SVG: a rank histogram for each kind of number, with the band of chance."""
    width, height, pad = 176, 84, 12
    cells = []
    for i, (name, values) in enumerate(ranks.items()):
        x, y = (i % 4) * (width + pad) + pad, (i // 4) * (height + 46) + 30
        counts = np.histogram(values.ravel(), bins=BINS, range=(0, 1))[0] / values.size * BINS
        bars = "".join(
            f'<rect x="{x + k * width / BINS:.1f}" y="{y + height - c * height / 2:.1f}" '
            f'width="{width / BINS - 1:.1f}" height="{c * height / 2:.1f}"/>'
            for k, c in enumerate(np.minimum(counts, 2.0))
        )
        s = scores[name]
        said = "/".join(f"{100 * s[f'cover{round(100 * level)}']:.0f}" for level in LEVELS)
        cells.append(
            f'<g fill="#3b6ea5">{bars}</g><line x1="{x}" x2="{x + width}" y1="{y + height / 2}" '
            f'y2="{y + height / 2}" stroke="#b3541e"/><text x="{x}" y="{y - 5}">{NAMES[name]}: {said}</text>'
        )
    wide, high = 4 * (width + pad) + pad, 2 * (height + 46) + 8
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img" '
        f'font-family="sans-serif" font-size="10.5"><title>Rank histograms of simulated crises; '
        f"the line is uniform; figures are coverage of the 50, 80 and 95 % intervals</title>"
        f"{''.join(cells)}</svg>\n"
    )


def main() -> None:
    """Run, print one line a cell, and write the plot and its numbers."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with ProcessPoolExecutor() as pool:
        found = list(pool.map(ranks_of, range(runs)))
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    ranks = {name: np.array([one[name] for one in found]) for name in NAMES}
    scores = {name: scored(values) for name, values in ranks.items()}
    for name, s in scores.items():
        said = " ".join(f"{key} {value:.3f}" for key, value in s.items())
        print(f"{NAMES[name]:24s} {said}")
    print(f"{runs} runs, {(spent.ru_utime + spent.ru_stime) / runs:.2f} CPU s each")
    images = ROOT / "docs" / "images"
    (images / "calibration.svg").write_text(plotted(ranks, scores), encoding="utf-8")
    record = {
        "runs": runs,
        "draws": DRAWS,
        "cells": {n: {k: round(v, 3) for k, v in s.items()} for n, s in scores.items()},
    }
    (ROOT / "evals" / "calibration.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
