"""Men named by whom they follow."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "forces"),
    [
        pytest.param(
            "Forces loyal to former president Karim Sabri shelled Zabid. Sabri's forces withdrew later.",
            [("Forces loyal to former president Karim Sabri", "political militia")],
            id="a person, named twice",
        ),
        pytest.param(
            "Troops loyal to the government killed ten rebels.",
            [("Troops loyal to the government", "state forces"), ("rebels", "rebel group")],
            id="a government",
        ),
        pytest.param("They stayed loyal to the club.", [], id="no men"),
        pytest.param("Mali's rebels fled.", [("rebels", "rebel group")], id="a land's rebels"),
    ],
)
def test_men_are_named_by_whom_they_follow(read_example, example, forces):
    """One force for each person or power; a government's men are its forces."""
    table = read_example(example)[0].forces
    assert list(zip(table["force"], table["actor_type"], strict=True)) == forces
