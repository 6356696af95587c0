"""What the program knows: sorted, sourced, said once, in the words of the codebook."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from analysis.read.knowledge import KnowledgeError, knowledge, listed, vocabulary

FILES = sorted((Path(__file__).parents[1] / "analysis" / "knowledge").glob("*.csv"))
NAMES = [path.stem for path in FILES]
CLOSED = {  # column of a knowledge file -> the column of the tables whose vocabulary it shares
    "actor_type": ("forces", "actor_type"),
    "feature": ("locations", "feature"),
    "outcome": ("outcomes", "outcome"),
    "target_kind": ("outcomes", "target_kind"),
    "precision": ("locations", "geo_precision"),
}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_facts_are_sorted(path):
    """So that a new fact has one place, and a change is one line."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert rows == sorted(rows)


@pytest.mark.parametrize("name", NAMES)
def test_facts_say_where_they_are_from_or_why(name):
    """Every file has a column for the source, the reason or the meaning; a source, where there is one, is filled."""
    rows = knowledge(name)
    if not rows:
        return
    assert set(rows[0]) & {"source", "note", "meaning", "used_in", "adjectives"}
    if "source" in rows[0]:
        assert [row for row in rows if not row["source"].strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_values_are_those_of_the_codebook(name):
    """A fact may not put into a table what its schema refuses."""
    rows = knowledge(name)
    for column, (table, of) in CLOSED.items():
        if rows and column in rows[0]:
            used = {value for row in rows for value in listed(row[column])}
            assert used <= vocabulary(table, of), f"{name}.{column}"


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_clean(name):
    """No blanks around a cell or a member of a list, no member twice."""
    for row in knowledge(name):
        for column, cell in row.items():
            assert cell == cell.strip(), row
            if column in ("aliases", "weak_aliases", "words", "adjectives"):
                assert len(set(listed(cell))) == cell.count("|") + bool(cell), row


def test_no_strong_name_belongs_to_two_forces():
    """A strong alias decides by itself whom it names."""
    owner: dict[str, str] = {}
    for row in knowledge("forces"):
        for name in {row["force"], *listed(row["aliases"])}:
            assert owner.setdefault(name, row["force"]) == row["force"], name


def test_parents_and_countries_exist():
    """A parent is itself a force of the list; a country is a known code."""
    forces = {row["force"] for row in knowledge("forces")}
    countries = {row["iso3"] for row in knowledge("nations")}
    for row in knowledge("forces"):
        assert set(listed(row["parent"])) <= forces, row
        assert set(listed(row["country"])) <= countries, row


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("a,b\n1\n", "line 2: 1 cells, 2 expected"),
        ("a,b\n1,2\n1,2\n", "line 3: repeats line 2"),
    ],
)
def test_a_broken_file_is_refused_by_line(tmp_path, monkeypatch, lines, problem):
    """What is wrong, and where."""
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "broken.csv").write_text(lines)
    monkeypatch.setattr("analysis.read.knowledge.files", lambda package: tmp_path)
    with pytest.raises(KnowledgeError, match=problem):
        knowledge.__wrapped__("broken")


def test_a_trigger_says_where_its_target_stands():
    """Its subject, its object, both, itself, nowhere, or after a preposition that the finder knows."""
    from analysis.find.deeds.noun_arguments import PREPOSITIONS

    places = {row["target"] for row in knowledge("triggers")}
    assert places <= {"subject", "object", "both", "self", "none", *PREPOSITIONS}
