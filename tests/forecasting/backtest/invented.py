"""Crises made from known processes."""

import numpy as np

from bordercast.forecasting.backtest.counts import Counts, Crisis


def place(name: str, days: list[int], persons: list[float], **kept: object) -> Counts:
    """Counts of one place."""
    corrected = np.isin(days, kept.get("corrected", ()))
    return Counts(
        place=name,
        days=np.array(days, dtype=np.int64),
        persons=np.array(persons, dtype=float),
        corrected=corrected,
        shut=kept.get("shut", ()),
    )


def random_walks(
    seed: int, *, places: int = 10, length: int = 240, every: int = 3, sd: float = 0.03
) -> Crisis:
    """Places whose log wanders by ``sd`` a day, each counted every few days from its own first day on."""
    rng = np.random.default_rng(seed)
    made = []
    for i in range(places):
        days = np.arange(int(rng.integers(0, every)), length, every)
        steps = rng.normal(0, sd * np.sqrt(every), days.size)
        persons = np.round(np.exp(9 + np.cumsum(steps)))
        made.append(place(f"camp {seed} {i}", days.tolist(), persons.tolist()))
    return Crisis(name=f"walk {seed}", length=length, places=tuple(made))
