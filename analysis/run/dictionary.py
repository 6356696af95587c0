"""README's data dictionary, made from the codebook: `python -m analysis.run.dictionary README.md`."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from ..read.knowledge import knowledge
from ..tables import data_dictionary

BEGIN, END = "<!-- dictionary -->", "<!-- /dictionary -->"


def write_dictionary() -> str:
    """The data dictionary as Markdown: for each table its columns, and for a closed column its values."""
    values: dict[tuple[str, str], list[str]] = {}
    for row in knowledge("codebook"):
        if row["value"]:
            values.setdefault((row["table"], row["column"]), []).append(row["value"])
    parts = []
    for table, columns in groupby(data_dictionary(), key=lambda entry: entry[0]):
        lines = [f"**{table}**", "", "| column | type | meaning |", "|---|---|---|"]
        for _, column, kind, meaning in columns:
            closed = values.get((table, column))
            one_of = f". One of: {', '.join(closed)}" if closed else ""
            lines.append(f"| {column} | {_plain(kind)} | {(meaning + one_of).replace('|', chr(92) + '|')} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def fill(page: str) -> str:
    """The page with the dictionary between its marks. Raises ValueError where it has no marks.

    >>> fill("# Title")
    Traceback (most recent call last):
    ValueError: the page has no <!-- dictionary --> ... <!-- /dictionary -->
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page has no {BEGIN} ... {END}")
    return f"{before}{BEGIN}\n\n{write_dictionary()}\n\n{END}{after}"


def _plain(kind: str) -> str:
    return {"Int64": "whole number", "Float64": "number", "string": "text"}[kind]


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(fill(path.read_text(encoding="utf-8")), encoding="utf-8")
