"""Questions that every finder asks of the parse, answered in one place.

Every function takes a Parse and token numbers and returns token numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...read.language import Parse

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
CLAUSES = {"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "xcomp", "pcomp", "parataxis"}


def conjuncts(p: Parse, i: int) -> list[int]:
    """Token i and everything joined to it by coordination, in text order ("tunnels, huts and stores": three).

    >>> from analysis.read.language import parse
    >>> p = parse("The army destroyed tunnels, huts and stores.")
    >>> [p.word[i] for i in conjuncts(p, p.lower.index("tunnels"))]
    ['tunnels', 'huts', 'stores']
    """
    out = [i]
    for j in out:
        out += [c for c in p.children[j] if p.dep[c] == "conj"]
    return sorted(out)


def child(p: Parse, i: int, *deps: str) -> int | None:
    """The first child of i with one of these dependency labels."""
    return next((c for c in p.children[i] if p.dep[c] in deps), None)


def preposition_objects(p: Parse, i: int, *prepositions: str) -> Iterator[int]:
    """The objects of the prepositions that hang on i ("killing of three": three), coordinated ones included."""
    for c in p.children[i]:
        if p.dep[c] in ("prep", "agent", "dative") and p.lower[c] in prepositions:
            for o in p.children[c]:
                if p.dep[o] in ("pobj", "pcomp"):
                    yield from conjuncts(p, o)


def first_conjunct(p: Parse, i: int) -> int:
    """The head of the coordination that i stands in."""
    while p.dep[i] == "conj":
        i = p.head[i]
    return i


def is_passive(p: Parse, verb: int) -> bool:
    """Is the verb's subject the one it is done to?"""
    return any(p.dep[c] in ("auxpass", "nsubjpass", "agent") for c in p.children[verb])


def clause_head(p: Parse, i: int) -> int:
    """The verb (or root) of the smallest clause that token i stands in."""
    while p.head[i] != i and not (p.dep[i] in CLAUSES and p.pos[i] in ("VERB", "AUX")):
        i = p.head[i]
    return i


def noun_phrase(p: Parse, noun: int) -> tuple[int, int]:
    """First and last token of the noun's base phrase: determiners, numbers, adjectives and compounds, then the noun.

    >>> from analysis.read.language import parse
    >>> p = parse("They found several ISIS hostels near the town.")
    >>> first, last = noun_phrase(p, p.lower.index("hostels")); p.slice(first, last)
    'several ISIS hostels'
    """
    first = noun
    for c in reversed([c for c in p.children[noun] if c < noun]):
        if p.dep[c] in ("relcl", "conj", "cc", "punct", "appos", "prep", "acl", "preconj") and p.dep[c] != "punct":
            break
        if p.dep[c] == "punct" and p.word[c] != '"':
            continue
        first = p.left[c]
    return first, noun
