"""``--close RUS:GEO --from DATE``: text from the command line becomes scenarios."""

import re
from datetime import date, timedelta

from bordercast.vocabulary import Closure, InvalidSetting, Scenario

CORRIDOR = re.compile(
    r"^\s*([A-Za-z]{3})\s*(?:>|:|-|to|\s)\s*([A-Za-z]{2,5})\s*(?:@\s*(\d{4}-\d\d-\d\d))?\s*$"
)


def scenarios_of(closing: list[str], start: date | None, as_of: date) -> tuple[Scenario, ...]:
    """Return one scenario in which all the corridors named close; nothing for an empty list.

    Raises InvalidSetting for a corridor that cannot be read.
    """
    if not closing:
        return ()
    closures = []
    for said in closing:
        m = CORRIDOR.match(said)
        if m is None:
            raise InvalidSetting(
                f"--close {said!r} names no corridor. Write origin and destination as country codes: RUS:GEO, or RUS:GEO@2022-10-06."
            )
        try:
            own = date.fromisoformat(m[3]) if m[3] else None
        except ValueError:
            raise InvalidSetting(
                f"--close {said!r} has no such date as {m[3]}. Write it as 2022-10-06."
            ) from None
        closures.append(
            Closure(
                origin=m[1].upper(), destination=m[2].upper(), start=own or start or as_of + timedelta(days=1)
            )
        )
    name = " and ".join(f"{c.origin}>{c.destination} closes on {c.start}" for c in closures)
    return (Scenario(name=name, closures=tuple(closures)),)
