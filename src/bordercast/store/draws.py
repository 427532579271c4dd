"""Draws as Parquet, one file a vintage: a table that DuckDB, R and Python read as it is."""

import os
from pathlib import Path

import numpy as np

from bordercast.vocabulary import Draws, FlowEstimate


def write_draws(estimate: FlowEstimate, path: Path) -> None:
    """Write draws in long form: draw, origin, destination, onward, day, persons. Whole or not at all."""
    import pyarrow as pa  # noqa: PLC0415 - 70 ms
    import pyarrow.parquet as pq  # noqa: PLC0415

    n, legs, days = estimate.draws.shape
    draw, leg, day = (axis.ravel() for axis in np.indices((n, legs, days)))
    table = pa.table({
        "draw": pa.array(draw.astype(np.int32)),
        "origin": pa.array([c.origin for c in estimate.legs]).take(pa.array(leg)).dictionary_encode(),
        "destination": pa.array([c.destination for c in estimate.legs]).take(pa.array(leg)).dictionary_encode(),
        "onward": pa.array([c.onward for c in estimate.legs]).take(pa.array(leg)),
        "day": pa.array(estimate.days).take(pa.array(day)),
        "persons": pa.array(estimate.draws.ravel()),
    })  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.unfinished")  # two processes may write the same vintage
    pq.write_table(table, unfinished, compression="zstd")
    unfinished.replace(path)


def read_draws(path: Path, *, legs: int, days: int) -> Draws:
    """Return draws of shape (draw, leg, day), as they were written."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    persons = pq.read_table(path, columns=["persons"])["persons"].to_numpy()
    draws: Draws = persons.reshape(-1, legs, days)
    return draws
