"""The tables as a Frictionless Data Package: CSV files, and a descriptor with types, meanings and vocabularies."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ... import __version__
from ...read.knowledge import knowledge, vocabulary
from ...tables import COLUMNS, column_type, data_dictionary
from ..dataset import Dataset

_TYPES = {"Int64": "integer", "Float64": "number", "string": "string"}


def _schema(table: str) -> dict[str, Any]:
    meaning = {(t, c): m for t, c, _, m in data_dictionary()}
    fields = []
    for column in COLUMNS[table]:
        entry: dict[str, Any] = {
            "name": column, "type": _TYPES[column_type(column)], "description": meaning[table, column]
        }  # fmt: skip
        constraints: dict[str, Any] = {}
        if values := vocabulary(table, column):
            whole = entry["type"] == "integer"
            constraints["enum"] = sorted(int(v) for v in values) if whole else sorted(values)
        if column in ("doc_id", "id", "start", "end", "quote") and table != "documents":
            constraints["required"] = True
        if constraints:
            entry["constraints"] = constraints
        fields.append(entry)
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    schema["primaryKey"] = ["doc_id"] if table == "documents" else ["doc_id", "id"]
    if table != "documents":
        schema["foreignKeys"] = [{"fields": ["doc_id"], "reference": {"resource": "documents", "fields": ["doc_id"]}}]
    return schema


def write(dataset: Dataset, path: Path, convention: str) -> None:
    """A folder with datapackage.json and one CSV a table; quotes are exact, so the files are data, not spreadsheets."""
    path.mkdir(parents=True, exist_ok=True)
    resources = []
    for table in COLUMNS:
        temporary = path / f".{table}.{os.getpid()}.tmp"
        dataset.frame(table).to_csv(temporary, index=False)
        temporary.replace(path / f"{table}.csv")
        resources.append(
            {"name": table, "path": f"{table}.csv", "profile": "tabular-data-resource", "format": "csv",
             "mediatype": "text/csv", "encoding": "utf-8", "schema": _schema(table)}
        )  # fmt: skip
    descriptor = {
        "name": "sitrep", "title": "Reports of conflict and security operations as tables", "version": __version__,
        "profile": "tabular-data-package", "resources": resources,
        "codebook": [dict(row) for row in knowledge("codebook")],
    }  # fmt: skip
    temporary = path / f".datapackage.{os.getpid()}.tmp"
    temporary.write_text(json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    temporary.replace(path / "datapackage.json")
