"""How sure: the words that colour a deed, and how far they reach."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "status"),
    [
        pytest.param("The army destroyed three tunnels.", "reported", id="plain past"),
        pytest.param("The men came to the country to kill the minister.", "intended", id="came in order to"),
        pytest.param("What are the guns for? To kill the people.", "intended", id="a purpose alone"),
        pytest.param("Stop bombing our villages.", "intended", id="a demand"),
        pytest.param("He ordered the assassination of the mayor.", "intended", id="an order is not its execution"),
        pytest.param("The group called for attacks on embassies.", "intended", id="a call for"),
        pytest.param("The rebels failed to kill the mayor.", "intended", id="failed"),
        pytest.param("The army managed to kill three rebels.", "reported", id="managed"),
        pytest.param("The gang was going to kill the mayor.", "planned", id="going to"),
        pytest.param("It is not known whether civilians were hurt.", "unconfirmed", id="an open question"),
        pytest.param("The report that the minister was wounded is unfounded.", "denied", id="a false report"),
        pytest.param("The militias generally attack military positions.", "background", id="a habit"),
        pytest.param("These rockets can hit the capital.", "background", id="an ability"),
    ],
)
def test_status_comes_from_the_cue_in_scope(read_example, example, status):
    """What is wished, ordered, feared, asked or possible is never counted as done."""
    tables, _ = read_example(example)
    assert [row["status"] for row in tables.rows["outcomes"]][:1] == [status]


@pytest.mark.parametrize(
    ("example", "status"),
    [
        pytest.param("More than 70,000 people have been killed since the war began.", "background", id="since"),
        pytest.param("Five judges have been killed in two months.", "background", id="in two months"),
        pytest.param("Violence in the north has claimed 300 lives.", "background", id="violence has claimed"),
        pytest.param("Since Monday, 12 people have been killed.", "reported", id="since Monday"),
        pytest.param("In the past 24 hours, 30 people were killed.", "reported", id="a day"),
        pytest.param("The violence killed three people.", "reported", id="one event"),
    ],
)
def test_running_totals_are_background(read_example, example, status):
    """Who adds up the incidents of a report must not add the sums of a war."""
    tables, _ = read_example(example, published="2024-05-10")
    assert [row["status"] for row in tables.rows["outcomes"]] == [status]


def test_a_claim_of_long_ago_dates_its_deeds(read_example):
    """What a group said years ago that it had done was done before."""
    tables, _ = read_example(
        "The group claimed responsibility in August 2020 for the killing of two missionaries.", published="2024-05-10"
    )
    assert [row["status"] for row in tables.rows["outcomes"]] == ["background"]


@pytest.mark.parametrize(
    ("example", "status"),
    [
        pytest.param("The militias who attack military positions live on a farm.", "background", id="habit"),
        pytest.param("He expresses himself by destroying oil pipelines.", "background", id="by doing"),
        pytest.param("They have killed many people.", "background", id="countless"),
        pytest.param("The mines, which have caused hundreds of casualties, are old.", "background", id="hundreds"),
        pytest.param("Judges protest the assassination of their colleague.", "reported", id="what is protested"),
        pytest.param("The report goes on to say that one rebel was killed.", "reported", id="goes on to say"),
        pytest.param("They will hold an inquiry into the killing of two monks.", "reported", id="what is examined"),
    ],
)
def test_what_is_general_is_background_and_what_is_talked_about_is_done(read_example, example, status):
    """A habit is no event; a killing that somebody will investigate has happened."""
    tables, _ = read_example(example)
    assert [row["status"] for row in tables.rows["outcomes"]] == [status]
