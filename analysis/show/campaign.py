"""The tables of a campaign: what happened, who took part, who reports what, where accounts differ, one side's word."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..link import Campaign, one_sided
from .countries import country_name
from .html import Html, count_range, day_range, escape, table
from .picture import listing


def show_campaign(campaign: Campaign) -> Html:
    """The whole in a few sentences, each number counted from the tables."""
    incidents, documents = campaign.incidents, campaign.documents
    several = int((incidents["sources"] > 1).sum())
    names = [name for name in campaign.operations["operation"].dropna().unique() if name]
    title = f"Operation {names[0]}" if len(names) == 1 else "A campaign in reports"
    published = documents["published"].dropna()
    days = day_range(published.min(), published.max()) if len(published) else "date of publication not said"
    copies = len(set(campaign.copies) & set(documents["doc_id"]))
    text = (
        f"{len(documents)} reports of {documents['outlet'].nunique()} outlets, {copies or 'none'} of them a copy of "
        f"another; {len(incidents)} incidents, {several} told by more than one source, "
        f"{int(incidents['contradictions'].notna().sum())} told differently, "
        f"{len(one_sided(campaign))} only by one of the parties."
    )
    html = f'<h1>{escape(title)}</h1>\n<p class="by">{escape(days)}</p>\n<p class="summary">{escape(text)}</p>'
    return Html(html, f"{title}. {text}")


def show_incidents(campaign: Campaign) -> Html:
    """Every incident: when, where, what, with the lowest and the highest toll that a source gives."""
    rows = campaign.incidents.sort_values(["date_start", "place"], kind="stable", na_position="last")
    shown = pd.DataFrame(
        {
            "incident": rows["incident"],
            "when": _each(rows, lambda r: day_range(r["date_start"], r["date_end"])),
            "where": rows["place"],
            "what": rows["outcomes"],
            "forces": rows["forces"],
            "killed": _each(rows, lambda r: count_range(r["killed_low"], r["killed_high"])),
            "wounded": _each(rows, lambda r: count_range(r["wounded_low"], r["wounded_high"])),
            "sources": rows["sources"].astype("string"),
        }
    )
    return table(shown, "Incidents, by day", ["killed", "wounded", "sources"])


def show_participation(campaign: Campaign) -> Html:
    """The forces by the number of incidents that they have a part in."""
    rows = _parts(campaign)
    if rows.empty:
        return table(rows, "Forces, by incidents")
    kinds = campaign.forces.drop_duplicates("force").set_index("force")
    grouped = rows.groupby("force")
    shown = pd.DataFrame(
        {
            "incidents": grouped["incident"].nunique(),
            "acted in": rows[rows["part"] == "actor"].groupby("force")["incident"].nunique(),
            "bore": rows[rows["part"] == "affected"].groupby("force")["incident"].nunique(),
            "reports": grouped["doc_id"].nunique(),
        }
    ).reset_index()
    shown = shown.sort_values(["incidents", "force"], ascending=[False, True])
    shown.insert(1, "kind", shown["force"].map(kinds["actor_type"]))
    shown.insert(2, "country", shown["force"].map(kinds["country"]).map(_country))
    numbers = ["incidents", "acted in", "bore", "reports"]
    shown[numbers] = shown[numbers].astype("Int64")
    return table(shown, "Forces, by incidents", numbers)


def _parts(campaign: Campaign) -> pd.DataFrame:
    """One row a force, incident and report in which it acts or bears."""
    outcomes = campaign.outcomes.set_index(["doc_id", "id"])
    rows = []
    for member in campaign.members.to_dict("records"):
        outcome = outcomes.loc[(member["doc_id"], member["id"])]
        for part in ("actor", "affected"):
            names = outcome[part] if pd.notna(outcome[part]) else ""
            rows += [(name, member["incident"], member["doc_id"], part) for name in names.split("; ") if name]
    return pd.DataFrame(rows, columns=["force", "incident", "doc_id", "part"]).drop_duplicates()


def show_sources(campaign: Campaign) -> Html:
    """The outlets compared: what each tells, what it tells alone, how often its toll is that of the others."""
    voices = campaign.voices
    reports = campaign.documents.assign(outlet=campaign.documents["outlet"].fillna(campaign.documents["doc_id"]))
    told = {outlet: set(rows["incident"]) for outlet, rows in voices.groupby("outlet")}
    rows = []
    for outlet, documents in reports.groupby("outlet"):
        mine = told.get(outlet, set())
        others = set().union(*(theirs for name, theirs in told.items() if name != outlet)) if told else set()
        shared = mine & others
        at_odds = set(campaign.incidents.loc[campaign.incidents["contradictions"].notna(), "incident"])
        rows.append(
            (outlet, len(documents), int(documents["doc_id"].isin(list(campaign.copies)).sum()), len(mine),
             len(mine - others), len(shared), len(shared - at_odds))
        )  # fmt: skip
    columns = ["outlet", "reports", "copies", "incidents", "alone", "with others", "all agree"]
    return table(pd.DataFrame(rows, columns=columns), "Outlets compared", columns[1:])


def show_contradictions(campaign: Campaign) -> Html:
    """The incidents whose sources differ or of which one is denied, and who says which."""
    rows = campaign.incidents[campaign.incidents["contradictions"].notna()]
    shown = _with_day(rows)[["incident", "when", "place", "contradictions", "who_says"]]
    return table(shown.rename(columns={"place": "where"}), "Told differently", wide=["contradictions", "who_says"])


def show_one_sided(campaign: Campaign) -> Html:
    """The incidents that only a party to them tells: nobody else, and no outlet in its own words."""
    rows = campaign.incidents.merge(one_sided(campaign), on="incident")
    speakers = campaign.voices.groupby("incident")["speaker"].agg(lambda names: listing(sorted(set(names.dropna())), 4))
    shown = _with_day(rows).assign(speaker=rows["incident"].map(speakers))
    shown = shown[["incident", "when", "place", "outcomes", "side", "speaker"]]
    return table(shown.rename(columns={"place": "where", "outcomes": "what"}), "Only the word of one side")


def show_joins(campaign: Campaign) -> Html:
    """Why the rows of different reports are taken for one incident."""
    rows = campaign.members.drop_duplicates(["incident", "doc_id"])
    rows = rows[rows["incident"].duplicated(keep=False)]
    shown = rows[["incident", "doc_id", "reason", "copy_of"]].rename(columns={"doc_id": "report"})
    return table(shown, "Why they are one", wide=["reason"])


def _with_day(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(when=_each(rows, lambda r: day_range(r["date_start"], r["date_end"])))


def _each(rows: pd.DataFrame, make: Any) -> pd.Series[Any]:
    return pd.Series([make(r) for r in rows.to_dict("records")], index=rows.index, dtype=object)


def _country(code: object) -> object:
    return pd.NA if pd.isna(code) else country_name(code)  # type: ignore[call-overload, arg-type]
