"""Statements: a row for every cue, with the words said, who says them, how they are quoted and how sure."""

from __future__ import annotations

import pytest

from analysis.find.quotations import find_quotes


def rows(tables):
    return tables.rows["statements"]


@pytest.mark.parametrize(
    ("example", "speaker", "kind", "stance"),
    [
        pytest.param(
            'Col. Naji Hotam said, "[We hold the bridge]."', "Naji Hotam", "direct", "assert", id="cue before a quote"
        ),
        pytest.param('"[We hold the bridge]," said the governor.', "governor", "direct", "assert", id="cue behind"),
        pytest.param("Police said [two men were killed near Kirdan.]", "Police", "indirect", "assert", id="indirect"),
        pytest.param(
            "[Three soldiers died in the blast], a security source told Reuters.",
            "a security source",
            "indirect",
            "assert",
            id="unnamed source at the end",
        ),
        pytest.param(
            'The ministry said that [its troops "broke the siege" of the town.]',
            "ministry",
            "mixed",
            "assert",
            id="partly quoted",
        ),
        pytest.param("The army denied that [its planes had struck the camp.]", "army", "indirect", "deny", id="deny"),
        pytest.param(
            "The Air Force Command did not confirm [the strike.]",
            "Air Force Command",
            "indirect",
            "decline to confirm",
            id="silence is not denial",
        ),
        pytest.param(
            "According to the governor's office, [five houses were burned.]",
            "governor's office",
            "indirect",
            "assert",
            id="according to",
        ),
        pytest.param(
            '[Forces took part in the raid]," the mayor said.', "mayor", "direct", "assert", id="never opened"
        ),
    ],
)
def test_one_cue_is_one_row(read_example, example, speaker, kind, stance):
    """Speaker, kind and stance of a single attribution; the span is what is said without its outer marks."""
    tables, [(start, end)] = read_example(example)
    (row,) = rows(tables)
    assert (row["speaker"], row["kind"], row["stance"]) == (speaker, kind, stance)
    assert abs(row["start"] - start) <= 1
    assert abs(row["end"] - end) <= 1


@pytest.mark.parametrize(
    "example",
    [
        pytest.param('Operation "Solid Rock" began on Monday.', id="a name in quotation marks"),
        pytest.param("The army will announce its plan next week.", id="yet to be said"),
        pytest.param("No group has claimed responsibility for the blast.", id="nobody"),
        pytest.param("The spokesman declined to comment on the report.", id="no content"),
        pytest.param("Troops believe the road is mined.", id="belief is no speech"),
    ],
)
def test_no_attribution_no_row(read_example, example):
    """What nobody is reported to have said is no statement."""
    tables, _ = read_example(example)
    assert rows(tables) == []


def test_speaker_carries_over_to_a_quote_alone(read_example):
    """A paragraph that is only a quote goes on with the speaker before."""
    tables, _ = read_example('Col. Naji Hotam said: "We hold the bridge."\n\n"The enemy left its weapons behind."')
    assert [r["speaker"] for r in rows(tables)] == ["Naji Hotam", "Naji Hotam"]


def test_quote_resumed_after_its_cue_is_one_row(read_example):
    """The span runs from the first quoted word to the last."""
    tables, _ = read_example('"We hold the bridge," said Col. Naji Hotam. "The enemy fled."')
    (row,) = rows(tables)
    assert row["quote"].startswith("We hold")
    assert row["quote"].rstrip(".").endswith("fled")
    assert row["kind"] == "direct"


def test_pronouns_find_the_person(read_example):
    """ "He added" is the one who spoke last."""
    tables, _ = read_example("Col. Naji Hotam said the road was open. He added that two bombs were defused.")
    assert [r["speaker"] for r in rows(tables)] == ["Naji Hotam", "Naji Hotam"]


def test_quotes_over_several_paragraphs():
    """Each paragraph opens, only the last one closes."""
    text = '"We came at dawn.\n"They had left."'
    quotes = find_quotes(text, [(0, 17), (18, len(text))])
    assert [text[q.start : q.end] for q in quotes] == ["We came at dawn.", "They had left."]


def test_apostrophes_are_no_quotation_marks():
    """Possessives and contractions open nothing."""
    text = "The soldiers' families don't know the army's plan."
    assert find_quotes(text, [(0, len(text))]) == []
