"""Titles beside names: "Lt. Gen. X", "the Al-Anbar police commander, X", "X, the mayor of Rutba"."""

from __future__ import annotations

from dataclasses import dataclass

from ...read.language import Parse
from .names import starts_name, title_kind, titles

_MODIFIERS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH", "VBN", "VBG", "CD"})
_AMBIGUOUS = frozenset({"major", "general", "private", "chief", "guard", "monitor", "host", "head", "judge", "emir"})
_OF = frozenset({"of", "for", "at", "with", "in", "from"})


@dataclass(slots=True, frozen=True)
class Title:
    """A title's words as written, from token `first`; the body it names; the offset where it ends."""

    text: str
    affiliation: str
    first: int
    end: int


def leading_title(p: Parse, name: int, single: bool) -> Title | None:
    """The title that stands right before the name at token `name`."""
    last = name - 1
    if last < 0 or p.sent[last] != p.sent[name] or not title_kind(p, last):
        return None
    kind = title_kind(p, last)
    if kind == "modifier":
        return None
    lower = p.word[last][0].islower()
    if lower and p.lower[last] in _AMBIGUOUS and (single or p.dep[last] == "amod"):
        return None
    if kind == "role" and single and p.dep[last] not in ("compound", "nmod", "appos"):
        return None
    return _noun_title(p, last)


def _noun_title(p: Parse, last: int) -> Title:
    """The title whose noun is at `last`, with what stands before it: "former Iraqi prime minister"."""
    a = p.sents[p.sent[last]][0]
    head = last
    while head > a and (title_kind(p, head - 1) or p.lower[head - 1] in ("-", "general")):
        head -= 1
    first = head
    while first > a and p.tag[first - 1] in _MODIFIERS and p.word[first - 1][0].isalnum() | (p.tag[first - 1] == "POS"):
        first -= 1
    while first < head and (p.tag[first] in ("POS", "HYPH", "CD", "VBG") or not p.word[first][0].isalpha()):
        first += 1
    body = p.slice(first, head - 1) if first < head else ""
    return Title(p.slice(first, last), _affiliation(body), first, p.end[last])


def _affiliation(body: str) -> str:
    """The words before the office, without what only colours it: "former", "senior"."""
    words = body.split()
    while words and titles().get(words[0].lower()) == "modifier":
        words.pop(0)
    if words and words[-1] in ("'s", "’s", "'"):
        words.pop()
    text = " ".join(words)
    return text.removesuffix("'s").removesuffix("’s")


def preceding_title(p: Parse, name: int) -> Title | None:
    """The office in apposition before the name: "Al-Rutba mayor, X", "the commander in Y (part of Z), X"."""
    comma = name - 1
    a = p.sents[p.sent[name]][0]
    if comma <= a or p.word[comma] != ",":
        return None
    i, depth, steps = comma - 1, 0, 0
    while i >= a and steps < 14:
        word = p.word[i]
        depth += (word == ")") - (word == "(")
        if depth == 0 and word not in ("(",):
            if word in (",", ";", ":", '"') or p.pos[i] in ("VERB", "AUX"):
                return None
            if i > a and starts_name(p, i) and title_kind(p, i - 1) in ("rank", "office"):
                return None  # a list of titled names
            if (
                title_kind(p, i) not in ("", "modifier", "honorific")
                and p.tag[i] in ("NN", "NNP")
                and not _compounded(p, i)
            ):
                return _office(p, i, comma - 1) if _plausible(p, i) else None
        i, steps = i - 1, steps + 1
    return None


def _compounded(p: Parse, i: int) -> bool:
    """Is the title noun only the first part of a longer noun ("officer corps")?"""
    return i + 1 < len(p) and p.dep[i] == "compound" and p.head[i] == i + 1


def _plausible(p: Parse, noun: int) -> bool:
    """No number counts the phrase: 'two officers, X' is no apposition."""
    title = _noun_title(p, noun)
    before = title.first - 1
    return before < p.sents[p.sent[noun]][0] or p.pos[before] not in ("NUM",)


def _office(p: Parse, noun: int, last: int) -> Title:
    """The office at `noun` with its complement up to `last`: "deputy commander in Al-Anbar", "governor of Borno"."""
    base = _noun_title(p, noun)
    stop = noun
    while stop < last and not _closes(p, stop + 1):
        stop += 1
    affiliation = base.affiliation
    if not affiliation and noun + 1 < stop and p.lower[noun + 1] in _OF:
        begin = noun + 2
        while begin < stop and p.tag[begin] in ("DT", "PRP$"):
            begin += 1
        affiliation = p.slice(begin, stop)
    return Title(p.slice(base.first, stop), affiliation, base.first, p.end[stop])


def _closes(p: Parse, i: int) -> bool:
    """Does token i end the words of an office?"""
    if p.word[i] == "-":
        return p.start[i] > p.end[i - 1]
    return p.word[i] in ("(", ")", ",", ";", ":", ".", '"', "who", "which")


def apposed_title(p: Parse, last: int) -> Title | None:
    """The office that follows the name: ", the mayor of Rutba", ", spokesman for the army", " (governor)"."""
    i = last + 1
    end = p.sents[p.sent[last]][1]
    if i + 1 >= end or p.word[i] not in (",", "("):
        return None
    if i + 3 < end and p.word[i + 1].isdigit() and p.word[i + 2] == ",":  # an age comes between
        i += 2
    j, noun = i + 1, -1
    while j < end and j < i + 12:
        if p.word[j] in (",", ")", ";", ":", '"', "who", "which") or p.pos[j] in ("VERB", "AUX"):
            break
        kind = title_kind(p, j)
        if noun >= 0 and p.pos[j] == "ADP":
            break
        if kind not in ("", "modifier", "honorific") and p.tag[j] in ("NN", "NNP"):
            noun = j
        elif noun < 0 and p.pos[j] == "ADP":
            return None
        j += 1
    if noun < 0 or _compounded(p, noun):
        return None
    if noun + 1 < end and starts_name(p, noun + 1) and p.word[noun + 1][0].isupper():
        return None  # the title of the next in a list: "X, commander Y"
    stop = noun
    while stop + 1 < end and not _closes(p, stop + 1):
        if p.pos[stop + 1] in ("VERB", "AUX"):
            break
        stop += 1
    return _office(p, noun, stop)
