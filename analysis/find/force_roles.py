"""What part a force has in the report: who takes part, who is the adversary, who is hit, speaks or is only named.

Who stands on the state's side takes part unless the report names him in its history alone; a foreign force takes part
by what it does, and an invader is an adversary.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from ..read.knowledge import knowledge
from ..read.language import Parse
from .context import Context
from .records import DONE, STATES, TO_COME, Force, Mention
from .sides.allegiance import force_of_speaker
from .statements.cues import cue_verb
from .words.grammar import conjuncts, first_conjunct
from .words.names import title_kind

HOSTILE = {"rebel group", "political militia", "identity militia", "rioters"}
_TAKE_PART = {"participate", "join", "cooperate", "deploy", "involve", "conduct", "carry", "launch", "lead", "fight"}
_TEAMS = {"column", "contingent", "detachment", "element", "force", "group", "man", "member", "men", "officer",
          "patrol", "personnel", "soldier", "squad", "team", "troop", "unit"}  # fmt: skip
_LEAD = {"command", "deploy", "dispatch", "lead", "mobilise", "mobilize", "send"}
_TOGETHER = {"conjunction", "collaboration", "cooperation", "coordination", "support", "together", "assistance",
             "partnership", "help"}  # fmt: skip
_HELP = {"support", "assist", "back", "help", "aid", "reinforce", "train", "arm", "equip"}
_STATES = {"be", "have", "include", "remain", "belong", "want", "need", "know", "become", "comment", "lose", "suffer"}
_DEFENDERS = {"vigilante", "vigilantes", "defence", "defense", "hunters", "guards", "volunteers", "auxiliaries"}


def force_role(context: Context, force: Force) -> str:
    """The role of the force."""
    acts = {o.status for o in context.outcomes if force in o.actor_forces}
    bears = {o.status for o in context.outcomes if force in o.affected_forces}
    launches = any(force in o.launched_by for o in context.operations)
    opposed = any(force in o.adversary for o in context.operations)
    if force.actor_type in HOSTILE and not _on_the_states_side(context, force):
        if _only_moves(context, force) and not bears and not opposed:
            return "participant"
        live = (acts | bears) & (DONE | TO_COME) or opposed
        return "adversary" if live or not (acts or bears) else "mentioned"
    if _is_invader(context, force):
        return "adversary"
    if launches and force.kind == "command":
        return "command"
    if acts & TO_COME and not (acts | bears) & DONE:
        return "planned participant"
    if acts & DONE or launches or _takes_part(context, force):
        return "participant"
    if bears & DONE:
        return "victim"
    if _is_object_of(context, force, _HELP):
        return "supported"
    if _speaks(context, force):
        return "source"
    at_home = force.actor_type != "external forces" and not _is_history(context, force)
    return "participant" if at_home or _is_busy(context, force) else "mentioned"


def _only_moves(context: Context, force: Force) -> bool:
    """Does the report tell nothing of the group but that it deployed its own men?"""
    done = [o.outcome for o in context.outcomes if force in o.actor_forces]
    return bool(done) and set(done) == {"deployed"}


def _on_the_states_side(context: Context, force: Force) -> bool:
    """Militias that fight beside the state, and those who only defend their own place."""
    words = set(force.mention.lower().replace("-", " ").split())
    if "pro-government" in force.kind or (force.actor_type == "identity militia" and bool(words & _DEFENDERS)):
        return True
    militia = force.actor_type != "rebel group"
    return militia and any(_is_beside_the_state(context, force, m) for m in force.mentions)


def _is_beside_the_state(context: Context, force: Force, mention: Mention) -> bool:
    """ "The army and allied militias", "regime forces and Shiite militias": in one list with the state's own."""
    p = context.parse
    first = first_conjunct(p, mention.head)
    if p.dep[first] == "pobj" and p.lower[p.head[first]] == "between":
        return False  # "clashes between the army and militias"
    listed = {j for j in conjuncts(p, first) if j != mention.head}
    if mention.first > 2 and p.lower[mention.first - 1] == "allied" and p.lower[mention.first - 2] == "and":
        listed.add(mention.first - 3)  # the parser takes "allied" for a verb
    others = [context.force_at[j] for j in listed if j in context.force_at]
    return any(f is not force and f.actor_type == "state forces" for f in others)


@cache
def _invaded() -> dict[str, set[str]]:
    """The lands in which a state's forces wage war, by that state."""
    out: dict[str, set[str]] = {}
    for row in knowledge("invasions"):
        out.setdefault(row["country"], set()).add(row["invaded"])
    return out


def _is_invader(context: Context, force: Force) -> bool:
    """Is it the army of a state that has invaded the land where most of the report's places lie?"""
    if force.actor_type not in STATES or force.country not in _invaded():
        return False
    places = Counter(loc.country for loc in context.locations for _ in loc.mentions if loc.country)
    lands = Counter(f.country for f in context.forces if f is not force and f.actor_type in STATES and f.country)
    here = max(places or lands, key=lambda c: ((places or lands)[c], c), default="")
    return here in _invaded()[force.country]


def _speaks(context: Context, force: Force) -> bool:
    """Does it say something itself, or is it named in the title of somebody who does?"""
    if any(s.force is force or force_of_speaker(context, s) is force for s in context.statements):
        return True
    named = [m for m in force.mentions if context.parse.word[m.first - 1] != "("]  # none of its acronym in brackets
    return bool(named) and all(_in_a_title(context.parse, m.first, m.last) for m in named)


def _in_a_title(p: Parse, first: int, last: int) -> bool:
    """ "Joint Command chief General X", "spokesperson for the Ground Forces Command"."""
    end, after = p.sents[p.sent[last]][1], last + 1
    if after + 2 < end and p.word[after] == "(" and p.word[after + 2] == ")":
        after += 3  # its acronym
    if after < end and title_kind(p, after) in ("rank", "office", "role"):
        return True
    above = p.head[first_conjunct(p, last)]
    return p.dep[above] == "prep" and title_kind(p, p.head[above]) in ("rank", "office", "role")


def _is_history(context: Context, force: Force) -> bool:
    """Do all its mentions stand in sentences that tell of nothing but earlier events?"""
    p = context.parse
    told: dict[int, bool] = {}
    for o in context.outcomes:
        told[p.sent[o.trigger]] = told.get(p.sent[o.trigger], True) and o.status == "background"
    return all(told.get(p.sent[m.head], False) for m in force.mentions)


def _takes_part(context: Context, force: Force) -> bool:
    """Is the force, or the list that it stands in, the subject of a verb of taking part?"""
    p = context.parse
    for mention in force.mentions:
        if _helps(p, mention.head):
            return True
        head = first_conjunct(p, _whole(p, mention.head))
        if p.dep[head] == "dobj" and p.lemma[head] in _TEAMS and p.lemma[p.head[head]] in _LEAD:
            return True
        for i in conjuncts(p, head):
            if p.dep[i] in ("nsubj", "nsubjpass", "agent") and p.lemma[p.head[i]] in _TAKE_PART:
                return True
        a, b = p.sents[p.sent[mention.head]]
        listed = sum(1 for i in range(a, b) if i in context.force_at) >= 3
        if listed and any(p.lemma[i] == "participate" or p.lower[i] == "participate" for i in range(a, b)):
            return True
    return False


def _whole(p: Parse, i: int) -> int:
    """From a force to the team, the men or the elements of it that stand in its place: "a joint team of A and B"."""
    head = first_conjunct(p, i)
    above = p.head[head]
    if p.dep[head] == "pobj" and p.lower[above] in ("of", "from") and p.lemma[p.head[above]] in _TEAMS:
        return p.head[above]
    return i


def _helps(p: Parse, i: int) -> bool:
    """ "In conjunction with elements of the militia", "alongside the police"."""
    head = first_conjunct(p, _whole(p, i))
    above = p.head[head]
    if p.dep[head] != "pobj":
        return False
    if p.lower[above] == "alongside":
        return True
    return p.lower[above] in ("with", "of") and p.lower[p.head[above]] in _TOGETHER


def _is_busy(context: Context, force: Force) -> bool:
    """Does it do anything, by a verb that is none of saying or being, outside the history?"""
    p = context.parse
    past = {p.sent[o.trigger] for o in context.outcomes if o.status == "background"}
    for mention in force.mentions:
        head = first_conjunct(p, _whole(p, mention.head))
        verb = p.head[head]
        if p.dep[head] not in ("nsubj", "agent") or p.pos[verb] != "VERB" or p.sent[head] in past:
            continue
        if cue_verb(p, verb) is None and p.lemma[verb] not in _STATES:
            return True
    return False


def _is_object_of(context: Context, force: Force, verbs: set[str]) -> bool:
    p = context.parse
    heads = [first_conjunct(p, m.head) for m in force.mentions]
    return any(p.dep[h] in ("dobj", "nsubjpass") and p.lemma[p.head[h]] in verbs for h in heads)
