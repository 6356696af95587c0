"""The source text with its marks: every row of every table leads here, and from here back to its row."""

from __future__ import annotations

from itertools import pairwise

from ..read.document import Document
from ..tables import Tables
from .html import Html, escape

Span = tuple[int, int, str]  # start, end, row id
KINDS = {"forces": "f", "locations": "l", "outcomes": "o", "statements": "s", "operations": "p"}
_KEY = {"f": "force", "l": "location", "o": "outcome", "s": "statement", "p": "operation"}


def show_evidence(document: Document, tables: Tables) -> Html:
    """The whole text, nothing changed, with the words of every row marked. Marks may overlap and nest."""
    spans = [(r["start"], r["end"], r["id"]) for table in KINDS for r in tables.rows[table]]
    key = " ".join(f'<span class="{kind}">{name}</span>' for kind, name in _KEY.items())
    lines, at = [], 0
    for line in document.text.split("\n"):
        inside = [s for s in spans if s[0] <= at + len(line) and s[1] > at]
        lines.append(f'<p dir="auto">{_marked(line, at, inside)}</p>' if line.strip() else "")
        at += len(line) + 1
    html = f'<p class="key" aria-hidden="true">{key}</p>\n<div class="source">{chr(10).join(lines)}</div>'
    return Html(html, f"The source text: {len(document.text)} characters, {len(spans)} marks")


def _marked(line: str, offset: int, spans: list[Span]) -> str:
    """One line, cut wherever a mark begins or ends; each piece carries the classes of all the marks that hold it."""
    end = offset + len(line)
    cuts = sorted({offset, end, *(min(max(p, offset), end) for s in spans for p in s[:2])})
    out = []
    for a, b in pairwise(cuts):
        holding = [s for s in spans if s[0] <= a and s[1] >= b]
        begins = "".join(f'<span id="text-{i}"></span>' for s, _, i in holding if max(s, offset) == a and s >= offset)
        ends = "".join(f'<a href="#{i}">{i}</a>' for _, e, i in spans if e == b and b > offset)
        words = escape(line[a - offset : b - offset])
        if holding:
            kinds = " ".join(sorted({i[0].lower() for _, _, i in holding}))
            words = f'{begins}<mark class="{kinds}">{words}</mark>'
        out.append(words + (f"<sup>{ends}</sup>" if ends else ""))
    return "".join(out)
