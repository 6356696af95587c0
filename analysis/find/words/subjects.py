"""The subject of a verb, its own or shared, and whether the verb is passive."""

from __future__ import annotations

from ...read.language import Parse
from .grammar import SUBJECTS, child

_RELATIVES = {"who", "which", "that", "whom"}
SPANS = {"time", "minute", "hour", "day", "week", "month", "year", "moment"}  # "killed a short time later": no object
_MANNERS = {"accident", "chance", "error", "force", "mistake", "night", "surprise"}  # "killed by mistake": no agent
_STATES = {"captive", "hostage", "prisoner"}  # "were surrounded and taken prisoner": no object
_NOT_SHARED = {"nsubj", "aux", "prep", "prt", "ccomp", "xcomp"}
_SUBJECTLESS = {"advcl", "xcomp", "pcomp", "acl", "prep", "ccomp", "conj", "dep", "oprd", "acomp", "attr"}


def all_subjects(p: Parse, verb: int) -> list[int]:
    """The verb's own subjects where the parser gave it several: "two civilians, and one guard were killed"."""
    found = [c for c in p.children[verb] if p.dep[c] in ("nsubj", "nsubjpass") and c < verb]
    return [c for n, c in enumerate(found) if not n or p.lower[p.left[c] - 1] in ("and", "or")]


def antecedent(p: Parse, verb: int, token: int) -> int:
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
    mistagged = not p.tag[verb].startswith("V") and not p.lower[verb].endswith("ed")
    if mistagged or p.tag[verb] in ("VBG", "VB", "VBP", "VBZ"):
        return any(p.dep[c] in ("auxpass", "nsubjpass") for c in p.children[verb])
    spans = [c for c in p.children[verb] if p.dep[c] == "dobj" and (p.lemma[c] in SPANS or p.lower[c] in _STATES)]
    deps = {p.dep[c] for c in p.children[verb] if c not in spans}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if "dobj" in deps:
        return False
    if p.tag[verb] == "VBD" and p.dep[verb] == "conj" and p.lower[verb - 1] in ("and", "or") and not deps & _NOT_SHARED:
        return p.tag[p.head[verb]] == "VBN" and is_passive(p, p.head[verb])  # "were shot and killed a day later"
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
    own = child(p, verb, "nsubj", "nsubjpass", "csubj")
    if own is not None:
        return antecedent(p, verb, own)
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
            if dep == "conj" and (beside := _beside(p, verb)) is not None:
                return beside
            if dep == "xcomp" and (thing := child(p, head, "dobj")) is not None and p.lemma[head] in _CONTROL:
                return thing
            return subject(p, head, depth + 1)
        if p.pos[head] == "ADP" and p.head[head] != head:
            above = p.head[head]
            if p.pos[above] in ("VERB", "AUX"):
                return subject(p, above, depth + 1)
            return above if p.pos[above] in ("NOUN", "PROPN") else None
    return None


def _beside(p: Parse, verb: int) -> int | None:
    """The noun that the parser coordinated with the verb before: "three were killed and two others were wounded"."""
    if child(p, verb, "aux", "auxpass") is None:
        return None
    nouns = ("NOUN", "PROPN", "NUM")
    above = p.head[verb]
    return next((c for c in p.children[above] if above < c < verb and p.dep[c] == "conj" and p.pos[c] in nouns), None)


_CONTROL = frozenset(
    """
    allow ask cause compel enable force help lead order prompt send tell urge
    """.split()
)


def by_agents(p: Parse, i: int) -> list[int]:
    """The heads that "by" names as who did it."""
    out = []
    for c in p.children[i]:
        if p.lower[c] == "by" and p.dep[c] in ("agent", "prep"):
            out += [o for o in p.children[c] if p.dep[o] == "pobj" and p.lower[o] not in _MANNERS]
    return out
