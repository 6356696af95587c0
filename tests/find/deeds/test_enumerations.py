"""Inventories: each thing with its own number is a row."""

from __future__ import annotations

import pytest

_TWO = {"M16 rifles": 2, "pistol": 1}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        pytest.param(
            "Recovered from the site were two M16 rifles, a pistol, an improvised bomb and subversive documents.",
            {**_TWO, "bomb": 1, "subversive documents": None},
            id="inverted",
        ),
        pytest.param(
            "Items seized include two M16 rifles, one pistol, 466 rounds of ammunition and one cell phone.",
            {**_TWO, "rounds": 466, "cell phone": 1},
            id="include",
        ),
        pytest.param(
            "Troops recovered two M16 rifles, a pistol, five magazines and personal belongings.",
            {**_TWO, "magazines": 5, "personal belongings": None},
            id="active",
        ),
        pytest.param(
            "Troops seized two sacks of ammunition; one carbine; one homemade shotgun; and four M16 rifles.",
            {"sacks": 2, "carbine": 1, "homemade shotgun": 1, "M16 rifles": 4},
            id="semicolons",
        ),
        pytest.param(
            "Soldiers seized 41 rounds, one locally made rifle, one cutlass, and two cell phones.",
            {"rounds": 41, "locally made rifle": 1, "cutlass": 1, "cell phones": 2},
            id="locally made",
        ),
        pytest.param(
            "They seized 10 rifles, pistols and grenades.", {"rifles, pistols and grenades": 10}, id="one number"
        ),
    ],
)
def test_an_inventory_is_a_row_an_item(read_example, text, items):
    """Where the parser loses the list, what stands between the commas is still told apart."""
    rows = read_example(text)[0].outcomes
    found = {row["target"]: None if row.isna()["count_low"] else row["count_low"] for _, row in rows.iterrows()}
    assert found == items
    assert set(rows["outcome"]) == {"seized"}


def test_a_rifle_is_no_place(read_example):
    """ "AK 47" is no abbreviation of Alaska."""
    assert read_example("One AK 47 rifle was recovered.")[0].locations.empty


def test_a_slash_between_groups_keeps_the_number(read_example):
    """ "25 Boko Haram/ISWAP fighters" are 25."""
    rows = read_example("Troops killed 25 Boko Haram/ISWAP terrorists.")[0].outcomes
    assert rows["count_low"].tolist() == [25]
