"""The marked source: every mark leads back, and taken away they leave the text as it was."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import Tables, read_text
from analysis.show import show_evidence
from analysis.tables import COLUMNS


def mark(text: str, *spans: tuple[int, int, str]) -> str:
    """The HTML of the text with these marks: `(start, end, "F1")`."""
    tables = {"F": "forces", "L": "locations", "O": "outcomes", "S": "statements", "P": "operations"}
    rows: dict = {table: [] for table in COLUMNS}
    for start, end, row in spans:
        rows[tables[row[0]]].append({"id": row, "start": start, "end": end, "status": "reported"})
    html = show_evidence(read_text(text), Tables(rows)).html
    return html.split('<div class="source">\n')[1].rsplit("\n</div>", 1)[0]


def plain(html: str) -> str:
    """The text without the marks."""
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"<sup>.*?</sup>", "", html)))


def test_marks_nest():
    """A force inside a statement: the one that begins first is outside, and each number stands at its mark's end."""
    assert mark("The army moved.", (4, 8, "F1"), (0, 14, "S1")) == (
        '<p dir="auto"><mark id="text-S1" class="s S1">The <mark id="text-F1" class="f F1">army</mark>'
        '<sup><a href="#F1">F1</a></sup> moved</mark><sup><a href="#S1">S1</a></sup>.</p>'
    )


def test_marks_overlap():
    """A mark that outlasts the one that it began in goes on after it, without a second anchor."""
    html = mark("one two three", (0, 7, "F1"), (4, 13, "O1"))
    assert html.count('id="text-O1"') == 1
    assert html.count('class="o O1"') == 2
    assert plain(html) == "one two three"


def test_a_mark_over_paragraphs_lights_up_whole():
    """Its pieces share a class, and a rule of their own."""
    text = 'He said: "We won.\n\nWe left."'
    tables = Tables({t: [] for t in COLUMNS} | {"statements": [{"id": "S1", "start": 10, "end": 27}]})
    html = show_evidence(read_text(text), tables).html
    assert ":root:has(#text-S1:target) .S1" in html
    assert html.count("<mark") == html.count("</mark>") == 2
    assert html.count('href="#S1"') == 1


def test_how_sure_an_outcome_is_shows_in_its_line():
    """Planned is not done, in the text too."""
    rows = {t: [] for t in COLUMNS} | {"outcomes": [{"id": "O1", "start": 0, "end": 3, "status": "planned"}]}
    assert 'class="o a O1"' in show_evidence(read_text("Act now."), Tables(rows)).html  # type: ignore[arg-type]


@given(
    st.text(st.sampled_from("ab <>&\n\r\u200f\u202eس'\"{"), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40), st.sampled_from("FLOSP")), max_size=8),
)
def test_any_marks_on_any_text_leave_it_whole(text, drawn):
    """Nested, crossing, equal, over lines: tags pair up, one anchor and one number a row, and no letter is lost."""
    spans = [
        (s, min(e, len(text)), f"{kind}{number}")
        for number, (s, e, kind) in enumerate(drawn, 1)
        if s < min(e, len(text)) and text[s : min(e, len(text))].strip()
    ]
    html = mark(text, *spans)
    depth = 0
    for tag in re.findall(r"</?mark", html):
        depth += 1 if tag == "<mark" else -1
        assert depth >= 0
    assert depth == 0
    assert plain(html).split("\n") == [line for line in text.split("\n") if line.strip()] or not text.strip()
    for _, _, row in spans:
        assert html.count(f'id="text-{row}"') == html.count(f'href="#{row}"') == 1


def test_a_word_without_end_can_be_broken():
    """Else a page is as wide as it, and a PDF takes minutes."""
    html = mark("x" * 250 + " <&> " + "&" * 100, (0, 254, "F1"))
    assert max(map(len, plain(html.replace("<wbr>", " ")).split())) == 100
    assert plain(html) == "x" * 250 + " <&> " + "&" * 100


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_empty_text_has_no_marks(text):
    """Nothing in, nothing out."""
    assert mark(text) == ""
