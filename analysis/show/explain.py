"""Why a row is there: the words that made it, one reason a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..tables import Tables

_COLUMNS = ("doc_id", "table", "row", "value", "kind", "note", "words", "start", "end")
_VALUES = {
    "forces": ("force", "actor_type", "role"),
    "locations": ("place", "country", "role"),
    "outcomes": ("outcome", "count_text", "target", "status"),
    "statements": ("speaker", "kind", "stance"),
    "operations": ("operation", "phase", "status"),
}


def explain(tables: Tables, row: str | int | None = None) -> pd.DataFrame:
    """The reasons for the rows, in the order of the text: the trigger, the cues, the arguments, the gazetteer's choice.

    `row` is an id (`"O2"`) or a number (`2`: the second row of every table); without it, all rows are explained.
    `words` are the source's own, from `start` to `end`; both are empty where a reason is knowledge and not text.
    Raises KeyError for a row that there is not. Tables that were read back from a file have no reasons left.
    """
    wanted = str(row).upper() if row is not None else None
    lines = [line for line in _lines(tables) if wanted is None or wanted in (line["row"], line["row"][1:])]
    if wanted is not None and not lines:
        raise KeyError(f"there is no row {row}")
    types = {c: "Int64" if c in ("start", "end") else "string" for c in _COLUMNS}
    return pd.DataFrame({c: pd.Series([line[c] for line in lines], dtype=types[c]) for c in _COLUMNS})


def _lines(tables: Tables) -> Iterator[dict[str, Any]]:
    cells = {(r["doc_id"], r["id"]): r for table in _VALUES for r in tables.rows[table]}
    for context in tables.contexts:
        text, doc_id = context.document.text, context.document.doc_id
        for table, columns in _VALUES.items():
            for record in sorted(getattr(context, table), key=lambda record: int(record.id[1:])):
                row = cells[doc_id, record.id]
                value = ", ".join(str(row[c]) for c in columns if row.get(c) is not None)
                line = {"doc_id": doc_id, "table": table, "row": record.id, "value": value}
                yield line | {
                    "kind": "quote",
                    "note": None,
                    "words": row["quote"],
                    "start": row["start"],
                    "end": row["end"],
                }
                for reason in record.reasons:
                    here = reason.start >= 0 and reason.end > reason.start
                    yield line | {
                        "kind": reason.kind,
                        "note": reason.note or None,
                        "words": text[reason.start : reason.end] if here else None,
                        "start": reason.start if here else None,
                        "end": reason.end if here else None,
                    }
