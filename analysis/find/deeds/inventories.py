"""Inventories: "items recovered include two bags of rice and a knife", "among the weapons seized were three rifles".

The deed stands beside a noun for all of it; the items follow behind "include" or "were", each a row with its number.
"""

from __future__ import annotations

from dataclasses import replace

from ...read.language import Parse
from ..context import Context
from ..records import Outcome
from ..words.numbers import is_number
from ..words.subjects import is_passive
from .arguments import inverting
from .enumerations import head_of, items_before, items_between, past_phrase
from .lists import items_of
from .rows import target_row
from .targets import Target, kind_of, make_target
from .triggers import INVENTORY_NOUNS, Rule, Trigger, is_attributive

_GEAR = {"weapons", "explosives", "vehicle"}
_LINKS = {"include", "comprise", "contain"}
_MARKS = {":", ";", ",", "-", "–"}  # "items recovered included; one rifle"
_REACH = 16  # tokens from the deed to the verb that opens the list
_TAKEN = {"seized", "found"}
Row = tuple[Outcome, Target | None]


def inventory_rows(context: Context, trigger: Trigger) -> list[Row] | None:
    """One row an item of the inventory that the deed opens; None where it opens none."""
    p, rules = context.parse, [r for r in trigger.rules if r.outcome in _TAKEN]
    if trigger.pos not in ("verb", "noun") or not rules:
        return None
    thing = _thing(context, trigger.at) if trigger.pos == "verb" else trigger.at  # "recoveries include"
    opener = None if thing is None else _opener(p, max(thing, trigger.at), thing)
    if opener is None and trigger.pos == "verb":
        opener = inverting(p, trigger.at)
    if opener is not None:
        items = items_between(context, opener + 1)
    elif (first := _among(p, thing)) is not None:
        items = items_of(context, first)
    elif trigger.pos == "verb" and is_passive(p, trigger.at) and (items := items_before(context, trigger.at)):
        pass
    else:
        return None
    known = [t for t in items if t.kind or t.quantity]
    if not known or items[0].cls == "abstract":
        return None
    rows: list[Row] = []
    for item in items:
        target = _with_contents(context, item)
        kind = target.kind if target.kind in _GEAR | {"position", "building"} else "other"
        outcome = _rule(rules, kind, target).outcome
        rows.append((target_row(context, trigger, outcome, target, kind), target))
        rows += [(target_row(context, trigger, outcome, t, t.kind), t) for t in contents_of(context, target)]
    return rows


def contents_of(context: Context, item: Target) -> list[Target]:
    """ "Six rifles with 240 rounds of ammunition": the rounds, which have a number of their own."""
    p = context.parse
    i, end = item.last + 1, p.sents[p.sent[item.last]][1]
    if p.tag[i : i + 1] == ["-LRB-"]:
        i = next((j + 1 for j in range(i, min(end, i + 6)) if p.tag[j] == "-RRB-"), i)
    if i + 1 >= end or p.lower[i] not in ("with", "containing") or not is_number(p, i + 1):
        return []
    noun = head_of(p, i + 1, past_phrase(p, i + 1, end) - 1)
    target = make_target(context, noun) if noun is not None else None
    return [target] if target is not None and target.kind in _GEAR and target.quantity is not None else []


def _among(p: Parse, thing: int | None) -> int | None:
    """The first item of the list that stands before it: "a rifle and a pistol were among the arms recovered"."""
    if thing is None:
        return None
    while p.dep[thing] == "conj" and p.tag[p.head[thing]].startswith("NN"):
        thing = p.head[thing]
    among, be = p.head[thing], p.head[p.head[thing]]
    if p.lower[among] != "among" or p.lemma[be] != "be" or among < be:
        return None
    return next((c for c in p.children[be] if p.dep[c] == "nsubj" and p.tag[c].startswith("NN")), None)


def _thing(context: Context, deed: int) -> int | None:
    """The noun for all of it: before a participle ("the items [that were] seized"), or behind it ("seized items")."""
    p = context.parse
    if is_attributive(p, deed):
        return p.head[deed] if p.lemma[p.head[deed]] in INVENTORY_NOUNS else None
    j = deed - 1
    while j > 0 and (p.pos[j] in ("AUX", "ADV") or p.tag[j] in ("WDT", "WP") or p.lower[j] == "that"):
        j -= 1
    if j < 0 or p.sent[j] != p.sent[deed] or not p.tag[j].startswith("NN"):
        return None
    return (
        j if p.lemma[j] in INVENTORY_NOUNS or p.lower[j] in INVENTORY_NOUNS or kind_of(context, j)[0] in _GEAR else None
    )


def _opener(p: Parse, after: int, thing: int) -> int | None:
    """The last token before the list: "include", "were", a colon behind it."""
    end = min(p.sents[p.sent[after]][1] - 1, after + _REACH)
    for j in range(after + 1, end):
        general = p.lemma[thing] in INVENTORY_NOUNS or p.lower[thing] in INVENTORY_NOUNS
        if p.tag[j] == "VBG" and p.lemma[j] in _LINKS:  # "a cache was found, including two mortars"
            return None
        if p.lemma[j] in _LINKS or (p.lemma[j] == "be" and general) or (p.word[j] == ":" and general):
            while j + 1 < end and (
                p.word[j + 1] in _MARKS or p.lower[j + 1] in ("the", "following", "among", "others")
            ):
                j += 1
            return j if p.tag[j + 1] not in ("VBN", "VBG", "VBD", "IN", "RB", "TO") else None
        if p.lower[j] == "made":  # "recoveries made include"
            continue
        if p.pos[j] in ("VERB", "AUX") or p.tag[j] in ("WP", "WDT", "PRP") or p.word[j] == ";":
            return None
    return None


def _rule(rules: list[Rule], kind: str, target: Target) -> Rule:
    return next((r for r in rules if r.admits(kind, target.cls) or r.admits("other", "goods")), rules[0])


def _with_contents(context: Context, item: Target) -> Target:
    """ "two bags of fertiliser": what is in the bags belongs to the target, and tells its kind where they do not."""
    p, of = context.parse, item.last + 1
    if item.kind in _GEAR or of >= len(p) or p.lower[of] != "of" or p.sent[of] != p.sent[item.last]:
        return item
    last = past_phrase(p, of + 1, p.sents[p.sent[of]][1]) - 1
    while last > of and not p.tag[last].startswith("NN"):
        last -= 1
    if last == of:
        return item
    kind = kind_of(context, last)[0] or item.kind
    return replace(item, last=last, text=p.slice(item.first, last), kind=kind)
