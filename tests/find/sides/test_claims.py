"""Who says that he did it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "actors"),
    [
        pytest.param(
            "A car bomb killed 12 people in Mogadishu. Al-Shabaab claimed responsibility for the attack.",
            ["Al-Shabaab"],
            id="claimed",
        ),
        pytest.param(
            "A car bomb killed 12 people in Mogadishu. No group has claimed responsibility.", [None], id="nobody"
        ),
        pytest.param(
            "A car bomb killed 12 people in Mogadishu. Police blamed Al-Shabaab for the attack.", [None], id="blamed"
        ),
        pytest.param(
            "A car bomb killed 12 people. Al-Shabaab said it was behind the attack.", ["Al-Shabaab"], id="was behind"
        ),
        pytest.param(
            "A car bomb killed 12 people. Al-Shabaab said that it had carried out the bombing.",
            ["Al-Shabaab"],
            id="carried it out",
        ),
        pytest.param(
            "A car bomb killed 12 people. Al-Shabaab said it was not responsible for it.", [None], id="not responsible"
        ),
        pytest.param(
            "A car bomb killed 12 people. The army said Al-Shabaab was behind the attack.", [None], id="said of others"
        ),
        pytest.param(
            "Soldiers killed two Al-Shabaab fighters. Al-Shabaab claimed responsibility for a blast.",
            ["Soldiers"],
            id="somebody else did it",
        ),
    ],
)
def test_a_claim_of_responsibility_names_the_actor(read_example, example, actors):
    """The claimant's own word fills the cell, an accusation does not."""
    tables, _ = read_example(example)
    assert [row["actor"] for row in tables.rows["outcomes"] if row["outcome"] == "killed"] == actors


@pytest.mark.parametrize(
    ("example", "affected"),
    [
        pytest.param("The rebels inflicted three casualties on the army.", ["army"], id="on whom"),
        pytest.param("The army suffered three casualties.", ["army"], id="by whom"),
    ],
)
def test_losses_are_those_of_the_side_that_bears_them(read_example, example, affected):
    """Who suffers a loss has not caused it."""
    tables, _ = read_example(example)
    rows = [row for row in tables.rows["outcomes"] if row["outcome"] == "killed"]
    assert [row["affected"] for row in rows] == affected
    assert all(row["actor"] != row["affected"] for row in rows)
