"""Texts too long to be parsed whole: cut at paragraphs, tabulated piece by piece, and put together again.

A report is hardly ever cut: LONGEST is some ten thousand words. What is longer is a study, an archive or a log in one
file; its parse in one piece would take a gigabyte for every megabyte and more. Offsets and ids are those of the whole
text; what a pronoun or a place in one piece means is not sought in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from ..link.incidents import plain_rows
from ..read.document import Document
from ..tables import COLUMNS, Tables, make_frame, tabulate_all

LONGEST = 60_000  # characters
_BATCH, _BATCH_CHARACTERS = 16, 80_000  # documents and characters that are parsed at once
Row = dict[str, Any]
_NAMED = {"forces": ("force", "kind"), "locations": ("place", "country")}  # one row each, whatever the piece
_REFERENCES = {"part_of": "outcomes", "statement": "statements", "status_by": "statements"}


def tabulate_any(documents: Iterable[Document], longest: int = LONGEST) -> Iterator[Tables]:
    """The tables of each document, in order, as `tabulate_all` gives them; long ones piece by piece."""
    for batch in _batches(documents, longest):
        if len(batch[0].text) > longest:
            yield tabulate_long(batch[0], longest)
        else:
            yield from tabulate_all(batch, batch_size=len(batch))


def _batches(documents: Iterable[Document], longest: int) -> Iterator[list[Document]]:
    """Lists that are parsed at once: few documents and few characters, for the parser's memory grows with both."""
    batch: list[Document] = []
    room = _BATCH_CHARACTERS
    for document in documents:
        length = len(document.text)
        if batch and (length > room or length > longest or len(batch) == _BATCH):
            yield batch
            batch, room = [], _BATCH_CHARACTERS
        batch.append(document)
        room -= length
        if length > longest:
            yield batch
            batch, room = [], _BATCH_CHARACTERS
    if batch:
        yield batch


def cut(text: str, start: int, longest: int) -> Iterator[tuple[int, int]]:
    """Where the pieces begin and end: after a blank line where there is one, else a line, a sentence, a word.

    >>> list(cut("One.\\n\\nTwo three.", 0, 12))
    [(0, 6), (6, 16)]
    """
    while len(text) - start > longest:
        for mark in ("\n\n", "\n", ". ", " "):
            at = text.rfind(mark, start + longest // 2, start + longest)
            if at < 0 and mark == "\n\n":
                at = text.rfind(mark, start, start + longest)
            if at >= start:
                end = at + len(mark)
                break
        else:
            end = start + longest
        yield start, end
        start = end
    yield start, len(text)


class LongTables(Tables):
    """The tables of a long text: frames, which need a tenth of the memory of rows."""

    def __init__(self, frames: dict[str, pd.DataFrame]) -> None:
        self.frames = frames
        self.contexts = ()

    def frame(self, table: str) -> pd.DataFrame:
        return self.frames[table]

    @property
    def rows(self) -> dict[str, list[Row]]:  # type: ignore[override]
        return {table: plain_rows(frame) for table, frame in self.frames.items()}


def tabulate_long(document: Document, longest: int = LONGEST) -> LongTables:
    """The tables of one document, made from its pieces."""
    pieces = [(a, b) for a, b in cut(document.text, document.body, longest) if document.text[a:b].strip()]
    # language and metadata are the document's own: they are not read again from the top of a piece
    parts = (replace(document, text=document.text[start:end], body=0) for start, end in pieces)
    sewn = _Sewn(document)
    for (start, _), part in zip(pieces, tabulate_all(parts, batch_size=1), strict=True):
        sewn.add(part.rows, start)
    return sewn.tables()


class _Sewn:
    """The rows of the pieces so far: those of forces and places still open, the others already frames."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.frames: dict[str, list[pd.DataFrame]] = {table: [] for table in COLUMNS}
        self.counts = dict.fromkeys(COLUMNS, 0)
        self.known: dict[str, dict[tuple[str, ...], Row]] = {table: {} for table in _NAMED}

    def add(self, more: dict[str, list[Row]], by: int) -> None:
        """The rows of one piece, which begins at the offset `by`."""
        ids: dict[tuple[str, str], str] = {}
        if not self.frames["documents"]:
            row = more["documents"][0] | {"characters": len(self.document.text)}
            self.frames["documents"].append(make_frame("documents", [row]))
        for table, rows in more.items():
            for row in rows if table != "documents" else ():
                row["start"], row["end"] = row["start"] + by, row["end"] + by
                if table in _NAMED:
                    key = tuple(str(row[name]) for name in _NAMED[table])
                    if (first := self.known[table].setdefault(key, row)) is not row:
                        _merge(first, row)
                        continue
                self.counts[table] += 1
                new = f"{row['id'][0]}{self.counts[table]}"
                ids[table, row["id"]] = new
                row["id"] = new
        for row in more["outcomes"]:
            for column, table in _REFERENCES.items():
                if row[column]:
                    row[column] = ids.get((table, row[column]), row[column])
        for table, rows in more.items():
            if rows and table != "documents" and table not in _NAMED:
                self.frames[table].append(make_frame(table, rows))

    def tables(self) -> LongTables:
        """All of it."""
        for table, rows in self.known.items():
            self.frames[table] = [make_frame(table, list(rows.values()))]
        whole = {
            table: pd.concat(frames, ignore_index=True) if frames else make_frame(table, [])
            for table, frames in self.frames.items()
        }
        return LongTables(whole)


def _merge(first: Row, row: Row) -> None:
    """What a later piece says of a force or place that an earlier one named."""
    first["mentions"] += row["mentions"]
    if first["role"] == "mentioned":
        first["role"] = row["role"]
    if row.get("aliases"):
        names = [*(first["aliases"] or "").split("; "), *row["aliases"].split("; ")]
        first["aliases"] = "; ".join(dict.fromkeys(filter(None, names)))
