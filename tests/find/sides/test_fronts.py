"""Who attacks whom in the report as a whole tells who did what is told without its author."""

from __future__ import annotations

import pytest


def _actors(tables, outcome, target):
    return [
        row["actor"] for row in tables.rows["outcomes"] if row["outcome"] == outcome and target in (row["target"] or "")
    ]


@pytest.mark.parametrize(
    ("example", "outcome", "target", "actor"),
    [
        pytest.param("Three civilians were killed in Marib.\n\nHouthi fighters shelled a market in Marib, he said.",
                     "killed", "civilians", "Houthis", id="a lead before the account"),
        pytest.param("The Houthi missile attack was the third in a week; it hit a school and ten homes were burnt.",
                     "destroyed", "homes", "Houthis", id="an attack that is only a noun"),
        pytest.param("Troops ambushed bandits near Zuru. They fled into the hills. Four bandits were killed.",
                     "killed", "bandits", "Troops", id="the losses of those who were attacked"),
    ],
)  # fmt: skip
def test_harm_is_laid_to_the_one_attacker(read_example, example, outcome, target, actor):
    """Where one side alone attacks, what its attacks brought about is its work."""
    tables, _ = read_example(example)
    assert set(_actors(tables, outcome, target)) == {actor}


@pytest.mark.parametrize(
    ("example", "outcome", "target"),
    [
        pytest.param("Rebels killed two soldiers in Goma. Soldiers killed four rebels.\n\nTwo villagers were wounded.",
                     "wounded", "villagers", id="two sides fight"),
        pytest.param("Gunmen killed a judge in Basra on 3 May 2021.\n\nA driver was wounded in Kirkuk on 9 May 2021.",
                     "wounded", "driver", id="another day"),
        pytest.param("Rebels attacked a post.\n\nIn separate attacks, four soldiers were killed.", "killed", "soldiers",
                     id="separate events"),
        pytest.param("Bandits attacked a patrol. Soldiers killed six bandits and others escaped with wounds.\n\n"
                     "Others were wounded.", "wounded", "Others", id="others of either side"),
        pytest.param("Troops killed three militants in Bannu.\n\nTwo shepherds were killed, an elder said.", "killed",
                     "shepherds", id="a state that is told to fight fighters"),
    ],
)  # fmt: skip
def test_harm_that_either_may_have_done_is_laid_to_nobody(read_example, example, outcome, target):
    """An empty cell where the report leaves it open."""
    tables, _ = read_example(example)
    found = _actors(tables, outcome, target)
    assert found
    assert set(found) == {None}


def test_the_items_of_a_list_are_the_work_of_those_who_act_before_it(read_example):
    """Another body named in one item does not leave the others without an actor."""
    tables, _ = read_example(
        "The army killed two terrorists near Arish. The results of the raids:\n\n"
        "- The destruction of four tunnels.\n\n- Police killed a gunman.\n\n- The destruction of two farms."
    )
    assert set(_actors(tables, "destroyed", "")) == {"army"}
