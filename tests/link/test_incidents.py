"""Which rows of which documents tell of the same incident."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from analysis.link import find_copies, link_incidents, signature
from analysis.tables import make_frame

MOSUL = {"place": "Mosul", "lat": 36.34, "lon": 43.13, "admin1": "Nineveh", "feature": "city"}
QAYYARAH = {"place": "Qayyarah", "lat": 35.80, "lon": 43.29, "admin1": "Nineveh", "feature": "town"}
NINEVEH = {"place": "Nineveh", "lat": 36.0, "lon": 42.5, "admin1": "Nineveh", "feature": "province"}
NOWHERE = {"place": "Al-Taba'at", "lat": None, "lon": None, "admin1": None, "feature": "other"}


def _tell(*reports):
    """Tables of reports given as (doc_id, place, day or None, killed, force[, status])."""
    documents, outcomes, locations = [], [], []
    for doc_id, place, day, killed, force, *status in reports:
        evidence = {"doc_id": doc_id, "start": 0, "end": 3, "quote": "abc"}
        documents.append(
            {"doc_id": doc_id, "published": "2022-04-28", "language": "en", "characters": 9, "sha256": "0"}
        )
        locations.append(
            evidence | place | {"id": "L1", "mention": place["place"], "country": "IRQ", "role": "incident location",
                                "mentions": 1}
        )  # fmt: skip
        outcomes.append(
            evidence | {"id": "O1", "outcome": "killed", "target": "soldiers", "target_kind": "security force",
                        "count_low": killed, "count_high": killed, "actor": force, "place": place["place"],
                        "date_start": day, "date_end": day, "status": status[0] if status else "reported"}
        )  # fmt: skip
    return SimpleNamespace(
        documents=make_frame("documents", documents), outcomes=make_frame("outcomes", outcomes),
        locations=make_frame("locations", locations), forces=make_frame("forces", []),
    )  # fmt: skip


def _groups(linked):
    return sorted(linked.members.groupby("incident")["doc_id"].apply(lambda ids: "".join(sorted(ids))))


@pytest.mark.parametrize(
    ("a", "b", "groups"),
    [
        pytest.param((MOSUL, "2022-04-25", 5, "ISIS"), (MOSUL, "2022-04-25", 6, "ISIS"), ["ab"], id="rival tolls"),
        pytest.param((MOSUL, "2022-04-25", 5, "ISIS"), (MOSUL, "2022-04-26", 5, "ISIS"), ["a", "b"], id="next day"),
        pytest.param((MOSUL, "2022-04-25", 5, "ISIS"), (QAYYARAH, "2022-04-25", 5, "ISIS"), ["a", "b"], id="next town"),
        pytest.param((MOSUL, "2022-04-25", 5, "ISIS"), (NINEVEH, "2022-04-25", 5, "ISIS"), ["ab"], id="province, toll"),
        pytest.param((MOSUL, "2022-04-25", 5, None), (NINEVEH, "2022-04-25", 9, None), ["a", "b"], id="province alone"),
        pytest.param((MOSUL, "2022-04-25", 5, "ISIS"), (MOSUL, "2022-04-25", 5, "PKK"), ["a", "b"], id="other forces"),
        pytest.param((MOSUL, "2022-04-28", 5, "ISIS"), (MOSUL, None, 5, "ISIS"), ["ab"], id="undated, same toll"),
        pytest.param((MOSUL, "2022-04-25", 5, "ISIS"), (MOSUL, None, 7, "ISIS"), ["a", "b"], id="undated, earlier"),
        pytest.param((NOWHERE, "2022-04-25", 5, "X"), (NOWHERE, "2022-04-25", 5, "X"), ["ab"], id="place by its name"),
    ],
)
def test_events_join_on_place_day_and_evidence(a, b, groups):
    """The same town next day, and the same day in the next town, are other incidents."""
    assert _groups(link_incidents(_tell(("a", *a), ("b", *b)))) == groups


def test_every_join_has_its_reason():
    """The reason of a join is a column, and the tolls run from the lowest to the highest source."""
    linked = link_incidents(_tell(("a", MOSUL, "2022-04-25", 5, "ISIS"), ("b", MOSUL, "2022-04-25", 7, "ISIS")))
    assert linked.members["reason"].tolist() == [
        "the first to tell of it",
        "both at Mosul; same day; both name ISIS (violence)",
    ]
    row = linked.incidents.iloc[0]
    assert (row["killed_low"], row["killed_high"], row["sources"]) == (5, 7, 2)
    assert row["contradictions"] == "killed: 5 against 7"


def test_a_copy_is_no_second_source():
    """Two mastheads with one wire text are one source; every row is kept."""
    tables = _tell(("a", MOSUL, "2022-04-25", 5, "ISIS"), ("b", MOSUL, "2022-04-25", 5, "ISIS"))
    linked = link_incidents(tables, {"b": "a"})
    assert linked.incidents.iloc[0]["sources"] == 1
    assert linked.members["copy_of"].tolist()[1] == "a"
    assert len(linked.members) == 2


def test_near_duplicates_are_copies_and_others_are_not():
    """A changed headline does not make a new text; another text on the same matter is no copy."""
    body = "Five soldiers were killed when gunmen attacked an army post near the town late on Monday, police said. " * 3
    other = "Officials in the province denied that the post had been attacked and spoke of an accident in the barracks."
    signatures = {"a": signature(body), "b": signature("BREAKING " + body), "c": signature(other)}
    assert find_copies(signatures) == {"b": "a"}


def test_a_denial_is_marked():
    """Who denies what stands in the incident's row."""
    linked = link_incidents(
        _tell(("a", MOSUL, "2022-04-25", 5, "ISIS"), ("b", MOSUL, "2022-04-25", 5, "ISIS", "denied"))
    )
    assert linked.incidents.iloc[0]["contradictions"] == "killed denied in b"
