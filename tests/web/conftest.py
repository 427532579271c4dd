"""The invented situation behind a server that all tests of this room ask."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# importlib mode puts no folder on the path
sys.path[:0] = [str(ROOT / folder) for folder in ("tests/web", "tests/publishing", "benchmarks")]

from invented_situation import build  # noqa: E402
from large_situation import FixedSource  # noqa: E402
from serving import asked  # noqa: E402


@pytest.fixture(scope="session")
def situation():
    return build()


@pytest.fixture(scope="session")
def client(situation):
    with asked(FixedSource(situation)) as client:
        yield client
