"""The sections of a report: what is said, by whom, how sure; what is left out is said too."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..read.document import Document
from ..tables import Tables
from .countries import country_name
from .glance import show_glance, show_reason
from .html import Html, count_range, day_range, escape, mention_link, table

DONE = ("confirmed", "reported", "ongoing")
OPEN = ("unconfirmed", "denied")
AHEAD = ("planned", "intended")
_GROUPS = {
    "Told as done": DONE,
    "Unconfirmed or denied": OPEN,
    "Planned or intended: not done": AHEAD,
    "Background: earlier events": ("background",),
}


def plural(number: int, noun: str, many: str = "") -> str:
    """
    >>> plural(1, "force"), plural(3, "force"), plural(0, "body", "bodies")
    ('1 force', '3 forces', 'no bodies')
    """
    return f"{number or 'no'} {noun if number == 1 else many or noun + 's'}"


def title_of(document: Document) -> str:
    """The headline; where there is none, the first words of the text."""
    first = (document.title or document.text[document.body : document.body + 400]).strip().split("\n")[0]
    return (first if len(first) <= 160 else first[:159].rsplit(" ", 1)[0] + " …") or document.doc_id


def show_heading(document: Document, tables: Tables) -> Html:
    """The headline, who published it and when; what is told, by whom and how sure; the operations."""
    title, summary, glance = title_of(document), show_summary(tables), show_glance(tables)
    operations = show_operations(tables).html if len(tables.operations) else ""
    published = document.published.isoformat() if document.published else pd.NA
    facts = [
        escape(document.outlet or "outlet not said"),
        day_range(published, published) or "date of publication not said",
    ]
    if (document.url or "").startswith(("https://", "http://")):
        facts.append(f'<a href="{escape(document.url)}" rel="noreferrer">{escape(document.url)}</a>')
    html = [f"<h1>{escape(title)}</h1>", f'<p class="by">{", ".join(facts)}</p>', summary.html, glance.html, operations]
    return Html("\n".join(html), f"{title}. {summary.plain} {glance.plain}")


def show_summary(tables: Tables) -> Html:
    """In a sentence or two: how much is told, how much of it is confirmed, unconfirmed, ahead or background."""
    outcomes = tables.outcomes
    status = outcomes["status"].value_counts()
    number = {s: int(status.get(s, 0)) for s in ("confirmed", "unconfirmed", "denied", "background")}
    done, ahead = int(status.reindex(DONE).sum()), int(status.reindex(AHEAD).sum())
    speakers, own = outcomes["speaker"].nunique(), int(outcomes["speaker"].isna().sum())
    tellers = [plural(speakers, "speaker")] * bool(speakers) + ["the outlet itself"] * bool(own)
    sure = ", ".join(f"{number[s] or 'none'} {s}" for s in ("unconfirmed", "denied"))
    text = (
        f"{plural(len(outcomes), 'outcome').capitalize()}, told by {' and '.join(tellers)}: {done} as done, "
        f"{number['confirmed'] or 'none'} of them confirmed; {sure}; "
        f"{ahead or 'none'} only planned or intended; {number['background'] or 'none'} background."
        if len(outcomes)
        else "The report tells of no outcome that could be found."
    )
    named = (
        f"{plural(len(tables.forces), 'force')}, {plural(len(tables.locations), 'place')} and "
        f"{plural(len(tables.statements), 'statement')} are named or quoted."
    )
    return Html(f'<p class="summary">{escape(f"{text} {named}")}</p>', f"{text} {named}")


def show_operations(tables: Tables) -> Html:
    """The operations, their phase and how they stand."""
    rows = tables.operations
    began = [day_range(a, b) or pd.NA for a, b in zip(rows["started_low"], rows["started_high"], strict=True)]
    shown = rows[["id", "operation", "phase", "status", "launched_by", "adversary", "area"]]
    return table(shown.assign(began=_cells(rows, began)), "Operations")


def show_forces(tables: Tables) -> Html:
    """The forces, by the part they have in it."""
    order = {r: n for n, r in enumerate(_roles(tables))}
    rows = tables.forces.sort_values("role", key=lambda c: c.map(order), kind="stable")
    shown = rows[["id", "force", "role", "actor_type", "country", "parent", "mentions"]]
    return table(shown.assign(country=rows["country"].map(_country)), "Forces, by role", ["mentions"])


def _roles(tables: Tables) -> list[str]:
    order = ["participant", "command", "supported", "planned participant", "adversary", "victim", "source", "mentioned"]
    return order + sorted(set(tables.forces["role"].dropna()) - set(order))


def _country(code: object) -> object:
    return pd.NA if pd.isna(code) else country_name(code)  # type: ignore[call-overload]


def _cells(rows: pd.DataFrame, cells: list[Any]) -> pd.Series[Any]:
    """A column of cells that hold more than text, one for each of the rows."""
    return pd.Series(cells, index=rows.index, dtype=object)


_EXACT = {1: "the place itself", 2: "near it or part of it", 3: "a wide area"}


def show_locations(tables: Tables) -> Html:
    """The places, with how exactly each is known."""
    rows = tables.locations
    exact = [_EXACT.get(int(p)) if pd.notna(p) else "not on the map" for p in rows["geo_precision"]]
    point = [
        pd.NA if pd.isna(a) or pd.isna(b) else f"{a:.2f}, {b:.2f}"
        for a, b in zip(rows["lat"], rows["lon"], strict=True)
    ]
    shown = rows[["id", "place", "role", "feature", "admin1", "country"]].assign(
        country=rows["country"].map(_country), point=_cells(rows, point), exactness=_cells(rows, exact)
    )
    return table(shown.rename(columns={"admin1": "in", "point": "lat, lon"}), "Places", ["lat, lon"])


def show_outcomes(tables: Tables) -> Html:
    """The outcomes in four tables: done, unconfirmed or denied, ahead, background. Nothing is counted across them."""
    parts = []
    for caption, statuses in _GROUPS.items():
        rows = tables.outcomes[tables.outcomes["status"].isin(statuses)]
        if len(rows):
            parts.append(table(_outcome_rows(rows, tables), caption, ["count"]))
    if not parts:
        return Html('<p class="nothing">Outcomes: none.</p>', "Outcomes (0 rows)")
    return Html("\n".join(p.html for p in parts), "; ".join(p.plain for p in parts))


def _outcome_rows(rows: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Outcomes as a reader wants them: what, to whom, how many, by whom, where, when, how sure, says who."""
    counts = [count_range(a, b) or pd.NA for a, b in zip(rows["count_low"], rows["count_high"], strict=True)]
    days = [day_range(a, b) or pd.NA for a, b in zip(rows["date_start"], rows["date_end"], strict=True)]
    reasons = [show_reason(by, tables) for by in rows["status_by"]]
    status = [
        Html(f'<span class="status {s}">{s}</span>' + (f' <span class="who">({by.html})</span>' if by else ""), s)
        for s, by in zip(rows["status"], reasons, strict=True)
    ]
    said = [
        Html(" ".join([escape(who) if pd.notna(who) else "the outlet", *([link.html] if link else [])]), "")
        for who, link in zip(rows["speaker"], map(mention_link, rows["statement"]), strict=True)
    ]
    shown = rows[["id", "outcome", "target"]].assign(count=_cells(rows, counts))
    shown["part of"] = _cells(rows, [mention_link(p) for p in rows["part_of"]])
    shown[["by", "means", "against", "where"]] = rows[["actor", "means", "affected", "place"]]
    shown = shown.assign(when=_cells(rows, days), status=_cells(rows, status))
    shown["says who"] = _cells(rows, said)
    return shown.drop(
        columns=[c for c in ("count", "part of", "means", "against", "where", "when") if shown[c].isna().all()]
    )


def show_statements(tables: Tables) -> Html:
    """Who says what, in their order, with how they stand to it; what a speaker is stands where they first speak."""
    rows = tables.statements
    seen: set[str] = set()
    speakers = []
    for name, title, body in zip(rows["speaker"], rows["title"], rows["affiliation"], strict=True):
        known = pd.isna(name) or name in seen
        seen.add("" if pd.isna(name) else name)
        office = [escape(t) for t in dict.fromkeys([title, body]) if pd.notna(t) and t != name]
        office = office[:1] if len(office) == 2 and office[1] in office[0] else office
        words = f' <span class="who">{", ".join(office)}</span>' if office and not known else ""
        speakers.append(
            pd.NA if pd.isna(name) and not words else Html(escape("" if pd.isna(name) else name) + words, "")
        )
    shown = rows[["id"]].assign(speaker=_cells(rows, speakers), words=rows["quote"])
    return table(shown.assign(kind=rows["kind"], stance=rows["stance"]), "Statements", wide=["words"])


def show_silences(tables: Tables) -> Html:
    """What the report does not say, or what could not be read from it: counted, with the rows."""
    o, f, loc, s = tables.outcomes, tables.forces, tables.locations, tables.statements
    checks = [
        ("outcomes without a place", o[o["place"].isna()]),
        ("outcomes without a date", o[o["date_start"].isna() & o["date_end"].isna()]),
        ("outcomes without a named doer", o[o["actor"].isna()]),
        ("outcomes without a number", o[o["count_low"].isna() & o["count_high"].isna()]),
        ("outcomes without a speaker (the outlet's own words)", o[o["speaker"].isna()]),
        ("forces without a country", f[f["country"].isna()]),
        ("places off the map (no coordinates)", loc[loc["lat"].isna()]),
        ("statements without a speaker", s[s["speaker"].isna()]),
    ]
    items = [
        f"<li>{escape(plural(len(rows), *_nouns(what)))}: {' '.join(f'<a href=#{i}>{i}</a>' for i in rows['id'])}</li>"
        for what, rows in checks
        if len(rows)
    ]
    if not tables.operations.shape[0]:
        items.append("<li>no operation is named or told of</li>")
    plain = "; ".join(f"{what}: {len(rows)}" for what, rows in checks)
    return Html(f'<ul class="silences">{"".join(items)}</ul>', plain)


def _nouns(what: str) -> tuple[str, str]:
    """The phrase in the singular and in the plural: 'forces without' -> 'force without', 'forces without'."""
    noun, rest = what.split(" ", 1)
    return f"{noun.removesuffix('s')} {rest}", what
