"""Lists of targets: their items, what one number covers, and what a number includes."""

from __future__ import annotations

from dataclasses import replace

from ...read.language import Parse
from ..context import Context
from ..words.containers import core
from ..words.names import national_words
from ..words.nouns import noun_after
from ..words.numbers import is_number, number_nouns, read_number
from ..words.quantities import Quantity, find_quantity
from ..words.subjects import all_subjects
from .enumerations import items_between, with_lost_items
from .identified import named_after
from .targets import Target, make_target
from .triggers import PEOPLE, is_deed

_OPENING = {":", "-", "--", "("}
_NOMINAL = {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}
_CLAUSAL = {"nsubj", "nsubjpass", "aux", "auxpass"}


def items_of(context: Context, head: int) -> list[Target]:
    """The items of a list, one target each, or one target where one number covers the list.

    "Several hostels, tunnels and stores": three, each several. "58 caves, shelters and warehouses": one.
    """
    p = context.parse
    heads = _list_heads(p, head)
    inner = _contained(p, head) if len(heads) == 1 else []
    heads += [h for h in inner if p.lower[head] not in number_nouns() or find_quantity(p, h) is not None]
    targets = [t for t in (make_target(context, h) for h in heads) if t is not None]
    if not targets:
        return []
    if targets[0].quantity is None and (named := named_after(context, targets[0])):
        return named
    targets = with_lost_items(context, targets, heads[0])
    first, rest = targets[0], targets[1:]
    if not rest:  # "dozens of soldiers and civilians": one number for all
        return [replace(first, last=inner[-1], text=p.slice(first.first, inner[-1]))] if inner else [first]
    if len(rest) == 1 and first.quantity is None and _owner_covers(p, first, rest[0]):
        return [replace(first, last=rest[0].last, text=p.slice(first.first, rest[0].last))]
    if first.quantity is not None and first.quantity.vague and p.lower[first.head] not in number_nouns():
        rest = [t if t.quantity else replace(t, quantity=first.quantity) for t in rest]
    elif first.quantity is not None and _covers(p, first, rest):
        span = p.slice(first.first, rest[-1].last)
        return [replace(first, last=rest[-1].last, text=span)]
    return [first, *rest]


def _contained(p: Parse, head: int) -> list[int]:
    """What is coordinated with the noun inside a container: "a number of rifles, radios and a bomb"."""
    noun = core(p, head)
    if noun == head or p.pos[noun] == "PRON":
        return []
    inside = [c for c in _chain(p, noun) if c > noun]
    counts = is_number(p, head) and p.lower[head] not in number_nouns()  # "two of the soldiers and three civilians"
    return [c for c in inside if not counts or find_quantity(p, c) is not None]


def _owner_covers(p: Parse, first: Target, second: Target) -> bool:
    """ "its sites and shelters": one owner, one phrase."""
    owned = any(p.tag[c] == "PRP$" for c in p.children[first.head])
    return owned and second.quantity is None and second.first <= first.last + 2 and second.kind == first.kind


def _covers(p: Parse, first: Target, rest: list[Target]) -> bool:
    """Does the first item's number count the whole list? It is above one, and no other item has words of its own."""
    low, high = first.quantity.count if first.quantity else (None, None)
    enough = max(low or 0, high or 0) >= 2 * (1 + len(rest))  # "two vans and rifles": of each there are two at least
    return enough and all(
        t.quantity is None and p.tag[t.head] in ("NNS", "NNPS") and p.tag[p.left[t.head]] != "DT" for t in rest
    )


def _list_heads(p: Parse, head: int) -> list[int]:
    """The coordinated nouns of a list, without those that its first number includes."""
    opened = _opened(p, head)
    if opened is None:
        found = sorted({*_chain(p, head), *_counted_below(p, head)})
        return [head] if _are_nationals(p, found) else found
    before = [c for c in _chain(p, head) if c < opened]
    return [*before, *_included(p, head, opened)[1]]


def _are_nationals(p: Parse, heads: list[int]) -> bool:
    """ "Three reporters, two Danes and a Swede": who they were, if the numbers make up the first."""
    whole, *items = heads
    if len(items) < 2 or p.tag[whole] != "NNS" or _exact(p, whole) is None:
        return False
    nationals = all(p.lower[c].removesuffix("s") in national_words() for c in items)
    return nationals and sum(_exact(p, c) or 0 for c in items) == _exact(p, whole)


def _chain(p: Parse, head: int) -> list[int]:
    """The head and what is coordinated with it, without clauses that the parser hung there."""
    out = [head]
    for j in out:
        for c in p.children[j]:
            if c <= j or p.pos[c] not in _NOMINAL:
                if c > j and p.dep[c] == "conj" and p.tag[c] == "IN":  # "one officer and between one and three men"
                    out += [o for o in p.children[c] if p.dep[o] == "pobj"]
                continue
            listed = p.dep[c] == "conj" or (p.dep[c] == "appos" and _is_counted_item(p, j, c))
            if is_deed(p, c):
                continue
            if listed and not any(p.dep[k] in _CLAUSAL for k in p.children[c]):
                out.append(c)
            elif p.dep[c] == "appos" and p.pos[j] == "PROPN":
                out += _after_apposition(p, c)
    return sorted(set(out))


def _after_apposition(p: Parse, appos: int) -> list[int]:
    """The next items of a list whose first has an apposition: "Hadi, the mayor, Amin, his deputy, and two guards"."""
    out, stack = [], [appos]
    for j in stack:
        for k in p.children[j]:
            if p.dep[k] != "conj" or p.pos[k] not in _NOMINAL:
                continue
            stack.append(k)
            before = p.left[k] - 1
            separate = p.lower[before] == "," or p.lower[before - 1 : before + 1] == [",", "and"] or j in out
            if separate and (p.pos[k] == "PROPN" or _number_of(p, k) is not None):
                out.append(k)
    return out


def _number_of(p: Parse, noun: int) -> int | None:
    return next((k for k in p.children[noun] if p.dep[k] == "nummod" and k < noun), None)


def _is_counted_item(p: Parse, first: int, c: int) -> bool:
    """A list item that the parser took for an apposition: it has a number of its own, and a conjunction follows."""
    own, other = _number_of(p, c), _number_of(p, first)
    if own is not None and p.word[p.left[c] - 1] == ";":  # "one carbine; one shotgun"
        return True
    if p.lemma[c] == p.lemma[first] and p.tag[c] == "NN":  # "a Kurdish soldier, an army soldier, and a civilian"
        articles = [any(p.lower[k] in ("a", "an") for k in p.children[noun]) for noun in (first, c)]
        return all(articles) and any(p.dep[k] == "cc" and k > c for noun in (first, c) for k in p.children[noun])
    if own is None and other is not None and p.lower[other] not in ("one", "1"):  # "two soldiers, a clerk and a nurse"
        own = next((k for k in p.children[c] if p.lower[k] in ("a", "an")), None)
    if p.pos[first] == "NOUN" and p.lower[c + 1 : c + 2] == ["and"] and any(p.tag[k] == "PRP$" for k in p.children[c]):
        return p.lower[p.left[c] - 1] == ","  # "a judge, her driver and two guards"; an apposition ends with a comma
    if own is None or (p.pos[first] != "PROPN" and (other is None or p.lower[own] == p.lower[other])):
        return False
    if any(p.lower[j] in _OPENING for j in range(first + 1, c)):
        return False
    return any(p.dep[k] in ("cc", "conj", "appos") for k in p.children[c])


def _counted_below(p: Parse, head: int) -> list[int]:
    """Items with a number of their own that the parser hung deeper inside the first: "2 men from the family and 1
    guard"."""
    out: list[int] = []
    if p.pos[head] not in _NOMINAL:
        return out
    for c in range(head + 2, p.right[head] + 1):
        if p.dep[c] != "conj" or p.pos[c] not in _NOMINAL or p.head[c] == head or _number_of(p, c) is None:
            continue
        if any(p.dep[k] == "relcl" for k in range(head + 1, c)):
            continue
        deep = _number_of(p, p.head[c]) is not None
        if not deep and p.lower[p.left[c] - 1] == "and":
            out.append(c)
    return out


def _opened(p: Parse, head: int) -> int | None:
    """The "including" or "among them" that follows the head's own words and opens the list of what it includes."""
    verbs, top = 0, head
    if p.dep[head] == "pobj" and p.lower[p.head[head]] == "of":  # "some of his things were seized, including"
        top = p.head[p.head[head]]
    for j in range(head + 1, min(len(p), head + 25)):
        if p.sent[j] != p.sent[head] or p.lower[j] == ";":
            return None
        relative = p.lower[j] in ("include", "included") and p.lower[j - 1] in ("that", "which")
        if relative or p.lower[j] in ("including", "includes"):
            return j if _reaches(p, j, head) else None
        if p.lower[j] == "among" and p.lower[j + 1 : j + 2] == ["them"]:
            return j + 1
        if p.lower[j : j + 2] == ["such", "as"]:
            return j + 1
        verbs += p.pos[j] in ("VERB", "AUX") and p.dep[j] not in ("aux", "auxpass")
        if verbs > 1 or (verbs and p.dep[top] not in ("dobj", "nsubj", "nsubjpass")):
            return None
    return None


def _reaches(p: Parse, including: int, head: int) -> bool:
    """Is it this head's number that includes, not that of a noun between?"""
    above = p.head[including]
    return (
        above <= head
        or p.pos[above] not in _NOMINAL
        or not any(_number_of(p, k) is not None or _is_bare_number(p, k) for k in range(head + 1, including))
    )


def _is_bare_number(p: Parse, i: int) -> bool:
    """ "Killed two officers and wounded five, including": the five."""
    return p.tag[i] == "CD" and p.dep[i] in ("dobj", "nsubj", "nsubjpass")


def _included(p: Parse, head: int, opened: int) -> tuple[list[int], list[int]]:
    """The items after "including", and those that come after the list has closed.

    "Six people, including a nurse, and two guards": the guards are two more. "Including four men, a child, and a
    guard": the guard is the last of the list. Where the number tells ("three, including two men and four guards"),
    it decides.
    """
    first = next((c for c in p.children[opened] if p.dep[c] in ("pobj", "dobj")), None)
    if first is None:
        first = noun_after(p, opened + 1)
    if first is None:
        return [], []
    members = set(_chain(p, first)) | {c for c in _chain(p, head) if c > opened}
    members |= {c for c in range(opened, p.right[head] + 1) if p.dep[c] == "conj" and _number_of(p, c) is not None
                and p.pos[c] in _NOMINAL and not any(p.dep[k] == "relcl" for k in range(opened, c))}  # fmt: skip
    if p.dep[head] in ("nsubj", "nsubjpass"):
        members |= {c for c in all_subjects(p, p.head[head]) if c > first}
    items = sorted(c for c in members if c >= first)
    whole, total = _exact(p, head), 0
    inside: list[int] = []
    for n, item in enumerate(items):
        own = _exact(p, item) or 1
        if n and _is_outside(p, items[:n], item, whole, total + own):
            return inside, items[n:]
        inside.append(item)
        total += own
    return inside, []


def _exact(p: Parse, noun: int) -> int | None:
    quantity = find_quantity(p, noun)
    return quantity.count[1] if quantity is not None and quantity.count[0] == quantity.count[1] else None


def _is_outside(p: Parse, before: list[int], item: int, whole: int | None, total: int) -> bool:
    """Has the list closed before this item? `total`: what the items make up to here, this one included."""
    start = p.left[item]
    if start < 2 or find_quantity(p, item) is None or p.lower[start - 1] != "and":
        return False
    if whole is not None and total >= whole:
        return total > whole
    closed = any(p.lower[p.left[c] - 1] == "and" for c in before[1:])
    return closed or (p.lower[start - 2] == "," and len(before) == 1)


def parts_of(context: Context, whole: Target) -> list[Target]:
    """What the number of a target includes: "12 people, including two officers and a child"."""
    p = context.parse
    opened = _opened(p, whole.last)
    if opened is not None and whole.kind not in PEOPLE and (items := items_between(context, opened + 1)):
        return [replace(t, whole=whole.head) for t in items]
    heads = _included(p, whole.head, opened)[0] if opened is not None else _summed(p, whole)
    targets = [make_target(context, h) for h in heads] or [_of_them(context, whole)]
    return [replace(t, whole=whole.head) for t in targets if t is not None]


def _summed(p: Parse, whole: Target) -> list[int]:
    """ "Five people died: three soldiers and two civilians": what follows the colon makes up the number before it."""
    if _are_nationals(p, people := _chain(p, whole.head)):
        return people[1:]
    items = [
        c for c in p.children[whole.head] if p.dep[c] == "appos" and c > whole.last and _number_of(p, c) is not None
    ]
    if not items or not any(p.lower[j] in _OPENING for j in range(whole.last + 1, items[0])):
        return []
    heads = _chain(p, items[0])
    sizes = [_exact(p, h) for h in heads]
    return heads if None not in sizes and sum(n or 0 for n in sizes) == _exact(p, whole.head) else []


def _of_them(context: Context, whole: Target) -> Target | None:
    """ "three people, two of them children": the children."""
    p, j = context.parse, whole.last + 1
    if p.lower[j + 2 : j + 4] != ["of", "them"] or p.lower[j] != "," or p.sent[j] != p.sent[whole.last]:
        return None
    noun, number = noun_after(p, j + 4), read_number(p, j + 1, j + 1)
    if noun is None or number is None or not p.tag[noun].startswith("NN"):
        return None
    target, value = make_target(context, noun), int(number[0])
    return replace(target, quantity=Quantity(p.word[j + 1], (value, value), j + 1, j + 1)) if target else None
