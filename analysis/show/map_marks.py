"""How a place stands on the map: by its role, and by how exactly it is known."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians
from typing import Any

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, PathPatch
from rapidfuzz import fuzz

from ..read.knowledge import knowledge
from .basemap import KM_PER_DEGREE, Window, area_at
from .map_ground import outline
from .style import PAPER, QUIET, ROLES

KINDS = {
    "near": "hollow: near it, or part of it",
    "within": "dashed: within this distance",
    "wide": "ring: somewhere in a wide area",
    "area": "outlined: the whole area",
}
_COLUMNS = 4  # of the legend
_WORDS = re.compile(r"\b(?:al|el|the|province|governorate|state|region|oblast|department|district|county)\b|[^a-z ]")


@dataclass(frozen=True)
class Mark:
    """A place on the map. `kind` is point, near, within, wide or area."""

    name: str
    lon: float
    lat: float
    role: str
    kind: str
    radius_km: float = 0.0
    area: pd.Series | None = None

    @property
    def colour(self) -> str:
        return ROLES[self.role][0]


def make_mark(place: Mapping[Any, Any], window: Window) -> Mark:
    """What stands for a place: its point; the outline of a province; the circle that a region lies in."""
    role = place["role"] if place["role"] in ROLES else "mentioned"
    lon, lat, precision = float(place["lon"]), float(place["lat"]), place["geo_precision"]
    if pd.isna(precision) or int(precision) == 1:
        return Mark(place["place"], lon, lat, role, "point")
    area = area_at(lon, lat) if place["feature"] == "province" else None
    if area is not None and any(_same(name, area["name"]) for name in (place["place"], place.get("admin1"))):
        return Mark(place["place"], lon, lat, role, "area", area=area)
    radius = _extents().get(str(place.get("gazetteer_id")), 0.0)
    if 0.02 < radius / window.width_km < 0.12:
        return Mark(place["place"], lon, lat, role, "within", radius)
    return Mark(place["place"], lon, lat, role, "wide" if int(precision) == 3 else "near")


def _same(name: Any, other: str) -> bool:
    """Whether two spellings may be of one area; both lie at the same point already.

    >>> _same("Al-Anbar", "Al-Anbar"), _same("Donetsk region", "Donets'k"), _same("Fallujah", "Al-Anbar")
    (True, True, False)
    """
    if name is None or pd.isna(name):
        return False
    one, two = (_WORDS.sub("", re.sub("[-']", " ", n.lower())).replace(" ", "") for n in (str(name), other))
    return bool(one and two) and fuzz.ratio(one, two) >= 70


@cache
def _extents() -> dict[str, float]:
    """How far the edge of a place lies from its point, in km, by the gazetteer's id."""
    found = {f"sitrep:{row['id']}": float(row["extent_km"] or 0) for row in knowledge("places")}
    with (files("analysis") / "knowledge" / "areas.csv.gz").open("rb") as packed, gzip.open(packed) as file:
        for row in csv.DictReader(io.TextIOWrapper(file, encoding="utf-8")):
            found[f"geonames:{row['id']}"] = float(row["extent_km"] or 0)
    return found


def draw_marks(axes: Any, marks: list[Mark]) -> None:
    """The marks, those of the first roles on top."""
    order = list(ROLES)
    for mark in sorted(marks, key=lambda m: -order.index(m.role)):
        shape = ROLES[mark.role][1]
        if mark.area is not None:
            axes.add_patch(
                PathPatch(outline(mark.area), facecolor="none", edgecolor=mark.colour, linewidth=1.5, zorder=3.5)
            )
            continue
        if mark.kind == "within":
            high = 2 * mark.radius_km / KM_PER_DEGREE
            wide = high / max(0.05, cos(radians(mark.lat)))
            axes.add_patch(Ellipse((mark.lon, mark.lat), wide, high, facecolor=f"{mark.colour}14", linewidth=0.9,
                                   edgecolor=mark.colour, linestyle=(0, (4, 3)), zorder=4))  # fmt: skip
        if mark.kind == "wide":
            axes.plot([mark.lon], [mark.lat], "o", markerfacecolor="none", markeredgecolor=mark.colour, markersize=17,
                      markeredgewidth=0.9, zorder=5)  # fmt: skip
        filled = mark.kind == "point"
        axes.plot([mark.lon], [mark.lat], shape, color=PAPER, markersize=9.5, markeredgewidth=0, zorder=5)
        axes.plot([mark.lon], [mark.lat], shape, markerfacecolor=mark.colour if filled else PAPER, zorder=6,
                  markeredgecolor=mark.colour, markersize=6.5, markeredgewidth=0.8 if filled else 1.4)  # fmt: skip


def legend_rows(marks: list[Mark]) -> int:
    """How many lines the legend has."""
    return -(-len({m.role for m in marks} | ({m.kind for m in marks} & set(KINDS))) // _COLUMNS)


def draw_legend(figure: Any, marks: list[Mark], top: float) -> None:
    """The roles and the kinds of precision that are there, below the map; `top` in inches from the foot."""
    roles, kinds = {m.role for m in marks}, {m.kind for m in marks}
    handles = [(_sign(shape, colour, colour), role) for role, (colour, shape) in ROLES.items() if role in roles]
    looks = {
        "near": _sign("o", QUIET, PAPER),
        "within": Line2D([], [], color=QUIET, linewidth=0.9, linestyle=(0, (4, 3))),
        "wide": _sign("o", QUIET, PAPER, 10),
        "area": Line2D([], [], color=QUIET, linewidth=1.5),
    }
    handles += [(looks[kind], words) for kind, words in KINDS.items() if kind in kinds]
    if handles:
        figure.legend([h[0] for h in handles], [h[1] for h in handles], loc="upper left", frameon=False, fontsize=8,
                      bbox_to_anchor=(0.0, top / figure.get_size_inches()[1]), ncol=min(_COLUMNS, len(handles)),
                      handletextpad=0.4, columnspacing=1.4, borderaxespad=0.1, handlelength=1.5)  # fmt: skip


def _sign(shape: str, edge: str, face: str, size: float = 6.5) -> Line2D:
    return Line2D([], [], linestyle="", marker=shape, markersize=size, markeredgecolor=edge, markerfacecolor=face,
                  markeredgewidth=1.2)  # fmt: skip
