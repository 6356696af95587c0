"""How sure: cues before and after the deed, what only looks like a cue, and where a cue's scope ends."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def status_of(read_example):
    """The status of the one outcome whose words hold the marked ones."""

    def status(example: str, **metadata: str) -> str:
        tables, [(start, end)] = read_example(example, **metadata)
        rows = tables.outcomes
        hit = rows[(rows.start <= start) & (rows.end >= end)]
        assert len(hit) == 1, rows[["outcome", "quote", "status"]].to_string()
        return hit.status.iloc[0]

    return status


@pytest.mark.parametrize(
    ("example", "status"),
    [
        pytest.param("The army [destroyed] three tunnels.", "reported", id="plain past"),
        pytest.param("Forces will [launch] operations in Rawa.", "planned", id="future"),
        pytest.param("The minister said the army would [destroy] the camps.", "planned", id="would"),
        pytest.param("The rebels planned to [kidnap] the governor.", "planned", id="plan to"),
        pytest.param("The army threatened to [bomb] the village.", "intended", id="threat"),
        pytest.param("The attack was aimed at [killing] a general.", "intended", id="aim at, through the preposition"),
        pytest.param(
            "The operation aims to hold the town, clear it and [destroy] camps.",
            "intended",
            id="the infinitive goes on",
        ),
        pytest.param("Troops failed to [capture] the town.", "intended", id="not done"),
        pytest.param("The army has yet to [capture] the town.", "intended", id="not done yet"),
        pytest.param("Police foiled an [attack] on a church.", "intended", id="foiled"),
        pytest.param("Troops repelled an [attack] on the camp.", "reported", id="an attack that failed is an attack"),
        pytest.param("The army reportedly [killed] ten fighters.", "unconfirmed", id="adverb"),
        pytest.param("Troops may have [killed] two civilians.", "unconfirmed", id="modal"),
        pytest.param("The army claimed to have [killed] 40 militants.", "unconfirmed", id="claim"),
        pytest.param("Police released two men suspected of [killing] a priest.", "unconfirmed", id="suspected of"),
        pytest.param("Unconfirmed reports say 12 soldiers were [killed].", "unconfirmed", id="the report's adjective"),
        pytest.param("The group denied [killing] the priest.", "denied", id="denied"),
        pytest.param("The ministry confirmed that two soldiers were [killed].", "confirmed", id="confirmed"),
        pytest.param("The army is [clearing] the village.", "ongoing", id="progressive"),
        pytest.param("Previously, the group had [kidnapped] 20 girls.", "background", id="earlier"),
        pytest.param("The raid avenged the [killing] of three monks.", "background", id="avenged"),
        pytest.param(
            "The raid came in retaliation for the [killing] of three monks.", "background", id="in retaliation for"
        ),
        pytest.param("The march marked the anniversary of the [killing] of a judge.", "background", id="anniversary"),
    ],
)
def test_a_cue_before_the_deed_colours_it(status_of, example, status):
    """The verb, noun, modal or adverb above the deed says how sure it is."""
    assert status_of(example) == status


@pytest.mark.parametrize(
    ("example", "status"),
    [
        pytest.param("Two soldiers were [killed], the ministry confirmed.", "confirmed", id="confirmed after"),
        pytest.param("[Clashes] in the valley continue.", "ongoing", id="continue"),
        pytest.param(
            "Ten rebels were [killed], a spokesman claimed. The command did not confirm the claim.",
            "unconfirmed",
            id="silence is not denial",
        ),
    ],
)
def test_a_cue_after_the_deed_colours_it(status_of, example, status):
    """What follows in the same sentence, or a source that declines to confirm in the next one."""
    assert status_of(example) == status


@pytest.mark.parametrize(
    ("example", "status"),
    [
        pytest.param("Troops managed to [destroy] two tunnels.", "reported", id="managed to"),
        pytest.param("The army began to [shell] the village.", "reported", id="began to"),
        pytest.param("The former fighter [surrendered].", "reported", id="former is the man, not the deed"),
        pytest.param("There is no doubt that the rebels [killed] the monks.", "reported", id="no doubt"),
        pytest.param("Rebels are said to have [killed] six villagers.", "reported", id="said to have"),
        pytest.param(
            "Five farmers were [killed]. Officials blamed the rebels, who denied involvement.", "reported", id="a role"
        ),
        pytest.param(
            "Five farmers were [killed]. Villagers said rebels were involved in the attack, which the group denied.",
            "reported",
            id="a share in it",
        ),
        pytest.param("Not only [soldiers were killed] but also civilians.", "reported", id="not only is no negation"),
    ],
)
def test_what_only_looks_like_a_cue_changes_nothing(status_of, example, status):
    """Pseudo cues: verbs that leave the deed done, and negations that negate something else."""
    assert status_of(example) == status


@pytest.mark.parametrize(
    ("example", "status"),
    [
        pytest.param(
            "The gunmen tried but failed to enter the base and [killed] one guard.", "reported", id="a new finite verb"
        ),
        pytest.param("Militants who were planning attacks were [arrested].", "reported", id="a relative clause"),
        pytest.param("The army vowed to go on and [killed] two rebels.", "reported", id="coordination"),
        pytest.param("While the talks will go on, rebels [killed] a monk.", "reported", id="an adverbial clause"),
    ],
)
def test_a_cue_never_leaves_its_own_clause(status_of, example, status):
    """Termination: relative and adverbial clauses and new finite verbs end the scope."""
    assert status_of(example) == status


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The soldiers were not wounded.", id="not"),
        pytest.param("If the army attacks the town, the rebels are lost.", id="a condition"),
        pytest.param("The police left without arresting the men.", id="without"),
        pytest.param("Troops did not manage to capture the town.", id="the verb above is negated"),
    ],
)
def test_what_did_not_happen_is_no_row(read_example, text):
    """Negation and conditions take the row away; only a denial by a speaker keeps it."""
    assert read_example(text)[0].outcomes.empty
