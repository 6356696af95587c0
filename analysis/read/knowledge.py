"""Loads and checks what the program knows: the CSV files of `analysis/knowledge/`, one fact a line."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Row = MappingProxyType[str, str]


class KnowledgeError(Exception):
    """A knowledge file that breaks its own rules: the file, the line and the reason."""


@cache
def knowledge(name: str) -> tuple[Row, ...]:
    """The rows of `knowledge/<name>.csv`, as read-only mappings from column to text.

    Raises KnowledgeError for a row with too many or too few cells, or for the same row twice.
    """
    path = files("analysis") / "knowledge" / f"{name}.csv"
    with path.open(encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader)
        rows: list[Row] = []
        seen: dict[tuple[str, ...], int] = {}
        for cells in reader:
            if len(cells) != len(header):
                raise KnowledgeError(f"{name}.csv line {reader.line_num}: {len(cells)} cells, {len(header)} expected")
            if (key := tuple(cells)) in seen:
                raise KnowledgeError(f"{name}.csv line {reader.line_num}: repeats line {seen[key]}")
            seen[key] = reader.line_num
            rows.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    return tuple(rows)


def listed(cell: str) -> list[str]:
    """The members of a cell that holds a list.

    >>> listed("ISIS|ISIL|Daesh")
    ['ISIS', 'ISIL', 'Daesh']
    >>> listed("")
    []
    """
    return [part.strip() for part in cell.split("|") if part.strip()]


@cache
def vocabulary(table: str, column: str) -> frozenset[str]:
    """The values that the codebook allows in a column; empty where the column is free text."""
    return frozenset(
        row["value"]
        for row in knowledge("codebook")
        if (row["table"], row["column"]) == (table, column) and row["value"]
    )
