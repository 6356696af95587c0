"""How many a definite target means: "Gunmen took four boys. The boys were killed": four.

A definite description has no number of its own. Where it goes back to a phrase that has one, close before it and the
only one that fits, it takes that number; else it stays without.
"""

from __future__ import annotations

from dataclasses import replace

from ...read.language import Parse
from ..context import Context
from ..words.grammar import first_conjunct
from ..words.quantities import Quantity, find_quantity
from .targets import Target

_DEFINITE = {"the", "this", "that", "these", "those", "both"}
_DETERMINERS = _DEFINITE | {"a", "an", "another", "one", "no", "some", "each", "every"}
_REACH = 3  # sentences back
_ATTACKERS = frozenset("assailant attacker bomber gunman hijacker killer knifeman perpetrator shooter suspect".split())
_TAKEN = frozenset("abductee captive hostage victim".split())


def with_earlier_number(context: Context, target: Target) -> Target:
    """The target with the number of the phrase that it goes back to, if it is definite and has none."""
    p, noun = context.parse, target.last
    if target.quantity is not None or p.pos[noun] != "NOUN" or not _is_definite(p, noun):
        return target
    found = _of_taken(context, noun) if p.lemma[noun] in _TAKEN else _of_phrase(p, target.first, noun)
    if found is None or not _agrees(p, noun, found):
        return target
    return replace(target, quantity=replace(found, first=noun, last=noun))


def _is_definite(p: Parse, noun: int) -> bool:
    """ "the soldier", and the civilian of "the soldier and civilian"; no owner, and no clause that tells which one."""
    if any(p.dep[c] in ("poss", "relcl", "nummod") for c in p.children[noun]):
        return False
    own = next((p.lower[c] for c in p.children[noun] if c < noun and p.lower[c] in _DETERMINERS), "")
    if not own and p.dep[noun] == "conj" and (first := first_conjunct(p, noun)) != noun:
        return _is_definite(p, first)
    return own in _DEFINITE


def _agrees(p: Parse, noun: int, quantity: Quantity) -> bool:
    low, high = quantity.count
    if quantity.vague or low is None:
        return False
    return low >= 2 if p.tag[noun] == "NNS" else (low, high) == (1, 1)


def _of_phrase(p: Parse, first: int, noun: int) -> Quantity | None:
    """The number of the last phrase with the same noun; None where its sentence counts that noun twice."""
    wanted = _ATTACKERS if p.lemma[noun] in _ATTACKERS else {p.lemma[noun]}
    sentence = -1
    found: list[Quantity] = []
    for j in range(first - 1, -1, -1):
        if p.sent[noun] - p.sent[j] > _REACH or (found and p.sent[j] != sentence):
            break
        if p.lemma[j] not in wanted or p.pos[j] != "NOUN" or (quantity := find_quantity(p, j)) is None:
            continue
        if _agrees(p, noun, quantity):
            found.append(quantity)
            sentence = p.sent[j]
    return found[0] if len(found) == 1 else None


def _of_taken(context: Context, noun: int) -> Quantity | None:
    """The hostages are those who were kidnapped before, the victim the one who was attacked."""
    p = context.parse
    rows = [
        o
        for o in context.outcomes
        if o.outcome in ("kidnapped", "attacked", "arrested") and o.part_of is None and o.trigger < noun
        and p.sent[noun] - p.sent[o.trigger] <= _REACH and o.target_at is not None
        and o.target_kind not in ("weapons", "explosives", "vehicle", "position", "building", "territory", "other")
    ]  # fmt: skip
    if not rows or any(o.count is None for o in rows):
        return None
    rows = [o for o in rows if o.outcome == rows[-1].outcome]
    if len(rows) == 1 and rows[0].count:
        return Quantity(rows[0].count_text, rows[0].count, noun, noun)
    if p.tag[noun] != "NNS" or any(o.trigger != rows[0].trigger for o in rows):
        return None
    low = sum(o.count[0] or 0 for o in rows if o.count)
    words = " and ".join(o.count_text for o in rows)
    return Quantity(words, (low, low if all(o.count and o.count[1] for o in rows) else None), noun, noun)
