"""What the parser is told before it parses."""

import pytest

from analysis.read.language import parse


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("17 IS Sahel militants were killed.", "NNP"),
        ("The army attacked IS fighters.", "NNP"),
        ("The army is here.", "VBZ"),
    ],
)
def test_the_islamic_state_is_no_verb(text, tag):
    """ "IS" in capitals is a name, so that what follows keeps its verb and its subject."""
    p = parse(text)
    assert p.tag[p.lower.index("is")] == tag


def test_a_line_in_capitals_keeps_its_verb():
    """In "THE WAR IS OVER" it is the verb."""
    p = parse("THE WAR IS OVER")
    assert p.tag[p.lower.index("is")] != "NNP"


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("They staged an attack.", "staged", "stage"),
        ("They are waging war.", "waging", "wage"),
        ("Fighting raged in the town.", "raged", "rage"),
        ("They readied the guns.", "readied", "ready"),
        ("They bagged the rifles.", "bagged", "bag"),
        ("They armed the men.", "armed", "arm"),
    ],
)
def test_a_verb_form_goes_back_to_the_verb_that_is_spelt_so(text, form, lemma):
    """ "Staged" is of "stage": "stag" would double its last letter."""
    p = parse(text)
    assert p.lemma[p.lower.index(form)] == lemma
