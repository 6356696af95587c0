"""Places that a plural announces."""

import pandas as pd
import pytest

from analysis import read_text, tabulate


def places(text: str) -> dict[str, dict]:
    table = tabulate(read_text(text, doc_id="x")).locations
    return {row["place"]: row for row in table.to_dict("records")}


@pytest.mark.parametrize(
    ("text", "names", "feature"),
    [
        pytest.param(
            "Rebels raided three villages in the district - Namuso, Lindare and Kotope - on Friday.",
            {"Namuso", "Lindare", "Kotope"}, "village", id="dashes",
        ),
        pytest.param(
            "Gunmen attacked a string of villages (Koulabi, Diaboro and Sampelga) at dawn.",
            {"Koulabi", "Diaboro", "Sampelga"}, "village", id="brackets",
        ),
        pytest.param(
            "The army has taken the insurgent bases of Dirama, Rovuso and Nanele.",
            {"Dirama", "Rovuso", "Nanele"}, "base", id="bases of",
        ),
        pytest.param(
            "Homes were burned in several hamlets, including Kawayu and Lishika.",
            {"Kawayu", "Lishika"}, "village", id="including",
        ),
        pytest.param(
            "Shelling was heard in the Sumy, Kharkiv and Donetsk regions.",
            {"Sumy", "Kharkiv", "Donetsk"}, "region", id="the plural follows",
        ),
    ],
)  # fmt: skip
def test_a_plural_says_what_the_names_are(text, names, feature):
    """Unknown names are places where a plural announces them, each of its kind."""
    found = places(text)
    assert names <= set(found)
    assert {found[name]["feature"] for name in names} == {feature}


def test_names_before_one_plural_lie_in_one_area():
    """A namesake in another state is not where the area of the last name puts them all."""
    found = places("Soldiers shot raiders in Kwari and Dangali villages of Batsari district, Katsina State, Nigeria.")
    assert pd.isna(found["Kwari"]["lat"]), "the Kwari that is known lies in Borno State"


def test_a_nationality_holds_for_the_whole_list():
    """What is said of the plural is said of each item."""
    found = places("Jets struck in the eastern Iraqi regions of Zap, Qandil and Gara.")
    assert {found[name]["country"] for name in ("Qandil", "Zap", "Gara")} == {"IRQ"}


def test_a_list_of_other_things_is_no_list_of_places():
    """No plural for places, no place."""
    assert not places("Three brothers - Namuso, Lindare and Kotope - were held for a day.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The villages attacked include Namuso, Lindare and Kotope.", id="include"),
        pytest.param("Some of the communities that aid the rebels are Namuso, Lindare and Kotope.", id="are"),
    ],
)
def test_a_verb_may_announce_the_names(text):
    """What the villages are, or include, are villages."""
    found = places(text)
    assert set(found) == {"Namuso", "Lindare", "Kotope"}
    assert {row["feature"] for row in found.values()} == {"village"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Soldiers took up positions in Marungu, Busila, Tenzo, Maria, and Kalole to stop the rebels.",
            {"Marungu", "Busila", "Tenzo", "Maria", "Kalole"}, id="after in",
        ),
        pytest.param(
            "Troops cleared camps around Dafina, Kopiro and Zagami.", {"Dafina", "Kopiro", "Zagami"}, id="around",
        ),
    ],
)  # fmt: skip
def test_a_closed_list_is_of_one_kind(text, names):
    """Once the first of "A, B and C" is a place, the others are; unless a verb follows that makes persons of them."""
    assert set(places(text)) == names


def test_a_list_that_acts_is_no_list_of_places():
    """A verb after the list makes persons or bodies of its items."""
    assert not places("In Vienna, Rossi, Braun and Klein signed the pact.").keys() & {"Braun", "Klein"}
