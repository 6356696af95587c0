"""Who did it and who bore it, where the sentence of the deed leaves it to those around it."""

from __future__ import annotations

import pytest


def _row(tables, outcome, target):
    rows = tables.outcomes
    found = rows[(rows.outcome == outcome) & rows.target.fillna("").str.contains(target)]
    assert len(found) == 1, rows[["outcome", "target"]]
    return found.iloc[0].fillna("")


@pytest.mark.parametrize(
    ("example", "outcome", "target", "actor"),
    [
        pytest.param("Two soldiers and five militants were killed in a gunfight in Kulgam.", "killed", "soldiers",
                     "militants", id="losses of both sides in a clash"),
        pytest.param("Boko Haram attacked a village near Dikwa. Ten houses were burnt.", "destroyed", "houses",
                     "Boko Haram", id="what follows an attack"),
        pytest.param("Troops stormed a camp. Two rifles were recovered.", "seized", "rifles", "Troops",
                     id="what is found after a deed"),
        pytest.param("Rebels shelled the market in Taiz. The shelling killed six people.", "killed", "people", "rebels",
                     id="the same event named again"),
        pytest.param("The attack, blamed on the ELN, killed three soldiers.", "killed", "soldiers",
                     "National Liberation Army (Colombia)", id="an attack laid to somebody"),
        pytest.param("The militia, which was behind an attack on a market, fled.", "attacked", "market", "militia",
                     id="who was behind it"),
        pytest.param("Blasts were heard, caused by US air strikes, targeting a depot in Homs.", "attacked", "depot",
                     "United States Armed Forces", id="strikes of the main clause"),
        pytest.param("The army said that 12 insurgents were killed in Macomia.", "killed", "insurgents", "army",
                     id="who tells of his enemy's losses"),
        pytest.param("The army suffered heavy casualties at the hands of the rebels.", "killed", "casualties", "rebels",
                     id="at the hands of"),
        pytest.param("The commander of the 9th Brigade destroyed two tunnels in Hit.", "destroyed", "tunnels",
                     "9th Brigade", id="a commander acts for his force"),
        pytest.param("Nine policemen were killed in an ambush in Jalisco.\n\nThe police were ambushed by gunmen.",
                     "killed", "policemen", "gunmen", id="a lead and its account"),
        pytest.param("The strike by US forces left six guards dead.", "killed", "guards", "United States Armed Forces",
                     id="what an attack left"),
    ],
)  # fmt: skip
def test_actor_from_around(read_example, example, outcome, target, actor):
    """The actor of a deed is taken from the clash, the attack or the voice that the report ties it to."""
    tables, _ = read_example(example)
    assert _row(tables, outcome, target).actor == actor


@pytest.mark.parametrize(
    ("example", "outcome", "target"),
    [
        pytest.param("A soldier was killed when a roadside bomb exploded. The jihadists of JNIM are active there.",
                     "killed", "soldier", id="a bomb without a hand"),
        pytest.param("Kurdish fighters attacked a base. In a separate incident, four civilians were killed.",
                     "killed", "civilians", id="another event"),
        pytest.param("Police killed a robber. Two bystanders were wounded in the shootout.", "wounded", "bystanders",
                     id="crossfire"),
        pytest.param("Police said three gang members were killed by rivals in Cali.", "killed", "gang members",
                     id="the police tell of others' deeds"),
        pytest.param("Rebels fired rockets at the town. No casualties were reported.", "killed", "casualties",
                     id="nobody was hurt"),
        pytest.param("An operation was launched to clear the valley.", "cleared or secured", "valley",
                     id="an operation is no actor of its own aim"),
    ],
)  # fmt: skip
def test_no_actor_invented(read_example, example, outcome, target):
    """Where the text ties the deed to nobody, the actor stays empty."""
    tables, _ = read_example(example)
    rows = tables.outcomes
    rows = rows[(rows.outcome == outcome) & rows.target.fillna("").str.contains(target)]
    assert list(rows.actor.fillna("")) in ([], [""])


@pytest.mark.parametrize(
    ("example", "outcome", "target", "affected"),
    [
        pytest.param("A convoy of Chadian troops was ambushed near Baga, killing eight.", "killed", "eight",
                     "Chadian troops", id="whose convoy it was"),
        pytest.param("Soldiers clashed with the New People's Army in Samar. They seized rifles.", "seized", "rifles",
                     "New People's Army", id="arms of the side that was fought"),
        pytest.param("Ukrainian troops hold Sumy. Air defences destroyed two Ukrainian drones.", "destroyed", "drones",
                     "Ukrainian troops", id="a thing of a nation"),
        pytest.param("A Taliban commander, Abdul Amin, was killed in Ghazni.", "killed", "Amin", "Taliban",
                     id="whose commander he was"),
        pytest.param("Troops seized six bags of rice from the militants' truck.", "seized", "bags", "militants",
                     id="from whose truck"),
        pytest.param("Troops launched a search in Sopore after a tip-off about militants.", "launched operation",
                     "search", "militants", id="whom an operation is for"),
        pytest.param("A mob attacked the police. Two officers were hurt.", "wounded", "officers", "police",
                     id="men of the force before"),
    ],
)  # fmt: skip
def test_affected_from_around(read_example, example, outcome, target, affected):
    """The side that bore a deed is that of the thing, the man or the fight that the report names."""
    tables, _ = read_example(example)
    assert _row(tables, outcome, target).affected == affected


@pytest.mark.parametrize(
    ("example", "forces"),
    [
        pytest.param("By Jane Doe Gunmen killed two farmers in Benue.", ["gunmen"], id="a byline is no group"),
        pytest.param("Gunmen suspected to be bandits killed two. The bandits fled.", ["gunmen"], id="one party"),
        pytest.param("Colombian troops killed a rebel. Colombian troops withdrew.", ["Colombian troops", "rebel"],
                     id="described, not named"),
        pytest.param("The FARC's 10th Front bombed Saravena.",
                     ["Revolutionary Armed Forces of Colombia", "10th Front"], id="a numbered front"),
    ],
)  # fmt: skip
def test_forces_as_the_report_has_them(read_example, example, forces):
    """A force that is only described keeps the report's words; one party is one row; a byline none."""
    tables, _ = read_example(example)
    assert list(tables.forces.force) == forces


@pytest.mark.parametrize(
    ("example", "force", "role"),
    [
        pytest.param("Troops of the 5th Brigade, in conjunction with the Civilian Joint Task Force, killed a militant.",
                     "Civilian Joint Task Force", "participant", id="who helps"),
        pytest.param("The chief led a team of police and vigilantes to the forest.", "vigilantes", "participant",
                     id="whose men are led"),
    ],
)  # fmt: skip
def test_roles_of_helpers(read_example, example, force, role):
    """Who fights beside the state or is led into the field takes part."""
    tables, _ = read_example(example)
    assert dict(zip(tables.forces.force, tables.forces.role, strict=True))[force] == role
