"""A campaign: the incidents that many reports tell of, who tells them, and what is only the word of one side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from .copies import find_copies
from .events import Row, side_of
from .incidents import link_incidents, plain_rows

_TABLES = ("documents", "forces", "locations", "outcomes", "statements", "operations")


@dataclass(frozen=True)
class Campaign:
    """The tables of the reports, their incidents, the rows of each, and for each row who says it.

    `voices` has one row for each row of an incident: incident, doc_id, id, outlet, voice (outlet, party, other), side
    (whose word it is where a party speaks) and speaker. `copies`: copy -> original.
    """

    documents: pd.DataFrame
    forces: pd.DataFrame
    locations: pd.DataFrame
    outcomes: pd.DataFrame
    statements: pd.DataFrame
    operations: pd.DataFrame
    incidents: pd.DataFrame
    members: pd.DataFrame
    voices: pd.DataFrame
    copies: Mapping[str, str]


def make_campaign(
    tables: Any,
    signatures: Mapping[str, bytes],
    *,
    place: str = "",
    force: str = "",
    first: str = "",
    last: str = "",
) -> Campaign:
    """The campaign that the tables tell of, narrowed to a place (or area), a force and a window of days where given.

    tables: anything with the six frames. The whole is linked first, so that an incident is the same in every window.
    """
    frames = {table: getattr(tables, table) for table in _TABLES}
    copies = find_copies(signatures)
    linked = link_incidents(tables, copies)
    kept = linked.incidents[_chosen(linked.incidents, place, force, first, last)].reset_index(drop=True)
    members = linked.members[linked.members["incident"].isin(kept["incident"])].reset_index(drop=True)
    if place or force or first or last:
        told = set(members["doc_id"])
        frames = {table: f[f["doc_id"].isin(told)].reset_index(drop=True) for table, f in frames.items()}
    voices = _voices(members, frames)
    return Campaign(**frames, incidents=kept, members=members, voices=voices, copies=copies)


def _chosen(incidents: pd.DataFrame, place: str, force: str, first: str, last: str) -> pd.Series[bool]:
    chosen = pd.Series(True, index=incidents.index)
    if place:
        chosen &= incidents[["place", "admin1", "country"]].isin([place]).any(axis=1)
    if force:
        chosen &= incidents["forces"].fillna("").map(lambda names: force in names.split("; "))
    if first:
        chosen &= incidents["date_end"].fillna("") >= first
    if last:
        chosen &= incidents["date_start"].fillna("9999") <= last
    return chosen


def _voices(members: pd.DataFrame, frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    outcomes = {(r["doc_id"], r["id"]): r for r in plain_rows(frames["outcomes"])}
    outlets = {r["doc_id"]: r["outlet"] or r["doc_id"] for r in plain_rows(frames["documents"])}
    sides = _sides(frames["forces"])
    titles = {
        (r["doc_id"], r["speaker"]): (r["affiliation"] or "") for r in plain_rows(frames["statements"]) if r["speaker"]
    }
    rows = []
    for member in plain_rows(members):
        doc_id, outcome = member["doc_id"], outcomes[member["doc_id"], member["id"]]
        speaker = outcome["speaker"] or ""
        whose = titles.get((doc_id, speaker), "")
        keys = [(doc_id, speaker.lower()), (doc_id, whose.lower()), ("", speaker.lower()), ("", whose.lower())]
        side = next((sides[key] for key in keys if sides.get(key)), "")
        rows.append(
            {"incident": member["incident"], "doc_id": doc_id, "id": member["id"], "outlet": outlets[doc_id],
             "voice": "party" if side else "other" if speaker else "outlet", "side": side or None,
             "speaker": speaker or None}
        )  # fmt: skip
    columns = ("incident", "doc_id", "id", "outlet", "voice", "side", "speaker")
    return pd.DataFrame({c: pd.Series([r[c] for r in rows], dtype="string") for c in columns})


def _sides(forces: pd.DataFrame) -> dict[tuple[str, str], str]:
    """(document, name in lower case) -> side; under ("", name) where a name means one side in all reports."""
    sides: dict[tuple[str, str], str] = {}
    anywhere: dict[str, set[str]] = {}
    for row in plain_rows(forces):
        if side := side_of(row):
            for name in filter(None, (row["force"], row["mention"], *(row["aliases"] or "").split("; "))):
                sides.setdefault((row["doc_id"], name.lower()), side)
                anywhere.setdefault(name.lower(), set()).add(side)
    return sides | {("", name): found.pop() for name, found in anywhere.items() if len(found) == 1}


def one_sided(campaign: Campaign) -> pd.DataFrame:
    """The incidents that nobody tells but one of the parties: incident and that side."""
    found: list[Row] = []
    for incident, rows in campaign.voices.groupby("incident", sort=False):
        sides = set(rows["side"].dropna())
        if set(rows["voice"]) == {"party"} and len(sides) == 1:
            found.append({"incident": incident, "side": sides.pop()})
    return pd.DataFrame(found, columns=["incident", "side"], dtype="string")
