"""Mends what the small model's parser gets wrong in a way that grammar rules out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .language import Parse

_FINITE = {"VBZ", "VBD"}  # a bare verb cannot be joined to these: "aims ..., and destroy"
_OF_ITS_OWN = {"aux", "auxpass", "nsubj", "nsubjpass", "mark", "det", "amod"}
_ADJECTIVE_OR_VERB = {"clean", "clear", "free", "open", "secure"}
_LIKE_BARE = {"VB", "VBP", "JJ", "NN"}  # a bare verb, and what it is mistaken for where an object follows it


_DEEDS = {"firing", "shelling", "bombing", "shooting"}


def mend_split_names(p: Parse) -> None:
    """Joins a first word that the parser makes a sentence of its own: "General | Staff says troops ...".

    To be called before the edges of the subtrees are set.
    """
    sents: list[tuple[int, int]] = []
    for a, b in p.sents:
        first = sents[-1][0] if sents else a
        alone = bool(sents) and a - first == 1 and p.tag[first] in ("NNP", "JJ") and p.tag[a] == "NNP"
        if alone and p.paragraph[first] == p.paragraph[a]:
            last = a
            while last + 1 < b and p.tag[last + 1] == "NNP":
                last += 1
            hang(p, first, last, "compound")
            sents[-1] = (first, b)
        else:
            sents.append((a, b))
    if len(sents) < len(p.sents):
        p.sents = sents
        p.sent = [n for n, (a, b) in enumerate(sents) for _ in range(a, b)]


def mend_gerunds(p: Parse) -> None:
    """ "killed in police firing": the firing of the police, not police that fire.

    To be called before the edges of the subtrees are set.
    """
    for i, word in enumerate(p.lower):
        noun = p.head[i]
        if word not in _DEEDS or p.dep[i] != "acl" or noun != i - 1 or p.dep[noun] != "pobj":
            continue
        if any(p.dep[c] in ("dobj", "agent") for c in p.children[i]):
            continue
        hang(p, i, p.head[noun], "pobj")
        hang(p, noun, i, "compound")
        p.tag[i], p.pos[i] = "NN", "NOUN"


def mend_conjuncts(p: Parse) -> None:
    """Joins a bare verb to the infinitive before it, not to the finite verb above: "aims to hold it and clear it".

    To be called before the edges of the subtrees are set.
    """
    for i, dep in enumerate(p.dep):
        if dep == "amod" and p.lower[i] in _ADJECTIVE_OR_VERB:
            _free_verb(p, i)
        if dep == "conj" and p.tag[i] == "NNS" and p.pos[p.head[i]] == "VERB":
            _join_noun(p, i)
        if dep not in ("conj", "advcl") or p.tag[i] not in _LIKE_BARE or p.lower[i] != p.lemma[i]:
            continue
        own = {p.dep[c] for c in p.children[i]}
        if own & _OF_ITS_OWN or (p.tag[i] != "VB" and "dobj" not in own):
            continue
        above = p.head[i]
        if p.tag[above] not in _FINITE:
            continue
        joined = [c for c in p.children[above] if c < i and p.dep[c] in ("xcomp", "advcl") and is_infinitive(p, c)]
        if not joined:
            continue
        hang(p, i, joined[-1], "conj")
        p.tag[i], p.pos[i] = "VB", "VERB"


def _join_noun(p: Parse, i: int) -> None:
    """ "Attacks that have killed ten farmers, and 15 guards on Monday": the guards join the farmers, not a verb."""
    counted = any(p.dep[c] == "nummod" and c < i for c in p.children[i])
    clause = {"nsubj", "nsubjpass", "aux", "auxpass", "cop", "relcl"} & {p.dep[c] for c in p.children[i]}
    before = [j for j in range(p.head[i] + 1, i) if p.dep[j] == "dobj" and p.tag[j] == "NNS"]
    if not counted or clause or not before:
        return
    first = next((c for c in p.children[before[-1]] if p.dep[c] == "nummod"), None)
    if first is None:
        return
    hang(p, i, before[-1], "conj")


def _free_verb(p: Parse, i: int) -> None:
    """ "to find cells and completely clean Anbar": a second infinitive, not a clean Anbar beside the cells."""
    noun = p.head[i]
    objects = p.head[noun]
    verb = p.head[objects]
    before = i - 1 if i and p.tag[i - 1] != "RB" else i - 2
    bare = p.dep[noun] == "conj" and p.tag[noun].startswith("NNP") and i < noun
    if not (bare and p.dep[objects] == "dobj" and is_infinitive(p, verb)) or p.tag[max(0, before)] != "CC":
        return
    after = [c for c in p.children[verb] if c > noun and p.dep[c] == "prep"]
    for child, head, dep in ((i, verb, "conj"), (noun, i, "dobj"), *((c, i, "prep") for c in after)):
        hang(p, child, head, dep)
    p.tag[i], p.pos[i] = "VB", "VERB"


def mend_shot_dead(p: Parse) -> None:
    """Makes a verb of "shot" in "gunmen on a motorcycle shot dead a clerk", which the parser takes for a noun.

    To be called before the edges are set.
    """
    for i in range(1, len(p) - 2):
        dead = i + 1
        if (
            p.lower[i] != "shot"
            or p.lower[dead] != "dead"
            or not p.tag[i].startswith("NN")
            or p.sent[i] != p.sent[dead]
        ):
            continue
        noun = next((c for c in p.children[i] if c == i - 1 and p.dep[c] == "compound"), None)
        if noun is not None:  # "a motorcycle shot": the motorcycle takes the place of the whole
            for c in [c for c in p.children[i] if c < noun]:
                hang(p, c, noun, p.dep[c])
            hang(p, noun, p.head[i], p.dep[i])
        above, dep = p.head[dead], p.dep[dead]
        inside = above == i
        hang(p, i, i if above == dead or inside else above, "ROOT" if above == dead or inside else dep)
        for c in [c for c in p.children[dead] if c != i]:
            hang(p, c, i, p.dep[c])
        hang(p, dead, i, "oprd")
        p.tag[i], p.pos[i], p.lemma[i] = "VBD", "VERB", "shoot"


def hang(p: Parse, child: int, head: int, dep: str) -> None:
    """Hangs the token on another head."""
    if p.head[child] != child:
        p.children[p.head[child]].remove(child)
    if head != child:
        p.children[head] = sorted([*p.children[head], child])
    p.head[child], p.dep[child] = head, dep


def is_infinitive(p: Parse, verb: int) -> bool:
    """Does "to" stand before the verb?"""
    return any(p.dep[c] == "aux" and p.tag[c] == "TO" for c in p.children[verb])


def first_token(p: Parse, i: int) -> int:
    """The first token of the phrase, the edges of the subtrees being not set yet."""
    return min([i, *(first_token(p, c) for c in p.children[i] if c < i)])
