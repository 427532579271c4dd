"""Countries and groups of countries."""

from functools import cache

from bordercast.atlas.packed import read_table, words
from bordercast.atlas.place import Country, Group
from bordercast.atlas.unknown import UnknownPlace


def country(iso3: str) -> Country:
    """The country with this ISO 3166-1 alpha-3 code (or XKX, Kosovo).

    Raises
    ------
    UnknownPlace
        If there is no such code.

    """
    try:
        return _countries()[iso3]
    except KeyError:
        raise UnknownPlace(
            iso3,
            looked_in="the countries of ISO 3166-1 and XKX",
            advice="Give a three-letter code in capitals such as 'KAZ'; atlas.find() turns names into codes.",
        ) from None


def countries() -> tuple[Country, ...]:
    """All 249 countries and territories of ISO 3166-1, and Kosovo, by code."""
    return tuple(_countries().values())


def neighbours(iso3: str) -> tuple[str, ...]:
    """The codes of the countries that share a land border with this one."""
    return country(iso3).neighbours


def group(code: str) -> Group:
    """The group of countries with this code, such as ``"EU"``.

    Raises
    ------
    UnknownPlace
        If there is no such group.

    """
    try:
        return _groups()[code]
    except KeyError:
        raise UnknownPlace(
            code, looked_in="data/groups.csv", advice=f"Known groups: {', '.join(_groups())}."
        ) from None


def groups() -> tuple[Group, ...]:
    """All groups of countries."""
    return tuple(_groups().values())


@cache
def _countries() -> dict[str, Country]:
    return {
        row["iso3"]: Country(
            name=row["name"],
            iso2=row["iso2"],
            iso3=row["iso3"],
            capital=row["capital"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            population=int(row["population"]),
            neighbours=words(row["neighbours"]),
            groups=words(row["groups"]),
            adjective=row["adjective"],
        )
        for row in read_table("countries.csv")
    }


@cache
def _groups() -> dict[str, Group]:
    return {
        row["code"]: Group(code=row["code"], name=row["name"], members=words(row["members"]))
        for row in read_table("groups.csv")
    }
