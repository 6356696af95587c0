"""The map: the places of a report by what part they have in it and by how exactly they are known."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg

from .basemap import UNIT, Window, country_at, features, parts
from .labels import Box, Label, Placer
from .map_ground import draw_furniture, draw_ground, draw_ticks, find_names, find_towns, set_frame
from .map_marks import Mark, draw_legend, draw_marks, legend_rows, make_mark
from .picture import Picture, drawable, listing
from .style import AREA_NAME, BORDER_LINE, QUIET, RIVER_NAME, ROLES, new_figure, style
from .window import fit_window

CREDIT = "Outlines: Natural Earth. Towns: GeoNames (CC BY 4.0). No position on borders is implied."
CAPTION = "The places of the report, by the part that they have in it and by how exactly they are known."
_RIVERS = 5  # names of rivers at most


def draw_locations(locations: pd.DataFrame, width: float = 7.6) -> Picture | str:
    """The map of a locations table, or a sentence where no place of it has coordinates.

    Shape and colour tell the role. A filled mark is the place itself, a hollow one a point near it or inside it; a
    province is outlined, a region is the circle that it lies in. Whatever the map cannot show is named beneath it.
    """
    shown, countries, unplaced = _sorted_out(locations)
    if shown.empty and countries.empty:
        return "No map: no place of this report has coordinates."
    window = fit_window(shown, countries)
    held = [window.holds(lon, lat) for lon, lat in zip(shown["lon"], shown["lat"], strict=True)]
    inside = pd.Series(held, index=shown.index, dtype=bool)
    outside, shown = shown[~inside], shown[inside]
    marks = [make_mark(place, window) for place in shown.to_dict("records")]
    notes = _notes(unplaced, outside)
    foot = 0.28 + 0.19 * legend_rows(marks) + 0.14 * len(notes)
    height = width * window.height_km / window.width_km
    with style():
        figure = new_figure(width, height + foot)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.004, foot / (height + foot), 0.992, height / (height + foot) - 0.004))
        set_frame(axes, window)
        home = {country_at(mark.lon, mark.lat) for mark in marks}
        draw_ground(axes, window, home or set(countries["country"]), shown)
        draw_marks(axes, marks)
        points = [tuple(axes.transData.transform((mark.lon, mark.lat))) for mark in marks]
        corners = draw_furniture(axes, window, points)
        corners += draw_ticks(axes, window, corners)
        _labels(axes, window, marks, points, corners, set(shown["place"].dropna()))
        draw_legend(figure, marks, foot - 0.02)
        figure.text(0.006, 0.012, "\n".join([*notes, CREDIT]), size=7, color=QUIET, va="bottom", linespacing=1.35)
    return Picture("locations", figure, _alt(shown, notes), _data(locations), CAPTION)


def _sorted_out(locations: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Places with a point; countries, which are outlines and no points; places without either."""
    has_point = locations["lat"].notna() & locations["lon"].notna()
    is_country = locations["feature"].eq("country").fillna(False)
    return (
        locations[has_point & ~is_country],
        locations[is_country & locations["country"].notna()],
        locations[~has_point & ~is_country],
    )


def _labels(axes: Any, window: Window, marks: list[Mark], points: list[Any], corners: list[Box],
            named: set[str]) -> None:  # fmt: skip
    """Names, the report's own first; what is there only for orientation gives way."""
    solid = [(x - 8, y - 8, x + 8, y + 8) for mark, (x, y) in zip(marks, points, strict=True) if mark.kind != "area"]
    placer = Placer(axes, [*corners, *solid])
    order = list(ROLES)
    for mark, (x, y) in sorted(zip(marks, points, strict=True), key=lambda m: (order.index(m[0].role), -m[1][1])):
        exact, area = mark.kind == "point", mark.kind == "area"
        gap = 17 if mark.kind == "wide" else 9
        placer.place(Label(drawable(mark.name), x, y, 9, mark.colour, gap, True, "bold" if exact or area else "normal",
                           not exact, area))  # fmt: skip
    to_pixels = axes.transData.transform
    taken = {_plain(name) for name in named} | {_plain(m.area["name"]) for m in marks if m.area is not None}
    for _, town in find_towns(window, [(m.lon, m.lat) for m in marks if m.kind != "area"]).iterrows():
        lon, lat = town["west"] / UNIT, town["south"] / UNIT
        x, y = to_pixels((lon, lat))
        if _plain(town["name"]) in taken or placer.cost((x - 3, y - 3, x + 3, y + 3)):
            continue
        if placer.place(Label(drawable(town["name"]), x, y, 7, QUIET, 5)):
            axes.plot([lon], [lat], "s", color=QUIET, markersize=2.6, zorder=4)
    for layer, size, colour in (("border", 9.5, BORDER_LINE), ("area", 7, AREA_NAME)):
        for text, lon, lat in find_names(layer, window):
            x, y = to_pixels((lon, lat))
            if _plain(text) not in taken:
                placer.place(Label(text, x, y, size, colour, centred=True))
    left = _RIVERS
    for _, river in features("river", window).sort_values("rank").drop_duplicates("name").iterrows():
        line = max(parts(river), key=len)
        line = line[[window.holds(lon, lat, 0.06) for lon, lat in line]]
        if left and len(line) > 4 and river["name"]:
            x, y = to_pixels(line[len(line) // 2])
            left -= placer.place(Label(drawable(river["name"]), x, y, 7, RIVER_NAME, 4, italic=True))


def _plain(name: object) -> str:
    """A name by its letters, so that Donets'k is not written beside Donetsk."""
    return "".join(c for c in str(name).lower() if c.isalpha())


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
