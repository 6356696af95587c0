"""The GeoJSON layers of a data set."""

from __future__ import annotations

import json

from analysis.run.corpus import read_corpus
from analysis.run.dataset import read_dataset
from analysis.run.exports import export


def test_locations_and_outcomes_are_layers_of_their_own(tmp_path):
    """A feature a place, a feature an outcome with a place, longitude first; an outcome lies where its place does."""
    source = tmp_path / "in.jsonl"
    text = "Gunmen killed 3 soldiers in Mosul on Monday. A farmer was wounded in Zrenkovo village, police said."
    source.write_text(json.dumps({"id": "r1", "text": text, "published": "2022-04-28"}) + "\n", encoding="utf-8")
    read_corpus([source], tmp_path / "data")
    written = export(read_dataset(tmp_path / "data"), "geojson", tmp_path / "out")
    layers = {
        name: json.loads((written.parent / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
        for name in ("incidents", "locations", "outcomes")
    }
    places = {f["properties"]["place"]: f for f in layers["locations"]}
    lon, lat = places["Mosul"]["geometry"]["coordinates"]
    assert (round(lat), round(lon)) == (36, 43)
    assert places["Zrenkovo village"]["geometry"] is None
    killed = next(f for f in layers["outcomes"] if f["properties"]["outcome"] == "killed")
    assert killed["geometry"] == places["Mosul"]["geometry"]
    assert killed["properties"]["country"] == "IRQ"
    assert layers["incidents"]
