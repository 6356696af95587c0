"""Incidents: events of several documents joined, every source row kept, every join with its reason.

Events meet only where they share a day and a place key (the cell of a point, or the first-level area where one of
them is coarse), so the work does not grow with the square of the number of events. Joins are made strongest first; a
join that would put two different places of one document into one incident is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pandas as pd

from .events import Event, Row, gather_events
from .joins import Join, weigh

_CELL = 0.25  # degrees
_LONGEST = 10  # days: of a longer window only the first ten open a block
_LARGEST_BLOCK = 400  # events; a block larger than this is compared only within equal place names

Toll = tuple[int | None, int | None]

INCIDENT_COLUMNS = (
    "incident", "date_start", "date_end", "place", "admin1", "country", "lat", "lon", "outcomes", "forces",
    "documents", "sources", "killed_low", "killed_high", "wounded_low", "wounded_high", "who_says", "contradictions",
)  # fmt: skip
MEMBER_COLUMNS = ("incident", "doc_id", "id", "copy_of", "weight", "reason")


@dataclass(slots=True)
class Incidents:
    """`incidents`: one row per incident. `members`: one row per source row, with the reason why it is there."""

    incidents: pd.DataFrame
    members: pd.DataFrame


def link_incidents(tables: Any, copies: Mapping[str, str] | None = None) -> Incidents:
    """The incidents that the outcomes of many documents tell of.

    tables: anything with the frames documents, outcomes, locations, forces. copies: copy -> original, of find_copies.
    """
    copies = copies or {}
    events = gather_events(*(plain_rows(getattr(tables, t)) for t in ("documents", "outcomes", "locations", "forces")))
    groups, reasons = _join(events)
    incidents, members = [], []
    for number, group in enumerate(groups, 1):
        name = f"I{number}"
        incidents.append({"incident": name} | _summary([events[i] for i in group], copies))
        for i in group:
            join = reasons.get(i)
            for row in events[i].rows:
                members.append(
                    {"incident": name, "doc_id": events[i].doc_id, "id": row["id"],
                     "copy_of": copies.get(events[i].doc_id), "weight": join.weight if join else None,
                     "reason": join.reason if join else "the first to tell of it"}
                )  # fmt: skip
    return Incidents(_frame(incidents, INCIDENT_COLUMNS), _frame(members, MEMBER_COLUMNS))


def plain_rows(frame: pd.DataFrame) -> list[Row]:
    """The rows as dicts, empty cells as None."""
    plain = frame.astype(object).where(frame.notna(), None)
    return plain.to_dict("records")  # type: ignore[return-value]


def _frame(rows: list[Row], columns: tuple[str, ...]) -> pd.DataFrame:
    integers = {"documents", "sources", "weight", "killed_low", "killed_high", "wounded_low", "wounded_high"}
    kinds = {c: "Int64" if c in integers else "Float64" if c in ("lat", "lon") else "string" for c in columns}
    return pd.DataFrame({c: pd.Series([r.get(c) for r in rows], dtype=kinds[c]) for c in columns})


def _join(events: list[Event]) -> tuple[list[list[int]], dict[int, Join]]:
    """Groups of event numbers, and for each event but the first of its group the join that brought it in."""
    candidates: dict[tuple[int, int], Join] = {}
    for pair in _pairs(events):
        if pair not in candidates and (join := weigh(events[pair[0]], events[pair[1]])):
            candidates[pair] = join
    group = list(range(len(events)))
    members = {i: [i] for i in group}
    made: dict[int, list[Join]] = {}
    for (i, j), join in sorted(candidates.items(), key=lambda item: (-item[1].weight, item[0])):
        a, b = sorted((group[i], group[j]))
        if a == b or _clash(events, members[a], members[b]):
            continue
        for k in members[b]:
            group[k] = a
        members[a] += members.pop(b)
        made.setdefault(i, []).append(join)
        made.setdefault(j, []).append(join)
    groups = [sorted(members[k]) for k in sorted(members)]
    return groups, {k: made[k][0] for g in groups for k in g[1:]}


def _clash(events: list[Event], a: list[int], b: list[int]) -> bool:
    """Would one document's two places, or two days, fall into one incident?"""
    for i in a:
        for j in b:
            x, y = events[i], events[j]
            if x.doc_id == y.doc_id and ((x.place and y.place and x.place.name != y.place.name) or x.first != y.first):
                return True
    return False


def _pairs(events: list[Event]) -> Iterator[tuple[int, int]]:
    """Pairs of events of different documents that share a block, in a fixed order."""
    cells: dict[tuple[Any, ...], list[int]] = {}
    areas: dict[tuple[Any, ...], list[int]] = {}
    for number, event in enumerate(events):
        for day in _block_days(event):
            for key in _cells(event):
                cells.setdefault((day, *key), []).append(number)
            if event.place and event.place.country:
                areas.setdefault((day, event.place.country, event.place.admin1 or event.place.name), []).append(number)
    for block in cells.values():
        yield from _within(events, block)
    for block in areas.values():
        coarse = [i for i in block if events[i].place.coarse]  # type: ignore[union-attr]
        for i in coarse:
            for j in block:
                if i != j and events[i].doc_id != events[j].doc_id:
                    yield (min(i, j), max(i, j))


def _within(events: list[Event], block: list[int]) -> Iterator[tuple[int, int]]:
    if len(block) > _LARGEST_BLOCK:
        names: dict[str, list[int]] = {}
        for i in block:
            names.setdefault(events[i].place.name if events[i].place else "", []).append(i)  # type: ignore[union-attr]
        for part in names.values():
            yield from ((i, j) for i, j in combinations(part, 2) if events[i].doc_id != events[j].doc_id)
        return
    yield from ((i, j) for i, j in combinations(block, 2) if events[i].doc_id != events[j].doc_id)


def _block_days(event: Event) -> Iterator[date]:
    if event.first and event.last:
        for n in range(min((event.last - event.first).days, _LONGEST) + 1):
            yield event.first + timedelta(n)


def _cells(event: Event) -> Iterator[tuple[Any, ...]]:
    """The cell of the event's point and its eight neighbours' corners, or the name of a place without a point."""
    place = event.place
    if place is None:
        return
    if place.lat is None or place.lon is None:
        yield ("name", place.name)
        return
    edge = 0.03  # two points 3 km apart may lie on two sides of an edge
    yield from sorted(
        {
            ("cell", int((place.lat + d) // _CELL), int((place.lon + e) // _CELL))
            for d in (-edge, edge)
            for e in (-edge, edge)
        }
    )


def _summary(events: list[Event], copies: Mapping[str, str]) -> Row:
    """The incident's row: where and when as the most exact source has it, tolls from the lowest to the highest."""
    placed = [e for e in events if e.place and e.place.lat is not None] or [e for e in events if e.place]
    place = min(placed, key=lambda e: e.place.coarse, default=events[0]).place  # type: ignore[union-attr]
    dated = [e for e in events if e.dated and e.first] or [e for e in events if e.first]
    exact = min(dated, key=lambda e: (e.last - e.first).days, default=None)  # type: ignore[operator]
    documents = list(dict.fromkeys(e.doc_id for e in events))
    sources = list(dict.fromkeys(copies.get(d, d) for d in documents))
    row: Row = {
        "date_start": exact.first.isoformat() if exact and exact.first else None,
        "date_end": exact.last.isoformat() if exact and exact.last else None,
        "place": place.name if place else None, "admin1": (place.admin1 or None) if place else None,
        "country": (place.country or None) if place else None,
        "lat": place.lat if place else None, "lon": place.lon if place else None,
        "outcomes": "; ".join(sorted({r["outcome"] for e in events for r in e.rows})),
        "forces": "; ".join(sorted(set().union(*(e.forces for e in events)))) or None,
        "documents": len(documents), "sources": len(sources),
    }  # fmt: skip
    says, differ = [], []
    for outcome in ("killed", "wounded"):
        tolls = [(e, t) for e in events if e.doc_id not in copies and (t := e.toll(outcome))]
        if tolls:
            row[f"{outcome}_low"] = min(t[0] or 0 for _, t in tolls)
            row[f"{outcome}_high"] = _highest([t for _, t in tolls])
            says += [f"{e.doc_id}: {_range(t)} {outcome}" for e, t in tolls]
            ranges = {t for _, t in tolls}
            if any(_apart(one, other) for one, other in combinations(ranges, 2)):
                ordered = sorted(ranges, key=lambda t: (t[0] or 0, t[1] is None, t[1] or 0))
                differ.append(f"{outcome}: " + " against ".join(dict.fromkeys(map(_range, ordered))))
    denied = sorted({f"{r['outcome']} denied in {e.doc_id}" for e in events for r in e.rows if r["status"] == "denied"})
    row["who_says"] = "; ".join(says) or None
    row["contradictions"] = "; ".join(differ + denied) or None
    return row


def _highest(tolls: list[Toll]) -> int | None:
    """The highest number that a source gives; None where a source sets no upper bound above the others' numbers.

    >>> _highest([(8, None), (20, 20)]), _highest([(20, None), (8, 8)]), _highest([(8, None)])
    (20, None, None)
    """
    highest = max((high for _, high in tolls if high is not None), default=None)
    beyond = max((low or 0 for low, high in tolls if high is None), default=0)
    return None if highest is None or beyond > highest else highest


def _apart(one: Toll, other: Toll) -> bool:
    """Is there no number that fits both? "At least eight" and "twenty" may both be true."""
    (low, high), (least, most) = one, other
    return (high is not None and high < (least or 0)) or (most is not None and most < (low or 0))


def _range(toll: Toll) -> str:
    low, high = toll
    return (
        str(low) if low == high else f"{low or 0}+" if high is None else f"up to {high}" if not low else f"{low}-{high}"
    )
