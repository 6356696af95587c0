"""Tables and passages as HTML: escaped, captioned, every row tied to its words in the source."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape as _escape
from typing import Any

import pandas as pd

NONE = '<span class="none" title="not said">–</span>'
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
    """A whole number with thin spaces between thousands, as it is set in print.

    >>> number(3200000)
    '3\\u202f200\\u202f000'
    """
    return f"{int(value):,}".replace(",", "\u202f")  # type: ignore[call-overload]


def count_range(low: object, high: object) -> str:
    """A range of counts as a reader writes it.

    >>> count_range(5, 5), count_range(3, pd.NA), count_range(pd.NA, 10), count_range(5, 7), count_range(pd.NA, pd.NA)
    ('5', '≥ 3', '≤ 10', '5–7', '')
    """
    if pd.isna(low) and pd.isna(high):  # type: ignore[call-overload]
        return ""
    if pd.isna(high):  # type: ignore[call-overload]
        return f"≥\u00a0{number(low)}".replace("\u00a0", " ")
    if pd.isna(low):  # type: ignore[call-overload]
        return f"≤ {number(high)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def day_range(first: object, last: object) -> str:
    """A window of days.

    >>> day_range("2022-04-18", "2022-04-24"), day_range("2022-04-28", "2022-04-28"), day_range(pd.NA, pd.NA)
    ('18–24 April 2022', '28 April 2022', '')
    """
    if pd.isna(first) and pd.isna(last):  # type: ignore[call-overload]
        return ""
    if pd.isna(first) or pd.isna(last):  # type: ignore[call-overload]
        return f"until {_day(last)}" if pd.isna(first) else f"from {_day(first)}"  # type: ignore[call-overload]
    a, b = str(first), str(last)
    if a == b:
        return _day(a)
    if a[:7] == b[:7]:
        return f"{int(a[8:10])}–{_day(b)}"
    return f"{_day(a)} – {_day(b)}"


def _day(iso: object) -> str:
    date = pd.Timestamp(str(iso))
    return f"{date.day} {date.month_name()} {date.year}"


def table(frame: pd.DataFrame, caption: str, numbers: Sequence[str] = ()) -> Html:
    """A frame as a table to read. `numbers` names the columns to be set to the right.

    A column called `id` becomes the row's anchor and its link to the marked words in the source text.
    """
    plain = f"{caption} ({len(frame)} row{'' if len(frame) == 1 else 's'})"
    if frame.empty:
        return Html(f'<p class="nothing">{escape(caption)}: none.</p>', plain)
    right = dict.fromkeys(numbers, ' class="n"')
    head = "".join(f'<th scope="col"{right.get(str(c), "")}>{escape(_heading(c))}</th>' for c in frame.columns)
    rows = []
    for row in frame.itertuples(index=False):
        cells = [
            _cell(str(column), value, position, right.get(str(column), ""))
            for position, (column, value) in enumerate(zip(frame.columns, row, strict=True))
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    body = "\n".join(rows)
    return Html(
        f'<div class="table" tabindex="0" role="region" aria-label="{_escape(caption)}"><table>\n'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>",
        plain,
    )


def _heading(column: object) -> str:
    return "" if column == "id" else str(column).replace("_", " ")


def _cell(column: str, value: Any, position: int, kind: str) -> str:
    if column == "id":
        return f'<th scope="row" class="id">{row_link(str(value))}</th>'
    if isinstance(value, Html):
        return f"<td{kind}>{value.html}</td>"
    if value is None or (not isinstance(value, str) and pd.isna(value)) or value == "":
        return f"<td{kind}>{NONE}</td>"
    return f"<td{kind}>{escape(value)}</td>"


def row_link(row: str) -> str:
    """The row's own anchor, which leads to its words in the source text."""
    return f'<a id="{row}" href="#text-{row}" title="the words in the source">{row}</a>'


def mention_link(row: object) -> Html | None:
    """A link to another row of the report."""
    if pd.isna(row):  # type: ignore[call-overload]
        return None
    text = str(row)
    if text[:1] in "FLOSP" and text[1:].isdigit():
        return Html(f'<a href="#{text}">{text}</a>', text)
    return Html(escape(text), text)
