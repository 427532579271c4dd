"""An analyst's verdict: reject one claim and see the estimate made again without it. The old one stays."""

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

import bordercast
from bordercast.vocabulary import Decision, Ruling

REPORTS = Path(__file__).parent / "russia-2022" / "reports"
AS_OF = date(2022, 10, 4)


def main() -> None:
    """Reject the weightiest claim behind Russia > Georgia, and print the week before and after."""
    with tempfile.TemporaryDirectory() as folder, bordercast.Store(Path(folder) / "crisis.db") as store:
        bordercast.gather(store, [REPORTS])
        before = bordercast.assess(store, as_of=AS_OF)
        used = [
            entry
            for entry in before.ledger.entries
            if entry.decision is Decision.USED and "RUS>GEO" in entry.corridors
        ]
        heaviest = max(used, key=lambda entry: entry.weight)
        print(f"Rejecting: {before.claim(heaviest.subject).evidence[0].quote}")
        store.add_verdict(
            bordercast.Verdict.of(
                claim_id=heaviest.subject,
                ruling=Ruling.REJECTED,
                analyst="An analyst",
                decided=datetime(2022, 10, 5, 9, tzinfo=UTC),
                reason="For the sake of the example.",
            )
        )
        after = bordercast.assess(store, as_of=AS_OF)
        print(after.ledger.entry(heaviest.subject).words)
        for name, situation in (("before", before), ("after", after)):
            estimate = situation.estimate
            assert estimate is not None
            week = estimate.of(estimate.named("RUS", "GEO"))[:, -7:].sum(axis=1)
            print(f"{name}: {np.median(week):,.0f} people to Georgia in the last seven days")


if __name__ == "__main__":
    main()
