"""The sections of a report: claims stay with their speakers, and what is not sure is not told as if it were."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from analysis import read_text, tabulate
from analysis.show import show_glance, show_heading, show_silences, show_statements, table
from analysis.show.html import escape

TEXT = (
    "The army said that it destroyed three tunnels in Rutba. The Air Force did not confirm the strike.\n\n"
    "Colonel Hassan Salim said that troops killed two gunmen in Mosul. Forces will launch an operation in Heet.\n\n"
    "In 2017, militants captured Ramadi."
)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


@pytest.fixture(scope="module")
def tables():
    return tabulate(read_text(TEXT, published="2022-04-28"))


def test_the_first_lines_part_claims_from_plans_and_history(tables):
    """Each outcome stands once at the top, under how sure it is; that nothing is confirmed is said."""
    html = show_glance(tables).html
    lines = {words(a): b for a, b in re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', html)}
    assert words(lines["Confirmed"]) == "Nothing."
    where = {"reported": ("Claimed", "Told by the outlet"), "ongoing": ("Claimed", "Told by the outlet"),
             "unconfirmed": ("Unconfirmed",), "planned": ("Planned or intended",),
             "intended": ("Planned or intended",), "background": ("Background",)}  # fmt: skip
    for row in tables.outcomes.itertuples():
        assert sum(f'href="#{row.id}"' in lines.get(name, "") for name in where[row.status]) == 1
        assert html.count(f'href="#{row.id}"') == 1
    for row in tables.outcomes[tables.outcomes["speaker"].notna()].itertuples():
        assert row.speaker in html


def test_plans_are_told_as_plans():
    """`to launch an operation`, never `launched operation`."""
    tables = tabulate(read_text("The army said that its forces will launch an operation in Mosul next week."))
    assert tables.outcomes["status"].tolist() == ["planned"]
    html = words(show_glance(tables).html)
    assert "to launch an operation" in html
    assert "launched operation" not in html


def test_a_report_of_nothing_is_a_page_all_the_same():
    """No outcome, no force, no place: sentences instead of empty tables."""
    document = read_text("It rained in the night.")
    tables = tabulate(document)
    html = show_heading(document, tables).html
    assert "no outcome that could be found" in html
    assert "outlet not said" in html
    assert "none" in show_statements(tables).html
    assert show_silences(tables).html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example"])
def test_only_web_addresses_become_links(url):
    """What a source says of its own address is not trusted."""
    document = read_text("It rained.", url=url)
    assert "href" not in show_heading(document, tabulate(document)).html.split("</p>")[0]


def test_a_table_is_set_for_eye_and_ear():
    """Caption, scopes, an anchor for each row; an empty cell is empty."""
    frame = pd.DataFrame({"id": ["F1"], "force": ["<b>Army</b>"], "country": [pd.NA], "mentions": [3]})
    shown = table(frame, "Forces", ["mentions"])
    assert repr(shown) == "Forces (1 row)"
    assert "<caption>Forces</caption>" in shown.html
    assert '<th scope="row" class="id"><a id="F1" href="#text-F1">F1</a></th>' in shown.html
    assert '<td>&lt;b&gt;Army&lt;/b&gt;</td><td></td><td class="n">3</td>' in shown.html
    assert table(frame.head(0), "Forces").html == '<p class="nothing">Forces: none.</p>'


def test_direction_is_kept_to_itself():
    """A right-to-left override ends with the words that hold it."""
    assert escape("a\u202eb") == '<bdi dir="auto">a\u202eb</bdi>'
    assert escape("plain") == "plain"
