"""What one document tells of one incident: its outcomes, gathered by place and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Row = dict[str, Any]

_FAMILIES = {
    "killed": "violence", "wounded": "violence", "attacked": "violence", "clashed": "violence",
    "destroyed": "violence", "kidnapped": "abduction", "arrested": "arrest", "surrendered": "arrest",
    "seized": "seizure", "found": "seizure", "defused": "seizure", "captured territory": "territory",
    "cleared or secured": "territory", "launched operation": "operation", "deployed": "operation",
    "displaced": "displacement",
}  # fmt: skip
_HAPPENED = {"reported", "confirmed", "unconfirmed", "ongoing", "denied"}
_COARSE = {"province", "country", "region", "desert"}


@dataclass(slots=True)
class Place:
    name: str
    lat: float | None
    lon: float | None
    admin1: str
    country: str
    coarse: bool


@dataclass(slots=True)
class Event:
    """Outcomes of one document with one place and one window of days."""

    doc_id: str
    place: Place | None
    first: date | None
    last: date | None
    dated: bool  # by the text itself; else by the day of publication
    rows: list[Row] = field(default_factory=list)
    families: set[str] = field(default_factory=set)
    forces: set[str] = field(default_factory=set)  # by name
    actors: set[str] = field(default_factory=set)  # sides: a state, or the name of who is no state
    affected: set[str] = field(default_factory=set)

    def toll(self, outcome: str) -> tuple[int | None, int | None] | None:
        """The lowest and highest number killed or wounded that this document gives; None where it gives none.

        Rows that are part of another row's number are not added. Where speakers differ on the same kind of victims, the
        lowest and the highest bound the range; victims of different kinds (civilians, militants) are added.
        """
        by_kind: dict[str, dict[str, list[Row]]] = {}
        for r in self.rows:
            counted = r.get("count_low") is not None or r.get("count_high") is not None
            if counted and r["outcome"] == outcome and not r.get("part_of") and r["status"] != "denied":
                speakers = by_kind.setdefault(r.get("target_kind") or "", {})
                speakers.setdefault(r.get("speaker") or "", []).append(r)
        if not by_kind:
            return None
        ranges = [_bounds(speakers) for speakers in by_kind.values()]
        return sum(low for low, _ in ranges), _sum_or_open(high for _, high in ranges)


def _bounds(speakers: dict[str, list[Row]]) -> tuple[int, int | None]:
    """The lowest and the highest sum that a speaker gives."""
    lows = [sum(r["count_low"] or 0 for r in rows) for rows in speakers.values()]
    highs = [_sum_or_open(r["count_high"] for r in rows) for rows in speakers.values()]
    return min(lows), None if None in highs else max(h for h in highs if h is not None)


def _sum_or_open(numbers: Iterable[int | None]) -> int | None:
    """The sum; None where one of them is open."""
    given = list(numbers)
    return None if None in given else sum(n for n in given if n is not None)


def gather_events(
    documents: Iterable[Row], outcomes: Iterable[Row], locations: Iterable[Row], forces: Iterable[Row]
) -> list[Event]:
    """The events of all documents, in the order of the documents. Rows are dicts with None for empty cells."""
    by_document: dict[str, list[Row]] = {}
    for row in outcomes:
        if row["status"] in _HAPPENED and row["outcome"] in _FAMILIES:
            by_document.setdefault(row["doc_id"], []).append(row)
    places: dict[str, list[Row]] = {}
    for row in locations:
        places.setdefault(row["doc_id"], []).append(row)
    sides = {(f["doc_id"], f["force"]): side_of(f) for f in forces}
    out: list[Event] = []
    for document in documents:
        doc_id = document["doc_id"]
        rows = sorted(by_document.get(doc_id, []), key=lambda r: r["start"])
        if rows:
            out += _events(document, rows, places.get(doc_id, []), sides)
    return out


def side_of(force: Row) -> str:
    """Whose force it is: the army, the police and "soldiers" of one state are one side; "gunmen" are nobody's."""
    if force["actor_type"] in ("state forces", "external forces") and force["country"]:
        return f"the state ({force['country']})"
    return force["force"] if is_named(force["force"]) else ""


def is_named(force: str) -> bool:
    """Is it a name, and not a word for a kind of force?

    >>> is_named("Boko Haram"), is_named("al-Shabaab"), is_named("police officers")
    (True, True, False)
    """
    return force.lower() != force


def _events(document: Row, rows: list[Row], places: list[Row], sides: dict[tuple[str, str], str]) -> list[Event]:
    known = {p["place"]: p for p in places}
    main = next((p["place"] for p in places if p["role"] == "incident location"), None)
    published = date.fromisoformat(document["published"][:10]) if document.get("published") else None
    windows = Counter((r["date_start"], r["date_end"]) for r in rows if r.get("date_start"))
    usual = windows.most_common(1)[0][0] if len(windows) == 1 else None
    events: dict[tuple[Any, ...], Event] = {}
    here = main
    for r in rows:
        here = r.get("place") or here
        span = (r["date_start"], r["date_end"]) if r.get("date_start") else usual
        dated = span is not None
        first, last = (date.fromisoformat(span[0]), date.fromisoformat(span[1])) if span else (None, None)
        if first is None and published:
            first, last = published - timedelta(1), published
        event = events.setdefault(
            (here, first, last), Event(document["doc_id"], _place(known.get(here or "")), first, last, dated)
        )
        event.rows.append(r)
        event.families.add(_FAMILIES[r["outcome"]])
        for cell, found in (("actor", event.actors), ("affected", event.affected)):
            for name in filter(None, (r.get(cell) or "").split("; ")):
                if side := sides.get((document["doc_id"], name), name if is_named(name) else ""):
                    found.add(side)
                if is_named(name):
                    event.forces.add(name)
    return list(events.values())


def _place(row: Row | None) -> Place | None:
    if row is None:
        return None
    coarse = row["feature"] in _COARSE or row.get("geo_precision") == 3
    return Place(
        row["place"], row.get("lat"), row.get("lon"), row.get("admin1") or "", row.get("country") or "", coarse
    )
