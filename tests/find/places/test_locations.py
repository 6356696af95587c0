"""Places of a text: what presents them, what part of them is meant, where they lie."""

from __future__ import annotations

import pytest

from analysis import read_text, tabulate


def places(text: str) -> dict[str, dict]:
    rows = tabulate(read_text(text, doc_id="t")).rows["locations"]
    return {row["place"]: row for row in rows}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A soldier died in Sheikh Zuweid, North Sinai, Egypt.", "Sheikh Zuweid", id="after a sheikh"),
        pytest.param("A drone hit Khamis Mushayt, Asir, Saudi Arabia.", "Khamis Mushayt", id="a given name"),
        pytest.param("A bomb exploded in Lashkar Gah, Helmand, Afghanistan.", "Lashkar Gah", id="a group's word"),
        pytest.param("Gunmen raided Pashtun Kot district, Faryab, Afghanistan.", "Pashtun Kot district", id="a people"),
        pytest.param("Gunmen attacked Zanda Jan district, Herat, Afghanistan.", "Zanda Jan district", id="a month"),
        pytest.param("Gunmen killed two people in Kushe, Plateau, Nigeria.", "Plateau", id="a common word"),
        pytest.param("A teacher was abducted in Batibo, North-West, Cameroon.", "North-West", id="a direction"),
        pytest.param("Soldiers were hurt in Masafer Yatta, West Bank.", "West Bank", id="a word of bodies"),
        pytest.param("Shells fell on Jammu and Kashmir in India.", "Jammu and Kashmir", id="a name with and"),
        pytest.param("Floods hit Rio Grande do Sul in Brazil.", "Rio Grande do Sul", id="a small word inside"),
        pytest.param(
            "Rebels killed ten people in the Democratic Republic of the Congo.",
            "Democratic Republic of the Congo", id="a long name of a country",
        ),
    ],
)  # fmt: skip
def test_a_name_that_the_text_frames_as_a_place_is_one(text, expected):
    """A preposition before and a known area behind outweigh what the words look like."""
    assert expected in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Texas Department of Agriculture said the harvest was good.",
        "Members of the Santa Ana Unified School District met on Monday.",
        "Sheikh Ahmed Yassin, the founder of the movement, spoke to reporters.",
        "Forces advanced in the North on Monday, the general said.",
    ],
)
def test_a_body_a_person_or_a_direction_is_no_place(text):
    """Places inside the names of bodies and persons are not places."""
    assert places(text) == {}


@pytest.mark.parametrize(
    ("text", "place", "precision", "near"),
    [
        pytest.param("A bomb went off 40 km south of Al-Qaim, Iraq.", "Al-Qaim", 2, (34.03, 40.99), id="distance"),
        pytest.param("Two soldiers were killed north of Rutba, Iraq.", "Rutba", 2, (33.04, 40.29), id="direction"),
        pytest.param("A strike hit the outskirts of Damascus in Syria.", "Damascus", 2, (33.51, 36.29), id="outskirts"),
        pytest.param("A convoy was hit in western Iraq.", "Iraq", 2, (33.0, 44.0), id="part of a country"),
        pytest.param("Police moved into the Vancouver area of Canada.", "Vancouver area", 2, (49.2, -123.1), id="area"),
        pytest.param("Fighting went on between Homs and Hama.", "Homs", 1, (34.7, 36.7), id="between"),
    ],
)
def test_a_part_of_a_place_or_a_point_near_it(text, place, precision, near):
    """A stated distance moves the point; a part of a place is known less well than the place."""
    row = places(text)[place]
    assert row["geo_precision"] == precision
    assert (row["lat"], row["lon"]) == pytest.approx(near, abs=0.06)


def test_both_ends_of_a_stretch_are_places():
    """ "Between A and B": what is known of one holds for the other."""
    assert {"Heet", "Hadithah"} <= set(places("Clashes erupted between Heet and Hadithah in western Iraq."))


def test_a_road_and_a_border_are_rows():
    """A definite road is told by its ends; a border has the neighbour's country."""
    road = places("Militants attacked a convoy on the road linking Baghdad and Kirkuk.")
    assert road["road linking Baghdad and Kirkuk"]["feature"] == "road"
    border = places("The attack took place near the Syrian-Turkish border.")["Syrian-Turkish border"]
    assert (border["feature"], border["country"]) == ("border", "TUR")


def test_the_items_of_a_list_are_of_one_kind():
    """Among states, Washington and Georgia are states."""
    rows = places("Cases were found in the US states of Ohio, Georgia, New York, Texas, Washington and Nevada.")
    assert {rows[name]["feature"] for name in ("Georgia", "Washington", "Nevada")} == {"province"}
    assert rows["Georgia"]["country"] == "USA"


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        pytest.param("Warplanes struck the Amadiya district of Duhok in Iraq.", "Amadiya district", "Duhok", id="of"),
        pytest.param("Troops left Maiduguri Borno State on Monday.", "Maiduguri", "Borno State", id="no comma"),
        pytest.param("A mine killed two in Blakely, Georgia, USA.", "Blakely", "Georgia", id="a state like a country"),
    ],
)
def test_what_lies_in_what(text, inner, outer):
    """Containers are told by the words between two names, or by nothing but the kind of the second."""
    tables = tabulate(read_text(text, doc_id="t"))
    inside = {loc.name: loc.inside.name if loc.inside else None for loc in tables.contexts[0].locations}
    assert inside[inner] == outer


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        pytest.param("In Cauca, gunmen shot a man in the Olaya Herrera neighborhood of the town.", "lat", id="far"),
        pytest.param("Police closed the road to the Iraqi border on Monday.", "lat", id="no village called Iraq"),
        pytest.param("A farmer died in Kuda, Borno, Nigeria.", "lat", id="elsewhere only"),
    ],
)
def test_no_point_rather_than_a_wrong_one(text, absent):
    """What is known only somewhere else has no coordinates."""
    rows = tabulate(read_text(text, doc_id="t")).rows["locations"]
    first = next(r for r in rows if r["feature"] != "country" and r["place"] not in ("Cauca", "Borno"))
    assert first[absent] is None


def test_small_letters_are_no_names_among_capitals():
    """ "A turkey" is a bird in a text that writes names with capitals."""
    assert places("He pardoned a turkey. Then the president, Barack Obama, flew to Chicago.").keys() == {"Chicago"}


@pytest.mark.parametrize(
    "text",
    [
        'In Rozendaalen\'s case, doctors have a plan. Rozendaalen said on Monday: "I am well." Her son agreed.',
        "He ate at a Walmart and drove home.",
        "Most storms come between mid-August and October.",
        "Areas hit by Cyclone Larry were without power.",
    ],
)
def test_what_a_preposition_alone_does_not_make_a_place(text):
    """Somebody who speaks, one of many shops, a month and a storm."""
    assert places(text) == {}


def test_towns_after_a_plural_are_places():
    """ "The villages of A and B", even where no gazetteer knows them; a home town after an age."""
    assert {"Zrenkovo", "Pultanka"} <= set(places("Rebels shelled the villages of Zrenkovo and Pultanka on Monday."))
    assert "Waterloo" in places("Paul Block, 49, of Waterloo, was killed in the crash.")


@pytest.mark.parametrize(
    ("text", "place", "precision"),
    [
        pytest.param("Fighting went on east of Deir Ezzor in Syria.", "Deir Ezzor", 2, id="its chief town"),
        pytest.param("A drone hit Dohuk in Iraq.", "Dohuk", 1, id="spelled as the area only"),
        pytest.param("The governor of Kandahar province in Afghanistan spoke.", "Kandahar province", 3, id="its kind"),
        pytest.param("Insurgents crossed Lake Chad into Borno State, Nigeria.", "Lake Chad", 2, id="in no one country"),
    ],
)
def test_a_bare_name_is_the_chief_town(text, place, precision):
    """An area's name without a word for its kind is its chief town's, however the town's own name is spelled."""
    assert places(text)[place]["geo_precision"] == precision


def test_a_village_before_the_police_is_a_place():
    """ "In X village, police said": the comma keeps the place out of the force."""
    assert "Zrenkovo village" in places("A farmer was wounded in Zrenkovo village, police said.")


def test_a_local_government_is_a_district():
    """Also without the word area, where the text puts something in it."""
    found = places("Bandits attacked a post in Maru Local Government of Zamfara State.")
    assert found["Maru Local Government"]["feature"] == "district"


def test_the_state_holds_what_no_gazetteer_knows():
    """A ward of a district that no gazetteer knows lies in the country of the state, whatever sounds like it."""
    found = places("Gunmen killed three men at Dorowa in Kabula ward of Munyana district of Niger State on Tuesday.")
    assert {row["country"] for row in found.values()} == {"NGA"}
    assert not found["Kabula ward"]["lat"]


def test_niger_state_is_no_country():
    """A state with a country's name, also where the text leaves the word out later."""
    found = places("The men stormed Kwana, in Niger state's Borgu area. The attack in Niger left ten dead.")
    assert {row["country"] for row in found.values()} == {"NGA"}
    assert places("Troops killed ten rebels in Niger on Monday.")["Niger"]["country"] == "NER"


def test_what_is_stormed_is_ground():
    """Nobody storms a person, so that an unknown name after the verb is a place."""
    assert "Tungan Dutse" in places("Gunmen invaded Tungan Dutse in Zamfara State and killed four people.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The army destroyed two vehicles in Ra’s al-Ayn.", "Ra’s al-Ayn", id="a known word"),
        pytest.param("Troops killed ten gunmen at Kou’ Hadar area near Sweida.", "Kou’ Hadar area", id="an end"),
    ],
)
def test_an_apostrophe_may_be_a_letter(text, name):
    """Transcribed names keep their hamza."""
    assert name in places(text)


def test_an_agency_of_the_dateline_is_no_place():
    """SANA reports from Syria, and is not Sana'a."""
    found = places("Damascus, SANA- Troops killed ten gunmen in Hama on Monday.")
    assert {row["country"] for row in found.values()} == {"SYR"}


def test_every_country_has_its_highway():
    """A numbered road is not that of another country."""
    found = places("Troops destroyed a bomb in Logar province and another along Highway 1 in Ghazni, Afghanistan.")
    assert found["Highway 1"]["country"] == "AFG"


def test_a_citys_airport_makes_no_province_of_it():
    """ "Tripoli's Mitiga airport" is the city's, although a district has its name."""
    found = places("Air strikes hit Tripoli's Mitiga airport in Libya. A drone struck Sirte.")
    assert found["Tripoli"]["feature"] == "city"


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Men shot two farmers in the hamlet of Lodo in the Samboko area of Ituri's Irumu territory.", "Lodo"),
        ("Men burnt Dabo village in Sarki Ward of Zangon District, Kaduna State, killing two.", "Dabo village"),
        ("The army said an air raid near Fooro, in southern Kenya, killed four people on Monday.", "Fooro"),
        ("Men raided Tunga, in Kebbi state's Zuru area, and shot two farmers.", "Tunga"),
        ("A bomb went off in the Karrada neighborhood of central Baghdad, killing six.", "Karrada neighborhood"),
    ],
)
def test_a_chain_holds_to_its_end(text, inner):
    """Each place of "A in the B area of C's D" lies in the next, so that every deed is at the innermost."""
    assert set(tabulate(read_text(text, doc_id="t")).outcomes["place"]) == {inner}


@pytest.mark.parametrize(
    ("text", "place", "feature"),
    [
        pytest.param("The president fled the capital Sanaa.", "Sanaa", "city", id="the capital X"),
        pytest.param("A bomb hit a bus in the regional capital, Garowe.", "Garowe", "city", id="the capital, X"),
        pytest.param(
            "On Monday rebels seized a camp near a Magway Region town.", "Magway Region", "region", id="in an X town"
        ),
        pytest.param("A raid took place east of Salah al-Din.", "Salah al-Din", "region", id="east of a given name"),
        pytest.param("An officer died in Sheikh Zuwayed.", "Sheikh Zuwayed", "town", id="a title in the name"),
        pytest.param("Two men died in Sitio Malaya.", "Sitio Malaya", "village", id="sitio"),
        pytest.param("A soldier died at the Tafila checkpoint.", "Tafila checkpoint", "other", id="no border"),
    ],
)
def test_what_kind_a_name_is_of(text, place, feature):
    """The words around a name say that it is a place, and of what kind."""
    assert places(text)[place]["feature"] == feature


def test_a_country_and_its_initials_are_one():
    """ "Democratic Republic of Congo (DRC)" is one place, and a foreign army there lends it no country."""
    assert len(places("Two died in the Democratic Republic of Congo (DRC). The DRC denied it.")) == 1
    found = places("Shells fell near the Russian-held town of Enerhodar in Ukraine.")
    assert found["Enerhodar"]["country"] == "UKR"
