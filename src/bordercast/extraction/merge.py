"""One report says a thing once: repeated statements become one claim with several spans."""

from bordercast.vocabulary import Basis, Claim, Hedge, Kind, Modality, Span

# Kinds whose repetition inside one report is the same statement when what, where and how it is said agree.
STATED = frozenset({Kind.BORDER_STATUS, Kind.TRIGGER, Kind.APPEAL, Kind.SHELTER})


def merge(claims: list[Claim], title: Span | None) -> tuple[Claim, ...]:
    """Return the claims with repetitions joined, in the order of their first span.

    A figure in the headline is not a second one: the body's claim keeps its place and gains the headline's span.
    """
    kept: list[Claim] = []
    claims = [_undecided(claim, claims) for claim in claims]
    for claim in sorted(claims, key=lambda c: _in(c, title)):
        twin = next((i for i, k in enumerate(kept) if _same(k, claim, title)), None)
        if twin is None:
            kept.append(claim)
        else:
            spans = dict.fromkeys((*kept[twin].evidence, *claim.evidence))
            known = kept[twin].interval
            vague = known is None or known.basis is Basis.PUBLICATION
            when = claim.interval if vague and claim.interval else known
            kept[twin] = kept[twin].but(evidence=tuple(spans), interval=when)
    return tuple(
        sorted(kept, key=lambda c: c.evidence[0].start)
    )  # stable: within a sentence as they were found


def _undecided(claim: Claim, claims: list[Claim]) -> Claim:
    """Return "does not plan to close" as undecided when the same report says that nothing was decided."""
    if claim.kind is not Kind.BORDER_STATUS or claim.modality not in (Modality.DENIED, Modality.NEGATED):
        return claim
    for other in claims:
        same = (
            other.kind is claim.kind
            and other.at == claim.at
            and other.attribution.voice == claim.attribution.voice
        )
        if same and other.modality is Modality.UNDECIDED:
            return claim.but(modality=Modality.UNDECIDED, status="undecided")
    return claim


def _in(claim: Claim, title: Span | None) -> bool:
    return title is not None and claim.evidence[0].end <= title.end


def _same(kept: Claim, claim: Claim, title: Span | None) -> bool:
    """Whether two claims of one report say the same thing."""
    if kept.kind is not claim.kind:
        return False
    headline = _in(claim, title)
    if headline and claim.kind in STATED:
        return True  # the headline repeats the body in fewer words
    if claim.quantity is not None or kept.quantity is not None:
        return _same_figure(kept, claim, headline=headline)
    return _same_statement(kept, claim)


def _same_statement(kept: Claim, claim: Claim) -> bool:
    """Whether two claims without a figure agree in what, where and how it is said."""
    if claim.kind is Kind.TRIGGER:
        return kept.term == claim.term
    same_voice = kept.attribution.voice == claim.attribution.voice
    if claim.kind is Kind.BORDER_STATUS:
        nobody = claim.modality in (Modality.UNDECIDED, Modality.RUMOURED)
        said = (kept.status, kept.modality, kept.at) == (claim.status, claim.modality, claim.at)
        return said and (nobody or same_voice)
    if (kept.term, kept.status) != (claim.term, claim.status):
        return False
    if claim.kind in STATED:
        return kept.at == claim.at and same_voice
    return _places(kept) == _places(claim) and _when(kept, claim)


def _same_figure(kept: Claim, claim: Claim, *, headline: bool) -> bool:
    a, b = claim.quantity, kept.quantity
    if a is None or b is None:
        return False
    same = a.middle == b.middle and a.unit == b.unit
    if headline:
        return same or _near(claim, kept) or _summed_up(claim, kept)
    said = (kept.modality, kept.term, _places(kept)) == (claim.modality, claim.term, _places(claim))
    return same and said and _when(kept, claim)


def _near(claim: Claim, kept: Claim) -> bool:
    """Whether a headline's rounded figure stands for the body's exact one: "nearly 3,000" for 2,906."""
    a, b = claim.quantity, kept.quantity
    return bool(a and b and a.unit == b.unit and a.middle and 0.9 <= b.middle / a.middle <= 1.1)


def _summed_up(claim: Claim, kept: Claim) -> bool:
    """Whether a headline's vague figure sums up the body's: "thousands flee" over a report of 75,000."""
    a, b = claim.quantity, kept.quantity
    if a is None or b is None or a.hedge is not Hedge.VAGUE or b.unit == "percent":
        return False
    return (b.high or b.low or 0.0) >= (a.low or 0.0)


def _places(claim: Claim) -> tuple[object, ...]:
    return (claim.origin, claim.destinations, claim.at)


def _when(kept: Claim, claim: Claim) -> bool:
    a, b = kept.interval, claim.interval
    return a is None or b is None or (a.start, a.end) == (b.start, b.end)
