"""The source text with its marks: every row of every table leads here, and from here back to its row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..read.document import Document
from ..tables import Row, Tables
from .html import Html, escape

KINDS = {"statements": "s", "operations": "p", "outcomes": "o", "locations": "l", "forces": "f"}  # from the outside in
_KEY = {"f": "force", "l": "location", "o": "outcome", "s": "statement", "p": "operation"}
_SURE = {"unconfirmed": "u", "denied": "u", "planned": "a", "intended": "a", "background": "b"}
_SURE_KEY = {"o u": "unconfirmed or denied", "o a": "planned or intended", "o b": "background"}

_LONG = re.compile(r"\S{100}")

Span = tuple[int, int, str, str]  # start, end, row id, classes


def show_evidence(document: Document, tables: Tables) -> Html:
    """The whole text, nothing changed, with the words of every row marked. Marks nest, and may overlap.

    An outcome's line tells how sure it is, as in the key. Where a mark goes on in another paragraph, or beyond the
    mark that it began in, it is drawn in pieces, and all of them light up together.
    """
    spans = [_span(document.text, r, kind) for table, kind in KINDS.items() for r in tables.rows[table]]
    order = {row: number for number, (_, _, row, _) in enumerate(spans)}
    spans.sort(key=lambda s: (s[0], -s[1], order[s[2]]))
    pieces: Counter[str] = Counter()
    lines, at = [], 0
    for line in document.text.split("\n"):
        inside = [s for s in spans if s[0] <= at + len(line) and s[1] > at]
        lines.append(f'<p dir="auto">{"".join(_marked(line, at, inside, pieces))}</p>' if line.strip() else "")
        at += len(line) + 1
    key = " ".join(f'<span class="{kind}">{name}</span>' for kind, name in (_KEY | _SURE_KEY).items())
    broken = "".join(f":root:has(#text-{r}:target) .{r}{{background:var(--hit)}}" for r, n in pieces.items() if n > 1)
    style = f"<style>{broken}</style>\n" if broken else ""
    body = "\n".join(line for line in lines if line)
    html = f'{style}<p class="key" aria-hidden="true">{key}</p>\n<div class="source">\n{body}\n</div>'
    return Html(html, f"The source text: {len(document.text)} characters, {len(spans)} marks")


def _span(text: str, row: Row, kind: str) -> Span:
    """What is drawn of a row: its quote without white space at either end."""
    quote = text[row["start"] : row["end"]]
    start = row["start"] + len(quote) - len(quote.lstrip())
    sure = _SURE.get(row["status"]) if kind == "o" else None
    return start, max(start + 1, row["start"] + len(quote.rstrip())), row["id"], f"{kind} {sure}" if sure else kind


def _marked(line: str, offset: int, spans: list[Span], pieces: Counter[str]) -> Iterator[str]:
    """One line as HTML, its marks nested; the numbers of the rows stand where their marks end."""
    end, at = offset + len(line), offset
    opened: list[Span] = []
    coming = list(spans)
    while coming or opened:
        stop = min([s[1] for s in opened] + [end])
        if coming and max(coming[0][0], offset) < stop:
            span = coming.pop(0)
            yield _breakable(line[at - offset : (at := max(span[0], offset)) - offset])
            yield _open(span, pieces)
            opened.append(span)
            continue
        yield _breakable(line[at - offset : (at := stop) - offset])
        again = []
        while opened and any(s[1] == stop or stop == end for s in opened):
            span = opened.pop()
            yield "</mark>"
            if span[1] > stop and stop < end:
                again.append(span)  # it overlaps the one that ends here, and goes on after it
            elif span[1] == stop:
                yield f'<sup><a href="#{span[2]}">{span[2]}</a></sup>'
        for span in reversed(again):
            yield _open(span, pieces)
            opened.append(span)
        if stop == end:
            break
    yield _breakable(line[at - offset :])


def _breakable(words: str) -> str:
    """Escaped, and with a place to break in whatever is longer than any word: a line without end is still set."""
    if not _LONG.search(words):
        return escape(words)
    parts = re.findall(r"\S{1,100}|\s+", words)
    return "".join(escape(part) + "<wbr>" * (len(part) == 100 and not part.isspace()) for part in parts)


def _open(span: Span, pieces: Counter[str]) -> str:
    """The first piece of a mark bears its anchor; the later ones its number as a class."""
    pieces[span[2]] += 1
    anchor = f' id="text-{span[2]}"' if pieces[span[2]] == 1 else ""
    return f'<mark{anchor} class="{span[3]} {span[2]}">'
