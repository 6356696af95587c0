"""Many documents: a stream in, a Parquet data set out, on one process, several, or a Dask cluster.

The documents travel in chunks. A worker reads, tabulates and writes one chunk as one part of every table and of the
texts, under temporary names first; the driver then enters it into the ledger. A run that is killed at any moment and
started again does what is missing, nothing twice. A chunk whose worker dies is done again by another.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from .. import __version__
from ..link.copies import signature
from ..read.document import Document
from ..read.errors import SitrepError
from ..tables import COLUMNS, Tables, join_tables
from .cluster import dashboard_of
from .corpus_sources import Item, iterate_items
from .ledger import Entry, Ledger, open_ledger, sole_run
from .pieces import LongTables, tabulate_any

CHUNK_DOCUMENTS = 200
CHUNK_CHARACTERS = 2_000_000
_HANDFUL = 50  # documents: fewer do not pay for a cluster's start
_TRIES = 3  # of a chunk whose worker died
Chunk = list[tuple[Item, str]]  # with the digest of each


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
    announce with the dashboard's address where there is one. Raises SitrepError where another run writes to `folder`.
    """
    folder = Path(folder)
    with sole_run(folder), open_ledger(folder) as ledger:
        if (made := ledger.remember("version", __version__)) != __version__:
            raise SitrepError(str(folder), f"was made by version {made}", "give another folder, or use that version")
        _sweep(folder, ledger.parts())
        counts = [0, 0, 0]
        pending: set[str] = set()  # the ids of documents under way: those settled are in the ledger, not in memory
        chunks = _chunks(iterate_items(sources), ledger, counts, chunk_documents, pending)
        for entries in _done(chunks, folder, workers, scheduler, announce):
            ledger.settle(entries)
            pending.difference_update(entry[0] for entry in entries)
            counts[0] += sum(1 for e in entries if e[4] is None)
            counts[2] += sum(1 for e in entries if e[4] is not None)
            if progress:
                progress(*counts)
        _sweep(folder, ledger.parts())
        return Result(counts[0], counts[1], counts[2], folder)


def _sweep(folder: Path, known: set[str]) -> None:
    """Removes what a broken run left: temporary files, and parts that the ledger does not know."""
    for table in (*COLUMNS, "texts"):
        (folder / table).mkdir(parents=True, exist_ok=True)
        for file in (folder / table).iterdir():
            if file.stem not in known or file.suffix != ".parquet":
                file.unlink()


def _chunks(items: Iterable[Item], ledger: Ledger, counts: list[int], size: int, pending: set[str]) -> Iterator[Chunk]:
    """The items that are not done yet, in lists bounded by number and by characters; (item, digest)."""
    chunk: Chunk = []
    characters = 0
    for item in items:
        try:
            digest = item.digest()
        except SitrepError as error:
            counts[2] += 1
            ledger.settle([(item.doc_id, "", item.source, None, str(error), None)])
            continue
        settled = ledger.state(item.doc_id)
        if item.doc_id in pending or (settled and settled[0] != digest):
            item = _renamed(item, digest)
            settled = ledger.state(item.doc_id)
        if settled or item.doc_id in pending:
            counts[1] += 1
            continue
        pending.add(item.doc_id)
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


def do_chunk(chunk: Chunk, folder: str) -> list[Entry]:
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
    read: list[Document] = []
    for (document, item, digest), tables in zip(documents, _tabulated([d for d, _, _ in documents]), strict=True):
        if isinstance(tables, str):
            entries.append((item.doc_id, digest, item.source, None, tables, None))
            continue
        entries.append((item.doc_id, digest, item.source, part, None, signature(document.text[document.body :])))
        done.append(tables)
        read.append(document)
    if done:
        _write_part(done, read, Path(folder), part)
    return entries


def _tabulated(documents: list[Document]) -> list[Tables | str]:
    """The tables of each document, without what the finders saw (memory); where the finders broke, the reason."""
    try:
        return [t if isinstance(t, LongTables) else Tables(t.rows) for t in tabulate_any(documents)]
    except Exception as error:
        if len(documents) == 1:
            name = documents[0].doc_id
            return [f"{name}: broke the finders ({type(error).__name__}: {error}); please report this, with the text"]
        return [result for document in documents for result in _tabulated([document])]


def _write_part(done: list[Tables], documents: list[Document], folder: Path, part: str) -> None:
    groups = [join_tables(t for t in done if not isinstance(t, LongTables))]
    groups += [t for t in done if isinstance(t, LongTables)]
    frames = {table: pd.concat([t.frame(table) for t in groups], ignore_index=True) for table in COLUMNS}
    frames["texts"] = pd.DataFrame(
        {"doc_id": [d.doc_id for d in documents], "text": [d.text for d in documents]}, dtype="string"
    )
    for table, frame in frames.items():
        target = folder / table / f"{part}.parquet"
        temporary = target.with_suffix(f".{os.getpid()}.tmp")
        frame.to_parquet(temporary, index=False)
        temporary.replace(target)


def _done(
    chunks: Iterator[Chunk],
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


def _chain(first: Chunk, second: Chunk | None, rest: Iterator[Chunk]) -> Iterator[Chunk]:
    yield first
    if second is not None:
        yield second
        yield from rest


def _tapered(chunks: Iterable[Chunk], hold: int) -> Iterator[Chunk]:
    """The chunks, the last few in quarters: no worker then waits long for another's last one."""
    held: deque[Chunk] = deque()
    for chunk in chunks:
        held.append(chunk)
        if len(held) > hold:
            yield held.popleft()
    for chunk in held:
        size = max(1, -(-len(chunk) // 4))
        yield from (chunk[at : at + size] for at in range(0, len(chunk), size))


def _on_cluster(
    client: Any,
    chunks: Iterator[Chunk],
    folder: Path,
    announce: Callable[[str], None] | None,
) -> Iterator[list[Entry]]:
    """Chunks on a Dask cluster, never more than two a worker in flight, so that the driver's memory is bounded.

    A chunk that kills its workers again and again is halved until the document to blame is found and written down.
    """
    from distributed import KilledWorker, as_completed

    if announce and (link := dashboard_of(client)):
        announce(link)
    held: dict[str, Chunk] = {}
    accused: Chunk = []

    def submit(chunk: Chunk | None) -> list[Any]:
        if chunk is None:
            return []
        future = client.submit(do_chunk, chunk, str(folder), pure=False, retries=_TRIES)
        held[future.key] = chunk
        return [future]

    room = 2 * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
    chunks = _tapered(chunks, room)
    running = as_completed([f for _ in range(room) for f in submit(next(chunks, None))])
    for future in running:
        chunk = held.pop(future.key)
        try:
            yield future.result()
            running.update(submit(next(chunks, None)))
        except KilledWorker:
            half = len(chunk) // 2
            if half:
                running.update([*submit(chunk[:half]), *submit(chunk[half:])])
            else:
                accused += chunk
                running.update(submit(next(chunks, None)))
        future.release()
    for item, digest in accused:  # alone now: it may only have stood beside the culprit
        try:
            yield submit([(item, digest)])[0].result()
        except KilledWorker:
            reason = f"{item.source}: killed every worker that read it; it may need more memory than they have"
            yield [(item.doc_id, digest, item.source, None, reason, None)]
