"""Mends sentences of which the small model's parser has not seen who says or thinks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mend import first_token, hang

if TYPE_CHECKING:
    from .language import Parse

_SAYS = {"add", "announce", "confirm", "report", "say", "state", "tell"}
_CLOSING = _SAYS | {
    "allege", "argue", "claim", "disclose", "explain", "insist", "note", "recall", "reveal", "stress", "warn", "write",
}  # fmt: skip
_THOUGHT = {"believe", "presume", "say", "suspect", "think", "understand"}
_NOUN_PHRASE = {"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "CC", "POS", "IN", "HYPH", "CD", "PRP$"}
_AFTER_SPEECH = {".", ",", ";", "IN", "NNP", "RB", "''", "TO"}
_ADJUNCT = {*_NOUN_PHRASE, "RB", "TO", "PRP", "VBG", ".", ",", "''", ":"} - {"CC"}


def mend_closing_speech(p: Parse) -> None:
    """Makes the closing words the main clause: "Two men died and a third fled, police said" is said of both.

    The parser often joins them to the second clause alone. To be called before the edges are set.
    """
    for a, b in p.sents:
        v = next((v for v in range(b - 1, a + 4, -1) if p.lemma[v] in _CLOSING and p.tag[v] in ("VBD", "VBZ")), None)
        if v is None or p.dep[v] not in ("conj", "advcl", "ccomp"):
            continue
        subject = next((c for c in reversed(p.children[v]) if p.dep[c] == "nsubj" and c < v), None)
        if subject is None or any(p.tag[i] not in _ADJUNCT for i in range(v + 1, b)):
            continue
        if (comma := first_token(p, subject) - 1) <= a or p.word[comma] not in (",", '"'):
            continue
        root = _root(p, v)
        if not a <= root < comma:
            continue
        _put_above(p, v, root)
        for c in [c for c in p.children[v] if root < c < comma and p.dep[c] in ("ccomp", "advcl")]:
            hang(p, c, root, "conj")


def mend_that_clauses(p: Parse) -> None:
    """ "Confirmed in a statement posted on its site that rockets hit a house": what was confirmed, no relative clause.

    To be called before the edges are set.
    """
    for i, dep in enumerate(p.dep):
        if dep not in ("acl", "relcl") or p.tag[i] not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        own = {p.dep[c]: c for c in p.children[i]}
        if "mark" not in own or p.lower[own["mark"]] != "that" or not own.keys() & {"nsubj", "nsubjpass", "expl"}:
            continue
        verb = p.head[i]
        while p.dep[verb] == "pobj" or (p.dep[verb] in ("prep", "acl") and p.lemma[verb] not in _CLOSING):
            verb = p.head[verb]
        spoke = p.lemma[verb] in _CLOSING and p.pos[verb] == "VERB" and p.head[i] > verb
        if spoke and not any(p.dep[c] in ("ccomp", "dobj") for c in p.children[verb]):
            hang(p, i, verb, "ccomp")


def mend_speakers(p: Parse) -> None:
    """Gives a closing verb of saying its subject: "killing five soldiers, the ministry and the rebels said".

    The parser takes the speakers for more items of the list before the comma. To be called before the edges are set.
    """
    for a, b in p.sents:
        for v in range(b - 1, a + 4, -1):
            if p.lemma[v] in _SAYS and p.tag[v] in ("VBD", "VBZ", "VBN") and _closes(p, v, b):
                _give_subject(p, a, v)
                break


def mend_suspicions(p: Parse) -> None:
    """Makes an aside of what somebody is thought to be: "gunmen suspected to be bandits killed two" is of gunmen who
    killed, not of a suspicion that they did. To be called before the edges are set.
    """
    for v, (a, b) in ((v, p.sents[p.sent[v]]) for v in range(1, len(p) - 2) if p.lemma[v] in _THOUGHT):
        if p.head[v] != v or p.lower[v + 1] != "to" or p.lower[v + 2] != "be" or p.dep[v - 1] != "nsubj":
            continue
        noun = v - 1
        deed = next((c for c in range(v + 3, b) if p.head[c] in (v, v + 2) and _is_told(p, c)), None)
        if deed is None or p.head[noun] != v or any(p.word[i] in (",", '"') for i in range(a, noun)):
            continue
        for c in [c for c in p.children[deed] if c < deed and p.dep[c] in ("nsubj", "nsubjpass")]:
            hang(p, c, v + 2, "attr")
        after = [c for c in p.children[v] if c > deed]
        hang(p, deed, deed, "ROOT")
        hang(p, v, noun, "acl")
        passive = any(p.dep[c] == "auxpass" for c in p.children[deed])
        hang(p, noun, deed, "nsubjpass" if passive else "nsubj")
        for c in after:
            hang(p, c, deed, p.dep[c])


def _root(p: Parse, i: int) -> int:
    while p.head[i] != i:
        i = p.head[i]
    return i


def _put_above(p: Parse, speech: int, root: int) -> None:
    """Makes the verb of saying the main one, and what was the main clause its content."""
    hang(p, speech, speech, "ROOT")
    hang(p, root, speech, "ccomp")


def _is_told(p: Parse, i: int) -> bool:
    """A finite verb that needs a subject: "killed", "have killed"."""
    helped = any(p.dep[c] in ("aux", "auxpass") for c in p.children[i])
    return p.dep[i] in ("ccomp", "conj", "dep") and (
        p.tag[i] in ("VBD", "VBZ", "VBP") or (p.tag[i] == "VBN" and helped)
    )


def _closes(p: Parse, v: int, end: int) -> bool:
    subjects = {"nsubj", "nsubjpass", "aux", "auxpass", "dobj", "agent"} - ({"dobj"} if p.lemma[v] == "tell" else set())
    if any(p.dep[c] in subjects for c in p.children[v]) or (v + 1 < end and p.tag[v + 1] not in _AFTER_SPEECH):
        return False
    return p.tag[v] != "VBN" or (p.dep[v] == "acl" and v - 8 < p.head[v] < v)


def _give_subject(p: Parse, start: int, v: int) -> None:
    comma = v - 1
    while comma > start and p.tag[comma] in _NOUN_PHRASE and comma > v - 12:
        comma -= 1
    if p.word[comma] != "," or p.tag[v - 1] not in ("NN", "NNS", "NNP", "NNPS"):
        return
    inside = range(comma + 1, v)
    heads = [i for i in inside if p.head[i] not in inside and p.head[i] != v]
    if len(heads) != 1 or p.dep[heads[0]] not in ("conj", "appos") or p.tag[comma + 1] in ("CC", "IN", "CD"):
        return
    if not any(p.pos[i] == "VERB" for i in range(start, comma)):
        return
    root = _root(p, v)
    if root != v:
        _put_above(p, v, root)
        for c in [c for c in p.children[root] if c > v and p.dep[c] == "punct"]:
            hang(p, c, v, "punct")
        p.tag[v], p.pos[v] = "VBD", "VERB"
    hang(p, heads[0], v, "nsubj")
