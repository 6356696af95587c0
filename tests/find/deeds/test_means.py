"""Means: the weapon or the method of a deed, as written."""

import pytest


@pytest.mark.parametrize(
    ("text", "means"),
    [
        pytest.param("There were bomb attacks on the homes of two judges.", ["bomb"], id="the bomb of a bomb attack"),
        pytest.param("Two men were killed in a bomb attack.", ["bomb attack"], id="the attack that killed"),
        pytest.param("Three soldiers were hurt when their lorry struck a landmine.", ["landmine"], id="struck"),
        pytest.param("A herder died after he stepped on a mine.", ["mine"], id="stepped on"),
        pytest.param("Two boys were killed when they set off an explosive device.", ["explosive device"], id="set off"),
        pytest.param("Two nurses were shot dead as those in charge of the road fled.", [], id="in charge is no charge"),
        pytest.param(
            "After ambushing a patrol, the rebels stole its load, which consisted of rifles.", [], id="what was stolen"
        ),
    ],
)
def test_the_means_is_what_hit_and_nothing_beside_it(read_example, text, means):
    """Of the words of a sentence that name weapons only that one counts which did the harm."""
    rows = read_example(text)[0].outcomes
    harmed = (
        rows[rows.outcome.isin(["killed", "wounded"])] if "attacks on" not in text and "ambush" not in text else rows
    )
    assert list(harmed.means.dropna()) == means
