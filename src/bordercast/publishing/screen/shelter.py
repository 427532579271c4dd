"""Places to stay: what is said of them, place by place, latest first."""

from dataclasses import dataclass
from datetime import date

from bordercast.publishing.figures import Figures
from bordercast.publishing.gate import PublicClaim
from bordercast.publishing.screen.claims import ClaimLine, claim_line
from bordercast.publishing.screen.places import Spot, town_spot
from bordercast.publishing.words import site_words, status_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One statement about shelter: the kind of site, what is said of it in words, and the claim."""

    site: str
    status: str | None
    words: str
    claim: ClaimLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelter:
    """One place and what is said of shelter there; ``at`` is None when the atlas does not know it."""

    place: str
    country: str | None
    at: Spot | None
    latest: date | None
    sites: tuple[Site, ...]


def shelter(numbers: Figures) -> tuple[Shelter, ...]:
    """Return the places shelter was told of, the latest first."""
    by_place: dict[tuple[str, str | None], list[PublicClaim]] = {}
    for claim in numbers.shelters:  # latest first
        key = (claim.at.name, claim.at.iso3) if claim.at else ("", None)
        by_place.setdefault(key, []).append(claim)
    return tuple(
        Shelter(
            place=name,
            country=iso3,
            at=town_spot(claims[0].at),
            latest=claims[0].published,
            sites=tuple(map(_site, claims)),
        )
        for (name, iso3), claims in by_place.items()
    )


def _site(claim: PublicClaim) -> Site:
    return Site(
        site=site_words(claim.term),
        status=claim.status,
        words=status_words(claim.status, claim.modality),
        claim=claim_line(claim),
    )
