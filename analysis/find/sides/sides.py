"""Who bore it and by whose word: the cells of an outcome beside its target and its actor."""

from __future__ import annotations

from ..context import Context
from ..deeds.noun_arguments import bearer
from ..forces.nations import nation_code
from ..records import STATES, Force, Outcome, Reason
from ..statements.statements import speaker_for
from ..words.grammar import conjuncts
from ..words.quantities import phrase_start
from .allegiance import force_of_speaker
from .coreference import resolve_actor

_ARMED = {"rebel group", "political militia", "identity militia", "rioters"}
_OWN_DEEDS = {"deployed", "launched operation"}  # whose target is the actor's own
_RID_OF = {"clear", "cleanse", "free", "liberate", "purge", "rid"}
_RANKS = {"chief", "commander", "deputy", "emir", "fighter", "leader", "lieutenant", "member", "militant", "officer",
          "operative", "policeman", "ringleader", "soldier"}  # fmt: skip
_HIS = {"army", "base", "camp", "fighter", "force", "man", "men", "position", "soldier", "troop", "unit"}
_OF_STATES = {"weapons", "vehicle", "position", "security force"}
_THINGS = {"position", "weapons", "explosives", "vehicle", "building"}


def find_affected(context: Context, outcome: Outcome) -> None:
    """Sets the organised side that bore it: the target's own force or its owner, else the side that fits.

    Where both sides of a clash were taken for actors, the one that bore it is none.
    """
    mention = outcome.target_at
    if mention is not None and outcome.outcome == "launched operation" and not outcome.affected:
        _find_aimed_at(context, outcome)
    if mention is None or outcome.outcome in _OWN_DEEDS:
        return
    if outcome.target_kind == "civilian" and not _is_commander(context, mention.head):
        return
    bearing, own = _bearing_force(context, mention.head), owner_force(context, mention.head)
    force = bearing or own if context.parse.lemma[outcome.trigger] == "lose" else own or bearing
    if context.parse.lemma[outcome.trigger] == "lose" and bearer(context.parse, mention.head) is not None:
        force = _bearing_force(context, mention.head)  # never the other side's fighters
        if force is None:
            return
    if force is None and outcome.target_kind in _OF_STATES:
        force = state_of_nation(context, mention.head)
    if force is not None and outcome.actor_forces == [force] and outcome.outcome in ("cleared or secured", "killed"):
        force = None  # "drove its last remnants out": nobody drives out his own
    borne = bearer(context.parse, mention.head) is not None  # "his men lost two": their own, whoever they are
    if force is None and not borne and outcome.target_kind in ("combatant", "security force"):
        force = _side_like(context, outcome)
    if force is None:
        force = (
            _driven_out(context, outcome)
            or _taken_from(context, outcome)
            or _owner_of_list(context, outcome)
            or _adversary(context, outcome)
        )
    if force is None or outcome.actor_forces == [force]:
        return
    if force in outcome.actor_forces:
        outcome.actor_forces.remove(force)
        outcome.actor = [name for name in outcome.actor if name != force.name]
    outcome.affected, outcome.affected_forces = [force.name], [force]
    outcome.reasons.append(Reason("argument", f"affected: {force.name}", mention.start, mention.end))


def _is_commander(context: Context, head: int) -> bool:
    """ "A Taliban commander, Mullah Amin": no clergyman."""
    p = context.parse
    above = p.head[head]
    return p.dep[head] == "appos" and p.lemma[above] in _RANKS and owner_force(context, above) is not None


def _find_aimed_at(context: Context, outcome: Outcome) -> None:
    """ "Launched a search after a tip-off about militants": the one group that the sentence of the operation names."""
    p = context.parse
    if not outcome.actor_forces or any(f.actor_type not in STATES for f in outcome.actor_forces):
        return
    a, b = p.sents[p.sent[outcome.trigger]]
    near = {id(f): f for i in range(a, b) if (f := context.force_at.get(i)) is not None and f.actor_type in _ARMED}
    groups = [f for f in near.values() if "pro-government" not in f.kind]
    if len(groups) == 1:
        outcome.affected, outcome.affected_forces = [groups[0].name], groups
        outcome.reasons.append(Reason("argument", f"affected: {groups[0].name}", p.start[a], p.end[b - 1]))


def _taken_from(context: Context, outcome: Outcome) -> Force | None:
    """ "Items recovered from the terrorists' vehicle": theirs."""
    p = context.parse
    if outcome.outcome not in ("seized", "found"):
        return None
    for c in p.children[outcome.trigger]:
        if p.lower[c] == "from" and p.dep[c] == "prep":
            for i in range(c, p.right[c] + 1):
                force = context.force_at.get(i)
                if force is not None and force.actor_type in _ARMED:
                    return force
    return None


def _bearing_force(context: Context, toll: int) -> Force | None:
    """ "The army suffered three casualties", "inflicted casualties on the rebels"."""
    found = bearer(context.parse, toll)
    return (resolve_actor(context, found) or owner_force(context, found)) if found is not None else None


def _driven_out(context: Context, outcome: Outcome) -> Force | None:
    """ "clear the town of militants", "liberated from ISIS": the side that loses the ground."""
    p = context.parse
    if outcome.outcome in ("cleared or secured", "captured territory"):
        joined = [i for i in conjuncts(p, outcome.trigger) if p.lemma[i] in _RID_OF]  # "control it and clear it of"
        for verb in (outcome.trigger, *joined):
            for c in p.children[verb]:
                if p.lower[c] in ("of", "from") and p.dep[c] == "prep":
                    for i in range(c, p.right[c] + 1):
                        if i in context.force_at:
                            return context.force_at[i]
    return None


def _owner_of_list(context: Context, outcome: Outcome) -> Force | None:
    """ "several ISIS hostels, tunnels and stores": the owner of the first is that of all."""
    for earlier in reversed(context.outcomes):
        if earlier.trigger != outcome.trigger:
            break
        if earlier.affected_forces and earlier.target_kind in _THINGS and outcome.target_kind in _THINGS:
            return earlier.affected_forces[0]
    return None


def _adversary(context: Context, outcome: Outcome) -> Force | None:
    """What a named operation destroys or seizes is its adversary's, where it has one."""
    if outcome.target_kind not in _THINGS:
        return None
    for operation in context.operations:
        if operation.name and operation.name in outcome.actor and len(operation.adversary) == 1:
            return operation.adversary[0]
    return None


def owner_force(context: Context, head: int) -> Force | None:
    """The force named in or beside the target: "ISIS hostels", "its sites", "positions of the Houthis"."""
    p = context.parse
    if (force := context.force_at.get(head)) is not None:
        return force
    for c in p.children[head]:
        if p.dep[c] in ("compound", "amod", "poss", "nmod"):
            if c in context.force_at:
                return context.force_at[c]
            if p.lower[c] in ("its", "their", "our") and (force := resolve_actor(context, c)) is not None:
                return force
            if p.lower[c] in ("his", "her") and p.lemma[head] in _HIS:
                return _of_his(context, c)
        if p.dep[c] in ("prep", "acl") and p.lower[c] in ("of", "from", "belonging"):
            for i in range(c + 1, min(p.right[c] + 1, c + 6)):
                if i in context.force_at:
                    return context.force_at[i]
    if p.dep[head] == "appos" and p.lemma[p.head[head]] in _RANKS:
        return owner_force(context, p.head[head])  # "a Taliban commander, Mullah Halim"
    for j in range(max(0, head - 4), head):
        if j in context.force_at and p.sent[j] == p.sent[head] and j >= phrase_start(p, head):
            return context.force_at[j]
    return None


def _of_his(context: Context, pronoun: int) -> Force | None:
    """ "Four of his men", "one of his positions": the side of the commander who speaks or who was named before."""
    statement = speaker_for(context, context.parse.start[pronoun])
    return force_of_speaker(context, statement)


def state_of_nation(context: Context, head: int) -> Force | None:
    """ "Ukrainian missiles", "the Israeli enemy": the forces of that state, where the report has some."""
    p = context.parse
    codes = {nation_code(p.lower[c]) for c in p.children[head] if p.dep[c] in ("amod", "compound", "nmod", "poss")}
    owners = [f for f in context.forces if f.country and f.country in codes and f.actor_type in STATES]
    main = [f for f in owners if f.kind == "army"] or owners
    return main[0] if main else None


def _side_like(context: Context, outcome: Outcome) -> Force | None:
    """A soldier's or a militant's side, where the sentence or the clash or attack before names one alone."""
    p = context.parse
    wanted = STATES if outcome.target_kind == "security force" else _ARMED
    a, b = p.sents[p.sent[outcome.trigger]]
    near = {id(context.force_at[i]): context.force_at[i] for i in range(a, b) if i in context.force_at}
    fits = [f for f in near.values() if f.actor_type in wanted and outcome.actor_forces != [f]]
    if len(fits) == 1:
        return fits[0]
    return None


def find_speaker(context: Context, outcome: Outcome) -> None:
    """Sets the statement that the outcome stands in, and its speaker."""
    statement = speaker_for(context, context.parse.start[outcome.trigger])
    if statement is not None:
        outcome.statement, outcome.speaker = statement, statement.speaker
