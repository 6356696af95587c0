"""Who is behind an attack that the report speaks of again: "the air strikes" after "two Saudi-led air strikes", "the
recent attacks, in which the group was involved", "an attack blamed on the rebels"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...read.language import Parse
from ..context import Context
from ..records import Force
from ..words.grammar import preposition_objects
from ..words.subjects import by_agents, subject

FROM_THE_AIR = {"strike", "airstrike", "bombing", "bombardment", "raid", "shelling"}
_EVENTS = FROM_THE_AIR | {"attack", "assault", "ambush", "operation", "offensive"}
_DEFINITE = {"the", "this", "that", "these", "those", "such", "both"}
_OTHER = {"another", "different", "earlier", "fresh", "new", "next", "other", "previous", "second", "separate", "third",
          "similar"}  # fmt: skip
_LAID_TO = {"blame": ("on",), "attribute": ("to",), "pin": ("on",), "claim": ("by",), "link": ("to",)}
_CARRIED_OUT = {"carry", "conduct", "commit", "execute", "launch", "lay", "mount", "orchestrate", "perpetrate", "set",
                "stage", "undertake", "unleash", "wage"}  # fmt: skip
_ACCUSING = {"accuse", "suspect", "blame", "convict", "charge"}
_INVOLVED = {"involve", "participate", "engage", "implicate", "responsible", "behind"}
_REACH = 4  # paragraphs back
Author = Callable[[int], Force | None]  # who the words beside a noun say is behind it


def laid_to(p: Parse, event: int) -> Iterator[int]:
    """The heads of those whom the words beside the attack make its authors."""
    for c in p.children[event]:
        if p.dep[c] in ("acl", "relcl") and p.lemma[c] in _LAID_TO:
            yield from preposition_objects(p, c, *_LAID_TO[p.lemma[c]])
        elif p.dep[c] in ("acl", "relcl") and p.lemma[c] in _CARRIED_OUT and p.tag[c] == "VBN":
            yield from by_agents(p, c)  # "an ambush carried out by rebels"
    above = p.head[event]
    if p.dep[event] == "pobj" and p.lower[above] in ("in", "for", "behind", "with"):
        word = p.head[above]
        doing = p.lemma[word] in _INVOLVED or p.lower[above] == "behind"
        if p.pos[word] == "ADJ":
            word = p.head[word]
        if doing and p.pos[word] in ("VERB", "AUX") and not any(p.dep[c] == "neg" for c in p.children[word]):
            doer = subject(p, word)
            if doer is not None:
                yield doer


def accused_of(p: Parse, deed: int) -> int | None:
    """ "The group was accused of the murder of two": the accused."""
    verb = p.head[p.head[deed]]
    if p.dep[deed] != "pobj" or p.lower[p.head[deed]] not in ("of", "for") or p.lemma[verb] not in _ACCUSING:
        return None
    return next((c for c in p.children[verb] if p.dep[c] in ("nsubjpass", "dobj")), None)


def is_another(p: Parse, event: int) -> bool:
    """ "The second attack", "a separate strike": not the one told before."""
    return any(p.lower[c] in _OTHER for c in p.children[event])


def force_behind(context: Context, event: int, author: Author) -> Force | None:
    """The force behind the same event where the report has told it: the last one before a definite event; for strikes
    without an article, the one force to which all strikes of the report are laid. `author` finds that of one noun."""
    p = context.parse
    lemma = p.lemma[event]
    if lemma not in _EVENTS or is_another(p, event):
        return None
    if lemma == "operation" and p.tag[event] == "NNS":
        return _who_operated(context, event, author)
    family = FROM_THE_AIR if lemma in FROM_THE_AIR else {lemma}
    if any(p.lower[c] in _DEFINITE for c in p.children[event]):
        for j in range(event - 1, -1, -1):
            if p.paragraph[event] - p.paragraph[j] > _REACH:
                break
            if p.lemma[j] in family and p.pos[j] == "NOUN" and (force := author(j)) is not None:
                return force
    if lemma not in FROM_THE_AIR or lemma == "raid":
        return None
    authors = {id(f): f for j in range(len(p)) if p.lemma[j] in family and p.pos[j] == "NOUN" and (f := author(j))}
    return next(iter(authors.values())) if len(authors) == 1 else None


def _who_operated(context: Context, event: int, author: Author) -> Force | None:
    """ "Thirty were killed in operations" after "security forces have conducted many operations"."""
    p = context.parse
    for j in range(event - 1, -1, -1):
        if p.paragraph[event] - p.paragraph[j] > 1:
            return None
        owned = any(p.tag[c] == "PRP$" for c in p.children[j])
        if p.lemma[j] == "operation" and not owned and (force := author(j)) is not None:
            return force
    return None
