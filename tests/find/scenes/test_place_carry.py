"""The scene of an event that is spoken of again."""

import pytest

from analysis import read_text, tabulate


def last_place(text: str) -> str | None:
    found = tabulate(read_text(text, doc_id="x")).outcomes["place"].iloc[-1]
    return found if isinstance(found, str) else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gunmen attacked a post in Gwoza. Two men were wounded in the attack.", id="in the attack"),
        pytest.param("Gunmen attacked a post in Gwoza. The assault left three people dead.", id="its subject"),
        pytest.param(
            "Gunmen attacked a post in Gwoza.\n\nThe raid resulted in the death of a trader, while ten women were "
            "abducted.",
            id="what else it brought",
        ),
        pytest.param(
            "Gunmen attacked a post in Gwoza.\n\nNobody claimed it.\n\nOfficials met.\n\nTwo reporters came.\n\n"
            "Officials said twelve people were wounded in the attacks.",
            id="the only scene",
        ),
    ],
)
def test_a_definite_event_takes_its_scene_along(text):
    """What is told of the attack happened where the attack did."""
    assert last_place(text) == "Gwoza"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gunmen attacked a post in Gwoza. Two men were wounded in a road accident.", id="another event"),
        pytest.param("Gunmen attacked a post in Gwoza. Police arrested two men.", id="no event"),
    ],
)
def test_without_a_definite_event_nothing_is_carried(text):
    """Who was arrested later may have been anywhere."""
    assert last_place(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Clashes broke out in Gwoza. At least 20 people were killed.", "Gwoza", id="its toll"),
        pytest.param("Clashes broke out in Gwoza. Ten people were killed on Friday.", None, id="another day"),
        pytest.param("Clashes broke out in Gwoza. Elsewhere, ten people were killed.", None, id="elsewhere"),
        pytest.param("Clashes broke out in Gwoza. Police killed ten men.", None, id="another deed"),
    ],
)
def test_a_toll_right_after_the_event_is_its_own(text, place):
    """Who were killed, in the sentence right after a clash, fell in it, unless the words say otherwise."""
    assert last_place(text) == place
