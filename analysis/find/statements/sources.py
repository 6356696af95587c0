"""Whose words they are and to whom they were said, by the syntax of the cue's clause."""

from __future__ import annotations

from ...read.language import Parse
from ..words.grammar import SUBJECTS, child
from .cues import AUDIENCE_VERBS, GOING_ON, Cue, animate

_QUOTING = {"quote", "cite"}
_CLIMBED = {"conj", "xcomp", "pcomp"}  # without a subject of its own, such a verb has that of its governor
_INVERTED = {"say", "read", "add", "write", "explain", "report", "announce", "state", "note"}
ISSUING = {"issue", "release", "publish", "post", "make", "send", "circulate", "repeat", "put"}
_NO_SOURCES = {"that", "this", "today", "yesterday"}  # "X, said today"
_NOMINAL = {"NN", "NNS", "NNP", "NNPS", "PRP", "JJ", "DT", "CD", "POS", "PRP$", "IN", "HYPH", "VBN", "FW"}
_HEADS = {"NN", "NNS", "NNP", "NNPS", "PRP", "DT"}


def find_speaker(p: Parse, v: int) -> int | None:
    """The head token of whoever says it; None where the sentence does not say.

    >>> from analysis.read.language import parse
    >>> p = parse("The group released a video, saying its men shot down the plane.")
    >>> p.word[find_speaker(p, p.lower.index("saying"))]
    'group'
    """
    at = v
    if (quoting := quoting_verb(p, v)) is not None and child(p, quoting, "nsubjpass") is None:
        return _head_of_chain(p, v - 2)
    beside = _inverted(p, v) or _behind_quote(p, v)
    if beside is not None:
        return beside
    for _ in range(6):
        if v == at and p.tag[v] == "VBN" and p.dep[v] == "acl" and p.dep[p.head[v]] == "ROOT" and _ends(p, v):
            return _before(p, v)  # tagged as a participle: "ten died, the channel reported."
        passive = any(p.dep[c] == "auxpass" and p.lemma[c] in ("be", "get") for c in p.children[v]) or (
            p.tag[v] == "VBN" and p.dep[v] == "acl"
        )
        if (v == at or child(p, v, "nsubj") is None) and (
            passive or (p.tag[v] == "VBN" and any(p.dep[c] == "agent" for c in p.children[v]))
        ):
            agent = next((o for c in p.children[v] if p.dep[c] == "agent" for o in p.children[c]), None)
            if agent is not None or v == at or p.lemma[v] not in GOING_ON:
                return agent
        if p.lemma[v] in _QUOTING and v != at and (quoted := child(p, v, "dobj", "nsubjpass")) is not None:
            return quoted
        subject = _subject(p, v)
        if subject is not None and p.tag[subject] == "VBG" and p.lemma[subject] in _QUOTING and v == at:
            return _before(p, v)  # "Quoting the brigade, X, its spokesman, said"
        if subject is not None:
            if p.dep[v] == "relcl" and p.tag[subject] in ("WP", "WDT"):
                return p.head[v]
            if v == at and _swallowed(p, subject, v) and (beside := _before(p, v)) is not None:
                return beside
            if p.tag[at] == "VBG" and subject > at:
                return subject if at - p.sents[p.sent[at]][0] <= 1 else _leading(p, at)  # "Claiming that ..., he told"
            if v == at and subject < v and not animate(p, subject):
                beside = _adjacent(p, v)
                root = next(i for i in range(*p.sents[p.sent[v]]) if p.head[i] == i)
                garden = p.pos[root] == "NOUN" and root < v and p.dep[v] == "ccomp" and animate(p, root)
                if beside is not None and p.head[beside] == subject:
                    beside = subject  # "X and his attorneys"
                if beside is not None or garden:  # "a soldier who said he saw the blast said two men died"
                    return beside if beside is not None else root
            return subject if p.tag[subject] not in ("WDT", "WP", "EX") else None
        if v == at and (shared := _joined(p, v)) is not None:
            return shared
        head = p.head[v]
        if p.dep[v] == "prep" and v != at and p.pos[head] in ("VERB", "AUX"):
            v = head
        elif p.dep[v] == "advcl" and p.tag[v] == "VBG" and p.pos[head] in ("NOUN", "PROPN") and head < v:
            return head
        elif head != v and (
            p.dep[v] in _CLIMBED
            or p.lemma[head] in GOING_ON
            or (p.tag[v] == "VBG" and p.dep[v] in ("advcl", "ccomp", "dep"))
        ):
            v = head
        elif p.dep[v] == "acl" and p.tag[v] == "VBG":
            return _issuer(p, head)
        else:
            break
    return _before(p, at) if p.tag[at] in ("VBD", "VBZ", "VBP", "VBN") else None


def quoting_verb(p: Parse, v: int) -> int | None:
    """The verb that quotes whoever says it: "[cited] a spokesman as saying"."""
    if v < 3 or p.lower[v - 1] != "as" or p.tag[v] != "VBG":
        return None
    a = p.sents[p.sent[v]][0]
    return next((j for j in range(v - 2, max(a, v - 20), -1) if p.lemma[j] in _QUOTING and p.pos[j] == "VERB"), None)


def _subject(p: Parse, v: int) -> int | None:
    """The subject nearest before the verb; what stands in apposition to it is none: "X, a group of Y, said"."""
    found = [c for c in p.children[v] if p.dep[c] in SUBJECTS or p.dep[c] == "expl"]
    before = [c for c in found if c < v]
    if not before:
        return found[0] if found else None
    while len(before) > 1 and p.word[p.left[before[-1]] - 1] == "," and p.tag[p.left[before[-1]]] == "DT":
        if p.right[before[-2]] + 2 != p.left[before[-1]]:
            break
        before.pop()
    return before[-1]


def _head_of_chain(p: Parse, i: int) -> int:
    """The noun on which the phrases hang that end at i: "the [ministry] of the interior"."""
    while p.dep[i] == "pobj" and p.head[p.head[i]] < i and p.pos[p.head[p.head[i]]] in ("NOUN", "PROPN"):
        i = p.head[p.head[i]]
    return i


def _adjacent(p: Parse, v: int) -> int | None:
    """The noun right before the verb, where it can speak and the parse's subject cannot."""
    i = v - 1
    while i > 0 and p.dep[i] in ("aux", "advmod", "neg"):
        i -= 1
    while p.dep[i] == "pobj" and p.head[p.head[i]] < i:
        i = p.head[p.head[i]]
    return (
        i
        if p.pos[i] in ("NOUN", "PROPN")
        and p.ent[i] not in ("DATE", "TIME")
        and p.sent[i] == p.sent[v]
        and animate(p, i)
        else None
    )


def _swallowed(p: Parse, subject: int, v: int) -> bool:
    """Has the parse taken the whole of what is said for the subject: "Men came at dawn, X, a resident, said."?"""
    ends = _ends(p, v) or p.dep[v + 1] in ("npadvmod", "prep")
    clause = any(p.dep[c] in ("acl", "relcl") and p.pos[c] == "VERB" for c in p.children[subject])
    first = p.left[subject] <= p.sents[p.sent[v]][0] + 3
    return ends and clause and first and "," in p.word[subject + 8 : v] and p.dep[v - 1] in ("appos", "conj")


def _ends(p: Parse, v: int) -> bool:
    return v + 1 >= p.sents[p.sent[v]][1] or p.word[v + 1] in (".", ",")


def _joined(p: Parse, v: int) -> int | None:
    """The subject that the parse has hung on the clause before: "some said they would, and [others] have said"."""
    i = v - 1
    while p.dep[i] in ("aux", "advmod", "neg") and i > 0:
        i -= 1
    first = phrase_start(p, i, p.sents[p.sent[v]][0])
    fits = p.dep[v] == "conj" and p.dep[i] == "conj" and p.tag[i] in _HEADS and p.head[v] < first
    if not fits or p.lower[first - 1] not in ("and", "but", "while"):
        return None
    other = p.head[i]
    pair = other == first - 2 and p.word[phrase_start(p, other, p.sents[p.sent[v]][0]) - 1] == ","
    return other if pair else i  # ", locals and officials said"


def _leading(p: Parse, v: int) -> int | None:
    """The name that begins the sentence and that a participle in commas follows: "Trump, later alleging that"."""
    a = p.sents[p.sent[v]][0]
    i = v - 1
    while i > a and p.tag[i] == "RB":
        i -= 1
    if i <= a or p.word[i] != "," or not (p.tag[i - 1] in _HEADS or p.word[i - 1][0].isupper()):
        return None
    return i - 1 if phrase_start(p, i - 1, a) == a else None


def _issuer(p: Parse, document: int) -> int:
    """Who issues the document that says something: "the council issued a statement calling the test a threat"."""
    verb = p.head[document]
    if p.dep[document] == "dobj" and p.lemma[verb] in ISSUING and (subject := child(p, verb, *SUBJECTS)) is not None:
        return subject
    return document


def _inverted(p: Parse, v: int) -> int | None:
    """The subject behind the verb: ', said the army', '" read the statement'."""
    a, b = p.sents[p.sent[v]]
    if p.tag[v] not in ("VBD", "VBZ", "VBN", "VB") or v + 1 >= b:
        return None
    behind_quote = v - 2 >= a and p.word[v - 1] in ('"', "''")
    if p.lemma[v] not in _INVERTED and not behind_quote:
        return None
    if (own := child(p, v, "nsubj")) is not None and own < v and p.tag[v] == "VBD":
        thing = child(p, v, "dobj")  # "bombings killed two said authorities": no bombing says it
        if thing is not None and p.left[thing] == v + 1 and animate(p, thing) and not animate(p, own):
            return thing
    if v > a and p.word[v - 1] not in (",", '"', "'", "-", "''"):
        return None
    if p.lower[v + 1] == "one" and p.lower[v + 2 : v + 3] == ["of"]:
        return v + 1
    quoted = v - 2 >= a and p.word[v - 1] in ('"', "''") and p.word[v - 2] in (",", ".", "?", "!", "'")
    if quoted and p.tag[v + 1] in _NOMINAL - {"IN", "PRP$"}:
        return _run_head(p, v + 1, b)
    behind = next((c for c in p.children[v] if p.dep[c] == "nsubj" and c > v and p.left[c] == v + 1), None)
    if behind is not None and v > a and p.tag[behind] in _HEADS and p.tag[v] != "VB":
        return behind
    if p.pos[v + 1] not in ("DET", "NOUN", "PROPN", "ADJ") or p.lower[v + 1] in _NO_SOURCES:
        return None
    if child(p, v, "nsubj") is not None:
        return None
    subject = next((c for c in p.children[v] if c > v and p.dep[c] in ("dobj", "attr", "npadvmod", "appos")), None)
    if subject is not None and p.left[subject] == v + 1:
        return subject
    last = _run_head(p, v + 1, b)
    return last if last is not None and (last + 1 >= b or p.word[last + 1] in (".", ",")) else None


def _run_head(p: Parse, first: int, b: int) -> int | None:
    """The last noun of the nominal run that starts at `first`: 'said retired surgeon [Carson],'."""
    last = None
    for i in range(first, b):
        if p.tag[i] not in _NOMINAL - {"IN", "PRP", "POS"} and not p.word[i][0].isupper():
            break
        if p.tag[i] in _HEADS or p.word[i][0].isupper():
            last = i
    return last


def _before(p: Parse, v: int) -> int | None:
    """The noun right before the verb where the parse has lost the subject, past an apposition or a bracket.

    >>> from analysis.read.language import parse
    >>> p = parse("Three soldiers died near Diyala, the Iraqi News Agency (INA) reported.")
    >>> p.word[_before(p, p.lower.index("reported"))]
    'Agency'
    """
    a = p.sents[p.sent[v]][0]
    i = v - 1
    while i > a and p.word[i][0].islower() and (p.tag[i] in ("RB", "MD", "VBP", "VBZ", "VBD") and p.dep[i] != "amod"):
        i -= 1
    if p.word[i] == "," and i > a:
        i = next((j for j in range(i - 1, a, -1) if p.word[j] == ","), a) - 1
    if i > a and p.word[i] == ")":
        i = next((j for j in range(i, a, -1) if p.word[j] == "("), a) - 1
    if i < a or (p.tag[i] not in _HEADS and not p.word[i][0].isupper() and "-" not in p.word[i]):
        return None
    first = phrase_start(p, i, a)
    joined = first - 1 > a and p.dep[first - 1] == "cc" and p.word[first - 2] == ","
    return i if first == a or joined or p.word[first - 1] in (",", '"', "-", ":", "''") else None


def _behind_quote(p: Parse, v: int) -> int | None:
    """The subject between a closing quotation mark and the verb: '," the governor told reporters'."""
    a = p.sents[p.sent[v]][0]
    if p.tag[v] not in ("VBD", "VBZ", "VBP", "VBN") or v - 1 <= a or p.tag[v - 1] not in _HEADS:
        return None
    first = phrase_start(p, v - 1, a)
    if first - 2 < a or p.word[first - 1] not in ('"', "''"):
        return None
    ended = p.word[first - 2] in (",", ".", "?", "!", "'")
    whole = p.word[a] == '"' and any(p.tag[i] in ("VBD", "VBZ", "VBP") for i in range(a, first))  # its comma is lost
    return _head_of_chain(p, v - 1) if ended or whole else None


def phrase_start(p: Parse, head: int, a: int) -> int:
    """The first token of the run of nominal words that ends at `head`."""
    first = head
    while first > a and (p.tag[first - 1] in _NOMINAL or p.word[first - 1][0].isupper()):
        first -= 1
    while first < head and p.tag[first] == "IN":
        first += 1
    return first


def find_audience(p: Parse, cue: Cue) -> int | None:
    """The head token of whom it was said to: "told reporters", "said to the agency"."""
    v = cue.at
    if p.lemma[v] in AUDIENCE_VERBS:
        thing = child(p, v, "dobj", "dative")
        if thing is not None and thing > v and p.pos[thing] in ("NOUN", "PROPN", "PRON"):
            return thing
        inner = child(p, v, "ccomp", "xcomp")  # a parse that makes "Reuters" the subject of what follows
        named = inner is not None and v + 1 < len(p) and p.pos[v + 1] == "PROPN" and p.left[inner] == v + 1
        return v + 1 if named else None
    for c in p.children[v]:
        if c > v and p.dep[c] in ("prep", "dative") and p.lower[c] == "to":
            return child(p, c, "pobj")
    return None
