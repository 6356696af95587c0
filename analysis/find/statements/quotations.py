"""Quotation marks: which open, which close, and what to make of those that have lost their partner.

Reports break their quotation marks: a quote opens and never closes, closes and never opened, or runs over several
paragraphs of which only the last closes. Nothing is repaired in the text; a Quote says where the quoted words stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile(r"[\"“”„‟«»]|''|``|[‘’'`]")
_BOUNDARY = re.compile(r"(?<=[a-z][.!?])\s+(?=[A-Z])")
_REPORTING = re.compile(
    r"\b(?:said|says|told|added|accused|reported|announced|confirmed|denied|claimed|stated|according to)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|us|my)\b", re.I)
_OPENING, _CLOSING = "“„«‟", "”»"
_SINGLE = "‘’'`"
_BEFORE_OPENING = " \t\n([{-–—/:\xa0​"
_AFTER_CLOSING = " \t\n)]}.,;:!?-–—\xa0​"


@dataclass(slots=True)
class Quote:
    """Quoted words: `start`, `end` without the marks, `opens`, `closes` with them. `partner` is False for a repair."""

    start: int
    end: int
    opens: int
    closes: int
    partner: bool = True


def find_quotes(text: str, paragraphs: list[tuple[int, int]]) -> list[Quote]:
    """The quotes of the text, in order and without nesting: an inner quote belongs to the outer one.

    >>> text = 'Forces took part," he said. "They won."'
    >>> [text[q.start:q.end] for q in find_quotes(text, [(0, len(text))])]
    ['Forces took part,', 'They won.']
    """
    quotes: list[Quote] = []
    for number, (a, b) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else -1
        goes_on = following >= 0 and (text[following] in '"“„«' or text.startswith("''", following))
        marks = list(_MARKS.finditer(text, a, b))
        double = [m for m in marks if m.group() not in _SINGLE]
        found = _pair(text, a, b, double, goes_on)
        found += _singles(text, b, [m.start() for m in marks if m.group() in _SINGLE], found)
        quotes += sorted(found, key=lambda q: q.opens)
    return [q for q in quotes if q.start < q.end]


def _opens(text: str, m: re.Match[str], open_now: bool) -> bool:
    mark, before, after = m.group(), text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
    free_left, free_right = not before or before in _BEFORE_OPENING, not after or after in _AFTER_CLOSING
    if mark in _OPENING:
        return not (free_right and not free_left)
    if mark in _CLOSING:
        return free_left and not free_right and not open_now
    if free_left != free_right:
        return free_left
    return not open_now


def _pair(text: str, a: int, b: int, marks: list[re.Match[str]], goes_on: bool) -> list[Quote]:
    """Pairs the marks of one paragraph."""
    out: list[Quote] = []
    opened: re.Match[str] | None = None
    depth = 0
    for n, m in enumerate(marks):
        if _opens(text, m, opened is not None):
            if opened is None:
                opened, depth = m, 0
                continue
            rest = [_opens(text, x, True) for x in marks[n:]]
            if rest.count(False) > rest.count(True):
                depth += 1  # a quote inside the quote
            else:
                out.append(
                    _trimmed(text, opened.end(), _lost_end(text, opened.end(), m.start()), opened.start(), False)
                )
                opened, depth = m, 0
        elif depth:
            depth -= 1
        elif opened is not None:
            out.append(Quote(opened.end(), m.start(), opened.start(), m.end()))
            opened = None
        elif text[m.start() - 1] in ",.!?" or _cue_follows(text, m.end()):
            out.append(_unopened(text, a, m, out))
    if opened is not None:
        end = b if goes_on else _lost_end(text, opened.end(), b)
        out.append(_trimmed(text, opened.end(), end, opened.start(), goes_on))
    return out


def _lost_end(text: str, start: int, end: int) -> int:
    """Where a quote without its closing mark ends: before a sentence in which the report speaks of who says what."""
    for m in _BOUNDARY.finditer(text, start, end):
        following = _BOUNDARY.search(text, m.end(), end)
        sentence = text[m.end() : following.start() if following else end]
        if _REPORTING.search(sentence) and not _FIRST_PERSON.search(sentence):
            return m.end()
    return end


def _cue_follows(text: str, at: int) -> bool:
    return re.match(r",?\s+(?:he|she|they|said|says)\b", text[at : at + 12], re.I) is not None


def _unopened(text: str, a: int, m: re.Match[str], before: list[Quote]) -> Quote:
    """A closing mark without its opening one: it begins with the paragraph, or after the last quote."""
    start = a
    if before:
        stop = text.find(". ", before[-1].closes, m.start())
        start = stop + 2 if stop >= 0 else before[-1].closes
    else:
        while start < m.start() and text[start].isspace():
            start += 1
    return Quote(start, m.start(), start, m.end(), False)


def _trimmed(text: str, start: int, end: int, opens: int, partner: bool) -> Quote:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote(start, end, opens, end, partner)


def _singles(text: str, b: int, marks: list[int], outer: list[Quote]) -> list[Quote]:
    """Quotes in single marks. An apostrophe has a letter on both sides, or no opening mark before it."""
    out: list[Quote] = []
    at = -1
    for i in marks:
        if i < at or any(q.opens <= i < q.closes for q in outer):
            continue
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        if (before and before not in _BEFORE_OPENING) or not (after.isalnum() or after in "[…"):
            continue
        if (close := _closing_single(text, i, marks)) is not None:
            out.append(Quote(i + 1, close, i, close + 1))
            at = close
    return out


def _closing_single(text: str, i: int, marks: list[int]) -> int | None:
    ends = [
        j
        for j in marks
        if j > i + 1 and not text[j - 1].isspace() and (text[j + 1 : j + 2] in _AFTER_CLOSING or j + 1 == len(text))
    ]
    sure = [j for j in ends if text[j - 1] in ",.!?…"]
    if sure and text[i] in "'`":
        first = next((j for j in ends if text[j - 1] != "s"), sure[0])
        return min(first, sure[0])
    return next((j for j in ends if text[j - 1] != "s"), ends[0] if ends and text[i] == "‘" else None)


def is_name(words: str) -> bool:
    """A name or a title in quotation marks, which nobody says: "Solid Will".

    >>> is_name("Solid Will"), is_name("We won."), is_name("terrorists")
    (True, False, False)
    """
    parts = words.split()
    return (
        0 < len(parts) <= 6
        and words[-1] not in ",.!?"
        and all(w[0].isupper() or w[0].isdigit() or len(w) <= 3 for w in parts)
        and parts[0][0].isupper()
    )
