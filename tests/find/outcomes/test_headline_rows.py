"""A headline and the report below it tell one thing once."""

from __future__ import annotations

import pytest

from analysis import read_text, tabulate

BODY = "\n\nGunmen killed nine soldiers in Zamfara on Thursday, the army said. Troops arrested two suspects."


@pytest.mark.parametrize(
    ("headline", "outcomes"),
    [
        pytest.param("Gunmen Kill Nine Soldiers In Zamfara", ["killed", "arrested"], id="told again"),
        pytest.param("Gunmen kill soldiers", ["killed", "arrested"], id="without its number"),
        pytest.param("Gunmen abduct four farmers", ["kidnapped", "killed", "arrested"], id="told nowhere else"),
        pytest.param("Gunmen kill 30 soldiers", ["killed", "killed", "arrested"], id="another number"),
    ],
)
def test_what_the_headline_tells_again_is_one_row(headline, outcomes):
    """The row of the report stays, for it says more; what only the headline says stays too."""
    rows = tabulate(read_text(headline + BODY, "x", published="2021-05-07")).outcomes
    assert list(rows["outcome"]) == outcomes


def test_the_report_keeps_what_a_headline_counts_without_a_noun():
    """ "Three killed" is told by "three farmers were killed", which stays since it says who."""
    text = "Three killed in Zamfara attack\n\nThree farmers were killed by gunmen in Zamfara on Thursday, police said."
    assert list(tabulate(read_text(text, "x", published="2021-05-07")).outcomes["target"]) == ["farmers"]


def test_a_heading_inside_the_report_is_a_headline_too():
    """A short line without a full stop between two paragraphs of sentences tells nothing of its own."""
    text = (
        "The army shelled the town of Taiz on Monday.\n\nRebel fighters killed in Saada\n\n"
        "The coalition said it had killed eight rebel fighters in Saada."
    )
    outcomes = tabulate(read_text(text, "x", published="2021-05-07")).outcomes
    assert list(outcomes["outcome"]) == ["attacked", "killed"]
    assert list(outcomes["count_low"].fillna(0)) == [0, 8]
