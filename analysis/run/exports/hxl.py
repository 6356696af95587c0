"""Outcomes with a row of HXL hashtags under the header (HXL 1.1), one row an outcome, place and source."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from ..dataset import Dataset
from .events import plain_rows, write_csv

_TAGS = {
    "date_start": "#date+start", "date_end": "#date+end", "country": "#country+code", "admin1": "#adm1+name",
    "place": "#loc+name", "lat": "#geo+lat", "lon": "#geo+lon", "outcome": "#event+type", "actor": "#group+name+actor",
    "affected": "#group+name+affected", "target": "#affected+type", "killed": "#affected+killed",
    "wounded": "#affected+injured", "kidnapped": "#affected+abducted", "displaced": "#affected+displaced",
    "status": "#status", "speaker": "#meta+speaker", "outlet": "#meta+source", "doc_id": "#meta+id",
    "quote": "#description+quote",
}  # fmt: skip
_COUNTED = ("killed", "wounded", "kidnapped", "displaced")


def write(dataset: Dataset, path: Path, convention: str) -> None:
    """One CSV; the number of people stands in the column of its outcome, the lowest that the words allow."""
    documents = {r["doc_id"]: r for r in plain_rows(dataset.documents)}
    places = {(r["doc_id"], r["place"]): r for r in plain_rows(dataset.locations)}
    rows = []
    for r in plain_rows(dataset.outcomes):
        place = places.get((r["doc_id"], r["place"]), {})
        row = {c: r.get(c) for c in _TAGS} | {c: place.get(c) for c in ("country", "admin1", "lat", "lon")}
        row["outlet"] = documents[r["doc_id"]]["outlet"]
        if r["outcome"] in _COUNTED and not r["part_of"]:
            row[r["outcome"]] = r["count_low"]
        rows.append(row)
    frame = pd.DataFrame([_TAGS, *rows], columns=list(_TAGS), dtype=object)
    write_csv(frame, path)
