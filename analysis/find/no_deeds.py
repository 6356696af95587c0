"""Words that look like a deed and tell none: states, figures of speech, labour strikes, deeds told by their effect."""

from __future__ import annotations

from ..read.language import Parse
from .context import Context
from .subjects import subject
from .targets import kind_of
from .triggers import Trigger

_PLANS = {"operation", "campaign", "offensive", "program", "programme", "project", "sanction", "plan", "policy", "law"}
_FIGURATIVE = {"verbal", "rhetorical", "personal", "scathing", "blistering", "veiled"}  # attacks of words
_LABOUR = frozenset(
    "general hour hunger indefinite labor labour nationwide sit-down student transport wildcat work".split()
)


def tells_no_deed(context: Context, trigger: Trigger) -> bool:
    """ "shot and killed": the shooting is told by its effect. "The areas held by", "the operation targets", "a house
    located near the road", "a slow-burning fuse": no deed."""
    p, i = context.parse, trigger.at
    if p.tag[i] == "VBG" and p.dep[i] in ("amod", "compound") and p.head[i] > i:
        return True
    if p.lemma[i] == "use" and p.dep[i] == "acl":  # "the methods used against them"
        return True
    if p.lemma[i] == "strike" and trigger.pos == "noun" and _is_stoppage(context, i):
        return True
    said = {p.lower[c] for c in p.children[i] if p.dep[c] == "amod"}
    if said & _FIGURATIVE or ("political" in said and p.lemma[i] in ("death", "suicide")):
        return True
    if p.word[i] == "Die":  # a German article; no report begins with the verb
        return True
    if p.lemma[i] == "locate" and p.tag[i] == "VBN" and not _was_located(p, i):
        return True
    if p.lemma[i] in ("control", "occupy", "hold") and p.dep[i] in ("acl", "amod"):
        return True
    if p.lemma[i] == "target" and (agent := subject(p, i)) is not None and p.lemma[agent] in _PLANS:
        return True
    if p.lemma[i] not in ("shoot", "stab", "beat", "hack") or len(trigger.rules[0].words) > 1:
        return False
    return any(p.dep[c] == "conj" and p.lemma[c] in ("kill", "wound", "injure", "murder") for c in p.children[i])


def _is_stoppage(context: Context, strike: int) -> bool:
    """ "The teachers' strike", "a hunger strike", "on strike": no attack."""
    p = context.parse
    if p.lower[strike - 1 : strike] == ["on"]:
        return True
    owners = [c for c in p.children[strike] if p.dep[c] in ("compound", "amod", "poss", "nmod")]
    owners += [o for c in p.children[strike] if p.lower[c] in ("by", "of") for o in p.children[c] if p.dep[o] == "pobj"]
    return any(p.lower[c] in _LABOUR or kind_of(context, c)[0] == "civilian" for c in owners)


def _was_located(p: Parse, verb: int) -> bool:
    return any(p.dep[c] in ("auxpass", "aux") and p.lower[c] not in ("is", "are") for c in p.children[verb])
