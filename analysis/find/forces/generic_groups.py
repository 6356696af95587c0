"""Unnamed hostile actors and the groups that they stand for: "the militants" of a report on ISIS are ISIS, "the
attackers" are the gunmen that it has just told of."""

from __future__ import annotations

from functools import cache

from ...read.knowledge import knowledge
from ..records import Force
from .candidates import Candidate, Scene
from .generic_actors import GenericActor

Key = tuple[str, ...]
_DEFINITE = {"the", "these", "those", "this", "that", "its", "their", "both", "either", "neither", "each"}
_LINK = 6
_TAKEN_FOR = {"suspected", "believed", "thought", "presumed", "alleged", "described", "identified"}
_LINKS = {"to", "be", "as", "who", "were", "are", "was", "is", ",", "a", "the", "by", "locals", "police", "of", "group"}
_REBELS = {"militants", "rebels", "fighters", "resistance fighters"}  # words for the same side
_CREEDS = {"communist", "maoist", "islamist", "jihadist", "leftist", "separatist"}
_DEFENDING = {"vigilante", "vigilantes", "hunters", "dozo", "koglweogo", "self-defense", "self-defence", "protection",
              "volunteers", "defense", "defence", "guard", "guards", "watch", "community", "homeland"}  # fmt: skip
_PARTIES = {"communist", "maoist"}  # a land has one such army
_CLASSES = {"groups", "factions", "militias", "gangs", "organizations", "organisations", "cartels"}
_HIRED = "private military company"
_COVERED_BY = {
    "militants": {"rebel group", "political militia"},
    "rebels": {"rebel group", "political militia"},
    "resistance fighters": {"rebel group", "political militia"},
    "fighters": {"rebel group", "political militia", "identity militia"},
    "militiamen": {"political militia", "identity militia"},
    "tribal fighters": {"identity militia"},
    "vigilantes": {"identity militia"},
    "bandits": {"political militia"},
    "gunmen": {"rebel group", "political militia", "identity militia"},
    "assailants": {"rebel group", "political militia", "identity militia"},
}
"""The actor types of the groups that a kind of unnamed actor can stand for."""


@cache
def _words_of_names() -> dict[str, frozenset[str]]:
    """The words of all names that each listed force goes by: "Kurdish forces" are the "Kurdish Peshmerga"."""
    return {
        row["force"]: frozenset(" ".join((row["force"], row["aliases"], row["note"])).lower().replace("|", " ").split())
        for row in knowledge("forces")
    }


def is_said_of(scene: Scene, first: Candidate, second: Candidate) -> bool:
    """ "Gunmen suspected to be bandits", "armed men believed to be militants": one party, named twice."""
    p = scene.p
    between = range(first.last + 1, second.first)
    if not between or len(between) > _LINK or p.sent[first.last] != p.sent[second.first]:
        return False
    return any(p.lower[i] in _TAKEN_FOR for i in between) and all(p.lower[i] in _TAKEN_FOR | _LINKS for i in between)


def same_attackers(scene: Scene, c: Candidate, actor: GenericActor, rows: dict[Key, Force]) -> Force | None:
    """ "The attackers" are the jihadists that the report has just named: one row for those whom nobody names."""
    plain = len(c.key) < 3 or (set(c.key[2:]) <= _CREEDS | {"insurgent", "islamic", "jihadi"})
    if plain and len(c.key) == 3 and actor.name in _REBELS:  # "separatist rebels" after "insurgents"
        rebels = [f for k, f in rows.items() if k[1] in _REBELS and len(k) < 3 and f.actor_type == c.actor_type]
        return last_before(scene, rebels, c)
    if actor.name in _REBELS and len(c.key) < 3 and (actor.name == "fighters" or is_definite(scene, c)):
        rebels = [f for k, f in rows.items() if k[1] in _REBELS | {"bandits", "gunmen"} and len(k) < 3]
        return last_before(scene, rebels, c)
    if _is_unidentified(scene, c):
        return None
    alike = rows.get(("generic", scene.p.lower[c.last]))
    if alike is not None and len(c.key) < 3:  # "cartel gunmen" after "gunmen", "armed militants" after "militants"
        return alike
    if actor.side != "unknown":
        return None
    if actor.name != "assailants" and not is_definite(scene, c):
        return None
    groups = [f for f in rows.values() if f.actor_type in _COVERED_BY["assailants"]]
    hostile = [f for f in groups if f.actor_type != "identity militia"]
    return last_before(scene, hostile, c) or last_before(scene, groups, c)


def _is_unidentified(scene: Scene, c: Candidate) -> bool:
    p = scene.p
    return any(p.lower[i] in ("unidentified", "unknown", "unnamed", "other") for i in p.children[c.head] if i < c.head)


def is_class(scene: Scene, c: Candidate, forces: list[Force]) -> bool:
    """ "Armed groups" beside groups with names are the class of them, no further group."""
    p = scene.p
    hostile = _COVERED_BY["assailants"]
    return p.lower[c.last] in _CLASSES and len(c.key) < 3 and any(f.actor_type in hostile for f in forces)


def covering_group(scene: Scene, c: Candidate, actor: GenericActor, forces: list[Force]) -> Force | None:
    """The named group that an unnamed hostile actor stands for: the one named last before it."""
    if c.key[1:2] == ("proxy",):
        return _covering_proxy(scene, c, forces)
    if actor.side == "sided" and len(c.key) == 3:
        return last_before(scene, [f for f in forces if c.key[2] in _words_of_names().get(f.name, ())], c)
    if scene.p.lower[c.last] == "mercenaries":
        return last_before(scene, [f for f in forces if f.kind == _HIRED], c)
    types = _COVERED_BY.get(actor.name)
    words = set(c.key[2:])
    if types and words and words <= _CREEDS and (own := _of_the_creed(words, forces)):
        return last_before(scene, own, c) or own[0]
    if types is None or (words and not (words <= _CREEDS and (is_definite(scene, c) or words <= _PARTIES))):
        return None
    if is_definite(scene, c) and actor.side != "unknown":
        types = types | {"rebel group", "political militia"}
    groups = [f for f in forces if f.actor_type in types and _may_be(f, actor)]
    claimants = [f for f in groups if _claims(scene, f)]
    if len(claimants) == 1 and (actor.side == "unknown" or last_before(scene, groups, c) is None):
        return claimants[0]
    if actor.side == "unknown" and not is_definite(scene, c):
        return None
    if any(word in ("cartel", "gang") for word in scene.p.lower[c.first : c.last]):
        gangs = [f for f in forces if f.kind == "criminal group"]
        return last_before(scene, gangs, c) or (gangs[0] if len(gangs) == 1 else None)
    home = [f for f in groups if f.country in (scene.country, "")]
    before = last_before(scene, home, c) or last_before(scene, groups, c)
    if actor.name == "bandits" and not is_definite(scene, c):
        return None
    if before is None and actor.side == "hostile":
        local = [f for f in groups if f.country and f.country == scene.country]
        one = len(local) == 1 or (local and actor.name == "resistance fighters")
        return groups[0] if len(groups) == 1 else local[0] if one else None
    return before


def _of_the_creed(words: set[str], forces: list[Force]) -> list[Force]:
    """The groups whose own name tells the creed: "separatist fighters" are the "Anglophone separatists"."""
    named = [(f, _words_of_names().get(f.name, frozenset()) | set(f.name.lower().split())) for f in forces]
    return [f for f, has in named if all({w, w + "s"} & has for w in words)]


def _may_be(force: Force, actor: GenericActor) -> bool:
    """Vigilantes are those who defend a place or the state; attackers and herdsmen are none of them."""
    of_people = force.actor_type == "identity militia" and bool(_DEFENDING & set(force.name.lower().split()))
    defends = force.kind == "pro-government militia" or of_people
    return defends == (actor.name == "vigilantes") or actor.name in ("fighters", "militiamen")


def _covering_proxy(scene: Scene, c: Candidate, forces: list[Force]) -> Force | None:
    """ "The Iran-aligned rebels" are the rebels that were named, not the class of all that Iran backs."""
    if not is_definite(scene, c) or scene.p.lower[c.last] in _CLASSES | {"fighters", "forces", "militiamen"}:
        return None
    groups = [f for f in forces if f.actor_type in _COVERED_BY["rebels"] and f.country != c.key[2]]
    return last_before(scene, groups, c)


def _claims(scene: Scene, force: Force) -> bool:
    """Does the group claim responsibility? Then the unidentified attackers are its own."""
    p = scene.p
    for mention in force.mentions:
        verb = p.head[mention.head]
        if p.lemma[verb] == "claim" and any(p.lower[c] in ("responsibility", "credit") for c in p.children[verb]):
            return p.dep[mention.head] == "nsubj"
    return False


def is_definite(scene: Scene, c: Candidate) -> bool:
    """Does the text take the actor for known: "the gunmen", "these militants"?"""
    p = scene.p
    return any(p.lower[i] in _DEFINITE for i in p.children[c.head] if i < c.head)


def last_before(scene: Scene, forces: list[Force], c: Candidate) -> Force | None:
    """Of the forces, the one that the text named last before the candidate."""
    at = scene.p.start[c.first]
    told = [(n, f) for n, f in enumerate(forces) if f.mentions[0].start < at]
    before = [(max(m.start for m in f.mentions if m.start < at), n, f) for n, f in told]
    return max(before)[2] if before else None
