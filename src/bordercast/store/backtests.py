"""Back-tests as JSON beside the draws: they take a while to make, and hold for an estimate as it stands."""

import os
from pathlib import Path

import msgspec

from bordercast.vocabulary import BackTest


def write_backtest(test: BackTest | None, path: Path) -> None:
    """Write a back-test, or that there was nothing to score. Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.unfinished")
    unfinished.write_bytes(msgspec.json.encode(test))
    unfinished.replace(path)


def read_backtest(path: Path) -> BackTest | None:
    """Return a back-test as it was written; None when there was nothing to score."""
    return msgspec.json.decode(path.read_bytes(), type=BackTest | None)
