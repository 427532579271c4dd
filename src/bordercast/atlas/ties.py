"""What makes one country near to the people of another besides kilometres: a language, a right to enter."""

from functools import cache

from bordercast.atlas.country import country, group, groups
from bordercast.atlas.packed import read_table, words


def common_language(a: str, b: str) -> float:
    """How likely it is that somebody of one country and somebody of the other share a language, 0 to 1.

    The largest product, over languages, of the two shares of speakers (CLDR): a chance meeting of two people.
    """
    here, there = _spoken().get(a, {}), _spoken().get(b, {})
    return max((here[name] * there[name] for name in here.keys() & there.keys()), default=0.0)


def free_movement(origin: str, destination: str) -> bool:
    """Whether an agreement in ``free_movement.csv`` lets the people of ``origin`` enter ``destination`` without a visa.

    False says only that the table has none: rules that one country makes alone are not in it.
    """
    country(origin), country(destination)
    return (origin, destination) in _free()


@cache
def _spoken() -> dict[str, dict[str, float]]:
    return {
        row["iso3"]: {
            name: float(share) / 100 for name, _, share in (w.partition(":") for w in words(row["spoken"]))
        }
        for row in read_table("languages.csv")
    }


@cache
def _free() -> frozenset[tuple[str, str]]:
    pairs = set()
    for row in read_table("free_movement.csv"):
        people, places = _members(row["from"]), _members(row["to"])
        pairs |= {(a, b) for a in people for b in places}
        if row["sense"] == "mutual":
            pairs |= {(b, a) for a in people for b in places}
    return frozenset((a, b) for a, b in pairs if a != b)


def _members(cell: str) -> set[str]:
    codes = {one.code for one in groups()}
    return {member for word in words(cell) for member in (group(word).members if word in codes else (word,))}
