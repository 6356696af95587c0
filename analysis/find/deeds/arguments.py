"""Who did it and to whom: the heads of a trigger's arguments, read off the parse.

A verb takes its subject from itself, from the verb that it is coordinated with, from the clause that it hangs on
("killing three": the subject of the main clause) or from the noun that it modifies ("the men who fled").
"""

from __future__ import annotations

from ...read.language import Parse
from ..words.grammar import child, first_conjunct
from ..words.nouns import in_front, noun_after, noun_before
from ..words.subjects import all_subjects, antecedent, by_agents, is_passive, subject
from .noun_arguments import PREPOSITIONS, bearer, noun_agents, noun_patients
from .objects import objects_of
from .triggers import Rule, Trigger

SHARES = {"many", "others", "several", "some"}  # of a band told before
_GIVING = {"hand", "cede", "turn", "transfer", "fall", "lose"}  # what is lost to somebody


def agents(p: Parse, trigger: Trigger) -> list[int]:
    """Heads of those who did it: the active subject, the "by" of a passive, the owner or the "by" of a noun."""
    i = trigger.at
    if trigger.pos == "toll" and bearer(p, i) is not None:
        return []
    if gives_away(trigger):
        return _receivers(p, i)
    if trigger.pos in ("noun", "operation", "toll"):
        suffer = {head for rule in trigger.rules[:1] for head in noun_patients(p, i, rule.target)}
        return [head for head in noun_agents(p, i) if head not in suffer]  # "the mayor's murder": his
    by = by_agents(p, i)
    if by:
        return by
    if trigger.pos == "adjective":
        governor = p.head[i]
        return [s for s in (subject(p, governor),) if s is not None] if p.lemma[governor] == "leave" else []
    if is_passive(p, i):
        if p.dep[i] == "conj" and p.pos[p.head[i]] == "VERB" and is_passive(p, p.head[i]):
            return by_agents(p, p.head[i])
        return []
    if p.tag[i] == "VBG" and (main := _passive_above(p, i)) is not None:
        return by_agents(p, main)  # "the camp was hit by rebels, killing two": not the camp
    found = subject(p, i)
    return [found] if found is not None else []


def _passive_above(p: Parse, gerund: int) -> int | None:
    """The passive main verb that a gerund without a subject hangs on."""
    i = gerund
    for _ in range(4):
        if p.dep[i] not in ("advcl", "conj", "pcomp", "prep") or child(p, i, "nsubj") is not None:
            return None
        i = p.head[i]
        if p.pos[i] == "VERB" and p.tag[i] != "VBG":
            return i if is_passive(p, i) else None
    return None


def gives_away(trigger: Trigger) -> bool:
    """Does the verb say that ground goes to somebody else: "handed over", "fell to"?"""
    rule = trigger.rules[0] if trigger.rules else None
    if rule is None or rule.words[0] not in _GIVING:
        return False
    return rule.outcome == "captured territory" or rule.words == ("lose",)


def _receivers(p: Parse, verb: int) -> list[int]:
    """ "handed control back to the army": the army has it now."""
    clause = range(verb, p.right[verb] + 1)
    to = [c for c in clause if p.lower[c] == "to" or (p.lower[c] == "of" and p.lemma[p.head[c]] in ("hand", "control"))]
    return [o for c in to[-1:] for o in p.children[c] if p.dep[o] == "pobj"]


def patients(p: Parse, trigger: Trigger, rule: Rule) -> list[int]:
    """Heads of those it was done to, where the rule says that they stand."""
    i, where = trigger.at, rule.target
    if where == "self":
        return [] if trigger.pos == "verb" else [i]  # what detonates is the means, not the target
    if trigger.pos == "verb" and where == "object" and (behind := inverted(p, i)) is not None:
        return [behind]
    if trigger.pos in ("verb", "adjective") and (whose := _existential(p, i)):
        return whose
    if trigger.pos == "noun":
        return noun_patients(p, i, where)
    if trigger.pos == "adjective":
        return _adjective_patients(p, i)
    if where == "subject":
        return _with_siblings(p, i, _subject_patients(p, i))
    if where == "object":
        found = objects_of(p, trigger)
        return _with_siblings(p, i, found) if is_passive(p, i) else found
    if where == "both":
        return []
    return _after_preposition(p, trigger, where)


def _with_siblings(p: Parse, verb: int, found: list[int]) -> list[int]:
    several = all_subjects(p, verb)
    return several if len(several) > 1 and found == several[:1] else found


def companions(p: Parse, trigger: Trigger) -> list[int]:
    """Who shares the fate: "in addition to the bomber, two were killed", "a chief along with eight guards"."""
    out: list[int] = []
    for place in {trigger.at, *(c for c in p.children[trigger.at] if p.dep[c] in ("dobj", "nsubjpass", "nsubj"))}:
        for c in p.children[place]:
            if p.lower[c] == "besides":
                out += _pobjs(p, c)
            elif p.lower[c] in ("along", "together"):
                out += [o for w in p.children[c] if p.lower[w] == "with" for o in _pobjs(p, w)]
            elif p.lower[c] == "with" and p.lower[c - 1] in ("along", "together"):
                out += _pobjs(p, c)
            elif p.lower[c] == "in" and c + 2 < len(p) and p.lower[c + 1 : c + 3] == ["addition", "to"]:
                out += _pobjs(p, c + 2)
    return [o for o in out if not any(p.dep[k] in ("acl", "relcl") for k in p.children[o])]


def _existential(p: Parse, i: int) -> list[int]:
    """ "There are killed and wounded among the residents": the residents."""
    first = first_conjunct(p, i)
    there = next((c for c in (*p.children[first], *p.children[p.head[first]]) if p.dep[c] == "expl"), None)
    if there is None or p.tag[i] not in ("VBN", "JJ") or there > first:
        return []
    states = [first, *(c for c in p.children[first] if p.dep[c] == "conj")]
    return [o for s in states for c in p.children[s] if p.lower[c] == "among" for o in _pobjs(p, c)]


def _pobjs(p: Parse, preposition: int) -> list[int]:
    return [o for o in p.children[preposition] if p.dep[o] == "pobj"]


def inverted(p: Parse, verb: int) -> int | None:
    """The target that stands behind the auxiliary: "recovered from the site were two rifles" the rifles."""
    opener = inverting(p, verb)
    return None if opener is None else noun_after(p, opener + 1)


def inverting(p: Parse, verb: int) -> int | None:
    """The auxiliary behind which the targets stand."""
    a, b = p.sents[p.sent[verb]]
    if p.tag[verb] in ("VBN", "VBD") and all(p.tag[j] in ("RB", "CC", "IN") for j in range(a, verb)):
        for j in range(verb + 1, min(b - 1, verb + 14)):
            if p.lemma[j] == "be" and p.lower[j] in ("was", "were", "are", "is"):
                return j if p.tag[j - 1] not in ("WP", "WDT") else None
            if p.pos[j] == "VERB" or p.tag[j] in ("WP", "WDT", "PRP"):
                return None
    return None


def _subject_patients(p: Parse, i: int) -> list[int]:
    if p.tag[i] == "VBG" and p.dep[i] == "amod" and p.lower[i - 1] in SHARES:
        return [i - 1]  # "with some sustaining injuries"
    if p.tag[i] == "VBN" and child(p, i, "dobj") is None and is_passive(p, i) and p.dep[i] not in ("relcl", "conj"):
        found = subject(p, i)
        return [found] if found is not None else []
    found = subject(p, i)
    if found is None and p.tag[i] in ("VBD", "VBN"):
        found = noun_before(p, i)
    return [found] if found is not None else []


def stranded(p: Parse, trigger: Trigger) -> list[int]:
    """Where the subject of a passive or of "died" stands when the parser has lost it.

    Beside the verb, hung on the verb before it; or right before its auxiliaries, up from the last noun there:
    "the director of works of the city council was shot" the director.
    """
    i = trigger.at
    while p.dep[i] == "conj" and p.pos[p.head[i]] == "VERB" and child(p, i, "nsubj", "nsubjpass", "auxpass") is None:
        i = p.head[i]  # "was shot and killed"
    first = min([c for c in p.children[i] if p.dep[c] in ("aux", "auxpass", "neg", "advmod") and c < i], default=i)
    above = p.head[i]
    beside = [c for c in p.children[above] if above < c < first and p.pos[c] in ("NOUN", "PROPN", "NUM")]
    found = [c for c in beside if p.dep[c] in ("conj", "dep", "appos", "nmod", "npadvmod")]
    before = noun_before(p, first)
    if before is not None:
        found.append(_climb(p, before))
    return found


def _climb(p: Parse, noun: int) -> int:
    """From the last noun of a phrase to its head: up through prepositions, names and coordination."""
    for _ in range(8):
        head = p.head[noun]
        if p.dep[noun] == "pobj" and p.pos[p.head[head]] in ("NOUN", "PROPN", "NUM"):
            noun = p.head[head]
        elif p.dep[noun] in ("conj", "compound", "nmod", "poss") and p.pos[head] in ("NOUN", "PROPN", "NUM"):
            noun = head
        else:
            break
    return noun


def _adjective_patients(p: Parse, i: int) -> list[int]:
    """ "left five dead", "12 dead", "was found dead": the noun that is dead."""
    if p.dep[i] in ("amod",) and p.head[i] > i and p.pos[p.head[i]] in ("NOUN", "PROPN"):
        return []
    before = noun_before(p, i)
    left = child(p, p.head[i], "dobj") if p.dep[i] in ("oprd", "acomp", "ccomp") else None
    if left is not None and before is not None and left < before <= p.right[left]:
        return [left]  # "left two officers and a child dead"
    if before is not None:
        return [before]
    own = child(p, i, "nsubj")
    if own is not None:
        return [own]
    verb = p.head[i]
    if p.pos[verb] in ("VERB", "AUX") and p.dep[i] in ("acomp", "oprd", "xcomp", "advcl", "attr"):
        borne = child(p, verb, "nsubjpass", "dobj")  # "left twelve, two of them boys, dead"
        found = borne if borne is not None else child(p, verb, "nsubj")
        return [antecedent(p, verb, found)] if found is not None else []
    return []


def _after_preposition(p: Parse, trigger: Trigger, where: str) -> list[int]:
    """The object of the preposition that the rule names, hanging on the verb or on the last word of its phrase."""
    words = PREPOSITIONS[where]
    if where == "into" and child(p, trigger.at, "dobj") is not None:
        return []  # "moved tanks into the town"
    objects = [c for c in p.children[trigger.at] if p.dep[c] == "dobj"]
    loaded = [k for c in objects for k in p.children[c] if p.dep[k] == "acl"]  # "a car packed with mines at a post"
    places = [trigger.at, trigger.last, *objects, *loaded]
    for place in places:
        for c in p.children[place]:
            if p.lower[c] in words and p.dep[c] in ("prep", "acl", "advcl"):
                for o in p.children[c]:
                    if p.dep[o] in ("pobj", "dobj"):
                        return [o]
    if where == "near" and (fronted := in_front(p, trigger.at)) is not None:
        return [fronted]
    for j in range(trigger.last + 1, min(len(p), trigger.last + 3)):
        if p.lower[j] in words and p.sent[j] == p.sent[trigger.at]:
            found = noun_after(p, j + 1)
            return [found] if found is not None else []
    return []
