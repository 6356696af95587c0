"""Many documents become six files: in batches, so that memory does not grow with their number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

import pandas as pd

from ..read.document import Document
from ..tables import COLUMNS, Row, Tables, column_type, make_frame
from .pieces import tabulate_any
from .sources import Problem

BATCH = 64  # documents that are in memory at a time
ENDINGS = {"csv": "csv", "parquet": "parquet", "json": "jsonl"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_tables(
    documents: Iterable[Document],
    out: Path,
    form: str = "csv",
    problems: list[Problem] | None = None,
    done: Callable[[int], object] = lambda count: None,
) -> dict[str, int]:
    """Writes the tables of all documents into the folder `out`, and returns the number of rows of each.

    `form` is csv, parquet or json (one JSON object a line). Nothing is seen of the files until all are whole.
    A document that cannot be tabulated joins the problems and the others go on; without a list of problems its
    error is raised. `done` is told the number of documents behind us. No document, no files.
    """
    counts = dict.fromkeys(COLUMNS, 0)
    source = iter(documents)
    with TableFiles(out, form) as files:
        while batch := list(islice(source, BATCH)):
            rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
            for tables in _tabulated(batch, problems):
                for table in COLUMNS:
                    rows[table] += tables.rows[table]
            for table in COLUMNS:
                counts[table] += len(rows[table])
                files.append(table, make_frame(table, rows[table]))
            done(len(batch))
        if counts["documents"]:
            files.commit()
    return counts


def _tabulated(batch: list[Document], problems: list[Problem] | None) -> Iterator[Tables]:
    """The tables of a batch. Where one document breaks it, each is tried alone and the culprit is named."""
    if problems is None:
        yield from tabulate_any(batch)
        return
    try:
        whole = list(tabulate_any(batch))
    except Exception:
        whole = []
        for document in batch:
            try:
                whole += tabulate_any([document])
            except Exception as error:
                reason = f"broke the finders ({type(error).__name__}: {error}); please report this, with the text"
                problems.append(Problem(document.doc_id, reason))
    yield from whole


class TableFiles:
    """The six files, written part by part under passing names and given their own when all is well."""

    def __init__(self, out: Path, form: str) -> None:
        self.paths = {table: out / f"{table}.{ENDINGS[form]}" for table in COLUMNS}
        self.parts = {table: path.with_name(f".{path.name}.part") for table, path in self.paths.items()}
        self.form = form
        self._open: dict[str, Any] = {}
        out.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> TableFiles:
        for table, part in self.parts.items():
            if self.form == "parquet":
                import pyarrow as pa
                import pyarrow.parquet as pq

                empty = pa.Table.from_pandas(make_frame(table, []), preserve_index=False)
                self._open[table] = pq.ParquetWriter(part, empty.schema)
            else:
                self._open[table] = part.open("w", encoding="utf-8", newline="")
                if self.form == "csv":
                    make_frame(table, []).to_csv(self._open[table], index=False, lineterminator="\n")
        return self

    def append(self, table: str, frame: pd.DataFrame) -> None:
        """Writes the rows of a frame after those before."""
        file = self._open[table]
        if self.form == "parquet":
            import pyarrow as pa

            if len(frame):
                file.write_table(pa.Table.from_pandas(frame, schema=file.schema, preserve_index=False))
        elif self.form == "json":
            if len(frame):
                frame.to_json(file, orient="records", lines=True, force_ascii=False)
        else:
            defuse(frame).to_csv(file, index=False, header=False, lineterminator="\n")

    def commit(self) -> None:
        """Closes the files and gives them their names, replacing what was there."""
        self._close()
        for table, part in self.parts.items():
            part.replace(self.paths[table])

    def _close(self) -> None:
        for file in self._open.values():
            file.close()
        self._open = {}

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close()
        for part in self.parts.values():
            part.unlink(missing_ok=True)


def defuse(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with no cell that a spreadsheet would run: a text that begins as a formula gets an apostrophe.

    A quote never begins so (see `analysis.tables`), and stays the source's own characters.

    >>> defuse(pd.DataFrame({"title": pd.Series(["=1+1", "Truce"], dtype="string")}))["title"].tolist()
    ["'=1+1", 'Truce']
    """
    changed = {}
    for column in frame.columns:
        if column_type(str(column)) == "string":
            risky = frame[column].str.startswith(_FORMULA).fillna(False).astype(bool)
            if risky.any():
                changed[column] = frame[column].mask(risky, "'" + frame[column])
    return frame.assign(**changed) if changed else frame
