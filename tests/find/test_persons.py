"""Persons are found by a witness beside the name, and linked when only a part of the name returns."""

from __future__ import annotations

import pytest

from analysis import read_text
from analysis.find.context import Context
from analysis.find.persons import find_persons
from analysis.read.language import parse


def persons(text: str) -> Context:
    context = Context(read_text(text), parse(text))
    find_persons(context)
    return context


@pytest.mark.parametrize(
    ("text", "name", "title", "affiliation"),
    [
        pytest.param("Maj. Gen. Salem Obaid spoke to reporters.", "Salem Obaid", "Maj. Gen.", "", id="rank"),
        pytest.param(
            "The Marib police commander, Col. Naji Hotam, spoke.",
            "Naji Hotam",
            "Marib police commander, Col.",
            "Marib police",
            id="office, rank, name",
        ),
        pytest.param("Sadek Wahba, the mayor of Kirdan, left.", "Sadek Wahba", "mayor of Kirdan", "Kirdan", id="after"),
        pytest.param(
            "Borno Governor Zanna Bulama condemned it.", "Zanna Bulama", "Borno Governor", "Borno", id="before"
        ),
        pytest.param("Rosa Quispe, 43, was wounded in the blast.", "Rosa Quispe", "", "", id="age"),
    ],
)
def test_a_witness_makes_a_person(text, name, title, affiliation):
    """Name, title and affiliation are those that the text gives."""
    (person,) = persons(text).persons
    assert (person.name, person.title, person.affiliation) == (name, title, affiliation)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Troops of the Ali Hassan Brigade entered the town.", id="name of a body"),
        pytest.param("Shells fell near Ali Gharbi on Sunday.", id="place named after a person"),
        pytest.param("Islamic State claimed the attack.", id="body"),
        pytest.param("Operation Desert Wind began.", id="operation"),
    ],
)
def test_a_capitalised_name_alone_is_no_person(text):
    """Precision first: without a witness the name stays free for forces and places."""
    assert persons(text).persons == []


def test_surname_returns():
    """The surname alone, with or without its article, is the same person."""
    context = persons("Lt. Col. Nizar al-Zubi arrived. Al-Zubi said the road was open. Zubi left later.")
    (person,) = context.persons
    assert len(person.mentions) == 3
    assert all(context.person_at[m.head] is person for m in person.mentions)


def test_tokens_of_the_title_are_not_the_name():
    """`person_at` covers the name alone."""
    context = persons("General Salem Obaid arrived.")
    assert [context.parse.word[i] for i in sorted(context.person_at)] == ["Salem", "Obaid"]
