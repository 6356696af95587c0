"""Which part of the world a map shows."""

from __future__ import annotations

import pandas as pd

from .basemap import KM_PER_DEGREE, Window, features, parts

_NEAR = 4.0  # how many times the report's own area a merely mentioned place may widen the map
_LEAST_KM = 160.0
_ACTIVE = ("incident location", "operation area", "planned area", "route or border")


def fit_window(places: pd.DataFrame, countries: pd.DataFrame) -> Window:
    """The window around the places where something happens; the others widen it only where they are near.

    A report on one village shows its district's surroundings, not a dot on white; one of countries only shows those.
    """
    active = places[places["role"].isin(_ACTIVE)]
    core = active if len(active) else places
    if core.empty:
        return _padded(_country_box(countries["country"].dropna().tolist()), 0.08)
    box = _box(core)
    least = _LEAST_KM / KM_PER_DEGREE
    reach = max(box.north - box.south, box.east - box.west, least) * _NEAR / 2
    middle = ((box.west + box.east) / 2, (box.south + box.north) / 2)
    near = places[
        ((places["lon"] - middle[0]).abs() < reach * box.aspect) & ((places["lat"] - middle[1]).abs() < reach)
    ]
    return _padded(_box(near if len(near) else core), 0.2)


def wider(window: Window, shape: float) -> Window:
    """The region around a window, for the locator: five times as wide, at least 14 degrees high."""
    high = min(120.0, max(14.0, 4.5 * (window.north - window.south)))
    wide = high * shape * window.aspect
    x, y = (window.west + window.east) / 2, (window.south + window.north) / 2
    return Window(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def _box(places: pd.DataFrame) -> Window:
    lon, lat = places["lon"].astype(float), places["lat"].astype(float)
    return Window(lon.min(), lat.min(), lon.max(), lat.max())


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


def _padded(box: Window, share: float, shapes: tuple[float, float] = (0.62, 1.05)) -> Window:
    """The box with a margin, no smaller than the least, no flatter or taller than a page bears."""
    height = max((box.north - box.south) * (1 + 2 * share), _LEAST_KM / KM_PER_DEGREE)
    width = max(
        (box.east - box.west) * (1 + 2 * share) / box.aspect, _LEAST_KM / KM_PER_DEGREE
    )  # in latitude's degrees
    flattest, tallest = shapes
    height = max(height, width * flattest)
    width = max(width, height / tallest)
    x, y = (box.west + box.east) / 2, (box.south + box.north) / 2
    return Window(
        x - width * box.aspect / 2, max(-89.0, y - height / 2), x + width * box.aspect / 2, min(89.0, y + height / 2)
    )
