"""GeoJSON (RFC 7946): longitude first, WGS 84. Three layers: incidents, and beside them locations and outcomes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from ..dataset import Dataset
from .events import gather

Feature = dict[str, Any]


def write(dataset: Dataset, path: Path, convention: str) -> None:
    """One FeatureCollection a layer; what has no point has a null geometry and is there all the same.

    Beside incidents.geojson: locations.geojson, a feature a place of a document, and outcomes.geojson, a feature an
    outcome that the text gives a place, at that place.
    """
    _write(path, _incidents(dataset))
    _write(path.with_name("locations.geojson"), _locations(dataset))
    _write(path.with_name("outcomes.geojson"), _outcomes(dataset))


def _incidents(dataset: Dataset) -> Iterable[Feature]:
    for event in gather(dataset):
        facts = {k: v for k, v in event.incident.items() if k not in ("lat", "lon")} | {
            "geo_precision": event.precision
        }
        yield _feature(event.incident["incident"], event.incident["lat"], event.incident["lon"], facts)


def _locations(dataset: Dataset) -> Iterable[Feature]:
    for row in _rows(dataset.locations):
        yield _feature(_id(row), row.pop("lat"), row.pop("lon"), row)


def _outcomes(dataset: Dataset) -> Iterable[Feature]:
    named = {(row["doc_id"], row["place"]): row for row in reversed(_rows(dataset.locations))}
    for row in _rows(dataset.outcomes):
        if row["place"] is not None:
            where = named.get((row["doc_id"], row["place"]), {})
            facts = row | {column: where.get(column) for column in ("admin1", "country", "geo_precision")}
            yield _feature(_id(row), where.get("lat"), where.get("lon"), facts)


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return frame.astype(object).where(frame.notna(), None).to_dict("records")  # type: ignore[return-value]


def _id(row: dict[str, Any]) -> str:
    return f"{row['doc_id']}#{row['id']}"


def _feature(name: str, lat: float | None, lon: float | None, facts: dict[str, Any]) -> Feature:
    point = None if lat is None or lon is None else {"type": "Point", "coordinates": [float(lon), float(lat)]}
    known = {key: value for key, value in facts.items() if value is not None}
    return {"type": "Feature", "id": name, "geometry": point, "properties": known}


def _write(path: Path, features: Iterable[Feature]) -> None:
    collection = {"type": "FeatureCollection", "features": list(features)}
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_text(json.dumps(collection, ensure_ascii=False, indent=1, default=int) + "\n", encoding="utf-8")
    temporary.replace(path)
