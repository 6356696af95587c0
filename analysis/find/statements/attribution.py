"""Attribution in syntax: every cue of a sentence, with its stance, its source and its content."""

from __future__ import annotations

from collections.abc import Iterator

from ...read.language import Parse
from ..words.grammar import child
from .contents import find_content
from .cues import AUDIENCE_VERBS, GOING_ON, TOLLS, Cue, CueWord, animate, cue_verb, goes_on, nouns
from .sources import ISSUING, find_audience, find_speaker, phrase_start, quoting_verb

_NEGATION = {"not", "n't", "never", "neither", "nor"}
_REFUSING = {"decline", "refuse", "fail"}
_CONNECTIVES = {"meanwhile", "however", "but", "and", "also", "moreover", "separately", "instead", "still", "so", "yet"}
_SIGNS = {"indicate", "suggest"}  # what a thing does, too
_RECORDS = {
    "count", "data", "document", "figure", "log", "poll", "record", "report", "reporting", "statistic", "study",
    "survey", "tally",
}  # fmt: skip
_SCRAPS = {"information", "report", "estimate", "account", "detail", "data", "figure", "finding", "indication"}
_NOBODY = {"no", "nobody", "none", "neither"}
_ADJUNCTS = {"prep", "npadvmod", "advmod", "dative", "dobj", "prt", "agent"}


def find_cues(p: Parse, a: int, b: int) -> Iterator[Cue]:
    """The cues of the sentence of tokens a..b, in text order."""
    latest: Cue | None = None
    for i in range(a, b):
        if p.pos[i] == "VERB" and p.lower[i] != "according":
            word = cue_verb(p, i)
            same = latest.speaker if latest is not None and goes_on(p, i, latest.at) else None
            if word and (cue := _verbal(p, i, word, same)):
                yield cue
                if cue.speaker is not None and (cue.content or "clause" in word.takes):
                    latest = cue
        elif i + 1 < b and (p.lower[i], p.lower[i + 1]) in (("according", "to"), ("as", "per")):
            if cue := _according(p, i, a, b):
                yield cue
        elif p.pos[i] == "NOUN" and p.lemma[i] in nouns() and (cue := _nominal(p, i)):
            yield cue


def _verbal(p: Parse, v: int, word: CueWord, same: int | None) -> Cue | None:
    """The cue that the verb is, unless it is negated, planned, asked for, or said by nobody; `same` is who goes on."""
    stance = _stance(p, v, word)
    if stance is None or _idle(p, v, word):
        return None
    speaker = find_speaker(p, v) if same is None else same
    if speaker is not None and any(p.lower[c] in _NOBODY for c in p.children[speaker] if p.dep[c] == "det"):
        return None
    if word.cue == "show" and (speaker is None or p.lemma[speaker] not in _RECORDS or p.tag[v] == "VBG"):
        return None
    if speaker is not None and word.cue in _SIGNS and not animate(p, speaker) and _is_told(p, v):
        return None  # "he said that bloodstains indicate": he says it
    cue = Cue(v, word, speaker, v, v, stance=stance)
    _clause_edges(p, cue)
    if (quoting := quoting_verb(p, v)) is not None:
        cue.first = min(cue.first, next((p.left[c] for c in p.children[quoting] if p.dep[c] == "nsubj"), quoting))
    cue.content = find_content(p, cue)
    if cue.content and v < cue.content[0][0] <= cue.last:
        cue.last = cue.content[0][0] - 1
    cue.audience = find_audience(p, cue)
    return cue


def _is_told(p: Parse, i: int) -> bool:
    """Does the clause that holds token i stand behind a verb of saying: "said that, according to estimates, ..."?"""
    while p.head[i] != i:
        i, below = p.head[i], i
        if p.dep[below] == "ccomp" and i < below and cue_verb(p, i) is not None:
            return True
    return False


def _idle(p: Parse, v: int, word: CueWord) -> bool:
    """Does the verb say nothing where it stands: "a reported clash", "without saying", "is verifying", "by saying"?"""
    preposition = p.lower[p.head[v]] if p.dep[v] == "pcomp" else ""
    if p.dep[v] == "amod" or preposition in ("without", "in") or (preposition == "before" and word.stance == "confirm"):
        return True
    if p.tag[v] == "VBG" and word.stance == "confirm" and any(p.lemma[c] == "be" for c in p.children[v]):
        return True
    if word.cue == "say" and p.tag[v] in ("VBN", "VBD") and p.lower[v + 1 : v + 2] == ["to"] and p.tag[v + 2] == "VB":
        return True  # "a group said to be close to the army"
    thing = next((c for c in p.children[v] if p.dep[c] == "dobj"), None)
    if word.cue == "accuse" and thing is not None and p.slice(p.left[thing], thing).lower() == "each other":
        return True
    if word.cue == "respond" and p.lower[v + 1 : v + 2] in (["with"], ["by"]):
        return True  # "responded with shelling"
    if word.cue == "put":  # "put the toll at five", "as he put it"
        return thing is None or (p.lower[thing] != "it" and p.lemma[thing] not in TOLLS)
    by = next((c for c in p.children[v] if p.lower[c] == "by" and c > v), None)
    return by is not None and any(p.tag[c] == "VBG" and cue_verb(p, c) is not None for c in p.children[by])


def _stance(p: Parse, v: int, word: CueWord) -> str | None:
    """The stance, None where the verb says nothing: negated, refused, future, infinitive."""
    negated = any(p.dep[c] == "neg" or p.lower[c] in _NEGATION for c in p.children[v])
    if word.stance == "confirm" and "neither" in {p.lower[c] for c in p.children[v] if c < v}:
        return "decline to confirm"
    if p.tag[v] == "VB":
        head = p.head[v]
        governor = p.lemma[head] if p.dep[v] in ("xcomp", "conj", "ccomp", "advcl") else ""
        auxiliaries = {p.lower[c] for c in p.children[v] if p.dep[c] == "aux"}
        if governor in _REFUSING or (auxiliaries & {"could", "can"} and negated):
            return "decline to confirm" if word.stance == "confirm" else None
        if "to" in auxiliaries and governor not in GOING_ON:
            return None
        only = any(p.lower[c] == "only" for c in p.children[v])
        if auxiliaries & {"would", "could"} and only and not negated:
            return word.stance  # "would only say that"
        if auxiliaries & {"will", "would", "may", "might", "should", "shall", "must", "could", "'d", "'ll"}:
            return None
    if negated:
        return "decline to confirm" if word.stance == "confirm" else None
    if p.dep[v] == "conj" and word.stance == "deny" and "nor" in {p.lower[c] for c in p.children[p.head[v]]}:
        return None
    return word.stance


def _clause_edges(p: Parse, cue: Cue) -> None:
    """First and last token of the cue's own clause, its subject and adjuncts included, its content left out."""
    v, s = cue.at, cue.speaker
    if s is not None and p.head[s] == v:
        cue.first, cue.last = min(v, p.left[s]), max(v, p.right[s])
    elif s is not None and s < v and p.sent[s] == p.sent[v] and all(p.pos[k] != "VERB" for k in range(s + 1, v)):
        cue.first = phrase_start(p, s, p.sents[p.sent[v]][0])
    for c in reversed(p.children[v]):
        if c < v and p.dep[c] in ("aux", "auxpass", "advmod", "neg") and p.right[c] == cue.first - 1:
            cue.first = p.left[c]
    for c in p.children[v]:
        if c <= v:
            continue
        if p.left[c] > cue.last + 1:
            break
        adjunct = p.dep[c] in _ADJUNCTS and (p.dep[c] != "dobj" or p.lemma[v] in AUDIENCE_VERBS)
        if adjunct and (c == p.left[c] or p.dep[c] == "dobj") and cue.last < p.right[c] < c + 12:
            cue.last = p.right[c] - (p.word[p.right[c]] == ",")


def _according(p: Parse, i: int, a: int, b: int) -> Cue | None:
    """ "According to X": the content is the rest of the sentence."""
    to = i + 1
    thing = child(p, to, "pobj") if p.head[to] == i else child(p, i, "pobj")
    if thing is None:
        thing = next((c for c in range(to + 1, min(b, to + 8)) if p.pos[c] in ("NOUN", "PROPN", "PRON")), None)
        if thing is None:
            return None
    if p.lemma[thing] in _SCRAPS and _is_told(p, i) and all(p.tag[c] in ("JJ", ",") for c in p.children[thing]):
        return None  # "he said that according to preliminary information ...": he says it
    last = _phrase_end(p, thing, b)
    if last + 2 < b and p.word[last + 1] == "," and p.tag[last + 2] in ("VBG", "WP"):  # ", speaking by phone,"
        last = next((k - 1 for k in range(last + 3, min(last + 14, b)) if p.word[k] == ","), last)
    if p.lower[i] == "as" and i > a and last + 1 < b and p.word[last + 1] != ".":
        return None  # "as per" may say much else
    cue = Cue(i, None, thing, i, last)
    if i - a <= 2 and (i == a or p.lower[a] in _CONNECTIVES or p.pos[a] in ("CCONJ", "PUNCT")):
        cue.content = [(last + 1, b - 1)]
    else:
        cue.content = [(a, i - 1)]
        if last + 2 < b and p.word[last + 1] == ",":
            cue.content.append((last + 1, b - 1))
    return cue


def _phrase_end(p: Parse, thing: int, b: int) -> int:
    """The end of the source's phrase: its subtree, cut at a comma that a clause follows."""
    right = min(p.right[thing], b - 1)
    for j in range(thing + 1, right + 1):
        beside = (p.dep[c] == "appos" and p.left[c] == j + 1 and p.tag[j + 1] != "CD" for c in p.children[thing])
        if p.word[j] == "," and not any(beside):
            return j - 1
    while right > thing and p.word[right] in (".", ",", '"'):
        right -= 1
    return right


def _nominal(p: Parse, i: int) -> Cue | None:
    """A noun with its clause: "X's claim that ...", "the statement by X that ..."."""
    clause = next((c for c in p.children[i] if c > i and p.dep[c] in ("acl", "ccomp") and p.pos[c] != "ADP"), None)
    if clause is None or p.lower[p.left[clause]] != "that" or p.tag[clause] == "VBG":
        return None
    if p.dep[p.left[clause]] != "mark":
        return None
    word = nouns()[p.lemma[i]]
    before = p.left[i] - 1
    if before >= 0 and p.pos[before] == "VERB" and cue_verb(p, before) is not None:
        return None  # the verb's own row: "denied the claim that"
    if p.dep[i] == "nsubjpass" and (verb := cue_verb(p, p.head[i])) is not None and verb.stance != "assert":
        return None  # "the claim that ... was denied"
    owner = child(p, i, "poss")
    if owner is None:
        owner = next((o for c in p.children[i] if p.lower[c] in ("by", "from", "of") for o in p.children[c]), None)
    if owner is None:
        head = p.head[i]
        owner = find_speaker(p, head) if p.dep[i] == "dobj" and p.lemma[head] in ISSUING else None
    if owner is None:
        return None
    return Cue(i, word, owner, min(i, p.left[owner]), i, [(p.left[clause] + 1, p.right[clause])], stance=word.stance)
