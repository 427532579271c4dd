"""Official border crossings, hand-kept."""

from functools import cache

from bordercast.atlas.packed import read_table, words
from bordercast.atlas.place import Crossing, Mode


def crossings(a: str | None = None, b: str | None = None) -> tuple[Crossing, ...]:
    """The crossings of a border, whichever side is named first; of one country; or all of them."""
    wanted = {code for code in (a, b) if code is not None}
    return tuple(crossing for crossing in all_crossings().values() if wanted <= {crossing.a, crossing.b})


@cache
def all_crossings() -> dict[str, Crossing]:
    """Every crossing by its id."""
    return {
        row["id"]: Crossing(
            id=row["id"],
            name=row["name"],
            a=row["a"],
            b=row["b"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            mode=Mode(row["mode"]),
            variants=words(row["variants"]),
        )
        for row in read_table("crossings.csv")
    }
