"""What holds on each day, whoever is where: types of places, conflicts, closures, scores, chances to leave.

All of it follows from the case and the rules alone, so it is worked out once for all members.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bordercast.forecasting.flee.differences import Differences
from bordercast.vocabulary import Case, CaseClosure, CasePlace, CaseTable, ClosureKind, PlaceType

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Arrays of (day, place) unless said otherwise."""

    leave: Floats
    town: Truths
    camp: Truths
    idpcamp: Truths
    conflict: Floats
    """Intensity; 0 or less is none."""
    since: NDArray[np.int64]
    """Day the conflict began, -1 before."""
    decay: Floats
    source: Floats
    """Weight per inhabitant of a place that people leave home from: intensity times decay, before closures."""
    epoch: NDArray[np.int64]
    """(day,) which set of places are markers."""
    markers: tuple[frozenset[int], ...]
    closed: tuple[tuple[CaseClosure, ...], ...]
    """(day,) closures of links that begin."""
    opened: tuple[tuple[CaseClosure, ...], ...]
    """(day,) closures of links that end."""
    reported: tuple[int, ...]
    """Camps of the first day: those that Flee reports on."""
    idp_reported: tuple[int, ...]


@dataclass(slots=True)
class _Place:
    leave: float
    camp: bool = False
    idpcamp: bool = False
    town: bool = False
    marker: bool = False
    conflict: float = -1.0
    since: int = -1


@dataclass(slots=True)
class _State:
    case: Case
    places: list[_Place] = field(default_factory=list)
    stirred: bool = False


def calendar_of(case: Case, differences: Differences) -> Calendar:
    """Return the calendar of a case under the rules."""
    state = _State(case, [_first(place, case) for place in case.places])
    index = {place.name: i for i, place in enumerate(case.places)}
    days, many = case.days, len(case.places)
    leave, conflict, fought = (np.zeros((days, many)) for _ in range(3))
    town, camp, idpcamp = (np.zeros((days, many), bool) for _ in range(3))
    since, began = (np.zeros((days, many), np.int64) for _ in range(2))
    fresh = np.full(days, differences.fresh_weights)
    epochs: dict[frozenset[int], int] = {}
    epoch = np.zeros(days, np.int64)
    reported = tuple(i for i, p in enumerate(state.places) if p.camp)
    idp_reported = tuple(i for i, p in enumerate(state.places) if p.idpcamp)
    intensity = _rows(case.conflicts, days)
    columns = [index[name] for name in case.conflicts.names]
    camps = [c for c in case.closures if c.kind in {ClosureKind.CAMP, ClosureKind.IDPCAMP}]
    for t in range(days):
        state.stirred = t == 0
        for name, kind, day in case.changes:
            if day == t:
                _retype(state.places[index[name]], kind, case, t)
                state.stirred = True
        if t == 0 or (intensity[t] != intensity[t - 1]).any():
            _conflicts(state, t, columns, intensity, follow=differences.follow_intensity)
        fresh[t] |= state.stirred
        closing = [c for c in camps if t in {c.start, c.end}]
        if not state.stirred and not closing and not _closed_before(camps, t):
            for table in (leave, conflict, fought, town, camp, idpcamp, since, began):
                table[t] = table[t - 1]
            epoch[t] = epoch[t - 1]
            continue
        fought[t] = [p.conflict for p in state.places]
        began[t] = [p.since for p in state.places]
        for closure in closing:
            _camp(state.places[index[closure.first]], closure, t, case)
        for table, name in (
            (leave, "leave"),
            (town, "town"),
            (camp, "camp"),
            (idpcamp, "idpcamp"),
            (conflict, "conflict"),
            (since, "since"),
        ):
            table[t] = [getattr(p, name) for p in state.places]
        marks = frozenset(i for i, p in enumerate(state.places) if p.marker)
        epoch[t] = epochs.setdefault(marks, len(epochs))
    links = [
        c for c in case.closures if c.kind in {ClosureKind.COUNTRY, ClosureKind.LOCATION, ClosureKind.LINK}
    ]
    today = np.arange(days)[:, None]
    return Calendar(
        leave=np.clip(leave * _by_population(case), 0.0, 1.0),
        town=town,
        camp=camp,
        idpcamp=idpcamp,
        conflict=conflict,
        since=since,
        decay=_decay(today - since, case),
        source=np.where(fought > 0, fought * _decay(today - ~fresh[:, None] - began, case), 0.0),
        epoch=epoch,
        markers=tuple(epochs),
        closed=tuple(tuple(c for c in links if c.start == t) for t in range(days)),
        opened=tuple(tuple(c for c in links if c.end == t) for t in range(days)),
        reported=reported,
        idp_reported=idp_reported,
    )


def _closed_before(camps: list[CaseClosure], t: int) -> bool:
    """Whether a camp was closed or opened the day before, which that day's sources did not show yet."""
    return any(t - 1 in {c.start, c.end} for c in camps)


def _first(place: CasePlace, case: Case) -> _Place:
    settings = case.settings
    made = _Place(1.0)
    kind = place.type
    if kind is PlaceType.CONFLICT and (place.conflict_day or 0) > 0:
        kind = PlaceType.TOWN
    _set_type(made, kind, case)
    if kind is PlaceType.CONFLICT:
        made.conflict = place.number("conflict_intensity", settings.default_conflict_intensity)
    if made.leave < 0.005 and not made.camp:
        made.camp, made.town = True, False
    return made


def _set_type(made: _Place, kind: PlaceType, case: Case) -> None:
    settings = case.settings
    made.camp = kind in {PlaceType.CAMP, PlaceType.IDPCAMP}
    made.idpcamp = kind is PlaceType.IDPCAMP
    made.town = kind is PlaceType.TOWN
    made.marker = kind is PlaceType.MARKER
    made.leave = {
        PlaceType.CAMP: settings.camp_movechance,
        PlaceType.IDPCAMP: settings.idpcamp_movechance,
        PlaceType.CONFLICT: settings.conflict_movechance,
        PlaceType.FLOOD: settings.default_movechance,
        PlaceType.TOWN: settings.default_movechance,
    }.get(kind, 1.0)


def _retype(made: _Place, kind: PlaceType, case: Case, t: int) -> None:
    _set_type(made, kind, case)
    made.conflict = case.settings.default_conflict_intensity if kind is PlaceType.CONFLICT else -1.0
    if kind is PlaceType.CONFLICT:
        made.since = t


def _rows(table: CaseTable, days: int) -> Floats:
    """Return a row for each day, the last held where there are fewer."""
    there = table.values[:days]
    if not len(there):
        return np.zeros((days, len(table.names)))
    return np.vstack([there, np.repeat(there[-1:], days - len(there), axis=0)])


def _conflicts(state: _State, t: int, columns: list[int], intensity: Floats, *, follow: bool) -> None:
    for column, i in enumerate(columns):
        now = intensity[t, column]
        before = intensity[t - 1, column] if t else 0.0
        place = state.places[i]
        if now > 1e-6 and (t == 0 or before <= 1e-6):
            place.leave, place.conflict, place.town, place.since = (
                state.case.settings.conflict_movechance,
                now,
                False,
                t,
            )
            state.stirred = True
        elif now <= 1e-6 < before:
            place.leave, place.conflict, place.town = state.case.settings.default_movechance, 0.0, True
            state.stirred = True
        elif follow and now > 1e-6 and now != before and place.conflict > 0:
            place.conflict = now
            state.stirred = True


def _camp(place: _Place, closure: CaseClosure, t: int, case: Case) -> None:
    """Close or open a camp."""
    if closure.start == t:
        _set_type(place, PlaceType.TOWN, case)
        place.conflict = -1.0
    if closure.end == t:
        _set_type(place, PlaceType.IDPCAMP if closure.kind is ClosureKind.IDPCAMP else PlaceType.CAMP, case)
        place.conflict = -1.0


def _decay(age: NDArray[np.int64], case: Case) -> Floats:
    """Return the factor of conflicts of an age in days, 1 where no decay is set."""
    steps = case.settings.conflict_spawn_decay
    if not steps:
        return np.ones(age.shape)
    at = np.trunc(age / case.settings.conflict_spawn_decay_interval).astype(np.int64)
    return np.asarray(steps, np.float64)[np.minimum(at, len(steps) - 1)]


def _by_population(case: Case) -> Floats:
    """Return the factor by which chances to leave follow population, 1 where the setting is off."""
    settings = case.settings
    if settings.movechance_pop_scale_factor == 0:
        return np.ones(len(case.places))
    size = np.array([float((p.size or 0) // settings.hasten) for p in case.places])
    return (size / settings.movechance_pop_base) ** settings.movechance_pop_scale_factor
