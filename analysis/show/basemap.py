"""The base map: outlines, first-level areas, rivers, lakes and towns, read from one file and cut to a window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians

import numpy as np
import pandas as pd

UNIT = 1000  # the file holds thousandths of a degree
KM_PER_DEGREE = 111.32


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world in degrees. East may pass 180 where it straddles the date line."""

    west: float
    south: float
    east: float
    north: float

    @property
    def aspect(self) -> float:
        """How much longer a degree of latitude is than one of longitude, in the middle of the window."""
        return 1 / max(0.05, cos(radians((self.south + self.north) / 2)))

    @property
    def width_km(self) -> float:
        return (self.east - self.west) / self.aspect * KM_PER_DEGREE

    @property
    def height_km(self) -> float:
        return (self.north - self.south) * KM_PER_DEGREE

    def holds(self, lon: float, lat: float, margin: float = 0.0) -> bool:
        """Whether the point lies inside, at least `margin` (a share of the window) from its edge."""
        dx, dy = (self.east - self.west) * margin, (self.north - self.south) * margin
        return self.west + dx <= lon <= self.east - dx and self.south + dy <= lat <= self.north - dy


@cache
def _features() -> pd.DataFrame:
    with (files("analysis") / "knowledge" / "basemap.parquet").open("rb") as file:
        return pd.read_parquet(file)


def features(layer: str, window: Window | None = None) -> pd.DataFrame:
    """The features of a layer whose boxes touch the window."""
    frame = _features()
    keep = frame["layer"] == layer
    if window:
        west, south, east, north = (v * UNIT for v in (window.west, window.south, window.east, window.north))
        keep &= (frame["west"] <= east) & (frame["east"] >= west)
        keep &= (frame["south"] <= north) & (frame["north"] >= south)
    return frame[keep]


def parts(feature: pd.Series) -> list[np.ndarray]:
    """The lines or rings of a feature, in degrees."""
    points = np.column_stack([feature["lon"], feature["lat"]]) / UNIT
    return np.split(points, feature["ends"][:-1])


def country_at(lon: float, lat: float) -> str:
    """The country whose outline holds the point; empty at sea.

    >>> country_at(40.28, 33.04), country_at(34.1, 44.95), country_at(-30.0, 40.0)
    ('IRQ', 'UKR', '')
    """
    area = area_at(lon, lat)
    return "" if area is None else str(area["country"])


def area_at(lon: float, lat: float) -> pd.Series | None:
    """The first-level area that holds the point."""
    from matplotlib.path import Path

    for _, feature in features("area", Window(lon, lat, lon, lat)).iterrows():
        inside = sum(bool(Path(ring).contains_point((lon, lat))) for ring in parts(feature))
        if inside % 2:
            return feature
    return None
