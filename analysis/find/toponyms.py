"""Toponyms: the names that a text presents as places, and what presents them so.

A name is no place because a gazetteer holds it (most personal names are also villages): it is one where a preposition
of place, a word for a kind of place, a dateline, a list or an enclosing place says so. Weaker contexts need a
well-known name that the entity recogniser takes for a place as well.
"""

from __future__ import annotations

from collections.abc import Container

from ..read.language import Parse
from .name_runs import Run, find_runs, is_name_word
from .place_cues import Toponym, present
from .place_words import country_names, cues, feature_words, prominence

_SEPARATE = {
    "province",
    "district",
    "city",
    "town",
    "village",
    "region",
}  # a lower-case word for these is no part of the name
_APPOSED = {"village", "town", "city", "district", "province", "state", "hamlet"}  # "the village Kherbet X"


def find_toponyms(p: Parse, taken: Container[int]) -> list[Toponym]:
    """Every run of capitals that could name a place, in text order, with its cue where it has one."""
    found = []
    for run in find_runs(p, taken):
        if (toponym := _read(p, *run)) is not None:
            present(p, toponym)
            found.append(toponym)
    return found


def _read(p: Parse, first: int, last: int) -> Toponym | None:
    """The run as a name with its kind; None where its words say that it names something else."""
    first, last = _trim(p, first, last)
    low = [p.lower[i] for i in range(first, last + 1)]
    never = cues("never")
    if all(w in never for w in low) or (len(low) == 1 and (low[0] in cues("title") or len(low[0]) < 2)):
        return None
    name = p.slice(first, last)
    country = country_names().get(name.lower(), "")
    toponym = Toponym(first, last, (first, last), name, "country" if country else "", country)
    if country:
        _kind_of(p, toponym)
        return toponym
    after, before, org = feature_words("after"), feature_words("before"), cues("org")
    if len(low) > 1 and " ".join(low[-2:]) in after and len(low) > 2:
        toponym.feature = after[" ".join(low[-2:])]
    elif len(low) > 1 and low[-1] in after and (low[-1] not in org or prominence(p.slice(first, last - 1)) > 0):
        toponym.feature = after[low[-1]]
    elif len(low) > 1 and low[-1] in feature_words("site"):
        toponym.feature = "site"
    elif low[-1] in org or (len(low) > 1 and low[0] in ("operation", "exercise", "ministry", "university", "bank")):
        return None
    elif len(low) > 1 and low[0] in before and (before[low[0]] != "road" or low[1][0].isdigit() or len(low[1]) < 3):
        toponym.feature = before[low[0]]
    elif len(low) == 1 and (low[0] in after or low[0] in feature_words("site") or low[0] in feature_words("of")):
        return None
    if p.lower[first - 1 if first else 0] in ("operation", "operations") and first and is_operation(p, first):
        return None
    _kind_of(p, toponym)
    return toponym


def is_operation(p: Parse, first: int) -> bool:
    """Does the name that begins at token `first` follow "Operation" with a capital, or stand in its quotation marks?"""
    return p.word[first - 1][0].isupper()


def _trim(p: Parse, first: int, last: int) -> Run:
    """The run without a leading direction ("Northern Gaza"), unless a place is called so (North Kivu)."""
    while first < last and (p.lower[first] in cues("direction") or p.lower[first] in cues("part")):
        name = p.slice(first, last)
        rest = p.slice(first + 1, last)
        known = prominence(name) > 0 or (prominence(rest) < 5 and rest.lower() not in country_names())
        if known or name.lower() in country_names():
            break
        first += 1
    return first, last


def _kind_of(p: Parse, t: Toponym) -> None:
    """Adds a word for the kind of place right after the name, or "the town of" before it."""
    begin, end = p.sents[p.sent[t.first]]
    after, n = feature_words("after"), t.last + 1
    if n < end and p.start[n] - p.end[t.last] == 1 and not t.country:
        two = f"{p.lower[n]} {p.lower[n + 1]}" if n + 1 < end else ""
        width = 2 if two in after else 1 if p.lower[n] in after else 0
        acronym = t.first == t.last and t.name.isupper() and len(t.name) < 6 and t.name.isascii()
        if width and p.word[n].islower() and (not acronym or prominence(t.name) > 0):
            t.feature = after[two if width == 2 else p.lower[n]]
            t.outer = (t.outer[0], n + width - 1)
            if t.feature not in _SEPARATE:
                t.last, t.name = t.outer[1], p.slice(t.first, t.outer[1])
    of, i = feature_words("of"), t.first - 1
    if i - 1 >= begin and p.lower[i] == "of" and not t.country:
        two = f"{p.lower[i - 2]} {p.lower[i - 1]}" if i - 2 >= begin else ""
        word = two if two in of else p.lower[i - 1]
        of_another = i - 2 >= begin and is_name_word(p.word[i - 2])  # "A village of B district"
        if word in of and word not in cues("part_of") and not of_another:
            t.feature = t.feature or of[word]
            t.outer = (i - 2 if word == two else i - 1, t.outer[1])
    elif i >= begin and not t.feature and p.word[i].islower() and (word := p.lower[i]) in of and word in _APPOSED:
        t.feature, t.outer = of[word], (i, t.outer[1])
