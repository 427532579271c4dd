"""What a request may hold: days, corridors and ids, each in one form only; and the desk that answers it."""

import re
from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator, StringConstraints

from bordercast.publishing import screen
from bordercast.vocabulary import Decision, Kind, Modality, SourceType
from bordercast.web.desk import Desk

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def iso_day(said: object) -> object:
    """Return a day written as 2022-10-04; a number or another form raises ValueError."""
    if said is None or type(said) is date:
        return said
    if not isinstance(said, str) or not _ISO.fullmatch(said):
        raise ValueError("write the day as 2022-10-04")
    return date.fromisoformat(said)


def whole(said: object) -> object:
    """Return a whole number, also when written as 14.0; anything else raises ValueError."""
    if isinstance(said, bool) or not isinstance(said, (int, float)) or said != said // 1:
        raise ValueError("write a whole number, such as 14")
    return int(said)


def desk_of(request: Request) -> Desk:
    """Return the desk of the application that was asked."""
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]
Day = Annotated[date, BeforeValidator(iso_day)]
AsOf = Annotated[
    Day | None,
    Query(description="Known as of the end of this day, such as 2022-10-04. Default: the latest day"),
]
# One character that is no space, in the regular expressions of Python, Rust and ECMAScript alike.
SAYS_SOMETHING = r"[^\s\x85\x1c-\x1f\ufeff]"
Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Corridor = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,12}-[A-Z]{2,12}$")]


def claims_wanted(
    kind: Kind | None = None,
    modality: Modality | None = None,
    decision: Decision | None = None,
    source_type: SourceType | None = None,
    corridor: Corridor | None = None,
    report: Id | None = None,
    text: Annotated[
        str | None, Query(max_length=200, description="Words in the quote, voice, publisher or place")
    ] = None,
) -> screen.Wanted:
    """Return what is asked of the claims."""
    return screen.Wanted(
        kind=kind,
        modality=modality,
        decision=decision,
        source_type=source_type,
        corridor=corridor,
        report_id=report,
        text=text or None,
    )


ClaimsWanted = Annotated[screen.Wanted, Depends(claims_wanted)]
