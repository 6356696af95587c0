"""Where the content of an attribution stands in its sentence: before the cue, after it, or around it."""

from __future__ import annotations

from ...read.language import Parse
from ..words.grammar import child
from .complements import (
    CLAIMS,
    FINITE,
    accused,
    as_said,
    called_as,
    clause_start,
    closed,
    comma_led,
    directed,
    finite,
    gerund,
    infinitive,
    is_claim,
    led,
    lost_clause,
    object_end,
    relative,
    verb_object,
)
from .cues import TOLLS, Cue, animate, cue_verb, goes_on

_TURNS = {"and", "but", "while", "although", "though"}


def find_content(p: Parse, cue: Cue) -> list[tuple[int, int]]:
    """The token spans of what is said, from the verb's complements; empty where only quotation marks can tell."""
    takes = cue.word.takes if cue.word else frozenset()
    a, b = p.sents[p.sent[cue.at]]
    if cue.word is not None and cue.word.cue == "make clear":
        return [_after(p, cue, next(i for i in range(cue.at, b) if p.lower[i] == "that") + 1, b)]
    if "clause" in takes and (span := as_said(p, cue, a, b)):
        return span
    if "directive" in takes and (start := directed(p, cue)) is not None:
        return [_after(p, cue, start, b)]
    thing = verb_object(p, cue.at)
    if cue.word is not None and cue.word.cue == "accuse" and (start := accused(p, cue, thing)) is not None:
        return [_after(p, cue, start, b)]
    if "claim" in takes and thing is not None and cue.at < thing and p.lemma[thing] in CLAIMS | TOLLS:
        return [_after(p, cue, p.left[thing], b)]
    if "clause" in takes and (span := _clause(p, cue, a, b)):
        return span
    if "infinitive" in takes and (start := infinitive(p, cue)) is not None:
        return [_after(p, cue, start, b)]
    if "clause" in takes and (start := gerund(p, cue)) is not None:
        return [_after(p, cue, start, b)]
    if thing is not None and thing > cue.at and is_claim(p, thing, takes, cue):
        return [_object(p, cue, thing, b)]
    if "quote" in takes and (start := called_as(p, cue)) is not None:
        return [_after(p, cue, start, b)]
    if (
        cue.stance == "deny" and p.dep[cue.at] == "relcl" and p.head[cue.at] < cue.first
    ):  # "an accusation the army denies"
        return [(p.left[p.head[cue.at]], p.head[cue.at])]
    patient = child(p, cue.at, "nsubjpass") if "object" in takes and cue.speaker is not None else None
    return [] if patient is None or p.tag[patient] == "PRP" else [(p.left[patient], p.right[patient])]


def _clause(p: Parse, cue: Cue, a: int, b: int) -> list[tuple[int, int]]:
    """The clause that is said: behind the cue where nothing closes it, else before or around it."""
    own = child(p, cue.at, "nsubj")
    if own is not None and own < cue.at < (cue.speaker or 0) and child(p, own, "acl") is not None:
        return [(a, cue.at - 1)]  # "bombings killed two said authorities", whose verb the parser hung on its subject
    clauses = [c for c in p.children[cue.at] if p.dep[c] in ("ccomp", "parataxis") and finite(p, c)]
    right = [c for c in clauses if c > cue.at and (p.left[c] <= cue.at or not relative(p, p.left[c]))]
    left = [c for c in clauses if c < cue.first] or ([] if right else _loose_left(p, cue))
    if right and not closed(p, cue, b):
        return [_after(p, cue, clause_start(p, cue, p.left[right[0]]), b)]
    if left and not led(p, cue, b):
        return _around(p, cue, left[0], a, b)
    if span := _parenthetical(p, cue, a, b):
        return span
    if right and p.left[right[0]] == cue.last + 2 and (cue.speaker or b) < cue.at and not led(p, cue, b):
        return [_after(p, cue, cue.last + 2, b)]  # "said despite the clash, they would stay"
    start = clause_start(p, cue, p.left[right[0]]) if right else lost_clause(p, cue, b)
    if start is not None:
        return [_after(p, cue, start, b)]
    start = comma_led(p, cue, b) if cue.first - a <= 1 and cue.speaker is not None else None
    return [] if start is None else [(start, b - 1)]


def _loose_left(p: Parse, cue: Cue) -> list[int]:
    """A main clause before the cue that the parse takes for an adverbial one: "Troops fired, the staff said"."""
    before = cue.first - 1
    if before < 0 or p.word[before] != ",":
        return []
    return [
        c
        for c in p.children[cue.at]
        if c < before
        and p.dep[c] == "advcl"
        and p.tag[c] in FINITE
        and p.right[c] >= before - 1
        and child(p, c, "nsubj", "nsubjpass") is not None
        and not any(p.dep[k] == "mark" or (p.tag[k] in ("WRB", "IN") and p.dep[k] == "advmod") for k in p.children[c])
    ]


def _object(p: Parse, cue: Cue, thing: int, b: int) -> tuple[int, int]:
    """What is announced, denied, called something: the object with what the verb says of it."""
    start = p.left[thing]
    while start - 1 > cue.at and p.pos[start - 1] in ("PROPN", "ADJ", "DET"):
        start -= 1
    first, last = _after(p, cue, start, b)
    bare = cue.word is not None and "clause" in cue.word.takes and '"' not in p.word[thing : last + 1]
    return first, min(last, object_end(p, cue, thing)) if bare else last


def _around(p: Parse, cue: Cue, clause: int, a: int, b: int) -> list[tuple[int, int]]:
    """The content comes before the cue, and may go on behind it."""
    start = a if p.left[clause] - a <= 3 or p.dep[cue.at] == "ROOT" else p.left[clause]
    spans = [(start, cue.first - 1)]
    if p.right[clause] > cue.last:
        spans.append((cue.last + 1, p.right[clause]))
    return spans


def _after(p: Parse, cue: Cue, start: int, b: int) -> tuple[int, int]:
    """The content comes after the cue and runs to the end of the sentence, or to the next who speaks."""
    start = min(start, b - 1)  # a sentence that breaks off behind its cue
    if p.lower[start] == "that" and p.tag[start] == "IN" and start + 1 < b:
        start += 1
    fronted = p.tag[cue.at] == "VBG" and cue.speaker is not None and cue.speaker > cue.at
    before = p.dep[cue.at] == "advcl" and p.head[cue.at] > start  # "after the army said so, residents fled"
    inner = fronted or before or p.dep[cue.at] in ("relcl", "acl")
    end = min(b - 1, p.right[cue.at]) if inner else b - 1
    end = min(end, _next_speaker(p, start, b))
    for i in range(start + 1, b):
        if p.pos[i] == "VERB" and (word := cue_verb(p, i)) and "clause" in word.takes and goes_on(p, i, cue.at):
            end = i - 1
            while end > start and p.lower[end] in ("and", "but", ",", "while", "also"):
                end -= 1
            break
    governors = {cue.at}
    v = cue.at
    while p.dep[v] in ("xcomp", "advcl", "conj") and p.head[v] != v:
        v = p.head[v]
        governors.add(v)
    for g in governors:
        for c in p.children[g]:
            if c <= start or c <= cue.at or p.left[c] <= start:
                continue
            again = p.dep[c] == "advcl" and p.tag[c] == "VBG" and cue_verb(p, c) is not None
            if p.dep[c] == "conj" and p.pos[c] == "VERB" and child(p, c, "nsubj", "nsubjpass") is None:
                again = again or p.tag[c] == p.tag[cue.at]
            if p.dep[c] == "conj" and cue_verb(p, c) is not None:
                again = True
            if again:
                left = p.left[c]
                while left - 1 > start and (p.lower[left - 1] in ("and", "but", ",") or p.dep[left - 1] == "cc"):
                    left -= 1
                end = min(end, left - 1)
    return start, max(start, end)


def _next_speaker(p: Parse, start: int, b: int) -> int:
    """The last token before another source has its turn: ", while the army said", ", according to the mayor"."""
    for i in range(start + 2, b - 1):
        if p.word[i] not in (",", ";"):
            continue
        if p.lower[i + 1] == "citing" or p.lower[i + 1 : i + 3] == ["according", "to"]:
            return i - 1
        if p.word[i] == ";" or p.lower[i + 1] in _TURNS or p.tag[i + 1] == "PRP":
            verb = next((j for j in range(i + 2, min(i + 12, b)) if p.pos[j] == "VERB"), None)
            if verb is not None and cue_verb(p, verb) is not None and p.tag[verb] in ("VBD", "VBZ", "VBP"):
                subject = child(p, verb, "nsubj")
                if subject is not None and i < subject < verb and animate(p, subject):
                    return i - 1
    return b - 1


def _parenthetical(p: Parse, cue: Cue, a: int, b: int) -> list[tuple[int, int]]:
    """The cue stands between commas inside its content: ", police said,"; or at its end: ", police said."."""
    if cue.speaker is None or cue.first <= a or not cue.first <= cue.speaker or led(p, cue, b):
        return []
    if cue.last > cue.at and all(p.pos[i] in ("ADV", "PUNCT", "CCONJ") for i in range(a, cue.first)):
        return []  # "Meanwhile, the army said in the morning, ..."
    before = p.word[cue.first - 1]
    ends = closed(p, cue, b) or p.word[cue.last + 1] in ('"', ":")
    inside = cue.last + 3 < b and p.word[cue.last + 1] == ","
    if before not in (",", '"', "-") or not ends or p.dep[cue.at] == "relcl":
        return []
    if cue.first - a < (2 if inside else 4) or not (inside or _has_verb(p, a, cue.first)):
        return []
    phrase = p.pos[a] in ("ADP", "ADV") or p.tag[a] == "VBG"
    if phrase and inside and p.word[cue.last + 2] == '"' and not _has_verb(p, a, cue.first):
        return []  # 'On Monday, the army said, "..."': what comes before is no part of the quotation
    spans = [(a, cue.first - 1)]
    goes_on = inside and before != '"' and p.word[cue.first - 2] != '"' and not _adjunct(p, cue.last + 2)
    if goes_on:
        spans.append((cue.last + 1, b - 1))
    return spans


def _has_verb(p: Parse, a: int, b: int) -> bool:
    """Is there more than a fronted phrase between the tokens?"""
    return any(p.tag[i] in FINITE or p.tag[i] == "VBN" or p.word[i] in ('"', "''") for i in range(a, b))


def _adjunct(p: Parse, i: int) -> bool:
    """Does what begins at token i say how it was said rather than go on with what was said?"""
    return p.tag[i] in ("VBG", "VBN", "WP", "WDT") or p.lower[i] in ("after", "before", "while", "when", "as", "in")
