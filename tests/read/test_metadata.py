"""What a document says of itself."""

from __future__ import annotations

import pytest

from analysis import read_text


def test_a_headline_is_the_title_and_stays_content():
    """A first line that closes like no sentence is the title; its words stay in the body."""
    document = read_text(" date 2024-12-01 Army Kills 8 Militants\nKABUL -- Eight militants were killed.\n")
    assert (document.title, str(document.published)) == ("Army Kills 8 Militants", "2024-12-01")
    assert document.text[document.body :].startswith("Army Kills 8")


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        pytest.param("Published 19.03.2017 08:15", "2017-03-19", id="with a lead and a time"),
        pytest.param("Monday، 11 June 2018 - 09:05 AM", "2018-06-11", id="with a weekday"),
        pytest.param("2 June 2015 - 18:30", "2015-06-02", id="bare"),
        pytest.param("Published Oct 9, 2021 01:10 pm\n\n25 June 2023", "2021-10-09", id="what says published counts"),
        pytest.param("3 April 2022\n\n25 June 2023", "None", id="two days, and nothing tells which"),
        pytest.param("On 3 April 2022 the army moved.", "None", id="prose"),
    ],
)
def test_a_date_line_below_the_headline(stamp, published):
    """A line that is nothing but a date, with its weekday and time, dates the report."""
    document = read_text(f"Army kills eight militants\n\n{stamp}\n\nKABUL -- Eight militants were killed.\n")
    assert str(document.published) == published
