"""Small cases to try rules on."""

from datetime import date

import numpy as np

from bordercast.vocabulary import (
    Case,
    CaseClosure,
    CasePlace,
    CaseRoute,
    CaseSeries,
    CaseSettings,
    CaseTable,
    ClosureKind,
    PlaceType,
)

START = date(2020, 1, 1)


def place(name, kind, country="Home", size=None, **rest):
    return CasePlace(
        name=name,
        type=kind,
        country=country,
        size=size,
        conflict_day=0 if kind is PlaceType.CONFLICT else None,
        **rest,
    )


def series(name, *stocks):
    """A stock for each day, from day 0."""
    days = tuple(date.fromordinal(START.toordinal() + i) for i in range(len(stocks)))
    return CaseSeries(name=name, files=(tuple(zip(days, stocks, strict=True)),))


def case(places, routes, *, days=10, closures=(), counts=(), intensity=None, settings=None, **rest):
    """A case whose first place is a conflict zone throughout; ``routes`` are (a, b, km) or `CaseRoute`s."""
    values = np.array([intensity if intensity is not None else [1.0] * days]).T
    return Case(
        name="small",
        start=START,
        days=days,
        places=tuple(places),
        routes=tuple(
            r if isinstance(r, CaseRoute) else CaseRoute(ends=(r[0], r[1]), km=r[2]) for r in routes
        ),
        closures=tuple(closures),
        conflicts=CaseTable(names=(places[0].name,), days=tuple(range(days)), values=values),
        total=None,
        series=tuple(counts),
        settings=settings or CaseSettings(),
        **rest,
    )


def line(*, days=10, size=None, stocks=(0, 1000), settings=None, **rest):
    """Home -> town -> camp, all within a day's reach of each other; people leave as the camp's stock rises."""
    return case(
        [
            place("home", PlaceType.CONFLICT, size=10_000),
            place("town", PlaceType.TOWN, size=100),
            place("camp", PlaceType.CAMP, "Away", size),
        ],
        [("home", "town", 150.0), ("town", "camp", 150.0)],
        days=days,
        counts=[series("camp", *stocks)],
        settings=settings,
        **rest,
    )


__all__ = [
    "START",
    "CaseClosure",
    "CaseRoute",
    "CaseSettings",
    "ClosureKind",
    "PlaceType",
    "case",
    "line",
    "place",
    "series",
]
