"""Attacks without a target."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "rows"),
    [
        pytest.param("Two farmers were killed in an air strike near Taiz.", [("killed", "farmers")], id="its effect"),
        pytest.param(
            "Rebels shelled the barracks. The rebels opened fire on Monday.",
            [("attacked", "barracks")],
            id="told before",
        ),
        pytest.param("An explosion rocked the army base.", [("attacked", "army base")], id="what it hit"),
        pytest.param("A bomb exploded in Baidoa on Monday.", [("attacked", "Baidoa")], id="where it hit"),
        pytest.param("A car bomb exploded on Monday.", [("attacked", "car bomb")], id="nothing else tells of it"),
        pytest.param("Rebels carried out nine raids last week.", [("attacked", "raids")], id="the attacks themselves"),
        pytest.param(
            "Troops repelled 14 attacks. The attacks began at dawn.", [("attacked", "attacks")], id="the same"
        ),
        pytest.param("The bomb failed to go off.", [], id="did not happen"),
    ],
)
def test_an_attack_without_a_target(read_example, example, rows):
    """It is a row where no other tells of it; the place that it names is then what was hit, or its own word the
    target."""
    tables, _ = read_example(example)
    found = [(o, t if isinstance(t, str) and t else None) for o, t in
             zip(tables.outcomes["outcome"], tables.outcomes["target"], strict=True)]  # fmt: skip
    assert found == rows
