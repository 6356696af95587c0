"""Denials and silence: what they go back to, and what they leave alone."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param(
            "Rebels said they had killed ten soldiers. The army did not confirm the news.", "unconfirmed", id="the news"
        ),
        pytest.param("Rebels said they had killed ten soldiers. The army denied the claim.", "denied", id="the claim"),
        pytest.param("Gunmen killed ten soldiers. The army denied any involvement.", "reported", id="a share in it"),
        pytest.param("Gunmen killed ten soldiers. The rebels denied any losses.", "reported", id="something else"),
        pytest.param(
            "Gunmen killed ten soldiers. A caller said the rebels were to blame, but the group denied this.",
            "reported",
            id="the claim in its own sentence",
        ),
        pytest.param(
            "The army said it had killed ten rebels. There was no independent confirmation.", "unconfirmed", id="noun"
        ),
        pytest.param(
            "The army said it had killed ten rebels, posting a video that Reuters was unable to verify.",
            "unconfirmed",
            id="in the same sentence",
        ),
        pytest.param(
            "Its claim that ten soldiers had been killed was dismissed by the army.", "denied", id="a claim rejected"
        ),
    ],
)
def test_a_denial_marks_the_claim_that_it_names(read_example, text, status):
    """Silence is unconfirmed, a denial denied; deeds that it does not name keep their status."""
    rows = read_example(text)[0].outcomes
    assert rows[rows["outcome"] == "killed"]["status"].tolist()[0] == status


def test_what_is_recalled_is_background(read_example):
    """ "It would be recalled that" is no plan."""
    rows = read_example("It would be recalled that gunmen killed two priests there.")[0].outcomes
    assert rows["status"].tolist() == ["background"]
