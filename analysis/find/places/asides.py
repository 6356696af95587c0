"""Places that a sentence names although nothing is told to have happened there.

The landmark from which another place is measured ("Kourou, 30 km east of the capital"), the other side of a border, the
town that a report is sent from, the place that somebody comes from or is brought to for treatment.
"""

from __future__ import annotations

from itertools import pairwise

from ...read.language import Parse
from .cues import Toponym
from .words import cues, namesakes

_MEASURING = {"be", "lie", "locate", "situate", "sit", "stand"}  # verbs that may stand before the distance
_OPEN = {",", "(", "-", "--"}
_SAYING = {"is", "lies", "which", "located", "situated"}
_APART = {"and", "or", "but", "then", ";", "from", "to"}
_REACH = 9  # tokens between the place and the distance from its landmark
_TREATING = {"admit", "airlift", "bring", "evacuate", "fly", "hospitalise", "hospitalize", "lift", "move", "receive",
             "refer", "rush", "shift", "take", "transfer", "transport",
             "treat", "treatment", "undergo"}  # fmt: skip
_REMOVING = {"deport", "extradite", "hand", "repatriate", "transfer"}
_CARE = {"care", "clinic", "doctors", "hospital", "hospitals", "medical", "treated", "treatment"}
_STEPS = 6  # up the tree from a place to the verb
_AREAS = {"country", "province", "region", "desert", "district", "border", "road", "river", "wadi"}
_PARTS = {"capital", "coast", "east", "north", "port", "province", "region", "south", "state", "west"}
_SETTLEMENTS = {"city", "town", "village"}


def mark_asides(p: Parse, found: list[Toponym]) -> None:
    """Marks such mentions: sets `aside`, and for a landmark `measures`, the place that it tells the `way` to."""
    for t in found:
        if t.cue == "dateline":
            t.aside = "dateline"
            if t.inside is not None:
                t.inside.aside = "dateline"
        elif _is_origin(p, t):
            t.aside = "origin"
            if t.inside is not None and t.inside.first > t.last:
                t.inside.aside = "origin"
        elif _is_owner(p, t):
            t.aside = "owner"
        elif _is_home(p, t):
            t.aside = "home"
        elif _is_of_care(p, t):
            t.aside = "care"
        elif t.cue == "border" or _beyond_border(p, t):
            t.aside = "border"
    for a, b in pairwise(found):
        if a.cue and a.literal and not a.aside and _is_measured(p, a, b):
            b.aside, b.measures, b.way, b.relation = "landmark", a, b.relation, None


def _is_origin(p: Parse, t: Toponym) -> bool:
    """ "Private Omar Khan, 26, from Naseerabad", "a native of Rawalpindi": where somebody comes from."""
    i = t.outer[0] - 1
    if i < 2:
        return False
    if p.lower[i] == "of":
        return p.lemma[i - 1] == "native"
    before = i - 2 if p.word[i - 1] == "," else i - 1
    return p.lower[i] == "from" and (p.ent[before] == "PERSON" or (before < i - 1 and p.tag[before] == "CD"))


def _is_home(p: Parse, t: Toponym) -> bool:
    """ "Gunmen from Zamfara", "the capital of Borno state": the scene only where the sentence names no other."""
    i = t.outer[0] - 1
    if _is_of_office(p, t):
        return True
    if i < 1:
        return False
    if "capital" in (p.lower[t.outer[0]], p.lower[i - 1]) and "of" in p.lower[i : t.first]:
        return True
    return p.lower[i] == "from" and p.head[i] == i - 1 and p.pos[i - 1] == "NOUN"


def _is_of_office(p: Parse, t: Toponym) -> bool:
    """ "The Hiran regional governor", "the Tripoli-based government": whose they are."""
    if p.lower[t.last + 1 : t.last + 3] == ["-", "based"]:
        return True
    head = p.head[t.last]
    if head < t.last or p.dep[t.last] not in ("amod", "compound", "nmod", "poss"):
        return False
    return p.lower[head] in cues("title")


def _is_owner(p: Parse, t: Toponym) -> bool:
    """ "Israel's army arrested two": the country of who did it."""
    head = p.head[t.last]
    return bool(t.country) and p.dep[t.last] == "poss" and p.dep[head] == "nsubj" and p.lower[head] not in _PARTS


def _is_of_care(p: Parse, t: Toponym) -> bool:
    """ "Treated at a hospital in Minna", "flown to Bamako for treatment", "handed over to Juba": where they went."""
    i, steps = t.last, 0
    while p.head[i] != i and steps < _STEPS and p.lemma[i] not in _TREATING | _REMOVING:
        i, steps = p.head[i], steps + 1
    to = [c for c in p.children[i] if p.lower[c] == "to" and p.left[c] <= t.first and t.last <= p.right[c]]
    if p.lemma[i] in _REMOVING:
        return bool(to)
    if p.lemma[i] not in _TREATING:
        return False
    words = set(p.lower[p.left[i] : p.right[i] + 1])
    if p.lemma[i] in ("admit", "treat", "treatment", "hospitalize", "hospitalise"):
        return True
    if p.lemma[i] in ("receive", "undergo"):
        return "treatment" in words
    return bool(to) and not _CARE.isdisjoint(words)


def _beyond_border(p: Parse, t: Toponym) -> bool:
    """ "Near the border with Niger", "Colombia's border with Venezuela"."""
    i, n, borders = t.outer[0] - 1, t.outer[1] + 1, cues("border")
    while i > 0 and p.tag[i] in ("DT", "JJ"):
        i -= 1
    if i > 0 and p.lower[i] in ("with", "between", "of", "to") and p.lower[i - 1] in borders:
        return True
    return n + 1 < len(p) and p.tag[n] == "POS" and p.lower[n + 1] in borders


def _is_measured(p: Parse, a: Toponym, b: Toponym) -> bool:
    """Does b only say where a lies: "A, a village 30 km east of B", "A (40 km from B)", "A, north of B"?"""
    if b.relation is None or b.relation.part or p.sent[a.last] != p.sent[b.first] or not _is_spot(a):
        return False
    between = range(a.outer[1] + 1, b.relation.first)
    if not between:
        return bool(b.relation.km)  # "in Inata 40 km from Djibo"
    opens = _OPEN | (_SAYING if b.relation.km else set())
    if len(between) > _REACH or p.lower[between[0]] not in opens:
        return False
    if any(p.lower[i] in _APART or (p.pos[i] == "VERB" and p.lemma[i] not in _MEASURING) for i in between):
        return False
    return bool(b.relation.km) or (len(between) == 1 and a.feature in _SETTLEMENTS | {"", "region", "base", "camp"})


def _is_spot(t: Toponym) -> bool:
    """A place that a distance may be given for: no country or province, unless a town has its name."""
    if t.country or (t.feature in _AREAS and t.relation is None):
        return False
    known = namesakes(t.name)
    areas = bool(known) and known[0].feature in ("province", "country")
    return not areas or any(c.feature in _SETTLEMENTS for c in known)
