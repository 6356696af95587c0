"""The part that a force has in the report."""

from __future__ import annotations

import pytest

from analysis import read_text, tabulate


@pytest.mark.parametrize(
    ("example", "force", "role"),
    [
        pytest.param("Iraqi troops killed an ISIS militant in Hatra.", "Islamic State", "adversary", id="hostile"),
        pytest.param("The Nigerian army killed a bandit in Zurmi.", "Nigerian Army", "participant", id="the state"),
        pytest.param("Al-Shabaab killed a Somali police officer.", "Somali Police Force", "victim", id="hit"),
        pytest.param("The Philippine National Police said two rebels were killed in Davao by the army.",
                     "Philippine National Police", "source", id="who only speaks"),
        pytest.param("Bandits killed two vigilantes in Nigeria.", "vigilantes", "victim", id="who defend a place"),
        pytest.param("Jihadists killed four VDP in Burkina Faso.", "Volunteers for the Defense of the Homeland",
                     "victim", id="a militia beside the state"),
        pytest.param("The raid in Hit was led by the army. With them was the 5th Brigade.", "5th Brigade",
                     "participant", id="on the state's side"),
        pytest.param("The army and allied tribal militias took Mayo from the rebels.", "tribal militias", "participant",
                     id="in one list with the state"),
        pytest.param("Clashes between the army and tribal militias killed four in Mayo.", "tribal militias",
                     "adversary", id="on the other side of a clash"),
        pytest.param("Russian troops shelled Izium in Ukraine.", "Russian troops", "adversary", id="an invader"),
        pytest.param("\"Two men died in Puno,\" Joint Command of the Army (CCE) chief General Luis Paredes said.",
                     "Joint Command of the Army", "source", id="in the title of who speaks"),
    ],
)  # fmt: skip
def test_roles(read_example, example, force, role):
    """The state and its side take part or are hit, the insurgent side is the adversary, who only speaks is a source."""
    tables, _ = read_example(example)
    assert dict(zip(tables.forces.force, tables.forces.role, strict=True))[force] == role


def test_a_list_without_a_deed_is_no_scene(read_example):
    """Villages that are listed with the scene elsewhere than where the deed is told are not scenes."""
    text = "The villages are Kawayu, Lindare and Kotope in Borno. Gunmen killed ten people in Kotope village."
    places = read_example(text)[0].locations.set_index("place")["role"]
    assert places["Kawayu"] == "mentioned"


@pytest.mark.parametrize(
    ("text", "place", "role"),
    [
        pytest.param(
            "The clashes erupted in Kikolo and nearby areas such as Tambiri, Kasheno and Rulenga.",
            "Kasheno", "incident location", id="beside an event",
        ),
        pytest.param(
            "Troops of Operation Iron Gate killed two men in Wukari village in Guma district.",
            "Guma district", "incident location", id="an operation that only lends its name",
        ),
        pytest.param("The minister spoke to reporters in Lafia.", "Lafia", "mentioned", id="no deed"),
    ],
)  # fmt: skip
def test_a_place_named_beside_a_deed_is_its_scene(text, place, role):
    """Whichever place the rows of a sentence have, its other places are part of the scene."""
    rows = tabulate(read_text(text, doc_id="t")).locations
    assert dict(zip(rows["place"], rows["role"], strict=True))[place] == role
