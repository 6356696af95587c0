"""Lists of things told by adjacency: "two M16 rifles, a pistol, 466 rounds of ammunition and some documents".

The parser loses its way in long inventories; what stands between commas, with a number or an article of its own or as
a bare noun phrase, is an item, up to the first segment that reads otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from ...read.language import Parse
from ..context import Context
from ..statements.cues import cue_verb
from ..words.numbers import is_number, number_nouns, read_number
from ..words.quantities import Quantity, phrase_start
from .targets import Target, kind_of, make_target

_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_IN_PHRASE = {*_NOUNS, "JJ", "VBN", "VBG", "CD", "DT", "HYPH", "POS", "PRP$", "SYM", "AFX", "JJR", "RB", "PDT", "JJS"}
_JOINS = {",", "and", ";", "&", "plus"}
_ADDING = (("as", "well", "as"), ("along", "with"), ("together", "with"))  # join as "and" does
_RELATIVES = {"that", "which"}
_CLAUSE = 12  # tokens of a relative clause inside a list
_OPENERS = {"a", "an", "one", "several", "some", "another", "large", "various"}
_MADE = frozenset(
    "assembled burned burnt fabricated held improvised looted made manufactured modified stolen used".split()
)
_PEOPLE = {"combatant", "civilian", "security force", "person unspecified"}
_TAKING = {"capture", "confiscate", "discover", "find", "recover", "retrieve", "seize"}  # no blows with something
_FINITE = {"VBD", "VBZ", "VBP"}
_SITES = {"building", "position"}
_INVENTORY = {"weapons", "explosives", "vehicle"}


def enumerated(context: Context, head: int) -> list[Target]:
    """The items of an inventory that begins with the thing at `head`; empty where it is no list of this sort.

    At least one item after the first has a number or an article of its own, or is of a known kind of gear.
    """
    p = context.parse
    inside = [o for c in p.children[head] if p.lower[c] == "of" for o in p.children[c]]  # "two sacks of ammunition"
    kinds = {kind_of(context, i)[0] for i in (head, *inside)}
    if not kinds & (_INVENTORY | _SITES):
        return []
    means = next((c for c in p.children[head] if p.lower[c] == "with"), None)
    if means is None and p.lower[head + 1 : head + 2] == ["with"]:
        means = head + 1
    by_means = means is not None and p.pos[p.head[means]] == "VERB" and p.lemma[p.head[means]] not in _TAKING
    if means is not None and (kinds & _SITES or by_means):
        return []  # "attacked a base with drones and explosives"
    end = p.sents[p.sent[head]][1]
    segments = list(_segments(p, _past_relative(p, past_phrase(p, head + 1, end), end)))
    if kinds & _SITES and not any(p.lower[first - 1] in ("and", "&") for first, _ in segments):
        return []  # "destroyed a house, a two-storey villa"
    found, sure = _items(context, segments)
    first = make_target(context, head)
    return [first, *found] if sure and first is not None else []


def with_lost_items(context: Context, targets: list[Target], head: int) -> list[Target]:
    """The targets of a list, and the items of the inventory that the parser lost or could not name a kind for."""
    inventory = enumerated(context, head)
    if len(inventory) < len(targets) or (len(inventory) == len(targets) and all(t.kind for t in targets)):
        return targets
    return [targets[0], *(t if t.kind else replace(t, kind="other", cls="goods") for t in inventory[1:])]


def items_between(context: Context, start: int) -> list[Target]:
    """The items of a list that begins at the token, whatever they are: "two bags of rice, six torches and a mat"."""
    end = context.parse.sents[context.parse.sent[start]][1]
    after = past_phrase(context.parse, start, end)
    if after == start:
        return []
    return _items(context, chain([(start, after - 1)], _segments(context.parse, after)))[0]


def items_before(context: Context, verb: int) -> list[Target]:
    """The items of a list that ends before a passive verb: "two rifles, a pistol and six rounds were recovered".

    Only where the whole of it reads as a list with numbers, back to the begin of the clause.
    """
    p = context.parse
    end = verb
    while end > 0 and (p.pos[end - 1] in ("AUX", "ADV") or p.dep[end - 1] in ("aux", "auxpass")):
        end -= 1
    first = p.sents[p.sent[verb]][0]
    for start in range(first, end - 2):
        opens = start == first or p.lower[start - 1] in (",", ":", "that") or p.tag[start - 1] in _FINITE
        if not opens or not _is_counted(p, start):
            continue
        after = past_phrase(p, start, end)
        segments = [(start, after - 1), *_segments(p, after, end)]
        items = _items(context, segments, end)[0]
        if len({t.last for t in items}) == len(segments) > 1 and segments[-1][1] == end - 1:
            return items
    return []


def _is_counted(p: Parse, first: int) -> bool:
    return is_number(p, first) or p.lower[first] in _OPENERS or p.lower[first] in number_nouns()


def _items(context: Context, segments: Iterable[tuple[int, int]], closed: int = -1) -> tuple[list[Target], bool]:
    """The items of the segments up to the first that is none, and whether one has a number or is a known thing.

    `closed`: where the list may end at a verb.
    """
    p = context.parse
    found: list[Target] = []
    sure = False
    for first, last in segments:
        noun = head_of(p, first, last)
        told = p.tag[first] == "VBG" and p.dep[first] in ("advcl", "conj", "acl")  # "hit a depot, destroying trucks"
        if noun is None or told or (closed != last + 1 < len(p) and _begins_clause(p, last + 1)):
            break
        counted = _is_counted(p, first)
        kind = kind_of(context, noun)[0]
        if kind in _PEOPLE:
            break  # "destroyed a house, an official and a witness said"
        known = kind in _INVENTORY or kind in _SITES
        if not counted and not known and any(p.tag[i] in ("DT", "NNP", "PRP$") for i in range(first, noun + 1)):
            break
        sure = sure or counted or known
        target = make_target(context, noun)
        odd = target is not None and target.quantity is not None and first < target.quantity.first  # "one .45 pistol"
        uncounted = target is not None and target.quantity is None
        if target is not None and counted and target.head == target.last and (odd or uncounted):
            target = replace(target, quantity=_quantity(p, first, noun))
        if target is not None:
            found.append(target)
    return found, sure


def _begins_clause(p: Parse, i: int) -> bool:
    """Is it the verb of a new clause, whose subject the segment before it is?"""
    return cue_verb(p, i) is not None or p.tag[i] in ("VBD", "VBZ", "VBP", "MD")


def _quantity(p: Parse, first: int, noun: int) -> Quantity | None:
    """The number or article that the segment opens with, where the parser hung it elsewhere."""
    if p.lower[first] in ("a", "an", "one"):
        return Quantity(p.word[first], (1, 1), first, first)
    read = read_number(p, first, noun)
    return None if read is None else Quantity(p.slice(first, read[1]), (int(read[0]),) * 2, first, read[1])


def _join(p: Parse, i: int, end: int) -> int:
    """How many tokens at i join one item to the next: 0 where the list goes no further."""
    if i >= end:
        return 0
    if p.lower[i] in _JOINS:
        return 1
    return next((len(words) for words in _ADDING if tuple(p.lower[i : i + len(words)]) == words), 0)


def _segments(p: Parse, i: int, end: int | None = None) -> Iterator[tuple[int, int]]:
    """First and last token of what follows the item that ends before token i, cut at commas and conjunctions."""
    end = p.sents[p.sent[i - 1]][1] if end is None else end
    while _join(p, i, end):
        while step := _join(p, i, end):
            i += step
        first = i
        i = past_phrase(p, i, end)
        if i == first:
            return
        last = i - 1
        i = _past_relative(p, i, end) if _is_counted(p, first) else i
        yield first, last
        if p.lower[last] in _JOINS:
            return


def _past_relative(p: Parse, i: int, end: int) -> int:
    """Past a relative clause inside a list, to the next comma: "a rifle that fires blanks, a pistol"."""
    if i >= end or p.lower[i] not in _RELATIVES:
        return i
    return next((j for j in range(i, min(end, i + _CLAUSE)) if p.lower[j] in (",", ";")), i)


def past_phrase(p: Parse, i: int, end: int) -> int:
    """Past a noun phrase and the "of", "for", "with" phrases that belong to it."""
    while i < end and not _join(p, i, end):
        inside = p.tag[i] in _IN_PHRASE or p.tag[i] in ("-LRB-", "-RRB-") or p.lower[i] == "one"
        if inside or _is_participle(p, i):
            i += 1
        elif p.lower[i] in ("of", "for", "with", "containing", "made") and i + 1 < end and p.tag[i + 1] in _IN_PHRASE:
            i += 1
        else:
            break
    return i


def _is_participle(p: Parse, i: int) -> bool:
    """ "One locally made rifle, looted clothes": what the tagger takes for a verb before the noun that it describes."""
    return p.lower[i] in _MADE and p.tag[i] in ("VBD", "VBN") and p.tag[i + 1 : i + 2] in (["NN"], ["NNS"], ["JJ"])


def head_of(p: Parse, first: int, last: int) -> int | None:
    """The last noun before the segment's first preposition."""
    stop = next(
        (i for i in range(first, last + 1) if p.tag[i] in ("IN", "-LRB-") or p.lower[i] == "containing"), last + 1
    )
    noun = next((i for i in range(stop - 1, first - 1, -1) if p.tag[i] in _NOUNS), None)
    finite = (i for i in range(first, last + 1) if p.tag[i] in ("VBD", "VBZ", "VBP", "MD"))
    if noun is None or any(not _is_participle(p, i) for i in finite):
        return None
    return noun if stop - 1 == noun or phrase_start(p, noun) <= first else None
