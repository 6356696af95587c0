"""Places and sides from beyond the clause."""

from __future__ import annotations

import pytest


def test_the_label_of_an_entry_is_the_scene(read_example):
    """In a log, the place of the label is where it happened, and holds the finer place of the sentence."""
    tables = read_example("7 Feb, Pemba: Police detained nine men.\n\n8 Feb, Pemba: A guard was killed.")[0]
    assert set(tables.outcomes["place"]) == {"Pemba"}
    assert tables.locations["role"].tolist() == ["incident location"]


def test_a_dateline_is_the_scene_only_by_here(read_example):
    """ "Here" means the place that the report is sent from."""
    text = "DAVAO CITY - Two men were killed {} on Sunday."
    assert read_example(text.format("here"))[0].outcomes["place"].tolist() == ["DAVAO CITY"]
    assert read_example(text.format(""))[0].outcomes["place"].isna().all()


@pytest.mark.parametrize(
    ("text", "outcome", "actor"),
    [
        pytest.param("Gunmen raided the village and two people were killed.", "killed", "Gunmen", id="same sentence"),
        pytest.param("Gunmen raided the base and two gunmen were killed.", "killed", None, id="not their own side"),
    ],
)
def test_who_struck_is_shared_within_the_sentence(read_example, text, outcome, actor):
    """The deed's actor is that of its effects, unless they are on his own side."""
    rows = read_example(text)[0].outcomes
    found = rows[rows["outcome"] == outcome]["actor"].tolist()[0]
    assert (found if isinstance(found, str) else None) == (actor and actor.lower()) or found == actor


def test_others_are_of_the_side_of_those_before(read_example):
    """ "Killed five policemen and wounded three others": policemen too."""
    rows = read_example("Rebels killed five Iraqi soldiers and wounded three others.")[0].outcomes
    assert rows["affected"].nunique() == 1
    assert len(rows) == 2


def test_an_unknown_village_lies_in_the_country_of_the_others(read_example):
    """No coordinates are made up, but the country is plain."""
    places = read_example("Clashes broke out in Qasr Zumurrud village, near Mosul and Kirkuk.")[0].locations
    assert set(places["country"]) == {"IRQ"}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Gunmen fired on a checkpoint in Heet. Gunmen attacked a checkpoint in Heet.", 1, id="told twice"),
        pytest.param(
            "Gunmen fired on a checkpoint in Heet. Gunmen attacked another checkpoint in Heet.", 2, id="another"
        ),
        pytest.param("Gunmen fired on a checkpoint in Heet. Gunmen attacked a checkpoint in Rawa.", 2, id="elsewhere"),
    ],
)
def test_one_attack_told_twice_is_one_row(read_example, text, rows):
    """The same attackers, place and kind of target are one attack, unless the text says another."""
    assert len(read_example(text)[0].outcomes) == rows


def test_a_place_behind_a_place_is_nobody(read_example):
    """ "A council member in X, Y": Y holds X, and is not the member's name."""
    tables = read_example("Gunmen shot dead a council member in al-Busayrah, Deir ez-Zor.")[0]
    assert tables.outcomes["target"].tolist() == ["council member"]
    assert "Deir ez-Zor" in set(tables.locations["place"])


def test_while_parts_two_deeds_and_their_places(read_example):
    """Each clause of a contrast has its own place."""
    text = (
        "The marines led a sweep in Andar district killing five smugglers while a sixth was "
        "killed in a second raid in Khogyani district."
    )
    rows = read_example(text)[0].outcomes
    assert rows[rows["outcome"] == "killed"]["place"].tolist() == ["Andar district", "Khogyani district"]


def test_a_struck_village_is_the_place_not_what_holds_it(read_example):
    """ "Stormed X in Y": X."""
    rows = read_example("Gunmen stormed Dorowa community in Maru district on Monday.")[0].outcomes
    assert rows["place"].tolist() == ["Dorowa community"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Russian forces shelled Nikopol, wounding two people.", id="wounding"),
        pytest.param("Gunmen raided Gwoza, abducting ten women and killing four men.", id="two effects"),
        pytest.param("A strike hit Nikopol, leaving ten people dead.", id="leaving"),
    ],
)
def test_the_effects_of_a_strike_are_where_it_struck(read_example, text):
    """ "Shelled X, wounding two": the two were in X."""
    rows = read_example(text)[0].outcomes
    assert len(rows) > 1
    assert rows["place"].nunique(dropna=False) == 1
