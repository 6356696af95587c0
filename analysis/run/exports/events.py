"""Incidents as events: who against whom, what kind, how many dead; what the event formats of others share."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from ...link import link_incidents
from ...link.incidents import plain_rows
from ..dataset import Dataset

Row = dict[str, Any]
By = dict[tuple[str, str], Any]  # (document, name in it) -> a cell

_VAGUE = {24: 12, 40: 12, 20: 12, 200: 100, 2000: 1000}  # our lowest for dozens, scores, tens, hundreds: ACLED's number
_WORDS = ("dozen", "score", "tens", "hundred", "thousand")


@dataclass(slots=True)
class Event:
    """One incident with the rows that tell of it. side_a acts; side_b bears; civilians: unarmed people were hit."""

    incident: Row
    rows: list[Row]
    side_a: list[str] = field(default_factory=list)
    side_b: list[str] = field(default_factory=list)
    civilians: bool = False
    kinds: dict[str, str] = field(default_factory=dict)  # force -> actor type
    outlets: list[str] = field(default_factory=list)
    precision: int | None = None


def gather(dataset: Dataset) -> list[Event]:
    """The incidents of the data set as events, in the order of their dates and places."""
    linked = link_incidents(dataset, dataset.copies())
    outcomes = {(r["doc_id"], r["id"]): r for r in plain_rows(dataset.outcomes)}
    documents = {r["doc_id"]: r for r in plain_rows(dataset.documents)}
    kinds = {(r["doc_id"], r["force"]): r["actor_type"] for r in plain_rows(dataset.forces)}
    precision = {(r["doc_id"], r["place"]): r["geo_precision"] for r in plain_rows(dataset.locations)}
    members: dict[str, list[Row]] = {}
    for member in plain_rows(linked.members):
        if member["copy_of"] is None:
            members.setdefault(member["incident"], []).append(outcomes[member["doc_id"], member["id"]])
    events = []
    for incident in plain_rows(linked.incidents):
        rows = members.get(incident["incident"])
        if rows:
            events.append(_event(incident, rows, documents, kinds, precision))
    return sorted(
        events, key=lambda e: (e.incident["date_start"] or "9999", e.incident["place"] or "", e.incident["incident"])
    )


def _event(incident: Row, rows: list[Row], documents: Row, kinds: By, precision: By) -> Event:
    event = Event(incident, rows)
    for row in rows:
        for cell, side in (("actor", event.side_a), ("affected", event.side_b)):
            for name in filter(None, (row[cell] or "").split("; ")):
                if name not in side:
                    side.append(name)
                if kind := kinds.get((row["doc_id"], name)):
                    event.kinds.setdefault(name, kind)
        if row["target_kind"] == "civilian" and row["outcome"] in ("killed", "wounded", "attacked", "kidnapped"):
            event.civilians = True
        outlet = documents[row["doc_id"]]["outlet"] or row["doc_id"]
        if outlet not in event.outlets:
            event.outlets.append(outlet)
        if event.precision is None and row["place"] == incident["place"]:
            event.precision = precision.get((row["doc_id"], row["place"]))
    event.side_b = [name for name in event.side_b if name not in event.side_a]
    return event


def number(event: Event, outcome: str, convention: str) -> int | None:
    """One number for a form that has no ranges: the lowest that a source gives; vague words by the convention."""
    low = event.incident[f"{outcome}_low"]
    words = [(r["count_text"] or "").lower() for r in event.rows if r["outcome"] == outcome]
    vague = any(w in text for text in words for w in _WORDS)
    if convention == "acled" and low is not None:
        if vague:
            return _VAGUE.get(low, low)
        return low
    return None if vague else low


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """The frame as CSV under a temporary name first; cells that a spreadsheet would run begin with an apostrophe."""
    safe = frame.map(lambda v: "'" + v if isinstance(v, str) and v[:1] in "=+-@\t\r" else v)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    safe.to_csv(temporary, index=False)
    temporary.replace(path)


def day_span(event: Event) -> int | None:
    """Days that the event's window holds; None where it has none."""
    start, end = event.incident["date_start"], event.incident["date_end"]
    return (pd.Timestamp(end) - pd.Timestamp(start)).days + 1 if start and end else None
