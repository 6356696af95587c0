"""Every row as a W3C Web Annotation: a position selector and a quote selector with its surroundings.

TextPositionSelector offsets are Unicode code points, end exclusive: those of the tables.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ...tables import COLUMNS
from ..dataset import Dataset
from .events import plain_rows

_AROUND = 32  # code points of prefix and suffix


def write(dataset: Dataset, path: Path, convention: str) -> None:
    """One JSON-LD document: an AnnotationCollection's items, in the order of documents and offsets."""
    items: list[dict[str, Any]] = []
    for table in COLUMNS:
        if table != "documents":
            items += [_annotation(table, row, dataset.texts[row["doc_id"]]) for row in plain_rows(dataset.frame(table))]
    items.sort(key=lambda i: i["id"])
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_text(json.dumps(page, ensure_ascii=False, indent=1, default=int) + "\n", encoding="utf-8")
    temporary.replace(path)


def _annotation(table: str, row: dict[str, Any], text: str) -> dict[str, Any]:
    start, end = int(row["start"]), int(row["end"])
    body = {k: v for k, v in row.items() if v is not None and k not in ("doc_id", "id", "start", "end", "quote")}
    return {
        "id": f"urn:sitrep:{row['doc_id']}:{row['id']}", "type": "Annotation", "motivation": "classifying",
        "body": {"type": "Dataset", "table": table, "value": body},
        "target": {
            "source": f"urn:sitrep:{row['doc_id']}",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {"type": "TextQuoteSelector", "exact": row["quote"], "prefix": text[max(0, start - _AROUND) : start],
                 "suffix": text[end : end + _AROUND]},
            ],
        },
    }  # fmt: skip
