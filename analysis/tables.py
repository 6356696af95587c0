"""The tables: their columns, their schemas, and the one place where records become rows.

Every row is evidence: `quote` is cut here, from `document.text[start:end]`, and nowhere else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import islice
from typing import Any

import pandas as pd

from .find import Context, find_all
from .find.records import Force, Location, Operation, Outcome, Record, Statement
from .read.document import Document
from .read.knowledge import knowledge, vocabulary
from .read.language import parse_all

Row = dict[str, Any]

_EVIDENCE = ("doc_id", "id", "start", "end", "quote")
COLUMNS: dict[str, tuple[str, ...]] = {
    "documents": ("doc_id", "title", "outlet", "published", "language", "characters", "sha256"),
    "forces": (
        *_EVIDENCE, "force", "mention", "aliases", "kind", "actor_type", "country", "parent", "role", "mentions",
    ),
    "locations": (
        *_EVIDENCE, "place", "mention", "feature", "admin1", "country", "lat", "lon", "geo_precision", "gazetteer_id",
        "role", "mentions",
    ),
    "outcomes": (
        *_EVIDENCE, "outcome", "target", "target_kind", "count_text", "count_low", "count_high", "part_of", "actor",
        "affected", "means", "place", "date_start", "date_end", "status", "status_by", "speaker", "statement",
    ),
    "statements": (*_EVIDENCE, "speaker", "title", "affiliation", "audience", "cue", "kind", "stance"),
    "operations": (
        *_EVIDENCE, "operation", "phase", "launched_by", "started_low", "started_high", "status", "adversary", "area",
    ),
}  # fmt: skip
_INTEGERS = {"start", "end", "characters", "count_low", "count_high", "geo_precision", "mentions"}
_FLOATS = {"lat", "lon"}
_LETTERS = {Force: "F", Location: "L", Outcome: "O", Statement: "S", Operation: "P"}


def column_type(column: str) -> str:
    """The pandas type of a column, the same in every table."""
    return "Int64" if column in _INTEGERS else "Float64" if column in _FLOATS else "string"


@cache
def schema(table: str) -> Any:
    """The pandera schema of a table: columns, types, closed vocabularies, evidence in every row."""
    import pandera.pandas as pa  # half a second: only where a frame is made

    columns = {}
    for column in COLUMNS[table]:
        allowed = vocabulary(table, column)
        checks = []
        if allowed:
            values = [int(v) for v in allowed] if column in _INTEGERS else sorted(allowed)
            checks.append(pa.Check.isin(values))
        if column == "lat":
            checks.append(pa.Check.in_range(-90, 90))
        if column == "lon":
            checks.append(pa.Check.in_range(-180, 180))
        required = table != "documents" and column in _EVIDENCE
        columns[column] = pa.Column(column_type(column), checks, nullable=not required)
    checks = []
    if table != "documents":
        checks.append(pa.Check(lambda f: f["end"] - f["start"] == f["quote"].str.len(), error="quote is not its span"))
    return pa.DataFrameSchema(columns, checks=checks, strict=True, ordered=True, unique=None)


def make_frame(table: str, rows: Sequence[Row]) -> pd.DataFrame:
    """The rows as a frame, validated against the schema. Empty cells are pd.NA."""
    data = {c: pd.Series([r.get(c) for r in rows], dtype=column_type(c)) for c in COLUMNS[table]}
    frame = pd.DataFrame(data)
    return frame if is_sound(table, frame) else schema(table).validate(frame)


def is_sound(table: str, frame: pd.DataFrame) -> bool:
    """Does the frame keep the schema's rules? Asked here first: pandera takes ten times as long to find nothing wrong.

    Columns and types are right by construction, in `make_frame`; the rules on values are those of `schema`.
    """
    for column in COLUMNS[table]:
        values = frame[column]
        if allowed := vocabulary(table, column):
            known = {int(v) for v in allowed} if column in _INTEGERS else allowed
            if not known.issuperset(values.dropna()):
                return False
        limit = {"lat": 90, "lon": 180}.get(column)
        if limit and not values.dropna().between(-limit, limit).all():
            return False
        if table != "documents" and column in _EVIDENCE and values.isna().any():
            return False
    if table == "documents":
        return True
    return bool((frame["end"] - frame["start"] == frame["quote"].str.len()).all())


class SixTables:
    """The six tables as attributes, each made when first asked for; who inherits says how by `frame`."""

    def frame(self, table: str) -> pd.DataFrame:
        raise NotImplementedError

    @cached_property
    def documents(self) -> pd.DataFrame:
        return self.frame("documents")

    @cached_property
    def forces(self) -> pd.DataFrame:
        return self.frame("forces")

    @cached_property
    def locations(self) -> pd.DataFrame:
        return self.frame("locations")

    @cached_property
    def outcomes(self) -> pd.DataFrame:
        return self.frame("outcomes")

    @cached_property
    def statements(self) -> pd.DataFrame:
        return self.frame("statements")

    @cached_property
    def operations(self) -> pd.DataFrame:
        return self.frame("operations")


class Tables(SixTables):
    """The six tables of one document, or of several joined. Frames are validated when they are made."""

    def __init__(self, rows: dict[str, list[Row]], contexts: Sequence[Context] = ()) -> None:
        self.rows = rows
        self.contexts = contexts  # what the finders saw: for `explain`

    def frame(self, table: str) -> pd.DataFrame:
        return make_frame(table, self.rows[table])


def join_tables(parts: Iterable[Tables]) -> Tables:
    """The tables of several documents as one."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    contexts: list[Context] = []
    for part in parts:
        for table in COLUMNS:
            rows[table] += part.rows[table]
        contexts += part.contexts
    return Tables(rows, contexts)


def tabulate(document: Document) -> Tables:
    """The tables of one document. Inside a report run, those that the run has already made (see `keep_tables`)."""
    return _kept(document) or next(tabulate_all([document]))


KEPT = "SITREP_TABLES"  # names the file with the tables of the document that a report is being made of


def keep_tables(document: Document, tables: Tables, path: str) -> None:
    """Stores the rows for `tabulate` in another process: one pass of the language pipeline a document."""
    with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
        json.dump({"key": _key(document), "rows": tables.rows}, file)


def _kept(document: Document) -> Tables | None:
    if path := os.environ.get(KEPT):
        with open(path, encoding="utf-8", errors="surrogatepass") as file:
            kept = json.load(file)
        if kept["key"] == _key(document):
            return Tables(kept["rows"])
    return None


def _key(d: Document) -> list[str]:
    return [d.sha256, str(d.body), str(d.published), str(d.outlet), str(d.title), d.language]


def tabulate_all(documents: Iterable[Document], batch_size: int = 16) -> Iterator[Tables]:
    """The tables of each document, in order. Streams: at most `batch_size` documents are held at a time."""
    source = iter(documents)
    while batch := list(islice(source, batch_size)):
        parses = parse_all(((d.text, d.body) for d in batch), batch_size)
        for document, parse in zip(batch, parses, strict=True):
            yield _tables(find_all(document, parse))


def _tables(context: Context) -> Tables:
    d = context.document
    found: tuple[Sequence[Record], ...] = (
        context.forces, context.locations, context.outcomes, context.statements, context.operations,
    )  # fmt: skip
    for records in found:
        for number, record in enumerate(sorted(records, key=lambda r: (r.start, r.end)), 1):
            record.id = f"{_LETTERS[type(record)]}{number}"  # type: ignore[attr-defined]
    published = d.published.isoformat() if d.published else None
    rows: dict[str, list[Row]] = {
        "documents": [
            {"doc_id": d.doc_id, "title": d.title, "outlet": d.outlet, "published": published,
             "language": d.language, "characters": len(d.text), "sha256": d.sha256}
        ],
        "forces": [_row(d, r, _force(r)) for r in _ordered(context.forces)],
        "locations": [_row(d, r, _location(r)) for r in _ordered(context.locations)],
        "outcomes": [_row(d, r, _outcome(r)) for r in _ordered(context.outcomes)],
        "statements": [_row(d, r, _statement(r)) for r in _ordered(context.statements)],
        "operations": [_row(d, r, _operation(r)) for r in _ordered(context.operations)],
    }  # fmt: skip
    return Tables(rows, (context,))


def _ordered(records: Sequence[Any]) -> list[Any]:
    return sorted(records, key=lambda r: int(r.id[1:]))


def _row(document: Document, record: Any, cells: Row) -> Row:
    s, e = record.start, record.end
    if not 0 <= s < e <= len(document.text):
        raise ValueError(f"{document.doc_id}: {record!r} has no words of its own ({s}..{e})")
    while s < e - 1 and (document.text[s] in "=+-@" or document.text[s].isspace()):
        s += 1  # a quote is exact in every format, so it must not begin as a spreadsheet's formula does
    row: Row = {"doc_id": document.doc_id, "id": record.id, "start": s, "end": e, "quote": document.text[s:e]}
    return row | {column: None if value == "" else value for column, value in cells.items()}


def _joined(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(n.replace(";", ",") for n in names if n))


def _force(f: Force) -> Row:
    return {
        "force": f.name, "mention": f.mention, "aliases": _joined(f.aliases), "kind": f.kind,
        "actor_type": f.actor_type, "country": f.country, "parent": f.parent, "role": f.role,
        "mentions": len(f.mentions),
    }  # fmt: skip


def _location(loc: Location) -> Row:
    return {
        "place": loc.name, "mention": loc.mention, "feature": loc.feature, "admin1": loc.admin1,
        "country": loc.country, "lat": loc.lat, "lon": loc.lon, "geo_precision": loc.geo_precision,
        "gazetteer_id": loc.gazetteer_id, "role": loc.role, "mentions": len(loc.mentions),
    }  # fmt: skip


def _outcome(o: Outcome) -> Row:
    low, high = o.count or (None, None)
    first, last = o.dates or (None, None)
    return {
        "outcome": o.outcome, "target": o.target, "target_kind": o.target_kind, "count_text": o.count_text,
        "count_low": low, "count_high": high, "part_of": o.part_of.id if o.part_of else None,
        "actor": _joined(o.actor), "affected": _joined(o.affected), "means": o.means,
        "place": o.place.name if o.place else None, "date_start": first, "date_end": last, "status": o.status,
        "status_by": o.status_statement.id if o.status_statement else o.status_by,
        "speaker": o.speaker, "statement": o.statement.id if o.statement else None,
    }  # fmt: skip


def _statement(s: Statement) -> Row:
    return {
        "speaker": s.speaker, "title": s.title, "affiliation": s.affiliation, "audience": s.audience,
        "cue": s.cue, "kind": s.kind, "stance": s.stance,
    }  # fmt: skip


def _operation(o: Operation) -> Row:
    low, high = o.started or (None, None)
    return {
        "operation": o.name, "phase": o.phase, "launched_by": _joined(f.name for f in o.launched_by),
        "started_low": low, "started_high": high, "status": o.status,
        "adversary": _joined(f.name for f in o.adversary), "area": _joined(loc.name for loc in o.area),
    }  # fmt: skip


def data_dictionary() -> list[tuple[str, str, str, str]]:
    """(table, column, type, meaning) of every column, from the codebook; README is held to it by a test."""
    meaning = {(r["table"], r["column"]): r["meaning"] for r in knowledge("codebook") if not r["value"]}
    return [
        (table, column, column_type(column), meaning.get((table, column)) or meaning["*", column])
        for table, columns in COLUMNS.items()
        for column in columns
    ]
