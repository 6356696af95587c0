"""Armed actors without a name: "gunmen", "Fulani herdsmen", "pro-Iranian militias" (knowledge/generic_actors.csv).

A word of origin, creed or side before the noun belongs to the actor: "Kurdish fighters" and "Islamist fighters" of one
report are two actors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...read.knowledge import knowledge, listed
from ...read.language import Parse
from ..records import Reason
from ..words.phrases import Phrases
from .candidates import Candidate, Scene

_OWNERS = {
    "positions", "position", "depots", "depot", "hideout", "hideouts", "camp", "camps", "base", "bases", "stronghold",
    "strongholds", "convoy", "vehicles", "vehicle", "checkpoint", "members", "member", "fighters", "commander",
    "commanders", "leader", "leaders", "chief", "cell", "cells", "targets", "headquarters", "outpost", "enclave",
    "weapons", "bunkers", "tunnel", "tunnels", "boats", "suspects", "elements", "forces", "group", "groups",
}  # fmt: skip
_SIDED = ("pro-", "anti-")
_WITH_THE_STATE = {"pro-government", "pro-regime", "pro-state", "pro-coalition"}
_CREEDS = {
    "islamist": "rebel group", "islamic": "rebel group", "jihadist": "rebel group", "jihadi": "rebel group",
    "maoist": "rebel group", "communist": "rebel group", "separatist": "rebel group", "leftist": "rebel group",
    "insurgent": "rebel group", "communal": "identity militia", "tribal": "identity militia",
    "clan": "identity militia", "ethnic": "identity militia", "vigilante": "identity militia",
    "self-defense": "identity militia", "self-defence": "identity militia", "jewish": "identity militia",
}  # fmt: skip
BODIES = {"group", "organization", "organisation", "movement", "militia", "faction", "gang", "outfit", "cartel",
          "rebels", "militants", "insurgents", "terrorists", "guerrillas", "groups"}  # fmt: skip
CROWD, COMMUNITY = "crowd", "community"
_TROOPS = {"forces", "troops"}
_BARE = {"unarmed", CROWD, COMMUNITY, "guard"}  # sides that take no words of origin
_MILITIAMEN = "militiamen"
_OF_A_COMMUNITY = {_MILITIAMEN, "tribal fighters", "vigilantes", "gunmen", "fighters"}
_PLAIN = {"armed", "suspected", "alleged", "presumed", "unidentified", "unknown", "masked", "local", "foreign"}


@dataclass(frozen=True, slots=True)
class GenericActor:
    """side: hostile (of some organisation), unknown (nobody can say whose), unarmed, sided (an actor only beside the
    side it takes: "pro-government forces"), crowd and community (actors only where they fight), guard (private)."""

    name: str
    actor_type: str
    side: str


@cache
def _actors() -> Phrases[GenericActor]:
    return Phrases(
        (row["actor"], GenericActor(row["name"], row["actor_type"], row["side"])) for row in knowledge("generic_actors")
    )


@cache
def _nation_codes() -> dict[str, str]:
    """Names and adjectives of nations in lower case."""
    out: dict[str, str] = {}
    for row in knowledge("nations"):
        for name in (row["country"], *listed(row["aliases"]), *listed(row["adjectives"])):
            out[name.lower()] = row["iso3"]
    return out


def find_generic(scene: Scene) -> Iterator[tuple[Candidate, GenericActor]]:
    """Every unnamed armed actor; whether it is a row of its own is decided once all named ones are known."""
    atoms, k = scene.atoms, 0
    while k < len(atoms.atom):
        step = 1
        for n, values in _actors().at(atoms, k):
            first, last = atoms.token[k], atoms.token[k + n - 1]
            if last not in scene.persons and _is_actor(scene.p, last) and not is_former(scene.p, first):
                if values[0].side == CROWD and not is_violent(scene.p, last):
                    break
                if values[0].side == COMMUNITY and not fights(scene.p, last):
                    break
                candidate = _candidate(scene, first, last, values[0])
                if values[0].side == "sided" and not _is_sided(scene.p, candidate.first, first):
                    break
                yield candidate, values[0]
                step = n
            break  # "jihadist groups" that are no actor are no jihadist either
        k += step


_VIOLENT = {
    "attack", "burn", "clash", "loot", "storm", "torch", "throw", "hurl", "pelt", "lynch", "stone", "vandalise",
    "vandalize", "ransack", "kill", "beat", "shoot", "fire", "disperse", "riot", "ambush", "stab", "set", "destroy",
    "injure", "wound", "block", "barricade", "raid", "smash", "break", "fight", "confront", "invade",
}  # fmt: skip
_CLASHES = {"clash", "fighting", "confrontation", "skirmish", "gunfight", "battle", "break"}
_VIOLENT_NOUNS = {"clash", "confrontation", "fire", "attack", "violence", "fighting", "crackdown", "shooting"}


def is_violent(p: Parse, i: int) -> bool:
    """Does the noun at i fight, or is force used on it: "protesters clashed", "police fired on protesters"?"""
    head, steps = i, 0
    while steps < 4:
        above = p.head[head]
        if above == head:
            return False
        if p.pos[above] == "VERB":
            return p.lemma[above] in _VIOLENT and p.dep[head] not in ("advcl", "relcl", "ccomp")
        if p.lemma[above] in _VIOLENT_NOUNS:
            return True
        head, steps = above, steps + 1
    return False


def fights(p: Parse, i: int) -> bool:
    """Is the community at i a side of a clash: "villagers clashed", "fighting between clans"?"""
    head = i
    while p.dep[head] == "conj" and p.head[head] != head:
        head = p.head[head]
    above = p.head[head]
    if p.dep[head] == "nsubj":
        return p.lemma[above] == "clash" or (
            p.lemma[above] in ("exchange", "trade") and any(p.lower[c] == "fire" for c in p.children[above])
        )
    return p.dep[head] == "pobj" and p.lower[above] == "between" and p.lemma[p.head[above]] in _CLASHES


def is_former(p: Parse, first: int) -> bool:
    """ "A former policeman" is no policeman."""
    return first > 0 and p.lower[first - 1] in ("former", "ex", "retired", "ex-") and p.sent[first - 1] == p.sent[first]


def _is_sided(p: Parse, first: int, noun: int) -> bool:
    if noun == first + 1 and p.ent[first] == "NORP" and p.tag[first] == "JJ" and p.lower[noun] in _TROOPS:
        return p.lower[first] not in _nation_codes()  # "Kurdish forces", "Druze troops"
    return p.lower[first].startswith(_SIDED) or "-" in p.word[first + 1 : noun]


def _is_actor(p: Parse, last: int) -> bool:
    """A noun that stands for people, not one that describes another ("rebel", "terrorist attack")."""
    if not p.tag[last].startswith("N") or (p.word[last + 1 : last + 2] == ["-"] and p.start[last + 1] == p.end[last]):
        return False  # "rebel-held", "gang-related"
    if p.dep[last] in ("compound", "amod", "nmod") and p.head[last] > last:
        if p.lower[last] in BODIES and p.word[last + 1][0].isupper():
            return True  # "the jihadist group Ansaru"
        return p.lower[p.head[last]] in _OWNERS
    return True


def _candidate(scene: Scene, first: int, last: int, actor: GenericActor) -> Candidate:
    p = scene.p
    start, actor_type, country = _qualified(scene, first, actor)
    reason = Reason("knowledge", f"unnamed actor: {actor.name}", p.start[start], p.end[last])
    name = p.slice(start, last) if start < first else actor.name
    key = _proxy_key(scene, start, first) or ("generic", actor.name, *(p.lower[i] for i in range(start, first)))
    before = p.slice(start, first).lower() if start < first else ""
    kind = "pro-government militia" if before.startswith(tuple(_WITH_THE_STATE)) else "armed group"
    return Candidate(start, last, last, name, key, kind, actor_type, country, generic=True, rank=4, reason=reason)


def _proxy_key(scene: Scene, start: int, first: int) -> tuple[str, ...]:
    """One key for "pro-Iran fighters", "Iran-backed militias" and "Iranian-backed militiamen"; () for others."""
    p = scene.p
    words = "-".join(p.lower[start:first])
    if not any(mark in words for mark in ("backed", "aligned", "allied", "pro-")):
        return ()
    nation = next((scene.nations[i].iso3 for i in range(start, first) if i in scene.nations), "")
    for i in range(start, first):  # a nation inside one word: "pro-Iran"
        nation = nation or _nation_codes().get(p.lower[i].removeprefix("pro-"), "")
    return ("generic", "proxy", nation, "backed") if nation else ()


def _qualified(scene: Scene, first: int, actor: GenericActor) -> tuple[int, str, str]:
    """Where the actor begins with its words of origin, creed and side, and what they make of it."""
    p, start, actor_type, country = scene.p, first, actor.actor_type, ""
    begin, i = p.sents[p.sent[first]][0], first - 1
    while i >= begin and actor.side not in _BARE:
        low = p.lower[i]
        if (nation := scene.nations.get(i)) and nation.last == i and nation.form == "adjective":
            start, country, i = nation.first, nation.iso3, nation.first - 1
        elif low in _CREEDS:
            creed = _CREEDS[low]
            start, i = i, i - 1
            actor_type = actor_type if actor.name == _MILITIAMEN and creed == "rebel group" else creed
        elif low.startswith(_SIDED):
            start, actor_type, i = i, _side(low, actor), i - 1
        elif low in ("backed", "aligned", "allied") and i - 2 >= begin and p.word[i - 1] == "-":
            start, actor_type, i = i - 2, "political militia", i - 3
        elif i - 2 >= begin and p.word[i - 1] == "-" and p.lower[i - 2] in ("pro", "anti"):
            start, actor_type, i = i - 2, _side(p.lower[i - 2] + "-" + low, actor), i - 3
        elif _is_community(p, i, begin):
            start, i = i, i - 1
            actor_type = "identity militia" if actor.name in _OF_A_COMMUNITY else actor_type
        elif low in _PLAIN and start == i + 1:
            i -= 1
        else:
            break
    return start, actor_type, country


def _side(side: str, actor: GenericActor) -> str:
    """ "Pro-government forces" are the state's, a "pro-government militia" is a militia."""
    return "state forces" if side in _WITH_THE_STATE and actor.side == "sided" else "political militia"


def _is_community(p: Parse, i: int, begin: int) -> bool:
    """A capitalised adjective or noun inside the sentence that describes the actor: Fulani, Shiite, Dinka."""
    return (
        p.word[i][0].isupper()
        and (i > begin or p.tag[i] == "JJ")
        and p.dep[i] in ("amod", "compound", "nmod")
        and p.ent[i] == "NORP"
    )
