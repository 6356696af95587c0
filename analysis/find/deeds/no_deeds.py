"""Words that look like a deed and tell none: states, figures of speech, labour strikes, deeds told by their effect."""

from __future__ import annotations

from ...read.language import Parse
from ..context import Context
from ..words.containers import core
from ..words.subjects import SPANS, by_agents, is_passive, subject
from .arguments import SHARES
from .targets import kind_of
from .told_tolls import counts_the
from .triggers import Rule, Trigger

_PLANS = {"operation", "campaign", "offensive", "program", "programme", "project", "sanction", "plan", "policy", "law"}
_FIGURATIVE = {"verbal", "rhetorical", "personal", "scathing", "blistering", "veiled"}  # attacks of words
_HOMES = {"area", "city", "clash", "conflict", "country", "district", "fighting", "home", "house", "region", "town",
          "village", "violence", "war"}  # fmt: skip
_REST = {"few", "four", "one", "other", "others", "remainder", "rest", "some", "three", "two"}
_UPON = {"after", "at", "before", "on", "prior", "since", "to", "until", "upon", "with"}
_WARDS = {"clinic", "hospital", "infirmary", "morgue", "mortuary"}
_HURT = {"hurt", "injure", "kill", "wound"}
_CORDS = {"cable", "charge", "cord", "device", "fuse", "material", "mechanism", "wire"}  # "detonating wire"
_REMAINS = {"body", "casualty", "corpse", "dead", "injured", "remains", "victim", "wounded"}
_SOLDIERLY = {"military", "army", "armed", "armored", "armoured", "troop", "soldier", "tank"}
_LANDING = {"land", "fall", "rain", "slam"}
_HOLDING = {"annex", "control", "hold", "occupy"}
_UNHURT = frozenset(
    "assassination attack attempt death injury narrowly unharmed unhurt uninjured unscathed unwounded".split()
)
_ATTACKS = frozenset(
    "abduct ambush assassinate attack fire grab hurl kidnap kill murder rob shoot snatch stab steal throw toss".split()
)
_PUTS = {"detonate", "hide", "lay", "leave", "place", "plant", "put", "set"}
_STOPS = {"cessation", "end", "freeze", "halt", "moratorium", "stop", "suspension"}
_NOT_QUITE = {"almost", "nearly"}
_DEADLY = {"assassinate", "die", "kill", "murder"}
_CASUALTIES = {"wounded", "injured", "dead", "deceased", "remains"}
_CARE = {"ambulance", "body", "casualty", "clinic", "corpse", "doctor", "hospital", "medic", "medication", "treatment",
         "medevac", "victim"}  # fmt: skip
_LABOUR = frozenset(
    "general hour hunger indefinite labor labour nationwide sit-down student transport wildcat work".split()
)


def tells_no_deed(context: Context, trigger: Trigger) -> bool:
    """ "shot and killed": the shooting is told by its effect. "The areas held by", "the operation targets", "a house
    located near the road", "a slow-burning fuse": no deed."""
    p, i = context.parse, trigger.at
    if p.dep[i] in ("amod", "compound") and p.head[i] > i and _is_attribute(p, i):
        return True
    if counts_the(p, i):
        return True
    if p.lemma[i] == "use" and p.dep[i] == "acl":  # "the methods used against them"
        return True
    if p.lemma[i] == "strike" and trigger.pos == "noun" and _is_stoppage(context, i):
        return True
    said = {p.lower[c] for c in p.children[i] if p.dep[c] == "amod"}
    if said & _FIGURATIVE or ("political" in said and p.lemma[i] in ("death", "suicide")):
        return True
    if any(p.dep[c] == "advmod" and p.lower[c] in _NOT_QUITE for c in p.children[i]) and p.lemma[i] in _DEADLY:
        return True  # "was almost killed"
    if p.word[i] == "Die":  # a German article; no report begins with the verb
        return True
    if p.lemma[i] == "locate" and p.tag[i] == "VBN" and not _was_located(context, i):
        return True
    bare = len(trigger.rules[0].words) == 1  # not "escaped with injuries"
    if bare and p.lemma[i] in ("escape", "flee") and (_is_unhurt(p, i) or _is_getaway(context, i)):
        return True
    if bare and p.lemma[i] == "flee" and _is_rout(p, i):
        return True
    if p.lower[i] == "arrival" and p.dep[i] == "pobj" and p.lower[p.head[i]] in _UPON:
        return True
    if p.lemma[i] == "take" and any(p.lemma[c] in SPANS and p.dep[c] in ("dobj", "npadvmod") for c in p.children[i]):
        return True  # "it took the state a year to"
    if trigger.pos == "noun" and p.dep[i] == "pobj" and p.lemma[p.head[p.head[i]]] in _STOPS:
        return p.lower[p.head[i]] in ("of", "to", "on", "in")
    if p.lemma[i] in ("base", "deploy", "station") and (p.dep[i] in ("acl", "relcl", "amod") or _is_state(p, i)):
        return True  # "the base where the troops are stationed"
    attribute = p.dep[_first_of(p, i)] in ("acl", "amod") and p.tag[i] != "VB"  # not "attempts to occupy"
    if p.lemma[i] in _HOLDING and (attribute or _is_state(p, i)):
        return True
    if p.lemma[i] in ("control", "hold") and p.tag[i] in ("VBZ", "VBP") and p.dep[i] != "conj":
        return True  # "the group controls a small region"
    if p.lemma[i] == "evacuate" and (_is_of_casualties(p, i) or _is_of_hurt(p, i)):
        return True
    if p.lemma[i] == "detonate" and p.tag[i] == "VBG" and p.lemma[i + 1 : i + 2] and p.lemma[i + 1] in _CORDS:
        return True
    if p.lemma[i] == "target" and (agent := subject(p, i)) is not None and p.lemma[agent] in _PLANS:
        return True
    if p.lemma[i] == "hold" and len(trigger.rules[0].words) == 1 and not is_passive(p, i):
        return True  # "50 people were held" in custody; who holds a town, a post, talks?
    if p.lemma[i] in ("arrive", "enter") and not _is_of_soldiers(context, i):
        return True  # an aid convoy
    if p.lemma[i] == "attack" and any(p.lemma[c] == "critic" for c in by_agents(p, i)):
        return True
    if p.lemma[i] == "fall" and any(p.dep[c] in ("acomp", "oprd") for c in p.children[i]):
        return True  # "the town fell silent"
    if p.lemma[i] in _HURT and _is_alternative(p, i):
        return True
    if lands_no_bomb(context, i, trigger.rules[0]):  # towns fall
        own = subject(p, i)
        return own is None or kind_of(context, core(p, own))[0] not in ("territory", "position")
    if p.lemma[i] == "drop" and len(trigger.rules[0].words) == 1:
        return not is_of_bombs(context, i, "dobj", "nsubjpass")
    if p.lemma[i] not in ("shoot", "stab", "beat", "hack") or len(trigger.rules[0].words) > 1:
        return False
    return any(p.dep[c] == "conj" and p.lemma[c] in ("kill", "wound", "injure", "murder") for c in p.children[i])


def _first_of(p: Parse, verb: int) -> int:
    """The first of coordinated verbs: "the land occupied and annexed by"."""
    while p.dep[verb] == "conj" and p.pos[p.head[verb]] == "VERB":
        verb = p.head[verb]
    return verb


def _is_attribute(p: Parse, participle: int) -> bool:
    """ "46 displaced people", "the wounded men"; not "opened fire and injured Hla Moe", "with debris damaging houses",
    which the parser misreads."""
    if p.tag[participle] == "VBG" and p.lower[participle - 1] in SHARES:
        return False  # "with some sustaining injuries"
    if p.tag[participle] == "VBG" and p.lower[p.head[p.head[participle]]] == "with":
        return not any(p.dep[c] in ("npadvmod", "nsubj") and c == participle - 1 for c in p.children[participle])
    return p.tag[participle] == "VBG" or (
        p.tag[participle] == "VBN" and p.tag[participle - 1] in ("DT", "CD", "JJ", "PRP$", "POS")
    )


def _is_stoppage(context: Context, strike: int) -> bool:
    """ "The teachers' strike", "a hunger strike", "on strike": no attack."""
    p = context.parse
    if p.lower[strike - 1 : strike] == ["on"]:
        return True
    owners = [c for c in p.children[strike] if p.dep[c] in ("compound", "amod", "poss", "nmod")]
    owners += [o for c in p.children[strike] if p.lower[c] in ("by", "of") for o in p.children[c] if p.dep[o] == "pobj"]
    return any(p.lower[c] in _LABOUR or kind_of(context, c)[0] == "civilian" for c in owners)


def _is_of_casualties(p: Parse, verb: int) -> bool:
    """ "The wounded were evacuated by air", "evacuated to hospital for treatment": nobody lost a home."""
    clause = range(p.left[verb], p.right[verb] + 1)
    return any(p.lower[j] in _CASUALTIES or p.lemma[j] in _CARE for j in clause)


def _is_alternative(p: Parse, hurt: int) -> bool:
    """ "Killed or injured 40": the first word tells of them all."""
    killed = p.head[hurt]
    return p.dep[hurt] == "conj" and p.lemma[killed] == "kill" and "or" in p.lower[killed + 1 : hurt]


def _is_of_hurt(p: Parse, verb: int) -> bool:
    """ "Six were injured and evacuated": to hospital."""
    return p.dep[verb] == "conj" and p.lemma[p.head[verb]] in _HURT and is_passive(p, p.head[verb])


def _is_unhurt(p: Parse, escape: int) -> bool:
    """ "Escaped unhurt", "escaped death", "escaped the attack": nobody was driven out."""
    return any(p.lower[c] in _UNHURT for c in p.children[escape]) or p.lower[escape + 1 : escape + 2] == ["with"]


def _is_getaway(context: Context, flight: int) -> bool:
    """ "Planted the bomb and fled", "the men who left the bomb fled": those who did it."""
    p, own = context.parse, subject(context.parse, flight)
    deeds = [p.head[flight]] if p.dep[flight] == "conj" else []
    deeds += [c for c in p.children[own] if p.dep[c] == "relcl"] if own is not None else []
    return any(
        not is_passive(p, d) and (p.lemma[d] in _ATTACKS or (p.lemma[d] in _PUTS and is_of_bombs(context, d, "dobj")))
        for d in deeds
    )


def _is_rout(p: Parse, flight: int) -> bool:
    """ "Others fled into the bush", "the rest, who ran": whom the text counts with no noun, and of no
    home that they left, are mostly what remains of a band of fighters."""
    own = subject(p, flight)
    if own is None or p.lower[own] not in _REST:
        return False
    left = [c for c in p.children[flight] if p.dep[c] == "dobj"]
    left += [o for c in p.children[flight] if p.lower[c] == "from" for o in p.children[c]]
    return not any(p.lemma[c] in _HOMES for c in left)


def _was_located(context: Context, verb: int) -> bool:
    """Not "where an office was located": a building that nobody had to find."""
    p = context.parse
    own = subject(p, verb)
    if own is not None and kind_of(context, core(p, own))[0] == "building" and not by_agents(p, verb):
        return False
    return any(p.dep[c] in ("auxpass", "aux") and p.lower[c] not in ("is", "are") for c in p.children[verb])


def lands_no_bomb(context: Context, verb: int, rule: Rule) -> bool:
    """Rockets land, planes too; not "fell into an ambush"."""
    landing = context.parse.lemma[verb] in _LANDING and rule.words[-1] != "ambush"
    return landing and not is_of_bombs(context, verb, "nsubj", "dobj")


def is_of_bombs(context: Context, verb: int, *deps: str) -> bool:
    """Do rockets, shells or bombs stand in that place of the verb?"""
    p = context.parse
    things = [c for c in p.children[verb] if p.dep[c] in deps]
    return any(kind_of(context, core(p, c))[0] in ("weapons", "explosives") for c in things)


def _is_of_soldiers(context: Context, verb: int) -> bool:
    p = context.parse
    own = subject(p, verb)
    if own is None or kind_of(context, own)[0] == "security force":
        return own is not None
    words = range(p.left[own], min(p.right[own], verb) + 1)
    return any(j in context.force_at or p.lemma[j] in _SOLDIERLY for j in words)


def is_taking_away(context: Context, trigger: Trigger) -> bool:
    """ "The army took five people from the village", not to hospital: an arrest, if soldiers or police did it."""
    p, i = context.parse, trigger.at
    agent = subject(p, i) if not is_passive(p, i) else next(iter(by_agents(p, i)), None)
    force = context.force_at.get(agent) if agent is not None else None
    if force is None or force.actor_type not in ("state forces", "external forces"):
        return False
    if p.dep[i] == "relcl" and p.lemma[p.head[i]] in _WARDS:  # "the hospital where police took him"
        return False
    return not any(p.lower[c] in ("to", "into", "by", "out") for c in p.children[i] if p.dep[c] in ("prep", "prt"))


def is_removal(p: Parse, trigger: Trigger, noun: int) -> bool:
    """ "The bodies were taken away", "took away the wounded": nobody was kidnapped."""
    return trigger.rules[0].words == ("take", "away") and p.lemma[noun] in _REMAINS


def _is_state(p: Parse, verb: int) -> bool:
    """ "The region is controlled by the rebels": how things are, not what was done."""
    auxiliaries = {p.lower[c] for c in p.children[verb] if p.dep[c] in ("aux", "auxpass")}
    return is_passive(p, verb) and bool(auxiliaries & {"is", "are", "remain", "remains"}) and "being" not in auxiliaries
