"""A file of verdicts becomes judgements: one JSON object a line, checked before anything is taken down."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from bordercast import atlas
from bordercast.vocabulary import (
    Correction,
    Hedge,
    InvalidNoun,
    InvalidSetting,
    Judgement,
    Kind,
    Measure,
    Modality,
    Quantity,
    Ruling,
    Where,
)

LONGEST_LINE = 100_000  # characters; a verdict with a long reason has a few hundred
MOST_SHOWN = 20  # faults told at once
CODE = 3  # letters of a country's code


class _Corrected(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A correction as it is written: places by code or name, all else as in docs/reference/claims.md."""

    kind: Kind | None = None
    term: str | None = None
    measure: Measure | None = None
    modality: Modality | None = None
    quantity: Quantity | None = None
    value: float | None = None
    hedge: Hedge | None = None
    unit: str | None = None
    population: str | None = None
    origin: str | None = None
    destinations: list[str] | None = None
    via: list[str] | None = None
    at: str | None = None
    start: date | None = None
    end: date | None = None
    status: str | None = None


class _Line(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    claim_id: str
    ruling: Ruling
    reason: str
    analyst: str | None = None
    correction: _Corrected | None = None
    duplicate_of: str | None = None
    withdraws: str | None = None


def read_judgements(lines: Iterable[str], *, source: str, analyst: str = "") -> tuple[Judgement, ...]:
    """Return what the lines of a file say; ``analyst`` stands where a line names none.

    Raises InvalidSetting naming every line that cannot be used, what was found there and what to do.
    """
    found, faults = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(_judgement(line, analyst))
        except (msgspec.MsgspecError, InvalidNoun, LookupError, UnicodeError) as fault:
            faults.append(f"{source}:{number}: {str(fault).rstrip('.')}.")
    if faults:
        more = [f"... and {len(faults) - MOST_SHOWN} more."] if len(faults) > MOST_SHOWN else []
        raise InvalidSetting(
            "\n".join([*faults[:MOST_SHOWN], *more])
            + "\nNo verdict was taken down. Mend these lines; docs/howto/review-claims.md has their form."
        )
    return tuple(found)


def correction_of(said: Mapping[str, object]) -> Correction:
    """Return the correction that some fields, as they are written in a file, make; places are looked up.

    Raises InvalidNoun for a field, value or place that is none.
    """
    try:
        return _correction(msgspec.convert(said, type=_Corrected, strict=False))
    except msgspec.ValidationError as fault:
        raise InvalidNoun(f"{fault}. docs/reference/claims.md lists fields and words.") from None


def _judgement(line: str, analyst: str) -> Judgement:
    if len(line) > LONGEST_LINE:
        raise InvalidNoun(f"A line of {len(line)} characters is no verdict. Give one JSON object a line")
    said = msgspec.json.decode(line, type=_Line)
    return Judgement(
        claim_id=said.claim_id,
        ruling=said.ruling,
        analyst=said.analyst or analyst,
        reason=said.reason,
        correction=_correction(said.correction) if said.correction else None,
        duplicate_of=said.duplicate_of,
        withdraws=said.withdraws,
    )


def _correction(said: _Corrected) -> Correction:
    plain = {name: getattr(said, name) for name in said.__struct_fields__}
    for name in ("origin", "at"):
        plain[name] = _where(plain[name]) if plain[name] is not None else None
    for name in ("destinations", "via"):
        plain[name] = tuple(map(_where, plain[name])) if plain[name] is not None else None
    return Correction(**plain)


def _where(word: str) -> Where:
    """Return a place by its code or name: a country or group, else whatever the atlas knows by that name."""
    if len(word) == CODE and word.isupper():
        country = atlas.country(word)
        return Where(iso3=country.iso3, name=country.name)
    found = atlas.find(word)
    if not found:
        raise InvalidNoun(
            f"The atlas knows no place {word!r}. Give a country's three-letter code, or a place's name as reports write it"
        )
    return Where(iso3=found[0].iso3, name=found[0].name)
