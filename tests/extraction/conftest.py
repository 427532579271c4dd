"""Puts the reader that every test of this room uses on the path."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode puts no folder on the path
