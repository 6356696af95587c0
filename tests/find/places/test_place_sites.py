"""Roads that are told by what they link."""

from __future__ import annotations

import pytest

from analysis import read_text, tabulate


@pytest.mark.parametrize(
    "text",
    [
        "The army closed the main road linking Mosul to Erbil",
        "Troops closed the highway linking Mosul with",
    ],
)
def test_a_road_may_end_the_text(text):
    """What a road links is looked for up to the last token, and not beyond."""
    assert "road" in set(tabulate(read_text(text)).locations["feature"])


def test_a_road_told_by_its_ends_bears_its_own_name():
    """What the road links says which one it is, and is no part of its name."""
    from analysis import read_text, tabulate

    text = "Troops secured the international highway linking Iraq and the Jordanian border on Monday."
    roads = tabulate(read_text(text, "x")).locations.query("feature == 'road'")
    assert list(roads["place"]) == ["international highway"]
