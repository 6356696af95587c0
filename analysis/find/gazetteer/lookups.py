"""The gazetteer: which places of the world a name can mean.

`lookup` gives the candidates of a name, most similar and most important first; which of them a report means is
decided by `choose` (choose.py), over the whole document. `is_known` only asks whether any place has the name; it is no
evidence that a word is a place, for most personal names are village names as well.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from .dumps import dump_indexes
from .folding import Folded, fold, skeleton
from .index import ensure_index

_COLUMNS = (
    "p.gid, p.name, p.feature, p.admin1, p.admin2, p.country, p.lat, p.lon, p.population, p.precision, "
    "p.extent, p.source, p.importance"
)
_CACHED = 8 * 1024  # kilobytes of an index that are kept in memory
_MANY = 400  # namesakes read at most, the most populous first
_IN_COUNTRY = (
    f"SELECT n.plain, n.weak, {_COLUMNS} FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? AND p.country = ?"
)
_IN_WORLD = (
    f"SELECT n.plain, n.weak, {_COLUMNS} FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? "
    f"ORDER BY p.population DESC LIMIT {_MANY}"
)
_COMPATIBLE = {
    "wadi": {"wadi", "river", "region"},
    "river": {"river", "wadi"},
    "mountain": {"mountain", "region"},
    "desert": {"desert", "region"},
    "lake": {"lake"},
    "road": {"road"},
    "border": {"border", "town", "village"},
    "base": {"base"},
    "camp": {"camp"},
    "region": {"region", "province", "wadi", "mountain", "desert", "lake"},
    "district": {"district", "city", "town", "village", "region"},
    "province": {"province", "region", "district", "city"},
    "city": {"city", "town", "village", "district"},
    "town": {"city", "town", "village", "district"},
    "village": {"city", "town", "village"},
    "country": {"country"},
}


class Candidate(NamedTuple):
    """A place that a name can mean. `similarity` is of the name asked for to the one found, 1 for the
    same spelling; `importance` (0 to 1) tells how likely it is to be meant when nothing else is known."""

    id: str
    name: str
    feature: str
    admin1: str
    admin2: str
    country: str
    lat: float | None
    lon: float | None
    population: int
    precision: int
    extent_km: float
    source: str
    importance: float
    similarity: float


def lookup(name: str, *, feature: str | None = None, country: str | None = None, fuzzy: bool = True) -> list[Candidate]:
    """The places that a name can mean, best first. `feature` keeps those that can be called so ("district"), and puts
    those that are so first; `country` (ISO 3166-1 alpha-3) keeps those in it; `fuzzy` gives a name without any match
    there a second chance by its consonants.

    >>> [(c.name, c.country) for c in lookup("Heet", country="IRQ")]
    [('Hīt', 'IRQ'), ('Hīt District', 'IRQ')]
    """
    found = _candidates(name, country or "", False)
    if not found and fuzzy:
        found = _candidates(name, country or "", True)
    if feature in _COMPATIBLE:
        fitting = [c for c in found if c.feature in _COMPATIBLE[feature]]
        return sorted(fitting, key=lambda c: not same_kind(c.feature, feature))
    return list(found)


def is_known(name: str) -> bool:
    """Does any place have this name, in some spelling?"""
    folded = fold(name)
    return _has(folded.key) or bool(folded.peeled and _has(folded.peeled))


@lru_cache(maxsize=128)
def _candidates(name: str, country: str, fuzzy: bool) -> tuple[Candidate, ...]:
    folded = fold(name)
    best: dict[str, tuple[float, tuple]] = {}
    if fuzzy:
        for row, similarity in _second_chance(folded, country):
            _keep(best, row, similarity)
    else:
        for row in _rows(folded.key, country):
            _keep(best, row, _similarity(folded.plain, row[0], row[1]))
        if folded.peeled:
            for row in _rows(folded.peeled, country):
                if row[4] in _COMPATIBLE.get(folded.kind, ()):
                    loss = 0.0 if same_kind(row[4], folded.kind) else 0.06
                    _keep(best, row, _similarity(folded.peeled_plain, row[0], row[1], True) - loss)
    found = [Candidate._make((*row[2:], round(s, 3))) for s, row in best.values()]
    return tuple(sorted(found, key=lambda c: (-c.similarity - c.importance / 20, c.id)))


def importance(candidate: Candidate) -> float:
    """0 to 1: how likely the place is to be meant when nothing else is known."""
    return candidate.importance


def same_kind(feature: str, kind: str) -> bool:
    """Does a feature word fit a place exactly? City, town and village are one kind; reports do not measure them."""
    return feature == kind or {feature, kind} <= {"city", "town", "village"}


def _keep(best: dict[str, tuple[float, tuple]], row: tuple, similarity: float) -> None:
    if row[2] not in best or best[row[2]][0] < similarity:
        best[row[2]] = similarity, row


def _similarity(asked: str, found: str, weak: int, peeled: bool = False) -> float:
    """1 for the same spelling of a name in use; less for another name (of a language, of a former time), and for one
    whose type word the text leaves out ("Aden" for the Gulf of Aden)."""
    loss = 0.0 if weak == 0 or (weak == 2 and peeled) else 0.07
    return (1.0 if asked == found else 0.75 + 0.2 * ratio(asked, found) / 100) - loss


def _second_chance(folded: Folded, country: str) -> list[tuple[tuple, float]]:
    key, plain = (folded.peeled, folded.peeled_plain) if folded.peeled else (folded.key, folded.plain)
    if len(bones := skeleton(key)) < 3:
        return []
    out = []
    for (other,) in sorted(set(_ask("SELECT key FROM skeleton WHERE skeleton = ?", (bones,)))):
        if ratio(key, other) < 60:
            continue
        for row in _rows(other, country):
            score = ratio(plain, row[0])
            if score >= 68 and (not folded.kind or row[4] in _COMPATIBLE.get(folded.kind, ())):
                out.append((row, 0.8 * score / 100))
    return out


def _rows(key: str, country: str = "") -> list[tuple]:
    return _ask(_IN_COUNTRY, (key, country)) if country else _ask(_IN_WORLD, (key,))


@lru_cache(maxsize=16384)
def _has(key: str) -> bool:
    return bool(_ask("SELECT 1 FROM name WHERE key = ? LIMIT 1", (key,)))


def _ask(query: str, values: tuple[str, ...]) -> list[tuple]:
    """The answers of the world's index and of those that the user has added."""
    rows: list[tuple] = []
    for database in _databases():
        rows += database.execute(query, values).fetchall()
    return rows


@cache
def _databases() -> tuple[sqlite3.Connection, ...]:
    opened = tuple(
        sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        for path in (ensure_index(), *dump_indexes())
    )
    for database in opened:
        database.execute(f"PRAGMA cache_size = -{_CACHED}")
    return opened


def reload() -> None:
    """Forgets what has been looked up and opens the indexes anew, after a dump was added or removed."""
    for cached in (_candidates, _has, _databases):
        cached.cache_clear()


def count_places(path: Path) -> int:
    """How many places an index holds."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM place").fetchone()[0])
