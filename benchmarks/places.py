"""The gazetteer's speed and size: how fast it opens, answers and misses, and what it needs of memory.

    python benchmarks/places.py

Names are drawn from the index itself: as they are (exact), with a vowel changed (fuzzy). Times are of the processor.
"""

from __future__ import annotations

import random
import re
import resource
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing

from analysis.find.gazetteer import lookups
from analysis.find.gazetteer.index import ensure_index

EXACT, FUZZY = 20_000, 2_000


def names(count: int) -> list[tuple[str, str]]:
    """Names of the index and the countries of their places, drawn at random but always the same."""
    with closing(sqlite3.connect(ensure_index())) as index:
        last = index.execute("SELECT max(id) FROM place").fetchone()[0]
        drawn = ",".join(map(str, random.Random(1).sample(range(last), count)))
        return index.execute(f"SELECT name, country FROM place WHERE id IN ({drawn})").fetchall()


def misspelt(name: str) -> str:
    return re.sub(r"[aeiou]", lambda m: {"a": "u", "e": "o", "i": "a", "o": "e", "u": "i"}[m[0]], name, count=1)


def rate(ask: Callable[[str, str], object], asked: list[tuple[str, str]]) -> float:
    lookups.reload()
    lookups.is_known("Mosul")
    start = time.process_time()
    for name, country in asked:
        ask(name, country)
    return len(asked) / (time.process_time() - start)


def main() -> None:
    ensure_index()
    drawn = names(EXACT + FUZZY)
    exact, fuzzy = drawn[:EXACT], [(misspelt(name), country) for name, country in drawn[EXACT:]]
    lookups.reload()
    start = time.perf_counter()
    lookups.lookup("Mosul")
    opened = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    speeds = {
        "is_known": rate(lambda name, _: lookups.is_known(name), exact),
        "exact, in a country": rate(lambda n, c: lookups.lookup(n, country=c, fuzzy=False), exact),
        "exact, in the world": rate(lambda n, _: lookups.lookup(n, fuzzy=False), exact),
        "second chance, in a country": rate(lambda n, c: lookups.lookup(n, country=c), fuzzy),
    }
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(f"opened and first answer: {opened:.3f} s; memory {memory:.0f} MB, after all look-ups {grown:.0f} MB")
    print(f"index on disk: {ensure_index().stat().st_size / 1e6:.0f} MB")
    for label, speed in speeds.items():
        print(f"{label:30} {speed:>10,.0f} a second")


if __name__ == "__main__":
    main()
