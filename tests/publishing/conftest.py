"""The situation every test of this room reads."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode puts no folder on the path

from invented_situation import build


@pytest.fixture(scope="session")
def situation():
    return build()
