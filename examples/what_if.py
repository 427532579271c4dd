"""What if a border closes for a week: compare two projections that share their chance."""

import tempfile
from datetime import date
from pathlib import Path

import numpy as np

import bordercast

REPORTS = Path(__file__).parent / "russia-2022" / "reports"


def main() -> None:
    """Close Georgia for a week under three assumptions, and print what each adds to Kazakhstan."""
    with tempfile.TemporaryDirectory() as folder, bordercast.Store(Path(folder) / "crisis.db") as store:
        bordercast.gather(store, [REPORTS])
        estimate = bordercast.assess(store, as_of=date(2022, 10, 4)).estimate
    if estimate is None:
        print("No claim informs a flow.")
        return
    stands = bordercast.forecast(estimate)
    kazakhstan = estimate.named("RUS", "KAZ")
    for rerouted in (0.3, 0.5, 0.7):
        closure = bordercast.Closure(
            origin="RUS",
            destination="GEO",
            start=date(2022, 10, 6),
            until=date(2022, 10, 12),
            rerouted=rerouted,
        )
        scenario = bordercast.Scenario(name=f"{rerouted:.0%} take another way", closures=(closure,))
        closed = bordercast.forecast(estimate, scenario)
        more = (closed.of(kazakhstan) - stands.of(kazakhstan)).sum(axis=1)
        low, middle, high = np.quantile(more, [0.1, 0.5, 0.9])
        print(f"{scenario.name}: {middle:+,.0f} people to Kazakhstan [80 %: {low:+,.0f} to {high:+,.0f}]")


if __name__ == "__main__":
    main()
