"""One claim on one line, for people at a terminal."""

from bordercast.publishing.words import interval_words, place_code, quantity_words, status_words
from bordercast.vocabulary import Claim, Kind, Where


def claim_line(claim: Claim) -> str:
    """Return a claim in one line: ``flow RUS>KAZ more than 200,000 persons, 21 Sep to 4 Oct. Marat Akhmetzhanov, asserted``."""
    kind = claim.kind.value.replace("_", " ")
    parts = [kind, _places(claim)]
    if claim.quantity:
        parts.append(quantity_words(claim.quantity))
    if claim.kind in (Kind.BORDER_STATUS, Kind.SHELTER):
        parts.append(status_words(claim.status, claim.modality))
    elif claim.status:
        parts.append(claim.status)
    else:
        parts.append("" if claim.kind in (Kind.FLOW, Kind.ONWARD) else claim.term.replace("_", " "))
    head = " ".join(part for part in parts if part)
    return f"{head}, {interval_words(claim.interval)}. {claim.attribution.voice}, {claim.modality.value}."


def _places(claim: Claim) -> str:
    ends = [_code(claim.origin), "+".join(_code(d) for d in claim.destinations)]
    way = ">".join(end or "?" for end in ends) if any(ends) else ""
    via = f" via {', '.join(v.name for v in claim.via)}" if claim.via else ""
    at = f" at {claim.at.name}" if claim.at else ""
    return f"{way}{via}{at}".strip()


def _code(place: Where | None) -> str:
    return place_code(place) if place else ""
