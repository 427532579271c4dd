"""Places to stay: what is said of them, place by place, latest first, and what is projected."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from bordercast.publishing.figures import Figures
from bordercast.publishing.gate import PublicClaim, Release
from bordercast.publishing.quantiles import spreads
from bordercast.publishing.screen.claims import ClaimLine, claim_line
from bordercast.publishing.screen.places import Spot, place_spot, town_spot
from bordercast.publishing.screen.series import LEVELS, Level, columns
from bordercast.publishing.words import site_words, status_words
from bordercast.vocabulary import Projection, ShelterPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One statement about shelter: the kind of site, what is said of it in words, and the claim."""

    site: str
    status: str | None
    words: str
    claim: ClaimLine


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysUntilFull:
    """Days until no bed is free, counted from 1; None is beyond the horizon, or unknown where nobody said how many beds.

    ``chance`` is that of no free bed on some day within the horizon.
    """

    low80: float | None
    median: float | None
    high80: float | None
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelterOutlook:
    """Shelter in one country or region day by day: beds, people in them, and people who found none that day.

    ``from_claims`` is false where all that is known of it is the scenario's. ``claims`` are the ids
    of the claims it was read from.
    """

    id: str
    name: str
    country: str
    at: Spot | None
    days: tuple[date, ...]
    beds: dict[Level, tuple[int | None, ...]]
    occupied: dict[Level, tuple[int | None, ...]]
    without: dict[Level, tuple[int | None, ...]]
    days_until_full: DaysUntilFull
    from_claims: bool
    claims: tuple[str, ...]


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


def shelter_outlooks(release: Release) -> tuple[ShelterOutlook, ...]:
    """Return what is projected for shelter as things stand."""
    stands = release.projections[0] if release.projections else None
    return tuple(shelter_outlook(release, stands, path) for path in stands.shelters) if stands else ()


def shelter_outlook(release: Release, projection: Projection, path: ShelterPath) -> ShelterOutlook:
    """Return what is projected for one place."""
    until = path.days_until_full
    low, median, high = np.quantile(until, (0.1, 0.5, 0.9), method="inverted_cdf").tolist()
    return ShelterOutlook(
        id=path.id,
        name=path.name,
        country=path.country,
        at=place_spot(path.id),
        days=projection.days,
        beds=columns(release, spreads(path.beds), LEVELS["all"]),
        occupied=columns(release, spreads(path.occupied), LEVELS["all"]),
        without=columns(release, spreads(path.without), LEVELS["all"]),
        days_until_full=DaysUntilFull(
            low80=_within(low),
            median=_within(median),
            high80=_within(high),
            chance=float(np.isfinite(until).mean()),
        ),
        from_claims=bool(path.claims),
        claims=path.claims,
    )


def _within(days: float) -> float | None:
    return days if np.isfinite(days) else None


def _site(claim: PublicClaim) -> Site:
    return Site(
        site=site_words(claim.term),
        status=claim.status,
        words=status_words(claim.status, claim.modality),
        claim=claim_line(claim),
    )
