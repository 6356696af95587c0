"""Actors without a name: who they are, and which named force covers them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "actor_type"),
    [
        pytest.param("[Gunmen] killed a trader.", "political militia", id="nobody knows whose"),
        pytest.param("[Cattle rustlers] raided a farm.", "political militia", id="criminals"),
        pytest.param("A [local defense militia] fought back.", "identity militia", id="local defence"),
        pytest.param("An [Islamist militia] attacked Unidade.", "political militia", id="a militia with a creed"),
        pytest.param("[Islamist fighters] attacked Unidade.", "rebel group", id="fighters with a creed"),
        pytest.param("Two [security guards] were shot dead.", "other", id="private guards"),
        pytest.param("[Customs officers] were abducted.", "state forces", id="customs"),
        pytest.param("[Forest rangers] were abducted.", "state forces", id="rangers"),
        pytest.param("[Prison guards] were beaten.", "state forces", id="prison guards"),
        pytest.param("[Junta troops] burned a village.", "state forces", id="a junta's troops"),
        pytest.param("[Looters] clashed in the market.", "rioters", id="rioters"),
    ],
)
def test_the_noun_tells_the_type(read_example, example, actor_type):
    """One row, of the type of the codebook."""
    tables, [(start, end)] = read_example(example)
    row = next(r for r in tables.forces.to_dict("records") if r["start"] == start)
    assert (row["quote"], row["actor_type"]) == (example[start + 1 : end + 1], actor_type)


@pytest.mark.parametrize(
    ("example", "count"),
    [
        pytest.param("Protesters clashed with each other in Lima.", 1, id="who fight"),
        pytest.param("Protesters sang in Lima.", 0, id="who sing"),
    ],
)
def test_a_crowd_is_a_force_where_it_fights(read_example, example, count):
    """A peaceful crowd is no force."""
    tables, _ = read_example(example)
    assert len(tables.forces) == count


@pytest.mark.parametrize(
    ("example", "forces"),
    [
        pytest.param("The jihadist group Ansaru raided Kura.", ["Ansaru"], id="before the name"),
        pytest.param("Ansaru, a Nigerian armed group, raided Kura.", ["Ansaru"], id="after the name"),
        pytest.param("Fighters of the Houthi group fled Marib.", ["Houthis"], id="of the group"),
        pytest.param("Armed men believed to be ISWAP members raided Kura.", ["Islamic State West Africa Province"],
                     id="by what is believed"),
        pytest.param("Jihadists raided Kura. The attackers fled.", ["jihadists"], id="one row for one side"),
        pytest.param("Ansaru and Boko Haram fought. The talks urged armed groups to stop.", ["Ansaru", "Boko Haram"],
                     id="the class of the named"),
        pytest.param("The terrorist group burned a house. Later Ansaru fled.", ["Ansaru"],
                     id="named only later"),
    ],
)  # fmt: skip
def test_names_cover_the_unnamed(read_example, example, forces):
    """An unnamed actor is a row only where no named body covers it."""
    tables, _ = read_example(example)
    assert list(tables.forces.force) == forces


def test_other_words_are_aliases(read_example):
    """A row for unnamed actors keeps the words that the text uses for them."""
    tables, _ = read_example("Insurgents raided Kura. The rebels fled. The militants burned a car.")
    [row] = tables.forces.to_dict("records")
    assert (row["mention"], row["aliases"]) == ("Insurgents", "rebels")


def test_his_troops_are_no_further_army(read_example):
    """What belongs to a side that was named before adds no row."""
    tables, _ = read_example("The Libyan National Army entered Brak. Its commander praised his troops.")
    assert list(tables.forces.force) == ["Libyan National Army"]


@pytest.mark.parametrize(
    ("example", "count"),
    [
        pytest.param("Two tribes clashed near Wau.", 1, id="a side of a clash"),
        pytest.param("Fighting broke out between clans near Wau.", 1, id="between them"),
        pytest.param("The tribes met near Wau.", 0, id="in peace"),
        pytest.param("A flood reached the villagers near Wau.", 0, id="only there"),
    ],
)
def test_a_community_is_a_force_where_it_fights(read_example, example, count):
    """Tribes and villagers are no forces, unless they clash."""
    tables, _ = read_example(example)
    assert len(tables.forces) == count


def test_the_state_of_the_land_is_no_foreign_army(read_example):
    """ "Government positions" under foreign fire are not those of the foreign army."""
    tables, _ = read_example("Russian forces shelled the government positions in Avdiivka, Ukraine.")
    assert set(tables.forces.country) == {"RUS", "UKR"}


@pytest.mark.parametrize(
    ("example", "forces"),
    [
        pytest.param("Iran-backed militias fled Mayadin. A drone hit pro-Iran fighters.", ["Iran-backed militias"],
                     id="one backer"),
        pytest.param("Police chased Kuki militants in Jiribam. The Kuki rebels fled.", ["police", "Kuki militants"],
                     id="one people"),
    ],
)  # fmt: skip
def test_one_side_is_one_row(read_example, example, forces):
    """Whatever noun follows, the side that somebody backs or a people forms is one."""
    tables, _ = read_example(example)
    assert [f.lower() for f in tables.forces.force] == [f.lower() for f in forces]


@pytest.mark.parametrize(
    ("example", "forces"),
    [
        pytest.param("The Houthis shelled Marib. The Iran-aligned rebels fled.", ["Houthis"], id="by its backers"),
        pytest.param("Ansaru raided Kura. Ansaru is a militia of Nigerian origin.", ["Ansaru"], id="what a group is"),
        pytest.param("A local gang, the Viagras, burned a truck.", ["Los Viagras"], id="a gang and its name"),
        pytest.param("Gunmen attacked a bus. More than 30 cartel gunmen fled.", ["gunmen"], id="the same noun"),
        pytest.param("Wagner Group lost ten men. The mercenaries fled.", ["Wagner Group"], id="hired men"),
        pytest.param("Ansaru lost ten men. The mercenaries fled.", ["Ansaru", "mercenaries"], id="no hired men"),
        pytest.param("Ansaru burned a house. Ansaru describes itself as a self-defence group. Ansaru fled.",
                     ["Ansaru"], id="as it sees itself"),
        pytest.param("The New People's Army fled Masbate, Philippines. A man fell in a clash with communist rebels.",
                     ["New People's Army"], id="the one party"),
        pytest.param("Fulani militia raided Bokkos. Vigilantes killed two herdsmen.", ["Fulani militia", "vigilantes"],
                     id="those who defend are not those who attack"),
        pytest.param("The Tigray Defense Forces took Alamata. The rebels fled.", ["Tigray Defense Forces"],
                     id="rebels with defence in their name"),
    ],
)  # fmt: skip
def test_a_described_actor_is_the_group_it_describes(read_example, example, forces):
    """Its backers, its nature, its apposition or the word used before tell whose row it is."""
    tables, _ = read_example(example)
    assert list(tables.forces.force) == forces
