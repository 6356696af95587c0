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
