"""Linking: 100,000 outcomes into incidents, beside comparing every event with every other.

    python benchmarks/link.py [--outcomes 100000]

The tables are made up: as many reports as a busy year brings, a few places that are in the news every day and many that
hardly ever are, several reports of the same incident. All with all is timed on a sample and reckoned up by the square.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from datetime import date, timedelta
from itertools import combinations
from types import SimpleNamespace

from analysis.link import link_incidents
from analysis.link.events import Event, gather_events
from analysis.link.incidents import plain_rows
from analysis.link.joins import weigh
from analysis.tables import COLUMNS, make_frame

FORCES = ("Islamic State", "Al-Shabaab", "Boko Haram", "Taliban", "Houthis", "Iraqi Army", "Syrian Arab Army")
SAMPLE = 1500  # events


def make_tables(outcomes: int) -> SimpleNamespace:
    """Tables of reports, always the same."""
    chance = random.Random(5)
    places = [
        (f"Town {n}", chance.uniform(5, 37), chance.uniform(-10, 60), f"Province {n % 90}", f"C{n % 30:02}")
        for n in range(3000)
    ]
    rows: dict[str, list[dict[str, object]]] = {table: [] for table in COLUMNS}
    number = 0
    while len(rows["outcomes"]) < outcomes:
        name, lat, lon, admin1, country = places[min(int(chance.expovariate(0.004)), 2999)]
        day = date(2021, 1, 1) + timedelta(chance.randrange(365))
        killed, force = chance.randint(1, 30), chance.choice(FORCES)
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            doc_id = f"d{number}"
            number += 1
            evidence = {"doc_id": doc_id, "start": 0, "end": 3, "quote": "abc"}
            published = (day + timedelta(1)).isoformat()
            rows["documents"].append({"doc_id": doc_id, "published": published, "language": "en"})
            rows["locations"].append(
                evidence | {"id": "L1", "place": name, "lat": lat, "lon": lon, "admin1": admin1, "country": country,
                            "feature": "town", "role": "incident location", "geo_precision": 1, "mentions": 1}
            )  # fmt: skip
            for at, outcome in enumerate(("killed", "wounded")[: chance.randint(1, 2)], 1):
                count = killed + chance.choice((0, 0, 0, 1, 2))
                rows["outcomes"].append(
                    evidence | {"id": f"O{at}", "outcome": outcome, "count_low": count, "count_high": count,
                                "actor": force, "place": name, "date_start": day.isoformat(),
                                "date_end": day.isoformat(), "status": "reported"}
                )  # fmt: skip
    return SimpleNamespace(**{table: make_frame(table, found) for table, found in rows.items()})


def all_with_all(events: list[Event]) -> float:
    """Seconds of the processor for every event of the sample against every other."""
    begin = time.process_time()
    for a, b in combinations(events, 2):
        weigh(a, b)
    return time.process_time() - begin


def main() -> None:
    """Prints the time, the baseline and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--outcomes", type=int, default=100_000)
    options = parser.parse_args()
    tables = make_tables(options.outcomes)
    wall, begin = time.perf_counter(), time.process_time()
    linked = link_incidents(tables)
    ours, wall = time.process_time() - begin, time.perf_counter() - wall
    events = gather_events(*(plain_rows(getattr(tables, t)) for t in ("documents", "outcomes", "locations", "forces")))
    few = random.Random(1).sample(events, min(SAMPLE, len(events)))
    theirs = all_with_all(few) * (len(events) / len(few)) ** 2
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(tables.outcomes)} outcomes of {len(tables.documents)} reports, {len(linked.incidents)} incidents")
    print(f"linked in            {ours:10.1f} s of the processor ({wall:.1f} s on the clock), {memory:.0f} MB")
    print(f"all with all         {theirs:10.1f} s of the processor (reckoned from {len(few)} of {len(events)} events)")
    print(f"ratio                {theirs / ours:10.0f}")


if __name__ == "__main__":
    main()
