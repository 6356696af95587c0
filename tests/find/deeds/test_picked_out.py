"""People whom a sentence picks out of those killed, wounded or arrested."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "target", "count"),
    [
        pytest.param("Among the dead was a police officer.", "police officer", 1, id="among the dead was"),
        pytest.param("A young comedian was among those killed.", "young comedian", 1, id="was among those killed"),
        pytest.param("Three of those killed were teachers.", "teachers", 3, id="three of those killed were"),
        pytest.param("One of the dead was a colonel.", "colonel", 1, id="one of the dead was"),
        pytest.param("The dead include four children.", "children", 4, id="the dead include"),
    ],
)
def test_people_picked_out_are_part_of_the_toll(read_example, sentence, target, count):
    """They are a row of their own, and part of the number before, so that sums count nobody twice."""
    rows = read_example(f"At least 12 people were killed in Baghdad. {sentence}")[0].outcomes
    row = rows.iloc[1]
    assert (row["outcome"], row["target"], row["count_low"]) == ("killed", target, count)
    assert row["part_of"] == rows.iloc[0]["id"]
    assert len(rows) == 2


def test_what_becomes_of_the_wounded_is_no_row(read_example):
    """ "Two of the injured were in critical condition" picks nobody out."""
    assert read_example("Two of the injured were in critical condition.")[0].outcomes.empty
