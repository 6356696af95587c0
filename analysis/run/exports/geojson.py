"""Incidents with a point as GeoJSON (RFC 7946): longitude first, WGS 84, one feature an incident."""

from __future__ import annotations

import json
import os
from pathlib import Path

from ..dataset import Dataset
from .events import gather


def write(dataset: Dataset, path: Path, convention: str) -> None:
    """One FeatureCollection; incidents without a point have a null geometry and are there all the same."""
    features = []
    for event in gather(dataset):
        facts = {k: v for k, v in event.incident.items() if k not in ("lat", "lon") and v is not None}
        point = None
        if event.incident["lat"] is not None:
            point = {"type": "Point", "coordinates": [event.incident["lon"], event.incident["lat"]]}
        features.append(
            {"type": "Feature", "id": event.incident["incident"], "geometry": point,
             "properties": facts | {"geo_precision": event.precision}}
        )  # fmt: skip
    collection = {"type": "FeatureCollection", "features": features}
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_text(json.dumps(collection, ensure_ascii=False, indent=1, default=int) + "\n", encoding="utf-8")
    temporary.replace(path)
