"""Background: old events and sums over time; and the dates that decide it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("At least 1,300 people have been killed since the coup.", "background", id="since an event"),
        pytest.param(
            "More than 900 people have been killed and 50 wounded since 2015.", "background", id="since a year"
        ),
        pytest.param("The conflict has killed about 40,000 people.", "background", id="a war's toll"),
        pytest.param("Two people have been killed since Tuesday.", "reported", id="since this week"),
        pytest.param("The raid, the deadliest since 2015, killed 20 people.", "reported", id="since of something else"),
        pytest.param(
            "The operation, which began in January, killed six rebels.", "reported", id="a relative clause's date"
        ),
        pytest.param(
            "Two soldiers were killed on Tuesday. On 5 April, seven officers were wounded.",
            "reported",
            id="the newer one",
        ),
    ],
)
def test_history_and_running_totals_are_background(read_example, text, status):
    """Earlier events, and sums since a war or an event began, are never counted as news."""
    rows = read_example(text, published="2022-04-28")[0].outcomes
    assert rows["status"].tolist()[0] == status


def test_an_older_event_after_the_news_is_background(read_example):
    """A report that opens with this week's deed tells that of three weeks ago as history."""
    rows = read_example(
        "Two soldiers were killed on Tuesday. On 10 April, seven officers were wounded.", published="2022-04-28"
    )[0].outcomes
    assert rows["status"].tolist() == ["reported", "background"]


def test_another_time_ends_the_date(read_example):
    """A date carries over to the next sentence only where that one speaks of no other time."""
    rows = read_example(
        "On Tuesday, two men were killed. A guard was wounded. A few days earlier, a judge was kidnapped.",
        published="2022-04-28",
    )[0].outcomes
    assert rows["date_start"].tolist()[:2] == ["2022-04-26"] * 2
    assert rows["date_start"].isna()[2]
