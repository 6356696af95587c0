"""Which cues colour a deed: the words on the way from its trigger up to the root of the sentence.

Scope is syntax, not distance: see status.py, which decides what the cues make of an outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...read.knowledge import knowledge
from ...read.language import Parse
from ...read.mend import is_infinitive
from ..words.grammar import SUBJECTS

_THROUGH = {"of", "to", "in", "by", "with", "into", "on"}  # prepositions that keep the deed in the governor's scope
_CLAUSAL = {"ccomp", "xcomp", "pcomp", "acl", "conj", "oprd"}
_FINITE = {"VBD", "VBZ", "VBP"}
_MOVES = {"proceed", "go", "come", "return", "travel"}
_REPORTS = {
    "report", "account", "information", "rumour", "rumor", "claim", "message", "news", "post", "source", "statement",
    "story", "suggestion", "version", "video",
}  # fmt: skip

_REJECTS = {"deny", "dismiss", "refute", "reject"}

Cue = tuple[str, int]  # the status, and the token that says so


@cache
def cues_of(scope: str) -> dict[str, str]:
    """The cues of one scope in `status_cues.csv`, by lemma or form, with the status that they give."""
    return {row["cue"]: row["value"] for row in knowledge("status_cues") if row["scope"] == scope}


def cues_above(p: Parse, trigger: int) -> Iterator[Cue]:
    """Every cue on the way from the trigger to the root of its sentence."""
    node, gerund = trigger, False
    yield from _own_cues(p, node)
    for _ in range(40):
        head, dep = p.head[node], p.dep[node]
        if head == node:
            if _is_bare_infinitive(p, node):
                yield "intended", node
            return
        if dep == "conj" and p.tag[node] in _FINITE and p.tag[head] == "VB":
            node = _finite_above(p, head)  # "vowed to go on and killed two": killed goes with vowed
            continue
        if (found := _verdict(p, node)) is not None:
            yield found
        if dep == "acl" and (value := cues_of("noun").get(p.lemma[head])) and _is_that_clause(p, node):
            yield _answered(p, head, value), head  # "its claim that four had died was dismissed"
            return
        if _is_habit(p, node, dep):
            yield "background", node
        if dep in ("advcl", "acl", "relcl"):
            if is_infinitive(p, node) and (p.lemma[head] in _MOVES or p.lemma[head] not in cues_of("transparent")):
                yield from _governor_cues(p, head, dep) if _has_governor_cue(p, head) else [("intended", node)]
            return
        if _is_presupposed(p, node):
            return
        if dep in ("compound", "poss", "amod", "nmod", "appos", "parataxis", "npadvmod", "advmod"):
            return
        if dep == "prep" and gerund:
            dep = "pcomp"  # "aimed at killing", "suspected of killing"
        gerund = dep == "pcomp"
        if dep in ("ccomp", "xcomp") and p.lemma[head] in ("recall", "remember"):
            yield "background", head  # "it would be recalled that": no plan
            return
        if dep in ("pobj", "pcomp", "dobj") and (motive := _motive(p, head)) is not None:
            yield "background", motive
            return
        if dep == "pobj" and p.lower[head] == "for" and (value := cues_of("for").get(p.lemma[p.head[head]])):
            yield value, p.head[head]
        if dep == "pobj" and p.lower[head] not in _THROUGH:
            return
        if dep == "prep" and p.pos[head] in ("VERB", "AUX") and p.lower[node] not in _THROUGH:
            return
        if dep == "conj" and _has_own_mood(p, node):
            return
        if dep == "xcomp" and is_infinitive(p, node) and not _leads(p, head):
            yield "intended", node
        if p.dep[node] != "conj" or p.pos[node] in ("VERB", "AUX"):
            yield from _governor_cues(p, head, dep)
        if p.pos[head] in ("VERB", "AUX") or dep != "conj":
            yield from _own_cues(p, head)
        node = head


def _is_that_clause(p: Parse, verb: int) -> bool:
    return any(p.dep[c] == "mark" and p.lower[c] == "that" for c in p.children[verb])


def _answered(p: Parse, claim: int, value: str) -> str:
    """A claim that the verb above it rejects is denied."""
    return "denied" if p.dep[claim] in ("nsubjpass", "dobj") and p.lemma[p.head[claim]] in _REJECTS else value


def _is_habit(p: Parse, node: int, dep: str) -> bool:
    """What is so in general: "the militias who attack villages", "expresses itself by burning churches"."""
    if dep == "relcl":
        return p.tag[node] in ("VBZ", "VBP") and not any(p.dep[c] in ("aux", "auxpass") for c in p.children[node])
    by = p.head[node]
    if dep != "pcomp" or p.lower[by] != "by":
        return False
    verb = p.head[by]
    return p.tag[verb] in ("VBZ", "VBP") and not any(p.dep[c] == "aux" for c in p.children[verb])


def _motive(p: Parse, governor: int) -> int | None:
    """What the deed is only the reason for: "in retaliation for the killing", "to avenge the killing"."""
    above = p.head[governor] if p.pos[governor] == "ADP" else governor
    return above if p.lemma[above] in cues_of("motive") else None


def _is_presupposed(p: Parse, node: int) -> bool:
    """ "To protest the killing", "they will discuss the attack": whatever becomes of the protest, the deed is done."""
    if p.pos[node] not in ("NOUN", "PROPN"):
        return False
    if p.dep[node] not in ("dobj", "pobj", "nsubjpass"):
        return False
    head = p.head[node] if p.dep[node] != "pobj" else p.head[p.head[node]]
    objects = [c for c in p.children[head] if p.dep[c] in ("dobj", "nsubjpass", "attr") and c < node != c]
    return any(p.lemma[i] in cues_of("factive") for i in (head, *objects))  # "hold an inquiry into the killing"


def _is_bare_infinitive(p: Parse, root: int) -> bool:
    """A sentence that is a purpose or a demand: "To kill the king!", "Stop the bombing!"."""
    if is_infinitive(p, root):
        return not any(p.dep[c] in SUBJECTS for c in p.children[root])
    return p.tag[root] == "VB" and not any(p.dep[c] in SUBJECTS | {"aux"} for c in p.children[root])


def _verdict(p: Parse, node: int) -> Cue | None:
    """ "The report that the minister was killed is false": what the main clause says of the report."""
    noun = p.head[node]
    if p.dep[node] not in ("acl", "ccomp", "relcl") or p.dep[noun] not in SUBJECTS or not _is_saying(p, noun):
        return None
    for c in p.children[p.head[noun]]:
        if p.dep[c] in ("acomp", "attr", "oprd") and (value := cues_of("truth").get(p.lower[c])):
            return value, c
    return None


def _is_saying(p: Parse, noun: int) -> bool:
    return p.lemma[noun] in cues_of("noun") or p.lemma[noun] in _REPORTS


def _leads(p: Parse, head: int) -> bool:
    """Does the verb above an infinitive decide its status itself, or leave it done ("managed to")?"""
    lemma = p.lemma[head]
    if any(p.lower[c] == "yet" for c in p.children[head]):  # "has yet to capture the town"
        return False
    if lemma in _MOVES and p.tag[head + 1] != "TO" and p.lower[head + 1] != "on":
        return False  # "is proceeding well to find them": a purpose; "went on to kill": done
    if lemma == "be":
        subject = next((c for c in p.children[head] if p.dep[c] == "nsubj"), None)
        return subject is None or p.lemma[subject] not in cues_of("noun")
    return lemma in cues_of("complement") or lemma in cues_of("transparent") or lemma in cues_of("object")


def _finite_above(p: Parse, node: int) -> int:
    while p.head[node] != node and p.tag[node] not in _FINITE:
        node = p.head[node]
    return node


def _has_governor_cue(p: Parse, head: int) -> bool:
    return p.lemma[head] in cues_of("noun") or p.lemma[head] in cues_of("complement")


def _governor_cues(p: Parse, head: int, dep: str) -> Iterator[Cue]:
    """What the word above says of the deed below it, as its clause, its object or its subject."""
    lemma = p.lemma[head]
    if lemma == "target" and p.dep[head] == "nsubj" and p.tag[p.head[head]] == "VBD":
        return  # "the target of the attack was a bank": it was attacked
    if p.pos[head] in ("NOUN", "PROPN"):
        if dep in ("acl", "relcl", "prep", "pcomp", "xcomp") and (value := cues_of("noun").get(lemma)):
            yield value, head
    elif dep in _CLAUSAL and dep != "conj" and (value := cues_of("complement").get(lemma)):
        yield value, head
    elif dep in ("dobj", "nsubjpass", "pcomp", "prep") and (value := cues_of("object").get(lemma)):
        yield value, head
    elif dep in ("nsubj", "nsubjpass") and (value := cues_of("subject").get(lemma)):
        yield value, head
    if dep == "ccomp":
        yield from _reportcues_of(p, head)


def _reportcues_of(p: Parse, verb: int) -> Iterator[Cue]:
    """ "Unconfirmed reports say that ...": the report's adjective colours what it tells."""
    for c in p.children[verb]:
        if p.dep[c] == "nsubj" and p.lemma[c] in _REPORTS:
            for a in p.children[c]:
                if p.dep[a] == "amod" and (value := cues_of("adjective").get(p.lower[a])):
                    yield value, a


def _own_cues(p: Parse, node: int) -> Iterator[Cue]:
    """Auxiliaries and modifiers of one word on the way; present progressive is ongoing."""
    auxiliaries = []
    for c in p.children[node]:
        low, dep = p.lower[c], p.dep[c]
        if dep == "aux":
            auxiliaries.append(low)
            if value := cues_of("modal").get(low):
                yield value, c
        elif dep == "advmod" and (value := cues_of("adverb").get(low)):
            yield value, c
        elif dep == "mark" and (value := cues_of("mark").get(low)):
            yield value, c
        elif dep in ("amod", "acomp") and (value := cues_of("adjective").get(low)):
            yield value, c
    if p.lower[p.head[node]] == "going" and p.dep[node] == "xcomp":
        yield "planned", p.head[node]
    if p.tag[node] == "VBG" and any(a in ("is", "are", "'re", "been") for a in auxiliaries):
        yield "ongoing", node


def _has_own_mood(p: Parse, node: int) -> bool:
    """A coordinated verb with its own subject or auxiliary does not share those of the first."""
    return any(p.dep[c] in ("nsubj", "nsubjpass", "aux", "auxpass") for c in p.children[node]) and not (
        is_infinitive(p, node)
    )
