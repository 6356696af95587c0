"""A naming of a force before it is known whether it makes a row of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...read.language import Parse
from ..records import Reason
from ..words.phrases import Atoms
from .nations import Nation

ELEMENTS = {
    "militants", "militant", "fighters", "fighter", "terrorists", "terrorist", "elements", "element", "members",
    "member", "insurgents", "insurgent", "gunmen", "gunman", "jihadists", "jihadist", "rebels", "rebel", "guerrillas",
    "guerrilla", "soldiers", "soldier", "troops", "forces", "units", "unit", "personnel", "operatives", "operative",
    "militia", "militias", "militiamen", "militiaman", "cadres", "cadre", "combatants", "combatant", "recruits",
    "mercenaries", "mercenary", "extremists", "extremist", "remnants", "suspects", "suspect", "officers", "officer",
    "group", "groups", "gang", "gangs", "movement", "organization", "organisation", "faction", "factions", "wing",
    "outfit", "outfits",
    "cell", "cells", "leaders", "commanders", "supporters", "affiliates", "men", "men's", "vehicles", "warplanes",
    "jets", "drones", "helicopters", "aircraft", "drone",
}  # fmt: skip
"""Nouns that, after a force's name, stand for its people: "ISIS elements" are ISIS."""


POSTS = {
    "station", "stations", "post", "posts", "checkpoint", "checkpoints", "base", "bases", "camp", "camps", "convoy",
    "convoys", "patrol", "patrols", "vehicle", "vehicles", "barracks", "outpost", "outposts", "helicopter",
    "helicopters", "truck", "trucks", "position", "positions", "detachment", "tank", "tanks", "aircraft", "jet",
    "jets", "warplane", "warplanes", "artillery", "trenches", "garrison", "units", "unit", "column", "columns",
    "ship", "ships", "warship", "warships", "boat", "boats", "drone", "drones", "troops",
}  # fmt: skip
"""What a force owns, mans and fights with: who attacks a police station attacks the police."""


@dataclass(slots=True)
class Candidate:
    """Tokens first..last name the force; head is the token that stands for it in the sentence ("ISIS elements")."""

    first: int
    last: int
    head: int
    name: str
    key: tuple[str, ...]  # candidates with the same key are the same force
    kind: str
    actor_type: str
    country: str = ""
    parent: str = ""
    generic: bool = False
    rank: int = 0  # where candidates overlap equally long, the lower rank wins: known, state, named, generic
    reason: Reason = field(default_factory=lambda: Reason("pattern", ""))
    words: tuple[str, ...] = ()  # of a known force: as the text names it, in lower case


@dataclass(slots=True)
class Scene:
    """What the rules for forces look at: the parse, its atoms, the nations in it, the tokens of persons."""

    p: Parse
    atoms: Atoms
    nations: dict[int, Nation]
    persons: set[int]
    country: str = ""  # of the document, where it is plain
    countries: set[str] = field(default_factory=set)  # that the document may be about
    known: dict[int, Candidate] = field(default_factory=dict)  # the known forces by each of their tokens


def element_head(p: Parse, last: int) -> int:
    """The token that stands for the force: the noun of its people after the name, or the name's own last token.

    >>> from analysis.read.language import parse
    >>> p = parse("They killed two ISIS elements."); element_head(p, p.word.index("ISIS"))
    4
    """
    i, size = last + 1, len(p)
    while i < size and p.sent[i] == p.sent[last] and i <= last + 3:
        if p.lower[i] in ELEMENTS:
            while i + 1 < size and p.lower[i + 1] in ELEMENTS and p.sent[i + 1] == p.sent[last]:
                i += 1
            return i
        if p.tag[i] not in ("JJ", "NN", "NNP") or p.word[i][0].isupper():
            break
        i += 1
    return last
