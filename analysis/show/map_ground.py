"""What lies under and around the places on a map: land, water, towns, names, the scale bar, the locator."""

from __future__ import annotations

import re
from math import ceil, floor, log10
from typing import Any

import matplotlib.patheffects as effects
import numpy as np
import pandas as pd
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from .basemap import UNIT, Window, area_at, features, parts
from .countries import country_name
from .labels import Box, overlap
from .picture import drawable
from .style import AREA_LINE, BORDER_LINE, INK, LAND, NEIGHBOUR, PAPER, QUIET, RIVER, TOUCHED, WATER
from .window import wider

_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30)  # degrees between two ticks
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


def outline(feature: pd.Series, least: float = 0.0) -> Path:
    """The rings of a feature as one path, without those smaller than `least` degrees."""
    rings = parts(feature)
    rings = [r for r in rings if np.ptp(r, axis=0).max() >= least] or [max(rings, key=len)]
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
    pixel = (window.east - window.west) / axes.get_window_extent().width
    areas = [outline(area, 1.5 * pixel) for _, area in land.iterrows()]
    axes.add_collection(
        PathCollection(areas, facecolors=colours, edgecolors=AREA_LINE, linewidths=0.5, zorder=1), autolim=False
    )
    lakes = [outline(lake, 4 * pixel) for _, lake in features("lake", window).iterrows()]
    axes.add_collection(
        PathCollection(lakes, facecolors=WATER, edgecolors=RIVER, linewidths=0.4, zorder=2), autolim=False
    )
    for layer, colour, line, order in (
        ("river", RIVER, 0.8, 2),
        ("coast", RIVER, 0.7, 3),
        ("border", BORDER_LINE, 1.1, 3),
    ):
        _draw_lines(axes, layer, window, colour, line, order)


def _draw_lines(axes: Any, layer: str, window: Window, colour: str, width: float, order: int) -> None:
    lines = [part for _, feature in features(layer, window).iterrows() for part in parts(feature)]
    axes.add_collection(
        LineCollection(lines, colors=colour, linewidths=width, zorder=order, capstyle="round"), autolim=False
    )


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
    (x0, y0), (x1, y1) = to_figure((box[0] + 1, box[1] + 1)), to_figure((box[2] - 1, box[3] - 1))
    inset = figure.add_axes((x0, y0, x1 - x0, y1 - y0), zorder=11)
    region = wider(window, (box[2] - box[0]) / (box[3] - box[1]))
    set_frame(inset, region)
    inset.set_aspect("auto")
    land = features("area", region)
    pixel = (region.east - region.west) / inset.get_window_extent().width
    areas = [outline(area, 2 * pixel) for _, area in land.iterrows()]
    inset.add_collection(PathCollection(areas, facecolors=LAND, edgecolors=LAND, linewidths=0.4), autolim=False)
    _draw_lines(inset, "border", region, BORDER_LINE, 0.4, 3)
    corner, size = (window.west, window.south), (window.east - window.west, window.north - window.south)
    inset.add_patch(Rectangle(corner, *size, facecolor="#b5380b33", edgecolor="#b5380b", linewidth=1.1, zorder=5))


def draw_ticks(axes: Any, window: Window, taken: list[Box]) -> list[Box]:
    """Degrees along the left and the lower edge, so that a coordinate can be read off; the space that they take."""
    frame = axes.get_window_extent()
    boxes: list[Box] = []
    sides = ((window.south, window.north, frame.y0, frame.height), (window.west, window.east, frame.x0, frame.width))
    step = next((s for s in _STEPS if (window.north - window.south) / s <= 6), _STEPS[-1])
    for across, (low, high, origin, length) in enumerate(sides):
        for number in range(ceil(low / step), floor(high / step) + 1):
            degree = number * step
            at = origin + (degree - low) / (high - low) * length
            x, y = (at, frame.y0) if across else (frame.x0, at)
            box = (x - 18, y, x + 18, y + 20) if across else (x, y - 7, x + 44, y + 7)
            inside = frame.x0 <= box[0] and box[2] < frame.x1 and frame.y0 <= box[1] and box[3] < frame.y1
            if inside and not any(overlap(box, other) for other in taken + boxes):
                _draw_tick(axes, (x, y), bool(across), f"{abs(round(degree, 1)):g}°{_side(degree, bool(across))}")
                boxes.append(box)
    return boxes


def _draw_tick(axes: Any, foot: tuple[float, float], across: bool, text: str) -> None:
    to_axes = axes.transAxes.inverted().transform
    dx, dy = (0, 7) if across else (7, 0)
    (x0, y0), (x1, y1), (x2, y2) = (to_axes((foot[0] + n * dx, foot[1] + n * dy)) for n in (0, 1, 1.4))
    axes.plot([x0, x1], [y0, y1], color=QUIET, linewidth=0.7, transform=axes.transAxes, zorder=8)
    label = axes.text(x2, y2, text, size=6.5, color=QUIET, transform=axes.transAxes, zorder=8,
                      ha="center" if across else "left", va="bottom" if across else "center")  # fmt: skip
    label.set_path_effects([effects.withStroke(linewidth=2, foreground="#ffffffcc")])


def _side(degree: float, across: bool) -> str:
    return ("WE" if across else "SN")[degree > 0] if degree else ""


def find_towns(window: Window, taken: list[tuple[float, float]], most: int = 9) -> pd.DataFrame:
    """The biggest towns of the window, well apart from each other and from the report's places."""
    towns = pd.concat([features("capital", window), features("town", window)])
    towns = towns.sort_values(["layer", "rank"], ascending=[True, False])
    taken = list(taken)
    width, height = window.east - window.west, window.north - window.south
    kept: dict[str, Any] = {}
    for number, town in towns.iterrows():
        lon, lat = town["west"] / UNIT, town["south"] / UNIT
        if not window.holds(lon, lat, 0.03) or town["name"] in kept:
            continue
        if all(abs(lon - x) / width > 0.09 or abs(lat - y) / height > 0.05 for x, y in taken):
            kept[town["name"]] = number
            taken.append((lon, lat))
        if len(kept) >= most:
            break
    return towns.loc[list(kept.values())]


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
        name = _country_name(area["country"]) if layer == "border" else re.sub(r"\s*\(.*", "", str(area["name"]))
        if not name:
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
