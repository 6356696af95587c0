"""What sort of force a name with a telling head noun names: a unit of the state, an armed group, a militia, a gang."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...read.knowledge import knowledge
from ...read.language import Parse

ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "thirtieth", "fortieth", "fiftieth",
)  # fmt: skip
ARMS = {
    "air", "airborne", "anti-terrorism", "armor", "armored", "armour", "armoured", "army", "artillery", "assault",
    "aviation", "border", "cavalry", "combat", "commando", "counter-terrorism", "defence", "defense", "elite",
    "emergency", "engineering", "force", "forces", "guards", "infantry", "intelligence", "intervention", "joint",
    "light", "marine", "mechanised", "mechanized", "missile", "motorised", "motorized", "mountain", "naval",
    "operations", "parachute", "police", "presidential", "ranger", "rapid", "reaction", "reconnaissance", "republican",
    "response", "rifle", "royal", "security", "special", "strike", "swat", "tactical", "tank", "patrol",
    "protection", "task",
}  # fmt: skip
WHOLE = ("armed", "forces")  # all forces of a state, whatever it calls them
_BRIGADES = {"brigade", "battalion", "regiment", "brigades", "battalions"}
_SECURE = {
    "security", "intelligence", "secret", "prison", "police", "counter-terrorism", "counterterrorism",
    "anti-terrorism", "narcotics", "counter-intelligence", "investigation", "military", "border", "protection",
    "terrorism", "guard",
}  # fmt: skip
_BAND = {
    "guerrilla", "guerilla", "resistance", "liberation", "vigilante", "revolutionary", "revolution", "self-defence",
    "self-defense", "protection", "mujahideen", "jihad", "martyrs", "separatist", "insurgent", "salafist", "combatant",
}  # fmt: skip
GANGS = {"cartel", "gang", "mafia"}
_OF_PEOPLE = {"people", "peoples", "area", "village", "township", "local", "district"}
_STRUGGLE = {
    "liberation", "revolutionary", "islamic", "armed", "resistance", "jihad", "mujahideen", "guerrilla", "military",
    "separatist", "salvation", "maoist", "patriotic", "insurgent", "martyrs", "defense", "defence",
}  # fmt: skip
_REGULAR = {"national", "regular", "royal", "red", "federal", "territorial", "field", "group", "northern", "southern",
            "eastern", "western", "central", "air", "civil", "coastal", "state", "ground", "imperial", "self",
            "external", "internal", "missile", "regional"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    kind: str
    actor_type: str
    use: str


@cache
def heads() -> dict[str, Head]:
    """The nouns that make a name in capitals the name of a force: Brigade, Front, Command."""
    return {row["head"]: Head(row["kind"], row["actor_type"], row["use"]) for row in knowledge("force_heads")}


@cache
def _telling_words() -> dict[str, tuple[str, str]]:
    """Words of a name that tell the kind of its bearer: "liberation", "self-defence"."""
    return {row["word"]: (row["kind"], row["actor_type"]) for row in knowledge("force_name_words")}


def _is_military(words: list[str]) -> bool:
    """Does a unit's name hold a number or an arm of service?"""
    return any(w in ARMS or w[0].isdigit() or w in ORDINALS for w in words[:-1]) or words[-1].isdigit()


def _is_a_bands_name(p: Parse, first: int, last: int, words: list[str]) -> bool:
    """ "Civilian Protection Group", "People's Defence Team", "Sinaloa cartel"."""
    if words[-1] in GANGS:
        return all(p.tag[i] in ("NNP", "NNPS") for i in range(first, last))
    defends = {"defence", "defense"} & set(words) and _OF_PEOPLE & set(words)
    return bool(_BAND & set(words) or defends)


def _is_irregular(words: list[str]) -> bool:
    """An army or a defence force of no nation and without a number: "Yangon Federal Army", "Mandalay Defence Force"."""
    if _REGULAR & set(words[:1]) or any(w[0].isdigit() or w in ORDINALS for w in words):
        return False
    if words[-1] == "army":
        return len(words) > 1
    return words[-1] in ("force", "forces") and bool({"defence", "defense"} & set(words)) and not _REGULAR & set(words)


def fits(p: Parse, head: Head, first: int, last: int) -> bool:
    """Has the name first..last the words that its head noun asks for?"""
    words = p.lower[first : last + 1]
    if head.use == "band":
        return _is_a_bands_name(p, first, last, words)
    if head.use == "cued":
        numbered = words[-1] == "front" and (
            words[0][0].isdigit() or words[0] in ORDINALS
        )  # "10th Front" of guerrillas
        return numbered or bool(_STRUGGLE & set(words))
    return head.use != "secured" or bool(_SECURE & set(words))


def kind_of_name(head: Head, words: list[str], noun: str, country: str) -> tuple[str, str] | None:
    """The kind and the actor type of a name; None for a unit without a number or an arm of service."""
    kind, actor = head.kind, head.actor_type
    if head.use == "unit" and not _is_military(words):
        if noun not in _BRIGADES:
            return None
        kind, actor = "armed group", "rebel group"
    if tuple(words) == WHOLE:
        kind = "army"
    if "police" in words and kind == "intelligence":
        kind = "police"
    if not country and words[-1] == noun and _is_irregular(words):
        kind, actor = "armed group", "political militia" if words[-1].startswith("force") else "rebel group"
    for word in words:
        if (told := _telling_words().get(word)) is not None:
            kind, actor = told
    return kind, actor
