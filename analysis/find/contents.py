"""Where the content of an attribution stands in its sentence: before the cue, after it, or around it."""

from __future__ import annotations

from ..read.language import Parse
from .cues import AUDIENCE_VERBS, TOLLS, Cue, animate, cue_verb, goes_on
from .grammar import child

_CLAIMS = {
    "claim", "report", "allegation", "accusation", "charge", "news", "statement", "involvement", "responsibility",
    "rumor", "rumour", "assertion", "suggestion", "account", "information", "wrongdoing", "death", "killing",
}  # fmt: skip
_OPENING = {"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "VBG", "JJ", "CD", "EX"}  # what a bare clause begins with
_TURNS = {"and", "but", "while", "although", "though"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_SUBORDINATING = {
    "as", "while", "when", "after", "before", "because", "since", "although", "though", "if", "unless", "until",
    "where",
}  # fmt: skip
_OCCASIONS = {
    "statement",
    "interview",
    "report",
    "conference",
    "briefing",
    "tweet",
    "post",
    "agency",
    "news",
    "reporter",
}


def find_content(p: Parse, cue: Cue) -> list[tuple[int, int]]:
    """The token spans of what is said, from the verb's complements; empty where only quotation marks can tell."""
    v, takes = cue.at, cue.word.takes if cue.word else frozenset()
    a, b = p.sents[p.sent[v]]
    if "clause" in takes and (span := _as_said(p, cue, a, b)):
        return span
    thing = _object(p, v)
    if "claim" in takes and thing is not None and v < thing and p.lemma[thing] in _CLAIMS:
        return [_after(p, cue, p.left[thing], b)]
    if takes & {"clause", "claim"}:
        clauses = [c for c in p.children[v] if p.dep[c] in ("ccomp", "parataxis") and _finite(p, c)]
        clauses = [c for c in clauses if p.left[c] <= v or not _relative(p, p.left[c])]
        right = [c for c in clauses if c > v] if "clause" in takes else []
        left = [c for c in clauses if c < v]
        if right and not _closed(p, cue, b):
            return [_after(p, cue, _start(p, cue, p.left[right[0]]), b)]
        if left and left[0] < cue.first and not _led(p, cue, b):
            return _around(p, cue, left[0], a, b)
        if "clause" in takes and (span := _parenthetical(p, cue, a, b)):
            return span
        if right:
            return [_after(p, cue, _start(p, cue, p.left[right[0]]), b)]
        if "clause" in takes and (that := _that(p, v, b)) is not None:
            return [_after(p, cue, that + 1, b)]
        if "clause" in takes and (start := _loose(p, cue, b)) is not None:
            return [_after(p, cue, start, b)]
    if "directive" in takes and (start := _directed(p, cue)) is not None:
        return [_after(p, cue, start, b)]
    if "infinitive" in takes and cue.speaker is not None and animate(p, cue.speaker):
        for c in p.children[v]:
            if c > v and p.dep[c] in ("xcomp", "ccomp"):
                return [_after(p, cue, p.left[c], b)]
    if thing is not None and thing > v and _is_claim(p, thing, takes, cue):
        return [_after(p, cue, p.left[thing], b)]
    if "quote" in takes and any(p.lower[c] == "as" for c in p.children[v]):
        start = min(c for c in p.children[v] if p.lower[c] == "as")
        if start > v and '"' in p.word[start : p.right[v] + 1]:
            return [_after(p, cue, start, b)]
    if "object" in takes:
        patient = child(p, v, "nsubjpass")
        if patient is not None and cue.speaker is not None and p.tag[patient] != "PRP":
            return [(p.left[patient], p.right[patient])]
    return []


def _that(p: Parse, v: int, b: int) -> int | None:
    """The "that" behind the verb and its adjuncts: "mentioned in a statement that"; a parse may hang it elsewhere."""
    for i in range(v + 1, min(v + 14, b - 1)):
        if p.lower[i] == "that" and p.tag[i] in ("IN", "WDT") and (p.dep[i] in ("mark", "nsubj", "nsubjpass", "det")):
            return None if _relative(p, i) else i
        if p.pos[i] in ("VERB", "AUX") or p.word[i] in (";", ":", '"'):
            return None
    return None


def _relative(p: Parse, i: int) -> bool:
    """Does "that" or "which" at token i belong to the noun before it: "shells that fell", but "a statement that"?"""
    return p.tag[i] == "WDT" and p.pos[i - 1] in ("NOUN", "PROPN") and p.lemma[i - 1] not in _OCCASIONS


def _object(p: Parse, v: int) -> int | None:
    """The verb's object, or that of its partner: "neither confirmed nor denied the report"."""
    thing = child(p, v, "dobj")
    partner = next((c for c in p.children[v] if p.dep[c] == "conj" and c > v and p.lower[c - 1] in ("nor", "or")), None)
    return child(p, partner, "dobj") if thing is None and partner is not None else thing


def _as_said(p: Parse, cue: Cue, a: int, b: int) -> list[tuple[int, int]]:
    """ "As police said, ...", "..., as reported by the agency": the content is the clause around."""
    v = cue.at
    mark = next((c for c in p.children[v] if c < v and p.lower[c] == "as" and p.left[v] == c), None)
    bare = child(p, v, "ccomp", "dobj", "xcomp", "acomp", "attr") is None
    if mark is None or not bare or cue.last + 1 >= b or p.word[cue.last + 1] not in (",", "."):
        return []
    if mark - a <= 1:
        return [(cue.last + 2, b - 1)] if cue.last + 4 < b else []
    return [(a, mark - 1)] if mark - a > 3 else []


def _loose(p: Parse, cue: Cue, b: int) -> int | None:
    """Where a clause begins that the parse has not hung on the verb: "said after the raid [he would not leave]"."""
    i = cue.last + 1
    if _closed(p, cue, b) or p.tag[cue.at] not in ("VBD", "VBZ", "VBP", "VBN") or p.word[i] in (":", '"', "("):
        return None
    if _object(p, cue.at) is not None or child(p, cue.at, "attr", "acomp") is not None or (cue.speaker or 0) > cue.at:
        return None
    if p.tag[i] in _OPENING and any(p.tag[j] in _FINITE for j in range(i, b)):
        return i
    subject = next((j for j in range(i, b) if p.dep[j] in ("nsubj", "nsubjpass", "expl") and p.head[j] > j), None)
    if subject is None or p.tag[subject] in ("WDT", "WP"):
        return None
    if any(p.dep[c] in ("mark", "advmod") and p.lower[c] in _SUBORDINATING for c in p.children[p.head[subject]]):
        return None
    while i < p.left[subject] and p.pos[i] == "ADP" and p.right[i] < p.left[subject]:
        i = p.right[i] + 1
    return i


def _closed(p: Parse, cue: Cue, b: int) -> bool:
    """Does a mark of punctuation close the cue's own clause behind it?"""
    return cue.last + 1 >= b or p.word[cue.last + 1] in (",", ".", "-", "!", ";", ")")


def _led(p: Parse, cue: Cue, b: int) -> bool:
    """Does the cue lead to a quotation: 'the army said: "We ...', 'X said "We ...'?"""
    i = cue.last + 1
    return i < b - 1 and (p.word[i] == ":" or (p.word[i] == '"' and p.end[i] == p.start[i + 1] > p.end[cue.last] + 1))


def _start(p: Parse, cue: Cue, left: int) -> int:
    """Where the content begins, with words that the parse has given to the cue: "said [among those killed] was",
    "said [the attack] last month was"."""
    after = cue.at + 1
    if after < left and p.lower[after] in ("among", "of", "at least") and p.dep[after] == "prep":
        return after
    left = max(left, cue.last + 1)
    thing = child(p, cue.at, "dobj")
    split = thing is not None and cue.last < p.left[thing] < left and p.left[thing] <= cue.last + 1
    return p.left[thing] if thing is not None and split and p.lemma[cue.at] not in AUDIENCE_VERBS else left


def _finite(p: Parse, c: int) -> bool:
    """A clause of its own, no bare participle: "is working", but not "citing sources"."""
    return p.tag[c] != "VBG" or any(p.dep[k] in ("aux", "nsubj", "mark", "expl") for k in p.children[c])


def _is_claim(p: Parse, thing: int, takes: frozenset[str], cue: Cue) -> bool:
    if "toll" in takes:
        return p.lemma[thing] in TOLLS and any(p.lower[c] == "at" for c in (*p.children[cue.at], *p.children[thing]))
    if cue.word and cue.word.cue == "claim":
        return p.lemma[thing] == "responsibility"
    if "claim" in takes:
        return p.lemma[thing] in _CLAIMS
    if p.tag[thing] in ("DT", "WDT", "WP") and not (cue.word and cue.word.stance != "assert"):
        return False  # "disclosed this to journalists" tells nothing
    return "object" in takes or ("quote" in takes and _quotes(p, thing, cue))


def _directed(p: Parse, cue: Cue) -> int | None:
    """Where it begins to say who shall do what: "urged [residents to leave]", "called for [calm]"."""
    v = cue.at
    if cue.speaker is None or not animate(p, cue.speaker) or cue.word is None:
        return None
    if " " in cue.word.cue:
        thing = child(p, v + 1, "pobj", "pcomp")
        return None if thing is None else p.left[thing]
    thing = child(p, v, "dobj")
    to = next((c for c in p.children[v] if p.dep[c] in ("xcomp", "ccomp", "advcl") and p.tag[c] == "VB"), None)
    if to is None or to < v or not any(p.lower[c] == "to" for c in p.children[to]):
        return None
    subject = child(p, to, "nsubj")
    start = p.left[thing] if thing is not None and thing > v else p.left[subject] if subject is not None else None
    return start if start is not None and start > v else None


def _quotes(p: Parse, thing: int, cue: Cue) -> bool:
    """Do quotation marks stand in the object or in what is said of it: 'urged the army to "stop the war"'?"""
    if p.lemma[cue.at] in AUDIENCE_VERBS:
        return False
    i = next((i for i in range(thing, min(p.right[cue.at] + 2, len(p))) if p.word[i] == '"'), None)
    return i is not None and p.word[i - 1] not in (",", ":")


def _around(p: Parse, cue: Cue, clause: int, a: int, b: int) -> list[tuple[int, int]]:
    """The content comes before the cue, and may go on behind it."""
    start = a if p.left[clause] - a <= 3 or p.dep[cue.at] == "ROOT" else p.left[clause]
    spans = [(start, cue.first - 1)]
    if p.right[clause] > cue.last:
        spans.append((cue.last + 1, p.right[clause]))
    return spans


def _after(p: Parse, cue: Cue, start: int, b: int) -> tuple[int, int]:
    """The content comes after the cue and runs to the end of the sentence, or to the next who speaks."""
    end = b - 1 if p.dep[cue.at] not in ("relcl", "acl") else min(b - 1, p.right[cue.at])
    end = min(end, _next_speaker(p, start, b))
    for i in range(start + 1, b):
        if p.pos[i] == "VERB" and cue_verb(p, i) is not None and goes_on(p, i, cue.at):
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
        if p.word[i] != ",":
            continue
        if p.lower[i + 1] == "according" and p.lower[i + 2 : i + 3] == ["to"]:
            return i - 1
        if p.lower[i + 1] in _TURNS:
            verb = next((j for j in range(i + 2, min(i + 12, b)) if p.pos[j] == "VERB"), None)
            if verb is not None and cue_verb(p, verb) is not None and p.tag[verb] in ("VBD", "VBZ", "VBP"):
                subject = child(p, verb, "nsubj")
                if subject is not None and i < subject < verb and animate(p, subject):
                    return i - 1
    return b - 1


def _parenthetical(p: Parse, cue: Cue, a: int, b: int) -> list[tuple[int, int]]:
    """The cue stands between commas inside its content: ", police said,"; or at its end: ", police said."."""
    if cue.speaker is None or cue.first <= a or not cue.first <= cue.speaker or _led(p, cue, b):
        return []
    before = p.word[cue.first - 1]
    closed = _closed(p, cue, b) or p.word[cue.last + 1] in ('"', ":")
    inside = cue.last + 3 < b and p.word[cue.last + 1] == ","
    if before not in (",", '"', "-") or not closed or p.dep[cue.at] == "relcl":
        return []
    if cue.first - a < (2 if inside else 4) or not (inside or _has_verb(p, a, cue.first)):
        return []
    spans = [(a, cue.first - 1)]
    goes_on = inside and before != '"' and p.word[cue.first - 2] != '"' and not _adjunct(p, cue.last + 2)
    if goes_on:
        spans.append((cue.last + 1, b - 1))
    return spans


def _has_verb(p: Parse, a: int, b: int) -> bool:
    """Is there more than a fronted phrase between the tokens?"""
    return any(p.tag[i] in _FINITE or p.tag[i] == "VBN" or p.word[i] in ('"', "''") for i in range(a, b))


def _adjunct(p: Parse, i: int) -> bool:
    """Does what begins at token i say how it was said rather than go on with what was said?"""
    return p.tag[i] in ("VBG", "VBN", "WP", "WDT") or p.lower[i] in ("after", "before", "while", "when", "as", "in")
