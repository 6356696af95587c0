"""Many documents: a stream in, a Parquet data set out, on one process, several, or a Dask cluster.

The documents travel in chunks. A worker reads, tabulates and writes one chunk as one part of every table and of the
texts, under temporary names first; the driver then enters it into the ledger. A run that is killed at any moment and
started again does what is missing, nothing twice. A chunk whose worker dies is done again by another.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

from .. import __version__
from ..link.copies import signature
from ..read.document import Document
from ..read.errors import SitrepError
from ..tables import COLUMNS, Tables, join_tables, make_frame, tabulate_all
from .corpus_sources import Item, iterate_items
from .ledger import Entry, Ledger, open_ledger

CHUNK_DOCUMENTS = 200
CHUNK_CHARACTERS = 2_000_000
_HANDFUL = 50  # documents: fewer do not pay for a cluster's start
_TRIES = 3  # of a chunk whose worker died


@dataclass(frozen=True, slots=True)
class Result:
    """What a run did: documents read now, skipped as done before, failed (now or before), and where the data set is."""

    read: int
    skipped: int
    failed: int
    folder: Path


def read_corpus(
    sources: Iterable[str | Path],
    folder: str | Path,
    *,
    workers: int = 1,
    scheduler: str | None = None,
    chunk_documents: int = CHUNK_DOCUMENTS,
    progress: Callable[[int, int, int], None] | None = None,
    announce: Callable[[str], None] | None = None,
) -> Result:
    """Tabulates every document of the sources into the data set `folder`.

    workers: processes on this machine; 1 works in this process. scheduler: the address of a Dask cluster instead,
    whose workers see `folder` under the same path. progress is called with (read, skipped, failed) after each chunk;
    announce with the dashboard's address where there is one.
    """
    folder = Path(folder)
    with open_ledger(folder) as ledger:
        if (made := ledger.remember("version", __version__)) != __version__:
            raise SitrepError(str(folder), f"was made by version {made}", "give another folder, or use that version")
        _sweep(folder, ledger.parts())
        counts = [0, 0, 0]
        chunks = _chunks(iterate_items(sources), ledger, counts, chunk_documents)
        for entries in _done(chunks, folder, workers, scheduler, announce):
            ledger.settle(entries)
            counts[0] += sum(1 for e in entries if e[4] is None)
            counts[2] += sum(1 for e in entries if e[4] is not None)
            if progress:
                progress(*counts)
        return Result(counts[0], counts[1], counts[2], folder)


def _sweep(folder: Path, known: set[str]) -> None:
    """Removes what a broken run left: temporary files, and parts that the ledger does not know."""
    for table in (*COLUMNS, "texts"):
        (folder / table).mkdir(parents=True, exist_ok=True)
        for file in (folder / table).iterdir():
            if file.stem not in known or file.suffix != ".parquet":
                file.unlink()


def _chunks(items: Iterable[Item], ledger: Ledger, counts: list[int], size: int) -> Iterator[list[tuple[Item, str]]]:
    """The items that are not done yet, in lists bounded by number and by characters; (item, digest)."""
    chunk: list[tuple[Item, str]] = []
    characters = 0
    taken: set[bytes] = set()
    for item in items:
        try:
            digest = item.digest()
        except SitrepError as error:
            counts[2] += 1
            ledger.settle([(item.doc_id, "", item.source, None, str(error), None)])
            continue
        key = hashlib.blake2b(item.doc_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        settled = ledger.state(item.doc_id)
        if key in taken or (settled and settled[0] != digest):
            item, settled = _renamed(item, digest), None
            settled = ledger.state(item.doc_id)
            key = hashlib.blake2b(item.doc_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        if settled or key in taken:
            counts[1] += 1
            continue
        taken.add(key)
        length = len(item.text) + len(item.data) + (os.path.getsize(item.path) if item.path else 0)
        if chunk and (len(chunk) >= size or characters + length > CHUNK_CHARACTERS):
            yield chunk
            chunk, characters = [], 0
        chunk.append((item, digest))
        characters += length
    if chunk:
        yield chunk


def _renamed(item: Item, digest: str) -> Item:
    """The same item under an id of its own: another document has taken its name."""
    return Item(
        item.source, f"{item.doc_id}-{digest[:8]}", item.path, item.data, item.text, item.metadata, item.problem
    )


def do_chunk(chunk: list[tuple[Item, str]], folder: str) -> list[Entry]:
    """Reads and tabulates a chunk, writes it as a part of every table, and returns its ledger entries."""
    part = hashlib.sha256("".join(digest for _, digest in chunk).encode()).hexdigest()[:20]
    entries: list[Entry] = []
    documents: list[tuple[Document, Item, str]] = []
    for item, digest in chunk:
        try:
            documents.append((item.read(), item, digest))
        except SitrepError as error:
            entries.append((item.doc_id, digest, item.source, None, str(error), None))
    done: list[Tables] = []
    for document, item, digest in documents:
        entries.append((item.doc_id, digest, item.source, part, None, signature(document.text[document.body :])))
    for tables in tabulate_all(document for document, _, _ in documents):
        done.append(Tables(tables.rows))  # without what the finders saw: memory
    if done:
        _write_part(join_tables(done), [document for document, _, _ in documents], Path(folder), part)
    return entries


def _write_part(tables: Tables, documents: list[Document], folder: Path, part: str) -> None:
    frames = {table: make_frame(table, tables.rows[table]) for table in COLUMNS}
    frames["texts"] = pd.DataFrame(
        {"doc_id": [d.doc_id for d in documents], "text": [d.text for d in documents]}, dtype="string"
    )
    for table, frame in frames.items():
        target = folder / table / f"{part}.parquet"
        temporary = target.with_suffix(f".{os.getpid()}.tmp")
        frame.to_parquet(temporary, index=False)
        temporary.replace(target)


def _done(
    chunks: Iterator[list[tuple[Item, str]]],
    folder: Path,
    workers: int,
    scheduler: str | None,
    announce: Callable[[str], None] | None,
) -> Iterator[list[Entry]]:
    if scheduler is None and workers > 1:
        first = next(chunks, None)
        if first is None:
            return
        second = next(chunks, None)
        if second is None and len(first) <= _HANDFUL:
            yield do_chunk(first, str(folder))
            return
        from .cluster import local_cluster

        with local_cluster(workers) as client:
            yield from _on_cluster(client, _chain(first, second, chunks), folder, announce)
    elif scheduler is not None:
        from .cluster import connect

        with connect(scheduler) as client:
            yield from _on_cluster(client, chunks, folder, announce)
    else:
        for chunk in chunks:
            yield do_chunk(chunk, str(folder))


def _chain(
    first: list[tuple[Item, str]], second: list[tuple[Item, str]] | None, rest: Iterator[list[tuple[Item, str]]]
) -> Iterator[list[tuple[Item, str]]]:
    yield first
    if second is not None:
        yield second
        yield from rest


def _on_cluster(
    client: Any,
    chunks: Iterator[list[tuple[Item, str]]],
    folder: Path,
    announce: Callable[[str], None] | None,
) -> Iterator[list[Entry]]:
    """Chunks on a Dask cluster, never more than two a worker in flight, so that the driver's memory is bounded."""
    from distributed import as_completed

    if announce and client.dashboard_link and find_spec("bokeh"):
        announce(client.dashboard_link)

    def submit() -> Any | None:
        chunk = next(chunks, None)
        return None if chunk is None else client.submit(do_chunk, chunk, str(folder), pure=False, retries=_TRIES)

    room = 2 * max(1, len(client.scheduler_info()["workers"]))
    running = as_completed([f for f in (submit() for _ in range(room)) if f is not None])
    for future in running:
        yield future.result()
        future.release()
        following = submit()
        if following is not None:
            running.add(following)
