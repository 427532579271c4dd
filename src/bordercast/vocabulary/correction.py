"""What a claim should have said, held against the kind of thing that the claim is.

The words of each kind are those of ``docs/reference/claims.md``. Rules may find what is not foreseen here; what a
person writes by hand is checked, because a slip of the hand reaches every number after it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from bordercast.vocabulary.claim import (
    Attribution,
    Basis,
    Claim,
    Hedge,
    Interval,
    Kind,
    Measure,
    Modality,
    Quantity,
    Where,
)
from bordercast.vocabulary.errors import InvalidNoun

_MOVES = ("crossed_border left_country arrived fled displaced evacuated relocated registered asylum_application "
          "turned_back deported returned transited")  # fmt: skip
TERMS: Mapping[Kind, tuple[str, ...]] = {
    Kind.FLOW: tuple(_MOVES.split()),
    Kind.ONWARD: tuple(_MOVES.split()),
    Kind.RETURN: tuple(_MOVES.split()),
    Kind.STOCK: ("present", "displaced", "registered", "sheltered", "homeless", "in_camp", "trapped",
                 "housing_destroyed", "housing_damaged"),
    Kind.QUEUE: ("queue", "waiting_time"),
    Kind.BORDER_STATUS: ("border", "crossing", "visa"),
    Kind.SHELTER: ("accommodation", "camp", "church", "cinema", "hotel", "housing", "mosque", "private_home",
                   "reception_centre", "school", "sports_hall", "tent"),
    Kind.CASUALTY: ("killed", "wounded", "missing"),
    Kind.TRIGGER: ("fighting", "mobilisation", "offensive", "invasion", "coup", "ceasefire", "surrender", "earthquake",
                   "flood", "storm", "fire", "decree", "blockade", "shelling", "explosion"),
    Kind.APPEAL: ("flee", "stay", "end_war", "open_border", "close_border", "help", "welcome"),
}  # fmt: skip
"""The terms of each kind; the first of each stands where a claim becomes one of another kind and no term is given."""

STATUSES: Mapping[Kind, tuple[str, ...]] = {
    Kind.BORDER_STATUS: ("open", "restricted", "closed", "undecided"),
    Kind.SHELTER: ("improvised", "under_pressure", "full", "open", "housed", "capacity"),
    Kind.FLOW: ("increased", "decreased", "unchanged"),
    Kind.ONWARD: ("increased", "decreased", "unchanged"),
    Kind.RETURN: ("increased", "decreased", "unchanged"),
    Kind.QUEUE: ("increased", "decreased", "unchanged"),
}

_PEOPLE = ("person", "household", "vehicle", "crossing", "trip", "seat", "percent")
UNITS: Mapping[Kind, tuple[str, ...]] = {
    Kind.FLOW: _PEOPLE,
    Kind.ONWARD: _PEOPLE,
    Kind.RETURN: _PEOPLE,
    Kind.STOCK: ("person", "household", "dwelling", "vehicle", "percent"),
    Kind.QUEUE: ("person", "household", "vehicle", "km", "hour", "day", "percent"),
    Kind.SHELTER: ("person", "household", "dwelling", "percent"),
    Kind.CASUALTY: ("person", "household", "percent"),
    Kind.APPEAL: ("person", "household"),
    Kind.BORDER_STATUS: (),
    Kind.TRIGGER: (),
}
"""What each kind is counted in; border decisions and events carry no figure."""

MOST: Mapping[str, float] = {"km": 5_000, "hour": 10_000, "day": 2_000, "percent": 10_000}
"""More than this of a unit is a slip of the hand; judgement. Of whatever is counted by the head, `MOST_COUNTED`."""
MOST_COUNTED = 1e9
BROKEN = frozenset({"km", "hour", "day", "percent"})  # units that may be halved; all others are counted whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a claim should have said; what is None stays as it was read. ``of`` applies it.

    ``quantity`` is the whole figure; ``value``, ``hedge`` and ``unit`` change a part of it.
    """

    kind: Kind | None = None
    term: str | None = None
    measure: Measure | None = None
    modality: Modality | None = None
    quantity: Quantity | None = None
    value: float | None = None
    hedge: Hedge | None = None
    unit: str | None = None
    population: str | None = None
    origin: Where | None = None
    destinations: tuple[Where, ...] | None = None
    via: tuple[Where, ...] | None = None
    at: Where | None = None
    start: date | None = None
    end: date | None = None
    attribution: Attribution | None = None
    status: str | None = None

    def of(self, claim: Claim) -> Claim:
        """Return the claim with what is corrected; it quotes the same words. Raises InvalidNoun where it does not fit."""
        said = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) is not None}
        if {"value", "hedge", "unit"} & said.keys():
            said["quantity"] = self._figure(claim)
        said = {name: what for name, what in said.items() if name not in ("value", "hedge", "unit")}
        days = {name: said.pop(name) for name in ("start", "end") if name in said}
        if days:
            before = claim.interval
            first, last = (before.start, before.end) if before else (None, None)
            said["interval"] = Interval(
                start=days.get("start", first), end=days.get("end", last), basis=Basis.EXPLICIT
            )
        kind = self.kind or claim.kind
        if kind is not claim.kind and self.term is None and claim.term not in TERMS[kind]:
            said["term"] = TERMS[kind][0]
        corrected = claim.but(**said) if said else claim
        if corrected.id == claim.id:
            raise InvalidNoun(
                f"The correction of claim {claim.id} changes nothing. Say what it should have said, or accept it."
            )
        faults = _faults(corrected, frozenset(said))
        if faults:
            raise InvalidNoun(f"The correction of claim {claim.id} does not fit it. {' '.join(faults)}")
        return corrected

    def _figure(self, claim: Claim) -> Quantity:
        """Return the claim's figure with the parts that are corrected."""
        before = self.quantity or claim.quantity
        value = self.value if self.value is not None else (before.value if before else None)
        if before is not None and self.value is None and self.hedge is None and self.unit is not None:
            return replace(before, unit=self.unit)
        if value is None:
            raise InvalidNoun(
                f"Claim {claim.id} gives {'a range' if before else 'no figure'}, and the correction gives no value to "
                "put in its place. Give a value, or the whole quantity with low and high."
            )
        unit = self.unit or (before.unit if before else "person")
        kept = before.hedge if before and before.hedge not in (Hedge.RANGE, Hedge.VAGUE) else Hedge.EXACT
        return Quantity.of(value, hedge=self.hedge or kept, unit=unit, per=before.per if before else None)


def _faults(claim: Claim, said: frozenset[str]) -> tuple[str, ...]:
    """Return what is wrong with the fields that were corrected, a sentence each with what to do."""
    found = [_unlisted(claim.kind, "term", claim.term, TERMS)] if said & {"term", "kind"} else []
    if said & {"status", "kind"} and claim.status is not None:
        found.append(_unlisted(claim.kind, "status", claim.status, STATUSES))
    if claim.quantity is not None and said & {"quantity", "kind", "measure"}:
        found += [misfit(claim), _misread(claim.quantity)]
    return tuple(fault for fault in found if fault)


def _unlisted(kind: Kind, what: str, word: str, listed: Mapping[Kind, tuple[str, ...]]) -> str:
    words = listed.get(kind, ())
    if word in words:
        return ""
    return f"The {what} {word!r} is none of a {kind}. " + (
        f"Give one of: {', '.join(words)}." if words else f"A {kind} has no {what}: leave it out."
    )


def misfit(claim: Claim) -> str:
    """Return why a claim's figure cannot be of its kind and measure, with what to do, or nothing."""
    kind, measure, quantity = claim.kind, claim.measure, claim.quantity
    if quantity is None:
        return ""
    units = UNITS[kind]
    if quantity.unit not in units:
        return f"The unit {quantity.unit!r} is none of a {kind}. " + (
            f"Give one of: {', '.join(units)}."
            if units
            else f"A {kind} carries no figure: correct its kind too."
        )
    percent, most = quantity.unit == "percent", _most(quantity)
    if measure is Measure.SHARE and not percent:
        return f"A share is counted in per cent, not in {quantity.unit}. Give the unit percent, or another measure."
    if measure is Measure.SHARE and most > 100:
        return f"A share of {most:,g} per cent is more than the whole. Give 0 to 100, or another measure and unit."
    occupied = kind is Kind.SHELTER and measure is Measure.POINT
    if percent and not occupied and measure not in (Measure.SHARE, Measure.CHANGE):
        return f"A figure in per cent is a share or a change, not {measure}. Correct the measure too, or the unit."
    return ""


def _misread(quantity: Quantity) -> str:
    """Return why nobody can have counted so many of a unit, or nothing."""
    most, limit = _most(quantity), MOST.get(quantity.unit, MOST_COUNTED)
    if most > limit:
        return (
            f"{most:,g} is more than any count in the unit {quantity.unit} can be. Give at most {limit:,g}."
        )
    value = quantity.value
    if value is not None and value != int(value) and quantity.unit not in BROKEN and quantity.per is None:
        return f"{value:g} is no whole number, and the unit {quantity.unit} is counted whole. Give a whole number."
    return ""


def _most(quantity: Quantity) -> float:
    return max(x for x in (quantity.low, quantity.value, quantity.high) if x is not None)
