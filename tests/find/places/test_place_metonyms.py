"""Capitals and countries that stand for a government."""

import pytest

from analysis import read_text, tabulate


def places(text: str) -> set[str]:
    return set(tabulate(read_text(text, doc_id="x")).locations["place"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Moscow denied on Friday that its drones had crossed the line.", id="it speaks"),
        pytest.param("There was no comment from Tehran on the reports.", id="no comment from it"),
        pytest.param("Talks between Moscow and Kyiv collapsed after a week.", id="relations between two"),
        pytest.param("The minister accused Kinshasa of arming the militia.", id="it is accused"),
    ],
)
def test_a_government_is_no_place(text):
    """A capital that speaks, is accused or is dealt with is its government."""
    assert places(text) == set()


def test_a_capital_where_something_happens_is_a_place():
    """The same name in a preposition of place, or as what suffers, is the city."""
    assert places("A blast in Moscow killed two people, and Moscow blamed the rebels.") == {"Moscow"}
    assert places("Beirut suffered two blasts.") == {"Beirut"}
