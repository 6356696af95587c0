"""Inventories that a general noun opens, and numbers whose deed is told once."""

from __future__ import annotations

import pytest


def found(tables, *columns):
    return [tuple(row[c] for c in columns) for row in tables.rows["outcomes"]]


@pytest.mark.parametrize(
    ("example", "rows"),
    [
        pytest.param(
            "Items recovered from the hideout include two bags of fertiliser, 40 sachets of glue, and three mats.",
            [("seized", "bags of fertiliser", 2), ("seized", "sachets of glue", 40), ("seized", "mats", 3)],
            id="include",
        ),
        pytest.param(
            "Other items seized are two bicycles, a bag of salt and a quantity of dried meat.",
            [("seized", "bicycles", 2), ("seized", "bag of salt", 1), ("seized", "dried meat", None)],
            id="are",
        ),
        pytest.param(
            "Among the items recovered were three rifles and two mobile phones.",
            [("seized", "rifles", 3), ("seized", "mobile phones", 2)],
            id="among",
        ),
        pytest.param(
            "Recovered items include: 3 rifles and 2 grenades.",
            [("seized", "rifles", 3), ("seized", "grenades", 2)],
            id="before the noun",
        ),
        pytest.param(
            "Materials found at the site comprise a laptop, flags and documents.",
            [("found", "laptop", 1), ("found", "flags", None), ("found", "documents", None)],
            id="found",
        ),
        pytest.param(
            "Items recovered included; one pistol and four radios.",
            [("seized", "pistol", 1), ("seized", "radios", 4)],
            id="semicolon",
        ),
        pytest.param(
            "Also recovered were three bandoliers, a medical kit, and two tents.",
            [("seized", "bandoliers", 3), ("seized", "medical kit", 1), ("seized", "tents", 2)],
            id="inverted",
        ),
        pytest.param("Recovered items were handed to the police.", [], id="no list"),
    ],
)
def test_the_items_of_an_inventory_are_rows(read_example, example, rows):
    """What was seized is each item with its number, not "items"."""
    assert found(read_example(example)[0], "outcome", "target", "count_low") == rows


@pytest.mark.parametrize(
    ("example", "rows"),
    [
        pytest.param(
            "Eight rebels were killed in Heet, two in Rutba and another in Rawa.",
            [("rebels", 8, "Heet"), ("rebels", 2, "Rutba"), ("rebels", 1, "Rawa")],
            id="passive",
        ),
        pytest.param(
            "The blast killed six people in Kirkuk and two in Mosul.",
            [("people", 6, "Kirkuk"), ("two", 2, "Mosul")],
            id="active",
        ),
        pytest.param(
            "Fourteen people were killed, eight in Heet and six in Rawa.",
            [("people", 14, "Heet"), ("people", 8, "Heet"), ("people", 6, "Rawa")],
            id="parts",
        ),
        pytest.param("Eight rebels were killed in Heet in 2014.", [("rebels", 8, "Heet")], id="a year"),
    ],
)
def test_a_number_with_a_place_of_its_own_is_a_row(read_example, example, rows):
    """The verb is told once; each number has its place."""
    assert found(read_example(example)[0], "target", "count_low", "place") == rows


def test_numbers_that_make_up_the_one_before_are_parts_of_it(read_example):
    """ "Fourteen were killed, eight here and six there": fourteen in all."""
    rows = read_example("Fourteen people were killed, eight in Heet and six in Rawa.")[0].rows["outcomes"]
    assert [r["part_of"] for r in rows] == [None, rows[0]["id"], rows[0]["id"]]


@pytest.mark.parametrize(
    ("example", "targets"),
    [
        pytest.param(
            "Shelling damaged three houses, a school and a power line.", ["houses", "school", "power line"], id="list"
        ),
        pytest.param("The fire destroyed a house, a two-storey building.", ["house"], id="apposition"),
        pytest.param("The strike destroyed a house, an official and a witness said.", ["house"], id="those who say so"),
        pytest.param(
            "The jets hit a depot, destroying trucks and a tank.", ["depot", "trucks", "tank"], id="next deed"
        ),
    ],
)
def test_buildings_in_a_row_are_rows(read_example, example, targets):
    """A list of buildings that the parser loses is told by its commas and its conjunction."""
    assert found(read_example(example)[0], "target") == [(t,) for t in targets]


@pytest.mark.parametrize(
    ("example", "rows"),
    [
        pytest.param(
            "A rifle was seized from the rebels, together with several lorries.",
            [("rifle", 1), ("lorries", 3)],
            id="together with",
        ),
        pytest.param(
            "Troops recovered five rifles that included two carbines and a shotgun.",
            [("rifles", 5), ("carbines", 2), ("shotgun", 1)],
            id="that included",
        ),
        pytest.param(
            "4 old rifles with 90 rounds, 1 mortar as well as one radio were recovered, the governor said.",
            [("old rifles", 4), ("rounds", 90), ("mortar", 1), ("radio", 1)],
            id="before the verb",
        ),
        pytest.param(
            "Police said two pistols, a shotgun and a drone were seized.",
            [("pistols", 2), ("shotgun", 1), ("drone", 1)],
            id="behind who says so",
        ),
        pytest.param(
            "Some of his things were seized, including laptops, a pistol and coats with his name.",
            [("things", 3), ("laptops", None), ("pistol", 1), ("coats", None)],
            id="including, behind the verb",
        ),
        pytest.param(
            "Troops recovered one rifle that fires blanks, two shotguns along with 30 cartridges and one helmet.",
            [("rifle", 1), ("shotguns", 2), ("cartridges", 30), ("helmet", 1)],
            id="relative clause",
        ),
        pytest.param("Soldiers, along with police, seized four rifles.", [("rifles", 4)], id="who seized"),
    ],
)
def test_what_was_taken_with_the_rest_is_a_row(read_example, example, rows):
    """ "Together with" and "that included" bring rows of their own; who took part brings none."""
    assert found(read_example(example)[0], "target", "count_low") == rows
