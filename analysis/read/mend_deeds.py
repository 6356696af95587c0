"""Mends clauses of deeds whose verb or result the small model's parser takes for a word beside a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mend import first_token, hang
from .mend_arguments import transitive

if TYPE_CHECKING:
    from .language import Parse

_PAST = {"VBD", "VBN"}
_MAIN = {"ROOT", "ccomp", "parataxis"}
_AFTER = {"after", "as", "before", "since", "until", "when", "while"}
_RESULTS = {"dead", "hurt", "injured", "killed", "wounded"}
_FATAL = {"kill", "murder", "slay", "destroy", "massacre"}  # whom these struck was not hurt before
_LESSER = {"abduct", "damage", "displace", "injure", "kidnap", "maim", "wound"}
_AMOUNTS = {"dozens", "hundreds", "many", "millions", "scores", "tens", "thousands"}
_SPANS = {"DATE", "TIME", "QUANTITY"}


def mend_deeds(p: Parse) -> None:
    """Gives deeds their verb and their result. To be called before the edges of the subtrees are set."""
    for i, tag in enumerate(p.tag):
        if tag in _PAST and p.dep[i] == "acl":
            _free_main_verb(p, i)
        elif tag in _PAST and p.dep[i] == "amod":
            _free_second_verb(p, i)
        elif p.lower[i] == "between" and p.dep[i] == "prep":
            _free_range(p, i)
        if p.lower[i] in _RESULTS and p.dep[i] in ("amod", "acl", "advcl"):
            _free_result(p, i)


def _free_main_verb(p: Parse, i: int) -> None:
    """ "A militia abducted 40 guests", "after an outbreak killed 60": with an object of its own it is no participle."""
    own = {p.dep[c]: c for c in p.children[i]}
    if p.lemma[i] not in transitive() or "dobj" not in own or own.keys() & {"agent", "auxpass", "nsubj"}:
        return
    if own["dobj"] < i or p.ent[own["dobj"]] in _SPANS:
        return
    noun = p.head[i]
    while p.dep[noun] == "pobj" and p.pos[p.head[p.head[noun]]] in ("NOUN", "PROPN"):
        noun = p.head[p.head[noun]]
    above, dep = p.head[noun], p.dep[noun]
    later = [c for c in p.children[noun] if c > i]
    if dep == "ROOT":
        hang(p, i, i, "ROOT")
        later += [c for c in p.children[noun] if c < noun and p.dep[c] in ("prep", "punct", "advmod", "npadvmod", "cc")]
    elif dep == "pobj" and p.lower[above] in _AFTER:
        hang(p, i, p.head[above], "advcl")
        hang(p, above, i, "mark")
    elif dep in _MAIN or (dep == "nsubj" and i < above):
        hang(p, i, above, "ccomp" if dep == "nsubj" else dep)
        for c in p.children[above] if dep == "nsubj" else ():
            if p.dep[c] == "dobj" and first_token(p, c) == above + 1:
                p.dep[c] = "nsubj"  # "... killed two men said the authorities"
    else:
        return
    hang(p, noun, i, "nsubj")
    for c in later:
        hang(p, c, i, p.dep[c])
    p.tag[i], p.pos[i] = "VBD", "VERB"


def _free_second_verb(p: Parse, i: int) -> None:
    """ "Opened fire and injured Ko Moe", "has killed thousands and displaced millions": a second verb and its object,
    not an injured Ko who was opened."""
    noun = p.head[i]
    verb = p.head[noun]
    if noun < i or i == 0 or p.tag[i - 1] != "CC" or p.dep[noun] != "conj":
        return
    while p.dep[verb] in ("conj", "dobj") and p.pos[verb] != "VERB":
        verb = p.head[verb]
    counted = p.tag[i + 1] == "CD" or p.lower[i + 1] in _AMOUNTS
    counted = counted or (p.lemma[verb] in _FATAL and p.lemma[i] in _LESSER)
    if not (p.tag[i] == p.tag[verb] == "VBD" or (counted and p.tag[verb] in _PAST)):
        return
    hang(p, i, verb, "conj")
    hang(p, noun, i, "dobj")
    p.tag[i], p.pos[i] = p.tag[verb], "VERB"


def _free_range(p: Parse, i: int) -> None:
    """ "Gunned down between 10 and 15 rebels": the rebels, and how many, not a place between them."""
    verb, low, high = p.head[i], i + 1, i + 3
    if high >= len(p) or (p.tag[low], p.tag[high]) != ("CD", "CD") or p.tag[i + 2] not in ("CC", "TO"):
        return
    noun = next((c for c in p.children[i] if p.dep[c] == "pobj"), low)
    if noun <= high or p.ent[noun] in _SPANS or p.lemma[verb] not in transitive() | {"gun"}:
        return
    if any(p.dep[c] in ("dobj", "auxpass") for c in p.children[verb]):
        return
    hang(p, noun, verb, "dobj")
    hang(p, i, low, "quantmod")


def _free_result(p: Parse, i: int) -> None:
    """ "Left two guards and a driver dead, and nine wounded": what they all were left, not a dead driver."""
    noun = i - 1
    first = noun
    while p.dep[first] == "conj" and p.pos[p.head[first]] in ("NOUN", "PROPN", "NUM"):
        first = p.head[first]
    verb = p.head[first]
    if p.lemma[verb] != "leave" or p.dep[first] != "dobj" or p.head[i] not in (noun, first, verb) or first == noun:
        return
    later = next((c for h in (noun, p.head[noun]) for c in p.children[h] if c > i and p.dep[c] == "conj"), None)
    hang(p, i, verb, "oprd")
    if later is not None and (result := later + 1) < len(p) and p.lower[result] in _RESULTS:
        hang(p, result, verb, "conj")
        hang(p, later, result, "nsubj")
