"""Who the people of the sentence before were."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("second", "parts"),
    [
        pytest.param("Among them were three officers and a judge.", [("officers", 3), ("judge", 1)], id="among them"),
        pytest.param("Among them, 19 were women while 12 were children.", [("women", 19), ("children", 12)], id="two"),
        pytest.param("Nineteen of them were women.", [("women", 19)], id="of them"),
        pytest.param("The victims include six children.", [("children", 6)], id="include"),
        pytest.param("Two of them were taken to hospital.", [], id="what became of them"),
        pytest.param("They were farmers.", [], id="no number"),
        pytest.param("Fifty of them were women.", [], id="more than the whole"),
    ],
)
def test_those_among_the_people_before_are_a_part_of_them(read_example, second, parts):
    """They share the deed of the row before, and its number includes theirs."""
    rows = read_example(f"The blast killed 40 people. {second}")[0].rows["outcomes"]
    assert [(r["target"], r["count_low"]) for r in rows[1:]] == parts
    assert all(r["part_of"] == rows[0]["id"] and r["outcome"] == "killed" for r in rows[1:])


def test_those_among_a_number_of_the_same_sentence(read_example):
    """ "Among the nine kidnapped": the nine are a row, and those named a part of it."""
    rows = read_example("Among the nine hunters kidnapped were two brothers of the chief, elders said.")[0].rows[
        "outcomes"
    ]
    assert [(r["outcome"], r["target"], r["count_low"]) for r in rows] == [
        ("kidnapped", "hunters", 9),
        ("kidnapped", "brothers", 2),
    ]
    assert rows[1]["part_of"] == rows[0]["id"]


@pytest.mark.parametrize(
    ("example", "target"),
    [
        pytest.param("Rebels attacked the car of an army soldier, killing him.", "army soldier", id="him"),
        pytest.param("The scouts stormed the rebels' lair and shot dead four of them.", "rebels", id="of them"),
        pytest.param("Soldiers surrounded the gunmen and killed them.", "gunmen", id="not those who do it"),
        pytest.param("The commander said the rebels killed him.", "him", id="not the speaker"),
    ],
)
def test_a_pronoun_is_who_stands_before_it(read_example, example, target):
    """Whom a pronoun means is read off the sentence, where it is plain."""
    rows = read_example(example)[0].rows["outcomes"]
    assert [r["target"] for r in rows if r["outcome"] == "killed"] == [target]


@pytest.mark.parametrize(
    ("example", "operation"),
    [
        pytest.param('The second phase of Operation "Desert Dawn" was launched on Monday.', "Desert Dawn", id="phase"),
        pytest.param("Launched in March, the operation aims to end the raids.", "operation", id="launched in front"),
        pytest.param("A sweep of the area led to the arrest of three suspects.", "sweep", id="what it led to"),
        pytest.param("An ambush operation conducted near the bridge failed.", "ambush operation", id="conducted"),
    ],
)
def test_an_operation_is_launched_in_other_words_too(read_example, example, operation):
    """Whatever verb begins it or tells what it brought."""
    rows = read_example(example)[0].rows["outcomes"]
    assert [r["target"] for r in rows if r["outcome"] == "launched operation"] == [operation]
