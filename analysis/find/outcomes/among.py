"""Who the people of the last sentence were: "Among them were two officers", "Nineteen of them were women".

No word of deed stands in such a sentence; its rows are parts of the number before it and share its outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...read.language import Parse
from ..context import Context
from ..deeds.lists import items_of
from ..deeds.targets import Target
from ..deeds.triggers import PEOPLE
from ..records import Outcome, Reason
from ..sides.sides import find_speaker
from ..words.numbers import is_number
from ..words.quantities import find_quantity

_THEM = {"them", "these", "they", "those", "whom"}
_THEY = {"they", "these", "those"}
_WORDS = {"victim", "casualty", "fatality", "hostage", "detainee", "captive", "arrestee"}
_OUTCOMES = {"killed", "wounded", "arrested", "kidnapped", "surrendered", "displaced"}
_REACH = 2  # sentences back to the number
_NOUNS = {"NOUN", "PROPN"}


def find_among(context: Context) -> None:
    """Adds the rows of those who a sentence says were among the people of the row before it."""
    for verb, lemma in enumerate(context.parse.lemma):
        if lemma not in ("be", "include", "comprise"):
            continue
        for target in _named(context, verb):
            whole = _whole(context, verb)
            if whole is not None and target.kind in PEOPLE and target.cls != "number" and _fits(whole, target):
                context.outcomes.append(_row(context, verb, target, whole))


def _named(context: Context, verb: int) -> Iterator[Target]:
    """Those whom the verb names as part of the people before."""
    p = context.parse
    behind = [c for c in p.children[verb] if c > verb and p.dep[c] in ("attr", "nsubj", "dobj") and p.pos[c] in _NOUNS]
    if not behind:
        return
    before = next((c for c in p.children[verb] if c < verb and p.dep[c] in ("nsubj", "nsubjpass")), None)
    if p.lemma[verb] != "be":
        if before is not None and (p.lower[before] in _THEY or _is_group(p, before)) and _is_them(p, before):
            yield from items_of(context, behind[0])
        return
    number = before if before is not None else verb - 1
    if is_number(p, number) and (_is_of_them(p, number) or _opens_with_them(p, verb)):
        quantity = find_quantity(p, number)
        yield from (replace(t, quantity=quantity) for t in items_of(context, behind[0])[:1] if t.quantity is None)
    elif before is None and _opens_with_them(p, verb):
        yield from items_of(context, behind[0])


def _is_them(p: Parse, i: int) -> bool:
    """ "them", "the victims", not "those killed": that has its own word of deed."""
    bare = not any(p.dep[c] in ("acl", "relcl") for c in p.children[i])
    return bare and (p.lower[i] in _THEM or _is_group(p, i))


def _is_group(p: Parse, noun: int) -> bool:
    return p.lemma[noun] in _WORDS and any(p.lower[c] in ("the", "these", "those") for c in p.children[noun])


def _is_of_them(p: Parse, number: int) -> bool:
    """ "nineteen of them", "two of the victims"."""
    return any(_is_among(p, c) for c in p.children[number])


def _opens_with_them(p: Parse, verb: int) -> bool:
    """Does "among them" or "of these" stand in the verb's clause, or in the one that it is joined to?"""
    clauses = [verb] + ([p.head[verb]] if p.dep[verb] in ("advcl", "conj") else [])
    return any(c < clause and _is_among(p, c) for clause in clauses for c in p.children[clause])


def _is_among(p: Parse, preposition: int) -> bool:
    words = ("among", "amongst", "of")
    return p.lower[preposition] in words and any(_is_them(p, o) for o in p.children[preposition])


def _whole(context: Context, verb: int) -> Outcome | None:
    """The last number of people before the verb, where it can include several."""
    p = context.parse
    earlier = [o for o in context.outcomes if o.trigger < verb and p.sent[verb] - p.sent[o.trigger] <= _REACH]
    for row in sorted(earlier, key=lambda o: -o.trigger):
        if row.outcome in _OUTCOMES and row.target_kind in PEOPLE and row.part_of is None:
            return row if row.count not in ((1, 1), (0, 0)) and p.sent[row.trigger] < p.sent[verb] else None
    return None


def _fits(whole: Outcome, part: Target) -> bool:
    """Is the part no larger than the whole?"""
    most = whole.count[1] if whole.count is not None else None
    low = part.quantity.count[0] if part.quantity is not None else None
    return most is None or low is None or low <= most


def _row(context: Context, verb: int, target: Target, whole: Outcome) -> Outcome:
    p, quantity = context.parse, target.quantity
    tokens = [verb, target.first, target.last, *([quantity.first, quantity.last] if quantity else [])]
    row = Outcome(p.start[min(tokens)], p.end[max(tokens)], whole.outcome, verb, target.text, target.kind)
    row.target_at, row.part_of = context.mention(target.first, target.last), whole
    if quantity is not None:
        row.count, row.count_text = quantity.count, quantity.text
    row.actor, row.actor_forces = list(whole.actor), list(whole.actor_forces)
    row.place, row.means = whole.place, whole.means
    row.reasons.append(Reason("coreference", f"among: {whole.target}", row.start, row.end))
    find_speaker(context, row)
    return row
