"""Which documents a user means: files, folders, globs, `-`; each with a name of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from ..read.document import SUFFIXES, Document, read_bytes, read_document
from ..read.errors import SitrepError, SourceError

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A document to be read, and the `doc_id` that it will have."""

    path: str
    doc_id: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What kept a source from being done."""

    source: str
    reason: str


def list_sources(names: Iterable[str]) -> tuple[list[Source], list[Problem]]:
    """The documents behind the names, in order and none twice, and the names behind which there is none.

    A folder stands for its texts and pages at any depth, in the order of their paths. Where two files share a stem
    the second gets `-2`: a `doc_id` names one document.
    """
    paths: dict[Path, str] = {}
    problems: list[Problem] = []
    for name in names:
        found = list(_expand(name))
        if not found:
            where = "is a folder without" if Path(name).is_dir() else "matches no"
            problems.append(Problem(name, f"{where} {', '.join(SUFFIXES)} file"))
        for path in found:
            paths.setdefault(Path(path).resolve(), path)
    return name_sources(paths.values()), problems


def name_sources(paths: Iterable[str]) -> list[Source]:
    """Each path with its `doc_id`: its stem, numbered from the second of the same stem on.

    >>> [source.doc_id for source in name_sources(["a/day.txt", "b/day.txt", "b/day-2.txt"])]
    ['day', 'day-3', 'day-2']
    """
    paths = list(paths)
    stems = ["stdin" if path == STANDARD_INPUT else Path(path).stem for path in paths]
    taken, used, out = set(stems), set(), []
    for path, stem in zip(paths, stems, strict=True):
        doc_id, number = stem, 2
        while doc_id in used or (doc_id != stem and doc_id in taken):
            doc_id, number = f"{stem}-{number}", number + 1
        used.add(doc_id)
        out.append(Source(path, doc_id))
    return out


def _expand(name: str) -> Iterator[str]:
    if name == STANDARD_INPUT or Path(name).is_file():
        yield name
    elif Path(name).is_dir():
        yield from (str(p) for p in sorted(Path(name).rglob("*")) if p.suffix.lower() in SUFFIXES and p.is_file())
    elif has_magic(name):
        yield from sorted(path for path in glob(name, recursive=True) if Path(path).is_file())
    else:
        yield name  # there is no such file: reading it says so


def read_sources(
    sources: Iterable[Source], problems: list[Problem], published: str | None = None, outlet: str | None = None
) -> Iterator[Document]:
    """The documents one by one; those that cannot be read join the problems."""
    for source in sources:
        try:
            yield read_source(source, published, outlet)
        except SitrepError as error:
            problems.append(Problem(source.path, _reason(error)))


def read_source(source: Source, published: str | None = None, outlet: str | None = None) -> Document:
    """One document, from its file or from standard input. Raises SourceError."""
    if source.path == STANDARD_INPUT:
        data = sys.stdin.buffer.read()
        return read_bytes(data, "standard input", doc_id=source.doc_id, published=published, outlet=outlet)
    return read_document(source.path, doc_id=source.doc_id, published=published, outlet=outlet)


def _reason(error: SitrepError) -> str:
    advice = f"; {error.advice}" if error.advice else ""
    return f"{error.problem}{advice}" if isinstance(error, SourceError) else str(error)
