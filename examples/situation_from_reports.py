"""From a folder of reports to a situation: run everything, print the busiest corridors with their intervals."""

import tempfile
from datetime import date
from pathlib import Path

import numpy as np

import bordercast

HERE = Path(__file__).parent


def main() -> None:
    """Run the Russia example and print the three busiest corridors of the last week."""
    with tempfile.TemporaryDirectory() as folder:
        situation = bordercast.run(
            [HERE / "russia-2022" / "reports"], into=Path(folder) / "crisis.db", as_of=date(2022, 10, 4)
        )
    estimate = situation.estimate
    if estimate is None:
        print("No claim informs a flow.")
        return
    legs = [leg for leg in estimate.legs if not leg.onward]
    weeks = {leg: estimate.of(leg)[:, -7:].sum(axis=1) for leg in legs}  # persons over a week, one a draw
    for leg in sorted(legs, key=lambda leg: -float(np.median(weeks[leg])))[:3]:
        low, middle, high = np.quantile(weeks[leg], [0.1, 0.5, 0.9])
        print(f"{leg}: {middle:,.0f} people in the last seven days [80 %: {low:,.0f} to {high:,.0f}]")


if __name__ == "__main__":
    main()
