"""Where the documents of a corpus come from: folders, globs, JSON Lines, CSV and Parquet tables, zip archives.

Items are read one after another and never held together, so a source may be larger than memory.
"""

from __future__ import annotations

import csv
import glob
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..read.document import SUFFIXES, Document, read_bytes, read_document, read_text
from ..read.errors import SitrepError, SourceError

_TABLES = (".jsonl", ".ndjson", ".csv", ".parquet")
_TEXT_COLUMNS = ("text", "body", "content", "article", "notes", "summary")
_ID_COLUMNS = ("id", "doc_id", "uuid", "event_id_cnty", "eventid")


@dataclass(frozen=True, slots=True)
class Item:
    """One document to be: its source in words, its id, and either a file, bytes, or a text with its metadata."""

    source: str
    doc_id: str
    path: str = ""
    data: bytes = b""
    text: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    problem: str = ""  # why there is no text to read

    def digest(self) -> str:
        """The hash of everything that the document is made from. Raises SourceError for a file that cannot be read."""
        h = hashlib.sha256(self.doc_id.encode("utf-8", "surrogatepass"))
        if self.path:
            try:
                h.update(Path(self.path).read_bytes())
            except OSError as error:
                raise SourceError(self.path, f"cannot be read ({error.strerror or error})", "check the path") from None
        for part in (self.text.encode("utf-8", "surrogatepass"), self.data, repr(self.metadata).encode()):
            h.update(b"\0" + part)
        return h.hexdigest()

    def read(self) -> Document:
        """The document. Raises SourceError."""
        if self.problem:
            raise SourceError(self.source, self.problem, "correct or remove it")
        if self.path:
            return read_document(self.path, doc_id=self.doc_id)
        if self.data:
            return read_bytes(self.data, self.source, doc_id=self.doc_id)
        if not self.text.strip():
            raise SourceError(self.source, "has no text", "check the name of the text column")
        return read_text(self.text, self.doc_id, **dict(self.metadata))  # type: ignore[arg-type]


def iterate_items(sources: Iterable[str | Path]) -> Iterator[Item]:
    """Every document of the sources, in the order given; folders are walked in the order of their names.

    Raises SitrepError for a source that is not there or of an unknown kind.
    """
    for source in sources:
        path = Path(source)
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if inner.suffix.lower() in (*SUFFIXES, *_TABLES, ".zip") and inner.is_file():
                    yield from _of_file(inner, inner.relative_to(path))
        elif path.is_file():
            yield from _of_file(path, Path(path.name))
        elif matches := sorted(glob.glob(str(source), recursive=True)):
            yield from iterate_items(matches)
        else:
            raise SitrepError(str(source), "is not there", "give a file, a folder or a pattern")


def count_items(sources: Iterable[str | Path]) -> int:
    """How many documents the sources hold, for the time left; a lower bound where an archive holds tables."""
    return sum(_count(path) for source in sources for path in _files(source))


def _files(source: str | Path) -> Iterator[Path]:
    path = Path(source)
    if path.is_dir():
        yield from (p for p in path.rglob("*") if p.suffix.lower() in (*SUFFIXES, *_TABLES, ".zip") and p.is_file())
    elif path.is_file():
        yield path
    else:
        yield from (inner for match in glob.glob(str(source), recursive=True) for inner in _files(match))


def _count(path: Path) -> int:
    suffix = path.suffix.lower()
    try:
        if suffix in (".jsonl", ".ndjson"):
            with path.open("rb") as file:
                return sum(1 for line in file if line.strip())
        if suffix == ".csv":
            csv.field_size_limit(1 << 30)
            with path.open(encoding="utf-8-sig", newline="", errors="surrogateescape") as file:
                return max(0, sum(1 for _ in csv.reader(file)) - 1)
        if suffix == ".parquet":
            import pyarrow.parquet as pq

            return int(pq.ParquetFile(path).metadata.num_rows)
        if suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                return sum(Path(name).suffix.lower() in SUFFIXES for name in archive.namelist())
    except Exception:
        return 0  # reading it will say what is wrong with it
    return 1


def _of_file(path: Path, inside: Path) -> Iterator[Item]:
    suffix = path.suffix.lower()
    stem = inside.with_suffix("").as_posix().replace("/", "-")
    if suffix in SUFFIXES:
        yield Item(str(path), stem, path=str(path))
    elif suffix in (".jsonl", ".ndjson"):
        with path.open(encoding="utf-8-sig", errors="surrogateescape") as file:
            yield from _json_lines(file, str(path), stem)
    elif suffix == ".csv":
        csv.field_size_limit(1 << 30)
        with path.open(encoding="utf-8-sig", newline="", errors="surrogateescape") as file:
            yield from _records(csv.DictReader(file), str(path), stem)
    elif suffix == ".parquet":
        import pyarrow.parquet as pq

        batches = pq.ParquetFile(path).iter_batches(batch_size=256)
        yield from _records((row for batch in batches for row in batch.to_pylist()), str(path), stem)
    elif suffix == ".zip":
        yield from _zip(path)
    else:
        raise SitrepError(str(path), f"is of a kind that is not read ({suffix or 'no suffix'})", _advice())


def _advice() -> str:
    return "use " + ", ".join((*SUFFIXES, *_TABLES, ".zip"))


def _zip(path: Path) -> Iterator[Item]:
    """The readable members, taken by name order and never unpacked to disk: a member's name is only a name."""
    try:
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                suffix = Path(name).suffix.lower()
                stem = f"{path.stem}-{Path(name).with_suffix('').as_posix().replace('/', '-')}"
                source = f"{path}!{name}"
                if suffix in SUFFIXES:
                    yield Item(source, stem, data=archive.read(name) or b" ")
                elif suffix in (".jsonl", ".ndjson"):
                    with archive.open(name) as member:
                        lines = io.TextIOWrapper(member, encoding="utf-8-sig", errors="surrogateescape")
                        yield from _json_lines(lines, source, stem)
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:
        raise SitrepError(str(path), f"is no readable zip archive ({error})", "pack it again") from None


def _json_lines(lines: Iterable[str], source: str, stem: str) -> Iterator[Item]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{source}:{number}"
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError("a line must hold one object")
        except ValueError as error:
            yield Item(where, f"{stem}-{number}", problem=f"is no JSON object ({error})", text=line[:200])
            continue
        yield _record(row, where, f"{stem}-{number}")


def _records(rows: Iterable[dict[str, Any]], source: str, stem: str) -> Iterator[Item]:
    for number, row in enumerate(rows, 1):
        yield _record(row, f"{source}:{number}", f"{stem}-{number}")


def _record(row: dict[str, Any], source: str, fallback: str) -> Item:
    text = next((row[c] for c in _TEXT_COLUMNS if isinstance(row.get(c), str)), None)
    name = next((str(row[c]) for c in _ID_COLUMNS if row.get(c) not in (None, "")), fallback)
    if text is None:
        return Item(source, name, problem=f"has no text column (one of {', '.join(_TEXT_COLUMNS)})")
    metadata = tuple(
        (key, str(row[key])) for key in ("title", "outlet", "published", "url", "language") if row.get(key)
    )
    return Item(source, name, text=text, metadata=metadata)
