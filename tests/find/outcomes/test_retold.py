"""One person, one row; one toll, one row."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "targets"),
    [
        pytest.param(
            "Attorney General Roberto Garcia was killed. Garcia's murder shocked the city. "
            "The assassination of the attorney general was condemned.",
            ["Roberto Garcia"],
            id="the name and the office again",
        ),
        pytest.param(
            "A judge was shot dead on Monday. Judge Ana Espinosa was killed by two men.",
            ["Ana Espinosa"],
            id="the name comes later",
        ),
        pytest.param(
            "Two officers were shot dead. Both policemen died instantly.", ["officers"], id="both are the two"
        ),
        pytest.param(
            "Gunmen killed six Jesuit priests. The murder of the Jesuits was condemned.",
            ["Jesuit priests"],
            id="a part of the words",
        ),
        pytest.param(
            "Soldiers killed nine peasants by mistake. They noticed only after nine civilians had been killed.",
            ["peasants"],
            id="the same number of the same sort",
        ),
        pytest.param(
            "He ordered the assassination of Juan Perez. Juan Perez was killed a week later.",
            ["Juan Perez", "Juan Perez"],
            id="an order and a deed",
        ),
        pytest.param("Judge Ana Espinosa was killed. A judge was killed in Cali.", ["Ana Espinosa", "judge"], id="two"),
    ],
)
def test_the_same_death_is_one_row(read_example, example, targets):
    """A death that is told again, under the name, the office or the number, is not counted again."""
    tables, _ = read_example(example)
    assert [row["target"] for row in tables.rows["outcomes"]] == targets


def test_a_part_of_the_name_is_the_same_person(read_example):
    """ "Gonzalo Rodriguez Gacha" and later "Rodriguez Gacha": one row; his son is another, told once."""
    tables, _ = read_example(
        "Gonzalo Rodriguez Gacha was killed. Rodriguez Gacha and his son were killed on a farm. His son was killed too."
    )
    assert [row["target"] for row in tables.rows["outcomes"]] == ["Gonzalo Rodriguez Gacha", "son"]


def test_what_almost_happened_did_not(read_example):
    """ "Almost killed" is no death."""
    tables, _ = read_example("The ambassador's daughter was almost killed.")
    assert tables.rows["outcomes"] == []
