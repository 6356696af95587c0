"""Words that look like a deed and tell none."""

import pytest

from tests.find.test_outcomes import rows_of


@pytest.mark.parametrize(
    "text",
    [
        "The guard escaped unhurt.",
        "The minister narrowly escaped death.",
        "Masons have been building dozens of temples.",
        "The bank was created in 1946.",
        "They met near a town where a tax office was located.",
        "The candidates hope to gain the votes of the region.",
        "He was taken to the hospital where police took the others.",
    ],
)
def test_escapes_and_peaceful_works_are_no_outcome(read_example, text):
    """Nobody is displaced who came away unhurt, nothing deployed where houses are built."""
    assert rows_of(read_example(text)[0]) == []


def test_attackers_who_flee_are_not_displaced(read_example):
    """Who plants a bomb and flees is no victim of displacement; families who pack up and flee are."""
    assert rows_of(read_example("Two men planted a bomb and fled.")[0], "displaced") == []
    assert rows_of(read_example("Forty families packed up and fled.")[0], "displaced") == ["displaced: families 40"]


def test_the_dead_and_wounded_are_carried_off_not_kidnapped(read_example):
    """Casualties and bodies that are taken away are no hostages; men are."""
    text = "The patrol inflicted three casualties, which were taken away by the insurgents."
    assert rows_of(read_example(text)[0], "kidnapped") == []
    assert rows_of(read_example("Two men were taken away by gunmen.")[0], "kidnapped") == ["kidnapped: men 2"]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels announced a suspension of attacks on mayors.",
        "The bishop called for an end to attacks on civilians.",
        "The visit took the United States a whole year to arrange.",
        "The men who left the bomb fled.",
        "The vote was not marred by clashes between soldiers and rebels.",
    ],
)
def test_what_stops_or_lasts_is_no_outcome(read_example, text):
    """An attack that shall end is not a new one."""
    assert rows_of(read_example(text)[0]) == []
