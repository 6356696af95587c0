"""What a document says of itself."""

from __future__ import annotations

from analysis import read_text


def test_a_headline_is_the_title_and_stays_content():
    """A first line that closes like no sentence is the title; its words stay in the body."""
    document = read_text(" date 2024-12-01 Army Kills 8 Militants\nKABUL -- Eight militants were killed.\n")
    assert (document.title, str(document.published)) == ("Army Kills 8 Militants", "2024-12-01")
    assert document.text[document.body :].startswith("Army Kills 8")
