"""The nouns of the atlas: what a look-up hands back."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How large a thing a place is."""

    COUNTRY = "country"
    GROUP = "group"
    REGION = "region"
    CITY = "city"
    CROSSING = "crossing"
    WATER = "water"
    """A sea or a river: kept so that "Lake Chad" is never read as the country."""


class Form(StrEnum):
    """How the text speaks of a place."""

    NAME = "name"
    DEMONYM = "demonym"
    ADJECTIVE = "adjective"


class Mode(StrEnum):
    """How people pass a crossing."""

    ROAD = "road"
    RAIL = "rail"
    PEDESTRIAN = "pedestrian"
    FERRY = "ferry"
    BRIDGE = "bridge"
    AIR = "air"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place a report can speak of.

    ``id`` is unique over the atlas: ``"KAZ"``, ``"EU"``, ``"KAZ-27"`` (ISO 3166-2 with the
    three-letter country; ``"AZE-X-..."`` for our own regions), ``"city:608668"`` (GeoNames),
    ``"crossing:verkhny-lars"``, ``"water:black-sea"``. ``iso3`` is None for groups and waters, and
    the first country for crossings; ``also`` holds the other countries. Degrees are WGS 84;
    a group carries (0, 0), a region without a known seat carries its country's capital.
    """

    id: str
    name: str
    level: Level
    iso3: str | None
    lat: float
    lon: float
    population: int = 0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country or territory of ISO 3166-1, or Kosovo (XKX)."""

    name: str
    iso2: str
    iso3: str
    capital: str
    lat: float
    lon: float
    population: int
    neighbours: tuple[str, ...]
    groups: tuple[str, ...]
    adjective: str

    @property
    def place(self) -> Place:
        """The country as a `Place`, located at its capital."""
        return Place(
            id=self.iso3,
            name=self.name,
            level=Level.COUNTRY,
            iso3=self.iso3,
            lat=self.lat,
            lon=self.lon,
            population=self.population,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Several countries that reports speak of in one word."""

    code: str
    name: str
    members: tuple[str, ...]

    @property
    def place(self) -> Place:
        """The group as a `Place`, without a location."""
        return Place(
            id=self.code, name=self.name, level=Level.GROUP, iso3=None, lat=0.0, lon=0.0, also=self.members
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """One official way over a border between the countries ``a`` and ``b``."""

    id: str
    name: str
    a: str
    b: str
    lat: float
    lon: float
    mode: Mode
    variants: tuple[str, ...]

    @property
    def place(self) -> Place:
        """The crossing as a `Place`; the second country is in ``also``."""
        return Place(
            id=self.id,
            name=self.name,
            level=Level.CROSSING,
            iso3=self.a,
            lat=self.lat,
            lon=self.lon,
            also=(self.b,),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place name in a text: ``text[start:end] == surface``, in Unicode code points.

    ``candidates`` come best first, by a prior that knows nothing of the text. ``ambiguous`` says that
    the word is also a common word or a person's name ("Oral", "Nice"), so context must confirm it.
    """

    start: int
    end: int
    surface: str
    form: Form
    candidates: tuple[Place, ...]
    ambiguous: bool = False
