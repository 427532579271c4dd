"""Places as people write them in a scenario, to the ids that a `Scenario` has."""

import re
from difflib import get_close_matches
from functools import cache

from bordercast import atlas
from bordercast.vocabulary import ANYWHERE, ELSEWHERE, InvalidSetting


def way(said: str) -> str:
    """Return ``RUS>GEO``, ``RUS<>GEO`` or the id of a crossing; raises InvalidSetting for anything else."""
    ends = re.split(r"\s*(<>|>)\s*", said.strip())
    if len(ends) == 3:
        return f"{_end(ends[0], said)}{ends[1]}{_end(ends[2], said)}"
    found = _crossings().get(said.strip().casefold())
    if found is None:
        near = get_close_matches(said.strip().casefold(), _crossings(), n=1)
        hint = f'Did you mean "{atlas.place(_crossings()[near[0]]).name}"? ' if near else ""
        raise InvalidSetting(
            f'where = "{said}" is neither a direction nor an official crossing of the atlas. {hint}'
            'Write "RUS>GEO", "RUS<>GEO", or the name of a crossing such as "Verkhny Lars".'
        )
    return found


def region_or_country(said: str) -> str:
    """Return the id of a country or first-level region; a city stands for its region."""
    wanted = said.strip()
    if wanted.upper() in _countries():
        return wanted.upper()
    exact = [p for p in _by_id(wanted) if p.level is atlas.Level.REGION]
    for place in (*exact, *atlas.find(wanted)):
        if place.level is atlas.Level.COUNTRY:
            return place.id
        if place.level in (atlas.Level.REGION, atlas.Level.CITY) and place.iso3:
            region = atlas.region_of(place)
            return region.id if region else place.iso3
    raise InvalidSetting(
        f'where = "{said}" is no country, first-level region or city of the atlas. Write a code such as "KAZ" or "KAZ-27", '
        'or a name such as "Oral".'
    )


def country(said: str) -> str:
    """Return the code of a country."""
    found = region_or_country(said)
    if found not in _countries():
        raise InvalidSetting(f'where = "{said}" is no country. Write its code, such as "RUS".')
    return found


def _end(said: str, whole: str) -> str:
    code = said.strip().upper()
    if code in _countries() or code in (ANYWHERE, ELSEWHERE) or code in {g.code for g in atlas.groups()}:
        return code
    found = [p for p in atlas.find(said.strip()) if p.level in (atlas.Level.COUNTRY, atlas.Level.GROUP)]
    if not found:
        raise InvalidSetting(
            f'where = "{whole}" has {said.strip()!r}, which is no country. Write country codes: "RUS>GEO".'
        )
    return found[0].id


def _by_id(wanted: str) -> tuple[atlas.Place, ...]:
    try:
        return (atlas.place(wanted),)
    except atlas.UnknownPlace:
        return ()


@cache
def _countries() -> frozenset[str]:
    return frozenset(one.iso3 for one in atlas.countries())


@cache
def _crossings() -> dict[str, str]:
    return {
        name.casefold(): crossing.id
        for crossing in reversed(atlas.crossings())
        for name in (*crossing.variants, crossing.name, crossing.id)
    }
