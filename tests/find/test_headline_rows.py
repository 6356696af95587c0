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
