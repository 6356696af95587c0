"""What was done, to whom: triggers, their targets, and what is none."""

from __future__ import annotations

import pytest

from tests.find.outcomes.test_outcomes import rows_of


def found(tables, *columns):
    return [tuple(row[c] for c in columns) for row in tables.rows["outcomes"]]


@pytest.mark.parametrize(
    ("example", "rows"),
    [
        pytest.param("The blast claimed 12 lives.", [("killed", "lives", 12)], id="lives"),
        pytest.param("The attack claimed the lives of two men.", [("killed", "men", 2)], id="the lives of"),
        pytest.param("The rebels took five soldiers hostage.", [("kidnapped", "soldiers", 5)], id="took hostage"),
        pytest.param("The gunmen took three hostages.", [("kidnapped", "hostages", 3)], id="took hostages"),
        pytest.param("They killed the mayor, Juan Perez.", [("killed", "Juan Perez", 1)], id="a name in apposition"),
        pytest.param(
            "The second secretary of the embassy, Jorge Vargas, was killed.",
            [("killed", "Jorge Vargas", 1)],
            id="a name after an office",
        ),
        pytest.param(
            "Jorge Vargas, rector of the university, was murdered.", [("killed", "Jorge Vargas", 1)], id="an office"
        ),
        pytest.param(
            "After the shelling there are killed and wounded among the pupils.",
            [("killed", "pupils", None), ("wounded", "pupils", None)],
            id="there are killed among",
        ),
        pytest.param(
            "The flood of fire left over 40 families homeless.", [("displaced", "families", 41)], id="homeless"
        ),
        pytest.param("Two helicopters engaged four gunmen.", [("attacked", "gunmen", 4)], id="engaged"),
        pytest.param("A 12-year-old was wounded.", [("wounded", "12-year-old", 1)], id="an age"),
        pytest.param(
            "Assailants opened fire and injured Ko Moe Aung, an administrator, in Yangon.",
            [("wounded", "Ko Moe Aung", 1)],
            id="a name that swallowed its verb",
        ),
        pytest.param(
            "Gunmen killed lawyers Juan Perez and Ana Lopez.",
            [("killed", "Juan Perez", 1), ("killed", "Ana Lopez", 1)],
            id="each of several names",
        ),
        pytest.param(
            "They condemned the kidnapping and murder of five students.",
            [("kidnapped", "students", 5), ("killed", "students", 5)],
            id="two deeds, one object",
        ),
        pytest.param(
            "Juan Perez was ambushed. He was killed.",
            [("attacked", "Juan Perez", 1), ("killed", "Juan Perez", 1)],
            id="a pronoun for the only person",
        ),
    ],
)
def test_targets(read_example, example, rows):
    """The target is whom it was done to, by name where the text gives one, and counted."""
    tables, _ = read_example(example)
    assert found(tables, "outcome", "target", "count_low") == rows


@pytest.mark.parametrize(
    "example",
    [
        "The group claimed responsibility.",
        "The government used all its energy and patriotism.",
        "What is the army used for?",
        "The scandal damaged the economy and the country's image.",
        "He opened a debate on the construction of socialism.",
        "The house, located near the river, is old.",
        "The accord sealed the political death of the party.",
        "He launched a verbal attack on the president.",
        "The shots hit no one.",
        "The teachers' strike began on Monday.",
        "Health workers went on strike.",
        "They took out life insurance.",
        "Police intercepted a conversation.",
    ],
)
def test_no_deed(read_example, example):
    """Figures of speech, states and means are no outcomes."""
    tables, _ = read_example(example)
    assert found(tables, "outcome", "target") == []


def test_crimes_are_no_victims(read_example):
    """A list of offences is not a list of people."""
    tables, _ = read_example("He was sentenced for kidnapping children, extortion, murder and robbery.")
    assert found(tables, "outcome", "target") == [("kidnapped", "children")]


def test_the_victim_of_a_murder_is_not_its_actor(read_example):
    """ "Vargas's murder" was done to Vargas; "the rebels' murder of the mayor" by the rebels."""
    tables, _ = read_example("Juan Vargas was shot dead. Vargas's murder shocked the country.")
    assert found(tables, "target", "actor") == [("Juan Vargas", None)]
    tables, _ = read_example("The rebels' murder of the mayor shocked the country.")
    assert found(tables, "target", "actor") == [("mayor", "rebels")]


@pytest.mark.parametrize(
    ("example", "actor"),
    [
        pytest.param("Four hooded individuals killed the mayor.", "Four hooded individuals", id="as written"),
        pytest.param("A guerrilla column attacked the farm.", "guerrilla column", id="a band"),
        pytest.param(
            "A bomb planted by unidentified persons killed two men.", "unidentified persons", id="who planted"
        ),
        pytest.param(
            "The attack by 20 hooded individuals wounded a guard.", "20 hooded individuals", id="the attack's"
        ),
        pytest.param("General Juan Perez reported the death of two men.", None, id="who reports it did not do it"),
        pytest.param("Three terrorist attacks killed two people.", None, id="a word that describes the attack"),
    ],
)
def test_the_actor_is_who_did_it_in_the_words_of_the_text(read_example, example, actor):
    """Unnamed actors stand as the text has them; what only describes the deed is no actor."""
    tables, _ = read_example(example)
    assert [row["actor"] for row in tables.rows["outcomes"] if row["outcome"] in ("killed", "attacked", "wounded")][
        -1
    ] == actor


@pytest.mark.parametrize(
    ("example", "rows"),
    [
        pytest.param("The militia lost eight fighters.", [("killed", "fighters", 8)], id="lost fighters"),
        pytest.param("The team lost three players.", [], id="a match"),
        pytest.param("The army lost the town of Heet.", [("captured territory", "town", None)], id="lost a town"),
        pytest.param(
            "Six Kurdish and Arab guards died.", [("killed", "Kurdish and Arab guards", 6)], id="two adjectives"
        ),
        pytest.param(
            "A clash left one militant dead.", [("clashed", "clash", None), ("killed", "militant", 1)], id="left dead"
        ),
        pytest.param(
            "The dead include a Kurdish soldier, an army soldier, and one nurse.",
            [("killed", "soldier", 1), ("killed", "army soldier", 1), ("killed", "nurse", 1)],
            id="one soldier and another",
        ),
        pytest.param("Both the rebels were killed.", [("killed", "rebels", 2)], id="both the"),
        pytest.param("They killed some of the rebels.", [("killed", "rebels", 3)], id="some of"),
        pytest.param(
            "The raid left two officers and a child dead.",
            [("killed", "officers", 2), ("killed", "child", 1)],
            id="left a list dead",
        ),
        pytest.param(
            "A number of rifles, ammunition and radios were found.",
            [("found", "rifles", 3), ("found", "ammunition", 3), ("found", "radios", 3)],
            id="a number of things",
        ),
        pytest.param(
            "The arrest of 20 suspects and the destruction of three dens.",
            [("arrested", "suspects", 20), ("destroyed", "dens", 3)],
            id="a deed is no item",
        ),
        pytest.param("The gunmen attacked a series of towns.", [("attacked", "towns", None)], id="series"),
        pytest.param(
            "Gunmen wounded two others. The trucks were on patrol when they came under attack.",
            [("wounded", "others", 2), ("attacked", "trucks", None)],
            id="they of the main clause",
        ),
        pytest.param("An army jeep hit a landmine.", [("attacked", "jeep", 1)], id="hit a mine"),
        pytest.param(
            "The army launched an assault to take the town.",
            [("launched operation", "assault", None), ("captured territory", "town", None)],
            id="an assault without a target",
        ),
    ],
)
def test_further_rows(read_example, example, rows):
    """Words that hide a target, and deeds that are told by what they cost."""
    assert found(read_example(example)[0], "outcome", "target", "count_low") == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "At least four people were killed and several injured.", ["killed: people 4..", "wounded: people 3.."],
            id="several injured",
        ),
        pytest.param(
            "Four people were killed and many injured.", ["killed: people 4", "wounded: people"], id="many injured"
        ),
        pytest.param(
            "Gunmen killed a judge, her driver and two guards.",
            ["killed: judge 1", "killed: driver", "killed: guards 2"],
            id="her driver",
        ),
        pytest.param(
            "The army captured the town, the bridge, the minister's farm, and a fort.",
            ["captured territory: town", "captured territory: bridge", "captured territory: farm",
             "captured territory: fort 1"],
            id="a verb with two objects",
        ),
        pytest.param("Dynamite was hurled against a bank.", ["attacked: bank 1"], id="hurled"),
        pytest.param(
            "Three reporters, two Italians and a German were killed.",
            ["killed: reporters 3", "> killed: Italians 2", "> killed: German 1"],
            id="who they were",
        ),
        pytest.param("The target of the attack was a bank.", ["attacked: bank 1"], id="told in an equation"),
        pytest.param("A bomb went off in front of a bank.", ["attacked: bank 1"], id="in front of"),
        pytest.param("A few of the soldiers were wounded.", ["wounded: soldiers 3.."], id="a few of"),
        pytest.param(
            "The soldiers were surrounded and taken prisoner.", ["arrested: soldiers"], id="taken prisoner"
        ),
        pytest.param("Two men died in a shoot-out.", ["killed: men 2", "clashed: shoot-out"], id="hyphenated"),
        pytest.param(
            "A patrol combed the area when troops fired at them.", ["cleared or secured: area", "attacked:"],
            id="them is no area",
        ),
    ],
)  # fmt: skip
def test_the_second_target_of_a_sentence_has_its_own_count(read_example, text, rows):
    """Elided targets take the noun of the first, never its number."""
    assert rows_of(read_example(text)[0]) == rows


def test_forces_joined_to_an_attack_were_attacked_too(read_example):
    """The parser reads "attacks ..., the army and the Guard": they are further targets, not further attacks."""
    text = "Raiders launched a series of attacks on the police, the army and the Popular Guard in the north."
    assert found(read_example(text)[0], "target") == [("police",), ("army",), ("Popular Guard",)]
