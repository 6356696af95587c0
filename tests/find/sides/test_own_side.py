"""Nobody harms his own side."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "actor", "affected"),
    [
        pytest.param(
            "The Nigerian Army hunts those behind the ambush, which led to the death of six soldiers.",
            "",
            "Nigerian Army",
            id="the state's own men",
        ),
        pytest.param("The raid left 20 Islamic State members killed.", "", "Islamic State", id="a group's own"),
        pytest.param("The Iraqi Army killed 20 Islamic State members.", "Iraqi Army", "Islamic State", id="the enemy"),
    ],
)
def test_the_side_that_lost_men_is_not_the_one_that_killed_them(read_example, example, actor, affected):
    """The actor is empty where only the victims' own side stands there; that side is the one affected."""
    row = read_example(example)[0].rows["outcomes"][0]
    assert (row["actor"] or "", row["affected"] or "") == (actor, affected)
