"""Date expressions as windows."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.find.words.dates import find_dates
from analysis.read.language import parse

THURSDAY = date(2022, 4, 28)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("It began last week.", "2022-04-18", "2022-04-24", id="last week"),
        pytest.param("He said on Tuesday that it was over.", "2022-04-26", "2022-04-26", id="weekday"),
        pytest.param("It was hit on Thursday.", "2022-04-28", "2022-04-28", id="same weekday"),
        pytest.param("It was hit last Thursday.", "2022-04-21", "2022-04-21", id="last weekday"),
        pytest.param("Shelling began late on Monday night.", "2022-04-25", "2022-04-25", id="late on"),
        pytest.param("Two died yesterday.", "2022-04-27", "2022-04-27", id="yesterday"),
        pytest.param("Two died on April 12.", "2022-04-12", "2022-04-12", id="month day"),
        pytest.param("Two died on 12 December.", "2021-12-12", "2021-12-12", id="last year's December"),
        pytest.param("Two died on December 3, 2019.", "2019-12-03", "2019-12-03", id="American"),
        pytest.param("Two died on the 3rd of March 2020.", "2020-03-03", "2020-03-03", id="ordinal"),
        pytest.param("In 2017 they lost the town.", "2017-01-01", "2017-12-31", id="year"),
        pytest.param("Since 2017 they have fled.", "2017-01-01", "2022-04-28", id="since"),
        pytest.param("It fell in March 2020.", "2020-03-01", "2020-03-31", id="month and year"),
        pytest.param("It fell two days ago.", "2022-04-26", "2022-04-26", id="ago"),
        pytest.param("Ten were killed in the past 24 hours.", "2022-04-27", "2022-04-28", id="past hours"),
        pytest.param("It lasted from Monday to Wednesday.", "2022-04-25", "2022-04-27", id="from to"),
        pytest.param("04/02/2022: a bomb exploded.", "2022-04-02", "2022-04-02", id="nearer to publication"),
        pytest.param("On 26 Jun 89 it fell.", "1989-06-26", "1989-06-26", id="old wire"),
        pytest.param("It was fought last year.", "2021-01-01", "2021-12-31", id="last year"),
    ],
)
def test_words_become_the_days_they_allow(text, low, high):
    """A date expression resolves against the day of publication."""
    window = find_dates(parse(text), THURSDAY)[0]
    assert (window.low.isoformat(), window.high.isoformat()) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The troops may march on the town.", id="verbs"),
        pytest.param("They sat in the sun.", id="sun and sat"),
        pytest.param("He fired 2017 rounds.", id="a count"),
        pytest.param("The 40th Brigade moved.", id="a unit"),
    ],
)
def test_what_is_no_date_has_no_window(text):
    """Words that only look like dates are none."""
    assert find_dates(parse(text), THURSDAY) == []


def test_without_publication_date_relative_words_stay_open():
    """Nothing is invented: "yesterday" of an unknown day is no date."""
    assert find_dates(parse("It fell yesterday, on Tuesday, 3 May."), None) == []
