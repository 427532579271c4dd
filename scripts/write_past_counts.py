"""Write the counts of past crises that forecasts learn from, out of folders in Flee's form.

    python scripts/write_past_counts.py FOLDER [FOLDER ...]

Figures only: crisis, place, day since the crisis began, persons, whether the way of counting changed; and the spans
on which a place was closed. The source of each crisis stands in NOTICE.md beside the file.
"""

import csv
import sys
from pathlib import Path

from bordercast.forecasting.backtest.counts import crisis_of
from bordercast.reading.flee import read_case

OUT = Path(__file__).parents[1] / "src/bordercast/forecasting/backtest/data/past_counts.csv"


def main(folders: list[str]) -> None:
    """Write the file anew."""
    OUT.parent.mkdir(exist_ok=True)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["crisis", "place", "what", "day", "value"])
        for folder in folders:
            crisis = crisis_of(read_case(Path(folder)))
            rows.writerow([crisis.name, "", "length", crisis.length, ""])
            for counts in crisis.places:
                for start, end in counts.shut:
                    rows.writerow([crisis.name, counts.place, "shut", start, end])
                for day, persons, corrected in zip(
                    counts.days, counts.persons, counts.corrected, strict=True
                ):
                    if day < crisis.length:
                        what = "corrected" if corrected else "counted"
                        rows.writerow([crisis.name, counts.place, what, day, int(persons)])
    print(f"Wrote {OUT.name}: {len(folders)} crises.")


if __name__ == "__main__":
    main(sys.argv[1:])
