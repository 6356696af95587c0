"""Tolls told as such: "put the death toll at 27", "the number of dead rose to 30", "bringing the toll to 12".

What a toll is brought to adds up earlier numbers, so that row is a running total: background.
"""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..records import Outcome, Reason
from ..words.numbers import is_number
from ..words.quantities import Quantity, find_quantity
from .noun_arguments import governor
from .targets import Target, make_target
from .triggers import Trigger

_SET = {"put", "place", "estimate", "revise", "give", "set"}
_RAISED = {"bring", "raise", "take", "push", "lift", "increase"}
_STANDS = {"rise", "climb", "stand", "increase", "grow", "jump", "soar", "go", "be"}
_REACHES = {"reach", "pass", "hit", "exceed", "top", "be"}
_DEAD = {"dead", "death", "deaths", "killed", "fatality", "fatalities", "victim", "victims", "casualty", "casualties"}
_HURT = {"wounded", "injured", "injury", "injuries", "wound", "wounds"}
Row = tuple[Outcome, Target | None]


def told_toll_rows(context: Context, trigger: Trigger) -> list[Row]:
    """The row of a toll, with the number that its verb gives it; none where there is no number."""
    p, i = context.parse, trigger.at
    outcome = _outcome(p, i)
    verb = governor(p, i)
    if not outcome:
        return []
    quantity = _number(p, i, verb) or _own_number(p, i)
    target = make_target(context, i)
    if quantity is None or target is None:
        return []
    ends = [i, quantity.first, quantity.last, *([verb] if verb is not None and p.sent[verb] == p.sent[i] else [])]
    first, last = min(ends), max(ends)
    row = Outcome(p.start[first], p.end[last], outcome, i)
    row.target, row.target_kind, row.target_at = target.text, "person unspecified", context.mention(i, i)
    row.count, row.count_text = quantity.count, quantity.text
    row.reasons.append(Reason("trigger", p.word[i], p.start[i], p.end[i]))
    row.reasons.append(Reason("argument", f"count: {quantity.text}", p.start[quantity.first], p.end[quantity.last]))
    return [(row, target)]


def _outcome(p: Parse, i: int) -> str:
    """Killed or wounded, by the words around the noun; "the toll" alone is of the dead; a number of else is none."""
    words = {p.lower[c] for c in p.children[i]}
    for c in p.children[i]:
        if p.lower[c] in ("of", "from"):
            words |= {p.lower[k] for k in range(p.left[c], min(p.right[c], c + 4) + 1)}
    if words & _HURT and not words & _DEAD:
        return "wounded"
    return "killed" if words & _DEAD or p.lemma[i] == "toll" else ""


def _own_number(p: Parse, noun: int) -> Quantity | None:
    """ "For a total death toll of eight": the number that stands behind the noun."""
    if p.lemma[noun] != "toll" or p.dep[noun] not in ("pobj", "dobj", "appos", "ROOT"):
        return None
    for c in p.children[noun]:
        if p.lower[c] == "of" and c > noun:
            return next((q for o in p.children[c] if is_number(p, o) and (q := find_quantity(p, o)) is not None), None)
    return None


def _number(p: Parse, noun: int, verb: int | None) -> Quantity | None:
    if verb is None:
        return None
    object_of = p.dep[noun] == "dobj" and p.lemma[verb] in _SET | _RAISED
    subject_of = p.dep[noun] in ("nsubj", "nsubjpass") and p.lemma[verb] in _STANDS | _SET | _RAISED
    if object_of or subject_of:
        for c in p.children[verb]:
            if p.lower[c] in ("at", "to") and p.dep[c] in ("prep", "dative"):
                for o in p.children[c]:
                    if p.dep[o] == "pobj" and (quantity := find_quantity(p, o)) is not None:
                        return quantity
    if object_of and p.lemma[verb] in _SET:  # "put the toll since the end of April at 387"
        for c in range(noun, p.right[verb]):
            if p.lower[c] == "at" and p.tag[c + 1] == "CD" and p.dep[c + 1] == "pobj":
                return find_quantity(p, c + 1)
    if p.dep[noun] == "nsubj" and p.lemma[verb] in _REACHES:
        for c in p.children[verb]:
            if p.dep[c] in ("dobj", "attr") and (quantity := find_quantity(p, c)) is not None:
                return quantity
    return None


def counts_the(p: Parse, deed: int) -> bool:
    """ "The number of people killed had risen to 13": the number is told, and the deed is no row beside it."""
    people = p.head[deed]
    number = p.head[p.head[people]]
    if p.dep[deed] != "acl" or p.lower[p.head[people]] != "of" or p.lemma[number] != "number":
        return False
    return _number(p, number, governor(p, number)) is not None


def is_brought(p: Parse, outcome: Outcome) -> bool:
    """ "bringing the death toll to 30": a sum of what was told before."""
    verb = governor(p, outcome.trigger)
    return outcome.target.lower().endswith("toll") and verb is not None and p.lemma[verb] in _RAISED
