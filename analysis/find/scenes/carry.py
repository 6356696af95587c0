"""The scene of an event that is spoken of again: "five were wounded in the attack", "the blast left two dead".

A lead names the place and the details follow. Only words that mean the event itself take its scene along; who fled or
was arrested later may have been anywhere.
"""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..records import Outcome

EVENTS = frozenset(
    """
    airstrike ambush arson assault attack battle blast bombardment bombing clash confrontation crossfire encounter
    engagement exchange explosion fight fighting fire firefight gunbattle gunfight incident invasion killing massacre
    offensive operation raid rampage shelling shooting shootout shoot-out siege skirmish standoff storming strike
    violence
    """.split()
)
WIDE = {"offensive", "operation"}  # what they brought about in the end may have been anywhere
_IN = {"in", "during", "by", "from", "after"}
_DEFINITE = {"the", "this", "these", "both", "ensuing", "same"}
_CLAUSES = {"acomp", "advcl", "conj", "oprd", "xcomp"}
_DEEDS = {"attacked", "clashed", "launched operation"}
_EFFECTS = {"killed", "wounded", "destroyed"}
_ELSEWHERE = {"also", "another", "earlier", "elsewhere", "meanwhile", "previous", "previously", "separate", "since"}
_MISHAPS = {"accident", "crash", "incident", "protest"}
_NEAR = 2  # paragraphs from the event to what is told of it


def same_event(context: Context, outcome: Outcome) -> Outcome | None:
    """The last deed told close before that the outcome's own clause speaks of as known; None without one."""
    p = context.parse
    event = _definite_event(p, outcome.trigger)
    if event is None:
        return _told_right_before(context, outcome)
    deeds = [o for o in context.outcomes if o.place is not None and o.outcome in _DEEDS]
    earlier = [o for o in deeds if o.trigger < event]
    if not earlier:
        return None
    last = max(earlier, key=lambda o: o.trigger)
    near = p.paragraph[event] - p.paragraph[last.trigger] <= _NEAR
    alone = all(o.place is last.place for o in deeds)
    known = last.place is not None and last.place.feature != "country" and last.status == outcome.status
    return last if known and (near or alone) else None


def _told_right_before(context: Context, outcome: Outcome) -> Outcome | None:
    """ "Clashes erupted in X. Twenty people were killed": the toll in the sentence right after the event."""
    p = context.parse
    begin, end = p.sents[p.sent[outcome.trigger]]
    if outcome.outcome not in _EFFECTS or not begin or p.paragraph[begin] != p.paragraph[begin - 1]:
        return None
    if any(p.dep[c] in ("nsubj", "dobj") for c in p.children[outcome.trigger]) and p.lemma[outcome.trigger] != "die":
        return None
    if any(i in context.place_at or p.ent[i] == "DATE" or p.lower[i] in _ELSEWHERE for i in range(begin, end)):
        return None
    if any(p.lemma[i] in EVENTS | _MISHAPS and p.pos[i] == "NOUN" for i in range(begin, end)):
        return None  # of an event of its own: "in a road accident"
    before = [o for o in context.outcomes if p.sent[o.trigger] == p.sent[begin] - 1]
    deeds = [o for o in before if o.outcome in ("attacked", "clashed") and o.place is not None]
    known = [o for o in deeds if o.place is not None and o.place.feature != "country" and o.status == outcome.status]
    return known[-1] if known and len({id(o.place) for o in before if o.place is not None}) == 1 else None


def _definite_event(p: Parse, trigger: int) -> int | None:
    """The definite noun of an event that is the subject of the deed, or of the clause that it belongs to, or in
    which it happened."""
    i = trigger
    while True:
        found = [c for c in p.children[i] if p.dep[c] == "nsubj" and p.lemma[c] in EVENTS]
        for c in p.children[i]:
            if p.lower[c] in _IN and i == trigger:
                found += [o for o in p.children[c] if p.dep[o] == "pobj" and p.lemma[o] in EVENTS]
        found = [e for e in found if i == trigger or p.lemma[e] not in WIDE]
        event = next((e for e in found if any(p.lower[d] in _DEFINITE for d in p.children[e])), None)
        if event is not None or p.head[i] == i:
            return event
        own = any(p.dep[c] in ("nsubj", "nsubjpass") for c in p.children[i])
        while_so = any(p.lower[c] == "while" for c in p.children[i])
        nominal = p.pos[i] in ("NOUN", "ADP") and p.dep[i] in ("pobj", "dobj", "prep")  # "resulted in the death of"
        if not (nominal or (p.dep[i] in _CLAUSES and (while_so or not own))):
            return None
        i = p.head[i]
