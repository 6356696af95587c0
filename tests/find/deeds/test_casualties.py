"""The hurt of whom no verb of deed tells, and those who were not hurt."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "rows"),
    [
        pytest.param("The shelling didn't kill anyone.", [("killed", "anyone", 0)], id="anyone"),
        pytest.param("The attack did not injure a single guard.", [("wounded", "single guard", 0)], id="a single"),
        pytest.param("The army did not kill the prisoners.", [], id="those not killed"),
        pytest.param("The raid did not cause any casualties.", [("killed", "casualties", 0)], id="any casualties"),
        pytest.param(
            "There were no injuries or deaths.", [("wounded", "injuries", 0), ("killed", "deaths", 0)], id="no"
        ),
        pytest.param(
            "Five wounded farmers - three boys, a man and a nurse - were taken to hospital.",
            [("wounded", "farmers", 5), ("wounded", "boys", 3), ("wounded", "man", 1), ("wounded", "nurse", 1)],
            id="cared for",
            marks=pytest.mark.xfail(strict=True, reason="known gap: the parts of those who are only cared for"),
        ),
        pytest.param("The agency reported one injured person.", [("wounded", "person", 1)], id="reported"),
        pytest.param("The wounded men were treated.", [], id="known already"),
        pytest.param("Heavy casualties were reported.", [("killed", "Heavy casualties", None)], id="heavy"),
        pytest.param(
            "The barrage caused damage to bridges and human casualties.",
            [("destroyed", "bridges", None), ("killed", "human casualties", None)],
            id="damage and casualties",
            marks=pytest.mark.xfail(strict=True, reason="known gap: the casualties hang on the damage"),
        ),
        pytest.param(
            "The patrol encountered nine armed men.", [("clashed", "patrol; armed men", None)], id="encountered"
        ),
        pytest.param("The patrol encountered problems.", [], id="no enemy"),
    ],
)
def test_losses_without_a_verb_of_deed(read_example, example, rows):
    """What was suffered counts however it is told; nobody hurt is a number too."""
    found = read_example(example)[0].rows["outcomes"]
    assert [(r["outcome"], r["target"], r["count_low"]) for r in found] == rows
