"""Groups of people that some rule tells apart, and how large they are where people come from."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from bordercast.vocabulary import Case, CaseSettings, Demographic

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People whom the rules in force cannot tell apart."""

    child: bool = False
    elderly: bool = False
    youth: bool = False
    """Over 14."""
    gender: str = ""
    ethnicity: str = ""
    religion: str = ""
    flood_awareness: int = 0


def groups_of(case: Case) -> tuple[tuple[Group, ...], Floats]:
    """Return the groups, and the share of each at every place, shape ``(place, group)``."""
    used = [d for d in case.demographics if d.attribute in _attributes(case.settings)]
    shares: dict[Group, Floats] = {}
    for combination in product(*(range(len(d.values)) for d in used)):
        group = _group(
            case.settings, {d.attribute: d.values[i] for d, i in zip(used, combination, strict=True)}
        )
        share = np.array([_share(used, combination, place.name) for place in case.places])
        shares[group] = shares.get(group, 0.0) + share
    kept = {group: share for group, share in shares.items() if share.any()} or shares
    return tuple(kept), np.column_stack(list(kept.values()))


def group_of(case: Case, attributes: tuple[tuple[str, str], ...]) -> Group:
    """Return the group of a person with these attributes."""
    return _group(case.settings, dict(attributes))


def _attributes(settings: CaseSettings) -> set[str]:
    used = set()
    if settings.children_avoid_hazards or settings.elderly_avoid_hazards or settings.boys_take_risk:
        used.add("age")
    if settings.women_avoid_hazards or settings.boys_take_risk:
        used.add("gender")
    if settings.match_camp_ethnicity or settings.match_town_ethnicity or settings.match_conflict_ethnicity:
        used.add("ethnicity")
    if settings.match_camp_religion:
        used.add("religion")
    if settings.flood_forecaster:
        used.add("floodawareness")
    return used


def _group(settings: CaseSettings, person: dict[str, str]) -> Group:
    age = _number(person.get("age", ""))
    ethnic = (
        settings.match_camp_ethnicity or settings.match_town_ethnicity or settings.match_conflict_ethnicity
    )
    return Group(
        child=settings.children_avoid_hazards and age is not None and age < 19,
        elderly=settings.elderly_avoid_hazards and age is not None and age > 59,
        youth=settings.boys_take_risk and age is not None and age > 14,
        gender=person.get("gender", "") if settings.women_avoid_hazards or settings.boys_take_risk else "",
        ethnicity=person.get("ethnicity", "") if ethnic else "",
        religion=person.get("religion", "") if settings.match_camp_religion else "",
        flood_awareness=int(_number(person.get("floodawareness", "")) or 0)
        if settings.flood_forecaster
        else 0,
    )


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _share(used: list[Demographic], combination: tuple[int, ...], place: str) -> float:
    share = 1.0
    for demographic, i in zip(used, combination, strict=True):
        columns = dict(demographic.weights)
        weights = columns.get(place, columns["Default"])
        share *= weights[i] / sum(weights)
    return share


def squared(group: Group, scores: Floats) -> Floats:
    """Return the scores of places as this group sees them: children, women and the elderly shun what others shun twice.

    Boys who take risks see no difference between places.
    """
    once = group.child + group.elderly
    power = 2.0**once
    if group.gender == "female" and not once:
        power = 2.0
    if group.youth and group.gender == "male":
        return np.ones_like(scores)
    return scores**power
