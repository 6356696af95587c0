"""Armed groups that only their company gives away: the name that claims responsibility for an attack, that an attack
is attributed to, or that stands before "militants", "fighters" or "rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...read.language import Parse
from ..gazetteer.lookups import importance, lookup
from ..records import Reason
from ..words.phrases import fold_word
from .candidates import Candidate, Scene

_REBELS = {
    "militants", "fighters", "rebels", "insurgents", "guerrillas", "terrorists", "militiamen", "mercenaries",
    "guerillas", "jihadists", "militia", "militias", "rebel", "militant", "insurgent", "fighter", "gunmen",
    "extremists", "separatists",
}  # fmt: skip
_MILITIAS = {"militiamen", "mercenaries", "gunmen", "militia", "militias"}
_TROOPS = {"forces", "troops", "soldiers"}
_STATES = {"soldiers", "soldier", "troops"}
_ADMISSIONS = {"responsibility", "credit"}
_BODIES = {"UN", "EU", "AU", "NGO", "NGOS", "GMT", "IED", "IEDS", "SUV", "TV", "AFP", "AP", "VIP", "IDP", "IDPS", "FBI"}
_LINKS = {"of", "for", "in", "the", "al", "and", "-", "'s", "'", "bin", "ul"}
_ATTACKS = {"attack", "bombing", "blast", "killing", "explosion", "murder", "shooting", "assault", "ambush", "incident"}
_LONGEST = 9
_SURE, _KNOWN = 0.98, 0.65  # similarity and importance of a place that a militia is named after


def find_cued(scene: Scene) -> Iterator[Candidate]:
    """Every name that its company shows to be an armed group's."""
    p = scene.p
    for i, low in enumerate(p.lower):
        if low in _ADMISSIONS and i and p.lemma[i - 1] in ("claim", "take", "accept"):
            yield from _claimant(scene, i - 1)
        elif low == "to" and _is_laid_to(p, i):
            yield from _named_at(scene, i + 1, "an attack is attributed to it")
        elif low in _REBELS and i:
            yield from _before(scene, i, "political militia" if low in _MILITIAS else "rebel group")
        elif low == "armed" and p.tag[i] == "JJ":
            yield from _armed_people(scene, i + 1)
        elif low in _STATES and i and _is_acronym(p, i - 1):
            yield from _before(scene, i, "state forces")
        elif low in _TROOPS and i and p.tag[i - 1] == "NNP":
            yield from _of_region(scene, i)


def _of_region(scene: Scene, noun: int) -> Iterator[Candidate]:
    """ "Hirshabelle forces": those of a region, where no town goes by its name."""
    p = scene.p
    at = noun - 1
    if at in scene.known or at in scene.nations or at in scene.persons or not p.word[at][0].isupper():
        return
    if p.tag[at - 1] in ("NNP", "JJ") and at and p.sent[at - 1] == p.sent[at]:
        return  # a part of a longer name
    places = [c for c in lookup(p.word[at], fuzzy=False) if c.similarity > _SURE]
    if places and all(c.feature in ("province", "region") and c.country in scene.countries for c in places):
        yield _candidate(p, at, noun, noun, "state forces", f"the {p.word[noun]} of a region")


def _armed_people(scene: Scene, i: int) -> Iterator[Candidate]:
    """ "Ten armed Acholi", "armed Palestinians": the people of a nation or a community under arms."""
    p = scene.p
    if i >= len(p) or not p.word[i][0].isupper() or p.tag[i] not in ("NNP", "NNPS", "NNS") or i in scene.known:
        return
    if p.dep[i] in ("compound", "amod", "nmod") and p.head[i] > i:
        return  # "armed Boko Haram fighters"
    actor_type = "political militia" if i in scene.nations else "identity militia"
    yield _candidate(p, i - 1, i, i, actor_type, "a people under arms")


def _is_laid_to(p: Parse, i: int) -> bool:
    """Is the "to" at i that of "the attack was attributed to", "a bombing linked to"?"""
    verb = p.head[i]
    if p.dep[i] != "prep" or p.lemma[verb] not in ("attribute", "link"):
        return False
    near = range(max(p.sents[p.sent[i]][0], verb - 8), verb)
    return p.lemma[verb] == "attribute" or any(p.lemma[j] in _ATTACKS for j in near)


def _claimant(scene: Scene, verb: int) -> Iterator[Candidate]:
    """The subject of "claimed responsibility"."""
    p = scene.p
    subject = next((c for c in p.children[verb] if p.dep[c] == "nsubj"), None)
    if subject is not None:
        first = p.left[subject]
        yield from _named_at(scene, first, "claims responsibility", verb)


def _named_at(scene: Scene, at: int, why: str, limit: int | None = None) -> Iterator[Candidate]:
    """The capitalised name that begins at token `at`, after an article."""
    p = scene.p
    end = min(p.sents[p.sent[at - 1 if at else 0]][1], at + _LONGEST, limit if limit is not None else len(p))
    if at < end and p.lower[at] in ("the", "a", "an"):
        at += 1
    last = at - 1
    for i in range(at, end):
        if p.word[i][0].isupper() or p.word[i][0].isdigit():
            last = i
        elif p.lower[i] not in _LINKS:
            break
    if last < at or p.ent[at] == "DATE" or any(i in scene.persons for i in range(at, last + 1)) or at in scene.nations:
        return
    if p.tag[at] not in ("NNP", "NNPS", "JJ", "NN", "NNS") or not p.word[at][0].isupper() or p.lower[last] in _REBELS:
        return
    yield _candidate(p, at, last, last, "political militia", why)


def _before(scene: Scene, noun: int, actor_type: str) -> Iterator[Candidate]:
    """The acronym or the capitalised name right before "militants"."""
    p = scene.p
    first = noun
    begin = p.sents[p.sent[noun]][0]
    while first > begin and p.tag[first - 1] in ("NNP", "NNPS") and p.word[first - 1][0].isupper():
        first -= 1
    if first > begin and p.word[first - 1] == "By":
        return  # "By Jane Doe Gunmen stormed ...": a byline
    if first == noun or any(i in scene.persons or _is_its_own(scene, i) for i in range(first, noun)):
        return
    if all(_is_acronym(p, i) for i in range(first, noun)) and noun - first == 1:
        if p.word[first].upper() not in _BODIES:
            yield _candidate(p, first, first, noun, actor_type, f"an acronym before {p.word[noun]!r}")
    elif p.lower[noun] != "gunmen" and _is_place(scene, first, noun - 1):
        local = "identity militia" if actor_type == "political militia" else actor_type
        yield _candidate(p, first, noun, noun, local, f"the {p.word[noun]} of a place")
    elif (
        not {p.ent[i] for i in range(first, noun)}
        & ({"NORP", "DATE"} if p.lower[noun] == "militia" else {"NORP", "GPE", "LOC", "FAC", "DATE"})
        and first > begin
    ):
        last = noun if p.lower[noun] in ("militia", "militias") or noun - first == 1 else noun - 1
        named = _candidate(p, first, last, noun, actor_type, f"a name before {p.word[noun]!r}")
        yield replace(named, key=_candidate(p, first, noun - 1, noun, actor_type, "").key)


def _is_its_own(scene: Scene, i: int) -> bool:
    """Is the token a nation that the report may be about? "Niger militiamen" in Nigeria are those of Niger State."""
    nation = scene.nations.get(i)
    if nation is None:
        return False
    return nation.form != "name" or not scene.country or nation.iso3 == scene.country


def _is_place(scene: Scene, first: int, last: int) -> bool:
    """Do the tokens name a place of the report's country?"""
    places = lookup(scene.p.slice(first, last), fuzzy=False)
    return any(c.similarity > _SURE and (c.country in scene.countries or importance(c) > _KNOWN) for c in places)


def _is_acronym(p: Parse, i: int) -> bool:
    word = p.word[i]
    letters = word.replace("-", "").rstrip("s")
    return 2 <= len(letters) <= 8 and letters.isupper()


def _candidate(p: Parse, first: int, last: int, head: int, actor_type: str, why: str) -> Candidate:
    atoms = (a for i in range(first, last + 1) for a in fold_word(p.lower[i]) if a not in ("al", "the", "of", "el"))
    kind = "army" if actor_type == "state forces" else "armed group"
    reason = Reason("cue", why, p.start[first], p.end[head])
    return Candidate(
        first, last, head, p.slice(first, last), ("named", *atoms), kind, actor_type, rank=3, reason=reason
    )
