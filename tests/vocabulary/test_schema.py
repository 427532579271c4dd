"""The published schemas are those of the nouns."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _script():
    spec = importlib.util.spec_from_file_location("write_schemas", ROOT / "scripts" / "write_schemas.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()


@pytest.mark.parametrize("name", sorted(SCRIPT.SCHEMAS))
def test_the_schema_on_disk_is_the_nouns(name):
    """docs/reference holds the schema of what the command line prints; `make schema` rewrites it."""
    path = ROOT / "docs" / "reference" / f"{name}.schema.json"
    assert path.read_text("utf-8") == SCRIPT.schema(SCRIPT.SCHEMAS[name])
