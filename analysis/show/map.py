"""The map: the places of a report by what part they have in it and by how exactly they are known."""

from __future__ import annotations

from math import floor, log10
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from .basemap import UNIT, Window, area_at, country_at, features, parts
from .labels import Box, Label, Placer
from .picture import Picture, drawable, listing
from .style import (
    AREA_LINE, BORDER_LINE, INK, LAND, NEIGHBOUR, PAPER, QUIET, RIVER, ROLES, TOUCHED, WATER, new_figure, style,
)  # fmt: skip
from .window import fit_window, wider

_HELD = ("incident location", "operation area", "planned area")  # roles that shade their first-level area
CREDIT = "Outlines: Natural Earth. Towns: GeoNames (CC BY 4.0). No position on borders is implied."


def draw_locations(locations: pd.DataFrame, width: float = 7.6) -> Picture | str:
    """The map of a locations table, or a sentence where no place of it has coordinates.

    Shape and colour tell the role; a filled mark is the place itself, a hollow one a point near it or inside it, a
    hollow one in a ring the middle of a whole province. Whatever the map cannot show is named beneath it.
    """
    shown, countries, unplaced = _sorted_out(locations)
    if shown.empty and countries.empty:
        return "No map: no place of this report has coordinates."
    window = fit_window(shown, countries)
    inside = [window.holds(lon, lat) for lon, lat in zip(shown["lon"], shown["lat"], strict=True)]
    outside, shown = shown[[not i for i in inside]], shown[inside]
    height = min(8.0, max(4.2, width * window.height_km / window.width_km))
    with style():
        figure = new_figure(width, height + 0.86)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.004, 1.05 / (height + 0.86), 0.992, height / (height + 0.86) - 0.004))
        _frame(axes, window)
        home = {country_at(lon, lat) for lon, lat in zip(shown["lon"], shown["lat"], strict=True)}
        _ground(axes, window, home or set(countries["country"]), shown)
        marks = _marks(axes, shown)
        corners = _furniture(axes, window, marks)
        _labels(axes, window, shown, marks, corners, set(locations["place"].dropna()))
        _legend(figure, shown)
        notes = _notes(unplaced, outside)
        figure.text(0.006, 0.012, "\n".join([*notes, CREDIT]), size=7, color=QUIET, va="bottom", linespacing=1.35)
    return Picture("locations", figure, _alt(shown, notes), _data(locations))


def _sorted_out(locations: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Places with a point; countries, which are outlines and no points; places without either."""
    has_point = locations["lat"].notna() & locations["lon"].notna()
    is_country = locations["feature"].eq("country").fillna(False)
    return (
        locations[has_point & ~is_country],
        locations[is_country & locations["country"].notna()],
        locations[~has_point & ~is_country],
    )


def _frame(axes: Any, window: Window) -> None:
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


def _ground(axes: Any, window: Window, home: set[str], shown: pd.DataFrame) -> None:
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


def _mark(role: Any, precision: Any) -> tuple[str, str, bool, bool]:
    """Colour, shape, whether filled, whether in a ring."""
    colour, shape = ROLES.get(str(role), ROLES["mentioned"])
    exact = pd.isna(precision) or int(precision) == 1
    return colour, shape, exact, not exact and int(precision) == 3


def _marks(axes: Any, shown: pd.DataFrame) -> list[tuple[float, float]]:
    """Draws the marks; returns where they are in pixels."""
    for place in shown.sort_values("role", ascending=False).to_dict("records"):
        colour, shape, filled, ringed = _mark(place["role"], place["geo_precision"])
        x, y = [place["lon"]], [place["lat"]]
        axes.plot(x, y, shape, color=PAPER, markersize=9.5, markeredgewidth=0, zorder=5)
        axes.plot(
            x, y, shape, markerfacecolor=colour if filled else PAPER, markeredgecolor=colour, zorder=6,
            markersize=6.5, markeredgewidth=0.8 if filled else 1.4,
        )  # fmt: skip
        if ringed:
            axes.plot(x, y, "o", markerfacecolor="none", markeredgecolor=colour, markersize=17, markeredgewidth=0.9,
                      zorder=5)  # fmt: skip
    points = shown[["lon", "lat"]].astype(float).to_numpy()
    return [(float(x), float(y)) for x, y in (axes.transData.transform(points) if len(points) else [])]


def _furniture(axes: Any, window: Window, marks: list[tuple[float, float]]) -> list[Box]:
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
    _frame(inset, region)
    inset.set_aspect("auto")
    land = features("area", region)
    outlines = [_outline(area) for _, area in land.iterrows()]
    inset.add_collection(PathCollection(outlines, facecolors=LAND, edgecolors=LAND, linewidths=0.4), autolim=False)
    lines = [part for _, feature in features("border", region).iterrows() for part in parts(feature)]
    inset.add_collection(LineCollection(lines, colors=BORDER_LINE, linewidths=0.4), autolim=False)
    corner, size = (window.west, window.south), (window.east - window.west, window.north - window.south)
    inset.add_patch(Rectangle(corner, *size, facecolor="#b5380b33", edgecolor="#b5380b", linewidth=1.1, zorder=5))


def _labels(axes: Any, window: Window, shown: pd.DataFrame, marks: list[tuple[float, float]], corners: list[Box],
            named: set[str]) -> None:  # fmt: skip
    """Names, the report's own first; what is there only for orientation gives way."""
    placer = Placer(axes, [*corners, *((x - 8, y - 8, x + 8, y + 8) for x, y in marks)])
    order = {role: n for n, role in enumerate(ROLES)}
    rows = zip(shown.to_dict("records"), marks, strict=True)
    for place, (x, y) in sorted(rows, key=lambda r: (order.get(r[0]["role"], 9), -r[1][1])):
        colour, _, filled, ringed = _mark(place["role"], place["geo_precision"])
        gap = 17 if ringed else 9
        placer.place(
            Label(drawable(place["place"]), x, y, 9, colour, gap, True, "bold" if filled else "normal", not filled)
        )
    to_pixels = axes.transData.transform
    for _, town in _towns(window, shown).iterrows():
        lon, lat = town["west"] / UNIT, town["south"] / UNIT
        x, y = to_pixels((lon, lat))
        if str(town["name"]) not in named and placer.place(Label(drawable(town["name"]), x, y, 7, QUIET, 5)):
            axes.plot([lon], [lat], "s", color=QUIET, markersize=2.6, zorder=4)
    for layer, size, colour in (("border", 9.5, BORDER_LINE), ("area", 7, "#a08f6c")):
        for text, lon, lat in _names(layer, window):
            x, y = to_pixels((lon, lat))
            if text not in named:
                placer.place(Label(text, x, y, size, colour, centred=True))
    for _, river in features("river", window).sort_values("rank").drop_duplicates("name").iterrows():
        line = max(parts(river), key=len)
        line = line[[window.holds(lon, lat, 0.06) for lon, lat in line]]
        if len(line) > 4 and river["name"]:
            x, y = to_pixels(line[len(line) // 2])
            placer.place(Label(drawable(river["name"]), x, y, 7, "#4f7f9f", 4, italic=True))


def _towns(window: Window, shown: pd.DataFrame, most: int = 9) -> pd.DataFrame:
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


def _names(layer: str, window: Window) -> list[tuple[str, float, float]]:
    """Names of countries (in capitals) or first-level areas, where most of what the window shows of them lies."""
    grid = [
        (window.west + (i + 0.5) / 24 * (window.east - window.west), window.south + (j + 0.5) / 24 * (window.north - window.south))
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
    from .countries import country_name

    return country_name(code).upper()


def _legend(figure: Any, shown: pd.DataFrame) -> None:
    def mark(shape: str, colour: str, filled: bool = True, size: float = 6.5) -> Line2D:
        return Line2D([], [], linestyle="", marker=shape, markersize=size, markeredgecolor=colour,
                      markerfacecolor=colour if filled else PAPER, markeredgewidth=1.2)  # fmt: skip

    present = set(shown["role"].dropna())
    entries = [(mark(shape, colour), role) for role, (colour, shape) in ROLES.items() if role in present]
    precisions = set(shown["geo_precision"].dropna().astype(int))
    if 2 in precisions:
        entries.append((mark("o", QUIET, False), "hollow: near it or part of it"))
    if 3 in precisions:
        entries.append((mark("o", QUIET, False, 11), "ring: a whole province"))
    if entries:
        figure.legend([e[0] for e in entries], [e[1] for e in entries], loc="upper left", frameon=False, fontsize=8,
                      bbox_to_anchor=(0.0, 0.83 / figure.get_size_inches()[1]), ncol=min(4, len(entries)), handletextpad=0.2,
                      columnspacing=1.4, borderaxespad=0.1)  # fmt: skip


def _notes(unplaced: pd.DataFrame, outside: pd.DataFrame) -> list[str]:
    notes = []
    if len(unplaced):
        notes.append(f"Not on the map: {listing([drawable(p) for p in unplaced['place']], 8)} (no coordinates).")
    if len(outside):
        notes.append(f"Beyond its edge: {listing([drawable(p) for p in outside['place']], 8)}.")
    return notes


def _alt(shown: pd.DataFrame, notes: list[str]) -> str:
    roles = [
        f"{role}: {listing([drawable(p) for p in places], 10)}"
        for role, places in ((r, shown.loc[shown["role"] == r, "place"]) for r in ROLES)
        if len(places)
    ]
    return " ".join(["Map of the places named.", *(f"{r[0].upper()}{r[1:]}." for r in roles), *notes])


def _data(locations: pd.DataFrame) -> pd.DataFrame:
    columns = ("doc_id", "id", "place", "feature", "country", "lat", "lon", "geo_precision", "role")
    return locations[[c for c in columns if c in locations]]
