"""Write the JSON schemas of what the command line prints, and the description of the server, under docs/reference/."""

import json
from pathlib import Path

import msgspec

from bordercast.publishing import ComparisonRow, Difference, Explanation, ProjectionRow, QuantileRow
from bordercast.vocabulary import Claim, Report, Unreadable

SCHEMAS: dict[str, type] = {
    "report": Report,
    "unreadable": Unreadable,
    "claim": Claim,
    "quantile-row": QuantileRow,
    "projection-row": ProjectionRow,
    "comparison-row": ComparisonRow,
    "explanation": Explanation,
    "difference": Difference,
}
FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"


def schema(noun: type) -> str:
    """Return the JSON schema of a noun, as the file holds it."""
    return json.dumps(msgspec.json.schema(noun), indent=1, ensure_ascii=False) + "\n"


def description() -> str:
    """Return the server's description of itself, OpenAPI 3.1, as the file holds it."""
    from bordercast.web import described  # noqa: PLC0415 - the server is slow to import

    return json.dumps(described(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> None:
    """Write every schema."""
    for name, noun in SCHEMAS.items():
        (FOLDER / f"{name}.schema.json").write_text(schema(noun), encoding="utf-8")
        print(f"docs/reference/{name}.schema.json")
    (FOLDER / "openapi.json").write_text(description(), encoding="utf-8")
    print("docs/reference/openapi.json")


if __name__ == "__main__":
    main()
