"""Long texts: cut at paragraphs, and every row still the source to the character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis import read_text, tabulate
from analysis.run.pieces import cut, tabulate_any, tabulate_long

PARAGRAPH = (
    "The army said on Monday that {n} soldiers, among them two officers, were killed in Mosul. "
    'Col. Ali Hassan said: "Our troops destroyed {n} vehicles near Tikrit." He did not confirm the strike on Rutba.'
)
TEXT = "\n\n".join(PARAGRAPH.format(n=n) for n in range(3, 40))


@given(st.text(alphabet="ab .\n", max_size=200), st.integers(1, 30))
def test_pieces_are_the_whole_text(text, longest):
    """Nothing lost, nothing twice, none too long."""
    pieces = list(cut(text, 0, longest))
    assert "".join(text[a:b] for a, b in pieces) == text
    assert all(b - a <= longest for a, b in pieces)


def test_rows_of_a_long_text_are_those_of_its_paragraphs():
    """Quotes are exact, ids are unique and in order, references lead to rows, forces and places stand once."""
    document = read_text(TEXT, "long", published="2022-04-28")
    tables = tabulate_long(document, 1000)
    for table in ("forces", "locations", "outcomes", "statements", "operations"):
        frame = tables.frame(table)
        assert [TEXT[s:e] for s, e in zip(frame["start"], frame["end"], strict=True)] == frame["quote"].tolist()
        assert frame["id"].is_unique
    whole = tabulate(document)
    assert len(tables.outcomes) == len(whole.outcomes)
    assert tables.outcomes["count_low"].tolist() == whole.outcomes["count_low"].tolist()
    assert tables.locations["place"].is_unique
    by_id = tables.outcomes.set_index("id")
    for row in tables.outcomes.dropna(subset=["part_of"]).to_dict("records"):
        assert 0 < row["start"] - by_id.loc[row["part_of"], "start"] < 200
    assert set(tables.outcomes["statement"].dropna()) <= set(tables.statements["id"])
    assert tables.documents["characters"].tolist() == [len(TEXT)]


def test_a_report_is_not_cut():
    """Under the limit the tables are those of `tabulate`, and the order of the documents is kept."""
    documents = [read_text(PARAGRAPH.format(n=4), "a"), read_text(TEXT, "b"), read_text(PARAGRAPH.format(n=5), "c")]
    tables = list(tabulate_any(documents, longest=1000))
    assert [t.rows["documents"][0]["doc_id"] for t in tables] == ["a", "b", "c"]
    assert tables[2].rows == tabulate(documents[2]).rows
