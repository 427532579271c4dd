"""CPU seconds of one reconciliation: ``python benchmarks/reconcile.py [LEGS DAYS CLAIMS]``.

Claims are told of made-up flows of known truth, so that the printed ratio (median over truth) also shows a blunder.
"""

import resource
import sys
import time
from datetime import UTC, date, datetime, timedelta

import numpy as np

from bordercast.reconciliation import reconcile
from bordercast.vocabulary import (
    Attribution,
    Basis,
    Claim,
    Hedge,
    Interval,
    Kind,
    Measure,
    Modality,
    Quantity,
    Report,
    SourceType,
    Where,
)

ENDS = [
    "KAZ",
    "GEO",
    "FIN",
    "MNG",
    "EST",
    "LVA",
    "LTU",
    "POL",
    "NOR",
    "AZE",
    "CHN",
    "UKR",
    "BLR",
    "PRK",
    "TUR",
    "SRB",
    "ARM",
    "KGZ",
    "UZB",
    "TJK",
    "ARE",
    "ISR",
    "DEU",
]
AS_OF = date(2022, 10, 30)


def world(legs: int, days: int, claims: int) -> tuple[list[Report], list[Claim], float]:
    """Return reports, claims and the true number of people over all legs and days."""
    chance = np.random.default_rng(1)
    level = np.log(chance.uniform(200, 10_000, legs))[:, None]
    flows = np.exp(level + np.cumsum(0.12 * chance.standard_normal((legs, days)), axis=1))
    reports, said = [], []
    for n in range(claims):
        leg, end = int(chance.integers(legs)), int(chance.integers(1, days))
        daily = chance.random() < 0.5
        start = end if daily else 0
        reading = flows[leg, start : end + 1].sum() * np.exp(0.04 * chance.standard_t(4))
        step = 10.0 ** (np.floor(np.log10(reading)) - 1)
        value = float(round(reading / step) * step)
        day = AS_OF - timedelta(days=days - 1 - end)
        report = Report.of(
            text=f"Report {n}.", published=datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
        )
        reports.append(report)
        said.append(
            Claim.of(
                report_id=report.id,
                kind=Kind.FLOW,
                term="arrived",
                quantity=Quantity(value=value, low=value, high=value, hedge=Hedge.APPROX, unit="person"),
                measure=Measure.DAILY if daily else Measure.CUMULATIVE,
                population=None,
                origin=Where(iso3="RUS", name="Russia"),
                destinations=(Where(iso3=ENDS[leg], name=ENDS[leg]),),
                via=(),
                at=None,
                interval=Interval(
                    start=AS_OF - timedelta(days=days - 1 - start), end=day, basis=Basis.EXPLICIT
                ),
                attribution=Attribution(organisation=f"office{n % 20}", source_type=SourceType.OFFICIAL),
                modality=Modality.ASSERTED,
                status=None,
                evidence=(report.span(0, 6),),
            )
        )
    return reports, said, float(flows.sum())


def main() -> None:
    """Print one line a size."""
    sizes = (
        [tuple(map(int, sys.argv[1:4]))]
        if len(sys.argv) > 3
        else [(10, 20, 100), (10, 60, 200), (20, 60, 400)]
    )
    for legs, days, claims in sizes:
        reports, said, truth = world(legs, days, claims)
        began = time.process_time()
        estimate, ledger = reconcile(reports, said, as_of=AS_OF)
        spent = time.process_time() - began
        assert estimate is not None
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ratio = np.median(estimate.draws.sum(axis=(1, 2))) / truth
        print(
            f"{legs} legs x {days} days x {claims} claims: {spent:.2f} CPU s, peak {peak:.0f} MB, "
            f"total {ratio:.2f} of truth, {len(ledger.contradictions)} contradictions"
        )


if __name__ == "__main__":
    main()
