"""Attribution in syntax: the cue, whose words they are, and where the content stands in the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..read.language import Parse
from .cues import CueWord, cue_verb, nouns
from .grammar import SUBJECTS, child

_NEGATION = {"not", "n't", "never", "neither", "nor"}
_REFUSING = {"decline", "refuse", "fail"}
_GOING_ON = {"go", "continue", "quote", "hear", "report"}  # "went on to say", "was quoted as saying"
_NOBODY = {"no", "nobody", "none", "neither"}
_CLAIMS = {
    "claim", "report", "allegation", "accusation", "charge", "news", "statement", "involvement", "responsibility",
    "rumor", "rumour", "assertion", "suggestion", "account", "information", "wrongdoing", "death", "killing",
}  # fmt: skip
_ADJUNCTS = {"prep", "npadvmod", "advmod", "dative", "dobj", "prt", "agent"}


@dataclass(slots=True)
class Cue:
    """One cue with what it brings: token, speaker's head token, content as token spans, edges of its own clause."""

    at: int
    word: CueWord | None
    speaker: int | None
    first: int
    last: int
    content: list[tuple[int, int]] = field(default_factory=list)
    audience: int | None = None
    stance: str = "assert"
    note: str = ""


def find_cues(p: Parse, a: int, b: int) -> Iterator[Cue]:
    """The cues of the sentence of tokens a..b, in text order."""
    latest: Cue | None = None
    for i in range(a, b):
        if p.pos[i] == "VERB" and p.lower[i] != "according":
            word = cue_verb(p, i)
            if word and (cue := _verbal(p, i, word)):
                if latest is not None and goes_on(p, i, latest.at):
                    cue.speaker = latest.speaker
                yield cue
                latest = cue
        elif p.lower[i] == "according" and i + 1 < b and p.lower[i + 1] == "to":
            if cue := _according(p, i, a, b):
                yield cue
        elif p.pos[i] == "NOUN" and p.lemma[i] in nouns() and (cue := _nominal(p, i)):
            yield cue


def goes_on(p: Parse, v: int, earlier: int) -> bool:
    """Does the participle continue the earlier cue's speech: "X said that ..., adding that ..."?"""
    if p.tag[v] != "VBG" or p.dep[v] not in ("advcl", "conj", "acl", "ccomp") or v <= earlier + 1:
        return False
    before = p.left[v] - 1 if p.left[v] > earlier else v - 1
    opened = {p.lower[k] for k in range(max(before, earlier + 1), v)}
    return bool(opened & {",", '"', "and", "'"})


def _verbal(p: Parse, v: int, word: CueWord) -> Cue | None:
    """The cue that the verb is, unless it is negated, planned, asked for, or said by nobody."""
    stance = _stance(p, v, word)
    if stance is None:
        return None
    speaker = find_speaker(p, v)
    if speaker is not None and any(p.lower[c] in _NOBODY for c in p.children[speaker] if p.dep[c] == "det"):
        return None
    cue = Cue(v, word, speaker, v, v, stance=stance)
    _clause_edges(p, cue)
    cue.content = find_content(p, cue)
    cue.audience = find_audience(p, cue)
    return cue


def _stance(p: Parse, v: int, word: CueWord) -> str | None:
    """The stance, None where the verb says nothing: negated, refused, future, infinitive."""
    negated = any(p.dep[c] == "neg" or p.lower[c] in _NEGATION for c in p.children[v])
    if p.tag[v] == "VB":
        head = p.head[v]
        governor = p.lemma[head] if p.dep[v] in ("xcomp", "conj", "ccomp", "advcl") else ""
        auxiliaries = {p.lower[c] for c in p.children[v] if p.dep[c] == "aux"}
        if governor in _REFUSING or (auxiliaries & {"could", "can"} and negated):
            return "decline to confirm" if word.stance == "confirm" else None
        if "to" in auxiliaries and governor not in _GOING_ON:
            return None
        if auxiliaries & {"will", "would", "may", "might", "should", "shall", "must", "could", "'d", "'ll"}:
            return None
    if negated:
        return "decline to confirm" if word.stance == "confirm" else None
    if p.dep[v] == "conj" and word.stance == "deny" and "nor" in {p.lower[c] for c in p.children[p.head[v]]}:
        return None
    return word.stance


def find_speaker(p: Parse, v: int) -> int | None:
    """The head token of whoever says it; None where the sentence does not say.

    >>> from analysis.read.language import parse
    >>> p = parse("The group released a video, saying its men shot down the plane.")
    >>> p.word[find_speaker(p, p.lower.index("saying"))]
    'group'
    """
    seen = 0
    while seen < 6:
        seen += 1
        if any(p.dep[c] == "auxpass" for c in p.children[v]) or (p.tag[v] == "VBN" and p.dep[v] == "acl"):
            agent = next((o for c in p.children[v] if p.dep[c] == "agent" for o in p.children[c]), None)
            if agent is not None or p.lemma[v] not in _GOING_ON:
                return agent
        subject = next((c for c in p.children[v] if p.dep[c] in SUBJECTS or p.dep[c] == "expl"), None)
        if subject is not None:
            if p.dep[v] == "relcl" and p.tag[subject] in ("WP", "WDT"):
                return p.head[v]
            return subject if p.tag[subject] not in ("WDT", "WP", "EX") else None
        after = v + 1
        if p.dep[v] in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "dep", "parataxis") and p.head[v] != v:
            head = p.head[v]
            if p.dep[v] in ("conj", "xcomp", "pcomp") or p.tag[v] == "VBG":
                v = head
                continue
        if p.dep[v] == "acl" and p.tag[v] == "VBG":
            return p.head[v]
        if (
            after < len(p)
            and p.sent[after] == p.sent[v]
            and p.pos[after] in ("PROPN", "NOUN", "DET")
            and p.tag[v] != "VBG"
        ):
            return next((c for c in p.children[v] if c > v and p.dep[c] in ("dobj", "attr", "npadvmod", "appos")), None)
        return None
    return None


def _clause_edges(p: Parse, cue: Cue) -> None:
    """First and last token of the cue's own clause, its subject and adjuncts included, its content left out."""
    v, s = cue.at, cue.speaker
    if s is not None and p.head[s] == v:
        cue.first, cue.last = min(v, p.left[s]), max(v, p.right[s])
    for c in p.children[v]:
        if c < v and p.dep[c] in ("aux", "auxpass", "advmod", "neg") and p.left[c] < cue.first and c >= cue.first - 2:
            cue.first = p.left[c]
        elif c > v and p.dep[c] in _ADJUNCTS and c == p.left[c] and cue.last < p.right[c] < c + 12:
            cue.last = p.right[c]


def find_content(p: Parse, cue: Cue) -> list[tuple[int, int]]:
    """The token spans of what is said, from the verb's complements; empty where only quotation marks can tell."""
    v, takes = cue.at, cue.word.takes if cue.word else frozenset()
    a, b = p.sents[p.sent[v]]
    if takes & {"clause", "claim"}:
        clauses = [c for c in p.children[v] if p.dep[c] in ("ccomp", "parataxis") and _finite(p, c)]
        right = [c for c in clauses if c > v]
        left = [c for c in clauses if c < v]
        if left and left[0] < cue.first:
            return _around(p, cue, left[0], a, b)
        if right and "clause" in takes:
            return [_after(p, cue, p.left[right[0]], b)]
        if "clause" in takes and (span := _parenthetical(p, cue, a, b)):
            return span
    if "infinitive" in takes:
        for c in p.children[v]:
            if c > v and p.dep[c] in ("xcomp", "ccomp"):
                return [_after(p, cue, p.left[c], b)]
    thing = child(p, v, "dobj")
    if thing is not None and thing > v and _is_claim(p, thing, takes, cue):
        return [_after(p, cue, p.left[thing], b)]
    if "object" in takes:
        patient = child(p, v, "nsubjpass")
        if patient is not None and cue.speaker is not None and p.tag[patient] != "PRP":
            return [(p.left[patient], p.right[patient])]
    return []


def _finite(p: Parse, c: int) -> bool:
    """A clause of its own, no bare participle: "is working", but not "citing sources"."""
    return p.tag[c] != "VBG" or any(p.dep[k] in ("aux", "nsubj", "mark", "expl") for k in p.children[c])


def _is_claim(p: Parse, thing: int, takes: frozenset[str], cue: Cue) -> bool:
    if cue.word and cue.word.cue == "claim":
        return p.lemma[thing] == "responsibility"
    if "claim" in takes:
        return p.lemma[thing] in _CLAIMS
    return "object" in takes or ("quote" in takes and '"' in p.word[thing : p.right[thing] + 2])


def _around(p: Parse, cue: Cue, clause: int, a: int, b: int) -> list[tuple[int, int]]:
    """The content comes before the cue, and may go on behind it."""
    start = a if p.left[clause] - a <= 3 or p.dep[cue.at] == "ROOT" else p.left[clause]
    spans = [(start, cue.first - 1)]
    if p.right[clause] > cue.last:
        spans.append((cue.last + 1, p.right[clause]))
    return spans


def _after(p: Parse, cue: Cue, start: int, b: int) -> tuple[int, int]:
    """The content comes after the cue and runs to the end of the sentence, or to the speaker's next verb."""
    end = b - 1
    for i in range(start + 1, b):
        if p.tag[i] == "VBG" and cue_verb(p, i) is not None and goes_on(p, i, cue.at) and p.word[i - 1] != "and":
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


def _parenthetical(p: Parse, cue: Cue, a: int, b: int) -> list[tuple[int, int]]:
    """The cue stands between commas inside its content: ", police said,"; or at its end: ", police said."."""
    if cue.speaker is None or cue.first <= a:
        return []
    before = p.word[cue.first - 1]
    closed = cue.last + 1 >= b or p.word[cue.last + 1] in (",", ".", '"', "-", "!", ";", ":", ")")
    inside = cue.last + 3 < b and p.word[cue.last + 1] == ","
    if before not in (",", '"', "-") or not closed or cue.first - a < (2 if inside else 4):
        return []
    spans = [(a, cue.first - 1)]
    goes_on = inside and before != '"' and p.word[cue.first - 2] != '"' and not _adjunct(p, cue.last + 2)
    if goes_on:
        spans.append((cue.last + 1, b - 1))
    return spans


def _adjunct(p: Parse, i: int) -> bool:
    """Does what begins at token i say how it was said rather than go on with what was said?"""
    return p.tag[i] in ("VBG", "VBN", "WP", "WDT") or p.lower[i] in ("after", "before", "while", "when", "as", "in")


def find_audience(p: Parse, cue: Cue) -> int | None:
    """The head token of whom it was said to: "told reporters", "said to the agency"."""
    v = cue.at
    lemma = p.lemma[v]
    if lemma in ("tell", "inform", "assure", "remind", "notify", "warn"):
        thing = child(p, v, "dobj", "dative")
        if thing is not None and thing > v and p.pos[thing] in ("NOUN", "PROPN", "PRON"):
            return thing
        inner = child(p, v, "ccomp", "xcomp")  # a parse that makes "Reuters" the subject of what follows
        return (
            v + 1
            if inner is not None and v + 1 < len(p) and p.pos[v + 1] == "PROPN" and p.left[inner] == v + 1
            else None
        )
    for c in p.children[v]:
        if c > v and p.dep[c] in ("prep", "dative") and p.lower[c] == "to":
            return child(p, c, "pobj")
    return None


def _according(p: Parse, i: int, a: int, b: int) -> Cue | None:
    """ "According to X": the content is the rest of the sentence."""
    to = i + 1
    thing = child(p, to, "pobj") if p.head[to] == i else child(p, i, "pobj")
    if thing is None:
        thing = next((c for c in range(to + 1, min(b, to + 8)) if p.pos[c] in ("NOUN", "PROPN", "PRON")), None)
        if thing is None:
            return None
    last = _phrase_end(p, thing, b)
    cue = Cue(i, None, thing, i, last)
    if i - a <= 2:
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
        if p.word[j] == "," and not any(p.dep[c] == "appos" and p.left[c] == j + 1 for c in p.children[thing]):
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
    owner = child(p, i, "poss")
    if owner is None:
        owner = next((o for c in p.children[i] if p.lower[c] in ("by", "from", "of") for o in p.children[c]), None)
    if owner is None:
        head = p.head[i]
        owner = find_speaker(p, head) if p.dep[i] == "dobj" and p.lemma[head] in ("make", "issue", "repeat") else None
    if owner is None:
        return None
    return Cue(i, word, owner, min(i, p.left[owner]), i, [(p.left[clause], p.right[clause])], stance=word.stance)
