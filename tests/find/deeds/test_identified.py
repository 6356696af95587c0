"""Victims by name: beside a number, and a sentence later."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "rows"),
    [
        pytest.param(
            "Two soldiers, Sgt. Juan Perez and Cpl. Luis Diaz, were killed.",
            [("soldiers", None), ("Juan Perez", "O1"), ("Luis Diaz", "O1")],
            id="in apposition",
        ),
        pytest.param(
            "The two Italians, Roberto Rossi of Milan and Mario Bianchi of Rome, were taken hostage.",
            [("Italians", None), ("Roberto Rossi", "O1"), ("Mario Bianchi", "O1")],
            id="with their towns",
        ),
        pytest.param(
            "Two engineers were kidnapped. The victims were identified as David Lecky, director of a school, "
            "and James Hall.",
            [("engineers", None), ("David Lecky", "O1"), ("James Hall", "O1")],
            id="identified later",
        ),
        pytest.param(
            "A policeman was shot dead. He was identified as Luis Diaz.", [("Luis Diaz", None)], id="one victim"
        ),
        pytest.param(
            "Three people were killed, police chief Juan Perez said.", [("people", None)], id="a speaker is no victim"
        ),
    ],
)
def test_named_victims_are_parts_of_their_number(read_example, example, rows):
    """A name that belongs to a number is never added to it."""
    tables, _ = read_example(example)
    assert [(row["target"], row["part_of"]) for row in tables.rows["outcomes"]] == rows
