"""Names that the text frames as places whatever they are: "in Sheikh Zuweid, North Sinai", "Khamis Mushayt, Asir".

Many villages are called after persons and groups, so what finds persons and forces asks here first.
"""

from __future__ import annotations

from ...read.language import Parse
from .words import country_names, cues, long_country_names, prominence

_LONGEST = 3  # words of the area after the comma
_AREA = 8.0  # prominence of a first-level area or a country
_ENDS = {",", ".", ";", ")", ":", "(", "on", "and", "after", "when", "where", "which"}


def framed(p: Parse, first: int, last: int) -> bool:
    """Does a known area follow the name behind a comma, with a preposition of place before it, or a gazetteer that
    knows the name?

    >>> from analysis.read.language import parse
    >>> p = parse("A soldier was killed in Sheikh Zuweid, North Sinai, Egypt.")
    >>> framed(p, p.lower.index("sheikh"), p.lower.index("zuweid"))
    True
    """
    if not stands_before_area(p, last):
        return _is_joined(p, first, last) or _is_entitled(p, first, last)
    before = p.lower[first - 1] if first > p.sents[p.sent[first]][0] else ""
    return before in cues("locative") or prominence(p.slice(first, last)) > 0


def _is_entitled(p: Parse, first: int, last: int) -> bool:
    """ "In Sheikh Zuweid": a place that is called by a title as well."""
    before = p.lower[first - 1] if first > p.sents[p.sent[first]][0] else ""
    entitled = first < last and p.lower[first] in cues("title")
    return entitled and before in cues("locative") and prominence(p.slice(first, last)) > 0


def _is_joined(p: Parse, first: int, last: int) -> bool:
    """ "In Rafah and Sheikh Zuweid.": a known name joined to a known place that stands in a preposition of place."""
    begin, n = p.sents[p.sent[first]][0], last + 1
    if first - 3 < begin or p.lower[first - 1] != "and" or n >= len(p) or p.word[n] not in (",", ".", ";"):
        return False
    placed = p.word[first - 2][0].isupper() and p.lower[first - 3] in cues("locative")
    return placed and prominence(p.word[first - 2]) > 0 and prominence(p.slice(first, last)) > 0


def stands_before_area(p: Parse, last: int) -> bool:
    """Is the name that ends at token `last` followed by a comma and a first-level area or a country?"""
    n = last + 2
    end = p.sents[p.sent[last]][1]
    if n >= end or p.word[last + 1] != "," or not p.word[n][0].isupper():
        return False
    for words in long_country_names().get(p.lower[n], ()):
        if tuple(p.lower[n : n + len(words)]) == words:
            return True
    for after in range(min(end, n + _LONGEST), n, -1):
        if after < end and p.lower[after] not in _ENDS:
            continue
        name = p.slice(n, after - 1)
        if name.lower() in country_names() or prominence(name) >= _AREA:
            return True
        if after < end and p.word[after] == "," and stands_before_area(p, after - 1):
            return True
    return False
