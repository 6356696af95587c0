"""Datelines, bullets and labels are sentences of their own."""

from __future__ import annotations

import pytest

from analysis import read_text, tabulate
from analysis.read.leads import lead_end


@pytest.mark.parametrize(
    ("lead", "sentence"),
    [
        pytest.param("KABUL, March 3 (Example Wire) - ", "Two soldiers were killed.", id="agency"),
        pytest.param("KYIV (Example Wire) -", "Two soldiers were killed.", id="no blank after the dash"),
        pytest.param("DAVAO CITY, Davao del Sur – ", "Two soldiers were killed.", id="province"),
        pytest.param("GUSAU: ", "Bandits killed two.", id="colon"),
        pytest.param("Maiduguri - ", "Troops killed two.", id="mixed case"),
        pytest.param("San Salvador, 4 Jan 90 -- [Text] ", "Two soldiers were killed.", id="monitoring service"),
        pytest.param("7 Feb, Mueda district: ", "Police detained a man.", id="entry of a log"),
        pytest.param("3/ ", "HTS shelled the base.", id="post of a thread"),
        pytest.param("", "The Islamic State (IS) - a jihadist group - attacked.", id="a name and its acronym"),
        pytest.param("", "Mr. Smith - a man of few words - left.", id="apposition"),
        pytest.param("", "The army said: Two soldiers died.", id="speech"),
    ],
)
def test_leads_end_where_the_sentence_begins(lead, sentence):
    """What a paragraph opens with before its first sentence is found by its form alone."""
    assert lead_end(lead + sentence, 0, len(lead + sentence)) == len(lead)


def test_a_dateline_hides_no_subject():
    """The actor is read as without the dateline, and the dateline's city is not where it happened."""
    tables = tabulate(read_text("KABUL, Afghanistan: The Taliban killed five policemen in Kunduz."))
    row = tables.outcomes.iloc[0]
    assert (row["actor"], row["place"]) == ("Taliban", "Kunduz")
