"""Places that a sentence names although nothing is told to have happened there."""

import pytest

from analysis import read_text, tabulate


def tables(text: str):
    return tabulate(read_text(text, doc_id="x"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "Two men died near the town of Murdaya, 80 km (50 miles) west of the city of Kayes.",
            "Murdaya", id="a distance and a direction",
        ),
        pytest.param(
            "A truck hit a mine near Ansongo, some 90 kilometres south-east of Gao, killing five passengers.",
            "Ansongo", id="two known towns",
        ),
        pytest.param(
            "The blast in Menaka, not far from the border with Niger, killed two peacekeepers.",
            "Menaka", id="beyond a border",
        ),
        pytest.param(
            "QALAT/KABUL (Example): Six guards died in a gunfight in eastern Zabul province, elders said.",
            "Zabul province", id="the town that the report is sent from",
        ),
    ],
)  # fmt: skip
def test_a_landmark_is_not_the_scene(text, place):
    """The place itself is where it happened, not the town from which the way to it is told."""
    assert set(tables(text).outcomes["place"].dropna()) == {place}


def test_an_unknown_place_lies_where_the_text_says():
    """A distance and a direction from a known town give a point, marked as near."""
    rows = tables("Six villagers were killed in Kurobe, a village 30 km east of the capital Ouagadougou.").locations
    row = rows.set_index("place").loc["Kurobe"]
    assert (row["country"], row["geo_precision"], row["feature"]) == ("BFA", 2, "village")
    assert row["lat"] == pytest.approx(12.366, abs=0.05)
    assert row["lon"] == pytest.approx(-1.258, abs=0.05)


@pytest.mark.parametrize(
    ("text", "deed", "place"),
    [
        pytest.param(
            "Corporal Omar Khan, 26, from Naseerabad, was killed by a sniper.", "killed", set(), id="where he is from",
        ),
        pytest.param(
            "Two fighters, who had attacked a convoy, were killed in Gwoza.", "attacked", set(), id="told of him aside",
        ),
        pytest.param(
            "The army announced the killing of six raiders in Gwoza, the arrest of 12 smugglers and more raids.",
            "arrested", set(), id="a later deed of a list",
        ),
        pytest.param(
            "Troops took the town of Gao, where they captured weapons.", "seized", {"Gao"}, id="before a where",
        ),
        pytest.param(
            "Four trucks were parked in Goma when they were attacked by gunmen, according to a statement from "
            "the police in Bunia.", "attacked", {"Goma"}, id="who says it is elsewhere",
        ),
    ],
)  # fmt: skip
def test_a_place_of_something_else_is_not_the_scene(text, deed, place):
    """What the sentence names for another thing does not fill the cell."""
    outcomes = tables(text).outcomes
    assert set(outcomes.loc[outcomes["outcome"] == deed, "place"].dropna()) == place


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ten men were wounded and are receiving treatment at the hospital in Gwoza.", id="treatment"),
        pytest.param("Ten men were wounded and taken to a hospital in Gwoza.", id="taken to"),
        pytest.param("Ten men were wounded and flown to Bamako for treatment.", id="flown to"),
    ],
)
def test_where_the_hurt_were_brought_is_no_scene(text):
    """A hospital says nothing of where its patients were hurt."""
    assert tabulate(read_text(text, doc_id="x")).outcomes["place"].isna().all()


def test_a_struck_hospital_is_a_scene():
    """Patients may be killed where they lie."""
    text = "A strike killed ten patients at a hospital in Kunduz."
    assert tabulate(read_text(text, doc_id="x")).outcomes["place"].tolist() == ["Kunduz"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Rebels ambushed the Hiran governor near Hees Village.", "Hees Village", id="an office"),
        pytest.param("Men loyal to the Tripoli-based government stormed a post in Ain Zara.", "Ain Zara", id="a seat"),
        pytest.param("MORELIA, Mexico (AP) — Gunmen killed two officers in Uruapan.", "Uruapan", id="a long dash"),
        pytest.param("BOGOTA - Guerrillas attacked a station in Cauca on Sunday.", "Cauca", id="in capitals"),
        pytest.param("MULTAN / SUKKUR: Two guards died in Tank district.", "Tank district", id="two towns"),
        pytest.param("Davao City — Troops killed a rebel in Agusan del Sur.", "Agusan del Sur", id="with its kind"),
    ],
)  # fmt: skip
def test_whose_or_whence_is_no_scene(text, place):
    """Neither the place of somebody's office nor the town of the dateline is where it happened."""
    assert set(tables(text).outcomes["place"].dropna()) == {place}


@pytest.mark.parametrize(
    "text",
    [
        "Israel's navy arrested two men.",
        "The drones launched by Russia killed nine.",
        "Two died in a truce announced by Iran.",
    ],
)
def test_a_country_that_acts_is_no_scene(text):
    """Who did it lends the deed no place."""
    assert tables(text).outcomes["place"].isna().all()
