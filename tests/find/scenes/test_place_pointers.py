"""Places that a sentence only points at."""

import pytest

from analysis import read_text, tabulate


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "Troops found three dens in Wadi Hauran on Monday. Mines and uniforms were seized at the site.",
            "Wadi Hauran", id="the site",
        ),
        pytest.param(
            "Diyala province has seen raids for years. Gunmen attacked four posts in the province.",
            "Diyala province", id="the province",
        ),
        pytest.param(
            "Seven men were killed in a clash in Achin district. Rebels had burnt a toll gate in the area.",
            "Achin district", id="the area",
        ),
        pytest.param(
            "A blast in Gwoza wounded three people. A soldier was killed there last week.",
            "Gwoza", id="there",
        ),
    ],
)  # fmt: skip
def test_words_point_back_to_a_place(text, place):
    """A definite word for a place, or "there", is the last place of its kind or the scene."""
    assert tabulate(read_text(text, doc_id="x")).outcomes["place"].dropna().iloc[-1] == place


def test_without_a_pointer_there_is_no_place():
    """A sentence that says nothing of where leaves the cell empty."""
    text = "A blast in Gwoza wounded three people. Two rifles were seized from a trader."
    assert tabulate(read_text(text, doc_id="x")).outcomes["place"].isna().iloc[-1]


def test_a_kind_of_place_that_was_struck_is_the_one_named_before():
    """ "Stormed the village" is the village named last."""
    text = (
        "Gunmen killed two men in Kawayu village on Monday.\n\nResidents said the bandits stormed the village at dawn."
    )
    assert tabulate(read_text(text, doc_id="x")).outcomes["place"].iloc[-1] == "Kawayu village"


def test_residents_of_the_village_are_of_the_one_named_before():
    """ "Two residents of the community" fell in that community."""
    text = "Gunmen killed a teacher in Dorowa village. They also shot dead two residents of the village."
    assert tabulate(read_text(text, doc_id="x")).outcomes["place"].iloc[-1] == "Dorowa village"
