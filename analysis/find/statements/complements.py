"""What a verb of saying takes: clauses that the parse has hung on it or lost, objects, what it tells someone to do."""

from __future__ import annotations

from ...read.language import Parse
from ..words.grammar import child
from .cues import AUDIENCE_VERBS, TOLLS, Cue, animate

CLAIMS = {
    "claim", "report", "allegation", "accusation", "charge", "news", "statement", "involvement", "responsibility",
    "rumor", "rumour", "assertion", "suggestion", "account", "information", "wrongdoing", "death", "killing",
}  # fmt: skip
FINITE = {"VBD", "VBZ", "VBP", "MD"}
_OPENING = {"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "VBG", "JJ", "CD", "EX"}  # what a bare clause begins with
_BY_ANY = {"deny", "report", "announce"}  # "the emergency room reported two deaths"
_CLAIMED = {
    "responsibility",
    "attack",
    "bombing",
    "assault",
    "ambush",
    "blast",
    "explosion",
    "killing",
    "raid",
    "strike",
}
_THAT = {"mark", "nsubj", "nsubjpass", "det", "pobj", "dobj"}  # what a parse makes of a "that" which begins a clause
_TELLING = {"statement", "report", "communique", "document", "letter", "message", "investigation", "inquiry", "it"}
_SUBORDINATING = {
    "as", "while", "when", "after", "before", "because", "since", "although", "though", "if", "unless", "until",
    "where",
}  # fmt: skip
_OCCASIONS = {
    "address", "agency", "audio", "briefing", "call", "channel", "comment", "communique", "conference", "interview",
    "letter", "message", "news", "phone", "post", "radio", "recording", "release", "remark", "report", "reporter",
    "speech", "statement", "telephone", "television", "tweet", "video",
}  # fmt: skip


def as_said(p: Parse, cue: Cue, a: int, b: int) -> list[tuple[int, int]]:
    """ "As police said, ...", "..., as reported by the agency": the content is the clause around."""
    v = cue.at
    mark = next((c for c in p.children[v] if c < v and p.lower[c] == "as" and p.left[v] == c), None)
    bare = child(p, v, "ccomp", "dobj", "xcomp", "acomp", "attr") is None
    if mark is None or not bare or cue.last + 1 >= b or p.word[cue.last + 1] not in (",", "."):
        return []
    if mark - a <= 1:
        return [(cue.last + 2, b - 1)] if cue.last + 4 < b else []
    return [(a, mark - 1)] if mark - a > 3 else []


def lost_clause(p: Parse, cue: Cue, b: int) -> int | None:
    """Where what is said begins in a clause that the parse has hung elsewhere."""
    if (that := _that_clause(p, cue.at, b)) is not None:
        return that + 1
    if (start := _loose_clause(p, cue, b)) is not None:
        return start
    verb = child(p, cue.at, "xcomp") if p.dep[cue.at] == "relcl" else None
    return verb if verb is not None and verb == cue.last + 1 else None  # "which officials say [killed ten]"


def infinitive(p: Parse, cue: Cue) -> int | None:
    """Where it begins to say what the speaker will do or has done: "vowed [to fight]", "admitted [to killing two]"."""
    if cue.speaker is None or not animate(p, cue.speaker):
        return None
    for c in p.children[cue.at]:
        gerund = p.lower[c] == "to" and any(p.tag[o] == "VBG" for o in p.children[c])
        if c > cue.at and (gerund or p.dep[c] in ("xcomp", "ccomp")):
            return p.left[c]
    return None


def gerund(p: Parse, cue: Cue) -> int | None:
    """Where a deed is told by a bare participle: "announced [killing two]", "said [seized were two rifles]"."""
    deed = cue.at + 1
    told = deed < len(p) and p.head[deed] == cue.at and p.dep[deed] in ("xcomp", "ccomp")
    takes_object = cue.word is not None and "object" in cue.word.takes
    told = told and (p.tag[deed] == "VBN" or (p.tag[deed] == "VBG" and takes_object))  # "said [seized were two rifles]"
    return deed if told and cue.speaker is not None and animate(p, cue.speaker) else None


def accused(p: Parse, cue: Cue, thing: int | None) -> int | None:
    """The start of "[X of supplying bombs]" behind "accused", where the parse does not see that X is the object."""
    of = next((c for c in p.children[cue.at] if c > cue.at and p.lower[c] == "of"), None)
    return cue.at + 1 if of is not None and of > cue.at + 1 and (thing is None or thing > of) else None


def called_as(p: Parse, cue: Cue) -> int | None:
    """Where quoted words begin that the verb says of something: 'dismissed [as "fabricated" the video]'."""
    start = next((c for c in p.children[cue.at] if p.lower[c] == "as" and c > cue.at), None)
    return start if start is not None and '"' in p.word[start : p.right[cue.at] + 1] else None


def _that_clause(p: Parse, v: int, b: int) -> int | None:
    """The "that" behind the verb and its adjuncts: "mentioned in a statement that"; a parse may hang it elsewhere."""
    for i in range(v + 1, min(v + 14, b - 1)):
        if p.lower[i] == "that" and p.tag[i] in ("IN", "WDT") and p.dep[i] in _THAT:
            thing = p.tag[i] == "WDT" and p.dep[i - 1] == "dobj" and p.head[i - 1] == v  # "posted a video that"
            return None if thing or relative(p, i) else i
        if p.pos[i] in ("VERB", "AUX") or p.word[i] in (";", ":", '"'):
            return None
    return None


def relative(p: Parse, i: int) -> bool:
    """Does "that" or "which" at token i belong to the noun before it: "shells that fell", but "a statement that"?"""
    dated = p.ent[i - 1] in ("DATE", "TIME")
    return p.tag[i] == "WDT" and p.pos[i - 1] == "NOUN" and not dated and p.lemma[i - 1] not in _OCCASIONS


def _loose_clause(p: Parse, cue: Cue, b: int) -> int | None:
    """Where a clause begins that the parse has not hung on the verb: "said after the raid [he would not leave]"."""
    i = cue.last + 1
    if closed(p, cue, b) or p.tag[cue.at] not in ("VBD", "VBZ", "VBP", "VBN") or p.word[i] in (":", '"', "("):
        return None
    if (cue.speaker or 0) > cue.at:
        return None
    thing = verb_object(p, cue.at)
    if p.lower[i] in ("nothing", "little", "more"):
        return None
    if thing is not None and p.lemma[cue.at] == "say" and p.left[thing] == i and "," in p.word[thing:b]:
        return i if any(p.tag[j] in FINITE for j in range(thing, b)) else None  # "said troops, operating there, have"
    if thing is not None or (child(p, cue.at, "attr", "acomp") is not None and p.lemma[cue.at] != "make"):
        return None
    if p.tag[i] in _OPENING and any(p.tag[j] in FINITE for j in range(i, b)):
        return i
    subject = next((j for j in range(i, b) if p.dep[j] in ("nsubj", "nsubjpass", "expl") and p.head[j] > j), None)
    if subject is None or p.tag[subject] in ("WDT", "WP"):
        return None
    if any(p.dep[c] in ("mark", "advmod") and p.lower[c] in _SUBORDINATING for c in p.children[p.head[subject]]):
        return None
    while i < p.left[subject] and p.pos[i] == "ADP" and p.right[i] < p.left[subject]:
        i = p.right[i] + 1
    return i


def comma_led(p: Parse, cue: Cue, b: int) -> int | None:
    """What follows a comma without quotation marks: "He said, the operation destroyed three hideouts."."""
    i = cue.last + 1
    if p.dep[cue.at] not in ("ROOT", "ccomp", "conj") or i + 3 >= b or p.word[i] not in (",", ":"):
        return None
    if p.tag[i + 1] not in _OPENING - {"VBG"}:
        return None
    later = '"' in p.word[i:b] or p.lower[i + 1] in _SUBORDINATING
    return i + 1 if not later and any(p.tag[j] in FINITE for j in range(i + 1, b)) else None


def closed(p: Parse, cue: Cue, b: int) -> bool:
    """Does a mark of punctuation close the cue's own clause behind it?"""
    return cue.last + 1 >= b or p.word[cue.last + 1] in (",", ".", "-", "!", ";", ")")


def led(p: Parse, cue: Cue, b: int) -> bool:
    """Does the cue lead to a quotation: 'the army said: "We ...', 'X said "We ...', 'when asked, X said, "We ...'?"""
    i = cue.last + 1
    a = p.sents[p.sent[cue.at]][0]
    if p.lower[a] in _SUBORDINATING and p.word[i : i + 2] == [",", '"'] and '"' not in p.word[a : cue.first]:
        return True
    return i < b - 1 and (p.word[i] == ":" or (p.word[i] == '"' and p.end[i] == p.start[i + 1] > p.end[cue.last] + 1))


def clause_start(p: Parse, cue: Cue, left: int) -> int:
    """Where the content begins, with words that the parse has given to the cue: "said [among those killed] was",
    "said [the attack] last month was"."""
    after = cue.at + 1
    if after < left and p.lower[after] in ("among", "of", "at least") and p.dep[after] == "prep":
        return after
    left = max(left, cue.last + 1)
    thing = child(p, cue.at, "dobj")
    split = thing is not None and cue.last < p.left[thing] < left and p.left[thing] <= cue.last + 1
    return p.left[thing] if thing is not None and split and p.lemma[cue.at] not in AUDIENCE_VERBS else left


def finite(p: Parse, c: int) -> bool:
    """A clause of its own, no bare participle: "is working", but not "citing sources"."""
    return p.tag[c] != "VBG" or any(p.dep[k] in ("aux", "nsubj", "mark", "expl") for k in p.children[c])


def verb_object(p: Parse, v: int) -> int | None:
    """The verb's object, or that of its partner: "neither confirmed nor denied the report"."""
    thing = child(p, v, "dobj")
    partner = next((c for c in p.children[v] if p.dep[c] == "conj" and c > v and p.lower[c - 1] in ("nor", "or")), None)
    return child(p, partner, "dobj") if thing is None and partner is not None else thing


def directed(p: Parse, cue: Cue) -> int | None:
    """Where it begins to say who shall do what: "urged [residents to leave]", "called for [calm]"."""
    v = cue.at
    if cue.speaker is None or not animate(p, cue.speaker) or cue.word is None:
        return None
    asks = any(p.tag[i] == "VB" and p.lower[i - 1] == "to" for i in range(v + 2, p.right[v] + 1))
    if cue.word.cue == "call for" and not asks:
        return None  # "called for calm"
    if " " in cue.word.cue:
        thing = child(p, v + 1, "pobj", "pcomp")
        start = v + 2 if thing is None and p.dep[v + 1] == "mark" else thing  # "called for the army to leave"
        return None if start is None else p.left[start] if start == thing else start
    thing = child(p, v, "dobj")
    toward = next((c for c in p.children[v] if c == v + 1 and p.lower[c] == "to"), None)
    if thing is None and toward is not None:
        thing = child(p, toward, "pobj")
    to = next((c for c in p.children[v] if p.dep[c] in ("xcomp", "ccomp", "advcl") and p.tag[c] == "VB"), None)
    if to is None or to < v or not any(p.lower[c] == "to" for c in p.children[to]):
        return None
    subject = child(p, to, "nsubj")
    start = p.left[thing] if thing is not None and thing > v else p.left[subject] if subject is not None else None
    return start if start is not None and start > v else None


def is_claim(p: Parse, thing: int, takes: frozenset[str], cue: Cue) -> bool:
    """Is the verb's object something that is said: a claim, a toll, what is announced, denied or called a name?"""
    if "toll" in takes:
        return p.lemma[thing] in TOLLS and any(p.lower[c] == "at" for c in (*p.children[cue.at], *p.children[thing]))
    if cue.word and cue.word.cue == "claim":
        return p.lemma[thing] in _CLAIMED and cue.speaker is not None and animate(p, cue.speaker)
    if "claim" in takes:
        return p.lemma[thing] in CLAIMS or p.lemma[thing] in TOLLS
    if p.tag[thing] in ("DT", "WDT", "WP") and not (cue.word and cue.word.stance != "assert"):
        return False  # "disclosed this to journalists" tells nothing
    if "object" in takes:  # but "their behaviour confirmed suspicions"
        told = cue.speaker is None or animate(p, cue.speaker) or p.lemma[cue.speaker] in _TELLING
        return told or "clause" not in takes or cue.word is None or cue.word.cue in _BY_ANY
    return "quote" in takes and _quotes(p, thing, cue)


def _quotes(p: Parse, thing: int, cue: Cue) -> bool:
    """Do quotation marks stand in the object or in what is said of it: 'urged the army to "stop the war"'?"""
    if p.lemma[cue.at] in AUDIENCE_VERBS:
        return False
    other = next((c for c in p.children[cue.at] if c > thing and p.dep[c] == "conj" and p.pos[c] == "VERB"), len(p))
    i = next((i for i in range(thing, min(p.right[cue.at] + 2, other)) if p.word[i] == '"'), None)
    return i is not None and p.word[i - 1] not in (",", ":")


def object_end(p: Parse, cue: Cue, thing: int) -> int:
    """The end of what is announced, denied, reported: its phrase, and the phrases of place and manner behind it."""
    end = p.right[thing]
    for c in p.children[cue.at]:
        dated = any(p.ent[o] in ("DATE", "TIME") for o in p.children[c])
        if c == end + 1 and p.dep[c] == "prep" and not dated and p.lower[c] not in ("through", "via", "during"):
            end = p.right[c]
    for i in range(thing + 1, end):
        if p.word[i] == "," and (
            p.tag[i + 1] in ("WDT", "WP") or (p.tag[i + 1] == "VBG" and p.lower[i + 1] != "including")
        ):
            return i - 1
    return end
