"""Which part of the world a map shows."""

from __future__ import annotations

from math import cos, hypot, radians

import pandas as pd

from .basemap import KM_PER_DEGREE, UNIT, Window, area_at, features, parts

_NEAR = 2.5  # how many times the report's own area a merely mentioned place may widen the map
_LEAST_KM = 160.0
_LINK_KM = 700.0  # places nearer than this to each other belong on one map
_ACTIVE = ("incident location", "operation area", "planned area", "route or border")


def fit_window(places: pd.DataFrame, countries: pd.DataFrame) -> Window:
    """The window around the places where something happens; the others widen it only where they are near.

    A report on one village shows its district's surroundings, not a dot on white; one of countries only shows those.
    """
    active = places[places["role"].isin(_ACTIVE)]
    core = _together(active if len(active) else places)
    if core.empty:
        return _padded(_country_box(countries["country"].dropna().tolist()), 0.08)
    box = _box(core)
    least = _LEAST_KM / KM_PER_DEGREE
    reach = max(box.north - box.south, box.east - box.west, least) * _NEAR / 2
    middle = ((box.west + box.east) / 2, (box.south + box.north) / 2)
    near = places[
        ((places["lon"] - middle[0]).abs() < reach * box.aspect) & ((places["lat"] - middle[1]).abs() < reach)
    ]
    return _padded(_box(near if len(near) else core), 0.15)


def _together(places: pd.DataFrame) -> pd.DataFrame:
    """The largest group of places of which each is near another: one far off does not shrink the map to a world.

    Among groups of equal number the one that the report speaks of more often wins, then the one that it names first.
    """
    points = places[["lat", "lon"]].astype(float).to_numpy()
    groups: list[list[int]] = []
    for number, (lat, lon) in enumerate(points):
        near = [g for g in groups if any(_km(lat, lon, *points[other]) < _LINK_KM for other in g)]
        groups = [g for g in groups if g not in near] + [sorted([number, *(n for g in near for n in g)])]
    if not groups:
        return places
    said = places["mentions"].fillna(1).tolist() if "mentions" in places else [1] * len(places)
    return places.iloc[min(groups, key=lambda g: (-len(g), -sum(said[n] for n in g), g[0]))]


def _km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """About how far apart two points are, the short way round."""
    east = abs(lon - lon2) % 360
    return KM_PER_DEGREE * hypot(lat - lat2, min(east, 360 - east) * cos(radians((lat + lat2) / 2)))


def wider(window: Window, shape: float) -> Window:
    """The region around a window, for the locator: five times as wide, at least 14 degrees high."""
    high = min(120.0, max(14.0, 4.5 * (window.north - window.south)))
    wide = high * shape * window.aspect
    x, y = (window.west + window.east) / 2, (window.south + window.north) / 2
    return Window(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def _box(places: pd.DataFrame) -> Window:
    """Around the places; a province counts with its whole outline, unless it is as large as a country."""
    boxes: list[Window] = []
    for place in places.to_dict("records"):
        lon, lat = float(place["lon"]), float(place["lat"])
        box = Window(lon, lat, lon, lat)
        if place["feature"] == "province" and place["geo_precision"] == 3 and (area := area_at(lon, lat)) is not None:
            whole = _shrunk(Window(*(area[side] / UNIT for side in ("west", "south", "east", "north"))))
            box = whole if max(whole.width_km, whole.height_km) < _LINK_KM else box
        boxes.append(box)
    west, south = min(b.west for b in boxes), min(b.south for b in boxes)
    return Window(west, south, max(b.east for b in boxes), max(b.north for b in boxes))


def _shrunk(box: Window, share: float = 0.88) -> Window:
    """The middle of a box: an outline needs less of a margin than a point, and gets the same on top of this."""
    x, y = (box.west + box.east) / 2, (box.south + box.north) / 2
    wide, high = (box.east - box.west) * share / 2, (box.north - box.south) * share / 2
    return Window(x - wide, y - high, x + wide, y + high)


def _country_box(codes: list[str]) -> Window:
    """Around the largest part of each country: overseas islands do not shrink the map to a world."""
    boxes = []
    for _, area in features("area").query("country in @codes").iterrows():
        boxes.append(max(parts(area), key=len))
    if not boxes:
        return Window(-20.0, -35.0, 60.0, 60.0)
    west, south = (min(b[:, i].min() for b in boxes) for i in (0, 1))
    east, north = (max(b[:, i].max() for b in boxes) for i in (0, 1))
    return Window(west, south, east, north)


def _padded(box: Window, share: float, shapes: tuple[float, float] = (0.6, 0.76)) -> Window:
    """The box with a margin, no smaller than the least, no flatter or taller than a page bears."""
    height = max((box.north - box.south) * (1 + 2 * share), _LEAST_KM / KM_PER_DEGREE)
    width = max(
        (box.east - box.west) * (1 + 2 * share) / box.aspect, _LEAST_KM / KM_PER_DEGREE
    )  # in latitude's degrees
    flattest, tallest = shapes
    height = max(height, width * flattest)
    width = max(width, height / tallest)
    x, y = (box.west + box.east) / 2, (box.south + box.north) / 2
    y = min(max(y, height / 2 - 89), 89 - height / 2) if height < 178 else 0.0  # no window goes over a pole
    wide, high = width * box.aspect / 2, min(height / 2, 89)
    return Window(x - wide, y - high, x + wide, y + high)
