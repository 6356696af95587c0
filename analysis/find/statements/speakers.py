"""Who speaks: the noun phrase of a source, the person behind a pronoun or a title, the body behind a statement."""

from __future__ import annotations

from ..context import Context
from ..records import Person
from ..words.grammar import child
from ..words.names import title_kind
from .memory import Memory, Speaker, antecedent, personal, told_of_itself
from .sources import ISSUING
from .speaker_names import DOCUMENTS, as_written

_PERSONAL = {"he", "she", "him", "her", "his", "who"}
_PLURAL = {"they", "them", "their"}
_BODY = {"it", "its"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"}
_FIRST = {"i", "you"}
_WRITING = ISSUING | {"sign", "write", "author", "compile", "prepare", "produce", "draft", "read", "deliver", "give"}
_TOLD = DOCUMENTS | {"account", "estimate", "testimony", "word", "words"}  # "according to his account": him
_SAME = {"same", "aforementioned"}
_ANAPHORIC = {"the", "this", "that"}
_BODIES = {"military", "police", "army", "presidential"}
_NO_SPEAKERS = {
    "it", "that", "this", "what", "which", "there", "these", "those", "i", "we", "you", "one",
    "nothing", "something", "anything", "everything", "anyone", "anybody", "someone", "nobody", "everyone",
}  # fmt: skip


def resolve_speaker(context: Context, head: int, at: int, memory: Memory) -> Speaker | None:
    """The speaker whose phrase has its head at token `head`, for a cue at token `at`."""
    p = context.parse
    low = p.lower[head]
    if low in _PERSONAL:
        return personal(context, at, memory)
    if low in _PLURAL or low in _BODY:
        if p.lemma[at] == "add" and memory.said and memory.said[-1].person is None:
            return memory.said[-1]  # who adds has spoken
        if low in _BODY and (doer := told_of_itself(context, at)) is not None:
            return resolve_speaker(context, doer, at, memory)
        before = antecedent(context, at, plural=low in _PLURAL)
        if before is not None and (low in _BODY or not memory.said or p.dep[at] == "relcl"):
            return resolve_speaker(context, before, before, memory)
        known = (low in _PLURAL and memory.several()) or memory.body()
        return known or Speaker("", note="unknown")
    if low in _FIRST and p.lemma[at] in ("say", "tell"):
        return Speaker("", note="the author, or whoever is addressed")
    if low == "one" and p.right[head] == head and (known := memory.several()) is not None:
        return known  # "They burned everything," one said
    if person := _person_of(context, head):
        return Speaker(person.name, person.title, person.affiliation, person, note="named")
    if p.lemma[head] in _TOLD and any(p.lower[c] in _PERSONAL for c in p.children[head] if p.dep[c] == "poss"):
        return personal(context, at, memory)
    some = low in ("one", "those", "some") and any(p.lower[c] == "of" for c in p.children[head])
    named = p.word[head][0].isupper() and head + 1 < len(p) and p.tag[head + 1] == "NNP"  # tagged as a verb
    if (low in _NO_SPEAKERS and not some) or (p.pos[head] not in _NOMINAL and not named):
        return None
    document = p.pos[head] == "NOUN" or (p.lower[head - 1] == "the" and p.lower[head] != "post")
    if p.lemma[head] in DOCUMENTS and document:
        return _author(context, head, memory)
    definite = any(p.lower[c] in _ANAPHORIC for c in p.children[head] if c < head)
    plain = head - (p.lower[head - 1] in _SAME) - 1
    bare = p.left[head] >= plain and p.right[head] == head
    if definite and bare and p.tag[head] == "NN":
        known = memory.titled(p.lower[head])
        if known is None and low in ("official", "source", "man", "woman", "officer", "commander"):
            known = memory.person()
        if known is not None:
            return known
    return as_written(context, head)


def _person_of(context: Context, head: int) -> Person | None:
    """The person named by the phrase: by its head, or in apposition to it."""
    p = context.parse
    if head in context.person_at:
        return context.person_at[head]
    for c in p.children[head]:
        if p.dep[c] == "appos" and c in context.person_at and abs(c - head) < 30:
            return context.person_at[c]
    first = p.left[head]
    if p.dep[head] == "appos" and p.word[first - 1] == "," and first - 2 in context.person_at:
        return context.person_at[first - 2]  # the name stands before the office: "X, a resident"
    end = p.right[head]
    if title_kind(p, head) and end in context.person_at:  # "the commander of the brigade General X"
        before = end
        while context.person_at.get(before) is context.person_at[end]:
            before -= 1
        if p.pos[before] not in ("ADP", "CCONJ", "PART", "VERB", "PUNCT"):
            return context.person_at[end]
    if title_kind(p, head):  # the parse may have lost the apposition: "the mayor, Imad Al-Dulaimi,"
        for j in range(head + 1, min(head + 14, len(p))):
            if p.sent[j] != p.sent[head] or (p.pos[j] == "VERB" and p.dep[j] != "acl"):
                break
            k = j - 1
            while k > head and title_kind(p, k):
                k -= 1
            if j in context.person_at and (p.word[k] in (",", ")") or k == head):
                return context.person_at[j]
    return None


def _author(context: Context, head: int, memory: Memory) -> Speaker | None:
    """Whose statement it is: "the ministry's statement", "a statement from the army", "an army statement"."""
    p = context.parse
    for c in p.children[head]:
        if p.dep[c] == "poss" and p.pos[c] != "PRON":
            return resolve_speaker(context, c, head, memory)
        if p.lower[c] in ("by", "from", "of") and (o := child(p, c, "pobj")) is not None:
            return resolve_speaker(context, o, head, memory)
        if (
            p.dep[c] == "acl"
            and p.lemma[c] in _WRITING
            and (agent := child(p, c, "agent")) is not None
            and (o := child(p, agent, "pobj")) is not None
        ):
            return resolve_speaker(context, o, head, memory)
    before = [c for c in p.children[head] if p.dep[c] in ("compound", "amod", "nmod") and c < head]
    if before and (any(p.dep[c] in ("compound", "nmod") for c in before) or p.lower[before[-1]] in _BODIES):
        first = min(p.left[c] for c in before)
        while first < head - 1 and (p.pos[first] == "DET" or p.ent[first] == "DATE"):
            first += 1
        text = p.slice(first, head - 1).removesuffix("'s").removesuffix("’s")
        force = context.force_at.get(head - 1)
        if p.lemma[head] == "report":
            return Speaker(f"{text} {p.word[head]}", "", text, force=force, note="a report and its author")
        return Speaker(text, force=force, note="author of the statement")
    if any(p.lower[c] in _ANAPHORIC for c in p.children[head]) and memory.said:
        return memory.body() or memory.said[-1]
    return as_written(context, head)
