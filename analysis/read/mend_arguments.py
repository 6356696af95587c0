"""Mends subjects and objects that the small model's parser gives to the wrong verb."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .knowledge import knowledge
from .mend import first_token, hang

if TYPE_CHECKING:
    from .language import Parse

_NO_SUBJECT_YET = {"nsubj", "nsubjpass", "dobj", "auxpass", "aux", "prt"}
_LOSSES = {"casualty", "loss", "death", "injury", "fatality"}
_LEARNS = {"find", "discover", "detect", "locate"}  # what they take may be a clause
_CLAIMS = {"claim", "say", "report", "announce", "add", "state", "confirm"}
_SUBJECTS = ("nsubj", "nsubjpass")


def mend_arguments(p: Parse) -> None:
    """Gives each verb its own subject and object. To be called before the edges of the subtrees are set."""
    for i in range(len(p)):
        _join_words(p, i)
        _free_participle(p, i)
        _free_gerund(p, i)
        _free_losses(p, i)
        _leave_dead(p, i)
        if p.tag[i] in ("VBD", "VBN"):
            _take_from_object(p, i)
            _give_back_object(p, i)
            _take_claimed(p, i)


def _join_words(p: Parse, i: int) -> None:
    """Makes one argument of two words in a row: the jeep of "an army jeep hit a mine", the dens of "destroyed two ISIS
    dens"."""
    after = i + 1
    if after >= len(p) or p.head[i] != p.head[after] or p.head[i] in (i, after):
        return
    subjects = p.dep[i] == p.dep[after] == "nsubj" and p.tag[i] == "NN"
    objects = p.dep[i] == "dobj" and p.dep[after] == "advmod" and p.tag[after] == "NNS"
    if subjects or objects:
        dep = p.dep[i]
        for c in [c for c in p.children[i] if c < i]:
            hang(p, c, after, p.dep[c])
        hang(p, i, after, "compound")
        p.dep[after] = dep


def _free_participle(p: Parse, i: int) -> None:
    """ "Seized a truck conveying goods": the truck, not a conveying or the goods."""
    noun, head = i - 1, p.head[i]
    if i == 0 or p.tag[i] != "VBG" or p.head[noun] != i or p.dep[noun] not in ("nmod", "compound"):
        return
    if not p.tag[noun].startswith("NN"):
        return
    goods = head if p.dep[i] in ("nmod", "amod") and head > i and p.dep[head] == "dobj" else -1
    if goods < 0 and (p.dep[i] != "dobj" or not any(p.dep[c] == "dobj" for c in p.children[i])):
        return
    verb = head if goods < 0 else p.head[head]
    for c in [c for c in p.children[goods if goods >= 0 else i] if c < noun]:
        hang(p, c, noun, p.dep[c])
    hang(p, noun, verb, "dobj")
    hang(p, i, noun, "acl")
    p.pos[i] = "VERB"
    if goods >= 0:
        hang(p, goods, i, "dobj")


def _free_gerund(p: Parse, i: int) -> None:
    """ "Raided the village, burning huts and looting shops": what they did there, not burning huts that they raided."""
    noun, stem = p.head[i], p.lower[i].removesuffix("ing")
    if p.dep[i] != "amod" or noun < i or i == 0 or stem == p.lower[i]:
        return
    verb = next((v for v in (p.lemma[i], stem, f"{stem}e") if v in transitive()), "")
    if not verb or p.tag[i] not in ("VBG", "NN"):
        return
    above = p.head[noun]
    if p.dep[noun] == "dobj" and p.pos[above] == "VERB" and p.lower[i - 1] == ",":
        dep = "advcl"
    elif p.dep[noun] == "conj" and above == i - 2 and p.tag[p.head[above]] == "VBG" and p.tag[i - 1] == "CC":
        dep = "conj"
    else:
        return
    hang(p, i, p.head[above] if dep == "conj" else above, dep)
    hang(p, noun, i, "dobj")
    p.pos[i], p.tag[i], p.lemma[i] = "VERB", "VBG", verb


def _leave_dead(p: Parse, i: int) -> None:
    """ "Left one militant dead": a militant, whom the clash left dead, not a militant dead."""
    people, verb = i - 1, p.head[i]
    if p.lower[i] != "dead" or p.dep[i] != "dobj" or p.lemma[verb] != "leave" or p.head[people] != i:
        return
    counted = [c for c in p.children[i] if c < people and (p.tag[c] in ("CD", "DT"))]
    if p.tag[people] != "JJ" or p.dep[people] != "amod" or not counted:
        return
    for c in [c for c in p.children[i] if c < people]:
        hang(p, c, people, p.dep[c])
    hang(p, people, verb, "dobj")
    p.tag[people], p.pos[people], p.dep[i] = "NN", "NOUN", "oprd"


def _free_losses(p: Parse, i: int) -> None:
    """ "Causing damage to roads and human casualties": no casualties of roads, they are what was caused too."""
    if p.lemma[i] not in _LOSSES or p.dep[i] != "pobj":
        return
    noun = next((c for c in p.children[i] if p.dep[c] in ("nmod", "compound") and c < i), None)
    above = p.head[p.head[i]]
    if noun is None or not p.tag[noun].startswith("NN") or not any(p.dep[c] == "conj" for c in p.children[noun]):
        return
    if p.tag[above] not in ("NN", "NNS") or p.lemma[above] in _LOSSES:
        return
    for c in [c for c in p.children[noun] if p.dep[c] in ("conj", "cc")]:
        hang(p, c, i if p.dep[c] == "conj" else above, "amod" if p.dep[c] == "conj" else "cc")
    hang(p, noun, p.head[i], "pobj")
    hang(p, i, above, "conj")


def _take_from_object(p: Parse, i: int) -> None:
    """ "Killed four men and three others fled": the others are no more killed, they fled."""
    if p.tag[i] != "VBD" or p.dep[i] != "conj" or any(p.dep[c] in _NO_SUBJECT_YET for c in p.children[i]):
        return
    verb, before = p.head[i], i - 1
    while before > verb and p.tag[before] == "RB":
        before -= 1
    first = p.head[before]
    joined = p.dep[before] == "conj" and p.dep[first] == "dobj" and p.head[first] == verb
    later = any(p.dep[c] == "cc" and c > before for c in p.children[verb])
    if joined and not later and p.pos[before] in ("NOUN", "PRON"):
        hang(p, before, i, "nsubj")


def _give_back_object(p: Parse, i: int) -> None:
    """ "The raid hit a base and ten rebels were killed": the base was hit, only the rebels were killed."""
    verb = p.head[i]
    subject = next((c for c in p.children[i] if p.dep[c] in _SUBJECTS), None)
    if subject is None or p.dep[i] != "ccomp" or not verb < subject < i or p.tag[verb] not in ("VBD", "VBN"):
        return
    if p.lemma[verb] not in transitive() or first_token(p, subject) != verb + 1:
        return
    second = next((c for c in p.children[subject] if p.dep[c] == "conj"), None)
    both = second is None or any(p.dep[c] in ("dobj", "mark") for c in p.children[verb])
    if second is None or both or not any(p.dep[c] == "cc" for c in p.children[subject]):
        return
    role = p.dep[subject]
    hang(p, second, i, role)
    hang(p, subject, verb, "dobj")
    p.dep[i] = "conj"


def _take_claimed(p: Parse, i: int) -> None:
    """ "The rebels claimed ten soldiers and four guards had been killed": the soldiers are no object of claiming."""
    if not any(p.dep[c] in ("aux", "auxpass") for c in p.children[i]):
        return
    own = next((c for c in p.children[i] if p.dep[c] in _SUBJECTS), None)
    above = p.head[i]
    if p.dep[i] == "ccomp" and own is None and p.lemma[above] in _CLAIMS:
        thing = next((c for c in p.children[above] if p.dep[c] == "dobj" and above < c < i), None)
        if thing is not None:
            hang(p, thing, i, "nsubjpass")
    elif p.dep[i] == "relcl" and own is not None and p.dep[above] == "dobj" and p.lemma[p.head[above]] in _CLAIMS:
        joint = first_token(p, own) - 1
        if p.lower[joint] == "and" and p.head[joint] == above:
            hang(p, i, p.head[above], "ccomp")
            hang(p, above, i, p.dep[own])
            hang(p, own, above, "conj")


@cache
def transitive() -> frozenset[str]:
    """The verbs of deed that have an object and never a clause."""
    rows = (r for r in knowledge("triggers") if r["pos"] == "verb" and r["target"] == "object")
    return frozenset(r["trigger"] for r in rows if " " not in r["trigger"]) - _LEARNS
