"""The ledger of a corpus: which document is done, in which part, and which failed, with the reason.

A document counts as done only when its part stands in the data set and the ledger says so, in that order; a part that
the ledger does not know is left over from a broken run and is removed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..read.errors import SitrepError

_SCHEMA = """
create table if not exists documents (
    doc_id text primary key, digest text not null, source text not null, part text, problem text, signature blob
) without rowid;
create table if not exists about (key text primary key, value text) without rowid;
"""
Entry = tuple[str, str, str, str | None, str | None, bytes | None]  # doc_id, digest, source, part, problem, signature


class Ledger:
    """A SQLite file beside the data set; every batch of entries is one transaction."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path)
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = full")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        self._db.close()

    def state(self, doc_id: str) -> tuple[str, str | None] | None:
        """(digest, problem) of a document that was settled before, or None."""
        query = "select digest, problem from documents where doc_id = ?"
        return self._db.execute(query, (doc_id,)).fetchone()

    def settle(self, entries: Iterable[Entry]) -> None:
        """Writes down documents as done or failed, all or none."""
        with self._db:
            self._db.executemany("insert or replace into documents values (?, ?, ?, ?, ?, ?)", list(entries))

    def parts(self) -> set[str]:
        return {row[0] for row in self._db.execute("select distinct part from documents where part is not null")}

    def counts(self) -> tuple[int, int]:
        """(documents done, documents failed)"""
        done = self._db.execute("select count(*) from documents where problem is null").fetchone()[0]
        failed = self._db.execute("select count(*) from documents where problem is not null").fetchone()[0]
        return done, failed

    def failures(self) -> Iterator[tuple[str, str]]:
        yield from self._db.execute("select source, problem from documents where problem is not null order by source")

    def signatures(self) -> Iterator[tuple[str, bytes]]:
        """(doc_id, signature) of every document that is done, for finding copies."""
        yield from self._db.execute("select doc_id, signature from documents where problem is null order by doc_id")

    def remember(self, key: str, value: str) -> str:
        """The value that the ledger has for the key; writes the given one where it has none."""
        with self._db:
            self._db.execute("insert or ignore into about values (?, ?)", (key, value))
        return self._db.execute("select value from about where key = ?", (key,)).fetchone()[0]


@contextmanager
def open_ledger(folder: Path) -> Iterator[Ledger]:
    """The ledger of a data set, made where there is none, and closed at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    ledger = Ledger(folder / "ledger.sqlite")
    try:
        yield ledger
    finally:
        ledger.close()


@contextmanager
def sole_run(folder: Path) -> Iterator[None]:
    """Holds a data set for one run at a time; the system lets go of it when the run ends, however it ends.

    Readers are not held up: the lock is that of a SQLite file beside the ledger. Raises SitrepError where another run
    holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = sqlite3.connect(folder / "running.sqlite", timeout=0, isolation_level=None)
    try:
        lock.execute("begin exclusive")
    except sqlite3.OperationalError:
        lock.close()
        raise SitrepError(
            str(folder), "another run is writing to it", "wait for its end, or give another folder"
        ) from None
    try:
        yield
    finally:
        lock.close()
