"""The objects of a verb: its own, a shared one, or what the parser lost."""

from __future__ import annotations

from ...read.language import Parse
from ..words.grammar import child
from ..words.nouns import noun_after, noun_before
from ..words.subjects import SPANS, antecedent, is_passive, subject
from .triggers import Trigger

_MOVING = {"advance", "deploy", "mobilise", "mobilize"}  # "deployed and killed 11": not those
_MEANS = {"at", "back", "on", "with"}  # "Russia struck with missiles": it was not struck


def objects_of(p: Parse, trigger: Trigger) -> list[int]:
    """The heads of what the verb is done to."""
    i = trigger.at
    if child(p, i, "auxpass") is None and child(p, i, "dobj") is None and p.lemma[i] not in _MOVING:
        shared = _object_of_conjunct(p, i)
        if shared is not None:
            return [shared]
    if is_passive(p, i):
        own = child(p, i, "nsubjpass", "nsubj")
        if own is not None:
            return [antecedent(p, i, own)]
        if child(p, i, "auxpass") is None:
            left = child(p, p.head[i], "dobj") if p.dep[i] == "oprd" and p.lemma[p.head[i]] == "leave" else None
            if left is not None and left < i:
                return [left]  # "left two officers and a child wounded"
            before = noun_before(p, i)
            if before is not None and p.dep[i] != "conj":
                return [_including(p, before)]
            if before is not None and p.dep[before] not in ("pobj", "dobj") and p.head[before] in (i, p.head[i]):
                return [before]
        found = subject(p, i)
        return [found] if found is not None else []
    objects = [
        c for c in p.children[i] if p.dep[c] == "dobj" or (p.dep[c] in ("attr", "oprd", "dative") and p.pos[c] != "ADJ")
    ]
    phrase = [c for c in objects if p.lemma[c] in trigger.rules[0].words[1:] and not _is_specified(p, c)]
    objects = [c for c in objects if c not in phrase and p.lemma[c] not in SPANS]
    if not objects:  # "made the device safe": the parser sees a clause, "the device [is] safe"
        small = [c for c in p.children[i] if p.dep[c] == "ccomp" and (p.pos[c] == "ADJ" or c == trigger.last)]
        objects = [k for c in small for k in p.children[c] if p.dep[k] == "nsubj"]
    if objects:
        return [antecedent(p, i, objects[0]), *_listed(p, objects)]
    if inner := [k for c in phrase for k in p.children[c] if k < c and p.pos[k] in ("NOUN", "PROPN")]:
        return inner[-1:]  # "took five soldiers hostage": the soldiers, whom the parser hangs on "hostage"
    whose = any(p.tag[o] == "WDT" for c in p.children[i] if p.dep[c] == "prep" for o in p.children[c])  # "in which"
    if (
        p.dep[i] == "relcl"
        and not whose
        and child(p, i, "nsubj") is not None
        and p.tag[i] in ("VBD", "VBN", "VBP", "VBZ")
    ):
        return [p.head[i]]
    start = trigger.last + 1
    if start < len(p) and (found := noun_after(p, start)) is not None and not _begins_clause(p, i, found):
        return [found]
    headline = p.dep[i] in ("ROOT", "conj", "ccomp") and child(p, i, "aux", "dobj", "mark") is None
    headline = headline and not any(p.dep[c] == "prep" and p.lower[c] in _MEANS for c in p.children[i])
    if p.tag[i] in ("VBD", "VBN", "JJ") and child(p, i, "nsubj") is not None and headline:
        return [child(p, i, "nsubj") or i]
    return []


def _including(p: Parse, noun: int) -> int:
    """ "12 rebels including two chiefs killed": the rebels, of whom the chiefs are a part."""
    above = p.head[noun]
    whole = p.head[above]
    inside = p.dep[noun] == "pobj" and p.lower[above] == "including" and p.pos[whole] in ("NOUN", "PROPN", "NUM")
    return whole if inside else noun


def _listed(p: Parse, objects: list[int]) -> list[int]:
    """ "Attacked the palace, the governor's house and a bank": the parser gives the verb two objects."""
    nouns = [c for c in objects[1:] if p.dep[c] == "dobj" and p.pos[c] in ("NOUN", "PROPN")]
    plain = [
        c for c in nouns if p.tag[p.left[c]] != "VBG" and p.pos[objects[0]] != "PRON"
    ]  # ", burning huts": a clause
    found = [c for c in plain if p.word[p.left[c] - 1] == ","]
    closed = any(p.dep[k] == "cc" for c in found for k in p.children[c])  # "a house, a two-storey villa": one
    return found if closed else []


def _begins_clause(p: Parse, verb: int, noun: int) -> bool:
    """Is the noun after the verb the subject of the next clause? Not where that clause is a participle without an
    auxiliary that the parser took for a verb: "discovered a store believed to belong to the group"."""
    if p.dep[noun] not in ("nsubj", "nsubjpass"):
        return False
    clause = p.head[noun]
    reduced = p.tag[clause] in ("VBD", "VBN") and child(p, clause, "aux", "auxpass", "mark", "dobj") is None
    return not (reduced and p.dep[clause] == "ccomp" and p.head[clause] == verb)


def _is_specified(p: Parse, noun: int) -> bool:
    """ "claimed 12 lives", "took the lives of two": where it says how many or whose, the phrase's own noun
    is the target."""
    return any(p.dep[c] == "nummod" or p.lower[c] == "of" for c in p.children[noun])


def _object_of_conjunct(p: Parse, i: int) -> int | None:
    """ "shot and killed a man": the object of the second verb is that of the first too."""
    for c in p.children[i]:
        if p.dep[c] == "conj" and p.pos[c] == "VERB" and c - i <= 4 and child(p, c, "nsubj") is None:
            own = child(p, c, "dobj")
            if own is not None and p.lower[own] == "fire":  # "attacked and set fire to a school"
                return next((o for t in p.children[c] if p.lower[t] == "to" for o in p.children[t]), None)
            return own
    return None
