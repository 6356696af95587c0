"""Who did it, where another word than the deed's own verb tells."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "actor"),
    [
        pytest.param("Two soldiers were killed in an ambush carried out by Ansaru guerrillas.", "Ansaru",
                     id="an attack and its participle"),
        pytest.param("Five rebels were killed in a raid conducted by Danab commandos.", "Danab", id="a raid"),
        pytest.param("Ansaru fled. Seven Ansaru fighters were killed in an army operation.", "army",
                     id="the enemy's dead in an operation"),
        pytest.param("A colonel was killed in an army operation.", None, id="perhaps the army's own dead"),
        pytest.param("Ansaru was accused of the murder of two teachers.", "Ansaru", id="the accused"),
        pytest.param("Two soldiers were killed by Ansaru.\n\nThree other soldiers were wounded.", "Ansaru",
                     id="others of the same"),
    ],
)  # fmt: skip
def test_the_words_around_tell_who_did_it(read_example, example, actor):
    """The last outcome's actor, or none."""
    tables, _ = read_example(example)
    assert tables.outcomes.actor.fillna("").to_list()[-1] == (actor or "")


def test_the_group_far_behind_its_name_is_the_only_one(read_example):
    """A report on one group calls it "the group" to its end."""
    tables, _ = read_example("Ansaru raided Kura. It rained. It rained. It rained.\n\nThe group killed two men.")
    assert tables.outcomes.actor.to_list()[-1] == "Ansaru"
