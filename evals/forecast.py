"""Do the example crises go on as a forecast made earlier said? Scored against the estimate of the last day.

    python evals/forecast.py

On each day the estimate is made from reports alone; the forecast starts from it; three and seven days later its total is
held against what the estimate of the last day says of those days (the median of its draws), for every leg that claims
inform by then. The same is done for the flows merely carried forward, without crossings or hosts, and for the level of
the last days held (with the doubt of the estimate and a walk of its own). Lower log-scale CRPS is better.
"""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import numpy as np

import bordercast
from bordercast import pipeline
from bordercast.forecasting import forecast
from bordercast.forecasting.drift import carried_forward
from bordercast.vocabulary import Chance

ROOT = Path(__file__).resolve().parent.parent
CRISES = {
    "russia-2022": (date(2022, 9, 25), date(2022, 10, 10)),
    "nagorno-karabakh-2023": (date(2023, 9, 25), date(2023, 10, 7)),
}
HORIZONS = (3, 7)
INFORMED = 0.5


def main() -> None:
    """Print a line for each crisis, horizon and forecaster."""
    print("crisis                 days ahead  forecaster        n  log CRPS  in 50 %  in 80 %  in 95 %")
    for name, (first, last) in CRISES.items():
        for (horizon, who), scores in sorted(_scores(name, first, last).items()):
            crps, *inside = np.array(scores).mean(axis=0)
            shares = "  ".join(f"{share:7.2f}" for share in inside)
            print(f"{name:22} {horizon:10}  {who:15} {len(scores):3}  {crps:8.3f}  {shares}")


def _scores(name: str, first: date, last: date) -> dict[tuple[int, str], list[list[float]]]:
    found: dict[tuple[int, str], list[list[float]]] = {}
    with tempfile.TemporaryDirectory() as folder, bordercast.Store(Path(folder) / "s.db") as store:
        bordercast.gather(store, [ROOT / "examples" / name / "reports"])
        truth = bordercast.assess(store, as_of=last, days=1).estimate
        assert truth is not None
        day = first
        while day + timedelta(days=min(HORIZONS)) <= last:
            situation = bordercast.assess(store, as_of=day, days=1)
            if situation.estimate is not None:
                _one_day(situation, truth, last, found)
            day += timedelta(days=1)
    return found


def _one_day(
    situation: bordercast.Situation,
    truth: bordercast.FlowEstimate,
    last: date,
    found: dict[tuple[int, str], list[list[float]]],
) -> None:
    estimate = situation.estimate
    assert estimate is not None
    stand = pipeline.standing_claims(situation.claims, situation.ledger)
    days = max(HORIZONS)
    ours = forecast(estimate, claims=stand, borders=situation.borders, days=days).draws
    drift = carried_forward(estimate, days=days, chance=Chance().named("forecasting"))
    level = np.exp(np.log(np.maximum(estimate.draws[:, :, -3:], 1e-9)).mean(axis=2))
    walk = np.cumsum(Chance(seed=9).named("held").normal(0, 0.15, (*level.shape, days)), axis=2)
    held = level[:, :, None] * np.exp(walk)
    for horizon in HORIZONS:
        if situation.as_of + timedelta(days=horizon) > last:
            continue
        for i, leg in enumerate(estimate.legs):
            if leg not in truth.legs or truth.informed[truth.legs.index(leg)] < INFORMED:
                continue
            start = truth.days.index(situation.as_of) + 1
            came = float(np.median(truth.of(leg)[:, start : start + horizon].sum(axis=1)))
            for who, flows in (("bordercast", ours), ("carried forward", drift), ("held", held)):
                total = flows[:, i, :horizon].sum(axis=1)
                found.setdefault((horizon, who), []).append(_score(total, came))


def _score(total: np.ndarray, came: float) -> list[float]:
    """Log-scale CRPS of draws, then whether the 50, 80 and 95 per cent intervals hold what came."""
    drawn, was = np.sort(np.log1p(total)), np.log1p(came)
    n = drawn.size
    spread = 2 / n**2 * np.dot(2 * np.arange(1, n + 1) - n - 1, drawn)
    crps = float(np.abs(drawn - was).mean() - spread / 2)
    inside = [
        float(np.quantile(total, (1 - p) / 2) <= came <= np.quantile(total, (1 + p) / 2))
        for p in (0.5, 0.8, 0.95)
    ]
    return [crps, *inside]


if __name__ == "__main__":
    main()
