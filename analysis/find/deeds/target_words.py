"""The words of a target: its phrase without articles, numbers and the owner's name ("weapons stores")."""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..words.numbers import is_number
from ..words.quantities import find_quantity, phrase_start

_DROPPED = frozenset(
    """
    additional both certain few first further least many more most multiple numerous same second several some such
    third unknown unspecified various
    """.split()
)


def words_of(context: Context, noun: int) -> tuple[int, int]:
    """The words of a target without articles, numbers and the owner's name: "weapons stores", "wanted people"."""
    p = context.parse
    if noun in context.person_at:
        mention = next((m for m in context.person_at[noun].mentions if m.first <= noun <= m.last), None)
        if mention is not None:
            return mention.first, mention.last
    if (force := context.force_at.get(noun)) is not None:
        mention = next((m for m in force.mentions if m.first <= noun <= m.last), None)
        if mention is not None and mention.last == noun:
            return _skip(p, mention.first, noun), noun
    if noun in context.place_at:
        mention = next((m for m in context.place_at[noun].mentions if m.first <= noun <= m.last), None)
        if mention is not None:
            return mention.first, mention.last
    quantity = find_quantity(p, noun)
    start = phrase_start(p, noun)
    if quantity is not None and quantity.last < noun:
        start = max(start, quantity.last + 1)
    for j in range(noun - 1, start - 1, -1):  # the owner is a cell of its own
        if p.tag[j] == "CC":
            break  # "Afghan and foreign forces": both
        if j in context.force_at or p.tag[j] == "POS":
            start = max(start, j + 1)
            break
    if p.lower[noun] == "one" and noun and p.lower[noun - 1] == "no":
        return noun - 1, noun
    if p.tag[noun] == "NNP":  # "peasants Victor Vasquez"
        while start < noun and p.tag[start] in ("NN", "NNS") and p.word[start].islower():
            start += 1
    start = _age_start(p, noun) if p.lower[noun].endswith("old") else _skip(p, start, noun)
    last = noun
    return start, last


def _is_age(p: Parse, i: int) -> bool:
    """ "year" and "old" of "a 12-year-old boy"."""
    if p.lower[i] in ("year", "month"):
        return p.word[i + 1 : i + 2] == ["-"] and p.lower[i + 2 : i + 3] == ["old"]
    return p.lower[i] in ("old", "year-old") and p.word[i - 1] in ("-",)


def _age_start(p: Parse, noun: int) -> int:
    """ "a 12-year-old": the number belongs to the noun."""
    start = noun
    while start > 0 and (p.word[start - 1] == "-" or p.lower[start - 1] in ("year", "years", "month", "day")):
        start -= 1
    return start - 1 if start and p.tag[start - 1] == "CD" else start


def _skip(p: Parse, start: int, noun: int) -> int:
    while (
        start < noun
        and p.lower[start + 1] != "made"
        and (
            p.tag[start]
            in ("DT", "PDT", "PRP$", "RB", "POS", "HYPH", "-RRB-", "-LRB-", ",", "IN", "TO", "``", "''", "RBS")
            or p.lower[start] in _DROPPED
            or _is_age(p, start)
            or is_number(p, start)
            or p.word[start] in ('"', "'", ",")
        )
    ):
        start += 1
    return start
