"""Lists of targets: their items, what one number covers, and what a number includes."""

from __future__ import annotations

from dataclasses import replace

from ..read.language import Parse
from .context import Context
from .nouns import noun_after
from .targets import Target, make_target

_NOMINAL = {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}
_CLAUSAL = {"nsubj", "nsubjpass", "aux", "auxpass"}


def items_of(context: Context, head: int) -> list[Target]:
    """The items of a list, one target each, or one target where one number covers the list.

    "Several hostels, tunnels and stores": three, each several. "58 caves, shelters and warehouses": one.
    """
    p = context.parse
    heads = _list_heads(p, head)
    first = make_target(context, heads[0])
    if first is None:
        return []
    rest = [t for t in (make_target(context, h) for h in heads[1:]) if t is not None]
    if not rest:
        return [first]
    if len(rest) == 1 and first.quantity is None and _owner_covers(p, first, rest[0]):
        return [replace(first, last=rest[0].last, text=p.slice(first.first, rest[0].last))]
    if first.quantity is not None and first.quantity.vague:
        rest = [t if t.quantity else replace(t, quantity=first.quantity) for t in rest]
    elif first.quantity is not None and _covers(p, first, rest):
        span = p.slice(first.first, rest[-1].last)
        return [replace(first, last=rest[-1].last, text=span)]
    return [first, *rest]


def _owner_covers(p: Parse, first: Target, second: Target) -> bool:
    """ "its sites and shelters": one owner, one phrase."""
    owned = any(p.tag[c] == "PRP$" for c in p.children[first.head])
    return owned and second.quantity is None and second.first <= first.last + 2 and second.kind == first.kind


def _covers(p: Parse, first: Target, rest: list[Target]) -> bool:
    """Does the first item's number count the whole list? It is above one, and no other item has words of its own."""
    low, high = first.quantity.count if first.quantity else (None, None)
    plural = max(low or 0, high or 0) > 1
    return plural and all(
        t.quantity is None and p.tag[t.head] in ("NNS", "NNPS") and p.tag[p.left[t.head]] != "DT" for t in rest
    )


def _list_heads(p: Parse, head: int) -> list[int]:
    """The coordinated nouns, without what follows "including" and without clauses that the parser hung there."""
    out = [head]
    stack = [head]
    while stack:
        j = stack.pop(0)
        for c in p.children[j]:
            if c <= j or p.pos[c] not in _NOMINAL:
                continue
            listed = p.dep[c] == "conj" or (p.dep[c] == "appos" and _is_counted_item(p, j, c))
            if listed and not any(p.dep[k] in _CLAUSAL for k in p.children[c]):
                if not any(p.lower[k] in ("including", "among") for k in range(head + 1, c)):
                    out.append(c)
                    stack.append(c)
            elif p.dep[c] == "appos" and p.pos[j] == "PROPN":  # "Hadi, the mayor, and Amin, his deputy, were shot"
                out += [
                    k for k in p.children[c] if p.dep[k] == "conj" and p.pos[k] == "PROPN" and p.lower[k - 2] == ","
                ]
    return sorted(set(out + _lifted(p, head)))


def _is_counted_item(p: Parse, first: int, c: int) -> bool:
    """A list item that the parser took for an apposition: it has a number of its own, and a conjunction follows."""
    counted = any(p.dep[k] == "nummod" for k in p.children[c])
    return counted and p.pos[first] == "PROPN" and any(p.dep[k] in ("cc", "conj", "appos") for k in p.children[c])


def _lifted(p: Parse, head: int) -> list[int]:
    """Items with a number of their own that the parser hung deeper inside the first: "2 men from the family and 1
    guard", "seven officers, including a captain, and three gunmen"."""
    out: list[int] = []
    if p.pos[head] not in _NOMINAL:
        return out
    for c in range(head + 2, p.right[head] + 1):
        if p.dep[c] != "conj" or p.pos[c] not in _NOMINAL or p.head[c] == head:
            continue
        number = next((k for k in p.children[c] if p.dep[k] == "nummod" and k < c), None)
        if number is None or any(p.dep[k] == "relcl" for k in range(head + 1, c)):
            continue
        above = p.head[c]
        deep = any(p.dep[k] == "nummod" for k in p.children[above])
        inside = any(p.lower[k] == "including" for k in range(head + 1, c))
        start = p.left[c]
        if inside and p.lower[start - 2 : start] == [",", "and"]:
            out.append(c)
        elif not inside and not deep and p.lower[start - 1] == "and":
            out.append(c)
    return out


def parts_of(context: Context, whole: Target) -> list[Target]:
    """What the number of a target includes: "12 people, including two officers and a child"."""
    p = context.parse
    limit = min(len(p), whole.last + 4)
    for j in range(whole.last + 1, limit):
        if p.sent[j] != p.sent[whole.last] or (p.pos[j] == "VERB" and p.lower[j] != "including"):
            break
        if p.lower[j] in ("including", "includes"):
            return _part_heads(context, j, whole)
        if p.lower[j] == "among" and j + 1 < len(p) and p.lower[j + 1] == "them":
            return _part_heads(context, j + 1, whole)
    return []


def _part_heads(context: Context, after: int, whole: Target) -> list[Target]:
    """The nouns of a list by adjacency: the parser often loses the way inside a parenthesis."""
    p = context.parse
    heads: list[int] = []
    for c in p.children[after]:
        if p.dep[c] in ("pobj", "dobj"):
            heads = _list_heads(p, c)
    if not heads:
        heads = [h for h in (noun_after(p, after + 1),) if h is not None]
    lifted = set(_lifted(p, whole.head))
    targets = [make_target(context, h) for h in heads if h not in lifted]
    return [replace(t, whole=whole.head) for t in targets if t is not None]
