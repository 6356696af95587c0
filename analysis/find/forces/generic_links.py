"""Which named force the sentence itself says an unnamed actor belongs to: "fighters of the Houthi group", "armed men
believed to be ISWAP", "the ADF, a Ugandan armed group"."""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..records import Force
from .candidates import Candidate
from .generic_actors import BODIES

_LINKING = {
    "include",
    "believe", "suspect", "belong", "affiliate", "link", "identify", "comprise", "think", "ally", "be", "say", "claim",
    "consider", "know", "call", "describe", "pledge", "presume", "allege", "associate", "attribute",
}  # fmt: skip
_STYLING = {"describe", "present", "portray", "see", "style", "regard", "define", "consider"}
_OF = {"of", "from", "with", "to", "for", "as"}
_PEOPLE = {"members", "fighters", "militants", "elements", "leaders", "commanders", "branch", "wing", "faction",
           "affiliate", "affiliates", "part", "militia", "group", "the", "a", "an", "local", "terrorist", "jihadist",
           "armed", "militant", "islamist", "rebel", "so", "called", "-", "'", '"', "outlawed", "banned",
           "groups", "extremist", "terror", "jihadi", "organization", "organisation"}  # fmt: skip
_REACH = 8


def linked_force(context: Context, c: Candidate) -> Force | None:
    """The named force that the candidate's own phrase or its apposition gives, or None."""
    return (
        _named_before(context, c)
        or _named_next(context, c)
        or _after(context, c)
        or _apposed(context, c)
        or _predicated(context, c)
    )


def _predicated(context: Context, c: Candidate) -> Force | None:
    """ "The ADF is a militia", "Zaire describes itself as a self-defence group": what the named force is."""
    p = context.parse
    above = p.head[c.head]
    if p.dep[c.head] == "pobj" and p.lower[above] == "as" and p.lemma[p.head[above]] in _STYLING:
        verb = p.head[above]
        itself = any(p.lower[i] in ("itself", "themselves", "himself") for i in p.children[verb])
    else:
        verb, itself = above, p.dep[c.head] == "attr" and p.lemma[above] == "be"
    return next((_force(context, i) for i in p.children[verb] if p.dep[i] == "nsubj"), None) if itself else None


def _force(context: Context, i: int) -> Force | None:
    force = context.force_at.get(i)
    return force if force is not None and not force.generic else None


def _named_before(context: Context, c: Candidate) -> Force | None:
    """ "Abu Sayyaf bandits", "the Taliban insurgents"."""
    p, i = context.parse, c.first - 1
    return _force(context, i) if i >= 0 and p.head[i] == c.last and p.sent[i] == p.sent[c.last] else None


def _named_next(context: Context, c: Candidate) -> Force | None:
    """ "The Lebanese armed group Hezbollah"."""
    p, after = context.parse, c.last + 1
    while after < len(p) and p.word[after] in ('"', "'"):
        after += 1
    article = min(p.lower[max(0, c.first - 2) : c.first + 1], key=lambda w: w not in ("a", "an"))
    if article in ("a", "an") and after + 1 < len(p) and p.word[after] == ",":
        after += 1  # "A Sunni extremist group, Jaish al-Adl, has attacked"
        after += p.lower[after] == "the"  # "a local gang, the Vipers"
    if after >= len(p) or p.sent[after] != p.sent[c.last] or not p.word[after][0].isupper():
        return None
    return _force(context, after) if p.lower[c.last] in BODIES else None


def _after(context: Context, c: Candidate) -> Force | None:
    """ "Fighters of the Houthi group", "gunmen suspected to be members of ISWAP", "militants linked to al-Qaeda"."""
    p = context.parse
    end = min(p.sents[p.sent[c.last]][1], c.last + 1 + _REACH)
    linked = False
    for i in range(c.last + 1, end):
        if (force := _force(context, i)) is not None:
            return force if linked else None
        low = p.lower[i]
        if i == c.last + 1 and (low in ("of", "from") or (low == "by" and p.lower[c.last] == "insurgency")):
            linked = True
        elif p.lemma[i] == "say" and p.lower[i + 1 : i + 2] != ["to"]:
            return None  # "the army said ISIS had fled"
        elif p.lemma[i] in _LINKING and p.tag[i] in ("VBN", "VBD", "VBG", "VB", "VBP"):
            linked = True
        elif (
            low in _OF
            or low in _PEOPLE
            or p.tag[i] == "CD"
            or low in (",", "who", "which", "that", "are", "were", "was", "is", "be")
        ):
            continue
        else:
            return None
    return None


def _apposed(context: Context, c: Candidate) -> Force | None:
    """ "The ADF, a Ugandan armed group, ...": an unnamed actor that says what the named force before it is."""
    p = context.parse
    first = p.left[c.last] if p.left[c.last] <= c.first else c.first
    first = max(first, c.first - 4)
    while first < c.first and p.lower[first] in (",", "(", "-"):
        first += 1
    article = first <= c.first and p.lower[first] in ("a", "an", "the", "one")
    comma = first - 1
    if not article or comma < 1 or p.word[comma] not in (",", "(", "-", ":"):
        return None
    before = comma - 1
    while before > 0 and p.word[before] in (")", '"', "'"):
        before -= 1
    force = _force(context, before)
    if force is None and p.word[before + 1] == ")":  # an acronym in brackets that the text defines there
        force = next((f for j in range(before, max(before - 4, 0), -1) if (f := _force(context, j))), None)
    if force is None or (p.lower[first] not in ("a", "an") and _begins_a_clause(p, c)):
        return None
    return force


def _begins_a_clause(p: Parse, c: Candidate) -> bool:
    """Is the actor the subject or object of a verb: another party, no apposition?"""
    return p.dep[c.head] in ("nsubj", "nsubjpass", "dobj") and p.dep[c.head] != "appos"
