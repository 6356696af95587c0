"""The map: the places of a report by what part they have in it and by how exactly they are known."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D

from .basemap import UNIT, Window, country_at, features, parts
from .labels import Box, Label, Placer
from .map_ground import draw_furniture, draw_ground, find_names, find_towns, set_frame
from .picture import Picture, drawable, listing
from .style import BORDER_LINE, PAPER, QUIET, ROLES, new_figure, style
from .window import fit_window

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
        axes = figure.add_axes((0.004, 0.86 / (height + 0.86), 0.992, height / (height + 0.86) - 0.004))
        set_frame(axes, window)
        home = {country_at(lon, lat) for lon, lat in zip(shown["lon"], shown["lat"], strict=True)}
        draw_ground(axes, window, home or set(countries["country"]), shown)
        marks = _marks(axes, shown)
        corners = draw_furniture(axes, window, marks)
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
    for _, town in find_towns(window, shown).iterrows():
        lon, lat = town["west"] / UNIT, town["south"] / UNIT
        x, y = to_pixels((lon, lat))
        if str(town["name"]) not in named and placer.place(Label(drawable(town["name"]), x, y, 7, QUIET, 5)):
            axes.plot([lon], [lat], "s", color=QUIET, markersize=2.6, zorder=4)
    for layer, size, colour in (("border", 9.5, BORDER_LINE), ("area", 7, "#a08f6c")):
        for text, lon, lat in find_names(layer, window):
            x, y = to_pixels((lon, lat))
            if text not in named:
                placer.place(Label(text, x, y, size, colour, centred=True))
    for _, river in features("river", window).sort_values("rank").drop_duplicates("name").iterrows():
        line = max(parts(river), key=len)
        line = line[[window.holds(lon, lat, 0.06) for lon, lat in line]]
        if len(line) > 4 and river["name"]:
            x, y = to_pixels(line[len(line) // 2])
            placer.place(Label(drawable(river["name"]), x, y, 7, "#4f7f9f", 4, italic=True))


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
                      bbox_to_anchor=(0.0, 0.83 / figure.get_size_inches()[1]), ncol=min(4, len(entries)),
                      handletextpad=0.2, columnspacing=1.4, borderaxespad=0.1)  # fmt: skip


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
