"""Words that look like a deed and tell none."""

import pytest

from tests.find.outcomes.test_outcomes import rows_of


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
        "Others fled into the bush.",
        "The gunmen left before the arrival of the troops.",
        "Police showed a roll of detonating wire.",
        "Had the mine gone off, the bridge would be gone.",
    ],
)
def test_escapes_and_peaceful_works_are_no_outcome(read_example, text):
    """Nobody is displaced who came away unhurt, nothing deployed where houses are built."""
    assert rows_of(read_example(text)[0]) == []


def test_the_hurt_are_evacuated_not_displaced(read_example):
    """Who is wounded and evacuated goes to a hospital."""
    text = "Around 30 miners were injured and evacuated."
    assert rows_of(read_example(text)[0]) == ["wounded: miners 30"]


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


def test_misread_participles_are_deeds(read_example):
    """ "With debris damaging houses" destroys houses; who withdraws with wounded friends is not wounded."""
    text = "Shells fell on the port, with debris damaging houses and a barn."
    assert rows_of(read_example(text)[0], "destroyed") == ["destroyed: houses", "destroyed: barn 1"]
    assert rows_of(read_example("The rebels withdrew with their wounded comrades.")[0], "wounded") == []
    assert rows_of(read_example("Two rebels fled with gunshot wounds.")[0], "wounded") == ["wounded: rebels 2"]


def test_the_first_word_of_a_clash_is_its_row(read_example):
    """ "The clashes lasted an hour" tells of them where nothing else has."""
    first = "The clashes lasted for an hour."
    assert rows_of(read_example(first)[0]) == ["clashed: clashes"]
    assert len(rows_of(read_example(f"Soldiers clashed with rebels near Mosul. {first}")[0])) == 1
