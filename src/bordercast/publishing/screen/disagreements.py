"""Contradictions side by side: the claim nobody expected, what the others imply, and those that pull against it."""

from dataclasses import dataclass

from bordercast.publishing.figures import Figures
from bordercast.publishing.gate import Release
from bordercast.publishing.screen.claims import ClaimLine, claim_line
from bordercast.publishing.words import chance_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """One contradiction: low, median and high are the 10, 50 and 90 % quantile of what the others imply, in ``unit``.

    The three are None where a count under ten is withheld.
    """

    claim: ClaimLine
    unit: str
    low: float | None
    median: float | None
    high: float | None
    surprise: float
    words: str
    opponents: tuple[ClaimLine, ...]


def disputed(release: Release, numbers: Figures) -> tuple[Disputed, ...]:
    """Return the contradictions, the most surprising first."""
    found = []
    for against in numbers.disagreements:
        small = against.unit == "person" and release.suppressed(against.high)
        found.append(
            Disputed(
                claim=claim_line(against.claim),
                unit=against.unit,
                low=None if small else against.low,
                median=None if small else against.median,
                high=None if small else against.high,
                surprise=against.surprise,
                words=f"A claim at least as far off has a chance of {chance_words(against.surprise)}.",
                opponents=tuple(map(claim_line, against.opponents)),
            )
        )
    return tuple(found)
