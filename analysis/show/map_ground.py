"""What lies under and around the places on a map: land, water, towns, names, the scale bar, the locator."""

from __future__ import annotations

from math import floor, log10
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from .basemap import UNIT, Window, area_at, features, parts
from .countries import country_name
from .labels import Box
from .picture import drawable
from .style import AREA_LINE, BORDER_LINE, INK, LAND, NEIGHBOUR, PAPER, RIVER, TOUCHED, WATER
from .window import wider

_HELD = ("incident location", "operation area", "planned area")  # roles that shade their first-level area


def set_frame(axes: Any, window: Window) -> None:
    """The limits and the look of an empty map."""
    axes.set_xlim(window.west, window.east)
    axes.set_ylim(window.south, window.north)
    axes.set_aspect(window.aspect, adjustable="box")
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_facecolor(WATER)
    axes.spines[["top", "right"]].set_visible(True)


def _outline(feature: pd.Series) -> Path:
    rings = parts(feature)
    codes = [np.r_[Path.MOVETO, np.full(len(r) - 2, Path.LINETO), Path.CLOSEPOLY] for r in rings]
    return Path(np.concatenate(rings), np.concatenate(codes))


def draw_ground(axes: Any, window: Window, home: set[str], shown: pd.DataFrame) -> None:
    """Land, areas, borders and water of the window; the areas that hold an operation stand out."""
    held = {
        area.name
        for lon, lat, role in zip(shown["lon"], shown["lat"], shown["role"], strict=True)
        if role in _HELD and (area := area_at(lon, lat)) is not None
    }
    land = features("area", window)
    colours = [
        TOUCHED if number in held else LAND if country in home else NEIGHBOUR
        for number, country in zip(land.index, land["country"], strict=True)
    ]
    areas = [_outline(area) for _, area in land.iterrows()]
    axes.add_collection(
        PathCollection(areas, facecolors=colours, edgecolors=AREA_LINE, linewidths=0.5, zorder=1), autolim=False
    )
    lakes = [_outline(lake) for _, lake in features("lake", window).iterrows()]
    axes.add_collection(
        PathCollection(lakes, facecolors=WATER, edgecolors=RIVER, linewidths=0.4, zorder=2), autolim=False
    )
    for layer, colour, line, order in (("river", RIVER, 0.8, 2), ("border", BORDER_LINE, 1.1, 3)):
        lines = [part for _, feature in features(layer, window).iterrows() for part in parts(feature)]
        axes.add_collection(LineCollection(lines, colors=colour, linewidths=line, zorder=order), autolim=False)


def draw_furniture(axes: Any, window: Window, marks: list[tuple[float, float]]) -> list[Box]:
    """The scale bar and, where the window is small, a locator, each in the emptiest corner; the space they take."""
    frame = axes.get_window_extent()
    sizes = {"locator": (0.2 * frame.width, 0.2 * frame.width * 0.8), "scale": (0.3 * frame.width, 30.0)}
    boxes: list[Box] = []
    for piece in ("locator", "scale") if window.width_km < 3000 else ("scale",):
        width, height = sizes[piece]
        options = []
        for right in (False, True):
            for top in (True, False):
                x = frame.x1 - width if right else frame.x0
                y = frame.y1 - height if top else frame.y0
                box = (x, y, x + width, y + height)
                near = sum(x - 40 < mx < x + width + 40 and y - 25 < my < y + height + 25 for mx, my in marks)
                used = any(abs(b[0] - x) < width and (b[1] == y or b[3] == box[3]) for b in boxes)
                options.append((near + 100 * used, top if piece == "scale" else not top, not right, box))
        box = min(options)[3]
        boxes.append(box)
        (_draw_locator if piece == "locator" else _draw_scale)(axes, window, box)
    return boxes


def _draw_scale(axes: Any, window: Window, box: Box) -> None:
    """A bar that is true in the middle of the map."""
    rough = window.width_km / 5
    power = 10 ** floor(log10(rough))
    length = max(step * power for step in (1, 2, 5) if step * power <= rough)
    share = length / window.width_km
    to_axes = axes.transAxes.inverted().transform
    (left, low), (right, _) = to_axes((box[0] + 12, box[1] + 11)), to_axes((box[2] - 12, box[1]))
    start = left if left < 0.5 else right - share
    for colour, line in ((PAPER, 4.0), (INK, 1.8)):
        axes.plot([start, start + share], [low, low], color=colour, linewidth=line, transform=axes.transAxes, zorder=10,
                  solid_capstyle="butt")  # fmt: skip
    axes.text(start + share / 2, low + 0.012, f"{length:,.0f} km", transform=axes.transAxes, size=7.5, ha="center",
              va="bottom", zorder=10)  # fmt: skip


def _draw_locator(axes: Any, window: Window, box: Box) -> None:
    """A small map of the wider region with the window marked."""
    figure = axes.figure
    to_figure = figure.transFigure.inverted().transform
    (x0, y0), (x1, y1) = to_figure(box[:2]), to_figure(box[2:])
    inset = figure.add_axes((x0, y0, x1 - x0, y1 - y0), zorder=11)
    region = wider(window, (box[2] - box[0]) / (box[3] - box[1]))
    set_frame(inset, region)
    inset.set_aspect("auto")
    land = features("area", region)
    outlines = [_outline(area) for _, area in land.iterrows()]
    inset.add_collection(PathCollection(outlines, facecolors=LAND, edgecolors=LAND, linewidths=0.4), autolim=False)
    lines = [part for _, feature in features("border", region).iterrows() for part in parts(feature)]
    inset.add_collection(LineCollection(lines, colors=BORDER_LINE, linewidths=0.4), autolim=False)
    corner, size = (window.west, window.south), (window.east - window.west, window.north - window.south)
    inset.add_patch(Rectangle(corner, *size, facecolor="#b5380b33", edgecolor="#b5380b", linewidth=1.1, zorder=5))


def find_towns(window: Window, shown: pd.DataFrame, most: int = 9) -> pd.DataFrame:
    """The biggest towns of the window, well apart from each other and from the report's places."""
    towns = pd.concat([features("capital", window), features("town", window)])
    towns = towns.sort_values(["layer", "rank"], ascending=[True, False])
    taken = [(float(lon), float(lat)) for lon, lat in zip(shown["lon"], shown["lat"], strict=True)]
    width, height = window.east - window.west, window.north - window.south
    kept = []
    for number, town in towns.iterrows():
        lon, lat = town["west"] / UNIT, town["south"] / UNIT
        if not window.holds(lon, lat, 0.03):
            continue
        if all(abs(lon - x) / width > 0.09 or abs(lat - y) / height > 0.05 for x, y in taken):
            kept.append(number)
            taken.append((lon, lat))
        if len(kept) >= most:
            break
    return towns.loc[kept]


def find_names(layer: str, window: Window) -> list[tuple[str, float, float]]:
    """Names of countries (in capitals) or first-level areas, where most of what the window shows of them lies."""
    wide, high = window.east - window.west, window.north - window.south
    grid = [
        (window.west + (i + 0.5) / 24 * wide, window.south + (j + 0.5) / 24 * high)
        for i in range(24)
        for j in range(24)
    ]  # fmt: skip
    cells: dict[str, list[tuple[float, float]]] = {}
    for _, area in features("area", window).iterrows():
        if not (name := _country_name(area["country"]) if layer == "border" else str(area["name"])):
            continue
        inside = np.zeros(len(grid), int)
        for ring in parts(area):
            inside += Path(ring).contains_points(grid)
        cells.setdefault(name, []).extend(point for point, n in zip(grid, inside, strict=True) if n % 2)
    out = []
    for name, points in sorted(cells.items(), key=lambda item: -len(item[1])):
        if len(points) >= (10 if layer == "border" else 12):
            middle = np.mean(points, axis=0)
            lon, lat = min(points, key=lambda p: (p[0] - middle[0]) ** 2 + (p[1] - middle[1]) ** 2)
            out.append((drawable(name), lon, lat))
    return out[:14]


def _country_name(code: str) -> str:
    return country_name(code).upper()
