"""The first thing on the page: what is claimed, by whom, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from ..tables import Tables
from .html import Html, count_range, escape, mention_link

_MOST = 12  # targets of a line: what comes after is counted
_VERBS = {"confirm": "confirms it", "deny": "denies it", "decline to confirm": "does not confirm it"}
_TOLD = ("reported", "ongoing")

_PLANS = {
    "arrested": "to arrest", "attacked": "to attack", "captured territory": "to capture territory",
    "clashed": "to clash", "cleared or secured": "to clear or secure", "defused": "to defuse", "deployed": "to deploy",
    "destroyed": "to destroy", "displaced": "to displace", "found": "to find", "kidnapped": "to kidnap",
    "killed": "to kill", "launched operation": "to launch an operation", "seized": "to seize",
    "surrendered": "to surrender", "wounded": "to wound",
}  # fmt: skip

Row = Mapping[Any, Any]


def show_glance(tables: Tables) -> Html:
    """The outcomes as a list of a few lines: confirmed, claimed by whom, the outlet's own, open, ahead, background.

    That nothing is confirmed, or that nothing is said to be unconfirmed, is a finding, and is always said.
    """
    rows = tables.outcomes.astype(object).where(tables.outcomes.notna(), None).to_dict("records")
    groups = [
        ("Confirmed", "confirmed", "Nothing.", [r for r in rows if r["status"] == "confirmed"]),
        ("Claimed", "reported", "", [r for r in rows if r["status"] in _TOLD and r["speaker"]]),
        ("Told by the outlet", "reported", "", [r for r in rows if r["status"] in _TOLD and not r["speaker"]]),
        ("Unconfirmed", "unconfirmed", "Nothing is said to be.", [r for r in rows if r["status"] == "unconfirmed"]),
        ("Denied", "denied", "", [r for r in rows if r["status"] == "denied"]),
        ("Planned or intended", "planned", "", [r for r in rows if r["status"] in ("planned", "intended")]),
        ("Background", "background", "", [r for r in rows if r["status"] == "background"]),
    ]
    titles = _titles(tables)
    lines = [
        f'<tr><th scope="row"><span class="status {kind}">{name}</span></th><td>'
        + ("".join(_speeches(members, tables, titles)) or f"<p>{nothing}</p>")
        + "</td></tr>"
        for name, kind, nothing, members in groups
        if members or nothing
    ]
    caption = "What is told, by whom, and how sure it is"
    html = f'<table class="glance">\n<caption>{caption}</caption>\n<tbody>\n{chr(10).join(lines)}\n</tbody></table>'
    counts = ", ".join(f"{name.lower()} {len(members)}" for name, _, nothing, members in groups if members or nothing)
    return Html(html, f"{caption}: {counts}")


def _titles(tables: Tables) -> dict[str, str]:
    """What each speaker is, from the first statement that says so."""
    found: dict[str, str] = {}
    for row in tables.rows["statements"]:
        if row["speaker"] and (title := row["title"] or row["affiliation"]) and title != row["speaker"]:
            found.setdefault(row["speaker"], title)
    return found


def _speeches(rows: Sequence[Row], tables: Tables, titles: dict[str, str]) -> Iterable[str]:
    """One paragraph a speaker, in the order in which they first speak."""
    for speaker in dict.fromkeys(r["speaker"] for r in rows):
        said = [r for r in rows if r["speaker"] == speaker]
        who = f"<b>{escape(speaker)}</b>" if speaker else ""
        if title := titles.pop(speaker, ""):  # once is enough
            who += f' <span class="who">({escape(title)})</span>'
        yield f"<p>{who}{': ' if who else ''}{'; '.join(_deeds(said, tables))}.</p>"


def _deeds(rows: Sequence[Row], tables: Tables) -> Iterable[str]:
    """`Air Force destroyed: checkpoint (1), tunnels (at least 3)`, one for each doer and deed."""
    left = _MOST
    deeds: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        by = row["status_by"] if row["status"] in ("confirmed", "unconfirmed", "denied") else None
        deeds.setdefault((row["actor"], row["outcome"], by), []).append(row)
    for (actor, outcome, by), members in deeds.items():
        shown, left = members[: max(left, 0)], left - len(members)
        if shown:
            doer = f"{escape(actor)} " if actor and outcome != "clashed" else ""
            outcome = _PLANS.get(outcome, outcome) if shown[0]["status"] in ("planned", "intended") else outcome
            more = f" and {len(members) - len(shown)} more" if len(shown) < len(members) else ""
            yield f"{doer}{outcome}: {', '.join(map(_target, shown))}{more}{_because(by, tables)}"
    if left < 0:
        yield f"{-left} more below"


def _target(row: Row) -> str:
    """The target as a link to its row, with the number and the place."""
    target, place = row["target"], row["place"]
    facts = [count_range(*(pd.NA if row[c] is None else row[c] for c in ("count_low", "count_high")))]
    facts += [escape(place)] if place and place != target else []
    facts += ["ongoing"] if row["status"] == "ongoing" else []
    rest = f" ({', '.join(f for f in facts if f)})" if any(facts) else ""
    said = escape(target) if target else "target not said"
    return f'<a href="#{row["id"]}">{said}</a>{rest}'


def _because(by: str | None, tables: Tables) -> str:
    return f" – {reason.html}" if (reason := show_reason(by, tables)) else ""


def show_reason(by: object, tables: Tables) -> Html | None:
    """What changed a status, for a reader: `Air Force Command does not confirm it, S11`, or the words that did."""
    if by is None or pd.isna(by):  # type: ignore[call-overload]
        return None
    link = mention_link(by)
    for row in tables.rows["statements"]:
        if row["id"] == by and link:
            words = f"{escape(row['speaker'] or 'a speaker')} {_VERBS.get(row['stance'], 'speaks of it')}"
            return Html(f"{words}, {link.html}", f"{row['speaker']} {row['stance']}")
    return link
