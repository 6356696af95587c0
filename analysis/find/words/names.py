"""The shape of personal names and titles: which tokens may stand in one, and how far a name runs."""

from __future__ import annotations

import re
from functools import cache

from ...read.furniture import given_names
from ...read.knowledge import knowledge, listed
from ...read.language import Parse

_PARTICLES = {
    "al", "el", "bin", "ibn", "bint", "ben", "abu", "abou", "abd", "ould", "ag", "de", "la", "las", "los",
    "del", "da", "dos", "das", "van", "von", "der", "den", "du", "ul", "ur", "ud", "uz", "di",
}  # fmt: skip
_HYPHENED = re.compile(r"(?:al|el|ar|as|ash|an|ad|at|az|ul|ur|el|ed|ez|et)-(?=[A-ZÀ-Þ'])")
_SUFFIXES = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"}
_LONGEST = 7  # tokens of a name
_ABBREVIATED = re.compile(r"[A-Z]\.$")
_NEVER = {
    "the", "a", "an", "in", "on", "at", "he", "she", "it", "they", "we", "i", "his", "her", "this", "that",
    "meanwhile", "according", "but", "and", "however", "says", "said", "tells", "warns", "vows", "urges", "calls",
}  # fmt: skip


@cache
def titles() -> dict[str, str]:
    """Title words in lower case -> kind: rank, office, honorific, role, modifier."""
    return {row["title"]: row["kind"] for row in knowledge("titles")}


@cache
def institution_words() -> frozenset[str]:
    """Words that show a capitalised name to be that of a body, a place, a publication or a day."""
    return frozenset(row["word"] for row in knowledge("institution_words"))


@cache
def national_words() -> frozenset[str]:
    """Nations and their adjectives, in lower case: "Iraqi" begins no personal name."""
    words: set[str] = set()
    for row in knowledge("nations"):
        for name in (row["country"], *listed(row["aliases"]), *listed(row["adjectives"])):
            words.add(name.lower())
    return frozenset(words)


def in_title_case(p: Parse, sent: int) -> bool:
    """Is the sentence a headline whose words all have capitals? Then a capital shows no name.

    >>> from analysis.read.language import parse
    >>> in_title_case(parse("Mopti Raid Kills Four"), 0), in_title_case(parse("Gunmen killed him."), 0)
    (True, False)
    """
    a, b = p.sents[sent]
    long = [p.word[i] for i in range(a, b) if len(p.word[i]) > 3 and p.word[i].isalpha()]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def title_kind(p: Parse, i: int) -> str:
    """The kind of title that the token is, or ''; 'presidents' is none.

    >>> from analysis.read.language import parse
    >>> p = parse("Lt. Gen. Hadi Kassar spoke.")
    >>> [title_kind(p, i) for i in range(3)]
    ['rank', 'rank', '']
    """
    kind = titles().get(p.lower[i], "")
    if not kind and "-" in p.lower[i]:
        kind = titles().get(p.lower[i].rpartition("-")[2], "")
    return kind


def starts_name(p: Parse, i: int) -> bool:
    """May a personal name start at token i?"""
    said = p.word[i] == "Said" and i > p.sents[p.sent[i]][0]  # a given name, not the verb
    if (p.lower[i] in _NEVER and not said) or p.lower[i] in national_words():
        return False
    return _is_part(p, i) and not title_kind(p, i)


def _is_part(p: Parse, i: int) -> bool:
    word = p.word[i]
    first = word[0]
    if not first.isupper():
        return bool(_HYPHENED.match(word))
    if len(word) == 1 or _ABBREVIATED.match(word):
        return True
    if p.lower[i] in institution_words():
        return False
    return (word[-1].isalpha() and any(c.islower() for c in word[1:])) or word in given_names()


def name_end(p: Parse, i: int) -> int:
    """The last token of the capitalised run that starts at i: names, initials, particles between names.

    >>> from analysis.read.language import parse
    >>> p = parse("Jose de la Cruz and Ali met Tariq al-Asal.")
    >>> p.word[name_end(p, 0)], p.word[name_end(p, 7)]
    ('Cruz', 'al-Asal')
    """
    last, j, limit = i, i + 1, min(p.sents[p.sent[i]][1], i + _LONGEST)
    while j < limit:
        if p.lower[j] in _PARTICLES or p.word[j] in ("'", "-"):
            k = j + 1
            while k < limit and p.lower[k] in _PARTICLES:
                k += 1
            glued = p.word[j] in ("'", "-")
            if glued and not (p.end[j - 1] == p.start[j] and k < limit and p.end[j] == p.start[k]):
                break
            if k < limit and _is_part(p, k) and p.word[k][0].isupper() and not title_kind(p, k):
                last, j = k, k + 1
                continue
            break
        if not _is_part(p, j) or title_kind(p, j) in ("rank", "office", "modifier") or p.lower[j] in _NEVER:
            break
        last, j = j, j + 1
    if last > i and last + 1 < limit and p.lower[last + 1] in _SUFFIXES:
        last += 1
    return last


def names_a_body(p: Parse, first: int, last: int) -> bool:
    """Does the capitalised run belong to a longer name of a body or a place ("Ali Hassan Brigade")?"""
    after = last + 1
    longer = after < len(p) and p.sent[after] == p.sent[last] and p.lower[after] in institution_words()
    if longer and p.dep[after] != "ROOT" and p.pos[after] in ("NOUN", "PROPN"):
        return True
    before = first - 1
    return (
        before >= 0
        and p.sent[before] == p.sent[first]
        and p.word[before][0].isupper()
        and p.lower[before] in institution_words()
        and p.tag[before] == "NNP"
        and p.paragraph[before] == p.paragraph[first]
        and p.lower[before]
        in ("camp", "fort", "port", "wadi", "base", "mount", "operation", "hospital", "hotel", "force")
    )
