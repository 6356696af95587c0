"""Who did it and to whom: the heads of a trigger's arguments, read off the parse.

A verb takes its subject from itself, from the verb that it is coordinated with, from the clause that it hangs on
("killing three": the subject of the main clause) or from the noun that it modifies ("the men who fled").
"""

from __future__ import annotations

from ..read.language import Parse
from .grammar import SUBJECTS
from .targets import noun_after, noun_before
from .triggers import Rule, Trigger

LIGHT = frozenset(
    """
    announce begin carry claim commit conduct continue deliver execute face initiate intensify launch lead make
    mount open order perform perpetrate record report resume see stage start suffer undertake unleash wage witness
    """.split()
)
OCCUR = frozenset(
    """
    be begin break cause continue damage destroy engage ensue erupt flare follow happen hit injure intensify involve
    kill leave occur rage report result resume rock shake start strike take target wound
    """.split()
)
RESULT = frozenset("result lead cause leave claim bring end culminate include see".split())
_RELATIVES = {"who", "which", "that", "whom"}
_SUBJECTLESS = {"advcl", "xcomp", "pcomp", "acl", "prep", "ccomp", "conj", "dep", "oprd"}


def _own(p: Parse, verb: int, *deps: str) -> int | None:
    return next((c for c in p.children[verb] if p.dep[c] in deps), None)


def _resolve_relative(p: Parse, verb: int, token: int) -> int:
    """The noun that "who" or "which" stands for."""
    if p.lower[token] in _RELATIVES and p.tag[token] in ("WP", "WDT", "IN", "DT"):
        top = verb
        while p.dep[top] == "conj" and p.head[top] != top:
            top = p.head[top]
        if p.dep[top] in ("relcl", "acl", "ccomp") and p.head[top] != top:
            return p.head[top]
    return token


def is_passive(p: Parse, verb: int) -> bool:
    """Is the subject the one it is done to? Participles without an auxiliary and an object count ("12 killed")."""
    if p.tag[verb] in ("VBG", "VB", "VBP", "VBZ"):
        return any(p.dep[c] in ("auxpass", "nsubjpass") for c in p.children[verb])
    deps = {p.dep[c] for c in p.children[verb]}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if "dobj" in deps:
        return False
    if "aux" in deps:
        return any(p.lower[c] in ("been", "get", "got", "getting", "gets") for c in p.children[verb])
    if p.tag[verb] in ("VBN", "JJ"):
        if p.dep[verb] == "conj" and not deps & SUBJECTS:
            return p.pos[p.head[verb]] != "VERB" or is_passive(p, p.head[verb])
        return True
    return False


def subject(p: Parse, verb: int, depth: int = 0) -> int | None:
    """The head of the verb's grammatical subject, its own or shared."""
    if depth > 6:
        return None
    own = _own(p, verb, "nsubj", "nsubjpass", "csubj")
    if own is not None:
        return _resolve_relative(p, verb, own)
    head, dep = p.head[verb], p.dep[verb]
    if head == verb:
        return None
    if dep in ("relcl", "acl"):
        if dep == "acl" and p.pos[head] not in ("VERB", "AUX"):
            if any(p.tag[c] == "TO" for c in p.children[verb]):  # "an operation to clear the area"
                return head
            return head
        return head
    if dep in _SUBJECTLESS:
        if p.pos[head] in ("VERB", "AUX"):
            if dep == "xcomp" and (thing := _own(p, head, "dobj")) is not None and p.lemma[head] in _CONTROL:
                return thing
            return subject(p, head, depth + 1)
        if p.pos[head] == "ADP" and p.head[head] != head:
            above = p.head[head]
            if p.pos[above] in ("VERB", "AUX"):
                return subject(p, above, depth + 1)
            return above if p.pos[above] in ("NOUN", "PROPN") else None
    return None


_CONTROL = frozenset(
    """
    allow ask cause compel enable force help lead order prompt send tell urge
    """.split()
)


def agents(p: Parse, trigger: Trigger) -> list[int]:
    """Heads of those who did it: the active subject, the "by" of a passive, the owner or the "by" of a noun."""
    i = trigger.at
    if trigger.pos in ("noun", "operation", "toll"):
        return _noun_agents(p, i)
    by = _by(p, i)
    if by:
        return by
    if trigger.pos == "adjective":
        governor = p.head[i]
        return [s for s in (subject(p, governor),) if s is not None] if p.lemma[governor] == "leave" else []
    if is_passive(p, i):
        if p.dep[i] == "conj" and p.pos[p.head[i]] == "VERB" and is_passive(p, p.head[i]):
            return _by(p, p.head[i])
        return []
    found = subject(p, i)
    return [found] if found is not None else []


def _by(p: Parse, i: int) -> list[int]:
    out = []
    for c in p.children[i]:
        if p.lower[c] == "by" and p.dep[c] in ("agent", "prep"):
            out += [o for o in p.children[c] if p.dep[o] == "pobj"]
    return out


def _noun_agents(p: Parse, noun: int) -> list[int]:
    by = _by(p, noun)
    if by:
        return by
    owner = [c for c in p.children[noun] if p.dep[c] in ("poss", "compound", "amod", "nmod") and c < noun]
    verb = governor(p, noun)
    if verb is not None and p.lemma[verb] in LIGHT and not is_passive(p, verb) and p.dep[noun] in ("dobj", "conj"):
        found = subject(p, verb)
        if found is not None and found != noun:
            return [found]
    if verb is not None and is_passive(p, verb) and (found_by := _by(p, verb)):
        return found_by
    return owner


def governor(p: Parse, noun: int) -> int | None:
    """The verb that the noun is an argument of, through coordination and "in" of result verbs."""
    i = noun
    while p.dep[i] == "conj" and p.head[i] != i and p.pos[p.head[i]] in ("NOUN", "PROPN"):
        i = p.head[i]
    head = p.head[i]
    if head == i:
        return None
    if p.pos[head] == "VERB" or p.pos[head] == "AUX":
        return head
    if p.dep[i] == "pobj" and p.pos[p.head[head]] == "VERB":
        return p.head[head]
    return None


def patients(p: Parse, trigger: Trigger, rule: Rule) -> list[int]:
    """Heads of those it was done to, where the rule says that they stand."""
    i, where = trigger.at, rule.target
    if where == "self":
        return [i]
    if trigger.pos == "noun":
        return _noun_patients(p, i, where)
    if trigger.pos == "adjective":
        return _adjective_patients(p, i)
    if where == "subject":
        return _subject_patients(p, i)
    if where == "object":
        return _objects(p, trigger)
    if where == "both":
        return []
    return _after_preposition(p, trigger, where)


def _subject_patients(p: Parse, i: int) -> list[int]:
    if p.tag[i] == "VBN" and _own(p, i, "dobj") is None and is_passive(p, i) and p.dep[i] not in ("relcl", "conj"):
        found = subject(p, i)
        return [found] if found is not None else []
    found = subject(p, i)
    if found is None and p.tag[i] in ("VBD", "VBN"):
        found = noun_before(p, i)
    return [found] if found is not None else []


def _objects(p: Parse, trigger: Trigger) -> list[int]:
    i = trigger.at
    if is_passive(p, i):
        own = _own(p, i, "nsubjpass", "nsubj")
        if own is not None:
            return [_resolve_relative(p, i, own)]
        if _own(p, i, "auxpass") is None:
            before = noun_before(p, i)
            if before is not None and p.dep[i] != "conj":
                return [before]
            if before is not None and p.dep[before] not in ("pobj", "dobj") and p.head[before] in (i, p.head[i]):
                return [before]
        shared = _object_of_conjunct(p, i)
        if shared is not None and _own(p, i, "auxpass") is None and p.tag[i] != "VBN":
            return [shared]
        found = subject(p, i)
        return [found] if found is not None else []
    objects = [c for c in p.children[i] if p.dep[c] in ("dobj", "attr", "oprd", "dative") and p.pos[c] != "ADJ"]
    objects = [c for c in objects if c <= trigger.at or c > trigger.last or len(trigger.rules[0].words) == 1]
    if objects:
        return [_resolve_relative(p, i, objects[0])]
    if p.dep[i] == "relcl" and _own(p, i, "nsubj") is not None and p.tag[i] in ("VBD", "VBN", "VBP", "VBZ"):
        return [p.head[i]]
    start = trigger.last + 1
    if start < len(p) and (found := noun_after(p, start)) is not None and p.dep[found] not in ("nsubj", "nsubjpass"):
        return [found]
    shared = _object_of_conjunct(p, i)
    if shared is not None:
        return [shared]
    if p.tag[i] in ("VBD", "VBN", "JJ") and _own(p, i, "nsubj") is not None and not _own(p, i, "aux"):
        return [_own(p, i, "nsubj") or i]
    return []


def _object_of_conjunct(p: Parse, i: int) -> int | None:
    """ "shot and killed a man": the object of the second verb is that of the first too."""
    for c in p.children[i]:
        if p.dep[c] == "conj" and p.pos[c] == "VERB" and c - i <= 4:
            return _own(p, c, "dobj")
    return None


def _adjective_patients(p: Parse, i: int) -> list[int]:
    """ "left five dead", "12 dead", "was found dead": the noun that is dead."""
    if p.dep[i] in ("amod",) and p.head[i] > i and p.pos[p.head[i]] in ("NOUN", "PROPN"):
        return []
    before = noun_before(p, i)
    if before is not None:
        return [before]
    own = _own(p, i, "nsubj")
    if own is not None:
        return [own]
    verb = p.head[i]
    if p.pos[verb] in ("VERB", "AUX") and p.dep[i] in ("acomp", "oprd", "xcomp", "advcl", "attr"):
        found = _own(p, verb, "nsubjpass", "nsubj", "dobj")
        return [_resolve_relative(p, verb, found)] if found is not None else []
    return []


_NEAR = ("near", "at", "outside", "inside", "under", "against", "on", "targeting", "in")
_ON = ("on", "against", "at", "targeting", "upon", "towards")
_LOOK = {
    "on": _ON,
    "at": ("at", "on", "into", "towards", "toward", "against", "upon"),
    "near": _NEAR,
    "into": ("into", "on", "toward", "towards", "onto"),
    "of": ("of",),
    "to": ("to",),
    "over": ("over", "of"),
}


def _after_preposition(p: Parse, trigger: Trigger, where: str) -> list[int]:
    """The object of the preposition that the rule names, hanging on the verb or on the last word of its phrase."""
    words = _LOOK[where]
    places = [trigger.at, trigger.last, *(c for c in p.children[trigger.at] if p.dep[c] == "dobj")]
    for place in places:
        for c in p.children[place]:
            if p.lower[c] in words and p.dep[c] in ("prep", "acl", "advcl"):
                for o in p.children[c]:
                    if p.dep[o] in ("pobj", "dobj"):
                        return [o]
    for j in range(trigger.last + 1, min(len(p), trigger.last + 3)):
        if p.lower[j] in words and p.sent[j] == p.sent[trigger.at]:
            found = noun_after(p, j + 1)
            return [found] if found is not None else []
    return []


def _noun_patients(p: Parse, noun: int, where: str) -> list[int]:
    for c in p.children[noun]:
        if p.lower[c] in _LOOK.get(where, ()) and p.dep[c] in ("prep", "acl", "agent"):
            for o in p.children[c]:
                if p.dep[o] in ("pobj", "dobj"):
                    return [o]
    if where == "of":
        return [c for c in p.children[noun] if p.dep[c] == "poss"]
    if where == "on":
        for c in p.children[noun]:
            if p.dep[c] == "acl" and p.lower[c] in ("targeting", "hitting"):
                return [o for o in p.children[c] if p.dep[o] == "dobj"][:1]
        top = noun
        verb = governor(p, top)
        if verb is not None and p.lemma[verb] in LIGHT | OCCUR:
            for c in p.children[verb]:
                if p.lower[c] in ("on", "against") and p.dep[c] == "prep":
                    found = next((o for o in p.children[c] if p.dep[o] == "pobj"), None)
                    if found is not None:
                        return [found]
    return []
