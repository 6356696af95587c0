"""The arguments of nouns of deed: "the killing of three", "an attack by gunmen on a checkpoint"."""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..words.subjects import by_agents, is_passive, subject

_STAGES = {"phase", "stage", "series", "serie", "part", "wave", "number", "round", "string", "total", "dozen", "spate"}
LIGHT = frozenset(
    """
    announce begin carry claim commit conduct continue deliver execute face initiate intensify launch lead make
    mount open order perform perpetrate record report resume see stage start suffer undertake unleash wage witness
    """.split()
)
OCCUR = frozenset(
    """
    be begin break cause continue damage destroy engage ensue erupt flare follow happen hear hit injure intensify
    involve kill leave observe occur rage register report result resume rip rock shake start strike take target wound
    """.split()
)
REPEL = frozenset("avert beat fend foil prevent rebuff repel repulse stop thwart withstand".split())  # "an attack"
_DOUBTS = {"suspected", "alleged", "presumed", "reported", "apparent"}
_TELLING = {"announce", "face", "order", "report", "see", "suffer", "witness"}  # whose subject does not do the deed
BEARING = frozenset("have incur lose report suffer sustain take".split())  # "the army suffered three casualties"
RESULT = frozenset("result lead cause leave claim bring end culminate include see".split())

_VOLLEYS = {"firing", "barrage", "hail", "launch", "launching", "salvo", "shower", "volley"}
_NEAR = ("near", "at", "outside", "inside", "under", "against", "on", "targeting")
_ON = ("on", "against", "at", "targeting", "upon", "towards")
PREPOSITIONS = {
    "on": _ON,
    "at": ("at", "on", "into", "towards", "toward", "against", "upon"),
    "near": _NEAR,
    "into": ("into", "onto", "inside"),
    "of": ("of",),
    "for": ("for",),
    "to": ("to",),
    "among": ("among", "amongst"),
    "over": ("over", "of"),
    "against": ("against", "on", "at"),
}


def noun_agents(p: Parse, noun: int) -> list[int]:
    """Who did it: by its preposition, else the subject of the verb that governs it, else its owner."""
    by = by_agents(p, noun)
    if by:
        return by
    top = top_noun(p, noun)
    owner = [c for c in p.children[noun] if p.dep[c] in ("poss", "compound", "amod", "nmod") and c < noun
             and p.lower[c] not in _DOUBTS]  # fmt: skip
    verb = governor(p, top)
    if (
        verb is not None
        and p.lemma[verb] in LIGHT - _TELLING
        and not is_passive(p, verb)
        and p.dep[top] in ("dobj", "conj")
    ):
        found = subject(p, verb)
        if found is not None and found != noun:
            return [found]
    result = verb is not None and p.lemma[verb] in RESULT and not is_passive(p, verb)  # none of "caused by a strike"
    if verb is not None and result and p.dep[noun] in ("pobj", "conj", "dobj"):
        found = subject(p, verb)
        if found is not None and found != noun:
            return [found]
    if verb is not None and is_passive(p, verb) and (found_by := [i for i in by_agents(p, verb) if i != noun]):
        return found_by
    return owner or _doer_meanwhile(p, noun)


def _doer_meanwhile(p: Parse, noun: int) -> list[int]:
    """ "Gunmen killed nine soldiers in an attack on a checkpoint": the killers are the attackers."""
    if p.dep[noun] != "pobj" or p.lower[p.head[noun]] not in ("in", "during"):
        return []
    verb = p.head[p.head[noun]]
    if p.lemma[verb] not in ("kill", "injure", "wound", "abduct", "kidnap", "murder", "burn", "destroy", "seize"):
        return []
    doer = subject(p, verb) if not is_passive(p, verb) else None
    return [doer] if doer is not None else []


def bearer(p: Parse, toll: int) -> int | None:
    """Who bore the losses: the subject of "suffered casualties", the object of "inflicted casualties on"."""
    top = top_noun(p, toll)
    verb = governor(p, top)
    if verb is None or p.dep[top] not in ("dobj", "conj"):
        return None
    if p.lemma[verb] in BEARING:
        return subject(p, verb)
    on = next((c for place in (verb, top) for c in p.children[place] if p.lower[c] == "on"), None)
    return next((o for o in p.children[on] if p.dep[o] == "pobj"), None) if on is not None else None


def top_noun(p: Parse, noun: int) -> int:
    """ "the second stage of the operation" the stage: what the verb governs."""
    if p.dep[noun] == "nmod" and p.word[noun] == "Operation":  # "the second phase of Operation 'Green Hill'"
        noun = p.head[noun]
    while p.dep[noun] == "pobj" and p.lower[p.head[noun]] == "of" and p.lemma[p.head[p.head[noun]]] in _STAGES:
        noun = p.head[p.head[noun]]
    return noun


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


def _shared_patients(p: Parse, noun: int) -> list[int]:
    """ "The kidnapping and murder of five students": both of the students."""
    joined = [c for c in p.children[noun] if p.dep[c] == "conj"] + ([p.head[noun]] if p.dep[noun] == "conj" else [])
    for other in joined:
        if p.pos[other] != "NOUN" or abs(other - noun) > 3:
            continue
        for c in p.children[other]:
            if p.lower[c] == "of" and p.dep[c] == "prep" and c > noun:
                return [o for o in p.children[c] if p.dep[o] == "pobj"][:1]
            if p.dep[c] == "poss" and c < noun:
                return [c]
    return []


def _struck_by_volley(p: Parse, noun: int) -> list[int]:
    """ "The firing of rockets on the port and of shells on the town": what the rockets and shells were fired at."""
    out: list[int] = []
    for c in p.children[noun]:
        if p.lower[c] == "of" and p.dep[c] == "prep":
            for i in range(c + 1, p.right[c] + 1):
                above = p.head[p.head[i]]
                if p.dep[i] == "pobj" and p.lower[p.head[i]] in _ON and p.tag[above] in ("NNS", "NN"):
                    out.append(i)
    return out


def noun_patients(p: Parse, noun: int, where: str) -> list[int]:
    """To whom or what it was done; `where` is the kind of preposition that the rule of the noun names."""
    for c in p.children[noun]:
        if p.lower[c] in PREPOSITIONS.get(where, ()) and p.dep[c] in ("prep", "acl", "agent"):
            for o in p.children[c]:
                if p.dep[o] in ("pobj", "dobj"):
                    return [o]
    if where == "among" and p.dep[noun] == "dobj":
        for c in p.children[p.head[noun]]:
            if c > noun and p.lower[c] in PREPOSITIONS[where]:
                return [o for o in p.children[c] if p.dep[o] == "pobj"]
    if where == "of":
        owned = [c for c in p.children[noun] if p.dep[c] == "poss"]
        return owned or _shared_patients(p, noun)
    if where == "on" and p.lemma[noun] in _VOLLEYS and (struck := _struck_by_volley(p, noun)):
        return struck
    if where == "on":
        for c in p.children[noun]:
            if p.dep[c] == "acl" and p.lower[c] in ("targeting", "hitting"):
                return [o for o in p.children[c] if p.dep[o] == "dobj"][:1]
        if (told := _told_target(p, noun)) is not None:
            return [told]
        top = noun
        verb = governor(p, top)
        if verb is not None and p.lemma[verb] in LIGHT | OCCUR | REPEL:
            for c in p.children[verb]:
                if p.lower[c] in ("on", "against") and p.dep[c] == "prep":
                    found = next((o for o in p.children[c] if p.dep[o] == "pobj"), None)
                    if found is not None:
                        return [found]
    return []


def _told_target(p: Parse, noun: int) -> int | None:
    """ "The targets of the attacks were three banks": the banks."""
    of = p.head[noun]
    target = p.head[of]
    if p.dep[noun] != "pobj" or p.lower[of] != "of" or p.lemma[target] != "target" or p.dep[target] != "nsubj":
        return None
    verb = p.head[target]
    return next((c for c in p.children[verb] if p.dep[c] == "attr"), None) if p.lemma[verb] == "be" else None


def joined_forces(context: Context, deed: int, heads: list[int]) -> list[int]:
    """The heads, and the forces that the parser joined to a noun of attack or its verb instead of to the first force.

    "Attacks against the police, the army and the Guard" in which it reads of attacks and an army.
    """
    p = context.parse
    if len(heads) != 1 or heads[0] not in context.force_at or p.pos[deed] != "NOUN":
        return heads
    top = top_noun(p, deed)
    out = list(heads)
    for place in dict.fromkeys((deed, top, governor(p, top) or deed)):
        for c in p.children[place]:
            if p.dep[c] == "conj" and c > heads[0] and c in context.force_at and p.lower[p.left[c] - 1] in (",", "and"):
                out.append(c)
    return out
