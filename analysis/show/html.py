"""Tables and passages as HTML: escaped, captioned, every row tied to its words in the source."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape as _escape
from typing import Any

import pandas as pd

_RIGHT_TO_LEFT = {"R", "AL", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), "�")


def escape(text: object) -> str:
    """Text from outside as HTML: inert, and with its direction kept to itself.

    >>> escape('<script>alert("x")</script>')
    '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;'
    """
    plain = str(text).translate(_CONTROLS)
    safe = _escape(plain)
    if not plain.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in plain):
        return f'<bdi dir="auto">{safe}</bdi>'
    return safe


@dataclass(frozen=True)
class Html:
    """A piece of HTML that a notebook shows, with a plain line for where there is no HTML."""

    html: str
    plain: str

    def __repr__(self) -> str:
        return self.plain

    def _repr_html_(self) -> str:
        return self.html


def number(value: object) -> str:
    """A whole number as English print sets it.

    >>> number(3200000)
    '3,200,000'
    """
    return f"{int(value):,}"  # type: ignore[call-overload]


def count_range(low: object, high: object) -> str:
    """A range of counts as a reader writes it.

    >>> count_range(5, 5), count_range(3, pd.NA), count_range(pd.NA, 10), count_range(5, 7), count_range(pd.NA, pd.NA)
    ('5', '≥ 3', '≤ 10', '5–7', '')
    """
    if pd.isna(low) and pd.isna(high):  # type: ignore[call-overload]
        return ""
    if pd.isna(high):  # type: ignore[call-overload]
        return f"≥ {number(low)}"
    if pd.isna(low):  # type: ignore[call-overload]
        return f"≤ {number(high)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def day_range(first: object, last: object) -> str:
    """A window of days, as short as it can be said.

    >>> day_range("2022-04-18", "2022-04-24"), day_range("2022-04-28", "2022-04-28"), day_range(pd.NA, pd.NA)
    ('18–24 April 2022', '28 April 2022', '')
    >>> day_range("2017-01-01", "2017-12-31"), day_range("2022-04-28", "2022-05-04")
    ('2017', '28 April – 4 May 2022')
    """
    if pd.isna(first) and pd.isna(last):  # type: ignore[call-overload]
        return ""
    if pd.isna(first) or pd.isna(last):  # type: ignore[call-overload]
        return f"until {_day(last)}" if pd.isna(first) else f"from {_day(first)}"  # type: ignore[call-overload]
    a, b = pd.Timestamp(str(first)), pd.Timestamp(str(last))
    if a == b:
        return _day(a)
    if a.is_year_start and b.is_year_end:
        return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
    if (a.year, a.month) == (b.year, b.month):
        return f"{b.month_name()} {b.year}" if a.day == 1 and b.is_month_end else f"{a.day}–{_day(b)}"
    return f"{a.day} {a.month_name()} – {_day(b)}" if a.year == b.year else f"{_day(a)} – {_day(b)}"


def _day(iso: object) -> str:
    date = pd.Timestamp(str(iso))
    return f"{date.day} {date.month_name()} {date.year}"


def table(frame: pd.DataFrame, caption: str, numbers: Sequence[str] = (), wide: Sequence[str] = ()) -> Html:
    """A frame as a table to read. `numbers` names the columns to be set to the right, `wide` those with long texts.

    A column called `id` becomes the row's anchor and its link to the marked words in the source text; one called
    `row` leads to the anchor of another table. An empty cell is what the text does not say.

    >>> table(pd.DataFrame({"force": ["Army"], "country": [pd.NA]}), "Forces").plain
    'Forces (1 row)'
    """
    plain = f"{caption} ({len(frame)} row{'' if len(frame) == 1 else 's'})"
    if frame.empty:
        return Html(f'<p class="nothing">{escape(caption)}: none.</p>', plain)
    kinds = dict.fromkeys(numbers, ' class="n"') | dict.fromkeys(wide, ' class="w"')
    head = "".join(f'<th scope="col"{kinds.get(str(c), "")}>{escape(_heading(c))}</th>' for c in frame.columns)
    rows = []
    for row in frame.itertuples(index=False):
        cells = [
            _cell(str(column), value, kinds.get(str(column), ""))
            for column, value in zip(frame.columns, row, strict=True)
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    body = "\n".join(rows)
    return Html(
        f'<div class="table" tabindex="0" role="region" aria-label="{_escape(caption)}"><table>\n'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>",
        plain,
    )


def _heading(column: object) -> str:
    return "row" if column == "id" else str(column).replace("_", " ")


def _cell(column: str, value: Any, kind: str) -> str:
    if column == "id":
        return f'<th scope="row" class="id">{row_link(str(value))}</th>'
    if isinstance(value, Html):
        return f"<td{kind}>{value.html}</td>"
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return f"<td{kind}></td>"
    link = mention_link(value) if column == "row" else None
    return f"<td{kind}>{link.html if link else escape(value)}</td>"


def row_link(row: str) -> str:
    """The row's own anchor, which leads to its words in the source text."""
    return f'<a id="{row}" href="#text-{row}">{row}</a>'


def mention_link(row: object) -> Html | None:
    """A link to a row of the report; words that are no row's id stay words."""
    if pd.isna(row):  # type: ignore[call-overload]
        return None
    text = str(row)
    if text[:1] in "FLOSP" and text[1:].isdecimal() and text.isascii():
        return Html(f'<a href="#{text}">{text}</a>', text)
    return Html(escape(text), text)
