"""Forces known by name: strong names decide by themselves, weak ones need support, words are no names."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("example", "force"),
    [
        pytest.param("Two [LeT] militants were killed in Pulwama.", "Lashkar-e-Taiba", id="acronym of mixed case"),
        pytest.param(
            "A convoy of the [FARDC] was ambushed near Beni.",
            "Armed Forces of the Democratic Republic of the Congo",
            id="army by its acronym",
        ),
        pytest.param(
            "The [Naxalites] killed a villager in Sukma.",
            "Communist Party of India (Maoist)",
            id="name of the followers",
        ),
        pytest.param("The [Al Shabab] raided a base near Baidoa.", "Al-Shabaab", id="another transliteration"),
        pytest.param(
            "The [Farabundo Marti National Liberation Front] attacked a bridge.",
            "Farabundo Martí National Liberation Front",
            id="without accents",
        ),
    ],
)
def test_a_name_stands_for_its_force(read_example, example, force):
    """Whatever the spelling, the row has the canonical name and the text's own words."""
    tables, [(start, end)] = read_example(example)
    row = tables.forces.set_index("force").loc[force]
    assert row["mention"] == example[start + 1 : end + 1]


@pytest.mark.parametrize(
    "example",
    [
        pytest.param("Let the people go, the minister said.", id="a verb spelled like LeT"),
        pytest.param("The talks were held on 17 November in Athens.", id="a date"),
        pytest.param("Contra Costa County opened a library.", id="a county"),
    ],
)
def test_words_are_no_forces(read_example, example):
    """A word, a date or a place that looks like the name of a force is none."""
    tables, _ = read_example(example)
    assert tables.forces.empty


def test_the_longer_of_two_overlapping_names_counts(read_example):
    """In "Colombian Army of National Liberation" no Colombian Army is named."""
    tables, _ = read_example("A nurse was kidnapped by Colombian Army of National Liberation guerrillas.")
    assert list(tables.forces.force) == ["National Liberation Army (Colombia)"]
