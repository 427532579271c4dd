"""Stocks on every day, from the figures that were counted, as Flee reads them or as its manual describes."""

from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import Case, CaseSeries

Floats = NDArray[np.float64]
Days = NDArray[np.int64]


def daily_stock(series: CaseSeries, start: date, days: int, *, hasten: int = 1, mended: bool = False) -> Days:
    """Return persons present on each of ``days``: flat before the first figure and after the last, linear between.

    Figures before a correction's date are scaled so that they meet the figure of that date. With ``mended`` figures are
    taken in the order of their dates, the last of a date counts, and several files are added day by day; without, they
    are taken as they stand, and several files are added by Flee's step rule.
    """
    tables = [_table(points, start, hasten) for points in series.files]
    if mended:
        tables = [_ordered(table) for table in tables]
        if len(tables) > 1:
            known = np.unique(np.concatenate([table[:, 0] for table in tables]))
            tables = [np.column_stack([known, sum(np.interp(known, t[:, 0], t[:, 1]) for t in tables)])]
    table = tables[0]
    for other in tables[1:]:
        table = _added_by_steps(table, other)
    for corrected in series.corrections:
        table = _corrected(table, (corrected - start).days)
    return _interpolated(table, np.arange(days))


def _table(points: Iterable[tuple[date, int]], start: date, hasten: int) -> Floats:
    return np.array([[(day - start).days, persons / hasten] for day, persons in points], np.float64).reshape(
        -1, 2
    )


def _ordered(table: Floats) -> Floats:
    table = table[np.argsort(table[:, 0], kind="stable")]
    last = np.append(table[1:, 0] != table[:-1, 0], True)
    return table[last]


def _added_by_steps(one: Floats, other: Floats) -> Floats:
    """Return the sum as Flee makes it: no interpolation, and nothing of the first after the second has ended."""
    rows: list[tuple[float, float]] = []
    at, last = 0, 0.0
    for day, value in other:
        while day > one[at, 0]:
            rows.append((one[at, 0], last + one[at, 1]))
            if at >= len(one) - 1:
                break
            at += 1
        if day == one[at, 0]:
            rows.append((day, value + one[at, 1]))
            at = min(at + 1, len(one) - 1)
            last = value
        elif day < one[at, 0]:
            rows.append((day, value + one[at, 1]))
            last = value
    return np.array(rows, np.float64).reshape(-1, 2)


def _corrected(table: Floats, day: int) -> Floats:
    table = table.copy()
    for i in range(1, len(table)):
        if int(table[i, 0]) == day and table[i - 1, 1] > 0:
            table[:i, 1] *= table[i, 1] / table[i - 1, 1]
    return table


def _interpolated(table: Floats, days: Days) -> Days:
    """Return whole persons; rows are searched in the order in which they stand, as Flee searches them."""
    when, value = table[:, 0], table[:, 1]
    if len(table) == 1:
        return np.full(len(days), int(value[0]))
    later = days[:, None] < when[1:][None, :]
    after = later.argmax(axis=1) + 1
    span = when[after] - when[after - 1]
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (days - when[after - 1]) / span
        between = value[after - 1] + share * (value[after] - value[after - 1])
    between = np.where(share > 1.0, -1.0, between)  # an unordered file: Flee returns -1
    stock = np.where(later.any(axis=1), between, value[-1])
    return np.trunc(np.where(days <= when[0], value[0], stock)).astype(np.int64)


def inflow(case: Case, *, mended: bool) -> tuple[Days, Days, Days]:
    """Return (to place, reference, debt) of each day, when people are placed by what was counted.

    ``to place``: the day's rise of the stocks, less what earlier falls left as a debt. ``reference``: the sum of all
    daily differences, Flee's "raw UNHCR refugee count". ``debt``: falls not yet made up for.
    """
    settings, days = case.settings, case.days
    stocks = [
        daily_stock(one, case.start, days, hasten=settings.hasten, mended=mended) for one in case.series
    ]
    total = (
        daily_stock(case.total, case.start, days, hasten=settings.hasten, mended=mended)
        if case.total
        else np.zeros(days, np.int64)
    )
    by_camps = settings.sum_from_camps or case.total is None
    stock = np.sum(stocks, axis=0) if by_camps and stocks else total
    change = np.diff(stock, prepend=0)
    if by_camps and not mended:
        change[0] += total[0]  # Flee adds the total and every camp on the first day
    if settings.empty_camps_on_day0:
        change[0] = 0
    to_place, debts = np.zeros(days, np.int64), np.zeros(days, np.int64)
    debt = 0
    for t in range(days):
        net = int(change[t]) - debt
        if t == 0 and settings.insert_day0:
            net = 0
        debt = max(0, -net) if net < 0 else 0
        to_place[t], debts[t] = max(0, net), debt
    return to_place, np.cumsum(change), debts
