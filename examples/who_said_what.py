"""Who said what about borders: read one report, extract its claims, print each with its sentence."""

from pathlib import Path

import bordercast
from bordercast.vocabulary import Kind

REPORT = Path(__file__).parent / "russia-2022" / "reports" / "2022-09-26-kremlin-borders-q-and-a.md"


def main() -> None:
    """Print the border claims of one report, and check that each quotes it exactly."""
    for report in bordercast.read([REPORT]):
        if isinstance(report, bordercast.Unreadable):
            print(f"{report.source}: {report.found}. {report.remedy}")
            continue
        for claim in bordercast.extract([report]):
            assert claim.quotes(report)
            if claim.kind is Kind.BORDER_STATUS:
                print(f"{claim.attribution.voice}: {claim.status}, {claim.modality}")
                print(f"    {claim.evidence[0].quote}")


if __name__ == "__main__":
    main()
