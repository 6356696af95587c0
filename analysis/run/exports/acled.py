"""Events in ACLED's columns, with its codes for types, interaction and precision (ACLED Codebook, 2023).

What a machine cannot know (ACLED's own event ids, its timestamp) is left out or is plainly ours.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from ...read.knowledge import knowledge
from ..dataset import Dataset
from .events import Event, day_span, gather, number, write_csv

_INTER = {
    "state forces": 1, "rebel group": 2, "political militia": 3, "identity militia": 4, "rioters": 5, "protesters": 6,
    "civilians": 7, "external forces": 8, "other": 8,
}  # fmt: skip
_DISORDER = {
    "Battles": "Political violence", "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence", "Strategic developments": "Strategic developments",
}  # fmt: skip
_VIOLENT = {"killed", "wounded", "attacked", "destroyed"}
_MEANS = (
    (r"\bsuicide", "Suicide bomb"),
    (r"\bair ?(strikes?|raids?|attacks?|bombing)\b|\b(strikes?|drones?|warplanes?|helicopters?|uavs?|fighter jets?)\b",
     "Air/drone strike"),
    (r"\b(shell(s|ing|fire)?|artillery|mortars?|rockets?|missiles?)\b", "Shelling/artillery/missile attack"),
    (r"\bgrenades?\b", "Grenade"),
    (r"\b(bomb\w*|(land)?mines?|ieds?|explosives?|explosions?|car bombs?)\b", "Remote explosive/landmine/IED"),
)  # fmt: skip


def event_type(event: Event) -> tuple[str, str]:
    """ACLED's event type and sub-event type for an event."""
    outcomes = {r["outcome"] for r in event.rows}
    violent = outcomes & _VIOLENT
    means = " ".join(f"{r['means'] or ''} {r['quote']}" for r in event.rows if r["outcome"] in _VIOLENT).lower()
    if "captured territory" in outcomes:
        state = any(event.kinds.get(a) in ("state forces", "external forces") for a in event.side_a)
        return "Battles", "Government regains territory" if state else "Non-state actor overtakes territory"
    if "clashed" in outcomes:
        return "Battles", "Armed clash"
    if violent:
        for words, sub in _MEANS:
            if re.search(words, means):
                return "Explosions/Remote violence", sub
    if "kidnapped" in outcomes:
        return "Violence against civilians", "Abduction/forced disappearance"
    if violent:
        return ("Violence against civilians", "Attack") if event.civilians else ("Battles", "Armed clash")
    if outcomes & {"arrested", "surrendered"}:
        return "Strategic developments", "Arrests"
    if outcomes & {"seized", "found", "defused"}:
        return "Strategic developments", "Disrupted weapons use"
    if "deployed" in outcomes or "launched operation" in outcomes:
        return "Strategic developments", "Change to group/activity"
    return "Strategic developments", "Other"


def _row(event: Event, position: int, convention: str) -> dict[str, object]:
    kind, sub = event_type(event)
    first = event.side_a[:1] or event.side_b[:1]
    second = (event.side_b[:1] if event.side_a else []) or (["Civilians"] if event.civilians else [])
    inter = [_INTER.get(event.kinds.get(n, "civilians" if n == "Civilians" else "other"), 8) for n in first + second]
    span, precision = day_span(event), event.precision
    names = {r["iso3"]: r["country"] for r in knowledge("nations")}
    start = event.incident["date_start"]
    return {
        "event_id_cnty": f"SITREP{position}", "event_date": start, "year": start[:4] if start else None,
        "time_precision": None if span is None else 1 if span == 1 else 2 if span <= 7 else 3,
        "disorder_type": _DISORDER[kind], "event_type": kind, "sub_event_type": sub,
        "actor1": first[0] if first else None, "assoc_actor_1": "; ".join(event.side_a[1:]) or None,
        "inter1": inter[0] if first else None, "actor2": second[0] if second else None,
        "assoc_actor_2": "; ".join(event.side_b[1:]) or None, "inter2": inter[len(first)] if second else None,
        "civilian_targeting": "Civilian targeting" if event.civilians else None,
        "country": names.get(event.incident["country"] or ""), "admin1": event.incident["admin1"],
        "location": event.incident["place"], "latitude": event.incident["lat"], "longitude": event.incident["lon"],
        "geo_precision": precision, "source": "; ".join(event.outlets),
        "notes": " / ".join(dict.fromkeys(r["quote"] for r in event.rows))[:2000],
        "fatalities": number(event, "killed", convention),
    }  # fmt: skip


def write(dataset: Dataset, path: Path, convention: str) -> None:
    """One CSV row per incident in ACLED's columns."""
    frame = pd.DataFrame([_row(e, n, convention) for n, e in enumerate(gather(dataset), 1)])
    for column in ("time_precision", "inter1", "inter2", "geo_precision", "fatalities"):
        if column in frame:
            frame[column] = frame[column].astype("Int64")
    write_csv(frame, path)
