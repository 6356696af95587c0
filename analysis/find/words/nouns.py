"""The noun phrase beside a token, by adjacency: for where the parser has lost an argument."""

from __future__ import annotations

from ...read.language import Parse
from .grammar import child
from .numbers import is_number

_PRONOMINAL = {"few", "many", "more", "others", "several", "some"}  # "four were killed and several injured"


def noun_after(p: Parse, start: int) -> int | None:
    """The head of the noun phrase that begins at token `start` or behind a few adverbs; None where none does."""
    j, limit = start, min(len(p), start + 5)
    while j < limit and p.tag[j] in ("RB", "IN", "JJR", "JJS", "RBR", "RBS", "RP") and not is_number(p, j):
        if p.tag[j] == "IN" and p.lower[j] not in ("at", "than", "about", "over", "between", "around", "nearly", "as"):
            return None
        j += 1
    last = None
    while j < len(p) and p.sent[j] == p.sent[start]:
        if p.tag[j] in ("NN", "NNS", "NNP", "NNPS", "CD", "PRP") or (last is None and p.tag[j] in ("JJ", "DT", "PRP$")):
            if p.tag[j] not in ("JJ", "DT", "PRP$"):
                last = j
        elif not (p.tag[j] in ("JJ", "VBN", "HYPH", "POS", "JJR") and j + 1 < len(p) and p.head[j] > j):
            break
        j += 1
    return last


def noun_before(p: Parse, end: int) -> int | None:
    """The head of the noun phrase that ends right before token `end`."""
    j = end - 1
    while j >= 0 and p.tag[j] in ("RB", "VBD", "VBZ", "VBP", "VBN", "''", '"') and p.pos[j] != "VERB":
        j -= 1
    if j < 0 or p.sent[j] != p.sent[end]:
        return None
    return j if p.tag[j] in ("NN", "NNS", "NNP", "NNPS", "CD") or p.lower[j] in _PRONOMINAL else None


def in_front(p: Parse, verb: int) -> int | None:
    """ "Went off in front of a bank": the bank."""
    for c in p.children[verb]:
        front = child(p, c, "pobj") if p.lower[c] == "in" else None
        of = child(p, front, "prep") if front is not None and p.lower[front] == "front" else None
        if of is not None and p.lower[of] == "of":
            return child(p, of, "pobj")
    return None
