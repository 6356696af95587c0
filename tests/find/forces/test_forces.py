"""Forces: which bodies make a row, under what name, of what type, as part of what."""

from __future__ import annotations

import pytest


def rows(tables):
    """The forces by their canonical names."""
    return tables.forces.fillna("").set_index("force").to_dict("index")


@pytest.mark.parametrize(
    ("example", "force", "actor_type", "parent"),
    [
        pytest.param(
            "Gunmen attacked the [Nidaa Diyala Brigade] of the Popular Mobilization Forces in Diyala, Iraq.",
            "Nidaa Diyala Brigade",
            "state forces",
            "Popular Mobilization Forces",
            id="a unit of a known force",
        ),
        pytest.param(
            "The [Demoso PDF] ambushed a convoy in Kayah State, Myanmar.",
            "Demoso PDF",
            "political militia",
            "People's Defence Force (Myanmar)",
            id="a local force of an umbrella",
        ),
        pytest.param(
            "Villagers said the [Kyaukse People's Defence Force] held the road in Myanmar.",
            "Kyaukse People's Defence Force",
            "political militia",
            "People's Defence Force (Myanmar)",
            id="a known name at the end of a longer one",
        ),
        pytest.param(
            "Hezbollah's [Radwan Force] fired on the outpost in southern Lebanon.",
            "Radwan Force",
            "political militia",
            "Hezbollah",
            id="the unit that a known force owns",
        ),
    ],
)
def test_a_unit_is_a_row_with_its_parent(read_example, example, force, actor_type, parent):
    """A unit takes the type of the force that it is part of."""
    tables, [(start, end)] = read_example(example)
    row = rows(tables)[force]
    assert (row["mention"], row["actor_type"], row["parent"]) == (example[start + 1 : end + 1], actor_type, parent)


@pytest.mark.parametrize(
    ("example", "force", "actor_type"),
    [
        pytest.param("The Mandalay Federal Army shelled a camp.", "Mandalay Federal Army", "rebel group", id="army"),
        pytest.param("The Hakha Defence Force shelled a camp.", "Hakha Defence Force", "political militia", id="local"),
        pytest.param("The Loilem Civilian Protection Group claimed responsibility.", "Loilem Civilian Protection Group",
                     "identity militia", id="a band by its purpose"),
        pytest.param("They belong to the Tandera militia in Rio.", "Tandera militia", "political militia",
                     id="a name before the noun"),
        pytest.param("Zamfara militiamen stole cattle in Zamfara State, Nigeria.", "Zamfara militiamen",
                     "identity militia", id="the militia of a place"),
        pytest.param("Troops of Light Infantry Division 33 burned a village.", "Light Infantry Division 33",
                     "state forces", id="a number after the unit"),
    ],
)  # fmt: skip
def test_the_shape_of_a_name_tells_the_type(read_example, example, force, actor_type):
    """What no list knows is typed by its head noun and the words beside it."""
    tables, _ = read_example(example)
    assert rows(tables)[force]["actor_type"] == actor_type


@pytest.mark.parametrize(
    ("example", "country"),
    [
        pytest.param("Ukrainian forces shot down a [Russian] Ka-52 helicopter near Izium.", "RUS", id="a helicopter"),
        pytest.param("Russian forces fired at [Ukrainian] positions near Izium.", "UKR", id="positions"),
        pytest.param("The [Syrian regime] bombed the town of Sarmin.", "SYR", id="a regime that strikes"),
        pytest.param("Three died in Syrian and [Russian] air strikes on Idlib.", "RUS", id="a shared strike"),
        pytest.param("[Turkish] and SNA forces shelled Menagh in Syria.", "TUR", id="a shared noun"),
    ],
)
def test_states_show_by_what_they_do_and_own(read_example, example, country):
    """A state that strikes, or whose arms are named, is a force of its country."""
    tables, [(start, _)] = read_example(example)
    found = [row for row in rows(tables).values() if row["country"] == country]
    assert [row["start"] for row in found] == [start]


def test_what_is_only_made_by_a_state_is_no_force(read_example):
    """A shell of NATO's calibre and a drone made in Turkey show no force."""
    tables, _ = read_example("They fired NATO-calibre shells and lost a Turkish-made drone near Izium.")
    assert tables.forces.empty


@pytest.mark.parametrize(
    "example",
    [
        pytest.param("A [former] policeman opened a shop in Lima.", id="no longer one"),
        pytest.param("She lives near the [police] station.", id="a building"),
        pytest.param("The talks cover the [Donetsk] region.", id="a place"),
    ],
)
def test_nobody_acts(read_example, example):
    """Former members, buildings and places are no forces."""
    tables, _ = read_example(example)
    assert tables.forces.empty


def test_an_attacked_station_is_its_police(read_example):
    """Who attacks a post attacks those who man it."""
    tables, _ = read_example("Two men threw a grenade at a police station in Cali, Colombia.")
    assert rows(tables)["police"]["country"] == "COL"


def test_missions_go_by_their_body(read_example):
    """ "UN peacekeepers" are a force; the UN that speaks is none; where the mission is named, they are it."""
    tables, _ = read_example("UN peacekeepers were hit in Gao, Mali. The UN was alarmed.")
    assert list(tables.forces.force) == ["United Nations peacekeepers"]
    tables, _ = read_example("MINUSMA regretted the attack. Two UN peacekeepers were hit in Gao, Mali.")
    assert list(tables.forces.force) == ["MINUSMA"]


@pytest.mark.parametrize(
    ("published", "actor_type"),
    [pytest.param("2019-05-01", "rebel group", id="before"), pytest.param("2022-05-01", "state forces", id="after")],
)
def test_a_group_that_came_to_power_is_the_state(read_example, published, actor_type):
    """The day of the report decides."""
    tables, _ = read_example("Taliban forces arrested a man in Kabul.", published=published)
    assert rows(tables)["Taliban"]["actor_type"] == actor_type


def test_an_army_abroad_is_an_external_force(read_example):
    """The places beside it tell where an army acts."""
    tables, _ = read_example("Turkish soldiers shelled Zakho near Duhok, Iraq. The Iraqi army was in Baghdad.")
    types = {row["country"]: row["actor_type"] for row in rows(tables).values()}
    assert types == {"TUR": "external forces", "IRQ": "state forces"}


def test_an_acronym_in_brackets_names_its_force(read_example):
    """Also where people follow the bracket, and the mention ends before it."""
    tables, _ = read_example("Allied Democratic Forces (ADF) rebels raided a village near Beni. The ADF fled.")
    [row] = tables.forces.to_dict("records")
    assert (row["mention"], row["aliases"]) == ("Allied Democratic Forces", "ADF")


@pytest.mark.parametrize(
    ("example", "forces"),
    [
        pytest.param("Soldiers from Lesotho Defence Force fell near Pemba.", ["Lesotho Defence Force"], id="a service"),
        pytest.param("Afghan Special Forces raided Logar. Two men fell in a Special Forces operation.",
                     ["Afghan Special Forces"], id="without its nation"),
        pytest.param("The 6th Division withdrew. The 6th Infantry Division lost ten men.", ["6th Division"],
                     id="without its arm"),
        pytest.param("The Civil Guard mourned. Three Civil Guards had died.", ["Civil Guard"], id="plural"),
        pytest.param("The Peshmerga left Daquq, Iraq. A bomb wounded a member of the security forces.",
                     ["Peshmerga", "security forces"], id="no army of the land"),
        pytest.param("The rebels launched Turkish drones at Sabha.", ["rebels"], id="drones that others fly"),
        pytest.param("The African Union Mission in Somalia (ATMIS) lost men. ATMIS left.",
                     ["African Union Transition Mission in Somalia"], id="the later name in brackets"),
        pytest.param("Regional Mobile Force Battalion 5 searched Masbate, Philippines.",
                     ["Regional Mobile Force Battalion 5"], id="a number after the name"),
        pytest.param("Hirshabelle forces clashed with Al-Shabaab in Somalia.", ["Hirshabelle forces", "Al-Shabaab"],
                     id="a region"),
        pytest.param("Kurdish forces arrested two men.", ["Kurdish forces"], id="a people"),
        pytest.param("The Peshmerga fled. Kurdish forces left Iraq.", ["Peshmerga"], id="its army"),
    ],
)  # fmt: skip
def test_one_row_for_one_body(read_example, example, forces):
    """Whatever part of its name the report uses."""
    tables, _ = read_example(example)
    assert sorted(tables.forces.force) == sorted(forces)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("The 8th and 12th divisions of the Iraqi army searched Tuz.", ["8th Division", "12th Division"],
                     id="ordinals before the noun"),
        pytest.param("PMF brigades 11 and 33 searched Tuz.", ["Brigade 11", "Brigade 33"], id="figures after it"),
        pytest.param("The CRPF's 119 battalion was ambushed in Bastar.", ["119 battalion"], id="a bare figure"),
    ],
)  # fmt: skip
def test_units_of_one_breath_are_rows_each(read_example, text, names):
    """Numbered units in a list are units each, with their parent."""
    forces = rows(read_example(text)[0])
    assert set(names) <= set(forces)
    assert read_example("Two brigades and 3 battalions left.")[0].forces.empty


def test_the_armed_forces_are_those_of_the_nation(read_example):
    """ "Peruvian troops" and "the Armed Forces" are one force; a command of the armed forces is another."""
    text = "Peruvian troops shot two rebels in Ayna. The Joint Command of the Armed Forces praised the Armed Forces."
    assert list(rows(read_example(text)[0])) == ["Peruvian Armed Forces", "rebels", "Joint Command of the Armed Forces"]


def test_a_ministrys_forces_are_a_body(read_example):
    """Forces of a ministry are not those that "the army" stands for."""
    text = "The army said that Interior Ministry forces killed two gunmen in Arish."
    assert {"army", "Interior Ministry forces"} <= set(rows(read_example(text)[0]))


def test_a_service_explained_is_named_once(read_example):
    """ "Gendarmes, or military police": the same men in other words."""
    text = "Gunmen shot two gendarmes in Djibo. The gendarmes, or military police, left the village."
    assert len(rows(read_example(text)[0])) == 2
