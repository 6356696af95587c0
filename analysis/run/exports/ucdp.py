"""Events in the columns of the UCDP Georeferenced Event Dataset: best, low and high (Sundberg and Melander 2013)."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from ...read.knowledge import knowledge
from ..dataset import Dataset
from .events import Event, day_span, gather, number, write_csv


def _date_precision(span: int | None) -> int | None:
    """1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer (UCDP GED codebook)."""
    if span is None:
        return None
    return 1 if span == 1 else 2 if span < 7 else 3 if span == 7 else 4 if span <= 31 else 5


def _violence(event: Event) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided."""
    state = {"state forces", "external forces"}
    a = {event.kinds.get(n) for n in event.side_a}
    b = {event.kinds.get(n) for n in event.side_b}
    if not event.side_a:
        return None
    if event.civilians and not event.side_b:
        return 3
    if not event.side_b:
        return None
    return 1 if (a | b) & state else 2


def _row(event: Event, position: int, convention: str) -> dict[str, object]:
    names = {r["iso3"]: r["country"] for r in knowledge("nations")}
    incident = event.incident
    low, high = incident["killed_low"], incident["killed_high"]
    start = incident["date_start"]
    civilians = [
        r["count_low"]
        for r in event.rows
        if r["outcome"] == "killed" and r["target_kind"] == "civilian" and r["count_low"]
    ]
    return {
        "id": f"sitrep-{position}", "year": start[:4] if start else None, "type_of_violence": _violence(event),
        "dyad_name": " - ".join([*event.side_a[:1], *(event.side_b[:1] or (["Civilians"] if event.civilians else []))]),
        "side_a": event.side_a[0] if event.side_a else None,
        "side_b": event.side_b[0] if event.side_b else "Civilians" if event.civilians else None,
        "number_of_sources": incident["sources"], "source_article": "; ".join(event.outlets),
        "where_prec": {1: 1, 2: 2, 3: 4}.get(event.precision or 0), "where_coordinates": incident["place"],
        "adm_1": incident["admin1"], "latitude": incident["lat"], "longitude": incident["lon"],
        "country": names.get(incident["country"] or ""), "date_start": start, "date_end": incident["date_end"],
        "date_prec": _date_precision(day_span(event)), "event_clarity": 1,
        "deaths_civilians": max(civilians, default=None), "best": number(event, "killed", convention), "low": low,
        "high": high,
    }  # fmt: skip


def write(dataset: Dataset, path: Path, convention: str) -> None:
    """One CSV row per incident with dead or with the dead unknown."""
    frame = pd.DataFrame([_row(e, n, convention) for n, e in enumerate(gather(dataset), 1)])
    whole = ("type_of_violence", "where_prec", "date_prec", "deaths_civilians", "best", "low", "high")
    for column in whole:
        if column in frame:
            frame[column] = frame[column].astype("Int64")
    write_csv(frame, path)
