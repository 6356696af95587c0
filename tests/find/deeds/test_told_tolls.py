"""Tolls told as such."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("Officials put the death toll at at least seven.", ("killed", 7, "reported"), id="put at"),
        pytest.param("The union put the number of dead at 27.", ("killed", 27, "reported"), id="number of dead"),
        pytest.param("The death toll rose to 30.", ("killed", 30, "reported"), id="rose to"),
        pytest.param("The number of injured stood at 12.", ("wounded", 12, "reported"), id="the injured"),
        pytest.param("The raid brought the death toll to 30.", ("killed", 30, "background"), id="a running total"),
    ],
)
def test_a_toll_takes_the_number_that_its_verb_gives_it(read_example, text, row):
    """The number stands behind the verb; what a toll is brought to is a running total."""
    rows = read_example(text)[0].outcomes
    rows = rows[rows["outcome"] == row[0]]
    assert [(r["outcome"], r["count_low"], r["status"]) for _, r in rows.iterrows()] == [row]


def test_a_number_of_troops_is_no_toll(read_example):
    """Only a number of dead or injured is one."""
    assert read_example("The number of troops rose to 300.")[0].outcomes.empty
