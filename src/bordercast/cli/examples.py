"""The bundled examples: where they lie and what the demo asks of them."""

from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

from bordercast.vocabulary import InvalidSetting


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What the demo shows of an example: as of when, and which closure it asks about."""

    as_of: date
    close: str
    start: date


DEMOS = {
    "russia-2022": Demo(as_of=date(2022, 10, 4), close="RUS:GEO", start=date(2022, 10, 6)),
    "nagorno-karabakh-2023": Demo(as_of=date(2023, 9, 28), close="AZE:ARM", start=date(2023, 9, 30)),
}


def reports_of(example: str) -> Path:
    """Return the folder of an example's reports: inside the installed package, or in a checkout."""
    for root in (
        Path(str(resources.files("bordercast"))) / "examples",
        Path(__file__).parents[3] / "examples",
    ):
        if (root / example / "reports").is_dir():
            return root / example / "reports"
    raise InvalidSetting(
        f"The example {example} is not installed. Install Bordercast from its wheel or a full checkout."
    )
